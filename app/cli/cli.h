// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parallax::app {

// The command line (house.md): exit status 0, 1 for an error (one line on stderr), 2 for wrong usage.
int runCommandLine(int argc, char** argv);

} // namespace parallax::app
