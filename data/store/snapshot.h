// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "data/store/backup.h"
#include "data/store/clock.h"

namespace parallax::data {

// "<library>.snapshots/"
std::filesystem::path snapshotFolder(const std::filesystem::path& library);

// Removes what the rotation does not keep: of the daily ones each of the last 7 days, then the newest of each
// of the 4 calendar weeks before; of the others the 5 newest of each kind.
void rotateSnapshots(const std::filesystem::path& library, Instant at);

} // namespace parallax::data
