// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace parallax::device {

// Threads that share one loop at a time. Pieces are handed out one by one, so on a busy machine the thread
// that gets less of a core takes fewer of them; whoever waits sleeps after a short spin.
class Pool {
  public:
    explicit Pool(int threads); // the calling thread counts as one
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    int threads() const { return static_cast<int>(m_workers.size()) + 1; }

    // Calls piece(index, thread) for every index below `count`, each once, and returns when all are done.
    // `thread` is below threads(): an index into scratch memory. Not to be called from a piece. What a piece
    // throws first is thrown again once no piece runs any more; of the others some are then left out.
    void run(std::size_t count, const std::function<void(std::size_t index, int thread)>& piece);

  private:
    void work(int thread);
    void takePieces(int thread);

    const std::function<void(std::size_t, int)>* m_piece = nullptr;
    std::size_t m_count = 0;
    std::atomic<std::size_t> m_next{0};
    std::atomic<unsigned> m_round{0}; // grows with each run(): what waiters look at
    std::atomic<int> m_busy{0}; // workers inside the present round; one that never woke is not waited for
    bool m_open = false;        // whether workers may still enter it
    std::atomic<bool> m_stopping{false};
    std::exception_ptr m_failure; // of the present round; under m_mutex
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    std::vector<std::thread> m_workers;
};

} // namespace parallax::device
