// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/measure_writer.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <iterator>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "base/error.h"
#include "data/store/library.h"
#include "data/store/measure_store.h"

namespace parallax::data {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto patience = std::chrono::seconds(60); // with a library that is busy

bool isBusy(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const Error& error) {
        return error.code() == ErrorCode::LibraryBusy;
    } catch (...) {
        return false;
    }
}

} // namespace

struct MeasureWriter::Impl {
    Impl(const std::filesystem::path& path, RunId runId, std::function<void()> whenBroken,
         std::function<void(Attempt&)> whenComing)
        : library(path)
        , run(runId)
        , broken(std::move(whenBroken))
        , complete(std::move(whenComing))
        , thread([this] { write(); }) {}

    void write() {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait_for(lock, std::chrono::milliseconds(200), [this] { return ending; });
            std::vector<Attempt> batch = std::exchange(waiting, {});
            const bool last = ending;
            lock.unlock();
            const bool written = batch.empty() || (!failure && put(batch));
            lock.lock();
            if (!written && !failure) { // again, before what has come since
                waiting.insert(waiting.begin(), std::make_move_iterator(batch.begin()),
                               std::make_move_iterator(batch.end()));
                continue;
            }
            lost += written ? 0 : batch.size();
            if (last && waiting.empty())
                return;
        }
    }

    // False where the batch was not written; where that will not change, `failure` says why.
    bool put(std::vector<Attempt>& batch) {
        try {
            if (complete)
                std::for_each(batch.begin(), batch.end(), complete);
            MeasureStore(library).addAttempts(run, batch);
            busySince.reset();
            return true;
        } catch (...) {
            std::exception_ptr why = std::current_exception();
            if (!busySince)
                busySince = Clock::now();
            if (isBusy(why) && Clock::now() - *busySince < patience)
                return false;
            failure = std::move(why);
        }
        if (broken)
            broken();
        return false;
    }

    void end() {
        {
            const std::lock_guard lock(mutex);
            ending = true;
        }
        changed.notify_one();
        if (thread.joinable())
            thread.join();
    }

    Library library;
    RunId run;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<Attempt> waiting;
    bool ending = false;
    std::size_t lost = 0;
    std::function<void()> broken;
    std::function<void(Attempt&)> complete;
    std::optional<Clock::time_point> busySince;
    std::exception_ptr failure; // of the thread; read after it has ended
    std::thread thread;         // last: it uses the others
};

MeasureWriter::MeasureWriter(const std::filesystem::path& library, RunId run, std::function<void()> broken,
                             std::function<void(Attempt&)> complete)
    : m_impl(std::make_unique<Impl>(library, run, std::move(broken), std::move(complete))) {}

MeasureWriter::~MeasureWriter() {
    m_impl->end();
}

void MeasureWriter::add(Attempt&& attempt) {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->waiting.push_back(std::move(attempt));
}

void MeasureWriter::finish() {
    m_impl->end();
    if (m_impl->failure)
        std::rethrow_exception(m_impl->failure);
}

std::size_t MeasureWriter::lost() const {
    return m_impl->lost;
}

} // namespace parallax::data
