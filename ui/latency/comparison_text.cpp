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
    const QString text = formatNumber(std::abs(percent), std::abs(percent) < 9.95 ? 1 : 0);
    return (percent < 0 ? QStringLiteral("−") : QStringLiteral("+")) + text;
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

QString comparisonText(const latency::ComparisonReport& comparison) {
    const QString a = fromUtf8(comparison.a), b = fromUtf8(comparison.b);
    const QString subject = subjectOf(comparison.metric);
    const latency::PairedResult& result = comparison.result;
    if (!result.enough())
        return withRemarks(LatencyText::tr("%1 against %2, %3: not enough data, %4 of %5 pairs")
                               .arg(b, a, subject, formatCount(static_cast<qint64>(result.n)),
                                    formatCount(latency::PairedResult::needed)),
                           comparison);
    const QString effect = withRemarks(
        LatencyText::tr("%1 over %2 pairs")
            .arg(effectText(result.ratio, result.interval), formatCount(static_cast<qint64>(result.n))),
        comparison);
    if (comparison.tooFewPairs())
        return LatencyText::tr("%1 against %2, %3: %4; too few pairs to show a difference in this window "
                               "(p %5 by Holm's correction over %6 comparisons)")
            .arg(b, a, subject, effect, formatNumber(comparison.adjustedP, 2),
                 formatCount(static_cast<qint64>(comparison.comparisons)));
    if (comparison.ordering == latency::Ordering::Undecided)
        return LatencyText::tr("%1 against %2, %3: %4; no difference is shown in this window")
            .arg(b, a, subject, effect);
    return LatencyText::tr("%1 against %2, %3: %4; %5 was faster in this window")
        .arg(b, a, subject, effect, comparison.ordering == latency::Ordering::AFaster ? a : b);
}

namespace {

// "over 5 sessions A is faster: +9 % (+3…+16 %)"
QString verdictText(const latency::SessionsReport& sessions) {
    const QString over =
        LatencyText::tr("%1 sessions").arg(formatCount(static_cast<qint64>(sessions.result.n)));
    const QString effect = effectText(sessions.result.ratio, sessions.result.interval);
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
    for (const latency::SessionsReport& sessions : content.sessions)
        if (sessions.a == comparison.a && sessions.b == comparison.b && sessions.metric == comparison.metric)
            return countedText(sessions);
    return sessionCountText(1);
}

QString sessionsText(const latency::SessionsReport& sessions) {
    const QString what = LatencyText::tr("%1 against %2, %3")
                             .arg(fromUtf8(sessions.b), fromUtf8(sessions.a), subjectOf(sessions.metric));
    return LatencyText::tr("%1: %2").arg(what, countedText(sessions));
}

namespace {

QString lineOf(const latency::ComparisonReport& comparison, const RunContent& content, bool underWay) {
    if (underWay || !comparison.result.enough())
        return comparisonText(comparison);
    return LatencyText::tr("%1; %2").arg(comparisonText(comparison), sessionsText(comparison, content));
}

// "Bedrock against Azure, in this window: first token +9 % (+3…+16 %) · whole answer +1 % (−2…+4 %), no
// difference is shown"
QString lineOf(const std::vector<const latency::ComparisonReport*>& metrics, const RunContent& content,
               bool underWay) {
    const latency::ComparisonReport& one = *metrics.front();
    QStringList parts;
    for (const latency::ComparisonReport* comparison : metrics) {
        if (!comparison->result.enough())
            return lineOf(one, content, underWay);
        const QString part = QStringLiteral("%1 %2").arg(
            subjectOf(comparison->metric),
            withRemarks(effectText(comparison->result.ratio, comparison->result.interval), *comparison));
        parts << (comparison->ordering == latency::Ordering::Undecided
                      ? LatencyText::tr("%1, no difference is shown").arg(part)
                      : part);
    }
    const QString line = LatencyText::tr("%1 against %2, in this window: %3")
                             .arg(fromUtf8(one.b), fromUtf8(one.a), parts.join(QStringLiteral(" · ")));
    return underWay ? line : LatencyText::tr("%1; %2").arg(line, sessionsText(one, content));
}

} // namespace

QString comparisonsText(const RunContent& content, bool underWay) {
    std::map<std::pair<std::string, std::string>, std::vector<const latency::ComparisonReport*>> pairs;
    for (const latency::ComparisonReport& comparison : content.report.comparisons)
        pairs[{comparison.a, comparison.b}].push_back(&comparison);
    QStringList lines;
    if (pairs.size() > 1)
        for (const auto& [names, metrics] : pairs)
            lines << lineOf(metrics, content, underWay);
    else
        for (const latency::ComparisonReport& comparison : content.report.comparisons)
            lines << lineOf(comparison, content, underWay);
    return lines.join(QLatin1Char('\n'));
}

} // namespace parallax::ui
