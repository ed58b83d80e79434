// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/html_raised.h"

#include <algorithm>

#include "data/ingest/main_content.h"

namespace parallax::data {
namespace {

// Nodes looked at for one piece: raised pieces may be nested, and each is asked.
constexpr int mostNodes = 40;

class PieceReader {
  public:
    explicit PieceReader(HtmlRaised& raised)
        : m_raised(raised) {}

    bool read(const GumboNode* element) {
        for (const GumboNode* child : childrenOf(element)) {
            if (++m_nodes > mostNodes)
                return false;
            if (isText(child)) {
                const std::string_view text = child->v.text.text;
                if (m_raised.piece.size() + text.size() > 4 * longestRaised)
                    return false;
                m_raised.piece += text;
            } else if (isElement(child) && !isInvisible(child)) {
                if (tagOf(child) == GUMBO_TAG_A && !m_raised.link)
                    m_raised.link = child;
                if (!read(child))
                    return false;
            }
        }
        return true;
    }

  private:
    HtmlRaised& m_raised;
    int m_nodes = 0;
};

const GumboNode* nextSibling(const GumboNode* node) {
    if (!node->parent || !isElement(node->parent))
        return nullptr;
    const GumboVector& siblings = node->parent->v.element.children;
    const std::size_t next = node->index_within_parent + 1;
    return next < siblings.length ? static_cast<const GumboNode*>(siblings.data[next]) : nullptr;
}

// The first words behind `node`, through the inline elements around and beside it, a few steps far.
std::string wordsAfter(const GumboNode* node) {
    const GumboNode* next = nextSibling(node);
    for (int up = 0; !next && up < 4 && node->parent && !isBlockElement(tagOf(node->parent)); ++up) {
        node = node->parent;
        next = nextSibling(node);
    }
    for (int down = 0; next && isElement(next) && down < 4; ++down) {
        if (isBlockElement(tagOf(next)) || childrenOf(next).begin() == childrenOf(next).end())
            return {};
        next = *childrenOf(next).begin();
    }
    return next && isText(next) ? std::string(std::string_view(next->v.text.text).substr(0, 24))
                                : std::string();
}

bool isNamedReference(const GumboNode* element) {
    if (element->v.element.attributes.length == 0)
        return false;
    for (const char* which : {"class", "id", "role"}) {
        const std::string_view names = attribute(element, which);
        for (const std::string_view word : {"reference", "footnote", "fnref", "noteref", "cite"})
            if (names.find(word) != names.npos)
                return true;
    }
    return hasAttribute(element, "data-footnote-ref");
}

bool isBlankText(const GumboNode* node) {
    return node->type == GUMBO_NODE_WHITESPACE;
}

// <a href="#n1"><sup>1</sup></a>
bool isAllOfLink(const GumboNode* element) {
    const GumboNode* parent = element->parent;
    if (!parent || tagOf(parent) != GUMBO_TAG_A)
        return false;
    const auto siblings = childrenOf(parent);
    return std::all_of(siblings.begin(), siblings.end(),
                       [&](const GumboNode* node) { return node == element || isBlankText(node); });
}

} // namespace

std::optional<HtmlRaised> raisedAt(const GumboNode* element) {
    const GumboTag tag = tagOf(element);
    const bool bareLink =
        tag == GUMBO_TAG_A && attribute(element, "href").find('#') != std::string_view::npos;
    if (!bareLink && !isRaised(element))
        return std::nullopt;
    HtmlRaised raised;
    raised.way = tag == GUMBO_TAG_SUB ? Raised::Down : Raised::Up;
    if (!PieceReader(raised).read(element))
        return std::nullopt;
    raised.piece = collapseBlanks(raised.piece);
    if (raised.piece.size() > longestRaised)
        return std::nullopt;
    if (bareLink) { // only what could run into a figure
        const bool number = !raised.piece.empty() && raised.piece.size() <= 3 &&
                            std::all_of(raised.piece.begin(), raised.piece.end(),
                                        [](char c) { return c >= '0' && c <= '9'; });
        if (!number)
            return std::nullopt;
        raised.link = element;
    }
    raised.linked = raised.link || isNamedReference(element) || isAllOfLink(element);
    raised.after = wordsAfter(element);
    return raised;
}

} // namespace parallax::data
