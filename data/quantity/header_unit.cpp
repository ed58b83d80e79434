// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/header_unit.h"

#include <algorithm>
#include <array>
#include <utility>

#include "data/quantity/number.h"
#include "data/quantity/scale.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

// The longest header that is looked at: what is longer is a sentence.
constexpr std::size_t longestHeader = 400;

bool isEdge(char32_t c) {
    constexpr std::u32string_view edges = U"()[],、;|";
    return edges.find(c) != std::u32string_view::npos;
}

// "Input ($/1M)", "輸出（美元/百萬）": beside a word for what goes in or comes out, so many are so many
// tokens. Where it ends; nothing for a smaller number.
std::optional<std::pair<Per, std::size_t>> perTokensAt(const FoldedText& text, std::size_t begin) {
    static constexpr auto sides =
        std::to_array<std::u32string_view>({U"input", U"output", U"prompt", U"completion", U"token",
                                            U"tokens", U"输入", U"输出", U"提示", U"词元"});
    bool ofTokens = false;
    for (std::size_t i = 0; i < text.size() && !ofTokens; ++i)
        ofTokens = std::ranges::any_of(sides, [&](std::u32string_view side) {
            return side[0] < 0x80 ? text.isWordAt(i, side) : text.startsWith(i, side);
        });
    std::size_t at = text.skipBlanks(begin);
    if (text[at] == U'/')
        at = text.skipBlanks(at + 1);
    else if (text.isWordAt(at, U"per"))
        at = text.skipBlanks(at + 3);
    else if (text[at] == U'每')
        at = text.skipBlanks(at + 1);
    else
        return std::nullopt;
    if (text[at] == U'1' && (text[at + 1] < U'0' || text[at + 1] > U'9'))
        at = text.skipBlanks(at + 1);
    if (text.isWordAt(at, U"mtok"))
        return std::pair{Per{Decimal{1, 6}, "token"}, at + 4};
    const bool million = text.isWordAt(at, U"m") || text.isWordAt(at, U"million");
    if (million || text.startsWith(at, U"百万"))
        if (const std::size_t end = at + (!million ? 2 : text.isWordAt(at, U"m") ? 1 : 7); ofTokens)
            return std::pair{Per{Decimal{1, 6}, "token"}, end};
    return std::nullopt;
}

// One piece of a header that names a unit and nothing else: "USD millions", "$M", "%", "req/s", "億美元".
bool readPiece(const FoldedText& text, std::size_t begin, std::size_t end, const QuantityContext& context,
               HeaderUnit& out) {
    HeaderUnit found;
    std::size_t at = text.skipBlanks(begin);
    if (text.isWordAt(at, U"in"))
        at = text.skipBlanks(at + 2);
    for (const auto word : {std::u32string_view(U"单位为"), std::u32string_view(U"单位"),
                            std::u32string_view(U"unit"), std::u32string_view(U"units")})
        if (word[0] < 0x80 ? text.isWordAt(at, word) : text.startsWith(at, word)) {
            at = text.skipBlanks(at + word.size());
            at = text[at] == U':' ? text.skipBlanks(at + 1) : at;
            break;
        }
    for (int part = 0; part < 5 && at < end; ++part) {
        at = text.skipBlanks(at);
        if (at >= end)
            break;
        const auto sign = found.currency ? std::nullopt : currencyBefore(text, at, context);
        if (text.isWordAt(at, U"of")) {
            at += 2;
        } else if (lower(text[at]) == U'b' && at + 1 == end &&
                   (part == 0 ? text[at] == U'B' : found.currency.has_value())) {
            found.scale += 9; // "Parameters (B)", "Revenue ($B)": billions, hardly bytes
            at += 1;
        } else if (sign) {
            found.currency = sign;
            at = sign->end;
        } else if (const auto scale = scaleAt(text, at, ScaleStyle::AfterDigits);
                   scale && scale->end <= end && !unitAt(text, at, Nouns::No)) {
            found.scale += scale->power;
            at = scale->end;
        } else if (const auto after = currencyAfter(text, at, context); after && !found.currency) {
            found.currency = after;
            at = after->end;
            found.scale += after->factor.exponent;
        } else if (const auto tokens = found.currency ? perTokensAt(text, at) : std::nullopt;
                   tokens && text.skipBlanks(tokens->second) >= end) {
            found.per = tokens->first;
            at = tokens->second;
        } else if (const auto per = perAt(text, at); per && at > begin) {
            found.per = per->first;
            at = per->second;
        } else if (const auto unit = unitAt(text, at, Nouns::Known); unit && !found.unit) {
            found.unit = unit;
            at = unit->end;
        } else {
            return false;
        }
    }
    if (text.skipBlanks(at) < end || (!found.hasUnit() && !found.per))
        return false;
    // A lone letter is the name of a column ("b", "M"); behind one it may be a scale: "Users (M)".
    if (const std::size_t first = text.skipBlanks(begin);
        begin == 0 && first + 1 == end && isLatinLetter(text[first]))
        return false;
    out.currency = found.currency;
    out.unit = found.unit;
    out.scale = found.scale;
    if (found.per)
        out.per = found.per;
    return true;
}

