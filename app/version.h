// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parallax::app {

const char* version() noexcept; // "0.1.0"

} // namespace parallax::app
