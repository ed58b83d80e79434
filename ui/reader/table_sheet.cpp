// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/table_sheet.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

#include "ui/common/background.h"
#include "ui/common/cell_delegate.h"
#include "ui/common/check_mark.h"
#include "ui/common/check_menu.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/table_clipboard.h"
#include "ui/common/theme.h"
#include "ui/reader/page_text.h"

namespace parallax::ui {
namespace {

constexpr qint64 mostCellsAtOnce = 2'000; // copied without another thread

// Rows and columns of a piece of a selection, all included. (A QItemSelectionRange belongs to the model's
// thread.)
struct CellRange {
    int top, bottom, left, right;
};

std::vector<CellRange> rangesOf(const QItemSelection& selection) {
    std::vector<CellRange> ranges;
    for (const QItemSelectionRange& range : selection)
        ranges.push_back({range.top(), range.bottom(), range.left(), range.right()});
    return ranges;
}

// The chosen rows between two columns; what is not selected of them is empty.
data::Table cutOut(const data::Table& table, const std::vector<CellRange>& selection,
                   const std::vector<bool>& rows, int first, int last) {
    data::Table cut;
    const auto from = static_cast<std::size_t>(first);
    const auto to = static_cast<std::size_t>(last);
    for (std::size_t column = from; column <= to && !table.header.empty(); ++column)
        cut.header.push_back(column < table.header.size() ? table.header[column] : data::Cell());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!rows[row])
            continue;
        cut.rows.emplace_back(to - from + 1);
        for (const CellRange& range : selection) {
            if (static_cast<int>(row) < range.top || static_cast<int>(row) > range.bottom)
                continue;
            for (auto column = static_cast<std::size_t>(range.left);
                 column <= static_cast<std::size_t>(range.right) && column < table.rows[row].size(); ++column)
                cut.rows.back()[column - from] = table.rows[row][column];
        }
    }
    return cut;
}

} // namespace

PlainTableModel::PlainTableModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void PlainTableModel::setTable(data::Table table) {
    beginResetModel();
    m_table = std::make_shared<const data::Table>(std::move(table));
    m_checks = nullptr;
    std::size_t columns = m_table->header.size();
    for (const auto& row : m_table->rows)
        columns = std::max(columns, row.size());
    m_columns = static_cast<int>(columns);
    m_numeric.assign(columns, false);
    for (std::size_t column = 1; column < columns; ++column) {
        int filled = 0;
        int figures = 0;
        for (std::size_t row = 0; row < std::min<std::size_t>(m_table->rows.size(), 100); ++row) {
            if (column >= m_table->rows[row].size() || m_table->rows[row][column].text.empty())
                continue;
            ++filled;
            figures += looksNumeric(fromUtf8(m_table->rows[row][column].text)) ? 1 : 0;
        }
        m_numeric[column] = filled > 0 && figures * 3 >= filled * 2;
    }
    endResetModel();
}

void PlainTableModel::setChecks(CellChecksPtr checks) {
    m_checks = std::move(checks);
    if (rowCount() == 0 || columnCount() == 0)
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {SignRole, Qt::ToolTipRole});
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int PlainTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table->rows.size());
}

int PlainTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_columns;
}

QVariant PlainTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<std::size_t>(index.column());
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((m_numeric[column] ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == SignRole) {
        const CellSign* sign = m_checks ? m_checks->sign(index.row(), index.column()) : nullptr;
        return sign == nullptr ? QVariant() : QVariant::fromValue(*sign);
    }
    if (role == Qt::ToolTipRole) // the whole of an elided cell is told by the delegate
        return m_checks ? m_checks->toolTip(index.row(), index.column()) : QString();
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const auto& row = m_table->rows[static_cast<std::size_t>(index.row())];
    const QString text = column < row.size() ? fromUtf8(row[column].text) : QString();
    const QString failed = role == Qt::AccessibleTextRole && m_checks
                               ? m_checks->description(index.row(), index.column())
                               : QString();
    return failed.isEmpty() ? text : text + QStringLiteral(". ") + failed;
}

QVariant PlainTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? formatCount(section + 1) : QVariant();
    const auto column = static_cast<std::size_t>(section);
    if (role == Qt::TextAlignmentRole && column < m_numeric.size())
        return static_cast<int>((m_numeric[column] ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::DecorationRole) {
        const CellSign* sign = m_checks ? m_checks->sign(CellChecks::header, section) : nullptr;
        return sign == nullptr ? QVariant() : QVariant(checkIcon(sign->colour));
    }
    if (role == Qt::ToolTipRole && m_checks)
        if (const QString failed = m_checks->toolTip(CellChecks::header, section); !failed.isEmpty())
            return failed;
    if ((role == Qt::DisplayRole || role == Qt::ToolTipRole) && column < m_table->header.size())
        return fromUtf8(m_table->header[column].text);
    return {};
}

