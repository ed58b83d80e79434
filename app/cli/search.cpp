// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <utility>

#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "app/cli/validators.h"
#include "data/store/search_store.h"

namespace parallax::app {
namespace {

// Before a word that begins with "-", so that CLI11 reads it where it stands and as no option.
constexpr char excludedGuard = '\x1F';

// The snippet with its hits in bold, on a terminal.
std::string shown(const data::Snippet& snippet, bool terminal) {
    if (!terminal)
        return withoutBreaks(snippet.text);
    std::string out;
    std::size_t at = 0;
    for (const auto& span : snippet.highlights) {
        out += withoutBreaks(snippet.text.substr(at, span.begin - at)) + "\x1b[1m" +
               withoutBreaks(snippet.text.substr(span.begin, span.end - span.begin)) + "\x1b[0m";
        at = span.end;
    }
    return out + withoutBreaks(snippet.text.substr(at));
}

void noteForms(const Session& session, const std::string& label, const std::vector<std::string>& forms) {
    std::string all;
    for (const auto& form : forms)
        all += (all.empty() ? "" : ", ") + form;
    if (!all.empty())
        note(session, label + all);
}

int run(const Session& session, const std::string& text, int limit, const std::string& languageText) {
    const auto reading = languageText.empty() ? data::Language::Unknown : languageOption(languageText);
    const auto library = session.openExisting();
    const auto query = data::parseQuery(text);
    const auto page = library->search().search(query, {}, 0, limit);
    if (session.json) {
        auto out = nlohmann::ordered_json::array();
        for (const auto& hit : page.hits)
            out.push_back({{"id", hit.article.id},
                           {"title", data::titleIn(hit.article, reading)},
                           {"block", hit.block},
                           {"snippet", hit.snippet.text},
                           {"score", hit.score}});
        std::cout << dumped(out) << '\n';
    } else {
        const bool terminal = isatty(STDOUT_FILENO) != 0;
        for (const auto& hit : page.hits)
            std::cout << hit.article.id << '\t' << withoutBreaks(data::titleIn(hit.article, reading))
                      << "\n\t" << shown(hit.snippet, terminal) << '\n';
    }
    noteForms(session, "Also looked for: ", page.expansions);
    noteForms(session, "Also left out: ", page.leftOut);
    if (!query.understood.empty())
        note(session, "Understood as: " + query.understood);
    if (page.hits.empty())
        note(session, query.empty() ? "There is nothing to look for in that query." : "Nothing found.");
    if (page.hits.empty() && !query.unknownFields.empty())
        note(session,
             "There is no field \"" + query.unknownFields.front() +
                 "\"; the fields are title, summary, body, table, note, source, topic, tag, lang and "
                 "month.");
    if (page.capped && !page.hits.empty())
        note(session, "Very many hits: ranked among the newest 5,000.");
    return 0;
}

} // namespace

void addSearch(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand(
        "search",
        "Find articles: words, beginnings of words (clou*), \"phrases\", -word, NOT, OR, field:word (title, "
        "summary, body, table, note, "
        "source, topic, tag, lang:zh, month:2026-05); Traditional and Simplified Chinese and other names are "
        "found alike");
    auto words = std::make_shared<std::vector<std::string>>();
    auto limit = std::make_shared<int>(50);
    command->add_option("--limit", *limit, "At most so many articles (default 50)")->check(atLeastOne());
    auto language = std::make_shared<std::string>();
    command->add_option("--lang", *language,
                        "Titles in en, zh-Hant or zh-Hans where there are any (default: an article's own)");
    command->add_option("QUERY", *words, "What to look for");
    command->callback([&session, words, limit, language] {
        std::string text;
        for (const auto& word : *words)
            text += (text.empty() ? "" : " ") + word.substr(word.starts_with(excludedGuard) ? 1 : 0);
        if (text.empty())
            throw CLI::RequiredError("QUERY");
        session.run = [&session, text, limit, language] { return run(session, text, *limit, *language); };
    });
}

void guardExcludedWords(std::vector<std::string>& arguments) {
    const auto search = std::ranges::find(arguments, "search");
    std::vector<std::string> kept(arguments.begin(), search);
    bool wordsAlone = false; // after "--"
    for (auto word = search; word != arguments.end(); ++word) {
        const bool option = word->starts_with("--") || *word == "-q" || *word == "-h";
        if (*word == "--" && !wordsAlone)
            wordsAlone = true;
        else if (word->size() > 1 && word->front() == '-' && (wordsAlone || !option))
            kept.push_back(excludedGuard + *word);
        else
            kept.push_back(*word);
    }
    arguments = std::move(kept);
}

} // namespace parallax::app
