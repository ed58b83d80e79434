// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "data/ingest/document.h"
#include "data/ingest/file.h"
#include "table_fixture.h"
#include "tests/test_program.h"

namespace test_seed_tables {

using namespace parallax::data;
using namespace parallax::data::testing;
using Json = nlohmann::json;

namespace {

bool near(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::max(std::abs(a), std::abs(b)));
}

// What the golden cell says and the typed one does not; empty when they agree.
std::string difference(const Json& expected, const Quantity& q) {
    const std::string kind = expected["kind"];
    if (kind == "range") {
        if (q.kind != QuantityKind::Range || !near(q.low.toDouble(), expected["low"]) ||
            !near(q.high.toDouble(), expected["high"]))
            return "range";
    } else if (!near(q.value.toDouble(), expected["value"])) {
        return "value";
    }
    if (!near(q.resolution.toDouble(), expected["stated_resolution"]))
        return "resolution";
    std::string unit = expected["unit"];
    if (const auto per = unit.find("/1M tokens"); per != std::string::npos) {
        unit.resize(per);
        if (!q.per || q.per->unit != "token" || !near(q.per->value.toDouble(), 1e6))
            return "per";
    }
    if (q.unit != unit)
        return "unit " + q.unit;
    if (expected.value("currency_assumed", false) != q.assumed)
        return "assumed currency";
    return q.unitConflict ? "a contradiction of units" : "";
}

} // namespace

class TestSeedTables : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void typesTheTablesOfTheRealArticle() {
        const std::filesystem::path folder =
            std::filesystem::path(PARALLAX_SOURCE_DIR).parent_path() / "shared" / "golden" / "seed";
        if (!std::filesystem::exists(folder / "expected.json"))
            QSKIP("the golden files are not beside this clone");
        const Json golden = Json::parse(readFile(folder / "expected.json"));
        ParseHints hints;
        hints.name = "article.txt";
        const Document document = parseDocument(readFile(folder / "article.txt"), hints);
        QVERIFY(!document.articles.empty());
        const Article& article = document.articles.front();
        TableContext context{article.language, article.archiveMonth, false};
        int checked = 0;
        for (const Json& expected : golden["tables"]) {
            const auto found =
                std::ranges::find(article.tables, expected["caption"].get<std::string>(), &Table::caption);
            QVERIFY(found != article.tables.end());
            const TypedTable table = typeTable(*found, context);
            QCOMPARE(table.labelColumn, expected["row_label_column"].get<int>());
            for (std::size_t row = 0; row < expected["rows"].size(); ++row) {
                const Json& cells = expected["rows"][row]["typed"];
                for (std::size_t column = 0; column < cells.size(); ++column) {
                    const Json& cell = cells[column];
                    const TypedCell& typedCell = table.cells.at(row).at(column);
                    const std::string kind = cell["kind"];
                    const auto place = expected["id"].get<std::string>() + " " + std::to_string(row) + "," +
                                       std::to_string(column);
                    std::vector<Json> parts;
                    if (kind == "composite")
                        parts = cell["parts"].get<std::vector<Json>>();
                    else if (kind == "scalar" || kind == "range")
                        parts = {cell};
                    else
                        QVERIFY2(!typedCell.figure, place.c_str());
                    if (parts.empty()) {
                        if (kind == "entity_list")
                            QCOMPARE(typedCell.entities, cell["entities"].get<std::vector<std::string>>());
                        continue;
                    }
                    QVERIFY2(typedCell.figure, place.c_str());
                    QCOMPARE(typedCell.quantities.size(), parts.size());
                    for (std::size_t i = 0; i < parts.size(); ++i) {
                        const std::string why = difference(parts[i], typedCell.quantities[i]);
                        QVERIFY2(why.empty(), (place + ": " + why).c_str());
                        ++checked;
                    }
                    if (cell.contains("note"))
                        QCOMPARE(found->rows[row][column].text.substr(
                                     typedCell.note.begin, typedCell.note.end - typedCell.note.begin),
                                 cell["note"].get<std::string>());
                }
            }
            if (expected.contains("delta_column")) {
                QCOMPARE(roles(table), QStringLiteral("label base new change(1>2)"));
                QCOMPARE(QString::fromStdString(table.columns[1].subject), QStringLiteral("Azure"));
                QCOMPARE(table.cells[1][3].rejected.size(), std::size_t(1)); // -4-8%
            } else if (expected.contains("base_column")) {
                QCOMPARE(roles(table), QStringLiteral("label base new text"));
                QCOMPARE(rowRoles(table), QStringLiteral("item item item others"));
            }
        }
        QVERIFY(checked > 15);
    }
};

PARALLAX_TEST(TestSeedTables)

} // namespace test_seed_tables
#include "test_seed_tables.moc"
