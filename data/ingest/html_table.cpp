// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/html_table.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/error.h"
#include "base/utf8.h"
#include "data/ingest/html_inline.h"
#include "data/ingest/html_table_head.h"

namespace parallax::data {
namespace {

struct RawCell {
    const GumboNode* node = nullptr;
    std::size_t columns = 1;
    std::size_t rows = 1;
    bool header = false;
};

struct RawRow {
    std::vector<RawCell> cells;
    bool inHead = false;
};

struct RawTable {
    const GumboNode* caption = nullptr;
    std::vector<RawRow> rows;
};

std::size_t spanAttribute(const GumboNode* cell, const char* name, std::size_t most) {
    const std::string_view text = trim(attribute(cell, name));
    std::size_t value = 1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range)
        return most;
    if (error != std::errc() || end == text.data())
        return 1;
    return std::clamp<std::size_t>(value, 1, most);
}

void collectRows(const GumboNode* parent, bool inHead, RawTable& table) {
    for (const GumboNode* node : childrenOf(parent)) {
        switch (tagOf(node)) {
        case GUMBO_TAG_CAPTION:
            if (!table.caption)
                table.caption = node;
            break;
        case GUMBO_TAG_THEAD:
            collectRows(node, true, table);
            break;
        case GUMBO_TAG_TBODY:
        case GUMBO_TAG_TFOOT:
            collectRows(node, false, table);
            break;
        case GUMBO_TAG_TR: {
            if (isInvisible(node))
                break;
            RawRow row;
            row.inHead = inHead;
            for (const GumboNode* cell : childrenOf(node)) {
                const GumboTag tag = tagOf(cell);
                if ((tag != GUMBO_TAG_TD && tag != GUMBO_TAG_TH) || isInvisible(cell))
                    continue;
                row.cells.push_back({cell, spanAttribute(cell, "colspan", 1000),
                                     spanAttribute(cell, "rowspan", 65534), tag == GUMBO_TAG_TH});
            }
            table.rows.push_back(std::move(row));
            break;
        }
        default:
            break;
        }
    }
}

bool allHeaders(const RawRow& row) {
    return !row.cells.empty() &&
           std::all_of(row.cells.begin(), row.cells.end(), [](const RawCell& cell) { return cell.header; });
}

bool isBold(const RawRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const RawCell& cell) { return isBoldCell(cell.node); });
}

void addCellContent(const GumboNode* node, InlineText& text) {
    if (isText(node)) {
        text.addText(node);
        return;
    }
    if (!isElement(node) || isInvisible(node) || text.addRaised(node, InlineText::Place::Cell))
        return;
    const bool marked = text.openMark(node);
    const GumboTag tag = tagOf(node);
    const bool apart = tag == GUMBO_TAG_BR || tag == GUMBO_TAG_P || tag == GUMBO_TAG_DIV ||
                       tag == GUMBO_TAG_LI || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL ||
                       tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_TR ||
                       tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_SUP || tag == GUMBO_TAG_SUB;
    if (apart)
        text.addBlank();
    for (const GumboNode* child : childrenOf(node))
        addCellContent(child, text);
    if (apart)
        text.addBlank();
    if (marked)
        text.closeMark();
}

Cell readCell(const GumboNode* node, InlineText& text) {
    for (const GumboNode* child : childrenOf(node))
        addCellContent(child, text);
    auto result = text.take();
    return {std::move(result.text), result.span, std::move(result.marks)};
}

Alignment alignmentOf(const GumboNode* cell) {
    std::string word(attribute(cell, "align"));
    if (word.empty()) {
        const std::string_view style = attribute(cell, "style");
        const std::size_t at = style.find("text-align");
        if (at == style.npos)
            return Alignment::None;
        const std::size_t colon = style.find(':', at);
        if (colon == style.npos)
            return Alignment::None;
        word = trim(style.substr(colon + 1, style.find(';', colon) - colon - 1));
    }
    if (equalsIgnoringCase(word, "left") || equalsIgnoringCase(word, "start"))
        return Alignment::Left;
    if (equalsIgnoringCase(word, "center"))
        return Alignment::Center;
    if (equalsIgnoringCase(word, "right") || equalsIgnoringCase(word, "end"))
        return Alignment::Right;
    return Alignment::None;
}

// Whether a table within a cell says no more than a cell may: "2025 · $130B", a list of names. Its texts are
// then the cell's.
class SmallTable {
  public:
    static bool is(const GumboNode* table) { return SmallTable().fits(table); }

  private:
    static constexpr std::size_t mostCells = 12, mostBytes = 200;

