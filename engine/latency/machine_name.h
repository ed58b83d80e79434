// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace parallax::latency {

// Where a run is made, for its report: "Linux 6.1.0 x86_64, 2 processors".
std::string machineName();

} // namespace parallax::latency
