// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace parallax::data {

// Raise it whenever other checks come out of the same article: a rule, a tolerance, a word of the lexicon,
// the reading of a figure or of a table, a fact that is compared across articles, a fingerprint or a code.
// Every library is then checked again in the background. tests/data/check/test_engine_version.cpp keeps a
// digest of what comes out of known articles beside the version, and fails where the one changes without the
// other.
inline constexpr int checkEngineVersion = 7;

} // namespace parallax::data
