// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/compare_page.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

#include "ui/common/cell_delegate.h"
#include "ui/common/chart_panel.h"
#include "ui/common/dialogs.h"
#include "ui/common/empty_page.h"
#include "ui/common/figure_unit.h"
#include "ui/common/fitting_bar.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/common/sentences.h"
#include "ui/common/settings.h"
#include "ui/common/table_clipboard.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/tables/table_export.h"

namespace parallax::ui {

ComparePage::ComparePage(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new CompareModel(this))
    , m_measure(new ElidedBox(this))
    , m_onlyDifferences(new QCheckBox(this))
    , m_back(new QToolButton(this))
    , m_copy(new QToolButton(this))
    , m_export(new QToolButton(this))
    , m_note(label(QString(), "quiet", this))
    , m_view(new QTableView(this))
    , m_chart(new ChartPanel(this))
    , m_states(new QStackedWidget(this))
    , m_busy(new EmptyPage(this))
    , m_nothing(new EmptyPage(this)) {
    m_measure->setObjectName(QStringLiteral("comparedMeasure"));
    m_measure->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_measure->setMinimumContentsLength(5);
    m_onlyDifferences->setObjectName(QStringLiteral("onlyDifferences"));
    m_back->setObjectName(QStringLiteral("leaveComparison"));
    for (const auto& [button, name] :
         {std::pair(m_back, "back"), std::pair(m_copy, "copy"), std::pair(m_export, "export")}) {
        button->setIcon(icon(QString::fromLatin1(name)));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    auto* bar = frame("bar", this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(spacing(3), spacing(1), spacing(3), spacing(1));
    row->setSpacing(spacing(2));
    row->addWidget(m_back);
    row->addWidget(m_measure, 2);
    row->addWidget(m_onlyDifferences);
    row->addStretch(1);
    row->addWidget(m_copy);
    row->addWidget(m_export);
    auto* fitting = new FittingBar(bar, row);
    fitting->addVerb(m_back);
    for (QToolButton* verb : {m_copy, m_export})
        fitting->addVerb(verb);
    fitting->arrange();

    m_view->setObjectName(QStringLiteral("comparison"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CellDelegate({CompareModel::ShareRole, 0, 0}, m_view));
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setWordWrap(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(spacing(7));
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_view, &QTableView::activated, this, &ComparePage::openSources);

    auto* content = new QWidget(m_states);
    auto* splitter = new QSplitter(Qt::Vertical, content);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_view);
    splitter->addWidget(m_chart);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_note->setContentsMargins(spacing(4), spacing(1), spacing(4), spacing(1));
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    column->addWidget(splitter, 1);
    m_states->addWidget(content);
    m_states->addWidget(m_busy);
    m_states->addWidget(m_nothing);
    m_busy->setBusy(true);
    m_busy->addButton([this] { m_context.tasks.cancel(m_task); })->setObjectName(QStringLiteral("cancel"));
    m_nothing->addButton([this] { Q_EMIT closed(); })->setObjectName(QStringLiteral("back"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_states, 1);

    connect(m_back, &QToolButton::clicked, this, &ComparePage::closed);
    connect(m_copy, &QToolButton::clicked, this, [this] { copyTable(m_model->table(), true); });
    connect(m_export, &QToolButton::clicked, this, &ComparePage::exportShown);
    connect(m_measure, &QComboBox::activated, this, &ComparePage::showMeasure);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, [this](bool only) {
        m_model->setOnlyDifferences(only);
        m_chart->setData(m_model->chart());
    });
    connect(m_chart, &ChartPanel::exportFailed, this,
            [this](const Error& error) { m_context.issues.add(issueFrom(tr("Export picture"), error)); });
    retranslate();
}

void ComparePage::compare(data::TableId table, data::Language reading) {
    m_context.tasks.cancel(m_task);
    m_table = table;
    m_comparison.reset();
    m_states->setCurrentWidget(m_busy);
    auto result = std::make_shared<ComparisonPtr>();
    const int generation = ++m_generation;
    m_task = m_context.tasks.start([] { return tr("Comparing tables"); },
                                   [result, table, reading, path = m_context.library.path()](
                                       std::stop_token stop, const ProgressCallback& progress) {
                                       data::Library own(path, data::Library::Mode::ReadOnly);
                                       *result = compareWithLibrary(own, table, reading, stop, progress);
                                   },
                                   this,
                                   [this, generation, result] {
                                       if (generation == m_generation)
                                           take(std::move(*result));
                                   },
                                   [this, generation](const Error&) {
                                       if (generation == m_generation)
                                           Q_EMIT closed(); // the task list says why
                                   });
}

void ComparePage::take(ComparisonPtr comparison) {
    m_comparison = std::move(comparison);
    m_measure->clear();
    const auto& measures = m_comparison->result.measures;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        const data::ComparedMeasure& one = measures[i];
        const ShownUnit unit = shownUnit(one.unit, 1);
        QString name = fromUtf8(one.name).simplified();
        if (!unit.text.isEmpty())
            name += QStringLiteral(" (%1)").arg(unit.text);
        QStringList facts{one.tables == 1
                              ? tr("1 table")
                              : tr("%1 tables").arg(formatCount(static_cast<qint64>(one.tables)))};
        if (one.differences > 0)
            facts.append(one.differences == 1
                             ? tr("1 difference")
                             : tr("%1 differences").arg(formatCount(static_cast<qint64>(one.differences))));
        m_measure->addItem(QStringLiteral("%1 · %2").arg(name, facts.join(QStringLiteral(", "))),
                           static_cast<int>(i));
    }
    if (measures.empty()) {
        m_states->setCurrentWidget(m_nothing);
        return;
    }
    m_states->setCurrentIndex(0);
    showMeasure();
    m_view->setFocus(Qt::OtherFocusReason);
}

void ComparePage::showMeasure() {
    if (!m_comparison)
        return;
    const auto measure = static_cast<std::size_t>(std::max(0, m_measure->currentIndex()));
    m_model->setMeasure(m_comparison, measure);
    m_view->resizeColumnsToContents();
    m_view->setColumnWidth(0, std::clamp(m_view->columnWidth(0), spacing(30), spacing(110)));
    m_chart->setData(m_model->chart());
    QStringList notes;
    if (m_comparison->result.measures[measure].tables < 2)
        notes.append(tr("No other table states this; its own figures are shown."));
    notes.append(
        tr("≠ marks statements of one period that cannot be the same figure; the change from the period "
           "before stands behind a figure."));
    if (m_comparison->cut)
        notes.append(tr("The newest %1 tables were compared.").arg(formatCount(5000)));
    m_note->setText(notes.join(QLatin1Char(' ')));
}

// One statement opens its cell's table; of several the analyst chooses.
void ComparePage::openSources(const QModelIndex& index) {
    const data::ComparedCell* cell = m_model->cell(index);
    if (cell == nullptr)
        return;
    const auto placeOf = [this](const data::ComparedFigure& figure) {
        const data::TableRow& from = m_model->source(figure).row;
        Place place{QStringLiteral("library"),
                    {{QStringLiteral("article"), static_cast<qint64>(from.article)}}};
        if (from.block >= 0)
            place.detail[QLatin1String("block")] = from.block;
        place.detail[QLatin1String("quote")] = fromUtf8(figure.words).simplified();
        return place;
    };
    if (cell->figures.size() == 1) {
        Q_EMIT openPlace(placeOf(cell->figures.front()));
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const data::ComparedFigure& figure : cell->figures) {
        const QString text =
            QStringLiteral("%1 · %2").arg(fromUtf8(figure.words).simplified(),
                                          fromUtf8(m_model->source(figure).row.articleTitle).simplified());
        menu->addAction(menuText(text), this, [this, place = placeOf(figure)] { Q_EMIT openPlace(place); });
    }
    menu->popup(m_view->viewport()->mapToGlobal(m_view->visualRect(index).bottomLeft()));
}

void ComparePage::exportShown() {
    if (m_model->measure() == nullptr)
        return;
    const auto title = [] { return tr("Export the comparison"); };
    const QString name = fileNameFrom(fromUtf8(m_model->measure()->name), tr("Comparison"));
    const QString path =
        dialogs::saveFile(this, title(), name + QLatin1String(".csv"),
                          tr("CSV (*.csv);;Excel workbook (*.xlsx);;Markdown (*.md);;JSON (*.json)"));
    if (path.isEmpty())
        return;
    auto shown = std::make_shared<data::Table>(m_model->table());
    m_context.tasks.start(title,
                          [shown, path, mark = m_context.settings.exportByteOrderMark()](
                              std::stop_token, const ProgressCallback&) {
                              data::writeTable(*shown, toStdString(path), {.byteOrderMark = mark});
                          },
                          this, {});
}

void ComparePage::retranslate() {
    m_back->setText(tr("Back to the table"));
    m_copy->setText(tr("Copy"));
    m_export->setText(tr("Export…"));
    for (QToolButton* button : {m_back, m_copy, m_export})
        button->setAccessibleName(button->text());
    m_measure->setAccessibleName(tr("Measure"));
    m_measure->setToolTip(tr("What is compared"));
    m_onlyDifferences->setText(tr("Only what differs"));
    m_view->setAccessibleName(tr("Comparison"));
    m_chart->setEmptyText(tr("There are no figures to draw."));
    m_busy->setContent(QStringLiteral("tables"), tr("Comparing with the other tables…"), QString());
    m_busy->findChild<QPushButton*>(QStringLiteral("cancel"))->setText(tr("Cancel"));
    m_nothing->setContent(QStringLiteral("tables"), tr("Nothing to compare"),
                          tr("This table has no figures that could stand beside those of another one."));
    m_nothing->findChild<QPushButton*>(QStringLiteral("back"))->setText(tr("Back to the table"));
    m_model->retranslate();
    if (m_comparison) {
        const int kept = m_measure->currentIndex();
        take(m_comparison);
        m_measure->setCurrentIndex(kept);
        showMeasure();
    }
}

void ComparePage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
