// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>

#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/stored_article.h"
#include "app/cli/text_table.h"
#include "app/cli/validators.h"
#include "base/utf8.h"
#include "data/article/language.h"
#include "data/article/script_view.h"
#include "data/export/export.h"
#include "data/store/article_store.h"
#include "data/store/versions.h"

namespace parallax::app {
namespace {

data::ArticleFormat formatOption(const std::string& text) {
    if (text == "md" || text == "markdown")
        return data::ArticleFormat::Markdown;
    if (text == "html")
        return data::ArticleFormat::Html;
    if (text == "json")
        return data::ArticleFormat::Json;
    return data::ArticleFormat::Text;
}

std::vector<data::EditionVersion> versionsOfEdition(data::Library& library,
                                                    const data::StoredArticle& article) {
    auto versions = data::versionsOf(library, article.row.id);
    std::erase_if(versions,
                  [&](const data::EditionVersion& version) { return version.edition != article.edition.id; });
    return versions;
}

// As in the window: a page in one language may give its title in others, too.
void setTitle(data::Article& article, const std::string& title) {
    if (title.empty() || title == article.title)
        return;
    article.title = title;
    for (data::Block& block : article.blocks)
        if (block.kind == data::BlockKind::Title) {
            block.text = title;
            block.language = data::detectLanguage(title, article.language);
            block.marks.clear();
        }
}

// For the terminal, which it would turn around beyond the title or the cell.
void turnNothing(data::Article& article) {
    for (std::string* const name : {&article.title, &article.source, &article.author})
        *name = withoutTurns(*name);
    for (data::Block& block : article.blocks)
        if (block.kind == data::BlockKind::Title) {
            block.text = withoutTurns(block.text);
            block.marks.clear(); // of the text as it was; a title in plain text shows none
        }
    const auto turnNoCell = [](std::vector<data::Cell>& cells) {
        for (data::Cell& cell : cells)
            cell.text = withoutTurns(cell.text);
    };
    for (data::Table& table : article.tables) {
        table.caption = withoutTurns(table.caption);
        turnNoCell(table.header);
        std::ranges::for_each(table.rows, turnNoCell);
    }
}

// Under the heading what the article is called in other languages: `list --lang` may have named it so.
void addOtherTitles(data::Article& article, const data::ArticleRow& row) {
    const auto block = std::ranges::find(article.blocks, data::BlockKind::Title, &data::Block::kind);
    std::string& heading = block != article.blocks.end() ? block->text : article.title;
    std::vector<std::string> told{heading};
    for (const std::string* const written :
         {&row.title, &row.titleEnglish, &row.titleTraditional, &row.titleSimplified}) {
        std::string title = withoutTurns(*written);
        if (title.empty() || std::ranges::find(told, title) != told.end())
            continue;
        heading += "\n= " + title;
        told.push_back(std::move(title));
    }
}

int listVersions(const Session& session, std::int64_t id, data::Language language) {
    const auto library = session.openExisting();
    const auto stored = library->articles().load(id, language);
    nlohmann::ordered_json out = nlohmann::ordered_json::array();
    std::vector<std::vector<std::string>> rows{{"VERSION", "IMPORTED", "FROM"}};
    for (const data::EditionVersion& version : versionsOfEdition(*library, stored)) {
        out.push_back({{"version", version.version},
                       {"newest", version.newest},
                       {"language", data::languageTag(version.language)},
                       {"imported_at", version.importedAt},
                       {"origin", version.origin}});
        rows.push_back({std::to_string(version.version), version.importedAt, version.origin});
    }
    if (session.json)
        std::cout << dumped(out) << '\n';
    else
        std::cout << textTable(rows, true);
    return 0;
}

int run(const Session& session, std::int64_t id, const std::string& languageText,
        const std::string& formatText, int wantedVersion) {
    const auto language = languageText.empty() ? data::Language::Unknown : languageOption(languageText);
    const auto library = session.openExisting();
    auto stored = library->articles().load(id, language);
    if (wantedVersion != 0) {
        const auto versions = versionsOfEdition(*library, stored);
        const auto version =
            std::find_if(versions.begin(), versions.end(),
                         [&](const data::EditionVersion& one) { return one.version == wantedVersion; });
        if (version == versions.end())
            throw Error(ErrorCode::Usage,
                        {"of article " + std::to_string(id) + " no version " + std::to_string(wantedVersion) +
                         " is kept; --versions lists them"});
        stored.article = data::readVersion(*library, {}, *version, stopOnInterrupt());
    }
    const auto have = stored.edition.language;
    // An earlier version is read from its own bytes.
    const bool damaged =
        wantedVersion == 0 && EditionDamage(session, *library).warnIfDamaged(id, stored.edition.id, have);
    auto convertedFrom = data::Language::Unknown;
    if (language != data::Language::Unknown && have != language) {
        const std::string wanted(data::languageTag(language));
        auto view = data::inScript(std::move(stored.article), language);
        stored.article = std::move(view.article);
        convertedFrom = view.convertedFrom;
        const std::string conversion = "onverted to " + wanted + " from " +
                                       std::string(data::languageTag(convertedFrom)) +
                                       " by character and word tables (OpenCC)";
        const bool converted = data::isChinese(convertedFrom);
        if (!data::isChinese(language) || !data::isChinese(have))
            note(session, "There is no " + wanted + " text of this article; this is the " +
                              std::string(data::languageTag(have)) + " one" +
                              (converted ? ", what it has in Chinese c" + conversion : std::string()) + ".");
        else if (converted)
            note(session, "C" + conversion + "; the original is as imported.");
    }
    const auto format = session.json ? data::ArticleFormat::Json : formatOption(formatText);
    if (language != data::Language::Unknown && wantedVersion == 0 && format != data::ArticleFormat::Json)
        setTitle(stored.article, data::titleIn(stored.row, language));
    if (format == data::ArticleFormat::Text)
        turnNothing(stored.article);
    if (format == data::ArticleFormat::Text && wantedVersion == 0)
        addOtherTitles(stored.article, stored.row);
    std::string text = data::exportArticle(stored.article, format, convertedFrom);
    if (damaged && format == data::ArticleFormat::Json) {
        auto json = nlohmann::ordered_json::parse(text);
        json["damaged"] = true;
        text = dumped(json, 2) + '\n';
    }
    std::cout << text;
    return 0;
}

} // namespace

void addShow(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("show", "Print an article");
    auto id = std::make_shared<std::int64_t>(0);
    auto language = std::make_shared<std::string>();
    auto format = std::make_shared<std::string>("text");
    auto version = std::make_shared<int>(0);
    command->add_option("ID", *id, "The article's number, as `list` shows it")->required();
    command->add_option("--lang", *language, "en, zh-Hant or zh-Hans (default: as imported first)");
    command
        ->add_option("--read-version", *version,
                     "An earlier version of that language, as --versions lists it")
        ->check(atLeastOne());
    auto versions = std::make_shared<bool>(false);
    command->add_flag("--versions", *versions, "List the versions that are kept: the last six");
    command->add_option("--format", *format, "text, md, html or json")
        ->check(CLI::IsMember({"text", "md", "markdown", "html", "json"}));
    command->callback([&session, id, language, format, version, versions] {
        session.run = [&session, id, language, format, version, versions] {
            return *versions
                       ? listVersions(session, *id,
                                      language->empty() ? data::Language::Unknown : languageOption(*language))
                       : run(session, *id, *language, *format, *version);
        };
    });
}

} // namespace parallax::app
