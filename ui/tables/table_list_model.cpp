// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/table_list_model.h"

#include <algorithm>
#include <optional>

#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/common/sentences.h"

namespace parallax::ui {

static constexpr qint64 pageSize = 200;

struct TableListModel::Page {
    std::vector<data::TableRow> rows;
    qint64 total = 0;
    std::optional<Error> error;
};

TableListModel::TableListModel(LibraryClient& library, QObject* parent)
    : QAbstractListModel(parent)
    , m_library(library) {}

void TableListModel::setFilter(const QString& text) {
    if (m_filter == text)
        return;
    m_filter = text;
    read(0, pageSize);
}

void TableListModel::setGrouping(TableGrouping grouping) {
    if (m_grouping == grouping)
        return;
    m_grouping = grouping;
    read(0, pageSize);
}

void TableListModel::setLanguage(data::Language language) {
    if (m_language == language)
        return;
    m_language = language;
    read(0, pageSize);
}

void TableListModel::reload() {
    read(0,
         std::max<qint64>(pageSize, rowCount())); // as far as it was read, so that the view keeps its place
}

void TableListModel::retranslate() {
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void TableListModel::read(qint64 offset, qint64 limit) {
    const int generation = ++m_generation;
    m_fetching = true;
    if (offset == 0 && m_state == State::Failed)
        setState(State::Loading);
    const data::TableOrder order =
        m_grouping == TableGrouping::Source ? data::TableOrder::Source : data::TableOrder::NewestFirst;
    m_library.read<Page>(
        QStringLiteral("tables.list"), this,
        [text = toStdString(m_filter), offset, limit, order, language = m_language](data::Library& library) {
            Page page;
            try {
                page.total = library.tables().count(text, language);
                page.rows = library.tables().list(text, offset, limit, order, language);
            } catch (const Error& error) {
                if (error.code() == ErrorCode::Cancelled)
                    throw; // a newer request replaced this one
                page.error = error;
            }
            return page;
        },
        [this, generation, offset](Page page) {
            if (generation == m_generation)
                take(std::move(page), offset);
        });
}

void TableListModel::take(Page page, qint64 offset) {
    m_fetching = false;
    if (page.error) {
        m_error = *page.error;
        setState(State::Failed);
        return;
    }
    m_total = page.total;
    if (offset == 0) {
        beginResetModel();
        m_rows = std::move(page.rows);
        endResetModel();
    } else if (!page.rows.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(page.rows.size()) - 1);
        std::move(page.rows.begin(), page.rows.end(), std::back_inserter(m_rows));
        endInsertRows();
    } else {
        m_total = rowCount(); // fewer than were counted: the library has changed, and says so itself
    }
    setState(State::Ready);
}

int TableListModel::rowOf(data::TableId table) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [table](const data::TableRow& one) { return one.id == table; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int TableListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString TableListModel::heading(int row) const {
    const data::TableRow& table = m_rows[static_cast<std::size_t>(row)];
    switch (m_grouping) {
    case TableGrouping::Month:
        return table.archiveMonth.empty() ? tr("No month") : formatMonth(table.archiveMonth);
    case TableGrouping::Source:
        return table.source.empty() ? tr("No source") : nameFromUtf8(table.source);
    case TableGrouping::Article:
        return nameFromUtf8(table.articleTitle).simplified();
    }
    return {};
}

QVariant TableListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const data::TableRow& table = m_rows[static_cast<std::size_t>(index.row())];
    const auto caption = [&] {
        return table.caption.empty() ? tr("Table without a caption")
                                     : nameFromUtf8(table.caption).simplified();
    };
    const auto size = [&] { return tr("%1 × %2").arg(formatCount(table.rows), formatCount(table.columns)); };
    switch (role) {
    case Qt::DisplayRole:
        return caption();
    case ArticleRole:
        return nameFromUtf8(table.articleTitle).simplified();
    case DetailRole: {
        QStringList parts;
        if (m_grouping != TableGrouping::Source && !table.source.empty())
            parts.append(nameFromUtf8(table.source));
        if (m_grouping != TableGrouping::Month && !table.archiveMonth.empty())
            parts.append(formatMonth(table.archiveMonth));
        parts.append(size());
        // Of several editions of one table the language is all that tells them apart.
        if (m_language == data::Language::Unknown && table.language != data::Language::Unknown)
            parts.append(languageName(table.language));
        return parts.join(QStringLiteral(" · "));
    }
    case HeadingRole: {
        const QString own = heading(index.row());
        return index.row() > 0 && heading(index.row() - 1) == own ? QString() : own;
    }
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2\n%3")
            .arg(caption(), nameFromUtf8(table.articleTitle).simplified(),
                 tr("%1 rows × %2 columns").arg(formatCount(table.rows), formatCount(table.columns)));
    case Qt::AccessibleTextRole:
        return tr("%1, from %2, %3 rows, %4 columns")
            .arg(caption(), nameFromUtf8(table.articleTitle).simplified(), formatCount(table.rows),
                 formatCount(table.columns));
    case TableIdRole:
        return QVariant::fromValue(table.id);
    default:
        return {};
    }
}

bool TableListModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_state == State::Ready && !m_fetching && rowCount() < m_total;
}

void TableListModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent))
        read(rowCount(), pageSize);
}

void TableListModel::setState(State state) {
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace parallax::ui
