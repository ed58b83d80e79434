// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with market figures: the actions, the toolbar, copies and files.
#include "ui/projections/projections_workspace.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include <set>

#include "ui/common/actions.h"
#include "ui/common/chart_panel.h"
#include "ui/common/dialogs.h"
#include "ui/common/empty_page.h"
#include "ui/common/fitting_bar.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/settings.h"
#include "ui/common/table_clipboard.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/projections/projection_model.h"
#include "ui/tables/table_export.h"

namespace parallax::ui {

void ProjectionsWorkspace::makeActions() {
    ActionRegistry& actions = context().actions;
    const auto add = [&](const char* id, std::function<QString()> text, const QKeySequence& keys,
                         std::function<void()> trigger, const char* iconName) {
        return actions.add(this, QLatin1String("projections.") + QLatin1String(id),
                           QStringLiteral("projections"), std::move(text), keys, std::move(trigger),
                           QString::fromLatin1(iconName), Qt::WidgetWithChildrenShortcut);
    };
    add(
        "filter", [] { return tr("Filter figures"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J),
        [this] {
            m_filter->setFocus(Qt::ShortcutFocusReason);
            m_filter->selectAll();
        },
        "filter");
    m_chartAction = add(
        "chart", [] { return tr("Chart"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G),
        [this] {
            m_chartShown = !m_chartShown;
            arrangeChart();
        },
        "chart");
    m_chartAction->setCheckable(true);
    add(
        "chartAsTable", [] { return tr("Show the chart as a table"); }, {},
        [this] { m_view->setFocus(Qt::OtherFocusReason); }, "tables");
    add(
        "copyChart", [] { return tr("Copy the chart"); }, {}, [this] { m_chart->copyImage(); }, "copy");
    add(
        "exportChart", [] { return tr("Export the chart…"); }, {}, [this] { m_chart->chooseExport(); },
        "export");
    m_copyAction = add(
        "copy", [] { return tr("Copy"); }, {}, [this] { copy(); }, "copy");
    m_exportAction = add(
        "export", [] { return tr("Export figures…"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X),
        [this] { exportShown(); }, "export");
    m_tableAction = add(
        "openTable", [] { return tr("Open in Tables"); }, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return),
        [this] { openTable(); }, "tables");
    m_sourceAction = add(
        "openSource", [] { return tr("Open source"); }, QKeySequence(Qt::ALT | Qt::Key_Return),
        [this] { openSource(); }, "evidence");
}

QWidget* ProjectionsWorkspace::makeToolbar() {
    auto* bar = frame("bar", m_content);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(spacing(3), spacing(1), spacing(3), spacing(1));
    row->setSpacing(spacing(1));
    m_filter = new QLineEdit(bar);
    m_filter->setObjectName(QStringLiteral("figureFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(spacing(64));
    m_filter->setMinimumWidth(spacing(30));
    m_measure = new ElidedBox(bar);
    m_measure->setObjectName(QStringLiteral("measureFilter"));
    m_source = new ElidedBox(bar);
    m_source->setObjectName(QStringLiteral("sourceFilter"));
    for (QComboBox* box : {m_measure, m_source}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        connect(box, &QComboBox::activated, this, &ProjectionsWorkspace::applyFilter);
    }
    m_count = label({}, "quiet", bar);
    row->addWidget(m_filter, 2);
    row->addWidget(m_measure, 1);
    row->addWidget(m_source, 1);
    row->addSpacing(spacing(1));
    row->addWidget(m_count);
    row->addStretch(1);
    auto* fitting = new FittingBar(bar, row);
    fitting->addSpare(m_count);
    for (QAction* action : {m_chartAction, m_copyAction, m_exportAction, m_tableAction, m_sourceAction}) {
        auto* button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        fitting->addVerb(button);
    }
    fitting->arrange();
    connect(m_filter, &QLineEdit::textChanged, m_typing, QOverload<>::of(&QTimer::start));
    return bar;
}

void ProjectionsWorkspace::copy() {
    std::set<int> rows;
    const auto selection = m_view->selectionModel()->selection();
    for (const QItemSelectionRange& range : selection)
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(row);
    copyTable(m_model->asTable({rows.begin(), rows.end()}), true);
}

void ProjectionsWorkspace::exportShown() {
    auto shown = std::make_shared<data::Table>(m_model->asTable());
    if (shown->rows.empty())
        return;
    shown->caption = toStdString(tr("Market figures"));
    const auto title = [] { return tr("Export figures"); };
    const QString path =
        dialogs::saveFile(this, title(), tr("Market figures") + QLatin1String(".xlsx"),
                          tr("Excel workbook (*.xlsx);;CSV (*.csv);;Markdown (*.md);;JSON (*.json)"));
    if (path.isEmpty())
        return;
    context().tasks.start(title,
                          [shown, path, mark = context().settings.exportByteOrderMark()](
                              std::stop_token, const ProgressCallback&) {
                              data::writeTable(*shown, toStdString(path), {.byteOrderMark = mark});
                          },
                          this, {});
}

void ProjectionsWorkspace::retranslate() {
    m_filter->setPlaceholderText(tr("Filter figures"));
    m_filter->setAccessibleName(tr("Filter by measure, subject, source or article"));
    m_filter->setToolTip(m_filter->accessibleName());
    m_measure->setAccessibleName(tr("Measure"));
    m_source->setAccessibleName(tr("Source"));
    m_view->setAccessibleName(tr("Market figures"));
    m_chart->setEmptyText(tr("Choose a figure to see its group drawn."));
    m_busy->setContent(QStringLiteral("projections"), tr("Reading the market figures…"), QString());
    m_empty->setContent(
        QStringLiteral("projections"), tr("No market figures yet"),
        tr("Tables that set a current figure beside a projected one are gathered here, with the change "
           "recomputed beside the change that the article states."));
    m_empty->findChild<QPushButton*>(QStringLiteral("openTables"))->setText(tr("Open Tables"));
    m_broken->findChild<QPushButton*>(QStringLiteral("tryAgain"))->setText(tr("Try again"));
    fillChoices();
    m_model->retranslate();
    fitHeaders();
    if (m_loaded)
        applyFilter();
    if (m_group >= 0)
        showGroup(m_group);
}

} // namespace parallax::ui
