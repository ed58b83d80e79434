// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QIcon>
#include <QStringList>

#include "data/store/annotation_store.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace parallax::ui {

// The colours of notes and tags: told apart on light and dark ground alike.
const QStringList& annotationColours();
QIcon colourIcon(const QString& colour); // a dot of it

// Where a note is written: a strip under the article, never a dialogue in front of it.
class NoteEditor final : public QFrame {
    Q_OBJECT
  public:
    explicit NoteEditor(QWidget* parent = nullptr);

    void edit(const data::Note& note); // id 0: a new one
    const data::Note& note() const { return m_note; }

  Q_SIGNALS:
    void saved(const parallax::data::Note& note);
    void removed(qint64 id);
    void closed();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void save();
    void finish();
    void showColour();
    void retranslate();

    data::Note m_note;
    QLabel* m_quote = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QList<QToolButton*> m_colours;
    QPushButton* m_save = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace parallax::ui
