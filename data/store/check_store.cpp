// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/check_store.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <unordered_map>
#include <utility>

#include "data/check/engine_version.h"
#include "data/store/check_json.h"
#include "data/store/check_query.h"
#include "data/store/check_rows.h"
#include "data/store/check_words.h"
#include "data/store/clock.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

// The numbers in the column mark: never renumber, only append; the triggers know 1 and 2.
static_assert(static_cast<int>(CheckMark::Accepted) == 1 && static_cast<int>(CheckMark::FalseAlarm) == 2 &&
              static_cast<int>(CheckMark::Corrected) == 3);

// c is check_result, or what is chosen of it.
#define CHECK_COLUMNS                                                                                        \
    "SELECT c.id, c.edition_id, c.article_id, c.other_edition, c.other_article, edition.language, "          \
    "COALESCE(NULLIF(edition.title, ''), article.title), "                                                   \
    "source.name, article.archive_month, c.rule, c.verdict, c.severity, c.fingerprint, c.content, c.mark, "  \
    "coalesce(own.note, other.note), coalesce(own.marked_by, other.marked_by), "                             \
    "coalesce(own.marked_at, other.marked_at), edition_check.engine, article.languages "
#define CHECK_TABLES                                                                                         \
    "JOIN edition ON edition.id = c.edition_id JOIN article ON article.id = c.article_id "                   \
    "JOIN edition_check ON edition_check.edition_id = c.edition_id "                                         \
    "LEFT JOIN source ON source.id = article.source_id "                                                     \
    "LEFT JOIN check_mark AS own ON own.article_id = c.article_id AND own.fingerprint = c.fingerprint "      \
    "LEFT JOIN check_mark AS other ON other.article_id = c.other_article AND other.fingerprint = "           \
    "c.fingerprint "
constexpr std::string_view checkOfId = CHECK_COLUMNS "FROM check_result AS c " CHECK_TABLES "WHERE c.id = ?";
constexpr std::string_view checksOfEdition = CHECK_COLUMNS
    "FROM check_result AS c " CHECK_TABLES
    "WHERE c.id IN (SELECT id FROM check_result WHERE edition_id = ?1 UNION ALL "
    "SELECT id FROM check_result WHERE other_edition IS NOT NULL AND other_edition = ?1 UNION ALL "
    // Other editions of its article are among the evidence of these.
    "SELECT id FROM check_result WHERE fact_group IS NOT NULL AND article_id = "
    "(SELECT article_id FROM edition WHERE id = ?1) UNION ALL "
    "SELECT id FROM check_result WHERE other_article IS NOT NULL AND other_article = "
    "(SELECT article_id FROM edition WHERE id = ?1) UNION ALL "
    "SELECT check_id FROM check_witness WHERE article_id = (SELECT article_id FROM edition WHERE id = ?1)) "
    "AND c.severity >= ?2 ORDER BY c.fact_group IS NOT NULL, c.ordinal, c.id LIMIT ?3";
constexpr std::string_view checkColumns = CHECK_COLUMNS;
constexpr std::string_view tables = CHECK_TABLES;
#undef CHECK_COLUMNS
#undef CHECK_TABLES

// Of all that say the same as `chosen`: the one in a language, else in another one, else itself. Bound: the
// two languages, and the first of them again.
constexpr std::string_view tellerFor =
    "coalesce((SELECT same.id FROM check_result AS same JOIN edition AS own ON own.id = same.edition_id "
    "WHERE (same.id = chosen OR same.same_as = chosen) AND own.language IN (?, ?) "
    "ORDER BY own.language = ? DESC, same.edition_id LIMIT 1), chosen) ";

Language otherScript(Language language) {
    switch (language) {
    case Language::TraditionalChinese:
        return Language::SimplifiedChinese;
    case Language::SimplifiedChinese:
        return Language::TraditionalChinese;
    default:
        return language;
    }
}

constexpr const char* worstFirst =
    " ORDER BY severity DESC, day DESC, article_id DESC, edition_id, ordinal, id";

template <class Enum>
Enum enumOf(int number, Enum last) {
    return static_cast<Enum>(std::clamp(number, 0, static_cast<int>(last)));
}

// article.languages: a bit for each.
bool hasSeveral(std::int64_t languages) {
    return (languages & (languages - 1)) != 0;
}

struct Row {
    StoredCheck stored;
    EditionId otherEdition = 0;
};

