// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/import.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <span>
#include <thread>

#include "data/store/import_pipeline.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

using Clock = std::chrono::steady_clock;

// A batch ends when it is large enough (ImportOptions::batchBytes) or this old: others wait for the library
// no longer than that, and the search index is still written in pieces worth their merging.
constexpr auto batchAge = std::chrono::milliseconds(250);

// Between batches, so that whoever waits for the library (connection.cpp) finds it free.
constexpr auto turnOfOthers = std::chrono::milliseconds(2);

// Errors that the next article would meet just the same.
bool endsImport(ErrorCode code) {
    switch (code) {
    case ErrorCode::Cancelled:
    case ErrorCode::DiskFull:
    case ErrorCode::LibraryBusy:
    case ErrorCode::LibraryReadOnly:
    case ErrorCode::LibraryUnopenable:
    case ErrorCode::LibraryDamaged:
        return true;
    default:
        return false;
    }
}

ImportedArticle importedFrom(const Article& article, const SavedArticle& saved, const ParsedUnit& unit) {
    ImportedArticle imported;
    imported.saved = saved;
    imported.title = article.title;
    imported.location = unit.location;
    imported.tables = static_cast<int>(article.tables.size());
    imported.takeaways = static_cast<int>(article.takeaways.size());
    imported.questions = static_cast<int>(article.questions.size());
    imported.issues = article.issues;
    imported.issues.insert(imported.issues.end(), unit.document.issues.begin(), unit.document.issues.end());
    return imported;
}

// The writer: takes what the pipeline has parsed, saves it in batches and reports each article once it is
// safe.
class Importer {
  public:
    Importer(Library& library, const std::vector<ImportItem>& items, const ImportOptions& options,
             std::stop_token stop, const ProgressCallback& progress)
        : m_library(library)
        , m_options(options)
        , m_stop(std::move(stop))
        , m_progress(progress)
        , m_pipeline(library.path(), items, options) {}

    ImportReport run() {
        bool more = true;
        while (more) {
            more = gatherBatch();
            writeBatch();
            throwIfStopped(m_stop);
        }
        return std::move(m_report);
    }

  private:
    // Collects parsed units until the batch is full, old enough, or nothing comes any more.
    bool gatherBatch() {
        std::size_t bytes = 0;
        std::optional<Clock::time_point> begun;
        while (bytes < m_options.batchBytes) {
            throwIfStopped(m_stop);
            const Clock::time_point deadline = (begun ? *begun : Clock::now()) + batchAge;
            ParsedUnit unit;
            switch (m_pipeline.next(unit, deadline)) {
            case ImportPipeline::Wait::End:
                m_report.skipped = std::move(unit.skipped);
                return false;
            case ImportPipeline::Wait::Timeout:
                if (begun)
                    return true;
                reportProgress({});
                break;
            case ImportPipeline::Wait::Ready:
                begun = begun ? begun : Clock::now();
                bytes += unit.bytes.size();
                follow(unit);
                if (unit.document.articles.empty())
                    for (const ParseIssue& issue : unit.document.issues)
                        m_report.notices.push_back({unit.location, issue});
                m_batch.push_back(std::move(unit));
            }
        }
        return true;
    }

    // Each address once, and none that a list names which was itself named by a list: lists can go round in a
    // circle.
    void follow(const ParsedUnit& unit) {
        const std::vector<OpmlFeed>& named = unit.document.opml.feeds;
        m_report.feeds.insert(m_report.feeds.end(), named.begin(), named.end());
        if (!m_options.fetchFeeds || m_followed.contains(unit.location))
            return;
        std::vector<ImportItem> feeds;
        for (const OpmlFeed& feed : named)
            if (m_followed.insert(feed.url).second)
                feeds.push_back({feed.url, {}, {}});
        m_pipeline.append(feeds);
    }

