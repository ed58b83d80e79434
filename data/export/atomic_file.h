// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace parallax::data {

// A file that becomes `target` only when it is complete: written under another name beside it, flushed to the
// disk, then renamed over it. Until commit() the old file is untouched; without commit() the new one goes
// away.
class AtomicFile {
  public:
    // Creates the file beside. Throws FileUnwritable, DiskFull.
    explicit AtomicFile(const std::filesystem::path& target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    const std::filesystem::path& temporaryPath() const { return m_temporary; }
    void write(std::string_view bytes);
    void commit();

  private:
    [[noreturn]] void fail(int error) const;

    std::filesystem::path m_named;     // as the caller named it, for messages
    std::filesystem::path m_target;    // behind a symbolic link, which stays
    std::filesystem::path m_temporary; // empty once committed
    int m_descriptor = -1;
};

} // namespace parallax::data
