// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "data/export/export.h"
#include "data/export/run_export.h"
#include "data/store/attempt_json.h"
#include "data/store/measure_store.h"
#include "data/store/merge.h"
#include "data/store/run_file.h"
#include "tests/test_program.h"

namespace test_run_file {

using namespace parallax;
using namespace parallax::data;

namespace {

Attempt sample(int number) {
    Attempt attempt;
    attempt.endpoint = "east";
    attempt.sequence = number;
    attempt.time.submitted = 1'000'000 * number + 1;
    attempt.time.firstAny = 1'500'000 * number + 7;
    attempt.time.last = 9007199254740993; // beyond a double's whole numbers
    attempt.time.chunks = {{attempt.time.firstAny, 90, 4, TokenChannel::Reasoning, false},
                           {attempt.time.last, 80, 5, TokenChannel::Text, true}};
    attempt.usage = {10, 20, 3, 4, 5, 6, 21};
    attempt.model = "M-2026-01";
    attempt.fingerprint = "fp_1";
    attempt.serviceTier = "default";
    attempt.headers = {{"x-region", "east-1"}, {"x-region", "twice"}};
    attempt.opening = "data: \"quoted\"\n\n";
    attempt.outcome = number % 3 == 2 ? Outcome::Throttled : Outcome::Success;
    attempt.fault = number % 3 == 2 ? "http-429" : "";
    attempt.wallClock = "2026-04-01T00:00:00Z";
    return attempt;
}

RunId addRun(Library& library, int attempts) {
    MeasureStore store(library);
    Endpoint east;
    east.name = "east";
    east.provider = "vllm";
    east.model = "M";
    east.region = "us-east-1";
    east.baseUrl = "http://127.0.0.1:9";
    east.options = {{"price-input", "1"}};
    store.saveEndpoint(east);
    MeasureRun run;
    run.name = "Morning, \"east\"";
    run.plan = R"({"name":"Morning","endpoints":["east","gone"],"load":{"requests":3}})";
    run.machine = "Linux here";
    run.version = "9.9";
    run.begunAt = "2026-04-01T00:00:00Z";
    run.id = store.beginRun(run);
    std::vector<Attempt> list;
    for (int i = 0; i < attempts; ++i)
        list.push_back(sample(i));
    store.addAttempts(run.id, list);
    run.endedAt = "2026-04-01T00:10:00Z";
    run.state = MeasureState::Stopped;
    run.windowBegin = 5;
    run.windowEnd = 9007199254740993;
    run.spent = 123'456;
    store.endRun(run);
    return run.id;
}

struct Libraries {
    QTemporaryDir folder;
    Library here{std::filesystem::path(folder.filePath("here.sqlite3").toStdString())};
    Library there{std::filesystem::path(folder.filePath("there.sqlite3").toStdString())};
};

} // namespace

class TestRunFile : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aMergeBringsRunsAndEndpoints() {
        Libraries two;
        const RunId id = addRun(two.there, 3);
        addRun(two.here, 2);
        mergeLibrary(two.here, two.there, {}, {});
        mergeLibrary(two.here, two.there, {}, {}); // known the second time
        MeasureStore store(two.here);
        QCOMPARE(store.runs().size(), 2U);
        QCOMPARE(store.endpoints().size(), 1U);
        const MeasureRun original = *MeasureStore(two.there).run(id);
        for (const MeasureRun& run : store.runs())
            QCOMPARE(store.attempts(run.id).size(), run.uid == original.uid ? 3U : 2U);
    }

    void rawStreamsGoWithTheRun() {
        Libraries two;
        const RunId id = addRun(two.here, 0);
        std::vector<Attempt> list{sample(0), sample(1), sample(2)};
        const std::string text = "data: \"日\"\r\n\r\n", frames("\0\0\0\x7f\xff\"}", 7);
        list[0].stream = std::make_shared<const RawStream>(RawStream{text, 5});
        list[1].stream = std::make_shared<const RawStream>(RawStream{frames, 0});
        MeasureStore(two.here).addAttempts(id, list);
        const std::string file = runFileOf(two.here, {id});
        const auto json = nlohmann::json::parse(file)["runs"][0]["attempts"];
        QVERIFY(json[0]["stream"] == text && json[0]["stream_left_out"] == 5);
        QVERIFY(json[1]["stream_base64"] == "AAAAf/8ifQ==");
        QVERIFY(!json[2].contains("stream") && !json[2].contains("stream_base64"));
        const auto taken = takeRunFile(two.there, file, "runs.json");
        MeasureStore there(two.there);
        const auto first = there.attempt(taken.at(0).run, "east", 0, 0);
        QVERIFY(first->stream && first->stream->bytes == text);
        QCOMPARE(first->stream->leftOut, std::int64_t{5});
        QVERIFY(there.attempt(taken[0].run, "east", 1, 0)->stream->bytes == frames);
        QVERIFY(!there.attempt(taken[0].run, "east", 2, 0)->stream);
        QCOMPARE(runFileOf(two.there, {taken[0].run}), file);
    }

