// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/inference/batch.h"

namespace parallax::inference {

// Which page of the cache belongs to whom: book-keeping alone. A full page is known by its tokens and by all
// that came before it, so a prompt that begins like an earlier one shares its pages; a page that nobody uses
// keeps its content until the room is needed, oldest first.
class PagePool {
  public:
    explicit PagePool(int pages);

    int pages() const { return static_cast<int>(m_pages.size()); }
    int available() const { return static_cast<int>(m_free.size()); } // that take() could give

    // A page for one user; nothing when all are in use.
    std::optional<std::int32_t> take();
    void release(std::int32_t page);

    // Pages with the longest beginning of `tokens` that is there, in whole pages; each is used by the caller,
    // too.
    std::vector<std::int32_t> share(std::span<const Token> tokens);

    // Says that `page` now holds tokens [64 i, 64 i + 64) of a sequence, i being the last whole page of
    // `tokens`.
    void remember(std::int32_t page, std::span<const Token> tokens);

  private:
    struct Page {
        int users = 0;
        std::uint64_t hash = 0; // 0: nothing that could be shared
        std::vector<Token> tokens;
    };
    static std::uint64_t hashOf(std::uint64_t before, std::span<const Token> tokens);

    std::vector<Page> m_pages;
    std::deque<std::int32_t> m_free; // pages without users, the one longest free first
    std::unordered_map<std::uint64_t, std::int32_t> m_known;
};

} // namespace parallax::inference
