// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <set>

#include "app/cli/check_case.h"
#include "app/cli/check_output.h"
#include "app/cli/check_wait.h"
#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/stored_article.h"
#include "data/ingest/file.h"
#include "data/ingest/parser_process.h"
#include "data/store/check_run.h"
#include "data/store/transaction.h"

namespace parallax::app {
namespace {

struct CheckOptions {
    std::string what; // an article's number or a file; empty: the library
    std::string cases;
    std::string language, colour, rule, note, by;
    std::vector<std::string> mark; // check, mark
    bool all = false, across = false;
};

// What the options leave of the checks.
struct Selection {
    data::CheckFilter filter;
    data::Language language = data::Language::Unknown;
    bool green = false; // shown, too
};

Selection selectionOf(const Session& session, const CheckOptions& options) {
    Selection selection;
    if (!options.colour.empty())
        selection.filter.colour = named(data::colourFromName(options.colour), "colour", options.colour);
    if (!options.rule.empty())
        selection.filter.rule = ruleOption(options.rule);
    if (!options.language.empty())
        selection.language = languageOption(options.language);
    selection.filter.acrossArticles = options.across;
    // A program wants all of them; a person those that say something is amiss.
    selection.green = options.all || session.json || options.colour == "green";
    return selection;
}

bool shows(const Selection& selection, const data::StoredCheck& stored) {
    return selection.green || stored.check.colour != data::Colour::Green;
}

std::string placeOf(const data::StoredCheck& stored) {
    std::string text = stored.articleTitle;
    if (stored.article != 0)
        text += "  [article " + std::to_string(stored.article) + "]";
    const std::string tag(data::languageTag(stored.language));
    return tag.empty() ? text : text + " " + tag;
}

// Prints one check after the other, as an array or as lines under their article.
class Printer {
  public:
    // Of a library, or of a file that is in none.
    Printer(const Session& session, data::Library* library)
        : m_json(session.json) {
        if (library != nullptr) {
            m_titles.emplace(*library);
            m_damage.emplace(session, *library);
        }
        if (m_json)
            std::cout << '[';
    }

    void print(data::StoredCheck stored) {
        if (m_titles && stored.article != 0)
            stored.articleTitle = m_titles->of(stored.article);
        const bool damaged = m_damage && m_damage->warnIfDamaged(stored);
        if (m_json) {
            auto json = checkJson(stored);
            if (damaged)
                json["damaged"] = true;
            std::cout << (m_printed++ > 0 ? ",\n" : "") << dumped(json);
            return;
        }
        if (const std::string place = placeOf(stored); place != m_place) {
            std::cout << (m_printed > 0 ? "\n" : "") << place << '\n';
            m_place = place;
        }
        ++m_printed;
        std::cout << checkReport(stored);
    }

    void end(const data::CheckCounts& counts, bool greenHidden) {
        if (m_json) {
            std::cout << "]\n";
            return;
        }
        std::cout << (m_printed > 0 ? "\n" : "") << countsLine(counts);
        if (greenHidden && counts.green > 0)
            std::cout << " (--all shows what holds, too)";
        std::cout << '\n';
    }

