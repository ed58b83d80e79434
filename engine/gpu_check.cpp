// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What this machine's kernels compute, compared with the plain ones, without Qt or any other package.
#include <cstdio>

#include "engine/device/cpu.h"

int main() {
    using namespace parallax;
    std::printf("processor: %s, kernels: %s\n", device::cpuName().c_str(),
                device::cpuLevelName(device::cpuLevel()));
    return 0;
}
