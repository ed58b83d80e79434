// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <list>
#include <span>
#include <vector>

#include "engine/inference/batch.h"
#include "engine/inference/page_pool.h"

namespace parallax::inference {

// One request's tokens, and how far the model has come with them.
struct Sequence {
    std::uint64_t id = 0;
    std::vector<Token> tokens; // prompt and answer so far
    int computed = 0;          // of them, that are in the cache
    int reused = 0;            // of them, that were there already
    std::vector<std::int32_t> pages;
};

// Decides what the next step works on: one token for every sequence that is past its prompt, then pieces of
// prompts up to the budget, in the order of arrival. When pages run out the newest sequence gives its up and
// is computed again later. Knows no device, no text and no time.
class Scheduler {
  public:
    Scheduler(int pages, int stepTokens)
        : m_pool(pages)
        , m_stepTokens(stepTokens) {}

    int pages() const { return m_pool.pages(); }
    int freePages() const { return m_pool.available(); }
    bool idle() const { return m_sequences.empty(); }

    // The whole of it, with one token more, must fit into all pages together.
    void add(std::uint64_t id, std::vector<Token> tokens);
    void remove(std::uint64_t id);
    const Sequence* find(std::uint64_t id) const;

    // The next step; `sampled` gives the sequences whose next token batch.wanted will tell, in its order.
    Batch plan(std::vector<std::uint64_t>& sampled);
    // What came of it: the pages that are full now can be shared.
    void done(const Batch& batch);
    void append(std::uint64_t id, Token token);

  private:
    bool makeRoom(Sequence& sequence, int tokens);
    void evict(Sequence& sequence);
    void enter(Sequence& sequence, int count, Batch& batch, std::vector<std::uint64_t>& sampled);

    PagePool m_pool;
    int m_stepTokens;
    std::list<Sequence> m_sequences; // the oldest first
    std::vector<Sequence*> m_planned;
};

} // namespace parallax::inference
