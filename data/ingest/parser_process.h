// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "data/ingest/document.h"

namespace parallax::data {

// A long-lived child that runs parseDocument with limits on memory and time; it is restarted after a crash.
// One request at a time; use one per thread. Throws what parseDocument throws, and ParserCrashed,
// ParserTimedOut, ParserOutOfMemory for that document alone.
class ParserProcess {
  public:
    struct Settings {
        std::vector<std::string> command;   // program and arguments; empty: /proc/self/exe parse-worker; only
                                            // for a program that has it
        std::size_t memoryBytes = 1U << 30; // RLIMIT_AS (not under a sanitizer)
        int seconds = 20;                   // per document
        ParseLimits limits;
    };
    ParserProcess();
    explicit ParserProcess(Settings settings);
    ~ParserProcess();
    ParserProcess(ParserProcess&&) noexcept;
    ParserProcess& operator=(ParserProcess&&) noexcept;

    Document parse(std::string_view bytes, const ParseHints& hints, const std::stop_token& stop = {});

    int childPid() const; // 0 while none runs

  private:
    class Child;
    Settings m_settings;
    std::unique_ptr<Child> m_child;
};

// The child's side: serves requests from stdin to stdout until end of file. main calls it for "parse-worker".
int runParseWorker();

} // namespace parallax::data
