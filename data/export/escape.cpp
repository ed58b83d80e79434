// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/export/escape.h"

#include <algorithm>

#include "base/utf8.h"

namespace parallax::data {
namespace {

bool isAsciiPunctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

bool isSafeLink(std::string_view address) {
    for (const std::string_view scheme : {"https://", "http://", "mailto:"})
        if (address.starts_with(scheme))
            return true;
    return false;
}

// Marks that lie within the text, each inside or beside the others: of two that cross, the later one goes.
std::vector<Mark> nested(std::string_view text, const std::vector<Mark>& marks) {
    std::vector<Mark> sorted;
    for (const Mark& mark : marks)
        if (mark.span.begin < mark.span.end && mark.span.end <= text.size())
            sorted.push_back(mark);
    std::ranges::stable_sort(sorted, [](const Mark& a, const Mark& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    std::vector<Mark> out;
    std::vector<std::size_t> open;
    for (const Mark& mark : sorted) {
        while (!open.empty() && open.back() <= mark.span.begin)
            open.pop_back();
        if (!open.empty() && mark.span.end > open.back())
            continue;
        open.push_back(mark.span.end);
        out.push_back(mark);
    }
    return out;
}

// Writes the text with what `open` and `close` put around each mark; `plain` writes what lies between.
template <typename Open, typename Close, typename Plain>
std::string withMarks(std::string_view text, const std::vector<Mark>& marks, const Open& open,
                      const Close& close, const Plain& plain) {
    std::string out;
    std::vector<const Mark*> stack;
    std::size_t at = 0;
    const auto inCode = [&] {
        return std::ranges::any_of(stack, [](const Mark* mark) { return mark->kind == MarkKind::Code; });
    };
    const auto advance = [&](std::size_t to) {
        while (!stack.empty() && stack.back()->span.end <= to) {
            const Mark* mark = stack.back();
            out += plain(text.substr(at, mark->span.end - at), inCode(), at == 0);
            at = mark->span.end;
            stack.pop_back();
            out += close(*mark);
        }
        if (to > at) {
            out += plain(text.substr(at, to - at), inCode(), at == 0);
            at = to;
        }
    };
    const std::vector<Mark> ordered = nested(text, marks);
    for (const Mark& mark : ordered) {
        advance(mark.span.begin);
        out += open(mark);
        stack.push_back(&mark);
    }
    advance(text.size());
    return out;
}

std::string escapeMarkdown(std::string_view text, MarkdownPlace place, bool atStart) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool lineStart = (i == 0 && atStart) || (i > 0 && text[i - 1] == '\n');
        if (c == '\n') {
            out += place == MarkdownPlace::TableCell ? "<br>" : "\\\n";
            continue;
        }
        bool escape = false;
        switch (c) {
        case '\\':
        case '`':
        case '*':
        case '_':
        case '[':
        case ']':
        case '<':
            escape = true;
            break;
        case '~':
            escape = i + 1 < text.size() && text[i + 1] == '~';
            break;
        case '&': // what would read as an entity
            escape = text.substr(i, 34).find(';') != std::string_view::npos;
            break;
        case '|':
            escape = true;
            break;
        case '#':
        case '>':
        case '+':
        case '-':
        case '=':
            escape = lineStart && place == MarkdownPlace::ParagraphStart;
            break;
        case '.':
        case ')': { // "1. " begins a list
            std::size_t digits = 0;
            while (digits < i && text[i - 1 - digits] >= '0' && text[i - 1 - digits] <= '9')
                ++digits;
            escape = place == MarkdownPlace::ParagraphStart && digits > 0 && digits < 10 &&
                     ((digits == i && atStart) || (digits < i && text[i - 1 - digits] == '\n'));
            break;
        }
        default:
            break;
        }
        if (escape && isAsciiPunctuation(c))
            out.push_back('\\');
        out.push_back(c);
    }
    return out;
}

// A code span's fence must be longer than any run of backticks within.
std::string codeFence(std::string_view text) {
    std::size_t longest = 0, run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return std::string(longest + 1, '`');
}

} // namespace

std::string escapeHtml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
                out.push_back(c);
        }
    }
    return out;
}

