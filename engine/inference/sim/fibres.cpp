// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/sim/fibres.h"

#include <sys/mman.h>

#include <algorithm>
#include <memory>
#include <new>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "base/sanitizers.h"
#include "engine/device/philox.h"
#include "engine/inference/sim/context.h"

// Under the thread sanitizer this file is compiled without it (PARALLAX_TSAN): what stands here is how fibres
// are switched, which it would take for races.
#if PARALLAX_WITH_ASAN
#include <sanitizer/common_interface_defs.h>
#endif
#if defined(PARALLAX_TSAN)
#include <sanitizer/tsan_interface.h>
// Of the runtime, in no header of its own: memory that begins anew, without a past.
extern "C" void __tsan_java_alloc(unsigned long address, unsigned long bytes);
extern "C" void __tsan_java_free(unsigned long address, unsigned long bytes);
#endif

namespace parallax::sim {
namespace {

constexpr std::size_t stackBytes = std::size_t{256} << 10; // touched as far as it is needed
// Of which the thread sanitizer forgets so many for every block: more than a kernel has ever taken, and
// little enough to cost nothing. Were it too little, it would tell of races on stacks.
[[maybe_unused]] constexpr std::size_t usedBytes = std::size_t{32} << 10;

enum class State { Ready, AtWarp, AtBlock, Over };

struct Fibre {
    Context context;
    Place place;
    State state = State::Over;
    bool waited = false;
    unsigned blockWaits = 0;
    unsigned warpWaits = 0;
    unsigned boards = 0;
    void* fake = nullptr;   // the address sanitizer's
    void* thread = nullptr; // the thread sanitizer's
};

// What the fibres of one block have together. The thread sanitizer orders what came before a wait before what
// comes after it through `turn`, by turns: with one alone a fibre that is already at its next wait would lend
// its order to those that are still at this one.
struct Gathering {
    char turn[2] = {};
};
struct Warp {
    Gathering gathering;
    unsigned char boards[2][warpFibres * boardBytes];
};
struct Together {
    Gathering block;
    std::vector<Warp> warps;
    std::unique_ptr<unsigned char[]> shared;
};

class Runner {
  public:
    static Runner& own() {
        static thread_local Runner runner;
        return runner;
    }
    ~Runner() {
        if (m_stacks != nullptr)
            munmap(m_stacks, m_stackCount * stackBytes);
        forgetThreads();
    }

    void runBlock(unsigned threads, const std::function<void()>& kernel, const Place& place);
    void wait(State state);
    Fibre& current() { return *m_current; }
    Warp& warp() { return m_together->warps[m_current->place.thread / warpFibres]; }
    void makeTogether(unsigned threads, std::size_t shared, Place& place);
    void end();
    std::uint64_t seed = 0;

  private:
    static void enter();
    void toFibre(Fibre& fibre);
    void toLauncher(Fibre& fibre, bool forGood);
    void prepare(unsigned threads, const Place& place);
    void forgetThreads();
    bool releaseWaiting();