Row readCheckRow(const Statement& row) {
    Row read;
    StoredCheck& stored = read.stored;
    stored.id = row.integer(0);
    stored.edition = row.integer(1);
    stored.article = row.integer(2);
    read.otherEdition = row.integer(3);
    stored.language = enumOf(row.number(5), Language::Other);
    stored.articleTitle = row.text(6);
    stored.source = row.text(7);
    stored.archiveMonth = row.text(8);
    stored.check.rule = ruleFromName(row.view(9)).value_or(Rule::SameFact);
    stored.check.verdict = enumOf(row.number(10), Verdict::CannotTell);
    stored.check.colour = colourOf(row.number(11));
    stored.check.fingerprint = row.text(12);
    checkFromJson(row.view(13), stored.check);
    stored.mark = enumOf(row.number(14), CheckMark::Corrected);
    stored.markNote = row.text(15);
    stored.markedBy = row.text(16);
    stored.markedAt = row.text(17);
    stored.outdated = row.integer(18) == 0;
    stored.oneOfSeveral = hasSeveral(row.integer(19));
    return read;
}

bool concerns(const Row& row, EditionId edition) {
    return row.stored.edition == edition || row.otherEdition == edition ||
           std::ranges::any_of(row.stored.check.statement,
                               [&](const Evidence& evidence) { return evidence.edition == edition; });
}

// The check as another one of its editions tells it.
void turnTo(Library& library, StoredCheck& stored, EditionId edition) {
    for (Evidence& evidence : stored.check.statement) {
        if (evidence.edition == edition) {
            evidence.article = 0;
            evidence.edition = 0;
        } else if (evidence.article == 0) {
            evidence.article = stored.article;
            evidence.edition = stored.edition;
        }
    }
    Statement row(library,
                  "SELECT article.id, edition.language, COALESCE(NULLIF(edition.title, ''), article.title), "
                  "source.name, article.archive_month, edition_check.engine, article.languages FROM edition "
                  "JOIN article ON "
                  "article.id = edition.article_id "
                  "JOIN edition_check ON edition_check.edition_id = edition.id "
                  "LEFT JOIN source ON source.id = article.source_id WHERE edition.id = ?");
    if (!row.bind(edition).step())
        return;
    stored.edition = edition;
    stored.article = row.integer(0);
    stored.language = enumOf(row.number(1), Language::Other);
    stored.articleTitle = row.text(2);
    stored.source = row.text(3);
    stored.archiveMonth = row.text(4);
    stored.outdated = row.integer(5) == 0;
    stored.oneOfSeveral = hasSeveral(row.integer(6));
}

// Where the statement begins in the text of the edition at hand.
std::size_t placeInText(const StoredCheck& stored) {
    for (const Evidence& evidence : stored.check.statement)
        if (evidence.article == 0)
            return evidence.span.begin;
    return std::numeric_limits<std::size_t>::max();
}

int clampedCount(std::int64_t count) {
    return static_cast<int>(std::clamp<std::int64_t>(count, 0, std::numeric_limits<int>::max()));
}

void addTo(CheckCounts& counts, Colour colour, CheckMark mark, std::int64_t count) {
    int& place = mark == CheckMark::Accepted || mark == CheckMark::FalseAlarm ? counts.settled
                 : colour == Colour::Green                                    ? counts.green
                 : colour == Colour::Amber                                    ? counts.amber
                 : colour == Colour::Red                                      ? counts.red
                                                                              : counts.grey;
    place = clampedCount(place + count);
}

constexpr std::array<std::string_view, 4> markNames = {"none", "accepted", "false-alarm", "corrected"};

} // namespace

struct CheckStore::Words {
    std::string text;
    std::int64_t others = -1, own = -1; // what was written by other connections and by this one
    CheckWordMatches matches;
};

CheckStore::CheckStore(Library& library)
    : m_library(library)
    , m_words(std::make_unique<Words>()) {}

CheckStore::~CheckStore() = default;

const CheckWordMatches& CheckStore::matchesOf(const std::string& text) {
    const std::int64_t others = queryInteger(m_library, "PRAGMA data_version");
    const std::int64_t own = queryInteger(m_library, "SELECT total_changes()");
    if (m_words->text != text || m_words->others != others || m_words->own != own)
        *m_words = {text, others, own, findCheckWords(m_library, text)};
    return m_words->matches;
}

std::vector<StoredCheck> CheckStore::list(const CheckFilter& filter, std::int64_t offset, std::int64_t limit,
                                          Language reading) {
    const CheckConditions conditions(filter, matchesOf(filter.text));
    // Chosen first: what is skipped needs no article, no title and no mark.
    std::string sql(checkColumns);
    sql += "FROM (SELECT id AS chosen, edition_id AS place, ordinal AS nth FROM check_result";
    sql += conditions.where();
    sql += worstFirst;
    sql += " LIMIT ? OFFSET ?) JOIN check_result AS c ON c.id = ";
    sql += tellerFor;
    sql += tables;
    sql += "ORDER BY c.severity DESC, c.day DESC, c.article_id DESC, place, nth, chosen";
    Statement row(m_library, sql);
    conditions.bind(row);
    row.bind(limit).bind(offset);
    row.bind(static_cast<int>(reading)).bind(static_cast<int>(otherScript(reading)));
    row.bind(static_cast<int>(reading));
    std::vector<StoredCheck> checks;
    while (row.step())
        checks.push_back(readCheckRow(row).stored);
    addEditions(checks);
    return checks;
}

