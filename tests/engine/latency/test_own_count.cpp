// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <cstdint>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "engine/latency/own_count.h"
#include "engine/latency/provider.h"
#include "engine/latency/run.h"
#include "tests/engine/latency/truth_server.h"
#include "tests/engine/tiny_model.h"
#include "tests/test_program.h"

namespace test_own_count {

using namespace parallax;
using namespace parallax::latency;

namespace {

// The tiny model's tokens are bytes, and a few words more.
struct Tiny {
    Tiny() { std::ofstream(file, std::ios::binary) << test::makeTinyModel({}); }
    QTemporaryDir folder;
    std::string file = folder.filePath("tiny.gguf").toStdString();
};

data::Endpoint endpointNamed(const std::string& name) {
    data::Endpoint endpoint;
    endpoint.name = name;
    endpoint.provider = "vllm";
    endpoint.model = "M";
    return endpoint;
}

data::Attempt said(const std::string& endpoint, const std::string& text) {
    data::Attempt attempt;
    attempt.endpoint = endpoint;
    attempt.text = text;
    return attempt;
}

} // namespace

class TestOwnCount : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theVisibleTextIsCountedWhereATokenizerIsNamed() {
        const Tiny tiny;
        data::Endpoint named = endpointNamed("named"), plain = endpointNamed("plain"),
                       ours = endpointNamed("ours");
        named.options[tokenizerOption] = tiny.file;
        ours.provider = "parallax";
        ours.model = tiny.file;
        const OwnCounts counts(std::vector{named, plain, ours});
        const inference::Tokenizer tokenizer{inference::Gguf(tiny.file)};
        const std::string text = "One two 日";
        const auto tokens =
            static_cast<std::int64_t>(tokenizer.encode(text, inference::Specials::Ignored).size());
        QVERIFY(tokens > 5);
        data::Attempt attempt = said("named", text);
        counts.count(attempt);
        QCOMPARE(attempt.usage.ownOutput, tokens);
        QVERIFY(attempt.text.empty());
        counts.count(attempt); // as a batch that is tried again
        QCOMPARE(attempt.usage.ownOutput, tokens);
        // Our own server counts the tokens that its engine made, whatever their text would be made of anew.
        data::Attempt served = said("ours", text);
        served.usage.output = 31;
        counts.count(served);
        QCOMPARE(served.usage.ownOutput, std::int64_t{31});
        QVERIFY(served.text.empty());
        data::Attempt without = said("plain", text), cut = said("named", std::string(mostTextKept, 'x'));
        counts.count(without);
        counts.count(cut); // a part of it would be counted
        QCOMPARE(without.usage.ownOutput, std::int64_t{-1});
        QCOMPARE(cut.usage.ownOutput, std::int64_t{-1});
        QVERIFY(without.text.empty() && cut.text.empty());
    }

    void aTokenizerThatIsNoneIsSaidBeforeAnythingIsSent() {
        data::Endpoint endpoint = endpointNamed("named");
        endpoint.options[tokenizerOption] = "/nowhere/tiny.gguf";
        QVERIFY_EXCEPTION_THROWN(OwnCounts(std::vector{endpoint}), Error);
    }

    // Through the client: the text is at hand when the attempt is, and is that of all chunks together.
    void aRunHandsOverWhatWasVisible() {
        test::TruthServer server([](const test::TruthServer::Request&) {
            return test::TruthServer::Script{
                {std::chrono::microseconds(0),
                 test::streamHead() +
                     test::inChunk(test::tokenEvent("Hel") + test::tokenEvent("lo") + test::lastEvents(2)) +
                     "0\r\n\r\n",
                 test::TruthServer::Step::Then::GoOn}};
        });
        RunPlan plan;
        plan.endpoints = {endpointNamed("e")};
        plan.endpoints[0].baseUrl = server.url();
        plan.load.requests = 1;
        plan.load.warmup = 0;
        std::vector<data::Attempt> attempts;
        runPlan(plan, {}, "2026-11-26", {},
                [&](data::Attempt&& attempt) { attempts.push_back(std::move(attempt)); }, {});
        QCOMPARE(attempts.size(), std::size_t{1});
        QCOMPARE(attempts[0].text, std::string("Hello"));
        QCOMPARE(attempts[0].usage.ownOutput, std::int64_t{-1});
    }
};

PARALLAX_LOOP_TEST(TestOwnCount)

} // namespace test_own_count
#include "test_own_count.moc"
