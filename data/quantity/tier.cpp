// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdint>

#include "data/quantity/amount.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

// Of ten numbers, as analysts say it: low is the first to the third of them, mid the middle, high the last
// three.
struct Third {
    int from = 0, to = 0;
};
constexpr auto thirds = wordTable<Third>({{U"low", {1, 3}},
                                          {U"mid", {4, 6}},
                                          {U"high", {7, 9}},
                                          {U"low-to-mid", {1, 6}},
                                          {U"low to mid", {1, 6}},
                                          {U"mid-to-high", {4, 9}},
                                          {U"mid to high", {4, 9}}});

// What they are thirds of.
struct Ten {
    int begin = 0;
    bool percent = false; // said of percentages alone
};
constexpr auto tens = wordTable<Ten>({{U"single digit", {0, true}},
                                      {U"single digits", {0, true}},
                                      {U"single-digit", {0, true}},
                                      {U"single-digits", {0, true}},
                                      {U"double digit", {10, true}},
                                      {U"double digits", {10, true}},
                                      {U"double-digit", {10, true}},
                                      {U"double-digits", {10, true}},
                                      {U"teens", {10, true}},
                                      {U"teen", {10, true}},
                                      {U"twenties", {20}},
                                      {U"thirties", {30}},
                                      {U"forties", {40}},
                                      {U"fifties", {50}},
                                      {U"sixties", {60}},
                                      {U"seventies", {70}},
                                      {U"eighties", {80}},
                                      {U"nineties", {90}}});

// 30s, 30%
std::optional<Ten> roundTenAt(const FoldedText& text, std::size_t i, std::size_t& end) {
    if (!isDigit(text[i]) || text[i] == U'0' || text[i + 1] != U'0')
        return std::nullopt;
    const std::size_t percent = text.skipBlanks(i + 2);
    const bool plural = text[i + 2] == U's' && !isLatinLetter(text[i + 3]) && !isDigit(text[i + 3]);
    if (!plural) { // not "a record-high 60%"
        const bool sign = text[percent] == U'%';
        if (!sign && !text.isWordAt(percent, U"percent"))
            return std::nullopt;
        const std::size_t range = text.skipBlanks(percent + (sign ? 1 : 7));
        if (text[i - 1] != U'-' && !text.isWordAt(range, U"range") && !text.isWordAt(range, U"area"))
            return std::nullopt;
    }
    end = plural ? i + 3 : i + 2;
    return Ten{static_cast<int>(text[i] - U'0') * 10};
}

} // namespace

std::optional<Found> tierAt(const FoldedText& text, std::size_t i) {
    const auto* third = thirds.find(text, i);
    if (third == nullptr)
        return std::nullopt;
    std::size_t at = i + third->word.size();
    if (text[at] != U' ' && text[at] != U'-')
        return std::nullopt;
    at = text[at] == U'-' ? at + 1 : text.skipBlanks(at);
    std::optional<Ten> ten;
    std::size_t end = at;
    if (const auto* word = tens.find(text, at)) {
        ten = word->value;
        end = at + word->word.size();
    } else {
        ten = roundTenAt(text, at, end);
    }
    // High double digits may be nineteen or ninety.
    if (!ten || (ten->begin == 10 && lower(text[at]) == U'd' && third->value.from > 3))
        return std::nullopt;
    const std::size_t next = text[end] == U'-' ? end + 1 : text.skipBlanks(end);
    static constexpr auto scales =
        wordTable<int>({{U"billions", 9}, {U"billion", 9}, {U"millions", 6}, {U"million", 6}});
    static constexpr auto percents =
        wordTable<int>({{U"%", 0}, {U"percent", 0}, {U"per cent", 0}, {U"percentage", 0}});
    static constexpr auto rates = wordTable<int>({{U"growth", 0},
                                                  {U"increase", 0},
                                                  {U"increases", 0},
                                                  {U"decline", 0},
                                                  {U"margin", 0},
                                                  {U"margins", 0}});
    int power = 0;
    bool percent = ten->percent;
    if (const auto* scale = scales.find(text, next)) {
        power = scale->value;
        percent = false;
        end = next + scale->word.size();
    } else if (const auto* sign = percents.find(text, next)) {
        percent = true;
        end = next + sign->word.size();
    } else if (rates.find(text, next) != nullptr) {
        percent = true;
    }
    if (!percent && power == 0)
        return std::nullopt; // in the mid-70s
    Found found{i, end, {}, end};
    auto& q = *found.quantity;
    q.kind = QuantityKind::Range;
    q.dimension = percent ? Dimension::Ratio : Dimension::Number;
    q.unit = percent ? "%" : "";
    q.low = {ten->begin + third->value.from, power};
    q.high = {ten->begin + third->value.to, power};
    q.resolution = {1, power};
    q.bound = Bound::Vague;
    q.approx = q.spelled = true;
    q.scaledInCell = power != 0;
    found.scale = power;
    return found;
}

} // namespace parallax::data
