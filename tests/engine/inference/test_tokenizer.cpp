// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QElapsedTimer>

#include "base/error.h"
#include "base/utf8.h"
#include "engine/inference/pretokenize.h"
#include "engine/inference/tokenizer.h"
#include "tests/engine/gguf_maker.h"
#include "tests/test_program.h"

namespace test_tokenizer {

using namespace parallax;
using namespace parallax::inference;
using parallax::test::GgufMaker;

namespace {

// The printable character that byte-level BPE writes for a byte.
std::string alphabet(unsigned char byte) {
    std::string out;
    if ((byte > 0x20 && byte < 0x7F) || (byte > 0xA0 && byte != 0xAD)) {
        appendUtf8(out, byte);
        return out;
    }
    char32_t next = 0x100;
    for (unsigned b = 0; b < byte; ++b)
        if (!((b > 0x20 && b < 0x7F) || (b > 0xA0 && b != 0xAD)))
            ++next;
    appendUtf8(out, next);
    return out;
}

// Tokens 0 to 255 are the bytes; then "ab", "abab", " a", and a few specials.
GgufMaker bytePairs(const char* rule) {
    GgufMaker maker;
    std::vector<std::string> tokens;
    std::vector<std::int32_t> types(256, 1);
    for (unsigned b = 0; b < 256; ++b)
        tokens.push_back(alphabet(static_cast<unsigned char>(b)));
    for (const auto& [text, type] : {std::pair{"ab", 1},
                                     {"abab", 1},
                                     {"Ġa", 1},
                                     {"<|end|>", 3},
                                     {"<|end|>!", 3},
                                     {"<pad>", 4},
                                     {"zz", 1}}) {
        tokens.emplace_back(text);
        types.push_back(type);
    }
    maker.text("tokenizer.ggml.model", "gpt2");
    maker.text("tokenizer.ggml.pre", rule);
    maker.texts("tokenizer.ggml.tokens", tokens);
    maker.i32s("tokenizer.ggml.token_type", types);
    maker.texts("tokenizer.ggml.merges", {"a b", "ab ab", "Ġ a", "q q"});
    maker.u32("tokenizer.ggml.bos_token_id", 0);
    maker.u32("tokenizer.ggml.eos_token_id", 261);
    return maker;
}

GgufMaker sentencePieces(bool spaceFirst) {
    GgufMaker maker;
    std::vector<std::string> tokens{"<unk>", "<s>", "</s>"};
    std::vector<std::int32_t> types{2, 3, 3};
    std::vector<float> scores{0, 0, 0};
    for (unsigned b = 0; b < 256; ++b) {
        static const char* digits = "0123456789ABCDEF";
        tokens.push_back(std::string("<0x") + digits[b / 16] + digits[b % 16] + ">");
        types.push_back(6);
        scores.push_back(0);
    }
    for (const auto& [text, score] : {std::pair{"▁", -10.0F},
                                      {"a", -11.0F},
                                      {"b", -12.0F},
                                      {"▁a", -2.0F},
                                      {"ab", -1.0F},
                                      {"▁ab", -3.0F},
                                      {"雲", -5.0F}}) {
        tokens.emplace_back(text);
        types.push_back(1);
        scores.push_back(score);
    }
    maker.text("tokenizer.ggml.model", "llama");
    maker.texts("tokenizer.ggml.tokens", tokens);
    maker.i32s("tokenizer.ggml.token_type", types);
    maker.f32s("tokenizer.ggml.scores", scores);
    if (!spaceFirst)
        maker.boolean("tokenizer.ggml.add_space_prefix", false);
    return maker;
}

using Tokens = std::vector<Token>;

} // namespace

class TestTokenizer : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void whatMergesMakeIsSpelledInTheAlphabet() {
        GgufMaker maker;
        std::vector<std::string> tokens;
        for (unsigned b = 0; b < 256; ++b)
            tokens.push_back(alphabet(static_cast<unsigned char>(b)));
        const std::string first = alphabet(0xE2);
        const std::string second = alphabet(0x80);
        const std::string third = alphabet(0x8D);
        tokens.insert(tokens.end(), {"\u200D", first + second, first + second + third}); // 256, 257, 258
        maker.text("tokenizer.ggml.model", "gpt2");
        maker.text("tokenizer.ggml.pre", "gpt-2");
        maker.texts("tokenizer.ggml.tokens", tokens);
        maker.texts("tokenizer.ggml.merges", {first + " " + second, first + second + " " + third});
        const std::string bytes = maker.file();
        const Gguf file(bytes, "x");
        QCOMPARE(Tokenizer(file).encode("\u200D", Specials::Ignored), (std::vector<Token>{258}));
    }

