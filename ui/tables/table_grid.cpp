// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/table_grid.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

#include "data/export/export.h"
#include "ui/common/cell_delegate.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/table_clipboard.h"
#include "ui/common/theme.h"
#include "ui/tables/table_model.h"

namespace parallax::ui {
namespace {

// What the grid and its frozen column have in common.
void setUpView(QTableView& view) {
    view.setShowGrid(true);
    view.setWordWrap(false);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.setTabKeyNavigation(false);
    view.setFrameShape(QFrame::NoFrame);
    view.verticalHeader()->hide();
    // One height for all: asking each row for its own takes seconds for 100,000 of them.
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.horizontalHeader()->setHighlightSections(false);
    view.horizontalHeader()->setSectionsClickable(true);
    view.horizontalHeader()->setSortIndicatorShown(true);
    view.horizontalHeader()->setSortIndicatorClearable(true); // a third click gives the article's order back
    view.horizontalHeader()->setTextElideMode(Qt::ElideRight);
    view.horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    view.horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
}

} // namespace

TableGrid::TableGrid(TableModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_frozen(new QTableView(this)) {
    setUpView(*this);
    setModel(&model);
    auto* delegate =
        new CellDelegate({TableModel::ShareRole, TableModel::CornerRole, TableModel::SignRole}, this);
    setItemDelegate(delegate);
    connect(delegate, &CellDelegate::signClicked, this, &TableGrid::signClicked);
    setMouseTracking(true); // the pointer shows where a sign can be clicked
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setFirstSectionMovable(false);
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, &TableGrid::columnsChanged);
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, [this](const QPoint& at) {
        headerMenu(horizontalHeader()->mapToGlobal(at), horizontalHeader()->logicalIndexAt(at));
    });
    connect(&model, &TableModel::aboutToArrange, this, &TableGrid::putSelectionAside);
    connect(&model, &TableModel::arranged, this, &TableGrid::takeSelectionBack);
    setUpFrozen();
    setSortingEnabled(true);
    connect(this, &QTableView::doubleClicked, this, &TableGrid::openRequested);
    applyDensity();
}

void TableGrid::setUpFrozen() {
    setUpView(*m_frozen);
    m_frozen->setModel(&m_model);
    m_frozen->setItemDelegate(itemDelegate());
    m_frozen->setSelectionModel(selectionModel());
    m_frozen->setFocusPolicy(Qt::NoFocus);
    m_frozen->setMouseTracking(true);
    m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setObjectName(QStringLiteral("frozenColumn"));
    m_frozen->hide();
    connect(m_frozen, &QTableView::doubleClicked, this, &TableGrid::openRequested);
    connect(m_frozen->horizontalHeader(), &QHeaderView::customContextMenuRequested, this,
            [this](const QPoint& at) { headerMenu(m_frozen->horizontalHeader()->mapToGlobal(at), 0); });
    // The two headers show and set one sort order.
    connect(m_frozen->horizontalHeader(), &QHeaderView::sectionClicked, this, [this] {
        const auto* header = m_frozen->horizontalHeader();
        horizontalHeader()->setSortIndicator(header->sortIndicatorSection(), header->sortIndicatorOrder());
    });
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, m_frozen->horizontalHeader(),
            &QHeaderView::setSortIndicator);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] { placeFrozen(); });
    connect(m_frozen->horizontalHeader(), &QHeaderView::sectionResized, this,
            [this](int section, int, int size) {
                if (section == 0 && m_frozen->isVisible())
                    setColumnWidth(0, size);
            });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(),
            &QScrollBar::setValue);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, [this] { placeFrozen(); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] { placeFrozen(); });
}

// Over the first column, and only once that is (partly) scrolled away: at rest there is nothing to see twice.
void TableGrid::placeFrozen() {
    const bool needed = horizontalScrollBar()->value() > 0 && m_model.columnCount() > 1 &&
                        !isColumnHidden(0) && columnWidth(0) < viewport()->width() * 2 / 3;
    if (needed) {
        for (int c = 1; c < m_model.columnCount(); ++c)
            if (!m_frozen->isColumnHidden(c))
                m_frozen->setColumnHidden(c, true);
        m_frozen->setColumnWidth(0, columnWidth(0));
        m_frozen->horizontalHeader()->setFixedHeight(horizontalHeader()->height());
        m_frozen->setGeometry(frameWidth(), frameWidth(), columnWidth(0) + 1,
                              viewport()->height() + horizontalHeader()->height());
        m_frozen->verticalScrollBar()->setValue(verticalScrollBar()->value());
    }
    m_frozen->setVisible(needed);
    if (needed)
        m_frozen->raise();
}

