// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/reader_style.h"

#include "ui/common/fonts.h"

namespace parallax::ui {

int ReaderStyle::columnWidth() const {
    // Noto Sans: a running Latin character is 0.545 em wide on average, a Han character 1 em.
    return pixels * measure * 545 / 1000;
}

ReaderStyle ReaderStyle::current(int pixels, int lineHeightPercent, int measure) {
    ReaderStyle style;
    style.theme = Theme::current();
    style.pixels = pixels;
    style.lineHeightPercent = lineHeightPercent;
    style.measure = measure;
    for (std::size_t i = 0; i < style.families.size(); ++i)
        style.families[i] = familiesFor(static_cast<data::Language>(i));
    return style;
}

ReaderStyle ReaderStyle::forPrint(const ReaderStyle& screen) {
    ReaderStyle style = screen;
    style.theme = Theme::light();
    style.theme.ground = Qt::white;
    style.theme.raised = Qt::white;
    style.paper = true;
    style.pixels = 14; // at 96 to the inch: 10.5 pt
    return style;
}

} // namespace parallax::ui
