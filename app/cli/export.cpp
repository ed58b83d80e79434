// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <limits>
#include <map>
#include <memory>

#include "app/cli/command.h"
#include "app/cli/export_checks.h"
#include "app/cli/export_path.h"
#include "app/cli/interrupt.h"
#include "app/cli/stored_article.h"
#include "data/article/script_view.h"
#include "data/export/export.h"
#include "data/store/correction_store.h"

namespace parallax::app {
namespace {

namespace fs = std::filesystem;

struct ExportOptions {
    std::vector<std::int64_t> articles;
    std::string format; // empty: what suits what is written
    std::string to;
    std::string language;
    bool tables = false;
    bool noByteOrderMark = false, noGuard = false;
    bool corrected = false;
    bool checks = false, across = false;
    std::string colour, rule;
};

bool isTableFormat(const std::string& format) {
    return format == "csv" || format == "tsv" || format == "xlsx";
}

// Where the file of that name goes: into the folder, or, being the only one, to the file that --to names.
fs::path placeOf(const ExportOptions& options, const std::string& name, std::size_t files,
                 const std::string& noun) {
    if (formatEnding(options.to).empty()) {
        fs::create_directories(options.to);
        return fs::path(options.to) / name;
    }
    if (files > 1)
        throw Error(ErrorCode::Usage,
                    {counted(files, noun) + " do not fit into the one file \"" + options.to +
                     "\": --to wants a folder" + (options.tables ? ", or an .xlsx workbook" : "")});
    return options.to;
}

std::vector<std::int64_t> chosenArticles(const ExportOptions& options, data::Library& library) {
    if (!options.articles.empty())
        return options.articles;
    std::vector<std::int64_t> ids;
    for (const auto& row : library.articles().list({}, data::ArticleOrder::OldestFirst, 0,
                                                   std::numeric_limits<std::int64_t>::max()))
        ids.push_back(row.id);
    return ids;
}

std::string number(std::int64_t n) {
    std::string text = std::to_string(n);
    return std::string(text.size() < 5 ? 5 - text.size() : 0, '0') + text;
}

// The words that an analyst put in place of the page's.
void takeCorrections(data::Library& library, data::EditionId edition, data::Article& article) {
    auto corrected = library.corrections().correctedTables(edition).tables;
    if (corrected.size() == article.tables.size())
        article.tables = std::move(corrected);
}

// The exit status: 1 where what was written is not what was imported, which the files do not tell.
int tellWritten(const Session& session, std::size_t number, const std::string& noun, const fs::path& to,
                const EditionDamage& damage, const std::string& more = {}) {
    if (session.json) {
        nlohmann::ordered_json out{{"written", number}, {"to", to.string()}};
        if (!damage.found().empty())
            out["damaged"] = damagedJson(damage.found());
        std::cout << dumped(out) << '\n';
    }
    note(session, counted(number, noun) + " written to " + to.string() + more);
    return damage.found().empty() ? 0 : 1;
}

bool sameWords(const data::Table& a, const data::Table& b) {
    const auto same = [](const std::vector<data::Cell>& left, const std::vector<data::Cell>& right) {
        return std::ranges::equal(left, right, {}, &data::Cell::text, &data::Cell::text);
    };
    return a.caption == b.caption && same(a.header, b.header) && std::ranges::equal(a.rows, b.rows, same);
}

int exportTables(const Session& session, const ExportOptions& options, data::Library& library) {
    std::vector<data::Table> tables;
    std::vector<std::string> names;
    std::size_t converted = 0; // tables whose words were converted, which their files have no place to say
    const auto language =
        options.language.empty() ? data::Language::Unknown : languageOption(options.language);
    const auto stop = stopOnInterrupt();
    EditionDamage damage(session, library);
    for (const auto id : chosenArticles(options, library)) {
        throwIfStopped(stop);
        // The editions of an article have each a table of one number: the language tells their files apart.
        const auto add = [&](data::Table table, int index, data::Language of) {
            const std::string tag(data::languageTag(of));
            names.push_back("table-" + number(id) + "-" + std::to_string(index + 1) +
                            (tag.empty() ? "" : "." + tag));
            tables.push_back(std::move(table));
        };
        if (language == data::Language::Unknown) {
            for (auto& stored : library.tables().ofArticle(id)) {
                damage.warnIfDamaged(id, stored.row.edition, stored.row.language);
                if (options.corrected)
                    stored.table = library.corrections().corrected(stored);
                add(std::move(stored.table), stored.row.index, stored.row.language);
            }
            continue;
        }
        auto loaded = library.articles().load(id, language);
        if (!loaded.article.tables.empty())
            damage.warnIfDamaged(id, loaded.edition.id, loaded.edition.language);
        if (options.corrected)
            takeCorrections(library, loaded.edition.id, loaded.article);
        const auto have = loaded.edition.language;
        const std::vector<data::Table> asWritten = loaded.article.tables;
        const auto [article, convertedFrom] =
            data::inScript(std::move(loaded.article), have == language ? data::Language::Unknown : language);
        for (std::size_t i = 0; i < article.tables.size(); ++i) {
            converted +=
                data::isChinese(convertedFrom) && !sameWords(article.tables[i], asWritten[i]) ? 1 : 0;
            add(article.tables[i], static_cast<int>(i), article.language);
        }
    }
    if (tables.empty())
        throw Error(ErrorCode::ExportFailed, {options.to, "these articles have no tables"});
    const std::string conversion =
        converted == 0 ? std::string()
                       : "; " + std::to_string(converted) + " of them converted to " +
                             std::string(data::languageTag(language)) + " from the other Chinese script";
    if (options.format == "xlsx") {
        const fs::path file = oneFile(options.to, options.format, "tables");
        data::exportWorkbook(tables, file);
        return tellWritten(session, tables.size(), "table", file, damage, conversion);
    }
    const data::TableExportOptions details{.byteOrderMark = !options.noByteOrderMark,
                                           .formulaGuard = !options.noGuard};
    fs::path file;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        file = placeOf(options, names[i] + "." + options.format, tables.size(), "table");
        data::writeTable(tables[i], file, details);
    }
    return tellWritten(session, tables.size(), "table", tables.size() == 1 ? file : fs::path(options.to),
                       damage, conversion);
}

int exportArticles(const Session& session, const ExportOptions& options, data::Library& library) {
    static const std::map<std::string, data::ArticleFormat> formats{{"txt", data::ArticleFormat::Text},
                                                                    {"md", data::ArticleFormat::Markdown},
                                                                    {"html", data::ArticleFormat::Html},
                                                                    {"json", data::ArticleFormat::Json}};
    const auto language =
        options.language.empty() ? data::Language::Unknown : languageOption(options.language);
    const auto stop = stopOnInterrupt();
    const std::vector<std::int64_t> articles = chosenArticles(options, library);
    std::size_t written = 0;
    EditionDamage damage(session, library);
    fs::path file;
    for (const auto id : articles) {
        throwIfStopped(stop);
        // Every edition, unless one language was asked for.
        const auto first = library.articles().load(id, language);
        const std::size_t files = articles.size() == 1 && language == data::Language::Unknown
                                      ? first.editions.size()
                                      : articles.size();
        for (const auto& edition : first.editions) {
            if (language != data::Language::Unknown && edition.id != first.edition.id)
                continue;
            damage.warnIfDamaged(id, edition.id, edition.language);
            auto article = library.articles().load(id, edition.language).article;
            if (options.corrected)
                takeCorrections(library, edition.id, article);
            auto convertedFrom = data::Language::Unknown;
            if (edition.language != language) { // what is in the script already stays as it is
                auto view = data::inScript(std::move(article), language);
                article = std::move(view.article);
                convertedFrom = view.convertedFrom;
            }
            const std::string tag(data::languageTag(article.language));
            const auto name = "article-" + number(id) + (tag.empty() ? "" : "." + tag) + "." + options.format;
            file = placeOf(options, name, files, "file");
            data::writeFileAtomically(
                file, data::exportArticle(article, formats.at(options.format), convertedFrom));
            ++written;
        }
    }
    return tellWritten(session, written, "file", written == 1 ? file : fs::path(options.to), damage);
}

} // namespace

