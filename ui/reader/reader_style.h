// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <array>

#include "data/article/language.h"
#include "ui/common/theme.h"

namespace parallax::ui {

// Everything that decides how a page looks, taken on the GUI thread so that the page can be built on another.
struct ReaderStyle {
    Theme theme;
    int pixels = 16;             // article text
    int lineHeightPercent = 160; // of the font size; Chinese gets 15 more
    int measure = 66;            // characters Latin
    bool spaceBetweenScripts =
        true;           // a quarter of a thin space between Han and Latin, as distance, not as text
    bool paper = false; // for print and PDF
    std::array<QStringList, 6> families; // by data::Language

    const QStringList& familiesOf(data::Language language) const {
        return families[static_cast<std::size_t>(language)];
    }
    // Width of the text column: 66 Latin characters are about as wide as 36 Han ones.
    int columnWidth() const;

    static ReaderStyle current(int pixels, int lineHeightPercent, int measure);
    static ReaderStyle forPrint(const ReaderStyle& screen); // black on white, 11 pt on paper
};

} // namespace parallax::ui
