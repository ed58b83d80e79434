// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <optional>

#include "ui/tables/prepared_table.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace parallax::ui {

// Which column to compute from which others, with its first results before it is added.
class ComputeDialog final : public QDialog {
    Q_OBJECT
  public:
    ComputeDialog(PreparedTablePtr table, data::Computation computation, QWidget* parent);

    data::ComputedColumn definition() const;

  private:
    void arrange();
    void preview();
    void showPreview(const data::ComputedColumn& column, const data::ComputedResult& result);

    PreparedTablePtr m_table;
    QFormLayout* m_form;
    QComboBox* m_computation;
    QComboBox* m_base;
    QComboBox* m_next;
    QDoubleSpinBox* m_years; // 0: from the headers
    QLabel* m_preview;
    QPushButton* m_accept;
    int m_asked = 0; // previews
};

// The two columns to offer first: base and result of a change where the roles say so, else the first two
// levels.
std::optional<std::pair<int, int>> likelyPair(const PreparedTable& table);

} // namespace parallax::ui
