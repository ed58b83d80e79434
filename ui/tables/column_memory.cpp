// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/column_memory.h"

#include <QHeaderView>
#include <QJsonObject>

#include <algorithm>

#include "ui/common/rescale.h"
#include "ui/common/theme.h"

namespace parallax::ui {

// Remembering the columns of more tables than this would make the session file slow to write.
static constexpr qsizetype mostRemembered = 100;

void ColumnMemory::keep(data::TableId table, const QHeaderView& header) {
    keep(table, {header.saveState(), scalePercent()});
}

bool ColumnMemory::restore(data::TableId table, QHeaderView& header) const {
    const Kept kept = m_headers.value(table);
    if (kept.header.isEmpty() || !header.restoreState(kept.header))
        return false;
    if (kept.scale != scalePercent())
        rescaleColumns(header, kept.scale, scalePercent());
    return true;
}

void ColumnMemory::keep(data::TableId table, const Kept& kept) {
    m_headers.insert(table, kept);
    m_age.removeAll(table);
    m_age.append(table);
    while (m_age.size() > mostRemembered)
        m_headers.remove(m_age.takeFirst());
}

QJsonArray ColumnMemory::save() const {
    QJsonArray state;
    for (const data::TableId id : m_age)
        state.append(
            QJsonObject{{QStringLiteral("table"), static_cast<qint64>(id)},
                        {QStringLiteral("scale"), m_headers[id].scale},
                        {QStringLiteral("header"), QString::fromLatin1(m_headers[id].header.toBase64())}});
    return state;
}

void ColumnMemory::restore(const QJsonArray& state) {
    m_headers.clear();
    m_age.clear();
    for (const auto& one : state) {
        const QJsonObject stored = one.toObject();
        keep(stored[QLatin1String("table")].toInteger(),
             {QByteArray::fromBase64(stored[QLatin1String("header")].toString().toLatin1()),
              std::clamp(stored[QLatin1String("scale")].toInt(scalePercent()), 100, 200)});
    }
}

} // namespace parallax::ui
