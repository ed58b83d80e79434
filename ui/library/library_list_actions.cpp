// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the menus of the list and of the place pane do, as commands that are found by name.
#include "ui/library/library_workspace.h"

#include "ui/common/actions.h"

namespace parallax::ui {

void LibraryWorkspace::buildListActions() {
    const auto add = [this](const char* id, std::function<QString()> text, std::function<void()> run,
                            const char* iconName) {
        context().actions.add(this, QLatin1String(id), QStringLiteral("library"), std::move(text), {},
                              std::move(run), QLatin1String(iconName), Qt::WidgetWithChildrenShortcut);
    };
    const auto order = [&](const char* id, std::function<QString()> text, data::ArticleOrder wanted) {
        add(
            id, std::move(text), [this, wanted] { m_list->setOrder(wanted); }, "filter");
    };
    order(
        "library.order.newest", [] { return tr("Order of the list: newest first"); },
        data::ArticleOrder::NewestFirst);
    order(
        "library.order.oldest", [] { return tr("Order of the list: oldest first"); },
        data::ArticleOrder::OldestFirst);
    order(
        "library.order.imported", [] { return tr("Order of the list: imported last"); },
        data::ArticleOrder::ImportedLast);
    order(
        "library.order.title", [] { return tr("Order of the list: by title"); }, data::ArticleOrder::Title);
    order(
        "library.order.source", [] { return tr("Order of the list: by source"); },
        data::ArticleOrder::Source);
    add(
        "library.newTag", [] { return tr("New tag"); }, [this] { addTag({}); }, "tag");
    add(
        "library.renamePlace", [] { return tr("Rename the chosen tag or saved search"); },
        [this] { m_places->renameCurrent(); }, "edit");
    add(
        "library.colourTag", [] { return tr("Next colour for the chosen tag"); },
        [this] { m_places->recolourCurrent(); }, "tag");
}

} // namespace parallax::ui
