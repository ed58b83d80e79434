// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "data/measure/attempt.h"

namespace parallax::latency {

// A raw stream for people, its first `most` bytes: text as it is; of frames what can be read, a dot for every
// other byte.
std::string streamText(const data::RawStream& stream, std::size_t most);

} // namespace parallax::latency
