// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/delimited.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/error.h"
#include "base/utf8.h"
#include "data/article/language.h"
#include "data/ingest/languages.h"
#include "data/ingest/lines.h"
#include "data/ingest/page.h"

namespace parallax::data {
namespace {

bool nameEnds(std::string_view name, std::string_view ending) {
    if (name.size() < ending.size())
        return false;
    return std::ranges::equal(name.substr(name.size() - ending.size()), ending, [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a | 0x20) : a) == b;
    });
}

// The delimiter of the first line outside quotes that occurs most; a tab wins a tie.
char findDelimiter(std::string_view text) {
    std::array<std::pair<char, int>, 4> counts = {{{'\t', 0}, {',', 0}, {';', 0}, {'|', 0}}};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (c == '\n' && !quoted)
            break;
        for (auto& [delimiter, count] : counts)
            if (c == delimiter && !quoted)
                ++count;
    }
    return std::ranges::max_element(counts, {}, &std::pair<char, int>::second)->first;
}

// An apostrophe that keeps a spreadsheet from running the cell as a formula, as our own export and others
// write it: no part of what the cell says.
bool isGuarded(std::string_view text) {
    if (!text.starts_with('\''))
        return false;
    for (const std::string_view sign : {"=", "+", "-", "@", "＝", "＠", "＋", "－"})
        if (text.substr(1).starts_with(sign))
            return true;
    return false;
}

class Reader {
  public:
    Reader(std::string_view text, char delimiter)
        : m_text(text)
        , m_delimiter(delimiter) {}

    bool atEnd() const { return m_at >= m_text.size(); }

    // Stops after `most` cells: whoever asks sees that there are too many.
    std::vector<Cell> readRow(std::size_t most) {
        std::vector<Cell> row;
        while (true) {
            row.push_back(readCell());
            if (row.size() > most || atEnd() || m_text[m_at] == '\n')
                break;
            ++m_at; // the delimiter
        }
        if (!atEnd())
            ++m_at;
        return row;
    }

  private:
    Cell readCell() {
        Cell cell;
        const std::size_t begin = m_at;
        if (!atEnd() && m_text[m_at] == '"') {
            ++m_at;
            while (!atEnd()) {
                if (m_text[m_at] != '"') {
                    cell.text.push_back(m_text[m_at++]);
                } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
                    cell.text.push_back('"');
                    m_at += 2;
                } else {
                    ++m_at;
                    break;
                }
            }
            // What stands between the closing quote and the delimiter is kept: better odd than lost.
            const std::size_t rest = m_at;
            skipToDelimiter();
            cell.text += m_text.substr(rest, m_at - rest);
            cell.span = {begin, m_at};
            if (isGuarded(cell.text))
                cell.text.erase(0, 1);
            return cell;
        }
        skipToDelimiter();
        cell.span = trimSpan(m_text, {begin, m_at});
        if (isGuarded(slice(m_text, cell.span)))
            ++cell.span.begin;
        cell.text = slice(m_text, cell.span);
        return cell;
    }

    void skipToDelimiter() {
        const char stops[] = {m_delimiter, '\n', '\0'};
        m_at = std::min(m_text.find_first_of(stops, m_at), m_text.size());
    }

    std::string_view m_text;
    char m_delimiter;
    std::size_t m_at = 0;
};

} // namespace

bool looksDelimited(std::string_view text, const ParseHints& hints) {
    const std::string_view type = hints.contentType;
    if (type.starts_with("text/csv") || type.starts_with("text/tab-separated-values"))
        return true;
    if (nameEnds(hints.name, ".csv") || nameEnds(hints.name, ".tsv"))
        return true;
    // From the clipboard: at least two rows of as many tabs, nothing else.
    std::ptrdiff_t tabs = -1;
    int rows = 0;
    for (const Line& line : splitLines(text.substr(0, 1U << 16))) {
        if (line.blank())
            continue;
        const auto end = std::min(text.find('\n', line.start), text.size());
        const auto count = std::ranges::count(text.substr(line.start, end - line.start), '\t');
        if (count == 0 || (tabs >= 0 && count != tabs && end != text.size()))
            return false;
        tabs = tabs < 0 ? count : tabs;
        ++rows;
    }
    return rows >= 2;
}

Article parseDelimited(std::string text, const ParseHints& hints, const ParseLimits& limits) {
    Article article;
    article.url = hints.url;
    article.text = std::move(text);
    const std::string_view view = article.text;
    Table table;
    Reader reader(view, findDelimiter(view));
    std::size_t line = 1;
    std::size_t widest = 0; // all rows are made as wide as the widest
    // The limit is set for tables in markup, which a parser pads. Here a cell costs what it holds, and whole
    // data sets come this way.
    const std::size_t limit = limits.tableCells * 5;
    while (!reader.atEnd()) {
        std::vector<Cell> row = reader.readRow(limit);
        if (row.size() == 1 && row.front().text.empty())
            continue;
        widest = std::max(widest, row.size());
        const std::size_t cells = widest * (table.rows.size() + (table.header.empty() ? 1 : 2));
        if (cells > limit)
            throw Error(ErrorCode::DocumentTableTooLarge,
                        {hints.name, std::to_string(line), std::to_string(cells), std::to_string(limit)});
        ++line;
        if (table.header.empty())
            table.header = std::move(row);
        else
            table.rows.push_back(std::move(row));
    }
    table.header.resize(widest);
    for (auto& row : table.rows)
        row.resize(widest);
    table.alignments.assign(widest, Alignment::None);
    table.span = trimSpan(view, {0, view.size()});

    article.title = std::filesystem::path(hints.name).stem().string();
    if (!isUtf8(article.title))
        article.title = repairUtf8(article.title);
    table.caption = article.title;
    Block block;
    block.kind = BlockKind::Table;
    block.table = 0;
    block.span = table.span;
    article.blocks.push_back(std::move(block));
    article.tables.push_back(std::move(table));
    findLanguages(article);
    return article;
}

} // namespace parallax::data