    bool fits(const GumboNode* node) {
        for (const GumboNode* child : childrenOf(node)) {
            if (isInvisible(child))
                continue;
            switch (tagOf(child)) {
            case GUMBO_TAG_TABLE:
            case GUMBO_TAG_CAPTION:
            case GUMBO_TAG_H1:
            case GUMBO_TAG_H2:
            case GUMBO_TAG_H3:
            case GUMBO_TAG_ARTICLE:
            case GUMBO_TAG_FORM:
                return false;
            case GUMBO_TAG_TD:
            case GUMBO_TAG_TH:
                if (++m_cells > mostCells)
                    return false;
                break;
            default:
                break;
            }
            if (isText(child) && child->type != GUMBO_NODE_WHITESPACE)
                m_bytes += std::string_view(child->v.text.text).size();
            if (m_bytes > mostBytes || !fits(child))
                return false;
        }
        return true;
    }

    std::size_t m_cells = 0, m_bytes = 0;
};

struct Content {
    std::size_t cells = 0; // its own, without those of tables in them
    std::size_t tables = 0;
    std::size_t textBytes = 0;
    bool blocks = false; // large tables, headings, lists of paragraphs
};

void inspect(const GumboNode* node, int paragraphsInCell, Content& content) {
    for (const GumboNode* child : childrenOf(node)) {
        if (content.blocks)
            return; // known to be layout: tables within tables are not read over and over
        if (isInvisible(child))
            continue;
        switch (tagOf(child)) {
        case GUMBO_TAG_TABLE:
            ++content.tables;
            content.blocks = !SmallTable::is(child);
            continue;
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_FORM:
            content.blocks = true;
            break;
        case GUMBO_TAG_P:
            if (++paragraphsInCell > 3)
                content.blocks = true;
            break;
        case GUMBO_TAG_TH:
        case GUMBO_TAG_TD:
            ++content.cells;
            paragraphsInCell = 0;
            break;
        default:
            break;
        }
        if (isText(child) && child->type != GUMBO_NODE_WHITESPACE)
            content.textBytes += std::string_view(child->v.text.text).size();
        inspect(child, paragraphsInCell, content);
    }
}

bool isForPresentation(const GumboNode* table) {
    const std::string_view role = attribute(table, "role");
    return equalsIgnoringCase(role, "presentation") || equalsIgnoringCase(role, "none");
}

bool marksHeads(const RawTable& table) {
    return std::ranges::any_of(table.rows, [](const RawRow& row) {
        return row.inHead || std::ranges::any_of(row.cells, &RawCell::header);
    });
}

bool isMarked(const RawTable& table) {
    return table.caption || marksHeads(table);
}

} // namespace

bool isLayoutTable(const GumboNode* node) {
    if (isForPresentation(node))
        return true;
    RawTable table;
    collectRows(node, false, table);
    Content content;
    inspect(node, 0, content);
    // Of cells that hold tables themselves a data table has a few; where nothing marks it as one, hardly any.
    const bool marked = isMarked(table);
    if (content.blocks || content.tables * (marked ? 2 : 4) > content.cells)
        return true;
    if (marked)
        return false;
    std::size_t columns = 0;
    std::size_t rows = 0;
    for (const auto& row : table.rows) {
        columns = std::max(columns, row.cells.size());
        rows += row.cells.empty() ? 0U : 1U;
    }
    return columns < 2 || rows < 2 || content.textBytes > 300 * content.cells;
}

bool isMarkedAsData(const GumboNode* node) {
    if (isForPresentation(node))
        return false;
    RawTable table;
    collectRows(node, false, table);
    return isMarked(table);
}