std::int64_t CheckStore::count(const CheckFilter& filter) {
    const CheckConditions conditions(filter, matchesOf(filter.text));
    const std::string sql = "SELECT count(*) FROM check_result" + conditions.where();
    Statement row(m_library, sql);
    conditions.bind(row);
    return row.step() ? row.integer(0) : 0;
}

CheckFacets CheckStore::facets(const CheckFilter& filter) {
    CheckFilter others = filter;
    others.colour.reset();
    others.rule.reset();
    others.mark.reset();
    const CheckConditions conditions(others, matchesOf(others.text));
    std::string sql = "SELECT severity, rule, mark, count(*) FROM check_result";
    sql += conditions.where();
    sql += " GROUP BY severity, rule, mark";
    Statement row(m_library, sql);
    conditions.bind(row);
    CheckFacets facets;
    std::map<Rule, std::int64_t> rules;
    std::map<CheckMark, std::int64_t> marks;
    while (row.step()) {
        const Colour colour = colourOf(row.number(0));
        const std::optional<Rule> rule = ruleFromName(row.view(1));
        const CheckMark mark = enumOf(row.number(2), CheckMark::Corrected);
        const std::int64_t count = row.integer(3);
        const bool colourFits = !filter.colour || *filter.colour == colour;
        const bool ruleFits = !filter.rule || filter.rule == rule;
        const bool markFits = !filter.mark || *filter.mark == mark;
        if (ruleFits && markFits)
            addTo(facets.colours, colour, mark, count);
        if (colourFits && markFits && rule)
            rules[*rule] += count;
        if (colourFits && ruleFits)
            marks[mark] += count;
    }
    facets.rules.assign(rules.begin(), rules.end());
    facets.marks.assign(marks.begin(), marks.end());
    facets.editionsWaiting = waiting();
    facets.editionsChecked =
        queryInteger(m_library, "SELECT count(*) FROM edition_check") - facets.editionsWaiting;
    return facets;
}

std::vector<StoredCheck> CheckStore::ofEdition(EditionId edition) {
    return ofEdition(edition, 0, -1);
}

std::vector<StoredCheck> CheckStore::failedOfEdition(EditionId edition, std::int64_t limit) {
    return ofEdition(edition, severityOf(Colour::Amber), limit);
}

std::vector<StoredCheck> CheckStore::ofEdition(EditionId edition, int leastSeverity, std::int64_t limit) {
    std::vector<StoredCheck> checks;
    {
        Statement row(m_library, checksOfEdition);
        row.bind(edition).bind(leastSeverity).bind(limit);
        while (row.step()) {
            Row read = readCheckRow(row);
            if (concerns(read, edition))
                checks.push_back(std::move(read.stored));
        }
    }
    for (StoredCheck& stored : checks)
        if (stored.edition != edition)
            turnTo(m_library, stored, edition);
    std::stable_sort(checks.begin(), checks.end(), [](const StoredCheck& a, const StoredCheck& b) {
        return placeInText(a) < placeInText(b);
    });
    addEditions(checks);
    return checks;
}

StoredCheck CheckStore::load(CheckId id) {
    Statement row(m_library, checkOfId);
    if (!row.bind(id).step())
        throw Error(ErrorCode::CheckNotFound, {std::to_string(id)});
    std::vector<StoredCheck> one{readCheckRow(row).stored};
    addEditions(one);
    return std::move(one.front());
}

void CheckStore::addEditions(std::vector<StoredCheck>& checks) {
    std::string ids = "[";
    for (const StoredCheck& stored : checks)
        ids += (ids.size() > 1 ? "," : "") + std::to_string(stored.id);
    ids += ']';
    // Each of them with all that say the same, in the order of the editions.
    Statement row(m_library, "SELECT asked.id, c.id, c.edition_id, edition.language FROM "
                             "(SELECT id, coalesce(same_as, id) AS teller FROM check_result WHERE id IN "
                             "(SELECT value FROM json_each(?))) AS asked "
                             "JOIN check_result AS c ON c.id = asked.teller OR c.same_as = asked.teller "
                             "JOIN edition ON edition.id = c.edition_id "
                             "WHERE EXISTS (SELECT 1 FROM check_result AS told WHERE told.same_as = "
                             "asked.teller) ORDER BY c.edition_id");
    row.bind(ids);
    std::unordered_map<CheckId, std::vector<CheckEdition>> editions;
    while (row.step())
        editions[row.integer(0)].push_back(
            {row.integer(1), row.integer(2), enumOf(row.number(3), Language::Other)});
    for (StoredCheck& stored : checks)
        if (const auto found = editions.find(stored.id); found != editions.end())
            stored.editions = found->second;
}

