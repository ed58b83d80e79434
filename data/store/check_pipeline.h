// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "data/store/check_rows.h"
#include "data/store/check_run.h"
#include "data/store/fact_rows.h"

namespace parallax::data {

// What was found in an edition, ready to be written.
struct CheckedEdition {
    EditionId edition = 0;
    std::int64_t generation = 0; // of the row in edition_check before the edition was read
    std::string title;
    std::vector<CheckForm> checks;
    std::vector<FactForm> facts;
    std::size_t bytes = 0; // roughly, in memory
};

// Loads and checks the editions that wait, ahead of the writer: some threads, each with a reading connection.
// Results come in the order in which they are finished, and at most some 8 MB of them wait.
class CheckPipeline {
  public:
    CheckPipeline(const std::filesystem::path& library, const CheckRunOptions& options);
    ~CheckPipeline(); // stops and joins the threads
    CheckPipeline(const CheckPipeline&) = delete;
    CheckPipeline& operator=(const CheckPipeline&) = delete;

    enum class Wait { Ready, Timeout, End };
    // The next result. Waits until `deadline` at most. Throws what ended a thread.
    Wait next(CheckedEdition& edition, std::chrono::steady_clock::time_point deadline);

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parallax::data
