// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>
#include <limits>

#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "data/export/export.h"
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

nlohmann::ordered_json toJson(const data::StoredTable& stored) {
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
            {"title", stored.row.articleTitle},
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
    std::cout << (stored.table.caption.empty() ? "(no caption)" : stored.table.caption) << "  [article "
              << stored.row.article << ", table " << stored.row.id << "]\n"
              << textTable(rows, !stored.table.header.empty()) << '\n';
}

void addTables(CLI::App& app, Session& session) {
    auto* command =
        app.add_subcommand("tables", "Print the comparison tables of an article, or of the library");
    auto id = std::make_shared<std::int64_t>(0);
    command->add_option("ID", *id, "An article's number (default: all)");
    command->callback([&session, id] {
        session.run = [&session, id] {
            const auto library = session.openLibrary();
            const auto tables = tablesOf(*library, *id);
            if (session.json) {
                auto out = nlohmann::ordered_json::array();
                for (const auto& table : tables)
                    out.push_back(toJson(table));
                std::cout << out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                          << '\n';
                return 0;
            }
            for (const auto& table : tables)
                printTable(table);
            if (tables.empty())
                note(session, "No tables.");
            return 0;
        };
    });
}

} // namespace parallax::app