std::string markedHtml(std::string_view text, const std::vector<Mark>& marks) {
    const auto tag = [](const Mark& mark) -> std::string_view {
        switch (mark.kind) {
        case MarkKind::Strong:
            return "strong";
        case MarkKind::Emphasis:
            return "em";
        case MarkKind::Code:
            return "code";
        case MarkKind::Strike:
            return "del";
        case MarkKind::Link:
            return isSafeLink(mark.href) ? "a" : "";
        }
        return "";
    };
    return withMarks(
        text, marks,
        [&](const Mark& mark) {
            const std::string_view name = tag(mark);
            if (name.empty())
                return std::string();
            if (mark.kind == MarkKind::Link)
                return "<a href=\"" + escapeHtml(mark.href) + "\">";
            return "<" + std::string(name) + ">";
        },
        [&](const Mark& mark) {
            const std::string_view name = tag(mark);
            return name.empty() ? std::string() : "</" + std::string(name) + ">";
        },
        [](std::string_view part, bool, bool) {
            std::string out;
            for (const char c : escapeHtml(part)) {
                if (c == '\n')
                    out += "<br>";
                out.push_back(c);
            }
            return out;
        });
}

std::string markedMarkdown(std::string_view text, const std::vector<Mark>& marks, MarkdownPlace place) {
    const auto fenceOf = [&](const Mark& mark) {
        return codeFence(text.substr(mark.span.begin, mark.span.end - mark.span.begin));
    };
    const auto sign = [&](const Mark& mark) -> std::string {
        switch (mark.kind) {
        case MarkKind::Strong:
            return "**";
        case MarkKind::Emphasis:
            return "*";
        case MarkKind::Strike:
            return "~~";
        case MarkKind::Code:
            return fenceOf(mark);
        case MarkKind::Link:
            return {};
        }
        return {};
    };
    return withMarks(
        text, marks,
        [&](const Mark& mark) -> std::string {
            if (mark.kind == MarkKind::Link)
                return "[";
            const std::string fence = sign(mark);
            return mark.kind == MarkKind::Code && fence.size() > 1 ? fence + " " : fence;
        },
        [&](const Mark& mark) -> std::string {
            if (mark.kind == MarkKind::Link) {
                std::string address;
                for (const char c : mark.href)
                    if (static_cast<unsigned char>(c) > 0x20 && c != '<' && c != '>')
                        address.push_back(c);
                    else
                        address += c == '<' ? "%3C" : c == '>' ? "%3E" : "%20";
                return "](<" + address + ">)";
            }
            const std::string fence = sign(mark);
            return mark.kind == MarkKind::Code && fence.size() > 1 ? " " + fence : fence;
        },
        [&](std::string_view part, bool code, bool atStart) {
            if (!code)
                return escapeMarkdown(part, place, atStart);
            std::string out;
            for (const char c : part) {
                if (c == '|' && place == MarkdownPlace::TableCell)
                    out += "\\|";
                else
                    out.push_back(c == '\n' ? ' ' : c);
            }
            return out;
        });
}

int displayWidth(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decodeAt(text, at);
        at += c.length;
        const bool wide = isHan(c.value) || isKana(c.value) || isHangul(c.value) ||
                          (c.value >= 0x3000 && c.value <= 0x303F) ||
                          (c.value >= 0xFF01 && c.value <= 0xFF60) ||
                          (c.value >= 0x1F300 && c.value <= 0x1FAFF);
        const bool none = (c.value >= 0x300 && c.value <= 0x36F) ||
                          (c.value >= 0xFE00 && c.value <= 0xFE0F) || c.value == 0x200B || c.value == 0x200D;
        width += wide ? 2 : none ? 0 : 1;
    }
    return width;
}

} // namespace parallax::data
