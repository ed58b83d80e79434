// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "engine/inference/gguf.h"

namespace parallax::inference {

enum class Gate { Silu, Gelu };

// What a model looks like. An architecture is a row of these; the forward pass knows no names.
struct Config {
    std::string architecture;
    std::string name;
    int layers = 0;
    int width = 0;       // of the residual stream
    int feedForward = 0; // of the hidden layer
    int heads = 0;       // of queries
    int kvHeads = 0;     // of keys and values; divides heads
    int headSize = 0;    // a multiple of 16
    int vocabulary = 0;
    int context = 0;   // tokens it was made for
    float epsilon = 0; // of the norms
    Gate gate = Gate::Silu;

    bool headNorms = false;     // queries and keys are normalised per head …
    bool normAfterRope = false; // … after the rotation rather than before
    bool postNorms = false;     // a branch's output is normalised before it is added
    float embeddingScale = 1;
    float attentionScale = 0;
    float logitCap = 0; // logits become cap * tanh(logit / cap); 0: they stay as they are

    bool ropeHalves = false; // pairs are (i, i + rotary / 2) rather than (2i, 2i + 1)
    int rotary = 0;          // dimensions of a head that are rotated
    double ropeBase = 0;
    double ropeFactor = 1;           // positions are divided by it
    std::vector<float> ropeDivisors; // [rotary / 2] or empty: of the frequencies (rope_freqs.weight)

    int window = 0;           // of local layers, in tokens; 0: none is local
    int windowPattern = 0;    // every so many layers the last one is global; 0: all are local
    double localRopeBase = 0; // of local layers, whose positions are never divided

    bool isLocal(int layer) const {
        return window > 0 && (windowPattern == 0 || layer % windowPattern != windowPattern - 1);
    }
    int queryWidth() const { return heads * headSize; }
    int keyWidth() const { return kvHeads * headSize; }
};

// Throws Error{ModelMalformed} and Error{ModelUnsupported}.
Config readConfig(const Gguf& file);

// Names of the architectures that can be run.
std::vector<std::string> knownArchitectures();

} // namespace parallax::inference
