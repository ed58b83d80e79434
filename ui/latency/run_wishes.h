// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "data/measure/endpoint.h"
#include "engine/latency/run.h"

namespace parallax::ui {

// Claim: what an article claims says what is to be asked of whom; the wishes say nothing then.
enum class RunPreset { QuickLook, FairComparison, ServiceLevel, MlPerf, Ramp, Claim };
inline constexpr std::array runPresets{RunPreset::QuickLook,    RunPreset::FairComparison,
                                       RunPreset::ServiceLevel, RunPreset::MlPerf,
                                       RunPreset::Ramp,         RunPreset::Claim};
QString presetTitle(RunPreset preset);
QString presetNote(RunPreset preset); // what it measures, in one sentence

inline constexpr int mostBudgetTokens = 1'000'000'000;

// What a person asks of a run; a plan (docs/latency.md) says the same to the engine.
struct RunWishes {
    RunPreset preset = RunPreset::QuickLook;
    // Of each endpoint, or of each step. Twelve pairs are quick, and the fewest that can show a difference
    // between up to eight endpoints (latency::pairsToShow).
    int requests = 12;
    int tokens = 64; // of each answer
    double perSecond = 1;
    double toPerSecond = 5;        // of a ramp, which begins at perSecond
    double timeToFirstTokenMs = 0; // limits; 0: none
    double timePerOutputTokenMs = 0;
    double budgetDollars = 0; // 0: none
    int budgetTokens = 0;     // in and out together; 0: none
    latency::ConnectionPolicy connections = latency::ConnectionPolicy::Warm;
    QString prompt; // empty: the standard one
    bool operator==(const RunWishes&) const = default;

    static RunWishes of(RunPreset preset); // with the preset's own figures
    bool hasRate() const {
        return preset == RunPreset::ServiceLevel || preset == RunPreset::MlPerf || preset == RunPreset::Ramp;
    }
};

QJsonObject toJson(const RunWishes& wishes);
RunWishes runWishesFrom(const QJsonObject& json); // forgives

// The plan as JSON, the endpoints in it rather than named, so that a run can be read when they have changed.
std::string planJson(const RunWishes& wishes, const std::vector<data::Endpoint>& endpoints,
                     const QString& name);

// Pairs that it takes to show any difference by all the tests between so many endpoints; 0: no pairs.
int pairsNeeded(const RunWishes& wishes, std::size_t endpoints);

// What the run can cost at the most, in dollars; nothing where a price is not known.
std::optional<double> mostDollars(const RunWishes& wishes, const std::vector<data::Endpoint>& endpoints,
                                  const std::string& day);

} // namespace parallax::ui
