// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/claim/claim_sentence.h"

namespace parallax::data {

// "60 ms earlier", 快 60 毫秒, 便宜了約 2 美元, "by 60 ms", "a saving of $2", "the gap between Azure and AWS
// is 0.2 s", "0.2 s below AWS Bedrock's": a difference and no level.
bool isDifference(const ClaimSentence& sentence, Span figure);

} // namespace parallax::data
