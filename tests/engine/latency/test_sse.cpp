// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/latency/sse.h"
#include "tests/test_program.h"

namespace test_sse {

using namespace parallax::latency;

namespace {

struct Event {
    std::string type, data, id;
    bool operator==(const Event&) const = default;
};
using Events = std::vector<Event>;

Events parsed(const std::vector<std::string_view>& pieces) {
    Events events;
    SseParser parser;
    const auto take = [&](const SseEvent& event) {
        events.push_back({event.type, event.data, event.lastId});
    };
    for (const auto piece : pieces)
        parser.feed(piece, take);
    parser.finish(take);
    return events;
}

// The standard's text taken literally, on the whole stream at once; of no use for a network.
Events reference(std::string bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.erase(0, 3);
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\r') {
            text += '\n';
            i += i + 1 < bytes.size() && bytes[i + 1] == '\n' ? 1 : 0;
        } else {
            text += bytes[i];
        }
    }
    Events events;
    std::string data, type, id;
    for (std::size_t at = 0; text.find('\n', at) != std::string::npos;) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        at = end + 1;
        if (line.empty()) {
            if (!data.empty())
                events.push_back({type.empty() ? "message" : type, data.substr(0, data.size() - 1), id});
            data.clear();
            type.clear();
            continue;
        }
        const std::size_t colon = line.find(':');
        const std::string name = line.substr(0, colon);
        std::string value = colon == std::string::npos ? "" : line.substr(colon + 1);
        if (!value.empty() && value[0] == ' ')
            value.erase(0, 1);
        if (colon == 0)
            continue;
        if (name == "data")
            data += value + '\n';
        else if (name == "event")
            type = value;
        else if (name == "id")
            id = value;
    }
    return events;
}

struct Vector {
    std::string bytes;
    Events events;
};

// The table of design/latency.md §5.
std::vector<Vector> vectors() {
    const Event a{"message", "a", ""}, b{"message", "b", ""};
    return {
        {"data: a\n\n", {a}},
        {"data: a\r\n\r\n", {a}},
        {"data: a\r\r", {a}},
        {"data: a\r\n\ndata: b\n\r\n", {a, b}},
        {"\xEF\xBB\xBF"
         "data: a\n\n",
         {a}},
        {"data:a\ndata: b\n\n", {{"message", "a\nb", ""}}},
        {"data:  a\n\n", {{"message", " a", ""}}},
        {"data\n\ndata\ndata\n\ndata:", {{"message", "", ""}, {"message", "\n", ""}}},
        {": keep-alive\n\ndata: a\n\n", {a}},
        {"event: ping\n\ndata: a\n\n", {a}},
        {"event: message_stop\ndata: {}\n\n", {{"message_stop", "{}", ""}}},
        {"data: a\n\ndata: cut", {a}},
        {"data: a\n", {}},
        {"Data: a\n\n", {}},
        {"data: {\"t\":\"日😀\"}\n\n", {{"message", "{\"t\":\"日😀\"}", ""}}},
        {"id: 1\ndata: a\n\ndata: b\n\n", {{"message", "a", "1"}, {"message", "b", "1"}}},
        {"retry: 10\ndata: a\n\n", {a}},
        {"{\"error\":{\"code\":429}}\n", {}},
    };
}

} // namespace

