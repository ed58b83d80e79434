// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <string>

#include "engine/inference/cuda/parity/numbers.h"

namespace parallax::inference::parity {
namespace {

struct Sequence {
    std::vector<std::int32_t> pages;
    int length = 0;
};

// One device's side: it is fed the same rows as the other.
class Side {
  public:
    Side(Backend& backend, const AttentionShape& shape, int pages)
        : m_backend(backend)
        , m_shape(shape) {
        Config config;
        config.layers = 2; // the second one is used
        config.heads = shape.heads;
        config.kvHeads = shape.kvHeads;
        config.headSize = shape.headSize;
        m_cache = backend.cache(config, pages);
        Numbers random(31);
        if (shape.headNorms) {
            m_queryNorm = backend.upload(random.many(static_cast<std::size_t>(shape.headSize), 2));
            m_keyNorm = backend.upload(random.many(static_cast<std::size_t>(shape.headSize), 2));
        }
    }

    std::vector<float> run(const Batch& batch, const std::vector<float>& qkv, const std::vector<float>& turns,
                           Report& report, const std::string& what) {
        const std::size_t rows = batch.rows();
        const auto width = static_cast<std::size_t>(m_shape.heads * m_shape.headSize);
        const Guarded in(m_backend, rows, qkv.size() / rows, qkv);
        const Guarded out(m_backend, rows, width);
        Attention a;
        a.layer = 1;
        a.heads = m_shape.heads;
        a.kvHeads = m_shape.kvHeads;
        a.headSize = m_shape.headSize;
        a.rotary = m_shape.rotary;
        a.ropeHalves = m_shape.ropeHalves;
        a.normAfterRope = m_shape.normAfterRope;
        a.queryNorm = m_queryNorm.get();
        a.keyNorm = m_keyNorm.get();
        a.epsilon = 1e-6F;
        a.scale = 1 / std::sqrt(static_cast<float>(m_shape.headSize));
        a.window = m_shape.window;
        a.turns = &turns;
        m_backend.begin(batch);
        m_backend.attend(out.rows(), in.rows(), a, *m_cache);
        return out.read(report, what);
    }

  private:
    Backend& m_backend;
    AttentionShape m_shape;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<Buffer> m_queryNorm;
    std::unique_ptr<Buffer> m_keyNorm;
};

void enter(Batch& batch, Sequence& sequence, int count) {
    batch.parts.push_back(
        {static_cast<int>(batch.rows()), count, sequence.length, static_cast<int>(batch.pages.size())});
    batch.tokens.resize(batch.rows() + static_cast<std::size_t>(count), 0);
    batch.pages.insert(batch.pages.end(), sequence.pages.begin(), sequence.pages.end());
    sequence.length += count;
}

std::vector<float> turnsOf(const Batch& batch, int rotary) {
    std::vector<float> turns(batch.rows() * static_cast<std::size_t>(rotary));
    std::size_t at = 0;
    for (const Batch::Part& part : batch.parts)
        for (int j = 0; j < part.count; ++j)
            for (int i = 0; i < rotary / 2; ++i) {
                const double angle = (part.position + j) * std::pow(10000.0, -2.0 * i / rotary);
                turns[at++] = static_cast<float>(std::cos(angle));
                turns[at++] = static_cast<float>(std::sin(angle));
            }
    return turns;
}

} // namespace

const std::vector<AttentionShape>& attentionShapes() {
    static const std::vector<AttentionShape> shapes{
        {4, 2, 16, 16, 0, false, false, false},  // llama
        {7, 1, 32, 32, 0, true, false, false},   // qwen2: a group that is no power of two
        {4, 4, 32, 32, 0, true, true, false},    // qwen3
        {2, 1, 48, 32, 0, true, true, true},     // hunyuan: part of a head is turned
        {4, 1, 16, 16, 70, true, true, false},   // gemma3: a window
        {20, 1, 16, 16, 0, false, false, false}, // a group of more than 16
        {2, 1, 512, 64, 0, true, true, false},   // heads as large as a block has room for
    };
    return shapes;
}

Report attentions(Backend& reference, Backend& device, const AttentionShape& shape, int length, int part,
                  double error) {
    Report report;
    const int pagesEach = (length + 8) / pageTokens + 1;
    Side sides[2] = {Side(reference, shape, 2 * pagesEach), Side(device, shape, 2 * pagesEach)};
    Sequence first;
    Sequence second;
    for (int i = 0; i < pagesEach; ++i) { // pages in no order
        first.pages.push_back((2 * i + 3) % (2 * pagesEach));
        second.pages.push_back((2 * i + 2) % (2 * pagesEach));
    }
    Numbers random(3);
    const auto width = static_cast<std::size_t>((shape.heads + 2 * shape.kvHeads) * shape.headSize);
    const auto stepBoth = [&](int firstCount, int secondCount) {
        Batch batch;
        if (firstCount > 0)
            enter(batch, first, firstCount);
        if (secondCount > 0)
            enter(batch, second, secondCount);
        const std::string what = "attention of " + std::to_string(shape.heads) + "/" +
                                 std::to_string(shape.kvHeads) + " heads of " +
                                 std::to_string(shape.headSize) + ", " + std::to_string(batch.rows()) +
                                 " rows at " + std::to_string(batch.parts[0].position);
        const auto qkv = random.many(batch.rows() * width, 2);
        const auto turns = turnsOf(batch, shape.rotary);
        const auto expected = sides[0].run(batch, qkv, turns, report, what);
        const auto found = sides[1].run(batch, qkv, turns, report, what);
        compare(report, what, expected, found, expected.size() / batch.rows(), error);
    };
    for (int done = 0; done < length; done += part)
        stepBoth(std::min(part, length - done), done == 0 ? 3 : done / part % 2);
    for (int i = 0; i < 3; ++i)
        stepBoth(1, 1);
    stepBoth(1, 0);
    return report;
}

} // namespace parallax::inference::parity
