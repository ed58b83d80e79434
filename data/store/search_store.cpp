// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/search_store.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/store/article_query.h"
#include "data/store/search_hit.h"
#include "data/store/search_index.h"
#include "data/store/search_stream.h"
#include "data/store/statement.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

constexpr std::size_t rowLimit = 5000; // matching blocks that are ranked: the newest
constexpr double furtherRows = 0.1;    // what other blocks of an article add to its best

// Ids of the articles that pass the filter, newest import first.
std::vector<ArticleId> idsOf(Library& library, const ArticleFilter& filter) {
    const ArticleSelection selection = selectArticles(filter, ArticleOrder::ImportedLast);
    Statement row(library, selection.sql);
    selection.bind(row);
    std::vector<ArticleId> ids;
    while (row.step())
        ids.push_back(row.integer(0));
    return ids;
}

constexpr auto languageTags = std::to_array<std::string_view>({"en", "zh-hant", "zh-hans"});

bool beginsTag(const std::u32string& folded) {
    return !folded.empty() && std::ranges::any_of(languageTags, [&](std::string_view tag) {
        const std::u32string whole = foldText(tag);
        return whole.size() > folded.size() && whole.starts_with(folded);
    });
}

// Articles in a language (lang:zh is both scripts), or of a month or year (2026-04, 2026).
std::vector<ArticleId> idsOfFact(Library& library, const QueryTerm& term) {
    const std::string_view value = trim(term.text);
    std::vector<ArticleId> found;
    if (term.field == SearchField::Language) {
        std::int64_t bits = 0;
        const auto add = [&](Language language) { bits |= std::int64_t{1} << static_cast<int>(language); };
        if (const std::u32string folded = foldText(value); folded == U"zh" || folded == U"中文") {
            add(Language::TraditionalChinese);
            add(Language::SimplifiedChinese);
        } else if (term.prefix && beginsTag(folded)) { // "lang:e", while it is typed
            for (const std::string_view tag : languageTags)
                if (foldText(tag).starts_with(folded))
                    add(languageFromTag(tag));
        } else if (const Language language = languageFromTag(value); language != Language::Unknown) {
            add(language);
        }
        Statement id(library, "SELECT id FROM article WHERE languages & ? ORDER BY id DESC");
        for (id.bind(bits); id.step();)
            found.push_back(id.integer(0));
        return found;
    }
    std::string month; // as stored, or its beginning
    for (const char c : value)
        month.push_back(c == '/' || c == '.' ? '-' : c);
    std::string other = month; // "2026-1", while it is typed: January, too
    if (month.size() == 6 && month[4] == '-') {
        other.insert(5, "0");
        if (!(term.prefix && (month[5] == '0' || month[5] == '1')))
            month = other;
    }
    // A year, and "2026-0" while it is typed, is the beginning of a month.
    const bool begins = month.size() == 4 || (term.prefix && !month.empty() && month.size() < 7);
    Statement id(library,
                 begins
                     ? "SELECT id FROM article WHERE (archive_month >= ?1 AND archive_month < ?1 || ':') OR "
                       "archive_month = ?2 ORDER BY id DESC"
                     : "SELECT id FROM article WHERE archive_month IN (?1, ?2) ORDER BY id DESC");
    for (id.bind(month).bind(other); id.step();)
        found.push_back(id.integer(0));
    return found;
}

