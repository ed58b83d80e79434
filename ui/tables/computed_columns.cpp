// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/computed_columns.h"

#include <QJsonObject>

#include <algorithm>

#include "ui/tables/compute_dialog.h"

namespace parallax::ui {

ComputedColumns::ComputedColumns(QWidget* window)
    : QObject(window)
    , m_window(window) {}

const std::vector<data::ComputedColumn>& ComputedColumns::of(data::TableId table) const {
    static const std::vector<data::ComputedColumn> none;
    const auto found = m_columns.constFind(table);
    return found == m_columns.constEnd() ? none : *found;
}

void ComputedColumns::ask(const PreparedTablePtr& table, data::Computation computation) {
    auto* dialog = new ComputeDialog(table, computation, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = table->stored.row.id] {
        m_columns[id].push_back(dialog->definition());
        Q_EMIT changed();
    });
    dialog->open();
}

void ComputedColumns::remove(const PreparedTable& table, int column) {
    auto& columns = m_columns[table.stored.row.id];
    const data::ComputedColumn& gone =
        table.added[static_cast<std::size_t>(column - table.pageColumns)].definition;
    const auto found = std::ranges::find_if(columns, [&](const data::ComputedColumn& one) {
        return one.computation == gone.computation && one.base == gone.base && one.next == gone.next &&
               one.years == gone.years;
    });
    if (found != columns.end())
        columns.erase(found);
    Q_EMIT changed();
}

QJsonArray ComputedColumns::save() const {
    QJsonArray computed;
    for (auto table = m_columns.constBegin(); table != m_columns.constEnd(); ++table)
        for (const data::ComputedColumn& one : *table)
            computed.append(QJsonObject{{QStringLiteral("table"), static_cast<qint64>(table.key())},
                                        {QStringLiteral("computation"), static_cast<int>(one.computation)},
                                        {QStringLiteral("base"), static_cast<int>(one.base)},
                                        {QStringLiteral("next"), static_cast<int>(one.next)},
                                        {QStringLiteral("years"), one.years}});
    return computed;
}

void ComputedColumns::restore(const QJsonArray& state) {
    m_columns.clear();
    for (const auto& one : state) {
        const QJsonObject stored = one.toObject();
        const int computation = stored[QLatin1String("computation")].toInt(-1);
        const int base = stored[QLatin1String("base")].toInt(-1),
                  next = stored[QLatin1String("next")].toInt(-1);
        if (computation < 0 || computation > static_cast<int>(data::Computation::Cagr) || base < 0 ||
            next < 0)
            continue; // written by another version
        m_columns[stored[QLatin1String("table")].toInteger()].push_back(
            {static_cast<data::Computation>(computation), static_cast<std::size_t>(base),
             static_cast<std::size_t>(next), stored[QLatin1String("years")].toDouble()});
    }
}

} // namespace parallax::ui
