// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/run_list.h"

#include <QPainter>

#include <algorithm>
#include <utility>

#include "engine/latency/machine_name.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/row_ground.h"
#include "ui/common/theme.h"
#include "ui/latency/latency_text.h"
#include "ui/latency/plan_place.h"

namespace parallax::ui {
namespace {

// Runs that were taken in from elsewhere are told apart by the place that their plan names, else by their
// machine.
QString placeNamed(const data::MeasureRun& run, const QString& words) {
    static const std::string here = latency::machineName();
    const QString place = placeOf(run.plan);
    if (place.isEmpty() && run.machine == here)
        return words;
    return QStringLiteral("%1 · %2").arg(words, place.isEmpty() ? fromUtf8(run.machine) : place);
}

} // namespace

void RunListModel::setRuns(std::vector<data::MeasureRun> runs) {
    const bool same =
        runs.size() == m_runs.size() && std::equal(runs.begin(), runs.end(), m_runs.begin(),
                                                   [](const auto& a, const auto& b) { return a.id == b.id; });
    if (same) {
        m_runs = std::move(runs);
        retranslate();
        return;
    }
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

void RunListModel::setUnderWay(qint64 run) {
    if (std::exchange(m_underWay, run) != run)
        retranslate();
}

int RunListModel::rowOf(qint64 run) const {
    const auto found =
        std::find_if(m_runs.begin(), m_runs.end(), [run](const auto& one) { return one.id == run; });
    return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

void RunListModel::retranslate() {
    if (!m_runs.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int RunListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

QVariant RunListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const data::MeasureRun& own = run(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return fromUtf8(own.name);
    case DetailRole:
        return placeNamed(own, QStringLiteral("%1 · %2").arg(formatInstant(own.begunAt),
                                                             runStateText(own, own.id == m_underWay)));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(fromUtf8(own.name), index.data(DetailRole).toString());
    case RunRole:
        return qint64{own.id};
    default:
        return {};
    }
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    QFont font = option.font; // by the CJK font's height: rows with and without Chinese are equally high
    font.setFamilies(familiesFor(data::Language::TraditionalChinese));
    return {spacing(50), 2 * QFontMetrics(font).lineSpacing() + spacing(3)};
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const Theme& theme = Theme::current();
    painter->save();
    const QRect row = option.rect;
    paintRowGround(*painter, option, RowBar::Selected);
    QFont font = option.font;
    font.setFamilies(familiesFor(data::Language::TraditionalChinese));
    const QFontMetrics metrics(font);
    const int line = metrics.lineSpacing();
    const QRect area = row.adjusted(spacing(3), spacing(3) / 2, -spacing(3), -spacing(3) / 2);
    const auto write = [&](int top, const QString& text, const QColor& ink) {
        painter->setFont(fontFor(text, font)); // which has the narrow dots of English
        painter->setPen(ink);
        m_lines.draw(*painter, QRect(area.left(), top, area.width(), line), text);
    };
    write(area.top(), index.data(Qt::DisplayRole).toString(), theme.text);
    write(area.top() + line, index.data(RunListModel::DetailRole).toString(), theme.quietText);
    painter->restore();
}

} // namespace parallax::ui
