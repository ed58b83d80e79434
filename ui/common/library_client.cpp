// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/library_client.h"

#include <QMetaObject>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include "data/store/library_lists.h"

namespace parallax::ui {

namespace {
// Another process's changes are seen within this time.
constexpr int pollMs = 1000;
} // namespace

struct LibraryClient::Impl {
    struct ReadJob {
        QString lane;
        std::function<void(data::Library&)> run;
    };
    struct WriteJob {
        QPointer<QObject> context;
        std::function<void(data::Library&)> run;
        std::function<void()> done;
        std::function<void()> notDone;
    };

    explicit Impl(LibraryClient& client)
        : owner(client) {}

    LibraryClient& owner;
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<ReadJob> reads;
    std::deque<WriteJob> writes;
    bool stopping = false;
    bool pollWanted = false;

    // Of the reading thread, under the mutex: interrupt() reaches only the job it is meant for.
    data::Library* reader = nullptr;
    std::optional<QString> runningLane;
    std::atomic<bool> runningIsStale{false};

    // Of the GUI thread.
    bool open = false;
    bool readOnly = false;
    std::string reason;
    std::string uid;

    std::thread writeThread;
    std::thread readThread;

    // What the threads have for the GUI thread, in order. A box with a lock of ours, not a captured functor:
    // Qt's own lock is one that a thread sanitizer cannot see.
    std::mutex mailMutex;
    std::deque<std::function<void()>> mail;

    void toGui(std::function<void()> call) {
        {
            const std::lock_guard lock(mailMutex);
            mail.push_back(std::move(call));
        }
        QMetaObject::invokeMethod(
            &owner, [this] { takeMail(); }, Qt::QueuedConnection);
    }

    void takeMail() { // one for each call of toGui
        std::function<void()> call;
        {
            const std::lock_guard lock(mailMutex);
            call = std::move(mail.front());
            mail.pop_front();
        }
        call();
    }

    void report(const Error& error) {
        if (error.code() != ErrorCode::Cancelled)
            toGui([this, error] { Q_EMIT owner.failed(error); });
    }

    // Any exception of a job as the Error that a person is told of.
    template <typename Job>
    bool guarded(Job job) {
        try {
            job();
            return true;
        } catch (const Error& error) {
            report(error);
        } catch (const std::exception& exception) {
            report(Error(ErrorCode::LibraryFailed, {owner.m_path.string(), exception.what()}));
        }
        return false;
    }

    // What a person did is not lost because something long, a merge or another program, has the library just
    // now.
    void runPatiently(const WriteJob& job, data::Library& library) {
        constexpr auto patience = std::chrono::seconds(15);
        const auto begun = std::chrono::steady_clock::now();
        for (;;) {
            try {
                return job.run(library);
            } catch (const Error& error) {
                const std::scoped_lock lock(mutex);
                if (error.code() != ErrorCode::LibraryBusy || stopping ||
                    std::chrono::steady_clock::now() - begun > patience)
                    throw;
            }
        }
    }

    void writeLoop() {
        std::unique_ptr<data::Library> library;
        const bool opened = guarded([&] {
            std::error_code failure;
            if (owner.m_missing == Missing::Failed && !std::filesystem::exists(owner.m_path, failure))
                throw Error(ErrorCode::FileNotFound, {owner.m_path.string()});
            library = std::make_unique<data::Library>(owner.m_path);
        });
        if (!opened)
            return;
        const bool isReadOnly = library->openedReadOnly();
        const std::string why = library->readOnlyReason();
        readThread = std::thread([this, isReadOnly, why] { readLoop(isReadOnly, why); });
        for (;;) {
            WriteJob job;
            {
                std::unique_lock lock(mutex);
                wake.wait(lock, [this] { return stopping || !writes.empty(); });
                if (writes.empty())
                    return;
                job = std::move(writes.front());
                writes.pop_front();
            }
            const bool well = guarded([&] { runPatiently(job, *library); });
            if (auto& told = well ? job.done : job.notDone)
                toGui([context = job.context, told = std::move(told)] {
                    if (context)
                        told();
                });
            poll();
        }
    }

    void poll() {
        {
            const std::scoped_lock lock(mutex);
            pollWanted = true;
        }
        wake.notify_all();
    }

