// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Atom 0.3 and 1.0.
#include <array>

#include "base/utf8.h"
#include "data/ingest/feed_formats.h"
#include "data/ingest/html_tree.h"
#include "data/ingest/url.h"

namespace parallax::data {
namespace {

// Elements of Atom's namespace, or of none where the feed forgot to declare it.
bool is(const xmlNode* element, std::string_view local) {
    const XmlName name = nameOf(element);
    return (name.prefix.empty() || name.prefix == "atom") && equalsIgnoringCase(name.local, local);
}

void escapeInto(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else
            out += c;
    }
}

// A text construct as HTML: type text, html (or 0.3's escaped mode) or xhtml.
std::string asHtml(const xmlNode* element) {
    const std::string type = xmlAttribute(element, "type");
    const std::string mode = xmlAttribute(element, "mode");
    if (!xmlAttribute(element, "src").empty() || mode == "base64")
        return {};
    const bool isText = (type.empty() || type == "text" || type == "text/plain") && mode != "escaped";
    bool hasElements = false;
    for (const xmlNode* child = element->children; child; child = child->next)
        hasElements = hasElements || child->type == XML_ELEMENT_NODE;
    std::string inner = innerText(element);
    if (hasElements || !isText)
        return inner;
    std::string escaped;
    escapeInto(escaped, inner);
    return escaped;
}

// As plain text. What type="text" escapes is meant: "&amp;lt;" is "&lt;".
std::string asText(const xmlNode* element) {
    const std::string html = asHtml(element);
    if (html.find_first_of("<&") == html.npos)
        return collapseBlanks(html);
    return plainTitle(html);
}

std::string readPerson(const xmlNode* author) {
    for (const xmlNode* child = author->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && is(child, "name"))
            return collapseBlanks(innerText(child));
    return personName(innerText(author));
}

void addPerson(const xmlNode* element, std::string& authors) {
    const std::string name = readPerson(element);
    if (!name.empty() && authors.size() < 300)
        authors += (authors.empty() ? "" : ", ") + name;
}

struct Links {
    std::string alternate, plain, self;
    void add(const xmlNode* element, std::string_view address) {
        const std::string rel = xmlAttribute(element, "rel");
        const std::string type = xmlAttribute(element, "type");
        const std::string href = xmlAttribute(element, "href");
        if (href.empty())
            return;
        const std::string url = resolveUrl(xmlBase(element, address), href);
        const bool page = type.empty() || type.find("html") != type.npos;
        if ((rel == "alternate" || rel.empty()) && page && alternate.empty())
            alternate = url;
        else if (rel == "self")
            self = url;
        else if ((rel.empty() || rel == "alternate" || rel == "related" || rel == "via") && plain.empty())
            plain = url;
    }
    const std::string& best() const { return alternate.empty() ? plain : alternate; }
};

FeedItem readEntry(const xmlNode* entry, std::string_view base, std::string_view feedAuthor) {
    FeedItem item;
    Links links;
    FeedItem published, issued, created, updated, modified; // their dates
    for (const xmlNode* child = entry->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        const auto date = [&](FeedItem& field) { readPublished(innerText(child), field); };
        if (is(child, "title") && item.title.empty())
            item.title = asText(child);
        else if (is(child, "link"))
            links.add(child, base);
        else if (is(child, "id"))
            item.id = collapseBlanks(innerText(child));
        else if (is(child, "published"))
            date(published);
        else if (is(child, "issued"))
            date(issued);
        else if (is(child, "created"))
            date(created);
        else if (is(child, "updated"))
            date(updated);
        else if (is(child, "modified"))
            date(modified);
        else if (is(child, "author"))
            addPerson(child, item.author);
        else if (nameOf(child).prefix == "dc" && nameOf(child).local == "creator" && item.author.empty())
            item.author = personName(innerText(child));
        else if (is(child, "summary") && item.summary.empty())
            item.summary = asHtml(child);
        else if (is(child, "content") && item.content.empty())
            item.content = asHtml(child);
    }
    item.link = links.best();
    if (item.link.empty() && isHttpUrl(item.id))
        item.link = item.id;
    if (item.id.empty())
        item.id = item.link;
    for (const FeedItem* one : {&published, &issued, &created, &updated, &modified})
        if (item.published.empty()) {
            item.published = one->published;
            item.publishedDay = one->publishedDay;
        }
    if (item.author.empty())
        item.author = feedAuthor;
    return item;
}

} // namespace

bool readAtom(const xmlNode* root, std::string_view address, const ParseLimits& limits, Feed& feed) {
    Links links;
    std::string author;
    feed.language = xmlAttribute(root, "lang");
    for (const xmlNode* child = root->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        if (is(child, "title") && feed.title.empty())
            feed.title = asText(child);
        else if (is(child, "link"))
            links.add(child, address);
        else if ((is(child, "subtitle") || is(child, "tagline")) && feed.description.empty())
            feed.description = asText(child);
        else if (is(child, "id"))
            feed.id = collapseBlanks(innerText(child));
        else if (is(child, "author"))
            addPerson(child, author);
    }
    feed.link = links.best();
    const std::string base = !links.self.empty() && address.empty() ? links.self
                             : address.empty()                      ? feed.link
                                                                    : std::string(address);
    const auto entries = [&](const xmlNode* parent) {
        for (const xmlNode* child = parent->children; child; child = child->next) {
            if (child->type != XML_ELEMENT_NODE || !is(child, "entry"))
                continue;
            if (feed.items.size() >= limits.items)
                return false;
            feed.items.push_back(readEntry(child, base, author));
        }
        return true;
    };
    if (is(root, "entry")) { // a document of one entry
        feed.items.push_back(readEntry(root, base, author));
        return true;
    }
    return entries(root);
}

} // namespace parallax::data
