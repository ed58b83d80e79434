// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/tables/prepared_table.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace parallax::ui {

// Asks for other words in place of a cell's, or for the unit of a column, and why; shows how they will be
// read.
class CorrectionDialog final : public QDialog {
    Q_OBJECT
  public:
    // `row` -1: the unit of the column.
    CorrectionDialog(PreparedTablePtr table, int row, int column, QWidget* parent);

    QString words() const;
    QString reason() const;

  private:
    void showReading();

    PreparedTablePtr m_table;
    int m_row;
    int m_column;
    QString m_before;
    QLineEdit* m_words;
    QLineEdit* m_reason;
    QLabel* m_reading;
    QPushButton* m_accept;
};

// How a cell is read: "18,000,000,000 USD", "1.6 to 1.8 s", "not a figure".
QString readingOf(const data::TypedCell& cell);

} // namespace parallax::ui
