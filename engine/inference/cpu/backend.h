// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "engine/device/cpu.h"
#include "engine/inference/backend.h"

namespace parallax::inference {

struct CpuOptions {
    int threads = 0; // 0: as many as there are processors
    Arithmetic arithmetic = Arithmetic::Fast;
    device::CpuLevel level = device::cpuLevel(); // at most what cpuLevel() says
};

// The processor as a device. The result is the same, to the bit, for any number of threads, any kernels, and
// whatever else is in the batch.
std::unique_ptr<Backend> makeCpuBackend(const CpuOptions& options = {});

} // namespace parallax::inference
