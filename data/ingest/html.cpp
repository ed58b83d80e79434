// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/html.h"

#include <algorithm>
#include <cctype>

#include "base/error.h"
#include "base/utf8.h"
#include "data/article/fold.h"
#include "data/article/identity.h"
#include "data/ingest/date_text.h"
#include "data/ingest/html_blocks.h"
#include "data/ingest/html_tree.h"
#include "data/ingest/languages.h"
#include "data/ingest/main_content.h"
#include "data/ingest/page_facts.h"
#include "data/ingest/url.h"

namespace parallax::data {
namespace {

// Where <base href> leads, else where the page came from.
std::string baseUrlOf(const HtmlTree& tree, const ParseHints& hints) {
    for (const GumboNode* node : childrenOf(tree.head()))
        if (tagOf(node) == GUMBO_TAG_BASE && !attribute(node, "href").empty())
            return resolveUrl(hints.url, attribute(node, "href"));
    return hints.url;
}

// The address that the page gives itself. A page that was fetched is not believed when it names another
// site's, or its own site's front page: it would take the place of that article.
std::string addressOf(const std::string& said, const std::string& fetched) {
    if (said.empty() || !isHttpUrl(fetched))
        return said.empty() ? fetched : said;
    const std::string host = hostOfUrl(said);
    const std::string real = hostOfUrl(fetched);
    const bool sameSite = host == real || host.ends_with("." + real) || real.ends_with("." + host);
    const bool frontPage = canonicalUrl(said) == host && canonicalUrl(fetched) != real;
    return sameSite && !frontPage ? said : fetched;
}

// The first <h1> that says the title, wherever it stands: many pages have it above the content.
const GumboNode* findTitleHeading(const GumboNode* node, const std::string& title) {
    for (const GumboNode* child : childrenOf(node)) {
        if (isInvisible(child))
            continue;
        if (tagOf(child) == GUMBO_TAG_H1 && plainText(child) == title)
            return child;
        if (const GumboNode* below = findTitleHeading(child, title))
            return below;
    }
    return nullptr;
}

void addTitleBlock(const HtmlTree& tree, Article& article) {
    if (article.title.empty() ||
        std::any_of(article.blocks.begin(), article.blocks.end(),
                    [](const Block& block) { return block.kind == BlockKind::Title; }))
        return;
    const GumboNode* heading = findTitleHeading(tree.root(), article.title);
    if (!heading)
        return;
    Block block;
    block.kind = BlockKind::Title;
    block.level = 1;
    block.text = article.title;
    block.span = tree.spanOfElement(heading);
    article.blocks.insert(article.blocks.begin(), std::move(block));
    for (auto& question : article.questions)
        if (question.answerOfBlock >= 0)
            ++question.answerOfBlock;
}

// The share of the body's text that stands on the page as well, by how its paragraphs begin.
double shareOnPage(std::string_view body, const Article& article) {
    constexpr std::size_t beginning = 40; // code points
    std::u32string page;
    for (const Block& block : article.blocks)
        page += foldText(block.text) + U'\n';
    std::size_t found = 0, all = 0;
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        const std::u32string line = foldText(collapseBlanks(body.substr(0, end)));
        body.remove_prefix(std::min(end + 1, body.size()));
        all += line.size();
        if (!line.empty() && page.find(line.substr(0, beginning)) != page.npos)
            found += line.size();
    }
    return all == 0 ? 1 : static_cast<double>(found) / static_cast<double>(all);
}

// Whether the body that JSON-LD gives is the article rather than the page's own text: where that is cut (a
// teaser), or missing (drawn by a script) and what stands there instead only surrounds it. What is much
// shorter than a page is its summary, whatever it is called.
bool isLinkedBodyBetter(const PageFacts& facts, const Article& article, bool marked) {
    constexpr std::size_t shortest = 60;
    std::size_t own = 0;
    for (const auto& block : article.blocks)
        if (block.kind != BlockKind::Heading)
            own += block.text.size();
    const std::size_t body = facts.body.size();
    if (body >= 200 && own * 2 <= body)
        return true;
    return body >= shortest && !marked && own <= body * 2 && article.tables.empty() &&
           shareOnPage(facts.body, article) < 0.5;
}

// Words, and Chinese characters, which are counted as words are.
std::size_t countWords(std::string_view text) {
    std::size_t words = 0;
    bool within = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decodeAt(text, at);
        at += c.length;
        const bool han = isHan(c.value);
        const bool letter = c.value >= 0x80 ? c.value >= 0xC0 && (c.value < 0x2000 || c.value >= 0x3041)
                                            : std::isalnum(static_cast<int>(c.value)) != 0;
        words += han || (letter && !within) ? 1 : 0;
        within = letter && !han;
    }
    return words;
}

// A page of several stories is kept as its main one: nobody would miss the others unless told.
void tellArticlesOutside(const PageText& page, const GumboNode* content, const ParseHints& hints,
                         Article& article) {
    const std::vector<const GumboNode*> left = page.articlesOutside(content);
    std::size_t words = 0;
    for (const GumboNode* other : left)
        words += countWords(plainText(other));
    if (words > 0)
        article.issues.push_back({IssueSeverity::Warning,
                                  "articles-left-out",
                                  {hints.name, std::to_string(left.size()), std::to_string(words)},
                                  {}});
}

