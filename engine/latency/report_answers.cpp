// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/report_answers.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "engine/latency/report_steps.h"
#include "engine/latency/stats/series.h"

namespace parallax::latency {
namespace {

using data::Outcome;

// Reasoning is in the server's count and not in the text that ours is of.
bool countsDiffer(const data::TokenUsage& usage) {
    const std::int64_t visible = usage.output - std::max<std::int64_t>(usage.reasoning, 0);
    const auto off = static_cast<double>(std::abs(visible - usage.ownOutput));
    return usage.output >= 0 && usage.ownOutput >= 0 && off > 2 && off > 0.02 * static_cast<double>(visible);
}

} // namespace

void addLengths(std::span<const data::Attempt> attempts, const ReportOptions& options,
                EndpointReport& report) {
    std::vector<double> tokens, ownTokens, speeds, whole, gaps, perChunk, chunks, reasoning;
    const std::int64_t farMore = 2 * options.maxTokens + 16;
    for (const data::Attempt& attempt : attempts) {
        if (attempt.outcome != Outcome::Success)
            continue;
        if (attempt.usage.output >= 0)
            tokens.push_back(static_cast<double>(attempt.usage.output));
        if (attempt.usage.ownOutput >= 0)
            ownTokens.push_back(static_cast<double>(attempt.usage.ownOutput));
        if (const Metric speed = endToEndSpeed(attempt))
            whole.push_back(*speed);
        if (attempt.usage.reasoning > 0)
            reasoning.push_back(static_cast<double>(attempt.usage.reasoning));
        report.ownDiffers += countsDiffer(attempt.usage) ? 1 : 0;
        report.beyondAsked += options.maxTokens > 0 && attempt.usage.output > farMore ? 1 : 0;
        if (attempt.buffered)
            continue;
        if (const Metric speed = decodeSpeed(attempt))
            speeds.push_back(*speed);
        if (const Metric one = tokensPerChunk(attempt))
            perChunk.push_back(*one);
        if (const std::size_t count = chunksOf(attempt.time); count > 0)
            chunks.push_back(static_cast<double>(count));
        const auto own = interChunkGaps(attempt.time);
        gaps.insert(gaps.end(), own.begin(), own.end());
    }
    if (!reasoning.empty())
        report.reasoningTokens = median(reasoning);
    for (auto* values : {&tokens, &ownTokens, &speeds, &whole, &gaps})
        std::sort(values->begin(), values->end());
    report.outputTokens = percentile(tokens, 0.5);
    report.ownTokens = percentile(ownTokens, 0.5);
    report.decodeSpeed = percentile(speeds, 0.5);
    report.wholeSpeed = percentile(whole, 0.5);
    report.gaps.n = gaps.size();
    if (!perChunk.empty())
        report.gaps.tokensPerChunk = median(perChunk);
    if (!chunks.empty())
        report.gaps.chunksPerAnswer = median(chunks);
    for (std::size_t i = 0; i < reportQuantiles.size(); ++i)
        if (gaps.size() >= minimumSample(reportQuantiles[i], 0.95))
            report.gaps.percentiles[i] = quantile(gaps, reportQuantiles[i]);
}

void addAtLength(std::span<const data::Attempt> attempts, const ReportOptions& options,
                 EndpointReport& report) {
    if (options.fixedTokens == 0)
        return;
    std::vector<double> measured, modelled;
    for (const data::Attempt& attempt : attempts) {
        if (const Metric value = endToEndAt(attempt, options.fixedTokens, options.level.since))
            measured.push_back(*value);
        else if (const Metric other = modelledEndToEndAt(attempt, options.fixedTokens, options.level.since))
            modelled.push_back(*other);
    }
    report.atLength = {options.fixedTokens, summarised(ReportMetric::EndToEnd, std::move(measured)),
                       summarised(ReportMetric::EndToEnd, std::move(modelled))};
}

void addWhoAnswered(std::span<const data::Attempt> attempts, Since since, EndpointReport& report) {
    std::set<data::ConnectionKind> kinds;
    for (const data::Attempt& attempt : attempts) {
        if (attempt.outcome != Outcome::Success)
            continue;
        kinds.insert(attempt.connection);
        if (!attempt.model.empty())
            ++report.models[attempt.model];
        if (!attempt.fingerprint.empty())
            ++report.fingerprints[attempt.fingerprint];
    }
    if (kinds.size() < 2)
        return;
    for (const data::ConnectionKind kind : kinds) {
        std::vector<data::Attempt> own;
        std::copy_if(attempts.begin(), attempts.end(), std::back_inserter(own),
                     [kind](const data::Attempt& attempt) { return attempt.connection == kind; });
        ConnectionReport& one = report.byConnection.emplace_back();
        one.kind = kind;
        for (const ReportMetric metric : connectionMetrics)
            one.metrics.push_back(summaryOf(metric, own, since));
    }
}

bool toldByConnection(const EndpointReport& report) {
    return std::count_if(
               report.byConnection.begin(), report.byConnection.end(), [](const ConnectionReport& one) {
                   return std::any_of(one.metrics.begin(), one.metrics.end(),
                                      [](const auto& of) { return of.percentiles.front().enough(); });
               }) > 1;
}

} // namespace parallax::latency
