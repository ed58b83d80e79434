// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "tests/app/program.h"
#include "tests/test_program.h"

namespace test_claims_cli {

// `latency claims`, `export` and `import` as a script sees them.

using namespace Qt::StringLiterals;
using parallax::test::Answer;
using parallax::test::Program;

namespace {

const QByteArray page = "---\ntitle: \"Two clouds\"\nlang: en\ndate: 2026-04-15\n---\n\n"
                        "| Metric | Azure (current) | AWS (expected) |\n|---|---|---|\n"
                        "| Median latency (200 tokens) | 0.9s | 1.0-1.1s |\n"
                        "| Throughput (req/s, 8x H200) | 140 | 125-130 |\n"
                        "| Cost per 1M tokens (GPT-4o) | $5.00 | $5.00 |\n"
                        "| Availability SLA | 99.9% | 99.95% |\n";

QJsonArray claimsOf(const Program& program) {
    return program.run({u"--json"_s, u"latency"_s, u"claims"_s, u"1"_s}).json().array();
}

QString verdict(const QJsonArray& claims, int at) {
    return claims.at(at)["verdict"_L1].toString();
}

// Forty answers of each of two simulated clouds.
const QByteArray simulation =
    R"({"name": "Simulated", "endpoints": [
        {"name": "Azure, simulated", "provider": "simulation", "model": "steady"},
        {"name": "AWS, simulated", "provider": "simulation", "model": "steady"}],
        "load": {"kind": "pairs", "requests": 8, "warmup": 0}, "prompt": {"max_tokens": 20}})";

} // namespace

