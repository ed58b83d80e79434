// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

#include "base/error.h"

namespace parallax::inference {

MappedFile::MappedFile(const std::filesystem::path& path)
    : m_path(path) {
    const auto fail = [&](int number) {
        throw Error(ErrorCode::FileUnreadable, {path.string(), std::generic_category().message(number)});
    };
    // Without waiting: a pipe that nobody writes to would keep us here. It is refused below.
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        if (errno == ENOENT)
            throw Error(ErrorCode::FileNotFound, {path.string()});
        fail(errno);
    }
    struct stat info {};
    int problem = ::fstat(file, &info) == 0 ? 0 : errno;
    if (problem == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode)) {
        ::close(file);
        throw Error(ErrorCode::FileUnreadable, {path.string(), "it is no regular file"});
    }
    if (problem == 0 && S_ISDIR(info.st_mode))
        problem = EISDIR;
    if (problem == 0 && info.st_size > 0) {
        m_size = static_cast<std::size_t>(info.st_size);
        void* data = ::mmap(nullptr, m_size, PROT_READ, MAP_PRIVATE, file, 0);
        if (data == MAP_FAILED)
            problem = errno;
        else
            m_data = static_cast<const std::byte*>(data);
    }
    if (problem != 0) {
        ::close(file);
        fail(problem);
    }
    m_file = file;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_file(std::exchange(other.m_file, -1))
    , m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0)) {}

MappedFile::~MappedFile() {
    if (m_data != nullptr)
        ::munmap(const_cast<std::byte*>(m_data), m_size);
    if (m_file >= 0)
        ::close(m_file);
}

void MappedFile::copy(std::size_t at, std::size_t bytes, void* to) const {
    auto* out = static_cast<char*>(to);
    while (bytes > 0) {
        const ssize_t got = ::pread(m_file, out, bytes, static_cast<off_t>(at));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            throw Error(ErrorCode::FileUnreadable, {m_path.string(), std::generic_category().message(errno)});
        if (got == 0)
            throw Error(ErrorCode::FileUnreadable,
                        {m_path.string(), "it became shorter while it was read: it ends after " +
                                              std::to_string(at) + " bytes"});
        out += got;
        at += static_cast<std::size_t>(got);
        bytes -= static_cast<std::size_t>(got);
    }
}

void MappedFile::expect(std::size_t at, std::size_t bytes) const {
    // Advice: where it is refused, copy() waits for the disk as it would have.
    ::posix_fadvise(m_file, static_cast<off_t>(at), static_cast<off_t>(bytes), POSIX_FADV_WILLNEED);
}

} // namespace parallax::inference
