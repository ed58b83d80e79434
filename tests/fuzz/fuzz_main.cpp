// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The entry of libFuzzer. One program for all targets, since sanitized builds are slow; the environment
// variable PARALLAX_FUZZ_TARGET names one of *targets.h.
#include <cstdint>
#include <cstdio>

#include "tests/fuzz/engine_targets.h"
#include "tests/fuzz/latency_targets.h"
#include "tests/fuzz/targets.h"

namespace {

void (*chosen)(std::string_view) = nullptr;

}

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    const char* name = std::getenv("PARALLAX_FUZZ_TARGET");
    for (const auto& target : parallax::fuzz::targets)
        if (name && std::string_view(name) == target.name)
            chosen = target.run;
    for (const auto& target : parallax::fuzz::engineTargets)
        if (name && std::string_view(name) == target.name)
            chosen = target.run;
    for (const auto& target : parallax::fuzz::latencyTargets)
        if (name && std::string_view(name) == target.name)
            chosen = target.run;
    if (!chosen) {
        std::fprintf(stderr, "PARALLAX_FUZZ_TARGET must name a target of tests/fuzz/*targets.h\n");
        std::exit(2);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    chosen({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
