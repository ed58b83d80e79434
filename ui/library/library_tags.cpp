// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tags: the menu that sets those of the chosen articles and makes new ones; other names and colours;
// farewell.
#include "ui/library/library_workspace.h"

#include <QMenu>

#include "data/store/annotation_store.h"
#include "data/store/transaction.h"
#include "ui/common/actions.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/library_client.h"
#include "ui/library/pending_removal.h"
#include "ui/library/tag_colours.h"
#include "ui/reader/note_editor.h"

namespace parallax::ui {

void LibraryWorkspace::fillTagMenu(QMenu& menu) {
    const ListedArticle* first = m_list->articles().at(m_list->articles().rowOf(m_list->current()));
    for (const data::Tag& tag : m_places->places().tags()) {
        const QString name = menuText(fromUtf8(tag.name));
        const bool tagged = first != nullptr && std::find(first->row.tags.begin(), first->row.tags.end(),
                                                          tag.id) != first->row.tags.end();
        QAction* entry = menu.addAction(colourIcon(fromUtf8(tag.colour)), name);
        entry->setCheckable(true);
        entry->setChecked(tagged);
        connect(entry, &QAction::triggered, this, [this, tag = tag.id, tagged] {
            m_list->withSelected([this, tag, tagged](const QList<qint64>& ids) {
                context().library.write(this, [ids, tag, tagged](data::Library& library) {
                    data::Transaction transaction(library);
                    for (const qint64 id : ids)
                        library.annotations().setTagged(id, tag, !tagged);
                    transaction.commit();
                });
            });
        });
    }
    if (!m_places->places().tags().empty())
        menu.addSeparator();
    connect(menu.addAction(icon(QStringLiteral("add")), tr("New tag")), &QAction::triggered, this,
            [this] { m_list->withSelected([this](const QList<qint64>& ids) { addTag(ids); }); });
}

void LibraryWorkspace::showTagMenu(const QPoint& at) {
    if (!m_list->hasSelection())
        return;
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("tagMenu"));
    fillTagMenu(menu);
    menu.exec(at);
}

void LibraryWorkspace::addTag(const QList<qint64>& articles) {
    // A free name and the next colour, by what the library has then: one that was made a moment ago may not
    // be in the pane yet. The name is edited in place as soon as the tag is there.
    auto made = std::make_shared<std::int64_t>(0);
    context().library.write(
        this,
        [made, articles, first = tr("New tag"), further = tr("New tag %1")](data::Library& library) {
            data::Transaction transaction(library);
            const std::vector<data::Tag> known = library.annotations().tags();
            const auto taken = [&known](const QString& name) {
                return std::any_of(known.begin(), known.end(),
                                   [&](const data::Tag& tag) { return fromUtf8(tag.name) == name; });
            };
            QString name = first;
            for (int i = 2; taken(name); ++i)
                name = further.arg(i);
            *made = library.annotations().addTag(toStdString(name), toStdString(nextTagColour(known)));
            for (const qint64 id : articles)
                library.annotations().setTagged(id, *made, true);
            transaction.commit();
        },
        [this, made] {
            m_places->editTag(*made);
            reload();
        });
}

void LibraryWorkspace::changeTag(qint64 id, const QString& name, const QString& colour) {
    auto changed = std::make_shared<bool>(false);
    context().library.write(
        this,
        [changed, id, name = toStdString(name), colour = toStdString(colour)](data::Library& library) {
            *changed = library.annotations().changeTag(id, name, colour);
        },
        [this, changed, name] {
            if (!*changed)
                refuseName(name);
        });
}

void LibraryWorkspace::removeTag(const PlaceEntry& tag) {
    const ListSource before = m_list->source();
    const bool shown = before.filter.tag == tag.id;
    m_removal->offer(
        tag.count == 1 ? tr("The tag “%1” will be removed, also from 1 article.").arg(tag.text)
                       : tr("The tag “%1” will be removed, also from %2 articles.")
                             .arg(tag.text, formatCount(std::max<qint64>(0, tag.count))),
        [this, id = tag.id] {
            context().library.write(
                this, [id](data::Library& library) { library.annotations().removeTag(id); }, {},
                [this, id] { m_places->places().stay(PlaceKind::Tag, id); });
        },
        [this, id = tag.id, shown, before] {
            m_places->places().stay(PlaceKind::Tag, id);
            if (shown)
                showFilter(before.filter, before.query);
        });
    m_places->places().leave(PlaceKind::Tag, tag.id);
    if (shown)
        showFilter({}, before.query);
}

} // namespace parallax::ui
