// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "base/utf8.h"
#include "data/quantity/cell.h"
#include "data/quantity/header_unit.h"
#include "data/table/typing.h"

namespace parallax::data {
namespace {

// A cell of this size holds an essay; its figures are the business of the text, not of the table.
constexpr std::size_t longestCell = 64 * 1024;

// Words lead: a letter or a Han character comes before any digit.
bool beginsWithWords(std::string_view text) {
    text = trim(text);
    for (std::size_t at = 0; at < text.size() && at < 64;) {
        const CodePoint c = decodeAt(text, at);
        if (isDigit(static_cast<unsigned char>(text[at])))
            return false;
        if ((c.value | 0x20) >= U'a' && (c.value | 0x20) <= U'z') {
            // "US$5", "R$3": a currency, not a word
            const std::size_t next = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", at);
            return next == std::string_view::npos || text[next] != '$';
        }
        // Punctuation, currency signs, arrows and the minus sign of "−39%" are no words.
        if (c.value >= 0xC0 && c.value != 0x3000 && !(c.value >= 0x2000 && c.value < 0x2C00))
            return !(c.value >= 0xFF10 && c.value <= 0xFF19) && c.value != 0xFFE5 && c.value != 0xFF04;
        at += c.length;
    }
    return false;
}

bool isYear(std::string_view text) {
    text = trim(text);
    if (text.size() < 4 || text.size() > 8 || (text[0] != '1' && text[0] != '2'))
        return false;
    for (std::size_t i = 0; i < 4; ++i)
        if (!isDigit(static_cast<unsigned char>(text[i])))
            return false;
    const std::string_view rest = text.substr(4);
    return text.substr(0, 4) >= "1900" && text.substr(0, 4) < "2200" &&
           (rest.empty() || rest == "年" || rest == "E" || rest == "F" || rest == "e" || rest == "f");
}

// "1月", "2026年3月", "1Q26", "2026-03", "2026": a time that begins with a figure, by what is left without
// its figures.
bool isTime(std::string_view text) {
    if (isYear(text))
        return true;
    std::string rest;
    std::size_t digits = 0;
    std::size_t separators = 0;
    for (const char c : trim(text)) {
        if (isDigit(static_cast<unsigned char>(c)))
            ++digits;
        else if (c == '-' || c == '/' || c == '.')
            ++separators;
        else if (c != ' ')
            rest += c;
    }
    if (digits == 0 || digits > 8)
        return false;
    if (rest.empty())
        return (separators == 1 || separators == 2) && isYear(trim(text).substr(0, 4)) &&
               trim(text)[4] != '.';
    if (separators > 0)
        return false;
    static constexpr std::string_view times[] = {
        "月", "月份", "年月", "年月份", "月日", "年月日", "年第季", "年第季度", "年季度", "年季",
        "季", "季度", "Q",    "年Q",    "q",    "H",      "年H",    "年度",     "日"};
    return std::ranges::find(times, rest) != std::end(times);
}

int findLabelColumn(const Typing& typing) {
    for (std::size_t column = 0; column < typing.tallies.size(); ++column)
        if (typing.settled.column(column) == ColumnRole::Label)
            return static_cast<int>(column);
    const std::size_t reach = std::min<std::size_t>(typing.tallies.size(), 3);
    const auto count = [&](std::size_t column, auto&& test) {
        std::size_t filled = 0, passing = 0;
        for (std::size_t row = 0; row < typing.table.rows.size(); ++row) {
            const std::string& text = typing.text(row, column);
            if (trim(text).empty())
                continue;
            ++filled;
            passing += test(text) ? 1 : 0;
        }
        return filled > 0 && passing * 2 >= filled;
    };
    for (std::size_t column = 0; column < reach; ++column)
        if (!typing.senses[column].rank && !typing.settled.column(column) && count(column, beginsWithWords))
            return static_cast<int>(column);
    if (reach > 0 && typing.tallies.size() > 1 && !typing.settled.column(0) &&
        (typing.senses[0].date || count(0, isTime)))
        return 0;
    return -1;
}

// Whether a label or a caption changes how a figure is read: only then is it worth reading with every cell.
bool statesUnit(std::string_view label, const QuantityContext& context) {
    if (label.empty())
        return false;
    const HeaderUnit unit = headerUnit(label, context);
    return unit.hasUnit() || unit.per || unit.percentLevel;
}

Span covering(const std::vector<Span>& spans) {
    return spans.empty() ? Span{} : Span{spans.front().begin, spans.back().end};
}

// The first figure stands for the cell when it begins it: "$5.00 same API pricing" is a price, "Gains 20 %
// from cloud" is a remark.
bool standsForCell(const CellReading& reading, std::string_view text) {
    if (reading.quantities.empty())
        return false;
    if (reading.complete())
        return true;
    const Span& first = reading.quantities.front().span;
    // "(1.2) pts" is a negative whose unit was left: neither 1.2 nor a bare number.
    const std::string_view before = trim(text.substr(0, first.begin));
    if (before == "(" || before == "（")
        return false;
    return std::ranges::none_of(reading.remainder,
                                [&](const Span& left) { return left.begin < first.begin; }) &&
           reading.remainder.front().begin >= first.end;
}

bool isPercentLike(const Quantity& q) {
    return q.dimension == Dimension::Ratio || q.dimension == Dimension::PercentagePoint;
}

// Reads the cells of one table, each with what its headers say of units.
class CellReader {
  public:
    CellReader(const std::string& caption, const std::vector<std::string>& header, std::size_t width,
               const TableContext& context, const Settled& settled)
        : m_caption(utf8Prefix(caption, longestHeader)) {
        m_base.language = context.language;
        m_base.documentMonth = context.documentMonth;
        m_base.taiwanese = context.taiwanese;
        m_base.cell = true;
        for (std::size_t column = 0; column < width; ++column) {
            const std::string_view text = column < header.size() ? std::string_view(header[column]) : "";
            const std::string_view read = utf8Prefix(text, longestHeader);
            const HeaderUnit unit = headerUnit(read, m_base);
            m_columnStates.push_back(statesUnit(read, m_base));
            // A blank stands for "has a header", so that a bare 2024 stays a number: what says nothing of
            // figures need not be read with each of them.
            const bool says = m_columnStates.back() || unit.role != Role::None || unit.date;
            m_headers.emplace_back(says ? read : std::string_view(" "));
        }
        for (std::size_t column = 0; column < settled.columnUnits.size() && column < width; ++column)
            if (const std::string_view unit = settled.columnUnit(column); !unit.empty()) {
                m_headers[column] = withUnit(m_headers[column], unit);
                m_columnStates[column] = true;
            }
        m_settledUnits = settled.columnUnits;
        m_captionStates = statesUnit(m_caption, m_base);
    }

