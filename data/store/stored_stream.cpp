// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/stored_stream.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "data/store/forgiving_json.h"
#include "data/store/packed.h"

namespace parallax::data {
namespace {

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytesOf(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

} // namespace

std::shared_ptr<const RawStream> storedStream(std::int64_t size, std::int64_t leftOut,
                                              std::string_view content) {
    if (size < 0 || static_cast<std::size_t>(size) > mostStreamKept)
        return nullptr;
    std::optional<std::string> bytes = unpacked(content, static_cast<std::size_t>(size));
    if (!bytes)
        return nullptr;
    return std::make_shared<const RawStream>(
        RawStream{std::move(*bytes), std::max<std::int64_t>(0, leftOut)});
}

std::string streamMembers(const RawStream& stream) {
    forgiving::Json json;
    if (isUtf8(stream.bytes))
        json[streamTextKey] = stream.bytes;
    else
        json[streamBase64Key] = toBase64(stream.bytes);
    if (stream.leftOut > 0)
        json[streamLeftOutKey] = stream.leftOut;
    const std::string object = forgiving::dumped(json);
    return object.substr(1, object.size() - 2);
}

std::string toBase64(std::string_view bytes) {
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0'); // and the zero that OpenSSL writes
    const int size = EVP_EncodeBlock(bytesOf(text), bytesOf(bytes), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

bool fromBase64(std::string_view text, std::string& bytes) {
    bytes.clear();
    if (text.size() % 4 != 0 || text.size() > 2 * mostStreamKept)
        return false;
    if (text.empty())
        return true;
    bytes.resize(text.size() / 4 * 3);
    const int size = EVP_DecodeBlock(bytesOf(bytes), bytesOf(text), static_cast<int>(text.size()));
    if (size < 0)
        return false;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0; // decoded as zeros
    bytes.resize(static_cast<std::size_t>(size) - padding);
    return true;
}

} // namespace parallax::data
