// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/markdown.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <memory>
#include <mutex>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include "base/error.h"
#include "base/utf8.h"
#include "data/ingest/front_matter.h"
#include "data/ingest/html_fragment.h"
#include "data/ingest/html_tree.h"
#include "data/ingest/inline_text.h"
#include "data/ingest/markdown_inlines.h"
#include "data/ingest/markdown_limits.h"
#include "data/ingest/pipe_table.h"

namespace parallax::data {
namespace {

// "Table 1: List prices, USD per million tokens", 表一：…, 單位：美元／百萬 token.
bool namesATable(std::string_view line) {
    static constexpr auto openings = std::to_array<std::string_view>(
        {"Table ", "TABLE ", "表 ",      "表1",      "表2",    "表3",     "表4",    "表5",
         "表6",    "表7",    "表8",      "表9",      "表一",   "表二",    "表三",   "表四",
         "表五",   "表六",   "表七",     "表八",     "表九",   "表十",    "單位：", "单位：",
         "單位:",  "单位:",  "（單位：", "（单位：", "Unit: ", "Units: ", "(Unit: "});
    if (std::ranges::none_of(openings, [&](std::string_view one) { return line.starts_with(one); }))
        return false;
    // "Table 1 shows …" is a sentence.
    return !line.starts_with("Table ") && !line.starts_with("TABLE ")
               ? true
               : line.find(':') != line.npos || line.find(". ") != line.npos;
}

using Parser = std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)>;
using Node = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using Iterator = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;

Node parseTree(std::string_view text) {
    static std::once_flag registered;
    std::call_once(registered, [] { cmark_gfm_core_extensions_ensure_registered(); });
    const Parser parser(cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE), &cmark_parser_free);
    for (const char* name : {"table", "strikethrough"})
        if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return {cmark_parser_finish(parser.get()), &cmark_node_free};
}

class MarkdownReader {
  public:
    MarkdownReader(std::string_view text, std::size_t from, const ParseHints& hints,
                   const ParseLimits& limits)
        : m_text(text)
        , m_from(from)
        , m_hints(hints)
        , m_limits(limits)
        , m_lines(splitLines(text.substr(from))) {
        for (Line& line : m_lines) {
            line.start += from;
            line.span = {line.span.begin + from, line.span.end + from};
        }
    }

    const std::vector<Line>& lines() const { return m_lines; }

