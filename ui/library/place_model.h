// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QColor>
#include <QIcon>

#include <set>
#include <utility>
#include <vector>

#include "data/store/annotation_store.h"
#include "data/store/article_store.h"

namespace parallax::ui {

enum class PlaceKind { Group, All, Unread, Starred, Noted, Failed, Source, Topic, Tag, Month, Saved, More };
enum class PlaceGroup { Saved, Tags, Sources, Topics, Archive };

// One line of the place pane.
struct PlaceEntry {
    PlaceKind kind = PlaceKind::All;
    PlaceGroup group = PlaceGroup::Sources; // of a Group, a More and what a group holds
    QString text;
    qint64 count = -1;
    qint64 stated = -1; // what the pages say
    qint64 id = 0;      // of a tag or a saved search
    QColor colour;      // of a tag
    data::ArticleFilter filter;
    QString query; // of a saved search
};

// Everything, what is unread, starred or noted; then groups of saved searches, tags, sources, topics and
// months, each with how many articles it holds.
class PlaceModel final : public QAbstractItemModel {
    Q_OBJECT
  public:
    enum Role { KindRole = Qt::UserRole + 1, CountRole, StatedRole, ColourRole };

    explicit PlaceModel(QObject* parent = nullptr);

    void setFacets(const data::Facets& facets, const std::vector<data::SavedSearch>& saved);
    // A tag or a saved search that is being removed is not shown, unless it stays after all.
    void leave(PlaceKind kind, qint64 id);
    void stay(PlaceKind kind, qint64 id);
    void showAllOf(PlaceGroup group); // long groups begin with their first lines
    void retranslate();

    const PlaceEntry* entry(const QModelIndex& index) const;
    QModelIndex find(const data::ArticleFilter& filter, const QString& query) const;
    QModelIndex groupIndex(PlaceGroup group) const;
    const std::vector<data::Tag>& tags() const { return m_facets.tags; }

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

  Q_SIGNALS:
    void renamed(const parallax::ui::PlaceEntry& entry, const QString& name); // a tag or a saved search

  private:
    struct Node {
        PlaceEntry entry;
        std::vector<PlaceEntry> children;
    };
    std::vector<Node> build() const;
    void rebuild();

    data::Facets m_facets;
    std::vector<data::SavedSearch> m_saved;
    std::vector<Node> m_nodes;
    std::set<std::pair<PlaceKind, qint64>> m_leaving;
    bool m_allSources = false;
    bool m_allTopics = false;
};

} // namespace parallax::ui
