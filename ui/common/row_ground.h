// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QStyleOptionViewItem;

namespace parallax::ui {

enum class RowBar { None, Selected }; // a bar in the accent's colour at the left of the selected row

// What lies under the words of a list's row: selected, under the mouse, with the focus, and the line below.
void paintRowGround(QPainter& painter, const QStyleOptionViewItem& option, RowBar bar);

} // namespace parallax::ui
