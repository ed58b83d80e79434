// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What comparisons say, within a run and over several.
#include <QStringList>

#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "ui/common/format.h"
#include "ui/latency/latency_text.h"

namespace parallax::ui {
namespace {

QString subjectOf(latency::ReportMetric metric) {
    switch (metric) {
    case latency::ReportMetric::FirstToken:
        return LatencyText::tr("first token");
    case latency::ReportMetric::PerOutputToken:
        return LatencyText::tr("each further token");
    default:
        return LatencyText::tr("whole answer");
    }
}

QString percentText(double ratio) {
    const double percent = (ratio - 1) * 100;
    const QString text = signedFigure(percent, std::abs(percent) < 9.95 ? 1 : 0);
    return percent < 0 ? text : QStringLiteral("+") + text;
}

// "+9 % (+3 to +16 %)", of b against a.
QString effectText(double ratio, const latency::Interval& interval) {
    return LatencyText::tr("%1 % (%2 to %3 %)")
        .arg(percentText(ratio), percentText(interval.low), percentText(interval.high));
}

} // namespace

namespace {

// What a reader has to know of the pairs: that some say nothing of the whole answer, that one tells of the
// next.
QString withRemarks(const QString& text, const latency::ComparisonReport& comparison) {
    QString all = text;
    if (comparison.otherLength > 0)
        all = LatencyText::tr("%1 (%2 pairs left out: their answers differ in length)")
                  .arg(all, formatCount(static_cast<qint64>(comparison.otherLength)));
    if (comparison.result.enough() && comparison.result.autocorrelated())
        all = LatencyText::tr("%1 (the pairs depend on each other: more sessions are needed)").arg(all);
    return all;
}

} // namespace

namespace {

QString pairText(const QString& a, const QString& b) {
    return LatencyText::tr("%1 against %2").arg(b, a);
}

QString pairText(const std::string& a, const std::string& b, const RunContent& content) {
    return pairText(endpointText(a, content), endpointText(b, content));
}

// What the pairs of a run say by one metric, without a word of whom and of which.
QString foundText(const latency::ComparisonReport& comparison) {
    const latency::PairedResult& result = comparison.result;
    if (!result.enough())
        return withRemarks(
            LatencyText::tr("not enough data, %1 of %2 pairs")
                .arg(formatCount(static_cast<qint64>(result.n)), formatCount(latency::PairedResult::needed)),
            comparison);
    const QString effect = withRemarks(
        LatencyText::tr("%1 over %2 pairs")
            .arg(effectText(result.ratio, result.interval), formatCount(static_cast<qint64>(result.n))),
        comparison);
    if (comparison.tooFewPairs())
        return LatencyText::tr("%1; too few pairs to show a difference in this window "
                               "(p %2 by Holm's correction over %3 comparisons)")
            .arg(effect, formatNumber(comparison.adjustedP, 2),
                 formatCount(static_cast<qint64>(comparison.comparisons)));
    if (comparison.ordering == latency::Ordering::Undecided)
        return LatencyText::tr("%1; no difference is shown in this window").arg(effect);
    return LatencyText::tr("%1; %2 was faster in this window")
        .arg(effect,
             fromUtf8(comparison.ordering == latency::Ordering::AFaster ? comparison.a : comparison.b));
}

} // namespace

QString comparisonText(const latency::ComparisonReport& comparison, const RunContent& content) {
    return LatencyText::tr("%1, %2: %3")
        .arg(pairText(comparison.a, comparison.b, content), subjectOf(comparison.metric),
             foundText(comparison));
}

namespace {

// "over 5 sessions A is faster: +9 % (+3…+16 %)"
QString verdictText(const latency::SessionsReport& sessions) {
    const QString over =
        LatencyText::tr("%1 sessions").arg(formatCount(static_cast<qint64>(sessions.result.n)));
    const QString effect = effectText(sessions.result.ratio, sessions.result.interval);
    if (sessions.tooFewSessions())
        return LatencyText::tr("over %1, too few to show a difference (p %2 by Holm's correction over %3 "
                               "comparisons): %4")
            .arg(over, formatNumber(sessions.adjustedP, 2),
                 formatCount(static_cast<qint64>(sessions.comparisons)), effect);
    if (sessions.ordering == latency::Ordering::Undecided)
        return LatencyText::tr("over %1 no difference is shown: %2").arg(over, effect);
    const QString faster =
        fromUtf8(sessions.ordering == latency::Ordering::AFaster ? sessions.a : sessions.b);
    return sessions.simulated
               ? LatencyText::tr("over %1 of the simulation %2 is faster: %3").arg(over, faster, effect)
               : LatencyText::tr("over %1 %2 is faster: %3").arg(over, faster, effect);
}

QString sessionCountText(qint64 count) {
    return LatencyText::tr("%1 of %2 sessions")
        .arg(formatCount(count), formatCount(latency::SessionsResult::needed));
}

QString countedText(const latency::SessionsReport& sessions) {
    QString text = sessions.result.enough() ? verdictText(sessions)
                                            : sessionCountText(static_cast<qint64>(sessions.result.n));
    if (sessions.tooClose == 0)
        return text;
    return LatencyText::tr("%1 (%2 more within an hour of one of them are not counted)")
        .arg(text, formatCount(static_cast<qint64>(sessions.tooClose)));
}

} // namespace

QString sessionsText(const latency::ComparisonReport& comparison, const RunContent& content) {
    QString text = sessionCountText(1);
    for (const latency::SessionsReport& sessions : content.sessions)
        if (sessions.a == comparison.a && sessions.b == comparison.b && sessions.metric == comparison.metric)
            text = countedText(sessions);
    return content.runsElsewhere == 0 ? text
                                      : LatencyText::tr("%1 (%2 of other places stand for themselves)")
                                            .arg(text, formatCount(content.runsElsewhere));
}

QString sessionsText(const latency::SessionsReport& sessions, Places places) {
    const QString what = QStringLiteral("%1, %2").arg(pairText(fromUtf8(sessions.a), fromUtf8(sessions.b)),
                                                      subjectOf(sessions.metric));
    return LatencyText::tr("%1: %2").arg(
        places == Places::One ? what : LatencyText::tr("%1, from %2").arg(what, fromUtf8(sessions.place)),
        countedText(sessions));
}

QString comparisonsText(const RunContent& content, bool underWay) {
    std::map<std::pair<std::string, std::string>, std::vector<const latency::ComparisonReport*>> pairs;
    for (const latency::ComparisonReport& comparison : content.report.comparisons)
        pairs[{comparison.a, comparison.b}].push_back(&comparison);
    QStringList lines;
    for (const auto& [names, metrics] : pairs) {
        if (pairs.size() > 1) // whom they are of stands above them once
            lines << LatencyText::tr("%1:").arg(pairText(names.first, names.second, content));
        for (const latency::ComparisonReport* one : metrics) {
            const QString found =
                pairs.size() > 1 ? QStringLiteral("    ") +
                                       LatencyText::tr("%1: %2").arg(subjectOf(one->metric), foundText(*one))
                                 : comparisonText(*one, content);
            lines << (underWay || !one->result.enough()
                          ? found
                          : LatencyText::tr("%1; %2").arg(found, sessionsText(*one, content)));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace parallax::ui
