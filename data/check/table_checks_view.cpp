// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

#include "base/utf8.h"
#include "data/check/rules_words.h"
#include "data/check/table_checks.h"

namespace parallax::data {
namespace {

constexpr std::size_t mostLabels = 20'000; // rows further down are data: their labels say nothing of others
constexpr std::size_t fewestPadded = 3;    // cells that must agree before their zeros are padding

// Zeros at the end of what stands after the first decimal point; -1 where there is no point.
int paddingOf(std::string_view text) {
    const int decimals = writtenDecimals(text);
    if (decimals == 0)
        return -1;
    const auto point = text.find('.');
    if (point == std::string_view::npos)
        return 0;
    int zeros = 0;
    for (int i = decimals; i > 0; --i) {
        const std::size_t at = point + static_cast<std::size_t>(i);
        if (at >= text.size() || text[at] != '0')
            break;
        ++zeros;
    }
    return zeros;
}

bool isFootnote(std::string_view text) {
    static constexpr std::string_view marks[] = {"*", "†", "‡", "§", "¶", "¹", "²", "³", "⁴", "⁵"};
    text = trim(text);
    while (!text.empty()) {
        const auto mark =
            std::ranges::find_if(marks, [&](std::string_view m) { return text.starts_with(m); });
        if (mark != std::end(marks))
            text.remove_prefix(mark->size());
        else if (text.size() >= 3 && (text[0] == '[' || text[0] == '(') && (text[2] == ']' || text[2] == ')'))
            text.remove_prefix(3);
        else
            return false;
        text = trim(text);
    }
    return true;
}

// What the grammar left unread beside the figure may be a remark ("$5.00 same pricing"), set apart and
// without figures of its own. Anything else says that the figure was read in part.
bool isReadInPart(const TypedCell& cell, std::string_view words) {
    const Span& left = cell.remainder;
    if (left.begin >= left.end || left.end > words.size())
        return false;
    const std::string_view rest = words.substr(left.begin, left.end - left.begin);
    if (isFootnote(rest))
        return false;
    const bool glued = left.begin == cell.quantities.front().span.end && rest.front() != ' ';
    return glued || std::ranges::any_of(rest, isDigit) || rest.find('%') != std::string_view::npos;
}

// The same figure with `zeros` digits fewer after its point.
void strip(Operand& operand, int zeros) {
    Quantity& q = operand.quantity;
    const auto shorten = [&](Decimal& value) {
        for (int i = 0; i < zeros && value.digits % 10 == 0; ++i) {
            value.digits /= 10;
            ++value.exponent;
        }
    };
    shorten(q.value);
    shorten(q.low);
    shorten(q.high);
    q.resolution = q.resolution.shifted(zeros);
    auto point = operand.text.find('.');
    while (point != std::string::npos) { // of both ends of a range
        std::size_t end = point + 1;
        while (end < operand.text.size() && operand.text[end] >= '0' && operand.text[end] <= '9')
            ++end;
        const std::size_t count = std::min(static_cast<std::size_t>(zeros), end - point - 1);
        operand.text.erase(end - count, count);
        if (end - count == point + 1)
            operand.text.erase(point, 1);
        point = operand.text.find('.', point + 1);
    }
}

} // namespace

TableView::TableView(const ReadArticle& read, std::size_t table)
    : m_read(&read)
    , m_source(&read.article->tables[table])
    , m_table(&read.tables[table])
    , m_index(static_cast<int>(table)) {
    const auto& blocks = read.article->blocks;
    const auto isIt = [&](const Block& block) {
        return block.kind == BlockKind::Table && block.table == m_index;
    };
    if (const auto found = std::ranges::find_if(blocks, isIt); found != blocks.end())
        m_block = static_cast<int>(found - blocks.begin());
    for (std::size_t i = 0; i < columns(); ++i)
        m_columns.push_back(readHeader(header(i), read.context));
    m_labels.resize(rows());
    for (std::size_t i = 0; i < std::min(rows(), mostLabels); ++i)
        m_labels[i] = readHeader(label(i).substr(0, longestHeader), read.context);
    m_caption = readHeader(std::string_view(m_table->caption).substr(0, longestHeader), read.context);
    m_padding.assign(columns(), 0);
    for (std::size_t c = 0; c < columns(); ++c) {
        int common = -1;
        std::size_t seen = 0;
        for (std::size_t r = 0; r < rows() && common != 0; ++r) {
            const auto written = operand(r, c, 0);
            const int padding = written ? paddingOf(written->text) : -1;
            if (padding < 0)
                continue;
            common = common < 0 ? padding : std::min(common, padding);
            ++seen;
        }
        m_padding[c] = seen >= fewestPadded ? std::max(common, 0) : 0;
    }
}

RowRole TableView::rowRole(std::size_t row) const {
    return row < m_table->rowRoles.size() ? m_table->rowRoles[row] : RowRole::Item;
}

std::string_view TableView::label(std::size_t row) const {
    return row < m_table->rowLabels.size() ? std::string_view(m_table->rowLabels[row]) : std::string_view();
}

std::string_view TableView::header(std::size_t column) const {
    return column < m_table->header.size() ? std::string_view(m_table->header[column]) : std::string_view();
}

std::string_view TableView::words(std::size_t row, std::size_t column) const {
    return wordsOf(*m_source, *m_table, row, column);
}

const TypedCell* TableView::cell(std::size_t row, std::size_t column) const {
    if (row >= rows() || column >= m_table->cells[row].size())
        return nullptr;
    return &m_table->cells[row][column];
}

std::optional<Operand> TableView::operand(std::size_t row, std::size_t column, std::size_t index) const {
    const TypedCell* typed = cell(row, column);
    if (typed == nullptr || !typed->figure || index >= typed->quantities.size() ||
        !isAmount(typed->quantities[index]) || isReadInPart(*typed, words(row, column)))
        return std::nullopt;
    return operandOf(typed->quantities[index], words(row, column));
}

std::optional<Operand> TableView::figure(std::size_t row, std::size_t column) const {
    auto found = operand(row, column, 0);
    if (found && m_padding[column] > 0 && writtenDecimals(found->text) > 0)
        strip(*found, m_padding[column]);
    return found;
}

std::optional<Operand> TableView::innerChange(std::size_t row, std::size_t column) const {
    auto found = operand(row, column, 1);
    if (!found)
        return std::nullopt;
    const Quantity& q = found->quantity;
    const bool change = q.role == Role::Change || q.role == Role::Yoy || q.role == Role::Mom ||
                        q.role == Role::Difference || q.sign != 0;
    return change ? found : std::nullopt;
}

bool TableView::says(std::initializer_list<std::u32string_view> words) const {
    constexpr std::size_t mostHeaders = 64;
    if (FoldedPhrase(std::string_view(m_table->caption).substr(0, longestHeader)).hasAny(words))
        return true;
    for (std::size_t column = 0; column < std::min(columns(), mostHeaders); ++column)
        if (FoldedPhrase(header(column).substr(0, longestHeader)).hasAny(words))
            return true;
    return false;
}

bool TableView::severalAnswers() const {
    return says({U"multiple answers",
                 U"multiple responses",
                 U"multiple response",
                 U"multiple choice",
                 U"multiple selections",
                 U"multi-select",
                 U"multiselect",
                 U"select all",
                 U"check all",
                 U"choose all",
                 U"pick all",
                 U"all that apply",
                 U"could choose",
                 U"can choose",
                 U"could select",
                 U"could pick",
                 U"more than one",
                 U"up to three",
                 U"up to two",
                 U"may exceed 100",
                 U"exceed 100%",
                 U"exceeds 100%",
                 U"do not add",
                 U"do not sum",
                 U"overlap*",
                 U"multiple allowed",
                 U"复选",
                 U"多选",
                 U"复数选择",
                 U"不限一项",
                 U"可重复",
                 U"重叠",
                 U"超过100"});
}

bool TableView::mayOverlap() const {
    return says({U"respondents",
                 U"survey*",
                 U"polled",
                 U"% of companies",
                 U"% of firms",
                 U"% of users",
                 U"% of developers",
                 U"% of organizations",
                 U"% of organisations",
                 U"companies using",
                 U"adoption",
                 U"usage",
                 U"penetration",
                 U"users of",
                 U"mentions",
                 U"citing",
                 U"cited",
                 U"受访",
                 U"问卷",
                 U"调查",
                 U"采用率",
                 U"使用率",
                 U"普及率",
                 U"渗透率",
                 U"提及",
                 U"选择率"});
}

bool isIntensive(std::string_view header) {
    return FoldedPhrase(header).hasAny(
        {U"average",       U"avg",       U"avg.",       U"mean",        U"median",      U"per",
         U"price",         U"prices",    U"pricing",    U"latency",     U"rate",        U"rates",
         U"ratio",         U"ratios",    U"margin",     U"margins",     U"growth",      U"cagr",
         U"index",         U"score",     U"scores",     U"rank",        U"ranking",     U"speed",
         U"age",           U"/",         U"arpu",       U"arppu",       U"arpa",        U"asp",
         U"asps",          U"aov",       U"eps",        U"cac",         U"ltv",         U"cpm",
         U"cpc",           U"cpa",       U"ctr",        U"nps",         U"roi",         U"roe",
         U"roa",           U"roas",      U"irr",        U"yield",       U"churn",       U"utilization",
         U"utilisation",   U"occupancy", U"conversion", U"penetration", U"retention",   U"multiple",
         U"p/e",           U"pe",        U"percentile", U"p50",         U"p90",         U"p95",
         U"p99",           U"duration",  U"efficiency", U"density",     U"temperature", U"intensity",
         U"rating",        U"frequency", U"throughput", U"unit cost",   U"unit price",  U"hourly",
         U"turnover days", U"days",      U"accuracy",   U"uptime",      U"平均",        U"人均",
         U"均价",          U"每",        U"价格",       U"单价",        U"售价",        U"报价",
         U"定价",          U"股价",      U"延迟",       U"时延",        U"率",          U"增长",
         U"成长",          U"指数",      U"得分",       U"评分",        U"分数",        U"排名",
         U"速度",          U"单位成本",  U"倍数",       U"本益比",      U"市盈率",      U"天数",
         U"年龄",          U"密度",      U"吞吐"});
}

Evidence TableView::cellEvidence(std::size_t row, std::size_t column) const {
    Evidence evidence;
    evidence.quote = std::string(words(row, column));
    if (row < m_source->rows.size() && column < m_source->rows[row].size())
        evidence.span = m_source->rows[row][column].span;
    evidence.block = m_block;
    evidence.table = m_index;
    evidence.row = static_cast<int>(row);
    evidence.column = static_cast<int>(column);
    return evidence;
}

Evidence TableView::headerEvidence(std::size_t column) const {
    Evidence evidence;
    evidence.quote = std::string(header(column));
    if (column < m_source->header.size())
        evidence.span = m_source->header[column].span;
    evidence.block = m_block;
    evidence.table = m_index;
    evidence.column = static_cast<int>(column);
    return evidence;
}

Evidence TableView::captionEvidence() const {
    Evidence evidence;
    evidence.quote = m_source->caption;
    evidence.span = m_source->captionSpan;
    evidence.block = m_block;
    evidence.table = m_index;
    return evidence;
}

std::vector<bool> nestedIn(const std::vector<Operand>& figures) {
    constexpr std::size_t mostParts = 32;
    std::vector<bool> nested(figures.size(), false);
    std::vector<Reading> readings;
    readings.reserve(figures.size());
    for (const Operand& figure : figures)
        readings.push_back(readingOf(figure));
    for (std::size_t i = 0; i < readings.size(); ++i) {
        const double whole = readings[i].face;
        double sum = 0;
        double slack = halfWidth(readings[i].strict);
        for (std::size_t k = i + 1; k < readings.size() && k <= i + mostParts && sum < whole; ++k) {
            if (readings[k].face <= 0)
                break;
            sum += readings[k].face;
            slack += halfWidth(readings[k].strict);
            // Whole to the unit: rounding is no reason to believe in a hierarchy.
            if (k < i + 2 || std::abs(sum - whole) > std::min(slack, readings[i].resolution) * 1.001)
                continue;
            std::fill(nested.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                      nested.begin() + static_cast<std::ptrdiff_t>(k) + 1, true);
            i = k;
            break;
        }
    }
    return nested;
}

int yearOf(const HeaderSense& sense) {
    // A whole year only: from its first month to its last.
    int first = 0;
    int last = 0;
    if (sense.from.size() < 10 || sense.to.size() < 10)
        return 0;
    std::from_chars(sense.from.data(), sense.from.data() + 4, first);
    std::from_chars(sense.to.data(), sense.to.data() + 4, last);
    const bool calendar = first == last && sense.from.substr(5) == "01-01" && sense.to.substr(5) == "12-31";
    const bool fiscal = last == first + 1 && sense.from.substr(5) != "01-01";
    return calendar || fiscal ? last : 0;
}

Operand asChange(Operand stated, std::string_view header, std::string_view cell) {
    Quantity& q = stated.quantity;
    const auto negate = [&] {
        q.value = q.value.negated();
        std::swap(q.low, q.high);
        q.low = q.low.negated();
        q.high = q.high.negated();
    };
    if (q.sign != 0 || q.value.digits < 0 || q.kind == QuantityKind::Multiplier)
        return stated;
    const std::string_view before = cell.substr(0, std::min(q.span.begin, cell.size()));
    const bool arrow =
        std::ranges::any_of(std::initializer_list<std::string_view>{"↓", "▼", "▽", "↘", "⬇"},
                            [&](std::string_view a) { return before.ends_with(a) || cell.starts_with(a); });
    const bool decline = saysDecline(header) ||
                         FoldedPhrase(header).hasAny({U"decline", U"decrease", U"跌幅", U"减少", U"下降"});
    if (arrow || decline)
        negate();
    return stated;
}

Check checkStatedChange(const Operand& base, const Operand& next, const Operand& stated) {
    Check check = checkChange(base, next, stated);
    const Quantity& q = stated.quantity;
    const bool bare =
        q.dimension == Dimension::Number && q.unit.empty() && q.kind != QuantityKind::Multiplier;
    if (!bare || check.verdict == Verdict::Consistent)
        return check;
    Operand percent = stated;
    percent.quantity.dimension = Dimension::Ratio;
    percent.quantity.unit = "%";
    Check other = checkChange(base, next, percent);
    return other.verdict < check.verdict ? other : check;
}

} // namespace parallax::data
