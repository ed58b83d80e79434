// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace parallax::data {

// For a library that does not open any more: copies `snapshot` beside it, moves the damaged file (and its
// -wal and -shm) out of the way as "<library>.damaged-<UTC time>", then puts the copy in its place. Nothing
// is deleted. Returns where the damaged file lies now. Throws RestoreFailed (also where the snapshot is
// damaged itself), LibraryNotALibrary, LibraryNewer, DiskFull; the library's file is then where it was.
std::filesystem::path putSnapshotInPlace(const std::filesystem::path& damaged,
                                         const std::filesystem::path& snapshot);

} // namespace parallax::data
