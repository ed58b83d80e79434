// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/packed.h"

#include <zlib.h>

#include <new>

#include "base/error.h"

namespace parallax::data {
namespace {

const Bytef* bytesOf(std::string_view text) {
    return reinterpret_cast<const Bytef*>(text.data());
}

} // namespace

std::string packed(std::string_view bytes) {
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    std::string out(size, '\0');
    const int code = compress2(reinterpret_cast<Bytef*>(out.data()), &size, bytesOf(bytes),
                               static_cast<uLong>(bytes.size()), Z_BEST_SPEED);
    if (code == Z_MEM_ERROR)
        throw std::bad_alloc();
    if (code != Z_OK)
        throw Error(ErrorCode::Unexpected, {"zlib"});
    out.resize(size);
    return out;
}

std::optional<std::string> unpacked(std::string_view bytes, std::size_t size) {
    std::string out(size + 1, '\0'); // one more, to see what would be longer
    uLongf got = static_cast<uLongf>(out.size());
    uLong used = static_cast<uLong>(bytes.size());
    if (uncompress2(reinterpret_cast<Bytef*>(out.data()), &got, bytesOf(bytes), &used) != Z_OK ||
        got != size || used != bytes.size())
        return std::nullopt;
    out.resize(size);
    return out;
}

} // namespace parallax::data
