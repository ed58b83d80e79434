// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu.h"

#include <algorithm>
#include <cstring>
#include <thread>

#if defined(__x86_64__)
#include <cpuid.h>
#endif
#if defined(__linux__)
#include <sched.h>
#endif
#if defined(__linux__) && defined(__aarch64__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

namespace parallax::device {
namespace {

#if defined(__x86_64__)
bool hasAvxVnni() {
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    return __get_cpuid_count(7, 1, &a, &b, &c, &d) != 0 && (a & (1U << 4)) != 0; // GCC 12 has no name for it
}

CpuLevel detect() {
    __builtin_cpu_init(); // its answers include what the operating system saves of the registers
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma"))
        return CpuLevel::Plain;
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & (1U << 29)) == 0) // F16C
        return CpuLevel::Plain;
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
        return __builtin_cpu_supports("avx512vnni") ? CpuLevel::Avx512Vnni : CpuLevel::Avx512;
    return hasAvxVnni() ? CpuLevel::AvxVnni : CpuLevel::Avx2;
}
#elif defined(__aarch64__)
CpuLevel detect() {
#if defined(__linux__)
    return (::getauxval(AT_HWCAP) & HWCAP_ASIMDDP) != 0 ? CpuLevel::NeonDot : CpuLevel::Neon;
#elif defined(__APPLE__)
    return CpuLevel::NeonDot; // every one of theirs has it
#else
    return CpuLevel::Neon;
#endif
}
#else
CpuLevel detect() {
    return CpuLevel::Plain;
}
#endif

} // namespace

CpuLevel cpuLevel() {
    static const CpuLevel level = detect();
    return level;
}

const char* cpuLevelName(CpuLevel level) {
    switch (level) {
    case CpuLevel::Plain:
        return "plain";
    case CpuLevel::Avx2:
        return "avx2";
    case CpuLevel::AvxVnni:
        return "avx-vnni";
    case CpuLevel::Avx512:
        return "avx512";
    case CpuLevel::Avx512Vnni:
        return "avx512-vnni";
    case CpuLevel::Neon:
        return "neon";
    case CpuLevel::NeonDot:
        return "neon-dot";
    }
    return "plain";
}

std::vector<CpuLevel> usableCpuLevels() {
    std::vector<CpuLevel> levels;
#if defined(__aarch64__)
    constexpr CpuLevel all[] = {CpuLevel::Plain, CpuLevel::Neon, CpuLevel::NeonDot};
#else
    constexpr CpuLevel all[] = {CpuLevel::Plain, CpuLevel::Avx2, CpuLevel::AvxVnni, CpuLevel::Avx512,
                                CpuLevel::Avx512Vnni};
#endif
    for (const CpuLevel level : all) {
        // A processor with AVX-512 VNNI need not have the 256-bit encoding of the same instruction.
#if defined(__x86_64__)
        if (level == CpuLevel::AvxVnni && !hasAvxVnni())
            continue;
#endif
        if (level <= cpuLevel())
            levels.push_back(level);
    }
    return levels;
}

std::string cpuName() {
#if defined(__x86_64__)
    unsigned words[12] = {};
    for (unsigned leaf = 0; leaf < 3; ++leaf)
        if (__get_cpuid(0x80000002U + leaf, &words[4 * leaf], &words[4 * leaf + 1], &words[4 * leaf + 2],
                        &words[4 * leaf + 3]) == 0)
            return {};
    char text[sizeof words + 1] = {};
    std::memcpy(text, words, sizeof words);
    std::string name = text;
    const auto first = name.find_first_not_of(' ');
    const auto last = name.find_last_not_of(' ');
    return first == std::string::npos ? std::string() : name.substr(first, last - first + 1);
#else
    return {};
#endif
}

int cpuCount() {
#if defined(__linux__)
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0)
        return std::max(1, CPU_COUNT(&set));
#endif
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

std::size_t secondCacheBytes() {
    long bytes = 0;
#if defined(_SC_LEVEL2_CACHE_SIZE)
    bytes = sysconf(_SC_LEVEL2_CACHE_SIZE);
#endif
    return bytes > 0 ? static_cast<std::size_t>(bytes) : std::size_t{512} * 1024;
}

} // namespace parallax::device
