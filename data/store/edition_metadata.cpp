// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/edition_metadata.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "data/store/forgiving_json.h"

namespace parallax::data {
namespace {

using forgiving::dumped;
using forgiving::Json;
using forgiving::member;

Json toJson(const Span& span) {
    return Json::array({span.begin, span.end});
}

// Reading is forgiving: a library may be damaged or hostile, and then a value is left out, not a crash.
std::size_t sizeAt(const Json& array, std::size_t index) {
    if (!array.is_array() || index >= array.size() || !array[index].is_number_unsigned())
        return 0;
    return array[index].get<std::size_t>();
}

std::string stringAt(const Json& array, std::size_t index) {
    if (!array.is_array() || index >= array.size() || !array[index].is_string())
        return {};
    return array[index].get<std::string>();
}

Span spanOf(const Json& json) {
    return {sizeAt(json, 0), sizeAt(json, 1)};
}

void put(Json& json, const char* key, const std::string& value) {
    if (!value.empty())
        json[key] = value;
}

template <class Number>
void put(Json& json, const char* key, Number value, Number usual) {
    if (value != usual)
        json[key] = value;
}

void get(const Json& json, const char* key, std::string& value) {
    if (const Json& found = member(json, key); found.is_string())
        value = found.get<std::string>();
}

template <class Number>
void get(const Json& json, const char* key, Number& value) {
    const Json& found = member(json, key);
    if constexpr (std::is_same_v<Number, bool>) {
        if (found.is_boolean())
            value = found.get<bool>();
    } else if (found.is_number_integer()) {
        value = found.get<Number>();
    }
}

void get(const Json& json, const char* key, Span& value) {
    value = spanOf(member(json, key));
}

Json marksJson(const std::vector<Mark>& marks) {
    Json list = Json::array();
    for (const Mark& mark : marks) {
        Json entry = Json::array({static_cast<int>(mark.kind), mark.span.begin, mark.span.end});
        if (!mark.href.empty())
            entry.push_back(mark.href);
        list.push_back(std::move(entry));
    }
    return list;
}

std::vector<Mark> marksOf(const Json& list) {
    std::vector<Mark> marks;
    if (!list.is_array())
        return marks;
    for (const Json& entry : list) {
        const std::size_t kind =
            std::min<std::size_t>(sizeAt(entry, 0), static_cast<std::size_t>(MarkKind::Strike));
        marks.push_back(
            {static_cast<MarkKind>(kind), {sizeAt(entry, 1), sizeAt(entry, 2)}, stringAt(entry, 3)});
    }
    return marks;
}

// A cell is its text alone, or [text, begin, end] or [text, begin, end, marks].
Json cellJson(const Cell& cell) {
    if (cell.span == Span{} && cell.marks.empty())
        return cell.text;
    Json entry = Json::array({cell.text, cell.span.begin, cell.span.end});
    if (!cell.marks.empty())
        entry.push_back(marksJson(cell.marks));
    return entry;
}

Cell cellOf(const Json& json) {
    if (json.is_string())
        return {json.get<std::string>(), {}, {}};
    Cell cell{stringAt(json, 0), {sizeAt(json, 1), sizeAt(json, 2)}, {}};
    if (json.is_array() && json.size() > 3)
        cell.marks = marksOf(json[3]);
    return cell;
}

Json cellsJson(const std::vector<Cell>& cells) {
    Json list = Json::array();
    for (const Cell& cell : cells)
        list.push_back(cellJson(cell));
    return list;
}

std::vector<Cell> cellsOf(const Json& list) {
    std::vector<Cell> cells;
    if (list.is_array())
        for (const Json& entry : list)
            cells.push_back(cellOf(entry));
    return cells;
}

template <class Item, class Write>
void putList(Json& json, const char* key, const std::vector<Item>& items, Write write) {
    for (const Item& item : items) {
        Json entry = Json::object();
        write(entry, item);
        json[key].push_back(std::move(entry));
    }
}

template <class Item, class Read>
void getList(const Json& json, const char* key, std::vector<Item>& items, Read read) {
    const Json& list = member(json, key);
    if (!list.is_array())
        return;
    for (const Json& entry : list) {
        Item item;
        read(entry, item);
        items.push_back(std::move(item));
    }
}

void writeTakeaway(Json& json, const Takeaway& item) {
    json["text"] = item.text;
    json["span"] = toJson(item.span);
    put(json, "table", item.table, -1);
}

void readTakeaway(const Json& json, Takeaway& item) {
    get(json, "text", item.text);
    get(json, "span", item.span);
    get(json, "table", item.table);
}

void writeTopic(Json& json, const Topic& item) {
    json["name"] = item.name;
    put(json, "count", item.count, std::int64_t{-1});
}

void readTopic(const Json& json, Topic& item) {
    get(json, "name", item.name);
    get(json, "count", item.count);
}

void writeQuestion(Json& json, const Question& item) {
    json["question"] = item.question;
    json["answer"] = item.answer;
    json["questionSpan"] = toJson(item.questionSpan);
    json["answerSpan"] = toJson(item.answerSpan);
    put(json, "answerCut", item.answerCut, false);
    put(json, "answerOfBlock", item.answerOfBlock, -1);
}

void readQuestion(const Json& json, Question& item) {
    get(json, "question", item.question);
    get(json, "answer", item.answer);
    get(json, "questionSpan", item.questionSpan);
    get(json, "answerSpan", item.answerSpan);
    get(json, "answerCut", item.answerCut);
    get(json, "answerOfBlock", item.answerOfBlock);
}

void writeRelated(Json& json, const RelatedArticle& item) {
    json["title"] = item.title;
    put(json, "excerpt", item.excerpt);
    put(json, "url", item.url);
    json["span"] = toJson(item.span);
    put(json, "excerptCut", item.excerptCut, false);
    put(json, "uncertain", item.uncertain, false);
}

void readRelated(const Json& json, RelatedArticle& item) {
    get(json, "title", item.title);
    get(json, "excerpt", item.excerpt);
    get(json, "url", item.url);
    get(json, "span", item.span);
    get(json, "excerptCut", item.excerptCut);
    get(json, "uncertain", item.uncertain);
}

void writeIssue(Json& json, const ParseIssue& item) {
    json["severity"] = static_cast<int>(item.severity);
    json["code"] = item.code;
    if (!item.args.empty())
        json["args"] = item.args;
    json["span"] = toJson(item.span);
}

void readIssue(const Json& json, ParseIssue& item) {
    int severity = 0;
    get(json, "severity", severity);
    item.severity =
        static_cast<IssueSeverity>(std::clamp(severity, 0, static_cast<int>(IssueSeverity::Error)));
    get(json, "code", item.code);
    if (const Json& args = member(json, "args"); args.is_array())
        for (std::size_t i = 0; i < args.size(); ++i)
            item.args.push_back(stringAt(args, i));
    get(json, "span", item.span);
}

} // namespace

std::string metadataToJson(const Article& article) {
    Json json = Json::object();
    put(json, "titleEnglish", article.titleEnglish);
    put(json, "titleTraditional", article.titleTraditional);
    put(json, "titleSimplified", article.titleSimplified);
    put(json, "pageLanguage", std::string(languageTag(article.pageLanguage)));
    put(json, "source", article.source);
    put(json, "author", article.author);
    put(json, "url", article.url);
    put(json, "slug", article.slug);
    put(json, "earliest", article.published.earliest);
    put(json, "latest", article.published.latest);
    put(json, "published", article.published.written);
    put(json, "archive", article.archive);
    put(json, "archiveMonth", article.archiveMonth);
    put(json, "archiveCount", article.archiveCount, std::int64_t{-1});
    put(json, "sourceCount", article.sourceCount, std::int64_t{-1});
    put(json, "hasNotice", article.hasNotice, false);
    put(json, "summary", article.summary);
    putList(json, "takeaways", article.takeaways, writeTakeaway);
    putList(json, "topics", article.topics, writeTopic);
    putList(json, "questions", article.questions, writeQuestion);
    putList(json, "related", article.related, writeRelated);
    putList(json, "issues", article.issues, writeIssue);
    return dumped(json);
}

void metadataFromJson(std::string_view text, Article& article) {
    const Json json = Json::parse(text, nullptr, false);
    std::string pageLanguage;
    get(json, "titleEnglish", article.titleEnglish);
    get(json, "titleTraditional", article.titleTraditional);
    get(json, "titleSimplified", article.titleSimplified);
    get(json, "pageLanguage", pageLanguage);
    article.pageLanguage = languageFromTag(pageLanguage);
    get(json, "source", article.source);
    get(json, "author", article.author);
    get(json, "url", article.url);
    get(json, "slug", article.slug);
    get(json, "earliest", article.published.earliest);
    get(json, "latest", article.published.latest);
    get(json, "published", article.published.written);
    get(json, "archive", article.archive);
    get(json, "archiveMonth", article.archiveMonth);
    get(json, "archiveCount", article.archiveCount);
    get(json, "sourceCount", article.sourceCount);
    get(json, "hasNotice", article.hasNotice);
    get(json, "summary", article.summary);
    getList(json, "takeaways", article.takeaways, readTakeaway);
    getList(json, "topics", article.topics, readTopic);
    getList(json, "questions", article.questions, readQuestion);
    getList(json, "related", article.related, readRelated);
    getList(json, "issues", article.issues, readIssue);
}

std::string tableToJson(const Table& table) {
    Json json = Json::object();
    json["header"] = cellsJson(table.header);
    json["rows"] = Json::array();
    for (const std::vector<Cell>& row : table.rows)
        json["rows"].push_back(cellsJson(row));
    for (const Alignment alignment : table.alignments)
        json["alignments"].push_back(static_cast<int>(alignment));
    json["span"] = toJson(table.span);
    json["captionSpan"] = toJson(table.captionSpan);
    put(json, "reconstructed", table.reconstructed, false);
    return dumped(json);
}

Table tableFromJson(std::string_view text, std::string_view caption) {
    const Json json = Json::parse(text, nullptr, false);
    Table table;
    table.caption = caption;
    table.header = cellsOf(member(json, "header"));
    if (const Json& rows = member(json, "rows"); rows.is_array())
        for (const Json& row : rows)
            table.rows.push_back(cellsOf(row));
    if (const Json& alignments = member(json, "alignments"); alignments.is_array())
        for (std::size_t i = 0; i < alignments.size(); ++i)
            table.alignments.push_back(static_cast<Alignment>(
                std::min(sizeAt(alignments, i), static_cast<std::size_t>(Alignment::Right))));
    get(json, "span", table.span);
    get(json, "captionSpan", table.captionSpan);
    get(json, "reconstructed", table.reconstructed);
    return table;
}

std::string marksToJson(const std::vector<Mark>& marks) {
    return dumped(marksJson(marks));
}

std::vector<Mark> marksFromJson(std::string_view json) {
    return marksOf(Json::parse(json, nullptr, false));
}

} // namespace parallax::data
