// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/pivot_page.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFontMetrics>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "ui/common/empty_page.h"
#include "ui/common/format.h"
#include "ui/common/table_clipboard.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/tables/plain_grid.h"
#include "ui/tables/role_names.h"

namespace parallax::ui {
namespace {

constexpr int patienceMilliseconds = 150; // what is ready sooner needs no page that says so

int choiceOf(const QComboBox* box) {
    return box->currentData().toInt();
}

} // namespace

PivotPage::PivotPage(PreparedTablePtr table, QWidget* parent)
    : QWidget(parent)
    , m_table(std::move(table))
    , m_value(new QComboBox(this))
    , m_aggregate(new QComboBox(this))
    , m_by(new QComboBox(this))
    , m_across(new QComboBox(this))
    , m_states(new QStackedWidget(this))
    , m_grid(new QTableView(m_states))
    , m_busy(new EmptyPage(m_states))
    , m_model(new PivotModel(this))
    , m_note(label(QString(), "quiet", this)) {
    m_by->setObjectName(QStringLiteral("by"));
    m_across->setObjectName(QStringLiteral("across"));
    m_value->setObjectName(QStringLiteral("value"));
    m_aggregate->setObjectName(QStringLiteral("aggregate"));
    m_across->addItem(tr("nothing"), -1);
    int firstWords = -1;
    for (int c = 0; c < m_table->pageColumns; ++c) {
        const QString name = m_table->headers[c].isEmpty() ? tr("Column %1").arg(c + 1) : m_table->headers[c];
        m_by->addItem(name, c);
        m_across->addItem(name, c);
        if (m_table->holdsFigures(c))
            m_value->addItem(name, c);
        // Groups need words that come again; the names of the rows rarely do.
        if (firstWords < 0 && c != m_table->typed.labelColumn &&
            !m_table->columns[static_cast<std::size_t>(c)].numeric)
            firstWords = c;
    }
    m_by->setCurrentIndex(std::max(0, firstWords));
    for (const auto one : {data::Aggregate::Sum, data::Aggregate::Mean, data::Aggregate::Median,
                           data::Aggregate::Minimum, data::Aggregate::Maximum, data::Aggregate::Count})
        m_aggregate->addItem(aggregateName(one), static_cast<int>(one));
    auto* choices = new QHBoxLayout;
    choices->setSpacing(spacing(2));
    const auto choice = [&](const QString& text, QComboBox* box) {
        auto* name = label(text, "quiet", this);
        name->setBuddy(box);
        box->setAccessibleName(text);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
        choices->addWidget(name);
        choices->addWidget(box, 1);
        connect(box, &QComboBox::currentIndexChanged, this, &PivotPage::pivot);
    };
    choice(tr("Of"), m_value);
    choice(tr("show"), m_aggregate);
    choice(tr("by"), m_by);
    choice(tr("and"), m_across);

    m_grid->setObjectName(QStringLiteral("pivot"));
    m_grid->setAccessibleName(tr("Group and pivot"));
    m_grid->setModel(m_model);
    makePlain(*m_grid);
    // Of one height and by sampled widths: asking every cell for its size would form every cell's words.
    m_grid->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(m_grid, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (!m_model->pivot() || !index.isValid())
            return;
        const std::vector<std::size_t>& rows = m_model->pivot()->cell(index.row(), index.column()).rows;
        Q_EMIT rowsRequested(std::vector<int>(rows.begin(), rows.end()));
    });
    m_busy->setBusy(true);
    m_busy->setContent(QStringLiteral("tables"), tr("Grouping the rows…"), QString());
    auto* cancel = m_busy->addButton([this] { stop(); });
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setText(tr("Cancel"));
    m_states->addWidget(m_grid);
    m_states->addWidget(m_busy);
    m_note->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing(2), 0, 0);
    layout->setSpacing(spacing(2));
    layout->addLayout(choices);
    layout->addWidget(m_states, 1);
    layout->addWidget(m_note);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, [this] { m_states->setCurrentWidget(m_busy); });
    pivot();
}