std::optional<Table> readHtmlTable(const GumboNode* node, const HtmlTableContext& context) {
    RawTable raw;
    collectRows(node, false, raw);
    std::erase_if(raw.rows, [](const RawRow& row) { return row.cells.empty(); });
    if (raw.rows.empty())
        return std::nullopt;

    // The grid's size first, for the limit.
    std::size_t columns = 0;
    for (const auto& row : raw.rows) {
        std::size_t width = 0;
        for (const auto& cell : row.cells)
            width += cell.columns;
        columns = std::max(columns, width);
    }
    const Span span = context.tree.spanOfElement(node);
    const auto tooLarge = [&](std::size_t cells) {
        throw Error(ErrorCode::DocumentTableTooLarge,
                    {context.hints.name, std::to_string(context.tree.lineOf(span.begin)),
                     std::to_string(cells), std::to_string(context.limits.tableCells)});
    };
    if (columns * raw.rows.size() > context.limits.tableCells)
        tooLarge(columns * raw.rows.size());

    const std::size_t declaredColumns = columns;
    InlineText text(context.tree, context.source, context.baseUrl);
    std::vector<std::vector<Cell>> grid(raw.rows.size());
    std::vector<Alignment> alignments;
    std::vector<std::vector<char>> taken(raw.rows.size());
    std::size_t total = 0;
    for (std::size_t r = 0; r < raw.rows.size(); ++r) {
        std::size_t column = 0;
        const bool head = raw.rows[r].inHead || allHeaders(raw.rows[r]);
        for (const auto& rawCell : raw.rows[r].cells) {
            while (column < taken[r].size() && taken[r][column])
                ++column;
            const Cell cell = readCell(rawCell.node, text);
            const bool wholeRow =
                !head && column == 0 && rawCell.columns > 1 && rawCell.columns >= declaredColumns;
            const std::size_t lastRow = std::min(raw.rows.size(), r + rawCell.rows);
            for (std::size_t down = r; down < lastRow; ++down) {
                if (grid[down].size() < column + rawCell.columns) {
                    total += column + rawCell.columns - grid[down].size();
                    if (total > context.limits.tableCells)
                        tooLarge(total);
                    grid[down].resize(column + rawCell.columns);
                    taken[down].resize(column + rawCell.columns);
                }
                for (std::size_t across = 0; across < rawCell.columns; ++across) {
                    if (taken[down][column + across])
                        continue;
                    taken[down][column + across] = 1;
                    if (across == 0 || !wholeRow)
                        grid[down][column + across] = cell;
                }
            }
            if (!head || alignments.size() <= column) {
                if (alignments.size() <= column)
                    alignments.resize(column + 1, Alignment::None);
                if (alignments[column] == Alignment::None)
                    alignments[column] = alignmentOf(rawCell.node);
            }
            column += rawCell.columns;
        }
        columns = std::max(columns, grid[r].size());
    }
    if (columns * raw.rows.size() > context.limits.tableCells)
        tooLarge(columns * raw.rows.size());
    for (auto& row : grid)
        row.resize(columns);
    // Columns and rows that hold nothing are spacing.
    const auto hasText = [](const Cell& cell) { return !cell.text.empty(); };
    std::size_t kept = 0;
    alignments.resize(columns, Alignment::None);
    for (std::size_t column = 0; column < columns; ++column) {
        if (std::none_of(grid.begin(), grid.end(), [&](const auto& row) { return hasText(row[column]); }))
            continue;
        if (kept != column) {
            for (auto& row : grid)
                row[kept] = std::move(row[column]);
            alignments[kept] = alignments[column];
        }
        ++kept;
    }
    columns = kept;
    for (auto& row : grid)
        row.resize(columns);
    alignments.resize(columns);
    if (columns == 0)
        return std::nullopt;

    Table table;
    table.span = span;
    if (raw.caption) {
        const Cell caption = readCell(raw.caption, text);
        table.caption = caption.text;
        table.captionSpan = caption.span;
    }
    std::size_t headRows = 0;
    while (headRows < raw.rows.size() && (raw.rows[headRows].inHead || allHeaders(raw.rows[headRows])))
        ++headRows;
    if (headRows == raw.rows.size() && raw.rows.size() > 1 && !raw.rows[1].inHead)
        headRows = 1; // a table of nothing but <th>
    if (!marksHeads(raw) && raw.rows.size() > 1 &&
        namesColumns(grid, isBold(raw.rows[0]), isBold(raw.rows[1])))
        headRows = 1;
    for (std::size_t r = 0; r < headRows; ++r) {
        if (table.header.empty()) {
            table.header = std::move(grid[r]);
            continue;
        }
        for (std::size_t column = 0; column < columns; ++column) { // "2026" over "Q1" is "2026 Q1"
            Cell& above = table.header[column];
            Cell& below = grid[r][column];
            if (above.text.empty()) {
                above = std::move(below);
            } else if (!below.text.empty() && below.text != above.text) {
                above.text += ' ' + below.text;
                above.marks.clear();
                above.span = {std::min(above.span.begin, below.span.begin),
                              std::max(above.span.end, below.span.end)};
            }
        }
    }
    for (std::size_t r = headRows; r < grid.size(); ++r)
        if (std::any_of(grid[r].begin(), grid[r].end(), hasText))
            table.rows.push_back(std::move(grid[r]));
    if (table.rows.empty() && table.header.empty())
        return std::nullopt;
    table.alignments = std::move(alignments);
    return table;
}

} // namespace parallax::data
