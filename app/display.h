// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace parallax::app {

// Why no window can be opened, in words of the command line; empty where one can, as far as can be told. Qt
// ends the program where a display does not answer, so it is asked first.
std::string whyNoWindow();

} // namespace parallax::app
