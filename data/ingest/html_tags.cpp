// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a page's tags alone say of the work that it would make: how deep it nests (gumbo takes half a minute
// for 100,000 open elements, and its tree would be walked recursively), how many cells a table has, and how
// many attributes a tag (gumbo compares each with all before it: 200,000 take longer than any page may).
#include <algorithm>
#include <string>
#include <vector>

#include "base/error.h"
#include "data/ingest/html_tree.h"

namespace parallax::data {
namespace {

bool isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool endsName(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '/' || c == '>';
}

bool isOneOf(GumboTag tag, std::initializer_list<GumboTag> tags) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool isVoid(GumboTag tag) {
    return isOneOf(tag, {GUMBO_TAG_AREA, GUMBO_TAG_BASE, GUMBO_TAG_BR, GUMBO_TAG_COL, GUMBO_TAG_EMBED,
                         GUMBO_TAG_HR, GUMBO_TAG_IMG, GUMBO_TAG_INPUT, GUMBO_TAG_KEYGEN, GUMBO_TAG_LINK,
                         GUMBO_TAG_META, GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK, GUMBO_TAG_WBR,
                         GUMBO_TAG_IMAGE, GUMBO_TAG_FRAME, GUMBO_TAG_BGSOUND, GUMBO_TAG_BASEFONT});
}

// Their content is text up to their end tag.
bool isRaw(GumboTag tag) {
    return isOneOf(tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEXTAREA, GUMBO_TAG_TITLE,
                         GUMBO_TAG_XMP, GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES});
}

// Left open, they are opened anew in every following block, up to three equal ones ("Noah's Ark clause"); in
// the block where they stand each of them nests.
bool isFormatting(GumboTag tag) {
    return isOneOf(tag, {GUMBO_TAG_A, GUMBO_TAG_B, GUMBO_TAG_BIG, GUMBO_TAG_CODE, GUMBO_TAG_EM,
                         GUMBO_TAG_FONT, GUMBO_TAG_I, GUMBO_TAG_NOBR, GUMBO_TAG_S, GUMBO_TAG_SMALL,
                         GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_TT, GUMBO_TAG_U});
}

bool isScope(GumboTag tag) {
    return isOneOf(tag, {GUMBO_TAG_TABLE, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_CAPTION, GUMBO_TAG_HTML,
                         GUMBO_TAG_TEMPLATE, GUMBO_TAG_OBJECT, GUMBO_TAG_APPLET, GUMBO_TAG_MARQUEE,
                         GUMBO_TAG_BUTTON});
}

std::string lineAt(std::string_view text, std::size_t at) {
    return std::to_string(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

struct OpenTag {
    GumboTag tag;
    std::string_view written; // "<b class=x>", to count equal formatting elements; the name for unknown tags
};

class DepthCounter {
  public:
    std::size_t depth() const { return m_open.size(); }
    bool inForeignContent() const {
        return std::any_of(m_open.begin(), m_open.end(), [](const OpenTag& open) {
            return isOneOf(open.tag, {GUMBO_TAG_SVG, GUMBO_TAG_MATH});
        });
    }

    void open(GumboTag tag, std::string_view written) {
        closeImplied(tag);
        if (tag == GUMBO_TAG_A && isOpen(GUMBO_TAG_A))
            return; // it takes the place of the other
        m_open.push_back({tag, written});
    }

    void close(GumboTag tag, std::string_view name) {
        for (std::size_t i = m_open.size(); i-- > 0;) {
            if (m_open[i].tag == tag &&
                (tag != GUMBO_TAG_UNKNOWN || equalsIgnoringCase(m_open[i].written, name))) {
                if (isFormatting(tag))
                    m_open.erase(m_open.begin() + static_cast<std::ptrdiff_t>(i));
                else
                    cut(i);
                return;
            }
            // A stray </p> or </b> does not close a table around it.
            if (isScope(m_open[i].tag) &&
                !isOneOf(tag, {GUMBO_TAG_TABLE, GUMBO_TAG_TR, GUMBO_TAG_TBODY, GUMBO_TAG_THEAD,
                               GUMBO_TAG_TFOOT, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_BODY, GUMBO_TAG_HTML}))
                return;
        }
    }

  private:
    bool isOpen(GumboTag tag) const {
        return std::ranges::any_of(m_open, [tag](const OpenTag& open) { return open.tag == tag; });
    }
    // Closes from `from` on, but formatting stays: it is opened again in the next block.
    void cut(std::size_t from) {
        const std::vector<OpenTag> closed(m_open.begin() + static_cast<std::ptrdiff_t>(from), m_open.end());
        m_open.resize(from);
        for (const OpenTag& open : closed) {
            const auto same = std::ranges::count_if(m_open, [&](const OpenTag& other) {
                return other.tag == open.tag && other.written == open.written;
            });
            if (isFormatting(open.tag) && same < 3)
                m_open.push_back(open);
        }
    }
    void closeUpTo(std::initializer_list<GumboTag> tags, std::initializer_list<GumboTag> borders) {
        for (std::size_t i = m_open.size(); i-- > 0;) {
            if (isOneOf(m_open[i].tag, tags))
                return cut(i);
            if (isOneOf(m_open[i].tag, borders) || isScope(m_open[i].tag))
                return;
        }
    }
    void closeCells() {
        for (std::size_t i = m_open.size(); i-- > 0;) {
            if (isOneOf(m_open[i].tag, {GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_CAPTION}))
                return cut(i);
            if (m_open[i].tag == GUMBO_TAG_TABLE)
                return;
        }
    }
    void closeRows(std::initializer_list<GumboTag> tags) {
        closeCells();
        for (std::size_t i = m_open.size(); i-- > 0;) {
            if (isOneOf(m_open[i].tag, tags))
                return cut(i);
            if (m_open[i].tag == GUMBO_TAG_TABLE)
                return;
        }
    }
    void closeImplied(GumboTag tag) {
        switch (tag) {
        case GUMBO_TAG_LI:
            closeUpTo({GUMBO_TAG_LI}, {GUMBO_TAG_UL, GUMBO_TAG_OL});
            break;
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
            closeUpTo({GUMBO_TAG_DT, GUMBO_TAG_DD}, {GUMBO_TAG_DL});
            break;
        case GUMBO_TAG_OPTION:
        case GUMBO_TAG_OPTGROUP:
            closeUpTo({GUMBO_TAG_OPTION}, {GUMBO_TAG_SELECT});
            break;
        case GUMBO_TAG_RT:
        case GUMBO_TAG_RP:
            closeUpTo({GUMBO_TAG_RT, GUMBO_TAG_RP}, {GUMBO_TAG_RUBY});
            break;
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
            closeCells();
            break;
        case GUMBO_TAG_TR:
            closeRows({GUMBO_TAG_TR});
            break;
        case GUMBO_TAG_TBODY:
        case GUMBO_TAG_THEAD:
        case GUMBO_TAG_TFOOT:
            closeRows({GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_TR});
            break;
        case GUMBO_TAG_P:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_ARTICLE:
            closeUpTo({GUMBO_TAG_P}, {});
            break;
        default:
            break;
        }
    }

    std::vector<OpenTag> m_open;
};

struct TagEnd {
    std::size_t at = 0; // past its '>'
    std::size_t attributes = 0;
};

// Of a tag whose name ends before `at`. As HTML's tokenizer goes through it: quotes count behind '=' alone.
TagEnd endOfTag(std::string_view text, std::size_t at) {
    enum class In { Between, Name, AfterName, BeforeValue, Value } in = In::Between;
    std::size_t attributes = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '>')
            return {at + 1, attributes};
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
            in = in == In::Name ? In::AfterName : in == In::Value ? In::Between : in;
        } else if (in == In::BeforeValue) {
            in = In::Value;
            if (c == '"' || c == '\'') {
                at = text.find(c, at + 1);
                if (at == text.npos)
                    break;
                in = In::Between;
            }
        } else if (in != In::Value) {
            if (c == '/') {
                in = In::Between;
            } else if (c == '=' && in != In::Between) {
                in = In::BeforeValue;
            } else {
                attributes += in == In::Name ? 0U : 1U;
                in = In::Name;
            }
        }
    }
    return {text.size(), attributes};
}

