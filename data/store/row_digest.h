// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace parallax::data {

// Functions for SQL, of any number of values:
//     row_digest(a, b, …)   64 bits that are others when any one of the values is another, or of another type
//     rows_digest(a, b, …)  the sum of row_digest over the rows of a group, whatever their order; 0 of none
// They find a damaged byte; they are no protection against whoever wants two rows to be alike. What they give
// is kept in libraries: another recipe needs another readingDigestVersion (reading_digest.h).
void registerRowDigest(sqlite3* handle);

} // namespace parallax::data
