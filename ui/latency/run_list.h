// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

#include "data/measure/run.h"
#include "ui/common/text_lines.h"

namespace parallax::ui {

// The runs of the library, the newest first.
class RunListModel final : public QAbstractListModel {
    Q_OBJECT
  public:
    enum Role { DetailRole = Qt::UserRole + 1, RunRole };

    using QAbstractListModel::QAbstractListModel;

    void setRuns(std::vector<data::MeasureRun> runs);
    void setUnderWay(qint64 run); // the one that is measured here; 0: none
    const data::MeasureRun& run(int row) const { return m_runs[static_cast<std::size_t>(row)]; }
    int rowOf(qint64 run) const; // -1: it is not there
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    std::vector<data::MeasureRun> m_runs;
    qint64 m_underWay = 0;
};

// Two lines a run: its name; when it was, and how it ended.
class RunDelegate final : public QStyledItemDelegate {
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

  private:
    mutable TextLines m_lines;
};

} // namespace parallax::ui
