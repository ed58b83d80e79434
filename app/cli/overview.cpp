// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <cstdio>
#include <iostream>

#include "app/cli/check_output.h"
#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/stored_article.h"
#include "app/cli/text_table.h"
#include "data/store/article_store.h"
#include "data/store/check_run.h"
#include "data/store/table_store.h"

namespace parallax::app {
namespace {

std::string decimal(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

void printArticles(const std::vector<data::ArticleRow>& rows) {
    std::vector<std::vector<std::string>> table{{"ID", "ARTICLE", "SOURCE", "MONTH", "LANGUAGES", "TABLES"}};
    for (const auto& row : rows) {
        std::string languages;
        for (const auto language : row.languages)
            languages += (languages.empty() ? "" : " ") + std::string(data::languageTag(language));
        table.push_back({std::to_string(row.id), row.title, row.source, row.archiveMonth, languages,
                         row.tableCount > 0 ? std::to_string(row.tableCount) : ""});
    }
    std::cout << textTable(table, true) << '\n';
}

void printFigures(const std::vector<data::MarketFigure>& figures) {
    std::vector<std::vector<std::string>> table{
        {"MEASURE", "SUBJECT", "CURRENT", "PROJECTED", "CHANGE", "AS STATED"}};
    for (const auto& figure : figures)
        table.push_back(
            {figure.measure, figure.subject, figure.currentText, figure.projectedText,
             std::isnan(figure.change) ? "–" : decimal(figure.change) + (figure.isShare() ? " pp" : " %"),
             figure.statedChange});
    std::cout << textTable(table, true) << '\n';
}

// What does not hold or cannot be told, after checking what waits where that is a matter of seconds.
void printChecks(const Session& session, data::Library& library, std::int64_t most) {
    constexpr std::int64_t quick = 2000; // editions
    const std::int64_t waiting = library.checks().waiting();
    if (!library.openedReadOnly() && waiting <= quick)
        data::checkLibrary(library, {}, stopOnInterrupt());
    else if (waiting > 0)
        note(session, std::to_string(waiting) + " editions are not checked yet; `parallax check` does it.");
    std::cout << "Checks: " << countsLine(library.checks().facets({}).colours) << "\n\n";
    std::string title;
    OwnTitles titles(library);
    for (const data::StoredCheck& stored : library.checks().list({}, 0, most)) {
        if (stored.check.colour == data::Colour::Green || stored.check.colour == data::Colour::Grey)
            continue;
        if (const std::string& own = titles.of(stored.article); title != own)
            std::cout << (title = own) << '\n';
        std::cout << checkReport(stored);
    }
    std::cout << "\n`parallax check` prints all of them.\n";
}

} // namespace

int printOverview(const Session& session) {
    constexpr std::int64_t most = 200;
    const auto library = session.openExisting();
    const auto count = library->articles().count({});
    std::cout << "Library: " << library->path().string() << '\n';
    if (count == 0) {
        std::cout << "It is empty. `parallax import FILE` brings articles in; `parallax --demo` shows the "
                     "demo library.\n";
        return 0;
    }
    std::cout << counted(static_cast<std::size_t>(count), "article") << "\n\n";
    printArticles(library->articles().list({}, data::ArticleOrder::NewestFirst, 0, most));
    std::cout << "Comparison tables\n\n";
    for (const auto& row : library->tables().list({}, 0, most))
        printTable(library->tables().load(row.id));
    const auto figures = library->tables().marketFigures();
    if (!figures.empty()) {
        std::cout << "Market figures (the change is recomputed)\n\n";
        printFigures(figures);
    }
    printChecks(session, *library, most);
    return 0;
}

} // namespace parallax::app
