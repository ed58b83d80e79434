// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/row_order.h"

#include <QCollator>

#include <algorithm>

namespace parallax::ui {

std::vector<int> arrangeRows(const PreparedTable& table, const RowOrder& order, const QLocale& locale,
                             const std::stop_token& stop) {
    const RowFilter filter(order.filter, table);
    std::vector<int> rows;
    rows.reserve(static_cast<std::size_t>(table.rowCount));
    for (int r = 0; r < table.rowCount; ++r) {
        if ((r & 1023) == 0 && stop.stop_requested())
            return {};
        if (filter.isEmpty() || filter.accepts(table, r))
            rows.push_back(r);
    }
    if (order.column < 0 || order.column >= table.columnCount)
        return rows;

    const ColumnFacts& facts = table.columns[static_cast<std::size_t>(order.column)];
    const bool descending = order.direction == Qt::DescendingOrder;
    if (facts.numeric) {
        const auto middle =
            std::stable_partition(rows.begin(), rows.end(), [&](int r) { return facts.hasFigure(r); });
        std::stable_sort(rows.begin(), middle, [&](int a, int b) {
            return descending ? facts.middle(b) < facts.middle(a) : facts.middle(a) < facts.middle(b);
        });
        return rows;
    }
    QCollator collator(locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    struct Keyed {
        int row;
        bool blank;
        QCollatorSortKey key;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(rows.size());
    for (const int r : rows) {
        if ((r & 1023) == 0 && stop.stop_requested())
            return {};
        const QString text = table.text(r, order.column).trimmed();
        keyed.push_back({r, text.isEmpty(), collator.sortKey(text)});
    }
    std::stable_sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
        if (a.blank != b.blank)
            return b.blank;
        return descending ? b.key.compare(a.key) < 0 : a.key.compare(b.key) < 0;
    });
    std::transform(keyed.begin(), keyed.end(), rows.begin(), [](const Keyed& one) { return one.row; });
    return rows;
}

} // namespace parallax::ui
