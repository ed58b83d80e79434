// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/xml_tags.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "data/ingest/html_tree.h"

namespace parallax::data {
namespace {

// Behind a tag, whose attributes may hold ">" in quotes; npos where it is not closed before the next one.
std::size_t endOfTag(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 8192; // of a tag: a quote that is not closed must not cost the whole text
    const std::size_t stop = std::min(text.size(), at + longest);
    char quote = 0;
    for (; at < stop; ++at) {
        const char c = text[at];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
        else if (c == '<')
            return text.npos;
    }
    return text.npos;
}

std::string_view nameIn(std::string_view tag) {
    const std::size_t end = tag.find_first_of(" \t\r\n/>");
    return tag.substr(0, end);
}

bool isItem(std::string_view name) {
    return equalsIgnoringCase(name, "item") || equalsIgnoringCase(name, "entry");
}

class Matcher {
  public:
    explicit Matcher(std::string_view text)
        : m_text(text) {}

    std::string matched() {
        m_out.reserve(m_text.size() + m_text.size() / 16);
        for (std::size_t at = 0; at < m_text.size();) {
            const std::size_t tag = m_text.find('<', at);
            m_out += m_text.substr(at, tag - at);
            if (tag == m_text.npos)
                break;
            at = take(tag);
        }
        return std::move(m_out);
    }

  private:
    // What begins with "<" at `at`; returns where it goes on.
    std::size_t take(std::size_t at) {
        for (const auto& [opening, closing] :
             {std::pair<std::string_view, std::string_view>{"<![CDATA[", "]]>"},
              {"<!--", "-->"},
              {"<?", "?>"},
              {"<!", ">"}})
            if (m_text.substr(at).starts_with(opening)) {
                const std::size_t last = m_text.find(closing, at + opening.size());
                const bool unclosed = last == m_text.npos && closing.size() == 3; // a section or a comment
                return unclosed ? copyUnclosed(at, closing) : copy(at, last, closing.size());
            }
        const std::size_t end = endOfTag(m_text, at + 1);
        if (end == m_text.npos)
            return copy(at, at, 1);
        if (m_text[at + 1] == '/')
            close(nameIn(m_text.substr(at + 2, end - at - 2)), m_text.substr(at, end - at));
        else
            open(m_text.substr(at, end - at));
        return end;
    }

    std::size_t copy(std::size_t at, std::size_t last, std::size_t length) {
        const std::size_t end = last == m_text.npos ? m_text.size() : last + length;
        m_out += m_text.substr(at, end - at);
        return end;
    }

    // It ends with its item: the others are not to be swallowed.
    std::size_t copyUnclosed(std::size_t at, std::string_view closing) {
        const std::size_t end =
            std::min({m_text.find("</item>", at), m_text.find("</entry>", at), m_text.size()});
        m_out.append(m_text.substr(at, end - at)).append(closing);
        return end;
    }

    void open(std::string_view tag) {
        const std::string_view name = nameIn(tag.substr(1));
        if (isItem(name)) {
            const auto before =
                static_cast<std::size_t>(std::ranges::find_if(m_open, isItem) - m_open.begin());
            while (m_open.size() > before)
                closeLast();
        }
        m_out += tag;
        if (!tag.ends_with("/>"))
            m_open.push_back(name);
    }

    void close(std::string_view name, std::string_view tag) {
        const auto found = std::find_if(m_open.rbegin(), m_open.rend(), [name](std::string_view one) {
            return equalsIgnoringCase(one, name);
        });
        if (found == m_open.rend())
            return; // nothing begins it
        const auto keep = static_cast<std::size_t>(m_open.rend() - found);
        while (m_open.size() > keep)
            closeLast();
        if (m_open.back() == name) {
            m_out += tag;
            m_open.pop_back();
        } else {
            closeLast(); // <B> … </b>
        }
    }

    void closeLast() {
        m_out.append("</").append(m_open.back()).append(">");
        m_open.pop_back();
    }

    std::string_view m_text;
    std::string m_out;
    std::vector<std::string_view> m_open;
};

} // namespace

std::string matchTags(std::string_view text) {
    return Matcher(text).matched();
}

} // namespace parallax::data