void TableGrid::applyDensity() {
    const QFont figures = tabularFont(font());
    horizontalHeader()->setMinimumSectionSize(spacing(8));
    for (QTableView* view : {static_cast<QTableView*>(this), m_frozen}) {
        view->verticalHeader()->setDefaultSectionSize(ui::rowHeight());
        view->horizontalHeader()->setMinimumHeight(ui::rowHeight());
        if (view == m_frozen)
            view->setFont(figures);
    }
    placeFrozen();
}

void TableGrid::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyDensity();
}

void TableGrid::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    placeFrozen();
}

// A cell that the frozen column would cover counts as out of sight.
void TableGrid::scrollTo(const QModelIndex& index, ScrollHint hint) {
    if (index.column() != 0) {
        QTableView::scrollTo(index, hint);
        const int left = columnViewportPosition(index.column());
        if (m_frozen->isVisible() && left < columnWidth(0))
            horizontalScrollBar()->setValue(horizontalScrollBar()->value() + left - columnWidth(0));
    } else if (const int row = rowViewportPosition(index.row());
               row < 0 || row + rowHeight(index.row()) > viewport()->height() || hint != EnsureVisible) {
        const int before = horizontalScrollBar()->value();
        QTableView::scrollTo(index, hint);
        horizontalScrollBar()->setValue(before); // the first column is in sight anyway
    }
}

void TableGrid::fitColumns() {
    const QFontMetrics metrics(font());
    const QFontMetrics headerMetrics(horizontalHeader()->font());
    const int most = metrics.averageCharWidth() * 46;
    const int sample = std::min(200, m_model.rowCount());
    for (int c = 0; c < m_model.columnCount(); ++c) {
        // The header may take a second look: its arrow of sorting needs room beside the words.
        int width = headerMetrics.horizontalAdvance(
                        m_model.headerData(c, Qt::Horizontal, Qt::DisplayRole).toString()) +
                    spacing(9);
        if (m_model.headerData(c, Qt::Horizontal, Qt::DecorationRole).isValid())
            width += CellDelegate::signWidth() + spacing(1);
        for (int r = 0; r < sample; ++r) {
            const QModelIndex index = m_model.index(r, c);
            const int sign = index.data(TableModel::SignRole).isValid() ? CellDelegate::signWidth() : 0;
            width = std::max(width, metrics.horizontalAdvance(index.data().toString()) + sign + spacing(5));
        }
        setColumnWidth(c, std::clamp(width, spacing(14), most));
    }
}

void TableGrid::setBarsInCells(bool on) {
    m_bars = on;
    static_cast<CellDelegate*>(itemDelegate())->setBars(on);
    viewport()->update();
    m_frozen->viewport()->update();
}

std::vector<int> TableGrid::shownColumns() const {
    std::vector<int> columns;
    for (int visual = 0; visual < m_model.columnCount(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.push_back(column);
    }
    return columns;
}

void TableGrid::selectCell(int row, int column) {
    const QModelIndex index = m_model.index(row, column);
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

void TableGrid::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) { // the base class copies one cell, whatever is selected
        copy(CopiedHeader::With);
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT openRequested(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableGrid::contextMenuEvent(QContextMenuEvent* event) {
    Q_EMIT menuRequested(event->reason() == QContextMenuEvent::Keyboard
                             ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
                             : event->globalPos());
}

void TableGrid::headerMenu(const QPoint& globalPosition, int column) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (column >= 0) {
        menu->addAction(tr("Sort ascending"), this,
                        [this, column] { horizontalHeader()->setSortIndicator(column, Qt::AscendingOrder); });
        menu->addAction(tr("Sort descending"), this, [this, column] {
            horizontalHeader()->setSortIndicator(column, Qt::DescendingOrder);
        });
        menu->addAction(tr("Order of the article"), this,
                        [this] { horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); });
        menu->addSeparator();
        if (column > 0)
            menu->addAction(tr("Hide this column"), this, [this, column] {
                setColumnHidden(column, true);
                Q_EMIT columnsChanged();
            });
    }
    if (column >= 0) {
        Q_EMIT headerMenuRequested(menu, column);
        menu->addSeparator();
    }
    fillColumnMenu(*menu);
    menu->popup(globalPosition);
}

void TableGrid::fillColumnMenu(QMenu& menu) {
    menu.addAction(tr("Show all columns"), this, [this] {
        for (int c = 0; c < m_model.columnCount(); ++c)
            setColumnHidden(c, false);
        Q_EMIT columnsChanged();
    });
    menu.addAction(tr("Fit widths"), this, &TableGrid::fitColumns);
    menu.addSeparator();
    for (int c = 1; c < std::min(m_model.columnCount(), 60); ++c) { // a longer menu leaves the screen
        const QString name = m_model.headerData(c, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction* action = menu.addAction(name.isEmpty() ? tr("Column %1").arg(c + 1) : menuText(name));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(c));
        connect(action, &QAction::toggled, this, [this, c](bool shown) {
            setColumnHidden(c, !shown);
            Q_EMIT columnsChanged();
        });
    }
}

} // namespace parallax::ui
