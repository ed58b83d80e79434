// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/scheduler.h"

#include <algorithm>

namespace parallax::inference {

void Scheduler::add(std::uint64_t id, std::vector<Token> tokens) {
    Sequence sequence;
    sequence.id = id;
    sequence.tokens = std::move(tokens);
    m_sequences.push_back(std::move(sequence));
}

void Scheduler::remove(std::uint64_t id) {
    const auto found = std::ranges::find(m_sequences, id, &Sequence::id);
    if (found == m_sequences.end())
        return;
    for (const auto page : found->pages)
        m_pool.release(page);
    m_sequences.erase(found);
}

const Sequence* Scheduler::find(std::uint64_t id) const {
    const auto found = std::ranges::find(m_sequences, id, &Sequence::id);
    return found == m_sequences.end() ? nullptr : &*found;
}

void Scheduler::append(std::uint64_t id, Token token) {
    const auto found = std::ranges::find(m_sequences, id, &Sequence::id);
    if (found != m_sequences.end())
        found->tokens.push_back(token);
}

void Scheduler::evict(Sequence& sequence) {
    for (const auto page : sequence.pages)
        m_pool.release(page);
    sequence.pages.clear();
    sequence.computed = 0;
}

// Pages for the sequence's next `tokens` tokens, if need be from sequences that came after it.
bool Scheduler::makeRoom(Sequence& sequence, int tokens) {
    const int needed = (sequence.computed + tokens + pageTokens - 1) / pageTokens;
    while (static_cast<int>(sequence.pages.size()) < needed) {
        if (const auto page = m_pool.take()) {
            sequence.pages.push_back(*page);
            continue;
        }
        const auto newest =
            std::find_if(m_sequences.rbegin(), m_sequences.rend(), [&](const Sequence& other) {
                return !other.pages.empty() && std::ranges::find(m_planned, &other) == m_planned.end();
            });
        if (newest == m_sequences.rend() || newest->id <= sequence.id)
            return false; // it is the newest itself: it waits
        evict(*newest);
    }
    return true;
}

void Scheduler::enter(Sequence& sequence, int count, Batch& batch, std::vector<std::uint64_t>& sampled) {
    Batch::Part part;
    part.first = static_cast<int>(batch.tokens.size());
    part.count = count;
    part.position = sequence.computed;
    part.firstPage = static_cast<int>(batch.pages.size());
    const auto begin = sequence.tokens.begin() + sequence.computed;
    batch.tokens.insert(batch.tokens.end(), begin, begin + count);
    batch.pages.insert(batch.pages.end(), sequence.pages.begin(), sequence.pages.end());
    batch.parts.push_back(part);
    if (sequence.computed + count == static_cast<int>(sequence.tokens.size())) {
        batch.wanted.push_back(part.first + count - 1);
        sampled.push_back(sequence.id);
    }
    m_planned.push_back(&sequence);
}

Batch Scheduler::plan(std::vector<std::uint64_t>& sampled) {
    Batch batch;
    sampled.clear();
    m_planned.clear();
    for (const bool decoding : {true, false}) {
        for (Sequence& sequence : m_sequences) {
            int left = static_cast<int>(sequence.tokens.size()) - sequence.computed;
            if (decoding != (left == 1 && sequence.computed > 0))
                continue;
            if (std::ranges::find(m_planned, &sequence) != m_planned.end())
                continue;
            if (sequence.computed == 0) { // the last token is always computed: its logits are wanted
                sequence.pages = m_pool.share(std::span(sequence.tokens).first(sequence.tokens.size() - 1));
                sequence.computed = sequence.reused = static_cast<int>(sequence.pages.size()) * pageTokens;
                left -= sequence.computed;
            }
            const int room = m_stepTokens - static_cast<int>(batch.tokens.size());
            const int count = decoding ? 1 : std::min(left, room);
            if (count < 1)
                break;
            if (!makeRoom(sequence, count)) {
                if (!decoding)
                    evict(sequence); // what it shares is found again
                break;               // whoever came later does not overtake
            }
            enter(sequence, count, batch, sampled);
        }
    }
    return batch;
}

void Scheduler::done(const Batch& batch) {
    for (std::size_t i = 0; i < batch.parts.size(); ++i) {
        Sequence& sequence = *m_planned[i];
        const int before = sequence.computed;
        sequence.computed += batch.parts[i].count;
        for (int page = before / pageTokens; (page + 1) * pageTokens <= sequence.computed; ++page)
            m_pool.remember(
                sequence.pages[static_cast<std::size_t>(page)],
                std::span(sequence.tokens).first(static_cast<std::size_t>((page + 1) * pageTokens)));
    }
    m_planned.clear();
}

} // namespace parallax::inference
