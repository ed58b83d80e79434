// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <string>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "base/error.h"
#include "data/ingest/encoding.h"
#include "data/ingest/mojibake.h"
#include "tests/test_program.h"

namespace test_encoding {

using namespace parallax;
using namespace parallax::data;

namespace {

const std::string traditional =
    "兩家公司上週宣布，新的資料中心將在明年春天啟用。這是他們在這個地區的第三座設施，也是最大的一座，"
    "預計可以讓運算能力增加一倍。分析師認為，這樣的投資會不會太早，還要看明年的需求。\n";
const std::string simplified =
    "两家公司上周宣布，新的数据中心将在明年春天启用。这是他们在这个地区的第三座设施，也是最大的一座，"
    "预计可以让运算能力增加一倍。分析师认为，这样的投资会不会太早，还要看明年的需求。\n";
const std::string japanese =
    "両社は先週、新しいデータセンターを来年の春に開設すると発表した。この地域では三つ目の施設で、"
    "最も大きいものになる見通しだという。\n";
const std::string korean =
    "두 회사는 지난주 새로운 데이터 센터를 내년 봄에 연다고 발표했다. 이 지역에서 세 번째이자 "
    "가장 큰 시설이 될 것이라고 한다.\n";
const std::string french = "Les deux sociétés ont annoncé qu’un centre de données ouvrirait l’été prochain ; "
                           "la région n’en avait jamais reçu d’aussi grand – ni d’aussi cher.\n";
const std::string polish =
    "Obie spółki ogłosiły, że nowe centrum danych ruszy wiosną przyszłego roku; będzie to "
    "największy taki obiekt w regionie.\n";

std::string encoded(const std::string& utf8, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &status);
    const auto text = icu::UnicodeString::fromUTF8(utf8);
    std::string out(utf8.size() * 4 + 16, '\0');
    const int32_t length = ucnv_fromUChars(converter, out.data(), static_cast<int32_t>(out.size()),
                                           text.getBuffer(), text.length(), &status);
    ucnv_close(converter);
    out.resize(static_cast<std::size_t>(length));
    return out;
}

ErrorCode errorOf(const std::string& bytes) {
    try {
        decodeText(bytes, {});
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::Usage; // stands for: nothing was thrown
}

bool hasIssue(const DecodedText& decoded, const std::string& code) {
    return std::ranges::any_of(decoded.issues, [&](const ParseIssue& issue) { return issue.code == code; });
}

// A text that was written in UTF-8 and read as another encoding, as it looks afterwards.
std::string misread(const std::string& utf8, const char* as) {
    std::string out;
    for (const char byte : utf8) {
        const std::string one(1, byte);
        UErrorCode status = U_ZERO_ERROR;
        UConverter* converter = ucnv_open(as, &status);
        ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
        char16_t unit[4];
        const int32_t length = ucnv_toUChars(converter, unit, 4, one.data(), 1, &status);
        ucnv_close(converter);
        if (U_SUCCESS(status) && length == 1 && unit[0] != 0xFFFD && !(unit[0] < 0xA0 && unit[0] >= 0x80))
            icu::UnicodeString(unit, 1).toUTF8String(out);
        else // a byte the encoding has no character for is kept as a control character
            icu::UnicodeString(static_cast<UChar32>(static_cast<unsigned char>(byte))).toUTF8String(out);
    }
    return out;
}

} // namespace

class EncodingTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aByteOrderMarkDecides_data() {
        QTest::addColumn<QByteArray>("mark");
        QTest::addColumn<QByteArray>("converter");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("UTF-8") << QByteArray("\xEF\xBB\xBF") << QByteArray("UTF-8") << QByteArray("UTF-8");
        QTest::newRow("UTF-16LE") << QByteArray("\xFF\xFE") << QByteArray("UTF-16LE")
                                  << QByteArray("UTF-16LE");
        QTest::newRow("UTF-16BE") << QByteArray("\xFE\xFF") << QByteArray("UTF-16BE")
                                  << QByteArray("UTF-16BE");
        QTest::newRow("UTF-32LE") << QByteArray("\xFF\xFE\0\0", 4) << QByteArray("UTF-32LE")
                                  << QByteArray("UTF-32LE");
        QTest::newRow("UTF-32BE") << QByteArray("\0\0\xFE\xFF", 4) << QByteArray("UTF-32BE")
                                  << QByteArray("UTF-32BE");
    }
    void aByteOrderMarkDecides() {
        QFETCH(QByteArray, mark);
        QFETCH(QByteArray, converter);
        QFETCH(QByteArray, name);
        for (const auto& text : {traditional, french, std::string("plain\n")}) {
            const DecodedText decoded =
                decodeText(mark.toStdString() + encoded(text, converter.constData()), {});
            QCOMPARE(decoded.text, text);
            QCOMPARE(decoded.encoding, name.toStdString());
            QCOMPARE(decoded.confidence, 1.0);
            QVERIFY(decoded.issues.empty());
        }
    }

