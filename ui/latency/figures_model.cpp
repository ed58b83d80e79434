// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/figures_model.h"

#include <algorithm>
#include <array>

#include "ui/latency/latency_text.h"

namespace parallax::ui {
namespace {

using latency::Phase;

constexpr std::array phases{Phase::Dns,  Phase::Tcp,        Phase::Tls,   Phase::Send,
                            Phase::Wait, Phase::FirstToken, Phase::Decode};

} // namespace

void FiguresModel::setRows(const std::vector<MeasureRow>& measures, const std::vector<WaterfallRow>& spans) {
    const bool sameRows = measures.size() == m_measures.size();
    if (sameRows && measures == m_measures && sameWaterfall(spans, m_phases))
        return;
    if (!sameRows)
        beginResetModel();
    m_measures = measures;
    m_phases = spans;
    if (!sameRows)
        endResetModel();
    else if (!m_measures.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void FiguresModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_measures.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int FiguresModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_measures.size());
}

int FiguresModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstPhaseColumn + static_cast<int>(phases.size());
}

QVariant FiguresModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            (index.column() == EndpointColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    const auto at = static_cast<std::size_t>(index.row());
    const MeasureRow& row = m_measures[at];
    switch (index.column()) {
    case EndpointColumn:
        return row.simulation ? tr("%1 (SIMULATION)").arg(row.name) : row.name;
    case FirstTokenColumn:
        return row.firstTokenFigure;
    case IntervalColumn:
        return row.firstTokenInterval;
    case GapColumn:
        return row.gapFigure;
    case RaceColumn:
        return row.raceText;
    default:
        break;
    }
    if (at >= m_phases.size())
        return {};
    const Phase phase = phases[static_cast<std::size_t>(index.column() - FirstPhaseColumn)];
    const auto& spans = m_phases[at].phases;
    const auto found =
        std::find_if(spans.begin(), spans.end(), [phase](const auto& span) { return span.phase == phase; });
    return found == spans.end() ? QString() : millisecondsText(found->end - found->begin);
}

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == EndpointColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (section) {
    case EndpointColumn:
        return tr("Endpoint");
    case FirstTokenColumn:
        return tr("First token");
    case IntervalColumn:
        return tr("Interval");
    case GapColumn:
        return tr("Between chunks");
    case RaceColumn:
        return tr("Latest answer");
    default:
        return phaseTitle(phases[static_cast<std::size_t>(section - FirstPhaseColumn)]);
    }
}

} // namespace parallax::ui
