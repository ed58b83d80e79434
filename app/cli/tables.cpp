// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <limits>

#include "app/cli/command.h"
#include "app/cli/stored_article.h"
#include "app/cli/text_table.h"
#include "data/quantity/quantity_json.h"
#include "data/store/correction_store.h"
#include "data/store/table_store.h"

namespace parallax::app {
namespace {

std::vector<data::StoredTable> tablesOf(data::Library& library, std::int64_t id) {
    if (id != 0) {
        if (!library.articles().row(id))
            throw Error(ErrorCode::ArticleNotFound, {std::to_string(id)});
        return library.tables().ofArticle(id);
    }
    std::vector<data::StoredTable> tables;
    for (const auto& row : library.tables().list({}, 0, std::numeric_limits<std::int64_t>::max()))
        tables.push_back(library.tables().load(row.id));
    return tables;
}

using Json = nlohmann::ordered_json;

Json columnJson(const data::TypedColumn& column) {
    Json out{{"role", data::columnRoleName(column.role)}};
    const auto text = [&](const char* key, const std::string& value) {
        if (!value.empty())
            out[key] = value;
    };
    if (column.role != data::ColumnRole::Label && column.role != data::ColumnRole::Text &&
        column.role != data::ColumnRole::Note)
        out["dimension"] = data::dimensionName(column.dimension);
    text("unit", column.unit);
    text("period", column.period);
    text("subject", column.subject);
    if (column.base >= 0 && column.next >= 0) {
        out["base"] = column.base;
        out["new"] = column.next;
    }
    if (column.perYear)
        out["per_year"] = true;
    if (column.roleCorrected || column.unitCorrected)
        out["corrected"] = true;
    return out;
}

Json cellJson(const data::TypedCell& cell, std::string_view words) {
    const auto slice = [&](const data::Span& span) {
        return words.substr(std::min(span.begin, words.size()), span.end - std::min(span.begin, span.end));
    };
    Json out{{"kind", cell.missing             ? "missing"
                      : cell.figure            ? "figure"
                      : !cell.entities.empty() ? "entities"
                                               : "text"}};
    if (!cell.quantities.empty())
        out["quantities"] = data::quantitiesJson(words, cell.quantities);
    if (!cell.entities.empty())
        out["entities"] = cell.entities;
    if (cell.note.end > cell.note.begin)
        out["note"] = slice(cell.note);
    if (cell.remainder.end > cell.remainder.begin && !cell.quantities.empty())
        out["remainder"] = slice(cell.remainder);
    if (std::ranges::any_of(cell.quantities, &data::Quantity::unitConflict))
        out["unit_conflict"] = true;
    if (!cell.rejected.empty())
        out["rejected"] = cell.rejected;
    if (cell.corrected) {
        out["corrected"] = true;
        out["words"] = cell.words;
    }
    return out;
}

// What the cells, columns and rows mean, an analyst's corrections in place.
void addTyped(Json& out, const data::StoredTable& stored, const data::TypedTable& typed) {
    auto columns = Json::array(), rows = Json::array(), cells = Json::array();
    for (const auto& column : typed.columns)
        columns.push_back(columnJson(column));
    for (const auto role : typed.rowRoles)
        rows.push_back(data::rowRoleName(role));
    for (std::size_t row = 0; row < typed.cells.size(); ++row) {
        auto line = Json::array();
        for (std::size_t column = 0; column < typed.cells[row].size(); ++column)
            line.push_back(
                cellJson(typed.cells[row][column], data::wordsOf(stored.table, typed, row, column)));
        cells.push_back(std::move(line));
    }
    out["columns"] = std::move(columns);
    out["row_roles"] = std::move(rows);
    out["cells"] = std::move(cells);
}

Json toJson(const data::StoredTable& stored, const std::string& title) {
    auto header = nlohmann::ordered_json::array();
    for (const auto& cell : stored.table.header)
        header.push_back(cell.text);
    auto rows = nlohmann::ordered_json::array();
    for (const auto& row : stored.table.rows) {
        auto cells = nlohmann::ordered_json::array();
        for (const auto& cell : row)
            cells.push_back(cell.text);
        rows.push_back(std::move(cells));
    }
    return {{"id", stored.row.id},
            {"article", stored.row.article},
            {"number", stored.row.index + 1},
            {"title", title},
            {"lang", data::languageTag(stored.row.language)},
            {"caption", stored.table.caption},
            {"header", std::move(header)},
            {"rows", std::move(rows)}};
}

} // namespace

void printTable(const data::StoredTable& stored) {
    std::vector<std::vector<std::string>> rows;
    const auto add = [&](const std::vector<data::Cell>& cells) {
        auto& row = rows.emplace_back();
        for (const auto& cell : cells)
            row.push_back(cell.text);
    };
    if (!stored.table.header.empty())
        add(stored.table.header);
    for (const auto& row : stored.table.rows)
        add(row);
    std::cout << (stored.table.caption.empty() ? "(no caption)" : withoutBreaks(stored.table.caption))
              << "  [article " << stored.row.article << ", table " << stored.row.index + 1 << "]\n"
              << textTable(rows, !stored.table.header.empty()) << '\n';
}

void addTables(CLI::App& app, Session& session) {
    auto* command =
        app.add_subcommand("tables", "Print the comparison tables of an article, or of the library");
    auto id = std::make_shared<std::int64_t>(0);
    command->add_option("ID", *id, "An article's number (default: all)");
    command->callback([&session, id] {
        session.run = [&session, id] {
            const auto library = session.openExisting();
            const auto tables = tablesOf(*library, *id);
            EditionDamage damage(session, *library);
            const auto warnIfDamaged = [&damage](const data::StoredTable& table) {
                return damage.warnIfDamaged(table.row.article, table.row.edition, table.row.language);
            };
            if (session.json) {
                OwnTitles titles(*library);
                auto out = nlohmann::ordered_json::array();
                for (const auto& table : tables) {
                    out.push_back(toJson(table, titles.of(table.row.article)));
                    if (warnIfDamaged(table))
                        out.back()["damaged"] = true;
                    addTyped(out.back(), table, library->corrections().typed(table));
                }
                std::cout << dumped(out) << '\n';
                return 0;
            }
            for (const auto& table : tables) {
                warnIfDamaged(table);
                printTable(table);
            }
            if (tables.empty())
                note(session, "No tables.");
            return 0;
        };
    });
}

} // namespace parallax::app
