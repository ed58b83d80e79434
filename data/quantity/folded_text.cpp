// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/folded_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>

#include "base/utf8.h"
#include "data/quantity/number.h"

namespace parallax::data {
namespace {

// Traditional characters of figures, dates and the verbs around them; pairs of Traditional and Simplified.
constexpr std::u32string_view pairs =
    U"億亿萬万點点兩两個个幾几數数約约達达餘余圓圆幣币臺台韓韩歐欧鎊镑減减長长漲涨內内後后過过於于佔占貳贰參"
    U"叁陸陆"
    U"負负時时鐘钟詞词項项張张顆颗塊块國国複复環环價价週周從从將将預预計计間间縮缩邊边據据報报無无創创戶户輛"
    U"辆處处"
    U"種种筆笔員员組组區区樓楼頁页請请範范圍围讀读書书際际號号來来財财會会屆届傳传稱称錢钱盧卢銖铢擴扩飆飙遲"
    U"迟碼码"
    U"單单調调揚扬劑剂節节級级業业躍跃導导導导莫莫壹壹隻只條条噸吨開开發发斬斩紀纪動动較较歲岁終终與与這这這"
    U"这還还"
    U"僅仅為为為为倉仓倉仓頻频驟骤勁劲挫挫應应該该產产資资額额費费戰战廠厂機机電电線线車车網网總总營营"
    U"價价評评場场銷销收收績绩獲获顧顾輸输麼么難难離离層层變变體体實实";

const std::unordered_map<char32_t, char32_t>& simplified() {
    static const auto map = [] {
        std::unordered_map<char32_t, char32_t> built;
        for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
            built.emplace(pairs[i], pairs[i + 1]);
        return built;
    }();
    return map;
}

// The 20,992 unified ideographs in one table: a look-up per character, not a hash.
using HanTable = std::array<char16_t, 0x5200>;
const HanTable& hanTable() {
    static const auto table = [] {
        HanTable built{};
        for (std::size_t i = 0; i < built.size(); ++i)
            built[i] = static_cast<char16_t>(0x4E00 + i);
        for (const auto& [from, to] : simplified())
            if (from >= 0x4E00 && from < 0xA000)
                built[from - 0x4E00] = static_cast<char16_t>(to);
        return built;
    }();
    return table;
}

char32_t foldPoint(char32_t c, const HanTable& han) {
    if (c < 0x80)
        return c;
    if (c >= 0x4E00 && c < 0xA000)
        return han[c - 0x4E00];
    switch (c) {
    case 0x2212:
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0xFE58:
    case 0xFE63:
    case 0xFF0D:
        return U'-';
    case 0x301C:
    case 0xFF5E:
    case 0x2248:
        return U'~';
    case 0x3000:
        return U' ';
    case 0xA0:
    case 0x202F:
    case 0x2007:
    case 0x2008:
        return 0x2009; // thin and fixed spaces may group digits
    case 0x2019:
        return U'\'';
    case 0x3BC:
        return 0xB5; // micro
    case 0xFFE5:
        return 0xA5; // ¥
    case 0xFFE1:
        return 0xA3; // £
    case 0x2044:
    case 0x2215:
        return U'/';
    default:
        return c >= 0xFF01 && c <= 0xFF5D ? c - 0xFEE0 : c;
    }
}

// How many of eight bytes come before the first beyond ASCII.
std::size_t asciiBefore(std::uint64_t bytes) {
    const std::uint64_t beyond = bytes & 0x8080808080808080U;
    const int bits =
        std::endian::native == std::endian::little ? std::countr_zero(beyond) : std::countl_zero(beyond);
    return static_cast<std::size_t>(bits) / 8;
}

} // namespace

FoldedText::FoldedText(std::string_view text)
    : m_text(text)
    , m_numbers(std::make_unique<NumberMemory>()) {
    const auto& han = hanTable();
    m_points = std::make_unique_for_overwrite<char32_t[]>(text.size() + 16);
    m_offsets = std::make_unique_for_overwrite<std::uint32_t[]>(text.size() + 16);
    char32_t* points = m_points.get();
    std::uint32_t* offsets = m_offsets.get();
    const auto byteAt = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    for (std::size_t at = 0; at < text.size();) {
        // ASCII by up to eight at a time: all eight are written, as many as are ASCII count.
        if (byteAt(at) < 0x80 && at + 8 <= text.size()) {
            std::array<unsigned char, 8> eight;
            std::memcpy(eight.data(), text.data() + at, eight.size());
            for (std::size_t k = 0; k < 8; ++k)
                points[k] = eight[k];
            for (std::size_t k = 0; k < 8; ++k)
                offsets[k] = static_cast<std::uint32_t>(at + k);
            const auto count = asciiBefore(std::bit_cast<std::uint64_t>(eight));
            points += count;
            offsets += count;
            at += count;
            continue;
        }
        *offsets++ = static_cast<std::uint32_t>(at);
        const unsigned char byte = byteAt(at);
        if (byte < 0x80) {
            *points++ = byte;
            ++at;
            continue;
        }
        // Three bytes from U+4000 on are nearly all Han text has; the rest goes the careful way.
        if (byte >= 0xE4 && byte <= 0xE9 && at + 2 < text.size() && (byteAt(at + 1) & 0xC0) == 0x80 &&
            (byteAt(at + 2) & 0xC0) == 0x80) {
            const char32_t c =
                (byte & 0x0FU) << 12 | (byteAt(at + 1) & 0x3FU) << 6 | (byteAt(at + 2) & 0x3FU);
            *points++ = c >= 0x4E00 && c < 0xA000 ? han[c - 0x4E00] : c;
            at += 3;
            continue;
        }
        const CodePoint c = decodeAt(text, at);
        *points++ = foldPoint(c.value, han);
        at += c.length;
    }
    m_size = static_cast<std::size_t>(points - m_points.get());
    // Behind the end stand zeros: the grammar looks ahead without asking.
    std::fill_n(points, 16, char32_t{0});
    std::fill_n(offsets, 16, static_cast<std::uint32_t>(text.size()));
}

FoldedText::~FoldedText() = default;

std::string FoldedText::original(std::size_t begin, std::size_t end) const {
    const Span span = bytes(begin, end);
    return std::string(m_text.substr(span.begin, span.end - span.begin));
}

} // namespace parallax::data