PivotPage::~PivotPage() {
    m_work.request_stop();
}

void PivotPage::pivot() {
    const int asked = ++m_asked;
    m_work.request_stop(); // the one before is no longer wanted
    if (m_value->count() == 0) {
        m_note->setText(tr("No column of this table has figures."));
        return;
    }
    m_work = std::stop_source();
    m_patience.start();
    const auto aggregate = static_cast<data::Aggregate>(choiceOf(m_aggregate));
    auto shown = std::make_shared<ShownPivot>();
    shown->crossed = choiceOf(m_across) >= 0;
    shown->valueName = m_value->currentText();
    shown->empty = tr("(empty)");
    shown->all = tr("All");
    runBeside(
        effortOf(*m_table), this,
        [table = m_table, by = choiceOf(m_by), across = choiceOf(m_across), of = choiceOf(m_value), aggregate,
         shown, stop = m_work.get_token()]() -> ShownPivotPtr {
            const data::Table& source = table->stored.table;
            const auto column = [](int choice) { return static_cast<std::size_t>(choice); };
            try {
                shown->pivot = across >= 0
                                   ? data::pivotTable(source, table->typed, column(by), column(across),
                                                      column(of), aggregate, data::RowScope::Items, stop)
                                   : data::groupColumn(source, table->typed, column(by), column(of),
                                                       aggregate, data::RowScope::Items, stop);
            } catch (const Error&) { // stopped: nobody waits for it
                return nullptr;
            }
            findWidest(*shown);
            // The window is not what lets go of 400,000 cells.
            return {new ShownPivot(std::move(*shown)), deleteBeside<const ShownPivot>};
        },
        [this, asked](ShownPivotPtr made) {
            if (asked == m_asked && made)
                show(std::move(made));
        });
}

// Another choice reckons again.
void PivotPage::stop() {
    ++m_asked;
    m_work.request_stop();
    m_patience.stop();
    m_model->setPivot(nullptr);
    m_states->setCurrentWidget(m_grid);
    m_note->setText(tr("Stopped. Choose a column to group again."));
}

void PivotPage::show(ShownPivotPtr shown) {
    m_patience.stop();
    m_model->setPivot(shown);
    fitColumns(*shown);
    m_states->setCurrentWidget(m_grid);
    QStringList notes;
    if (const std::size_t leftOut = shown->pivot.total.leftOut; leftOut > 0)
        notes.append(leftOut == 1 ? tr("One cell has no figure in this unit and is left out.")
                                  : tr("%1 cells have no figure in this unit and are left out.")
                                        .arg(formatCount(static_cast<qint64>(leftOut))));
    if (shown->pivot.cut)
        notes.append(tr("There are more groups than can be shown; the rest stand together as “…”."));
    notes.append(tr("Double-click a cell to see its rows."));
    m_note->setText(notes.join(QLatin1Char(' ')));
}

void PivotPage::fitColumns(const ShownPivot& shown) {
    const QFontMetrics cells(m_grid->font());
    const QFontMetrics heads(m_grid->horizontalHeader()->font());
    for (int column = 0; column < shown.columns(); ++column) {
        const int width = std::max(cells.horizontalAdvance(shown.widest[column]),
                                   heads.horizontalAdvance(shown.columnName(column)));
        m_grid->setColumnWidth(column, std::min(width, spacing(60)) + spacing(5));
    }
}

void PivotPage::copy() {
    const ShownPivotPtr shown = m_model->pivot();
    if (!shown)
        return;
    runBeside(
        effortOf(qint64{shown->rows()} * shown->columns()), this,
        [shown, stop = m_work.get_token()]() -> CopiedTable {
            try {
                return copiedTable(tableOf(*shown, stop), true);
            } catch (const Error&) { // the page was closed
                return {};
            }
        },
        [](const CopiedTable& copied) {
            if (!copied.text.isEmpty())
                putOnClipboard(copied);
        });
}

} // namespace parallax::ui
