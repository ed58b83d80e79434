// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

#include "base/error.h"
#include "data/store/check_store.h"
#include "data/store/library.h"
#include "ui/common/place.h"

namespace parallax::ui {

// One piece of evidence with the words around it.
struct EvidenceText {
    QString quote;
    QString sentence; // that it stands in; of a cell: row and column
    int begin = 0;    // of the quote in `sentence`; begin == end where it was not found
    int end = 0;
    bool cell = false;
    bool elsewhere = false; // in another article than the check's own
    data::ArticleId article = 0;
    data::EditionId edition = 0;
    data::Language language = data::Language::Unknown;
    QString articleTitle;
    QString source;
    QString month;
    Place reader; // where it is read
    Place table;  // its table; no workspace when it stands in none
};

// A check with everything that the detail pane shows of it. Made on the reading thread.
struct LoadedCheck {
    std::optional<data::StoredCheck> check;
    std::vector<EvidenceText> evidence; // as Check::statement
    std::vector<EvidenceText> editions; // where other editions of its articles say the same, once each
    std::optional<Error> error;
};
LoadedCheck loadCheck(data::Library& library, data::CheckId id);

// The sentence of `text` around [at, at + length) of it, and where in it those stand. A sentence longer than
// 400 characters is cut at both sides.
struct SentencePart {
    QString text;
    int begin = 0;
    int end = 0;
};
SentencePart sentenceAround(const QString& text, qsizetype at, qsizetype length);

// Where in a block's text a quotation stands: the occurrence nearest to `hint` (characters), -1 when nowhere.
qsizetype placeOfQuote(const QString& text, const QString& quote, qsizetype hint);

} // namespace parallax::ui
