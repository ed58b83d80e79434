// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/table_part.h"

#include <string_view>

#include "ui/common/format.h"

namespace parallax::ui {

data::Table TablePart::make(const std::function<bool(int, int)>& wanted) const {
    data::Table result;
    if (!table)
        return result;
    const data::Table& source = table->stored.table;
    result.caption = source.caption;
    for (const int c : columns) {
        const auto at = static_cast<std::size_t>(c);
        data::Cell header;
        if (at < source.header.size())
            header = source.header[at];
        else if (c >= table->pageColumns)
            header.text = toStdString(table->headers[c]);
        result.header.push_back(std::move(header));
        result.alignments.push_back(at < source.alignments.size() ? source.alignments[at]
                                    : c >= table->pageColumns     ? data::Alignment::Right
                                                                  : data::Alignment::None);
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto& page = source.rows[static_cast<std::size_t>(rows[r])];
        std::vector<data::Cell> cells;
        cells.reserve(columns.size());
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const auto at = static_cast<std::size_t>(columns[c]);
            data::Cell cell;
            if (!wanted || wanted(static_cast<int>(r), static_cast<int>(c))) {
                if (at < page.size())
                    cell = page[at];
                // Computed cells, and what an analyst corrected: its marks were those of other words.
                if (const std::string_view words = table->bytes(rows[r], columns[c]); words != cell.text)
                    cell = {std::string(words), {}, {}};
            }
            cells.push_back(std::move(cell));
        }
        result.rows.push_back(std::move(cells));
    }
    return result;
}

} // namespace parallax::ui
