// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QList>
#include <QTimer>

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "base/error.h"
#include "ui/common/library_client.h"

namespace parallax::ui {

// What PagedListModel does with the library, and how much it keeps.
struct PagingLimits {
    QString lane;        // of its reads: a newer source replaces one that waits
    int pageSize;        // rows read at once
    qsizetype keptPages; // in memory
    qint64 mostRows;     // a longer list is cut
};

// A list that comes in pages from the reading thread when the view asks for them: 100,000 rows cost what is
// seen of them. `Source` says what is listed and can be compared; `Facts` is what an answer says besides
// rows.
template <typename Source, typename Row, typename Facts = std::monostate>
class PagedListModel : public QAbstractListModel {
  public:
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_count; }
    // A view that arranges its rows asks for each; the base class asks back for both counts.
    QModelIndex index(int row, int column = 0, const QModelIndex& parent = {}) const override {
        const bool there = row >= 0 && row < m_count && column == 0 && !parent.isValid();
        return there ? createIndex(row, column) : QModelIndex();
    }

    const Row* at(int row) const { // null while it is not loaded
        if (row < 0 || row >= m_count)
            return nullptr;
        const auto page = m_pages.constFind(row / m_limits.pageSize);
        const auto offset = static_cast<std::size_t>(row % m_limits.pageSize);
        return page != m_pages.constEnd() && offset < page->size() ? &(*page)[offset] : nullptr;
    }

  protected:
    struct Answer {
        Source source;
        qint64 count = 0;
        std::vector<std::pair<int, std::vector<Row>>> pages;
        Facts facts = {};
        std::optional<Error> error;
    };
    // Runs on the reading thread; throws Cancelled alone. `count`: how many there are is asked, too.
    using ReadPages = Answer (*)(data::Library& library, const Source& source, const std::vector<int>& pages,
                                 bool count);

    PagedListModel(LibraryClient& library, PagingLimits limits, ReadPages read, QObject* parent)
        : QAbstractListModel(parent)
        , m_library(library)
        , m_limits(std::move(limits))
        , m_read(read) {}

    virtual void shown(const Facts& facts) = 0; // the rows that were asked for are there, or are there anew
    virtual void failed(const Error& error) = 0;

    const Source& asked() const { return m_asked; }
    const Source& listed() const { return m_listed; } // whose rows are there

    // Old rows stay until the new ones are there: a list that empties between two keys flickers.
    void ask(const Source& source) {
        m_asked = source;
        m_wanted.clear();
        m_library.read<Answer>(
            m_limits.lane, this,
            [read = m_read, source](data::Library& library) { return read(library, source, {0}, true); },
            [this](Answer answer) { receiveSource(std::move(answer)); });
    }

    // For data(): the row, or null and its page is fetched.
    const Row* seen(int row) const {
        const Row* found = at(row);
        const int page = row / m_limits.pageSize;
        if (found == nullptr) {
            want(page);
        } else if (m_recent.isEmpty() || m_recent.back() != page) {
            m_recent.removeOne(page);
            m_recent.push_back(page);
        }
        return found;
    }

    // The first loaded row that `fits`, else -1.
    template <typename Predicate>
    int find(const Predicate& fits) const {
        for (auto page = m_pages.constBegin(); page != m_pages.constEnd(); ++page)
            for (std::size_t i = 0; i < page->size(); ++i) {
                const int row = page.key() * m_limits.pageSize + static_cast<int>(i);
                if (row < m_count && fits((*page)[i]))
                    return row;
            }
        return -1;
    }

    // Changes a loaded row and tells the view.
    template <typename Change>
    void change(int row, const Change& apply, const QList<int>& roles = {}) {
        if (at(row) == nullptr)
            return;
        apply(m_pages[row / m_limits.pageSize][static_cast<std::size_t>(row % m_limits.pageSize)]);
        Q_EMIT dataChanged(index(row), index(row), roles);
    }

    // The same for all loaded rows that `fits`; each page is told once.
    template <typename Predicate, typename Change>
    void changeAll(const Predicate& fits, const Change& apply, const QList<int>& roles = {}) {
        for (auto page = m_pages.begin(); page != m_pages.end(); ++page) {
            bool any = false;
            for (Row& row : *page)
                if (fits(row)) {
                    apply(row);
                    any = true;
                }
            const int first = page.key() * m_limits.pageSize;
            const int last = std::min(first + m_limits.pageSize, m_count) - 1;
            if (any && first <= last)
                Q_EMIT dataChanged(index(first), index(last), roles);
        }
    }