TableSheet::TableSheet(QWidget* parent)
    : QWidget(parent)
    , m_model(new PlainTableModel(this))
    , m_view(new QTableView(this))
    , m_caption(new QLabel(this))
    , m_size(new QLabel(this))
    , m_back(new QToolButton(this))
    , m_open(new QToolButton(this)) {
    m_back->setIcon(icon(QStringLiteral("back")));
    m_open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_open->setIcon(icon(QStringLiteral("table")));
    m_caption->setProperty("role", QStringLiteral("title"));
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_size->setProperty("role", QStringLiteral("quiet"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(spacing(3), spacing(2), spacing(3), spacing(2));
    bar->setSpacing(spacing(2));
    bar->addWidget(m_back);
    bar->addWidget(m_caption, 1);
    bar->addWidget(m_size);
    bar->addWidget(m_open);
    m_view->setModel(m_model);
    m_view->setWordWrap(false);
    auto* delegate = new CellDelegate({0, 0, PlainTableModel::SignRole}, m_view);
    m_view->setItemDelegate(delegate);
    m_view->setMouseTracking(true); // the pointer shows where a sign can be clicked
    connect(delegate, &CellDelegate::signClicked, this, &TableSheet::openChecks);
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex& index) {
        openChecks(index, m_view->viewport()->mapToGlobal(m_view->visualRect(index).bottomLeft()));
    });
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setFont(tabularFont(font()));
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight());
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    connect(m_back, &QToolButton::clicked, this, &TableSheet::closed);
    connect(m_open, &QToolButton::clicked, this, &TableSheet::openInTables);
    retranslate();
}

void TableSheet::retranslate() {
    m_back->setToolTip(tr("Back to the article (Esc)"));
    m_back->setAccessibleName(tr("Back to the article"));
    m_open->setText(tr("Open in Tables"));
    m_view->setAccessibleName(tr("Table"));
    if (auto* corner = m_view->findChild<QAbstractButton*>()) // Qt's own, nameless
        corner->setAccessibleName(tr("Select the whole table"));
}

void TableSheet::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TableSheet::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_view->setFocus(Qt::OtherFocusReason);
}

// A click on a sign, or Enter on its cell.
void TableSheet::openChecks(const QModelIndex& index, const QPoint& globalPosition) {
    if (!m_model->checks())
        return;
    CheckMenu menu;
    menu.checks = m_model->checks()->at(index.row(), index.column());
    menu.open = [this](const Place& place) { Q_EMIT openPlace(place); };
    menu.popup(this, globalPosition);
}

void TableSheet::setChecks(CellChecksPtr checks) {
    m_model->setChecks(std::move(checks));
}

void TableSheet::setTable(const data::Table& table, CellChecksPtr checks) {
    m_model->setTable(table);
    m_model->setChecks(std::move(checks));
    const QString caption = fromUtf8(table.caption).simplified();
    m_caption->setText(caption.isEmpty() ? tr("Table without a caption") : caption);
    m_caption->setToolTip(caption);
    m_size->setText(tr("%1 rows × %2 columns")
                        .arg(formatCount(m_model->rowCount()), formatCount(m_model->columnCount())));
    // By the header and the first rows only: measuring every cell of a large table takes seconds.
    const QFontMetrics metrics(m_view->font());
    for (int column = 0; column < std::min(m_model->columnCount(), 300); ++column) {
        int width = metrics.horizontalAdvance(
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().left(60));
        for (int row = 0; row < std::min(m_model->rowCount(), 50); ++row)
            width = std::max(
                width, metrics.horizontalAdvance(m_model->index(row, column).data().toString().left(60)) +
                           (m_model->index(row, column).data(PlainTableModel::SignRole).isValid()
                                ? CellDelegate::signWidth()
                                : 0));
        m_view->setColumnWidth(column, std::clamp(width + spacing(6), spacing(15), spacing(90)));
    }
}

// As the Tables page copies: tabs, a table, and no cell that a spreadsheet would run as a formula. A large
// one is made on another thread.
void TableSheet::copySelection() {
    const QItemSelection selection = m_view->selectionModel()->selection();
    if (selection.isEmpty())
        return;
    std::vector<bool> rows(static_cast<std::size_t>(m_model->rowCount()));
    int first = m_model->columnCount();
    int last = 0;
    qint64 cells = 0;
    for (const QItemSelectionRange& range : selection) {
        first = std::min(first, range.left());
        last = std::max(last, range.right());
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows[static_cast<std::size_t>(row)] = true;
        cells += qint64{range.width()} * range.height();
    }
    runBeside(
        cells > mostCellsAtOnce ? Effort::Large : Effort::Small, this,
        [table = m_model->table(), selection = rangesOf(selection), rows, first, last] {
            return copiedTable(cutOut(*table, selection, rows, first, last), !table->header.empty());
        },
        [](const CopiedTable& copied) { putOnClipboard(copied); });
}

void TableSheet::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace parallax::ui
