// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/front_matter.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "data/ingest/date_text.h"
#include "data/ingest/lines.h"
#include "data/ingest/site_profile.h"

namespace parallax::data {
namespace {

std::string lowered(std::string_view text) {
    std::string out(trim(text));
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

std::string unquoted(std::string_view value) {
    value = trim(value);
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
        value.back() == value.front()) {
        const char quote = value.front();
        value = value.substr(1, value.size() - 2);
        std::string out;
        for (std::size_t i = 0; i < value.size(); ++i) {
            const bool escaped =
                i + 1 < value.size() && ((quote == '"' && value[i] == '\\') ||
                                         (quote == '\'' && value[i] == '\'' && value[i + 1] == '\''));
            i += escaped ? 1 : 0;
            out.push_back(value[i]);
        }
        return out;
    }
    if (const auto comment = value.find(" #"); comment != std::string_view::npos)
        value = trim(value.substr(0, comment));
    return std::string(value);
}

// "[a, b]" or "a" as a list.
std::vector<std::string> listOf(std::string_view value) {
    value = trim(value);
    std::vector<std::string> items;
    if (value.starts_with('[') && value.ends_with(']'))
        value = value.substr(1, value.size() - 2);
    while (!value.empty()) {
        const auto comma = std::min(value.find(','), value.size());
        if (std::string item = unquoted(value.substr(0, comma)); !item.empty())
            items.push_back(std::move(item));
        value.remove_prefix(std::min(comma + 1, value.size()));
    }
    return items;
}

void addTopic(Article& article, std::string name) {
    if (!name.empty() &&
        std::ranges::none_of(article.topics, [&](const Topic& topic) { return topic.name == name; }))
        article.topics.push_back({std::move(name), -1});
}

void setTitle(Article& article, std::string_view tag, std::string title) {
    switch (languageFromTag(tag)) {
    case Language::English:
        article.titleEnglish = std::move(title);
        break;
    case Language::TraditionalChinese:
        article.titleTraditional = std::move(title);
        break;
    case Language::SimplifiedChinese:
        article.titleSimplified = std::move(title);
        break;
    default:
        break;
    }
}

void setField(Article& article, const std::string& key, std::string_view value) {
    if (key == "title")
        article.title = unquoted(value);
    else if (key == "lang" || key == "language" || key == "locale")
        article.pageLanguage = languageFromTag(unquoted(value));
    else if (key == "slug")
        article.slug = unquoted(value);
    else if (key == "source" || key == "publisher" || key == "site")
        article.source = unquoted(value);
    else if (key == "author" || key == "authors" || key == "by")
        for (const std::string& name : listOf(value))
            article.author += (article.author.empty() ? "" : ", ") + name;
    else if (key == "url" || key == "link" || key == "canonical" || key == "canonical_url" ||
             key == "permalink")
        article.url = unquoted(value);
    else if (key == "summary" || key == "description" || key == "abstract" || key == "excerpt")
        article.summary = unquoted(value);
    else if (key == "topics" || key == "tags" || key == "keywords" || key == "categories")
        for (std::string& name : listOf(value))
            addTopic(article, std::move(name));
    else if (key == "date" || key == "published" || key == "pubdate" || key == "publishdate") {
        if (auto date = findDate(unquoted(value)))
            article.published = std::move(*date);
    } else if (key == "archive" || key == "month") {
        if (const auto month = findMonth(unquoted(value), MonthPlace::Anywhere)) {
            article.archive = unquoted(value);
            article.archiveMonth = month->iso();
        }
    }
}

} // namespace

std::size_t frontMatterLength(std::string_view text) {
    if (!text.starts_with("---\n") && !text.starts_with("---\t\n") && !text.starts_with("--- \n"))
        return 0;
    constexpr std::size_t longest = 64U << 10;
    std::size_t at = text.find('\n') + 1;
    const std::size_t first = at;
    while (at < std::min(text.size(), longest)) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = trim(text.substr(at, end - at));
        if (line == "---" || line == "...") {
            // Two rules with prose between are no front matter: its first line is "key:".
            const std::string_view head = trim(text.substr(first, text.find('\n', first) - first));
            const auto colon = head.find(':');
            const bool fields = head.empty() || head.starts_with('#') ||
                                (colon != std::string_view::npos &&
                                 head.substr(0, colon).find(' ') == std::string_view::npos);
            return fields ? std::min(end + 1, text.size()) : 0;
        }
        at = end + 1;
    }
    return 0;
}

void readFrontMatter(std::string_view matter, Article& article) {
    std::string parent;
    for (const Line& line : splitLines(matter)) {
        if (line.blank())
            continue;
        const std::string_view content = slice(matter, line.span);
        if (content.starts_with('#') || content == "---" || content == "...")
            continue;
        if (content.starts_with("- ")) {
            setField(article, parent, content.substr(2));
            continue;
        }
        const auto colon = content.find(':');
        if (colon == std::string_view::npos)
            continue;
        const std::string key = lowered(content.substr(0, colon));
        const std::string_view value = trim(content.substr(colon + 1));
        if (line.indent > 0 && (parent == "titles" || parent == "title")) {
            setTitle(article, key, unquoted(value));
        } else if (key == "titles" && value.starts_with('{') && value.ends_with('}')) {
            for (const std::string& pair : listOf(value.substr(1, value.size() - 2)))
                if (const auto mid = pair.find(':'); mid != std::string::npos)
                    setTitle(article, pair.substr(0, mid), unquoted(std::string_view(pair).substr(mid + 1)));
        } else {
            parent = key;
            if (!value.empty())
                setField(article, key, value);
        }
    }
}

} // namespace parallax::data