void addExport(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("export", "Write articles, tables or checks to files");
    auto options = std::make_shared<ExportOptions>();
    command->add_option("ID", options->articles, "Articles (default: all)");
    command
        ->add_option("--format", options->format,
                     "Articles: txt, md, html, json. Tables: csv, tsv, xlsx (one workbook), md, json, html "
                     "(default: by the ending of --to, else md)")
        ->check(CLI::IsMember({"txt", "md", "html", "json", "csv", "tsv", "xlsx"}));
    command
        ->add_option("--to", options->to,
                     "The folder to write; or the file, for one article or table, xlsx or --checks (xlsx and "
                     "--checks get the format's ending where it is missing)")
        ->required();
    command->add_option("--lang", options->language, "en, zh-Hant or zh-Hans (default: every edition)");
    command->add_flag("--tables", options->tables, "The tables rather than the articles");
    command->add_flag("--no-bom", options->noByteOrderMark,
                      "CSV without the byte order mark that Excel needs");
    command->add_flag("--no-guard", options->noGuard,
                      "CSV and TSV without the apostrophe before cells that a spreadsheet would compute: "
                      "formulas, and ranges such as +6-20% (5.8 to Excel); signed figures such as -5% never "
                      "have one");
    command->add_flag("--corrected", options->corrected, "Tables with what was corrected in them");
    command->add_flag("--checks", options->checks,
                      "The figures that were recomputed, as one table: csv, tsv, xlsx, md, json, html "
                      "(default: by the ending of --to)");
    command->add_option("--colour", options->colour, "Of the checks only red, amber, grey or green ones");
    command->add_option("--rule", options->rule, "Of the checks only those of this rule (CAGR, DELTA_PCT …)");
    command->add_flag("--across", options->across, "Of the checks only those between articles");
    command->callback([&session, options] {
        session.run = [&session, options] {
            if (!options->checks && (!options->colour.empty() || !options->rule.empty() || options->across))
                throw Error(ErrorCode::Usage, {"--colour, --rule and --across go with --checks"});
            if (options->checks && (options->tables || options->corrected))
                throw Error(ErrorCode::Usage, {"--checks does not go with --tables and --corrected"});
            refuseTwoFormats(options->format, options->to);
            const auto library = session.openExisting();
            try {
                if (options->checks)
                    return exportChecks(session,
                                        {options->articles, options->to, options->format, options->language,
                                         options->colour, options->rule, options->across,
                                         options->noByteOrderMark, options->noGuard},
                                        *library);
                if (options->format.empty())
                    options->format = formatEnding(options->to);
                if (options->format.empty())
                    options->format = "md";
                if (options->tables || isTableFormat(options->format)) {
                    if (options->format == "txt")
                        throw Error(ErrorCode::Usage,
                                    {"tables are written as csv, tsv, xlsx, md, json or html"});
                    return exportTables(session, *options, *library);
                }
                return exportArticles(session, *options, *library);
            } catch (const fs::filesystem_error& error) {
                throw Error(ErrorCode::FileUnwritable, {options->to, error.code().message()});
            }
        };
    });
}

} // namespace parallax::app
