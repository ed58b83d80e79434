// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/html_blocks.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.h"
#include "data/ingest/html_inline.h"
#include "data/ingest/html_raised.h"
#include "data/ingest/html_table.h"

namespace parallax::data {
namespace {

bool isRows(const GumboNode* node) {
    const GumboTag tag = tagOf(node);
    return tag == GUMBO_TAG_TR || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD;
}

class BlockReader {
  public:
    BlockReader(const HtmlTree& tree, const PageText& page, std::string_view baseUrl, const ParseHints& hints,
                const ParseLimits& limits, Article& article)
        : m_page(page)
        , m_context{tree, article.text, baseUrl, hints, limits}
        , m_inline(tree, article.text, baseUrl)
        , m_article(article) {}

    std::vector<Span> read(const GumboNode* root) {
        const HtmlChildren below = childrenOf(root);
        const bool isTable = tagOf(root) == GUMBO_TAG_HTML && std::any_of(below.begin(), below.end(), isRows);
        if (isTable)
            table(root); // rows without a table around them
        else
            children(root);
        flush();
        return std::move(m_dissolved);
    }

  private:
    struct List {
        bool numbered = false;
        int next = 1;
    };

    void children(const GumboNode* node) {
        for (const GumboNode* child : childrenOf(node))
            one(child);
    }
    void one(const GumboNode* node);
    void element(const GumboNode* node);
    void list(const GumboNode* node, bool numbered);
    void item(const GumboNode* node);
    void preformatted(const GumboNode* node);
    void table(const GumboNode* node);
    void tellDissolved();
    void figure(const GumboNode* node);
    void flush() { flush(BlockKind::Paragraph, 0); }
    void flush(BlockKind kind, int level);

