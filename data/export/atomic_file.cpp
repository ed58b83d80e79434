// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/export/atomic_file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "base/error.h"
#include "data/export/export.h"

namespace parallax::data {
namespace {

std::filesystem::path behindLinks(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_symlink(path, error))
        return path;
    const auto real = std::filesystem::weakly_canonical(path, error);
    return error ? path : real;
}

} // namespace

AtomicFile::AtomicFile(const std::filesystem::path& target)
    : m_named(target)
    , m_target(behindLinks(target)) {
    struct stat old {};
    const bool exists = ::stat(m_target.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode))
        fail(EISDIR);
    if (exists && ::access(m_target.c_str(), W_OK) != 0)
        fail(errno);
    for (int attempt = 0; m_descriptor < 0; ++attempt) {
        m_temporary = m_target;
        m_temporary += ".part-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
        m_descriptor = ::open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (m_descriptor < 0 && (errno != EEXIST || attempt > 100)) {
            const int error = errno;
            m_temporary.clear();
            fail(error);
        }
    }
    if (exists) // permissions are the person's; a file system without them is no reason to fail
        std::ignore = ::fchmod(m_descriptor, old.st_mode & 0777U);
}

AtomicFile::~AtomicFile() {
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

void AtomicFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            fail(errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void AtomicFile::commit() {
    if (::fsync(m_descriptor) != 0 && errno != EINVAL && errno != EROFS)
        fail(errno);
    const int descriptor = std::exchange(m_descriptor, -1);
    if (::close(descriptor) != 0)
        fail(errno);
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        fail(errno);
    m_temporary.clear();
    // The folder's entry too; a folder that cannot be opened for reading has still been written.
    const auto folder = m_target.has_parent_path() ? m_target.parent_path() : std::filesystem::path(".");
    if (const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); directory >= 0) {
        ::fsync(directory);
        ::close(directory);
    }
}

void AtomicFile::fail(int error) const {
    if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        throw Error(ErrorCode::DiskFull, {m_named.string()});
    throw Error(ErrorCode::FileUnwritable, {m_named.string(), std::generic_category().message(error)});
}

void writeFileAtomically(const std::filesystem::path& path, std::string_view bytes) {
    AtomicFile file(path);
    file.write(bytes);
    file.commit();
}

} // namespace parallax::data
