// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/check_rows.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "data/article/identity.h"
#include "data/store/check_json.h"
#include "data/store/check_words.h"
#include "data/store/kept_marks.h"
#include "data/store/same_finding.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

// The numbers in the columns verdict and severity: never renumber, only append.
static_assert(static_cast<int>(Verdict::Consistent) == 0 && static_cast<int>(Verdict::CannotTell) == 3);

// Of an article's words a text filter looks in the first so many bytes.
constexpr std::size_t longestWords = 2000;

struct KnownCheck {
    std::int64_t id = 0;
    bool used = false;
};
using KnownChecks = std::unordered_multimap<std::string, KnownCheck>;

KnownChecks knownChecks(Library& library, const CheckPlace& place) {
    KnownChecks known;
    const auto read = [&known](Statement& row) {
        while (row.step())
            known.emplace(row.text(1), KnownCheck{row.integer(0), false});
    };
    if (place.group.empty()) {
        Statement row(library,
                      "SELECT id, fingerprint FROM check_result WHERE edition_id = ? AND fact_group IS NULL");
        row.bind(place.edition);
        read(row);
    } else {
        Statement row(library, "SELECT id, fingerprint FROM check_result WHERE fact_group = ?");
        row.bind(place.group);
        read(row);
    }
    return known;
}

std::int64_t takeKnown(KnownChecks& known, const std::string& fingerprint) {
    const auto [begin, end] = known.equal_range(fingerprint);
    for (auto it = begin; it != end; ++it)
        if (!std::exchange(it->second.used, true))
            return it->second.id;
    return 0;
}

// The ids that checks had before, by their fingerprints; 0 for one that is new. A new one that says what a
// marked one said takes its place.
std::vector<std::int64_t> knownIds(Library& library, KnownChecks& known,
                                   const std::vector<CheckPlace>& places,
                                   const std::vector<CheckForm>& checks) {
    std::vector<std::int64_t> ids;
    std::vector<NewCheck> added;
    ids.reserve(checks.size());
    for (std::size_t i = 0; i < checks.size(); ++i) {
        ids.push_back(takeKnown(known, checks[i].fingerprint));
        if (ids.back() == 0)
            added.push_back({&checks[i], &places[std::min(i, places.size() - 1)], i});
    }
    if (added.empty())
        return ids;
    std::vector<std::int64_t> gone;
    for (const auto& [fingerprint, check] : known)
        if (!check.used)
            gone.push_back(check.id);
    for (const KeptMark& kept : keepMarks(library, std::move(gone), added)) {
        ids[kept.check] = kept.id;
        for (auto& [fingerprint, check] : known)
            check.used = check.used || check.id == kept.id;
    }
    return ids;
}

bool sameWitnesses(Library& library, std::int64_t id, const std::vector<CheckWitness>& witnesses) {
    Statement row(library, "SELECT article_id, edition_id FROM check_witness WHERE check_id = ?");
    row.bind(id);
    std::size_t count = 0;
    while (row.step()) {
        if (std::find(witnesses.begin(), witnesses.end(), CheckWitness{row.integer(0), row.integer(1)}) ==
            witnesses.end())
            return false;
        ++count;
    }
    return count == witnesses.size();
}

void saveWitnesses(Library& library, std::int64_t id, const CheckPlace& place) {
    if (!sameWitnesses(library, id, place.witnesses)) {
        Statement(library, "DELETE FROM check_witness WHERE check_id = ?").bind(id).run();
        Statement insert(library, "INSERT INTO check_witness (check_id, article_id, edition_id, severity, "
                                  "mark, told) SELECT id, ?, ?, severity, mark, same_as IS NULL "
                                  "FROM check_result WHERE id = ?");
        for (const CheckWitness& witness : place.witnesses)
            insert.bind(witness.article).bind(witness.edition).bind(id).run();
    }
    // The article that tells it has the mark, whichever of them it was given on.
    Statement(library,
              "INSERT INTO check_mark (article_id, fingerprint, mark, note, marked_by, marked_at) "
              "SELECT c.article_id, c.fingerprint, m.mark, m.note, m.marked_by, m.marked_at "
              "FROM check_result AS c JOIN check_mark AS m ON m.fingerprint = c.fingerprint AND "
              "m.article_id IN (SELECT c.other_article UNION ALL "
              "SELECT article_id FROM check_witness WHERE check_id = c.id) "
              "WHERE c.id = ? ORDER BY m.marked_at DESC, m.article_id LIMIT 1 ON CONFLICT DO NOTHING")
        .bind(id)
        .run();
}

