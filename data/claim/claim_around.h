// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/claim/claim_sentence.h"
#include "data/measure/claim.h"

namespace parallax::data {

// What a sentence without a figure of its own says of the figures beside it: "All amounts are in Canadian
// dollars.", "The memo dates from June 2024.", "We use Azure in Sweden.", "That is wrong.",
// 以上价格已含八折优惠. Each list holds words as they are written, at most mostUnread.
struct ClaimAround {
    std::vector<std::string> any;      // it is denied, drafted, of terms of its own
    std::vector<std::string> dates;    // of another time than the article's: of what names no time itself
    std::vector<std::string> ofPrices; // another currency, a seller
    std::vector<std::string> ofListed; // what prices and promises are said to be of
    std::vector<std::string> beside;   // of the same: what may be so, a region, words that were not read
    std::vector<ClaimSubject> clouds;  // who may sell the models that are named without a seller

    bool empty() const {
        return any.empty() && dates.empty() && ofPrices.empty() && ofListed.empty() && beside.empty() &&
               clouds.empty();
    }
};

// Where such a sentence stands. What stands before goes on to be so; behind, only what points back does
// ("That will be the price"), beside words that no figure can stand next to.
enum class AroundPlace { Before, Behind };

// `day` is the article's, ISO.
ClaimAround aroundIn(const ClaimSentence& sentence, AroundPlace place, std::string_view day);
// Of a text that no sentence was read of: a heading, the lead of a list, a note. The same of its words.
ClaimAround aroundIn(std::string_view text, const Names& names, AroundPlace place, std::string_view day);

// Whether it states a price of its own, which its words are of.
bool statesAmount(const ClaimSentence& sentence);

// "That is …", "Prices are …", 以上…: whether a sentence speaks of what stands before it.
bool pointsBack(const ClaimSentence& sentence);

void addAround(ClaimAround& to, const ClaimAround& from);

// Adds to what is not read of a claim. `sellerNamed`: its sentence, or its row, says who sells the model.
void leaveAround(Claim& claim, const ClaimAround& around, bool sellerNamed);

// Whether a sentence names somebody beside models.
bool namesSeller(const ClaimWords& words, Span within);

} // namespace parallax::data
