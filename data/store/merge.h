// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/backup.h"
#include "data/store/library.h"

namespace parallax::data {

// Adds to `library` what only `source` has, in one transaction (backup.h, RestoreMode::Merge).
RestoreReport mergeLibrary(Library& library, Library& source, const std::stop_token& stop,
                           const ProgressCallback& progress);

} // namespace parallax::data
