// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/feed.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/utf8.h"
#include "data/article/identity.h"
#include "data/ingest/date_text.h"
#include "data/ingest/encoding.h"
#include "data/ingest/feed_formats.h"
#include "data/ingest/html.h"
#include "data/ingest/html_tree.h"
#include "data/ingest/languages.h"
#include "data/ingest/xml_depth.h"
#include "data/ingest/xml_document.h"

namespace parallax::data {
namespace {

bool isJson(std::string_view text) noexcept {
    return trim(text).starts_with('{');
}

// The title's own language is decided anew.
void forgetPlacedTitles(Article& article) {
    article.titleEnglish.clear();
    article.titleTraditional.clear();
    article.titleSimplified.clear();
}

// One item as an article, whose languages are still to be decided. Its text is the item's content as the feed
// gives it, else the summary, else the title. `refused` receives why its text could not be read.
Article articleOf(const FeedItem& item, const Feed& feed, const ParseHints& hints, const ParseLimits& limits,
                  std::optional<ErrorCode>& refused) {
    ParseHints itemHints;
    itemHints.name = hints.name;
    itemHints.url = item.link.empty() ? feed.link : item.link;
    Article article;
    const std::string& html = !trim(item.content).empty() ? item.content : item.summary;
    bool hasContent = !trim(html).empty();
    if (hasContent) {
        try {
            article = parseHtml(html, itemHints, limits);
        } catch (const Error& error) { // costs this item's content, not the feed
            hasContent = false;
            if (error.code() != ErrorCode::DocumentEmpty)
                refused = error.code();
        }
    }
    if (!hasContent) {
        article = {};
        article.text = item.title;
        Block title;
        title.kind = BlockKind::Title;
        title.level = 1;
        title.span = {0, item.title.size()};
        title.text = item.title;
        if (!title.text.empty())
            article.blocks.push_back(std::move(title));
    }
    if (!item.title.empty()) {
        article.title = item.title;
        forgetPlacedTitles(article);
    }
    article.url = item.link;
    article.slug = slugFromUrl(item.link);
    article.itemId = item.id;
    article.source = feed.title;
    article.author = item.author;
    article.pageLanguage = languageOfPage(feed.language);
    if (!item.published.empty()) {
        const WrittenDate date{item.published, item.publishedDay};
        article.published = {date.earliest(), date.latest(), item.published};
        article.archiveMonth = article.published.earliest.substr(0, 7);
    }
    if (!trim(item.content).empty() && !trim(item.summary).empty()) {
        const std::string summary = plainTitle(item.summary);
        if (codePointCount(summary) <= 600)
            article.summary = summary;
    }
    return article;
}

// An item whose characters all belong to both scripts is in that of most of the others.
void decideLanguagesOf(std::vector<Article>& articles) {
    std::vector<Article*> open;
    std::int64_t traditional = 0;
    std::int64_t simplified = 0;
    for (Article& article : articles) {
        const Language script = decideLanguages(article);
        traditional += script == Language::TraditionalChinese ? 1 : 0;
        simplified += script == Language::SimplifiedChinese ? 1 : 0;
        if (script == Language::Unknown)
            open.push_back(&article);
    }
    if (traditional == simplified)
        return;
    for (Article* article : open) {
        forgetPlacedTitles(*article);
        decideLanguages(*article, traditional > simplified ? Language::TraditionalChinese
                                                           : Language::SimplifiedChinese);
    }
}

} // namespace

std::string plainTitle(std::string_view text) {
    if (text.find_first_of("<&") == text.npos)
        return collapseBlanks(text);
    // "a < b" and "AT&T" are text; "<b>a</b>" and "AT&amp;T" were escaped once more than needed.
    std::string html;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char next = at + 1 < text.size() ? text[at + 1] : ' ';
        const bool tag =
            (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!';
        if (text[at] == '<' && !tag)
            html += "&lt;";
        else
            html += text[at];
    }
    try {
        const HtmlTree tree(html, {}, {});
        return plainText(tree.body());
    } catch (const Error&) {
        return collapseBlanks(text);
    }
}

void readPublished(std::string_view written, FeedItem& item) {
    if (!item.published.empty())
        return;
    if (auto date = parseDate(written)) {
        item.published = std::move(date->instant);
        item.publishedDay = std::move(date->day);
    }
}

std::string personName(std::string_view written) {
    const std::string raw = collapseBlanks(written);
    const std::size_t open = raw.find('(');
    const std::size_t close = raw.rfind(')');
    if (raw.find('@') != raw.npos && open != raw.npos && close != raw.npos && close > open + 1)
        return std::string(trim(std::string_view(raw).substr(open + 1, close - open - 1)));
    const std::size_t angle = raw.find('<');
    if (angle != raw.npos && angle > 0 && raw.find('@', angle) != raw.npos)
        return std::string(trim(std::string_view(raw).substr(0, angle)));
    return plainTitle(written);
}

bool looksLikeFeed(std::string_view text) noexcept {
    if (isJson(text))
        return text.substr(0, 1U << 20).find("jsonfeed.org") != text.npos; // slashes may be escaped
    const std::string_view root = rootElementName(text);
    return equalsIgnoringCase(root, "rss") || equalsIgnoringCase(root, "feed") ||
           equalsIgnoringCase(root, "RDF") || equalsIgnoringCase(root, "channel") ||
           equalsIgnoringCase(root, "entry");
}

namespace {

// Of a feed that nests too deep somewhere, all but what does. `cut` receives the numbers of those items.
XmlDocument readXml(std::string_view utf8, const ParseHints& hints, const ParseLimits& limits,
                    std::vector<std::size_t>& cut) {
    try {
        return XmlDocument(utf8, hints, limits);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::DocumentTooDeep)
            throw;
        const auto rest = withoutDeepParts(utf8, limits, cut);
        if (!rest)
            throw;
        return XmlDocument(*rest, hints, limits);
    }
}

// What could not be read of single items, each named as far as anybody would read on.
class ItemIssues {
  public:
    explicit ItemIssues(Document& document)
        : m_document(document) {}

