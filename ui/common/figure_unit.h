// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace parallax::ui {

// A unit as a person writes it beside a figure, and by what a figure in base units is divided for it: "$" and
// 1 for "USD", "GB" and 1e9 for bytes of that size.
struct ShownUnit {
    QString text;
    double factor = 1;
};

// `unit` as data::FigureValue has it ("USD", "%", "s", "B", "USD/token"); `largest` is the greatest absolute
// value, in base units, of the figures that shall share it.
ShownUnit shownUnit(const std::string& unit, double largest);

// One figure with its unit by the interface's locale: "$18B", "1.5 s", "80 GB", "+20%"; `decimals` -1: as few
// as the value needs, at most four significant digits.
QString figureText(double value, const std::string& unit, int decimals = -1);

} // namespace parallax::ui
