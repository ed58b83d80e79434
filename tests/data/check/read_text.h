// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the checks say of a text, for the tests of this folder.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/check/check_article.h"
#include "data/ingest/document.h"

namespace parallax::data {

// An article as a person would save it, in Markdown.
inline Article articleOf(std::string_view markdown, std::string_view month = "2026-04",
                         std::string_view language = "en") {
    std::string page = "---\ntitle: \"Notes\"\nlang: ";
    page += language;
    page += "\ndate: ";
    page += month;
    page += "-15\n---\n\n";
    page += markdown;
    Document document = parseDocument(page, {.name = "notes.md", .url = {}, .contentType = {}});
    return document.articles.empty() ? Article{} : std::move(document.articles.front());
}

struct Checked {
    Article article;
    std::vector<Check> checks;

    const Check* find(Rule rule) const {
        const auto found = std::ranges::find(checks, rule, &Check::rule);
        return found == checks.end() ? nullptr : &*found;
    }
    std::size_t count(Colour colour) const {
        return static_cast<std::size_t>(std::ranges::count(checks, colour, &Check::colour));
    }
    std::size_t count(Rule rule) const {
        return static_cast<std::size_t>(std::ranges::count(checks, rule, &Check::rule));
    }
    // The checks in words, for a message.
    std::string told() const {
        std::string out;
        for (const Check& check : checks) {
            out += "\n  ";
            out += colourName(check.colour);
            out += ' ';
            out += ruleName(check.rule);
            out += ' ';
            out += verdictName(check.verdict);
            for (const Evidence& evidence : check.statement)
                out += " | " + evidence.quote;
        }
        return out;
    }
};

inline Checked checked(std::string_view markdown, std::string_view month = "2026-04",
                       std::string_view language = "en") {
    Checked result{articleOf(markdown, month, language), {}};
    result.checks = checkArticle(readArticle(result.article));
    return result;
}

} // namespace parallax::data
