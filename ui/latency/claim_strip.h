// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <optional>

#include "ui/common/article_claims.h"

class QLabel;
class QPushButton;

namespace parallax::ui {

// A claim that an article makes, with the verdict of what was measured and, where a run would settle it, the
// button that makes one. Stands above the run.
class ClaimStrip final : public QFrame {
    Q_OBJECT
  public:
    explicit ClaimStrip(QWidget* parent = nullptr);

    void setClaim(std::optional<JudgedClaim> claim); // nothing: it hides itself
    const std::optional<JudgedClaim>& claim() const { return m_claim; }
    void setRunning(bool running); // nothing else can be started then

  Q_SIGNALS:
    void runWanted();
    void sourceWanted(); // the sentence in its article
    void closed();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();

    std::optional<JudgedClaim> m_claim;
    bool m_running = false;
    QLabel* m_text;
    QLabel* m_verdict;
    QPushButton* m_run;
    QPushButton* m_source;
    QPushButton* m_close;
};

} // namespace parallax::ui
