// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/article/fold.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/resource.h"
#include "base/utf8.h"
#include "data/article/fold_table.h"

namespace parallax::data {
namespace {

struct HexRange {
    char32_t first = 0;
    char32_t last = 0;
    char32_t target = 0;
};

// "2010-2015=002D", "00A0=0020", "0041-005A".
HexRange readRange(std::string_view word) {
    const auto number = [&]() -> char32_t {
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value, 16);
        word.remove_prefix(static_cast<std::size_t>(end - word.data()));
        return error == std::errc{} && value <= 0x10FFFF ? value : 0;
    };
    HexRange range;
    range.first = range.last = number();
    if (word.starts_with('-')) {
        word.remove_prefix(1);
        range.last = number();
    }
    if (word.starts_with('=')) {
        word.remove_prefix(1);
        range.target = number();
    }
    return range;
}

WordClass classOfSection(std::string_view section) {
    if (section == "[letters]")
        return WordClass::Letter;
    if (section == "[digits]")
        return WordClass::Digit;
    if (section == "[unspaced]")
        return WordClass::Unspaced;
    return WordClass::None;
}

// Calls forEachWord(section, word) for the words of the map's text.
template <typename Function>
void readMap(std::string_view text, const Function& forEachWord) {
    std::string_view section;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with('#'))
            continue;
        if (line.starts_with('[')) {
            section = line;
            continue;
        }
        while (!line.empty()) {
            const std::size_t blank = std::min(line.find(' '), line.size());
            if (blank > 0)
                forEachWord(section, line.substr(0, blank));
            line.remove_prefix(std::min(blank + 1, line.size()));
        }
    }
}

} // namespace

FoldTable::FoldTable() {
    std::vector<std::uint8_t> classes(0x110000, 0);
    std::vector<std::pair<char32_t, char32_t>> pairs;
    readMap(resource("lexicon/fold.txt"), [&](std::string_view section, std::string_view word) {
        const WordClass wordClass = classOfSection(section);
        if (wordClass != WordClass::None) {
            const HexRange range = readRange(word);
            for (char32_t c = range.first; c <= range.last; ++c)
                classes[c] = static_cast<std::uint8_t>(wordClass);
            return;
        }
        if (word.find('=') != std::string_view::npos) {
            const HexRange range = readRange(word);
            for (char32_t c = range.first; c <= range.last; ++c)
                pairs.emplace_back(c, range.target);
            return;
        }
        const CodePoint from = decodeAt(word, 0);
        if (from.length < word.size())
            pairs.emplace_back(from.value, decodeAt(word, from.length).value);
    });
    classes[foldedNothing] = static_cast<std::uint8_t>(WordClass::Nothing);

    std::ranges::sort(pairs);
    std::map<Page, std::uint16_t> known;
    std::size_t nextPair = 0;
    for (std::size_t page = 0; page < m_index.size(); ++page) {
        Page entries;
        for (std::size_t i = 0; i < entries.size(); ++i)
            entries[i] = classes[page * 256 + i];
        for (; nextPair < pairs.size() && (pairs[nextPair].first >> 8) == page; ++nextPair) {
            const auto [from, to] = pairs[nextPair];
            // The class is the target's: a Kangxi radical is the character it stands for.
            entries[from & 0xFF] =
                (static_cast<std::int32_t>(to) - static_cast<std::int32_t>(from)) * 8 + classes[to];
        }
        const auto [place, isNew] = known.try_emplace(entries, static_cast<std::uint16_t>(m_pages.size()));
        if (isNew)
            m_pages.push_back(entries);
        m_index[page] = place->second;
    }
}

const FoldTable& FoldTable::get() {
    static const FoldTable table;
    return table;
}

char32_t fold(char32_t codePoint) noexcept {
    return FoldTable::get().at(codePoint).value;
}

std::u32string foldText(std::string_view text) {
    const FoldTable& table = FoldTable::get();
    std::u32string out(text.size(), U'\0');
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const FoldedPoint point = table.next(text, at);
        out[count++] = point.value;
        at += point.length;
    }
    out.resize(count);
    return out;
}

} // namespace parallax::data
