// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace parallax::data {

// Words that turn what a sentence says of a figure (resources/lexicon/turns.tsv, in this order there).
enum class Turn {
    Sellers,
    CostKinds,
    CostNouns,
    CostAims,
    CostHad,
    PayerLinks,
    Pays,
    CostTerms,
    NoDenial,
    Denied,
    OtherShares,
    Past,
    PastOrParticiple,
    Auxiliaries,
    Present,
    Now,
    Alike,
    OfModel,
    Undercut,
    OpensCircumstance,
    EndsCircumstance,
    OpensClause,
    Places,
    Contrasts,
    Exceptions,
    OfItself,
    Hosted,
    SameModel,
    Users,
    Lengths,
    LengthCompared,
    Payers,
    OtherCurrencies,
    Untrue,
    Drafts,
    Resale,
    PointsBack,
    Comparatives,
    NotTokens,
    Sums,
    CountLeads,
    Windows,
    Joins,
    PayersOf,
    OutputWords,
    SideSums,
    OfSides,
    PriceVerbs,
    CostPayers,
    SetsPrice,
    AsksBehind,
    CountedCosts,
    CountedOutput,
    CountedInput,
    AsksOf,
    Cases,
    WindowsOf,
    Releases,
    SetsApart,
    Corrects,
    TakesBack,
    Amends,
    Restates,
    HeadsPrices,
    HeadsOthers,
    HeadsDates,
    HeadsEnds,
    StrictBounds,
    TimesOfPrices,
    WhosePrices,
    SpeaksAgainst,
    Narrows,
    UpTo,
    PointsWith,
    SideLinks,
    TheModel,
    OtherModels,
    SoldAs,
    Lasts,
    NoChange,
    TellsOfModel,
    NarrowsSo,
    SoldApart,
    KeepsPrice,
    LooksAlone,
    CountedFor,
    OfIt,
    WorkOf,
    InputNouns,
    OutputNouns,
    SpecialSides,
    CellWords,
    OfBuyers,
    Matters,
    SellerVerbs,
    VariantWords,
    Families,
    BetweenPrices,
    SmallModels,
    AmountLinks,
    Measures,
    PartsOf,
    Count
};

// The forms as they stand in the list; read once.
const std::vector<std::string_view>& formsOf(Turn turn);

// Of texts in small letters: where the first of the forms stands, and how long it is; nothing found has no
// size. English forms are whole words.
struct TurnAt {
    std::size_t at = std::string_view::npos, size = 0;
    explicit operator bool() const noexcept { return size > 0; }
};
TurnAt turnIn(std::string_view small, Turn turn);
// The longest that a text begins or ends with.
TurnAt turnAtBegin(std::string_view small, Turn turn);
TurnAt turnAtEnd(std::string_view small, Turn turn);
// Whether a word is one of them.
bool isTurn(std::string_view small, Turn turn);

} // namespace parallax::data
