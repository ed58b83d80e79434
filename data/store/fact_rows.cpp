// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/fact_rows.h"

#include <algorithm>

#include "data/store/fact_json.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

constexpr std::size_t longestName = 200; // bytes
constexpr char separator = '\x1f';
constexpr std::size_t mostValues = 256; // that are looked at in a group
constexpr std::int64_t mostOfArticle = 64;

#define STATED_FACT                                                                                          \
    "SELECT fact.subject, fact.measure, fact.period, fact.content, article.id, article.key, article.day, "   \
    "edition.language, fact.edition_id, source.name, fact.value_key "                                        \
    "FROM fact JOIN edition ON edition.id = fact.edition_id "                                                \
    "JOIN article ON article.id = edition.article_id LEFT JOIN source ON source.id = article.source_id "
constexpr std::string_view factAt = STATED_FACT "WHERE fact.edition_id = ? AND fact.ordinal = ?";
constexpr std::string_view factsOfValue = STATED_FACT "WHERE fact.fact_group = ? AND fact.value_key = ? "
                                                      "ORDER BY fact.edition_id DESC, fact.ordinal LIMIT ?";
constexpr std::string_view factsOfArticle =
    STATED_FACT "WHERE fact.edition_id IN (SELECT id FROM edition WHERE article_id = ?) "
                "AND +fact.fact_group = ? ORDER BY edition.language, fact.edition_id, fact.ordinal LIMIT ?";
#undef STATED_FACT

StatedFact readStated(const Statement& row) {
    StatedFact stated;
    stated.fact.subject = row.text(0);
    stated.fact.measure = row.text(1);
    stated.fact.period = row.text(2);
    factFromJson(row.view(3), stated.fact);
    stated.article = row.integer(4);
    stated.articleKey = row.text(5);
    stated.language = static_cast<Language>(row.number(7));
    stated.edition = row.integer(8);
    stated.fact.day = row.text(6);
    stated.fact.source = row.text(9);
    stated.valueKey = row.text(10);
    return stated;
}

std::vector<StatedFact> statedFacts(Statement& rows) {
    std::vector<StatedFact> facts;
    while (rows.step())
        facts.push_back(readStated(rows));
    return facts;
}

struct Place {
    EditionId edition = 0;
    std::int64_t ordinal = 0;
};

bool sameAsStored(Library& library, EditionId edition, const std::vector<FactForm>& facts) {
    Statement row(library,
                  "SELECT fact_group, value_key, content FROM fact WHERE edition_id = ? ORDER BY ordinal");
    row.bind(edition);
    std::size_t at = 0;
    while (row.step()) {
        if (at == facts.size() || row.view(0) != facts[at].group || row.view(1) != facts[at].valueKey ||
            row.view(2) != facts[at].content)
            return false;
        ++at;
    }
    return at == facts.size();
}

std::vector<Place> placesOfValues(Library& library, const std::string& group) {
    Statement next(library, "SELECT min(value_key) FROM fact WHERE fact_group = ? AND value_key > ?");
    Statement last(library, "SELECT edition_id, ordinal FROM fact WHERE fact_group = ? AND value_key = ? "
                            "ORDER BY edition_id DESC, ordinal LIMIT 1");
    std::vector<Place> places;
    std::string value;
    while (places.size() < mostValues) {
        next.bind(group).bind(value);
        if (!next.step() || next.isNull(0))
            break;
        std::string found = next.text(0);
        next.rewind();
        value = std::move(found);
        last.bind(group).bind(value);
        if (last.step())
            places.push_back({last.integer(0), last.integer(1)});
        last.rewind();
    }
    return places;
}

} // namespace

std::optional<FactForm> factForm(const Fact& fact) {
    if (fact.subject.empty() || fact.measure.empty() || fact.subject.size() > longestName ||
        fact.measure.size() > longestName || fact.period.size() > longestName ||
        (!fact.deal && fact.period.empty()))
        return std::nullopt;
    FactForm form;
    // Of a deal the date may go unsaid, so that its period cannot tell it from others.
    form.group =
        fact.subject + separator + fact.measure + separator + (fact.deal ? std::string() : fact.period);
    form.valueKey = factValueKey(fact);
    form.subject = fact.subject;
    form.measure = fact.measure;
    form.period = fact.period;
    form.content = factToJson(fact);
    return form;
}

void saveFacts(Library& library, EditionId edition, const std::vector<FactForm>& facts) {
    if (sameAsStored(library, edition, facts))
        return;
    Statement(library, "DELETE FROM fact WHERE edition_id = ?").bind(edition).run();
    Statement insert(
        library, "INSERT INTO fact (edition_id, ordinal, fact_group, value_key, subject, measure, period, "
                 "content, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, "
                 "row_digest(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))"); // check_digest.h
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const FactForm& fact = facts[i];
        insert.bind(edition)
            .bind(i)
            .bind(fact.group)
            .bind(fact.valueKey)
            .bind(fact.subject)
            .bind(fact.measure);
        insert.bind(fact.period).bind(fact.content).run();
    }
}

std::vector<StatedFact> differentValues(Library& library, const std::string& group) {
    const std::vector<Place> places = placesOfValues(library, group);
    std::vector<StatedFact> facts;
    if (places.size() < 2)
        return facts;
    Statement row(library, factAt);
    for (const Place& place : places) {
        row.bind(place.edition).bind(place.ordinal);
        if (row.step())
            facts.push_back(readStated(row));
        row.rewind();
    }
    return facts;
}

std::vector<StatedFact> statingValue(Library& library, const std::string& group, const std::string& valueKey,
                                     std::int64_t limit) {
    Statement row(library, factsOfValue);
    row.bind(group).bind(valueKey).bind(limit);
    return statedFacts(row);
}

std::vector<StatedFact> statedInArticle(Library& library, const std::string& group, ArticleId article) {
    Statement row(library, factsOfArticle);
    row.bind(article).bind(group).bind(mostOfArticle);
    return statedFacts(row);
}

} // namespace parallax::data
