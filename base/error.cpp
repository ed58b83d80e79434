// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <utility>

namespace parallax {

const char* errorName(ErrorCode code) noexcept {
    switch (code) {
#define PARALLAX_ERROR_NAME(name)                                                                            \
    case ErrorCode::name:                                                                                    \
        return #name;
        PARALLAX_ERROR_CODES(PARALLAX_ERROR_NAME)
#undef PARALLAX_ERROR_NAME
    }
    return "Unknown";
}

Error::Error(ErrorCode code, std::vector<std::string> args)
    : m_code(code)
    , m_args(std::move(args))
    , m_what(errorName(code)) {
    for (const auto& arg : m_args)
        m_what += ": " + arg;
}

} // namespace parallax