// The cells of each table, as its tags are written; what they span is known later (html_table.cpp).
class CellCounter {
  public:
    CellCounter(std::string_view text, const ParseHints& hints, const ParseLimits& limits)
        : m_text(text)
        , m_hints(hints)
        , m_limits(limits) {}

    void open(GumboTag tag, std::size_t at) {
        if (tag == GUMBO_TAG_TABLE) {
            m_open.push_back({at});
        } else if (!m_open.empty()) {
            Counted& table = m_open.back();
            if (tag == GUMBO_TAG_TR) {
                ++table.rows;
                table.inRow = 0;
            } else if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
                ++table.cells;
                table.widest = std::max(table.widest, ++table.inRow);
            }
        }
    }

    void close(GumboTag tag) {
        if (tag == GUMBO_TAG_TABLE && !m_open.empty()) {
            check(m_open.back());
            m_open.pop_back();
        }
    }

    void closeAll() const {
        std::ranges::for_each(m_open, [this](const Counted& table) { check(table); });
    }

  private:
    struct Counted {
        std::size_t begin = 0;
        std::size_t cells = 0, rows = 0, inRow = 0, widest = 0;
    };

    void check(const Counted& table) const {
        if (table.cells <= m_limits.tableCells)
            return;
        throw Error(ErrorCode::DocumentTableTooLarge,
                    {m_hints.name, lineAt(m_text, table.begin),
                     std::to_string(std::max(table.cells, table.widest * table.rows)),
                     std::to_string(m_limits.tableCells)});
    }

    std::string_view m_text;
    const ParseHints& m_hints;
    const ParseLimits& m_limits;
    std::vector<Counted> m_open;
};

