// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>

#include <iostream>

#include "app/cli/command.h"
#include "data/article/script_view.h"
#include "data/export/export.h"
#include "data/store/article_store.h"

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

int run(const Session& session, std::int64_t id, const std::string& languageText,
        const std::string& formatText) {
    const auto language = languageText.empty() ? data::Language::Unknown : languageOption(languageText);
    const auto library = session.openExisting();
    auto stored = library->articles().load(id, language);
    const auto have = stored.edition.language;
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
    std::cout << data::exportArticle(stored.article, format, convertedFrom);
    if (!std::cout.flush())
        throw Error(ErrorCode::FileUnwritable,
                    {"standard output", "the reader went away or the disk is full"});
    return 0;
}

} // namespace

void addShow(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("show", "Print an article");
    auto id = std::make_shared<std::int64_t>(0);
    auto language = std::make_shared<std::string>();
    auto format = std::make_shared<std::string>("text");
    command->add_option("ID", *id, "The article's number, as `list` shows it")->required();
    command->add_option("--lang", *language, "en, zh-Hant or zh-Hans (default: as imported first)");
    command->add_option("--format", *format, "text, md, html or json")
        ->check(CLI::IsMember({"text", "md", "markdown", "html", "json"}));
    command->callback([&session, id, language, format] {
        session.run = [&session, id, language, format] { return run(session, *id, *language, *format); };
    });
}

} // namespace parallax::app
