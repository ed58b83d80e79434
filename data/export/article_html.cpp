// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/export/article_export.h"

#include "data/export/escape.h"
#include "data/export/html_page.h"
#include <algorithm>

namespace parallax::data {
namespace {

// Lists as HTML nests them, from items that only know their depth.
class ListWriter {
  public:
    explicit ListWriter(std::string& out)
        : m_out(out) {}

    void item(const Block& block, const std::string& language) {
        const auto depth = static_cast<std::size_t>(std::clamp(block.level, 1, 20));
        const bool ordered = block.number > 0;
        while (m_open.size() > depth || (m_open.size() == depth && m_open.back() != ordered))
            closeOne();
        while (m_open.size() < depth) {
            m_out += m_open.empty() ? "" : "\n";
            m_out += ordered ? "<ol>\n" : "<ul>\n";
            m_open.push_back(ordered);
            if (m_open.size() < depth)
                m_out += "<li>";
            else
                m_fresh = true;
        }
        if (!m_fresh)
            m_out += "</li>\n";
        m_fresh = false;
        m_out += "<li" + language + (ordered ? " value=\"" + std::to_string(block.number) + "\"" : "") + ">" +
                 markedHtml(block.text, block.marks);
    }

    void close() {
        while (!m_open.empty())
            closeOne();
    }

  private:
    void closeOne() {
        m_out += m_open.back() ? "</li>\n</ol>\n" : "</li>\n</ul>\n";
        m_open.pop_back();
        m_fresh = m_open.empty();
    }

    std::string& m_out;
    std::vector<bool> m_open; // true: numbered
    bool m_fresh = true;      // no item stands open in the innermost list
};

std::string languageAttribute(const Block& block, Language page) {
    if (block.language == page || (!isChinese(block.language) && block.language != Language::English))
        return {};
    return " lang=\"" + std::string(languageTag(block.language)) + "\"";
}

std::string blockHtml(const Block& block, const std::string& language) {
    const std::string text = markedHtml(block.text, block.marks);
    const auto element = [&](const std::string& name, const std::string& attributes = {}) {
        return "<" + name + attributes + language + ">" + text + "</" + name + ">\n";
    };
    switch (block.kind) {
    case BlockKind::Title:
        return element("h1");
    case BlockKind::Heading:
        return element("h" + std::to_string(std::clamp(block.level == 0 ? 2 : block.level, 1, 6)));
    case BlockKind::Question:
        return element("h3");
    case BlockKind::Byline:
        return element("p", " class=\"byline\"");
    case BlockKind::Summary:
        return element("p", " class=\"summary\"");
    case BlockKind::Takeaway:
        return element("p", " class=\"takeaway\"");
    case BlockKind::Quote:
        return "<blockquote" + language + "><p>" + text + "</p></blockquote>\n";
    case BlockKind::Code:
        return "<pre><code>" + escapeHtml(block.text) + "</code></pre>\n";
    default:
        return element("p");
    }
}

} // namespace

std::string articleHtml(const Article& article, Language convertedFrom) {
    std::string body = "<article>\n";
    ListWriter list(body);
    const std::string byline = bylineOf(article);
    std::string bylineHtml =
        byline.empty() ? std::string() : "<p class=\"byline\">" + escapeHtml(byline) + "</p>\n";
    if (const std::string label = conversionLabel(convertedFrom); !label.empty())
        bylineHtml += "<p class=\"byline\"" +
                      std::string(article.language == Language::English ? "" : " lang=\"en\"") + ">" + label +
                      "</p>\n";
    if (!hasBlock(article, BlockKind::Title)) {
        if (!article.title.empty())
            body += "<h1>" + escapeHtml(article.title) + "</h1>\n";
        body += bylineHtml;
    }
    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
        const Block& block = article.blocks[i];
        if (!isExported(article, i))
            continue;
        const std::string language = languageAttribute(block, article.language);
        if (block.kind == BlockKind::ListItem) {
            list.item(block, language);
            continue;
        }
        list.close();
        if (const Table* table = tableOf(article, block))
            body += language.empty() ? tableHtml(*table)
                                     : "<div" + language + ">\n" + tableHtml(*table) + "</div>\n";
        else
            body += blockHtml(block, language);
        if (block.kind == BlockKind::Title)
            body += bylineHtml;
    }
    list.close();
    body += "</article>\n";
    return htmlPage(article.title, article.language, body);
}

} // namespace parallax::data
