// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

#include "data/quantity/quantity_json.h"
#include "tests/test_program.h"

namespace test_golden_quantities {

using namespace parallax::data;
using Json = nlohmann::ordered_json;

namespace {

bool same(const Json& expected, const Json& found) {
    if (expected.is_null()) // left open by the case
        return true;
    if (expected.is_number() && found.is_number()) {
        const double a = expected.get<double>();
        const double b = found.get<double>();
        return std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b));
    }
    if (expected.is_object() && found.is_object()) {
        for (const auto& [key, value] : expected.items())
            if (!found.contains(key) || !same(value, found[key]))
                return false;
        return true;
    }
    return expected == found;
}

std::string difference(const Json& expected, const Json& found) {
    if (expected.size() != found.size())
        return std::to_string(expected.size()) + " expected, " + std::to_string(found.size()) + " found";
    for (std::size_t i = 0; i < expected.size(); ++i)
        for (const auto& [key, value] : expected[i].items())
            if (!found[i].contains(key) || !same(value, found[i][key]))
                return "key " + key;
    return {};
}

} // namespace

// Cases with their answers: our own in tests/golden, and the agreed ones beside the project where they are at
// hand.
class TestGoldenQuantities : public QObject {
    Q_OBJECT

    void runCases(const std::string& path) {
        std::ifstream file(path);
        const auto cases = Json::parse(file)["cases"];
        QVERIFY(!cases.empty());
        int wrong = 0;
        for (const auto& item : cases) {
            const auto found = quantitiesOfLine(item.dump());
            const auto why = difference(item["expect"], found);
            if (why.empty())
                continue;
            ++wrong;
            qWarning("%s (%s): %s\n  expected %s\n  found    %s", item["in"].get<std::string>().c_str(),
                     item.value("id", std::string()).c_str(), why.c_str(), item["expect"].dump().c_str(),
                     found.dump().c_str());
        }
        QCOMPARE(wrong, 0);
    }

  private Q_SLOTS:
    void ownCases() { runCases(PARALLAX_SOURCE_DIR "/tests/golden/quantities.json"); }

    void agreedCases() {
        const std::string path = PARALLAX_SOURCE_DIR "/../shared/golden/analysis/quantities.json";
        if (!std::ifstream(path))
            QSKIP("the agreed golden cases are not beside this checkout");
        runCases(path);
    }
};

PARALLAX_TEST(TestGoldenQuantities)

} // namespace test_golden_quantities
#include "test_golden_quantities.moc"
