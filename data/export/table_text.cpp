// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/utf8.h"
#include "data/export/escape.h"
#include "data/export/export.h"
#include "data/export/html_page.h"
#include "data/export/table_markdown.h"

namespace parallax::data {
namespace {

// A figure with a sign (-5%, +$1,234) is a number to every spreadsheet: behind the sign and a currency come
// digits and no operator. A range is none: of +6-20% Excel makes =+6-20%, which is 5.8, and shows that in its
// place. So a range is guarded as a formula is, though nobody meant one.
bool isSignedFigure(std::string_view text) {
    text.remove_prefix(1);
    for (const std::string_view currency : {"$", "€", "£", "¥"})
        if (text.starts_with(currency)) {
            text.remove_prefix(currency.size());
            break;
        }
    return !text.empty() && text[0] >= '0' && text[0] <= '9' &&
           text.find_first_of("+-*/^&=<>()!:@'\"|;") == std::string_view::npos;
}

// Excel, LibreOffice and Google Sheets run a cell that begins with one of these (OWASP, "CSV Injection"; the
// full-width forms count in Chinese and Japanese editions).
bool runsAsFormula(std::string_view text) {
    for (const std::string_view sign : {"=", "@", "\t", "\r", "＝", "＠", "＋", "－"})
        if (text.starts_with(sign))
            return true;
    return (text.starts_with('+') || text.starts_with('-')) && !isSignedFigure(text);
}

std::string guarded(const std::string& text, const TableExportOptions& options) {
    return options.formulaGuard && runsAsFormula(text) ? "'" + text : text;
}

std::string csvCell(const std::string& text, const TableExportOptions& options) {
    std::string safe = guarded(text, options);
    if (safe.find_first_of(",\"\r\n") == std::string::npos)
        return safe;
    std::string out = "\"";
    for (const char c : safe) {
        if (c == '"')
            out.push_back('"');
        out.push_back(c);
    }
    return out + '"';
}

// TSV has no quotation: what would end a cell becomes a blank.
std::string tsvCell(const std::string& text, const TableExportOptions& options) {
    std::string out = guarded(text, options);
    std::ranges::replace_if(
        out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return out;
}

template <typename CellText>
std::string delimited(const Table& table, const TableExportOptions& options, char separator,
                      std::string_view lineEnd, const CellText& cell) {
    std::string out;
    const auto line = [&](const std::vector<Cell>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0)
                out.push_back(separator);
            out += cell(cells[i].text, options);
        }
        out += lineEnd;
    };
    if (options.header && !table.header.empty())
        line(table.header);
    for (const auto& row : table.rows)
        line(row);
    return out;
}

nlohmann::ordered_json texts(const std::vector<Cell>& cells) {
    auto array = nlohmann::ordered_json::array();
    for (const Cell& cell : cells)
        array.push_back(cell.text);
    return array;
}

std::string json(const Table& table) {
    nlohmann::ordered_json out;
    out["caption"] = table.caption;
    out["header"] = texts(table.header);
    out["rows"] = nlohmann::ordered_json::array();
    for (const auto& row : table.rows)
        out["rows"].push_back(texts(row));
    return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

} // namespace

std::string exportTable(const Table& table, TableFormat format, const TableExportOptions& options) {
    switch (format) {
    case TableFormat::Csv:
        return (options.byteOrderMark ? "\xEF\xBB\xBF" : "") +
               delimited(table, options, ',', "\r\n", csvCell);
    case TableFormat::Tsv:
        return delimited(table, options, '\t', "\n", tsvCell);
    case TableFormat::Markdown:
        return tableMarkdown(table, options.header);
    case TableFormat::Json:
        return json(table);
    case TableFormat::Html: {
        std::string words = table.caption;
        for (const auto& row : table.rows)
            for (const Cell& cell : row)
                if (words.size() < 2000)
                    words += " " + cell.text;
        return htmlPage(table.caption, detectLanguage(words), tableHtml(table, options.header));
    }
    case TableFormat::Xlsx:
        break; // binary: exportWorkbook
    }
    throw parallax::Error(ErrorCode::ExportFailed, {"", "XLSX is not text"});
}

} // namespace parallax::data