std::size_t endOfRaw(std::string_view text, std::size_t at, std::string_view name) {
    while ((at = text.find("</", at)) != text.npos) {
        at += 2;
        if (text.size() - at >= name.size() && equalsIgnoringCase(text.substr(at, name.size()), name) &&
            (at + name.size() == text.size() || endsName(text[at + name.size()])))
            return at - 2;
    }
    return text.size();
}

} // namespace

void checkHtmlTags(std::string_view text, const ParseHints& hints, const ParseLimits& limits) {
    DepthCounter counter;
    CellCounter cells(text, hints, limits);
    for (std::size_t at = text.find('<'); at != text.npos && at + 1 < text.size(); at = text.find('<', at)) {
        const std::size_t begin = at++;
        if (text[at] == '!') {
            if (text.compare(at, 3, "!--") == 0) {
                const bool empty = text.compare(at + 3, 1, ">") == 0 || text.compare(at + 3, 2, "->") == 0;
                const std::size_t end = empty ? text.find('>', at) : text.find("-->", at + 3);
                at = end == text.npos ? text.size() : end + 1;
            } else {
                const std::size_t end = text.find('>', at);
                at = end == text.npos ? text.size() : end + 1;
            }
            continue;
        }
        const bool closing = text[at] == '/';
        if (closing)
            ++at;
        if (at >= text.size() || !isNameStart(text[at]))
            continue;
        std::size_t nameEnd = at;
        while (nameEnd < text.size() && !endsName(text[nameEnd]))
            ++nameEnd;
        const std::string_view name = text.substr(at, nameEnd - at);
        const GumboTag tag = gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size()));
        const TagEnd end = endOfTag(text, nameEnd);
        at = end.at;
        if (end.attributes > limits.attributes)
            throw Error(ErrorCode::DocumentTagTooLarge,
                        {hints.name, lineAt(text, begin), std::to_string(end.attributes),
                         std::to_string(limits.attributes)});
        if (closing) {
            counter.close(tag, name);
            cells.close(tag);
            continue;
        }
        const std::string_view written = text.substr(begin, at - begin);
        // "<x/>" is closed in SVG and MathML only; in HTML it opens an element like any other.
        if (isVoid(tag) || (written.ends_with("/>") && counter.inForeignContent()))
            continue;
        if (isRaw(tag)) {
            at = endOfRaw(text, at, name);
            continue;
        }
        counter.open(tag, tag == GUMBO_TAG_UNKNOWN ? name : written);
        cells.open(tag, begin);
        if (counter.depth() > static_cast<std::size_t>(std::max(1, limits.depth)))
            throw Error(ErrorCode::DocumentTooDeep,
                        {hints.name, lineAt(text, begin), std::to_string(counter.depth()),
                         std::to_string(limits.depth)});
    }
    cells.closeAll();
}

} // namespace parallax::data
