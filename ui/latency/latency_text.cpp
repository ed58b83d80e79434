// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/latency_text.h"

#include <QStringList>

#include <array>
#include <cmath>
#include <utility>

#include "ui/common/chart_scale.h"
#include "ui/common/format.h"

namespace parallax::ui {
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

namespace {

// The same four from the time that the plan wanted; others are of no wait before the submission.
QString scheduledNote(latency::ReportMetric metric) {
    switch (metric) {
    case latency::ReportMetric::FirstToken:
        return LatencyText::tr(
            "From the time at which the plan wanted the request to the first generated text of any channel");
    case latency::ReportMetric::FirstOutput:
        return LatencyText::tr(
            "From the time at which the plan wanted the request to the first visible text");
    case latency::ReportMetric::EndToEnd:
        return LatencyText::tr(
            "From the time at which the plan wanted the request to the last event with text");
    case latency::ReportMetric::EndToEndWire:
        return LatencyText::tr("From the time at which the plan wanted the request to the provider's end "
                               "marker, after the last text");
    default:
        return {};
    }
}

} // namespace

QString metricNote(latency::ReportMetric metric, latency::Since since) {
    if (since == latency::Since::Scheduled)
        if (QString note = scheduledNote(metric); !note.isEmpty())
            return note;
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

QString gapsTitle() {
    return LatencyText::tr("Between chunks (ICL)");
}

QString gapsNote() {
    return LatencyText::tr("The gaps between the chunks of all answers together. A chunk may hold several "
                           "tokens. The gaps depend on each other, so they have no interval.");
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
    static constexpr std::array<std::pair<const char*, const char*>, 31> words{
        {{"dns", QT_TRANSLATE_NOOP("LatencyText", "its name is not found")},
         {"files", QT_TRANSLATE_NOOP("LatencyText", "this machine may not open more connections")},
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
         {"empty", QT_TRANSLATE_NOOP("LatencyText", "an answer without a token")},
         {"compressed", QT_TRANSLATE_NOOP("LatencyText", "compressed although not asked")},
         {"too-large", QT_TRANSLATE_NOOP("LatencyText", "the answer is too large")},
         {"html", QT_TRANSLATE_NOOP("LatencyText", "a web page in place of a stream")},
         {"content-type", QT_TRANSLATE_NOOP("LatencyText", "something else in place of a stream")},
         {"in-body", QT_TRANSLATE_NOOP("LatencyText", "an error in place of a stream")},
         {"in-stream", QT_TRANSLATE_NOOP("LatencyText", "an error within the stream")},
         {"malformed", QT_TRANSLATE_NOOP("LatencyText", "an event that cannot be read")},
         {"checksum", QT_TRANSLATE_NOOP("LatencyText", "a damaged frame")},
         {"redirect", QT_TRANSLATE_NOOP("LatencyText", "sends us elsewhere, which is not followed")},
         {"filtered", QT_TRANSLATE_NOOP("LatencyText", "its filter held the answer back")},
         {"cancelled", QT_TRANSLATE_NOOP("LatencyText", "ended by us")},
         {"context", QT_TRANSLATE_NOOP("LatencyText", "too long for the model")},
         {"template", QT_TRANSLATE_NOOP("LatencyText", "the model's template fails")},
         {"request", QT_TRANSLATE_NOOP("LatencyText", "the model refuses the request")},
         {"engine", QT_TRANSLATE_NOOP("LatencyText", "the engine failed")},
         {"http-529", QT_TRANSLATE_NOOP("LatencyText", "overloaded (HTTP 529)")},
         {"http-401", QT_TRANSLATE_NOOP("LatencyText", "the key was refused (HTTP 401)")},
         {"http-429", QT_TRANSLATE_NOOP("LatencyText", "too many requests (HTTP 429)")}}};
    for (const auto& [code, text] : words)
        if (fault == code)
            return LatencyText::tr(text);
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
    const QString rate = load.perSecond == 1
                             ? LatencyText::tr("1 request a second")
                             : LatencyText::tr("%1 requests a second").arg(formatNumber(load.perSecond));
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
        kind = LatencyText::tr("sweep from %1 on").arg(rate);
        break;
    }
    QStringList words{kind, requests, tokens};
    if (plan.level.since == latency::Since::Scheduled)
        words << LatencyText::tr("waits count from the schedule");
    return words.join(QStringLiteral(" · "));
}

QString signedFigure(double value, int decimals) {
    const QString size = formatNumber(std::abs(value), decimals);
    return value < 0 && size != formatNumber(0, decimals) ? QChar(0x2212) + size : size;
}

QString millisecondsFigure(double ms) {
    if (!std::isfinite(ms))
        return QStringLiteral("–");
    const double size = std::abs(ms); // what a server adds may be less than nothing
    return signedFigure(ms, size < 10 ? 2 : size < 100 ? 1 : 0);
}

QString millisecondsText(double ms) {
    return std::abs(ms) < 9999.5 ? LatencyText::tr("%1 ms").arg(millisecondsFigure(ms))
                                 : LatencyText::tr("%1 s").arg(signedFigure(ms / 1000, 1));
}

QString endpointText(const std::string& name, const std::string& simulation) {
    return simulation.empty() ? fromUtf8(name) : LatencyText::tr("%1 (SIMULATION)").arg(fromUtf8(name));
}

QString endpointText(const std::string& name, const RunContent& content) {
    const EndpointSeries* series = content.find(name);
    return endpointText(name, series ? series->simulation : std::string());
}

QString headingText(const QString& heading, const RunContent& content) {
    QStringList simulated;
    for (const EndpointSeries& series : content.series)
        if (!series.simulation.empty())
            simulated << fromUtf8(series.endpoint);
    if (simulated.isEmpty())
        return heading;
    return content.simulated()
               ? QStringLiteral("%1 · %2").arg(heading, LatencyText::tr("SIMULATION"))
               : LatencyText::tr("%1 · SIMULATION: %2").arg(heading, simulated.join(QStringLiteral(", ")));
}

QString dollarsText(double dollars) {
    return QStringLiteral("$") + formatNumber(dollars, dollars == 0 || dollars >= 1 ? 2 : 4);
}

QString spentText(const RunContent& content, double dollars, bool underWay) {
    if (content.simulated())
        return LatencyText::tr("A simulation costs nothing");
    if (!isPriced(content.report))
        return LatencyText::tr("The cost is not known: a price is missing");
    if (dollars <= 0 && !underWay)
        return LatencyText::tr("No token was paid for");
    const QString sum = content.report.spentAtMost
                            ? LatencyText::tr("at most %1", "a cost").arg(dollarsText(dollars))
                            : dollarsText(dollars);
    if (const auto& budget = content.plan->budget.money) {
        const QString limit = dollarsText(static_cast<double>(*budget) / 1e12);
        return (underWay ? LatencyText::tr("Cost so far: %1, budget %2")
                         : LatencyText::tr("Cost: %1, budget %2"))
            .arg(sum, limit);
    }
    return (underWay ? LatencyText::tr("Cost so far: %1") : LatencyText::tr("Cost: %1")).arg(sum);
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
        parts << faults.join(LatencyText::tr("; "));
    return parts.join(QStringLiteral(" · "));
}

data::Colour lagColour(double worstLagMs) {
    return worstLagMs < 1 ? data::Colour::Green : worstLagMs < 5 ? data::Colour::Amber : data::Colour::Red;
}

QString lagText(double worstLagMs) {
    return LatencyText::tr("Our own client: at most %1 late").arg(millisecondsText(worstLagMs));
}

} // namespace parallax::ui
