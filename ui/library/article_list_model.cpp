// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/article_list_model.h"

#include <algorithm>
#include <unordered_map>

#include "data/search/query.h"
#include "ui/common/check_mark.h"
#include "ui/common/format.h"
#include "ui/common/sentences.h"

namespace parallax::ui {
namespace {

constexpr qsizetype keptPages = 64; // 4,096 rows, some 3 MB
constexpr int relatedLimit = 50;

int toUtf16Offset(const std::string& text, std::size_t byte) {
    return static_cast<int>(
        QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min(byte, text.size()))).size());
}

ListedArticle fromHit(const data::SearchHit& hit) {
    ListedArticle listed;
    listed.row = hit.article;
    listed.snippet = fromUtf8(hit.snippet.text);
    for (const data::Span& span : hit.snippet.highlights)
        listed.highlights.emplace_back(toUtf16Offset(hit.snippet.text, span.begin),
                                       toUtf16Offset(hit.snippet.text, span.end));
    listed.block = hit.block;
    listed.edition = hit.edition;
    listed.matchingBlocks = hit.blocks;
    return listed;
}

// The badges of a page of rows, read in one go.
void addChecks(data::Library& library, std::vector<ListedArticle>& rows) {
    std::vector<data::ArticleId> ids;
    ids.reserve(rows.size());
    for (const ListedArticle& listed : rows)
        ids.push_back(listed.row.id);
    std::unordered_map<data::ArticleId, data::CheckCounts> counts;
    for (const auto& [id, found] : library.checks().countsOf(ids))
        counts[id] = found;
    for (ListedArticle& listed : rows)
        if (const auto found = counts.find(listed.row.id); found != counts.end())
            listed.checks = found->second;
}

} // namespace

QStringList ArticleListModel::foundIn(const data::ArticleRow& row) {
    QStringList found;
    if (row.tableCount > 0)
        found << (row.tableCount == 1 ? tr("1 table") : tr("%1 tables").arg(formatCount(row.tableCount)));
    if (row.noteCount > 0)
        found << (row.noteCount == 1 ? tr("1 note") : tr("%1 notes").arg(formatCount(row.noteCount)));
    return found;
}

ArticleListModel::ArticleListModel(LibraryClient& client, QObject* parent)
    : ArticlePages(client, {QStringLiteral("search"), pageSize, keptPages, 10'000'000}, readPages, parent) {}

int ArticleListModel::rowOf(data::ArticleId id) const {
    return find([id](const ListedArticle& listed) { return listed.row.id == id; });
}

QVariant ArticleListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == LoadedRole)
        return at(index.row()) != nullptr;
    const ListedArticle* listed = seen(index.row());
    if (listed == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return fromUtf8(data::titleIn(listed->row, m_reading));
    case Qt::ToolTipRole: {
        QStringList lines{nameFromUtf8(listed->row.title)};
        if (!listed->row.source.empty()) // which the row cuts where its counts leave no room
            lines << nameFromUtf8(listed->row.source);
        if (const QString checks = countsDescription(listed->checks); !checks.isEmpty())
            lines << checks;
        if (const QStringList found = foundIn(listed->row); !found.isEmpty())
            lines << found.join(QStringLiteral(" · "));
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::AccessibleTextRole: {
        QStringList parts{fromUtf8(data::titleIn(listed->row, m_reading))};
        if (listed->row.unread)
            parts << tr("unread");
        if (listed->row.starred)
            parts << tr("starred");
        if (!listed->row.source.empty())
            parts << nameFromUtf8(listed->row.source);
        if (!listed->row.archiveMonth.empty())
            parts << formatMonth(listed->row.archiveMonth);
        for (const data::Language language : listed->row.languages)
            parts << languageName(language);
        if (const QString checks = countsDescription(failedOf(listed->checks)); !checks.isEmpty())
            parts << checks;
        parts << foundIn(listed->row);
        if (!listed->snippet.isEmpty())
            parts << nameFromUtf8(toStdString(listed->snippet));
        return parts.join(QStringLiteral(", "));
    }
    case IdRole:
        return QVariant::fromValue<qlonglong>(listed->row.id);
    case UnreadRole:
        return listed->row.unread;
    case StarredRole:
        return listed->row.starred;
    default:
        return {};
    }
}

ArticleListModel::Answer ArticleListModel::readPages(data::Library& library, const ListSource& source,
                                                     const std::vector<int>& pages, bool count) {
    Answer answer;
    answer.source = source;
    try {
        if (source.relatedTo != 0) {
            std::vector<ListedArticle> rows;
            for (data::ArticleRow& row : library.articles().related(source.relatedTo, relatedLimit))
                rows.push_back({std::move(row), {}, {}, -1, 0, 0});
            addChecks(library, rows);
            answer.count = static_cast<qint64>(rows.size());
            answer.pages.emplace_back(0, std::move(rows));
            return answer;
        }
        const bool search = !source.query.trimmed().isEmpty();
        const data::Query query =
            search ? data::parseQuery(toStdString(source.query), source.asYouType) : data::Query();
        for (const int page : pages) {
            std::vector<ListedArticle> rows;
            if (search) {
                data::SearchPage found =
                    library.search().search(query, source.filter, page * pageSize, pageSize);
                for (const data::SearchHit& hit : found.hits)
                    rows.push_back(fromHit(hit));
                answer.count = found.articles;
                answer.facts.capped = found.capped;
                answer.facts.understood = fromUtf8(query.understood);
                answer.facts.unknownField =
                    query.unknownFields.empty() ? QString() : fromUtf8(query.unknownFields.front());
                answer.facts.expansions.clear();
                for (const std::string& expansion : found.expansions)
                    answer.facts.expansions << fromUtf8(expansion);
                answer.facts.leftOut.clear();
                for (const std::string& form : found.leftOut)
                    answer.facts.leftOut << fromUtf8(form);
            } else {
                for (data::ArticleRow& row : library.articles().list(source.filter, source.order,
                                                                     std::int64_t{page} * pageSize, pageSize))
                    rows.push_back({std::move(row), {}, {}, -1, 0, 0});
            }
            addChecks(library, rows);
            answer.pages.emplace_back(page, std::move(rows));
        }
        if (count && !search)
            answer.count = library.articles().count(source.filter);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Cancelled)
            throw;
        answer.error = error;
    }
    return answer;
}

void ArticleListModel::shown(const SearchFacts& facts) {
    m_facts = facts;
    Q_EMIT loaded();
}

void ArticleListModel::setReadingLanguage(data::Language language) {
    if (language == m_reading)
        return;
    m_reading = language;
    tellAll();
}

void ArticleListModel::setUnread(const QList<qint64>& ids, bool unread) {
    const QSet<qint64> those(ids.begin(), ids.end());
    changeAll([&those](const ListedArticle& listed) { return those.contains(listed.row.id); },
              [unread](ListedArticle& listed) { listed.row.unread = unread; }, {UnreadRole});
}

void ArticleListModel::setStarred(const QList<qint64>& ids, bool starred) {
    const QSet<qint64> those(ids.begin(), ids.end());
    changeAll([&those](const ListedArticle& listed) { return those.contains(listed.row.id); },
              [starred](ListedArticle& listed) { listed.row.starred = starred; }, {StarredRole});
}

void ArticleListModel::leave(const QSet<qint64>& ids) {
    m_leaving.unite(ids);
    tellAll();
}

void ArticleListModel::stay(const QSet<qint64>& ids) {
    m_leaving.subtract(ids);
    tellAll();
}

} // namespace parallax::ui
