// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QList>

#include <optional>
#include <vector>

#include "base/error.h"
#include "data/store/check_store.h"

namespace parallax::ui {

class LibraryClient;

// The checks that pass a filter, worst first. Rows come in pages from the reading thread when the view asks
// for them: a library of 100,000 articles costs what is seen of it.
class CheckListModel final : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { IdRole = Qt::UserRole + 1, LoadedRole };
    static constexpr int pageSize = 100;
    enum class State { Loading, Ready, Failed };

    explicit CheckListModel(LibraryClient& library, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    void setFilter(const data::CheckFilter& filter);
    const data::CheckFilter& filter() const { return m_filter; }
    void refresh(); // the library changed: what is shown is read anew, in place
    void retranslate();

    State state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; }
    const data::StoredCheck* at(int row) const; // null while it is not loaded
    int rowOf(data::CheckId id) const;          // among the loaded rows, else -1

    // Shown at once, before the library has been told.
    void setMark(data::CheckId id, data::CheckMark mark, const QString& note);

  Q_SIGNALS:
    void stateChanged(); // loaded, or failed

  private:
    struct Answer;
    static Answer readPages(data::Library& library, const data::CheckFilter& filter,
                            const std::vector<int>& pages, bool count);
    void store(Answer& answer);
    void wantPage(int page) const;
    void fetchWanted();
    void fail(const Error& error);

    LibraryClient& m_library;
    data::CheckFilter m_filter; // asked for
    data::CheckFilter m_shown;  // whose rows are shown
    State m_state = State::Loading;
    std::optional<Error> m_error;
    int m_count = 0;
    QHash<int, std::vector<data::StoredCheck>> m_pages;
    mutable QList<int> m_recent; // pages, the latest used last
    mutable QList<int> m_wanted;
    mutable bool m_fetchPosted = false;
    bool m_fetching = false;
};

} // namespace parallax::ui
