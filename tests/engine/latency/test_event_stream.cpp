// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/latency/event_stream.h"
#include "tests/test_program.h"

namespace test_event_stream {

using namespace parallax::latency;

namespace {

// design/latency.md §4.3.3: accepted by the parser of AWS's own client.
constexpr const char* messageStart =
    "0000007f000000529bc598af0b3a6576656e742d7479706507000c6d65737361676553746172740d3a636f6e74656e742d747970"
    "650700106170706c69636174696f6e2f6a736f6e0d3a6d6573736167652d747970650700056576656e747b22726f6c65223a2261"
    "7373697374616e74222c2270223a226162227d9f237632";
constexpr const char* delta =
    "0000009f00000057c37babff0b3a6576656e742d74797065070011636f6e74656e74426c6f636b44656c74610d3a636f6e74656e"
    "742d747970650700106170706c69636174696f6e2f6a736f6e0d3a6d6573736167652d747970650700056576656e747b22636f6e"
    "74656e74426c6f636b496e646578223a302c2264656c7461223a7b2274657874223a224869227d2c2270223a2261626364227df2"
    "ace5ff";
constexpr const char* emptyFrame = "000000100000000005c248eb7d98c8ff";

std::string bytesOf(const char* digits) {
    return QByteArray::fromHex(digits).toStdString();
}

struct Read {
    std::vector<Frame> frames;
    FrameFault fault = FrameFault::None;
};

Read readPieces(const std::vector<std::string_view>& pieces) {
    Read read;
    EventStreamParser parser;
    for (const auto piece : pieces)
        parser.feed(piece, [&](Frame&& frame) { read.frames.push_back(std::move(frame)); });
    parser.finish();
    read.fault = parser.fault();
    return read;
}

std::string word(std::size_t value) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8)
        out.push_back(static_cast<char>(value >> shift & 0xFF));
    return out;
}

// A frame with sound checksums around any headers.
std::string frameWith(const std::string& headers, const std::string& payload = {}) {
    std::string frame = word(16 + headers.size() + payload.size()) + word(headers.size());
    frame += word(crc32(frame));
    frame += headers + payload;
    return frame + word(crc32(frame));
}

} // namespace

class TestEventStream : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
    void theChecksumIsZlibs() { QCOMPARE(crc32("123456789"), 0xCBF43926U); }

    void framesAreTheSameAtEverySplit() {
        const std::string stream = bytesOf(messageStart) + bytesOf(delta) + bytesOf(emptyFrame);
        const std::string_view bytes = stream;
        for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
            const Read read = readPieces({bytes.substr(0, cut), bytes.substr(cut)});
            QCOMPARE(read.fault, FrameFault::None);
            QCOMPARE(read.frames.size(), std::size_t{3});
            QCOMPARE(read.frames[0].text(":event-type"), std::string_view("messageStart"));
            QCOMPARE(read.frames[0].text(":content-type"), std::string_view("application/json"));
            QCOMPARE(read.frames[1].payload,
                     std::string(R"({"contentBlockIndex":0,"delta":{"text":"Hi"},"p":"abcd"})"));
            QVERIFY(read.frames[2].headers.empty() && read.frames[2].payload.empty());
        }
    }

    void oneFlippedBitIsFoundWhereverItIs() {
        const std::string sound = bytesOf(delta);
        for (std::size_t bit = 0; bit < 8 * sound.size(); ++bit) {
            std::string bytes = sound;
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
            const Read read = readPieces({bytes});
            QVERIFY(read.frames.empty());
            QCOMPARE(read.fault, bit < 96 ? FrameFault::PreludeChecksum : FrameFault::MessageChecksum);
        }
    }

    void aFrameThatIsCutIsAFault() {
        const std::string bytes = bytesOf(messageStart);
        for (std::size_t size = 1; size < bytes.size(); ++size)
            QCOMPARE(readPieces({std::string_view(bytes).substr(0, size)}).fault, FrameFault::Truncated);
    }

    void everyTypeOfHeaderIsSteppedOver() {
        using namespace std::string_literals;
        const std::string headers =
            "\1a\0\1b\1\1c\2\xFF\1d\3\1\2\1e\4\xFF\xFF\xFF\xFE\1f\5\0\0\0\0\0\0\1\0"s +
            "\1g\6\0\2xy\1h\7\0\1z\1i\x8\0\0\0\0\0\0\0\5\1j\x9"s + "0123456789abcdef"s;
        const Read read = readPieces({frameWith(headers, "p")});
        QCOMPARE(read.fault, FrameFault::None);
        QCOMPARE(read.frames.size(), std::size_t{1});
        const auto& found = read.frames[0].headers;
        QCOMPARE(found.size(), std::size_t{10});
        const std::vector<std::int64_t> numbers{1, 0, -1, 258, -2, 256, 0, 0, 5, 0};
        for (std::size_t i = 0; i < found.size(); ++i) {
            QCOMPARE(found[i].name, std::string(1, static_cast<char>('a' + i)));
            QCOMPARE(found[i].number, numbers[i]);
        }
        QCOMPARE(found[6].bytes, std::string("xy"));
        QCOMPARE(found[7].bytes, std::string("z"));
        QCOMPARE(found[9].bytes, std::string("0123456789abcdef"));
        QCOMPARE(read.frames[0].payload, std::string("p"));
    }

    void unsoundHeadersAreRefusedByKind() {
        using namespace std::string_literals;
        QCOMPARE(readPieces({frameWith("\1a\xA"s)}).fault, FrameFault::HeaderType);
        QCOMPARE(readPieces({frameWith("\1a\0\1a\1"s)}).fault, FrameFault::Duplicate);
        for (const auto& cut :
             {"\1"s, "\1a"s, "\1a\4\0\0"s, "\1a\7\0"s, "\1a\7\0\5abc"s, "\1a\x9"s + "short"s})
            QCOMPARE(readPieces({frameWith(cut)}).fault, FrameFault::Header);
    }

    void lengthsAreNotBelievedBeyondTheLimits() {
        const auto prelude = [](std::size_t total, std::size_t headers) {
            const std::string lengths = word(total) + word(headers);
            return lengths + word(crc32(lengths));
        };
        QCOMPARE(readPieces({prelude(15, 0)}).fault, FrameFault::Length);
        QCOMPARE(readPieces({prelude(100, 85)}).fault, FrameFault::Length);
        QCOMPARE(readPieces({prelude(16 + (24U << 20) + 1, 0)}).fault, FrameFault::TooLarge);
        QCOMPARE(readPieces({prelude(1U << 20, (128U << 10) + 1)}).fault, FrameFault::TooLarge);
        QCOMPARE(readPieces({prelude(16 + (24U << 20), 0)}).fault, FrameFault::Truncated);
        QCOMPARE(readPieces({prelude(0xFFFFFFFF, 0)}).fault, FrameFault::TooLarge);
    }

    void whatWeMakeWeRead() {
        const std::vector<std::pair<std::string, std::string>> headers{{":event-type", "metadata"},
                                                                       {":message-type", "event"}};
        const Read read = readPieces({makeFrame(headers, "{}")});
        QCOMPARE(read.fault, FrameFault::None);
        QCOMPARE(read.frames.at(0).text(":event-type"), std::string_view("metadata"));
        QCOMPARE(read.frames.at(0).payload, std::string("{}"));
    }
};

PARALLAX_TEST(TestEventStream)

} // namespace test_event_stream
#include "test_event_stream.moc"