class TestSse : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyVectorHoldsAtEveryThreeWaySplit() {
        for (const Vector& vector : vectors()) {
            const std::string_view bytes = vector.bytes;
            QVERIFY2(reference(vector.bytes) == vector.events, vector.bytes.c_str());
            for (std::size_t i = 0; i <= bytes.size(); ++i)
                for (std::size_t j = i; j <= bytes.size(); ++j)
                    QVERIFY2(parsed({bytes.substr(0, i), bytes.substr(i, j - i), bytes.substr(j)}) ==
                                 vector.events,
                             qPrintable(QStringLiteral("%1 split at %2 and %3")
                                            .arg(QString::fromStdString(vector.bytes))
                                            .arg(i)
                                            .arg(j)));
        }
    }

    void madeUpStreamsAreReadAsTheStandardReadsThem() {
        const std::vector<std::string> words{"data", "event", "id", ":", " ", "\n",
                                             "\r",   "\r\n",  "a",  "{", "é"};
        std::uint64_t state = 20260402;
        const auto next = [&state](std::size_t below) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            return static_cast<std::size_t>((state >> 33) % below);
        };
        for (int stream = 0; stream < 20000; ++stream) {
            std::string bytes;
            for (std::size_t word = 0, count = next(30); word < count; ++word)
                bytes += words[next(words.size())];
            const std::string_view view = bytes;
            const std::size_t cut = next(bytes.size() + 1);
            QVERIFY2(parsed({view.substr(0, cut), view.substr(cut)}) == reference(bytes), bytes.c_str());
        }
    }

    void anEventIsGivenOutWithTheCarriageReturnThatEndsIt() {
        int events = 0;
        SseParser parser;
        const auto count = [&](const SseEvent&) { ++events; };
        parser.feed("data: a\r\n\r", count);
        QCOMPARE(events, 1); // not with the LF, which may come one network read later
        parser.feed("\n", count);
        parser.feed("\r\n", count);
        QCOMPARE(events, 1);
    }

    void doneIsAcceptedWithoutItsBlankLineAndFlagged() {
        for (const char* end : {"data: [DONE]", "data:[DONE]", "data: [DONE]\n", "data: [DONE]\r"}) {
            Events events;
            SseParser parser;
            const auto take = [&](const SseEvent& event) {
                events.push_back({event.type, event.data, event.lastId});
            };
            parser.feed(std::string("data: a\n\n") + end, take);
            QCOMPARE(events.size(), std::size_t{1});
            parser.finish(take);
            QCOMPARE(events.size(), std::size_t{2});
            QCOMPARE(events[1].data, std::string("[DONE]"));
            QVERIFY(parser.lenientEnd());
        }
        QCOMPARE(parsed({"data: {\"a\":1}\n"}).size(), std::size_t{0}); // never a payload
        SseParser proper;
        proper.feed("data: [DONE]\n\n", [](const SseEvent&) {});
        proper.finish([](const SseEvent&) {});
        QVERIFY(!proper.lenientEnd());
    }

    void bareJsonInTheStreamIsKeptForTheEnd() {
        SseParser parser;
        const auto ignore = [](const SseEvent&) {};
        parser.feed("data: a\n\n[{\n  \"error\": {\"code\": 429}\n", ignore);
        parser.feed("}]", ignore);
        parser.finish(ignore);
        QCOMPARE(parser.stray(), std::string("[{\n  \"error\": {\"code\": 429}\n}]\n"));
    }

    void keepAlivesAreCountedAndAreNoEvents() {
        SseParser parser;
        int events = 0;
        parser.feed(": ping\n\n:\n\n", [&](const SseEvent&) { ++events; });
        QCOMPARE(events, 0);
        QCOMPARE(parser.comments(), std::size_t{2});
    }

    void brokenUtf8IsReplacedAndNothingElseIs() {
        const Events events = parsed({"data:  \xE6\x97 x \xFF\n\n"});
        QCOMPARE(events.size(), std::size_t{1});
        QCOMPARE(events[0].data, std::string(" \uFFFD x \uFFFD"));
    }

    void anIdWithNulIsNotTaken() {
        using namespace std::string_view_literals;
        QCOMPARE(parsed({"id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n"sv}).back().id, std::string("1"));
    }

    void whatIsTooLongEndsTheReadingInsteadOfGrowing() {
        const auto ignore = [](const SseEvent&) {};
        SseParser line(1000);
        bool goes = true;
        for (int i = 0; i < 2000 && goes; ++i)
            goes = line.feed("x", ignore);
        QVERIFY(!goes);
        QVERIFY(line.overflowed());
        SseParser event(1000);
        goes = true;
        for (int i = 0; i < 2000 && goes; ++i)
            goes = event.feed("data: 0123456789\n", ignore);
        QVERIFY(event.overflowed());
        SseParser fits(1000);
        int events = 0;
        fits.feed("data:" + std::string(990, 'x') + "\n\n", [&](const SseEvent&) { ++events; });
        QCOMPARE(events, 1);
    }
};

PARALLAX_TEST(TestSse)

} // namespace test_sse
#include "test_sse.moc"
