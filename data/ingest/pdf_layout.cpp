// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "base/error.h"
#include "base/utf8.h"
#include "data/ingest/pdf_lines.h"

namespace parallax::data {
namespace {

// Lines that most pages repeat, page numbers aside.
std::string withoutDigits(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (c >= '0' && c <= '9') {
            if (out.empty() || out.back() != '#')
                out += '#';
        } else {
            out += c;
        }
    return out;
}

void dropRunningHeads(std::vector<std::vector<PdfLine>>& pages, const std::vector<double>& heights) {
    const auto inMargin = [&](std::size_t page, const PdfLine& line) {
        return line.bottom < 0.1 * heights[page] || line.top > 0.9 * heights[page];
    };
    std::map<std::string, std::size_t> seen;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        std::set<std::string> here;
        for (const auto& line : pages[page])
            if (inMargin(page, line))
                here.insert(withoutDigits(line.text()));
        for (const auto& text : here)
            ++seen[text];
    }
    for (std::size_t page = 0; page < pages.size(); ++page)
        std::erase_if(pages[page], [&](const PdfLine& line) {
            if (!inMargin(page, line))
                return false;
            const std::string text = withoutDigits(line.text());
            return text == "#" || text == "- # -" || text == "# / #" || text == "Page #" ||
                   (pages.size() >= 3 && seen[text] >= 3 && seen[text] * 2 >= pages.size());
        });
}

// The size that most letters are set in.
double bodySize(const std::vector<PdfLine>& lines) {
    std::map<int, std::size_t> letters; // by half points
    for (const auto& line : lines)
        letters[static_cast<int>(std::lround(2 * line.size))] += line.text().size();
    const auto most = std::max_element(letters.begin(), letters.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters.end() ? 0 : most->first / 2.0;
}

bool endsSentence(std::string_view text) {
    for (const std::string_view end : {".", "!", "?", "。", "！", "？", ":", "：", "”", "\"", "」"})
        if (text.ends_with(end))
            return true;
    return false;
}

// The length of "• ", "- ", "3. " or "(2) " at the beginning; 0 when there is none.
std::size_t bulletLength(const std::string& text, int& number) {
    number = 0;
    for (const std::string_view bullet : {"•", "●", "▪", "■", "◦", "‣", "–", "-", "*", "·", "○"})
        if (text.starts_with(bullet) && text.size() > bullet.size()) {
            std::size_t at = bullet.size();
            const bool blank = text[at] == ' ';
            while (at < text.size() && text[at] == ' ')
                ++at;
            return (blank || bullet.size() > 1) && at < text.size() ? at : 0;
        }
    std::size_t at = text.starts_with('(') ? 1 : 0;
    const std::size_t digits = at;
    while (at < text.size() && at < digits + 2 && text[at] >= '0' && text[at] <= '9')
        number = 10 * number + (text[at++] - '0');
    if (at == digits || at + 2 >= text.size() || (text[at] != '.' && text[at] != ')') ||
        text[at + 1] != ' ') {
        number = 0;
        return 0;
    }
    return at + 2;
}

class PdfWriter {
  public:
    PdfWriter(const ParseHints& hints, const ParseLimits& limits, Article& article)
        : m_hints(hints)
        , m_limits(limits)
        , m_article(article) {}

    void write(const std::vector<PdfLine>& lines) {
        m_body = bodySize(lines);
        rankHeadings(lines);
        for (std::size_t at = 0; at < lines.size();) {
            const std::size_t rows = tableRows(lines, at);
            if (rows > 0) {
                flush();
                writeTable(lines, at, rows);
                at += rows;
                m_previous = nullptr;
            } else {
                addLine(lines[at]);
                m_previous = &lines[at];
                ++at;
            }
        }
        flush();
    }

  private:
    struct Column {
        double left, right;
    };

    void rankHeadings(const std::vector<PdfLine>& lines) {
        std::set<int, std::greater<>> sizes;
        for (const auto& line : lines)
            if (line.size >= 1.15 * m_body)
                sizes.insert(static_cast<int>(std::lround(2 * line.size)));
        int level = 0;
        for (const int size : sizes)
            m_levels[size] = std::min(6, ++level);
    }
    int headingLevel(const PdfLine& line) const {
        const std::string text = line.text();
        if (codePointCount(text) > 200)
            return 0;
        if (const auto at = m_levels.find(static_cast<int>(std::lround(2 * line.size))); at != m_levels.end())
            return at->second;
        if (line.bold && codePointCount(text) < 100 && !endsSentence(text))
            return std::min(6, static_cast<int>(m_levels.size()) + 1);
        return 0;
    }

    // How many lines from `at` on are rows of a table: at least three with two cells or more in common
    // columns.
    std::size_t tableRows(const std::vector<PdfLine>& lines, std::size_t at) const {
        if (lines[at].segments.size() < 2)
            return 0;
        std::size_t end = at;
        std::size_t rows = 0;
        std::vector<Column> columns;
        while (end < lines.size() && lines[end].column == lines[at].column) {
            const PdfLine& line = lines[end];
            if (end > at && line.top - lines[end - 1].bottom > 2.5 * std::max(line.height(), 1.0))
                break;
            const bool continues = line.segments.size() == 1 && end > at && isCellRest(line, columns) &&
                                   end + 1 < lines.size() && lines[end + 1].segments.size() > 1;
            if (line.segments.size() < 2 && !continues)
                break;
            if (!addColumns(line, columns))
                break;
            rows += line.segments.size() > 1 ? 1U : 0U;
            ++end;
        }
        return rows >= 3 && columns.size() >= 2 ? end - at : 0;
    }
    // A wrapped cell: a lone segment below one column that is not the first.
    static bool isCellRest(const PdfLine& line, const std::vector<Column>& columns) {
        int touched = 0;
        bool first = false;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (line.left < columns[i].right && line.right > columns[i].left) {
                ++touched;
                first = i == 0;
            }
        return touched == 1 &&
               (!first || line.right - line.left < 0.5 * (line.columnRight - line.columnLeft));
    }
    // Widens the columns by the line's segments; false, and no change, when a segment would tie two columns.
    static bool addColumns(const PdfLine& line, std::vector<Column>& columns) {
        std::vector<Column> wider = columns;
        for (const auto& segment : line.segments) {
            std::vector<std::size_t> touched;
            for (std::size_t i = 0; i < wider.size(); ++i)
                if (segment.left < wider[i].right + 1 && segment.right > wider[i].left - 1)
                    touched.push_back(i);
            if (touched.size() > 1)
                return false;
            if (touched.empty()) {
                const Column column{segment.left, segment.right};
                wider.insert(std::find_if(wider.begin(), wider.end(),
                                          [&](const Column& other) { return other.left > column.left; }),
                             column);
            } else {
                Column& column = wider[touched[0]];
                column = {std::min(column.left, segment.left), std::max(column.right, segment.right)};
            }
        }
        columns = std::move(wider);
        return true;
    }

    void writeTable(const std::vector<PdfLine>& lines, std::size_t at, std::size_t count) {
        std::vector<Column> columns;
        for (std::size_t i = at; i < at + count; ++i)
            addColumns(lines[i], columns);
        if (columns.size() * count > m_limits.tableCells)
            throw Error(ErrorCode::DocumentTableTooLarge,
                        {m_hints.name, "", std::to_string(columns.size() * count),
                         std::to_string(m_limits.tableCells)});
        std::vector<std::vector<std::string>> rows;
        for (std::size_t i = at; i < at + count; ++i) {
            const PdfLine& line = lines[i];
            if (line.segments.size() > 1 || rows.empty())
                rows.emplace_back(columns.size());
            for (const auto& segment : line.segments)
                for (std::size_t column = 0; column < columns.size(); ++column)
                    if (segment.left < columns[column].right && segment.right > columns[column].left) {
                        std::string& cell = rows.back()[column];
                        if (!cell.empty() && !joinsWithoutBlank(cell, segment.text))
                            cell += ' ';
                        cell += segment.text;
                        break;
                    }
        }
        Table table;
        table.reconstructed = true;
        beginBlock();
        table.span.begin = m_article.text.size();
        std::vector<std::vector<Cell>> written;
        for (auto& row : rows) {
            std::vector<Cell> cells;
            for (auto& text : row) {
                if (!cells.empty())
                    m_article.text += '\t';
                Cell cell;
                cell.span = {m_article.text.size(), m_article.text.size() + text.size()};
                m_article.text += text;
                cell.text = std::move(text);
                cells.push_back(std::move(cell));
            }
            m_article.text += '\n';
            written.push_back(std::move(cells));
        }
        m_article.text.pop_back();
        table.span.end = m_article.text.size();
        const auto hasDigit = [](const Cell& cell) {
            return cell.text.find_first_of("0123456789") != cell.text.npos;
        };
        const bool figuresBelow = std::any_of(written.begin() + 1, written.end(), [&](const auto& row) {
            return std::any_of(row.begin() + 1, row.end(), hasDigit);
        });
        if (lines[at].bold ||
            (figuresBelow && std::none_of(written[0].begin() + 1, written[0].end(), hasDigit))) {
            table.header = std::move(written.front());
            written.erase(written.begin());
        }
        table.rows = std::move(written);
        table.alignments.resize(columns.size(), Alignment::None);
        Block block;
        block.kind = BlockKind::Table;
        block.table = static_cast<int>(m_article.tables.size());
        block.span = table.span;
        m_article.blocks.push_back(std::move(block));
        m_article.tables.push_back(std::move(table));
    }

    bool beginsParagraph(const PdfLine& line) const {
        if (!m_previous || m_text.empty())
            return true;
        const PdfLine& above = *m_previous;
        if (std::abs(line.size - above.size) > 0.08 * std::max(1.0, above.size) || line.bold != above.bold)
            return true;
        if (above.column !=
            line.column) // goes on over a column's or page's end unless a sentence ended there
            return endsSentence(m_text);
        if (line.top - above.bottom > 0.75 * std::max(1.0, above.height()))
            return true;
        const double width = line.columnRight - line.columnLeft;
        const bool indented =
            line.left - above.left > 0.7 * line.size && above.left - line.columnLeft < line.size;
        const bool shortAbove = above.right < line.columnRight - 0.15 * width;
        return (indented && endsSentence(m_text)) || (shortAbove && endsSentence(m_text));
    }

    void addLine(const PdfLine& line) {
        std::string text = line.text();
        if (trim(text).empty())
            return;
        int number = 0;
        const int level = headingLevel(line);
        const std::size_t bullet = level == 0 ? bulletLength(text, number) : 0;
        const bool sameHeading = level > 0 && m_kind == BlockKind::Heading && m_level == level &&
                                 m_previous && m_previous->column == line.column &&
                                 line.top - m_previous->bottom < 0.8 * std::max(1.0, line.height());
        if (bullet > 0 || (level > 0 && !sameHeading) || (level == 0 && m_kind == BlockKind::Heading) ||
            (level == 0 && beginsParagraph(line)))
            flush();
        if (m_text.empty()) {
            m_kind = level > 0 ? BlockKind::Heading : bullet > 0 ? BlockKind::ListItem : BlockKind::Paragraph;
            m_level = level > 0 ? level : bullet > 0 ? 1 : 0;
            m_number = number;
            m_bullet = text.substr(0, bullet);
            m_text = text.substr(bullet);
            return;
        }
        const bool hyphenated = m_text.size() > 2 && m_text.back() == '-' &&
                                std::isalpha(static_cast<unsigned char>(m_text[m_text.size() - 2])) &&
                                std::islower(static_cast<unsigned char>(text[0]));
        if (hyphenated)
            m_text.pop_back();
        else if (!joinsWithoutBlank(m_text, text))
            m_text += ' ';
        m_text += text;
    }

    void beginBlock() {
        if (!m_article.text.empty())
            m_article.text += "\n\n";
    }
    void flush() {
        if (m_text.empty())
            return;
        beginBlock();
        Block block;
        block.kind = m_kind;
        block.level = m_level;
        block.number = m_number;
        block.span.begin = m_article.text.size();
        m_article.text += m_bullet;
        m_article.text += m_text;
        block.span.end = m_article.text.size();
        block.text = std::move(m_text);
        m_article.blocks.push_back(std::move(block));
        m_text.clear();
        m_bullet.clear();
        m_kind = BlockKind::Paragraph;
    }

    const ParseHints& m_hints;
    const ParseLimits& m_limits;
    Article& m_article;
    double m_body = 0;
    std::map<int, int> m_levels; // half points → heading level
    const PdfLine* m_previous = nullptr;
    std::string m_text; // of the block at hand
    std::string m_bullet;
    BlockKind m_kind = BlockKind::Paragraph;
    int m_level = 0;
    int m_number = 0;
};

} // namespace

void layOutPdf(std::vector<PdfPage>& pages, const ParseHints& hints, const ParseLimits& limits,
               Article& article) {
    std::vector<std::vector<PdfLine>> lines;
    std::vector<double> heights;
    int column = 0;
    for (auto& page : pages) {
        heights.push_back(page.height);
        lines.push_back(pdfLines(page, column));
    }
    dropRunningHeads(lines, heights);
    std::vector<PdfLine> all;
    for (auto& page : lines)
        std::move(page.begin(), page.end(), std::back_inserter(all));
    PdfWriter(hints, limits, article).write(all);
}

} // namespace parallax::data
