// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/column_memory.h"

#include <QJsonObject>

namespace parallax::ui {

// Remembering the columns of more tables than this would make the session file slow to write.
static constexpr qsizetype mostRemembered = 100;

void ColumnMemory::keep(data::TableId table, const QByteArray& header) {
    m_headers.insert(table, header);
    m_age.removeAll(table);
    m_age.append(table);
    while (m_age.size() > mostRemembered)
        m_headers.remove(m_age.takeFirst());
}

QJsonArray ColumnMemory::save() const {
    QJsonArray state;
    for (const data::TableId id : m_age)
        state.append(QJsonObject{{QStringLiteral("table"), static_cast<qint64>(id)},
                                 {QStringLiteral("header"), QString::fromLatin1(m_headers[id].toBase64())}});
    return state;
}

void ColumnMemory::restore(const QJsonArray& state) {
    m_headers.clear();
    m_age.clear();
    for (const auto& one : state) {
        const QJsonObject stored = one.toObject();
        keep(stored[QLatin1String("table")].toInteger(),
             QByteArray::fromBase64(stored[QLatin1String("header")].toString().toLatin1()));
    }
}

} // namespace parallax::ui
