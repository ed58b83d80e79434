// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <QUrl>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <set>

#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/text_table.h"
#include "data/store/article_store.h"
#include "data/store/backup.h"
#include "data/store/import.h"
#include "ui/common/sentences.h"

namespace parallax::app {
namespace {

const char* outcomeName(data::ImportOutcome outcome) {
    switch (outcome) {
    case data::ImportOutcome::Added:
        return "added";
    case data::ImportOutcome::NewEdition:
        return "new edition";
    case data::ImportOutcome::Updated:
        return "updated";
    case data::ImportOutcome::Unchanged:
        return "unchanged";
    case data::ImportOutcome::Mended:
        return "mended";
    }
    return "";
}

// What was noticed, where it is and what can be done.
std::string issueText(const data::ParseIssue& issue, bool repaired) {
    std::string text = ui::sentence(issue).toStdString();
    if (issue.code == "mojibake" && !repaired)
        text += " --repair-encoding undoes that.";
    return text;
}

nlohmann::ordered_json toJson(const data::ImportedArticle& article, bool repaired) {
    nlohmann::ordered_json issues = nlohmann::ordered_json::array();
    for (const auto& issue : article.issues)
        issues.push_back({{"code", issue.code}, {"text", issueText(issue, repaired)}});
    return {{"id", article.saved.article},
            {"title", article.title},
            {"outcome", outcomeName(article.saved.outcome)},
            {"tables", article.tables},
            {"takeaways", article.takeaways},
            {"questions", article.questions},
            {"location", article.location},
            {"issues", std::move(issues)}};
}

// What the reader of a document noticed, once for a feed and not again for each of its items.
class Warnings {
  public:
    Warnings(const Session& session, bool repaired)
        : m_session(session)
        , m_repaired(repaired) {}

    void tell(const std::string& location, const data::ParseIssue& issue) {
        const std::string text = location + ": " + issueText(issue, m_repaired);
        if (issue.code == "text-lost")
            m_lost.insert(location);
        if (m_told.insert(text).second && !m_session.json)
            note(m_session, text);
    }

    std::size_t withLostText() const { return m_lost.size(); } // documents

