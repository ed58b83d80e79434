// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "base/progress.h"
#include "data/store/import.h"
#include "data/store/index_check.h"

namespace parallax::data {

struct RereadReport {
    std::int64_t same = 0;                   // articles that this program reads as the one before did
    std::vector<ArticleId> changed;          // that it reads otherwise, or whose reading was damaged
    std::vector<ArticleId> mended;           // of which lists showed something else than was stored
    bool checksForgotten = false;            // what was found was damaged: it is to be found again
    bool indexMade = false;                  // the full-text index was damaged: it was made anew
    bool indexLeft = false;                  // it was left as it is, for the sake of notes (index_check.h)
    std::vector<DisputedNote> disputedNotes; // of which nobody knows whether they are sound
    std::string damagedWork;             // lines, of notes, tags and searches that are not what was written
    std::vector<ImportFailure> failures; // documents that it cannot read: they stay as they were
};

// Reads the kept bytes of all documents again, for what this program's parsers see in them that earlier ones
// did not. Versions stay, since the bytes are the same; notes find their words again, and what the analyst
// did stays. A document at a time: cancelled (Error{Cancelled}) or killed, what was read again stays so.
RereadReport rereadAll(Library& library, const ParserProcess::Settings& parser, const std::stop_token& stop,
                       const ProgressCallback& progress);

} // namespace parallax::data
