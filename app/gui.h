// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace parallax::app {

struct GuiOptions {
    std::filesystem::path library; // empty: the one used last, else the default place
    bool demo = false;             // bring in the demo library if this one is empty
    bool startupTime = false;      // print JSON of the start (milliseconds since the process began) and end
    std::vector<std::string> imports; // paths and addresses to bring in at once
};

// What was asked for the first library is not done to another one that is chosen in the window.
GuiOptions forNextLibrary(GuiOptions options);

// The window, until it is closed. Returns the exit status.
int runWindow(const GuiOptions& options);

} // namespace parallax::app
