// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <utility>
#include <vector>

#include "data/measure/attempt.h"

namespace parallax::ui {

// Attempts on their way from the thread that measures to the window. Neither side ever waits for the other: a
// list whose head is exchanged.
class AttemptFeed {
  public:
    AttemptFeed() = default;
    ~AttemptFeed() { take(); }
    AttemptFeed(const AttemptFeed&) = delete;
    AttemptFeed& operator=(const AttemptFeed&) = delete;

    void put(data::Attempt attempt) {
        auto* node = new Node{std::move(attempt), m_newest.load(std::memory_order_relaxed)};
        while (!m_newest.compare_exchange_weak(node->older, node, std::memory_order_release,
                                               std::memory_order_relaxed)) {
        }
    }

    std::vector<data::Attempt> take() { // what came since the last time, the oldest first
        std::vector<data::Attempt> taken;
        for (Node* node = m_newest.exchange(nullptr, std::memory_order_acquire); node != nullptr;) {
            taken.push_back(std::move(node->attempt));
            delete std::exchange(node, node->older);
        }
        std::reverse(taken.begin(), taken.end());
        return taken;
    }

  private:
    struct Node {
        data::Attempt attempt;
        Node* older;
    };
    std::atomic<Node*> m_newest{nullptr};
};

} // namespace parallax::ui
