// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/opml.h"

#include "base/utf8.h"
#include "data/ingest/feed_formats.h"
#include "data/ingest/html_tree.h"
#include "data/ingest/url.h"
#include "data/ingest/xml_document.h"

namespace parallax::data {
namespace {

class OutlineReader {
  public:
    OutlineReader(std::string_view address, std::size_t most, Opml& opml)
        : m_address(address)
        , m_most(most)
        , m_opml(opml) {}

    bool read(const xmlNode* parent) // false when the limit was reached
    {
        for (const xmlNode* node = parent->children; node; node = node->next) {
            if (node->type != XML_ELEMENT_NODE)
                continue;
            if (!equalsIgnoringCase(nameOf(node).local, "outline")) {
                if (!read(node)) // <body>, and whatever recovery put in between
                    return false;
                continue;
            }
            std::string title = plainTitle(xmlAttribute(node, "text"));
            if (title.empty())
                title = plainTitle(xmlAttribute(node, "title"));
            std::string url = xmlAttribute(node, "xmlUrl");
            if (url.empty() && isFeedLink(node))
                url = xmlAttribute(node, "url");
            if (!trim(url).empty()) {
                if (m_opml.feeds.size() + m_refused.size() >= m_most)
                    return false;
                url = resolveUrl(m_address, url);
                // What names a file here ("/", "file:///etc/passwd") is no feed: it is never read.
                if (isHttpUrl(url))
                    m_opml.feeds.push_back({title.empty() ? url : title, url, m_path});
                else
                    m_refused.push_back(title.empty() ? url : title);
            }
            m_path.push_back(std::move(title));
            const bool complete = read(node);
            m_path.pop_back();
            if (!complete)
                return false;
        }
        return true;
    }

    const std::vector<std::string>& refused() const { return m_refused; } // their titles

  private:
    static bool isFeedLink(const xmlNode* node) {
        const std::string type = xmlAttribute(node, "type");
        return equalsIgnoringCase(type, "rss") || equalsIgnoringCase(type, "atom") ||
               equalsIgnoringCase(type, "pie");
    }

    std::string_view m_address;
    std::size_t m_most;
    Opml& m_opml;
    std::vector<std::string> m_path;
    std::vector<std::string> m_refused;
};

std::string titleIn(const xmlNode* root) {
    for (const xmlNode* head = root->children; head; head = head->next)
        if (head->type == XML_ELEMENT_NODE && equalsIgnoringCase(nameOf(head).local, "head"))
            for (const xmlNode* node = head->children; node; node = node->next)
                if (node->type == XML_ELEMENT_NODE && equalsIgnoringCase(nameOf(node).local, "title"))
                    return plainTitle(innerText(node));
    return {};
}

} // namespace

bool looksLikeOpml(std::string_view text) noexcept {
    return equalsIgnoringCase(rootElementName(text), "opml");
}

void parseOpml(std::string_view utf8, const ParseHints& hints, const ParseLimits& limits,
               Document& document) {
    document.format = Format::Opml;
    const XmlDocument xml(utf8, hints, limits);
    if (xml.wasIllFormed())
        document.issues.push_back({IssueSeverity::Warning, "bozo", {hints.name}, {}});
    document.opml.title = titleIn(xml.root());
    OutlineReader outline(hints.url, limits.items, document.opml);
    const bool complete = outline.read(xml.root());
    if (!outline.refused().empty())
        document.issues.push_back({IssueSeverity::Warning,
                                   "feed-refused",
                                   {outline.refused().front(), std::to_string(outline.refused().size())},
                                   {}});
    if (!complete)
        document.issues.push_back(
            {IssueSeverity::Warning, "items-limit", {std::to_string(limits.items)}, {}});
}

} // namespace parallax::data
