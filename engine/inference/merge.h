// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <queue>
#include <vector>

namespace parallax::inference {

// The one idea behind both kinds of tokenizer: start from small symbols and always join the two neighbours
// that belong together most, leftmost first. `Join` answers for two symbols what they become and how urgent
// it is (lower comes first), or nothing; asked at most three times per symbol.
template <class Symbol>
struct Joined {
    bool possible = false;
    double order = 0;
    Symbol symbol{};
};

template <class Symbol, class Join>
std::vector<Symbol> mergeNeighbours(const std::vector<Symbol>& symbols, Join join) {
    struct Node {
        Symbol symbol;
        std::size_t before;
        std::size_t after;
        unsigned changes = 0; // an entry of the queue made before a change is stale
        bool alive = true;
    };
    struct Entry {
        double order;
        std::size_t left;
        unsigned leftChanges;
        std::size_t right;
        unsigned rightChanges;
        Symbol symbol;
        bool operator<(const Entry& other) const { // the queue gives its largest first
            return order != other.order ? order > other.order : left > other.left;
        }
    };
    constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    std::vector<Node> nodes;
    nodes.reserve(symbols.size());
    for (std::size_t i = 0; i < symbols.size(); ++i)
        nodes.push_back({symbols[i], i == 0 ? none : i - 1, i + 1 == symbols.size() ? none : i + 1});
    std::priority_queue<Entry> queue;
    const auto offer = [&](std::size_t left, std::size_t right) {
        if (left == none || right == none)
            return;
        const Joined<Symbol> joined = join(nodes[left].symbol, nodes[right].symbol);
        if (joined.possible)
            queue.push({joined.order, left, nodes[left].changes, right, nodes[right].changes, joined.symbol});
    };
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i)
        offer(i, i + 1);
    while (!queue.empty()) {
        const Entry best = queue.top();
        queue.pop();
        Node& left = nodes[best.left];
        Node& right = nodes[best.right];
        if (!left.alive || !right.alive || left.changes != best.leftChanges ||
            right.changes != best.rightChanges)
            continue;
        left.symbol = best.symbol;
        ++left.changes;
        left.after = right.after;
        right.alive = false;
        if (left.after != none)
            nodes[left.after].before = best.left;
        offer(left.before, best.left);
        offer(best.left, left.after);
    }
    std::vector<Symbol> merged;
    for (const Node& node : nodes)
        if (node.alive)
            merged.push_back(node.symbol);
    return merged;
}

} // namespace parallax::inference
