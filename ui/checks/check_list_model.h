// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/error.h"
#include "data/store/check_store.h"
#include "ui/common/paged_list_model.h"

namespace parallax::ui {

// What is listed, and in which language where an article says it in several.
struct CheckList {
    data::CheckFilter filter;
    data::Language reading = data::Language::Unknown;
    bool operator==(const CheckList&) const = default;
};

using CheckPages = PagedListModel<CheckList, data::StoredCheck>;

// The languages of a check that several editions tell alike, "English, 繁體中文", or of the one that tells it
// where its article has others too; else empty.
QString editionNames(const data::StoredCheck& check);

// The checks that pass a filter, worst first.
class CheckListModel final : public CheckPages {
    Q_OBJECT
  public:
    enum Role { IdRole = Qt::UserRole + 1, LoadedRole };
    static constexpr int pageSize = 100;
    enum class State { Loading, Ready, Failed };

    explicit CheckListModel(LibraryClient& library, QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role) const override;

    void setFilter(const data::CheckFilter& filter) { ask({filter, asked().reading}); }
    const data::CheckFilter& filter() const { return asked().filter; }
    const CheckList& list() const { return asked(); }
    void setReadingLanguage(data::Language reading) { ask({asked().filter, reading}); }
    void refresh(); // the library changed: what is shown is read anew, in place
    void retranslate() { tellAll(); }

    State state() const { return m_state; }
    const std::optional<Error>& error() const { return m_error; }
    int rowOf(data::CheckId id) const; // of the row that tells it, among the loaded ones, else -1

    // Shown at once, before the library has been told.
    void setMark(data::CheckId id, data::CheckMark mark, const QString& note);

  Q_SIGNALS:
    void stateChanged(); // loaded, or failed

  private:
    static Answer readPages(data::Library& library, const CheckList& list, const std::vector<int>& pages,
                            bool count);
    void shown(const std::monostate& facts) override;
    void failed(const Error& error) override;

    State m_state = State::Loading;
    std::optional<Error> m_error;
};

} // namespace parallax::ui
