// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "data/claim/claim_words.h"

namespace parallax::data {

// Whether a figure at `figure` may be said of whom the sentence before spoke of: the sentence in which it
// stands names nobody and has a pronoun for a subject ("It answers in …", 其), a metric ("The median latency
// is …"), or none at all. "A competitor reaches …" and "The local model makes …" speak of somebody else.
// `text` is the block's, the sentence begins at `sentence`.
bool refersBack(std::string_view text, std::size_t sentence, std::size_t figure, const ClaimWords& words);

// Whether a sentence says no more than of whom a figure is ("AWS is expected at 1.6–1.8 s."): what was
// measured the sentence before has said.
bool saysOnlyOfWhom(std::string_view text, Span sentence, Span figure, const ClaimWords& words);

} // namespace parallax::data
