// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/correction_dialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "data/table/figure_value.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

namespace parallax::ui {
namespace {

struct ReadingText {
    Q_DECLARE_TR_FUNCTIONS(TableCorrections)
};

QString figure(const data::Quantity& quantity) {
    const auto value = data::figureValue(quantity);
    if (!value)
        return {};
    if (value->unit == "day")
        return value->low == value->high
                   ? figureText(value->low, "day")
                   : ReadingText::tr("%1 to %2")
                         .arg(figureText(value->low, "day"), figureText(value->high, "day"));
    QString text = value->low == value->high
                       ? formatNumber(value->low)
                       : ReadingText::tr("%1 to %2").arg(formatNumber(value->low), formatNumber(value->high));
    if (!value->unit.empty())
        text += QChar(0x00A0) + fromUtf8(value->unit);
    return text;
}

} // namespace

QString readingOf(const data::TypedCell& cell) {
    if (cell.missing)
        return ReadingText::tr("no figure is stated");
    QStringList figures;
    for (const data::Quantity& quantity : cell.quantities)
        if (const QString text = figure(quantity); !text.isEmpty())
            figures.append(text);
    if (figures.isEmpty())
        return ReadingText::tr("words");
    return figures.join(QStringLiteral("; "));
}

CorrectionDialog::CorrectionDialog(PreparedTablePtr table, int row, int column, QWidget* parent)
    : QDialog(parent)
    , m_table(std::move(table))
    , m_row(row)
    , m_column(column)
    , m_words(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_reading(label(QString(), "quiet", this)) {
    setObjectName(QStringLiteral("correctionDialog"));
    const bool unit = row < 0;
    setWindowTitle(unit ? tr("Unit of a column") : tr("Correct a cell"));
    const QString header = m_table->headers.value(column);
    auto* place =
        label(unit ? header : QStringLiteral("%1 · %2").arg(m_table->label(row), header), "section", this);
    place->setTextFormat(Qt::PlainText);
    place->setWordWrap(true);
    m_before = unit ? fromUtf8(m_table->typed.columns[static_cast<std::size_t>(column)].unit)
                    : m_table->text(row, column).trimmed();
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setText(m_before);
    m_words->selectAll();
    m_words->setMaxLength(1000);
    m_words->setMinimumWidth(spacing(90));
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setMaxLength(1000);
    m_reason->setPlaceholderText(tr("Where the right figure stands, or what is wrong with this one"));
    m_reading->setWordWrap(true);
    m_reading->setTextFormat(Qt::PlainText);

    auto* form = new QFormLayout;
    form->setSpacing(spacing(2));
    form->addRow(unit ? tr("Unit") : tr("Should say"), m_words);
    form->addRow(QString(), m_reading);
    form->addRow(tr("Why"), m_reason);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("Correct"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("accept"));
    m_accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_words, &QLineEdit::textChanged, this, &CorrectionDialog::showReading);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    layout->setSpacing(spacing(3));
    layout->addWidget(place);
    layout->addLayout(form);
    layout->addWidget(
        label(tr("The article keeps its own words; a correction can be taken back."), "quiet", this));
    layout->addWidget(buttons);
    showReading();
}

QString CorrectionDialog::words() const {
    return m_words->text().trimmed();
}

QString CorrectionDialog::reason() const {
    return m_reason->text().trimmed();
}

void CorrectionDialog::showReading() {
    m_accept->setEnabled(words() != m_before && (m_row >= 0 || !words().isEmpty()));
    if (m_row < 0) {
        m_reading->setText(tr("As a header would say it: USD billions, %, req/s, 億美元"));
        return;
    }
    // Its row alone: header, caption and row give it the units it has in the table.
    const data::Table& page = m_table->stored.table;
    data::Table alone{page.caption, {},   {}, page.header, {page.rows[static_cast<std::size_t>(m_row)]},
                      {},           false};
    auto& cells = alone.rows.front();
    if (static_cast<std::size_t>(m_column) >= cells.size())
        return;
    cells[static_cast<std::size_t>(m_column)] = {toStdString(words()), {}, {}};
    const data::TypedTable typed = data::typeTable(alone, data::tableContextOf(m_table->stored.row));
    const data::TypedCell& cell = typed.cells.front()[static_cast<std::size_t>(m_column)];
    m_reading->setText(tr("Is read as: %1").arg(readingOf(cell)));
}

} // namespace parallax::ui