// Articles whose source, one of whose topics or tags contains the words (folded).
std::vector<ArticleId> idsOfMetadata(Library& library, const QueryTerm& term) {
    if (term.field == SearchField::Language || term.field == SearchField::Month)
        return idsOfFact(library, term);
    std::string_view names, ids;
    switch (term.field) {
    case SearchField::Source:
        names = "SELECT id, name FROM source";
        ids = "SELECT id FROM article WHERE source_id = ?";
        break;
    case SearchField::Topic:
        names = "SELECT id, name FROM topic";
        ids = "SELECT article_id FROM article_topic WHERE topic_id = ?";
        break;
    default:
        names = "SELECT id, name FROM tag";
        ids = "SELECT article_id FROM article_tag WHERE tag_id = ?";
    }
    const std::u32string wanted = foldText(trim(term.text));
    std::vector<ArticleId> found;
    Statement name(library, names);
    Statement id(library, ids);
    while (name.step()) {
        if (foldText(name.view(1)).find(wanted) == std::u32string::npos)
            continue;
        for (id.bind(name.integer(0)); id.step();)
            found.push_back(id.integer(0));
        id.rewind();
    }
    std::ranges::sort(found, std::greater<>());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

// One stream for the alternatives of a group; nothing when none of them has anything to look for.
std::unique_ptr<RowStream> streamOf(Library& library, const std::vector<QueryTerm>& group) {
    std::string expression;
    std::vector<std::unique_ptr<RowStream>> streams;
    for (const QueryTerm& term : group) {
        if (isOfArticle(term.field)) {
            streams.push_back(articleStream(idsOfMetadata(library, term)));
        } else if (const std::string one = ftsExpression(term); !one.empty()) {
            expression += (expression.empty() ? "" : " OR ") + one;
        }
    }
    if (!expression.empty())
        streams.push_back(ftsStream(library, std::move(expression)));
    return streams.empty() ? nullptr : unionStream(std::move(streams));
}

struct FoundRow {
    std::int64_t rowid = 0;
    std::size_t group = 0;
    double rank = 0;
};

// What is known of a query's matches: the rows, and which of them belong to one article.
struct Matches {
    struct Entry {
        ArticleId article = 0;
        std::size_t begin = 0; // in rows
        std::size_t end = 0;
    };
    std::vector<FoundRow> rows;
    std::vector<Entry> articles; // newest first
    std::vector<double> weights; // of each group: how much it says that an article has it
    bool capped = false;
};

class Search {
  public:
    Search(Library& library, const Query& query, const ArticleFilter& filter) {
        for (const auto& group : query.groups) {
            std::unique_ptr<RowStream> stream = streamOf(library, group);
            if (!stream)
                continue;
            (group.front().excluded ? m_excluded : m_wanted).push_back(std::move(stream));
        }
        // With nothing but exclusions the whole library is what they are taken from.
        if (filter != ArticleFilter{} || m_wanted.empty())
            m_filter = articleStream(idsOf(library, filter));
    }

    Matches run() {
        Matches matches;
        while (align()) {
            const ArticleId article = m_wanted.empty() ? m_filter->article() : m_wanted.front()->article();
            if (!isExcluded(article)) {
                if (matches.rows.size() >= rowLimit) {
                    matches.capped = true;
                    break;
                }
                take(matches, article);
            }
            if (m_wanted.empty() || article == 0)
                m_filter->moveTo(article - 1);
            else
                m_wanted.front()->moveTo(article - 1);
        }
        for (const auto& stream : m_wanted)
            matches.weights.push_back(std::log(1 + stream->spread()));
        return matches;
    }

  private:
    // Moves all streams to the next article that each of them has.
    bool align() {
        std::vector<RowStream*> streams;
        streams.reserve(m_wanted.size() + 1);
        for (const auto& stream : m_wanted)
            streams.push_back(stream.get());
        if (m_filter)
            streams.push_back(m_filter.get());
        for (bool moved = true; moved;) {
            moved = false;
            ArticleId lowest = std::numeric_limits<ArticleId>::max();
            for (RowStream* stream : streams) {
                if (!stream->valid())
                    return false;
                lowest = std::min(lowest, stream->article());
            }
            for (RowStream* stream : streams)
                if (stream->article() > lowest) {
                    stream->moveTo(lowest);
                    moved = true;
                    if (!stream->valid())
                        return false;
                    lowest = std::min(lowest, stream->article());
                }
        }
        return true;
    }

    bool isExcluded(ArticleId article) {
        for (const auto& stream : m_excluded) {
            if (stream->valid() && stream->article() > article)
                stream->moveTo(article);
            if (stream->valid() && stream->article() == article)
                return true;
        }
        return false;
    }

    void take(Matches& matches, ArticleId article) {
        const std::size_t begin = matches.rows.size();
        for (std::size_t group = 0; group < m_wanted.size(); ++group)
            for (RowStream& stream = *m_wanted[group]; stream.valid() && stream.article() == article;
                 stream.next())
                matches.rows.push_back({stream.rowid(), group, stream.rank()});
        if (m_wanted.empty())
            matches.rows.push_back({m_filter->rowid(), 0, 0});
        matches.articles.push_back({article, begin, matches.rows.size()});
    }

    std::vector<std::unique_ptr<RowStream>> m_wanted;
    std::vector<std::unique_ptr<RowStream>> m_excluded;
    std::unique_ptr<RowStream> m_filter;
};

struct Scored {
    ArticleId article = 0;
    std::int64_t row = 0; // the best
    double score = 0;
    int rows = 0;
};

// An article's score: for each group its best block, weighted by how rare the group is, and a little for
// every further block. The block shown is the one where most of the query comes together.
Scored score(const Matches& matches, const Matches::Entry& entry) {
    Scored out{entry.article, matches.rows[entry.begin].rowid, 0, 0};
    std::vector<FoundRow> rows(matches.rows.begin() + static_cast<std::ptrdiff_t>(entry.begin),
                               matches.rows.begin() + static_cast<std::ptrdiff_t>(entry.end));
    for (std::size_t from = 0; from < rows.size();) { // take() adds group by group
        std::size_t to = from;
        double best = 0;
        for (; to < rows.size() && rows[to].group == rows[from].group; ++to)
            best = std::max(best, rows[to].rank);
        const double weight =
            rows[from].group < matches.weights.size() ? matches.weights[rows[from].group] : 0;
        out.score += weight * (best + furtherRows * std::log(static_cast<double>(to - from)));
        from = to;
    }
    std::ranges::stable_sort(rows, std::greater<>(), &FoundRow::rowid);
    double bestRow = -1;
    for (std::size_t from = 0; from < rows.size();) {
        std::size_t to = from;
        double sum = 0;
        for (; to < rows.size() && rows[to].rowid == rows[from].rowid; ++to)
            if (rows[to].group < matches.weights.size())
                sum += matches.weights[rows[to].group] * rows[to].rank;
        // Of equal rows the one that comes first in the article.
        if (sum >= bestRow) {
            bestRow = sum;
            out.row = rows[from].rowid;
        }
        out.rows += sum > 0 ? 1 : 0;
        from = to;
    }
    out.rows = std::max(out.rows, 1);
    return out;
}

void tellForms(const Query& query, SearchPage& page) {
    for (const auto& group : query.groups)
        for (const QueryTerm& term : group) {
            std::vector<std::string>& told = term.excluded ? page.leftOut : page.expansions;
            for (const std::string& expansion : term.expansions)
                if (std::ranges::find(told, expansion) == told.end())
                    told.push_back(expansion);
        }
}

} // namespace

