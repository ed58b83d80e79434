// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/tables/prepared_table.h"

class QPushButton;
class QTableWidget;

namespace parallax::ui {

// Every correction of one table, newest first: what stood there, what stands there now, who, when and why.
// One that is in force can be taken back, one that was taken back can be brought back.
class CorrectionLog final : public QDialog {
    Q_OBJECT
  public:
    CorrectionLog(PreparedTablePtr table, bool canUndo, QWidget* parent);

  Q_SIGNALS:
    void undoRequested(parallax::data::CorrectionId id);

  private:
    void fill();
    void chooseVerb();
    // The entry to be undone for the selected row: the correction, or the entry that took it back; 0 for
    // neither.
    data::CorrectionId target() const;

    PreparedTablePtr m_table;
    bool m_canUndo;
    std::vector<data::Correction> m_entries; // without the inverse ones, newest first
    QTableWidget* m_list;
    QPushButton* m_undo;
};

} // namespace parallax::ui
