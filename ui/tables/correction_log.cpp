// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/correction_log.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/common/format.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/tables/plain_grid.h"
#include "ui/tables/role_names.h"

namespace parallax::ui {

CorrectionLog::CorrectionLog(PreparedTablePtr table, bool canUndo, QWidget* parent)
    : QDialog(parent)
    , m_table(std::move(table))
    , m_canUndo(canUndo)
    , m_list(new QTableWidget(this)) {
    setObjectName(QStringLiteral("correctionLog"));
    setWindowTitle(tr("Corrections of this table"));
    for (const data::Correction& one : m_table->corrections)
        if (one.undoes == 0)
            m_entries.push_back(one);
    std::ranges::sort(m_entries, std::greater{}, &data::Correction::id);
    m_list->setObjectName(QStringLiteral("corrections"));
    m_list->setAccessibleName(windowTitle());
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    makePlain(*m_list);
    m_list->verticalHeader()->hide();
    m_list->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_undo = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_undo->setObjectName(QStringLiteral("undo"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (const data::CorrectionId id = target(); id != 0)
            Q_EMIT undoRequested(id);
        accept();
    });
    connect(m_list, &QTableWidget::itemSelectionChanged, this, &CorrectionLog::chooseVerb);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing(4), spacing(4), spacing(4), spacing(4));
    layout->setSpacing(spacing(3));
    if (m_entries.empty())
        layout->addWidget(
            label(tr("Nothing in this table was corrected. Right-click a cell or a header to do so."),
                  "quiet", this));
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    m_list->setVisible(!m_entries.empty());
    m_undo->setVisible(!m_entries.empty() && m_canUndo);
    fill();
    resize(m_entries.empty() ? spacing(110) : spacing(220), m_entries.empty() ? spacing(30) : spacing(90));
}

void CorrectionLog::fill() {
    const QStringList headers{tr("What"), tr("Where"), tr("Before"), tr("After"),
                              tr("Who"),  tr("When"),  tr("Why"),    tr("State")};
    m_list->setColumnCount(static_cast<int>(headers.size()));
    m_list->setHorizontalHeaderLabels(headers);
    m_list->setRowCount(static_cast<int>(m_entries.size()));
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const data::Correction& one = m_entries[static_cast<std::size_t>(row)];
        QStringList place;
        for (const std::string* part : {&one.anchor.rowLabel, &one.anchor.columnHeader})
            if (!part->empty())
                place.append(fromUtf8(*part).simplified());
        const QStringList cells{correctionName(one.kind),
                                place.join(QStringLiteral(" · ")),
                                correctionValue(one.kind, one.before),
                                correctionValue(one.kind, one.after),
                                fromUtf8(one.by),
                                formatInstant(one.at),
                                fromUtf8(one.why),
                                correctionStateName(one.state)};
        for (int column = 0; column < cells.size(); ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setToolTip(cells[column].toHtmlEscaped());
            m_list->setItem(row, column, item);
        }
    }
    fitPlainColumns(*m_list, spacing(50));
    m_list->horizontalHeader()->setStretchLastSection(true);
    if (m_list->rowCount() > 0)
        m_list->selectRow(0);
    chooseVerb();
}

data::CorrectionId CorrectionLog::target() const {
    const int row = m_list->currentRow();
    if (row < 0 || static_cast<std::size_t>(row) >= m_entries.size())
        return 0;
    const data::Correction& chosen = m_entries[static_cast<std::size_t>(row)];
    if (chosen.state == data::CorrectionState::Applies || chosen.state == data::CorrectionState::PageChanged)
        return chosen.id;
    if (chosen.state != data::CorrectionState::Undone)
        return 0;
    // The newest entry that took it back and was not taken back itself.
    data::CorrectionId inverse = 0;
    for (const data::Correction& one : m_table->corrections)
        if (one.undoes == chosen.id && one.state != data::CorrectionState::Undone)
            inverse = std::max(inverse, one.id);
    return inverse;
}

void CorrectionLog::chooseVerb() {
    const int row = m_list->currentRow();
    const bool undone = row >= 0 && static_cast<std::size_t>(row) < m_entries.size() &&
                        m_entries[static_cast<std::size_t>(row)].state == data::CorrectionState::Undone;
    m_undo->setText(undone ? tr("Bring back") : tr("Take back"));
    m_undo->setEnabled(m_canUndo && target() != 0);
}

} // namespace parallax::ui