class TestClaimsCli : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void claimsAreListedWithVerdictsAndWhatIsMissing() {
        const Program program;
        QVERIFY(program.write(u"page.md"_s, page));
        QCOMPARE(program.run({u"import"_s, program.path(u"page.md"_s)}).status, 0);
        const QJsonArray claims = claimsOf(program);
        QCOMPARE(claims.size(), 8);
        QCOMPARE(claims.at(0)["subject"_L1].toString(), u"Azure"_s);
        QCOMPARE(claims.at(0)["tokens"_L1].toInt(), 200);
        QCOMPARE(verdict(claims, 0), u"not_enough_data"_s);
        QCOMPARE(claims.at(1)["against"_L1]["subject"_L1].toString(), u"Azure"_s);
        QVERIFY(claims.at(0)["missing"_L1].toArray().contains(u"region"_s));
        QCOMPARE(verdict(claims, 2), u"not_testable_here"_s);
        // Azure's own list says 2.50 and 10 today; what it said on the article's day is not known.
        QCOMPARE(verdict(claims, 4), u"not_enough_data"_s);
        QCOMPARE(claims.at(4)["reason"_L1].toString(), u"price-undated"_s);
        QCOMPARE(verdict(claims, 5), u"not_enough_data"_s); // an expected price is held against no list
        QCOMPARE(claims.at(5)["reason"_L1].toString(), u"price-special"_s);
        QCOMPARE(verdict(claims, 7), u"contradicted"_s);
        QCOMPARE(claims.at(7)["readings"_L1].toArray().at(0)["service"_L1].toString(), u"Amazon Bedrock"_s);
        const Answer text = program.run({u"latency"_s, u"claims"_s});
        QCOMPARE(text.status, 0);
        for (const char* words :
             {"Article 1: Two clouds", "Azure: latency", "Not enough data", "Contradicted",
              "Not stated:", "To settle it:", "The service level of Amazon Bedrock promises 99.9 %"})
            QVERIFY2(text.out.contains(words), text.out.constData());
    }

    void whatIsSaidOfAPastMonthIsJudgedByNoRunOfToday() {
        const Program program;
        QVERIFY(program.write(u"page.md"_s, "---\ntitle: \"Then\"\nlang: en\ndate: 2026-04-15\n---\n\n"
                                            "In March 2026 the median TTFT on Azure was 410 ms.\n\n"
                                            "On OpenAI, GPT-4o costs $5.00 per million input tokens.\n\n"
                                            "In June 2024, GPT-4o cost $5.00 per million input tokens.\n"));
        QCOMPARE(program.run({u"import"_s, program.path(u"page.md"_s)}).status, 0);
        const QJsonArray claims = claimsOf(program);
        QCOMPARE(claims.size(), 3);
        QCOMPARE(verdict(claims, 0), u"not_testable_here"_s);
        QCOMPARE(claims.at(0)["reason"_L1].toString(), u"past"_s);
        QCOMPARE(claims.at(0)["from"_L1].toString(), u"2026-03-01"_s);
        QVERIFY(claims.at(0)["plan"_L1].isNull());
        QCOMPARE(verdict(claims, 1), u"contradicted"_s); // 2.50 since 2024-08-06
        QCOMPARE(verdict(claims, 2), u"consistent"_s);
        const Answer text = program.run({u"latency"_s, u"claims"_s});
        for (const char* words : {"It is said of 2026-03", "since 2024-08-06", "2024-05-13 to 2024-10-02"})
            QVERIFY2(text.out.contains(words), text.out.constData());
    }

    void whatIsNotReadIsPrinted() {
        const Program program;
        QVERIFY(program.write(u"page.md"_s,
                              "---\ntitle: \"Beside\"\nlang: en\ndate: 2026-04-15\n---\n\n"
                              "Our lawyers haggled for weeks. On OpenAI, GPT-4o costs $5.00 per "
                              "million input tokens.\n"));
        QCOMPARE(program.run({u"import"_s, program.path(u"page.md"_s)}).status, 0);
        const QJsonArray claims = claimsOf(program);
        QCOMPARE(claims.size(), 1);
        QCOMPARE(claims.at(0)["reason"_L1].toString(), u"price-differs-unread"_s);
        QVERIFY(claims.at(0)["unread"_L1].isUndefined());
        QVERIFY(claims.at(0)["unread_beside"_L1].toArray().contains(u"lawyers"_s));
        QVERIFY(program.run({u"latency"_s, u"claims"_s}).out.contains("lawyers"));
    }

    void aPlanRunsAsItIsPrinted() {
        const Program program;
        QVERIFY(program.write(u"page.md"_s, page));
        QCOMPARE(program.run({u"import"_s, program.path(u"page.md"_s)}).status, 0);
        const Answer plan = program.run({u"latency"_s, u"claims"_s, u"1"_s, u"--plan"_s, u"2"_s});
        QCOMPARE(plan.status, 0);
        QJsonObject json = QJsonDocument::fromJson(plan.out).object();
        QCOMPARE(json["endpoints"_L1].toArray().size(), 2);
        // With endpoints that answer it runs; nothing else is changed but how long it takes.
        json["endpoints"_L1] = QJsonDocument::fromJson(simulation).object()["endpoints"_L1];
        QJsonObject load = json["load"_L1].toObject();
        load["requests"_L1] = 3;
        json["load"_L1] = load;
        QVERIFY(program.write(u"plan.json"_s, QJsonDocument(json).toJson()));
        const Answer run = program.run({u"--json"_s, u"latency"_s, u"run"_s, program.path(u"plan.json"_s)});
        QVERIFY2(run.status == 0, run.err.constData());
        QCOMPARE(program.run({u"latency"_s, u"claims"_s, u"1"_s, u"--plan"_s, u"99"_s}).status, 2);
        const Answer price = program.run({u"latency"_s, u"claims"_s, u"1"_s, u"--plan"_s, u"5"_s});
        QCOMPARE(price.status, 2);
        QVERIFY(price.err.contains("no run settles"));
    }

    void aSimulationSettlesNothingButShowsTheTest() {
        const Program program;
        QVERIFY(program.write(u"page.md"_s, "Azure has a median time to first token of 20 ms.\n"));
        QVERIFY(program.write(u"plan.json"_s, simulation));
        QCOMPARE(program.run({u"import"_s, program.path(u"page.md"_s)}).status, 0);
        const Answer ran = program.run({u"latency"_s, u"run"_s, program.path(u"plan.json"_s)});
        QCOMPARE(ran.status, 0);
        QVERIFY2(ran.out.contains("; a simulation costs nothing\n") && !ran.out.contains("spent"),
                 ran.out.constData());
        const QJsonObject report =
            program.run({u"--json"_s, u"latency"_s, u"report"_s, u"1"_s}).json().object();
        QCOMPARE(report["spent_usd"_L1], QJsonValue(0));
        QCOMPARE(report["spent_at_most"_L1], QJsonValue(false));
        const QJsonArray claims = claimsOf(program);
        QCOMPARE(claims.size(), 1);
        QCOMPARE(verdict(claims, 0), u"not_enough_data"_s);
        QCOMPARE(claims.at(0)["reason"_L1].toString(), u"simulated-only"_s);
        const QJsonArray simulated = claims.at(0)["simulated"_L1].toArray();
        QCOMPARE(simulated.size(), 1);
        QCOMPARE(simulated.at(0)["simulation"_L1].toString(), u"steady"_s);
        QCOMPARE(simulated.at(0)["n"_L1].toInt(), 7); // the first came over a new connection
        QCOMPARE(simulated.at(0)["under_load_or_new_connection"_L1].toInt(), 1);
    }

    void runsTravelToAnotherLibraryOnce() {
        const Program here, there;
        QVERIFY(here.write(u"plan.json"_s, simulation));
        QCOMPARE(here.run({u"latency"_s, u"run"_s, here.path(u"plan.json"_s)}).status, 0);
        const QString file = here.path(u"runs.json"_s);
        QCOMPARE(here.run({u"latency"_s, u"export"_s, u"1"_s, u"--to"_s, file}).status, 0);
        const Answer first = there.run({u"--json"_s, u"latency"_s, u"import"_s, file});
        QVERIFY2(first.status == 0, first.err.constData());
        QCOMPARE(first.json().array().at(0)["what"_L1].toString(), u"added"_s);
        QCOMPARE(first.json().array().at(0)["attempts"_L1].toInt(), 16);
        const Answer again = there.run({u"--json"_s, u"latency"_s, u"import"_s, file});
        QCOMPARE(again.json().array().at(0)["what"_L1].toString(), u"known"_s);
        QCOMPARE(there.run({u"--json"_s, u"latency"_s, u"runs"_s}).json().array().size(), 1);
        // The report says the same in both places, and what goes out again is what came in.
        const auto report = [](const Program& program) {
            return program.run({u"--json"_s, u"latency"_s, u"report"_s, u"1"_s}).out;
        };
        QCOMPARE(report(there), report(here));
        QCOMPARE(there.run({u"latency"_s, u"export"_s, u"1"_s}).out,
                 here.run({u"latency"_s, u"export"_s, u"1"_s}).out);
    }

    void tablesOfARunAreWritten() {
        const Program program;
        QVERIFY(program.write(u"plan.json"_s, simulation));
        QCOMPARE(program.run({u"latency"_s, u"run"_s, program.path(u"plan.json"_s)}).status, 0);
        const Answer csv = program.run({u"latency"_s, u"export"_s, u"1"_s, u"--format"_s, u"csv"_s});
        QCOMPARE(csv.status, 0);
        QCOMPARE(csv.out.trimmed().split('\n').size(), 17);
        QVERIFY(csv.out.contains("ttft_ms") && csv.out.contains("Azure, simulated"));
        const QString book = program.path(u"run.xlsx"_s);
        QCOMPARE(program.run({u"latency"_s, u"export"_s, u"1"_s, u"--format"_s, u"xlsx"_s, u"--to"_s, book})
                     .status,
                 0);
        QVERIFY(program.contents(u"run.xlsx"_s).startsWith("PK"));
        QCOMPARE(program.run({u"latency"_s, u"export"_s, u"1"_s, u"--format"_s, u"xlsx"_s}).status, 2);
        QCOMPARE(program.run({u"latency"_s, u"export"_s, u"9"_s}).status, 2);
    }

    void filesThatAreNoneAreRefusedWithOneLine() {
        const Program program;
        QVERIFY(program.write(u"other.json"_s, R"({"format":"something"})"));
        QVERIFY(program.write(u"plan.json"_s,
                              R"({"format":"parallax-latency-runs","version":1,"runs":[{"uid":")" +
                                  QByteArray(32, 'a') +
                                  R"(","name":"x","plan":"{}","machine":"","version":"","begun":"","ended":"",
                                  "state":"finished","window":[0,0],"worst_lag":0,"spent":0,"attempts":[]}]})"));
        for (const QString& name : {u"other.json"_s, u"plan.json"_s, u"missing.json"_s}) {
            const Answer answer = program.run({u"latency"_s, u"import"_s, program.path(name)});
            QVERIFY(answer.status == 1 || answer.status == 2);
            QVERIFY2(answer.err.contains(name.toUtf8()), answer.err.constData());
        }
        QCOMPARE(program.run({u"--json"_s, u"latency"_s, u"runs"_s}).json().array().size(), 0);
    }
};

PARALLAX_LOOP_TEST(TestClaimsCli)

} // namespace test_claims_cli
#include "test_claims_cli.moc"
