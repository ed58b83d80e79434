// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RSS 0.90 to 2.0, the RDF ones included.
#include "data/ingest/feed_formats.h"
#include "data/ingest/html_tree.h"
#include "data/ingest/url.h"

namespace parallax::data {
namespace {

// What an item says in several elements; the better one wins whatever its place.
struct RawItem {
    std::string title, dcTitle, link, guid, guidIsLink, about, description, content, summary;
    std::string author, creator, itunesAuthor;
    std::string pubDate, dcDate;
    FeedItem otherDate; // its date alone
};

bool is(const XmlName& name, std::string_view prefix, std::string_view local) {
    return name.prefix == prefix && equalsIgnoringCase(name.local, local);
}

FeedItem readItem(const xmlNode* item, std::string_view base, std::string_view feedAuthor) {
    RawItem raw;
    raw.about = xmlAttribute(item, "about");
    for (const xmlNode* child = item->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        const XmlName name = nameOf(child);
        const auto set = [&](std::string& field) {
            if (field.empty())
                field = innerText(child);
        };
        if (is(name, "", "title"))
            set(raw.title);
        else if (is(name, "dc", "title"))
            set(raw.dcTitle);
        else if (is(name, "", "link"))
            set(raw.link);
        else if (is(name, "atom", "link") && raw.link.empty() &&
                 (xmlAttribute(child, "rel").empty() || xmlAttribute(child, "rel") == "alternate"))
            raw.link = xmlAttribute(child, "href");
        else if (is(name, "", "guid")) {
            set(raw.guid);
            raw.guidIsLink = xmlAttribute(child, "isPermaLink");
        } else if (is(name, "", "description"))
            set(raw.description);
        else if (is(name, "content", "encoded") || is(name, "xhtml", "body") || is(name, "atom", "content"))
            set(raw.content);
        else if (is(name, "atom", "summary") || is(name, "dc", "description") ||
                 is(name, "itunes", "summary"))
            set(raw.summary);
        else if (is(name, "", "author") || is(name, "", "managingEditor"))
            set(raw.author);
        else if (is(name, "dc", "creator"))
            set(raw.creator);
        else if (is(name, "itunes", "author"))
            set(raw.itunesAuthor);
        else if (is(name, "", "pubDate"))
            set(raw.pubDate);
        else if (is(name, "dc", "date"))
            set(raw.dcDate);
        else if (name.prefix == "dcterms" || is(name, "atom", "published") || is(name, "atom", "updated") ||
                 is(name, "", "date")) {
            readPublished(innerText(child), raw.otherDate);
        }
    }
    FeedItem result;
    result.title = plainTitle(raw.title.empty() ? raw.dcTitle : raw.title);
    result.id = collapseBlanks(raw.guid.empty() ? raw.about : raw.guid);
    const std::string itemBase = xmlBase(item, base);
    if (!collapseBlanks(raw.link).empty())
        result.link = resolveUrl(itemBase, raw.link);
    else if (isHttpUrl(result.id) && !equalsIgnoringCase(raw.guidIsLink, "false"))
        result.link = result.id;
    if (result.id.empty())
        result.id = result.link;
    readPublished(raw.pubDate, result);
    readPublished(raw.dcDate, result);
    if (result.published.empty()) {
        result.published = raw.otherDate.published;
        result.publishedDay = raw.otherDate.publishedDay;
    }
    for (const std::string* author : {&raw.creator, &raw.author, &raw.itunesAuthor})
        if (result.author.empty())
            result.author = personName(*author);
    if (result.author.empty())
        result.author = feedAuthor;
    result.summary = raw.description.empty() ? raw.summary : raw.description;
    result.content = raw.content;
    return result;
}

} // namespace

bool readRss(const xmlNode* root, std::string_view address, const ParseLimits& limits, Feed& feed) {
    // RSS 2.0 has its items in the channel, RDF beside it, and some feeds forget the channel.
    const xmlNode* channel = root;
    for (const xmlNode* child = root->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && is(nameOf(child), "", "channel"))
            channel = child;
    std::string author;
    feed.id = xmlAttribute(channel, "about");
    for (const xmlNode* child = channel->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        const XmlName name = nameOf(child);
        if (is(name, "", "title") && feed.title.empty())
            feed.title = plainTitle(innerText(child));
        else if (is(name, "", "link") && feed.link.empty())
            feed.link = resolveUrl(xmlBase(child, address), innerText(child));
        else if (is(name, "", "description") && feed.description.empty())
            feed.description = plainTitle(innerText(child));
        else if ((is(name, "", "language") || is(name, "dc", "language")) && feed.language.empty())
            feed.language = collapseBlanks(innerText(child));
        else if (is(name, "atom", "link") && xmlAttribute(child, "rel") == "self")
            feed.id = xmlAttribute(child, "href");
        else if ((is(name, "", "managingEditor") || is(name, "dc", "creator") ||
                  is(name, "itunes", "author")) &&
                 author.empty())
            author = personName(innerText(child));
    }
    const std::string base = feed.link.empty() ? std::string(address) : feed.link;
    for (const xmlNode* parent : {channel, root}) {
        for (const xmlNode* child = parent->children; child; child = child->next) {
            if (child->type != XML_ELEMENT_NODE || !equalsIgnoringCase(nameOf(child).local, "item"))
                continue;
            if (feed.items.size() >= limits.items)
                return false;
            feed.items.push_back(readItem(child, base, author));
        }
        if (channel == root)
            break;
    }
    return true;
}

} // namespace parallax::data