    Outline read() {
        const Node root = parseTree(m_text.substr(m_from));
        if (!root)
            return {};
        const Iterator iterator(cmark_iter_new(root.get()), &cmark_iter_free);
        for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iterator.get())) {
            cmark_node* node = cmark_iter_get_node(iterator.get());
            const bool entering = event == CMARK_EVENT_ENTER;
            switch (container(node, entering)) {
            case Visit::Container:
                break;
            case Visit::Leaf:
                leaf(node);
                cmark_iter_reset(iterator.get(), node, CMARK_EVENT_EXIT);
                break;
            case Visit::None:
                break;
            }
        }
        m_outline.surroundings.resize(m_outline.blocks.size());
        return std::move(m_outline);
    }

  private:
    enum class Visit { None, Container, Leaf };

    // Keeps count of what a leaf stands in.
    Visit container(cmark_node* node, bool entering) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_DOCUMENT)
            return Visit::Container;
        if (type == CMARK_NODE_BLOCK_QUOTE) {
            m_quotes += entering ? 1 : -1;
            return Visit::Container;
        }
        if (type == CMARK_NODE_LIST) {
            if (entering)
                m_numbers.push_back(cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
                                        ? cmark_node_get_list_start(node) - 1
                                        : -1);
            else if (!m_numbers.empty())
                m_numbers.pop_back();
            return Visit::Container;
        }
        if (type == CMARK_NODE_ITEM) {
            if (entering && !m_numbers.empty() && m_numbers.back() >= 0)
                ++m_numbers.back();
            m_firstOfItem = entering;
            return Visit::Container;
        }
        return entering ? Visit::Leaf : Visit::None;
    }

    // Whole lines first to last (1-based, as cmark counts), without blanks at either end.
    Span linesSpan(int first, int last) const {
        const auto count = static_cast<int>(m_lines.size());
        first = std::clamp(first, 1, std::max(count, 1));
        last = std::clamp(last, first, std::max(count, first));
        if (count == 0)
            return {m_text.size(), m_text.size()};
        return trimSpan(m_text, {m_lines[static_cast<std::size_t>(first - 1)].start,
                                 m_lines[static_cast<std::size_t>(last - 1)].span.end});
    }

    Block& add(BlockKind kind, Span span) {
        Block& block = m_outline.blocks.emplace_back();
        block.kind = kind;
        block.span = span;
        return block;
    }

    void leaf(cmark_node* node) {
        const cmark_node_type type = cmark_node_get_type(node);
        const int first = cmark_node_get_start_line(node);
        const int last = cmark_node_get_end_line(node);
        if (first > 0 && first <= m_readTo)
            return; // within a table of HTML that blank lines cut
        if (type == CMARK_NODE_PARAGRAPH) {
            if (first == 0)
                return; // the lines above a table, which cmark lost track of: readTableNode takes them
            paragraph(node, linesSpan(first, last));
        } else if (type == CMARK_NODE_HEADING) {
            Block& block = add(BlockKind::Heading, linesSpan(first, last));
            block.level = cmark_node_get_heading_level(node);
            readInlines(node, block.text, block.marks);
        } else if (type == CMARK_NODE_CODE_BLOCK) {
            Block& block = add(BlockKind::Code, linesSpan(first, last));
            block.text = literalOf(node);
            while (block.text.ends_with('\n'))
                block.text.pop_back();
        } else if (type == CMARK_NODE_HTML_BLOCK) {
            htmlNode(node, first, last);
        } else if (std::string_view(cmark_node_get_type_string(node)) == "table") {
            tableNode(node, first, last);
        }
        m_firstOfItem = false;
    }

    // Blank lines end a block of HTML for Markdown, but not the table that they stand in: the last line of
    // that, else `last`.
    int endOfHtmlTable(int first, int last) {
        const auto count = [&](int from, int to, std::string_view tag) {
            std::size_t found = 0;
            for (int line = from; line <= to; ++line) {
                const std::string_view words =
                    slice(m_text, m_lines[static_cast<std::size_t>(line - 1)].span);
                for (auto at = words.find('<'); at != words.npos; at = words.find('<', at + 1))
                    found += equalsIgnoringCase(words.substr(at, tag.size()), tag) ? 1U : 0U;
            }
            return found;
        };
        const int lines = static_cast<int>(m_lines.size());
        std::size_t open = count(first, last, "<table");
        open -= std::min(open, count(first, last, "</table"));
        if (open == 0 || m_tableNeverEnds)
            return last;
        for (int line = last + 1; line <= lines; ++line) {
            open += count(line, line, "<table");
            open -= std::min(open, count(line, line, "</table"));
            if (open == 0)
                return line;
        }
        m_tableNeverEnds = true; // nor does any after it: not to be looked for again
        return last;
    }

    // A block of HTML, read as a page is.
    void htmlNode(cmark_node* node, int first, int last) {
        last = std::min(last, static_cast<int>(m_lines.size()));
        const bool plain = m_quotes == 0 && m_numbers.empty() && first > 0;
        if (plain)
            m_readTo = last = std::max(last, endOfHtmlTable(first, last));
        const Span whole = linesSpan(first, last);
        // In quotations and lists the lines begin with markers that are no HTML; places are then the lines.
        const std::string_view html = plain ? slice(m_text, whole) : literalOf(node);
        HtmlFragment piece =
            readHtmlFragment(html, static_cast<std::size_t>(std::max(first, 1)), m_hints, m_limits);
        const auto place = [&](Span& span) {
            span = !plain ? whole : Span{span.begin + whole.begin, span.end + whole.begin};
        };
        const int tablesBefore = static_cast<int>(m_outline.tables.size());
        for (Table& table : piece.tables) {
            place(table.span);
            place(table.captionSpan);
            for (Cell& cell : table.header)
                place(cell.span);
            for (auto& row : table.rows)
                for (Cell& cell : row)
                    place(cell.span);
        }
        bool isFirst = true;
        for (Block& block : piece.blocks) {
            place(block.span);
            if (block.table >= 0) {
                Table& table = piece.tables[static_cast<std::size_t>(block.table)];
                block.table += tablesBefore;
                if (isFirst && block.kind == BlockKind::Table && table.caption.empty() && first > 0) {
                    const auto line = static_cast<std::size_t>(first - 1);
                    linesAbove(line, line, table, block.table);
                }
            }
            isFirst = false;
            m_outline.blocks.push_back(std::move(block));
        }
        for (Table& table : piece.tables)
            m_outline.tables.push_back(std::move(table));
        std::ranges::move(piece.issues, std::back_inserter(m_outline.issues));
    }

    void paragraph(cmark_node* node, Span span) {
        Block& block = add(BlockKind::Paragraph, span);
        readInlines(node, block.text, block.marks);
        if (!m_numbers.empty() && m_firstOfItem) {
            block.kind = BlockKind::ListItem;
            block.level = static_cast<int>(m_numbers.size());
            block.number = std::max(m_numbers.back(), 0);
        } else if (m_quotes > 0) {
            block.kind = BlockKind::Quote;
            block.level = m_quotes;
        }
        if (block.text.empty())
            m_outline.blocks.pop_back(); // an image without words
    }

    // The row without the markers of the quotations and list items around it.
    Span rowSpan(std::size_t line) const {
        Span span = m_lines[line].span;
        const auto skipBlanks = [&] {
            while (span.begin < span.end && (m_text[span.begin] == ' ' || m_text[span.begin] == '\t'))
                ++span.begin;
        };
        for (int i = 0; i < m_quotes && span.begin < span.end && m_text[span.begin] == '>'; ++i) {
            ++span.begin;
            skipBlanks();
        }
        if (!m_numbers.empty()) {
            const std::string_view row = slice(m_text, span);
            const auto marker = row.find_first_of(" \t");
            const bool bullet =
                row.size() > 1 && (row[0] == '-' || row[0] == '*' || row[0] == '+') && marker == 1;
            const bool number =
                marker != std::string_view::npos && marker >= 2 &&
                (row[marker - 1] == '.' || row[marker - 1] == ')') &&
                row.substr(0, marker - 1).find_first_not_of("0123456789") == std::string_view::npos;
            if (bullet || number) {
                span.begin += marker;
                skipBlanks();
            }
        }
        return span;
    }

    void tableNode(cmark_node* node, int firstLine, int lastLine) {
        const auto first = static_cast<std::size_t>(std::max(firstLine, 1)) - 1;
        const std::size_t last = std::min(static_cast<std::size_t>(std::max(lastLine, 1)), m_lines.size());
        const std::size_t columns = cmark_gfm_extensions_get_table_columns(node);
        // cmark gives the first line of the paragraph above as the table's own: the header is the line before
        // the row of dashes.
        std::size_t dashes = first + 1;
        std::optional<std::vector<Alignment>> alignments;
        for (; dashes < last; ++dashes) {
            const std::string_view row = slice(m_text, rowSpan(dashes));
            alignments = delimiterRow(row);
            if (!alignments && row.find_first_not_of("-: ") == std::string_view::npos &&
                row.find('-') != std::string_view::npos)
                alignments = std::vector<Alignment>{Alignment::None}; // one column needs no pipe
            if (alignments && alignments->size() == columns)
                break;
        }
        if (dashes >= last || !alignments)
            return;
        const std::size_t header = dashes - 1;
        const int index = static_cast<int>(m_outline.tables.size());
        Table table;
        table.alignments = std::move(*alignments);
        linesAbove(first, header, table, index);

        std::size_t line = header;
        table.span = rowSpan(header);
        cmark_node* row = cmark_node_first_child(node);
        for (; row != nullptr && line < last; row = cmark_node_next(row)) {
            const Span span = rowSpan(line);
            if (line > dashes && !hasPipe(slice(m_text, span)) && columns > 1)
                break; // a line of prose right below: Markdown would make it a row, no reader would
            std::vector<Cell> cells = readRow(row, span);
            cells.resize(columns);
            if (line == header)
                table.header = std::move(cells);
            else
                table.rows.push_back(std::move(cells));
            table.span.end = span.end;
            line += line == header ? 2 : 1;
        }
        if (table.rows.empty())
            table.span.end = rowSpan(dashes).end;
        Block& block = add(BlockKind::Table, table.span);
        block.table = index;
        m_outline.tables.push_back(std::move(table));
        for (; row != nullptr && line < last; row = cmark_node_next(row), ++line) {
            Block& below = add(BlockKind::Paragraph, rowSpan(line));
            readInline(slice(m_text, below.span), InlineRules::Text, below.text, below.marks);
        }
    }

    std::vector<Cell> readRow(cmark_node* row, Span span) const {
        const std::vector<Span> places = splitRow(m_text, span);
        std::vector<Cell> cells;
        for (cmark_node* node = cmark_node_first_child(row); node != nullptr; node = cmark_node_next(node)) {
            Cell cell;
            readInlines(node, cell.text, cell.marks, true);
            if (cells.size() < places.size())
                cell.span = places[cells.size()];
            cells.push_back(std::move(cell));
        }
        return cells;
    }

    // The caption: the line directly above the header, or a short paragraph before it that ends in a colon,
    // is bold, or says by its first words that it is one ("Table 1: …", 单位：…).
    void linesAbove(std::size_t first, std::size_t header, Table& table, int index) {
        const auto caption = [&](Span span) {
            table.captionSpan = captionText(m_text, span);
            std::vector<Mark> marks;
            readInline(slice(m_text, table.captionSpan), InlineRules::Text, table.caption, marks);
            return marks;
        };
        if (header > first) {
            for (std::size_t line = first; line < header; ++line) {
                const Span span = rowSpan(line);
                const bool isCaption = line + 1 == header && looksLikeCaption(slice(m_text, span));
                Block& block = add(isCaption ? BlockKind::Caption : BlockKind::Paragraph, m_lines[line].span);
                if (isCaption) {
                    block.marks = caption(span);
                    block.text = table.caption;
                    block.table = index;
                } else {
                    readInline(slice(m_text, span), InlineRules::Text, block.text, block.marks);
                }
            }
            return;
        }
        if (m_outline.blocks.empty())
            return;
        Block& above = m_outline.blocks.back();
        const std::string_view raw = slice(m_text, above.span);
        const bool colon =
            raw.ends_with(':') || raw.ends_with("：") || raw.ends_with(":**") || raw.ends_with("：**");
        const bool strong = above.marks.size() == 1 && above.marks.front().kind == MarkKind::Strong &&
                            above.marks.front().span == Span{0, above.text.size()};
        if (above.kind == BlockKind::Paragraph && (colon || strong || namesATable(raw)) &&
            looksLikeCaption(raw) && raw.find('\n') == std::string_view::npos) {
            above.kind = BlockKind::Caption;
            above.marks = caption(above.span);
            above.text = table.caption;
            above.table = index;
        }
    }

    std::string_view m_text;
    std::size_t m_from;
    const ParseHints& m_hints;
    const ParseLimits& m_limits;
    std::vector<Line> m_lines;
    int m_readTo = 0; // the last line of the table of HTML read last
    bool m_tableNeverEnds = false;
    Outline m_outline;
    int m_quotes = 0;
    std::vector<int> m_numbers; // of the lists around: the last item's number, -1 for bullets
    bool m_firstOfItem = false;
};

