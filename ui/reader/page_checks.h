// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "data/store/check_store.h"
#include "ui/reader/page.h"

namespace parallax::ui {

// Words of an item of the page: UTF-16 offsets into the plain text of one of its texts.
struct PageWords {
    int item = -1;
    bool right = false;
    bool caption = false; // of a table
    int row = -1;         // of a table's cell as it is shown: -1 the header
    int column = -1;      // -1: not a cell
    int begin = 0;
    int end = 0;
    bool operator==(const PageWords&) const = default;
};

// A figure that is marked: the words, the look of the worst of its checks, and all of them. Without checks it
// is a claim to be tested and nothing more.
struct CheckedFigure {
    PageWords words;
    data::Colour colour = data::Colour::Grey;
    bool settled = false;            // by the analyst: shown quietly
    std::vector<std::size_t> checks; // indices into LoadedArticle::checks, the worst first
    std::vector<PageWords> operands; // what the claim is made from, where it is on the page
    std::vector<std::size_t> claims; // indices into LoadedArticle::claims
    latency::ClaimVerdict verdict = latency::ClaimVerdict::NotEnoughData; // of the first of them
};

// The checks of both editions that a page shows.
struct PageChecks {
    std::vector<CheckedFigure> figures; // in order of the page
    data::CheckCounts counts;           // of the edition that is read
};

enum class ShownChecks { Failed, All }; // Failed: red and amber

// Where the checks and the claims of an article stand on a page. Quotations are found again by their words
// nearest to where they stood, since a block is shown without its markup and perhaps in the other Chinese
// script.
PageChecks placeChecks(const Page& page, const LoadedArticle& article, ShownChecks shown);

} // namespace parallax::ui