    std::vector<std::unique_ptr<Fibre>> m_fibres;
    std::vector<std::unique_ptr<Together>> m_kept;
    Together* m_together = nullptr;
    Fibre* m_current = nullptr;
    Context m_launcher;
    const std::function<void()>* m_kernel = nullptr;
    unsigned char* m_stacks = nullptr;
    std::size_t m_stackCount = 0;
    [[maybe_unused]] void* m_launcherFake = nullptr;
    [[maybe_unused]] const void* m_launcherStack = nullptr;
    [[maybe_unused]] std::size_t m_launcherBytes = 0;
    [[maybe_unused]] void* m_launcherThread = nullptr;
    // What the thread sanitizer knows fibres by. One costs it half a megabyte to make, so blocks take turns
    // with two sets: what one thread did in a block and does again in the next but one is all that then looks
    // ordered.
    std::vector<void*> m_threads[2];
    [[maybe_unused]] unsigned m_turn = 0;
    [[maybe_unused]] char m_begin = 0; // what the launcher did comes before what fibres do next
    [[maybe_unused]] char m_over = 0;  // what all fibres did comes before what the launcher does next
};

void Runner::enter() {
    Runner& runner = own();
    Fibre& fibre = *runner.m_current;
#if PARALLAX_WITH_ASAN
    __sanitizer_finish_switch_fiber(nullptr, &runner.m_launcherStack, &runner.m_launcherBytes);
#endif
#if defined(PARALLAX_TSAN)
    __tsan_acquire(&runner.m_begin);
#endif
    (*runner.m_kernel)();
#if defined(PARALLAX_TSAN)
    __tsan_release(&runner.m_over);
#endif
    fibre.state = State::Over;
    runner.toLauncher(fibre, true);
}

void Runner::toFibre(Fibre& fibre) {
    m_current = &fibre;
#if PARALLAX_WITH_ASAN
    __sanitizer_start_switch_fiber(&m_launcherFake, m_stacks + stackBytes * fibre.place.thread, stackBytes);
#endif
#if defined(PARALLAX_TSAN)
    __tsan_switch_to_fiber(fibre.thread, __tsan_switch_to_fiber_no_sync);
#endif
    m_launcher.switchTo(fibre.context);
#if PARALLAX_WITH_ASAN
    __sanitizer_finish_switch_fiber(m_launcherFake, nullptr, nullptr);
#endif
}

void Runner::toLauncher(Fibre& fibre, [[maybe_unused]] bool forGood) {
#if PARALLAX_WITH_ASAN
    __sanitizer_start_switch_fiber(forGood ? nullptr : &fibre.fake, m_launcherStack, m_launcherBytes);
#endif
#if defined(PARALLAX_TSAN)
    __tsan_switch_to_fiber(m_launcherThread, __tsan_switch_to_fiber_no_sync);
#endif
    fibre.context.switchTo(m_launcher);
#if PARALLAX_WITH_ASAN
    __sanitizer_finish_switch_fiber(fibre.fake, &m_launcherStack, &m_launcherBytes);
#endif
}

void Runner::wait(State state) {
    Fibre& fibre = *m_current;
    const bool all = state == State::AtBlock;
    [[maybe_unused]] Gathering& gathering = all ? m_together->block : warp().gathering;
    [[maybe_unused]] const unsigned turn = (all ? fibre.blockWaits++ : fibre.warpWaits++) % 2;
#if defined(PARALLAX_TSAN)
    __tsan_release(&gathering.turn[turn]);
#endif
    fibre.state = state;
    toLauncher(fibre, false);
#if defined(PARALLAX_TSAN)
    __tsan_acquire(&gathering.turn[turn]);
#endif
}

// Lets those go on that everyone they wait for has reached; false when there are none.
bool Runner::releaseWaiting() {
    bool any = false;
    const auto release = [&](std::size_t from, std::size_t to, State at) {
        bool whole = false;
        for (std::size_t i = from; i < to; ++i) {
            if (m_fibres[i]->state == State::Over)
                continue;
            if (m_fibres[i]->state != at)
                return;
            whole = true;
        }
        for (std::size_t i = from; whole && i < to; ++i)
            if (m_fibres[i]->state != State::Over)
                m_fibres[i]->state = State::Ready;
        any = any || whole;
    };
    for (std::size_t from = 0; from < m_fibres.size(); from += warpFibres)
        release(from, std::min<std::size_t>(from + warpFibres, m_fibres.size()), State::AtWarp);
    release(0, m_fibres.size(), State::AtBlock);
    return any;
}

// What a block has for itself is new memory, of exactly the right size: the sanitizers see what lies beyond,
// and blocks order nothing by what they have in the same place.
void Runner::makeTogether(unsigned threads, std::size_t shared, Place& place) {
    auto together = std::make_unique<Together>();
    together->warps.resize((threads + warpFibres - 1) / warpFibres);
    together->shared = std::make_unique<unsigned char[]>(shared);    // new gives multiples of 16
    std::fill_n(together->shared.get(), shared, std::uint8_t{0xFF}); // not a number
    place.shared = together->shared.get();
    m_together = together.get();
#if !defined(PARALLAX_TSAN) // to which a block's end would be the end of all that came before
    m_kept.clear();
#endif
    m_kept.push_back(std::move(together));
}

void Runner::prepare(unsigned threads, const Place& place) {
    if (m_stackCount < threads) {
        if (m_stacks != nullptr)
            munmap(m_stacks, m_stackCount * stackBytes);
        m_stacks = nullptr;
        void* stacks = mmap(nullptr, threads * stackBytes, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (stacks == MAP_FAILED)
            throw std::bad_alloc();
        m_stacks = static_cast<unsigned char*>(stacks);
        m_stackCount = threads;
    }
    m_fibres.resize(threads);
    for (unsigned i = 0; i < threads; ++i) {
        if (!m_fibres[i])
            m_fibres[i] = std::make_unique<Fibre>();
        *m_fibres[i] = {};
        m_fibres[i]->place = place;
        m_fibres[i]->place.thread = i;
        m_fibres[i]->state = State::Ready;
        m_fibres[i]->context.begin(m_stacks + stackBytes * i, stackBytes, enter);
#if defined(PARALLAX_TSAN)
        // A fibre of this block and one of the last have the same stack one after another, and nothing orders
        // them.
        const auto used = reinterpret_cast<unsigned long>(m_stacks + stackBytes * (i + 1) - usedBytes);
        __tsan_java_free(used, usedBytes);
        __tsan_java_alloc(used, usedBytes);
        auto& threadsOfTurn = m_threads[m_turn];
        if (threadsOfTurn.size() <= i)
            threadsOfTurn.push_back(__tsan_create_fiber(0));
        m_fibres[i]->thread = threadsOfTurn[i];
#endif
    }
}

void Runner::runBlock(unsigned threads, const std::function<void()>& kernel, const Place& place) {
    m_kernel = &kernel;
#if defined(PARALLAX_TSAN)
    m_launcherThread = __tsan_get_current_fiber();
    m_turn = 1 - m_turn;
#endif
    prepare(threads, place);
#if defined(PARALLAX_TSAN)
    __tsan_release(&m_begin);
#endif
    std::vector<unsigned> order(threads);
    std::iota(order.begin(), order.end(), 0U);
    for (unsigned i = 0; seed != 0 && i < threads; ++i) {
        const auto random = device::philox({i, place.block[0], place.block[1], place.block[2]},
                                           {static_cast<std::uint32_t>(seed), 0});
        std::swap(order[i], order[i + random[0] % (threads - i)]);
    }
    for (bool going = true; going;) {
        for (const unsigned i : order)
            if (m_fibres[i]->state == State::Ready)
                toFibre(*m_fibres[i]);
        going = releaseWaiting();
    }
    bool stuck = false;
    bool hasty = false;
    for (const auto& fibre : m_fibres) {
        stuck = stuck || fibre->state != State::Over;
        hasty = hasty || !fibre->waited;
    }
    if (stuck) {
        forgetThreads(); // which are in the middle of something
        throw std::logic_error("threads of a block wait for each other at different places");
    }
    if (hasty)
        throw std::logic_error("a thread of a kernel ended without waiting for the kernel before it");
}

void Runner::forgetThreads() {
#if defined(PARALLAX_TSAN)
    for (auto& threads : m_threads) {
        for (void* thread : threads)
            __tsan_destroy_fiber(thread);
        threads.clear();
    }
#endif
}

void Runner::end() {
#if defined(PARALLAX_TSAN)
    __tsan_acquire(&m_over);
#endif
    m_kept.clear();
}

} // namespace

Place here() {
    return Runner::own().current().place;
}
void setSchedule(std::uint64_t seed) {
    Runner::own().seed = seed;
}
void waitForBlock() {
    Runner::own().wait(State::AtBlock);
}
void waitForWarp() {
    Runner::own().wait(State::AtWarp);
}
void waitedForStage() {
    Runner::own().current().waited = true;
}
unsigned char* nextBoard() {
    Runner& runner = Runner::own();
    return runner.warp().boards[runner.current().boards++ % 2];
}

void runKernel(const unsigned (&blocks)[3], unsigned threads, std::size_t shared,
               const std::function<void()>& kernel) {
    Place place;
    place.threads = threads;
    std::copy(std::begin(blocks), std::end(blocks), std::begin(place.blocks));
    for (place.block[2] = 0; place.block[2] < blocks[2]; ++place.block[2])
        for (place.block[1] = 0; place.block[1] < blocks[1]; ++place.block[1])
            for (place.block[0] = 0; place.block[0] < blocks[0]; ++place.block[0]) {
                Runner::own().makeTogether(threads, shared, place);
                Runner::own().runBlock(threads, kernel, place);
            }
    Runner::own().end();
}

} // namespace parallax::sim
