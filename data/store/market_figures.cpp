// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/market_figures.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/quantity/leading_number.h"

namespace parallax::data {
namespace {

// Folded: lower case, Simplified. A Latin word must stand alone ("now" is not in "known").
constexpr std::array<std::u32string_view, 16> currentWords = {
    U"current", U"currently", U"now",  U"today", U"present", U"actual", U"latest", U"existing",
    U"现况",    U"现状",      U"现在", U"当前",  U"目前",    U"现有",   U"实际",   U"今年"};
constexpr std::array<std::u32string_view, 22> projectedWords = {
    U"projection",  U"projections", U"projected", U"expected", U"forecast", U"forecasts",
    U"forecasted",  U"target",      U"targets",   U"outlook",  U"planned",  U"future",
    U"anticipated", U"预测",        U"预期",      U"预估",     U"预计",     U"目标",
    U"展望",        U"推估",        U"未来",      U"规划"};
constexpr std::array<std::u32string_view, 14> changeWords = {
    U"change", U"delta", U"growth", U"increase", U"yoy",  U"δ",        U"变化",
    U"变动",   U"增幅",  U"成长",   U"增长",     U"涨幅", U"成长幅度", U"变化率"};
// A yearly rate is not the change between two columns.
constexpr std::array<std::u32string_view, 4> yearlyWords = {U"cagr", U"复合", U"年均", U"annual"};

bool isLetter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

template <typename Words>
bool names(std::u32string_view text, const Words& words) {
    for (const std::u32string_view word : words)
        for (std::size_t at = text.find(word); at != std::u32string_view::npos;
             at = text.find(word, at + 1)) {
            const bool alone = !isLetter(word.front()) ||
                               ((at == 0 || !isLetter(text[at - 1])) &&
                                (at + word.size() == text.size() || !isLetter(text[at + word.size()])));
            if (alone)
                return true;
        }
    return false;
}

// The year in a header: four digits from 19xx to 21xx that are not part of a longer number.
int yearIn(std::u32string_view text) {
    const auto isDigit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        if ((at > 0 && isDigit(text[at - 1])) || (at + 4 < text.size() && isDigit(text[at + 4])))
            continue;
        int year = 0;
        for (std::size_t i = at; i < at + 4; ++i)
            year = isDigit(text[i]) ? year * 10 + static_cast<int>(text[i] - U'0') : -100000;
        if (year >= 1990 && year <= 2150)
            return year;
    }
    return 0;
}

std::u32string withoutParentheses(std::u32string_view text) {
    std::u32string out;
    int depth = 0;
    for (const char32_t c : text) {
        depth += c == U'(' ? 1 : 0;
        if (depth == 0 && (c != U' ' || (!out.empty() && out.back() != U' ')))
            out.push_back(c);
        depth -= c == U')' && depth > 0 ? 1 : 0;
    }
    while (!out.empty() && out.back() == U' ')
        out.pop_back();
    return out;
}

struct Columns {
    std::size_t current = 0;
    std::size_t projected = 0;
    std::optional<std::size_t> change;
};

// "Azure (Current)" and "AWS (Expected)": the words stand in parentheses behind different names.
bool aboutDifferentSubjects(std::u32string_view current, std::u32string_view projected) {
    const std::u32string a = withoutParentheses(current), b = withoutParentheses(projected);
    if (a.empty() || b.empty() || a == b || yearIn(a) != 0 || yearIn(b) != 0)
        return false;
    return !names(a, currentWords) && !names(b, projectedWords);
}

std::optional<Columns> columnsByWords(const std::vector<std::u32string>& headers) {
    std::optional<std::size_t> current, projected;
    for (std::size_t i = 1; i < headers.size(); ++i) { // the first column names the rows
        if (names(headers[i], changeWords) || names(headers[i], yearlyWords))
            continue;
        if (!current && names(headers[i], currentWords))
            current = i;
        else if (names(headers[i], projectedWords))
            projected = i; // the last of several is the furthest
    }
    if (!current || !projected || aboutDifferentSubjects(headers[*current], headers[*projected]))
        return std::nullopt;
    return Columns{*current, *projected, std::nullopt};
}

std::optional<Columns> columnsByYears(const std::vector<std::u32string>& headers, int articleYear) {
    std::optional<std::size_t> current, projected;
    std::vector<std::pair<int, std::size_t>> years;
    for (std::size_t i = 1; i < headers.size(); ++i)
        if (const int year = yearIn(headers[i]);
            year != 0 && !names(headers[i], changeWords) && !names(headers[i], yearlyWords))
            years.emplace_back(year, i);
    std::ranges::sort(years);
    if (years.size() < 2 || years.front().first == years.back().first)
        return std::nullopt;
    current = years.front().second;
    for (const auto& [year, column] : years) // the newest year that is no longer the future
        if (articleYear != 0 && year <= articleYear)
            current = column;
    projected = years.back().second;
    const bool future =
        articleYear == 0 || years.back().first > articleYear || names(headers[*projected], projectedWords);
    if (!future || *current == *projected)
        return std::nullopt;
    return Columns{*current, *projected, std::nullopt};
}

std::optional<Columns> findColumns(const Table& table, int articleYear) {
    std::vector<std::u32string> headers;
    for (const Cell& cell : table.header)
        headers.push_back(foldText(cell.text));
    std::optional<Columns> columns = columnsByWords(headers);
    if (!columns)
        columns = columnsByYears(headers, articleYear);
    if (!columns)
        return std::nullopt;
    for (std::size_t i = 1; i < headers.size() && !columns->change; ++i)
        if (i != columns->current && i != columns->projected && names(headers[i], changeWords) &&
            !names(headers[i], yearlyWords))
            columns->change = i;
    return columns;
}

// "+20%" of "$18B (+20%)": what stands in the last parentheses, when it is a figure with a sign or a per
// cent.
std::string changeInParentheses(std::string_view cell) {
    std::size_t open = cell.rfind('('), close = cell.rfind(')');
    std::size_t openLength = 1;
    if (open == std::string_view::npos) {
        open = cell.rfind("（");
        close = cell.rfind("）");
        openLength = std::string_view("（").size();
    }
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
        return {};
    const std::string_view inside = trim(cell.substr(open + openLength, close - open - openLength));
    const bool change =
        inside.find('%') != std::string_view::npos || inside.find("％") != std::string_view::npos;
    return change && leadingNumber(inside) ? std::string(inside) : std::string();
}

} // namespace

