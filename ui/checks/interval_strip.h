// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "data/check/check.h"

namespace parallax::ui {

// What is stated and what was computed as two bars on one axis: strict thick, loose thin, the value at face
// as a line across. Says the same in words to a screen reader.
class IntervalStrip final : public QWidget {
    Q_OBJECT
  public:
    explicit IntervalStrip(QWidget* parent = nullptr);

    void setCheck(const data::Check& check);
    bool hasContent() const; // both sides have something to draw
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    QString describe() const;
    int labelWidth() const;
    bool twoStatements() const; // nothing is recomputed: the same figure is stated twice
    QString rowName(int row) const;
    QString unitLabel() const;

    data::Check m_check;
};

} // namespace parallax::ui
