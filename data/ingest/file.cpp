// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "base/error.h"

namespace parallax::data {

std::string readFile(const std::filesystem::path& path, std::size_t limit) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        throw Error(ErrorCode::FileUnreadable, {path.string(), std::strerror(EISDIR)});
    const auto size = std::filesystem::file_size(path, ignored);
    if (!ignored && size > limit)
        throw Error(ErrorCode::FileTooLarge, {path.string(), std::to_string(size), std::to_string(limit)});

    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"), &std::fclose);
    if (!file) {
        const auto code = errno == ENOENT ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable;
        throw Error(code, {path.string(), std::strerror(errno)});
    }
    std::string bytes;
    if (!ignored)
        bytes.reserve(size);
    std::array<char, 1U << 16> chunk{};
    // A file can grow while it is read, and a pipe has no size: the limit holds for what really comes.
    while (const std::size_t got = std::fread(chunk.data(), 1, chunk.size(), file.get())) {
        if (bytes.size() + got > limit)
            throw Error(ErrorCode::FileTooLarge,
                        {path.string(), std::to_string(bytes.size() + got), std::to_string(limit)});
        bytes.append(chunk.data(), got);
    }
    if (std::ferror(file.get()) != 0)
        throw Error(ErrorCode::FileUnreadable, {path.string(), std::strerror(errno)});
    return bytes;
}

} // namespace parallax::data
