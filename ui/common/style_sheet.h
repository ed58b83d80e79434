// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parallax::ui {

struct Theme;

// The application's style sheet, from the theme's tokens at the present scale.
QString styleSheet(const Theme& theme);

} // namespace parallax::ui
