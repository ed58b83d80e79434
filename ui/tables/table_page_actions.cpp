// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with a table: the actions, the toolbar, the menus.
#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>

#include "ui/common/actions.h"
#include "ui/common/fitting_bar.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/tables/table_corrections.h"
#include "ui/tables/table_drawing.h"
#include "ui/tables/table_grid.h"
#include "ui/tables/table_model.h"
#include "ui/tables/table_page.h"

namespace parallax::ui {

void TablePage::makeActions() {
    ActionRegistry& actions = m_context.actions;
    const QString group = QStringLiteral("tables");
    const auto add = [&](const char* id, std::function<QString()> text, const QKeySequence& keys,
                         std::function<void()> trigger, const char* iconName) {
        return actions.add(this, QLatin1String("tables.") + QLatin1String(id), group, std::move(text), keys,
                           std::move(trigger), QString::fromLatin1(iconName), Qt::WidgetWithChildrenShortcut);
    };
    add(
        "filterRows", [] { return tr("Filter rows"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
        [this] { focusRowFilter(); }, "filter");
    m_chartAction = add(
        "chart", [] { return tr("Chart"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
        [this] { setChartShown(!m_chartShown); }, "chart");
    m_chartAction->setCheckable(true);
    m_belowAction = add(
        "chartBelow", [] { return tr("Chart below the table"); }, {},
        [this] { setChartBelow(m_splitter->orientation() == Qt::Horizontal); }, "");
    m_belowAction->setCheckable(true);
    add(
        "copyChart", [] { return tr("Copy the chart"); }, {},
        [this] {
            if (table())
                m_drawing->panel().copyImage();
        },
        "copy");
    add(
        "exportChart", [] { return tr("Export the chart…"); }, {},
        [this] {
            if (table())
                m_drawing->panel().chooseExport();
        },
        "export");
    add(
        "chartAsTable", [] { return tr("Show the chart as a table"); }, {},
        [this] { m_grid->setFocus(Qt::OtherFocusReason); }, "tables");
    m_barsAction = add(
        "bars", [] { return tr("Bars in cells"); }, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_B),
        [this] { m_grid->setBarsInCells(!m_grid->barsInCells()); }, "");
    m_barsAction->setCheckable(true);
    m_barsAction->setChecked(true);
    // Ctrl+C belongs to whatever has the focus; the grid knows it by itself.
    m_copyAction = add(
        "copy", [] { return tr("Copy"); }, {}, [this] { m_grid->copy(CopiedHeader::With); }, "copy");
    m_copyPlainAction = add(
        "copyWithoutHeaders", [] { return tr("Copy without headers"); },
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C), [this] { m_grid->copy(CopiedHeader::Without); }, "");
    m_copyMarkdownAction = add(
        "copyMarkdown", [] { return tr("Copy as Markdown"); }, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M),
        [this] { m_grid->copyMarkdown(); }, "");
    m_exportAction = add(
        "export", [] { return tr("Export table…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
        [this] { exportShown(); }, "export");
    m_sourceAction = add(
        "openSource", [] { return tr("Open source"); }, QKeySequence(Qt::CTRL | Qt::Key_Return),
        [this] { openSource(); }, "evidence");
    m_compareAction = add(
        "compare", [] { return tr("Compare"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
        [this] { Q_EMIT compareRequested(); }, "compare");
    m_correctAction = add(
        "correctCell", [] { return tr("Correct this cell…"); }, QKeySequence(Qt::Key_F2),
        [this] {
            if (const QModelIndex current = m_grid->currentIndex(); current.isValid() && table())
                m_corrections->correctCell(m_model->sourceRow(current.row()), current.column());
        },
        "edit");
    m_undoAction = add(
        "undoCorrection", [] { return tr("Take back the last correction"); },
        QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { m_corrections->undoLast(); }, "");
    m_logAction = add(
        "corrections", [] { return tr("Corrections of this table…"); }, {},
        [this] { m_corrections->showLog(); }, "history");
    m_describeAction = add(
        "describe", [] { return tr("Describe the columns…"); },
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), [this] { showSummary(false); }, "");
    m_pivotAction = add(
        "pivot", [] { return tr("Group and pivot…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G),
        [this] { showSummary(true); }, "");
    m_nextCheckAction = add(
        "nextCheck", [] { return tr("Next failed figure"); }, QKeySequence(Qt::Key_F8),
        [this] { stepCheck(1); }, "checks");
    add(
        "previousCheck", [] { return tr("Previous failed figure"); }, QKeySequence(Qt::SHIFT | Qt::Key_F8),
        [this] { stepCheck(-1); }, "");
    add(
        "openCheck", [] { return tr("Checks of this cell"); }, QKeySequence(Qt::CTRL | Qt::Key_F8),
        [this] {
            if (const QModelIndex current = m_grid->currentIndex(); current.isValid())
                openChecks(m_model->sourceRow(current.row()), current.column(),
                           m_grid->viewport()->mapToGlobal(m_grid->visualRect(current).bottomLeft()));
        },
        "");
    const auto compute = [&](const char* id, data::Computation computation, std::function<QString()> text) {
        m_computeActions.append(add(
            id, std::move(text), {}, [this, computation] { this->compute(computation); }, ""));
    };
    compute("computeChange", data::Computation::Change, [] { return tr("Change in %…"); });
    compute("computeDifference", data::Computation::Difference, [] { return tr("Difference…"); });
    compute("computeCagr", data::Computation::Cagr, [] { return tr("Growth a year (CAGR)…"); });
    compute("computeShare", data::Computation::Share, [] { return tr("Share of the total…"); });
    compute("computeRank", data::Computation::Rank, [] { return tr("Rank…"); });
}

QBoxLayout* TablePage::makeHeading() {
    m_caption = label(QString(), "title", this);
    m_caption->setWordWrap(true);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_origin = new ElidedLabel(this);
    m_origin->setQuiet(true);
    m_captionSign = new QToolButton(this);
    m_captionSign->setObjectName(QStringLiteral("captionSign"));
    m_failed = new QToolButton(this);
    m_failed->setObjectName(QStringLiteral("failedFigures"));
    m_failed->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (QToolButton* button : {m_captionSign, m_failed}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->hide();
    }
    connect(m_captionSign, &QToolButton::clicked, this, [this] {
        openChecks(CellChecks::header, CellChecks::caption,
                   m_captionSign->mapToGlobal(m_captionSign->rect().bottomLeft()));
    });
    connect(m_failed, &QToolButton::clicked, this, [this] {
        if (table())
            Q_EMIT openPlace(
                {QStringLiteral("checks"),
                 {{QStringLiteral("article"), static_cast<qint64>(table()->stored.row.article)}}});
    });
    auto* above = new QHBoxLayout;
    above->setSpacing(spacing(2));
    above->addWidget(m_caption, 1);
    above->addWidget(m_captionSign, 0, Qt::AlignTop);
    auto* beneath = new QHBoxLayout;
    beneath->setSpacing(spacing(2));
    beneath->addWidget(m_origin, 1);
    beneath->addWidget(m_failed);
    auto* heading = new QVBoxLayout;
    heading->setContentsMargins(spacing(4), spacing(3), spacing(4), spacing(2));
    heading->setSpacing(spacing(1));
    heading->addLayout(above);
    heading->addLayout(beneath);
    return heading;
}

QWidget* TablePage::makeToolbar() {
    auto* bar = frame("bar", this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(spacing(3), spacing(1), spacing(3), spacing(1));
    row->setSpacing(spacing(1));
    m_rowFilter = new QLineEdit(bar);
    m_rowFilter->setObjectName(QStringLiteral("rowFilter"));
    m_rowFilter->setClearButtonEnabled(true);
    m_rowFilter->addAction(icon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    m_rowFilter->setMaximumWidth(spacing(80));
    m_rowFilter->setMinimumWidth(spacing(36));
    m_rowCount = label(QString(), "quiet", bar);
    auto* fitting = new FittingBar(bar, row);
    fitting->addSpare(m_rowCount);
    row->addWidget(m_rowFilter, 2);
    row->addSpacing(spacing(1));
    row->addWidget(m_rowCount);
    row->addStretch(1);

    const auto button = [&](QAction* action) {
        auto* made = new QToolButton(bar);
        made->setDefaultAction(action);
        made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::TabFocus);
        row->addWidget(made);
        fitting->addVerb(made);
        return made;
    };
    const auto menuButton = [&](const char* name, const char* iconName) {
        QToolButton* made = makeMenuButton(bar, name, iconName);
        row->addWidget(made);
        fitting->addVerb(made);
        return made;
    };
    button(m_compareAction);
    m_computeButton = menuButton("computeButton", "add");
    fillComputeMenu(*m_computeButton->menu());
    QToolButton* chart = button(m_chartAction);
    chart->setPopupMode(QToolButton::MenuButtonPopup);
    auto* chartMenu = new QMenu(chart);
    chartMenu->addAction(m_belowAction);
    chartMenu->addAction(m_barsAction);
    chart->setMenu(chartMenu);
    m_columnsButton = menuButton("columnsButton", "columns");
    connect(m_columnsButton->menu(), &QMenu::aboutToShow, this, [this] {
        m_columnsButton->menu()->clear();
        m_grid->fillColumnMenu(*m_columnsButton->menu());
    });
    QToolButton* copy = button(m_copyAction);
    copy->setPopupMode(QToolButton::MenuButtonPopup);
    auto* copyMenu = new QMenu(copy);
    copyMenu->addAction(m_copyPlainAction);
    copyMenu->addAction(m_copyMarkdownAction);
    copy->setMenu(copyMenu);
    m_exportButton = menuButton("exportButton", "export");
    m_exportButton->menu()->addAction(m_exportAction);
    connect(m_exportButton->menu(), &QMenu::aboutToShow, this, [this] {
        if (QAction* all = m_context.actions.find(QStringLiteral("tables.exportListed")))
            m_exportButton->menu()->addAction(all);
    });
    button(m_sourceAction);
    fitting->arrange();
    return bar;
}

// One that only opens its menu.
QToolButton* TablePage::makeMenuButton(QWidget* bar, const char* name, const char* iconName) {
    auto* made = new QToolButton(bar);
    made->setObjectName(QLatin1String(name));
    made->setIcon(icon(QLatin1String(iconName)));
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    made->setPopupMode(QToolButton::InstantPopup);
    made->setMenu(new QMenu(made));
    return made;
}

void TablePage::fillComputeMenu(QMenu& menu) {
    menu.addActions(m_computeActions);
    menu.addSeparator();
    menu.addAction(m_describeAction);
    menu.addAction(m_pivotAction);
    menu.addSeparator();
    menu.addAction(m_correctAction);
    menu.addAction(m_undoAction);
    menu.addAction(m_logAction);
}

void TablePage::addHeaderActions(QMenu& menu, int column) {
    if (!table())
        return;
    if (addCheckActions(menu, CellChecks::header, column))
        menu.addSeparator();
    if (column >= table()->pageColumns)
        menu.addAction(tr("Remove this column"), this,
                       [this, column] { m_computed->remove(*table(), column); });
    else
        m_corrections->addColumnActions(menu, column);
}

void TablePage::showMenu(const QPoint& globalPosition) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex current = m_grid->currentIndex();
    if (current.isValid() && table() &&
        addCheckActions(*menu, m_model->sourceRow(current.row()), current.column()))
        menu->addSeparator();
    menu->addAction(m_sourceAction);
    if (current.isValid() && table()) {
        menu->addSeparator();
        m_corrections->addCellActions(*menu, m_model->sourceRow(current.row()), current.column());
        menu->addAction(m_logAction);
    }
    menu->addSeparator();
    menu->addAction(m_copyAction);
    menu->addAction(m_copyPlainAction);
    menu->addAction(m_copyMarkdownAction);
    menu->addSeparator();
    menu->addAction(m_exportAction);
    menu->popup(globalPosition);
}

void TablePage::retranslate() {
    m_rowFilter->setPlaceholderText(tr("Filter rows"));
    m_rowFilter->setAccessibleName(tr("Filter rows"));
    m_rowFilter->setToolTip(tr("Words to be found, -word to leave out, column:word, column>10, <=1.5s"));
    m_columnsButton->setText(tr("Columns"));
    m_columnsButton->setToolTip(tr("Show, hide and fit columns"));
    m_computeButton->setText(tr("Compute"));
    m_computeButton->setToolTip(tr("Add a column, describe, group and pivot"));
    m_exportButton->setText(tr("Export"));
    m_exportButton->setToolTip(tr("Export as CSV, Excel workbook, Markdown or JSON"));
    for (QToolButton* button : {m_computeButton, m_columnsButton, m_exportButton})
        button->setAccessibleName(button->text());
    m_grid->setAccessibleName(tr("Table"));
    m_drawing->retranslate();
    showHeading();
    showRowCount();
}

} // namespace parallax::ui
