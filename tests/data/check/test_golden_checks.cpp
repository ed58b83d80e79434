// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

#include "data/check/case.h"
#include "tests/test_program.h"

namespace test_golden_checks {

using namespace parallax::data;
using Json = nlohmann::json;

namespace {

// To the four decimals of the golden files; amounts to nine digits.
bool same(const Json& expected, const Json& found) {
    if (expected.is_number() && found.is_number()) {
        const double a = expected.get<double>();
        const double b = found.get<double>();
        return std::abs(a - b) <= 0.000051 + 1e-9 * std::abs(a);
    }
    if (expected.is_array() && found.is_array()) {
        if (expected.size() != found.size())
            return false;
        for (std::size_t i = 0; i < expected.size(); ++i)
            if (!same(expected[i], found[i]))
                return false;
        return true;
    }
    return expected == found;
}

std::string difference(const Json& item, const Json& found) {
    if (found.contains("error"))
        return "error " + found.dump();
    if (found["verdict"] != item["verdict"])
        return "verdict";
    if (item.contains("colour") && found["colour"] != item["colour"])
        return "colour";
    if (item.contains("computed"))
        for (const auto& [key, value] : item["computed"].items())
            if (!(found["computed"].contains(key) && same(value, found["computed"][key])))
                return "computed " + key;
    if (item.contains("repairs"))
        for (const auto& repair : item["repairs"])
            if (std::ranges::find(found["repairs"], repair) == found["repairs"].end())
                return "repair " + repair.dump();
    return {};
}

} // namespace

// Cases with their answers: our own in tests/golden, and the agreed ones beside the project where they are at
// hand.
class TestGoldenChecks : public QObject {
    Q_OBJECT

    void runCases(const std::string& path) {
        std::ifstream file(path);
        const auto cases = Json::parse(file)["cases"];
        QVERIFY(!cases.empty());
        int wrong = 0;
        for (const auto& item : cases) {
            const Json line{{"rule", item["rule"]}, {"in", item["in"]}};
            const Json found = Json::parse(answerCase(line.dump()).dump());
            const auto why = difference(item, found);
            if (why.empty())
                continue;
            ++wrong;
            qWarning("%s: %s\n  case  %s\n  found %s", item.value("id", std::string()).c_str(), why.c_str(),
                     item.dump().c_str(), found.dump().c_str());
        }
        QCOMPARE(wrong, 0);
    }

  private Q_SLOTS:
    void ownCases() { runCases(PARALLAX_SOURCE_DIR "/tests/golden/checks.json"); }

    void agreedCases() {
        const std::string path = PARALLAX_SOURCE_DIR "/../shared/golden/analysis/checks.json";
        if (!std::ifstream(path))
            QSKIP("the agreed golden cases are not beside this checkout");
        runCases(path);
    }

    void aLineThatIsNoCaseIsAnsweredByAnError_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QByteArray() << "not-a-case";
        QTest::newRow("no JSON") << QByteArray("{\"rule\":") << "not-a-case";
        QTest::newRow("a list") << QByteArray("[1,2]") << "not-a-case";
        QTest::newRow("no rule") << QByteArray(R"({"in":{}})") << "missing-input";
        QTest::newRow("rule is a number") << QByteArray(R"({"rule":7,"in":{}})") << "missing-input";
        QTest::newRow("no input") << QByteArray(R"({"rule":"CAGR"})") << "missing-input";
        QTest::newRow("unknown rule") << QByteArray(R"({"rule":"GUESS","in":{}})") << "unknown-rule";
        QTest::newRow("lacks a key") << QByteArray(R"({"rule":"DELTA_PCT","in":{"base":"1"}})")
                                     << "missing-input";
        QTest::newRow("parts no list")
            << QByteArray(R"({"rule":"SUM_TOTAL","in":{"parts":"1","stated":"2"}})") << "not-a-list";
        QTest::newRow("not UTF-8") << QByteArray("{\"rule\":\"CAGR\xff\",\"in\":{}}") << "not-a-case";
    }
    void aLineThatIsNoCaseIsAnsweredByAnError() {
        QFETCH(QByteArray, line);
        QFETCH(QString, code);
        const auto found = answerCase({line.constData(), static_cast<std::size_t>(line.size())});
        QVERIFY(found.contains("error"));
        QCOMPARE(QString::fromStdString(found["error"].get<std::string>()), code);
    }

    void anOperandWithoutAFigureCannotBeTold() {
        for (const char* stated : {"\"N/A\"", "null", "\"\"", "\"growth\"", "[]", "{}", "true"}) {
            const std::string line = R"({"rule":"DELTA_PCT","in":{"base":"$15B","new":"$18B","stated":)" +
                                     std::string(stated) + "}}";
            const auto found = answerCase(line);
            QCOMPARE(QString::fromStdString(found["verdict"].get<std::string>()), "cannot_tell");
            QCOMPARE(QString::fromStdString(found["colour"].get<std::string>()), "grey");
            QVERIFY(found["computed"].empty());
        }
    }
};

PARALLAX_TEST(TestGoldenChecks)

} // namespace test_golden_checks
#include "test_golden_checks.moc"
