// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that fail a check: how many, which, and where the working is.
#include <QMenu>
#include <QToolButton>

#include <algorithm>

#include "ui/common/check_mark.h"
#include "ui/common/check_menu.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/tables/table_grid.h"
#include "ui/tables/table_model.h"
#include "ui/tables/table_page.h"

namespace parallax::ui {
namespace {

CheckMenu menuOf(const CellChecks& checks, int row, int column, int table,
                 std::function<void(const Place&)> open) {
    CheckMenu menu;
    menu.checks = checks.at(row, column);
    menu.open = std::move(open);
    // What stands in the same table needs no way to it.
    menu.inSight = [table](const data::Evidence& one) { return one.article == 0 && one.table == table; };
    return menu;
}

} // namespace

void TablePage::setChecks(CellChecksPtr checks) {
    if (checks && m_model->checks() && checks->sameAs(*m_model->checks()))
        return;
    m_model->setChecks(std::move(checks));
    showCheckCounts();
}

void TablePage::showCheckCounts() {
    const CellChecksPtr& checks = m_model->checks();
    const bool any = checks && !checks->empty();
    m_nextCheckAction->setEnabled(any);
    const data::CheckCounts counts = any ? failedOf(checks->counts()) : data::CheckCounts();
    m_failed->setVisible(counts.red + counts.amber > 0);
    m_failed->setIcon(checkIcon(counts.red > 0 ? data::Colour::Red : data::Colour::Amber));
    m_failed->setText(tr("Failed figures: %1").arg(formatCount(counts.red + counts.amber)));
    m_failed->setAccessibleName(countsDescription(counts));
    m_failed->setToolTip(tr("%1. Show them on the Checks page").arg(countsDescription(counts)));
    const CellSign* caption = any ? checks->sign(CellChecks::header, CellChecks::caption) : nullptr;
    m_captionSign->setVisible(caption != nullptr);
    if (caption == nullptr)
        return;
    m_captionSign->setIcon(checkIcon(caption->colour));
    m_captionSign->setToolTip(checks->toolTip(CellChecks::header, CellChecks::caption));
    m_captionSign->setAccessibleName(checks->description(CellChecks::header, CellChecks::caption));
}

bool TablePage::addCheckActions(QMenu& menu, int row, int column) {
    if (!m_model->checks() || m_model->checks()->sign(row, column) == nullptr)
        return false;
    menuOf(*m_model->checks(), row, column, table()->stored.row.index, [this](const Place& place) {
        Q_EMIT openPlace(place);
    }).addTo(menu);
    return true;
}

void TablePage::openChecks(int row, int column, const QPoint& globalPosition) {
    if (m_model->checks())
        menuOf(*m_model->checks(), row, column, table()->stored.row.index, [this](const Place& place) {
            Q_EMIT openPlace(place);
        }).popup(this, globalPosition);
}

// In the order that is shown, from the cell that has the focus, around the end.
void TablePage::stepCheck(int by) {
    if (!m_model->checks())
        return;
    const std::vector<int> columns = m_grid->shownColumns();
    std::vector<std::pair<int, int>> places; // row and column as shown, left to right
    for (const auto& [row, column] : m_model->checks()->cells()) {
        const int shown = row < 0 ? -1 : m_model->rowOfSource(row);
        const auto at = std::ranges::find(columns, column);
        if (shown >= 0 && at != columns.end())
            places.emplace_back(shown, static_cast<int>(at - columns.begin()));
    }
    if (places.empty())
        return;
    std::ranges::sort(places);
    const QModelIndex current = m_grid->currentIndex();
    const auto here =
        current.isValid()
            ? std::pair(current.row(),
                        static_cast<int>(std::ranges::find(columns, current.column()) - columns.begin()))
            : std::pair(-1, -1);
    auto found = by > 0 ? std::ranges::upper_bound(places, here) : std::ranges::lower_bound(places, here);
    if (by > 0)
        found = found == places.end() ? places.begin() : found;
    else
        found = std::prev(found == places.begin() ? places.end() : found);
    m_grid->selectCell(found->first, columns[static_cast<std::size_t>(found->second)]);
    m_grid->setFocus(Qt::ShortcutFocusReason);
}

} // namespace parallax::ui
