// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The entry of libFuzzer; PARALLAX_FUZZ_TARGET is one of the names in targets.h.
#include <cstdint>

#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    parallax::fuzz::PARALLAX_FUZZ_TARGET({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