  private:
    bool m_json;
    std::optional<OwnTitles> m_titles;
    std::optional<CheckDamage> m_damage;
    std::int64_t m_printed = 0;
    std::string m_place;
};

int printLibrary(const Session& session, const Selection& selection) {
    const auto library = session.openExisting();
    checkWaiting(session, *library, 0);
    Printer printer(session, library.get());
    std::int64_t offset = 0;
    for (bool more = true; more; offset += checksAtOnce) {
        const auto checks = library->checks().list(selection.filter, offset, checksAtOnce);
        more = static_cast<std::int64_t>(checks.size()) == checksAtOnce;
        for (const data::StoredCheck& stored : checks) {
            if (!shows(selection, stored))
                more = false; // the worst come first: from here on all hold
            else if (const auto told = toldIn(*library, stored, selection.language))
                printer.print(*told);
        }
    }
    printer.end(library->checks().facets(selection.filter).colours, !selection.green);
    return 0;
}

bool fits(const data::CheckFilter& filter, const data::StoredCheck& stored) {
    const auto& statement = stored.check.statement;
    return (!filter.colour || *filter.colour == stored.check.colour) &&
           (!filter.rule || *filter.rule == stored.check.rule) &&
           (!filter.acrossArticles ||
            std::any_of(statement.begin(), statement.end(), [&](const data::Evidence& e) {
                return e.article != 0 && e.article != stored.article;
            }));
}

int severity(data::Colour colour) {
    switch (colour) {
    case data::Colour::Red:
        return 0;
    case data::Colour::Amber:
        return 1;
    case data::Colour::Grey:
        return 2;
    case data::Colour::Green:
        break;
    }
    return 3;
}

void addTo(data::CheckCounts& counts, const data::StoredCheck& stored) {
    const bool settled =
        stored.mark == data::CheckMark::Accepted || stored.mark == data::CheckMark::FalseAlarm;
    int& count = settled                                      ? counts.settled
                 : stored.check.colour == data::Colour::Red   ? counts.red
                 : stored.check.colour == data::Colour::Amber ? counts.amber
                 : stored.check.colour == data::Colour::Green ? counts.green
                                                              : counts.grey;
    ++count;
}

int printChecks(const Session& session, const Selection& selection, data::Library* library,
                std::vector<data::StoredCheck> checks) {
    std::erase_if(checks, [&](const data::StoredCheck& stored) { return !fits(selection.filter, stored); });
    // For people the worst first, for programs as the article has them.
    if (!session.json)
        std::stable_sort(checks.begin(), checks.end(), [](const auto& a, const auto& b) {
            return severity(a.check.colour) < severity(b.check.colour);
        });
    Printer printer(session, library);
    data::CheckCounts counts;
    for (const data::StoredCheck& stored : checks) {
        if (selection.language != data::Language::Unknown && selection.language != stored.language)
            continue;
        addTo(counts, stored);
        if (shows(selection, stored))
            printer.print(stored);
    }
    printer.end(counts, !selection.green);
    return 0;
}

int printArticle(const Session& session, const Selection& selection, data::ArticleId article) {
    const auto library = session.openExisting();
    const auto editions = library->articles().load(article).editions; // throws ArticleNotFound
    checkWaiting(session, *library, article);
    std::vector<data::StoredCheck> checks;
    std::set<data::CheckId> told;
    EditionDamage damage(session, *library);
    for (const data::EditionRow& edition : editions) {
        if (selection.language != data::Language::Unknown && selection.language != edition.language)
            continue;
        damage.warnIfDamaged(article, edition.id, edition.language);
        for (data::StoredCheck& stored : library->checks().ofEdition(edition.id)) {
            // What several editions say alike is told once, and a contradiction between two of them, too.
            if (!told.insert(stored.id).second)
                continue;
            for (const data::CheckEdition& same : stored.editions)
                told.insert(same.check);
            checks.push_back(std::move(stored));
        }
    }
    return printChecks(session, selection, library.get(), std::move(checks));
}

// Without any library, as `inspect` reads a file.
int printFile(const Session& session, const Selection& selection, const std::string& path) {
    data::ParserProcess parser;
    data::ParseHints hints;
    hints.name = path;
    const data::Document document = parser.parse(data::readFile(path), hints);
    std::vector<data::StoredCheck> checks;
    for (const data::Article& article : document.articles)
        for (data::Check& check : data::checkArticle(data::readArticle(article))) {
            data::StoredCheck stored;
            stored.articleTitle = article.title;
            stored.language = article.language;
            stored.check = std::move(check);
            checks.push_back(std::move(stored));
        }
    return printChecks(session, selection, nullptr, std::move(checks));
}

std::optional<std::int64_t> numberIn(const std::string& text) {
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

int setMark(const Session& session, const CheckOptions& options) {
    const std::int64_t id = named(numberIn(options.mark[0]), "check", options.mark[0]);
    const data::CheckMark mark = named(data::markFromName(options.mark[1]), "mark", options.mark[1]);
    const auto library = session.openExisting();
    data::Transaction transaction(*library);
    std::string by = options.by;
    if (const char* user = std::getenv("USER"); by.empty() && user != nullptr)
        by = user;
    library->checks().mark(id, mark, options.note, by);
    transaction.commit();
    data::StoredCheck stored = library->checks().load(id);
    stored.articleTitle = OwnTitles(*library).of(stored.article);
    if (session.json)
        std::cout << dumped(checkJson(stored)) << '\n';
    else
        std::cout << checkReport(stored);
    return 0;
}

int run(const Session& session, const CheckOptions& options) {
    if (!options.cases.empty())
        return answerCases(session, options.cases);
    if (!options.mark.empty())
        return setMark(session, options);
    if (!options.note.empty() || !options.by.empty())
        throw Error(ErrorCode::Usage, {"--note and --by go with --mark"});
    const Selection selection = selectionOf(session, options);
    if (options.what.empty())
        return printLibrary(session, selection);
    if (const auto article = numberIn(options.what))
        return printArticle(session, selection, *article);
    return printFile(session, selection, options.what);
}

} // namespace

void addCheck(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("check", "Recompute what an article, a file or the library states");
    auto options = std::make_shared<CheckOptions>();
    command->add_option("ID|FILE", options->what,
                        "An article's number, or a file that is in no library (default: the whole library)");
    command->add_option("--lang", options->language, "Only the edition in en, zh-Hant or zh-Hans");
    command->add_option("--colour", options->colour, "Only red, amber, grey or green ones");
    command->add_option("--rule", options->rule, "Only of this rule (CAGR, DELTA_PCT …)");
    command->add_flag("--across", options->across, "Only those between articles");
    command->add_flag("--all", options->all, "Also print what holds");
    command
        ->add_option("--mark", options->mark,
                     "Mark a check: its number, and accepted, false-alarm, corrected or none")
        ->expected(2)
        ->type_name("CHECK MARK");
    command->add_option("--note", options->note, "Why (with --mark)");
    command->add_option("--by", options->by, "Who (with --mark; default: the system's user)");
    command->add_option("--case", options->cases,
                        "Answer cases from a file, one {\"rule\", \"in\"} a line; - reads standard input");
    command->callback(
        [&session, options] { session.run = [&session, options] { return run(session, *options); }; });
}

} // namespace parallax::app
