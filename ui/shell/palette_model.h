// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QJsonObject>

#include <memory>
#include <optional>
#include <vector>

#include "ui/common/place.h"
#include "ui/shell/palette_search.h"

class QAction;

namespace parallax::ui {

struct Context;

// What the palette lists for what was typed: commands and workspaces by name, then places of the library
// (sources, topics, months, tags, saved searches, tables), then articles by title and by search.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { KindRole = Qt::UserRole + 1, ShortcutRole, PositionsRole, IconRole };
    enum class Kind { Command, Place, Article };

    explicit PaletteModel(Context& context, QObject* parent = nullptr);

    void setQuery(const QString& text);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    QAction* actionAt(int row) const;            // null for a place or an article
    QString groupAt(int row) const;              // the workspace id, "general", or empty
    std::optional<Place> placeAt(int row) const; // of a place or an article
    bool isSearching() const { return m_searching; }

  Q_SIGNALS:
    void searchEnded();

  private:
    struct Row {
        Kind kind = Kind::Command;
        QString text;
        QString detail; // group, kind of place, or source and month
        QString group;
        QString shortcut;
        QString icon;
        QAction* action = nullptr;
        Place place;
        QList<int> positions;
        int score = 0;
    };

    void search(const QString& text);
    void showFound(std::vector<Row> found);
    static Row rowOf(FoundPlace found);

    Context& m_context;
    QString m_text;
    std::vector<Row> m_rows;                 // commands, places, articles
    std::shared_ptr<PaletteSearch> m_search; // used on the reading thread alone
    bool m_searching = false;
};

} // namespace parallax::ui
