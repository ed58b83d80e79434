// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

#include "data/check/check.h"
#include "data/store/check_store.h"

class QPainter;
class QRectF;

namespace parallax::ui {

struct Theme;

// How a check is shown beside its figure, wherever that stands: in the text, in a cell, in a list. The shape
// tells as much as the colour.

QString checkSign(data::Colour colour); // ✕ △ ✓ ?
QColor checkColour(data::Colour colour, const Theme& theme);
QString colourText(data::Colour colour); // "Does not hold", "Doubtful", "Holds", "Cannot be told"

// Accepted or a false alarm: shown quietly, in the theme's quiet colour.
bool isSettled(data::CheckMark mark);
QString markText(data::CheckMark mark); // "Accepted"; "Not marked" for None

// Colour of the sign as the analyst's mark leaves it.
QColor checkColour(const data::StoredCheck& check, const Theme& theme);

// The sign drawn as a shape, so that it looks alike with every font; fills `box`.
void paintCheckSign(QPainter& painter, const QRectF& box, data::Colour colour, const QColor& ink);

// The same as an icon for buttons and menus; it takes its colour from the theme when it is painted.
QIcon checkIcon(data::Colour colour);

// The working as rich text for a tooltip: what is wrong, the formula, what the rounding allows, what would
// hold. All words of the article are escaped.
QString checkToolTip(const data::StoredCheck& check);
// The same in one plain sentence, for screen readers.
QString checkDescription(const data::StoredCheck& check);

// Of these only what fails: for badges.
data::CheckCounts failedOf(const data::CheckCounts& counts);
// "✕1 △5 ✓45"; empty when there are none. Grey ones prove nothing and are not counted.
QString countsText(const data::CheckCounts& counts);
// "1 figure does not hold, 5 are doubtful, 45 hold; 2 settled": for tooltips and screen readers.
QString countsDescription(const data::CheckCounts& counts);

} // namespace parallax::ui
