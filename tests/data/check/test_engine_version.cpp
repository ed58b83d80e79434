// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What comes out of known articles, as a digest beside the version of the rules: a library that was checked
// by other rules must be checked again.
#include <QFile>
#include <QtTest>

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>

#include "base/resource.h"
#include "data/article/identity.h"
#include "data/check/case.h"
#include "data/check/engine_version.h"
#include "read_text.h"
#include "tests/test_program.h"

namespace test_engine_version {

using namespace parallax;
using namespace parallax::data;
using Json = nlohmann::ordered_json;

namespace {

std::string number(double value) {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.6g", value); // the last digits are the processor's
    return buffer.data();
}

std::string told(const Check& check) {
    std::string out = std::string(ruleName(check.rule)) + ' ' + std::string(verdictName(check.verdict)) +
                      ' ' + std::string(gradeName(check.grade)) + ' ' +
                      std::string(colourName(check.colour)) + ' ' + check.unit + ' ' + check.cause + ' ' +
                      check.reason + ' ' + check.fingerprint;
    for (const auto& face : {check.face, check.faceHigh})
        out += face ? ' ' + number(*face) : std::string(" -");
    for (const std::string& arg : check.reasonArgs)
        out += " (" + arg + ')';
    for (const Repair& repair : check.repairs)
        out += " [" + repair.what + ' ' + repair.text + ']';
    for (const Evidence& evidence : check.statement)
        out += " | " + std::to_string(evidence.span.begin) + ' ' + evidence.quote;
    return out + '\n';
}

std::string toldOfFact(const Fact& fact) {
    return fact.subject + " / " + fact.measure + " / " + fact.period + " / " + fact.date + " = " +
           number(fact.quantity.value.toDouble()) + ' ' + fact.quantity.unit + '\n';
}

// Everything that the rules say of the demo library and of the golden cases.
std::string outcomes() {
    std::string out;
    std::vector<Fact> facts;
    for (const std::string_view name : resourceNames("demo/")) {
        if (!name.ends_with(".md") || name.ends_with("README.md"))
            continue;
        const Document document =
            parseDocument(resource(name), {.name = std::string(name), .url = {}, .contentType = {}});
        for (const Article& article : document.articles) {
            const ReadArticle read = readArticle(article);
            for (const Check& check : checkArticle(read))
                out += told(check);
            for (const Fact& fact : factsOf(read)) {
                out += toldOfFact(fact);
                facts.push_back(fact);
            }
        }
    }
    for (std::size_t i = 0; i < facts.size(); ++i)
        for (std::size_t k = i + 1; k < facts.size(); ++k)
            if (const auto check = compareFacts(facts[i], facts[k]))
                out += told(*check);
    QFile golden(QStringLiteral(PARALLAX_SOURCE_DIR "/tests/golden/checks.json"));
    if (golden.open(QIODevice::ReadOnly)) {
        const QByteArray bytes = golden.readAll();
        const Json json = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
        for (const Json& item : json.is_object() && json.contains("cases") ? json["cases"] : json)
            out += answerCase(item.dump()).dump() + '\n';
    }
    return out;
}

} // namespace

class TestEngineVersion final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void otherOutcomesHaveAnotherVersion() {
        QFile file(QStringLiteral(PARALLAX_SOURCE_DIR "/tests/golden/check_outcomes.json"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the source tree is not here");
        const QByteArray bytes = file.readAll();
        const Json kept = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
        QVERIFY(kept.is_object());
        const std::string found = outcomes();
        QVERIFY(found.size() > 10'000);
        if (const char* const path = std::getenv("PARALLAX_OUTCOMES")) { // to see what changed
            QFile out(QString::fromUtf8(path));
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(found.data(), static_cast<qint64>(found.size()));
        }
        const std::string digest = sha256Hex(found);
        const std::string line =
            "{\"version\": " + std::to_string(checkEngineVersion) + ", \"digest\": \"" + digest + "\"}";
        if (kept.value("digest", "") != digest)
            QVERIFY2(kept.value("version", 0) != checkEngineVersion,
                     ("other checks come out: raise checkEngineVersion, then keep " + line).c_str());
        QVERIFY2(kept.value("digest", "") == digest && kept.value("version", 0) == checkEngineVersion,
                 ("tests/golden/check_outcomes.json must be " + line).c_str());
    }
};

PARALLAX_TEST(TestEngineVersion)

} // namespace test_engine_version
#include "test_engine_version.moc"
