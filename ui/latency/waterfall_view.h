// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

#include "engine/latency/metrics.h"

namespace parallax::ui {

struct WaterfallRow {
    QString name;
    std::vector<latency::PhaseSpan> phases;
};

bool sameWaterfall(const std::vector<WaterfallRow>& a, const std::vector<WaterfallRow>& b);

// Where the time of a request goes, one bar an endpoint on a common axis of milliseconds, with the names of
// the phases beneath.
class WaterfallView final : public QWidget {
    Q_OBJECT
  public:
    explicit WaterfallView(QWidget* parent = nullptr);

    void setRows(std::vector<WaterfallRow> rows);
    const std::vector<WaterfallRow>& rows() const { return m_rows; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    int rowSize() const;
    int nameWidth() const;
    void describe();

    std::vector<WaterfallRow> m_rows;
};

} // namespace parallax::ui
