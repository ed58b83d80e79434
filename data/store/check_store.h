// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
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

// A check of one language edition.
struct CheckEdition {
    CheckId check = 0;
    EditionId edition = 0;
    Language language = Language::Unknown;
};

struct StoredCheck {
    CheckId id = 0;
    ArticleId article = 0;
    EditionId edition = 0;
    Language language = Language::Unknown;
    std::string articleTitle; // as this edition has it
    std::string source;
    std::string archiveMonth;
    Check check;
    CheckMark mark = CheckMark::None;
    std::string markNote;           // why
    std::string markedBy, markedAt; // who, when (UTC, ISO 8601)
    // Where the article says the same in several languages, all of them, this check among them; else empty.
    std::vector<CheckEdition> editions;
    bool oneOfSeveral = false; // the article has editions in other languages too
    bool outdated = false;     // the edition changed since (a new import, a corrected table) and waits to be
                           // checked again: the spans may point at other words, the quotes are those of then
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

// How many checks of each colour, those that several editions of an article say alike counted once; those
// marked accepted or false alarm are counted apart, in `settled` alone.
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

struct CheckWordMatches;

class CheckStore {
  public:
    explicit CheckStore(Library& library);
    ~CheckStore();
    CheckStore(const CheckStore&) = delete;
    CheckStore& operator=(const CheckStore&) = delete;

    // Worst first (red, amber, grey, green), then newest article first, then reading order. What several
    // editions of an article say alike (same_finding.h) is one of them, told by the edition in
    // the language `reading`, else by one in the other Chinese script, else by the first.
    std::vector<StoredCheck> list(const CheckFilter& filter, std::int64_t offset, std::int64_t limit,
                                  Language reading = Language::Unknown);
    std::int64_t count(const CheckFilter& filter);

    // What the filter leaves, counted by colour, rule and mark; each of the three without regard to what the
    // filter itself says of it, so that one can choose another.
    CheckFacets facets(const CheckFilter& filter);

    // In reading order. A check across articles is told from this edition, if it is among its evidence: what
    // stands here has article 0, the other evidence names article and edition, and StoredCheck::article and
    // ::edition are these.
    std::vector<StoredCheck> ofEdition(EditionId edition);
    // Of these the red and amber ones, marked or not; at most `limit`.
    std::vector<StoredCheck> failedOfEdition(EditionId edition, std::int64_t limit = 5000);
    StoredCheck load(CheckId id); // throws CheckNotFound

    // For badges, without counting: what list() has of each article. Articles without any check are left out.
    std::vector<std::pair<ArticleId, CheckCounts>> countsOf(const std::vector<ArticleId>& articles);

    // Must run within a Transaction. `by` is the analyst's name as the settings give it. None with an empty
    // note forgets the mark. Goes for all editions that say the same. Throws CheckNotFound.
    void mark(CheckId id, CheckMark mark, const std::string& note, const std::string& by);

    // The edition waits again: what its checks rest on was changed (a cell, a role, a unit was corrected).
    // Within the Transaction of that change.
    void invalidate(EditionId edition);

    // Editions whose checks are missing, or were made by an older engine or of an older version.
    std::int64_t waiting();
    // Nothing waits: neither an edition nor a comparison across articles that a stopped run left.
    bool isUpToDate();

  private:
    std::vector<StoredCheck> ofEdition(EditionId edition, int leastSeverity, std::int64_t limit);
    void addEditions(std::vector<StoredCheck>& checks);
    const CheckWordMatches& matchesOf(const std::string& text);

    Library& m_library;
    // Of the text that was asked for last, while the library is as it was: a filter is counted and listed
    // page by page.
    struct Words;
    std::unique_ptr<Words> m_words;
};

std::string_view markName(CheckMark mark) noexcept; // "none", "accepted", "false-alarm", "corrected"
std::optional<CheckMark> markFromName(std::string_view name) noexcept;

} // namespace parallax::data
