// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_side_order.h"

#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

// Where "in" and "out" stand joined ("in/out", "in / out", "out and in").
TokenSide firstOfShort(std::string_view small) {
    for (const auto& [joined, first] : {std::pair<std::string_view, TokenSide>{"in/out", TokenSide::Input},
                                        {"in / out", TokenSide::Input},
                                        {"in and out", TokenSide::Input},
                                        {"out/in", TokenSide::Output},
                                        {"out / in", TokenSide::Output},
                                        {"out and in", TokenSide::Output}})
        for (std::size_t at = small.find(joined); at != small.npos; at = small.find(joined, at + 1)) {
            const std::size_t end = at + joined.size();
            if ((at == 0 || !isAsciiLetter(small[at - 1])) &&
                (end == small.size() || !isAsciiLetter(small[end])))
                return first;
        }
    return TokenSide::Unstated;
}

bool beginsWithWord(std::string_view text, std::string_view word) {
    return text.starts_with(word) && (text.size() == word.size() || !isAsciiLetter(text[word.size()]));
}

} // namespace

SidesNamed sidesNamedIn(std::string_view text) {
    const std::string small = lowerAscii(text);
    SidesNamed sides;
    const TurnAt input = turnIn(small, Turn::InputNouns), output = turnIn(small, Turn::OutputNouns);
    sides.input = static_cast<bool>(input);
    sides.output = static_cast<bool>(output);
    sides.special = static_cast<bool>(turnIn(small, Turn::SpecialSides));
    if (sides.input && sides.output) {
        sides.first = input.at < output.at ? TokenSide::Input : TokenSide::Output;
    } else if (const TokenSide first = firstOfShort(small);
               first != TokenSide::Unstated && !sides.input && !sides.output) {
        sides.input = sides.output = true;
        sides.first = first;
    }
    return sides;
}

SidesNamed sidesOfLabel(std::string_view label) {
    SidesNamed sides = sidesNamedIn(label);
    if (sides.input || sides.output)
        return sides;
    std::string small = lowerAscii(trim(label));
    if (const std::size_t bracket = small.rfind(" ("); // "Price in ($/M tokens)"
        bracket != small.npos && small.find("in)", bracket) == small.npos &&
        small.find("out)", bracket) == small.npos)
        small.resize(bracket);
    std::string_view rest = trim(std::string_view(small));
    while (!rest.empty() && (rest.back() == ')' || rest.back() == ':'))
        rest.remove_suffix(1);
    const auto endsInWord = [&](std::string_view word) {
        return rest.ends_with(word) &&
               (rest.size() == word.size() || !isAsciiLetter(rest[rest.size() - word.size() - 1]));
    };
    sides.input = endsInWord("in");
    sides.output = endsInWord("out");
    return sides;
}

TokenSide sideBesideAmount(std::string_view ahead, std::string_view behind) {
    const std::string before = lowerAscii(trim(ahead)), after = lowerAscii(trim(behind));
    std::string_view rest = after;
    for (const std::string_view link : {"(", "（", "for "})
        if (rest.starts_with(link))
            rest.remove_prefix(link.size());
    if (beginsWithWord(rest, "in") || turnAtBegin(rest, Turn::InputNouns))
        return TokenSide::Input;
    if (beginsWithWord(rest, "out") || turnAtBegin(rest, Turn::OutputNouns))
        return TokenSide::Output;
    if (turnAtEnd(before, Turn::InputNouns))
        return TokenSide::Input;
    return turnAtEnd(before, Turn::OutputNouns) ? TokenSide::Output : TokenSide::Unstated;
}

} // namespace parallax::data
