// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_pointer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_against.h"
#include "data/claim/claim_lists.h"
#include "data/claim/claim_turns.h"
#include "data/claim/claim_unread.h"

namespace parallax::data {
namespace {

// The senses that a sentence has, by their place in PointerWord.
struct Pointing {
    std::array<bool, static_cast<std::size_t>(PointerWord::Count)> of{};
    bool opens = false; // it begins with a word of an edge
    bool operator[](PointerWord word) const { return of[static_cast<std::size_t>(word)]; }
};

// "That is …", "These hold …", and not "That stability matters": behind the word stands no noun of its own.
bool pointsAlone(std::string_view said, std::size_t behind) {
    const std::string rest = lowerAscii(trim(said.substr(behind)));
    if (turnAtBegin(rest, Turn::TellsOfModel))
        return false;
    return rest.empty() || !isAsciiLetter(said[behind - 1]) || !isAsciiLetter(rest.front()) ||
           turnAtBegin(rest, Turn::PointsWith);
}

// "… for them" at the end means whoever was spoken of.
bool isOfThem(std::string_view said, const Mention& end) {
    return lowerAscii(said.substr(end.span.begin, end.span.end - end.span.begin)) == "them" &&
           trim(said.substr(0, end.span.begin)).ends_with(" for");
}

Pointing pointingIn(const ClaimSentence& sentence) {
    Pointing found;
    const std::string_view said = sentence.said(sentence.span);
    const std::size_t begin = std::min(said.find_first_not_of(" \n*_>\"-"), said.size());
    const std::size_t end = said.find_last_not_of(" \n.!)\"") + 1;
    for (const Mention& one : mentionsOf(said, claimLists().pointers)) {
        const auto word = static_cast<PointerWord>(one.sense.measure);
        const bool opens =
            word == PointerWord::Edge && one.span.begin == begin && pointsAlone(said, one.span.end);
        found.opens = found.opens || opens;
        if (word != PointerWord::Edge || (one.span.end >= end && !isOfThem(said, one)))
            found.of[static_cast<std::size_t>(word)] = true;
    }
    return found;
}

// How surely a sentence speaks of figures that stand elsewhere. One that speaks of what is paid, or leads to
// a list, may mean them.
enum class Points { No, Maybe, Yes };

Points points(const ClaimSentence& sentence, PointerPlace place) {
    const Pointing said = pointingIn(sentence);
    if (said[PointerWord::Plainly])
        return Points::Yes;
    if (statesAmount(sentence))
        return Points::No;
    const bool ahead = place != PointerPlace::Behind && said[PointerWord::Forward];
    const bool back = place != PointerPlace::Before && (said[PointerWord::Back] || said.opens);
    if (said[PointerWord::Either] || said[PointerWord::Edge] || ahead || back)
        return Points::Yes;
    // "Support contracts are sold separately."
    const bool apart = static_cast<bool>(turnIn(lowerAscii(sentence.said(sentence.span)), Turn::SoldApart));
    if (place != PointerPlace::Lead && apart)
        return Points::No;
    if (place == PointerPlace::Lead ||
        (said[PointerWord::Prices] &&
         (place == PointerPlace::Same || (place != PointerPlace::Before && pointsBack(sentence)))))
        return Points::Maybe;
    return Points::No;
}

} // namespace

ClaimAround pointedIn(const ClaimSentence& sentence, PointerPlace place, std::string_view day) {
    const Points sure = points(sentence, place);
    if (sure == Points::No)
        return {};
    ClaimAround around = aroundIn(sentence, AroundPlace::Before, day);
    if (sure == Points::Yes) // "In Brazil, prices are as follows."
        addUnread(around.ofListed, std::exchange(around.beside, {}));
    for (const std::string& words : unreadWords(sentence.text, sentence.span, sentence.words,
                                                sentence.figures, {.vocabulary = Vocabulary::Pointer}))
        addUnread(sure == Points::Yes || turnsAnywhere(words) ? around.ofListed : around.beside, {words});
    return around;
}

ClaimAround pointedIn(std::string_view text, const Names& names, PointerPlace place, std::string_view day) {
    const ClaimWords words = claimWordsIn(text, names);
    const std::vector<Quantity> figures = parseQuantities(text, {});
    return pointedIn(ClaimSentence{text, {0, text.size()}, figures, words}, place, day);
}

} // namespace parallax::data