    void aStreamThatIsNoneIsRefused() {
        Libraries two;
        const std::string file = runFileOf(two.here, {addRun(two.here, 1)});
        const std::size_t brace = file.rfind("}]}");
        QVERIFY(brace != std::string::npos);
        const std::string tooLong = "\"stream\":\"" + std::string(mostStreamKept + 1, 'x') + '"';
        for (const std::string& stream :
             {std::string("\"stream\":7"), std::string("\"stream_base64\":\"AA!A\""),
              std::string("\"stream_base64\":\"AAA\""), tooLong,
              std::string("\"stream\":\"a\",\"stream_left_out\":\"b\"")}) {
            std::string other = file;
            other.insert(brace, "," + stream);
            QVERIFY_EXCEPTION_THROWN(takeRunFile(two.there, other, "runs.json"), Error);
        }
        QVERIFY(MeasureStore(two.there).runs().empty());
    }

    void aRunIsTheSameInAnotherLibrary() {
        Libraries two;
        const RunId id = addRun(two.here, 5);
        const auto taken = takeRunFile(two.there, runFileOf(two.here, {id}), "runs.json");
        QCOMPARE(taken.size(), std::size_t{1});
        QVERIFY(taken[0].what == TakenRun::What::Added);
        MeasureStore here(two.here), there(two.there);
        const MeasureRun before = *here.run(id), after = *there.run(taken[0].run);
        QCOMPARE(after.uid, before.uid);
        QCOMPARE(after.name, before.name);
        QCOMPARE(after.machine, before.machine);
        QCOMPARE(after.begunAt, before.begunAt);
        QCOMPARE(after.endedAt, before.endedAt);
        QVERIFY(after.state == before.state);
        QCOMPARE(after.windowEnd, before.windowEnd);
        QCOMPARE(after.spent, before.spent);
        const auto a = here.attempts(id), b = there.attempts(taken[0].run);
        QCOMPARE(b.size(), a.size());
        for (std::size_t i = 0; i < a.size(); ++i)
            QCOMPARE(attemptToJson(b[i]), attemptToJson(a[i]));
        // What comes out of there is what went in.
        QCOMPARE(runFileOf(two.there, {taken[0].run}), runFileOf(two.here, {id}));
    }

    void thePlanTakesItsEndpointsAlong() {
        Libraries two;
        const RunId id = addRun(two.here, 1);
        const auto taken = takeRunFile(two.there, runFileOf(two.here, {id}), "runs.json");
        const auto plan = nlohmann::json::parse(MeasureStore(two.there).run(taken[0].run)->plan);
        QVERIFY(plan["endpoints"][0]["region"] == "us-east-1");
        QVERIFY(plan["endpoints"][0]["options"]["price-input"] == "1");
        QVERIFY(plan["endpoints"][1] == "gone"); // nobody knows it any more
        QVERIFY(plan["load"]["requests"] == 3);
    }

    void aRunIsNeverDoubledAndOneThatWasUnderWayIsCompleted() {
        Libraries two;
        const RunId id = addRun(two.here, 2);
        const std::string early = runFileOf(two.here, {id});
        MeasureStore(two.here).addAttempts(id, std::vector<Attempt>{sample(2), sample(3)});
        const std::string late = runFileOf(two.here, {id});
        QVERIFY(takeRunFile(two.there, early, "a")[0].what == TakenRun::What::Added);
        QVERIFY(takeRunFile(two.there, early, "a")[0].what == TakenRun::What::Known);
        const auto completed = takeRunFile(two.there, late, "b");
        QVERIFY(completed[0].what == TakenRun::What::Completed);
        QVERIFY(takeRunFile(two.there, early, "a")[0].what == TakenRun::What::Known); // loses nothing again
        QCOMPARE(MeasureStore(two.there).runs().size(), std::size_t{1});
        QCOMPARE(MeasureStore(two.there).attempts(completed[0].run).size(), std::size_t{4});
        // Back home it is known, too.
        QVERIFY(takeRunFile(two.here, late, "b")[0].what == TakenRun::What::Known);
    }

