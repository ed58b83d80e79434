// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QVector>

#include "ui/common/chart_style.h"

namespace parallax::ui {

// The key of one series; checked while the series is shown.
class ChartLegendButton final : public QAbstractButton {
    Q_OBJECT
  public:
    ChartLegendButton(int series, ChartKind kind, const QString& name, QWidget* parent);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    QSize swatchSize() const;
    int wordsLeft() const;

    int m_series;
    ChartKind m_kind;
};

// All keys, in as many lines as the width needs. A click hides or shows a series; the last one stays.
class ChartLegend final : public QWidget {
    Q_OBJECT
  public:
    explicit ChartLegend(QWidget* parent);
    void setSeries(const ChartData& chart, ChartKind kind, const QSet<int>& hidden);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(width, false); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    void toggled(int series, bool shown);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    int arrange(int width, bool move) const;
    QVector<ChartLegendButton*> m_buttons;
};

} // namespace parallax::ui
