// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "data/store/import.h"

namespace parallax::data {

// Tells files whose very bytes are in the library already, on a reading connection of its own. Belongs to one
// thread.
class KnownDocuments {
  public:
    explicit KnownDocuments(const std::filesystem::path& library);
    ~KnownDocuments();

    // The articles of which the document of these bytes is the newest version, as unchanged imports of
    // `location`. Empty for an unknown document, one that something newer has replaced, and one of which
    // anything that the library holds is damaged.
    std::vector<ImportedArticle> find(const std::string& sha256, std::string_view raw,
                                      const std::string& location);

    // Whether the reading that the library has of the document is one whose repair the person asked for: what
    // is damaged of it is mended by the same reading.
    bool isRepaired(const std::string& sha256);

  private:
    std::unique_ptr<Library> m_library; // none when the file cannot be opened twice: then nothing is known
};

} // namespace parallax::data
