// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/special_finder.h"

#include <algorithm>

namespace parallax::inference {

SpecialFinder::SpecialFinder()
    : m_states(1) {}

std::uint32_t SpecialFinder::next(std::uint32_t state, unsigned char byte) const {
    if (state == 0)
        return m_first[byte];
    std::uint32_t child = m_states[state].child;
    while (child != 0 && m_states[child].byte != byte)
        child = m_states[child].sibling;
    return child;
}

void SpecialFinder::add(std::string_view text, std::int32_t token, bool inPlainText) {
    std::uint32_t state = 0;
    for (std::size_t i = text.size(); i > 0; --i) {
        const auto byte = static_cast<unsigned char>(text[i - 1]);
        std::uint32_t child = next(state, byte);
        if (child == 0) {
            child = static_cast<std::uint32_t>(m_states.size());
            State made;
            made.byte = byte;
            if (state == 0) {
                m_first[byte] = child;
            } else {
                made.sibling = m_states[state].child;
                m_states[state].child = child;
            }
            m_states.push_back(made);
        }
        state = child;
    }
    if (m_states[state].longest >= 0) // the first of equal texts
        return;
    m_states[state].longest = token;
    if (inPlainText)
        m_states[state].plain = token;
}

void SpecialFinder::finish() {
    std::vector<std::uint32_t> order; // by depth: what is shorter is finished before
    order.reserve(m_states.size());
    for (const std::uint32_t first : m_first)
        if (first != 0)
            order.push_back(first);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::uint32_t state = order[i];
        const State& from = m_states[state];
        for (std::uint32_t child = from.child; child != 0; child = m_states[child].sibling) {
            std::uint32_t shorter = from.shorter;
            while (shorter != 0 && next(shorter, m_states[child].byte) == 0)
                shorter = m_states[shorter].shorter;
            m_states[child].shorter = next(shorter, m_states[child].byte);
            order.push_back(child);
        }
        State& own = m_states[state];
        if (own.longest < 0)
            own.longest = m_states[own.shorter].longest;
        if (own.plain < 0)
            own.plain = m_states[own.shorter].plain;
    }
}

std::vector<std::pair<std::size_t, std::int32_t>> SpecialFinder::findAll(std::string_view text,
                                                                         bool all) const {
    std::vector<std::pair<std::size_t, std::int32_t>> found;
    std::uint32_t state = 0;
    for (std::size_t i = text.size(); i > 0; --i) {
        const auto byte = static_cast<unsigned char>(text[i - 1]);
        std::uint32_t child = next(state, byte);
        while (child == 0 && state != 0) {
            state = m_states[state].shorter;
            child = next(state, byte);
        }
        state = child;
        const std::int32_t token = all ? m_states[state].longest : m_states[state].plain;
        if (token >= 0)
            found.emplace_back(i - 1, token);
    }
    std::ranges::reverse(found);
    return found;
}

} // namespace parallax::inference
