// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QJsonObject>

#include <optional>
#include <vector>

#include "data/store/article_store.h"
#include "ui/common/place.h"

class QAction;

namespace parallax::ui {

struct Context;

// What the palette lists for what was typed: commands and workspaces by name, then articles by search.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { KindRole = Qt::UserRole + 1, ShortcutRole, PositionsRole, IconRole };
    enum class Kind { Command, Article };

    explicit PaletteModel(Context& context, QObject* parent = nullptr);

    void setQuery(const QString& text);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    QAction* actionAt(int row) const;            // null for an article
    QString groupAt(int row) const;              // the workspace id, "general", or empty
    std::optional<Place> placeAt(int row) const; // of an article
    bool isSearching() const { return m_searching; }

  Q_SIGNALS:
    void searchEnded();

  private:
    struct Row {
        Kind kind = Kind::Command;
        QString text;
        QString detail; // group or source and month
        QString group;
        QString shortcut;
        QString icon;
        QAction* action = nullptr;
        Place place;
        QList<int> positions;
        int score = 0;
    };

    void searchArticles(const QString& text);
    void showArticles(std::vector<Row> articles);

    Context& m_context;
    QString m_text;
    std::vector<Row> m_rows;
    bool m_searching = false;
};

} // namespace parallax::ui
