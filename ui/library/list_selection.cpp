// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected in the list, also where its rows were never loaded: "select all" means all.
#include "ui/library/list_pane.h"

#include <algorithm>

#include "data/search/query.h"
#include "data/store/library_lists.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"

namespace parallax::ui {
namespace {

using RowRange = std::pair<int, int>; // both included

// Runs on the reading thread. The rows are those of the list as the library has it now. (Of related articles
// there are so few that all are loaded.)
QList<qint64> idsOfRows(data::Library& library, const ListSource& source,
                        const std::vector<RowRange>& ranges) {
    QList<qint64> ids;
    const bool search = !source.query.trimmed().isEmpty();
    const data::Query query =
        search ? data::parseQuery(toStdString(source.query), source.asYouType) : data::Query();
    for (const auto& [first, last] : ranges) {
        if (!search) {
            for (const data::ArticleId id :
                 data::listedIds(library, source.filter, source.order, first, std::int64_t{last} - first + 1))
                ids.push_back(id);
            continue;
        }
        for (const data::SearchHit& hit :
             library.search().search(query, source.filter, first, last - first + 1).hits)
            ids.push_back(hit.article.id);
    }
    return ids;
}

} // namespace

bool ListPane::hasSelection() const {
    return m_current != 0 || m_list->selectionModel()->hasSelection();
}

void ListPane::withSelected(std::function<void(const QList<qint64>&)> done) {
    std::vector<RowRange> ranges;
    for (const QItemSelectionRange& range : m_list->selectionModel()->selection())
        ranges.emplace_back(range.top(), range.bottom());
    std::sort(ranges.begin(), ranges.end());
    QList<qint64> ids;
    bool all = true;
    for (const auto& [first, last] : ranges)
        for (int row = first; all && row <= last; ++row) {
            const ListedArticle* listed = m_model->at(row);
            all = listed != nullptr;
            if (all)
                ids.push_back(listed->row.id);
        }
    if (ranges.empty() && m_current != 0)
        ids.push_back(m_current);
    if (all) {
        done(ids);
        return;
    }
    m_library.read<QList<qint64>>(
        QString(), this,
        [source = m_model->shownSource(), ranges](data::Library& library) {
            return idsOfRows(library, source, ranges);
        },
        [done = std::move(done)](const QList<qint64>& found) { done(found); });
}

} // namespace parallax::ui
