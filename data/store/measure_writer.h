// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "data/measure/attempt.h"
#include "data/measure/run.h"

namespace parallax::data {

// Writes the attempts of a run on a thread and a connection of its own, some times a second, so that the
// thread that measures never waits for a disk and a program that is killed has lost little.
class MeasureWriter {
  public:
    MeasureWriter(const std::filesystem::path& library, RunId run); // throws what opening a library does
    ~MeasureWriter(); // without finish(), what came is still written
    MeasureWriter(const MeasureWriter&) = delete;
    MeasureWriter& operator=(const MeasureWriter&) = delete;

    void add(Attempt&& attempt);
    void finish(); // all is written; throws what went wrong on the way

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parallax::data
