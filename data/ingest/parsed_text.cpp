// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/parsed_text.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "data/ingest/encoding.h"
#include "data/ingest/entities.h"
#include "data/ingest/mojibake.h"

namespace parallax::data {
namespace {

std::string textOf(const Document& document) {
    std::string text;
    const auto add = [&text](const std::string& words) { text += words + '\n'; };
    for (const Article& article : document.articles) {
        add(article.title);
        add(article.summary);
        for (const Block& block : article.blocks)
            add(block.text);
        for (const Table& table : article.tables) {
            for (const Cell& cell : table.header)
                add(cell.text);
            for (const std::vector<Cell>& row : table.rows)
                for (const Cell& cell : row)
                    add(cell.text);
        }
    }
    return text;
}

// The line of the source, from 1, on which the first such escape stands.
std::ptrdiff_t lineOfEscape(std::string_view source) {
    std::size_t first = source.npos;
    for (const std::string_view escape : {"\\ufffd", "\\uFFFD", "&#xfffd;", "&#xFFFD;", "&#XFFFD;",
                                          "&#65533;", "&#63;", "&#x3f;", "&#x3F;", "&quest;"})
        first = std::min(first, source.find(escape));
    return first == source.npos ? 1 : 1 + std::ranges::count(source.substr(0, first), '\n');
}

bool isTold(const Document& document, std::string_view code) {
    return std::ranges::any_of(document.issues,
                               [code](const ParseIssue& issue) { return issue.code == code; });
}

} // namespace

void cutLongTitles(const ParseHints& hints, Document& document) {
    constexpr std::size_t most = 500; // code points: the longest headline has 300
    const auto cut = [](std::string& title) {
        const std::size_t length = title.size() > most ? codePointCount(title) : 0;
        if (length <= most)
            return false;
        std::size_t end = 0;
        for (std::size_t points = 0; points + 1 < most; ++points)
            end += decodeAt(title, end).length;
        title = std::string(trim(std::string_view(title).substr(0, end))) + "…";
        return true;
    };
    for (Article& article : document.articles) {
        const std::size_t length = codePointCount(article.title);
        for (std::string* title :
             {&article.titleEnglish, &article.titleTraditional, &article.titleSimplified, &article.source})
            cut(*title);
        if (cut(article.title))
            article.issues.push_back({IssueSeverity::Warning,
                                      "title-cut",
                                      {hints.name, std::to_string(length), std::to_string(most)},
                                      {}});
        // Its words stay, but nobody is to see them as a headline.
        for (Block& block : article.blocks)
            if (block.kind == BlockKind::Title && codePointCount(block.text) > most)
                block.kind = BlockKind::Paragraph;
    }
    for (FeedItem& item : document.feed.items)
        cut(item.title);
    cut(document.feed.title);
}

std::optional<std::string> repairEscapedMojibake(std::string_view text, bool isFeed) {
    const std::string plain =
        withPlainCharacters(text, isFeed ? NestedEntities::Resolve : NestedEntities::Keep);
    if (plain == text || !findMojibake(plain).found())
        return std::nullopt;
    return repairMojibake(plain);
}

void checkParsedText(std::string_view source, const ParseHints& hints, Document& document) {
    const std::string text = textOf(document);
    if (!isTold(document, "text-lost") && !isTold(document, "bytes-unfit"))
        if (const LostText lost = findLostText(text); lost.share > 0)
            document.issues.push_back({IssueSeverity::Warning,
                                       "text-lost",
                                       lostTextArgs(hints, text, lost, lineOfEscape(source)),
                                       {}});
    // What was repaired need not be all.
    if (!isTold(document, "mojibake"))
        if (const Mojibake mojibake = findMojibake(text); mojibake.found())
            document.issues.push_back(
                {IssueSeverity::Warning, "mojibake", {mojibake.broken, mojibake.repaired}, {}});
}

} // namespace parallax::data
