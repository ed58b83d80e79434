// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parallax::ui {

// The path with the ending that goes with the kind of file that was chosen. `filters` are those of the dialog
// ("CSV (*.csv);;Markdown (*.md)"), `chosen` is one of them. An ending that was typed counts as long as no
// other kind was chosen than the first, which the dialog offers by itself.
QString withChosenEnding(const QString& path, const QString& filters, const QString& chosen);

// A file name without what file systems refuse, at most 80 characters; `fallback` when nothing is left.
QString fileNameFrom(const QString& caption, const QString& fallback);

} // namespace parallax::ui
