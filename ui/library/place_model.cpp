// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/place_model.h"

#include <algorithm>

#include "ui/common/facet_names.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"

namespace parallax::ui {
namespace {

constexpr std::size_t firstLines = 25; // of sources and topics

// Group lines have no parent; what they hold remembers its group's row.
constexpr quintptr topLevel = 0;

const char* iconName(PlaceKind kind) {
    switch (kind) {
    case PlaceKind::All:
        return "library";
    case PlaceKind::Unread:
        return "unread";
    case PlaceKind::Starred:
        return "star";
    case PlaceKind::Noted:
        return "note";
    case PlaceKind::Failed:
        return "checks";
    default:
        return "";
    }
}

} // namespace

PlaceModel::PlaceModel(QObject* parent)
    : QAbstractItemModel(parent) {
    m_nodes = build();
}

std::vector<PlaceModel::Node> PlaceModel::build() const {
    std::vector<Node> nodes;
    const auto top = [&](PlaceKind kind, const QString& text, qint64 count,
                         const data::ArticleFilter& filter) {
        PlaceEntry entry;
        entry.kind = kind;
        entry.text = text;
        entry.count = count;
        entry.filter = filter;
        nodes.push_back({std::move(entry), {}});
    };
    data::ArticleFilter unread;
    unread.unreadOnly = true;
    data::ArticleFilter starred;
    starred.starredOnly = true;
    data::ArticleFilter noted;
    noted.notedOnly = true;
    top(PlaceKind::All, tr("All articles"), m_facets.articles, {});
    top(PlaceKind::Unread, tr("Unread"), m_facets.unread, unread);
    top(PlaceKind::Starred, tr("Starred"), m_facets.starred, starred);
    top(PlaceKind::Noted, tr("With notes"), m_facets.noted, noted);
    data::ArticleFilter failed;
    failed.failedOnly = true;
    top(PlaceKind::Failed, tr("With failed checks"), m_facets.failed, failed);

    const auto group = [&](PlaceGroup which, const QString& text) -> std::vector<PlaceEntry>& {
        PlaceEntry entry;
        entry.kind = PlaceKind::Group;
        entry.group = which;
        entry.text = text;
        nodes.push_back({std::move(entry), {}});
        return nodes.back().children;
    };
    const auto add = [](std::vector<PlaceEntry>& to, PlaceKind kind, PlaceGroup which,
                        const data::Facet& facet, const QString& name) {
        PlaceEntry entry;
        entry.kind = kind;
        entry.group = which;
        entry.text = kind == PlaceKind::Month ? formatMonth(facet.value) : name;
        entry.count = facet.count;
        entry.stated = facet.statedCount;
        if (kind == PlaceKind::Source)
            entry.filter.source = facet.value;
        else if (kind == PlaceKind::Topic)
            entry.filter.topic = facet.value;
        else
            entry.filter.archiveMonth = facet.value;
        to.push_back(std::move(entry));
    };
    const auto addAll = [&](std::vector<PlaceEntry>& to, PlaceKind kind, PlaceGroup which,
                            const std::vector<data::Facet>& facets, bool all) {
        const std::size_t shown = all || facets.size() <= firstLines + 3 ? facets.size() : firstLines;
        const QStringList names = facetNames(facets);
        for (std::size_t i = 0; i < shown; ++i)
            add(to, kind, which, facets[i], names[static_cast<qsizetype>(i)]);
        if (shown < facets.size()) {
            PlaceEntry more;
            more.kind = PlaceKind::More;
            more.group = which;
            more.text = tr("Show all %1").arg(formatCount(static_cast<qint64>(facets.size())));
            to.push_back(std::move(more));
        }
    };
    if (!m_saved.empty()) {
        auto& saved = group(PlaceGroup::Saved, tr("Saved searches"));
        for (const data::SavedSearch& search : m_saved) {
            if (m_leaving.contains({PlaceKind::Saved, search.id}))
                continue;
            PlaceEntry entry;
            entry.kind = PlaceKind::Saved;
            entry.group = PlaceGroup::Saved;
            entry.text = fromUtf8(search.name);
            entry.id = search.id;
            entry.filter = search.filter;
            entry.query = fromUtf8(search.query);
            saved.push_back(std::move(entry));
        }
    }
    if (!m_facets.tags.empty()) {
        auto& tags = group(PlaceGroup::Tags, tr("Tags"));
        for (const data::Tag& tag : m_facets.tags) {
            if (m_leaving.contains({PlaceKind::Tag, tag.id}))
                continue;
            PlaceEntry entry;
            entry.kind = PlaceKind::Tag;
            entry.group = PlaceGroup::Tags;
            entry.text = fromUtf8(tag.name);
            entry.count = tag.count;
            entry.id = tag.id;
            entry.colour = QColor(fromUtf8(tag.colour));
            entry.filter.tag = tag.id;
            tags.push_back(std::move(entry));
        }
    }
    if (!m_facets.sources.empty())
        addAll(group(PlaceGroup::Sources, tr("Sources")), PlaceKind::Source, PlaceGroup::Sources,
               m_facets.sources, m_allSources);
    if (!m_facets.topics.empty())
        addAll(group(PlaceGroup::Topics, tr("Topics")), PlaceKind::Topic, PlaceGroup::Topics, m_facets.topics,
               m_allTopics);
    if (!m_facets.months.empty())
        addAll(group(PlaceGroup::Archive, tr("Archive")), PlaceKind::Month, PlaceGroup::Archive,
               m_facets.months, true);
    return nodes;
}

void PlaceModel::rebuild() {
    std::vector<Node> next = build();
    // The same lines with other counts are told in place: the tree keeps what is open and selected.
    const auto sameLine = [](const PlaceEntry& a, const PlaceEntry& b) {
        return a.kind == b.kind && a.group == b.group && a.id == b.id && a.filter == b.filter;
    };
    bool same = next.size() == m_nodes.size();
    for (std::size_t i = 0; same && i < next.size(); ++i) {
        same = sameLine(next[i].entry, m_nodes[i].entry) &&
               next[i].children.size() == m_nodes[i].children.size();
        for (std::size_t c = 0; same && c < next[i].children.size(); ++c)
            same = sameLine(next[i].children[c], m_nodes[i].children[c]);
    }
    if (!same) {
        beginResetModel();
        m_nodes = std::move(next);
        endResetModel();
        return;
    }
    m_nodes = std::move(next);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
    for (int i = 0; i < rowCount(); ++i) {
        const QModelIndex group = index(i, 0);
        if (const int children = rowCount(group); children > 0)
            Q_EMIT dataChanged(index(0, 0, group), index(children - 1, 0, group));
    }
}

void PlaceModel::setFacets(const data::Facets& facets, const std::vector<data::SavedSearch>& saved) {
    m_facets = facets;
    m_saved = saved;
    rebuild();
}

void PlaceModel::leave(PlaceKind kind, qint64 id) {
    m_leaving.insert({kind, id});
    rebuild();
}

void PlaceModel::stay(PlaceKind kind, qint64 id) {
    m_leaving.erase({kind, id});
    rebuild();
}

void PlaceModel::showAllOf(PlaceGroup group) {
    (group == PlaceGroup::Sources ? m_allSources : m_allTopics) = true;
    rebuild();
}

void PlaceModel::retranslate() {
    rebuild();
}

const PlaceEntry* PlaceModel::entry(const QModelIndex& index) const {
    if (!index.isValid())
        return nullptr;
    if (index.internalId() == topLevel)
        return &m_nodes[static_cast<std::size_t>(index.row())].entry;
    return &m_nodes[index.internalId() - 1].children[static_cast<std::size_t>(index.row())];
}

QModelIndex PlaceModel::find(const data::ArticleFilter& filter, const QString& query) const {
    for (int i = 0; i < rowCount(); ++i) {
        const QModelIndex top = index(i, 0);
        const PlaceEntry* own = entry(top);
        if (own->kind != PlaceKind::Group && own->filter == filter && query.isEmpty())
            return top;
        for (int c = 0; c < rowCount(top); ++c) {
            const QModelIndex child = index(c, 0, top);
            const PlaceEntry* line = entry(child);
            if (line->kind != PlaceKind::More && line->filter == filter && line->query == query)
                return child;
        }
    }
    return {};
}

QModelIndex PlaceModel::groupIndex(PlaceGroup group) const {
    for (int i = 0; i < rowCount(); ++i) {
        const PlaceEntry& own = m_nodes[static_cast<std::size_t>(i)].entry;
        if (own.kind == PlaceKind::Group && own.group == group)
            return index(i, 0);
    }
    return {};
}

QModelIndex PlaceModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : topLevel);
}

