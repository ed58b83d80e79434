// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

#include "base/error.h"

namespace parallax::inference {

MappedFile::MappedFile(const std::filesystem::path& path) {
    const auto fail = [&](int number) {
        throw Error(ErrorCode::FileUnreadable, {path.string(), std::generic_category().message(number)});
    };
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        if (errno == ENOENT)
            throw Error(ErrorCode::FileNotFound, {path.string()});
        fail(errno);
    }
    struct stat info {};
    int problem = ::fstat(file, &info) == 0 ? 0 : errno;
    if (problem == 0 && !S_ISREG(info.st_mode))
        problem = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
    if (problem == 0 && info.st_size > 0) {
        m_size = static_cast<std::size_t>(info.st_size);
        void* data = ::mmap(nullptr, m_size, PROT_READ, MAP_PRIVATE, file, 0);
        if (data == MAP_FAILED)
            problem = errno;
        else
            m_data = static_cast<const std::byte*>(data);
    }
    ::close(file);
    if (problem != 0)
        fail(problem);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0)) {}

MappedFile::~MappedFile() {
    if (m_data != nullptr)
        ::munmap(const_cast<std::byte*>(m_data), m_size);
}

void MappedFile::release(const std::byte* begin, std::size_t bytes) const {
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto first = (reinterpret_cast<std::uintptr_t>(begin) + page - 1) / page * page;
    const auto last = (reinterpret_cast<std::uintptr_t>(begin) + bytes) / page * page;
    if (last > first)
        ::madvise(reinterpret_cast<void*>(first), last - first, MADV_DONTNEED);
}

} // namespace parallax::inference
