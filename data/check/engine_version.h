// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parallax::data {

// Raise it whenever a rule, a tolerance or the reading of a figure or a table changes what checks come out:
// every library is then checked again in the background.
inline constexpr int checkEngineVersion = 1;

} // namespace parallax::data