QModelIndex PlaceModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == topLevel)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, topLevel);
}

int PlaceModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_nodes.size());
    if (parent.internalId() != topLevel || parent.column() != 0)
        return 0;
    return static_cast<int>(m_nodes[static_cast<std::size_t>(parent.row())].children.size());
}

int PlaceModel::columnCount(const QModelIndex&) const {
    return 1;
}

QVariant PlaceModel::data(const QModelIndex& index, int role) const {
    const PlaceEntry* line = entry(index);
    if (line == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return line->text;
    case Qt::DecorationRole: {
        const QString name = QLatin1String(iconName(line->kind));
        return name.isEmpty() ? QVariant() : QVariant(icon(name));
    }
    case Qt::ToolTipRole:
        if (line->stated >= 0)
            return tr("%1: %2 in this library; the pages count %3.")
                .arg(line->text, formatCount(line->count), formatCount(line->stated));
        return line->kind == PlaceKind::Saved ? line->query : line->text;
    case Qt::AccessibleTextRole:
        return line->count >= 0 ? tr("%1, %2 articles").arg(line->text, formatCount(line->count))
                                : line->text;
    case KindRole:
        return static_cast<int>(line->kind);
    case CountRole:
        return line->count;
    case StatedRole:
        return line->stated;
    case ColourRole:
        return line->colour;
    default:
        return {};
    }
}

bool PlaceModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const PlaceEntry* line = entry(index);
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || line == nullptr || name.isEmpty() || name == line->text ||
        (line->kind != PlaceKind::Tag && line->kind != PlaceKind::Saved))
        return false;
    const PlaceEntry before = *line;
    const_cast<PlaceEntry*>(line)->text = name;
    Q_EMIT dataChanged(index, index);
    Q_EMIT renamed(before, name);
    return true;
}

Qt::ItemFlags PlaceModel::flags(const QModelIndex& index) const {
    const PlaceEntry* line = entry(index);
    if (line == nullptr)
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (line->kind == PlaceKind::Tag || line->kind == PlaceKind::Saved)
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace parallax::ui