    void textIsCutAsTheExpressionsSay_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("pieces");
        const auto row = [](const char* rule, const char* text, const QStringList& pieces) {
            QTest::addRow("%s: %s", rule, text) << rule << QString::fromUtf8(text) << pieces;
        };
        row("gpt-2", "it's 12345  now \n\nyes!?",
            {"it", "'s", " 12345", " ", " now", " \n", "\n", "yes", "!?"});
        row("gpt-2", "IT'S a\tb  ", {"IT", "'", "S", " a", "\t", "b", "  "});
        row("llama-bpe", "IT'S 12345 (now)\r\n\r\n  x",
            {"IT", "'S", " ", "123", "45", " (", "now", ")\r\n\r\n", " ", " x"});
        row("llama-bpe", "it'ſ", {"it", "'ſ"});
        row("llama-bpe", "  \n  \n  a", {"  \n  \n", " ", " a"});
        row("qwen2", "a12 ½雲計算", {"a", "1", "2", " ", "½", "雲計算"});
        row("qwen35", "e\xCC\x81t\xC3\xA9 x", {"e\u0301té", " x"});
        row("qwen2", "e\xCC\x81t", {"e", "\u0301t"});
        row("hunyuan-dense", "x1234雲端ab, foo", {"x", "123", "4", "雲端", "ab", ",", " foo"});
        row("hunyuan-dense", "a.b (cd)", {"a", ".b", " (", "cd", ")"});
        row("hunyuan-dense", "(cd", {"(cd"});
        row("deepseek-coder", "a b\n12 雲!", {"a", " b", "\n", "1", "2", " ", "雲", "!"});
        row("default", "a1234 b+c", {"a", "123", "4", " b", "+", "c"});
        row("starcoder", "a12", {"a", "1", "2"});
        row("falcon", "a`b1234", {"a", "`", "b", "123", "4"});
        row("tekken", "HelloWorld don't 2024 //x\n",
            {"Hello", "World", " don", "'t", " ", "2", "0", "2", "4", " //", "x", "\n"});
        row("tekken", "中ABC ABc", {"中", "ABC", " ABc"});
        row("gpt-4o", "HelloWorld DON'T 2024/\n", {"Hello", "World", " DON'T", " ", "202", "4", "/\n"});
        row("deepseek-llm", "Ab中文 12  x!\n  ", {"Ab", "中文", " ", "12", " ", " x", "!", "\n", "  "});
        row("viking", "ab, c12(d", {"ab", ",", " c", "1", "2", "(", "d"});
        row("gpt-2", "", {});
    }
    void textIsCutAsTheExpressionsSay() {
        QFETCH(QString, rule);
        QFETCH(QString, text);
        QFETCH(QStringList, pieces);
        const std::string bytes = text.toStdString();
        QStringList found;
        const auto known = presplitFromName(rule.toStdString());
        QVERIFY(known.has_value());
        for (const auto piece : presplit(*known, bytes))
            found << QString::fromUtf8(piece.data(), static_cast<qsizetype>(piece.size()));
        QCOMPARE(found, pieces);
    }

    void aRuleThatIsNotKnownIsRefusedByName() {
        const std::string bytes = bytePairs("what is this").file();
        try {
            const Tokenizer tokenizer{Gguf(bytes, "x")};
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.code(), ErrorCode::ModelUnsupported);
            QCOMPARE(error.args().at(1), std::string("tokenizer.ggml.pre"));
            QCOMPARE(error.args().at(2), std::string("what is this"));
        }
    }

    void neighboursAreJoinedByRankFromTheLeft() {
        const std::string bytes = bytePairs("gpt-2").file();
        const Tokenizer tokenizer{Gguf(bytes, "x")};
        QCOMPARE(tokenizer.encode("ababab", Specials::Ignored), (Tokens{257, 256}));
        QCOMPARE(tokenizer.encode("b a ab", Specials::Ignored), (Tokens{'b', 258, ' ', 256}));
        QCOMPARE(tokenizer.encode("qq", Specials::Ignored),
                 (Tokens{'q', 'q'})); // what is no token falls apart
        QCOMPARE(tokenizer.encode("zz", Specials::Ignored), (Tokens{'z', 'z'}));
        const std::string llama = bytePairs("llama-bpe").file();
        QCOMPARE(Tokenizer(Gguf(llama, "x")).encode("zz", Specials::Ignored), (Tokens{262})); // a whole token
    }

    void specialTokensAreFoundOnlyWhenAskedFor() {
        const std::string bytes = bytePairs("llama-bpe").file();
        const Tokenizer tokenizer{Gguf(bytes, "x")};
        QCOMPARE(tokenizer.encode("a<|end|>!b", Specials::Parsed), (Tokens{'a', 260, 'b'})); // the longer one
        QCOMPARE(tokenizer.encode("<pad>", Specials::Ignored), (Tokens{261}));
        QCOMPARE(tokenizer.encode("a<|end|>", Specials::AddedParsed), (Tokens{0, 'a', 259}));
        QCOMPARE(tokenizer.encode("<|end|>", Specials::Ignored).size(), std::size_t{7});
        QVERIFY(tokenizer.isEnd(259));
        QVERIFY(tokenizer.isEnd(261)); // the file's eos
        QVERIFY(!tokenizer.isEnd('a'));
        QCOMPARE(tokenizer.decode({'a', 259, 'b'}), std::string("ab"));
        QCOMPARE(tokenizer.decode({'a', 259, 'b'}, true), std::string("a<|end|>b"));
    }

    void piecesAreJoinedByScoreAndTheRestBecomesBytes() {
        const std::string bytes = sentencePieces(true).file();
        const Tokenizer tokenizer{Gguf(bytes, "x")};
        const Token space = 259;
        const Token ab = space + 4;
        const Token spaceAb = space + 5;
        QCOMPARE(tokenizer.encode("ab", Specials::Ignored), (Tokens{spaceAb}));
        QCOMPARE(tokenizer.encode("雲é", Specials::Ignored), (Tokens{space, space + 6, 3 + 0xC3, 3 + 0xA9}));
        QCOMPARE(tokenizer.encode("ab</s>ab", Specials::AddedParsed), (Tokens{1, spaceAb, 2, spaceAb}));
        QCOMPARE(tokenizer.encode("", Specials::AddedParsed), (Tokens{1}));
        QCOMPARE(tokenizer.decode(tokenizer.encode(" ab 雲é", Specials::Ignored)), std::string(" ab 雲é"));
        const std::string gemma = sentencePieces(false).file();
        const Tokenizer noSpace{Gguf(gemma, "x")};
        QCOMPARE(noSpace.encode("ab", Specials::Ignored), (Tokens{ab}));
    }

    void plainTextBecomesNoControlToken() {
        GgufMaker maker;
        maker.text("tokenizer.ggml.model", "llama");
        maker.texts("tokenizer.ggml.tokens",
                    {"<unk>", "<s>", "</s>", "<", "s", ">", "<s", "/", "</", "a", "u", "as"});
        maker.i32s("tokenizer.ggml.token_type", {2, 3, 3, 1, 1, 1, 1, 1, 1, 1, 5, 3});
        maker.u32("tokenizer.ggml.unknown_token_id", 0);
        maker.boolean("tokenizer.ggml.add_space_prefix", false);
        const std::string bytes = maker.file();
        const Tokenizer tokenizer{Gguf(bytes, "x")};
        QCOMPARE(tokenizer.encode("<s>", Specials::Ignored), (Tokens{6, 5}));
        QCOMPARE(tokenizer.encode("<s>", Specials::Parsed), (Tokens{1}));
        QCOMPARE(tokenizer.encode("as", Specials::Ignored), (Tokens{9, 4}));
        // Without tokens for bytes a character that is none is unknown once.
        QCOMPARE(tokenizer.encode("a雲s", Specials::Ignored), (Tokens{9, 0, 4}));
    }

    void bytesAreKnownByTheirNames() {
        for (const bool typed : {false, true}) {
            GgufMaker maker;
            std::vector<std::string> tokens{"<unk>", "<s>", "</s>"};
            for (unsigned b = 0; b < 256; ++b) {
                static const char* digits = "0123456789ABCDEF";
                tokens.push_back(std::string("<0x") + digits[b / 16] + digits[b % 16] + ">");
            }
            maker.text("tokenizer.ggml.model", "llama");
            maker.texts("tokenizer.ggml.tokens", tokens);
            if (typed)
                maker.i32s("tokenizer.ggml.token_type", std::vector<std::int32_t>(tokens.size(), 1));
            maker.boolean("tokenizer.ggml.add_space_prefix", false);
            const std::string bytes = maker.file();
            const Tokenizer tokenizer{Gguf(bytes, "x")};
            QCOMPARE(tokenizer.encode("é", Specials::Ignored), (Tokens{3 + 0xC3, 3 + 0xA9}));
            QCOMPARE(tokenizer.decode({3 + 0xC3, 3 + 0xA9}), std::string("é"));
        }
    }

    // Texts that are nearly special at each place, in many lengths or in one great one.
    void nearlySpecialTextIsNoProblem() {
        std::vector<std::string> specials;
        for (std::size_t length = 1; length < 1000; ++length)
            specials.push_back(std::string(length, 'a') + '\0');
        for (std::size_t length = 60'000; length < 60'010; ++length)
            specials.push_back(std::string(length, 'a') + '\1');
        specials.insert(specials.end(), {"aab", "ab", "b", "bc"});
        std::vector<std::string> tokens;
        for (unsigned b = 0; b < 256; ++b)
            tokens.push_back(alphabet(static_cast<unsigned char>(b)));
        std::vector<std::int32_t> types(256, 1);
        tokens.insert(tokens.end(), specials.begin(), specials.end());
        types.resize(tokens.size(), 4);
        types.back() = 3; // "bc"
        GgufMaker odd;
        odd.text("tokenizer.ggml.model", "gpt2");
        odd.text("tokenizer.ggml.pre", "qwen2");
        odd.texts("tokenizer.ggml.tokens", tokens);
        odd.i32s("tokenizer.ggml.token_type", types);
        odd.texts("tokenizer.ggml.merges", {"q q"});
        const std::string bytes = odd.file();
        const Tokenizer tokenizer{Gguf(bytes, "x")};
        QElapsedTimer timer;
        timer.start();
        for (const Specials kind : {Specials::Ignored, Specials::Parsed})
            QCOMPARE(tokenizer.encode(std::string(100'000, 'a'), kind).size(), std::size_t{100'000});
        QVERIFY(timer.elapsed() < 20'000); // 6,000,000,000 steps take far longer on any machine
        const Token aab = static_cast<Token>(tokens.size()) - 4;
        QCOMPARE(tokenizer.encode(std::string("caaabcxaaa\0b", 12), Specials::Ignored),
                 (Tokens{'c', 'a', aab, 'c', 'x', 256 + 2, aab + 2}));
        QCOMPARE(tokenizer.encode("xbcab", Specials::Parsed), (Tokens{'x', aab + 3, aab + 1}));
        QCOMPARE(tokenizer.encode("xbcab", Specials::Ignored), (Tokens{'x', aab + 2, 'c', aab + 1}));
    }

    void aStreamNeverEmitsHalfACharacter() {
        const std::string bytes = bytePairs("gpt-2").file();
        const Tokenizer tokenizer{Gguf(bytes, "x")};
        StreamDecoder stream(tokenizer);
        const std::string text = "a雲😀é";
        std::string whole;
        for (const Token token : tokenizer.encode(text, Specials::Ignored)) {
            const std::string part = stream.push(token);
            QVERIFY(isUtf8(part));
            whole += part;
        }
        QCOMPARE(whole + stream.finish(), text);
        QCOMPARE(stream.push(0xF0), std::string());
        QCOMPARE(stream.push(0x9F), std::string());
        QCOMPARE(stream.push('x'), std::string("\uFFFDx"));
        stream.push(0xE9);
        QCOMPARE(stream.finish(), std::string("\uFFFD"));
    }

    void longRunsAreNoProblem() {
        const std::string bytes = bytePairs("qwen2").file();
        const std::string spm = sentencePieces(true).file();
        const Tokenizer pairs{Gguf(bytes, "x")};
        const Tokenizer pieces{Gguf(spm, "x")};
        std::string emoji;
        std::string letters;
        for (int i = 0; i < 50'000; ++i) {
            emoji += "😀";
            letters += "ab";
        }
        QCOMPARE(pairs.encode(letters, Specials::Parsed).size(), std::size_t{25'000});
        QCOMPARE(pairs.encode(emoji, Specials::Parsed).size(), std::size_t{200'000});
        QCOMPARE(pieces.encode(letters, Specials::Parsed).size(), std::size_t{50'000});
        QCOMPARE(pieces.encode(emoji, Specials::Parsed).size(), std::size_t{200'001});
        QCOMPARE(pairs.encode(std::string(100'000, '<'), Specials::Parsed).size(), std::size_t{100'000});
        const std::string notText(1000, '\xFF');
        QCOMPARE(pairs.decode(pairs.encode(notText, Specials::Parsed)), notText);
    }

    void aBrokenVocabularyIsRefusedByName_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("where");
        GgufMaker none;
        none.text("tokenizer.ggml.model", "gpt2");
        QTest::newRow("no tokens") << QByteArray::fromStdString(none.file()) << "tokenizer.ggml.tokens";
        GgufMaker kind;
        kind.text("tokenizer.ggml.model", "bert");
        QTest::newRow("another kind") << QByteArray::fromStdString(kind.file()) << "tokenizer.ggml.model";
        GgufMaker end = sentencePieces(true);
        end.u32("tokenizer.ggml.eos_token_id", 5000);
        QTest::newRow("an end that is no token")
            << QByteArray::fromStdString(end.file()) << "tokenizer.ggml.eos_token_id";
        GgufMaker types;
        types.text("tokenizer.ggml.model", "llama");
        types.texts("tokenizer.ggml.tokens", {"a", "b"});
        types.i32s("tokenizer.ggml.token_type", {1});
        QTest::newRow("too few types")
            << QByteArray::fromStdString(types.file()) << "tokenizer.ggml.token_type";
        GgufMaker merges;
        merges.text("tokenizer.ggml.model", "gpt2");
        merges.texts("tokenizer.ggml.tokens", {"a", "b"});
        merges.texts("tokenizer.ggml.merges", {"ab"});
        QTest::newRow("a merge of one part")
            << QByteArray::fromStdString(merges.file()) << "tokenizer.ggml.merges";
        GgufMaker noMerges;
        noMerges.text("tokenizer.ggml.model", "gpt2");
        noMerges.texts("tokenizer.ggml.tokens", {"a", "b"});
        QTest::newRow("no merges") << QByteArray::fromStdString(noMerges.file()) << "tokenizer.ggml.merges";
    }
    void aBrokenVocabularyIsRefusedByName() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, where);
        const std::string file = bytes.toStdString();
        try {
            const Tokenizer tokenizer{Gguf(file, "x")};
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(QString::fromStdString(error.args().at(1)), where);
        }
    }
};

PARALLAX_TEST(TestTokenizer)

} // namespace test_tokenizer
#include "test_tokenizer.moc"