// `marked`: the page itself says that its text is the article.
void useLinkedBody(const PageFacts& facts, bool marked, Article& article) {
    if (!isLinkedBodyBetter(facts, article, marked))
        return;
    std::erase_if(article.blocks, [](const Block& block) { return block.kind != BlockKind::Title; });
    article.tables.clear();
    article.takeaways.clear();
    article.questions.clear();
    article.related.clear();
    std::string_view body = facts.body;
    while (!body.empty()) {
        const std::size_t end = body.find('\n');
        Block block;
        block.text = collapseBlanks(body.substr(0, end));
        block.span = facts.bodySpan;
        if (!block.text.empty())
            article.blocks.push_back(std::move(block));
        if (end == body.npos)
            break;
        body.remove_prefix(end + 1);
    }
}

void addLinkedQuestions(const PageFacts& facts, Article& article) {
    for (const auto& [text, answer] : facts.questions) {
        const auto known = std::find_if(article.questions.begin(), article.questions.end(),
                                        [&](const Question& other) { return other.question == text; });
        if (known != article.questions.end())
            continue;
        Question question{text, answer, facts.questionsSpan, facts.questionsSpan, false, -1};
        for (auto& block : article.blocks) {
            const bool plain = block.kind == BlockKind::Heading || block.kind == BlockKind::Paragraph;
            if (plain && block.text == text) {
                block.kind = BlockKind::Question;
                question.questionSpan = block.span;
            } else if (plain && block.text == answer) {
                block.kind = BlockKind::Answer;
                question.answerSpan = block.span;
            }
        }
        article.questions.push_back(std::move(question));
    }
}

} // namespace

bool looksLikeHtml(std::string_view text) noexcept {
    const auto startsWith = [&](std::string_view tag) {
        return text.size() > tag.size() && equalsIgnoringCase(text.substr(0, tag.size()), tag);
    };
    for (;;) {
        text = trim(text);
        const std::string_view close = text.starts_with("<!--")    ? "-->"
                                       : text.starts_with("<?xml") ? "?>"
                                                                   : "";
        const std::size_t end = close.empty() ? text.npos : text.find(close);
        if (end == text.npos)
            break;
        text.remove_prefix(end + close.size());
    }
    if (!text.starts_with('<'))
        return false;
    for (const std::string_view tag :
         {"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<div", "<p>", "<p ",
          "<table", "<h1", "<h2", "<section", "<main", "<ul", "<ol", "<span"})
        if (startsWith(tag))
            return true;
    return false;
}

bool hasHtmlElement(std::string_view text) noexcept {
    for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at + 1)) {
        const std::string_view rest = text.substr(at + 1, 16);
        const auto end = std::ranges::find_if(
            rest, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; });
        const auto length = static_cast<std::size_t>(end - rest.begin());
        const bool ended =
            length < rest.size() && std::string_view(" >/\n\t\r").find(rest[length]) != rest.npos;
        if (length > 0 && ended &&
            gumbo_tagn_enum(rest.data(), static_cast<unsigned>(length)) != GUMBO_TAG_UNKNOWN)
            return true;
    }
    return false;
}

Article parseHtml(std::string_view utf8, const ParseHints& hints, const ParseLimits& limits) {
    Article article;
    article.text = utf8;
    const HtmlTree tree(article.text, hints, limits);
    const std::string baseUrl = baseUrlOf(tree, hints);

    const PageFacts facts = readPageFacts(tree, baseUrl);
    article.title = facts.title;
    article.author = facts.author;
    article.summary = facts.description;
    article.url = addressOf(facts.url, hints.url);
    article.slug = slugFromUrl(article.url);
    article.source = facts.site.empty() ? hostOfUrl(article.url) : facts.site;
    article.pageLanguage = languageOfPage(facts.language);
    for (const auto& topic : facts.topics)
        article.topics.push_back({topic, -1});
    if (const auto date = parseDate(facts.published)) {
        article.published = {date->earliest(), date->latest(), facts.published};
        article.archiveMonth = article.published.earliest.substr(0, 7);
    }

    const PageText page(tree);
    const GumboNode* content = tree.isFragment() ? tree.body() : page.mainContent();
    const std::vector<Span> tablesAsText =
        readHtmlBlocks(content, tree, page, baseUrl, hints, limits, article);
    interpretBlocks(article, tablesAsText);
    const bool marked = tagOf(content) == GUMBO_TAG_ARTICLE || hasAttribute(content, "itemprop");
    useLinkedBody(facts, marked, article);
    const int kept = article.tables.empty() ? 0 : page.tables(content);
    if (const int left = page.tables(tree.body()) - kept; left > 0)
        article.issues.push_back(
            {IssueSeverity::Warning, "tables-left-out", {hints.name, std::to_string(left)}, {}});
    tellArticlesOutside(page, content, hints, article);
    addTitleBlock(tree, article);
    addLinkedQuestions(facts, article);
    if (article.blocks.empty())
        throw Error(ErrorCode::DocumentEmpty, {hints.name});
    decideLanguages(article);
    return article;
}

} // namespace parallax::data
