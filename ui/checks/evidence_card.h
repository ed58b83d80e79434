// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

#include <utility>
#include <vector>

#include "ui/checks/loaded_check.h"

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace parallax::ui {

// The words that one figure comes from, the figure lit, and the ways to where they stand. Enter and a click
// open the reader there.
class EvidenceCard final : public QFrame {
    Q_OBJECT
  public:
    enum class Heading { None, Article }; // Article: source and title stand above
    EvidenceCard(EvidenceText evidence, Heading heading, QWidget* parent);

    const EvidenceText& evidence() const { return m_evidence; }
    // The same statement in other editions of the article: a link for each.
    void setEditions(const std::vector<EvidenceText>& editions);

  Q_SIGNALS:
    void openPlace(const parallax::ui::Place& place);

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    void retranslate();
    QString html() const;

    EvidenceText m_evidence;
    QVBoxLayout* m_texts;
    QLabel* m_also = nullptr;
    QList<std::pair<QToolButton*, data::Language>> m_editions;
    QLabel* m_heading = nullptr;
    QLabel* m_words;
    QToolButton* m_table = nullptr;
};

} // namespace parallax::ui
