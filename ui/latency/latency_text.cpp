// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/latency_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <cmath>
#include <utility>

#include "ui/common/chart_scale.h"
#include "ui/common/format.h"

namespace parallax::ui {
namespace {

struct LatencyText {
    Q_DECLARE_TR_FUNCTIONS(LatencyText)
};

QString tr(const char* text) {
    return LatencyText::tr(text);
}

} // namespace

QString metricTitle(latency::ReportMetric metric) {
    switch (metric) {
    case latency::ReportMetric::FirstToken:
        return LatencyText::tr("First token (TTFT)");
    case latency::ReportMetric::FirstOutput:
        return LatencyText::tr("First visible text (TTFO)");
    case latency::ReportMetric::EndToEnd:
        return LatencyText::tr("Whole answer (E2E)");
    case latency::ReportMetric::EndToEndWire:
        return LatencyText::tr("To the end marker (E2E-wire)");
    case latency::ReportMetric::PerOutputToken:
        return LatencyText::tr("Each further token (TPOT)");
    case latency::ReportMetric::ServerFirstToken:
        return LatencyText::tr("First token after sending");
    case latency::ReportMetric::Queue:
        return LatencyText::tr("Queue of our own");
    case latency::ReportMetric::Stall:
        return LatencyText::tr("Longest pause in an answer");
    case latency::ReportMetric::RoundTrip:
        return LatencyText::tr("Round trip (new connections)");
    }
    return {};
}

QString metricNote(latency::ReportMetric metric) {
    switch (metric) {
    case latency::ReportMetric::FirstToken:
        return LatencyText::tr("From handing the request over to the first generated text of any channel");
    case latency::ReportMetric::FirstOutput:
        return LatencyText::tr("From handing the request over to the first visible text");
    case latency::ReportMetric::EndToEnd:
        return LatencyText::tr("From handing the request over to the last event with text");
    case latency::ReportMetric::EndToEndWire:
        return LatencyText::tr(
            "From handing the request over to the provider's end marker, after the last text");
    case latency::ReportMetric::PerOutputToken:
        return LatencyText::tr("(E2E − TTFT) / (tokens − 1), with the server's own count of tokens");
    case latency::ReportMetric::ServerFirstToken:
        return LatencyText::tr("From the last byte sent to the first generated text; one round trip within");
    case latency::ReportMetric::Queue:
        return LatencyText::tr("From the time that the plan wanted to the submission");
    case latency::ReportMetric::Stall:
        return LatencyText::tr("The largest gap between two chunks of one answer");
    case latency::ReportMetric::RoundTrip:
        return LatencyText::tr(
            "The TCP handshake of a new connection: once to the provider and back, with nothing "
            "computed there");
    }
    return {};
}

QString phaseTitle(latency::Phase phase) {
    switch (phase) {
    case latency::Phase::Dns:
        return LatencyText::tr("DNS");
    case latency::Phase::Tcp:
        return LatencyText::tr("TCP");
    case latency::Phase::Tls:
        return LatencyText::tr("TLS");
    case latency::Phase::Send:
        return LatencyText::tr("send");
    case latency::Phase::Wait:
        return LatencyText::tr("wait");
    case latency::Phase::FirstToken:
        return LatencyText::tr("first token");
    case latency::Phase::Decode:
        return LatencyText::tr("decode");
    }
    return {};
}

QString outcomeTitle(data::Outcome outcome) {
    switch (outcome) {
    case data::Outcome::Success:
        return LatencyText::tr("answered");
    case data::Outcome::Client:
        return LatencyText::tr("not sent");
    case data::Outcome::Throttled:
        return LatencyText::tr("throttled");
    case data::Outcome::Provider:
        return LatencyText::tr("failed");
    case data::Outcome::Rejected:
        return LatencyText::tr("rejected");
    case data::Outcome::Filtered:
        return LatencyText::tr("filtered");
    case data::Outcome::Cancelled:
        return LatencyText::tr("cancelled");
    }
    return {};
}

QString faultText(const std::string& fault) {
    static constexpr std::array<std::pair<const char*, const char*>, 15> words{
        {{"dns", QT_TRANSLATE_NOOP("LatencyText", "its name is not found")},
         {"refused", QT_TRANSLATE_NOOP("LatencyText", "the connection was refused")},
         {"connection", QT_TRANSLATE_NOOP("LatencyText", "the connection broke")},
         {"connect-timeout", QT_TRANSLATE_NOOP("LatencyText", "no connection in time")},
         {"certificate", QT_TRANSLATE_NOOP("LatencyText", "its certificate is not trusted")},
         {"tls", QT_TRANSLATE_NOOP("LatencyText", "no secure connection")},
         {"address", QT_TRANSLATE_NOOP("LatencyText", "its address is wrong")},
         {"timeout", QT_TRANSLATE_NOOP("LatencyText", "no answer in time")},
         {"stalled", QT_TRANSLATE_NOOP("LatencyText", "the stream fell silent")},
         {"truncated", QT_TRANSLATE_NOOP("LatencyText", "the stream was cut")},
         {"closed", QT_TRANSLATE_NOOP("LatencyText", "closed without an answer")},
         {"compressed", QT_TRANSLATE_NOOP("LatencyText", "compressed although not asked")},
         {"too-large", QT_TRANSLATE_NOOP("LatencyText", "the answer is too large")},
         {"http-401", QT_TRANSLATE_NOOP("LatencyText", "the key was refused (HTTP 401)")},
         {"http-429", QT_TRANSLATE_NOOP("LatencyText", "too many requests (HTTP 429)")}}};
    for (const auto& [code, text] : words)
        if (fault == code)
            return tr(text);
    if (fault.starts_with("http-"))
        return QStringLiteral("HTTP ") + fromUtf8(fault.substr(5));
    return fromUtf8(fault);
}

QString runStateText(const data::MeasureRun& run, bool underWayHere) {
    switch (run.state) {
    case data::MeasureState::UnderWay:
        return underWayHere ? LatencyText::tr("under way")
                            : LatencyText::tr("under way elsewhere, or cut off");
    case data::MeasureState::Finished:
        return LatencyText::tr("finished");
    case data::MeasureState::Stopped:
        return LatencyText::tr("stopped");
    case data::MeasureState::BudgetReached:
        return LatencyText::tr("ended by its budget");
    }
    return {};
}

QString connectionText(data::ConnectionKind kind) {
    switch (kind) {
    case data::ConnectionKind::Cold:
        return LatencyText::tr("new connection");
    case data::ConnectionKind::TlsResumed:
        return LatencyText::tr("new connection, TLS resumed");
    case data::ConnectionKind::Warm:
        return LatencyText::tr("connection kept");
    case data::ConnectionKind::Local:
        return LatencyText::tr("on this machine");
    }
    return {};
}

QString loadText(const latency::RunPlan& plan) {
    const latency::LoadPlan& load = plan.load;
    const QString requests = LatencyText::tr("%1 requests each").arg(formatCount(load.requests));
    const QString tokens = LatencyText::tr("%1 tokens").arg(formatCount(plan.prompt.maxTokens));
    const QString rate = LatencyText::tr("%1 requests a second").arg(formatNumber(load.perSecond));
    QString kind;
    switch (load.kind) {
    case latency::LoadKind::Pairs:
        kind = plan.endpoints.size() > 1 ? LatencyText::tr("in pairs, in random order")
                                         : LatencyText::tr("one at a time");
        break;
    case latency::LoadKind::Closed:
        kind = LatencyText::tr("%1 at a time").arg(formatCount(load.concurrency));
        break;
    case latency::LoadKind::Constant:
        kind = LatencyText::tr("evenly, %1").arg(rate);
        break;
    case latency::LoadKind::Poisson:
    case latency::LoadKind::Gamma:
        kind = LatencyText::tr("at random, %1").arg(rate);
        break;
    case latency::LoadKind::Ramp:
        kind = load.toPerSecond ? LatencyText::tr("from %1 to %2 requests a second")
                                      .arg(formatNumber(load.perSecond), formatNumber(*load.toPerSecond))
                                : LatencyText::tr("from %1 to %2 at a time")
                                      .arg(formatCount(load.concurrency),
                                           formatCount(load.toConcurrency.value_or(load.concurrency)));
        break;
    case latency::LoadKind::Sweep:
        kind = LatencyText::tr("sweep from %1").arg(rate);
        break;
    }
    return QStringList{kind, requests, tokens}.join(QStringLiteral(" · "));
}

QString millisecondsFigure(double ms) {
    if (!std::isfinite(ms))
        return QStringLiteral("–");
    return formatNumber(ms, ms < 10 ? 2 : ms < 100 ? 1 : 0);
}

QString millisecondsText(double ms) {
    return ms < 9999.5 ? LatencyText::tr("%1 ms").arg(millisecondsFigure(ms))
                       : LatencyText::tr("%1 s").arg(formatNumber(ms / 1000, 1));
}

QString dollarsText(double dollars) {
    return QStringLiteral("$") + formatNumber(dollars, dollars == 0 || dollars >= 1 ? 2 : 4);
}

QString intervalFigure(const latency::Interval& interval) {
    return rangeText(millisecondsFigure(interval.low), millisecondsFigure(interval.high));
}

QString outcomesText(const EndpointSeries& series) {
    QStringList parts;
    for (std::size_t i = 0; i < series.outcomes.size(); ++i)
        if (series.outcomes[i] > 0)
            parts << LatencyText::tr("%1 %2").arg(formatCount(series.outcomes[i]),
                                                  outcomeTitle(static_cast<data::Outcome>(i)));
    QStringList faults;
    for (const auto& [fault, count] : series.faults)
        faults << (count > 1 ? QStringLiteral("%1 × %2").arg(formatCount(count), faultText(fault))
                             : faultText(fault));
    if (!faults.isEmpty())
        parts << faults.join(QStringLiteral("; "));
    return parts.join(QStringLiteral(" · "));
}

namespace {

// The rate that was planned, as it was sent, and who of it kept the limits.
QString stepText(const QString& name, const latency::SweepStep& step, std::int64_t needed) {
    const QString at =
        LatencyText::tr("%1 at %2 requests a second (sent %3)")
            .arg(name, formatNumber(step.plannedPerSecond, 2), formatNumber(step.offeredPerSecond, 2));
    const auto attained = step.goodput.attainment();
    if (!attained || !step.enough)
        return LatencyText::tr("%1: not enough data, %2 of %3 requests")
            .arg(at, formatCount(step.goodput.judged()), formatCount(needed));
    const QString share =
        LatencyText::tr("%1 % (%2 to %3 %)")
            .arg(formatNumber(100 * *attained, 1), formatNumber(100 * step.attainment.low, 1),
                 formatNumber(100 * step.attainment.high, 1));
    return step.kept ? LatencyText::tr("%1: %2 kept the limits").arg(at, share)
                     : LatencyText::tr("%1: %2 kept the limits, too few").arg(at, share);
}

QString sweepEndText(const QString& name, const latency::EndpointReport& report) {
    const QString rate = formatNumber(report.highestKept, 2);
    switch (report.sweepEnd) {
    case latency::SweepEnd::NotEnoughData:
        return LatencyText::tr("%1: the highest rate within the limits: not enough data").arg(name);
    case latency::SweepEnd::NoneKept:
        return LatencyText::tr("%1: no rate kept the limits").arg(name);
    case latency::SweepEnd::LimitNotReached:
        return LatencyText::tr("%1: the highest rate within the limits is at least %2 requests a second; the "
                               "limit was not reached")
            .arg(name, rate);
    case latency::SweepEnd::Bracketed:
        break;
    }
    return LatencyText::tr("%1: the highest rate within the limits is %2 requests a second").arg(name, rate);
}

} // namespace

QString availabilityText(const latency::EndpointReport& report) {
    return report.availabilityAtLeast ? LatencyText::tr("availability at least %1 % (95 % confidence)")
                                            .arg(formatNumber(100 * *report.availabilityAtLeast, 2))
                                      : LatencyText::tr("availability: not enough data");
}

QStringList pricesText(const latency::EndpointReport& report) {
    QStringList lines;
    if (report.quote.disagreement)
        lines
            << LatencyText::tr("%1: price lists disagree; the dearest counts").arg(fromUtf8(report.endpoint));
    for (const latency::Price& price : report.quote.statements) {
        QString unit;
        switch (price.unit) {
        case latency::PriceUnit::Input:
            unit = LatencyText::tr("input");
            break;
        case latency::PriceUnit::CachedInput:
            unit = LatencyText::tr("cached input");
            break;
        case latency::PriceUnit::Output:
            unit = LatencyText::tr("output");
            break;
        case latency::PriceUnit::Reasoning:
            unit = LatencyText::tr("reasoning");
            break;
        }
        lines << LatencyText::tr("%1: %2 a million tokens of %3, %4, read on %5")
                     .arg(fromUtf8(report.endpoint), dollarsText(static_cast<double>(price.perToken) / 1e6),
                          unit, fromUtf8(price.source), fromUtf8(price.readOn));
    }
    return lines;
}

QString limitsText(const RunContent& content) {
    QStringList lines;
    const bool limits = content.plan->level.timeToFirstToken || content.plan->level.timePerOutputToken ||
                        content.plan->level.endToEnd;
    for (const latency::EndpointReport& report : content.report.endpoints) {
        const QString name = fromUtf8(report.endpoint);
        for (const latency::SweepStep& step : report.sweep)
            lines << stepText(name, step, report.sweepNeeded);
        if (!report.sweep.empty())
            lines << sweepEndText(name, report);
        else if (const auto attained = report.goodput.attainment(); limits && attained)
            lines << LatencyText::tr("%1: %2 % kept the limits, %3 good answers a second")
                         .arg(name, formatNumber(100 * *attained, 1),
                              formatNumber(report.goodput.perSecond.value_or(0), 2));
    }
    return lines.join(QLatin1Char('\n'));
}

QString rampText(const RunContent& content) {
    const bool limits = content.plan->level.timeToFirstToken || content.plan->level.timePerOutputToken ||
                        content.plan->level.endToEnd;
    const auto median = [](const latency::RampStep& step, latency::ReportMetric metric) {
        for (const latency::MetricSummary& summary : step.metrics)
            if (summary.metric == metric && summary.percentiles.front().enough())
                return millisecondsText(summary.percentiles.front().value);
        return LatencyText::tr("not enough data");
    };
    QStringList lines;
    for (const latency::EndpointReport& report : content.report.endpoints)
        for (const latency::RampStep& step : report.ramp) {
            QString line =
                LatencyText::tr("%1 at %2 requests a second, %3 under way: first token %4, whole answer %5")
                    .arg(fromUtf8(report.endpoint), formatNumber(step.offeredPerSecond, 2),
                         formatNumber(step.underWay, 1), median(step, latency::ReportMetric::FirstToken),
                         median(step, latency::ReportMetric::EndToEnd));
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
                          one.added.enough()
                              ? LatencyText::tr("%1 (%2)").arg(millisecondsText(one.added.value),
                                                               intervalFigure(one.added.interval))
                              : LatencyText::tr("not enough data"));
    return lines.join(QLatin1Char('\n'));
}

QString endpointFactsText(const RunContent& content) {
    QStringList lines;
    for (const latency::EndpointReport& report : content.report.endpoints) {
        QStringList words;
        if (const EndpointSeries* series = content.find(report.endpoint))
            words << outcomesText(*series);
        words << availabilityText(report);
        if (content.plan->load.kind != latency::LoadKind::Pairs) { // by turns, nobody has a throughput
            if (report.throughput.requestsPerSecond && report.throughput.offeredPerSecond)
                words << LatencyText::tr("%1 answers a second of %2 offered")
                             .arg(formatNumber(*report.throughput.requestsPerSecond, 2),
                                  formatNumber(*report.throughput.offeredPerSecond, 2));
            words << (report.throughput.tokensPerSecond
                          ? LatencyText::tr("%1 tokens a second")
                                .arg(formatNumber(*report.throughput.tokensPerSecond, 1))
                          : LatencyText::tr("tokens a second: not enough data"));
        }
        if (report.outputTokens.enough())
            words << LatencyText::tr("%1 tokens an answer").arg(formatNumber(report.outputTokens.value, 0));
        if (report.lengthNotFixed)
            words << LatencyText::tr("its provider cannot be told a fixed length");
        if (report.beyondAsked > 0)
            words << LatencyText::tr("%1 answers reported far more tokens than were asked for")
                         .arg(formatCount(report.beyondAsked));
        if (report.fluidity)
            words << LatencyText::tr("%1 % of the chunks in time for the limits")
                         .arg(formatNumber(100 * *report.fluidity, 1));
        if (report.dollarsPerToken && *report.dollarsPerToken > 0) // nobody is paid for a simulation
            words << (report.dollarsAtMost ? LatencyText::tr("at most %1 for a million tokens of answers")
                                           : LatencyText::tr("%1 for a million tokens of answers"))
                         .arg(dollarsText(*report.dollarsPerToken * 1e6));
        if (report.buffered > 0)
            words << LatencyText::tr("%1 came all at once at their end: no first token was timed")
                         .arg(formatCount(report.buffered));
        lines << QStringLiteral("%1: %2").arg(fromUtf8(report.endpoint), words.join(QStringLiteral(" · ")));
    }
    return lines.join(QLatin1Char('\n'));
}

data::Colour lagColour(double worstLagMs) {
    return worstLagMs < 1 ? data::Colour::Green : worstLagMs < 5 ? data::Colour::Amber : data::Colour::Red;
}

QString lagText(double worstLagMs) {
    return LatencyText::tr("Our own client: at most %1 late").arg(millisecondsText(worstLagMs));
}

} // namespace parallax::ui
