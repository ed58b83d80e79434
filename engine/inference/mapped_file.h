// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace parallax::inference {

// A file whose bytes are read where they lie on the disk, when they are touched. Never written to. Touching
// bytes that another program cuts off meanwhile ends the process: what must not be surprised uses copy().
class MappedFile {
  public:
    // Throws Error{FileNotFound} or Error{FileUnreadable}.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;

    const std::byte* data() const { return m_data; }
    std::size_t size() const { return m_size; }

    // Bytes from `at` on. Throws Error{FileUnreadable} when the file has lost them since it was opened.
    void copy(std::size_t at, std::size_t bytes, void* to) const;
    void expect(std::size_t at, std::size_t bytes) const; // the system may read them now

  private:
    std::filesystem::path m_path;
    int m_file = -1;
    const std::byte* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace parallax::inference
