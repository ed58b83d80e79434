// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bit>

#include "engine/inference/cuda/backend_parts.h"

namespace parallax::inference::cuda::PARALLAX_SPACE {

bool BatchMirror::bring(Device& device, const Batch& batch, int group, const std::vector<float>* turns,
                        const std::vector<float>* localTurns) {
    m_rows = batch.rows();
    m_words.assign(batch.tokens.begin(), batch.tokens.end());
    m_words.resize(3 * m_rows);
    m_runs = 1;
    for (const Batch::Part& part : batch.parts) {
        for (int i = 0; i < part.count; ++i) {
            const auto row = static_cast<std::size_t>(part.first + i);
            const int position = part.position + i;
            m_words[m_rows + row] = position;
            m_words[2 * m_rows + row] =
                batch.pages[static_cast<std::size_t>(part.firstPage + position / pageTokens)];
        }
        m_runs = std::max(m_runs, (part.position + part.count - 1) / runKeys + 1);
    }
    m_words.insert(m_words.end(), batch.wanted.begin(), batch.wanted.end());
    m_words.resize((m_words.size() + 3) / 4 * 4);
    m_tilesAt = m_words.size();
    const int most = tokensPerTile(group);
    for (const Batch::Part& part : batch.parts)
        for (int i = 0; i < part.count; i += most)
            m_words.insert(m_words.end(), {part.first + i, std::min(most, part.count - i), part.position + i,
                                           part.firstPage});
    m_tileCount = static_cast<unsigned>((m_words.size() - m_tilesAt) / 4);
    const auto add = [this](const std::vector<float>* numbers) {
        const std::size_t at = m_words.size();
        if (numbers != nullptr)
            for (const float one : *numbers)
                m_words.push_back(std::bit_cast<std::int32_t>(one));
        return at;
    };
    m_turnsAt = add(turns);
    m_localTurnsAt = add(localTurns);
    m_pagesAt = m_words.size(); // at the end: their number is no part of a batch's shape
    m_words.insert(m_words.end(), batch.pages.begin(), batch.pages.end());

    const std::size_t bytes = m_words.size() * sizeof(std::int32_t);
    const bool grows = bytes > m_memory.bytes();
    if (grows) {
        m_memory = Memory(); // before the larger one is taken
        m_memory = Memory(device, std::max<std::size_t>(2 * bytes, std::size_t{1} << 16));
    }
    device.copyIn(m_memory.as<std::int32_t>(), m_words.data(), bytes);
    return grows;
}

} // namespace parallax::inference::cuda::PARALLAX_SPACE
