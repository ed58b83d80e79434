// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <QtTest>

#include <QTemporaryDir>

#include "base/error.h"
#include "engine/inference/gguf.h"
#include "tests/engine/gguf_maker.h"
#include "tests/test_program.h"

namespace test_gguf {

using namespace parallax;
using namespace parallax::inference;
using parallax::test::GgufMaker;

namespace {

GgufMaker small() {
    GgufMaker maker;
    maker.text("general.architecture", "llama");
    maker.u32("llama.block_count", 2);
    maker.f32("llama.rope.freq_base", 500000.0F);
    maker.boolean("tokenizer.ggml.add_bos_token", true);
    maker.texts("tokenizer.ggml.tokens", {"a", "", "雲"});
    maker.i32s("tokenizer.ggml.token_type", {1, -2, 3});
    maker.tensor("output_norm.weight", {4}, Format::F32, {1, 2, 3, 4});
    maker.tensor("token_embd.weight", {32, 2}, Format::Q8_0, std::vector<float>(64, 0.5F));
    return maker;
}

// What opening says: "where; expected; found", or nothing when it is sound.
std::string problem(const std::string& bytes) {
    try {
        const Gguf file(bytes, "x.gguf");
        return {};
    } catch (const Error& error) {
        if (error.code() != ErrorCode::ModelMalformed || error.args().at(0) != "x.gguf")
            return "another error";
        return error.args().at(1) + "; " + error.args().at(2) + "; " + error.args().at(3);
    }
}

template <class T>
std::string raw(T value) {
    std::string out;
    GgufMaker::put(out, value);
    return out;
}

} // namespace

class TestGguf : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readsWhatWasWritten() {
        for (const std::uint32_t version : {2U, 3U}) {
            const std::string bytes = small().file(version);
            const Gguf file(bytes, "x.gguf");
            QCOMPARE(file.version(), version);
            QCOMPARE(file.string("general.architecture", ""), std::string_view("llama"));
            QCOMPARE(file.integer("llama.block_count", 0), 2);
            QCOMPARE(file.integer("llama.none", 7), 7);
            QCOMPARE(file.number("llama.rope.freq_base", 0), 500000.0);
            QVERIFY(file.boolean("tokenizer.ggml.add_bos_token", false));
            QCOMPARE(file.strings("tokenizer.ggml.tokens"), (std::vector<std::string_view>{"a", "", "雲"}));
            QCOMPARE(file.integers("tokenizer.ggml.token_type"), (std::vector<std::int64_t>{1, -2, 3}));
            QCOMPARE(file.integers("llama.block_count"), (std::vector<std::int64_t>{2}));
            QCOMPARE(file.tensors().size(), std::size_t{2});
            const Tensor* table = file.tensor("token_embd.weight");
            QVERIFY(table != nullptr);
            QCOMPARE(table->columns(), std::size_t{32});
            QCOMPARE(table->rows(), std::size_t{2});
            QCOMPARE(table->bytes, std::size_t{68});
            std::vector<float> numbers(64);
            decode(table->format, table->data, 2, numbers.data());
            QVERIFY(std::abs(numbers[63] - 0.5F) < 0.01F);
            QVERIFY(file.tensor("none") == nullptr);
        }
    }

