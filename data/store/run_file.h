// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "data/measure/run.h"
#include "data/store/library.h"

namespace parallax::data {

// Runs as a file (JSON, docs/latency.md): everything that the library has of them, raw timelines included,
// and the endpoints that their plans name, so that another library needs nothing else. Keys are no part of
// it. Throws Error{Usage} where there is no such run.
std::string runFileOf(Library& library, const std::vector<RunId>& runs);

// The same to a file, an attempt at a time. Throws FileUnwritable, DiskFull.
void writeRunFile(Library& library, const std::vector<RunId>& runs, const std::filesystem::path& path);

struct TakenRun {
    RunId run = 0;
    std::string name;
    std::size_t attempts = 0; // that came with it
    enum class What {
        Added,
        Completed, // was here with fewer attempts: it had been exported while it was under way
        Known      // was here with as many: nothing was changed
    } what = What::Added;
};

// Takes the runs of such a file into the library, all or none. A run is known by its uid, so that no file
// counts twice, whatever way it came. Times of different runs have different zeros: nothing compares them.
// `file` names it in errors. Throws
// FileUnreadable with the run and the attempt that are wrong, FileTooLarge.
// `checkPlan` may throw on a plan that this program could not report, and answers the names of its endpoints:
// an attempt of another is refused. Without it all are taken.
std::vector<TakenRun>
takeRunFile(Library& library, std::string_view json, const std::string& file,
            const std::function<std::set<std::string>(const MeasureRun&)>& checkPlan = {});

inline constexpr std::size_t largestRunFile = std::size_t{512} << 20; // bytes

} // namespace parallax::data
