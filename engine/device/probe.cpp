// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/probe.h"

#include <chrono>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <vector>

namespace parallax::device {
namespace {

constexpr std::size_t pieceBytes = 256 * 1024;

// Four streams side by side were the fastest pattern on every processor it was tried on; a single one leaves
// a quarter to a third unread.
std::uint64_t readPiece(const std::uint64_t* words, std::size_t count) {
    const std::size_t part = count / 4;
    std::uint64_t sum[4][4] = {};
    for (std::size_t i = 0; i < part; i += 4)
        for (std::size_t stream = 0; stream < 4; ++stream)
            for (std::size_t j = 0; j < 4; ++j)
                sum[stream][j] += words[stream * part + i + j];
    std::uint64_t total = 0;
    for (const auto& stream : sum)
        for (const std::uint64_t one : stream)
            total += one;
    return total;
}

} // namespace

Spent spentSoFar() {
    Spent spent;
    spent.wall = std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    timespec time{};
    if (::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0)
        spent.processors = static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    return spent;
}

ReadProbe::ReadProbe(Pool& pool, std::size_t bytes)
    : m_pool(pool)
    , m_memory((bytes + pieceBytes - 1) / pieceBytes * pieceBytes) {
    // Untouched memory is one page of zeros, which the cache holds.
    m_pool.run(m_memory.bytes() / pieceBytes, [this](std::size_t i, int) {
        std::memset(m_memory.as<char>() + i * pieceBytes, static_cast<int>(i % 100 + 1), pieceBytes);
    });
}

Spent ReadProbe::run() {
    std::vector<std::uint64_t> sums(static_cast<std::size_t>(m_pool.threads()) * 8); // a line for each thread
    const Spent before = spentSoFar();
    m_pool.run(m_memory.bytes() / pieceBytes, [&](std::size_t i, int thread) {
        sums[static_cast<std::size_t>(thread) * 8] +=
            readPiece(m_memory.as<std::uint64_t>() + i * pieceBytes / 8, pieceBytes / 8);
    });
    const Spent spent = spentSoFar() - before;
    volatile std::uint64_t kept = 0; // so that the reading is not optimised away
    for (const std::uint64_t sum : sums)
        kept = kept + sum;
    return spent;
}

} // namespace parallax::device
