// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The entry of libFuzzer. One program for all targets, since sanitized builds are slow; the environment
// variable PARALLAX_FUZZ_TARGET names one of *targets.h; "list" prints their names.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/fuzz/engine_targets.h"
#include "tests/fuzz/latency_targets.h"
#include "tests/fuzz/serve_targets.h"
#include "tests/fuzz/targets.h"

namespace {

void (*chosen)(std::string_view) = nullptr;

template <typename Targets>
void look(const Targets& targets, std::string_view name) {
    for (const auto& target : targets) {
        if (name == target.name)
            chosen = target.run;
        if (name == "list")
            std::puts(std::string(target.name).c_str());
    }
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    const char* variable = std::getenv("PARALLAX_FUZZ_TARGET");
    const std::string_view name = variable != nullptr ? variable : "";
    look(parallax::fuzz::targets, name);
    look(parallax::fuzz::engineTargets, name);
    look(parallax::fuzz::latencyTargets, name);
    look(parallax::fuzz::serveTargets, name);
    if (name == "list")
        std::exit(0);
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
