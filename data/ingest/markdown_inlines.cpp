// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/markdown_inlines.h"

#include <algorithm>
#include <cctype>
#include <memory>

#include <cmark-gfm.h>

#include "base/utf8.h"
#include "data/ingest/html_tree.h"
#include "data/ingest/inline_text.h"
#include "data/ingest/raised_text.h"

namespace parallax::data {
namespace {

using Iterator = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

bool isWide(char32_t c) {
    return isHan(c) || isKana(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
}

char32_t lastCharacter(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0) {
        --at;
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U)
            return decodeAt(text, at).value;
    }
    return 0;
}

// The words and marks of a block's or cell's inlines.
class InlineText {
  public:
    InlineText(std::string& text, std::vector<Mark>& marks, bool inCell = false)
        : m_text(text)
        , m_marks(marks)
        , m_inCell(inCell) {}

    void read(cmark_node* parent) {
        const Iterator iterator(cmark_iter_new(parent), &cmark_iter_free);
        for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iterator.get())) {
            cmark_node* node = cmark_iter_get_node(iterator.get());
            if (node == parent)
                continue;
            if (event == CMARK_EVENT_ENTER)
                enter(node);
            else
                leave(node);
        }
        while (!m_raised.empty())
            closeRaised({});
        std::ranges::stable_sort(m_marks, [](const Mark& a, const Mark& b) {
            return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
        });
        while (m_text.ends_with(' '))
            m_text.pop_back();
        for (Mark& mark : m_marks)
            mark.span = {std::min(mark.span.begin, m_text.size()), std::min(mark.span.end, m_text.size())};
        std::erase_if(m_marks, [](const Mark& mark) { return mark.span.begin == mark.span.end; });
    }

  private:
    void append(std::string_view words) {
        if (words.empty())
            return;
        if (m_softBreak) {
            // Lines of Chinese are joined without a blank, all others with one.
            if (!m_text.empty() && !(isWide(lastCharacter(m_text)) && isWide(decodeAt(words, 0).value)))
                m_text.push_back(' ');
            m_softBreak = false;
        }
        m_text += words;
    }

    void enter(cmark_node* node) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_TEXT) {
            append(literalOf(node));
        } else if (type == CMARK_NODE_SOFTBREAK) {
            m_softBreak = true;
        } else if (type == CMARK_NODE_LINEBREAK) {
            m_text.push_back('\n');
        } else if (type == CMARK_NODE_CODE) {
            append({});
            if (m_softBreak)
                append(" "), m_text.pop_back();
            const std::size_t begin = m_text.size();
            append(literalOf(node));
            m_marks.push_back({MarkKind::Code, {begin, m_text.size()}, {}});
        } else if (type == CMARK_NODE_HTML_INLINE) {
            const std::string_view tag = literalOf(node);
            if (tag.starts_with("<br") || tag.starts_with("<BR"))
                m_text.push_back('\n');
            else
                raisedTag(tag, node);
        } else if (type == CMARK_NODE_LINK || type == CMARK_NODE_STRONG || type == CMARK_NODE_EMPH ||
                   isStrike(node)) {
            if (m_softBreak && !m_text.empty()) { // the blank belongs before the mark
                m_text.push_back(' ');
                m_softBreak = false;
            }
            m_open.push_back(m_text.size());
        }
    }

    void leave(cmark_node* node) {
        const cmark_node_type type = cmark_node_get_type(node);
        const bool strike = isStrike(node);
        if (m_open.empty() ||
            !(type == CMARK_NODE_LINK || type == CMARK_NODE_STRONG || type == CMARK_NODE_EMPH || strike))
            return;
        Mark mark;
        mark.span = {m_open.back(), m_text.size()};
        m_open.pop_back();
        if (type == CMARK_NODE_LINK) {
            mark.kind = MarkKind::Link;
            if (const char* url = cmark_node_get_url(node))
                mark.href = url;
        } else {
            mark.kind = type == CMARK_NODE_STRONG ? MarkKind::Strong
                        : type == CMARK_NODE_EMPH ? MarkKind::Emphasis
                                                  : MarkKind::Strike;
        }
        m_marks.push_back(std::move(mark));
    }

    // <sup> and <sub> in Markdown: the piece between the tags is read once the end tag comes.
    void raisedTag(std::string_view tag, cmark_node* node) {
        const bool end = tag.starts_with("</");
        std::string name;
        for (const char c : tag.substr(end ? 2 : 1, 4))
            name.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
        const bool known = (name.starts_with("sup") || name.starts_with("sub")) &&
                           (name.size() < 4 || !std::isalnum(name[3]));
        if (!known) {
            if (!m_raised.empty() && name.starts_with("a "))
                m_raised.back().linked = true;
            return;
        }
        const Raised way = name.starts_with("sup") ? Raised::Up : Raised::Down;
        if (!end) {
            if (m_softBreak && !m_text.empty())
                m_text.push_back(' ');
            m_softBreak = false;
            m_raised.push_back({way, m_text.size(), false});
        } else if (!m_raised.empty() && m_raised.back().way == way) {
            cmark_node* next = cmark_node_next(node);
            closeRaised(next != nullptr && cmark_node_get_type(next) == CMARK_NODE_TEXT ? literalOf(next)
                                                                                        : std::string_view());
        }
    }

    void closeRaised(std::string_view after) {
        const RaisedTag open = m_raised.back();
        m_raised.pop_back();
        if (m_text.size() - open.begin > longestRaised) { // small print
            m_text.push_back(' ');
            return;
        }
        const std::string piece = m_text.substr(open.begin);
        std::size_t within = m_marks.size(); // marks are in the order of their ends
        while (within > 0 && m_marks[within - 1].span.end > open.begin)
            --within;
        const bool linked =
            open.linked || std::any_of(m_marks.begin() + static_cast<std::ptrdiff_t>(within), m_marks.end(),
                                       [](const Mark& mark) { return mark.kind == MarkKind::Link; });
        m_text.resize(open.begin);
        m_text += readRaised(open.way, piece, {m_text, after.substr(0, 24), linked, m_inCell});
        // What was marked within the piece is now all of it.
        for (; within < m_marks.size(); ++within)
            m_marks[within].span = {std::min(m_marks[within].span.begin, open.begin), m_text.size()};
        for (std::size_t i = m_open.size(); i > 0 && m_open[i - 1] > open.begin; --i)
            m_open[i - 1] = open.begin;
    }

    static bool isStrike(cmark_node* node) {
        return std::string_view(cmark_node_get_type_string(node)) == "strikethrough";
    }

    std::string& m_text;
    std::vector<Mark>& m_marks;
    struct RaisedTag {
        Raised way;
        std::size_t begin; // of the piece in the text
        bool linked;
    };
    std::vector<std::size_t> m_open;
    std::vector<RaisedTag> m_raised;
    bool m_inCell;
    bool m_softBreak = false;
};

} // namespace

std::string_view literalOf(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal == nullptr ? std::string_view() : std::string_view(literal);
}

void readInlines(cmark_node* parent, std::string& text, std::vector<Mark>& marks, bool inCell) {
    InlineText(text, marks, inCell).read(parent);
}

} // namespace parallax::data
