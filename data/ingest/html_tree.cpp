// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/html_tree.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdlib>
#include <cstring>
#include <new>
#include <vector>

#include "base/error.h"
#include "base/utf8.h"
#include "data/ingest/html_raised.h"

namespace parallax::data {

// Memory of one tree, given back as a whole: freeing node by node is a recursion of gumbo's own that a deep
// tree overflows, and takes a third of the parse's time. When memory ends, gumbo would follow a null pointer;
// the jump leaves it instead (its frames hold nothing that needs a destructor).
class HtmlTree::Arena {
  public:
    ~Arena() {
        for (void* chunk : m_chunks)
            std::free(chunk);
    }
    static void* allocate(void* self, std::size_t size) { return static_cast<Arena*>(self)->take(size); }
    static void release(void*, void*) {}

    std::jmp_buf exhausted;

  private:
    void* take(std::size_t size) {
        size = (size + 15U) & ~std::size_t{15};
        if (size > m_left) {
            const std::size_t chunk = std::max(size, m_nextChunk);
            m_chunks.reserve(m_chunks.size() + 1);
            void* memory = std::malloc(chunk);
            if (!memory)
                std::longjmp(exhausted, 1);
            m_chunks.push_back(memory);
            m_at = static_cast<char*>(memory);
            m_left = chunk;
            m_nextChunk = std::min<std::size_t>(2 * m_nextChunk, 16U << 20);
        }
        void* result = m_at;
        m_at += size;
        m_left -= size;
        return result;
    }

    std::vector<void*> m_chunks;
    char* m_at = nullptr;
    std::size_t m_left = 0;
    std::size_t m_nextChunk = 256U << 10;
};

namespace {

// In a function of its own, so that no local with a destructor lives across the jump.
GumboOutput* buildTree(std::jmp_buf& exhausted, const GumboOptions* options, const char* text,
                       std::size_t size) {
    if (setjmp(exhausted) != 0)
        return nullptr;
    return gumbo_parse_with_options(options, text, size);
}

bool isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Rows that were copied without their table: outside of one their tags would be dropped, and all cells run
// into one word.
bool beginsWithRows(std::string_view text) {
    text = trim(text);
    for (const std::string_view tag : {"<tr", "<tbody", "<thead"})
        if (text.size() > tag.size() && equalsIgnoringCase(text.substr(0, tag.size()), tag) &&
            (text[tag.size()] == '>' || isBlank(text[tag.size()])))
            return true;
    return false;
}

} // namespace

HtmlTree::HtmlTree(std::string_view utf8, const ParseHints& hints, const ParseLimits& limits)
    : m_text(utf8)
    , m_arena(std::make_unique<Arena>()) {
    checkHtmlTags(utf8, hints, limits);
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = Arena::allocate;
    options.deallocator = Arena::release;
    options.userdata = m_arena.get();
    options.max_errors = 0;
    if (beginsWithRows(utf8))
        options.fragment_context = GUMBO_TAG_TABLE;
    m_output = buildTree(m_arena->exhausted, &options, utf8.data(), utf8.size());
    if (!m_output)
        throw std::bad_alloc();
}

HtmlTree::~HtmlTree() = default;

const GumboNode* HtmlTree::child(GumboTag tag) const {
    for (const GumboNode* node : childrenOf(m_output->root))
        if (tagOf(node) == tag)
            return node;
    return m_output->root;
}

bool HtmlTree::isFragment() const {
    const auto written = [](const GumboNode* node) {
        return isElement(node) && node->v.element.original_tag.length > 0;
    };
    return !written(root()) && !written(head()) && !written(body());
}

Span HtmlTree::spanOfPiece(const GumboStringPiece& piece) const {
    // Nodes that the parser made up point nowhere, or keep a piece of another buffer.
    if (!piece.data || piece.data < m_text.data() || piece.data > m_text.data() + m_text.size())
        return {};
    const auto begin = static_cast<std::size_t>(piece.data - m_text.data());
    return {begin, std::min(m_text.size(), begin + piece.length)};
}

Span HtmlTree::spanOf(const GumboNode* text) const {
    return isText(text) ? spanOfPiece(text->v.text.original_text) : Span{};
}

Span HtmlTree::spanOfElement(const GumboNode* element) const {
    if (!isElement(element))
        return spanOf(element);
    Span span = spanOfPiece(element->v.element.original_tag);
    const Span end = spanOfPiece(element->v.element.original_end_tag);
    if (end.end > end.begin) {
        span.end = std::max(span.end, end.end);
        return span;
    }
    for (const GumboNode* node : childrenOf(element))
        span.end = std::max(span.end, spanOfElement(node).end);
    return span;
}

std::size_t HtmlTree::lineOf(std::size_t offset) const {
    const auto end = m_text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, m_text.size()));
    return 1 + static_cast<std::size_t>(std::count(m_text.begin(), end, '\n'));
}