    void saysWhatIsWrongAndWhere_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("where");
        const auto row = [](const char* name, const std::string& bytes, const char* where) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromUtf8(where);
        };
        row("empty", "", "file header; 4 more bytes; 0");
        row("another format", "PK\3\4....................",
            "file header; the letters GGUF; PK\\u0003\\u0004");
        row("old version", "GGUF" + raw<std::uint32_t>(1), "version; 2 or 3, little-endian; 1");
        row("big-endian", "GGUF" + raw<std::uint32_t>(3U << 24), "version; 2 or 3, little-endian; 50331648");
        row("too many keys", "GGUF" + raw<std::uint32_t>(3) + raw<std::uint64_t>(0) + raw(~std::uint64_t{0}),
            "key count; at most 0; 18446744073709551615");
        row("too many tensors",
            "GGUF" + raw<std::uint32_t>(3) + raw(~std::uint64_t{0}) + raw<std::uint64_t>(0),
            "tensor count; at most 0; 18446744073709551615");
        const auto value = [&](const char* name, std::uint32_t type, const std::string& bytes,
                               const char* where) {
            GgufMaker maker;
            maker.rawValue("some.key", type, bytes);
            row(name, maker.file(), where);
        };
        value("unknown type", 13, "", "some.key; a value type from 0 to 12; 13");
        value("a string longer than the file", 8, raw(std::uint64_t{1} << 60),
              "some.key; 1152921504606846976 more bytes");
        GgufMaker steering;
        steering.rawValue("a\x1b[2J\n\u009b", 13, "");
        row("a name that would steer a terminal", steering.file(),
            "a\\u001b[2J\\n\\u009b; a value type from 0 to 12; 13");
        value("an array of arrays", 9, raw<std::uint32_t>(9) + raw<std::uint64_t>(1),
              "some.key; an element type from 0 to 12 that is no array; 9");
        value("an array larger than the file", 9, raw<std::uint32_t>(10) + raw(~std::uint64_t{0}),
              "some.key; at most ");
        value("strings larger than the file", 9,
              raw<std::uint32_t>(8) + raw<std::uint64_t>(1) + raw(std::uint64_t{1} << 40),
              "some.key; 1099511627776 more bytes");
        GgufMaker twice;
        twice.u32("k", 1);
        twice.u32("k", 2);
        row("a key twice", twice.file(), "k; each key once; it a second time");
        GgufMaker alignment;
        alignment.u32("general.alignment", 48);
        row("a crooked alignment", alignment.file(), "general.alignment; a power of two up to 1048576; 48");
        const auto tensor = [&](const char* name, const std::vector<std::uint64_t>& shape,
                                std::uint32_t format, std::uint64_t offset, const char* where) {
            GgufMaker maker;
            maker.rawTensor("w", shape, format, offset);
            maker.rawData(std::string(64, 'x'));
            row(name, maker.file(), where);
        };
        tensor("no dimension", {}, 0, 0, "w; 1 to 4 dimensions; 0");
        tensor("five dimensions", {1, 1, 1, 1, 1}, 0, 0, "w; 1 to 4 dimensions; 5");
        tensor("a length of nothing", {0}, 0, 0, "w; lengths above 0");
        tensor("a product that overflows", {1ULL << 32, 1ULL << 32}, 0, 0, "w; lengths above 0");
        tensor("a row that blocks do not divide", {33}, 8, 0, "w; rows that blocks of 32 (Q8_0) divide; 33");
        tensor("a crooked offset", {4}, 0, 8, "w; an offset that 32 divides; 8");
        tensor("data past the end", {4096}, 0, 0, "w; 16384 bytes at 0 of the data; 64 bytes of data");
        tensor("an offset past the end", {4}, 0, 1ULL << 40, "w; 16 bytes at 1099511627776");
        GgufMaker again;
        again.tensor("w", {4}, Format::F32, {1, 2, 3, 4});
        again.rawTensor("w", {4}, 0, 0);
        row("a tensor twice", again.file(), "w; each tensor once; it a second time");
        GgufMaker shared;
        shared.tensor("w", {4}, Format::F32, {1, 2, 3, 4});
        shared.rawTensor("v", {4}, 0, 0);
        row("the same bytes twice", shared.file(), "w; bytes of its own; those of v");
        GgufMaker overlapping;
        overlapping.tensor("w", {16}, Format::F32, std::vector<float>(16, 1));
        overlapping.rawTensor("v", {4}, 0, 32);
        row("bytes within another's", overlapping.file(), "v; bytes of its own; those of w");
    }
    void saysWhatIsWrongAndWhere() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, where);
        const QString said = QString::fromStdString(problem(bytes.toStdString()));
        QVERIFY2(said.startsWith(where), qPrintable(said));
    }

    void aWrongTypeIsSaid() {
        const std::string bytes = small().file();
        const Gguf file(bytes, "x.gguf");
        for (const auto& [key, expected] : {std::pair{"general.architecture", "an integer"}}) {
            try {
                file.integer(key, 0);
                QFAIL("no error");
            } catch (const Error& error) {
                QCOMPARE(error.args().at(1), std::string(key));
                QCOMPARE(error.args().at(2), std::string(expected));
                QCOMPARE(error.args().at(3), std::string("string"));
            }
        }
        QVERIFY_EXCEPTION_THROWN(file.strings("llama.block_count"), Error);
        QVERIFY_EXCEPTION_THROWN(file.floats("tokenizer.ggml.tokens"), Error);
        QVERIFY_EXCEPTION_THROWN(file.boolean("llama.block_count", false), Error);
    }

    void aFormatThatCannotBeRunIsNamedNotRefused() {
        GgufMaker maker;
        maker.rawTensor("w", {256}, 16, 0);
        const std::string bytes = maker.file();
        const Gguf file(bytes, "x.gguf");
        QCOMPARE(file.unknownTensors().size(), std::size_t{1});
        QCOMPARE(file.unknownTensors()[0][1], std::string("IQ2_XXS"));
    }

    void noCutBreaksIt() {
        const std::string bytes = small().file();
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            const std::string cut = bytes.substr(0, length);
            if (problem(cut).empty()) // only what is padding after the last tensor may be missing
                QVERIFY(length + 32 > bytes.size());
        }
    }

    void theOtherFilesOfASplitModelAreFound() {
        const QTemporaryDir folder;
        const auto write = [&](const char* name, int number, const char* tensor) {
            GgufMaker maker;
            maker.rawValue("split.no", 2, raw(static_cast<std::uint16_t>(number)));
            maker.rawValue("split.count", 2, raw<std::uint16_t>(2));
            maker.rawValue("split.tensors.count", 5, raw<std::int32_t>(2));
            maker.tensor(tensor, {2}, Format::F32, {1, 2});
            QFile file(folder.filePath(QString::fromUtf8(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::fromStdString(maker.file()));
        };
        write("模型-00001-of-00002.gguf", 0, "a");
        const auto path = std::filesystem::path(folder.path().toStdString()) / "模型-00001-of-00002.gguf";
        QVERIFY_EXCEPTION_THROWN(Gguf{path}, Error); // the second one is missing
        write("模型-00002-of-00002.gguf", 1, "b");
        const Gguf file(path);
        QCOMPARE(file.tensors().size(), std::size_t{2});
        QVERIFY(file.tensor("b") != nullptr);
        const auto second = path.parent_path() / "模型-00002-of-00002.gguf";
        const Gguf same(second); // whichever was chosen
        QCOMPARE(same.name(), path.string());
        QCOMPARE(same.tensors().size(), std::size_t{2});
        std::filesystem::rename(path, path.parent_path() / "a");
        try {
            const Gguf alone(second);
            QFAIL("the first file is not there");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::FileNotFound);
            QCOMPARE(error.args().at(0), path.string());
        }
        std::filesystem::rename(path.parent_path() / "a", path);
        write("模型-00002-of-00002.gguf", 1, "a");
        QVERIFY_EXCEPTION_THROWN(Gguf{path}, Error); // a tensor twice
        write("模型-00002-of-00002.gguf", 0, "b");
        try {
            const Gguf wrong(path);
            QFAIL("the second file says that it is the first");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::ModelMalformed);
            QCOMPARE(error.args().at(1), std::string("split.no"));
        }
    }

    void aPipeIsNoModelAndNothingWaitsForIt() {
        const QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "model.gguf";
        QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
        try {
            const Gguf file(path);
            QFAIL("a pipe was opened");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::FileUnreadable);
        }
    }
};

PARALLAX_TEST(TestGguf)

} // namespace test_gguf
#include "test_gguf.moc"
