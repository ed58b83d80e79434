// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QStringList>

#include <utility>
#include <vector>

#include "base/error.h"
#include "data/store/article_store.h"
#include "data/store/check_store.h"
#include "data/store/search_store.h"
#include "ui/common/paged_list_model.h"

namespace parallax::ui {

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
    QStringList leftOut;  // other forms of excluded words
    QString understood;   // how AND and NOT were read
    QString unknownField; // the first name before a colon that is no field
};

using ArticlePages = PagedListModel<ListSource, ListedArticle, SearchFacts>;

// The article list.
class ArticleListModel final : public ArticlePages {
    Q_OBJECT
  public:
    enum Role { IdRole = Qt::UserRole + 1, LoadedRole, UnreadRole, StarredRole };
    static constexpr int pageSize = 64;

    explicit ArticleListModel(LibraryClient& client, QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role) const override;

    void setSource(const ListSource& source) { ask(source); }
    const ListSource& source() const { return asked(); }
    bool isSearch() const { return !listed().query.trimmed().isEmpty(); }
    const SearchFacts& facts() const { return m_facts; }
    void setReadingLanguage(data::Language language);
    data::Language readingLanguage() const { return m_reading; }

    void refresh() { readAgain(); } // the library changed: what is shown is read anew, in place

    static QStringList foundIn(const data::ArticleRow& row);   // "3 tables", "1 note"
    int rowOf(data::ArticleId id) const;                       // among the loaded rows, else -1
    const ListSource& shownSource() const { return listed(); } // whose rows are there

    // Shown at once, before the library has been told.
    void setUnread(const QList<qint64>& ids, bool unread);
    void setStarred(const QList<qint64>& ids, bool starred);
    void leave(const QSet<qint64>& ids); // drawn as going, until they are gone or stay after all
    void stay(const QSet<qint64>& ids);
    bool isLeaving(data::ArticleId id) const { return m_leaving.contains(id); }

  Q_SIGNALS:
    void loaded(); // the source asked for is shown
    void loadFailed(const parallax::Error& error);

  private:
    static Answer readPages(data::Library& library, const ListSource& source, const std::vector<int>& pages,
                            bool count);
    void shown(const SearchFacts& facts) override;
    void failed(const Error& error) override { Q_EMIT loadFailed(error); }

    SearchFacts m_facts;
    data::Language m_reading = data::Language::English;
    QSet<qint64> m_leaving;
};

} // namespace parallax::ui
