// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/run_services.h"

namespace parallax::app {

// What the window gets from here for its runs: keys, the keychain, and the engines and servers of models of
// this machine.
ui::RunServices windowServices();

} // namespace parallax::app
