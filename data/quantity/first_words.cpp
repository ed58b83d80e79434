// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/first_words.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace parallax::data {
namespace {

// First words of numbers, bounds, dates, multipliers and currencies, in lower case.
constexpr std::string_view words =
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens tens hundreds "
    "thousands half a "
    "more no not less fewer in upwards upward at as up close exceeding over above under below nearly almost "
    "about around "
    "roughly approximately approx some circa between since by before within during early mid end late the "
    "next this last "
    "year fiscal fy first second third fourth january february march april may june july august september "
    "october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec q h doubled doubling doubles tripled tripling "
    "triples "
    "quadrupled quadrupling quintupled halved halving twofold threefold fourfold fivefold sixfold sevenfold "
    "eightfold "
    "ninefold tenfold hundredfold rmb cny usd eur gbp jpy hkd twd ntd krw inr chf sgd aud us hk nt c ca au s";

constexpr std::size_t slots = 1024;

constexpr std::uint64_t step(std::uint64_t hash, char32_t c) {
    return (hash ^ c) * 0x100000001B3ULL;
}
constexpr std::uint64_t seed = 0xCBF29CE484222325ULL;

constexpr std::size_t slotOf(std::uint64_t hash) {
    return static_cast<std::size_t>((hash >> 20) % slots);
}

// Open addressing; 0 is an empty slot.
constexpr auto table = [] {
    std::array<std::uint64_t, slots> built{};
    std::uint64_t hash = seed;
    for (std::size_t i = 0; i <= words.size(); ++i) {
        if (i < words.size() && words[i] != ' ') {
            hash = step(hash, static_cast<char32_t>(words[i]));
            continue;
        }
        std::size_t slot = slotOf(hash);
        while (built[slot] != 0 && built[slot] != hash)
            slot = (slot + 1) % slots;
        built[slot] = hash;
        hash = seed;
    }
    return built;
}();

} // namespace

bool mayBeginFigure(const FoldedText& text, std::size_t i, std::size_t& end) {
    std::uint64_t hash = seed;
    end = i;
    for (; isLatinLetter(text[end]); ++end)
        hash = step(hash, lower(text[end]));
    for (std::size_t slot = slotOf(hash); table[slot] != 0; slot = (slot + 1) % slots)
        if (table[slot] == hash)
            return true;
    return false;
}

} // namespace parallax::data