    void writeBatch() {
        if (m_batch.empty())
            return;
        try {
            writeTogether(m_batch);
        } catch (const Error& error) {
            if (endsImport(error.code()))
                throw;
            writeOneByOne(); // one of them cannot be saved: the others are not to pay for it
        }
        m_batch.clear();
    }

    void writeTogether(std::span<const ParsedUnit> units) {
        std::vector<ImportedArticle> saved;
        if (std::any_of(units.begin(), units.end(),
                        [](const ParsedUnit& unit) { return !unit.document.articles.empty(); })) {
            Transaction transaction(m_library);
            for (const ParsedUnit& unit : units)
                write(unit, saved);
            transaction.commit();
            std::this_thread::sleep_for(turnOfOthers);
        }
        // From here on nothing of the batch can be lost.
        auto next = saved.cbegin();
        for (const ParsedUnit& unit : units) {
            if (unit.failure)
                reportFailure(unit.location, *unit.failure);
            for (const ImportedArticle& article : unit.known)
                reportArticle(article);
            for (std::size_t i = 0; i < unit.document.articles.size(); ++i)
                reportArticle(*next++);
            ++m_done;
            reportProgress(unit.location);
        }
    }

    void write(const ParsedUnit& unit, std::vector<ImportedArticle>& saved) {
        const bool mended =
            !unit.forms.empty() && mendDocument(m_library, unit.forms.front().documentHash, unit.bytes);
        for (std::size_t i = 0; i < unit.document.articles.size(); ++i) {
            const Article& article = unit.document.articles[i];
            SavedArticle one =
                saveArticle(m_library, article, unit.forms[i], unit.bytes, unit.document, unit.location);
            if (mended && one.outcome == ImportOutcome::Unchanged)
                one.outcome = ImportOutcome::Mended;
            saved.push_back(importedFrom(article, one, unit));
        }
    }

    void writeOneByOne() {
        for (ParsedUnit& unit : m_batch) {
            try {
                writeTogether({&unit, 1});
            } catch (const Error& error) {
                if (endsImport(error.code()))
                    throw;
                reportFailure(unit.location, error);
                ++m_done;
            }
        }
    }

    void reportArticle(const ImportedArticle& article) {
        switch (article.saved.outcome) {
        case ImportOutcome::Added:
            ++m_report.added;
            break;
        case ImportOutcome::NewEdition:
            ++m_report.editions;
            break;
        case ImportOutcome::Mended:
            ++m_report.mended;
            [[fallthrough]];
        case ImportOutcome::Updated:
            ++m_report.updated;
            break;
        case ImportOutcome::Unchanged:
            ++m_report.unchanged;
        }
        if (m_options.onArticle)
            m_options.onArticle(article);
    }

    void reportFailure(const std::string& location, const Error& error) {
        if (endsImport(error.code()))
            throw error;
        m_report.failures.push_back({location, error});
        if (m_options.onFailure)
            m_options.onFailure(m_report.failures.back());
    }

    void reportProgress(const std::string& item) {
        constexpr auto interval = std::chrono::milliseconds(100);
        const Clock::time_point at = Clock::now();
        const std::int64_t total = m_pipeline.total();
        if (!m_progress || (at - m_lastProgress < interval && m_done != total))
            return;
        m_lastProgress = at;
        m_progress({m_done, total, item});
    }

    Library& m_library;
    const ImportOptions& m_options;
    std::stop_token m_stop;
    const ProgressCallback& m_progress;
    ImportPipeline m_pipeline;
    std::vector<ParsedUnit> m_batch;
    std::set<std::string> m_followed; // addresses of feeds
    ImportReport m_report;
    std::int64_t m_done = 0;
    Clock::time_point m_lastProgress{};
};

} // namespace

ImportReport importItems(Library& library, const std::vector<ImportItem>& items, const ImportOptions& options,
                         std::stop_token stop, const ProgressCallback& progress) {
    if (library.openedReadOnly())
        throw library.readOnlyError();
    return Importer(library, items, options, std::move(stop), progress).run();
}

} // namespace parallax::data