struct Word {
    Role role = Role::None;
    bool level = false;
    bool date = false;
};
constexpr auto headerWords = wordTable<Word>({{U"sla", {Role::Level, true}},
                                              {U"availability", {Role::Level, true}},
                                              {U"uptime", {Role::Level, true}},
                                              {U"margin", {Role::Level, true}},
                                              {U"utilization", {Role::Level, true}},
                                              {U"utilisation", {Role::Level, true}},
                                              {U"penetration", {Role::Level, true}},
                                              {U"accuracy", {Role::Level, true}},
                                              {U"share", {Role::Share, true}},
                                              {U"cagr", {Role::Cagr}},
                                              {U"yoy", {Role::Yoy}},
                                              {U"y/y", {Role::Yoy}},
                                              {U"year over year", {Role::Yoy}},
                                              {U"year-over-year", {Role::Yoy}},
                                              {U"mom", {Role::Mom}},
                                              {U"m/m", {Role::Mom}},
                                              {U"change", {Role::Change}},
                                              {U"delta", {Role::Change}},
                                              {U"δ", {Role::Change}},
                                              {U"growth", {Role::Change}},
                                              {U"increase", {Role::Change}},
                                              {U"return", {Role::Return}},
                                              {U"roi", {Role::Return}},
                                              {U"valuation", {Role::Valuation}},
                                              {U"year", {Role::None, false, true}},
                                              {U"date", {Role::None, false, true}},
                                              {U"period", {Role::None, false, true}},
                                              {U"可用", {Role::Level, true}},
                                              {U"毛利率", {Role::Level, true}},
                                              {U"利润率", {Role::Level, true}},
                                              {U"利率", {Role::Level, true}},
                                              {U"利用率", {Role::Level, true}},
                                              {U"渗透率", {Role::Level, true}},
                                              {U"良率", {Role::Level, true}},
                                              {U"份额", {Role::Share, true}},
                                              {U"占比", {Role::Share, true}},
                                              {U"市占", {Role::Share, true}},
                                              {U"比重", {Role::Share, true}},
                                              {U"复合", {Role::Cagr}},
                                              {U"同比", {Role::Yoy}},
                                              {U"年增", {Role::Yoy}},
                                              {U"环比", {Role::Mom}},
                                              {U"月增", {Role::Mom}},
                                              {U"变化", {Role::Change}},
                                              {U"变动", {Role::Change}},
                                              {U"增幅", {Role::Change}},
                                              {U"涨幅", {Role::Change}},
                                              {U"成长率", {Role::Change}},
                                              {U"增长率", {Role::Change}},
                                              {U"差异", {Role::Change}},
                                              {U"回报", {Role::Return}},
                                              {U"报酬", {Role::Return}},
                                              {U"估值", {Role::Valuation}},
                                              {U"市值", {Role::Valuation}},
                                              {U"年份", {Role::None, false, true}},
                                              {U"年度", {Role::None, false, true}},
                                              {U"日期", {Role::None, false, true}}});

void readWords(const FoldedText& text, HeaderUnit& out) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isLatinLetter(text[i]) && i > 0 && isLatinLetter(text[i - 1]))
            continue;
        const auto* word = headerWords.find(text, i);
        if (word == nullptr)
            continue;
        if (out.role == Role::None || word->value.role == Role::Cagr || word->value.role == Role::Yoy)
            out.role = word->value.role == Role::None ? out.role : word->value.role;
        out.percentLevel = out.percentLevel || word->value.level;
        out.date = out.date || word->value.date;
    }
}

} // namespace

HeaderUnit headerUnit(std::string_view header, const QuantityContext& context) {
    HeaderUnit out;
    if (header.empty() || header.size() > longestHeader)
        return out;
    const FoldedText text(header);
    // What stands in parentheses, after a comma or after "in" may be a unit; the name itself ("Latency") is
    // none, unless nothing else stands there ("USD m").
    std::size_t begin = 0;
    bool taken = false;
    for (std::size_t i = 0; i <= text.size() && !taken; ++i) {
        if (i < text.size() && !isEdge(text[i]))
            continue;
        if (i > begin) {
            HeaderUnit piece = out;
            taken = readPiece(text, begin, i, context, piece);
            // The first piece is the name itself: "Year" and "Quarter" are no units, "USD m" and "GPUs" are.
            if (begin == 0 && piece.unit && piece.unit->duration)
                taken = false;
            if (taken)
                out = piece;
        }
        begin = i + 1;
    }
    // "Revenue in $bn", "Growth %", "Revenue USD m"
    for (std::size_t i = text.size(); i-- > 0 && !taken;) {
        if (i > 0 && text[i - 1] != U' ')
            continue;
        if (text.size() - i > 40)
            break;
        if (text.isWordAt(i, U"in") || text[i] == U'%' || currencyBefore(text, i, context))
            taken = readPiece(text, i, text.size(), context, out);
    }
    if (!out.per) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool word = lower(text[i]) == U'p' && text.isWordAt(i, U"per");
            if (!word && text[i] != U'每')
                continue;
            if (const auto per = perAt(text, i)) {
                out.per = per->first;
                break;
            }
        }
    }
    readWords(text, out);
    return out;
}

} // namespace parallax::data
