// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/starts.h"

#include <array>
#include <string_view>

namespace parallax::data {
namespace {

struct WordGroup {
    Starts starts;
    std::string_view words; // lower case
};

constexpr std::array<WordGroup, 6> groups{{
    {startsNumber,
     "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
     "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozens "
     "scores tens hundreds thousands millions billions trillions half a several minus negative"},
    {startsBound, "more greater higher larger over above exceeding exceeds exceeded surpassing surpassed "
                  "topping in north south at "
                  "no not upwards upward as a minimum min less fewer lower smaller under below up maximum "
                  "max nearly almost close "
                  "about around roughly approximately approx some circa ca c est between"},
    {startsPeriod, "january february march april may june july august september october november december "
                   "jan feb mar apr jun jul "
                   "aug sep sept oct nov dec q h first second third fourth early mid late later end year "
                   "start beginning middle the "
                   "fy fiscal since until till through next this last between"},
    {startsDeadline, "by no not on before prior ahead within in over during for"},
    {startsMultiplier, "doubled doubling doubles tripled tripling triples trebled quadrupled quadrupling "
                       "quadruples quintupled halved "
                       "halving twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold "
                       "tenfold twentyfold hundredfold "
                       "two three four five ten double triple treble quadruple twice halve"},
    {startsCurrency,
     "us u usd hk nt a au c ca s nz r mx cn rmb jp cny eur gbp jpy hkd twd ntd krw inr chf sgd aud cad "
     "nzd sek nok dkk brl aed sar ils thb"},
}};

constexpr std::size_t slots = 2048;

constexpr std::uint64_t seed = 0xCBF29CE484222325ULL;
constexpr std::uint64_t mix(std::uint64_t hash, char32_t c) {
    return (hash ^ c) * 0x100000001B3ULL;
}
constexpr std::size_t slotOf(std::uint64_t hash) {
    return static_cast<std::size_t>((hash >> 20) % slots);
}

struct Slot {
    std::uint64_t hash = 0; // 0: empty
    Starts starts = 0;
};

// Open addressing.
constexpr auto table = [] {
    std::array<Slot, slots> built{};
    for (const auto& group : groups) {
        std::uint64_t hash = seed;
        for (std::size_t i = 0; i <= group.words.size(); ++i) {
            if (i < group.words.size() && group.words[i] != ' ') {
                hash = mix(hash, static_cast<char32_t>(group.words[i]));
                continue;
            }
            std::size_t slot = slotOf(hash);
            while (built[slot].hash != 0 && built[slot].hash != hash)
                slot = (slot + 1) % slots;
            built[slot].hash = hash;
            built[slot].starts = static_cast<Starts>(built[slot].starts | group.starts);
            hash = seed;
        }
    }
    return built;
}();

constexpr std::u32string_view numerals =
    U"〇零一二三四五六七八九十百千万亿兆两壹贰叁肆伍柒捌玖拾佰仟廿卅数几上半";
constexpr std::u32string_view bounds = U"超逾突高大多至最起不低少小未上将接几近约介过每"
                                       U"同按环年月季周增成攀飙激劲涨暴下降减缩萎削衰跌重骤复扩提负";
constexpr std::u32string_view periods = U"民今明去后前本下这上自从一二";
constexpr std::u32string_view deadlines = U"未今往接在不最截到至半一二两三四五六七八九十几数";
constexpr std::u32string_view multipliers = U"翻倍加减腰砍降下缩增成提上扩激暴大涨升";
constexpr std::u32string_view currencies = U"美人新台港日欧英韩澳加瑞卢印泰";

// The unified ideographs, each with what it begins.
const std::array<Starts, 0x5200>& hanStarts() {
    static const auto built = [] {
        std::array<Starts, 0x5200> starts{};
        const auto put = [&](std::u32string_view characters, Starts flag) {
            for (const char32_t c : characters)
                if (c >= 0x4E00)
                    starts[c - 0x4E00] = static_cast<Starts>(starts[c - 0x4E00] | flag);
        };
        put(numerals, startsNumber);
        put(bounds, startsBound);
        put(periods, startsPeriod);
        put(deadlines, startsDeadline);
        put(multipliers, startsMultiplier);
        put(currencies, startsCurrency);
        return starts;
    }();
    return built;
}

} // namespace

Starts wordStarts(const FoldedText& text, std::size_t i, std::size_t& end) {
    std::uint64_t hash = seed;
    end = i;
    for (; isLatinLetter(text[end]); ++end)
        hash = mix(hash, lower(text[end]));
    for (std::size_t slot = slotOf(hash); table[slot].hash != 0; slot = (slot + 1) % slots)
        if (table[slot].hash == hash)
            return table[slot].starts;
    return 0;
}

Starts characterStarts(char32_t c) {
    if (c < 0x4E00 || c >= 0xA000)
        return c == 0x3007 ? startsNumber : Starts{0};
    return hanStarts()[c - 0x4E00];
}

} // namespace parallax::data
