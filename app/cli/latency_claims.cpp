// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "app/cli/claim_json.h"
#include "app/cli/command.h"
#include "app/cli/latency_commands.h"
#include "base/error.h"
#include "data/store/article_store.h"
#include "ui/common/article_claims.h"
#include "ui/common/claim_sentences.h"

namespace parallax::app {
namespace {

using nlohmann::ordered_json;

// "  Azure: …" with what is behind it indented below.
void printClaim(const ui::JudgedClaim& judged, std::size_t number) {
    const auto line = [](const QString& text) {
        for (const QString& part : text.split(QLatin1Char('\n')))
            if (!part.isEmpty())
                std::cout << "     " << part.toStdString() << '\n';
    };
    const data::Claim& claim = judged.claim;
    std::cout << '\n'
              << (number < 10 ? " " : "") << number << ". " << ui::claimText(claim).toStdString() << '\n'
              << "     “" << claim.evidence.quote << "” in: " << claim.words << '\n';
    line(ui::judgementText(claim, judged.judgement));
    line(ui::missingText(judged.judgement));
    line(ui::planText(judged.plan));
}

std::string whyNoRun(const ui::JudgedClaim& judged) {
    const std::string& reason = judged.judgement.reason;
    return reason == "future"       ? "it is foretold"
           : judged.claim.past      ? "it is said of a time that is over"
           : reason == "load"       ? "it is said of a load, and such runs ask one at a time"
           : reason == "not-remote" ? "only who runs the machine can load it to its limit"
                                    : "it is held against a list";
}

int printPlan(const std::vector<ui::JudgedClaim>& claims, std::size_t number) {
    if (number < 1 || number > claims.size())
        throw Error(ErrorCode::Usage, {"there is no claim " + std::to_string(number) + " in this article"});
    const latency::ClaimPlan& plan = claims[number - 1].plan;
    if (plan.json.empty())
        throw Error(ErrorCode::Usage,
                    {"no run settles claim " + std::to_string(number) + ": " + whyNoRun(claims[number - 1])});
    std::cout << plan.json << '\n';
    return 0;
}

int claims(const Session& session, std::int64_t article, std::size_t plan) {
    const auto library = session.openLibrary();
    if (plan > 0) {
        if (article == 0)
            throw Error(ErrorCode::Usage, {"--plan needs the article's number"});
        return printPlan(ui::claimsOfArticle(*library, article), plan);
    }
    std::vector<std::int64_t> articles{article};
    if (article == 0) {
        articles.clear();
        const std::vector<data::ArticleRow> rows =
            library->articles().list({}, {}, 0, library->articles().count({}));
        articles.reserve(rows.size());
        for (const data::ArticleRow& row : rows)
            articles.push_back(row.id);
    }
    ui::ClaimJudge judge(*library);
    auto json = ordered_json::array();
    std::size_t found = 0;
    for (const std::int64_t id : articles) {
        const data::StoredArticle stored = library->articles().load(id);
        const std::vector<ui::JudgedClaim> judged = judge.judge(stored);
        found += judged.size();
        if (!judged.empty() && !session.json)
            std::cout << (found == judged.size() ? "" : "\n") << "Article " << id << ": " << stored.row.title
                      << '\n';
        for (std::size_t i = 0; i < judged.size(); ++i)
            if (session.json)
                json.push_back(claimJson(judged[i], i + 1));
            else
                printClaim(judged[i], i + 1);
    }
    if (session.json)
        std::cout << dumped(json) << '\n';
    else if (found == 0)
        note(session,
             "No figure of latency, speed, throughput, price or availability is claimed of anybody.");
    else
        note(session, "`parallax latency claims ARTICLE --plan N` prints the plan of one.");
    return 0;
}

} // namespace

void addLatencyClaims(CLI::App& latency, Session& session) {
    auto article = std::make_shared<std::int64_t>(0);
    auto plan = std::make_shared<std::size_t>(0);
    auto* command = latency.add_subcommand(
        "claims", "Figures of articles that can be tested: how they may be meant, and what is known of them");
    command->add_option("ARTICLE", *article, "An article's number (default: all)");
    command->add_option("--plan", *plan, "Print the plan that would settle the claim of that number");
    command->callback([&session, article, plan] {
        session.run = [&session, article, plan] { return claims(session, *article, *plan); };
    });
}

} // namespace parallax::app
