// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/inspect.h"

#include <nlohmann/json.hpp>

namespace parallax::data {
namespace {

using Json = nlohmann::ordered_json;

// Absent facts are null, so that a reader tells "not given" from "given and empty".
Json orNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json orNull(std::int64_t count) {
    return count < 0 ? Json(nullptr) : Json(count);
}

Json cells(const std::vector<Cell>& row) {
    Json list = Json::array();
    for (const Cell& cell : row)
        list.push_back(cell.text);
    return list;
}

Json tableJson(const Table& table) {
    Json rows = Json::array();
    for (const auto& row : table.rows)
        rows.push_back(cells(row));
    return {{"caption", table.caption}, {"header", cells(table.header)}, {"rows", std::move(rows)}};
}

Json issuesJson(const std::vector<ParseIssue>& issues) {
    static constexpr const char* severities[] = {"note", "warning", "error"};
    Json list = Json::array();
    for (const ParseIssue& issue : issues)
        list.push_back({{"severity", severities[static_cast<int>(issue.severity)]},
                        {"code", issue.code},
                        {"args", issue.args}});
    return list;
}

// The text of an article without what surrounds it, as a person would copy it.
std::string contentText(const Article& article) {
    std::string text;
    for (const Block& block : article.blocks) {
        if (!isContent(block.kind) || block.kind == BlockKind::Title)
            continue;
        const std::string_view words =
            block.kind == BlockKind::Table
                ? std::string_view(article.text).substr(block.span.begin, block.span.end - block.span.begin)
                : std::string_view(block.text);
        if (words.empty())
            continue;
        if (!text.empty())
            text += "\n\n";
        text += words;
    }
    return text;
}

Json articleJson(const Article& article) {
    Json json;
    json["format"] = "article";
    json["title"] = article.title;
    json["language"] = languageTag(article.language);
    json["page_language"] = languageTag(article.pageLanguage);
    json["source"] = orNull(article.source);
    json["author"] = orNull(article.author);
    // Only a known day is a date of publication; a month alone stays with the archive.
    json["published"] = article.published.earliest == article.published.latest
                            ? orNull(article.published.earliest)
                            : Json(nullptr);
    json["archive"] = orNull(article.archive);
    json["archive_month"] = orNull(article.archiveMonth);
    json["archive_count"] = orNull(article.archiveCount);
    json["source_count"] = orNull(article.sourceCount);
    json["url"] = orNull(article.url);
    json["notice"] = article.hasNotice;
    json["summary"] = article.summary;
    json["text"] = contentText(article);

    Json tables = Json::array();
    for (const Table& table : article.tables)
        tables.push_back(tableJson(table));
    json["tables"] = std::move(tables);
    Json takeaways = Json::array();
    Json takeawayTables = Json::array();
    for (const Takeaway& takeaway : article.takeaways) {
        takeaways.push_back(takeaway.text);
        takeawayTables.push_back(takeaway.table < 0 ? Json(nullptr) : Json(takeaway.table));
    }
    json["takeaways"] = std::move(takeaways);
    json["takeaway_tables"] = std::move(takeawayTables);
    json["predictions"] = Json::array();

    Json sections = Json::array();
    for (const Block& block : article.blocks)
        if (block.kind == BlockKind::Heading)
            sections.push_back(block.text);
    json["sections"] = std::move(sections);
    json["titles"] = {{"en", orNull(article.titleEnglish)},
                      {"zh-Hant", orNull(article.titleTraditional)},
                      {"zh-Hans", orNull(article.titleSimplified)}};
    Json topics = Json::array();
    for (const Topic& topic : article.topics)
        topics.push_back({{"name", topic.name}, {"count", orNull(topic.count)}});
    json["topics"] = std::move(topics);
    Json faq = Json::array();
    for (const Question& question : article.questions)
        faq.push_back({{"question", question.question},
                       {"answer", question.answer},
                       {"cut", question.answerCut},
                       {"block", question.answerOfBlock < 0 ? Json(nullptr) : Json(question.answerOfBlock)}});
    json["faq"] = std::move(faq);
    Json related = Json::array();
    for (const RelatedArticle& entry : article.related)
        related.push_back({{"title", entry.title},
                           {"excerpt", entry.excerpt},
                           {"url", orNull(entry.url)},
                           {"cut", entry.excerptCut},
                           {"uncertain", entry.uncertain}});
    json["related"] = std::move(related);
    Json blocks = Json::array();
    for (const Block& block : article.blocks)
        blocks.push_back({{"kind", blockKindName(block.kind)},
                          {"language", languageTag(block.language)},
                          {"begin", block.span.begin},
                          {"end", block.span.end}});
    json["blocks"] = std::move(blocks);
    return json;
}

Json feedJson(const Feed& feed) {
    Json items = Json::array();
    for (const FeedItem& item : feed.items)
        items.push_back({{"title", item.title},
                         {"link", item.link},
                         {"id", item.id},
                         {"published", orNull(item.published)},
                         {"author", item.author},
                         {"summary", item.summary},
                         {"content", item.content}});
    return {{"format", "feed"},
            {"feed",
             {{"title", feed.title},
              {"link", feed.link},
              {"description", feed.description},
              {"language", feed.language},
              {"id", feed.id}}},
            {"items", std::move(items)},
            {"bozo", feed.bozo}};
}

Json opmlJson(const Opml& opml) {
    Json feeds = Json::array();
    for (const OpmlFeed& feed : opml.feeds)
        feeds.push_back({{"title", feed.title}, {"url", feed.url}, {"path", feed.path}});
    return {{"format", "opml"}, {"title", opml.title}, {"feeds", std::move(feeds)}};
}

} // namespace

nlohmann::ordered_json inspectJson(const Document& document) {
    Json json;
    if (document.format == Format::Feed)
        json = feedJson(document.feed);
    else if (document.format == Format::Opml)
        json = opmlJson(document.opml);
    else if (!document.articles.empty())
        json = articleJson(document.articles.front());
    else
        json = {{"format", "unknown"}};
    json["document"] = formatName(document.format);
    json["encoding"] = document.encoding;
    json["encoding_confidence"] = document.encodingConfidence;
    std::vector<ParseIssue> issues = document.issues;
    for (const Article& article : document.articles)
        issues.insert(issues.end(), article.issues.begin(), article.issues.end());
    json["issues"] = issuesJson(issues);
    return json;
}

} // namespace parallax::data
