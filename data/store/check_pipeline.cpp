// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/check_pipeline.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include "base/priority.h"
#include "data/store/correction_store.h"
#include "data/store/edition_rows.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

constexpr std::size_t waitingBytes = 8U << 20;
constexpr std::int64_t idsTogether = 512;

// An article made to do harm, or a page that is nothing but figures: enough for any list that a person reads,
// and for the memory of the threads.
constexpr std::size_t mostChecks = 20'000;
constexpr std::size_t mostFacts = 5'000;

struct Waiting {
    EditionId edition = 0;
    int engine = 0; // that checked it last
};

// With what an analyst corrected in the tables, where anything was: words, roles and units.
EditionFindings findingsOf(Library& reader, EditionId edition, Article& article) {
    CorrectionStore::CorrectedTables tables;
    if (!article.tables.empty() && reader.corrections().any())
        tables = reader.corrections().correctedTables(edition);
    const bool corrected = !article.tables.empty() && tables.tables.size() == article.tables.size() &&
                           tables.typed.size() == article.tables.size();
    // Another number of tables: the edition changed since it was read, and what comes out will be refused.
    if (corrected)
        article.tables = std::move(tables.tables);
    const ReadArticle read = corrected ? readArticle(article, std::move(tables.typed)) : readArticle(article);
    return {checkArticle(read), factsOf(read)};
}

std::size_t sizeOf(const CheckForm& form) {
    return sizeof form + form.fingerprint.size() + form.words.size() + form.content.size();
}

std::size_t sizeOf(const FactForm& form) {
    return sizeof form + 2 * form.group.size() + form.content.size();
}

} // namespace

struct CheckPipeline::Impl {
    Impl(std::filesystem::path libraryPath, const CheckRunOptions& runOptions)
        : library(std::move(libraryPath))
        , options(runOptions) {}

    void work(const std::stop_token& stop);
    bool take(Library& reader, Waiting& waiting, const std::stop_token& stop);
    void refill(Library& reader);
    std::optional<CheckedEdition> checked(Library& reader, const Waiting& waiting);
    void put(CheckedEdition edition, const std::stop_token& stop);

    const std::filesystem::path library;
    const CheckRunOptions& options;

    std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<Waiting> waiting;
    Waiting last{0, -1}; // of those that were ever waiting here
    bool allTaken = false;
    std::deque<CheckedEdition> finished;
    std::size_t finishedBytes = 0;
    std::size_t atWork = 0; // threads that may still bring something
    std::exception_ptr broken;

    std::vector<std::jthread> threads; // last: joined before the rest goes
};

// Under the mutex. In the order of the index, behind those that were taken: what is checked meanwhile moves
// to the end of the index, what is left waiting again is met by the next run.
void CheckPipeline::Impl::refill(Library& reader) {
    Statement row(reader,
                  "SELECT engine, edition_id FROM edition_check WHERE (engine, edition_id) > (?, ?) "
                  "AND engine < ? AND (?4 = 0 OR article_id = ?4) ORDER BY engine, edition_id LIMIT ?");
    row.bind(last.engine).bind(last.edition).bind(options.engine).bind(options.article).bind(idsTogether);
    while (row.step()) {
        last = {row.integer(1), row.number(0)};
        waiting.push_back(last);
    }
    allTaken = waiting.empty();
}

bool CheckPipeline::Impl::take(Library& reader, Waiting& taken, const std::stop_token& stop) {
    const std::lock_guard lock(mutex);
    if (stop.stop_requested() || broken)
        return false;
    if (waiting.empty() && !allTaken)
        refill(reader);
    if (waiting.empty())
        return false;
    taken = waiting.front();
    waiting.pop_front();
    return true;
}

std::optional<CheckedEdition> CheckPipeline::Impl::checked(Library& reader, const Waiting& taken) {
    CheckedEdition edition;
    edition.edition = taken.edition;
    {
        // Read before the edition: when that changes on the way, the generation tells.
        Statement row(reader, "SELECT generation FROM edition_check WHERE edition_id = ? AND engine < ?");
        if (!row.bind(taken.edition).bind(options.engine).step())
            return std::nullopt; // removed, or checked by another process
        edition.generation = row.integer(0);
    }
    Article article = loadEdition(reader, taken.edition);
    edition.title = article.title;
    EditionFindings findings;
    try {
        findings = options.check ? options.check(article) : findingsOf(reader, taken.edition, article);
    } catch (const std::exception&) {
        // An article that cannot be checked is one without checks: it must not stop the library's run, today
        // and on every start.
        findings = {};
    }
    for (const Check& check : findings.checks) {
        if (edition.checks.size() == mostChecks)
            break;
        edition.checks.push_back(checkForm(check));
        edition.bytes += sizeOf(edition.checks.back());
    }
    for (const Fact& fact : findings.facts) {
        if (edition.facts.size() == mostFacts)
            break;
        if (std::optional<FactForm> form = factForm(fact)) {
            edition.bytes += sizeOf(*form);
            edition.facts.push_back(std::move(*form));
        }
    }
    return edition;
}

void CheckPipeline::Impl::put(CheckedEdition edition, const std::stop_token& stop) {
    std::unique_lock lock(mutex);
    const auto room = [&] { return finished.empty() || finishedBytes + edition.bytes <= waitingBytes; };
    if (!changed.wait(lock, stop, room))
        return;
    finishedBytes += edition.bytes;
    finished.push_back(std::move(edition));
    changed.notify_all();
}

void CheckPipeline::Impl::work(const std::stop_token& stop) {
    setThreadPriority(Priority::Check); // the window and a running import come first
    std::exception_ptr failure;
    try {
        Library reader(library, Library::Mode::ReadOnly);
        Waiting taken;
        while (take(reader, taken, stop))
            if (auto edition = checked(reader, taken))
                put(std::move(*edition), stop);
    } catch (...) {
        failure = std::current_exception();
    }
    const std::lock_guard lock(mutex);
    if (failure && !broken)
        broken = failure;
    --atWork;
    changed.notify_all();
}

CheckPipeline::CheckPipeline(const std::filesystem::path& library, const CheckRunOptions& options)
    : m_impl(std::make_unique<Impl>(library, options)) {
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    m_impl->atWork = options.threads > 0 ? static_cast<std::size_t>(options.threads) : cores;
    const std::size_t threads = m_impl->atWork;
    for (std::size_t i = 0; i < threads; ++i)
        m_impl->threads.emplace_back([this](const std::stop_token& stop) { m_impl->work(stop); });
}

CheckPipeline::~CheckPipeline() {
    for (std::jthread& thread : m_impl->threads)
        thread.request_stop();
}

CheckPipeline::Wait CheckPipeline::next(CheckedEdition& edition,
                                        std::chrono::steady_clock::time_point deadline) {
    std::unique_lock lock(m_impl->mutex);
    m_impl->changed.wait_until(
        lock, deadline, [&] { return !m_impl->finished.empty() || m_impl->atWork == 0 || m_impl->broken; });
    if (m_impl->broken)
        std::rethrow_exception(m_impl->broken);
    if (!m_impl->finished.empty()) {
        edition = std::move(m_impl->finished.front());
        m_impl->finished.pop_front();
        m_impl->finishedBytes -= std::min(m_impl->finishedBytes, edition.bytes);
        m_impl->changed.notify_all();
        return Wait::Ready;
    }
    return m_impl->atWork == 0 ? Wait::End : Wait::Timeout;
}

} // namespace parallax::data
