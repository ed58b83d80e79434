// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "data/quantity/cell.h"
#include "data/quantity/quantity.h"
#include "tests/test_program.h"

namespace test_quantities_of_seed {

using namespace parallax::data;
using Json = nlohmann::json;

namespace {

std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

bool near(double a, double b) {
    return std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b));
}

bool hasValue(const Quantity& q, const Json& typed) {
    if (typed.contains("value") && !near(typed["value"].get<double>(), q.value.toDouble()))
        return false;
    if (!typed.contains("low"))
        return true;
    // "nearly doubling" has a value and the house's range; what is told here is the value.
    return typed.contains("value") || (near(typed["low"].get<double>(), q.low.toDouble()) &&
                                       near(typed["high"].get<double>(), q.high.toDouble()));
}

bool hasDates(const Quantity& q, const Json& typed) {
    const auto is = [&](const char* key, const std::string& found) {
        return !typed.contains(key) || typed[key].get<std::string>() == found;
    };
    return is("start", q.from) && is("end", q.to) && is("period_end", q.latest) && is("date", q.latest) &&
           is("latest", q.latest) && is("earliest", q.earliest) && is("duration", q.duration);
}

// Units of the file are names for people ("stars", "company (家)", "NVIDIA H100").
bool hasUnit(const Quantity& q, const Json& typed) {
    if (!typed.contains("unit"))
        return true;
    const auto unit = typed["unit"].get<std::string>();
    return unit == q.unit || unit == q.unit + "s" || unit.find(q.unit) != std::string::npos;
}

} // namespace

// The agreed article with its figures, where it lies beside the project.
class TestQuantitiesOfSeed : public QObject {
    Q_OBJECT

    std::string m_text;
    Json m_expected;
    std::vector<std::string> m_lines;
    std::vector<std::vector<Quantity>> m_found; // of each line

    std::string textOf(std::size_t line, const Quantity& q) const {
        return m_lines[line].substr(q.span.begin, q.span.end - q.span.begin);
    }

  private Q_SLOTS:
    void initTestCase() {
        const std::string folder = PARALLAX_SOURCE_DIR "/../shared/golden/seed/";
        if (!std::ifstream(folder + "expected.json"))
            QSKIP("the agreed article is not beside this checkout");
        m_text = contentOf(folder + "article.txt");
        m_expected = Json::parse(contentOf(folder + "expected.json"));
        QuantityContext context;
        context.documentMonth = "2026-04";
        std::istringstream stream(m_text);
        for (std::string line; std::getline(stream, line);) {
            m_lines.push_back(line);
            m_found.push_back(parseQuantities(line, context));
        }
    }

    void findsEveryFigureOfTheText() {
        int missing = 0;
        for (const auto& item : m_expected["quantities"]) {
            const auto line = item["line"].get<std::size_t>() - 1;
            const auto text = item["text"].get<std::string>();
            // A table's bare cells take their units from headers; they are read as cells below.
            const auto& typed = item["typed"];
            if (typed.contains("unit_from") || typed["kind"] == "composite")
                continue;
            bool found = false;
            for (const auto& q : m_found[line]) {
                const auto own = textOf(line, q);
                const bool inside = text.find(own) != std::string::npos;
                found = found || (inside && hasValue(q, typed) && hasDates(q, typed) && hasUnit(q, typed));
            }
            if (found)
                continue;
            ++missing;
            qWarning("line %zu: %s %s", line + 1, text.c_str(), typed.dump().c_str());
        }
        QCOMPARE(missing, 0);
    }

    void makesNoFigureOfNames() {
        for (const auto& item : m_expected["not_quantities"]["items"]) {
            const auto text = item["text"].get<std::string>();
            for (const auto& number : item["lines"]) {
                const auto line = number.get<std::size_t>() - 1;
                if (text.starts_with("list numbers")) {
                    for (const auto& q : m_found[line])
                        QVERIFY2(q.span.begin > 1, m_lines[line].c_str());
                    continue;
                }
                for (std::size_t at = m_lines[line].find(text); at != std::string::npos;
                     at = m_lines[line].find(text, at + 1))
                    for (const auto& q : m_found[line]) {
                        // "8x H100" is a count of H100s and agreed on as one.
                        const bool counted = q.dimension == Dimension::Count && q.span.begin < at;
                        QVERIFY2(counted || q.span.end <= at || q.span.begin >= at + text.size(),
                                 textOf(line, q).c_str());
                    }
            }
        }
    }

    void typesEveryCellOfTheTables() {
        int wrong = 0;
        for (const auto& table : m_expected["tables"]) {
            const auto caption = table["caption"].get<std::string>();
            for (const auto& row : table["rows"]) {
                const auto rowHeader = row["cells"][0].get<std::string>();
                for (std::size_t k = 1; k < row["cells"].size(); ++k) {
                    const auto cell = row["cells"][k].get<std::string>();
                    const auto column = table["header"][k].get<std::string>();
                    const auto& typed = row["typed"][k];
                    const auto kind = typed["kind"].get<std::string>();
                    QuantityContext context;
                    context.rowHeader = rowHeader;
                    context.columnHeader = column;
                    context.caption = caption;
                    const auto reading = readCell(cell, context);
                    std::vector<Json> parts;
                    if (kind == "composite")
                        parts.assign(typed["parts"].begin(), typed["parts"].end());
                    else if (kind == "scalar" || kind == "range")
                        parts.push_back(typed);
                    bool right = reading.quantities.size() == parts.size();
                    for (std::size_t p = 0; right && p < parts.size(); ++p)
                        right =
                            hasValue(reading.quantities[p], parts[p]) && reading.complete() &&
                            (parts[p]["dimension"] == "price" || hasUnit(reading.quantities[p], parts[p]));
                    if (typed.contains("note") && typed.contains("value"))
                        right =
                            right && cell.substr(reading.note.begin, reading.note.end - reading.note.begin) ==
                                         typed["note"].get<std::string>();
                    if (kind == "entity_list")
                        right = right && reading.kind == CellKind::Entities &&
                                reading.entities.size() == typed["entities"].size();
                    if (right)
                        continue;
                    ++wrong;
                    qWarning("%s / %s: %s", rowHeader.c_str(), column.c_str(), cell.c_str());
                }
            }
        }
        QCOMPARE(wrong, 0);
    }
};

PARALLAX_TEST(TestQuantitiesOfSeed)

} // namespace test_quantities_of_seed
#include "test_quantities_of_seed.moc"
