// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/document_codec.h"

#include <cmath>

#include "data/ingest/wire.h"

namespace parallax::data {
namespace {

template <typename Wire, typename T>
void fields(Wire& wire, T& span)
    requires std::is_same_v<std::remove_const_t<T>, Span>
{
    wire(span.begin);
    wire(span.end);
}

template <typename Wire, typename T>
void fields(Wire& wire, T& mark)
    requires std::is_same_v<std::remove_const_t<T>, Mark>
{
    wire(mark.kind, MarkKind::Strike);
    fields(wire, mark.span);
    wire(mark.href);
}

constexpr std::size_t leastMark = 4;

template <typename Wire, typename T>
void fields(Wire& wire, T& block)
    requires std::is_same_v<std::remove_const_t<T>, Block>
{
    wire(block.kind, BlockKind::Navigation);
    wire(block.language, Language::Other);
    fields(wire, block.span);
    wire(block.text);
    wire(block.level);
    wire(block.number);
    wire(block.table);
    wire.list(block.marks, leastMark, [&](auto& mark) { fields(wire, mark); });
}

template <typename Wire, typename T>
void fields(Wire& wire, T& cell)
    requires std::is_same_v<std::remove_const_t<T>, Cell>
{
    wire(cell.text);
    fields(wire, cell.span);
    wire.list(cell.marks, leastMark, [&](auto& mark) { fields(wire, mark); });
}

constexpr std::size_t leastCell = 4;

template <typename Wire, typename T>
void fields(Wire& wire, T& table)
    requires std::is_same_v<std::remove_const_t<T>, Table>
{
    wire(table.caption);
    fields(wire, table.captionSpan);
    fields(wire, table.span);
    wire.list(table.header, leastCell, [&](auto& cell) { fields(wire, cell); });
    wire.list(table.rows, 1,
              [&](auto& row) { wire.list(row, leastCell, [&](auto& cell) { fields(wire, cell); }); });
    wire.list(table.alignments, 1, [&](auto& alignment) { wire(alignment, Alignment::Right); });
    wire(table.reconstructed);
}

template <typename Wire, typename T>
void fields(Wire& wire, T& takeaway)
    requires std::is_same_v<std::remove_const_t<T>, Takeaway>
{
    wire(takeaway.text);
    fields(wire, takeaway.span);
    wire(takeaway.table);
}

template <typename Wire, typename T>
void fields(Wire& wire, T& topic)
    requires std::is_same_v<std::remove_const_t<T>, Topic>
{
    wire(topic.name);
    wire(topic.count);
}

template <typename Wire, typename T>
void fields(Wire& wire, T& question)
    requires std::is_same_v<std::remove_const_t<T>, Question>
{
    wire(question.question);
    wire(question.answer);
    fields(wire, question.questionSpan);
    fields(wire, question.answerSpan);
    wire(question.answerCut);
    wire(question.answerOfBlock);
}

template <typename Wire, typename T>
void fields(Wire& wire, T& related)
    requires std::is_same_v<std::remove_const_t<T>, RelatedArticle>
{
    wire(related.title);
    wire(related.excerpt);
    wire(related.url);
    fields(wire, related.span);
    wire(related.excerptCut);
    wire(related.uncertain);
}

template <typename Wire, typename T>
void fields(Wire& wire, T& issue)
    requires std::is_same_v<std::remove_const_t<T>, ParseIssue>
{
    wire(issue.severity, IssueSeverity::Error);
    wire(issue.code);
    wire.list(issue.args, 1, [&](auto& arg) { wire(arg); });
    fields(wire, issue.span);
}

constexpr std::size_t leastIssue = 5;

template <typename Wire, typename T>
void fields(Wire& wire, T& article)
    requires std::is_same_v<std::remove_const_t<T>, Article>
{
    wire(article.text);
    wire(article.title);
    wire(article.titleEnglish);
    wire(article.titleTraditional);
    wire(article.titleSimplified);
    wire(article.language, Language::Other);
    wire(article.pageLanguage, Language::Other);
    wire(article.source);
    wire(article.author);
    wire(article.url);
    wire(article.slug);
    wire(article.itemId);
    wire(article.published.earliest);
    wire(article.published.latest);
    wire(article.published.written);
    wire(article.archive);
    wire(article.archiveMonth);
    wire(article.archiveCount);
    wire(article.sourceCount);
    wire(article.hasNotice);
    wire(article.summary);
    wire.list(article.blocks, 9, [&](auto& block) { fields(wire, block); });
    wire.list(article.tables, 9, [&](auto& table) { fields(wire, table); });
    wire.list(article.takeaways, 4, [&](auto& takeaway) { fields(wire, takeaway); });
    wire.list(article.topics, 2, [&](auto& topic) { fields(wire, topic); });
    wire.list(article.questions, 8, [&](auto& question) { fields(wire, question); });
    wire.list(article.related, 7, [&](auto& related) { fields(wire, related); });
    wire.list(article.issues, leastIssue, [&](auto& issue) { fields(wire, issue); });
}

template <typename Wire, typename T>
void fields(Wire& wire, T& item)
    requires std::is_same_v<std::remove_const_t<T>, FeedItem>
{
    wire(item.title);
    wire(item.link);
    wire(item.id);
    wire(item.published);
    wire(item.publishedDay);
    wire(item.author);
    wire(item.summary);
    wire(item.content);
}

template <typename Wire, typename T>
void fields(Wire& wire, T& feed)
    requires std::is_same_v<std::remove_const_t<T>, OpmlFeed>
{
    wire(feed.title);
    wire(feed.url);
    wire.list(feed.path, 1, [&](auto& folder) { wire(folder); });
}

template <typename Wire, typename T>
void fields(Wire& wire, T& document)
    requires std::is_same_v<std::remove_const_t<T>, Document>
{
    wire(document.format, Format::Delimited);
    wire(document.encoding);
    wire(document.encodingConfidence);
    wire.list(document.articles, 27, [&](auto& article) { fields(wire, article); });
    wire(document.feed.title);
    wire(document.feed.link);
    wire(document.feed.description);
    wire(document.feed.language);
    wire(document.feed.id);
    wire.list(document.feed.items, 7, [&](auto& item) { fields(wire, item); });
    wire(document.feed.bozo);
    wire(document.opml.title);
    wire.list(document.opml.feeds, 3, [&](auto& feed) { fields(wire, feed); });
    wire.list(document.issues, leastIssue, [&](auto& issue) { fields(wire, issue); });
}

void checkSpan(const Span& span, std::size_t size) {
    if (span.begin > span.end || span.end > size)
        WireReader::fail("span");
}

void checkIndex(int index, std::size_t size) {
    if (index < -1 || (index >= 0 && static_cast<std::size_t>(index) >= size))
        WireReader::fail("index");
}

void checkMarks(const std::vector<Mark>& marks, const std::string& text) {
    for (const auto& mark : marks)
        checkSpan(mark.span, text.size());
}

void checkCells(const std::vector<Cell>& cells, std::size_t size) {
    for (const auto& cell : cells) {
        checkSpan(cell.span, size);
        checkMarks(cell.marks, cell.text);
    }
}

// What the rest of the program relies on without looking again.
void check(const Article& article) {
    const std::size_t size = article.text.size();
    for (const auto& block : article.blocks) {
        checkSpan(block.span, size);
        checkIndex(block.table, article.tables.size());
        checkMarks(block.marks, block.text);
        if (block.kind == BlockKind::Table && block.table < 0)
            WireReader::fail("index");
    }
    for (const auto& table : article.tables) {
        checkSpan(table.span, size);
        checkSpan(table.captionSpan, size);
        checkCells(table.header, size);
        const std::size_t columns = !table.header.empty() ? table.header.size()
                                    : table.rows.empty()  ? 0
                                                          : table.rows.front().size();
        for (const auto& row : table.rows) {
            if (row.size() != columns)
                WireReader::fail("row");
            checkCells(row, size);
        }
        if (!table.alignments.empty() && table.alignments.size() != columns)
            WireReader::fail("alignments");
    }
    for (const auto& takeaway : article.takeaways) {
        checkSpan(takeaway.span, size);
        checkIndex(takeaway.table, article.tables.size());
    }
    for (const auto& question : article.questions) {
        checkSpan(question.questionSpan, size);
        checkSpan(question.answerSpan, size);
        checkIndex(question.answerOfBlock, article.blocks.size());
    }
    for (const auto& related : article.related)
        checkSpan(related.span, size);
    for (const auto& issue : article.issues)
        checkSpan(issue.span, size);
}

} // namespace

std::string encodeDocument(const Document& document) {
    WireWriter wire;
    std::size_t guess = 4096;
    for (const auto& article : document.articles)
        guess += 3 * article.text.size();
    wire.reserve(guess);
    fields(wire, document);
    return wire.take();
}

Document decodeDocument(std::string_view bytes) {
    WireReader wire(bytes);
    Document document;
    fields(wire, document);
    if (!wire.atEnd())
        WireReader::fail("tail");
    if (!std::isfinite(document.encodingConfidence))
        WireReader::fail("confidence");
    for (const auto& article : document.articles)
        check(article);
    return document;
}

} // namespace parallax::data
