// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/version.h"

namespace parallax::app {

const char* version() noexcept {
    return PARALLAX_VERSION;
}

} // namespace parallax::app
