// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/inference/tokenizer.h"

namespace parallax::inference {

// How the next token is chosen. Applied in this order.
struct Sampling {
    float repetition = 1;    // logits of recent tokens are divided by it (multiplied where negative); 1: off
    float frequency = 0;     // subtracted once per occurrence
    float presence = 0;      // subtracted from what has occurred
    int penaltyWindow = 256; // recent tokens that the penalties look at, prompt included
    std::vector<std::pair<Token, float>> bias; // added to logits
    float temperature = 0;                     // 0: always the largest logit, the lowest number among equals
    int topK = 0;                              // only the so many likeliest; 0: off
    float topP = 1;                            // only the likeliest that together have this probability
    float minP = 0;                            // only those with this part of the likeliest one's probability
    std::uint64_t seed = 0;
    int logprobs = 0;        // how many of the likeliest to report
    bool probability = true; // whether Chosen::logprob is wanted, which costs an exp for every token there is
};

struct Chosen {
    Token token = 0;
    float logprob = 0; // of the model, before anything above was applied; 0 when it was not wanted
    std::vector<std::pair<Token, float>> top;
};

// Chooses after `history` (prompt and answer so far). The random number depends on the seed and on `step`
// alone: not on threads, not on who else is in the batch. Throws Error{ModelFailed} when the logits are no
// numbers.
Chosen chooseToken(std::span<const float> logits, std::span<const Token> history, std::uint64_t step,
                   const Sampling& sampling);

} // namespace parallax::inference
