// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "data/measure/attempt.h"
#include "data/measure/endpoint.h"
#include "data/measure/run.h"
#include "data/store/library.h"

namespace parallax::data {

// Endpoints, runs and attempts of a library. Keys are no part of any of them.
class MeasureStore {
  public:
    explicit MeasureStore(Library& library)
        : m_library(library) {}

    // Adds it, or puts it in the place of the one of that name.
    void saveEndpoint(const Endpoint& endpoint);
    bool removeEndpoint(const std::string& name); // false: there is none
    std::vector<Endpoint> endpoints();            // by name
    std::optional<Endpoint> endpoint(const std::string& name);

    RunId beginRun(const MeasureRun& run);                          // id and uid are given here
    void addAttempts(RunId run, std::span<const Attempt> attempts); // all or none
    void endRun(const MeasureRun& run);
    std::vector<MeasureRun> runs(); // the newest first
    std::optional<MeasureRun> run(RunId id);
    std::vector<Attempt> attempts(RunId run); // in the order in which they ended
    // The same one by one: a run may hold more than memory does. Streams are in neither.
    void eachAttempt(RunId run, const std::function<void(Attempt&&)>& take);
    // One with its stream, where that was kept.
    std::optional<Attempt> attempt(RunId run, const std::string& endpoint, std::int64_t sequence,
                                   std::int64_t step);
    std::vector<Attempt> latestAttempts(); // the newest that was measured of each endpoint, by its name
    bool removeRun(RunId run);             // with its attempts; false: there is none

  private:
    Library& m_library;
};

} // namespace parallax::data
