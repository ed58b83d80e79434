// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/bench.h"

#include <algorithm>
#include <utility>

namespace parallax::inference {

Bench::Bench(const Gguf& file, const CpuOptions& options, int context, int streams)
    : Bench(file, makeCpuBackend(options), context, streams) {}

Bench::Bench(const Gguf& file, std::unique_ptr<Backend> backend, int context, int streams)
    : m_backend(std::move(backend))
    , m_streams(streams)
    , m_mostStreams(streams)
    , m_pagesEach((context + pageTokens - 1) / pageTokens) {
    const device::Spent before = device::spentSoFar();
    m_model = std::make_unique<Model>(file, *m_backend);
    m_load = device::spentSoFar() - before;
    m_cache = m_backend->cache(config(), m_streams * m_pagesEach);
}

void Bench::fill(Batch& batch, int stream, int tokens) const {
    Batch::Part part;
    part.first = static_cast<int>(batch.tokens.size());
    part.count = tokens;
    part.position = m_depth;
    part.firstPage = static_cast<int>(batch.pages.size());
    for (int i = 0; i < tokens; ++i) // any tokens do, but not always the same row of the embedding
        batch.tokens.push_back(static_cast<Token>((m_depth + i) * 7919LL % config().vocabulary));
    for (int page = 0; page < m_pagesEach; ++page)
        batch.pages.push_back(stream * m_pagesEach + page);
    batch.parts.push_back(part);
}

device::Spent Bench::prefill(int tokens, int stepTokens) {
    const device::Spent before = device::spentSoFar();
    while (tokens > 0) {
        const int count = std::min(tokens, std::clamp(stepTokens, 1, static_cast<int>(Model::mostRows)));
        for (int stream = 0; stream < m_streams; ++stream) {
            Batch batch;
            fill(batch, stream, count);
            if (count == tokens)
                batch.wanted.push_back(count - 1);
            m_model->forward(batch, *m_cache);
        }
        m_depth += count;
        tokens -= count;
    }
    return device::spentSoFar() - before;
}

device::Spent Bench::decode(int steps) {
    const device::Spent before = device::spentSoFar();
    for (int step = 0; step < steps; ++step) {
        Batch batch;
        for (int stream = 0; stream < m_streams; ++stream) {
            fill(batch, stream, 1);
            batch.wanted.push_back(stream);
        }
        m_model->forward(batch, *m_cache);
        ++m_depth;
    }
    return device::spentSoFar() - before;
}

void Bench::rewind(int depth) {
    m_depth = std::clamp(depth, 0, m_depth);
}

void Bench::setStreams(int streams) {
    m_streams = std::clamp(streams, 1, m_mostStreams);
    m_depth = 0;
}

double Bench::stepBytes(int depth) const {
    const Config& c = config();
    double keys = 0; // over all layers
    for (int layer = 0; layer < c.layers; ++layer)
        keys += c.isLocal(layer) ? std::min(depth, c.window) : depth;
    const double each = 2.0 * c.keyWidth() * static_cast<double>(m_cache->numberBytes);
    return static_cast<double>(m_model->bytesPerToken()) + keys * each * m_streams;
}

} // namespace parallax::inference
