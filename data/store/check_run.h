// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "base/progress.h"
#include "data/check/check_article.h"
#include "data/check/engine_version.h"
#include "data/store/article_store.h"

namespace parallax::data {

struct CheckRunResult {
    std::int64_t editions = 0; // that were checked
    std::int64_t checks = 0;   // that were found in them
    std::int64_t across = 0;   // groups of facts that were compared across editions
};

// What is found in one edition. Called from several threads at once.
struct EditionFindings {
    std::vector<Check> checks;
    std::vector<Fact> facts;
};

struct CheckRunOptions {
    int threads = 0; // that read and check; 0: one for each core
    int engine = checkEngineVersion;
    ArticleId article = 0; // only this one's editions; 0: all
    // Empty: the rules of data/check, on tables as the analyst corrected them.
    std::function<EditionFindings(const Article&)> check;
    std::function<std::optional<Check>(const Fact&, const Fact&)> compare;
};

// Checks what waits, on all cores, in transactions of some dozens of editions, so that a stop (or a kill)
// loses at most one of them; then compares the facts across editions that changed. Other connections may
// write meanwhile: an edition that they change is left waiting. Throws Error{Cancelled}, LibraryReadOnly.
CheckRunResult checkLibrary(Library& library, const ProgressCallback& progress, std::stop_token stop,
                            const CheckRunOptions& options = {});

} // namespace parallax::data