    void tell(const char* code, const BadItem& item) {
        if (++m_count <= most)
            m_document.issues.push_back({IssueSeverity::Warning,
                                         code,
                                         {std::to_string(item.number), item.title, errorName(item.reason)},
                                         {}});
    }
    void finish() {
        if (m_count > most)
            m_document.issues.push_back(
                {IssueSeverity::Warning, "items-more", {std::to_string(m_count - most)}, {}});
    }

  private:
    static constexpr std::size_t most = 20;
    Document& m_document;
    std::size_t m_count = 0;
};

const std::string& itemName(const FeedItem& item) {
    return !item.title.empty() ? item.title : !item.link.empty() ? item.link : item.id;
}

// The number that an item had before those in front of it were left out.
std::size_t numberOf(std::size_t index, const std::vector<BadItem>& left) {
    std::size_t number = index + 1;
    for (const BadItem& item : left)
        number += item.number <= number ? 1 : 0;
    return number;
}

} // namespace

void parseFeed(std::string_view utf8, const ParseHints& hints, const ParseLimits& limits,
               Document& document) {
    document.format = Format::Feed;
    Feed& feed = document.feed;
    bool complete = true;
    std::vector<BadItem> left;
    std::vector<std::size_t> cut;
    if (isJson(utf8)) {
        complete = readJsonFeed(utf8, hints, limits, feed, left);
    } else {
        const XmlDocument xml = readXml(utf8, hints, limits, cut);
        feed.bozo = xml.wasIllFormed() || !cut.empty();
        const std::string_view root = nameOf(xml.root()).local;
        complete = equalsIgnoringCase(root, "feed") || equalsIgnoringCase(root, "entry")
                       ? readAtom(xml.root(), hints.url, limits, feed)
                       : readRss(xml.root(), hints.url, limits, feed);
    }
    if (feed.bozo)
        document.issues.push_back({IssueSeverity::Warning, "bozo", {hints.name}, {}});
    if (!complete)
        document.issues.push_back(
            {IssueSeverity::Warning, "items-limit", {std::to_string(limits.items)}, {}});
    ItemIssues issues(document);
    for (const BadItem& item : left)
        issues.tell("item-left-out", item);
    for (const std::size_t number : cut)
        if (number <= feed.items.size())
            issues.tell("item-part-left-out",
                        {number, itemName(feed.items[number - 1]), ErrorCode::DocumentTooDeep});
    const LostText lost = findLostText(utf8);
    std::size_t empty = 0;
    for (std::size_t i = 0; i < feed.items.size(); ++i) {
        const FeedItem& item = feed.items[i];
        std::optional<ErrorCode> refused;
        Article article = articleOf(item, feed, hints, limits, refused);
        if (refused)
            issues.tell("item-skipped", {numberOf(i, left), itemName(item), *refused});
        if (article.blocks.empty()) // neither a title nor text: a picture, or nothing at all
            ++empty;
        else if (isTooLost(lost) && isTooLost(findLostText(article.text)))
            issues.tell("item-left-out", {numberOf(i, left), itemName(item), ErrorCode::TextLost});
        else
            document.articles.push_back(std::move(article));
    }
    if (isTooLost(lost) && document.articles.empty())
        throw Error(ErrorCode::TextLost, {hints.name, lostTextArgs(hints, utf8, lost, 1)[1]});
    issues.finish();
    if (empty > 0)
        document.issues.push_back(
            {IssueSeverity::Warning, "items-empty", {hints.name, std::to_string(empty)}, {}});
    decideLanguagesOf(document.articles);
}

} // namespace parallax::data
