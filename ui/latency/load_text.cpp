// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a report says of its load: the limits and who kept them, a sweep, a ramp, what a server of ours adds.
#include <QStringList>

#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include "ui/common/chart_scale.h"
#include "ui/common/format.h"
#include "ui/latency/latency_text.h"

namespace parallax::ui {
namespace {

QString rateText(const std::optional<double>& perSecond) {
    return perSecond ? formatNumber(*perSecond, 2) : QStringLiteral("–");
}

// The rate that was planned, as it was sent and what came of it, and who of it kept the limits.
QString stepText(const QString& name, const latency::SweepStep& step, std::int64_t needed) {
    const latency::StepJudgement& judgement = step.judgement;
    const QString at =
        LatencyText::tr("%1 at %2 requests a second (sent %3, answered %4)")
            .arg(name, formatNumber(step.plannedPerSecond, 2), rateText(step.reached.offeredPerSecond),
                 rateText(step.reached.requestsPerSecond));
    const QString share =
        LatencyText::tr("%1 % (%2 to %3 %) of %4")
            .arg(formatNumber(100 * judgement.goodput.attainment().value_or(0), 1),
                 formatNumber(100 * judgement.attainment.low, 1),
                 formatNumber(100 * judgement.attainment.high, 1), formatCount(judgement.goodput.judged()));
    switch (judgement.verdict) {
    case latency::StepVerdict::Kept:
        return LatencyText::tr("%1: %2 kept the limits").arg(at, share);
    case latency::StepVerdict::Missed:
        return LatencyText::tr("%1: %2 kept the limits, under what was asked for").arg(at, share);
    case latency::StepVerdict::Growing:
        return LatencyText::tr("%1: %2 kept the limits, but whole answers took longer and longer (%3 % over "
                               "the step): it was not kept up")
            .arg(at, share, formatNumber(100 * judgement.growth, 0));
    case latency::StepVerdict::TooShort:
        return LatencyText::tr("%1: not enough data, it lasted %2 s of the %3 s that it takes (ten answers, "
                               "and a second at least)")
            .arg(at, formatNumber(judgement.seconds, 2), formatNumber(judgement.neededSeconds, 2));
    case latency::StepVerdict::TooFew:
        break;
    }
    return LatencyText::tr("%1: not enough data, %2 of %3 requests")
        .arg(at, formatCount(judgement.goodput.judged()), formatCount(needed));
}

QString sweepEndText(const QString& name, const latency::EndpointReport& report) {
    const QString rate =
        LatencyText::tr("%1 requests a second as planned (sent %2, answered %3)")
            .arg(formatNumber(report.highestKept, 2), rateText(report.highestReached.offeredPerSecond),
                 rateText(report.highestReached.requestsPerSecond));
    switch (report.sweepEnd) {
    case latency::SweepEnd::NotEnoughData:
        return LatencyText::tr("%1: the highest rate within the limits: not enough data").arg(name);
    case latency::SweepEnd::NoneKept:
        return LatencyText::tr("%1: none of the rates that were tried kept the limits").arg(name);
    case latency::SweepEnd::LimitNotReached:
        return LatencyText::tr("%1: the highest rate within the limits is at least %2; the limit was not "
                               "reached")
            .arg(name, rate);
    case latency::SweepEnd::Bracketed:
        break;
    }
    return LatencyText::tr("%1: the highest rate within the limits is %2").arg(name, rate);
}

QString stepsMadeText(const QString& name, const latency::EndpointReport& report, bool underWay) {
    return (underWay ? LatencyText::tr("%1: the sweep is at step %2 of %3")
                     : LatencyText::tr("%1: the sweep ended after %2 of %3 steps"))
        .arg(name, formatCount(static_cast<qint64>(report.sweep.size())), formatCount(report.sweepPlanned));
}

// Who answers by turns has no rate of its own.
QString keptText(const QString& name, double attained, const latency::Goodput& goodput) {
    const QString share = LatencyText::tr("%1: %2 % of %3 that were sent kept the limits")
                              .arg(name, formatNumber(100 * attained, 1), formatCount(goodput.judged()));
    return goodput.perSecond ? LatencyText::tr("%1, %2 good answers a second")
                                   .arg(share, formatNumber(*goodput.perSecond, 2))
                             : share;
}

// MLPerf's rule for a p99 with a limit.
QString tailText(const QString& name, const latency::TailReport& one) {
    const QString what = LatencyText::tr("%1, p99 of %2 by MLPerf's rule").arg(name, metricTitle(one.metric));
    if (!one.tail.enough())
        return LatencyText::tr("%1: not enough data, %2 of %3 requests")
            .arg(what, formatCount(static_cast<qint64>(one.tail.n)),
                 formatCount(static_cast<qint64>(one.tail.needed)));
    if (!std::isfinite(one.tail.value))
        return LatencyText::tr("%1: too many failed").arg(what);
    return (one.kept() ? LatencyText::tr("%1: at most %2, within the limit of %3")
                       : LatencyText::tr("%1: at most %2, not within the limit of %3"))
        .arg(what, millisecondsText(one.tail.value), millisecondsText(one.limit));
}

// The median, and the ninetieth of a hundred where enough were sent in that tenth.
QString waitText(const latency::RampStep& step, latency::ReportMetric metric) {
    for (const latency::MetricSummary& summary : step.metrics) {
        if (summary.metric != metric || !summary.percentiles[0].enough())
            continue;
        const QString median = millisecondsText(summary.percentiles[0].value);
        return summary.percentiles[1].enough()
                   ? LatencyText::tr("%1, p90 %2").arg(median, millisecondsText(summary.percentiles[1].value))
                   : median;
    }
    return LatencyText::tr("not enough data");
}

} // namespace

QString limitsText(const RunContent& content, bool underWay) {
    QStringList lines;
    const bool limits = content.plan->level.timeToFirstToken || content.plan->level.timePerOutputToken ||
                        content.plan->level.endToEnd;
    for (const latency::EndpointReport& report : content.report.endpoints) {
        const QString name = fromUtf8(report.endpoint);
        for (const latency::SweepStep& step : report.sweep)
            lines << stepText(name, step, report.sweepNeeded);
        if (!report.sweep.empty() && (underWay || std::cmp_less(report.sweep.size(), report.sweepPlanned)))
            lines << stepsMadeText(name, report, underWay);
        if (!report.sweep.empty() && underWay)
            continue; // what it found is known at its end
        if (!report.sweep.empty())
            lines << sweepEndText(name, report);
        else if (const auto attained = report.goodput.attainment(); limits && attained)
            lines << keptText(name, *attained, report.goodput);
        for (const latency::TailReport& tail : report.tails)
            lines << tailText(name, tail);
    }
    return lines.join(QLatin1Char('\n'));
}

QString rampText(const RunContent& content) {
    const bool limits = content.plan->level.timeToFirstToken || content.plan->level.timePerOutputToken ||
                        content.plan->level.endToEnd;
    QStringList lines;
    for (const latency::EndpointReport& report : content.report.endpoints)
        for (const latency::RampStep& step : report.ramp) {
            const bool rate = step.planned.unit == latency::RampUnit::PerSecond;
            const QString planned = rangeText(formatNumber(step.planned.from, rate ? 2 : 1),
                                              formatNumber(step.planned.to, rate ? 2 : 1));
            QString line = (rate ? LatencyText::tr("%1 at %2 requests a second as planned")
                                 : LatencyText::tr("%1 with %2 at a time as planned"))
                               .arg(fromUtf8(report.endpoint), planned);
            if (step.offeredPerSecond)
                line = LatencyText::tr("%1 (sent %2 a second)")
                           .arg(line, formatNumber(*step.offeredPerSecond, 2));
            line = LatencyText::tr("%1, %2 under way: first token %3, whole answer %4")
                       .arg(line, formatNumber(step.underWay, 1),
                            waitText(step, latency::ReportMetric::FirstToken),
                            waitText(step, latency::ReportMetric::EndToEnd));
            if (const auto attained = step.goodput.attainment(); limits && attained)
                line =
                    LatencyText::tr("%1; %2 % kept the limits").arg(line, formatNumber(100 * *attained, 1));
            lines << line;
        }
    return lines.join(QLatin1Char('\n'));
}

QString overheadText(const RunContent& content) {
    QStringList lines;
    for (const latency::OverheadReport& one : content.report.overheads)
        lines << LatencyText::tr("Client and transport add (%1 less %2), %3: %4")
                     .arg(fromUtf8(one.served), fromUtf8(one.local), metricTitle(one.metric),
                          one.added.enough() ? LatencyText::tr("%1 (%2 to %3)")
                                                   .arg(millisecondsText(one.added.value),
                                                        millisecondsText(one.added.interval.low),
                                                        millisecondsText(one.added.interval.high))
                                             : LatencyText::tr("not enough data"));
    return lines.join(QLatin1Char('\n'));
}

} // namespace parallax::ui
