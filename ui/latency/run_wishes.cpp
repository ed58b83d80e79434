// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/run_wishes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "engine/latency/report.h"
#include "engine/latency/stats/rank_test.h"
#include "ui/common/format.h"

namespace parallax::ui {
namespace {

struct RunPresets {
    Q_DECLARE_TR_FUNCTIONS(RunPresets)
};

constexpr int sweepSteps = 6;

// A step goes on until it lasts as long as ten of its answers.
int mostRequestsOf(const RunWishes& wishes) {
    return 10 * wishes.requests;
}
constexpr int promptTokens = 100; // about what the standard prompt, its nonce and a provider's wrapping take

const char* connectionName(latency::ConnectionPolicy policy) {
    switch (policy) {
    case latency::ConnectionPolicy::Cold:
        return "cold";
    case latency::ConnectionPolicy::TlsResumed:
        return "tls-resumed";
    case latency::ConnectionPolicy::Warm:
        break;
    }
    return "warm";
}

const char* loadName(RunPreset preset) {
    switch (preset) {
    case RunPreset::ServiceLevel:
        return "sweep";
    case RunPreset::MlPerf:
        return "poisson";
    case RunPreset::Ramp:
        return "ramp";
    default:
        return "pairs";
    }
}

int warmupOf(RunPreset preset) {
    return preset == RunPreset::QuickLook ? 1 : 2;
}

QJsonObject endpointJson(const data::Endpoint& endpoint) {
    QJsonObject json{{QStringLiteral("name"), fromUtf8(endpoint.name)},
                     {QStringLiteral("provider"), fromUtf8(endpoint.provider)}};
    const auto put = [&json](const char* key, const std::string& value) {
        if (!value.empty())
            json.insert(QLatin1String(key), fromUtf8(value));
    };
    put("model", endpoint.model);
    put("base_url", endpoint.baseUrl);
    put("region", endpoint.region);
    put("key_variable", endpoint.keyVariable);
    if (!endpoint.options.empty()) {
        QJsonObject options;
        for (const auto& [name, value] : endpoint.options)
            options.insert(fromUtf8(name), fromUtf8(value));
        json.insert(QStringLiteral("options"), options);
    }
    return json;
}

} // namespace

QString presetTitle(RunPreset preset) {
    switch (preset) {
    case RunPreset::QuickLook:
        return RunPresets::tr("Quick look");
    case RunPreset::FairComparison:
        return RunPresets::tr("Fair comparison");
    case RunPreset::ServiceLevel:
        return RunPresets::tr("Sweep under limits");
    case RunPreset::MlPerf:
        return RunPresets::tr("MLPerf limits");
    case RunPreset::Ramp:
        return RunPresets::tr("Rising load");
    case RunPreset::Claim:
        return RunPresets::tr("Test a claim");
    }
    return {};
}

QString presetNote(RunPreset preset) {
    switch (preset) {
    case RunPreset::QuickLook:
        return RunPresets::tr("A few short answers in random order: enough for medians.");
    case RunPreset::FairComparison:
        return RunPresets::tr("The same prompt to each endpoint within moments, in random order; five such "
                              "sessions at different hours carry a verdict.");
    case RunPreset::ServiceLevel:
        return RunPresets::tr("Searches the highest rate at which 95 % of the requests keep the limits.");
    case RunPreset::MlPerf:
        return RunPresets::tr("Random arrivals against the limits of MLPerf Inference for Llama 2 70B in its "
                              "server scenario: 2 s to the first token, 200 ms for each further one. Its own "
                              "rule for the p99 takes 662 requests.");
    case RunPreset::Ramp:
        return RunPresets::tr(
            "A rate that rises (or falls) in an even line, told by its tenths: where answers become "
            "slow.");
    case RunPreset::Claim:
        return RunPresets::tr("The run that would settle what an article claims of a latency, speed or "
                              "availability.");
    }
    return {};
}

RunWishes RunWishes::of(RunPreset preset) {
    RunWishes wishes;
    wishes.preset = preset;
    switch (preset) {
    case RunPreset::QuickLook:
    case RunPreset::Claim:
        break;
    case RunPreset::FairComparison:
        wishes.requests = 40; // 36 show a p90
        wishes.tokens = 500;
        break;
    case RunPreset::ServiceLevel:
        wishes.requests = 30;
        wishes.tokens = 128;
        wishes.timeToFirstTokenMs = 500;
        wishes.timePerOutputTokenMs = 50;
        break;
    case RunPreset::MlPerf:
        wishes.requests = 100;
        wishes.tokens = 256;
        wishes.timeToFirstTokenMs = 2000;
        wishes.timePerOutputTokenMs = 200;
        break;
    case RunPreset::Ramp:
        wishes.requests = 60;
        wishes.tokens = 64;
        break;
    }
    return wishes;
}

QJsonObject toJson(const RunWishes& wishes) {
    return {{QStringLiteral("preset"), static_cast<int>(wishes.preset)},
            {QStringLiteral("requests"), wishes.requests},
            {QStringLiteral("tokens"), wishes.tokens},
            {QStringLiteral("rate"), wishes.perSecond},
            {QStringLiteral("toRate"), wishes.toPerSecond},
            {QStringLiteral("ttft"), wishes.timeToFirstTokenMs},
            {QStringLiteral("tpot"), wishes.timePerOutputTokenMs},
            {QStringLiteral("budget"), wishes.budgetDollars},
            {QStringLiteral("budgetTokens"), wishes.budgetTokens},
            {QStringLiteral("connections"), static_cast<int>(wishes.connections)},
            {QStringLiteral("prompt"), wishes.prompt}};
}

RunWishes runWishesFrom(const QJsonObject& json) {
    const auto preset = std::clamp(json[QLatin1String("preset")].toInt(), 0, int(runPresets.size()) - 1);
    RunWishes wishes = RunWishes::of(static_cast<RunPreset>(preset));
    wishes.requests = std::clamp(json[QLatin1String("requests")].toInt(wishes.requests), 1, 100'000);
    wishes.tokens = std::clamp(json[QLatin1String("tokens")].toInt(wishes.tokens), 1, 100'000);
    const auto number = [&json](const char* key, double standard, double most) {
        return std::clamp(json[QLatin1String(key)].toDouble(standard), 0.0, most);
    };
    wishes.perSecond = std::max(0.01, number("rate", wishes.perSecond, 10'000));
    wishes.toPerSecond = std::max(0.01, number("toRate", wishes.toPerSecond, 10'000));
    wishes.timeToFirstTokenMs = number("ttft", wishes.timeToFirstTokenMs, 1e6);
    wishes.timePerOutputTokenMs = number("tpot", wishes.timePerOutputTokenMs, 1e6);
    wishes.budgetDollars = number("budget", 0, 1e6);
    wishes.budgetTokens = std::clamp(json[QLatin1String("budgetTokens")].toInt(0), 0, mostBudgetTokens);
    wishes.connections =
        static_cast<latency::ConnectionPolicy>(std::clamp(json[QLatin1String("connections")].toInt(2), 0, 2));
    wishes.prompt = json[QLatin1String("prompt")].toString();
    return wishes;
}

std::string planJson(const RunWishes& wishes, const std::vector<data::Endpoint>& endpoints,
                     const QString& name) {
    QJsonArray list;
    for (const data::Endpoint& endpoint : endpoints)
        list.append(endpointJson(endpoint));
    QJsonObject load{{QStringLiteral("kind"), QLatin1String(loadName(wishes.preset))},
                     {QStringLiteral("requests"), wishes.requests},
                     {QStringLiteral("warmup"), warmupOf(wishes.preset)}};
    if (wishes.hasRate())
        load.insert(QStringLiteral("per_second"), wishes.perSecond);
    if (wishes.preset == RunPreset::Ramp)
        load.insert(QStringLiteral("to_per_second"), wishes.toPerSecond);
    if (wishes.preset == RunPreset::ServiceLevel) {
        load.insert(QStringLiteral("steps"), sweepSteps);
        load.insert(QStringLiteral("most_requests"), mostRequestsOf(wishes));
    }
    QJsonObject prompt{{QStringLiteral("max_tokens"), wishes.tokens},
                       {QStringLiteral("fixed_length"), wishes.preset != RunPreset::QuickLook}};
    if (!wishes.prompt.trimmed().isEmpty())
        prompt.insert(QStringLiteral("text"), wishes.prompt.trimmed());
    QJsonObject plan{{QStringLiteral("name"), name},
                     {QStringLiteral("endpoints"), list},
                     {QStringLiteral("load"), load},
                     {QStringLiteral("prompt"), prompt},
                     {QStringLiteral("connections"), QLatin1String(connectionName(wishes.connections))}};
    QJsonObject budget;
    if (wishes.budgetDollars > 0)
        budget.insert(QStringLiteral("usd"), wishes.budgetDollars);
    if (wishes.budgetTokens > 0)
        budget.insert(QStringLiteral("tokens"), wishes.budgetTokens);
    if (!budget.isEmpty())
        plan.insert(QStringLiteral("budget"), budget);
    if (wishes.hasRate()) {
        QJsonObject limits;
        if (wishes.timeToFirstTokenMs > 0)
            limits.insert(QStringLiteral("ttft_ms"), wishes.timeToFirstTokenMs);
        if (wishes.timePerOutputTokenMs > 0)
            limits.insert(QStringLiteral("tpot_ms"), wishes.timePerOutputTokenMs);
        plan.insert(QStringLiteral("slo"), limits);
    }
    return QJsonDocument(plan).toJson(QJsonDocument::Indented).toStdString();
}

int pairsNeeded(const RunWishes& wishes, std::size_t endpoints) {
    if (endpoints < 2 || QLatin1String(loadName(wishes.preset)) != QLatin1String("pairs"))
        return 0;
    const std::size_t tests = endpoints * (endpoints - 1) / 2 * latency::comparedMetrics.size();
    return static_cast<int>(std::max(latency::PairedResult::needed, latency::pairsToShow(tests)));
}

std::optional<double> mostDollars(const RunWishes& wishes, const std::vector<data::Endpoint>& endpoints,
                                  const std::string& day) {
    const int steps = wishes.preset == RunPreset::ServiceLevel ? sweepSteps : 1;
    const int requests = wishes.preset == RunPreset::ServiceLevel ? mostRequestsOf(wishes) : wishes.requests;
    double dollars = 0;
    for (const data::Endpoint& endpoint : endpoints) {
        try {
            const auto one = latency::mostItCanCost(
                latency::quoteOf(endpoint, day),
                promptTokens + static_cast<std::int64_t>(wishes.prompt.size()), wishes.tokens);
            if (!one)
                return std::nullopt;
            dollars += static_cast<double>(*one) / 1e12 * steps * (requests + warmupOf(wishes.preset));
        } catch (const Error&) {
            return std::nullopt; // a price that is no number
        }
    }
    return dollars;
}

} // namespace parallax::ui
