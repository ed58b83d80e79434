// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <string>

#include "data/check/check.h"
#include "data/measure/attempt.h"
#include "data/measure/run.h"
#include "engine/latency/metrics.h"
#include "engine/latency/report.h"
#include "ui/latency/run_content.h"

namespace parallax::ui {

// What the codes of the latency engine mean, in the interface language.

struct LatencyText { // the context of their translations
    Q_DECLARE_TR_FUNCTIONS(LatencyText)
};

QString metricTitle(latency::ReportMetric metric); // "First token (TTFT)"
// How it is defined, for a tooltip: in an open loop waits count from the time that the plan wanted.
QString metricNote(latency::ReportMetric metric, latency::Since since);
QString gapsTitle(); // "Between chunks (ICL)"
QString gapsNote();
QString phaseTitle(latency::Phase phase); // "DNS", "first token"
QString outcomeTitle(data::Outcome outcome);
QString faultText(const std::string& fault); // "the connection was refused"; unknown codes stay as they are
QString runStateText(const data::MeasureRun& run, bool underWayHere);
QString connectionText(data::ConnectionKind kind);
QString loadText(const latency::RunPlan& plan); // "pairs, 40 requests each, 500 tokens"

QString millisecondsText(double ms);   // "412 ms", "1.52 s"
QString millisecondsFigure(double ms); // "412", "21.4": the unit stands in a header
QString dollarsText(double dollars);   // "$0.031"
// What a run cost in all, or did so far; of its budget, where it has one.
QString spentText(const RunContent& content, double dollars, bool underWay);
QString intervalFigure(const latency::Interval& interval); // "388–437"
// Of a difference, which may be below zero: "−38.9", with a minus rather than a hyphen.
QString signedFigure(double value, int decimals);

// An endpoint's name, with the word where nobody was asked.
QString endpointText(const std::string& name, const std::string& simulation);
QString endpointText(const std::string& name, const RunContent& content);
// A heading of what is told of a run's endpoints, with the word, and of which it holds where not of all.
QString headingText(const QString& heading, const RunContent& content);

// "5 answered, 1 throttled, 2 failed (HTTP 500)"; only what there was.
QString outcomesText(const EndpointSeries& series);

// What a comparison within one run says, with the interval; and how far that carries.
QString comparisonText(const latency::ComparisonReport& comparison, const RunContent& content);
// The same comparison over several runs, or how many are still wanted.
QString sessionsText(const latency::ComparisonReport& comparison, const RunContent& content);
// All comparisons of a run, a line each; of more than two endpoints below a line that names the two.
QString comparisonsText(const RunContent& content, bool underWay);

// What some sessions say together, with the metric's name; with their place where there are several.
enum class Places { One, Several };
QString sessionsText(const latency::SessionsReport& sessions, Places places);

// How much of each endpoint's answers kept the plan's limits, a line each; empty where it has none. Of a run
// that goes on, how far a sweep has come rather than what it found.
QString limitsText(const RunContent& content, bool underWay);
// A ramp by its tenths, a line for each and endpoint: what was offered, what waits came of it. Empty for
// other loads.
QString rampText(const RunContent& content);
// What client and transport add where the same model was asked in process and through a server; may be empty.
QString overheadText(const RunContent& content);

// The health of our own client by the longest wait of its event loop: green under 1 ms, amber under 5.
data::Colour lagColour(double worstLagMs);
QString lagText(double worstLagMs);

} // namespace parallax::ui
