// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <cstddef>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "data/store/check_store.h"

namespace parallax::ui {

// The sign that a cell wears: of the worst check whose claim it is.
struct CellSign {
    data::Colour colour = data::Colour::Grey;
    bool settled = false; // by the analyst: shown quietly
};

// The failed checks (red and amber) of one table, by the cell that states the claim: what a grid shows and
// where a click leads. Never changes, so threads may share it.
class CellChecks {
  public:
    static constexpr int header = -1;  // as a row
    static constexpr int caption = -1; // as a column, with `header` as the row

    CellChecks() = default;
    // Those of `checks` that belong to `edition` and claim something in its table number `table`
    // (of Article::tables).
    CellChecks(const std::vector<data::StoredCheck>& checks, data::EditionId edition, int table);

    const std::vector<data::StoredCheck>& all() const { return m_checks; } // in reading order
    bool empty() const { return m_checks.empty(); }
    std::vector<std::pair<int, int>> cells() const; // row and column of those where something fails
    // Of one cell, the worst first; empty where nothing fails.
    std::vector<const data::StoredCheck*> at(int row, int column) const;
    // Whether anything fails there, and how it looks: without making a list.
    const CellSign* sign(int row, int column) const;
    // The working of a cell's checks for a tooltip, the worst first; empty where nothing fails.
    QString toolTip(int row, int column) const;
    // One plain sentence for screen readers.
    QString description(int row, int column) const;
    // Open ones by colour, and those that the analyst settled.
    const data::CheckCounts& counts() const { return m_counts; }
    // Whether both would show the same.
    bool sameAs(const CellChecks& other) const;

  private:
    struct Cell {
        CellSign sign;
        std::vector<std::size_t> checks;
    };
    const Cell* cell(int row, int column) const;

    std::vector<data::StoredCheck> m_checks;
    std::map<std::pair<int, int>, Cell> m_cells; // by row and column
    data::CheckCounts m_counts;
};

using CellChecksPtr = std::shared_ptr<const CellChecks>; // null: none are known

// Worst first; what the analyst settled stands behind what is open.
int severity(const data::StoredCheck& check);
bool isFailed(data::Colour colour); // red or amber

} // namespace parallax::ui

Q_DECLARE_METATYPE(parallax::ui::CellSign)