    void readLoop(bool isReadOnly, const std::string& why) {
        std::unique_ptr<data::Library> library;
        std::int64_t seen = 0;
        std::string known;
        const bool opened = guarded([&] {
            library = std::make_unique<data::Library>(owner.m_path, data::Library::Mode::ReadOnly);
            seen = library->changeCounter();
            try {
                known = data::libraryUid(*library);
            } catch (const Error&) { // a format that is not ours: it is known by its path
            }
        });
        if (!opened)
            return;
        {
            const std::scoped_lock lock(mutex);
            reader = library.get();
        }
        toGui([this, isReadOnly, why, known] {
            uid = known;
            open = true;
            readOnly = isReadOnly;
            reason = why;
            Q_EMIT owner.opened();
        });
        for (;;) {
            std::optional<ReadJob> job;
            bool polling = false;
            {
                std::unique_lock lock(mutex);
                wake.wait(lock, [this] { return stopping || pollWanted || !reads.empty(); });
                if (stopping) {
                    reader = nullptr;
                    return;
                }
                polling = std::exchange(pollWanted, false);
                if (!reads.empty()) {
                    job = std::move(reads.front());
                    reads.pop_front();
                    runningLane = job->lane;
                    runningIsStale = false;
                }
            }
            if (polling)
                guarded([&] {
                    const std::int64_t counter = library->changeCounter();
                    if (std::exchange(seen, counter) != counter)
                        toGui([this] { Q_EMIT owner.changed(); });
                });
            if (job) {
                guarded([&] { job->run(*library); });
                const std::scoped_lock lock(mutex);
                runningLane.reset();
            }
        }
    }
};

LibraryClient::LibraryClient(std::filesystem::path path, Missing missing, QObject* parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_missing(missing)
    , m_impl(std::make_unique<Impl>(*this)) {
    m_impl->writeThread = std::thread([this] { m_impl->writeLoop(); });
    auto* timer = new QTimer(this);
    timer->setInterval(pollMs);
    connect(timer, &QTimer::timeout, this, [this] { m_impl->poll(); });
    timer->start();
}

LibraryClient::~LibraryClient() {
    {
        const std::scoped_lock lock(m_impl->mutex);
        m_impl->stopping = true;
        m_impl->reads.clear();
        m_impl->runningIsStale = true;
        if (m_impl->reader && m_impl->runningLane)
            m_impl->reader->interrupt();
    }
    m_impl->wake.notify_all();
    // The writing thread starts the reading one, so it is joined first.
    m_impl->writeThread.join();
    if (m_impl->readThread.joinable())
        m_impl->readThread.join();
}

bool LibraryClient::isOpen() const {
    return m_impl->open;
}

bool LibraryClient::isReadOnly() const {
    return m_impl->readOnly;
}

std::string LibraryClient::readOnlyReason() const {
    return m_impl->reason;
}

std::string LibraryClient::uid() const {
    return m_impl->uid;
}

void LibraryClient::write(QObject* context, std::function<void(data::Library&)> job,
                          std::function<void()> done, std::function<void()> notDone) {
    {
        const std::scoped_lock lock(m_impl->mutex);
        m_impl->writes.push_back({context, std::move(job), std::move(done), std::move(notDone)});
    }
    m_impl->wake.notify_all();
}

void LibraryClient::enqueueRead(const QString& lane, std::function<void(data::Library&)> job) {
    {
        const std::scoped_lock lock(m_impl->mutex);
        if (!lane.isEmpty()) {
            std::erase_if(m_impl->reads,
                          [&lane](const Impl::ReadJob& waiting) { return waiting.lane == lane; });
            if (m_impl->runningLane == lane) {
                m_impl->runningIsStale = true;
                if (m_impl->reader)
                    m_impl->reader->interrupt();
            }
        }
        m_impl->reads.push_back({lane, std::move(job)});
    }
    m_impl->wake.notify_all();
}

// Called on the reading thread at the end of a job.
void LibraryClient::deliver(const QPointer<QObject>& context, std::function<void()> call) {
    if (m_impl->runningIsStale)
        return; // replaced while it ran: the interrupt may have come between two statements
    m_impl->toGui([context, call = std::move(call)] {
        if (context)
            call();
    });
}

} // namespace parallax::ui
