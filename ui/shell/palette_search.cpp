// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_search.h"

#include <QSet>

#include <algorithm>
#include <utility>

#include "data/search/query.h"
#include "data/store/search_store.h"
#include "data/store/table_store.h"
#include "ui/common/facet_names.h"
#include "ui/common/filter_place.h"
#include "ui/common/format.h"
#include "ui/shell/fuzzy.h"

namespace parallax::ui {
namespace {

// Some 30 ms of matching; older articles are found by their words.
constexpr int titlesMatched = 5'000;
constexpr std::size_t placesShown = 12;
constexpr std::size_t titlesShown = 8;
constexpr int tablesShown = 5;
constexpr int hitsShown = 12;

void keepBest(std::vector<FoundPlace>& found, std::size_t most) {
    std::stable_sort(found.begin(), found.end(),
                     [](const FoundPlace& a, const FoundPlace& b) { return a.score > b.score; });
    if (found.size() > most)
        found.resize(most);
}

QString titleRead(const data::ArticleTitles& titles, data::Language reading) {
    const std::string* own = &titles.english;
    if (data::isChinese(reading)) {
        const bool traditional = reading == data::Language::TraditionalChinese;
        own = traditional ? &titles.traditional : &titles.simplified;
        if (own->empty())
            own = traditional ? &titles.simplified : &titles.traditional;
    }
    return nameFromUtf8(own->empty() ? titles.title : *own);
}

FoundPlace articlePlace(data::ArticleId id, const QString& title) {
    FoundPlace found;
    found.text = title;
    found.place = {QStringLiteral("library"), {{QStringLiteral("article"), qint64{id}}}};
    return found;
}

void describe(FoundPlace& found, const data::ArticleRow& row) {
    found.source = nameFromUtf8(row.source);
    found.month = formatMonth(row.archiveMonth);
}

} // namespace

void PaletteSearch::readNames(data::Library& library) {
    const std::int64_t counter = library.changeCounter();
    if (m_counter == counter)
        return;
    m_counter = -1; // while it is read: a search that a newer one interrupts leaves half of it
    m_names.clear();
    m_titles = data::newestTitles(library, titlesMatched);
    const data::Facets facets = library.articles().facets();
    const auto add = [this](FoundKind kind, const QString& text, const data::ArticleFilter& filter,
                            const QString& query = {}) {
        FoundPlace found;
        found.kind = kind;
        found.text = text;
        found.place = {QStringLiteral("library"), filterToJson(filter)};
        if (!query.isEmpty())
            found.place.detail.insert(QStringLiteral("query"), query);
        m_names.push_back(std::move(found));
    };
    for (const data::SavedSearch& search : library.annotations().savedSearches())
        add(FoundKind::Saved, fromUtf8(search.name), search.filter, fromUtf8(search.query));
    for (const data::Tag& tag : facets.tags) {
        data::ArticleFilter filter;
        filter.tag = tag.id;
        add(FoundKind::Tag, fromUtf8(tag.name), filter);
    }
    const QStringList sources = facetNames(facets.sources);
    for (std::size_t i = 0; i < facets.sources.size(); ++i) {
        data::ArticleFilter filter;
        filter.source = facets.sources[i].value;
        add(FoundKind::Source, sources[static_cast<qsizetype>(i)], filter);
    }
    const QStringList topics = facetNames(facets.topics);
    for (std::size_t i = 0; i < facets.topics.size(); ++i) {
        data::ArticleFilter filter;
        filter.topic = facets.topics[i].value;
        add(FoundKind::Topic, topics[static_cast<qsizetype>(i)], filter);
    }
    for (const data::Facet& month : facets.months) {
        data::ArticleFilter filter;
        filter.archiveMonth = month.value;
        add(FoundKind::Month, fromUtf8(month.value), filter); // named when it is matched
    }
    m_counter = counter;
}

PaletteAnswer PaletteSearch::find(data::Library& library, const QString& typed, data::Language reading) {
    readNames(library);
    PaletteAnswer answer;
    const FuzzyQuery query(typed);
    const auto matched = [&query](FoundPlace& found) {
        const FuzzyMatch match = query.match(found.text);
        found.score = match.score;
        found.positions = match.positions;
        return match.score > 0;
    };
    for (const FoundPlace& name : m_names) {
        FoundPlace found = name;
        if (found.kind == FoundKind::Month) // in the language of the window, as the pane says it
            found.text = formatMonth(toStdString(found.text));
        if (matched(found))
            answer.places.push_back(std::move(found));
    }
    keepBest(answer.places, placesShown);
    for (const data::TableRow& table :
         library.tables().list(toStdString(typed), 0, tablesShown, data::TableOrder::NewestFirst, reading)) {
        FoundPlace found;
        found.kind = FoundKind::Table;
        found.text = nameFromUtf8(table.caption.empty() ? table.articleTitle : table.caption).simplified();
        found.place = {QStringLiteral("tables"), {{QStringLiteral("table"), qint64{table.id}}}};
        matched(found); // for its letters: the list finds tables by their headers and articles, too
        answer.places.push_back(std::move(found));
    }
    for (const data::ArticleTitles& titles : m_titles) {
        FoundPlace found = articlePlace(titles.id, titleRead(titles, reading));
        if (matched(found))
            answer.articles.push_back(std::move(found));
    }
    keepBest(answer.articles, titlesShown);
    QSet<qint64> known;
    for (FoundPlace& found : answer.articles) {
        const qint64 id = found.place.detail.value(QLatin1String("article")).toInteger();
        known.insert(id);
        if (const auto row = library.articles().row(id))
            describe(found, *row);
    }
    for (const data::SearchHit& hit :
         library.search().search(data::parseQuery(toStdString(typed), true), {}, 0, hitsShown).hits) {
        if (known.contains(hit.article.id))
            continue;
        FoundPlace found = articlePlace(hit.article.id, fromUtf8(data::titleIn(hit.article, reading)));
        describe(found, hit.article);
        answer.articles.push_back(std::move(found));
    }
    return answer;
}

} // namespace parallax::ui
