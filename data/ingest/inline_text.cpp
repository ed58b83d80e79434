// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/inline_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "base/utf8.h"

namespace parallax::data {
namespace {

constexpr std::string_view special = "`*_~[]\\";
constexpr std::size_t longestAddress = 4000;

bool isBlankAt(std::string_view text, std::size_t at) {
    return at >= text.size() || text[at] == ' ' || text[at] == '\t' || text[at] == '\n';
}

bool isWordByte(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

// An opened mark that waits for its end.
struct Opened {
    char delimiter = 0;
    int count = 0;
    std::size_t textAt = 0;     // where its content begins in the output
    std::size_t textBefore = 0; // where the literal delimiter begins there
};

class InlineReader {
  public:
    InlineReader(std::string_view raw, InlineRules rules, std::string& text, std::vector<Mark>& marks)
        : m_raw(raw)
        , m_rules(rules)
        , m_text(text)
        , m_marks(marks) {}

    void read() {
        while (m_at < m_raw.size()) {
            const std::size_t next = std::min(m_raw.find_first_of(special, m_at), m_raw.size());
            m_text.append(m_raw.substr(m_at, next - m_at));
            m_at = next;
            if (m_at == m_raw.size())
                break;
            switch (m_raw[m_at]) {
            case '\\':
                escape();
                break;
            case '`':
                code();
                break;
            case '[':
                openLink();
                break;
            case ']':
                closeLink();
                break;
            default:
                delimiter();
                break;
            }
        }
        // Delimiters leave the text when they pair up, so places found later must move: done at the end,
        // once.
        removePairs();
    }

  private:
    void escape() {
        const bool punctuation =
            m_at + 1 < m_raw.size() && std::ispunct(static_cast<unsigned char>(m_raw[m_at + 1])) != 0;
        // A lone backslash belongs to a path or a formula; only those that guard a mark go.
        const bool guards = punctuation && (special.find(m_raw[m_at + 1]) != std::string_view::npos ||
                                            (m_rules == InlineRules::Cell && m_raw[m_at + 1] == '|'));
        if (guards) {
            m_text.push_back(m_raw[m_at + 1]);
            m_at += 2;
        } else {
            m_text.push_back('\\');
            ++m_at;
        }
    }

    void code() {
        const std::size_t run = runLength('`');
        // One failed search for a run of this length fails for all later ones: kept, so that a text of
        // nothing but backticks stays linear.
        const std::size_t slot = std::min<std::size_t>(run, m_noCloser.size() - 1);
        if (!m_noCloser[slot]) {
            for (std::size_t end = m_raw.find('`', m_at + run); end != std::string_view::npos;) {
                std::size_t length = 0;
                while (end + length < m_raw.size() && m_raw[end + length] == '`')
                    ++length;
                if (length == run) {
                    std::string_view inner = m_raw.substr(m_at + run, end - m_at - run);
                    if (inner.size() > 2 && inner.front() == ' ' && inner.back() == ' ')
                        inner = inner.substr(1, inner.size() - 2);
                    const std::size_t begin = m_text.size();
                    m_text.append(inner);
                    m_marks.push_back({MarkKind::Code, {begin, m_text.size()}, {}});
                    m_at = end + run;
                    return;
                }
                end = m_raw.find('`', end + length);
            }
            m_noCloser[slot] = true;
        }
        m_text.append(m_raw.substr(m_at, run));
        m_at += run;
    }

    void openLink() {
        m_brackets.push_back({m_text.size(), m_at > 0 && m_raw[m_at - 1] == '!'});
        m_text.push_back('[');
        ++m_at;
    }

    void closeLink() {
        ++m_at;
        if (m_brackets.empty() || m_at >= m_raw.size() || m_raw[m_at] != '(') {
            if (!m_brackets.empty())
                m_brackets.pop_back();
            m_text.push_back(']');
            return;
        }
        const Bracket open = m_brackets.back();
        m_brackets.pop_back();
        const std::size_t end =
            m_raw.substr(0, std::min(m_raw.size(), m_at + longestAddress)).find(')', m_at);
        if (end == std::string_view::npos) {
            m_text.push_back(']');
            return;
        }
        std::string_view address = trim(m_raw.substr(m_at + 1, end - m_at - 1));
        address = address.substr(0, address.find_first_of(" \t\n"));
        if (address.size() >= 2 && address.front() == '<' && address.back() == '>')
            address = address.substr(1, address.size() - 2);
        const std::size_t literal = open.image && open.textAt > 0 ? open.textAt - 1 : open.textAt;
        m_removed.push_back({literal, open.textAt + 1});
        if (!open.image)
            m_marks.push_back({MarkKind::Link, {open.textAt + 1, m_text.size()}, std::string(address)});
        m_at = end + 1;
    }

    void delimiter() {
        const char c = m_raw[m_at];
        const auto run = static_cast<int>(runLength(c));
        const std::size_t after = m_at + static_cast<std::size_t>(run);
        const bool blankAfter = isBlankAt(m_raw, after);
        const bool blankBefore = m_at == 0 || isBlankAt(m_raw, m_at - 1);
        const bool inWord =
            m_at > 0 && after < m_raw.size() && isWordByte(m_raw[m_at - 1]) && isWordByte(m_raw[after]);
        const std::size_t textAt = m_text.size();
        m_text.append(m_raw.substr(m_at, static_cast<std::size_t>(run)));
        m_at = after;
        // "2*3*4" is a formula and snake_case a name.
        if (run > 3 || (c == '~' && run != 2) || (inWord && (c == '_' || run == 1)))
            return;
        if (!blankBefore) {
            // The nearest opened mark of the same kind; a few steps back are enough for real text.
            const std::size_t deepest = m_opened.size() > 16 ? m_opened.size() - 16 : 0;
            for (std::size_t i = m_opened.size(); i > deepest; --i) {
                const Opened& open = m_opened[i - 1];
                if (open.delimiter != c || open.count != run || open.textAt == textAt)
                    continue;
                m_removed.push_back({open.textBefore, open.textAt});
                m_removed.push_back({textAt, m_text.size()});
                const Span span{open.textAt, textAt};
                if (c == '~')
                    m_marks.push_back({MarkKind::Strike, span, {}});
                if (c != '~' && run >= 2)
                    m_marks.push_back({MarkKind::Strong, span, {}});
                if (c != '~' && run != 2)
                    m_marks.push_back({MarkKind::Emphasis, span, {}});
                m_opened.resize(i - 1);
                return;
            }
        }
        if (!blankAfter)
            m_opened.push_back({c, run, m_text.size(), textAt});
    }

    void removePairs() {
        if (m_removed.empty())
            return;
        std::ranges::sort(m_removed, {}, &Span::begin);
        std::string kept;
        kept.reserve(m_text.size());
        std::size_t from = 0;
        for (const Span gone : m_removed) {
            if (gone.begin < from)
                continue;
            kept.append(m_text, from, gone.begin - from);
            from = gone.end;
        }
        kept.append(m_text, from);
        // Marks are few; each edge is moved by what was removed before it.
        std::vector<std::size_t> total{0};
        for (const Span gone : m_removed)
            total.push_back(total.back() + (gone.end - gone.begin));
        const auto moved = [&](std::size_t at) {
            const auto before = std::ranges::upper_bound(m_removed, at, {}, &Span::end);
            const auto count = static_cast<std::size_t>(before - m_removed.begin());
            return at - total[count];
        };
        for (Mark& mark : m_marks)
            mark.span = {moved(mark.span.begin), moved(mark.span.end)};
        std::ranges::sort(m_marks, [](const Mark& a, const Mark& b) {
            return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
        });
        m_text = std::move(kept);
    }

    std::size_t runLength(char c) const {
        std::size_t length = 0;
        while (m_at + length < m_raw.size() && m_raw[m_at + length] == c)
            ++length;
        return length;
    }

    struct Bracket {
        std::size_t textAt;
        bool image;
    };
    std::string_view m_raw;
    InlineRules m_rules;
    std::string& m_text;
    std::vector<Mark>& m_marks;
    std::size_t m_at = 0;
    std::vector<Opened> m_opened;
    std::vector<Bracket> m_brackets;
    std::vector<Span> m_removed;
    std::array<bool, 16> m_noCloser{};
};

} // namespace

void readInline(std::string_view raw, InlineRules rules, std::string& text, std::vector<Mark>& marks) {
    text.clear();
    marks.clear();
    if (raw.find_first_of(special) == std::string_view::npos) {
        text = raw;
        return;
    }
    InlineReader(raw, rules, text, marks).read();
}

} // namespace parallax::data
