// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/facts_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "ui/common/chart_scale.h"
#include "ui/common/format.h"
#include "ui/latency/latency_text.h"

namespace parallax::ui {
namespace {

QString inOneLine(QStringList words) {
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

QString rangeOf(const latency::Percentile& percentile, int decimals) {
    return rangeText(formatNumber(percentile.interval.low, decimals),
                     formatNumber(percentile.interval.high, decimals));
}

QString endsText(const latency::EndpointReport& report, const RunContent& content) {
    QStringList words;
    if (!report.simulation.empty())
        words << LatencyText::tr("SIMULATION");
    if (const EndpointSeries* series = content.find(report.endpoint))
        words << outcomesText(*series);
    words << (report.availabilityAtLeast ? LatencyText::tr("availability at least %1 % (95 % confidence)")
                                               .arg(formatNumber(100 * *report.availabilityAtLeast, 2))
                                         : LatencyText::tr("availability: not enough data"));
    if (report.fluidity)
        words << LatencyText::tr("%1 % of the chunks in time for the limits")
                     .arg(formatNumber(100 * *report.fluidity, 1));
    if (report.buffered > 0)
        words << LatencyText::tr("%1 came all at once at their end: no first token was timed")
                     .arg(formatCount(report.buffered));
    if (report.late > 0)
        words << LatencyText::tr("our own client was more than 1 ms late in %1 requests")
                     .arg(formatCount(report.late));
    return inOneLine(words);
}

// How long the answers are and how fast they come.
QString answersText(const latency::EndpointReport& report) {
    QStringList words;
    if (report.outputTokens.enough())
        words << LatencyText::tr("%1 tokens an answer (%2)")
                     .arg(formatNumber(report.outputTokens.value, 0), rangeOf(report.outputTokens, 0));
    if (report.reasoningTokens)
        words << LatencyText::tr("%1 of them thought").arg(formatNumber(*report.reasoningTokens, 0));
    if (report.ownTokens.enough())
        words << LatencyText::tr("%1 by a tokenizer of our own (%2)")
                     .arg(formatNumber(report.ownTokens.value, 0), rangeOf(report.ownTokens, 0));
    if (report.ownDiffers > 0)
        words << LatencyText::tr("in %1 of them the server counts more than 2 % otherwise")
                     .arg(formatCount(report.ownDiffers));
    if (report.decodeSpeed.enough())
        words << LatencyText::tr("%1 tokens a second after the first (%2)")
                     .arg(formatNumber(report.decodeSpeed.value, 1), rangeOf(report.decodeSpeed, 1));
    if (report.wholeSpeed.enough())
        words << LatencyText::tr("%1 with the wait for it (%2)")
                     .arg(formatNumber(report.wholeSpeed.value, 1), rangeOf(report.wholeSpeed, 1));
    if (report.gaps.tokensPerChunk)
        words << LatencyText::tr("%1 tokens a chunk").arg(formatNumber(*report.gaps.tokensPerChunk, 2));
    if (report.gaps.chunksPerAnswer)
        words << LatencyText::tr("%1 chunks an answer").arg(formatNumber(*report.gaps.chunksPerAnswer, 0));
    if (report.lengthNotFixed)
        words << LatencyText::tr("its provider cannot be told a fixed length");
    if (report.beyondAsked > 0)
        words << LatencyText::tr("%1 answers reported far more tokens than were asked for")
                     .arg(formatCount(report.beyondAsked));
    return inOneLine(words);
}

QString medianOf(const latency::MetricSummary& summary) {
    const latency::Percentile& median = summary.percentiles.front();
    return median.enough() ? LatencyText::tr("%1 (%2) of %3 answers")
                                 .arg(millisecondsText(median.value), intervalFigure(median.interval),
                                      formatCount(static_cast<qint64>(summary.n)))
                           : LatencyText::tr("not enough data, %1 of %2 answers")
                                 .arg(formatCount(static_cast<qint64>(summary.n)),
                                      formatCount(static_cast<qint64>(median.needed)));
}

// The whole answer at the length that was asked for; what has another one is only modelled.
QString atLengthText(const latency::EndpointReport& report) {
    if (!report.atLength)
        return {};
    const QString measured =
        LatencyText::tr("Whole answer at %1 tokens, median: %2")
            .arg(formatCount(report.atLength->tokens), medianOf(report.atLength->measured));
    return report.atLength->modelled.n == 0
               ? measured
               : LatencyText::tr("%1; modelled from answers of another length: %2")
                     .arg(measured, medianOf(report.atLength->modelled));
}

// Where it did not stay the same over the run.
QString driftsText(const latency::EndpointReport& report) {
    QStringList words;
    for (const latency::DriftReport& drift : report.drifts)
        if (drift.shown())
            words << LatencyText::tr("%1 drifts: %2 % from beginning to end (99 % interval %3 to %4 %)")
                         .arg(metricTitle(drift.metric), signedFigure(100 * drift.change, 1),
                              signedFigure(100 * drift.interval.low, 1),
                              signedFigure(100 * drift.interval.high, 1));
    return inOneLine(words);
}

// Who answers by turns has none, and neither has a sweep as a whole.
QString throughputText(const latency::EndpointReport& report) {
    if (!report.throughput)
        return {};
    const latency::Throughput& throughput = *report.throughput;
    if (!throughput.requestsPerSecond)
        return LatencyText::tr("answers a second: not enough data, the window is shorter than %1 answers")
            .arg(formatNumber(latency::answersInWindow, 0));
    QStringList words;
    if (throughput.offeredPerSecond)
        words << LatencyText::tr("%1 answers a second of %2 offered")
                     .arg(formatNumber(*throughput.requestsPerSecond, 2),
                          formatNumber(*throughput.offeredPerSecond, 2));
    words << (throughput.tokensPerSecond
                  ? LatencyText::tr("%1 tokens a second").arg(formatNumber(*throughput.tokensPerSecond, 1))
                  : LatencyText::tr("tokens a second: not enough data"));
    return inOneLine(words);
}

// Where they were of several kinds: their times differ.
QString connectionsText(const latency::EndpointReport& report) {
    QStringList words;
    for (std::size_t i = 0; i < report.connections.size(); ++i)
        if (report.connections[i] > 0)
            words << QStringLiteral("%1 × %2").arg(formatCount(report.connections[i]),
                                                   connectionText(static_cast<data::ConnectionKind>(i)));
    if (words.size() < 2)
        return {};
    return (latency::toldByConnection(report)
                ? LatencyText::tr("Connections: %1; the last rows of the table tell them apart")
                : LatencyText::tr("Connections: %1; the percentiles are of all of them"))
        .arg(inOneLine(words));
}

QString namesOf(const std::map<std::string, std::int64_t>& found) {
    QStringList names;
    for (const auto& [name, count] : found)
        names << (found.size() > 1 ? QStringLiteral("%1 × %2").arg(formatCount(count), fromUtf8(name))
                                   : fromUtf8(name));
    return inOneLine(names);
}

// What answered, by its own account.
QString modelsText(const latency::EndpointReport& report) {
    if (!report.simulation.empty() || report.models.empty())
        return {};
    const QString model = LatencyText::tr("Model, as the server names it: %1").arg(namesOf(report.models));
    return report.fingerprints.empty()
               ? model
               : LatencyText::tr("%1; system fingerprint %2").arg(model, namesOf(report.fingerprints));
}

QString costText(const latency::EndpointReport& report) {
    if (!report.dollarsPerToken || *report.dollarsPerToken <= 0) // nobody is paid for a simulation
        return {};
    const QString cost = (report.dollarsAtMost ? LatencyText::tr("at most %1 for a million tokens of answers")
                                               : LatencyText::tr("%1 for a million tokens of answers"))
                             .arg(dollarsText(*report.dollarsPerToken * 1e6));
    return report.dollarsPerHour ? LatencyText::tr("%1, at %2 for an hour of the machine while it answers")
                                       .arg(cost, dollarsText(*report.dollarsPerHour))
                                 : cost;
}

QString priceUnitText(latency::PriceUnit unit) {
    switch (unit) {
    case latency::PriceUnit::Input:
        return LatencyText::tr("input");
    case latency::PriceUnit::CachedInput:
        return LatencyText::tr("cached input");
    case latency::PriceUnit::Output:
        return LatencyText::tr("output");
    case latency::PriceUnit::Reasoning:
        return LatencyText::tr("reasoning");
    }
    return {};
}

QStringList pricesText(const latency::Quote& quote) {
    QStringList lines;
    if (quote.disagreement)
        lines << LatencyText::tr("The price lists disagree; the dearest counts:");
    for (const latency::Price& price : quote.statements) {
        const QString stated =
            LatencyText::tr("%1 a million tokens of %2")
                .arg(dollarsText(static_cast<double>(price.perToken) / 1e6), priceUnitText(price.unit));
        lines << (price.from.empty() ? LatencyText::tr("%1: %2, read on %3")
                                           .arg(stated, fromUtf8(price.source), fromUtf8(price.readOn))
                                     : LatencyText::tr("%1 since %2: %3, read on %4")
                                           .arg(stated, fromUtf8(price.from), fromUtf8(price.source),
                                                fromUtf8(price.readOn)));
    }
    return lines;
}

} // namespace

std::vector<EndpointFacts> endpointFacts(const RunContent& content) {
    std::vector<EndpointFacts> all;
    for (std::size_t i = 0; i < content.series.size(); ++i)
        for (const latency::EndpointReport& report : content.report.endpoints) {
            if (report.endpoint != content.series[i].endpoint)
                continue;
            EndpointFacts facts;
            facts.endpoint = fromUtf8(report.endpoint);
            facts.series = static_cast<int>(i);
            facts.lines << endsText(report, content) << answersText(report) << atLengthText(report)
                        << driftsText(report) << throughputText(report) << connectionsText(report)
                        << modelsText(report) << costText(report);
            facts.lines.removeAll(QString());
            facts.prices = pricesText(report.quote);
            all.push_back(std::move(facts));
        }
    return all;
}

} // namespace parallax::ui
