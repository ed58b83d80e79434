// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <charconv>
#include <cstdint>
#include <string>

namespace parallax::app {

// For an option that counts: CLI11's own PositiveNumber tells whoever typed 0 of a range of 300 digits.
inline CLI::Validator atLeastOne() {
    return {[](const std::string& text) {
                std::int64_t number = 0;
                const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
                const bool isWhole = failure == std::errc() && end == text.data() + text.size();
                return isWhole && number >= 1 ? std::string() : text + " is no whole number from 1 up";
            },
            "POSITIVE"};
}

} // namespace parallax::app