std::vector<std::pair<ArticleId, CheckCounts>> CheckStore::countsOf(const std::vector<ArticleId>& articles) {
    std::string ids = "[";
    for (const ArticleId id : articles)
        ids += (ids.size() > 1 ? "," : "") + std::to_string(id);
    ids += ']';
    // total(): a damaged file may hold counts whose sum no integer holds.
    Statement row(m_library,
                  "SELECT article_id, total(green), total(amber), total(red), total(grey), total(settled) "
                  "FROM edition_check WHERE article_id IN (SELECT value FROM json_each(?)) "
                  "GROUP BY article_id HAVING max(green + amber + red + grey + settled) > 0");
    row.bind(ids);
    std::vector<std::pair<ArticleId, CheckCounts>> counts;
    while (row.step())
        counts.emplace_back(row.integer(0),
                            CheckCounts{clampedCount(row.integer(1)), clampedCount(row.integer(2)),
                                        clampedCount(row.integer(3)), clampedCount(row.integer(4)),
                                        clampedCount(row.integer(5))});
    return counts;
}

void CheckStore::mark(CheckId id, CheckMark mark, const std::string& note, const std::string& by) {
    struct Marked {
        CheckId id = 0;
        std::vector<ArticleId> articles; // its own first
        std::string fingerprint;
    };
    std::vector<Marked> all;
    {
        Statement row(m_library, "SELECT c.id, c.article_id, c.other_article, c.fingerprint FROM (SELECT "
                                 "coalesce(same_as, id) AS teller FROM check_result WHERE id = ?) "
                                 "JOIN check_result AS c ON c.id = teller OR c.same_as = teller");
        row.bind(id);
        while (row.step()) {
            all.push_back({row.integer(0), {row.integer(1)}, row.text(3)});
            if (!row.isNull(2) && row.integer(2) != row.integer(1))
                all.back().articles.push_back(row.integer(2));
        }
    }
    if (all.empty())
        throw Error(ErrorCode::CheckNotFound, {std::to_string(id)});
    for (Marked& marked : all) {
        Statement row(m_library, "SELECT article_id FROM check_witness WHERE check_id = ?");
        row.bind(marked.id);
        while (row.step())
            marked.articles.push_back(row.integer(0));
    }
    const std::string at = toIso(now());
    for (const auto& [check, articles, fingerprint] : all)
        for (const ArticleId article : articles) {
            // Also where the statement was told in other words before.
            Statement(
                m_library,
                "DELETE FROM check_mark WHERE article_id = ?1 AND (marked_at, marked_by, mark, note) = "
                "(SELECT marked_at, marked_by, mark, note FROM check_mark WHERE article_id = ?1 AND "
                "fingerprint = ?2) AND (fingerprint = ?2 OR NOT EXISTS (SELECT 1 FROM check_result AS c "
                "WHERE c.article_id = ?1 AND c.fingerprint = check_mark.fingerprint))")
                .bind(article)
                .bind(fingerprint)
                .run();
            if (mark == CheckMark::None && note.empty())
                continue;
            // On each of its articles, so that it stays when one of them goes.
            Statement(m_library,
                      "INSERT INTO check_mark (article_id, fingerprint, mark, note, marked_by, marked_at) "
                      "VALUES (?, ?, ?, ?, ?, ?)")
                .bind(article)
                .bind(fingerprint)
                .bind(static_cast<int>(mark))
                .bind(note)
                .bind(by)
                .bind(at)
                .run();
        }
}

void CheckStore::invalidate(EditionId edition) {
    Statement(m_library,
              "UPDATE edition_check SET engine = 0, generation = generation + 1 WHERE edition_id = ?")
        .bind(edition)
        .run();
}

std::int64_t CheckStore::waiting() {
    Statement row(m_library, "SELECT count(*) FROM edition_check WHERE engine < ?");
    return row.bind(checkEngineVersion).step() ? row.integer(0) : 0;
}

bool CheckStore::isUpToDate() {
    Statement row(m_library, "SELECT EXISTS (SELECT 1 FROM edition_check WHERE engine < ?) OR "
                             "EXISTS (SELECT 1 FROM fact_waiting)");
    return row.bind(checkEngineVersion).step() && row.integer(0) == 0;
}

std::string_view markName(CheckMark mark) noexcept {
    return markNames[static_cast<std::size_t>(mark)];
}

std::optional<CheckMark> markFromName(std::string_view name) noexcept {
    const auto found = std::find(markNames.begin(), markNames.end(), name);
    if (found == markNames.end())
        return std::nullopt;
    return static_cast<CheckMark>(found - markNames.begin());
}

} // namespace parallax::data