// Paragraphs whose lines break at a fixed width: several lines of like length in one group.
bool isWrapped(std::string_view text, const std::vector<Line>& lines) {
    int wrapped = 0;
    int others = 0;
    for (std::size_t at = 0; at < lines.size();) {
        std::size_t end = at;
        std::size_t shortest = 1000;
        std::size_t longest = 0;
        while (end < lines.size() && !lines[end].blank()) {
            if (end + 1 < lines.size() && !lines[end + 1].blank()) {
                const std::size_t length = slice(text, lines[end].span).size();
                shortest = std::min(shortest, length);
                longest = std::max(longest, length);
            }
            ++end;
        }
        if (end - at >= 3)
            (shortest >= 45 && longest <= 130 && longest - shortest <= 40 ? wrapped : others) += 1;
        at = end + 1;
    }
    return wrapped > 0 && wrapped >= others;
}

} // namespace

bool looksLikeMarkdown(std::string_view text) {
    if (frontMatterLength(text) > 0)
        return true;
    const std::string_view head = text.substr(0, 1U << 16);
    const auto lines = splitLines(head);
    for (const Line& line : lines) {
        const std::string_view content = slice(head, line.span);
        const auto marks = content.find_first_not_of('#');
        if (marks != std::string_view::npos && marks >= 1 && marks <= 6 && content[marks] == ' ')
            return true;
        if (content.starts_with("```") || content.find("](http") != std::string_view::npos)
            return true;
    }
    return isWrapped(head, lines);
}

void parseMarkdown(Article& article, const SiteProfile& profile, const ParseHints& hints,
                   const ParseLimits& limits) {
    const std::string_view text = article.text;
    const std::size_t from = frontMatterLength(text);
    readFrontMatter(text.substr(0, from), article);
    const Language declared = article.pageLanguage;
    MarkdownReader reader(text, from, hints, limits);
    checkNesting(text, reader.lines(), hints, limits);
    checkTableSizes(text, reader.lines(), hints, limits);
    if (tooCostlyForCmark(text, reader.lines())) {
        article.issues.push_back({IssueSeverity::Warning, "markdown-too-costly", {hints.name}, {}});
        interpretPage(article, readLines(text, profile, hints, limits), profile);
    } else {
        interpretPage(article, reader.read(), profile);
    }
    if (article.language == Language::Unknown)
        article.language = declared;
}

} // namespace parallax::data
