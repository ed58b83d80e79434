// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>

#include "engine/inference/cpu/backend_parts.h"

// Attention goes over the keys in runs of 256 that begin at multiples of 256, whatever the batch, and takes
// the runs in one after another: so a query's result depends on its own sequence alone. A long decode step's
// runs are computed side by side and taken in afterwards, with the same arithmetic.

namespace parallax::inference::cpu {
namespace {

constexpr int runKeys = 256;
constexpr std::size_t mostQueries = 32; // of a tile: [queries, headSize] and [queries, 256] stay in the cache

// Turns the pairs of one head.
void rotate(float* head, const float* turns, std::size_t pairs, bool halves) {
    for (std::size_t i = 0; i < pairs; ++i) {
        float& a = head[halves ? i : 2 * i];
        float& b = head[halves ? i + pairs : 2 * i + 1];
        const float cosine = turns[2 * i];
        const float sine = turns[2 * i + 1];
        const float turned = a * cosine - b * sine;
        b = a * sine + b * cosine;
        a = turned;
    }
}

} // namespace

// Norm and rotation of one row's heads; its key and value go to the cache.
void Attender::prepareRow(float* row, std::size_t index, const Attention& a, CpuCache& cache,
                          const Batch& batch, const Batch::Part& part) const {
    const auto size = static_cast<std::size_t>(a.headSize);
    const std::size_t pairs = static_cast<std::size_t>(a.rotary) / 2;
    const float* turns = a.turns->data() + index * pairs * 2;
    const auto prepare = [&](float* head, const Buffer* norm) {
        if (norm != nullptr && !a.normAfterRope)
            m_kernels.normalise(head, norm->data, a.epsilon, size, head);
        rotate(head, turns, pairs, a.ropeHalves);
        if (norm != nullptr && a.normAfterRope)
            m_kernels.normalise(head, norm->data, a.epsilon, size, head);
    };
    for (int h = 0; h < a.heads; ++h) {
        float* query = row + static_cast<std::size_t>(h) * size;
        prepare(query, a.queryNorm);
        m_kernels.roundToHalves(query, a.scale, size, query);
    }
    const int position = part.position + static_cast<int>(index) - part.first;
    const std::int32_t page = batch.pages[static_cast<std::size_t>(part.firstPage + position / pageTokens)];
    const auto slot = static_cast<std::size_t>(position % pageTokens);
    for (int h = 0; h < a.kvHeads; ++h) {
        float* key = row + static_cast<std::size_t>(a.heads + h) * size;
        const float* value = row + static_cast<std::size_t>(a.heads + a.kvHeads + h) * size;
        prepare(key, a.keyNorm);
        std::uint16_t* keys = cache.page(cache.keys, a.layer, page, h, a.headSize);
        std::uint16_t* values = cache.page(cache.values, a.layer, page, h, a.headSize);
        m_kernels.storeHalves(value, size, values + slot * size);
        std::uint16_t halves[16];
        for (std::size_t d = 0; d < size; d += 16) {
            m_kernels.storeHalves(key + d, 16, halves);
            for (std::size_t i = 0; i < 16; ++i)
                keys[(d + i) * pageTokens + slot] = halves[i];
        }
    }
}

void Attender::runItem(const Item& item, int thread, Rows out, Rows qkv, const Attention& a,
                       const CpuCache& cache, const Batch& batch) {
    const auto size = static_cast<std::size_t>(a.headSize);
    const auto group = static_cast<std::size_t>(a.heads / a.kvHeads);
    const std::size_t count = static_cast<std::size_t>(item.tokens) * group;
    float* scratch = m_scratch[static_cast<std::size_t>(thread)].of(count * (3 * size + runKeys + 4));
    float* queries = scratch;
    float* scores = queries + count * size;
    float* sum = scores + count * runKeys; // the run's own
    float* most = sum + count * size;
    float* total = most + count;
    float* state = total + count; // [count][2 + size]: most, total, sum of all runs so far
    std::vector<std::int32_t> begin(count);
    std::vector<std::int32_t> end(count);
    for (std::size_t q = 0; q < count; ++q) {
        const std::size_t row = static_cast<std::size_t>(item.part->first + item.token) + q / group;
        const float* from =
            qkv.data + row * qkv.width + (static_cast<std::size_t>(item.kvHead) * group + q % group) * size;
        std::copy(from, from + size, queries + q * size);
        float* own = state + q * (2 + size);
        std::fill(own, own + 2 + size, 0.0F);
        own[0] = -std::numeric_limits<float>::infinity();
    }
    AttendRun run{};
    run.queries = queries;
    run.headSize = size;
    run.count = count;
    run.begin = begin.data();
    run.end = end.data();
    run.most = most;
    run.total = total;
    run.sum = sum;
    run.scores = scores;
    const int firstPosition = item.part->position + item.token;
    const int keys = firstPosition + item.tokens; // what the tile's last query sees
    const auto pageOf = [&](const Memory& memory, int position) {
        const std::int32_t page =
            batch.pages[static_cast<std::size_t>(item.part->firstPage + position / pageTokens)];
        return cache.page(memory, a.layer, page, item.kvHead, a.headSize);
    };
    for (int r = item.firstRun; r <= item.lastRun; ++r) {
        const int start = r * runKeys;
        for (int p = 0; p < runKeys / pageTokens; ++p) {
            const int pageStart = start + p * pageTokens;
            if (pageStart >= keys)
                break;
            run.keys[p] = pageOf(cache.keys, pageStart);
            run.values[p] = pageOf(cache.values, pageStart);
        }
        run.next = r < item.lastRun ? pageOf(cache.keys, start + runKeys) : nullptr;
        for (std::size_t q = 0; q < count; ++q) {
            const int position = firstPosition + static_cast<int>(q / group);
            const int least = a.window > 0 ? std::max(0, position - a.window + 1) : 0;
            begin[q] = std::clamp(least - start, 0, runKeys);
            end[q] = std::clamp(position + 1 - start, 0, runKeys);
        }
        m_kernels.attend(run);
        for (std::size_t q = 0; q < count; ++q) {
            if (item.split != nullptr) {
                float* own = partialOf(item, r, q, a);
                own[0] = most[q];
                own[1] = total[q];
                std::copy(sum + q * size, sum + (q + 1) * size, own + 2);
            } else {
                float* own = state + q * (2 + size);
                m_kernels.fold(own, own + 1, own + 2, most + q, total + q, sum + q * size, size);
            }
        }
    }
    if (item.split != nullptr) {
        if (item.split->pending[static_cast<std::size_t>(item.kvHead)].fetch_sub(1) == 1)
            foldRuns(item, state, out, a);
        return;
    }
    for (std::size_t q = 0; q < count; ++q) {
        const std::size_t row = static_cast<std::size_t>(item.part->first + item.token) + q / group;
        float* to =
            out.data + row * out.width + (static_cast<std::size_t>(item.kvHead) * group + q % group) * size;
        const float* own = state + q * (2 + size);
        for (std::size_t d = 0; d < size; ++d)
            to[d] = own[2 + d] / own[1];
    }
}

// The result of one run for query `q` of the item's head group.
float* Attender::partialOf(const Item& item, int run, std::size_t q, const Attention& a) {
    const auto group = static_cast<std::size_t>(a.heads / a.kvHeads);
    const std::size_t index =
        item.split->partial +
        static_cast<std::size_t>(run - item.split->firstRun) * static_cast<std::size_t>(a.heads) +
        static_cast<std::size_t>(item.kvHead) * group + q;
    return m_partial.of(0) + index * static_cast<std::size_t>(2 + a.headSize);
}

// Takes all runs of a head group in, in their order. `state` is as it was begun.
void Attender::foldRuns(const Item& item, float* state, Rows out, const Attention& a) {
    const auto size = static_cast<std::size_t>(a.headSize);
    const auto group = static_cast<std::size_t>(a.heads / a.kvHeads);
    for (std::size_t q = 0; q < group; ++q, state += 2 + size) {
        for (int r = 0; r < item.split->runs; ++r) {
            const float* own = partialOf(item, item.split->firstRun + r, q, a);
            m_kernels.fold(state, state + 1, state + 2, own, own + 1, own + 2, size);
        }
        float* to = out.data + static_cast<std::size_t>(item.part->first) * out.width +
                    (static_cast<std::size_t>(item.kvHead) * group + q) * size;
        for (std::size_t d = 0; d < size; ++d)
            to[d] = state[2 + d] / state[1];
    }
}

// Deals a decode step's runs out in pieces, some to a thread, so that one that loses its core holds up
// little; of several runs where there are many, since each asks for the next one's keys ahead.
void Attender::splitRuns(const Batch::Part& part, const Attention& a) {
    const int seen = a.window > 0 ? std::max(0, part.position - a.window + 1) : 0;
    Split& split = m_splits.emplace_back();
    split.firstRun = seen / runKeys;
    split.runs = part.position / runKeys - split.firstRun + 1;
    split.partial = m_partials;
    split.pending = std::vector<std::atomic<int>>(static_cast<std::size_t>(a.kvHeads));
    m_partials += static_cast<std::size_t>(split.runs * a.heads);
    const int some = std::clamp(split.runs * a.kvHeads / (8 * m_pool.threads()), 1, 4);
    const int end = split.firstRun + split.runs;
    for (int h = 0; h < a.kvHeads; ++h)
        for (int r = split.firstRun; r < end; r += some) {
            m_items.push_back({&part, h, 0, 1, r, std::min(r + some, end) - 1, &split});
            ++split.pending[static_cast<std::size_t>(h)];
        }
}

void Attender::attend(Rows out, Rows qkv, const Attention& a, CpuCache& cache, const Batch& batch) {
    m_scratch.resize(static_cast<std::size_t>(m_pool.threads()));
    std::vector<const Batch::Part*> partOfRow(qkv.rows);
    for (const Batch::Part& part : batch.parts)
        for (int i = 0; i < part.count; ++i)
            partOfRow[static_cast<std::size_t>(part.first + i)] = &part;
    m_pool.run(qkv.rows, [&](std::size_t row, int) {
        prepareRow(qkv.data + row * qkv.width, row, a, cache, batch, *partOfRow[row]);
    });

    const int group = a.heads / a.kvHeads;
    const int tileTokens = std::max(1, static_cast<int>(mostQueries) / group);
    m_items.clear();
    m_splits.clear();
    m_partials = 0;
    for (const Batch::Part& part : batch.parts) {
        if (part.count == 1 && part.position >= runKeys && a.kvHeads < 4 * m_pool.threads()) {
            splitRuns(part, a);
            continue;
        }
        for (int h = 0; h < a.kvHeads; ++h)
            for (int token = 0; token < part.count; token += tileTokens) {
                const int tokens = std::min(tileTokens, part.count - token);
                const int first = part.position + token;
                const int seen = a.window > 0 ? std::max(0, first - a.window + 1) : 0;
                m_items.push_back(
                    {&part, h, token, tokens, seen / runKeys, (first + tokens - 1) / runKeys, nullptr});
            }
    }
    m_partial.of(m_partials * static_cast<std::size_t>(2 + a.headSize));
    m_pool.run(m_items.size(),
               [&](std::size_t i, int thread) { runItem(m_items[i], thread, out, qkv, a, cache, batch); });
}

} // namespace parallax::inference::cpu
