// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/place_pane.h"

#include <QContextMenuEvent>
#include <QJsonArray>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/library/tag_colours.h"
#include "ui/reader/note_editor.h"

namespace parallax::ui {
namespace {

class PlaceDelegate final : public QStyledItemDelegate {
  public:
    explicit PlaceDelegate(PlacePane& pane)
        : QStyledItemDelegate(&pane)
        , m_pane(pane) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const bool group = kindOf(index) == PlaceKind::Group;
        return {spacing(30), rowHeight() + (group ? spacing(2) : 0)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = Theme::current();
        const PlaceKind kind = kindOf(index);
        painter->save();
        const QRect row(0, option.rect.top(), m_pane.viewport()->width(), option.rect.height());
        if (option.state.testFlag(QStyle::State_Selected) && kind != PlaceKind::Group) {
            painter->fillRect(row, theme.selection);
            painter->fillRect(QRect(row.left(), row.top(), 2, row.height()), theme.accent);
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(row, theme.sunken);
        }
        const bool focused = option.state.testFlag(QStyle::State_HasFocus) && m_pane.hasFocus();
        if (focused && (kind == PlaceKind::Group || theme.highContrast)) {
            painter->setPen(theme.accent);
            painter->drawRect(row.adjusted(1, 1, -2, -2));
        }
        QRect area = row.adjusted(spacing(3), 0, -spacing(3), 0);
        QFont font = option.font;
        if (kind == PlaceKind::Group) {
            area.setTop(area.top() + spacing(2));
            font.setBold(true);
            painter->setFont(font);
            painter->setPen(theme.quietText);
            painter->drawText(area.adjusted(0, 0, -spacing(5), 0), Qt::AlignLeft | Qt::AlignVCenter,
                              index.data().toString());
            const int size = spacing(3);
            icon(m_pane.isExpanded(index) ? QStringLiteral("down") : QStringLiteral("forward"))
                .paint(painter, QRect(area.right() - size, area.center().y() - size / 2, size, size));
            painter->restore();
            return;
        }
        const int left = area.left();
        const QIcon sign = index.data(Qt::DecorationRole).value<QIcon>();
        const QColor colour = index.data(PlaceModel::ColourRole).value<QColor>();
        const int size = spacing(4);
        if (!sign.isNull()) {
            sign.paint(painter, QRect(left, area.center().y() - size / 2, size, size));
            area.setLeft(left + size + spacing(2));
        } else if (kind == PlaceKind::Tag) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(colour);
            const int dot = spacing(2);
            painter->drawEllipse(QRect(left + (size - dot) / 2, area.center().y() - dot / 2, dot, dot));
            area.setLeft(left + size + spacing(2));
        } else {
            area.setLeft(left + spacing(2));
        }
        QString count;
        const qint64 here = index.data(PlaceModel::CountRole).toLongLong();
        const qint64 stated = index.data(PlaceModel::StatedRole).toLongLong();
        if (here >= 0)
            count = stated >= 0 ? PlacePane::tr("%1 of %2").arg(formatCount(here), formatCount(stated))
                                : formatCount(here);
        painter->setPen(theme.quietText);
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, count);
        area.setRight(area.right() - painter->fontMetrics().horizontalAdvance(count) - spacing(2));
        painter->setPen(kind == PlaceKind::More ? theme.accent : theme.text);
        painter->drawText(
            area, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
        painter->restore();
    }

  private:
    static PlaceKind kindOf(const QModelIndex& index) {
        return static_cast<PlaceKind>(index.data(PlaceModel::KindRole).toInt());
    }

    PlacePane& m_pane;
};

} // namespace

PlacePane::PlacePane(QWidget* parent)
    : QTreeView(parent)
    , m_model(new PlaceModel(this)) {
    setModel(m_model);
    setItemDelegate(new PlaceDelegate(*this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    connect(m_model, &PlaceModel::modelReset, this, &PlacePane::restoreExpansion);
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
        m_collapsed.insert(static_cast<int>(m_model->entry(index)->group));
    });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        m_collapsed.remove(static_cast<int>(m_model->entry(index)->group));
    });
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        const PlaceEntry* entry = m_model->entry(index);
        if (entry->kind == PlaceKind::Group)
            setExpanded(index, !isExpanded(index));
        else if (entry->kind == PlaceKind::More)
            m_model->showAllOf(entry->group);
    });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        const PlaceEntry* entry = m_model->entry(index);
        if (m_quiet || entry == nullptr || entry->kind == PlaceKind::Group || entry->kind == PlaceKind::More)
            return;
        m_filter = entry->filter;
        m_query = entry->query;
        Q_EMIT chosen(*entry);
    });
    connect(m_model, &PlaceModel::renamed, this, [this](const PlaceEntry& entry, const QString& name) {
        if (entry.kind == PlaceKind::Tag)
            Q_EMIT tagChanged(entry.id, name, entry.colour.name());
        else
            Q_EMIT searchRenamed(entry, name);
    });
    retranslate();
}

void PlacePane::retranslate() {
    setAccessibleName(tr("Places"));
}

void PlacePane::changeEvent(QEvent* event) {
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_model != nullptr) {
        retranslate();
        m_model->retranslate();
    }
}

