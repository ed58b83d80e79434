// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "data/quantity/quantity.h"

namespace parallax::data {

enum class CellKind {
    Missing,  // "", "—", "N/A", "undisclosed": says that there is no figure
    Figures,  // figures or dates and nothing else but a note
    Partial,  // figures or dates, and words that nothing was made of
    Entities, // a list of names: "Azure + AWS + Oracle"
    Text,     // words
};

// A table cell read to its end: each byte of it is part of a figure, of the note, of the remainder, or a
// blank, bracket or separator. Spans are bytes of the cell.
struct CellReading {
    CellKind kind = CellKind::Missing;
    std::vector<Quantity> quantities; // in order; "$18B (+20%)" has two, the second with a role
    Span note;                        // the words of a remark in parentheses, without them: "AWS standard"
    std::vector<Span> remainder;      // what nothing was made of; empty unless Partial or Text
    std::vector<Span> entities;       // the names of a list of names

    bool missing() const { return kind == CellKind::Missing; }
    // The first figure stands for the cell: a half-read cell ("5800 widgets of") must not.
    bool complete() const { return kind == CellKind::Figures; }
    bool hasNote() const { return note.end > note.begin; }
};

// Reads one cell. `context` carries its headers and caption; `context.cell` is taken as set.
CellReading readCell(std::string_view text, QuantityContext context = {});

} // namespace parallax::data