void bindId(Statement& statement, std::int64_t id) {
    if (id == 0)
        statement.bindNull();
    else
        statement.bind(id);
}

// The columns of checkDigestColumns (check_digest.h), as bindCheck binds them.
#define CHECK_DIGEST "row_digest(?1, ?2, ?3, ?4, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"

// The columns of a row, in the order of the statements below.
void bindCheck(Statement& statement, const CheckPlace& place, const CheckForm& check, std::size_t ordinal) {
    statement.bind(place.edition).bind(place.article);
    bindId(statement, place.otherEdition);
    bindId(statement, place.otherArticle);
    statement.bind(place.day).bind(ordinal).bind(check.rule).bind(check.verdict).bind(check.severity);
    statement.bind(check.fingerprint).bind(check.content);
    statement.bind(check.finding).bind(check.block);
    if (place.group.empty())
        statement.bindNull();
    else
        statement.bind(place.group);
}

} // namespace

int severityOf(Colour colour) noexcept {
    switch (colour) {
    case Colour::Green:
        return 0;
    case Colour::Grey:
        return 1;
    case Colour::Amber:
        return 2;
    case Colour::Red:
        return 3;
    }
    return 1;
}

Colour colourOf(int severity) noexcept {
    constexpr Colour colours[] = {Colour::Green, Colour::Grey, Colour::Amber, Colour::Red};
    return colours[std::clamp(severity, 0, 3)];
}

CheckForm checkForm(const Check& check) {
    CheckForm form;
    form.rule = ruleName(check.rule);
    form.verdict = static_cast<int>(check.verdict);
    form.severity = severityOf(check.colour);
    form.fingerprint = check.fingerprint;
    std::string quotes;
    for (const Evidence& evidence : check.statement)
        if (quotes.size() < longestWords)
            quotes += evidence.quote + '\n';
    if (form.fingerprint.empty())
        form.fingerprint = sha256Hex(form.rule + '\n' + quotes);
    form.words = checkWords(utf8Prefix(quotes, longestWords));
    form.content = checkToJson(check);
    form.finding = findingOf(check);
    if (!check.statement.empty())
        form.block = check.statement.front().block;
    return form;
}

void saveChecks(Library& library, const std::vector<CheckPlace>& places,
                const std::vector<CheckForm>& checks) {
    if (places.empty())
        return;
    KnownChecks known = knownChecks(library, places.front());
    if (known.empty() && checks.empty())
        return;
    Statement update(
        library,
        "UPDATE check_result SET edition_id = ?, article_id = ?, other_edition = ?, other_article = ?, "
        "day = ?, ordinal = ?, rule = ?, verdict = ?, severity = ?, fingerprint = ?, content = ?, "
        "finding = ?, block = ?, fact_group = ?, digest = " CHECK_DIGEST " WHERE id = ?");
    Statement insert(
        library,
        "INSERT INTO check_result (edition_id, article_id, other_edition, other_article, day, ordinal, "
        "rule, verdict, severity, fingerprint, content, finding, block, fact_group, digest, mark) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, " CHECK_DIGEST ", coalesce("
        "(SELECT mark FROM check_mark WHERE article_id = ?2 AND fingerprint = ?10), "
        "(SELECT mark FROM check_mark WHERE article_id = ?4 AND fingerprint = ?10), 0)) RETURNING id");
    std::vector<std::int64_t> ids = knownIds(library, known, places, checks);
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const CheckPlace& place = places[std::min(i, places.size() - 1)];
        Statement& statement = ids[i] != 0 ? update : insert;
        bindCheck(statement, place, checks[i], i);
        if (ids[i] != 0)
            statement.bind(ids[i]).run();
        else
            ids[i] = statement.insert();
        if (!place.group.empty())
            saveWitnesses(library, ids[i], place);
    }
    saveCheckWords(library, places.front(), ids, checks);
    for (const auto& [fingerprint, check] : known)
        if (!check.used)
            Statement(library, "DELETE FROM check_result WHERE id = ?").bind(check.id).run();
}

void removeChecksOfGroup(Library& library, const std::string& group) {
    Statement(library, "DELETE FROM check_result WHERE fact_group = ?").bind(group).run();
    removeWordsOfGroup(library, group);
}

} // namespace parallax::data
