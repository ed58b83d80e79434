// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "data/measure/attempt.h"

namespace parallax::data {

// A row of measure_stream. nullptr where it is damaged: then there is none.
std::shared_ptr<const RawStream> storedStream(std::int64_t size, std::int64_t leftOut,
                                              std::string_view content);

// A stream as members of an attempt's JSON object: text where it is UTF-8, base64 where it is not (frames of
// events), so that a file of runs can be read and nothing of it is lost.
inline constexpr const char* streamTextKey = "stream";
inline constexpr const char* streamBase64Key = "stream_base64";
inline constexpr const char* streamLeftOutKey = "stream_left_out";
std::string streamMembers(const RawStream& stream); // without braces: "\"stream\":\"…\",…"

std::string toBase64(std::string_view bytes);
// Throws nothing: what is no base64 comes to `false`.
bool fromBase64(std::string_view text, std::string& bytes);

} // namespace parallax::data