std::vector<MarketFigure> marketFiguresOf(const Table& table, int year) {
    std::vector<MarketFigure> figures;
    const std::optional<Columns> columns = findColumns(table, year);
    if (!columns)
        return figures;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const std::vector<Cell>& cells = table.rows[row];
        if (std::max(columns->current, columns->projected) >= cells.size() || cells.front().text.empty())
            continue;
        MarketFigure figure;
        figure.currentText = cells[columns->current].text;
        figure.projectedText = cells[columns->projected].text;
        const auto current = leadingNumber(figure.currentText);
        const auto projected = leadingNumber(figure.projectedText);
        if (!current || !projected)
            continue;
        figure.current = (current->value + current->high) / 2;
        figure.projected = (projected->value + projected->high) / 2;
        if (figure.current == 0)
            continue;
        figure.changePercent = 100 * (figure.projected / figure.current - 1);
        figure.unit = current->unit.empty() ? projected->unit : current->unit;
        figure.tableRow = static_cast<int>(row);
        figure.subject = cells.front().text;
        figure.currentHeader = table.header[columns->current].text;
        figure.projectedHeader = table.header[columns->projected].text;
        figure.measure = table.caption.empty() ? figure.projectedHeader : table.caption;
        if (columns->change && *columns->change < cells.size())
            figure.statedChange = cells[*columns->change].text;
        // A column of remarks ("gains share") states no figure; the projected one may carry it: "$18B
        // (+20%)".
        if (!leadingNumber(figure.statedChange))
            if (std::string inside = changeInParentheses(figure.projectedText); !inside.empty())
                figure.statedChange = std::move(inside);
        figures.push_back(std::move(figure));
    }
    return figures;
}

} // namespace parallax::data
