// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include <functional>
#include <vector>

class QAbstractItemView;
class QHeaderView;
class QLayout;
class QSplitter;
class QWidget;

namespace parallax::ui {

// `pixels` of one scale at another: exact for what spacing() gives, and there and back is no drift.
int rescaled(int pixels, int fromPercent, int toPercent);

// What was kept at another scale; panes get theirs when they are shown.
void rescalePanes(QSplitter& splitter, int fromPercent, int toPercent);
void rescaleColumns(QHeaderView& header, int fromPercent, int toPercent);

// A property of a widget whose least and fixed size are of no scale.
inline constexpr const char* keepsPixels = "keepsPixels";

// What the windows that are open have in pixels: their own sizes, margins and gaps of layouts, least and
// fixed sizes, panes, columns and rows. Taken down at the old scale and set anew before the new one's fonts,
// so that a window looks as one that is opened at the new scale; a window that knows better then says so.
class Rescaling {
  public:
    Rescaling(int fromPercent, int toPercent);
    void apply();
    void layOutRows(); // with the new fonts

  private:
    void take(QWidget& widget);
    void takeWindow(QWidget& window);
    void takeSizes(QWidget& widget);
    void takeLayout(QLayout& layout);
    void takeSplitter(QSplitter& splitter);
    void takeHeader(QHeaderView& header);

    int m_from;
    int m_to;
    std::vector<std::function<void()>> m_changes;
    std::vector<std::function<void()>> m_rows;
    std::vector<QPointer<QAbstractItemView>> m_views;
};

} // namespace parallax::ui
