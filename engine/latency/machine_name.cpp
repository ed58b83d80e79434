// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/machine_name.h"

#include <sys/utsname.h>

#include <thread>

namespace parallax::latency {

std::string machineName() {
    utsname name{};
    uname(&name);
    const unsigned count = std::thread::hardware_concurrency();
    std::string text = name.sysname;
    text.append(" ").append(name.release).append(" ").append(name.machine).append(", ");
    return text.append(std::to_string(count)).append(count == 1 ? " processor" : " processors");
}

} // namespace parallax::latency