    void setRow(std::string_view label, std::string_view unit) {
        m_label = std::string(utf8Prefix(label, longestHeader));
        m_rowSettled = !unit.empty();
        if (m_rowSettled)
            m_label = withUnit(m_label, unit);
        m_rowStates = m_rowSettled || statesUnit(m_label, m_base);
    }

    // A name may hold figures ("Latency (500 tokens)"); it states one only when it is nothing else.
    TypedCell label(std::string_view text) const {
        TypedCell cell;
        if (text.size() > longestHeader)
            return cell;
        QuantityContext context = m_base;
        context.date = true;
        CellReading reading = readCell(text, context);
        if (reading.complete() && reading.quantities.size() == 1)
            cell.quantities = std::move(reading.quantities);
        return cell;
    }

    TypedCell figures(std::string_view text, std::size_t column, const HeaderSense& sense) const {
        QuantityContext context = m_base;
        context.columnHeader = m_headers[column];
        context.date = sense.date;
        if (m_rowStates)
            context.rowHeader = m_label;
        if (m_captionStates)
            context.caption = m_caption;
        const std::string_view readable = utf8Prefix(text, longestCell);
        CellReading reading = readCell(readable, context);
        TypedCell cell;
        cell.missing = reading.missing();
        cell.note = reading.note;
        cell.remainder = covering(reading.remainder);
        if (readable.size() < text.size())
            cell.remainder.end = text.size();
        for (const Span& name : reading.entities)
            cell.entities.emplace_back(readable.substr(name.begin, name.end - name.begin));
        cell.figure = standsForCell(reading, readable);
        cell.quantities = std::move(reading.quantities);
        if (std::ranges::any_of(cell.quantities, &Quantity::unitConflict))
            judgeConflicts(cell, readable, context, column, sense);
        const bool columnSettled = column < m_settledUnits.size() && !m_settledUnits[column].empty();
        if (columnSettled || m_rowSettled)
            takeSettledUnit(cell, readable, context, columnSettled);
        return cell;
    }

  private:
    // "Revenue ($M)" whose unit is settled as "USD billions": "Revenue (USD billions)".
    static std::string withUnit(std::string_view header, std::string_view unit) {
        const std::size_t open = std::min(header.find('('), header.find("（"));
        return std::string(trim(header.substr(0, open))) + " (" + std::string(utf8Prefix(unit, 64)) + ")";
    }

