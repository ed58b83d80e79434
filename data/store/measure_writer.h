// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>

#include "data/measure/attempt.h"
#include "data/measure/run.h"

namespace parallax::data {

// Writes the attempts of a run on a thread and a connection of its own, some times a second, so that the
// thread that measures never waits for a disk and a program that is killed has lost little. While another
// process keeps the library busy what came is kept in memory and tried again, for up to a minute.
class MeasureWriter {
  public:
    // `broken` is called once, on the writer's thread, when nothing more can be written: what is measured
    // from then on is paid for and lost, so the run should be stopped. `complete` is called there, too, with
    // each attempt before it is written: for what takes too long for the thread that measures. Throws what
    // opening a library does.
    MeasureWriter(const std::filesystem::path& library, RunId run, std::function<void()> broken = {},
                  std::function<void(Attempt&)> complete = {});
    ~MeasureWriter(); // without finish(), what came is still written
    MeasureWriter(const MeasureWriter&) = delete;
    MeasureWriter& operator=(const MeasureWriter&) = delete;

    void add(Attempt&& attempt);
    void finish(); // all is written; throws what kept the rest from it

    // Attempts that came and could not be written; after finish().
    std::size_t lost() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parallax::data
