// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/check_run.h"

#include <chrono>
#include <set>

#include "data/store/check_pipeline.h"
#include "data/store/fact_compare.h"
#include "data/store/same_finding.h"
#include "data/store/statement.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

using Clock = std::chrono::steady_clock;

// A transaction holds so many editions, or what was found in this time: others wait no longer for the
// library, and a kill costs no more.
constexpr std::size_t editionsTogether = 64;
constexpr auto batchAge = std::chrono::milliseconds(100);
constexpr auto stopEvery = std::chrono::milliseconds(40); // how late a stop is seen at most
// An edition that changed while it was checked is met again by the next pass; one whose row is damaged would
// be for ever.
constexpr int mostIdlePasses = 3;
constexpr auto progressEvery = std::chrono::milliseconds(100);

class Run {
  public:
    Run(Library& library, const ProgressCallback& progress, std::stop_token stop, CheckRunOptions options)
        : m_library(library)
        , m_progress(progress)
        , m_stop(std::move(stop))
        , m_options(std::move(options)) {
        if (!m_options.compare)
            m_options.compare = compareFacts;
    }

    CheckRunResult run() {
        // Again while something comes in meanwhile: an import runs, or a table is corrected.
        for (int idle = 0; idle < mostIdlePasses && waiting() > 0;) {
            const std::int64_t before = m_result.editions;
            checkWaiting();
            idle = m_result.editions > before ? 0 : idle + 1;
        }
        m_result.across = compareWaitingFacts(m_library, m_options.compare, m_stop);
        return m_result;
    }

  private:
    std::int64_t waiting() {
        if (m_options.article == 0) {
            Statement row(m_library, "SELECT count(*) FROM edition_check WHERE engine < ?");
            return row.bind(m_options.engine).step() ? row.integer(0) : 0;
        }
        Statement row(m_library, "SELECT count(*) FROM edition_check WHERE engine < ? AND article_id = ?");
        return row.bind(m_options.engine).bind(m_options.article).step() ? row.integer(0) : 0;
    }

    void checkWaiting() {
        m_total = m_result.editions + waiting();
        CheckPipeline pipeline(m_library.path(), m_options);
        std::vector<CheckedEdition> batch;
        for (bool more = true; more;) {
            more = gather(pipeline, batch);
            write(batch);
            throwIfStopped(m_stop);
        }
    }

    bool gather(CheckPipeline& pipeline, std::vector<CheckedEdition>& batch) {
        std::optional<Clock::time_point> end;
        while (batch.size() < editionsTogether) {
            throwIfStopped(m_stop);
            const Clock::time_point at = Clock::now();
            if (end && at >= *end)
                return true;
            CheckedEdition edition;
            switch (pipeline.next(edition, std::min(end.value_or(at + stopEvery), at + stopEvery))) {
            case CheckPipeline::Wait::End:
                return false;
            case CheckPipeline::Wait::Timeout:
                break;
            case CheckPipeline::Wait::Ready:
                if (!end)
                    end = at + batchAge;
                batch.push_back(std::move(edition));
            }
        }
        return true;
    }

    void write(std::vector<CheckedEdition>& batch) {
        if (batch.empty())
            return;
        std::int64_t checks = 0;
        std::set<ArticleId> articles;
        Transaction transaction(m_library);
        for (const CheckedEdition& edition : batch) {
            throwIfStopped(m_stop);
            if (const ArticleId article = save(edition); article != 0) {
                checks += static_cast<std::int64_t>(edition.checks.size());
                articles.insert(article);
            }
        }
        for (const ArticleId article : articles)
            tellFindingsOnce(m_library, article);
        transaction.commit();
        m_result.editions += m_saved;
        m_saved = 0;
        m_result.checks += checks;
        report(batch.back().title);
        batch.clear();
    }

    // The article; 0 when the edition changed since it was read: it keeps waiting.
    ArticleId save(const CheckedEdition& checked) {
        CheckPlace place;
        place.edition = checked.edition;
        {
            Statement row(m_library,
                          "SELECT article.id, article.day FROM edition_check JOIN article ON article.id = "
                          "edition_check.article_id WHERE edition_id = ? AND generation = ? AND engine < ?");
            if (!row.bind(checked.edition).bind(checked.generation).bind(m_options.engine).step())
                return 0;
            place.article = row.integer(0);
            place.day = row.text(1);
        }
        saveChecks(m_library, {place}, checked.checks);
        saveFacts(m_library, checked.edition, checked.facts);
        Statement(m_library,
                  "UPDATE edition_check SET engine = ?, version = (SELECT version FROM edition WHERE "
                  "edition.id = edition_id) WHERE edition_id = ?")
            .bind(m_options.engine)
            .bind(checked.edition)
            .run();
        ++m_saved;
        return place.article;
    }

    void report(const std::string& title) {
        const Clock::time_point at = Clock::now();
        if (!m_progress || (at - m_lastProgress < progressEvery && m_result.editions != m_total))
            return;
        m_lastProgress = at;
        m_progress({m_result.editions, std::max(m_total, m_result.editions), title});
    }

    Library& m_library;
    const ProgressCallback& m_progress;
    std::stop_token m_stop;
    CheckRunOptions m_options;
    CheckRunResult m_result;
    std::int64_t m_saved = 0; // in the transaction that runs
    std::int64_t m_total = 0;
    Clock::time_point m_lastProgress{};
};

} // namespace

CheckRunResult checkLibrary(Library& library, const ProgressCallback& progress, std::stop_token stop,
                            const CheckRunOptions& options) {
    if (library.openedReadOnly())
        throw library.readOnlyError();
    return Run(library, progress, std::move(stop), options).run();
}

} // namespace parallax::data
