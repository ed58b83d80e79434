// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/measure_writer.h"

#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "data/store/library.h"
#include "data/store/measure_store.h"

namespace parallax::data {

struct MeasureWriter::Impl {
    Impl(const std::filesystem::path& path, RunId runId)
        : library(path)
        , run(runId)
        , thread([this] { write(); }) {}

    void write() {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait_for(lock, std::chrono::milliseconds(200), [this] { return ending; });
            std::vector<Attempt> batch = std::exchange(waiting, {});
            const bool last = ending;
            lock.unlock();
            try {
                if (!batch.empty() && !failure)
                    MeasureStore(library).addAttempts(run, batch);
            } catch (...) {
                failure = std::current_exception();
            }
            if (last)
                return;
            lock.lock();
        }
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
    std::exception_ptr failure; // of the thread; read after it has ended
    std::thread thread;         // last: it uses the others
};

MeasureWriter::MeasureWriter(const std::filesystem::path& library, RunId run)
    : m_impl(std::make_unique<Impl>(library, run)) {}

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

} // namespace parallax::data
