// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "engine/inference/model.h"

namespace parallax::inference {

// The angle by which pair i of a head is turned at a position is position * base^(-2i / rotary).
void Model::turns(const Batch& batch, double base, double factor, bool divided,
                  std::vector<float>& out) const {
    const auto pairs = static_cast<std::size_t>(m_config.rotary) / 2;
    out.resize(batch.rows() * pairs * 2);
    for (std::size_t i = 0; i < pairs; ++i) {
        double frequency = std::pow(base, -2.0 * static_cast<double>(i) / m_config.rotary) / factor;
        if (divided && !m_config.ropeDivisors.empty())
            frequency /= static_cast<double>(m_config.ropeDivisors[i]);
        for (const Batch::Part& part : batch.parts)
            for (int j = 0; j < part.count; ++j) {
                const double angle = frequency * (part.position + j);
                float* at = &out[(static_cast<std::size_t>(part.first + j) * pairs + i) * 2];
                at[0] = static_cast<float>(std::cos(angle));
                at[1] = static_cast<float>(std::sin(angle));
            }
    }
}

const std::vector<float>* Model::forward(const Batch& batch, Cache& cache, const std::atomic<bool>* abandon) {
    const Config& c = m_config;
    const auto width = static_cast<std::size_t>(c.width);
    const auto queryWidth = static_cast<std::size_t>(c.queryWidth());
    const auto qkvWidth = queryWidth + 2 * static_cast<std::size_t>(c.keyWidth());
    const auto hidden = static_cast<std::size_t>(c.feedForward);
    const auto vocabulary = static_cast<std::size_t>(c.vocabulary);
    const std::size_t rows = batch.rows();
    const std::size_t wanted = batch.wanted.size();

    Workspace& s = m_workspace;
    // A row may be wanted more than once: also h and branch then have more.
    if (const std::size_t most = std::max(rows, wanted); most > s.rows) {
        s.x = m_backend.allocate(most * width);
        s.qkv = m_backend.allocate(most * qkvWidth);
        s.o = m_backend.allocate(most * queryWidth);
        s.h = m_backend.allocate(most * hidden);
        if (c.postNorms)
            s.branch = m_backend.allocate(most * width);
        s.rows = most;
    }
    if (wanted > s.wanted) {
        s.chosenX = m_backend.allocate(wanted * width);
        s.chosenO = m_backend.allocate(wanted * queryWidth);
        s.logits = m_backend.allocate(wanted * vocabulary);
        s.wanted = wanted;
    }
    turns(batch, c.ropeBase, c.ropeFactor, true, s.turns);
    if (c.window > 0)
        turns(batch, c.localRopeBase, 1, false, s.localTurns);

    const auto stages = [&] {
        Rows x{s.x->data, rows, width};
        const Rows qkv{s.qkv->data, rows, qkvWidth};
        Rows o{s.o->data, rows, queryWidth};
        Rows h{s.h->data, rows, hidden};
        Rows branch{c.postNorms ? s.branch->data : nullptr, rows, width};
        m_backend.embed(x, m_embedding ? *m_embedding : *m_head, c.embeddingScale);
        for (int i = 0; i < c.layers; ++i) {
            if (abandon != nullptr && *abandon)
                return false;
            const Layer& layer = m_layers[static_cast<std::size_t>(i)];
            const bool local = c.isLocal(i);
            Attention attention;
            attention.layer = i;
            attention.heads = c.heads;
            attention.kvHeads = c.kvHeads;
            attention.headSize = c.headSize;
            attention.rotary = c.rotary;
            attention.ropeHalves = c.ropeHalves;
            attention.normAfterRope = c.normAfterRope;
            attention.queryNorm = layer.queryNorm.get();
            attention.keyNorm = layer.keyNorm.get();
            attention.epsilon = c.epsilon;
            attention.scale = c.attentionScale;
            attention.window = local ? c.window : 0;
            attention.turns = local ? &s.localTurns : &s.turns;

            // qkv = Wqkv norm(x) + b
            m_backend.project(
                qkv, x, *layer.qkv,
                {layer.attentionNorm.get(), c.epsilon, layer.qkvBias.get(), false, std::nullopt});
            // o = softmax(q k / sqrt(headSize)) v
            m_backend.attend(o, qkv, attention, cache);
            // All keys and values are kept now. What follows concerns each row alone, so in the last layer it
            // is computed for the wanted ones only. (Pooled embeddings would want them all.)
            if (i == c.layers - 1) {
                if (wanted == 0)
                    return true;
                const Rows chosenX{s.chosenX->data, wanted, width};
                const Rows chosenO{s.chosenO->data, wanted, queryWidth};
                m_backend.choose(chosenX, x);
                m_backend.choose(chosenO, o);
                x = chosenX;
                o = chosenO;
                h.rows = branch.rows = wanted;
            }
            // x += Wout o, or x += norm(Wout o)
            if (layer.postAttentionNorm) {
                m_backend.project(branch, o, *layer.out,
                                  {nullptr, 0, layer.outBias.get(), false, std::nullopt});
                m_backend.addNormed(x, branch, *layer.postAttentionNorm, c.epsilon);
            } else {
                m_backend.project(x, o, *layer.out, {nullptr, 0, layer.outBias.get(), true, std::nullopt});
            }
            // h = act(Wgate norm(x)) * Wup norm(x)
            m_backend.project(h, x, *layer.gateUp,
                              {layer.feedForwardNorm.get(), c.epsilon, nullptr, false, c.gate});
            // x += Wdown h, or x += norm(Wdown h)
            if (layer.postFeedForwardNorm) {
                m_backend.project(branch, h, *layer.down, {});
                m_backend.addNormed(x, branch, *layer.postFeedForwardNorm, c.epsilon);
            } else {
                m_backend.project(x, h, *layer.down, {nullptr, 0, nullptr, true, std::nullopt});
            }
        }
        // logits = Whead norm(x)
        m_backend.project({s.logits->data, wanted, vocabulary}, x, *m_head,
                          {m_headNorm.get(), c.epsilon, nullptr, false, std::nullopt});
        return true;
    };
    if (!m_backend.step(batch, {this, &cache, &s.turns, c.window > 0 ? &s.localTurns : nullptr}, stages))
        return nullptr;
    if (wanted * vocabulary > s.result.capacity()) {
        s.pinned.reset();
        s.result.resize(wanted * vocabulary);
        s.pinned = m_backend.pin(s.result);
    }
    s.result.resize(wanted * vocabulary);
    if (wanted > 0)
        m_backend.read({s.logits->data, wanted, vocabulary}, s.result.data());
    if (c.logitCap > 0)
        for (float& logit : s.result)
            logit = c.logitCap * std::tanh(logit / c.logitCap);
    return &s.result;
}

} // namespace parallax::inference
