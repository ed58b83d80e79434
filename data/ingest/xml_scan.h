// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "data/ingest/html_tree.h"

// What is seen of XML without parsing it: documents are looked at before a parser may have them, and where
// none takes them.
namespace parallax::data {

inline bool isXmlNameByte(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == ':' || (c & 0x80);
}

inline std::string_view xmlNameAt(std::string_view text, std::size_t at) noexcept {
    std::size_t end = at;
    while (end < text.size() && isXmlNameByte(text[end]))
        ++end;
    return text.substr(at, end - at);
}

// Behind the next `what`, or the end of the text.
inline std::size_t behind(std::string_view text, std::string_view what, std::size_t from) noexcept {
    const std::size_t at = text.find(what, from);
    return at == text.npos ? text.size() : at + what.size();
}

// HTML's elements without an end tag, as people write them into feeds.
inline bool isVoidHtml(std::string_view name) noexcept {
    return std::ranges::any_of(std::initializer_list<std::string_view>{"br", "hr", "img", "input", "wbr"},
                               [name](std::string_view other) { return equalsIgnoringCase(name, other); });
}

struct XmlTag {
    enum class Kind { Open, Close } kind; // those that open and close nothing are left out
    std::string_view name;
    std::size_t begin = 0; // its "<"
    std::size_t end = 0;   // behind its ">"
};

// Calls `visit` with each tag, in order, until it returns false.
template <typename Visit>
void forEachXmlTag(std::string_view text, const Visit& visit) {
    for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at)) {
        const std::size_t begin = at++;
        if (text.compare(begin, 9, "<![CDATA[") == 0) {
            at = behind(text, "]]>", begin + 9);
        } else if (text.compare(begin, 4, "<!--") == 0) {
            at = behind(text, "-->", begin + 4);
        } else if (text.compare(begin, 2, "<?") == 0) {
            at = behind(text, "?>", begin + 2);
        } else if (text.compare(begin, 2, "</") == 0) {
            constexpr std::size_t longest =
                8192; // without a bound, "</</</" would take the square of its size
            const std::size_t end = begin + behind(text.substr(begin, longest), ">", 2);
            if (!visit(XmlTag{XmlTag::Kind::Close, xmlNameAt(text, begin + 2), begin, end}))
                return;
        } else if (const std::string_view name = xmlNameAt(text, at); !name.empty()) {
            const std::size_t end = text.find('>', at);
            if (end == text.npos)
                return;
            at = end + 1;
            if (text[end - 1] != '/' && !isVoidHtml(name) &&
                !visit(XmlTag{XmlTag::Kind::Open, name, begin, at}))
                return;
        }
    }
}

} // namespace parallax::data
