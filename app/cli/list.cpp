// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <QString>

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "app/cli/validators.h"
#include "data/store/annotation_store.h"
#include "data/store/article_store.h"

namespace parallax::app {
namespace {

struct ListOptions {
    std::string source, topic, month, tag, language;
    bool unread = false, starred = false;
    std::int64_t limit = 1000;
};

bool sameName(const std::string& a, const std::string& b) {
    return QString::fromStdString(a).compare(QString::fromStdString(b), Qt::CaseInsensitive) == 0;
}

// The name as the library has it, in whatever case it was asked for.
std::string knownName(const std::string& asked, const std::vector<data::Facet>& known,
                      const std::string& noun) {
    const auto exact = std::ranges::find(known, asked, &data::Facet::value);
    const auto found =
        exact != known.end()
            ? exact
            : std::ranges::find_if(known, [&](const data::Facet& one) { return sameName(one.value, asked); });
    if (found == known.end())
        throw Error(ErrorCode::Usage, {"there is no " + noun + " \"" + asked + "\""});
    return found->value;
}

// "2026-4" and "2026/04", too.
std::string monthOption(const std::string& text) {
    int year = 0, month = 0;
    char end = 0;
    if (std::sscanf(text.c_str(), "%4d%*[-/.]%2d%c", &year, &month, &end) != 2 || year < 1000 || month < 1 ||
        month > 12)
        throw Error(ErrorCode::Usage, {"a month is written like 2026-04, not \"" + text + "\""});
    return std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

data::ArticleFilter filterFrom(const ListOptions& options, data::Library& library) {
    data::ArticleFilter filter;
    if (!options.source.empty() || !options.topic.empty()) {
        const data::Facets facets = library.articles().facets();
        if (!options.source.empty())
            filter.source = knownName(options.source, facets.sources, "source");
        if (!options.topic.empty())
            filter.topic = knownName(options.topic, facets.topics, "topic");
    }
    if (!options.month.empty())
        filter.archiveMonth = monthOption(options.month);
    if (!options.tag.empty()) {
        for (const auto& tag : library.annotations().tags())
            if (sameName(tag.name, options.tag))
                filter.tag = tag.id;
        if (!filter.tag)
            throw Error(ErrorCode::Usage, {"there is no tag \"" + options.tag + "\""});
    }
    filter.unreadOnly = options.unread;
    filter.starredOnly = options.starred;
    return filter;
}

std::string languagesOf(const data::ArticleRow& row) {
    std::string text;
    for (const auto language : row.languages)
        text += (text.empty() ? "" : " ") + std::string(data::languageTag(language));
    return text;
}

// Whoever reads the command line reads English: under an article's own title stands the English one, where it
// has another.
std::string englishBelow(const data::ArticleRow& row, data::Language reading) {
    const bool own = reading == data::Language::Unknown;
    return own && row.titleEnglish != row.title ? row.titleEnglish : std::string();
}

int list(const Session& session, const ListOptions& options) {
    const auto reading =
        options.language.empty() ? data::Language::Unknown : languageOption(options.language);
    const auto library = session.openExisting();
    const auto filter = filterFrom(options, *library);
    const auto rows = library->articles().list(filter, data::ArticleOrder::NewestFirst, 0, options.limit);
    if (session.json) {
        auto out = nlohmann::ordered_json::array();
        for (const auto& row : rows) {
            auto languages = nlohmann::ordered_json::array();
            for (const auto language : row.languages)
                languages.push_back(data::languageTag(language));
            out.push_back({{"id", row.id},
                           {"title", data::titleIn(row, reading)},
                           {"titles",
                            {{"en", row.titleEnglish},
                             {"zh-Hant", row.titleTraditional},
                             {"zh-Hans", row.titleSimplified}}},
                           {"source", row.source},
                           {"archive", row.archiveMonth},
                           {"published", row.published},
                           {"languages", std::move(languages)},
                           {"tables", row.tableCount},
                           {"notes", row.noteCount},
                           {"unread", row.unread},
                           {"starred", row.starred},
                           {"imported", row.importedAt}});
        }
        std::cout << dumped(out) << '\n';
        return 0;
    }
    std::vector<std::vector<std::string>> table{{"ID", "TITLE", "SOURCE", "MONTH", "LANGUAGES", "TABLES"}};
    for (const auto& row : rows) {
        table.push_back({std::to_string(row.id), (row.starred ? "★ " : "") + data::titleIn(row, reading),
                         row.source, row.archiveMonth, languagesOf(row),
                         row.tableCount > 0 ? std::to_string(row.tableCount) : ""});
        if (const auto other = englishBelow(row, reading); !other.empty())
            table.push_back({"", "  = " + other});
    }
    if (!rows.empty())
        std::cout << textTable(table, true);
    const auto count = library->articles().count(filter);
    if (count == 0 && library->articles().count({}) > 0)
        note(session, "No article is like that.");
    else if (count == 0)
        note(session, "No articles. `parallax import FILE` brings some in; `parallax --demo list` shows the "
                      "demo library.");
    else if (count > static_cast<std::int64_t>(rows.size()))
        note(session,
             std::to_string(rows.size()) + " of " + std::to_string(count) + " articles; --limit shows more.");
    return 0;
}

} // namespace

void addList(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("list", "List the articles, newest first");
    auto options = std::make_shared<ListOptions>();
    command->add_option("--source", options->source, "Only of this source");
    command->add_option("--topic", options->topic, "Only on this topic");
    command->add_option("--month", options->month, "Only of this archive month (2026-04)");
    command->add_option("--tag", options->tag, "Only with this tag");
    command->add_flag("--unread", options->unread, "Only unread ones");
    command->add_flag("--starred", options->starred, "Only starred ones");
    command->add_option(
        "--lang", options->language,
        "Titles in en, zh-Hant or zh-Hans where there are any (default: an article's own, as `show` and "
        "`search` give it, with the English one below)");
    command->add_option("--limit", options->limit, "At most so many (default 1000)")->check(atLeastOne());
    command->callback(
        [&session, options] { session.run = [&session, options] { return list(session, *options); }; });
}

} // namespace parallax::app
