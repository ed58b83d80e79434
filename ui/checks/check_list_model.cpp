// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/check_list_model.h"

#include <QTimer>

#include <algorithm>

#include "ui/common/check_figures.h"
#include "ui/common/check_mark.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"

namespace parallax::ui {
namespace {

constexpr qsizetype keptPages = 40;
constexpr qsizetype queuedPages = 4; // older wishes are of rows long scrolled away
constexpr qint64 mostRows = 50'000'000;

} // namespace

struct CheckListModel::Answer {
    data::CheckFilter filter;
    qint64 count = 0;
    std::vector<std::pair<int, std::vector<data::StoredCheck>>> pages;
    std::optional<Error> error;
};

CheckListModel::CheckListModel(LibraryClient& library, QObject* parent)
    : QAbstractListModel(parent)
    , m_library(library) {}

int CheckListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_count;
}

const data::StoredCheck* CheckListModel::at(int row) const {
    if (row < 0 || row >= m_count)
        return nullptr;
    const auto page = m_pages.constFind(row / pageSize);
    const auto offset = static_cast<std::size_t>(row % pageSize);
    return page != m_pages.constEnd() && offset < page->size() ? &(*page)[offset] : nullptr;
}

int CheckListModel::rowOf(data::CheckId id) const {
    for (auto page = m_pages.constBegin(); page != m_pages.constEnd(); ++page)
        for (std::size_t i = 0; i < page->size(); ++i) {
            const int row = page.key() * pageSize + static_cast<int>(i);
            if ((*page)[i].id == id && row < m_count)
                return row;
        }
    return -1;
}

QVariant CheckListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const data::StoredCheck* check = at(index.row());
    if (role == LoadedRole)
        return check != nullptr;
    if (check == nullptr) {
        wantPage(index.row() / pageSize);
        return {};
    }
    if (const int page = index.row() / pageSize; m_recent.isEmpty() || m_recent.back() != page) {
        m_recent.removeOne(page);
        m_recent.push_back(page);
    }
    switch (role) {
    case Qt::DisplayRole:
        return statedText(check->check);
    case Qt::ToolTipRole:
        return checkToolTip(*check);
    case Qt::AccessibleTextRole:
        return checkDescription(*check) + QStringLiteral(", ") + fromUtf8(check->articleTitle);
    case IdRole:
        return QVariant::fromValue<qlonglong>(check->id);
    default:
        return {};
    }
}

CheckListModel::Answer CheckListModel::readPages(data::Library& library, const data::CheckFilter& filter,
                                                 const std::vector<int>& pages, bool count) {
    Answer answer;
    answer.filter = filter;
    try {
        data::CheckStore& checks = library.checks();
        if (count)
            answer.count = checks.count(filter);
        for (const int page : pages)
            answer.pages.emplace_back(page, checks.list(filter, std::int64_t{page} * pageSize, pageSize));
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Cancelled)
            throw;
        answer.error = error;
    }
    return answer;
}

void CheckListModel::fail(const Error& error) {
    m_error = error;
    m_state = State::Failed;
    m_wanted.clear();
    Q_EMIT stateChanged();
}

void CheckListModel::setFilter(const data::CheckFilter& filter) {
    m_filter = filter;
    m_wanted.clear();
    // Old rows stay until the new ones are there: a list that empties between two keys flickers.
    m_library.read<Answer>(
        QStringLiteral("checks"), this,
        [filter](data::Library& library) { return readPages(library, filter, {0}, true); },
        [this](Answer answer) {
            if (answer.filter != m_filter)
                return;
            if (answer.error) {
                fail(*answer.error);
                return;
            }
            beginResetModel();
            m_shown = answer.filter;
            m_pages.clear();
            m_recent.clear();
            m_wanted.clear();
            m_count = static_cast<int>(std::min(answer.count, mostRows));
            store(answer);
            m_state = State::Ready;
            m_error.reset();
            endResetModel();
            Q_EMIT stateChanged();
        });
}

void CheckListModel::store(Answer& answer) {
    for (auto& [page, rows] : answer.pages) {
        m_pages[page] = std::move(rows);
        m_recent.removeOne(page);
        m_recent.push_back(page);
    }
    while (m_recent.size() > keptPages)
        m_pages.remove(m_recent.takeFirst());
}

void CheckListModel::wantPage(int page) const {
    if (m_wanted.contains(page))
        return;
    m_wanted.push_back(page);
    while (m_wanted.size() > queuedPages)
        m_wanted.removeFirst();
    if (m_fetchPosted)
        return;
    m_fetchPosted = true;
    // data() is asked within a paint; the rows seen in one paint become one request.
    auto* self = const_cast<CheckListModel*>(this);
    QTimer::singleShot(0, self, [self] {
        self->m_fetchPosted = false;
        self->fetchWanted();
    });
}

void CheckListModel::fetchWanted() {
    if (m_fetching || m_wanted.isEmpty())
        return;
    m_fetching = true;
    const std::vector<int> pages(m_wanted.begin(), m_wanted.end());
    m_library.read<Answer>(
        QString(), this,
        [filter = m_shown, pages](data::Library& library) {
            return readPages(library, filter, pages, false);
        },
        [this](Answer answer) {
            m_fetching = false;
            if (answer.filter == m_shown) {
                if (answer.error) {
                    fail(*answer.error);
                    return;
                }
                for (const auto& entry : answer.pages)
                    m_wanted.removeOne(entry.first);
                store(answer);
                for (const auto& entry : answer.pages) {
                    const int first = entry.first * pageSize;
                    const int last = std::min(first + pageSize, m_count) - 1;
                    if (first <= last)
                        Q_EMIT dataChanged(index(first), index(last));
                }
            }
            fetchWanted();
        });
}

void CheckListModel::refresh() {
    if (m_filter != m_shown || m_state != State::Ready) {
        setFilter(m_filter);
        return;
    }
    std::vector<int> pages;
    for (qsizetype i = std::max<qsizetype>(0, m_recent.size() - 3); i < m_recent.size(); ++i)
        pages.push_back(m_recent[i]);
    if (pages.empty())
        pages.push_back(0);
    m_library.read<Answer>(
        QStringLiteral("checks-refresh"), this,
        [filter = m_shown, pages](data::Library& library) { return readPages(library, filter, pages, true); },
        [this](Answer answer) {
            if (answer.filter != m_shown || answer.error)
                return;
            // Rows are added or taken at the end and then all are told anew, so that the view keeps its
            // place.
            const int count = static_cast<int>(std::min(answer.count, mostRows));
            const auto replace = [&] {
                m_pages.clear();
                m_recent.clear();
                m_wanted.clear();
                m_count = count;
                store(answer);
            };
            if (count > m_count) {
                beginInsertRows({}, m_count, count - 1);
                replace();
                endInsertRows();
            } else if (count < m_count) {
                beginRemoveRows({}, count, m_count - 1);
                replace();
                endRemoveRows();
            } else {
                replace();
            }
            if (m_count > 0)
                Q_EMIT dataChanged(index(0), index(m_count - 1));
            Q_EMIT stateChanged();
        });
}

void CheckListModel::retranslate() {
    if (m_count > 0)
        Q_EMIT dataChanged(index(0), index(m_count - 1));
}

void CheckListModel::setMark(data::CheckId id, data::CheckMark mark, const QString& note) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    data::StoredCheck& check = m_pages[row / pageSize][static_cast<std::size_t>(row % pageSize)];
    check.mark = mark;
    check.markNote = toStdString(note);
    Q_EMIT dataChanged(index(row), index(row));
}

} // namespace parallax::ui
