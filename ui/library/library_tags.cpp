// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tags of the chosen articles: the menu that sets them and makes new ones.
#include "ui/library/library_workspace.h"

#include <QMenu>
#include <QPainter>

#include "data/store/annotation_store.h"
#include "ui/common/actions.h"
#include "ui/common/dialogs.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/library_client.h"
#include "ui/reader/note_editor.h"

namespace parallax::ui {

void LibraryWorkspace::fillTagMenu(QMenu& menu) {
    const QList<qint64> ids = m_list->selected();
    const ListedArticle* first =
        ids.isEmpty() ? nullptr : m_list->articles().at(m_list->articles().rowOf(ids.front()));
    for (const data::Tag& tag : m_places->places().tags()) {
        QPixmap dot(32, 32);
        dot.fill(Qt::transparent);
        QPainter painter(&dot);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(fromUtf8(tag.colour)));
        painter.drawEllipse(6, 6, 20, 20);
        painter.end();
        const QString name = menuText(fromUtf8(tag.name));
        const bool tagged = first != nullptr && std::find(first->row.tags.begin(), first->row.tags.end(),
                                                          tag.id) != first->row.tags.end();
        QAction* entry = menu.addAction(QIcon(dot), name);
        entry->setCheckable(true);
        entry->setChecked(tagged);
        connect(entry, &QAction::triggered, this, [this, ids, tag = tag.id, tagged] {
            context().library.write(this, [ids, tag, tagged](data::Library& library) {
                for (const qint64 id : ids)
                    library.annotations().setTagged(id, tag, !tagged);
            });
        });
    }
    if (!m_places->places().tags().empty())
        menu.addSeparator();
    connect(menu.addAction(icon(QStringLiteral("add")), tr("New tag")), &QAction::triggered, this,
            [this, ids] { addTag(ids); });
}

void LibraryWorkspace::showTagMenu(const QPoint& at) {
    if (m_list->selected().isEmpty())
        return;
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("tagMenu"));
    fillTagMenu(menu);
    menu.exec(at);
}

void LibraryWorkspace::addTag(const QList<qint64>& articles) {
    // A free name and the next colour; the name is edited in place as soon as the tag is there.
    const std::vector<data::Tag>& known = m_places->places().tags();
    const auto taken = [&](const QString& name) {
        return std::any_of(known.begin(), known.end(),
                           [&](const data::Tag& tag) { return fromUtf8(tag.name) == name; });
    };
    QString name = tr("New tag");
    for (int i = 2; taken(name); ++i)
        name = tr("New tag %1").arg(i);
    const QString colour =
        annotationColours()[static_cast<qsizetype>(known.size()) % annotationColours().size()];
    auto made = std::make_shared<std::int64_t>(0);
    context().library.write(
        this,
        [made, articles, name = toStdString(name), colour = toStdString(colour)](data::Library& library) {
            *made = library.annotations().addTag(name, colour);
            for (const qint64 id : articles)
                library.annotations().setTagged(id, *made, true);
        },
        [this, made] {
            m_places->editTag(*made);
            reload();
        });
}

} // namespace parallax::ui
