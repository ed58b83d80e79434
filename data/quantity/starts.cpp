// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/starts.h"

#include <array>
#include <bit>
#include <string_view>

namespace parallax::data {
namespace {

struct WordGroup {
    Starts starts;
    std::string_view words; // lower case
};

constexpr std::array<WordGroup, 7> groups{{
    {startsNumber,
     "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
     "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozens "
     "scores tens hundreds thousands millions billions trillions half a several minus negative plus"},
    {startsBound,
     "more greater higher larger over above exceeding exceeds exceeded surpassing surpassed "
     "topping topped tops exceed surpass surpasses beyond short shy approaching approaches capped on "
     "in north south at "
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
    {startsTier, "low mid high"},
    {startsCurrency,
     "us u usd hk nt a au c ca s nz r mx cn rmb jp cny eur gbp jpy hkd twd ntd krw inr chf sgd aud cad "
     "nzd sek nok dkk brl aed sar ils thb rs"},
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

// Words by their first eight bytes: read with one load and found with one multiplication.
constexpr std::size_t firstSlots = 1024;
constexpr std::size_t firstSlotOf(std::uint64_t key) {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 54);
}
constexpr auto firstBytes = [] {
    std::array<Slot, firstSlots> built{};
    for (const auto& group : groups) {
        std::uint64_t key = 0;
        std::size_t length = 0;
        for (std::size_t i = 0; i <= group.words.size(); ++i) {
            if (i < group.words.size() && group.words[i] != ' ') {
                if (length < 8)
                    key |= static_cast<std::uint64_t>(group.words[i]) << (8 * length);
                ++length;
                continue;
            }
            if (length > 0) { // of longer ones the first eight: the other table knows the rest
                std::size_t slot = firstSlotOf(key);
                while (built[slot].hash != 0 && built[slot].hash != key)
                    slot = (slot + 1) % firstSlots;
                built[slot].hash = key;
                built[slot].starts = static_cast<Starts>(built[slot].starts | group.starts);
            }
            key = length = 0;
        }
    }
    return built;
}();

// The first eight bytes of an ASCII word, in lower case, and how many of them are its; 0 where a character
// beyond ASCII is at hand.
std::uint64_t firstBytesOf(std::uint64_t bytes, std::size_t& length) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t tops = 0x80 * ones;
    const std::uint64_t lowered = bytes | (0x20 * ones);
    const std::uint64_t seven = lowered & ~tops;
    const std::uint64_t letters = (seven + 0x1F * ones) & ~(seven + 0x05 * ones) & ~bytes & tops;
    const std::uint64_t others = letters ^ tops;
    length = 8;
    if (others == 0)
        return lowered;
    const auto end = static_cast<unsigned>(std::countr_zero(others)) / 8;
    length = (bytes >> (8 * end)) & 0x80 ? 0 : end;
    return lowered & ((std::uint64_t{1} << (8 * end)) - 1);
}

} // namespace

Starts wordStarts(const FoldedText& text, std::size_t i, std::size_t& end) {
    std::uint64_t bytes = 0;
    std::size_t length = 0;
    if (std::endian::native == std::endian::little && text.eightBytes(i, bytes))
        if (const std::uint64_t key = firstBytesOf(bytes, length); length > 0) {
            end = i + length;
            Starts starts = 0;
            for (std::size_t slot = firstSlotOf(key); firstBytes[slot].hash != 0;
                 slot = (slot + 1) % firstSlots)
                if (firstBytes[slot].hash == key) {
                    starts = firstBytes[slot].starts;
                    break;
                }
            if (length < 8)
                return starts;
            if (starts == 0) {
                while (isLatinLetter(text[end]))
                    ++end;
                return 0;
            }
        }
    std::uint64_t hash = seed;
    end = i;
    for (; isLatinLetter(text[end]); ++end)
        hash = mix(hash, lower(text[end]));
    for (std::size_t slot = slotOf(hash); table[slot].hash != 0; slot = (slot + 1) % slots)
        if (table[slot].hash == hash)
            return table[slot].starts;
    return 0;
}

} // namespace parallax::data