    void whatIsWrongIsNamedAndNothingIsTaken_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<std::function<void(nlohmann::json&)>>("damage");
        const auto row = [](const char* words, std::function<void(nlohmann::json&)> damage) {
            QTest::newRow(words) << words << std::move(damage);
        };
        using Json = nlohmann::json;
        row("latency export", [](Json& file) { file["format"] = "other"; });
        row("later version", [](Json& file) { file["version"] = 2; });
        row("list of runs", [](Json& file) { file["runs"] = 7; });
        row("run 2: its uid", [](Json& file) { file["runs"][1]["uid"] = "../../x"; });
        row("run 2: it stands there twice",
            [](Json& file) { file["runs"][1]["uid"] = file["runs"][0]["uid"]; });
        row("run 2: its plan", [](Json& file) { file["runs"][1]["plan"] = "{"; });
        row("run 2: its state", [](Json& file) { file["runs"][1]["state"] = "asleep"; });
        row("run 2: its window", [](Json& file) { file["runs"][1]["window"] = {1, "2"}; });
        row("run 2: it has no \"name\"", [](Json& file) { file["runs"][1].erase("name"); });
        row("run 2: its \"spent\"", [](Json& file) { file["runs"][1]["spent"] = 1.5; });
        row("run 2: it has no list of attempts", [](Json& file) { file["runs"][1]["attempts"] = "none"; });
        row("run 2, attempt 2: its \"outcome\"",
            [](Json& file) { file["runs"][1]["attempts"][1]["outcome"] = 99; });
        row("run 2, attempt 2: its \"time\"",
            [](Json& file) { file["runs"][1]["attempts"][1]["time"]["last"] = "soon"; });
        row("run 2, attempt 2: it has a chunk", [](Json& file) {
            file["runs"][1]["attempts"][1]["chunks"][0] = {1, -2, 3, 0, 0};
        });
        row("run 2, attempt 2: it names no endpoint",
            [](Json& file) { file["runs"][1]["attempts"][1]["endpoint"] = ""; });
        const auto attemptRow = [&](const char* words, const char* part, const char* key, Json value) {
            row(words, [part, key, value](Json& file) {
                Json& attempt = file["runs"][1]["attempts"][1];
                (*part == 0 ? attempt : attempt[part])[key] = value;
            });
        };
        attemptRow("run 2, attempt 2: its \"time.last\" is before its \"time.first_text\"", "time",
                   "first_text", 9100000000000000);
        attemptRow("run 2, attempt 2: its \"time.submitted\" is before its \"time.scheduled\"", "time",
                   "scheduled", 7'000'000);
        attemptRow("run 2, attempt 2: its \"time.end\" is before its \"time.last\"", "time", "end", 8);
        attemptRow("run 2, attempt 2: its \"time.dns\" is no instant", "time", "dns", -2);
        attemptRow("run 2, attempt 2: its \"time.end\" is no instant", "time", "end",
                   9'000'000'000'000'000'000);
        attemptRow("run 2, attempt 2: its \"time\" is no list", "time", "end", 18'000'000'000'000'000'000U);
        attemptRow("run 2, attempt 2: its \"time.submitted\" is missing", "time", "submitted", -1);
        attemptRow("run 2, attempt 2: its \"usage.output\"", "usage", "output", -7);
        attemptRow("run 2, attempt 2: its \"usage.input\"", "usage", "input", 3'000'000'000'000);
        attemptRow("run 2, attempt 2: its \"loop_lag\"", "", "loop_lag", -1);
        attemptRow("run 2, attempt 2: its \"status\"", "", "status", "200");
        attemptRow("run 2, attempt 2: its \"endpoint\" has a control", "", "endpoint", "a\nb");
        attemptRow("run 2, attempt 2: its \"sequence\"", "", "sequence", -1);
        row("run 2, attempt 2: it has a chunk whose time",
            [](Json& file) { file["runs"][1]["attempts"][1]["chunks"][1][0] = 3; });
        row("run 2, attempt 2: it stands there twice",
            [](Json& file) { file["runs"][1]["attempts"][1] = file["runs"][1]["attempts"][0]; });
        row("run 2: its \"begun\"", [](Json& file) { file["runs"][1]["begun"] = "2026-02-30T00:00:00Z"; });
        row("run 2: its \"ended\"", [](Json& file) { file["runs"][1]["ended"] = "yesterday"; });
        row("run 2: its \"window\"", [](Json& file) { file["runs"][1]["window"] = {9, 8}; });
        row("run 2: its \"spent\" cannot", [](Json& file) { file["runs"][1]["spent"] = -5; });
        row("run 2: its plan is", [](Json& file) {
            file["runs"][1]["plan"] =
                R"({"a":)" + std::string(1 << 17, '[') + std::string(1 << 17, ']') + "}";
        });
        row("run 2, attempt 2: it is no object", [](Json& file) { file["runs"][1]["attempts"][1] = 3; });
    }
    void anAttemptIsOfAnEndpointOfItsPlan() {
        Libraries two;
        const std::string file = runFileOf(two.here, {addRun(two.here, 2)});
        const auto taken = [&](const std::set<std::string>& names) {
            return takeRunFile(two.there, file, "runs.json", [&](const MeasureRun&) { return names; });
        };
        const std::string own =
            nlohmann::json::parse(file)["runs"][0]["attempts"][0]["endpoint"].get<std::string>();
        try {
            taken({"another"});
            QFAIL("taken");
        } catch (const Error& error) {
            QVERIFY(error.args()[1].find("\"" + own + "\" is none of the plan's") != std::string::npos);
        }
        QVERIFY(taken({own, "another"})[0].what == TakenRun::What::Added);
    }
    void whatIsWrongIsNamedAndNothingIsTaken() {
        QFETCH(QString, words);
        QFETCH(std::function<void(nlohmann::json&)>, damage);
        Libraries two;
        const RunId first = addRun(two.here, 2), second = addRun(two.here, 2);
        auto file = nlohmann::json::parse(runFileOf(two.here, {first, second}));
        damage(file);
        try {
            takeRunFile(two.there, file.dump(), "runs.json");
            QFAIL("taken");
        } catch (const Error& error) {
            QVERIFY(error.code() == ErrorCode::FileUnreadable);
            QCOMPARE(error.args()[0], std::string("runs.json"));
            QVERIFY2(error.args()[1].find(words.toStdString()) != std::string::npos, error.args()[1].c_str());
        }
        QVERIFY(MeasureStore(two.there).runs().empty());
    }

    void cutDeepAndOtherBytesAreRefused() {
        Libraries two;
        const std::string whole = runFileOf(two.here, {addRun(two.here, 3)});
        for (std::size_t cut = 0; cut < whole.size() - 2; cut += 97)
            QVERIFY_THROWS_EXCEPTION(Error, takeRunFile(two.there, whole.substr(0, cut), "cut"));
        QVERIFY_THROWS_EXCEPTION(Error, takeRunFile(two.there, std::string(1'000'000, '['), "deep"));
        QVERIFY_THROWS_EXCEPTION(Error, takeRunFile(two.there, std::string("\xFF\x00\x7F", 3), "bytes"));
        QVERIFY(MeasureStore(two.there).runs().empty());
        const auto refuse = [](const MeasureRun&) -> std::set<std::string> {
            throw Error(ErrorCode::Usage, {"no"});
        };
        QVERIFY_THROWS_EXCEPTION(Error, takeRunFile(two.there, whole, "plan", refuse));
        QVERIFY(MeasureStore(two.there).runs().empty());
    }

    void aFileHasWhatTheTextHas() {
        Libraries two;
        const RunId id = addRun(two.here, 400);
        const std::filesystem::path path(two.folder.filePath("out.json").toStdString());
        writeRunFile(two.here, {id}, path);
        std::ifstream file(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        QCOMPARE(bytes, runFileOf(two.here, {id}));
        QVERIFY_THROWS_EXCEPTION(Error, runFileOf(two.here, {id + 5}));
    }

    void aTableHasARowForEachAttemptAndExactTimes() {
        Libraries two;
        const RunId id = addRun(two.here, 3);
        MeasureStore store(two.here);
        const auto attempts = store.attempts(id);
        const Table table = attemptTable(*store.run(id), attempts, {{"answer_ms", [](const Attempt& attempt) {
                                                                         return attempt.fault.empty()
                                                                                    ? std::optional(2.5)
                                                                                    : std::nullopt;
                                                                     }}});
        QCOMPARE(table.rows.size(), std::size_t{3});
        const auto value = [&](std::size_t row, const std::string& name) {
            for (std::size_t i = 0; i < table.header.size(); ++i)
                if (table.header[i].text == name)
                    return table.rows[row][i].text;
            return std::string("no such column");
        };
        QCOMPARE(value(0, "last_ms"), std::string("9007199254.740993"));
        QCOMPARE(value(0, "tls_ms"), std::string());
        QCOMPARE(value(0, "answer_ms"), std::string("2.500000"));
        QCOMPARE(value(2, "outcome"), std::string("throttled"));
        QCOMPARE(value(2, "answer_ms"), std::string());
        const std::string csv = exportTable(table, TableFormat::Csv);
        QVERIFY(csv.find("east") != std::string::npos);
        QCOMPARE(runTable(*store.run(id)).rows[0][1].text, std::string("Morning, \"east\""));
    }
};

PARALLAX_LOOP_TEST(TestRunFile)

} // namespace test_run_file
#include "test_run_file.moc"
