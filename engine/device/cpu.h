// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace parallax::device {

// Which set of kernels a processor can run; of one kind of processor, each includes what stands before it.
enum class CpuLevel {
    Plain,      // any processor
    Avx2,       // AVX2, FMA, F16C: x86 since 2013
    AvxVnni,    // and dot products of bytes in 256-bit registers
    Avx512,     // AVX-512 F, BW, VL, DQ
    Avx512Vnni, // and dot products of bytes in 512-bit registers
    Neon,       // any 64-bit ARM
    NeonDot     // and dot products of bytes
};

// What this processor and the operating system together allow. Asked for once.
CpuLevel cpuLevel();

const char* cpuLevelName(CpuLevel level);

// The levels that can be run here, slowest first: what a test compares.
std::vector<CpuLevel> usableCpuLevels();

// The processor's own name ("AMD EPYC"), empty when it says none.
std::string cpuName();

// Processors this process may run on, at least 1.
int cpuCount();

// Bytes of the cache that each processor has for itself behind its first one; 512 KB where the system does
// not say.
std::size_t secondCacheBytes();

} // namespace parallax::device
