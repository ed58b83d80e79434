// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QList>

#include "data/store/table_store.h"

class QHeaderView;

namespace parallax::ui {

// Widths, order and hidden columns of the tables seen last, as a header's state; kept with the session.
class ColumnMemory {
  public:
    void keep(data::TableId table, const QHeaderView& header);
    bool restore(data::TableId table, QHeaderView& header) const; // false where it is not remembered

    QJsonArray save() const;
    void restore(const QJsonArray& state);

  private:
    struct Kept {
        QByteArray header;
        int scale = 100; // that its widths are pixels of
    };
    void keep(data::TableId table, const Kept& kept);

    QHash<data::TableId, Kept> m_headers;
    QList<data::TableId> m_age; // oldest first
};

} // namespace parallax::ui
