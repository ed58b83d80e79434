// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/run_services.h"

#include <utility>

namespace parallax::ui {
namespace {

RunServices g_services;

} // namespace

void setRunServices(RunServices services) {
    g_services = std::move(services);
}

const RunServices& runServices() {
    return g_services;
}

} // namespace parallax::ui
