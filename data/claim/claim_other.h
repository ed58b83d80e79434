// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/claim/claim_sentence.h"

namespace parallax::data {

// Whether a time is that of something else, of a network, an embedding, a transcription ("the network round
// trip to Azure is 5 ms"), or comes on top of another ("adds 25 ms"). A sentence that only mentions such a
// thing is not of it: "after its network was renewed, Azure's median latency is 1.2 s", "a TTFT of 410 ms
// over the public network". `own` are the words that belong to the figure.
bool isOfOther(const ClaimSentence& sentence, Span own, Span figure);

} // namespace parallax::data