    const PageText& m_page;
    HtmlTableContext m_context;
    InlineText m_inline;
    Article& m_article;
    std::vector<List> m_lists;
    std::vector<Span> m_dissolved; // tables of data that were read as text
    bool m_itemBegun = false;      // a list item's first text is still to come
    int m_itemNumber = 0;
    int m_quotes = 0;
    int m_bylines = 0;                       // inside an element that names author or date
    const GumboNode* m_figcaption = nullptr; // taken as the caption of the figure's table
};

void BlockReader::flush(BlockKind kind, int level) {
    auto result = m_inline.take();
    if (result.text.empty())
        return;
    Block block;
    block.kind = kind;
    block.level = level;
    if (kind == BlockKind::Paragraph && m_itemBegun) {
        block.kind = BlockKind::ListItem;
        block.level = static_cast<int>(m_lists.size());
        block.number = m_itemNumber;
    } else if (kind == BlockKind::Paragraph && m_quotes > 0) {
        block.kind = BlockKind::Quote;
    } else if (kind == BlockKind::Paragraph && m_bylines > 0 && codePointCount(result.text) < 120) {
        block.kind = BlockKind::Byline;
    }
    m_itemBegun = false;
    block.span = result.span;
    block.text = std::move(result.text);
    block.marks = std::move(result.marks);
    m_article.blocks.push_back(std::move(block));
}

void BlockReader::one(const GumboNode* node) {
    if (isText(node)) {
        m_inline.addText(node);
        return;
    }
    if (!isElement(node) || isInvisible(node) || node == m_figcaption)
        return;
    if (isBlockElement(tagOf(node)) && m_page.isClutter(node)) {
        flush();
        return;
    }
    if (m_inline.addRaised(node, InlineText::Place::Running))
        return;
    const bool marked = m_inline.openMark(node);
    element(node);
    if (isRaised(node))
        m_inline.addBlank();
    if (marked)
        m_inline.closeMark();
}

bool namesByline(const GumboNode* node) {
    for (const char* which : {"class", "itemprop", "rel"}) {
        const std::string_view names = attribute(node, which);
        for (const std::string_view word : {"byline", "dateline", "author", "timestamp", "datePublished",
                                            "pubdate", "post-meta", "entry-meta", "article-meta"})
            if (names.find(word) != names.npos)
                return true;
    }
    return false;
}

void BlockReader::element(const GumboNode* node) {
    const GumboTag tag = tagOf(node);
    switch (tag) {
    case GUMBO_TAG_BR:
        m_inline.addLineBreak();
        if (m_inline.lineBreaksAtEnd() >= 2) // two make a paragraph on pages without <p>
            flush();
        return;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
        flush();
        children(node);
        flush(BlockKind::Heading, static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1);
        return;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_MENU:
        return list(node, false);
    case GUMBO_TAG_OL:
        return list(node, true);
    case GUMBO_TAG_LI:
        return item(node);
    case GUMBO_TAG_BLOCKQUOTE:
        flush();
        ++m_quotes;
        children(node);
        flush();
        --m_quotes;
        return;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_XMP:
        return preformatted(node);
    case GUMBO_TAG_TABLE:
        return table(node);
    case GUMBO_TAG_FIGURE:
        return figure(node);
    default:
        break;
    }
    if (!isBlockElement(tag)) {
        children(node);
        return;
    }
    const bool byline = namesByline(node) && m_page.running(node) < 200;
    flush();
    m_bylines += byline ? 1 : 0;
    children(node);
    flush();
    m_bylines -= byline ? 1 : 0;
}

int integerAttribute(const GumboNode* node, const char* name, int otherwise) {
    const std::string_view text = trim(attribute(node, name));
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end != text.data() && value >= 0 && value < 1'000'000 ? value : otherwise;
}

void BlockReader::list(const GumboNode* node, bool numbered) {
    flush();
    m_lists.push_back({numbered, integerAttribute(node, "start", 1)});
    children(node);
    flush();
    m_lists.pop_back();
    m_itemBegun = false;
}

void BlockReader::item(const GumboNode* node) {
    flush();
    const bool loose = m_lists.empty(); // <li> without a list around it
    if (loose)
        m_lists.push_back({});
    List& list = m_lists.back();
    m_itemNumber = 0;
    if (list.numbered) {
        m_itemNumber = integerAttribute(node, "value", list.next);
        list.next = m_itemNumber + 1;
    }
    m_itemBegun = true;
    children(node);
    flush();
    m_itemBegun = false;
    if (loose)
        m_lists.pop_back();
}

void BlockReader::preformatted(const GumboNode* node) {
    flush();
    const bool itemBegun = std::exchange(m_itemBegun, false);
    m_inline.setBlanks(InlineText::Blanks::Keep);
    const auto text = [&](const auto& self, const GumboNode* at) -> void {
        for (const GumboNode* child : childrenOf(at)) {
            if (isText(child))
                m_inline.addText(child);
            else if (tagOf(child) == GUMBO_TAG_BR)
                m_inline.addLineBreak();
            else if (isElement(child) && !isInvisible(child) &&
                     !m_inline.addRaised(child, InlineText::Place::Running))
                self(self, child);
        }
    };
    text(text, node);
    m_inline.setBlanks(InlineText::Blanks::Collapse);
    flush(BlockKind::Code, 0);
    m_itemBegun = itemBegun;
}

// One notice, however many there are.
void BlockReader::tellDissolved() {
    constexpr const char* code = "tables-as-text";
    const auto told = std::ranges::find(m_article.issues, code, &ParseIssue::code);
    if (told == m_article.issues.end())
        m_article.issues.push_back({IssueSeverity::Warning, code, {m_context.hints.name, "1"}, {}});
    else
        told->args[1] = std::to_string(std::stoi(told->args[1]) + 1);
}

void BlockReader::table(const GumboNode* node) {
    flush();
    if (isLayoutTable(node)) {
        const std::size_t inside = m_article.blocks.size();
        children(node);
        flush();
        if (m_article.blocks.size() > inside && isMarkedAsData(node)) {
            tellDissolved();
            m_dissolved.push_back(m_context.tree.spanOfElement(node));
        }
        return;
    }
    auto table = readHtmlTable(node, m_context);
    if (!table)
        return;
    if (m_figcaption && table->caption.empty()) {
        InlineText caption(m_context.tree, m_context.source, m_context.baseUrl);
        const auto text = [&](const auto& self, const GumboNode* at) -> void {
            for (const GumboNode* child : childrenOf(at)) {
                if (isText(child))
                    caption.addText(child);
                else if (isElement(child) && !isInvisible(child) &&
                         !caption.addRaised(child, InlineText::Place::Running))
                    self(self, child);
            }
        };
        text(text, m_figcaption);
        auto result = caption.take();
        table->caption = std::move(result.text);
        table->captionSpan = result.span;
    }
    const int index = static_cast<int>(m_article.tables.size());
    if (!table->caption.empty()) {
        Block caption;
        caption.kind = BlockKind::Caption;
        caption.text = table->caption;
        caption.span = table->captionSpan;
        caption.table = index;
        m_article.blocks.push_back(std::move(caption));
    }
    Block block;
    block.kind = BlockKind::Table;
    block.table = index;
    block.span = table->span;
    m_article.blocks.push_back(std::move(block));
    m_article.tables.push_back(std::move(*table));
}

const GumboNode* find(const GumboNode* node, GumboTag tag) {
    for (const GumboNode* child : childrenOf(node)) {
        if (tagOf(child) == tag)
            return child;
        if (const GumboNode* below = find(child, tag))
            return below;
    }
    return nullptr;
}

void BlockReader::figure(const GumboNode* node) {
    flush();
    const GumboNode* table = find(node, GUMBO_TAG_TABLE);
    const GumboNode* outer = m_figcaption;
    m_figcaption = table && !isLayoutTable(table) ? find(node, GUMBO_TAG_FIGCAPTION) : nullptr;
    children(node);
    flush();
    m_figcaption = outer;
}

} // namespace

std::vector<Span> readHtmlBlocks(const GumboNode* root, const HtmlTree& tree, const PageText& page,
                                 std::string_view baseUrl, const ParseHints& hints, const ParseLimits& limits,
                                 Article& article) {
    return BlockReader(tree, page, baseUrl, hints, limits, article).read(root);
}

} // namespace parallax::data
