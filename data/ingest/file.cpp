// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/file.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

namespace parallax::data {

std::string readFile(const std::filesystem::path& path, std::size_t limit) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        throw Error(ErrorCode::FileUnreadable, {path.string(), std::strerror(EISDIR)});
    const auto size = std::filesystem::file_size(path, ignored);
    if (!ignored && size > limit)
        throw Error(ErrorCode::FileTooLarge, {path.string(), std::to_string(size), std::to_string(limit)});

    // Without O_NONBLOCK opening a pipe that nobody writes to would wait for ever, deaf to Cancel.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        if (errno == ENOENT && path.native().find("://") != std::string::npos)
            throw Error(ErrorCode::FetchRefused,
                        {path.string(), "only http and https addresses are fetched"});
        const auto code = errno == ENOENT ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable;
        throw Error(code, {path.string(), std::strerror(errno)});
    }
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(::fdopen(descriptor, "rb"), &std::fclose);
    if (!file) {
        const int failure = errno;
        ::close(descriptor);
        throw Error(ErrorCode::FileUnreadable, {path.string(), std::strerror(failure)});
    }
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        throw Error(ErrorCode::FileUnreadable, {path.string(), "not a file that holds something"});
    std::string bytes;
    if (!ignored)
        bytes.reserve(size);
    std::array<char, 1U << 16> chunk{};
    // A file can grow while it is read: the limit holds for what really comes.
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
