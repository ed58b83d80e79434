// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

#include "engine/inference/backend.h"
#include "engine/inference/batch.h"
#include "engine/inference/config.h"

namespace parallax::inference {

// A model on a device: its weights, and the one forward pass.

struct Layer {
    std::unique_ptr<Buffer> attentionNorm; // [width]
    std::unique_ptr<Weight> qkv;           // [(heads + 2 kvHeads) headSize, width]
    std::unique_ptr<Buffer> qkvBias;       // or null, as the other biases
    std::unique_ptr<Buffer> queryNorm;     // [headSize] or null
    std::unique_ptr<Buffer> keyNorm;       // [headSize] or null
    std::unique_ptr<Weight> out;           // [width, heads headSize]
    std::unique_ptr<Buffer> outBias;
    std::unique_ptr<Buffer> postAttentionNorm;   // [width] or null
    std::unique_ptr<Buffer> feedForwardNorm;     // [width]
    std::unique_ptr<Weight> gateUp;              // [2 feedForward, width]
    std::unique_ptr<Weight> down;                // [width, feedForward]
    std::unique_ptr<Buffer> postFeedForwardNorm; // [width] or null
};

// What a step computes with; grows to the largest batch.
struct Workspace {
    std::unique_ptr<Buffer> x;       // [rows, width] the residual stream
    std::unique_ptr<Buffer> qkv;     // [rows, (heads + 2 kvHeads) headSize]
    std::unique_ptr<Buffer> o;       // [rows, heads headSize]
    std::unique_ptr<Buffer> h;       // [rows, feedForward]
    std::unique_ptr<Buffer> branch;  // [rows, width], where there are post norms
    std::unique_ptr<Buffer> chosenX; // [wanted, width]
    std::unique_ptr<Buffer> chosenO; // [wanted, heads headSize]
    std::unique_ptr<Buffer> logits;  // [wanted, vocabulary]
    std::size_t rows = 0;
    std::size_t wanted = 0;
    std::vector<float> turns;
    std::vector<float> localTurns;
    std::vector<float> result;
    std::shared_ptr<void> pinned; // `result`, for the device
};

class Model {
  public:
    // Packs the weights for the device; the file is not needed any more afterwards. Throws
    // Error{ModelMalformed, ModelUnsupported, FileUnreadable, Cancelled}. `progress` is told the part that is
    // done, 0 to 1.
    Model(const Gguf& file, Backend& backend, const std::stop_token& stop = {},
          const std::function<void(double)>& progress = {});

    const Config& config() const { return m_config; }
    std::size_t bytesPerToken() const { return m_bytes; } // of weights, read by a decode step

    // Computes a step of at most `mostRows` rows and gives the logits of the wanted rows,
    // [wanted, vocabulary]. Token numbers must be below the vocabulary's size. Null when `abandon` became
    // true before the end: between two layers it is looked at. Nothing is lost then; the step can be computed
    // again.
    static constexpr std::size_t mostRows = 512;
    const std::vector<float>* forward(const Batch& batch, Cache& cache,
                                      const std::atomic<bool>* abandon = nullptr);

  private:
    std::unique_ptr<Buffer> vector(const Gguf& file, const std::vector<std::string>& names,
                                   const std::vector<std::size_t>& sizes, bool required) const;
    std::unique_ptr<Weight> matrix(const Gguf& file, const std::vector<std::string>& names,
                                   const std::vector<std::size_t>& rows, std::size_t columns);
    Layer layer(const Gguf& file, int number);
    void turns(const Batch& batch, double base, double factor, bool divided, std::vector<float>& out) const;

    Config m_config;
    Backend& m_backend;
    std::size_t m_bytes = 0;
    std::unique_ptr<Weight> m_embedding; // [vocabulary, width], or null where the head serves
    std::unique_ptr<Buffer> m_headNorm;  // [width]
    std::unique_ptr<Weight> m_head;      // [vocabulary, width]
    std::vector<Layer> m_layers;
    Workspace m_workspace;
};

} // namespace parallax::inference
