// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/table_corrections.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <algorithm>

#include "data/store/transaction.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/library_client.h"
#include "ui/common/settings.h"
#include "ui/common/workspace.h"
#include "ui/tables/correction_dialog.h"
#include "ui/tables/correction_log.h"
#include "ui/tables/role_names.h"

namespace parallax::ui {

TableCorrections::TableCorrections(Context& context, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_window(window) {}

bool TableCorrections::canCorrect() const {
    return m_table && m_context.library.isOpen() && !m_context.library.isReadOnly();
}

void TableCorrections::addCellActions(QMenu& menu, int row, int column) {
    if (!canCorrect() || column >= m_table->pageColumns)
        return;
    menu.addAction(icon(QStringLiteral("edit")), tr("Correct this cell…"), this,
                   [this, row, column] { correctCell(row, column); });
    QMenu* roles = menu.addMenu(tr("Role of this row"));
    auto* group = new QActionGroup(roles);
    for (const data::RowRole role : {data::RowRole::Item, data::RowRole::Total, data::RowRole::Others,
                                     data::RowRole::Average, data::RowRole::Section}) {
        QAction* action =
            roles->addAction(roleName(role), this, [this, row, role] { setRowRole(row, role); });
        action->setCheckable(true);
        action->setChecked(m_table->typed.rowRoles[static_cast<std::size_t>(row)] == role);
        group->addAction(action);
    }
}

void TableCorrections::addColumnActions(QMenu& menu, int column) {
    if (!canCorrect() || column < 0 || column >= m_table->pageColumns)
        return;
    QMenu* roles = menu.addMenu(tr("Role of this column"));
    auto* group = new QActionGroup(roles);
    for (const data::ColumnRole role :
         {data::ColumnRole::Label, data::ColumnRole::Level, data::ColumnRole::Base, data::ColumnRole::New,
          data::ColumnRole::Change, data::ColumnRole::Share, data::ColumnRole::Total, data::ColumnRole::Text,
          data::ColumnRole::Note}) {
        QAction* action =
            roles->addAction(roleName(role), this, [this, column, role] { setRole(column, role); });
        action->setCheckable(true);
        action->setChecked(m_table->typed.columns[static_cast<std::size_t>(column)].role == role);
        group->addAction(action);
    }
    menu.addAction(tr("Unit of this column…"), this, [this, column] { correctUnit(column); });
}

void TableCorrections::correctCell(int row, int column) {
    if (!canCorrect() || column >= m_table->pageColumns)
        return;
    auto* dialog = new CorrectionDialog(m_table, row, column, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, row, column] {
        add(data::CorrectionKind::Cell, row, column, toStdString(dialog->words()), dialog->reason());
    });
    dialog->open();
}

void TableCorrections::correctUnit(int column) {
    if (!canCorrect() || column >= m_table->pageColumns)
        return;
    auto* dialog = new CorrectionDialog(m_table, -1, column, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, column] {
        add(data::CorrectionKind::Unit, -1, column, toStdString(dialog->words()), dialog->reason());
    });
    dialog->open();
}

void TableCorrections::setRole(int column, data::ColumnRole role) {
    if (canCorrect() && m_table->typed.columns[static_cast<std::size_t>(column)].role != role)
        add(data::CorrectionKind::ColumnRole, -1, column, std::string(data::columnRoleName(role)), {});
}

void TableCorrections::setRowRole(int row, data::RowRole role) {
    if (canCorrect() && m_table->typed.rowRoles[static_cast<std::size_t>(row)] != role)
        add(data::CorrectionKind::RowRole, row, -1, std::string(data::rowRoleName(role)), {});
}

void TableCorrections::add(data::CorrectionKind kind, int row, int column, const std::string& after,
                           const QString& why) {
    data::NewCorrection correction;
    correction.table = m_table->stored.row.id;
    correction.kind = kind;
    correction.row = row;
    correction.column = column;
    correction.after = after;
    correction.by = toStdString(m_context.settings.analyst());
    correction.why = toStdString(why);
    m_context.library.write(
        this,
        [correction](data::Library& library) {
            data::Transaction transaction(library);
            data::CorrectionStore(library).add(correction);
            transaction.commit();
        },
        [this] { Q_EMIT corrected(); });
}

void TableCorrections::undo(data::CorrectionId id) {
    m_context.library.write(
        this,
        [id, by = toStdString(m_context.settings.analyst())](data::Library& library) {
            data::Transaction transaction(library);
            data::CorrectionStore(library).undo(id, by, {});
            transaction.commit();
        },
        [this] { Q_EMIT corrected(); });
}

void TableCorrections::undoLast() {
    if (!canCorrect())
        return;
    const data::Correction* newest = nullptr;
    for (const data::Correction& one : m_table->corrections)
        if (one.undoes == 0 &&
            (one.state == data::CorrectionState::Applies ||
             one.state == data::CorrectionState::PageChanged) &&
            (newest == nullptr || one.id > newest->id))
            newest = &one;
    if (newest != nullptr)
        undo(newest->id);
}

void TableCorrections::showLog() {
    if (!m_table)
        return;
    auto* log = new CorrectionLog(m_table, canCorrect(), m_window);
    log->setAttribute(Qt::WA_DeleteOnClose);
    connect(log, &CorrectionLog::undoRequested, this, &TableCorrections::undo);
    log->open();
}

} // namespace parallax::ui