SearchStore::SearchStore(Library& library)
    : m_library(library) {}

SearchPage SearchStore::search(const Query& query, const ArticleFilter& filter, int offset, int limit) {
    SearchPage page;
    tellForms(query, page);
    if (query.empty())
        return page;
    const Matches matches = Search(m_library, query, filter).run();
    page.articles = static_cast<std::int64_t>(matches.articles.size());
    page.capped = matches.capped;

    std::vector<Scored> scored;
    scored.reserve(matches.articles.size());
    for (const Matches::Entry& entry : matches.articles)
        scored.push_back(score(matches, entry));
    const std::size_t begin = std::min(static_cast<std::size_t>(std::max(offset, 0)), scored.size());
    const std::size_t end = std::min(begin + static_cast<std::size_t>(std::max(limit, 0)), scored.size());
    std::ranges::partial_sort(scored, scored.begin() + static_cast<std::ptrdiff_t>(end),
                              [](const Scored& a, const Scored& b) {
                                  return a.score != b.score ? a.score > b.score : a.article > b.article;
                              });

    std::vector<ArticleId> ids;
    for (std::size_t i = begin; i < end; ++i)
        ids.push_back(scored[i].article);
    std::size_t at = begin;
    for (ArticleRow& row : readArticleRows(m_library, ids)) {
        while (at < end && scored[at].article != row.id)
            ++at; // gone since it was found
        if (at >= end)
            break;
        SearchHit hit = readHit(m_library, std::move(row), indexPlace(scored[at].row), query);
        hit.score = scored[at].score;
        hit.blocks = scored[at].rows;
        page.hits.push_back(std::move(hit));
        ++at;
    }
    return page;
}

void SearchStore::rebuild(const ProgressCallback& progress) {
    Transaction transaction(m_library);
    refillIndex(m_library, progress);
    transaction.commit();
}

} // namespace parallax::data