    // An analyst's unit holds for figures with another one of their own too: their bare number is read again.
    // A scale word in the cell ("$15B") is part of the number and stays the cell's affair.
    void takeSettledUnit(TypedCell& cell, std::string_view text, QuantityContext context,
                         bool columnSettled) const {
        if (!cell.figure || cell.quantities.front().unitFrom != UnitFrom::Cell)
            return;
        Quantity& q = cell.quantities.front();
        const std::string_view written = text.substr(q.span.begin, q.span.end - q.span.begin);
        std::string number;
        for (std::size_t at = 0; at < written.size();) {
            const CodePoint c = decodeAt(written, at);
            const bool currency = c.value == U'$' || c.value == 0x20AC || c.value == 0xA3 || c.value == 0xA5;
            if (!currency && c.value != U'%' &&
                (c.value >= 0x80 || ((c.value | 0x20) >= U'a' && (c.value | 0x20) <= U'z')))
                return;
            if (!currency && c.value != U'%')
                number += written[at];
            at += c.length;
        }
        (columnSettled ? context.rowHeader : context.columnHeader) = columnSettled ? "" : " ";
        context.caption = {};
        auto again = readCell(number, context).quantities;
        if (again.size() != 1)
            return;
        again.front().span = q.span;
        q = std::move(again.front());
    }

    // What states a unit nearest to the cell is what it can contradict: a column of its own unit does not
    // contradict the caption, nor does a change in per cent the unit of its row.
    void judgeConflicts(TypedCell& cell, std::string_view text, QuantityContext context, std::size_t column,
                        const HeaderSense& sense) const {
        if (m_columnStates[column])
            context.rowHeader = context.caption = {};
        else if (!context.rowHeader.empty())
            context.caption = {};
        const auto nearest = readCell(text, context).quantities;
        for (std::size_t i = 0; i < cell.quantities.size(); ++i) {
            Quantity& q = cell.quantities[i];
            q.unitConflict = i < nearest.size() && nearest[i].unitConflict;
            const bool relation = sense.change || sense.yearly || sense.share || q.role == Role::Change ||
                                  q.role == Role::Share || q.role == Role::Yoy || q.role == Role::Mom ||
                                  q.role == Role::Cagr;
            if (isPercentLike(q) && relation && (!m_columnStates[column] || i > 0))
                q.unitConflict = false;
        }
    }

    QuantityContext m_base;
    std::string m_caption, m_label;
    std::vector<std::string> m_headers;
    std::vector<bool> m_columnStates;
    std::vector<std::string> m_settledUnits;
    bool m_captionStates = false, m_rowStates = false, m_rowSettled = false;
};

// "unchanged", 新增: where changes stand, a short word is one that has no figure.
bool isWordForChange(const HeaderSense& sense, const TypedCell& cell, std::string_view text) {
    constexpr std::size_t longest = 24; // bytes
    return (sense.change || sense.yearly) && cell.quantities.empty() && trim(text).size() <= longest;
}

void count(ColumnTally& tally, const TypedCell& cell) {
    if (cell.missing)
        return;
    ++tally.filled;
    if (!cell.figure)
        return;
    const Quantity& first = cell.quantities.front();
    ++tally.figures;
    tally.signs += first.sign != 0 || first.value.digits < 0 || first.low.digits < 0 ? 1 : 0;
    const bool period = first.kind == QuantityKind::Period || first.kind == QuantityKind::Deadline;
    tally.periods += period ? 1 : 0;
    if (!period)
        ++tally.dimensions[static_cast<std::size_t>(first.dimension)];
    if (cell.quantities.size() > 1 && isPercentLike(cell.quantities[1]))
        ++tally.inner;
}

} // namespace

void readCells(Typing& typing) {
    TypedTable& out = typing.out;
    out.labelColumn = findLabelColumn(typing);
    CellReader reader(out.caption, out.header, out.columns.size(), typing.context, typing.settled);
    typing.rowSenses.reserve(out.cells.size());
    for (std::size_t row = 0; row < typing.table.rows.size(); ++row) {
        const auto& source = typing.table.rows[row];
        const auto label = static_cast<std::size_t>(out.labelColumn);
        if (out.labelColumn >= 0 && label < source.size())
            out.rowLabels[row] = std::string(trim(source[label].text));
        typing.rowSenses.push_back(readRowLabel(utf8Prefix(out.rowLabels[row], longestHeader)));
        reader.setRow(out.rowLabels[row], typing.settled.rowUnit(row));
        auto& cells = out.cells[row];
        cells.reserve(source.size());
        for (std::size_t column = 0; column < source.size(); ++column) {
            if (static_cast<int>(column) == out.labelColumn) {
                cells.push_back(reader.label(source[column].text));
                continue;
            }
            cells.push_back(reader.figures(source[column].text, column, typing.senses[column]));
            if (!isWordForChange(typing.senses[column], cells.back(), source[column].text))
                count(typing.tallies[column], cells.back());
        }
    }
}

} // namespace parallax::data
