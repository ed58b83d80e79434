// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPalette>

#include "ui/common/settings.h"

class QApplication;

namespace parallax::ui {

// The tokens of the look (screens.md). Every widget, chart and article page takes its colours from here.
struct Theme {
    bool dark = false;
    bool highContrast = false;
    QColor ground, raised, sunken, text, quietText, line, accent;
    QColor consistent, amber, red, unknown; // verdicts; each with a shape as well: ✓ △ ✕ ?
    QColor selection;                       // accent at low strength over raised
    QColor found;                           // behind words that a search found
    QList<QColor> series;                   // charts, Okabe–Ito

    static Theme light();
    static Theme darkTheme();
    static Theme highContrastTheme();
    static const Theme& current();
    QPalette palette() const;
};

// Fusion with our palette and style sheet; widgets then get QEvent::PaletteChange. System means: light or
// dark by what the desktop's own palette was at start (Qt 6.4 tells no more).
void applyTheme(QApplication& application, ThemeChoice choice, int scalePercent, bool compact);

int scalePercent(); // of what is on the screen

// Spacing in steps of 4 px and row heights, scaled.
int spacing(int steps);
int rowHeight();

// WCAG 2.1 contrast ratio.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace parallax::ui
