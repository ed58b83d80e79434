// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>

#include <vector>

#include "base/error.h"
#include "data/store/table_store.h"

namespace parallax::ui {

class LibraryClient;

enum class TableGrouping { Month, Source, Article };

// The library's tables, read page by page as the list is scrolled. A row that begins a group carries its
// heading.
class TableListModel final : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { ArticleRole = Qt::UserRole + 1, DetailRole, HeadingRole, TableIdRole };
    enum class State { Loading, Ready, Failed };

    TableListModel(LibraryClient& library, QObject* parent);

    void setFilter(const QString& text);
    const QString& filter() const { return m_filter; }
    void setGrouping(TableGrouping grouping);
    TableGrouping grouping() const { return m_grouping; }
    // The tables of one edition of each article; Unknown: of every edition.
    void setLanguage(data::Language language);
    data::Language language() const { return m_language; }
    void reload();
    void retranslate();

    State state() const { return m_state; }
    const Error& error() const { return m_error; } // when Failed
    qint64 total() const { return m_total; }       // of the filter, read or not
    const data::TableRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    int rowOf(data::TableId table) const; // -1 when it is not read

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

  Q_SIGNALS:
    void stateChanged();

  private:
    struct Page;
    void read(qint64 offset, qint64 limit);
    void take(Page page, qint64 offset);
    QString heading(int row) const;
    void setState(State state);

    LibraryClient& m_library;
    QString m_filter;
    TableGrouping m_grouping = TableGrouping::Month;
    data::Language m_language = data::Language::Unknown;
    std::vector<data::TableRow> m_rows;
    qint64 m_total = 0;
    int m_generation = 0;
    bool m_fetching = false;
    State m_state = State::Loading;
    Error m_error{ErrorCode::Cancelled};
};

} // namespace parallax::ui
