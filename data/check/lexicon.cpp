// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/lexicon.h"

#include <algorithm>
#include <array>

#include "base/resource.h"
#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/article/glossary.h"

namespace parallax::data {
namespace {

// clang-format off: one long line a name otherwise
constexpr std::array<std::string_view, static_cast<std::size_t>(Cue::Count)> cueNames = {
    "from",
    "base",
    "to",
    "rise",
    "fall",
    "cagr",
    "per_year",
    "year_on_year",
    "change_noun",
    "times",
    "share",
    "of",
    "total",
    "return",
    "price",
    "volume",
    "revenue",
    "exclusive",
    "ended",
    "superlative_most",
    "superlative_least",
    "superlative_fast",
    "superlative_slow",
    "superlative_cheap",
    "superlative_dear",
    "leads",
    "winner",
    "loser",
    "diversified",
    "better",
    "worse",
    "performance",
    "unchanged",
    "immediate",
    "predict",
    "all",
    "already",
    "until_now",
    "tranche",
    "cumulative",
    "planned",
    "competitor",
    "set_of",
    "respectively",
    "deal",
    "signed",
    "doubling",
    "negation",
    "if",
    "or",
    "half_words",
    "each",
    "equals",
    "within",
    "of_the",
    "and",
    "resolve",
    "legal",
    "revised",
    "reviser",
    "forecast",
    "prior",
    "now",
    "plain",
};
// clang-format on

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(trim(text.substr(0, end)));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

// Calls row(fields) for each line of a .tsv that is neither empty nor a comment.
template <typename Function>
void readTable(std::string_view text, std::size_t fields, const Function& row) {
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty() || line.starts_with('#'))
            continue;
        std::vector<std::string_view> parts = split(line, '\t');
        parts.resize(fields);
        row(parts);
    }
}

bool isWordPoint(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || (c >= 0xC0 && c < 0x250);
}

struct Words {
    std::vector<Measure> measures;
    std::vector<KnownName> names;
    std::unordered_map<std::u32string, int> nameByForm;
    WordIndex index;
};

const Words& words() {
    static const Words built = [] {
        Words made;
        readTable(resource("lexicon/cues.tsv"), 3, [&](const auto& fields) {
            const auto found = std::ranges::find(cueNames, fields[0]);
            if (found == cueNames.end())
                return;
            const auto cue = static_cast<Cue>(found - cueNames.begin());
            for (const std::string_view forms : {fields[1], fields[2]})
                for (const std::string_view form : split(forms, ';'))
                    made.index.add(form, {cue, -1, -1});
        });
        readTable(resource("lexicon/measures.tsv"), 4, [&](const auto& fields) {
            const auto id = static_cast<int>(made.measures.size());
            made.measures.push_back({std::string(fields[0]), fields[1] == "up"     ? 1
                                                             : fields[1] == "down" ? -1
                                                                                   : 0});
            for (const std::string_view forms : {fields[2], fields[3]})
                for (const std::string_view form : split(forms, ';'))
                    made.index.add(form, {{}, id, -1});
        });
        for (const GlossaryEntry& entry : glossary()) {
            if (entry.kind == "term")
                continue;
            const auto id = static_cast<int>(made.names.size());
            made.names.push_back({entry.english, entry.english, entry.kind});
            std::vector<std::string> forms = entry.aliases;
            forms.insert(forms.end(), {entry.english, entry.traditional, entry.simplified});
            for (const std::string& form : forms) {
                made.index.add(form, {{}, -1, id});
                if (!form.empty())
                    made.nameByForm.emplace(foldedWords(form), id);
            }
        }
        readTable(resource("lexicon/owners.tsv"), 2, [&](const auto& fields) {
            const auto product = made.nameByForm.find(foldedWords(fields[0]));
            if (product != made.nameByForm.end())
                made.names[static_cast<std::size_t>(product->second)].owner = std::string(fields[1]);
        });
        return made;
    }();
    return built;
}

} // namespace

std::u32string foldedWords(std::string_view text) {
    std::u32string out;
    for (const char32_t c : foldText(text)) {
        if (c == U' ' && (out.empty() || out.back() == U' '))
            continue;
        out.push_back(c);
    }
    while (!out.empty() && out.back() == U' ')
        out.pop_back();
    return out;
}

std::uint64_t WordIndex::key(std::u32string_view text, std::size_t i) {
    // Three letters of Latin, one Han character (Chinese words may have one only).
    if (i >= text.size())
        return 0;
    std::uint64_t value = text[i];
    if (isWordPoint(text[i]))
        for (std::size_t k = 1; k < 3; ++k) {
            const bool inside = i + k < text.size() && isWordPoint(text[i + k]);
            value = (value << 21) | (inside ? text[i + k] : 0);
            if (!inside)
                return value;
        }
    return value;
}

void WordIndex::add(std::string_view form, const Sense& sense) {
    std::u32string text = foldedWords(form);
    if (text.empty())
        return;
    auto& forms = m_forms[key(text, 0)];
    const auto same = std::ranges::find(forms, text, &Form::text);
    if (same != forms.end()) {
        same->sense.cues.add(sense.cues);
        if (sense.measure >= 0)
            same->sense.measure = sense.measure;
        if (sense.name >= 0 && same->sense.name < 0)
            same->sense.name = sense.name;
        return;
    }
    const auto at =
        std::ranges::find_if(forms, [&](const Form& other) { return other.text.size() < text.size(); });
    forms.insert(at, {std::move(text), sense});
}

WordIndex::Hit WordIndex::longestAt(std::u32string_view text, std::size_t i, std::size_t limit) const {
    const auto found = m_forms.find(key(text, i));
    if (found == m_forms.end())
        return {};
    for (const Form& form : found->second) {
        const std::size_t end = i + form.text.size();
        if (end > limit || text.substr(i, form.text.size()) != form.text)
            continue;
        if (end < text.size() && isWordPoint(text[end]) && isWordPoint(text[end - 1])) {
            // "GPUs": more than one of a name.
            const bool plural = form.sense.name >= 0 && text[end] == U's' && end < limit &&
                                (end + 1 == text.size() || !isWordPoint(text[end + 1]));
            if (!plural)
                continue;
            return {form.text.size() + 1, form.sense};
        }
        return {form.text.size(), form.sense};
    }
    return {};
}

const WordIndex& wordIndex() {
    return words().index;
}

const std::vector<Measure>& measures() {
    return words().measures;
}

const std::vector<KnownName>& knownNames() {
    return words().names;
}

std::string ownerOf(std::string_view name) {
    const std::u32string folded = foldedWords(name);
    const auto found = words().nameByForm.find(folded);
    if (found != words().nameByForm.end())
        return words().names[static_cast<std::size_t>(found->second)].owner;
    return toUtf8(folded);
}

} // namespace parallax::data
