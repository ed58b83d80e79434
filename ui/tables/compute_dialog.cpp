// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/compute_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/tables/role_names.h"

namespace parallax::ui {
namespace {

bool isOfTwo(data::Computation computation) {
    return computation != data::Computation::Share && computation != data::Computation::Rank;
}

} // namespace

std::optional<std::pair<int, int>> likelyPair(const PreparedTable& table) {
    std::vector<int> levels;
    int base = -1, next = -1;
    for (int c = 0; c < table.pageColumns; ++c) {
        const data::TypedColumn& column = table.typed.columns[static_cast<std::size_t>(c)];
        if (!table.holdsFigures(c))
            continue;
        if (column.role == data::ColumnRole::Base && base < 0)
            base = c;
        if (column.role == data::ColumnRole::New && next < 0)
            next = c;
        if (column.role != data::ColumnRole::Change)
            levels.push_back(c);
    }
    if (base >= 0 && next >= 0)
        return std::pair(base, next);
    if (levels.size() >= 2)
        return std::pair(levels.front(), levels.back());
    return std::nullopt;
}

ComputeDialog::ComputeDialog(PreparedTablePtr table, data::Computation computation, QWidget* parent)
    : QDialog(parent)
    , m_table(std::move(table))
    , m_form(new QFormLayout)
    , m_computation(new QComboBox(this))
    , m_base(new QComboBox(this))
    , m_next(new QComboBox(this))
    , m_years(new QDoubleSpinBox(this))
    , m_preview(label(QString(), "quiet", this)) {
    setObjectName(QStringLiteral("computeDialog"));
    setWindowTitle(tr("Compute a column"));
    m_computation->setObjectName(QStringLiteral("computation"));
    m_base->setObjectName(QStringLiteral("base"));
    m_next->setObjectName(QStringLiteral("next"));
    m_years->setObjectName(QStringLiteral("years"));
    for (const auto one : {data::Computation::Change, data::Computation::Difference, data::Computation::Cagr,
                           data::Computation::Share, data::Computation::Rank})
        m_computation->addItem(computationName(one), static_cast<int>(one));
    m_computation->setCurrentIndex(m_computation->findData(static_cast<int>(computation)));
    for (int c = 0; c < m_table->pageColumns; ++c)
        if (m_table->holdsFigures(c))
            for (QComboBox* box : {m_base, m_next})
                box->addItem(m_table->headers[c].isEmpty() ? tr("Column %1").arg(c + 1) : m_table->headers[c],
                             c);
    if (const auto pair = likelyPair(*m_table)) {
        m_base->setCurrentIndex(m_base->findData(pair->first));
        m_next->setCurrentIndex(m_next->findData(pair->second));
    }
    m_years->setRange(0, 200);
    m_years->setDecimals(2);
    m_years->setSpecialValueText(tr("as the headers say"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->setMinimumWidth(spacing(90));

    m_form->setSpacing(spacing(2));
    m_form->addRow(tr("Compute"), m_computation);
    m_form->addRow(tr("From"), m_base);
    m_form->addRow(tr("To"), m_next);
    m_form->addRow(tr("Years"), m_years);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Add column"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("accept"));
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    layout->setSpacing(spacing(3));
    layout->addLayout(m_form);
    layout->addWidget(m_preview);
    layout->addWidget(buttons);
    for (QComboBox* box : {m_computation, m_base, m_next})
        connect(box, &QComboBox::currentIndexChanged, this, &ComputeDialog::arrange);
    connect(m_years, &QDoubleSpinBox::valueChanged, this, &ComputeDialog::preview);
    m_base->setEnabled(m_base->count() > 0);
    m_next->setEnabled(m_next->count() > 1);
    arrange();
}

data::ComputedColumn ComputeDialog::definition() const {
    data::ComputedColumn column;
    column.computation = static_cast<data::Computation>(m_computation->currentData().toInt());
    column.base = static_cast<std::size_t>(std::max(0, m_base->currentData().toInt()));
    column.next = isOfTwo(column.computation)
                      ? static_cast<std::size_t>(std::max(0, m_next->currentData().toInt()))
                      : column.base;
    column.years = column.computation == data::Computation::Cagr ? m_years->value() : 0;
    return column;
}

void ComputeDialog::arrange() {
    const auto computation = static_cast<data::Computation>(m_computation->currentData().toInt());
    const bool one = !isOfTwo(computation);
    m_form->setRowVisible(m_next, !one);
    m_form->setRowVisible(m_years, computation == data::Computation::Cagr);
    static_cast<QLabel*>(m_form->labelForField(m_base))->setText(one ? tr("Of") : tr("From"));
    preview();
}

void ComputeDialog::preview() {
    const int asked = ++m_asked;
    m_accept->setEnabled(false);
    const data::ComputedColumn column = definition();
    if (m_base->count() == 0) {
        m_preview->setText(tr("No column of this table has figures to compute with: only names, words and "
                              "dates."));
        return;
    }
    if (isOfTwo(column.computation) && m_base->count() == 1) {
        m_preview->setText(tr("Two columns with figures are needed, and this table has one."));
        return;
    }
    if (isOfTwo(column.computation) && column.base == column.next) {
        m_preview->setText(tr("Choose two different columns."));
        return;
    }
    runBeside(
        effortOf(*m_table), this,
        [table = m_table, column] { return data::computeColumn(table->typed, column); },
        [this, column, asked](const data::ComputedResult& result) {
            if (asked == m_asked)
                showPreview(column, result);
        });
}

void ComputeDialog::showPreview(const data::ComputedColumn& column, const data::ComputedResult& result) {
    QStringList lines;
    std::string reason;
    for (std::size_t row = 0; row < result.cells.size(); ++row) {
        if (!result.cells[row] && reason.empty())
            reason = result.reasons[row];
        if (result.cells[row] && lines.size() < 3) {
            const data::ComputedCell& cell = *result.cells[row];
            const QString value = column.computation == data::Computation::Rank
                                      ? formatNumber(cell.value, 0)
                                      : figureText(cell.value, result.unit, std::min(cell.decimals, 6));
            lines.append(QStringLiteral("%1: %2").arg(m_table->label(static_cast<int>(row)), value));
        }
    }
    if (result.left > 0)
        lines.append(tr("%1 of %2 rows stay empty. %3")
                         .arg(formatCount(static_cast<qint64>(result.left)),
                              formatCount(static_cast<qint64>(result.cells.size())), computedReason(reason)));
    m_preview->setText(lines.join(QLatin1Char('\n')));
    m_accept->setEnabled(result.left < result.cells.size());
}

} // namespace parallax::ui
