// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/table_model.h"

#include <QColor>
#include <QFont>
#include <QFuture>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ui/common/check_mark.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/tables/correction_dialog.h"
#include "ui/tables/role_names.h"

namespace parallax::ui {

// Below this many cells arranging takes less than a frame.
static constexpr qint64 atOnce = 20'000;

static QString columnExplanation(const PreparedTable& table, int section) {
    QStringList lines{table.headers[section].toHtmlEscaped()};
    if (section < table.pageColumns) {
        const data::TypedColumn& column = table.typed.columns[static_cast<std::size_t>(section)];
        QString facts = roleName(column.role);
        if (column.roleCorrected)
            facts += QStringLiteral(" · ") + TableModel::tr("corrected");
        if (!column.unit.empty())
            facts += QStringLiteral(" · ") + fromUtf8(column.unit).toHtmlEscaped();
        if (!column.period.empty())
            facts += QStringLiteral(" · ") + fromUtf8(column.period).toHtmlEscaped();
        if (column.role == data::ColumnRole::Change && column.base >= 0 && column.next >= 0)
            facts += QStringLiteral(" · ") +
                     TableModel::tr("%1 → %2").arg(table.headers.value(column.base).toHtmlEscaped(),
                                                   table.headers.value(column.next).toHtmlEscaped());
        lines.append(facts);
    } else {
        lines.append(TableModel::tr("Computed here, not stated by the page"));
    }
    return lines.join(QStringLiteral("<br/>"));
}

TableModel::TableModel(QObject* parent)
    : QAbstractTableModel(parent) {}

TableModel::~TableModel() {
    m_stop.request_stop();
}

void TableModel::setTable(PreparedTablePtr table) {
    m_stop.request_stop();
    ++m_generation;
    beginResetModel();
    m_table = std::move(table);
    m_checks = nullptr;
    m_order = {};
    std::vector<int> rows(m_table ? static_cast<std::size_t>(m_table->rowCount) : 0);
    std::iota(rows.begin(), rows.end(), 0);
    setRows(std::move(rows));
    endResetModel();
    setBusy(false);
    Q_EMIT arranged();
}

void TableModel::setChecks(CellChecksPtr checks) {
    m_checks = std::move(checks);
    if (rowCount() == 0 || columnCount() == 0)
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                       {SignRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_table ? 0 : m_table->columnCount;
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const int row = sourceRow(index.row());
    const ColumnFacts& facts = m_table->columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return m_table->text(row, index.column()).simplified();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(facts.numeric ? Qt::AlignRight | Qt::AlignVCenter
                                                               : Qt::AlignLeft | Qt::AlignVCenter));
    case Qt::AccessibleTextRole:
        return accessibleText(row, index.column());
    case FigureRole:
        return facts.hasFigure(row) ? QVariant(facts.middle(row)) : QVariant();
    case ShareRole:
        // A bar compares: figures of several units, or a single row, cannot be compared.
        if (!facts.numeric || !facts.oneUnit || facts.largest <= 0 || !facts.hasFigure(row) ||
            m_table->rowCount < 2 || index.column() == 0 ||
            m_table->unitOf(row, index.column())->code == "day")
            return {};
        return std::abs(facts.middle(row)) / facts.largest;
    case SourceRowRole:
        return row;
    case CornerRole: {
        const data::TypedCell* cell = m_table->cell(row, index.column());
        if (cell == nullptr)
            return {};
        if (cell->corrected)
            return Theme::current().accent;
        return !cell->quantities.empty() && cell->quantities.front().unitConflict
                   ? QVariant(Theme::current().amber)
                   : QVariant();
    }
    case SignRole: {
        const CellSign* sign = m_checks ? m_checks->sign(row, index.column()) : nullptr;
        return sign == nullptr ? QVariant() : QVariant::fromValue(*sign);
    }
    case Qt::ToolTipRole:
        return explanation(row, index.column());
    case Qt::FontRole: {
        const bool total = m_table->typed.rowRoles[static_cast<std::size_t>(row)] == data::RowRole::Total &&
                           m_table->rowCount > 1;
        if (!total)
            return {};
        QFont font;
        font.setBold(true);
        return font;
    }
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (!m_table || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole && section < rowCount() ? QVariant(sourceRow(section) + 1)
                                                               : QVariant();
    if (section >= m_table->columnCount)
        return {};
    const ColumnFacts& facts = m_table->columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return m_table->headers[section];
    case Qt::ToolTipRole: {
        const QString failed = m_checks ? m_checks->toolTip(CellChecks::header, section) : QString();
        return failed.isEmpty() ? columnExplanation(*m_table, section)
                                : failed + QStringLiteral("<hr>") + columnExplanation(*m_table, section);
    }
    case Qt::DecorationRole: {
        const CellSign* sign = m_checks ? m_checks->sign(CellChecks::header, section) : nullptr;
        return sign == nullptr ? QVariant() : QVariant(checkIcon(sign->colour));
    }
    case Qt::AccessibleDescriptionRole:
        return m_checks ? m_checks->description(CellChecks::header, section) : QString();
    case Qt::FontRole: {
        // What the page does not say is told apart from what it says.
        QFont font;
        font.setItalic(section >= m_table->pageColumns);
        return font;
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(facts.numeric ? Qt::AlignRight | Qt::AlignVCenter
                                                               : Qt::AlignLeft | Qt::AlignVCenter));
    default:
        return {};
    }
}

// What is not seen of a cell: the working of a check that fails, a correction with its reason, how its words
// were read where that is not plain, why a computed one is empty.
QString TableModel::explanation(int row, int column) const {
    const QString failed = m_checks ? m_checks->toolTip(row, column) : QString();
    const QString reading = readingExplanation(row, column);
    return failed.isEmpty() || reading.isEmpty() ? failed + reading
                                                 : failed + QStringLiteral("<hr>") + reading;
}

QString TableModel::accessibleText(int row, int column) const {
    QString text = m_table->headers[column] + QLatin1String(": ") + m_table->text(row, column);
    if (const QString failed = m_checks ? m_checks->description(row, column) : QString(); !failed.isEmpty())
        text += QStringLiteral(". ") + failed;
    return text;
}

QString TableModel::readingExplanation(int row, int column) const {
    QStringList lines;
    if (column >= m_table->pageColumns) {
        const AddedColumn& added = m_table->added[static_cast<std::size_t>(column - m_table->pageColumns)];
        const auto& cell = added.result.cells[static_cast<std::size_t>(row)];
        if (!cell)
            return computedReason(added.result.reasons[static_cast<std::size_t>(row)]);
        if (cell->low < cell->high)
            return tr("%1 to %2 once the rounding of the figures is allowed for")
                .arg(figureText(cell->low, added.result.unit), figureText(cell->high, added.result.unit));
        return {};
    }
    const data::TypedCell* cell = m_table->cell(row, column);
    if (cell == nullptr)
        return {};
    if (const data::Correction* one = m_table->correction(data::CorrectionKind::Cell, row, column)) {
        lines.append(tr("The page says: %1").arg(fromUtf8(one->before).simplified().toHtmlEscaped()));
        lines.append(
            tr("Corrected by %1, %2").arg(fromUtf8(one->by).toHtmlEscaped(), formatInstant(one->at)));
        if (!one->why.empty())
            lines.append(fromUtf8(one->why).toHtmlEscaped());
        if (one->state == data::CorrectionState::PageChanged)
            lines.append(tr("The page has changed since; it says now: %1")
                             .arg(fromUtf8(one->pageWords).simplified().toHtmlEscaped()));
    }
    if (!cell->quantities.empty() && cell->quantities.front().unitConflict)
        lines.append(tr("Its unit is not that of its header; the cell's own counts."));
    for (const std::string& rejected : cell->rejected)
        lines.append(tr("Not read as %1").arg(fromUtf8(rejected).toHtmlEscaped()));
    if (cell->figure && (cell->corrected || !cell->rejected.empty() || cell->quantities.front().unitConflict))
        lines.append(tr("Read as %1").arg(readingOf(*cell).toHtmlEscaped()));
    return lines.join(QStringLiteral("<br/>"));
}

void TableModel::sort(int column, Qt::SortOrder direction) {
    if (m_order.column == column && m_order.direction == direction)
        return;
    m_order.column = column;
    m_order.direction = direction;
    arrange();
}

void TableModel::setFilter(const QString& text) {
    if (m_order.filter == text)
        return;
    m_order.filter = text;
    arrange();
}

int TableModel::rowOfSource(int row) const {
    return row >= 0 && static_cast<std::size_t>(row) < m_shown.size() ? m_shown[static_cast<std::size_t>(row)]
                                                                      : -1;
}

void TableModel::setRows(std::vector<int> rows) {
    m_rows = std::move(rows);
    m_shown.assign(m_table ? static_cast<std::size_t>(m_table->rowCount) : 0, -1);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_shown[static_cast<std::size_t>(m_rows[i])] = static_cast<int>(i);
}

void TableModel::arrange() {
    if (!m_table)
        return;
    m_stop.request_stop();
    m_stop = std::stop_source();
    const int generation = ++m_generation;
    if (qint64(m_table->rowCount) * m_table->columnCount <= atOnce) {
        take(arrangeRows(*m_table, m_order, QLocale(), {}));
        return;
    }
    setBusy(true);
    QtConcurrent::run([table = m_table, order = m_order, locale = QLocale(), stop = m_stop.get_token()] {
        return arrangeRows(*table, order, locale, stop);
    }).then(this, [this, generation](std::vector<int> rows) {
        if (generation == m_generation)
            take(std::move(rows));
    });
}

// The same rows in another order keep selection and current cell; other rows are a reset, after which the
// view finds its cell again by the row of the table.
void TableModel::take(std::vector<int> rows) {
    if (rows.size() == m_rows.size() && m_rows.size() == static_cast<std::size_t>(m_table->rowCount)) {
        Q_EMIT aboutToArrange();
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const std::vector<int> before = m_rows;
        setRows(std::move(rows));
        const QModelIndexList old = persistentIndexList();
        QModelIndexList moved;
        moved.reserve(old.size());
        for (const QModelIndex& one : old)
            moved.append(index(rowOfSource(before[static_cast<std::size_t>(one.row())]), one.column()));
        changePersistentIndexList(old, moved);
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    } else {
        beginResetModel();
        setRows(std::move(rows));
        endResetModel();
    }
    setBusy(false);
    Q_EMIT arranged();
}

void TableModel::setBusy(bool busy) {
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace parallax::ui