    void undeclaredEncodingsAreGuessedWithAConfidence_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("converter");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* tag, const std::string& text, const char* converter,
                            const char* name) {
            QTest::newRow(tag) << QString::fromStdString(text) << QByteArray(converter)
                               << QString::fromLatin1(name);
        };
        row("Big5", traditional, "Big5-HKSCS", "Big5");
        row("GB18030", simplified, "gb18030", "GB18030");
        row("GB18030 with traditional characters", traditional, "gb18030", "GB18030");
        row("Shift_JIS", japanese, "windows-31j", "Shift_JIS");
        row("EUC-JP", japanese, "EUC-JP", "EUC-JP");
        row("EUC-KR", korean, "windows-949", "EUC-KR");
        row("windows-1252", french, "windows-1252", "windows-1252");
        row("windows-1250", polish, "windows-1250", "windows-1250");
        row("UTF-16LE", traditional, "UTF-16LE", "UTF-16LE");
        row("UTF-16BE", simplified, "UTF-16BE", "UTF-16BE");
        row("UTF-16LE of English", "No mark at all, and yet sixteen bits.\n", "UTF-16LE", "UTF-16LE");
    }
    void undeclaredEncodingsAreGuessedWithAConfidence() {
        QFETCH(QString, text);
        QFETCH(QByteArray, converter);
        QFETCH(QString, name);
        const DecodedText decoded = decodeText(encoded(text.toStdString(), converter.constData()), {});
        QCOMPARE(QString::fromStdString(decoded.encoding), name);
        QCOMPARE(QString::fromStdString(decoded.text), text);
        QVERIFY2(decoded.confidence > 0.3 && decoded.confidence < 1.0,
                 std::to_string(decoded.confidence).c_str());
        QVERIFY(hasIssue(decoded, "encoding-guessed"));
    }

    void aPoundSignIsNoPolishLetter() {
        std::string text = "The price fell by 20% in June, said analysts.\n";
        text += "The firm’s costs were £5 million, US¥2 billion or A£3; efficiency 20µs ±5%.\n";
        const DecodedText decoded = decodeText(encoded(text, "windows-1252"), {});
        QCOMPARE(decoded.encoding, std::string("windows-1252"));
        QCOMPARE(decoded.text, text);
    }

    void sixteenBitsNeedEvidence() {
        for (const char* converter : {"Big5-HKSCS", "gb18030"}) {
            const std::string short5 = converter[0] == 'B' ? "雲端成本" : "英伟达营收";
            try {
                QCOMPARE(decodeText(encoded(short5, converter), {}).text, short5);
            } catch (const Error& error) { // or it is not known what it is
                QCOMPARE(error.code(), ErrorCode::EncodingUnknown);
            }
        }
        QCOMPARE(errorOf(std::string("abc\0def\0", 8)), ErrorCode::EncodingUnknown);
        QCOMPARE(decodeText(encoded(korean, "UTF-16LE"), {}).text, korean);
        QCOMPARE(decodeText(encoded(japanese, "UTF-16BE"), {}).text, japanese);
    }

    void escapesSayWhichEncodingItIs() {
        const DecodedText jis = decodeText(encoded(japanese, "ISO-2022-JP"), {});
        QCOMPARE(jis.encoding, std::string("ISO-2022-JP"));
        QCOMPARE(jis.text, japanese);
        ParseHints http;
        http.contentType = "text/html; charset=iso-2022-jp";
        QCOMPARE(decodeText(encoded(japanese, "ISO-2022-JP"), http).text, japanese);
        const DecodedText hz = decodeText(encoded(simplified, "HZ"), {});
        QCOMPARE(hz.encoding, std::string("HZ-GB-2312"));
        QCOMPARE(hz.text, simplified);
        const std::string program = "sub x { return map ~{ $_ => 1 }~} # ~{ab~} \n";
        QCOMPARE(decodeText(program, {}).text, program);
    }

    void declarationsAreBelievedWhereTheBytesAgree() {
        ParseHints http;
        http.contentType = "text/html; charset=Big5";
        QCOMPARE(decodeText(encoded(traditional, "Big5"), http).text, traditional);
        QCOMPARE(decodeText(encoded(traditional, "Big5"), http).confidence, 1.0);

        const std::string xml = "<?xml version=\"1.0\" encoding='gb2312'?>\n<a>" + simplified + "</a>";
        QCOMPARE(decodeText(encoded(xml, "gb18030"), {}).text, xml);
        QCOMPARE(decodeText(encoded(xml, "gb18030"), {}).encoding, std::string("GB18030"));

        const std::string html =
            "<html><head><META http-equiv=x content='text/html; charset=shift_jis'>" + japanese;
        QCOMPARE(decodeText(encoded(html, "windows-31j"), {}).text, html);

        const std::string latin = "<meta charset=\"iso-8859-1\">caf\xE9 \x93quoted\x94";
        QCOMPARE(decodeText(latin, {}).text, std::string("<meta charset=\"iso-8859-1\">café “quoted”"));
    }

    void utf8IsUtf8WhateverWasDeclared() {
        ParseHints wrong;
        wrong.contentType = "text/plain; charset=iso-8859-1";
        QCOMPARE(decodeText(traditional, wrong).text, traditional);
        QCOMPARE(decodeText(traditional, wrong).encoding, std::string("UTF-8"));
        wrong.contentType = "text/plain; charset=no-such-thing";
        QCOMPARE(decodeText(french, wrong).text, french);
    }

    void aWrongDeclarationIsOverruledByTheBytes() {
        ParseHints wrong;
        wrong.contentType = "text/plain; charset=utf-8";
        const DecodedText decoded = decodeText(encoded(traditional, "Big5"), wrong);
        QCOMPARE(decoded.text, traditional);
        QVERIFY(decoded.confidence < 1.0);
    }

    void lineEndsOfEveryKindBecomeLineFeeds() {
        QCOMPARE(decodeText("a\r\nb\rc\nd\r\r\ne", {}).text, std::string("a\nb\nc\nd\n\ne"));
        QCOMPARE(decodeText("a\u2028b\u2029c\u0085d", {}).text, std::string("a\nb\nc\nd"));
    }

    void normalFormsSurvive() {
        const std::string decomposed = "Cafe\u0301 \u1112\u1161\u11ab ﬁ Ａ\n";
        QCOMPARE(decodeText(decomposed, {}).text, decomposed);
    }

    void lostTextIsReportedOrRefused() {
        std::string page;
        for (int i = 0; i < 40; ++i)
            page += "A sentence that came through whole and unharmed.\n";
        QVERIFY(!hasIssue(decodeText(page + "Really??? Yes.\n", {}), "text-lost"));
        QVERIFY(hasIssue(decodeText(page + "???? AWS ??\n", {}), "text-lost"));
        QVERIFY(hasIssue(decodeText(page + "公司????表示價格上漲\n", {}), "text-lost"));
        QVERIFY(!hasIssue(
            decodeText(page + "真的嗎???\nSee /q??x=1 and 为什么??真的吗????我不信,這樣也行??對\n", {}),
            "text-lost"));
        QVERIFY(hasIssue(decodeText(page + "bro\uFFFDken\n", {}), "text-lost"));
        QVERIFY(hasIssue(decodeText(page + "锟斤拷锟斤拷\n", {}), "text-lost"));
        QCOMPARE(errorOf("OpenAI ???? AWS ?????? 2026 ????\n"), ErrorCode::TextLost);
        QCOMPARE(errorOf("\uFFFD\uFFFD\uFFFD\uFFFD and a bit"), ErrorCode::TextLost);
    }

    void whatIsLostInEscapesIsToldToo_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("line");
        const QByteArray rss = "<rss version='2.0'><channel><title>Wire</title>\n<item><title>One</title>"
                               "<description>";
        QTest::newRow("JSON") << QByteArray(
                                     "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Wire\",\n"
                                     "\"items\":[{\"id\":\"1\",\"title\":\"\\ufffd\\ufffd\"}]}")
                              << QByteArray("text-lost") << QByteArray("2");
        QTest::newRow("HTML") << QByteArray(
                                     "<html><body><h1>One</h1>\n\n<p>What was &#xFFFD;&#xFFFD;&#xFFFD; said."
                                     "</p></body></html>")
                              << QByteArray("text-lost") << QByteArray("3");
        QTest::newRow("feed") << rss +
                                     "&#63;&#63;&#63;&#63;&#63; said so</description></item></channel></rss>"
                              << QByteArray("text-lost") << QByteArray("2");
        QTest::newRow("misread") << QByteArray(
                                        "<html><body><h1>One</h1><p>Itâ&euro;&trade;s and donâ&euro;&trade;t "
                                        "and I&acirc;&euro;&trade;m.</p></body></html>")
                                        .replace("\xC3\xA2", "&acirc;")
                                 << QByteArray("mojibake") << QByteArray("\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2");
    }
    void whatIsLostInEscapesIsToldToo() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, line);
        ParseHints hints;
        hints.name = "page";
        int told = 0;
        for (const ParseIssue& issue : parseDocument(text.toStdString(), hints, {}).issues)
            if (issue.code == code.toStdString()) {
                ++told;
                QCOMPARE(issue.args.at(code == "mojibake" ? 0 : 2), line.toStdString());
            }
        QCOMPARE(told, 1);
    }
    void escapesOfWholeCharactersAreNoLoss() {
        for (const ParseIssue& issue :
             parseDocument(
                 "<html><body><h1>One</h1><p>Really&#63; AT&amp;T&nbsp;&mdash; yes.</p></body></html>", {},
                 {})
                 .issues)
            QVERIFY2(issue.code != "text-lost" && issue.code != "mojibake", issue.code.c_str());
    }

    void lostTextIsToldWithItsPlaceAndWords() {
        std::string whole, cloud;
        for (int i = 0; i < 40; ++i)
            whole += "A sentence that came through whole and unharmed.\n";
        for (int i = 0; i < 60; ++i)
            cloud += "雲";
        const auto told = [](const std::string& text) {
            ParseHints hints;
            hints.name = "notes.md";
            for (const ParseIssue& issue : decodeText(text, hints).issues)
                if (issue.code == "text-lost")
                    return issue.args;
            return std::vector<std::string>();
        };
        QCOMPARE(told("# ????\n" + whole), (std::vector<std::string>{"notes.md", "< 1 %", "1", "# ????"}));
        QCOMPARE(told(whole + "第一段之後 ???? 才有別的字\n"),
                 (std::vector<std::string>{"notes.md", "< 1 %", "41", "第一段之後 ???? 才有別的字"}));
        // A long line is cut, and no character is.
        const auto cut = told(whole + cloud + " ?? " + cloud);
        QCOMPARE(cut.at(2), std::string("41"));
        QVERIFY(cut.at(3).find("雲 ?? 雲") != std::string::npos);
        QVERIFY(cut.at(3).size() < 130 && isUtf8(cut.at(3)));
    }

    void aLostTitleIsTold() {
        for (const char* lost : {"????", "?? ???", "\uFFFD\uFFFD", "锟斤拷锟斤拷", "A ????"})
            QVERIFY2(isLostTitle(lost), lost);
        for (const char* title :
             {"", "What?", "Really???", "OpenAI ?? and what AWS does next", "Cloud", "雲端？"})
            QVERIFY2(!isLostTitle(title), title);
    }

    void aFewDamagedBytesDoNotUndoUtf8() {
        const DecodedText decoded =
            decodeText(traditional + traditional + traditional + "\xE9\x9B end\n", {});
        QCOMPARE(decoded.encoding, std::string("UTF-8"));
        QVERIFY(decoded.text.starts_with(traditional));
        QVERIFY(hasIssue(decoded, "bytes-unfit"));
    }

    void strayBytesLeaveATextThatIsNearlyAllUtf8AsItIs_data() {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("stray");
        const QByteArray plain = QByteArray("The price of memory rose by a third.\n").repeated(20);
        const QByteArray quoted = "They call it “memory” – and it rose.\n";
        QTest::newRow("three together in plain text") << plain << QByteArray("\xEF\xE0\xF0");
        QTest::newRow("three of none in plain text") << plain << QByteArray("\x81 a \x8D b \x9D");
        QTest::newRow("three together and quotation marks") << quoted + plain << QByteArray("\xEF\xE0\xF0");
        QTest::newRow("three apart and quotation marks") << quoted << QByteArray("\xEF a \xE0 b \xF0");
        QTest::newRow("in Chinese") << QByteArray("記憶體漲價。\n").repeated(20)
                                    << QByteArray("\xEF\xE0 a \xF0");
    }
    void strayBytesLeaveATextThatIsNearlyAllUtf8AsItIs() {
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, stray);
        const DecodedText decoded = decodeText((page + "Next: " + stray + " end\n" + page).toStdString(), {});
        QCOMPARE(decoded.encoding, std::string("UTF-8"));
        QVERIFY(decoded.text.starts_with(page.toStdString()));
        QVERIFY(hasIssue(decoded, "bytes-unfit"));
        QVERIFY(!hasIssue(decoded, "encoding-guessed"));
    }

    void strayBytesThatMakeSenseAreRead_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QByteArray>("name");
        const QByteArray plain = QByteArray("The price of memory rose by a third.\n").repeated(9);
        const QByteArray utf8 = QByteArray("They call it “memory” – and it rose.\n");
        const auto row = [&](const char* name, const char* bytes, const char* expected) {
            QTest::newRow(name) << plain + utf8 + bytes << plain + utf8 + expected << QByteArray("UTF-8");
        };
        row("an apostrophe", "the company\x92s price\n", "the company’s price\n");
        row("quotation marks", "so \x93it rose\x94, they say\n", "so “it rose”, they say\n");
        row("letters", "Caf\xE9 prices, \xC9tienne said\n", "Café prices, Étienne said\n");
        row("an elision", "de l\x92\xE9t\xE9, d\x92\xC9tienne\n", "de l’été, d’Étienne\n");
        row("a dash and money", "it rose \x96 by \xA3\x35 or 10 \x80\n", "it rose – by £5 or 10 €\n");
        row("a word of one letter", "aller \xE0 Paris, \xC0 bient\xF4t\n", "aller à Paris, À bientôt\n");
        row("letters beside each other", "das gr\xF6\xDFte, cr\xE9\xE9\n", "das größte, créé\n");
        row("an ellipsis and a quotation mark", "\x93it rose\x85\x94 and\n", "“it rose…” and\n");
        row("a dash and a quotation mark", "said\x97\x93it rose\x94\x97then\n", "said—“it rose”—then\n");
        row("a letter and a quotation mark",
            "\x84nur Spa\xDF\x93, \x93"
            "caf\xE9\x94 \x93\xC0 Paris\x94\n",
            "„nur Spaß“, “café” “À Paris”\n");
        row("guillemets with blanks", "dit \xAB\xA0oui\xA0\xBB \xE0 tous\n",
            "dit «\u00A0oui\u00A0» à tous\n");
        row("signs",
            "\xBFQu\xE9? \xA1No! 2\xBD cups, \xA7 5, 3 m\xB2, \xB1\x35 \xB0"
            "C, 10\xA0\x80, 5 \xB5m\n",
            "¿Qué? ¡No! 2½ cups, § 5, 3 m², ±5 °C, 10\u00A0€, 5 µm\n");
        row("one of many that makes no sense",
            "Caf\xE9 caf\xE9 caf\xE9 caf\xE9 caf\xE9 caf\xE9 caf\xE9 caf\xE9 W\xE9W\n",
            "Café café café café café café café café WéW\n");
        QTest::newRow("windows-1252 throughout") << plain + "the company\x92s caf\xE9\n"
                                                 << plain + "the company’s café\n"
                                                 << QByteArray("windows-1252");
    }
    void strayBytesThatMakeSenseAreRead() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, expected);
        QFETCH(QByteArray, name);
        ParseHints hints;
        hints.name = "page";
        hints.contentType = "text/plain; charset=utf-8";
        const DecodedText decoded = decodeText(bytes.toStdString(), hints);
        QCOMPARE(QByteArray::fromStdString(decoded.text), expected);
        QCOMPARE(QByteArray::fromStdString(decoded.encoding), name);
        QVERIFY(decoded.confidence > 0.5 && decoded.confidence < 1);
        QVERIFY(hasIssue(decoded, "stray-bytes"));
        QVERIFY(!hasIssue(decoded, "text-lost"));
    }
    void bytesThatDoNotFitAreToldAsSuch() {
        ParseHints hints;
        hints.name = "page";
        hints.contentType = "text/plain; charset=utf-8";
        std::string page;
        for (int i = 0; i < 40; ++i)
            page += "A sentence that came through whole and unharmed.\n";
        for (const char* bytes :
             {"cut \xE9\x9B off\n", "a \x81 of none\n", "WOR\xE9LD\n",
              "Caf\xE9s and caf\xE9s, caf\xE9s, \x9D of none\n", "cut caf\xE2\x80 off and \xE6\x97 off\n",
              "Yandex (\xDF\xED\xE4\xE5\xEA\xF1), \xE8 \xE0\n", "\xA4\xA4\xA4\xE5 \xA4j of Big5\n",
              "\xD6\xD0\xB9\xFA of GB18030\n", "\x93\xFA\x96{\x8C\xEA of Shift-JIS\n"}) {
            const DecodedText decoded = decodeText(page + bytes, hints);
            QVERIFY2(hasIssue(decoded, "bytes-unfit"), bytes);
            QVERIFY2(!hasIssue(decoded, "text-lost"), bytes);
            QCOMPARE(decoded.issues.back().args.at(2), std::string("41"));
        }
        // What was lost before would have taken this, too.
        QVERIFY(hasIssue(decodeText(page + "bro\uFFFDken, the company\x92s\n", hints), "text-lost"));
    }

    void aWordOrTwoOfAnotherEncodingAreRead() {
        const std::string plain(
            QByteArray("The price of memory rose by a third.\n").repeated(20).toStdString());
        QCOMPARE(decodeText(plain + encoded("Yandex (Яндекс) said so.\n", "windows-1251"), {}).encoding,
                 std::string("windows-1251"));
        QCOMPARE(decodeText(plain + encoded("Alibaba (阿里巴巴) said so, 在中国.\n", "GB18030"), {}).encoding,
                 std::string("GB18030"));
        QCOMPARE(decodeText(plain + encoded("One café.\n", "windows-1252"), {}).text, plain + "One café.\n");
    }

    void whatIsNoTextIsRefused() {
        QCOMPARE(errorOf(std::string("text with a \0 in it", 19)), ErrorCode::EncodingUnknown);
        std::string noise;
        for (int i = 0; i < 4000; ++i)
            noise.push_back(static_cast<char>((i * 7919) >> 3));
        QCOMPARE(errorOf(noise), ErrorCode::EncodingUnknown);
        QCOMPARE(errorOf(std::string(3000, '\x01')), ErrorCode::EncodingUnknown);
    }

    void utf8ReadAsAnotherEncodingIsOfferedARepair_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("as");
        QTest::newRow("French") << QString::fromStdString(french) << QByteArray("windows-1252");
        QTest::newRow("Polish") << QString::fromStdString(polish) << QByteArray("windows-1252");
        QTest::newRow("Chinese") << QString::fromStdString(traditional) << QByteArray("windows-1252");
        QTest::newRow("Chinese, Latin-1") << QString::fromStdString(traditional) << QByteArray("iso-8859-1");
        QTest::newRow("emoji") << QString::fromUtf8("The robots 🤖 are 🔬 coming, “soon”.\n")
                               << QByteArray("windows-1252");
    }
    void utf8ReadAsAnotherEncodingIsOfferedARepair() {
        QFETCH(QString, text);
        QFETCH(QByteArray, as);
        const std::string damaged = misread(text.toStdString(), as.constData());
        QVERIFY(damaged != text.toStdString());
        const DecodedText offered = decodeText(damaged, {});
        QVERIFY(hasIssue(offered, "mojibake"));
        ParseHints repair;
        repair.repairMojibake = true;
        const DecodedText repaired = decodeText(damaged, repair);
        QCOMPARE(QString::fromStdString(repaired.text), text);
        QVERIFY(!hasIssue(repaired, "mojibake"));
    }

    void greekReadingsOfUtf8AreUndoneToo() {
        QCOMPARE(repairMojibake("πŸ€–"), std::string("🤖"));
        QVERIFY(findMojibake("πŸ€– πŸ”¬").found());
    }

    void textDamagedTwiceIsUndoneTwice() {
        const std::string twice = misread(misread(traditional, "windows-1252"), "windows-1252");
        QCOMPARE(repairMojibake(twice), traditional);
    }

    void honestTextIsNotTakenForDamage() {
        for (const std::string& text : {french, polish, traditional, simplified, japanese, korean,
                                        std::string("Ελληνικά: η τιμή είναι €5 – «ακριβή»."),
                                        std::string("Müller & Söhne: ÄÖÜ äöü ß, naïve façade, Ångström Å"),
                                        std::string("A single pair Ã© in an essay about mojibake")}) {
            if (text.find("essay") == std::string::npos)
                QVERIFY2(!findMojibake(text).found(), text.c_str());
            QCOMPARE(decodeText(text, {}).encoding, std::string("UTF-8"));
        }
        QVERIFY(!findMojibake("A single pair Ã© in an essay about mojibake").found());
    }
};

PARALLAX_TEST(EncodingTest)

} // namespace test_encoding
#include "test_encoding.moc"
