// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "ui/common/text_lines.h"

namespace parallax::ui {

class CheckListModel;

// A row of the list of checks: sign, what is stated and from what, the recomputed value at the right; beneath
// the rule, the article and the analyst's mark. All rows are equally high.
class CheckListDelegate final : public QStyledItemDelegate {
    Q_OBJECT
  public:
    CheckListDelegate(const CheckListModel& model, QObject* parent);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

  private:
    mutable TextLines m_lines;
    const CheckListModel& m_model;
};

} // namespace parallax::ui
