// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/article_list_model.h"

#include <QTimer>

#include <algorithm>
#include <unordered_map>

#include "data/search/query.h"
#include "ui/common/check_mark.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/common/sentences.h"

namespace parallax::ui {
namespace {

constexpr qsizetype keptPages = 64;  // 4,096 rows, some 3 MB
constexpr qsizetype queuedPages = 4; // older wishes are of rows long scrolled away
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

ArticleListModel::ArticleListModel(LibraryClient& client, QObject* parent)
    : QAbstractListModel(parent)
    , m_client(client) {}

int ArticleListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_count;
}

const ListedArticle* ArticleListModel::at(int row) const {
    if (row < 0 || row >= m_count)
        return nullptr;
    const auto page = m_pages.constFind(row / pageSize);
    const auto offset = static_cast<std::size_t>(row % pageSize);
    return page != m_pages.constEnd() && offset < page->size() ? &(*page)[offset] : nullptr;
}

int ArticleListModel::rowOf(data::ArticleId id) const {
    for (auto page = m_pages.constBegin(); page != m_pages.constEnd(); ++page)
        for (std::size_t i = 0; i < page->size(); ++i)
            if ((*page)[i].row.id == id && page.key() * pageSize + static_cast<int>(i) < m_count)
                return page.key() * pageSize + static_cast<int>(i);
    return -1;
}

QVariant ArticleListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ListedArticle* listed = at(index.row());
    if (role == LoadedRole)
        return listed != nullptr;
    if (listed == nullptr) {
        wantPage(index.row() / pageSize);
        return {};
    }
    if (const int page = index.row() / pageSize; m_recent.isEmpty() || m_recent.back() != page) {
        m_recent.removeOne(page);
        m_recent.push_back(page);
    }
    switch (role) {
    case Qt::DisplayRole:
        return fromUtf8(data::titleIn(listed->row, m_reading));
    case Qt::ToolTipRole: {
        const QString checks = countsDescription(listed->checks);
        const QString title = fromUtf8(listed->row.title);
        return checks.isEmpty() ? title : title + QLatin1Char('\n') + checks;
    }
    case Qt::AccessibleTextRole: {
        QStringList parts{fromUtf8(data::titleIn(listed->row, m_reading))};
        if (listed->row.unread)
            parts << tr("unread");
        if (listed->row.starred)
            parts << tr("starred");
        if (!listed->row.source.empty())
            parts << fromUtf8(listed->row.source);
        if (!listed->row.archiveMonth.empty())
            parts << formatMonth(listed->row.archiveMonth);
        for (const data::Language language : listed->row.languages)
            parts << languageName(language);
        if (const QString checks = countsDescription(failedOf(listed->checks)); !checks.isEmpty())
            parts << checks;
        if (!listed->snippet.isEmpty())
            parts << listed->snippet;
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
                answer.facts.expansions.clear();
                for (const std::string& expansion : found.expansions)
                    answer.facts.expansions << fromUtf8(expansion);
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

void ArticleListModel::setSource(const ListSource& source) {
    m_source = source;
    m_wanted.clear();
    // Old rows stay until the new ones are there: a list that empties between two keys flickers.
    m_client.read<Answer>(
        QStringLiteral("search"), this,
        [source](data::Library& library) { return readPages(library, source, {0}, true); },
        [this](Answer answer) { receiveSource(std::move(answer)); });
}

void ArticleListModel::receiveSource(Answer answer) {
    if (answer.source != m_source)
        return;
    if (answer.error) {
        Q_EMIT loadFailed(*answer.error);
        return;
    }
    beginResetModel();
    m_shown = answer.source;
    m_facts = answer.facts;
    m_pages.clear();
    m_recent.clear();
    m_wanted.clear();
    m_count = static_cast<int>(std::min<qint64>(answer.count, 10'000'000));
    store(answer);
    endResetModel();
    Q_EMIT loaded();
}

void ArticleListModel::store(Answer& answer) {
    for (auto& [page, rows] : answer.pages) {
        m_pages[page] = std::move(rows);
        m_recent.removeOne(page);
        m_recent.push_back(page);
    }
    while (m_recent.size() > keptPages)
        m_pages.remove(m_recent.takeFirst());
}

void ArticleListModel::wantPage(int page) const {
    if (m_wanted.contains(page))
        return;
    m_wanted.push_back(page);
    while (m_wanted.size() > queuedPages)
        m_wanted.removeFirst();
    if (m_fetchPosted)
        return;
    m_fetchPosted = true;
    // data() is asked within a paint; the rows seen in one paint become one request.
    auto* self = const_cast<ArticleListModel*>(this);
    QTimer::singleShot(0, self, [self] {
        self->m_fetchPosted = false;
        self->fetchWanted();
    });
}

void ArticleListModel::fetchWanted() {
    if (m_fetching || m_wanted.isEmpty())
        return;
    m_fetching = true;
    const std::vector<int> pages(m_wanted.begin(), m_wanted.end());
    const ListSource source = m_shown;
    m_client.read<Answer>(
        QString(), this,
        [source, pages](data::Library& library) { return readPages(library, source, pages, false); },
        [this](Answer answer) {
            m_fetching = false;
            receivePages(std::move(answer));
            fetchWanted();
        });
}

void ArticleListModel::receivePages(Answer answer) {
    if (answer.source != m_shown)
        return;
    std::vector<int> pages;
    for (const auto& [page, rows] : answer.pages) {
        pages.push_back(page);
        m_wanted.removeOne(page);
    }
    if (answer.error) {
        m_wanted.clear();
        Q_EMIT loadFailed(*answer.error);
        return;
    }
    store(answer);
    for (const int page : pages) {
        const int first = page * pageSize;
        const int last = std::min(first + pageSize, m_count) - 1;
        if (first <= last)
            Q_EMIT dataChanged(index(first), index(last));
    }
}

void ArticleListModel::refresh() {
    const ListSource source = m_shown;
    if (m_source != m_shown)
        return; // another source is on its way and brings fresh rows
    std::vector<int> pages;
    for (qsizetype i = std::max<qsizetype>(0, m_recent.size() - 3); i < m_recent.size(); ++i)
        pages.push_back(m_recent[i]);
    if (pages.empty())
        pages.push_back(0);
    m_client.read<Answer>(
        QStringLiteral("refresh"), this,
        [source, pages](data::Library& library) { return readPages(library, source, pages, true); },
        [this](Answer answer) {
            if (answer.source != m_shown || answer.error)
                return;
            // Rows are added or taken at the end and then all are told anew, so that the view keeps its
            // place.
            const int count = static_cast<int>(std::min<qint64>(answer.count, 10'000'000));
            m_pages.clear();
            m_recent.clear();
            m_wanted.clear();
            m_facts = answer.facts;
            if (count > m_count) {
                beginInsertRows({}, m_count, count - 1);
                m_count = count;
                store(answer);
                endInsertRows();
            } else if (count < m_count) {
                beginRemoveRows({}, count, m_count - 1);
                m_count = count;
                store(answer);
                endRemoveRows();
            } else {
                store(answer);
            }
            if (m_count > 0)
                Q_EMIT dataChanged(index(0), index(m_count - 1));
            Q_EMIT loaded();
        });
}

void ArticleListModel::setReadingLanguage(data::Language language) {
    if (language == m_reading)
        return;
    m_reading = language;
    if (m_count > 0)
        Q_EMIT dataChanged(index(0), index(m_count - 1));
}

void ArticleListModel::touch(const ListedArticle* article, const QList<int>& roles) {
    const int row = rowOf(article->row.id);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row), roles);
}

void ArticleListModel::setUnread(data::ArticleId id, bool unread) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    ListedArticle& listed = m_pages[row / pageSize][static_cast<std::size_t>(row % pageSize)];
    listed.row.unread = unread;
    touch(&listed, {UnreadRole});
}

void ArticleListModel::setStarred(data::ArticleId id, bool starred) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    ListedArticle& listed = m_pages[row / pageSize][static_cast<std::size_t>(row % pageSize)];
    listed.row.starred = starred;
    touch(&listed, {StarredRole});
}

void ArticleListModel::setLeaving(const QSet<qint64>& ids) {
    m_leaving = ids;
    if (m_count > 0)
        Q_EMIT dataChanged(index(0), index(m_count - 1));
}

} // namespace parallax::ui
