// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace parallax::inference {

// A file whose bytes are read where they lie on the disk, when they are touched. Never written to.
class MappedFile {
  public:
    // Throws Error{FileNotFound} or Error{FileUnreadable}.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;

    const std::byte* data() const { return m_data; }
    std::size_t size() const { return m_size; }

    // Says that these bytes are not needed again soon, so that the memory may serve others.
    void release(const std::byte* begin, std::size_t bytes) const;

  private:
    const std::byte* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace parallax::inference
