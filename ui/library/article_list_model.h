// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <optional>
#include <vector>

#include "base/error.h"
#include "data/store/article_store.h"
#include "data/store/check_store.h"
#include "data/store/search_store.h"

namespace parallax::ui {

class LibraryClient;

// What the list shows: a filter in an order, a search within that filter, or the articles related to one.
struct ListSource {
    data::ArticleFilter filter;
    data::ArticleOrder order = data::ArticleOrder::NewestFirst;
    QString query;
    bool asYouType = false;
    data::ArticleId relatedTo = 0;
    bool operator==(const ListSource&) const = default;
};

// One row: an article, and where it was found.
struct ListedArticle {
    data::ArticleRow row;
    QString snippet;                             // of a search
    std::vector<std::pair<int, int>> highlights; // [begin, end) in `snippet`
    int block = -1;
    data::EditionId edition = 0;
    int matchingBlocks = 0;
    data::CheckCounts checks = {}; // for the badge
};

// What a search says besides its hits.
struct SearchFacts {
    bool capped = false;
    QStringList expansions;
};

// The article list. Rows come in pages from the reading thread when the view asks for them; 100,000 rows cost
// what is seen of them.
class ArticleListModel final : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { IdRole = Qt::UserRole + 1, LoadedRole, UnreadRole, StarredRole };
    static constexpr int pageSize = 64;

    explicit ArticleListModel(LibraryClient& client, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    void setSource(const ListSource& source);
    const ListSource& source() const { return m_source; }
    bool isSearch() const { return !m_shown.query.trimmed().isEmpty(); }
    const SearchFacts& facts() const { return m_facts; }
    void setReadingLanguage(data::Language language);
    data::Language readingLanguage() const { return m_reading; }

    void refresh(); // the library changed: what is shown is read anew, in place

    const ListedArticle* at(int row) const; // null while it is not loaded
    int rowOf(data::ArticleId id) const;    // among the loaded rows, else -1

    // Shown at once, before the library has been told.
    void setUnread(data::ArticleId id, bool unread);
    void setStarred(data::ArticleId id, bool starred);
    void setLeaving(const QSet<qint64>& ids); // drawn as going, until they are gone or kept
    bool isLeaving(data::ArticleId id) const { return m_leaving.contains(id); }

  Q_SIGNALS:
    void loaded(); // the source asked for is shown
    void loadFailed(const parallax::Error& error);

  private:
    struct Answer {
        ListSource source;
        qint64 count = 0;
        std::vector<std::pair<int, std::vector<ListedArticle>>> pages;
        SearchFacts facts;
        std::optional<Error> error;
    };
    static Answer readPages(data::Library& library, const ListSource& source, const std::vector<int>& pages,
                            bool count);
    void receiveSource(Answer answer);
    void receivePages(Answer answer);
    void wantPage(int page) const;
    void fetchWanted();
    void store(Answer& answer);
    void touch(const ListedArticle* article, const QList<int>& roles);

    LibraryClient& m_client;
    ListSource m_source; // asked for
    ListSource m_shown;  // of the rows
    int m_count = 0;
    SearchFacts m_facts;
    data::Language m_reading = data::Language::English;
    QHash<int, std::vector<ListedArticle>> m_pages;
    mutable QList<int> m_recent; // pages by use, latest last
    mutable QList<int> m_wanted; // pages to fetch, latest last
    mutable bool m_fetchPosted = false;
    bool m_fetching = false;
    QSet<qint64> m_leaving;
};

} // namespace parallax::ui
