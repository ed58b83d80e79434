// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QIcon>
#include <QStringList>

#include "data/store/annotation_store.h"

class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace parallax::ui {

class ElidedLabel;

// The colours of notes and tags: told apart on light and dark ground alike.
const QStringList& annotationColours();
QIcon colourIcon(const QString& colour); // a dot of it

// Where a note is written: a strip under the article, never a dialogue in front of it.
class NoteEditor final : public QFrame {
    Q_OBJECT
  public:
    explicit NoteEditor(QWidget* parent = nullptr);

    enum class Focus { Take, Leave };
    // `note` as the library holds it, or a new one (id 0); `draft`: what was written of it before, or null.
    void edit(const data::Note& note, const data::Note* draft, Focus focus);
    const data::Note& note() const { return m_note; }
    data::Note written() const; // with the words that stand in the editor
    bool isOpen() const { return !isHidden(); }
    bool isChanged() const; // open, with other words than the library holds
    void takeFocus();

    // After saved() the words stay until the library has answered.
    void close(const data::Note& kept); // they are in the library
    void resume();                      // they are not: they can be changed and saved again

  Q_SIGNALS:
    void saved(const parallax::data::Note& note);
    void setAside(const parallax::data::Note& note); // changed and left by Escape
    void discarded(const parallax::data::Note& note);
    void removed(const parallax::data::Note& note);
    void closed();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void save();
    void finish();
    void setBusy(bool busy);
    void showColour();
    void retranslate();

    data::Note m_note; // as edit() was given it, but for its colour
    bool m_busy = false;
    ElidedLabel* m_quote = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QList<QToolButton*> m_colours;
    QPushButton* m_save = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace parallax::ui