HtmlChildren childrenOf(const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE)
        return {nullptr, nullptr};
    const GumboVector& children = node->v.element.children;
    const auto* first = reinterpret_cast<const GumboNode* const*>(children.data);
    return {first, first + children.length};
}

std::string_view attribute(const GumboNode* element, const char* name) {
    if (!isElement(element))
        return {};
    const GumboAttribute* found = gumbo_get_attribute(&element->v.element.attributes, name);
    return found ? std::string_view(found->value) : std::string_view();
}

bool hasAttribute(const GumboNode* element, const char* name) {
    return isElement(element) && gumbo_get_attribute(&element->v.element.attributes, name) != nullptr;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

bool isInvisible(const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEMPLATE)
        return true;
    if (!isElement(node))
        return false;
    switch (node->v.element.tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
        return true;
    default:
        break;
    }
    if (node->v.element.attributes.length == 0)
        return false;
    if (hasAttribute(node, "hidden") || equalsIgnoringCase(attribute(node, "aria-hidden"), "true"))
        return true;
    const std::string_view style = attribute(node, "style");
    if (!style.empty()) {
        std::string dense;
        for (const char c : style)
            if (!isBlank(c))
                dense.push_back(lower(c));
        if (dense.find("display:none") != dense.npos || dense.find("visibility:hidden") != dense.npos)
            return true;
    }
    const std::string_view classes = attribute(node, "class");
    return classes.find("sr-only") != classes.npos || classes.find("visually-hidden") != classes.npos ||
           classes.find("screen-reader") != classes.npos;
}

namespace {

void appendPlainText(const GumboNode* node, std::string& out) {
    if (isText(node)) {
        out += node->v.text.text;
        return;
    }
    if (!isElement(node) || isInvisible(node))
        return;
    if (isRaised(node)) {
        if (const auto raised = raisedAt(node)) {
            out += readRaised(raised->way, raised->piece, {out, raised->after, raised->linked, false});
            return;
        }
        out += ' ';
    }
    for (const GumboNode* child : childrenOf(node))
        appendPlainText(child, out);
    switch (node->v.element.tag) { // what stands on a line of its own is parted from what follows
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_SECTION:
        out += ' ';
        break;
    default:
        break;
    }
}

} // namespace

std::string plainText(const GumboNode* node) {
    std::string text;
    for (const GumboNode* child : childrenOf(node))
        appendPlainText(child, text);
    if (isText(node))
        text = node->v.text.text;
    return collapseBlanks(text);
}

std::string collapseBlanks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool pending = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decodeAt(text, at);
        if (c.value == ' ' || c.value == '\n' || c.value == '\t' || c.value == '\r' || c.value == '\f' ||
            c.value == 0xA0) {
            pending = true;
        } else if (c.value != 0x200B && c.value != 0xFEFF && c.value != 0xAD) {
            if (pending && !out.empty())
                out += ' ';
            pending = false;
            out += text.substr(at, c.length);
        }
        at += c.length;
    }
    return out;
}

} // namespace parallax::data
