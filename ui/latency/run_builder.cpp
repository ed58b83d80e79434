// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/run_builder.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>

#include <utility>

#include "data/store/clock.h"
#include "ui/common/article_claims.h"
#include "ui/common/flow_row.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/latency/latency_text.h"

namespace parallax::ui {
namespace {

constexpr double smallestBudget = 0.01;

} // namespace

RunBuilder::RunBuilder(QWidget* parent)
    : QFrame(parent)
    , m_preset(new QComboBox(this))
    , m_chooseClaim(new QPushButton(this))
    , m_requestsTitle(label({}, "plain", this))
    , m_requests(new QSpinBox(this))
    , m_tokensTitle(label({}, "plain", this))
    , m_tokens(new QSpinBox(this))
    , m_budgetTitle(label({}, "plain", this))
    , m_budget(new QDoubleSpinBox(this))
    , m_budgetTokensTitle(label({}, "plain", this))
    , m_budgetTokens(new QSpinBox(this))
    , m_connectionsTitle(label({}, "plain", this))
    , m_connections(new QComboBox(this))
    , m_limits(new QWidget(this))
    , m_rateTitle(label({}, "plain", m_limits))
    , m_rate(new QDoubleSpinBox(m_limits))
    , m_toRateTitle(label({}, "plain", m_limits))
    , m_toRate(new QDoubleSpinBox(m_limits))
    , m_firstTitle(label({}, "plain", m_limits))
    , m_first(new QSpinBox(m_limits))
    , m_eachTitle(label({}, "plain", m_limits))
    , m_each(new QSpinBox(m_limits))
    , m_start(new QPushButton(this))
    , m_stop(new QPushButton(this))
    , m_note(label({}, "quiet", this))
    , m_progress(new QProgressBar(this)) {
    setProperty("role", QStringLiteral("bar"));
    m_preset->setObjectName(QStringLiteral("runPreset"));
    m_chooseClaim->setObjectName(QStringLiteral("runChooseClaim"));
    m_requests->setObjectName(QStringLiteral("runRequests"));
    m_tokens->setObjectName(QStringLiteral("runTokens"));
    m_budget->setObjectName(QStringLiteral("runBudget"));
    m_budgetTokens->setObjectName(QStringLiteral("runBudgetTokens"));
    m_connections->setObjectName(QStringLiteral("runConnections"));
    m_rate->setObjectName(QStringLiteral("runRate"));
    m_toRate->setObjectName(QStringLiteral("runToRate"));
    m_start->setObjectName(QStringLiteral("runStart"));
    m_stop->setObjectName(QStringLiteral("runStop"));
    m_note->setObjectName(QStringLiteral("runNote"));
    m_preset->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_connections->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (std::size_t i = 0; i < runPresets.size(); ++i)
        m_preset->addItem({});
    for (int i = 0; i < 3; ++i)
        m_connections->addItem({});
    m_requests->setRange(1, 100'000);
    m_tokens->setRange(1, 100'000);
    m_budget->setRange(0, 10'000);
    m_budget->setDecimals(2);
    m_budget->setSingleStep(0.5);
    m_budget->setPrefix(QStringLiteral("$"));
    m_budgetTokens->setRange(0, mostBudgetTokens);
    m_budgetTokens->setSingleStep(1000);
    m_budgetTokens->setGroupSeparatorShown(true);
    for (QDoubleSpinBox* rate : {m_rate, m_toRate}) {
        rate->setRange(0.01, 10'000);
        rate->setDecimals(2);
    }
    for (QSpinBox* limit : {m_first, m_each})
        limit->setRange(0, 600'000);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);

    const auto buddies = [](auto* row, QLabel* title, QWidget* field) {
        title->setBuddy(field);
        auto* pair = new QHBoxLayout;
        pair->setSpacing(spacing(2));
        pair->addWidget(title);
        pair->addWidget(field);
        row->addLayout(pair);
    };
    const auto flow = [](QWidget* of) {
        auto* row = new FlowRow(of);
        row->setSpacing(spacing(3));
        return row;
    };
    FlowRow* first = flow(nullptr);
    first->addWidget(m_preset);
    first->addWidget(m_chooseClaim);
    buddies(first, m_requestsTitle, m_requests);
    buddies(first, m_tokensTitle, m_tokens);
    buddies(first, m_budgetTitle, m_budget);
    auto* top = new QHBoxLayout;
    top->setSpacing(spacing(2));
    top->addLayout(first, 1);
    top->addWidget(m_start, 0, Qt::AlignTop);
    top->addWidget(m_stop, 0, Qt::AlignTop);
    FlowRow* second = flow(m_limits);
    buddies(second, m_rateTitle, m_rate);
    buddies(second, m_toRateTitle, m_toRate);
    buddies(second, m_firstTitle, m_first);
    buddies(second, m_eachTitle, m_each);
    auto* more = new QBoxLayout(QBoxLayout::LeftToRight);
    more->setSpacing(spacing(3));
    buddies(more, m_budgetTokensTitle, m_budgetTokens);
    buddies(more, m_connectionsTitle, m_connections);
    m_third = new QBoxLayout(QBoxLayout::LeftToRight);
    m_third->setSpacing(spacing(2));
    m_third->addWidget(m_note, 1);
    m_third->addLayout(more);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(4), spacing(2), spacing(4), spacing(2));
    column->setSpacing(spacing(2));
    column->addLayout(top);
    column->addWidget(m_limits);
    column->addLayout(m_third);
    column->addWidget(m_progress);

    connect(m_preset, &QComboBox::activated, this, &RunBuilder::choosePreset);
    connect(m_connections, &QComboBox::activated, this, &RunBuilder::take);
    for (QSpinBox* field : {m_requests, m_tokens, m_budgetTokens, m_first, m_each})
        connect(field, &QSpinBox::valueChanged, this, &RunBuilder::take);
    for (QDoubleSpinBox* field : {m_budget, m_rate, m_toRate})
        connect(field, &QDoubleSpinBox::valueChanged, this, &RunBuilder::take);
    connect(m_chooseClaim, &QPushButton::clicked, this, &RunBuilder::claimWanted);
    connect(m_start, &QPushButton::clicked, this, &RunBuilder::startWanted);
    connect(m_stop, &QPushButton::clicked, this, &RunBuilder::stopWanted);
    retranslate();
}

void RunBuilder::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    m_third->setDirection(width() < spacing(200) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void RunBuilder::choosePreset(int index) {
    RunWishes wishes = RunWishes::of(runPresets[static_cast<std::size_t>(index)]);
    wishes.budgetDollars = m_wishes.budgetDollars; // what may be spent is no matter of the preset
    wishes.budgetTokens = m_wishes.budgetTokens;
    wishes.prompt = m_wishes.prompt;
    setWishes(wishes);
    Q_EMIT wishesChanged();
    if (wishes.preset == RunPreset::Claim && m_claim == ClaimState::None)
        Q_EMIT claimWanted();
}

void RunBuilder::setClaim(const JudgedClaim* claim) {
    m_claim = claim == nullptr              ? ClaimState::None
              : claim->plan.json.empty()    ? ClaimState::NoRun
              : !claim->plan.toFill.empty() ? ClaimState::Incomplete
                                            : ClaimState::Ready;
    refresh();
}

void RunBuilder::setWishes(const RunWishes& wishes) {
    m_wishes = wishes;
    refresh();
}

void RunBuilder::setEndpoints(std::vector<EndpointRow> ticked) {
    m_endpoints = std::move(ticked);
    refresh();
}

void RunBuilder::setRunning(bool running, bool stopping, double progress) {
    m_progress->setValue(static_cast<int>(progress * 1000));
    if (running == m_running && stopping == m_stopping)
        return;
    m_running = running;
    m_stopping = stopping;
    refresh();
}

bool RunBuilder::canStart() const {
    return !m_running &&
           (m_wishes.preset == RunPreset::Claim ? m_claim == ClaimState::Ready : !m_endpoints.empty());
}

void RunBuilder::take() {
    if (m_filling)
        return;
    m_wishes.requests = m_requests->value();
    m_wishes.tokens = m_tokens->value();
    m_wishes.budgetDollars = m_budget->value() < smallestBudget ? 0 : m_budget->value();
    m_wishes.budgetTokens = m_budgetTokens->value();
    m_wishes.perSecond = m_rate->value();
    m_wishes.toPerSecond = m_toRate->value();
    m_wishes.timeToFirstTokenMs = m_first->value();
    m_wishes.timePerOutputTokenMs = m_each->value();
    m_wishes.connections = static_cast<latency::ConnectionPolicy>(m_connections->currentIndex());
    refresh();
    Q_EMIT wishesChanged();
}

QString RunBuilder::noteText() const {
    if (m_running)
        return m_stopping ? tr("Stopping; what was measured stays.") : presetNote(m_wishes.preset);
    if (m_wishes.preset == RunPreset::Claim)
        return claimNote();
    if (m_endpoints.empty())
        return tr("Tick at least one endpoint at the left.");
    QStringList keyless;
    std::vector<data::Endpoint> endpoints;
    endpoints.reserve(m_endpoints.size());
    for (const EndpointRow& row : m_endpoints) {
        endpoints.push_back(row.endpoint);
        if (row.lacksKey())
            keyless << fromUtf8(row.endpoint.name);
    }
    if (!keyless.isEmpty())
        return tr("There is no key for %1: its requests will be refused.")
            .arg(keyless.join(QStringLiteral(", ")));
    QStringList words{presetNote(m_wishes.preset)};
    if (const int needed = pairsNeeded(m_wishes, endpoints.size()); m_wishes.requests < needed)
        words << tr("%1 pairs are too few to show any difference between %2 endpoints, however large it is: "
                    "that takes %3.")
                     .arg(formatCount(m_wishes.requests), formatCount(static_cast<qint64>(endpoints.size())),
                          formatCount(needed));
    const auto cost = mostDollars(m_wishes, endpoints, data::toIso(data::now()).substr(0, 10));
    if (!cost)
        words << tr("Its cost is not known in advance.");
    else if (*cost > 0)
        words << tr("At most %1.").arg(dollarsText(*cost));
    return words.join(QLatin1Char(' '));
}

QString RunBuilder::claimNote() const {
    switch (m_claim) {
    case ClaimState::None:
        break;
    case ClaimState::NoRun:
        return tr("No run settles this claim: what is known of it stands above.");
    case ClaimState::Incomplete:
        return tr("Add an endpoint for what is claimed first.");
    case ClaimState::Ready:
        return tr("Start makes the run that would settle the claim above.");
    }
    return presetNote(RunPreset::Claim);
}

void RunBuilder::refresh() {
    m_filling = true;
    m_preset->setCurrentIndex(static_cast<int>(m_wishes.preset));
    m_requests->setValue(m_wishes.requests);
    m_tokens->setValue(m_wishes.tokens);
    m_budget->setValue(m_wishes.budgetDollars);
    m_budgetTokens->setValue(m_wishes.budgetTokens);
    m_rate->setValue(m_wishes.perSecond);
    m_toRate->setValue(m_wishes.toPerSecond);
    m_first->setValue(static_cast<int>(m_wishes.timeToFirstTokenMs));
    m_each->setValue(static_cast<int>(m_wishes.timePerOutputTokenMs));
    m_connections->setCurrentIndex(static_cast<int>(m_wishes.connections));
    m_filling = false;
    m_limits->setVisible(m_wishes.hasRate());
    for (QWidget* field : {static_cast<QWidget*>(m_toRateTitle), static_cast<QWidget*>(m_toRate)})
        field->setVisible(m_wishes.preset == RunPreset::Ramp);
    const bool claim = m_wishes.preset == RunPreset::Claim; // its plan says the rest
    m_chooseClaim->setVisible(claim);
    m_chooseClaim->setEnabled(!m_running);
    for (QWidget* field : {static_cast<QWidget*>(m_requestsTitle), static_cast<QWidget*>(m_requests),
                           static_cast<QWidget*>(m_tokensTitle), static_cast<QWidget*>(m_tokens),
                           static_cast<QWidget*>(m_budgetTitle), static_cast<QWidget*>(m_budget),
                           static_cast<QWidget*>(m_budgetTokensTitle), static_cast<QWidget*>(m_budgetTokens),
                           static_cast<QWidget*>(m_connectionsTitle), static_cast<QWidget*>(m_connections)})
        field->setVisible(!claim);
    for (QWidget* field :
         {static_cast<QWidget*>(m_preset), static_cast<QWidget*>(m_requests), static_cast<QWidget*>(m_tokens),
          static_cast<QWidget*>(m_budget), static_cast<QWidget*>(m_budgetTokens),
          static_cast<QWidget*>(m_connections), m_limits})
        field->setEnabled(!m_running);
    m_start->setEnabled(canStart());
    m_stop->setEnabled(m_running && !m_stopping);
    m_progress->setVisible(m_running);
    m_note->setText(noteText());
}

void RunBuilder::retranslate() {
    for (std::size_t i = 0; i < runPresets.size(); ++i)
        m_preset->setItemText(static_cast<int>(i), presetTitle(runPresets[i]));
    m_connections->setItemText(0, tr("new ones"));
    m_connections->setItemText(1, tr("TLS resumed"));
    m_connections->setItemText(2, tr("kept"));
    m_preset->setAccessibleName(tr("Preset"));
    m_chooseClaim->setText(tr("Choose a claim…"));
    m_requestsTitle->setText(tr("Requests"));
    m_requests->setToolTip(tr("Measured requests of each endpoint, after one or two that are not"));
    m_tokensTitle->setText(tr("Tokens"));
    m_tokens->setToolTip(tr("The most that an answer may have"));
    m_budgetTitle->setText(tr("Budget"));
    m_budget->setSpecialValueText(tr("none"));
    m_budget->setToolTip(tr("The run stops before a request that could exceed it"));
    m_budgetTokensTitle->setText(tr("Budget in tokens"));
    m_budgetTokens->setSpecialValueText(tr("none"));
    m_budgetTokens->setToolTip(
        tr("In and out together; the run stops before a request that could exceed it"));
    m_connectionsTitle->setText(tr("Connections"));
    m_rateTitle->setText(tr("Requests a second"));
    m_toRateTitle->setText(tr("up to"));
    m_firstTitle->setText(tr("First token within"));
    m_eachTitle->setText(tr("Each further one within"));
    for (QSpinBox* limit : {m_first, m_each}) {
        limit->setSuffix(tr(" ms"));
        limit->setSpecialValueText(tr("any"));
    }
    for (const auto& [title, field] : {std::pair<QLabel*, QWidget*>{m_requestsTitle, m_requests},
                                       {m_tokensTitle, m_tokens},
                                       {m_budgetTitle, m_budget},
                                       {m_budgetTokensTitle, m_budgetTokens},
                                       {m_connectionsTitle, m_connections},
                                       {m_rateTitle, m_rate},
                                       {m_toRateTitle, m_toRate},
                                       {m_firstTitle, m_first},
                                       {m_eachTitle, m_each}})
        field->setAccessibleName(title->text());
    m_start->setText(tr("Start"));
    m_stop->setText(tr("Stop"));
    m_progress->setAccessibleName(tr("How much of the run is done"));
    refresh();
}

void RunBuilder::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
