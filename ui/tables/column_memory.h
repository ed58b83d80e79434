// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QList>

#include "data/store/table_store.h"

namespace parallax::ui {

// Widths, order and hidden columns of the tables seen last, as a header's state; kept with the session.
class ColumnMemory {
  public:
    void keep(data::TableId table, const QByteArray& header);
    QByteArray of(data::TableId table) const { return m_headers.value(table); }

    QJsonArray save() const;
    void restore(const QJsonArray& state);

  private:
    QHash<data::TableId, QByteArray> m_headers;
    QList<data::TableId> m_age; // oldest first
};

} // namespace parallax::ui
