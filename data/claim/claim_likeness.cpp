// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_likeness.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_turns.h"
#include "data/claim/claim_unread.h"

namespace parallax::data {
namespace {

bool isDigitAt(std::string_view text, std::size_t at) {
    return isDigit(static_cast<unsigned char>(text[at]));
}

// The last bytes before a place: what is looked at must not grow with the sentence.
Span besideSpan(std::size_t from, std::size_t end) {
    constexpr std::size_t reach = 32;
    return {std::max(from, end - std::min(end, reach)), end};
}

// "Below GPT-4.1", "but GPT-4o": the word right before a name; empty where none stands there, and where what
// follows is its own: "cheaper than GPT-4o at $2.50".
std::string relationBefore(const ClaimSentence& sentence, Span name, Span figure) {
    constexpr std::size_t longest = 16; // bytes of ", which"
    const std::string small = lowerAscii(trim(sentence.said(besideSpan(sentence.span.begin, name.begin))));
    const std::string behind =
        lowerAscii(sentence.said({name.end, std::clamp(figure.begin, name.end, name.end + longest)}));
    const bool own =
        !behind.starts_with(", ") || turnAtBegin(std::string_view(behind).substr(2), Turn::OfItself);
    for (const auto& [turn, always] : {std::pair{Turn::Places, true},
                                       {Turn::Hosted, true},
                                       {Turn::Exceptions, true},
                                       {Turn::Contrasts, false}})
        if (const TurnAt found = turnAtEnd(small, turn); found && (always || !own))
            return small.substr(found.at, found.size);
    return {};
}

// "$0.50 under Claude 3.5 Sonnet": as far as that from somebody's.
std::string relationBehind(const ClaimSentence& sentence, Span figure) {
    constexpr std::size_t longest = 16; // bytes of " beneath "
    const std::string small =
        lowerAscii(sentence.said({figure.end, std::min(sentence.span.end, figure.end + longest)}));
    for (const std::string_view one : formsOf(Turn::Places)) {
        const std::size_t begin = figure.end + one.size() + 2; // blanks at its sides
        const auto there = [&](const auto& list) {
            return std::ranges::any_of(list, [&](const auto& name) { return name.span.begin == begin; });
        };
        if (std::string_view(small).starts_with(" " + std::string(one) + " ") &&
            (there(sentence.words.names) || there(sentence.words.models)))
            return std::string(one);
    }
    return {};
}

// "The model GPT-4o", "its flagship model, GPT-4o", GPT-4o 這款模型: the word for a model belongs to the
// name.
bool isAdjacent(std::string_view gap) {
    gap = trim(gap);
    for (const std::string_view mark : {":", "(", "“", "\"", "：", "（", "「"})
        if (gap == mark)
            return true;
    return gap.empty() || isTurn(gap, Turn::SameModel);
}

// "All models above GPT-4o", GPT-4o 以上的模型: a model that is told of by the name, in its clause.
bool isToldBy(const ClaimSentence& sentence, Span word, Span model) {
    const bool english = isAsciiLetter(sentence.text[word.begin]);
    const Span gap = english ? Span{word.end, model.begin} : Span{model.end, word.begin};
    if (gap.begin > gap.end)
        return false;
    const std::string_view between = sentence.said(gap);
    return !isAdjacent(between) && between.find_first_of(",;:$0123456789") == between.npos &&
           between.find("，") == between.npos && between.find("、") == between.npos;
}

// "2024-05-13", "05-13", "0513", "(2024-05-13)", "（2024 年 5 月版）" right behind a model: one of its
// snapshots.
std::string snapshotBehind(const ClaimSentence& sentence, Span model) {
    constexpr std::size_t reach = 48; // bytes
    const std::string_view behind =
        sentence.said({model.end, std::min(sentence.span.end, model.end + reach)});
    std::string_view rest = trim(behind);
    bool bracket = false;
    for (const std::string_view open : {"(", "[", "（", "［", "【", "-"})
        if (!bracket && rest.starts_with(open)) {
            bracket = open != "-";
            rest = trim(rest.substr(open.size()));
        }
    std::size_t size = 0, digits = 0;
    while (size < rest.size() && (isDigitAt(rest, size) || (rest[size] == '-' && size > 0)))
        digits += isDigitAt(rest, size++) ? 1U : 0U;
    const bool month = digits >= 2 && (rest[0] == '0' || rest[0] == '1');
    const bool year = digits >= 4 && rest.starts_with("20");
    const bool whole = size == rest.size() || (!isAsciiLetter(rest[size]) && rest[size] != '.');
    const bool dated = (digits == 8 && size == 10 && year) || (digits == 4 && month) || (digits == 8 && year);
    if (dated && whole)
        return std::string(rest.substr(0, size));
    // "(May 2024)", "（2024 年 5 月版）": in brackets, whatever it says of a date.
    const std::size_t end = std::min({rest.find(')'), rest.find(']'), rest.find("）"), rest.find("］")});
    if (bracket && end != rest.npos && rest.substr(0, end).find("20") != rest.npos)
        return std::string(rest.substr(0, end));
    return {};
}

// "Claude Opus 4.1 and 4.5": another version of the same model, whose figure one of them may be.
std::string versionBehind(const ClaimSentence& sentence, Span model) {
    constexpr std::size_t reach = 24; // bytes
    const std::string_view behind =
        sentence.said({model.end, std::min(sentence.span.end, model.end + reach)});
    for (const std::string_view link : {"and ", "or ", "& ", "/", "、", "和", "與", "与", "及", "或"}) {
        std::string_view rest = trim(behind);
        if (!rest.starts_with(link))
            continue;
        rest = trim(rest.substr(link.size()));
        std::size_t size = 0;
        while (size < rest.size() &&
               (isDigitAt(rest, size) || rest[size] == '.' || isAsciiLetter(rest[size])))
            ++size;
        const std::size_t at = model.end + static_cast<std::size_t>(rest.data() - behind.data());
        const bool amount = std::ranges::any_of(sentence.figures, [&](const Quantity& one) {
            return one.span.begin == at && (one.dimension != Dimension::Number || one.per);
        });
        if (size > 0 && isDigitAt(rest, 0) && !amount)
            return std::string(rest.substr(0, size));
    }
    return {};
}

// "$4 … or more", 4 美元起.
std::string openEndBehind(const ClaimSentence& sentence, Span figure) {
    constexpr std::size_t reach = 64; // bytes: what the figure is per
    const std::string behind =
        lowerAscii(sentence.said({figure.end, std::min(sentence.span.end, figure.end + reach)}));
    for (const std::string_view open : {"or more", "or less", "or higher", "or lower", "or above", "and up",
                                        "起跳", "或以上", "或以下", "或更"})
        if (behind.find(open) != behind.npos)
            return std::string(open);
    return {};
}

} // namespace

std::vector<std::string> wordsOfVariant(const ClaimSentence& sentence, const Claim& claim, Span figure) {
    std::vector<std::string> found;
    const auto add = [&](std::string word) {
        if (!word.empty())
            addUnread(found, {std::move(word)});
    };
    const ModelAt* last = nullptr;
    for (const ModelAt& model : sentence.words.models) {
        if (!isWithin(model.span, sentence.span))
            continue;
        if (model.name == claim.model) {
            add(snapshotBehind(sentence, model.span));
            add(versionBehind(sentence, model.span));
            const std::string before =
                lowerAscii(trim(sentence.said({sentence.span.begin, model.span.begin})));
            for (const std::string_view only :
                 {"only", "nobody but", "no one but", "只有", "僅有", "仅有", "唯有"})
                if (before.ends_with(only) && model.span.end <= figure.begin)
                    add(std::string(only));
        }
        if (last != nullptr && model.span.begin >= last->span.end && model.span.end <= figure.begin)
            if (const std::string gap = lowerAscii(trim(sentence.said({last->span.end, model.span.begin})));
                isTurn(gap, Turn::Sums) || (gap.empty() && lowerAscii(last->name).ends_with(" plus")))
                add(gap.empty() ? "plus" : gap);
        last = &model;
    }
    add(openEndBehind(sentence, figure));
    return found;
}

std::vector<std::string> wordsOfAnother(const ClaimSentence& sentence, const Claim& claim, Span figure) {
    std::vector<std::string> found;
    const auto add = [&](std::string word) {
        if (!word.empty())
            addUnread(found, {std::move(word)});
    };
    for (const NameAt& name : sentence.words.names)
        if (isWithin(name.span, sentence.span) && name.subject.name == claim.subject.name)
            add(relationBefore(sentence, name.span, figure));
    for (const ModelAt& model : sentence.words.models) {
        if (!isWithin(model.span, sentence.span) || model.name != claim.model)
            continue;
        add(relationBefore(sentence, model.span, figure));
        for (const ClaimWordAt& word : sentence.words.words)
            if (word.word == ClaimWord::Model && isWithin(word.span, sentence.span) &&
                isToldBy(sentence, word.span, model.span))
                add(std::string(sentence.said(word.span)));
    }
    add(relationBehind(sentence, figure));
    return found;
}

std::vector<std::string> othersNamed(const ClaimSentence& sentence, const Claim& claim, Span own) {
    static const ClaimWords nothing;
    std::vector<std::string> found;
    // "Its commitment to Anthropic": of what somebody else gets.
    for (const NameAt& name : sentence.words.names) {
        const std::string before = lowerAscii(trim(sentence.said(besideSpan(own.begin, name.span.begin))));
        if (isWithin(name.span, own) && name.subject.name != claim.subject.name &&
            std::ranges::find(claim.subject.aliases, name.subject.name) == claim.subject.aliases.end() &&
            before.ends_with(" to") && !before.ends_with("according to"))
            addUnread(found, {std::string(sentence.said(name.span))});
    }
    for (const NameAt& name : sentence.words.names) // "Output price" of a table names a row
        if (isWithin(name.span, own) && name.subject.providers.empty() &&
            name.subject.name != claim.subject.name &&
            !unreadWords(sentence.text, name.span, nothing, {}, {claim.kind}).empty())
            addUnread(found, {std::string(sentence.said(name.span))});
    return found;
}

} // namespace parallax::data
