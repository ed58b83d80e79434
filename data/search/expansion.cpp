// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/search/expansion.h"

#include <algorithm>
#include <memory>
#include <opencc/opencc.h>

#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/article/glossary.h"
#include "data/article/glossary_index.h"
#include "data/search/inflection.h"
#include "data/search/tokens.h"

namespace parallax::data {
namespace {

constexpr std::size_t expansionLimit = 12;
constexpr std::size_t convertibleLimit = 40; // code points: a longer term is a quotation, not a word

// Unlike convertScript, which leaves text alone that is already in the wanted script, this asks OpenCC for
// the other region's word even where the characters belong to both scripts (晶片, 芯片).
class RegionalWords {
  public:
    static const RegionalWords* get() {
        static const std::unique_ptr<RegionalWords> instance = [] {
            try {
                return std::unique_ptr<RegionalWords>(new RegionalWords);
            } catch (const std::exception&) { // without its data files search works, only unexpanded
                return std::unique_ptr<RegionalWords>();
            }
        }();
        return instance.get();
    }

    std::vector<std::string> of(const std::string& term) const {
        std::vector<std::string> forms;
        for (const opencc::SimpleConverter* converter : {&m_toTaiwan, &m_toMainland})
            forms.push_back(converter->Convert(term));
        return forms;
    }

  private:
    RegionalWords()
        : m_toTaiwan("s2twp.json")
        , m_toMainland("tw2sp.json") {}

    opencc::SimpleConverter m_toTaiwan;
    opencc::SimpleConverter m_toMainland;
};

bool hasHan(std::u32string_view text) {
    return std::ranges::any_of(text, [](char32_t c) { return isHan(c); });
}

// The glossary names of at least two characters within `key`, the longest first, none overlapping another:
// [begin, end) of each.
std::vector<std::pair<std::size_t, std::size_t>> namesWithin(const std::u32string& key) {
    std::vector<std::pair<std::size_t, std::size_t>> names;
    for (std::size_t length = key.size() - 1; length >= 2; --length)
        for (std::size_t begin = 0; begin + length <= key.size(); ++begin) {
            const auto part = std::u32string_view(key).substr(begin, length);
            const bool free = std::ranges::none_of(
                names, [&](const auto& name) { return begin < name.second && name.first < begin + length; });
            if (free && hasHan(part) && isGlossaryName(part))
                names.emplace_back(begin, begin + length);
        }
    return names;
}

// Chinese text has Latin names in it (NVIDIA供應鏈, HBM 產能) but not plain English words (輝達supply chain).
bool standsInChinese(const std::string& form) {
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return hasHan(toUtf32(form)) || std::ranges::any_of(form, isCapital);
}

} // namespace

bool isFunctionWord(std::string_view word) {
    static constexpr std::string_view words[] = {
        "a",     "an",    "as",    "at",    "be",    "by",    "if",    "in",   "is",   "it",   "of",
        "on",    "or",    "to",    "we",    "the",   "and",   "for",   "are",  "but",  "not",  "you",
        "all",   "any",   "can",   "has",   "had",   "her",   "his",   "was",  "one",  "our",  "out",
        "its",   "who",   "how",   "why",   "may",   "now",   "per",   "two",  "new",  "from", "with",
        "that",  "this",  "they",  "them",  "than",  "then",  "will",  "have", "been", "were", "what",
        "when",  "into",  "over",  "more",  "most",  "such",  "also",  "each", "only", "some", "their",
        "there", "these", "those", "which", "would", "about", "after", "other"};
    return std::ranges::find(words, word) != std::end(words);
}

std::vector<std::string> expansionsOf(std::string_view term) {
    std::vector<std::string> forms;
    std::vector<std::u32string> seen = {glossaryKey(term)};
    const auto add = [&](const std::string& form) {
        std::u32string key = glossaryKey(form);
        if (key.empty() || forms.size() >= expansionLimit || std::ranges::find(seen, key) != seen.end())
            return;
        seen.push_back(std::move(key));
        forms.push_back(form);
    };

    for (const std::string& form : glossaryForms(term))
        add(form);
    const std::u32string key = seen.front();
    if (!hasHan(key) || key.size() > convertibleLimit)
        return forms;
    if (const RegionalWords* words = RegionalWords::get())
        for (const std::string& form : words->of(std::string(term)))
            add(form);
    if (forms.empty() || !isGlossaryName(key)) {
        for (const auto& [begin, end] : namesWithin(key)) {
            const std::string before = toUtf8(std::u32string_view(key).substr(0, begin));
            const std::string after = toUtf8(std::u32string_view(key).substr(end));
            for (const std::string& name :
                 glossaryForms(toUtf8(std::u32string_view(key).substr(begin, end - begin))))
                if (standsInChinese(name))
                    add(std::string(before).append(name).append(after));
        }
    }
    return forms;
}

std::vector<SearchForm> searchForms(const QueryTerm& term) {
    std::vector<SearchForm> forms;
    const FoldTable& table = FoldTable::get();
    const auto add = [&](const std::string& text, bool typing, Inflections inflections) {
        std::u32string last;
        std::size_t begin = 0, end = 0;
        forEachToken(text, TokenMode::Query, [&](const IndexToken& token) {
            last = toUtf32(token.text);
            begin = token.begin;
            end = token.end;
            return 0;
        });
        if (last.empty())
            return;
        const auto isA = [&](WordClass wordClass) {
            return std::ranges::all_of(last, [&](char32_t c) { return table.at(c).wordClass == wordClass; });
        };
        forms.push_back({text, isA(WordClass::Unspaced) ? last.size() == 1 : typing});
        if (typing || term.phrase || !isA(WordClass::Letter) || last.size() < 3 ||
            isFunctionWord(toUtf8(last)))
            return;
        // A capital at the end is an abbreviation's: it is counted (GPUs), not conjugated.
        const std::string_view word = std::string_view(text).substr(begin, end - begin);
        const bool abbreviation = word.back() >= 'A' && word.back() <= 'Z';
        for (const std::string& form : inflectionsOf(word, abbreviation ? Inflections::Plural : inflections))
            forms.push_back({text.substr(0, begin) + form + text.substr(end), false});
    };
    add(term.text, term.prefix, Inflections::All);
    for (const std::string& expansion : term.expansions)
        add(expansion, false, Inflections::Plural);
    return forms;
}

} // namespace parallax::data