    void tellAll() {
        if (m_count > 0)
            Q_EMIT dataChanged(index(0), index(m_count - 1));
    }

    // The library changed: what is shown is read anew, in place.
    void readAgain() {
        if (m_asked != m_listed)
            return; // another source is on its way and brings fresh rows
        std::vector<int> pages;
        for (qsizetype i = std::max<qsizetype>(0, m_recent.size() - 3); i < m_recent.size(); ++i)
            pages.push_back(m_recent[i]);
        if (pages.empty())
            pages.push_back(0);
        m_library.read<Answer>(
            m_limits.lane + QStringLiteral(" again"), this,
            [read = m_read, source = m_listed, pages](data::Library& library) {
                return read(library, source, pages, true);
            },
            [this](Answer answer) { receiveAgain(std::move(answer)); });
    }

    void forgetWanted() { m_wanted.clear(); }

  private:
    static constexpr qsizetype queuedPages = 4; // older wishes are of rows long scrolled away

    int countOf(const Answer& answer) const {
        return static_cast<int>(std::min(answer.count, m_limits.mostRows));
    }

    void receiveSource(Answer answer) {
        if (!(answer.source == m_asked))
            return;
        if (answer.error) {
            failed(*answer.error);
            return;
        }
        beginResetModel();
        m_listed = answer.source;
        replace(answer);
        endResetModel();
        shown(answer.facts);
    }

    // Rows are added or taken at the end and then all are told anew, so that the view keeps its place.
    void receiveAgain(Answer answer) {
        if (!(answer.source == m_listed) || answer.error)
            return;
        const int count = countOf(answer);
        if (count > m_count) {
            beginInsertRows({}, m_count, count - 1);
            replace(answer);
            endInsertRows();
        } else if (count < m_count) {
            beginRemoveRows({}, count, m_count - 1);
            replace(answer);
            endRemoveRows();
        } else {
            replace(answer);
        }
        tellAll();
        shown(answer.facts);
    }

    void replace(Answer& answer) {
        m_pages.clear();
        m_recent.clear();
        m_wanted.clear();
        m_count = countOf(answer);
        store(answer);
    }

    void store(Answer& answer) {
        for (auto& [page, rows] : answer.pages) {
            m_pages[page] = std::move(rows);
            m_recent.removeOne(page);
            m_recent.push_back(page);
        }
        while (m_recent.size() > m_limits.keptPages)
            m_pages.remove(m_recent.takeFirst());
    }

    void want(int page) const {
        if (m_wanted.contains(page))
            return;
        m_wanted.push_back(page);
        while (m_wanted.size() > queuedPages)
            m_wanted.removeFirst();
        if (m_fetchPosted)
            return;
        m_fetchPosted = true;
        // data() is asked within a paint; the rows seen in one paint become one request.
        auto* self = const_cast<PagedListModel*>(this);
        QTimer::singleShot(0, self, [self] {
            self->m_fetchPosted = false;
            self->fetchWanted();
        });
    }

    void fetchWanted() {
        if (m_fetching || m_wanted.isEmpty())
            return;
        m_fetching = true;
        const std::vector<int> pages(m_wanted.begin(), m_wanted.end());
        m_library.read<Answer>(
            QString(), this,
            [read = m_read, source = m_listed, pages](data::Library& library) {
                return read(library, source, pages, false);
            },
            [this](Answer answer) {
                m_fetching = false;
                receivePages(std::move(answer));
                fetchWanted();
            });
    }

    void receivePages(Answer answer) {
        if (!(answer.source == m_listed))
            return;
        if (answer.error) {
            m_wanted.clear();
            failed(*answer.error);
            return;
        }
        std::vector<int> pages;
        for (const auto& entry : answer.pages) {
            pages.push_back(entry.first);
            m_wanted.removeOne(entry.first);
        }
        store(answer);
        for (const int page : pages) {
            const int first = page * m_limits.pageSize;
            const int last = std::min(first + m_limits.pageSize, m_count) - 1;
            if (first <= last)
                Q_EMIT dataChanged(index(first), index(last));
        }
    }

    LibraryClient& m_library;
    const PagingLimits m_limits;
    const ReadPages m_read;
    Source m_asked;
    Source m_listed;
    int m_count = 0;
    QHash<int, std::vector<Row>> m_pages;
    mutable QList<int> m_recent; // pages by use, latest last
    mutable QList<int> m_wanted; // pages to fetch, latest last
    mutable bool m_fetchPosted = false;
    bool m_fetching = false;
};

} // namespace parallax::ui
