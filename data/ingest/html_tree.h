// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <gumbo.h>

#include "data/article/article.h"
#include "data/ingest/document.h"

namespace parallax::data {

// The HTML5 tree of a text, behind the one header that knows which library builds it. Nodes point into the
// text, which must outlive the tree.
class HtmlTree {
  public:
    // Throws DocumentTooDeep (from a look at the tags, before the tree is built) and std::bad_alloc.
    HtmlTree(std::string_view utf8, const ParseHints& hints, const ParseLimits& limits);
    ~HtmlTree();
    HtmlTree(const HtmlTree&) = delete;
    HtmlTree& operator=(const HtmlTree&) = delete;

    const GumboNode* root() const { return m_output->root; }
    const GumboNode* head() const { return child(GUMBO_TAG_HEAD); }
    const GumboNode* body() const { return child(GUMBO_TAG_BODY); }
    bool isFragment() const; // neither html nor head nor body is written

    // Bytes of a text node, its entities and markup included; empty for what the parser made up.
    Span spanOf(const GumboNode* text) const;
    // From the start tag to the end tag, as far as they are written.
    Span spanOfElement(const GumboNode* element) const;
    std::size_t lineOf(std::size_t offset) const; // from 1

  private:
    class Arena;
    const GumboNode* child(GumboTag tag) const;
    Span spanOfPiece(const GumboStringPiece& piece) const;

    std::string_view m_text;
    std::unique_ptr<Arena> m_arena;
    GumboOutput* m_output = nullptr;
};

// Throws DocumentTooDeep where more elements would be open at once than limits.depth. Knows the end tags that
// HTML leaves out, so that a page of 1,000 <p> without </p> is not deep. Throws DocumentTableTooLarge where
// the tags of one table make more cells than limits.tableCells, DocumentTagTooLarge where a tag has more
// attributes than limits.attributes.
void checkHtmlTags(std::string_view utf8, const ParseHints& hints, const ParseLimits& limits);

inline bool isElement(const GumboNode* node) {
    return node->type == GUMBO_NODE_ELEMENT;
}
inline bool isText(const GumboNode* node) {
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
           node->type == GUMBO_NODE_CDATA;
}
inline GumboTag tagOf(const GumboNode* node) {
    return isElement(node) ? node->v.element.tag : GUMBO_TAG_LAST;
}

// The children of an element, for range-based loops; empty for any other node.
struct HtmlChildren {
    const GumboNode* const* first;
    const GumboNode* const* last;
    const GumboNode* const* begin() const { return first; }
    const GumboNode* const* end() const { return last; }
};
HtmlChildren childrenOf(const GumboNode* node);

// The value of an attribute, empty when it is missing or empty.
std::string_view attribute(const GumboNode* element, const char* name);
bool hasAttribute(const GumboNode* element, const char* name);
bool equalsIgnoringCase(std::string_view a, std::string_view b);

// Not for the eye: scripts, styles, templates, form controls, and what is hidden by attribute or style.
bool isInvisible(const GumboNode* element);

// The visible text below a node, blanks collapsed and trimmed.
std::string plainText(const GumboNode* node);

// Leaves out blanks at both ends and the HTML and XML blanks' repetitions in between.
std::string collapseBlanks(std::string_view text);

} // namespace parallax::data