  private:
    const Session& m_session;
    const bool m_repaired; // what can be undone already is
    std::set<std::string> m_told, m_lost;
};

void printLine(const data::ImportedArticle& article) {
    std::cout << article.saved.article << '\t' << withoutBreaks(article.title) << '\t'
              << outcomeName(article.saved.outcome);
    const auto count = [](int n, const char* one, const char* many) {
        if (n > 0)
            std::cout << ", " << n << ' ' << (n == 1 ? one : many);
    };
    count(article.tables, "table", "tables");
    count(article.takeaways, "takeaway", "takeaways");
    count(article.questions, "question", "questions");
    // Flushed line by line: what was printed is in the library, also when the next moment is the last.
    std::cout << std::endl;
}

std::vector<data::ImportItem> itemsFrom(const std::vector<std::string>& locations) {
    std::vector<data::ImportItem> items;
    for (const auto& location : locations) {
        data::ImportItem item;
        item.location = location.starts_with("file:///")
                            ? QUrl(QString::fromStdString(location)).toLocalFile().toStdString()
                            : location;
        if (location == "-") {
            item.location = "standard input";
            item.bytes.assign(std::istreambuf_iterator<char>(std::cin), {});
            if (item.bytes.empty())
                throw Error(ErrorCode::DocumentEmpty, {item.location, "blank"});
        }
        items.push_back(std::move(item));
    }
    return items;
}

nlohmann::ordered_json feedsToJson(const std::vector<data::OpmlFeed>& feeds) {
    auto out = nlohmann::ordered_json::array();
    for (const auto& feed : feeds)
        out.push_back({{"title", feed.title}, {"url", feed.url}, {"path", feed.path}});
    return out;
}

void noteSkipped(const Session& session, const std::vector<std::string>& skipped) {
    constexpr std::size_t shown = 20;
    for (std::size_t i = 0; i < std::min(skipped.size(), shown); ++i)
        note(session, "no document: " + skipped[i]);
    if (skipped.size() > shown)
        note(session, "and " + counted(skipped.size() - shown, "more file") + " that are no documents");
}

// As the window does each day. What a copy finds is told before anything is written.
void takeSnapshotWhenDue(const Session& session, data::Library& library) {
    if (session.demo || library.openedReadOnly() || library.articles().count({}) == 0)
        return;
    try {
        data::takeDailySnapshot(library, {});
    } catch (const Error& error) {
        if (error.code() == ErrorCode::LibraryDamaged)
            throw;
        note(session, ui::sentence(error).toStdString());
    }
}

// The rest of the last line: what deserves a look.
std::string more(const data::ImportReport& report, const Warnings& warnings) {
    std::string text;
    if (report.mended > 0)
        text += "; " + std::to_string(report.mended) +
                " of the updated were damaged in the library and are mended";
    if (const std::size_t lost = warnings.withLostText(); lost > 0)
        text += "; " + counted(lost, "document") + " lost text before " +
                (lost == 1 ? "it was" : "they were") + " saved";
    return text;
}

int run(const Session& session, const std::vector<std::string>& locations, bool repair, bool fetchFeeds) {
    const auto library = session.openLibrary();
    takeSnapshotWhenDue(session, *library);
    nlohmann::ordered_json articles = nlohmann::ordered_json::array();
    nlohmann::ordered_json failures = nlohmann::ordered_json::array();
    Warnings warnings(session, repair);
    data::ImportOptions options;
    options.repairMojibake = repair;
    options.fetchFeeds = fetchFeeds;
    options.onArticle = [&](const data::ImportedArticle& article) {
        if (session.json)
            articles.push_back(toJson(article, repair));
        else
            printLine(article);
        for (const auto& issue : article.issues)
            if (issue.severity != data::IssueSeverity::Note)
                warnings.tell(article.location, issue);
    };
    options.onFailure = [&](const data::ImportFailure& failure) {
        const std::string text = ui::sentence(failure.error).toStdString();
        std::cerr << "parallax: " << text << '\n';
        failures.push_back(
            {{"location", failure.location}, {"code", errorName(failure.error.code())}, {"error", text}});
    };
    const auto report = data::importItems(*library, itemsFrom(locations), options, stopOnInterrupt(), {});
    nlohmann::ordered_json notices = nlohmann::ordered_json::array();
    for (const auto& [location, issue] : report.notices) {
        notices.push_back({{"location", location}, {"code", issue.code}, {"text", issueText(issue, repair)}});
        warnings.tell(location, issue);
    }
    if (session.json)
        std::cout << dumped({{"articles", articles},
                             {"failures", failures},
                             {"skipped", report.skipped},
                             {"feeds", feedsToJson(report.feeds)},
                             {"notices", notices}})
                  << '\n';
    note(session, std::to_string(report.added) + " added, " + std::to_string(report.editions) +
                      " new editions, " + std::to_string(report.updated) + " updated, " +
                      std::to_string(report.unchanged) + " unchanged, " +
                      std::to_string(report.failures.size()) + " failed" + more(report, warnings));
    noteSkipped(session, report.skipped);
    if (!report.feeds.empty() && !fetchFeeds) {
        for (const auto& feed : report.feeds)
            note(session, "feed: " + feed.title + "  " + feed.url);
        note(session, "These feeds were not fetched; --fetch-feeds imports what they hold now.");
    }
    return report.failures.empty() ? 0 : 1;
}

} // namespace

void addImport(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("import", "Bring articles into the library");
    auto locations = std::make_shared<std::vector<std::string>>();
    auto repair = std::make_shared<bool>(false);
    auto feeds = std::make_shared<bool>(false);
    command
        ->add_option("PATH|URL", *locations,
                     "Files, folders, feeds, OPML, http(s) addresses; - for standard input")
        ->required();
    command->add_flag("--repair-encoding", *repair, "Undo UTF-8 that was once read as Windows-1252");
    command->add_flag("--fetch-feeds", *feeds, "Also fetch the feeds that an OPML file names");
    command->callback([&session, locations, repair, feeds] {
        session.run = [&session, locations, repair, feeds] {
            return run(session, *locations, *repair, *feeds);
        };
    });
}

} // namespace parallax::app
