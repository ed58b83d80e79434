// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "engine/device/probe.h"
#include "engine/inference/cpu/backend.h"
#include "engine/inference/model.h"

namespace parallax::inference {

// Measures a model's forward pass, without tokenizer and sampling, on any number of sequences at once.
class Bench {
  public:
    // `context`: tokens that each of the `streams` sequences will hold at most. The file must outlive it.
    // Throws what Model's constructor throws.
    Bench(const Gguf& file, const CpuOptions& options, int context, int streams);
    Bench(const Gguf& file, std::unique_ptr<Backend> backend, int context, int streams);

    device::Spent load() const { return m_load; }
    Device device() const { return m_backend->device(); }
    const Config& config() const { return m_model->config(); }

    // Of the streams that there is room for, so many go on, from the start.
    void setStreams(int streams);
    int streams() const { return m_streams; }

    // All streams' next `tokens` tokens, stream by stream, in steps of at most `stepTokens`.
    device::Spent prefill(int tokens, int stepTokens = static_cast<int>(Model::mostRows));
    // `steps` steps, in each of which every stream goes on by one token.
    device::Spent decode(int steps);
    void rewind(int depth); // every stream to this many tokens, at most what was computed
    int depth() const { return m_depth; }

    // Read from memory by one decode step of all streams at this depth: weights once, each stream's keys and
    // values.
    double stepBytes(int depth) const;
    // The device's, which the bench must outlive: Backend::memoryProbe().
    std::unique_ptr<device::MemoryProbe> memoryProbe(std::size_t bytes = 0) const {
        return m_backend->memoryProbe(bytes);
    }

  private:
    void fill(Batch& batch, int stream, int tokens) const;

    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<Model> m_model;
    std::unique_ptr<Cache> m_cache;
    device::Spent m_load;
    int m_streams;
    int m_mostStreams;
    int m_pagesEach;
    int m_depth = 0;
};

} // namespace parallax::inference
