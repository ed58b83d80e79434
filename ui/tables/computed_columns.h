// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QObject>

#include <vector>

#include "ui/tables/prepared_table.h"

class QWidget;

namespace parallax::ui {

// What an analyst had computed in tables; kept with the session.
class ComputedColumns final : public QObject {
    Q_OBJECT
  public:
    explicit ComputedColumns(QWidget* window);

    const std::vector<data::ComputedColumn>& of(data::TableId table) const;
    void ask(const PreparedTablePtr& table, data::Computation computation); // for the columns, then adds one
    void remove(const PreparedTable& table, int column); // of the table, one of its computed ones

    QJsonArray save() const;
    void restore(const QJsonArray& state);

  Q_SIGNALS:
    void changed(); // of the table that was asked about: it is to be read again

  private:
    QWidget* m_window;
    QHash<data::TableId, std::vector<data::ComputedColumn>> m_columns;
};

} // namespace parallax::ui
