// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Saved searches: kept, called otherwise, removed.
#include "ui/library/library_workspace.h"

#include <memory>

#include "data/store/annotation_store.h"
#include "ui/common/format.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/library/pending_removal.h"

namespace parallax::ui {

void LibraryWorkspace::saveSearch() {
    const QString words = m_list->searchWords();
    if (words.isEmpty()) {
        m_list->focusSearch();
        return;
    }
    data::SavedSearch search;
    search.query = toStdString(words);
    search.filter = m_list->source().filter;
    const QString place = filterName(search.filter);
    search.name = toStdString(place.isEmpty() ? words : tr("%1 in %2").arg(words, place));
    context().library.write(this,
                            [search](data::Library& library) { library.annotations().saveSearch(search); });
}

void LibraryWorkspace::renameSearch(const PlaceEntry& search, const QString& name) {
    auto changed = std::make_shared<bool>(false);
    context().library.write(
        this,
        [changed, id = search.id, name = toStdString(name)](data::Library& library) {
            *changed = library.annotations().renameSearch(id, name);
        },
        [this, changed, name] {
            if (!*changed)
                refuseName(name);
        });
}

void LibraryWorkspace::removeSearch(const PlaceEntry& search) {
    m_removal->offer(
        tr("The saved search “%1” will be removed.").arg(search.text),
        [this, id = search.id] {
            context().library.write(
                this, [id](data::Library& library) { library.annotations().removeSearch(id); }, {},
                [this, id] { m_places->places().stay(PlaceKind::Saved, id); });
        },
        [this, id = search.id] { m_places->places().stay(PlaceKind::Saved, id); });
    m_places->places().leave(PlaceKind::Saved, search.id);
}

// The pane shows the new name already: it goes back to what the library holds.
void LibraryWorkspace::refuseName(const QString& name) {
    context().issues.add({Severity::Warning,
                          tr("Another one is called “%1” already; the name was not changed.").arg(name),
                          tr("Choose another name."),
                          {},
                          {}});
    reload();
}

} // namespace parallax::ui