void PlacePane::setFacets(const data::Facets& facets, const std::vector<data::SavedSearch>& saved) {
    m_model->setFacets(facets, saved);
    if (m_editTag != 0) {
        for (int c = 0; c < m_model->rowCount(m_model->groupIndex(PlaceGroup::Tags)); ++c) {
            const QModelIndex tag = m_model->index(c, 0, m_model->groupIndex(PlaceGroup::Tags));
            if (m_model->entry(tag)->id != m_editTag)
                continue;
            m_editTag = 0;
            setExpanded(tag.parent(), true);
            scrollTo(tag);
            edit(tag);
            return;
        }
    }
}

void PlacePane::editTag(qint64 id) {
    m_editTag = id;
}

void PlacePane::restoreExpansion() {
    m_quiet = true;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex group = m_model->index(i, 0);
        if (m_model->entry(group)->kind == PlaceKind::Group)
            setExpanded(group, !m_collapsed.contains(static_cast<int>(m_model->entry(group)->group)));
    }
    setCurrentIndex(m_model->find(m_filter, m_query));
    m_quiet = false;
}

void PlacePane::showPlace(const data::ArticleFilter& filter, const QString& query) {
    m_filter = filter;
    m_query = query;
    m_quiet = true;
    QModelIndex place = m_model->find(filter, query);
    if (!place.isValid())
        place = m_model->find(filter, {});
    setCurrentIndex(place);
    m_quiet = false;
}

void PlacePane::remove(const PlaceEntry& entry) {
    if (entry.kind == PlaceKind::Tag)
        Q_EMIT tagRemoved(entry);
    else if (entry.kind == PlaceKind::Saved)
        Q_EMIT searchRemoved(entry);
}

void PlacePane::renameCurrent() {
    if (m_model->flags(currentIndex()).testFlag(Qt::ItemIsEditable))
        edit(currentIndex());
}

void PlacePane::recolourCurrent() {
    const PlaceEntry* entry = m_model->entry(currentIndex());
    if (entry == nullptr || entry->kind != PlaceKind::Tag)
        return;
    qsizetype now = -1;
    for (qsizetype i = 0; i < tagColours().size(); ++i)
        if (QColor(tagColours()[i]) == entry->colour)
            now = i;
    Q_EMIT tagChanged(entry->id, entry->text, tagColours()[(now + 1) % tagColours().size()]);
}

// Delete means the tag or the search that has the focus, not the articles of the list.
bool PlacePane::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete &&
        m_model->flags(currentIndex()).testFlag(Qt::ItemIsEditable)) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void PlacePane::keyPressEvent(QKeyEvent* event) {
    const PlaceEntry* entry = m_model->entry(currentIndex());
    if (entry != nullptr && event->key() == Qt::Key_Delete) {
        const PlaceEntry leaving = *entry; // it goes from the pane at once
        remove(leaving);
        return;
    }
    if (entry != nullptr &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)) {
        if (entry->kind == PlaceKind::Group) {
            setExpanded(currentIndex(), !isExpanded(currentIndex()));
            return;
        }
        if (entry->kind == PlaceKind::More) {
            m_model->showAllOf(entry->group);
            return;
        }
    }
    QTreeView::keyPressEvent(event);
}

void PlacePane::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    const PlaceEntry* line = m_model->entry(index);
    QMenu menu(this);
    if (line != nullptr && (line->kind == PlaceKind::Tag || line->kind == PlaceKind::Saved)) {
        const PlaceEntry entry = *line;
        menu.addAction(icon(QStringLiteral("edit")), tr("Rename"), this, [this, index] { edit(index); });
        if (entry.kind == PlaceKind::Tag) {
            QMenu* colours = menu.addMenu(tr("Colour"));
            const QStringList names{tr("Blue"),   tr("Orange"), tr("Green"), tr("Pink"),
                                    tr("Purple"), tr("Olive"),  tr("Teal"),  tr("Brown")};
            for (qsizetype i = 0; i < tagColours().size(); ++i) {
                const QString colour = tagColours()[i];
                colours->addAction(colourIcon(colour), names[i], this, [this, entry, colour] {
                    Q_EMIT tagChanged(entry.id, entry.text, colour);
                });
            }
        }
        menu.addAction(icon(QStringLiteral("delete")),
                       entry.kind == PlaceKind::Tag ? tr("Remove this tag") : tr("Remove this saved search"),
                       this, [this, entry] { remove(entry); });
        menu.addSeparator();
    }
    menu.addAction(icon(QStringLiteral("tag")), tr("New tag"), this, &PlacePane::newTagAsked);
    menu.exec(event->globalPos());
}

QJsonObject PlacePane::saveState() const {
    QJsonArray collapsed;
    for (const int group : m_collapsed)
        collapsed.push_back(group);
    return {{QStringLiteral("collapsed"), collapsed}};
}

void PlacePane::restoreState(const QJsonObject& state) {
    m_collapsed.clear();
    for (const QJsonValue& group : state.value(QStringLiteral("collapsed")).toArray())
        m_collapsed.insert(group.toInt());
    restoreExpansion();
}

} // namespace parallax::ui
