// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QWidget>

#include <memory>
#include <vector>

#include "data/article/article.h"
#include "ui/common/cell_checks.h"
#include "ui/common/place.h"

class QLabel;
class QTableView;
class QToolButton;

namespace parallax::ui {

// A table as it is written, cell by cell.
class PlainTableModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Role { SignRole = Qt::UserRole + 1 }; // CellSign of a failed check, invalid for none

    explicit PlainTableModel(QObject* parent = nullptr);
    void setTable(data::Table table);
    void setChecks(CellChecksPtr checks); // of the table that is shown
    const CellChecksPtr& checks() const { return m_checks; }
    const std::shared_ptr<const data::Table>& table() const { return m_table; }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    std::shared_ptr<const data::Table> m_table = std::make_shared<const data::Table>();
    CellChecksPtr m_checks;
    int m_columns = 0;
    std::vector<bool> m_numeric;
};

// A table too large for the text, whole: a real table view over the article, closed with Escape. Comparing,
// sorting and exporting belong to the Tables workspace.
class TableSheet final : public QWidget {
    Q_OBJECT
  public:
    explicit TableSheet(QWidget* parent = nullptr);
    void setTable(const data::Table& table, CellChecksPtr checks);
    void setChecks(CellChecksPtr checks); // of the table that is shown
    void copySelection();                 // as tab-separated text and as HTML

  Q_SIGNALS:
    void closed();
    void openInTables();
    void openPlace(const parallax::ui::Place& place);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void retranslate();
    void openChecks(const QModelIndex& index, const QPoint& globalPosition);

    PlainTableModel* m_model = nullptr;
    QTableView* m_view = nullptr;
    QLabel* m_caption = nullptr;
    QLabel* m_size = nullptr;
    QToolButton* m_back = nullptr;
    QToolButton* m_open = nullptr;
};

} // namespace parallax::ui
