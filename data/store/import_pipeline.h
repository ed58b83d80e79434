// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "data/store/import.h"
#include "data/store/stored_form.h"

namespace parallax::data {

// What became of one file, address or piece of bytes: parsed, or known already, or failed.
struct ParsedUnit {
    std::string location;
    std::string bytes;
    Document document;
    std::vector<StoredForm> forms;      // one for each article of the document
    std::vector<ImportedArticle> known; // the very bytes are the newest version of these
    std::optional<Error> failure;
    std::vector<std::string> skipped;
};

// Reads and parses units ahead of the writer: some threads, each with a parser child and a reading
// connection. Results come in the order of the units, whatever order they were finished in, and at most some
// 32 MB of them wait: a fast parser does not fill the memory.
class ImportPipeline {
  public:
    ImportPipeline(const std::filesystem::path& library, const std::vector<ImportItem>& items,
                   const ImportOptions& options);
    ~ImportPipeline(); // stops and joins the threads
    ImportPipeline(const ImportPipeline&) = delete;
    ImportPipeline& operator=(const ImportPipeline&) = delete;

    enum class Wait { Ready, Timeout, End };
    // The next result. Waits until `deadline` at most.
    Wait next(ParsedUnit& unit, std::chrono::steady_clock::time_point deadline);

    // More to import, found on the way (the feeds of an OPML file). Only from the writer's thread, before
    // End.
    void append(const std::vector<ImportItem>& items);

    std::int64_t total() const; // units as far as they are known; 0 while folders are still being walked

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parallax::data
