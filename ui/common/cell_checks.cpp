// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/cell_checks.h"

#include <QStringList>

#include <algorithm>

#include "ui/common/check_mark.h"

namespace parallax::ui {

namespace {
constexpr std::size_t toldChecks = 4; // of one cell in its tooltip
}

int severity(const data::StoredCheck& check) {
    static constexpr int byColour[] = {0 /* green */, 2 /* amber */, 3 /* red */, 1 /* grey */};
    return byColour[static_cast<std::size_t>(check.check.colour)] - (isSettled(check.mark) ? 10 : 0);
}

bool isFailed(data::Colour colour) {
    return colour == data::Colour::Red || colour == data::Colour::Amber;
}

CellChecks::CellChecks(const std::vector<data::StoredCheck>& checks, data::EditionId edition, int table) {
    for (const data::StoredCheck& check : checks) {
        const auto& statement = check.check.statement;
        if (check.edition != edition || !isFailed(check.check.colour))
            continue;
        // The claim stands first; of a check across articles the one that stands here.
        const auto claim =
            std::ranges::find_if(statement, [](const data::Evidence& one) { return one.article == 0; });
        if (claim == statement.end() || claim->table != table)
            continue;
        const bool ofCell = claim->column >= 0;
        m_cells[{ofCell ? std::max(claim->row, header) : header, ofCell ? claim->column : caption}]
            .checks.push_back(m_checks.size());
        m_checks.push_back(check);
        int& count = isSettled(check.mark)                     ? m_counts.settled
                     : check.check.colour == data::Colour::Red ? m_counts.red
                                                               : m_counts.amber;
        ++count;
    }
    for (auto& [place, cell] : m_cells) {
        std::ranges::stable_sort(cell.checks, [this](std::size_t a, std::size_t b) {
            return severity(m_checks[a]) > severity(m_checks[b]);
        });
        const data::StoredCheck& worst = m_checks[cell.checks.front()];
        cell.sign = {worst.check.colour, isSettled(worst.mark)};
    }
}

const CellChecks::Cell* CellChecks::cell(int row, int column) const {
    const auto found = m_cells.find({row, column});
    return found == m_cells.end() ? nullptr : &found->second;
}

std::vector<std::pair<int, int>> CellChecks::cells() const {
    std::vector<std::pair<int, int>> places;
    places.reserve(m_cells.size());
    for (const auto& [place, cell] : m_cells)
        places.push_back(place);
    return places;
}

std::vector<const data::StoredCheck*> CellChecks::at(int row, int column) const {
    std::vector<const data::StoredCheck*> found;
    if (const Cell* here = cell(row, column))
        for (const std::size_t check : here->checks)
            found.push_back(&m_checks[check]);
    return found;
}

const CellSign* CellChecks::sign(int row, int column) const {
    const Cell* here = cell(row, column);
    return here == nullptr ? nullptr : &here->sign;
}

QString CellChecks::toolTip(int row, int column) const {
    QStringList cards;
    for (const data::StoredCheck* check : at(row, column))
        if (cards.size() < static_cast<qsizetype>(toldChecks))
            cards << checkToolTip(*check);
    return cards.join(QStringLiteral("<hr>"));
}

QString CellChecks::description(int row, int column) const {
    QStringList words;
    for (const data::StoredCheck* check : at(row, column))
        words << checkDescription(*check);
    return words.join(QStringLiteral("; "));
}

bool CellChecks::sameAs(const CellChecks& other) const {
    return std::ranges::equal(m_checks, other.m_checks,
                              [](const data::StoredCheck& one, const data::StoredCheck& another) {
                                  return one.id == another.id && one.mark == another.mark &&
                                         one.markNote == another.markNote && one.outdated == another.outdated;
                              });
}

} // namespace parallax::ui
