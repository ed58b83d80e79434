// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

namespace parallax::inference::cpu {

// The pieces of one loop that threads share. Each belongs to a thread, which takes its own in their order, so
// that it reads on where it ended; who has none left takes the last one of another.
template <class Piece>
class OwnedPieces {
  public:
    explicit OwnedPieces(int threads) {
        for (int i = 0; i < threads; ++i)
            m_owners.emplace_back();
    }

    // Not while pieces are taken.
    void clear() {
        for (Owner& owner : m_owners) {
            owner.pieces.clear();
            owner.left = 0;
        }
    }
    void add(int thread, const Piece& piece) {
        Owner& owner = m_owners[static_cast<std::size_t>(thread)];
        owner.pieces.push_back(piece);
        ++owner.left; // its upper half, the first one not taken, is 0
    }
    std::size_t size() const {
        std::size_t count = 0;
        for (const Owner& owner : m_owners)
            count += owner.pieces.size();
        return count;
    }

    // One that nobody has taken; null when there is none.
    const Piece* take(int thread) {
        const std::size_t count = m_owners.size();
        for (std::size_t i = 0; i < count; ++i) {
            Owner& owner = m_owners[(static_cast<std::size_t>(thread) + i) % count];
            std::uint64_t left = owner.left.load();
            while ((left >> 32) < (left & UINT32_MAX)) {
                const bool own = i == 0;
                const std::uint64_t taken = own ? left >> 32 : (left & UINT32_MAX) - 1;
                if (owner.left.compare_exchange_weak(left, own ? left + (std::uint64_t{1} << 32) : left - 1))
                    return &owner.pieces[static_cast<std::size_t>(taken)];
            }
        }
        return nullptr;
    }

  private:
    struct alignas(64) Owner {
        std::vector<Piece> pieces;
        std::atomic<std::uint64_t> left{0}; // above, the first that is not taken; below, the end
    };
    std::deque<Owner> m_owners; // they stay where they are
};

} // namespace parallax::inference::cpu
