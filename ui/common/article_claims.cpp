// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/article_claims.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/error.h"
#include "data/check/check_article.h"
#include "data/claim/claim.h"
#include "data/store/clock.h"
#include "data/store/correction_store.h"
#include "data/store/library.h"
#include "data/store/measure_store.h"
#include "engine/latency/load.h"
#include "engine/latency/run.h"
#include "engine/latency/sessions.h"

namespace parallax::ui {
namespace {

constexpr std::size_t mostRuns = 50;      // the newest
constexpr std::size_t mostCells = 50'000; // of a table: more is data that nobody claims

// A run without its attempts: what was asked of whom.
struct KnownRun {
    data::RunId id = 0;
    std::string begunAt;
    latency::RunPlan plan;
    std::string place; // where it was made
};

bool concerns(const KnownRun& run, const data::ClaimSubject& subject) {
    return std::ranges::any_of(run.plan.endpoints, [&](const data::Endpoint& endpoint) {
        return latency::speaksFor(endpoint, subject) || latency::playsSubject(endpoint, subject);
    });
}

data::ReadArticle readWithCorrections(data::Library& library, data::EditionId edition,
                                      data::Article& article) {
    const auto isData = [](const data::Table& table) {
        return table.rows.size() * std::max<std::size_t>(table.header.size(), 1) > mostCells;
    };
    if (std::ranges::any_of(article.tables, isData)) {
        for (data::Table& table : article.tables)
            if (isData(table))
                table.rows.clear();
        return data::readArticle(article);
    }
    if (article.tables.empty() || !library.corrections().any())
        return data::readArticle(article);
    data::CorrectionStore::CorrectedTables corrected = library.corrections().correctedTables(edition);
    if (corrected.tables.size() != article.tables.size() || corrected.typed.size() != article.tables.size())
        return data::readArticle(article);
    article.tables = std::move(corrected.tables);
    return data::readArticle(article, std::move(corrected.typed));
}

} // namespace

struct ClaimJudge::Impl {
    explicit Impl(data::Library& opened)
        : library(opened)
        , today(data::toIso(data::now()).substr(0, 10)) {
        try {
            data::MeasureStore store(library);
            endpoints = store.endpoints();
            for (const data::MeasureRun& run : store.runs())
                if (runs.size() < mostRuns)
                    addRun(store, run);
        } catch (const Error&) {
            // A library of an earlier format that is open for reading has no runs.
        }
    }

    void addRun(data::MeasureStore& store, const data::MeasureRun& run) {
        const auto named = [&](const std::string& name) -> std::optional<data::Endpoint> {
            if (auto endpoint = store.endpoint(name))
                return endpoint;
            data::Endpoint gone; // speaks for whom it was named after
            gone.name = name;
            return gone;
        };
        try {
            latency::RunPlan plan = latency::readPlan(run.plan, run.name, named);
            std::string place = latency::placeOf(plan, run);
            runs.push_back({run.id, run.begunAt, std::move(plan), std::move(place)});
        } catch (const Error&) {
            // A plan that a later version wrote proves nothing here.
        }
    }

    const latency::ClaimRun& evidence(const KnownRun& run) {
        const auto found = loaded.find(run.id);
        if (found != loaded.end())
            return found->second;
        latency::ClaimRun kept;
        kept.id = run.id;
        kept.endpoints = run.plan.endpoints;
        kept.begunAt = run.begunAt;
        // Sessions of several places are no sessions of one comparison.
        kept.comparison = latency::comparisonKey(run.plan);
        if (!kept.comparison.empty())
            kept.comparison += '\n' + run.place;
        kept.oneAtATime = latency::isOneAtATime(run.plan.load);
        kept.attempts = data::MeasureStore(library).attempts(run.id);
        for (data::Attempt& attempt : kept.attempts) {
            attempt.time.chunks.clear(); // no claim asks for them, and they are most of a run
            attempt.time.chunks.shrink_to_fit();
            attempt.opening.clear();
            attempt.closing.clear();
        }
        return loaded.emplace(run.id, std::move(kept)).first->second;
    }

    JudgedClaim judge(data::Claim claim) {
        std::vector<const latency::ClaimRun*> concerned;
        for (const KnownRun& run : runs)
            if (concerns(run, claim.subject))
                concerned.push_back(&evidence(run));
        latency::ClaimEvidenceSources sources;
        sources.runs = concerned;
        sources.endpoints = endpoints;
        sources.prices = latency::knownPrices();
        sources.contracts = latency::knownContracts();
        sources.today = today;
        JudgedClaim judged;
        judged.judgement = latency::judgeClaim(claim, sources);
        judged.plan = latency::planFor(claim, endpoints, today, &judged.judgement);
        judged.claim = std::move(claim);
        return judged;
    }

    data::Library& library;
    std::string today;
    std::vector<data::Endpoint> endpoints;
    std::vector<KnownRun> runs;
    std::map<data::RunId, latency::ClaimRun> loaded;
};

ClaimJudge::ClaimJudge(data::Library& library)
    : m_impl(std::make_unique<Impl>(library)) {}

ClaimJudge::~ClaimJudge() = default;

std::vector<JudgedClaim> ClaimJudge::judge(const data::StoredArticle& article) {
    data::Article copy = article.article;
    const data::ReadArticle read = readWithCorrections(m_impl->library, article.edition.id, copy);
    std::vector<data::Claim> claims = data::claimsOf(read);
    std::vector<JudgedClaim> judged;
    judged.reserve(claims.size());
    for (data::Claim& claim : claims) {
        claim.evidence.article = article.row.id;
        claim.evidence.edition = article.edition.id;
        judged.push_back(m_impl->judge(std::move(claim)));
    }
    return judged;
}

std::vector<JudgedClaim> claimsOfArticle(data::Library& library, std::int64_t article) {
    return ClaimJudge(library).judge(library.articles().load(article));
}

} // namespace parallax::ui
