// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/progress.h"
#include "data/check/check.h"
#include "data/store/article_store.h"

namespace parallax::data {

using CheckId = std::int64_t;

// What the analyst says of a check. Hangs on the article and the check's fingerprint: survives a new import.
enum class CheckMark { None, Accepted, FalseAlarm, Corrected };

struct StoredCheck {
    CheckId id = 0;
    ArticleId article = 0;
    EditionId edition = 0;
    Language language = Language::Unknown;
    std::string articleTitle;
    std::string source;
    std::string archiveMonth;
    Check check;
    CheckMark mark = CheckMark::None;
    std::string markNote;           // why
    std::string markedBy, markedAt; // who, when (UTC, ISO 8601)
};

struct CheckFilter {
    std::optional<Colour> colour;
    std::optional<Verdict> verdict;
    std::optional<Rule> rule;
    std::optional<CheckMark> mark;
    std::optional<ArticleId> article;
    std::optional<std::string> source;
    bool acrossArticles = false; // only checks whose evidence stands in more than one article
    std::string text;            // in the quotes or the article's title, folded
    bool operator==(const CheckFilter&) const = default;
};

// How many checks of each colour; those marked accepted or false alarm are counted apart.
struct CheckCounts {
    int green = 0, amber = 0, red = 0, grey = 0, settled = 0;
    bool operator==(const CheckCounts&) const = default;
};

struct CheckFacets {
    CheckCounts colours;
    std::vector<std::pair<Rule, std::int64_t>> rules;
    std::vector<std::pair<CheckMark, std::int64_t>> marks;
    std::int64_t editionsChecked = 0, editionsWaiting = 0; // of the library
};

class CheckStore {
  public:
    explicit CheckStore(Library& library);

    // Worst first (red, amber, grey, green), then newest article first, then reading order.
    std::vector<StoredCheck> list(const CheckFilter& filter, std::int64_t offset, std::int64_t limit);
    std::int64_t count(const CheckFilter& filter);
    CheckFacets facets(const CheckFilter& filter);
    std::vector<StoredCheck> ofEdition(EditionId edition); // in reading order; across articles included
    StoredCheck load(CheckId id);                          // throws CheckNotFound
    std::vector<std::pair<ArticleId, CheckCounts>> countsOf(const std::vector<ArticleId>& articles);

    // Must run within a Transaction. `by` is the analyst's name as the settings give it.
    void mark(CheckId id, CheckMark mark, const std::string& note, const std::string& by);

    // Editions whose checks are missing, or were made by an older engine or of an older version.
    std::int64_t waiting();

  private:
    Library& m_library;
};

// Checks what waits, on all cores, in transactions of some dozens of editions, so that a stop (or a kill)
// loses at most one of them; then the facts across articles that changed. Throws Error{Cancelled}.
struct CheckRunResult {
    std::int64_t editions = 0, checks = 0;
};
CheckRunResult checkLibrary(Library& library, const ProgressCallback& progress, std::stop_token stop);

} // namespace parallax::data
