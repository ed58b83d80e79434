// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <vector>

#include "ui/latency/endpoint_model.h"
#include "ui/latency/run_wishes.h"

class QBoxLayout;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace parallax::ui {

struct JudgedClaim;

// What the next run is to be: a preset, its figures, a budget; Start and Stop.
class RunBuilder final : public QFrame {
    Q_OBJECT
  public:
    explicit RunBuilder(QWidget* parent = nullptr);

    const RunWishes& wishes() const { return m_wishes; }
    void setWishes(const RunWishes& wishes);
    void setEndpoints(std::vector<EndpointRow> ticked); // those of the next run
    void setClaim(const JudgedClaim* claim); // that the preset of claims tests; nullptr: none is chosen
    void setRunning(bool running, bool stopping, double progress);
    bool canStart() const;

  Q_SIGNALS:
    void startWanted();
    void stopWanted();
    void claimWanted(); // one has to be chosen
    void wishesChanged();

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void choosePreset(int index);
    void take(); // what the fields say
    void refresh();
    void retranslate();
    QString noteText() const;
    QString claimNote() const;

    enum class ClaimState { None, NoRun, Incomplete, Ready };

    RunWishes m_wishes;
    std::vector<EndpointRow> m_endpoints;
    ClaimState m_claim = ClaimState::None;
    bool m_running = false;
    bool m_stopping = false;
    bool m_filling = false; // the fields are being set, not changed by a person
    QComboBox* m_preset;
    QPushButton* m_chooseClaim;
    QLabel* m_requestsTitle;
    QSpinBox* m_requests;
    QLabel* m_tokensTitle;
    QSpinBox* m_tokens;
    QLabel* m_budgetTitle;
    QDoubleSpinBox* m_budget;
    QLabel* m_budgetTokensTitle;
    QSpinBox* m_budgetTokens;
    QLabel* m_connectionsTitle;
    QComboBox* m_connections;
    QBoxLayout* m_third = nullptr;
    QWidget* m_limits; // the row of what only open loops have
    QLabel* m_rateTitle;
    QDoubleSpinBox* m_rate;
    QLabel* m_toRateTitle;
    QDoubleSpinBox* m_toRate;
    QLabel* m_firstTitle;
    QSpinBox* m_first;
    QLabel* m_eachTitle;
    QSpinBox* m_each;
    QPushButton* m_start;
    QPushButton* m_stop;
    QLabel* m_note;
    QProgressBar* m_progress;
};

} // namespace parallax::ui
