// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/stream_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace parallax::latency {

std::string streamText(const data::RawStream& stream, std::size_t most) {
    std::string text = stream.bytes.substr(0, most);
    // Frames count their bytes in four, the first of which is 0; a text has none.
    if (std::ranges::find(text, '\0') == text.end())
        return repairUtf8(text);
    for (char& c : text)
        if (const auto byte = static_cast<unsigned char>(c); byte != '\n' && (byte < 0x20 || byte > 0x7E))
            c = '.';
    return text;
}

} // namespace parallax::latency
