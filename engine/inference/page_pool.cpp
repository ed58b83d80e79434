// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/page_pool.h"

#include <algorithm>

namespace parallax::inference {

PagePool::PagePool(int pages)
    : m_pages(static_cast<std::size_t>(std::max(0, pages))) {
    for (std::int32_t page = 0; page < pages; ++page)
        m_free.push_back(page);
}

// Chained, so that equal hashes mean equal beginnings (but for one chance in 2^64; tokens are compared as
// well).
std::uint64_t PagePool::hashOf(std::uint64_t before, std::span<const Token> tokens) {
    std::uint64_t hash = before + 0x9E3779B97F4A7C15ULL;
    for (const Token token : tokens) {
        hash ^= static_cast<std::uint32_t>(token);
        hash *= 0xFF51AFD7ED558CCDULL;
        hash ^= hash >> 32;
    }
    return hash == 0 ? 1 : hash;
}

std::optional<std::int32_t> PagePool::take() {
    if (m_free.empty())
        return std::nullopt;
    const std::int32_t number = m_free.front();
    m_free.pop_front();
    Page& page = m_pages[static_cast<std::size_t>(number)];
    if (const auto known = m_known.find(page.hash); known != m_known.end() && known->second == number)
        m_known.erase(known);
    page = Page();
    page.users = 1;
    return number;
}

void PagePool::release(std::int32_t number) {
    Page& page = m_pages[static_cast<std::size_t>(number)];
    if (--page.users == 0)
        m_free.push_back(number);
}

std::vector<std::int32_t> PagePool::share(std::span<const Token> tokens) {
    std::vector<std::int32_t> shared;
    std::uint64_t hash = 0;
    for (std::size_t at = 0; at + pageTokens <= tokens.size(); at += pageTokens) {
        const auto content = tokens.subspan(at, pageTokens);
        hash = hashOf(hash, content);
        const auto known = m_known.find(hash);
        if (known == m_known.end())
            break;
        Page& page = m_pages[static_cast<std::size_t>(known->second)];
        if (!std::ranges::equal(page.tokens, content))
            break;
        if (page.users++ == 0)
            m_free.erase(std::ranges::find(m_free, known->second));
        shared.push_back(known->second);
    }
    return shared;
}

void PagePool::remember(std::int32_t number, std::span<const Token> tokens) {
    std::uint64_t hash = 0;
    const std::size_t whole = tokens.size() / pageTokens;
    for (std::size_t i = 0; i < whole; ++i)
        hash = hashOf(hash, tokens.subspan(i * pageTokens, pageTokens));
    Page& page = m_pages[static_cast<std::size_t>(number)];
    const auto content = tokens.subspan((whole - 1) * pageTokens, pageTokens);
    page.hash = hash;
    page.tokens.assign(content.begin(), content.end());
    m_known.emplace(hash, number); // a second page with the same content stays unknown
}

} // namespace parallax::inference
