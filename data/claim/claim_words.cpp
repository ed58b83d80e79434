// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/check/lexicon.h"
#include "data/claim/claim_lists.h"

namespace parallax::data {
namespace {

bool isDigitByte(char c) {
    return c >= '0' && c <= '9';
}

// "8×H100", "8xH100": what stands behind the sign begins a word. As long as before.
std::string withoutTimes(std::string_view text) {
    std::string out(text);
    for (std::size_t i = 1; i + 1 < out.size(); ++i) {
        if (!isDigitByte(out[i - 1]))
            continue;
        if (out[i] == 'x' || out[i] == 'X')
            out[i] = ' ';
        else if (std::string_view(out).substr(i).starts_with("×"))
            out.replace(i, 2, "  ");
    }
    return out;
}

// A version or a size that belongs to the name of a model: "4o", "3.5", "70B", "mini".
bool extendsModel(std::string_view word) {
    static constexpr auto tiers = std::to_array<std::string_view>(
        {"mini",     "nano",     "turbo",      "sonnet", "haiku", "opus",      "pro",       "flash",
         "lite",     "large",    "small",      "medium", "micro", "premier",   "preview",   "instruct",
         "ultra",    "thinking", "maverick",   "scout",  "plus",  "versatile", "lightning", "max",
         "realtime", "audio",    "transcribe", "codex",  "image", "embedding"});
    if (word.empty())
        return false;
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(word, isDigitByte));
    if (digits > 0 && word.size() <= digits + 2 && word.size() <= 8)
        return std::ranges::all_of(word,
                                   [](char c) { return isDigitByte(c) || isAsciiLetter(c) || c == '.'; });
    return std::ranges::find(tiers, lowerAscii(word)) != tiers.end();
}

// Bytes of a hyphen of any width: pages write "GPT‑4o" with one that does not break. 0 elsewhere.
std::size_t hyphenAt(std::string_view text, std::size_t at) {
    for (const std::string_view hyphen : {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\uFF0D"})
        if (text.substr(std::min(at, text.size())).starts_with(hyphen))
            return hyphen.size();
    return 0;
}

std::string withPlainHyphens(std::string_view name) {
    std::string plain;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t hyphen = hyphenAt(name, at);
        plain += hyphen > 0 ? '-' : name[at];
        at += std::max<std::size_t>(hyphen, 1);
    }
    return plain;
}

// The end of a model's name that begins before `end`, with what follows of versions.
std::size_t modelEnd(std::string_view text, std::size_t end, bool& extended) {
    if (end < text.size() && text[end] == '.' && end + 1 < text.size() && isDigitByte(text[end + 1])) {
        ++end; // "GPT-4" of "GPT-4.1"
        while (end < text.size() && (isDigitByte(text[end]) || isAsciiLetter(text[end])))
            ++end;
        extended = true;
    }
    for (;;) {
        std::size_t from = end;
        if (from < text.size())
            from += text[from] == ' ' ? 1 : hyphenAt(text, from);
        std::size_t to = from;
        while (to < text.size() &&
               (isDigitByte(text[to]) || isAsciiLetter(text[to]) ||
                (text[to] == '.' && to > from && to + 1 < text.size() && isDigitByte(text[to + 1]))))
            ++to;
        // "3.5 seconds" is no version: a number that stands alone is followed by a unit.
        const std::string_view word = text.substr(from, to - from);
        const bool spaced = from > end && text[end] == ' ';
        const bool bare =
            !word.empty() && std::ranges::all_of(word, [](char c) { return isDigitByte(c) || c == '.'; });
        if (to == from || from == end || !extendsModel(word) ||
            (spaced && bare && (word.size() > 4 || word.find('.') == std::string_view::npos) &&
             word.size() > 1))
            return end;
        if (spaced && bare) {
            std::size_t unit = to;
            while (unit < text.size() && text[unit] == ' ')
                ++unit;
            for (const std::string_view next :
                 {"s ", "s,", "s.", "ms", "second", "milli", "%", "x ", "token", "tok", "秒", "毫秒", "倍"})
                if (text.substr(unit).starts_with(next))
                    return end;
        }
        end = to;
        extended = true;
    }
}

// "GPT-4o Search", "Gemini 1.5 Pro Experimental": a capital word behind a version that nothing here knows is
// part of the name, and the model another. "GPT-4o Input" and "GPT-4o Azure" say more of it.
std::size_t withUnknownWords(std::string_view text, std::size_t end) {
    constexpr int mostWords = 2;
    const ClaimLists& lists = claimLists();
    for (int count = 0; count < mostWords && end + 1 < text.size(); ++count) {
        if (text[end] != ' ' || text[end + 1] < 'A' || text[end + 1] > 'Z')
            break;
        std::size_t to = end + 1;
        while (to < text.size() && (isAsciiLetter(text[to]) || isDigitByte(text[to]) || text[to] == '-'))
            ++to;
        const std::string_view word = text.substr(end + 1, to - end - 1);
        const auto indices = std::to_array<const WordIndex*>(
            {&lists.plain, &lists.words, &lists.asides, &lists.models, &lists.regions, &wordIndex()});
        if (word.size() < 2 || std::ranges::any_of(indices, [&](const WordIndex* index) {
                return !mentionsOf(word, *index).empty();
            }))
            break;
        end = to;
    }
    return end;
}

// "Command R+ (08-2024)": Cohere tells its models' versions by their months.
std::size_t withMonth(std::string_view text, std::size_t end) {
    std::size_t at = end;
    while (at < text.size() && at < end + 2 && (text[at] == ' ' || text[at] == '('))
        ++at;
    const std::string_view month = text.substr(at, std::string_view("08-2024").size());
    const bool dated = month.size() == 7 && (month[0] == '0' || month[0] == '1') && isDigitByte(month[1]) &&
                       month.substr(2, 3) == "-20" && isDigitByte(month[5]) && isDigitByte(month[6]);
    const std::size_t behind = at + month.size();
    if (!dated || at == end || (behind < text.size() && (isDigitByte(text[behind]) || text[behind] == '-')))
        return end;
    if (text[at - 1] != '(')
        return behind;
    return behind < text.size() && text[behind] == ')' ? behind + 1 : end;
}

// "Opus 4.5" for Claude Opus 4.5, "Large 3" for Mistral Large 3.
struct ShortName {
    std::string_view tier, family, maker, house;
    bool alone = false; // with a version such as 4.5 it means nothing else, whoever is named
};
constexpr auto shortNames = std::to_array<ShortName>({
    {"Opus ", "Claude ", "anthropic", "Anthropic", true},
    {"Sonnet ", "Claude ", "anthropic", "Anthropic", true},
    {"Haiku ", "Claude ", "anthropic", "Anthropic", true},
    {"Large ", "Mistral ", "mistral", "Mistral"},
    {"Medium ", "Mistral ", "mistral", "Mistral"},
    {"Small ", "Mistral ", "mistral", "Mistral"},
});

// Short ones that stand by themselves, where their family or house is named beside them.
void findShortModels(std::string_view text, ClaimWords& out) {
    std::vector<ModelAt> found;
    for (const ShortName& name : shortNames) {
        const bool named =
            text.find(name.house) != text.npos || std::ranges::any_of(out.models, [&](const ModelAt& one) {
                return std::ranges::find(one.makers, name.maker) != one.makers.end();
            });
        for (std::size_t at = text.find(name.tier); at != text.npos; at = text.find(name.tier, at + 1)) {
            if ((at > 0 && (isAsciiLetter(text[at - 1]) || isDigitByte(text[at - 1]))) ||
                std::ranges::any_of(out.models, [&](const ModelAt& one) {
                    return one.span.begin <= at && at < one.span.end;
                }))
                continue;
            bool extended = false;
            const std::size_t begin = at + name.tier.size();
            const std::size_t end = modelEnd(text, begin - 1, extended);
            const bool version = extended && begin < text.size() && isDigitByte(text[begin]);
            const bool dotted = version && text.substr(begin, end - begin).find('.') != text.npos;
            if (!(named ? version : name.alone && dotted))
                continue;
            const std::size_t last = withUnknownWords(text, end);
            found.push_back({{at, last},
                             std::string(name.family) + withPlainHyphens(text.substr(at, last - at)),
                             {std::string(name.maker)}});
        }
    }
    out.models.insert(out.models.end(), found.begin(), found.end());
    std::ranges::stable_sort(out.models, {}, [](const ModelAt& one) { return one.span.begin; });
}

void findModels(std::string_view text, ClaimWords& out) {
    for (const Mention& mention : mentionsOf(text, claimLists().models)) {
        bool extended = false;
        std::size_t end = modelEnd(text, mention.span.end, extended);
        if (extended)
            end = withUnknownWords(text, end);
        const std::string_view family =
            text.substr(mention.span.begin, mention.span.end - mention.span.begin);
        // "GPT" alone names no model, nor does "command a"; a family's one name does: "Claude".
        if (!extended && (family == "GPT" || family == "gpt" || family.ends_with("ommand a")))
            continue;
        const std::vector<std::string>& makers =
            claimLists().makers[static_cast<std::size_t>(mention.sense.measure)];
        if (std::ranges::find(makers, "cohere") != makers.end())
            end = withMonth(text, end);
        out.models.push_back({{mention.span.begin, end},
                              withPlainHyphens(text.substr(mention.span.begin, end - mention.span.begin)),
                              makers});
    }
    findShortModels(text, out);
}

// "Gemini on Vertex": with its capital letter, beside a model that can be asked there.
void findShortNames(std::string_view text, ClaimWords& out) {
    for (const Mention& mention : mentionsOf(text, claimLists().shorts)) {
        const std::string& name = claimLists().meant[static_cast<std::size_t>(mention.sense.measure)];
        const NameAt found{mention.span, claimSubject(name), true};
        const bool capital = text[mention.span.begin] >= 'A' && text[mention.span.begin] <= 'Z';
        if (capital &&
            std::ranges::any_of(out.models, [&](const ModelAt& model) { return hosts(found, model.makers); }))
            out.names.push_back(found);
    }
}

// A clause begins there: "EC2 promises …", "…, Cloud SQL …", "… while EC2 …".
bool beginsClause(std::string_view text, std::size_t at) {
    static constexpr std::array<std::string_view, 20> ends = {
        ",",  ";",      ":",        ".",    "(",    "，", "、", "；", "：", "。",
        "（", " while", " whereas", " and", " but", "而", "但", "和", "與", "与"};
    const std::string_view before = trim(text.substr(0, at));
    return before.empty() ||
           std::ranges::any_of(ends, [&](std::string_view end) { return before.ends_with(end); });
}

std::string serviceName(std::string_view house, std::string_view service) {
    if (service.starts_with(house))
        return std::string(service);
    if (const std::size_t last = house.rfind(' ');
        last != house.npos && service.starts_with(house.substr(last + 1)))
        house = house.substr(0, last); // Google Cloud's Cloud SQL
    return std::string(house) + " " + std::string(service);
}

// "AWS EC2", "Google Cloud promises … for Cloud SQL": said of a service that answers no prompts, so that no
// endpoint speaks for it. It belongs to the cloud named before it, else to the next one; in a clause of its
// own it is a name of its own.
void setOthersApart(std::string_view text, ClaimWords& out) {
    static constexpr std::array<std::string_view, 9> houses = {"AWS",       "Amazon",       "Azure",
                                                               "Microsoft", "Google Cloud", "Google",
                                                               "Alphabet",  "Oracle Cloud", "Oracle"};
    constexpr std::size_t besides = 12; // bytes: "EC2 (AWS)", "EC2 of AWS"
    std::vector<NameAt> alone;
    for (const Mention& mention : mentionsOf(text, claimLists().others)) {
        NameAt* owner = nullptr;
        for (NameAt& name : out.names)
            if (std::ranges::find(houses, name.subject.name) != houses.end() &&
                (owner == nullptr || name.span.begin <= mention.span.begin))
                owner = &name;
        const std::string_view service =
            text.substr(mention.span.begin, mention.span.end - mention.span.begin);
        const bool follows = owner != nullptr && owner->span.begin >= mention.span.end &&
                             owner->span.begin - mention.span.end <= besides;
        // "Azure SQL" is one name, and no endpoint of the cloud within it.
        const auto within = std::ranges::find_if(out.names, [&](const NameAt& name) {
            return name.span.begin >= mention.span.begin && name.span.end <= mention.span.end;
        });
        if (within != out.names.end()) {
            within->span = mention.span;
            within->subject = {std::string(service), {}};
            within->cloud = false;
        } else if (beginsClause(text, mention.span.begin) && !follows) {
            alone.push_back({mention.span, {std::string(service), {}}, false});
        } else if (owner != nullptr) {
            owner->subject = {serviceName(owner->subject.name, service), {}};
            owner->cloud = false;
        }
    }
    out.names.insert(out.names.end(), alone.begin(), alone.end());
    std::ranges::stable_sort(out.names, {}, [](const NameAt& one) { return one.span.begin; });
}

// "Anthropic Claude Opus 4.1" as the glossary's "Anthropic Claude": who makes it stands before the model.
void findMakerOf(std::string_view text, Span known, ClaimWords& out) {
    const auto model = std::ranges::find_if(out.models, [&](const ModelAt& one) {
        return one.span.begin > known.begin && one.span.begin < known.end && one.span.end >= known.end;
    });
    if (model == out.models.end())
        return;
    const std::string_view maker = trim(text.substr(known.begin, model->span.begin - known.begin));
    if (const AskedName* const asked = claimLists().asked(maker)) {
        NameAt found{{known.begin, known.begin + maker.size()}, asked->subject, asked->cloud};
        out.names.push_back(std::move(found));
    }
}

void findNames(std::string_view text, const Names& names, ClaimWords& out) {
    for (const WordIndex* const index : {&wordIndex(), &names.own()})
        for (const Mention& mention : mentionsOf(text, *index)) {
            if (mention.sense.name < 0)
                continue;
            const std::string& name = names.nameAt(mention.sense.name);
            const AskedName* const asked = claimLists().asked(name);
            if (asked == nullptr && !names.isParty(mention.sense.name)) {
                findMakerOf(text, mention.span, out);
                continue;
            }
            const auto covers = [&](const auto& one) {
                return one.span.begin <= mention.span.begin && mention.span.end <= one.span.end;
            };
            // "Input" and "Median" name a row, and nobody.
            if (std::ranges::any_of(out.models, covers) ||
                (asked == nullptr && std::ranges::any_of(out.words, covers)))
                continue;
            NameAt found{mention.span, {name, {}}, false};
            if (asked != nullptr) {
                found.subject = asked->subject;
                found.subject.name = name;
                found.cloud = asked->cloud;
            }
            out.names.push_back(std::move(found));
        }
    findShortNames(text, out);
    std::ranges::stable_sort(out.names, {}, [](const NameAt& one) { return one.span.begin; });
    // A name that both indices know stands once.
    const auto [first, last] = std::ranges::unique(
        out.names, [](const NameAt& a, const NameAt& b) { return b.span.begin < a.span.end; });
    out.names.erase(first, last);
    setOthersApart(text, out);
}

} // namespace

bool ClaimWords::says(ClaimWord word, Span within) const {
    return std::ranges::any_of(words, [&](const ClaimWordAt& one) {
        return one.word == word && one.span.begin >= within.begin && one.span.end <= within.end;
    });
}

bool ClaimWords::says(ClaimWord word) const {
    return says(word, {0, static_cast<std::size_t>(-1)});
}

ClaimWords claimWordsIn(std::string_view text, const Names& names, std::size_t offset) {
    ClaimWords out;
    for (const Mention& mention : mentionsOf(withoutTimes(text), claimLists().words))
        out.words.push_back({mention.span, static_cast<ClaimWord>(mention.sense.measure)});
    for (const Mention& mention : mentionsOf(text, claimLists().asides))
        out.asides.push_back({mention.span, static_cast<AsideWord>(mention.sense.measure)});
    for (const Mention& mention : mentionsOf(text, claimLists().regions))
        out.regions.push_back(
            {mention.span, claimLists().regionIds[static_cast<std::size_t>(mention.sense.measure)]});
    findModels(text, out);
    findNames(text, names, out);
    const auto shift = [offset](auto& list) {
        for (auto& one : list) {
            one.span.begin += offset;
            one.span.end += offset;
        }
    };
    shift(out.words);
    shift(out.asides);
    shift(out.names);
    shift(out.models);
    shift(out.regions);
    return out;
}

bool hosts(const NameAt& name, std::span<const std::string> makers) {
    return name.cloud && std::ranges::any_of(name.subject.providers, [&](const std::string& provider) {
               return std::ranges::find(makers, provider) != makers.end();
           });
}

bool sharesProvider(std::span<const std::string> a, std::span<const std::string> b) {
    return std::ranges::any_of(a,
                               [&](const std::string& one) { return std::ranges::find(b, one) != b.end(); });
}

bool sellsOnlyItsOwn(const ClaimSubject& subject) {
    const auto ofACloud = [](const std::string& provider) {
        return std::ranges::any_of(claimLists().names, [&](const auto& one) {
            const std::vector<std::string>& rows = one.second.subject.providers;
            return one.second.cloud && std::ranges::find(rows, provider) != rows.end();
        });
    };
    return !subject.providers.empty() && std::ranges::none_of(subject.providers, ofACloud);
}

ClaimSubject claimSubject(std::string_view name) {
    ClaimSubject subject{std::string(name), {}};
    if (const AskedName* const asked = claimLists().asked(name)) {
        subject.providers = asked->subject.providers;
        subject.aliases = asked->subject.aliases;
    }
    return subject;
}

} // namespace parallax::data
