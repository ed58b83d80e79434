// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <string>
#include <thread>
#include <vector>

#include "data/article/align.h"
#include "data/article/script.h"
#include "data/article/script_view.h"
#include "tests/test_program.h"

namespace test_script {

using namespace parallax::data;

namespace {

constexpr auto hant = Language::TraditionalChinese;
constexpr auto hans = Language::SimplifiedChinese;

Block block(BlockKind kind, const char* text, int number = 0) {
    Block made;
    made.kind = kind;
    made.text = text;
    made.number = number;
    return made;
}

std::string pairsText(const std::vector<BlockPair>& pairs) {
    std::string text;
    for (const BlockPair& pair : pairs)
        text += std::to_string(pair.left) + "=" + std::to_string(pair.right) + " ";
    return text;
}

} // namespace

class ScriptTest : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void wordsOfTheOtherRegionAreConverted() {
        QCOMPARE(convertScript("软件和数据中心", hant), std::string("軟體和資料中心"));
        QCOMPARE(convertScript("資料中心與晶片", hans), std::string("数据中心与芯片"));
        QCOMPARE(convertScript("儿童发育与头发", hant), std::string("兒童發育與頭髮"));
        QCOMPARE(convertScript("支持发布会", hant), std::string("支持發布會"));
        QCOMPARE(convertScript("這是什麼，為什麼", hans), std::string("这是什么，为什么"));
        QCOMPARE(convertScript("市值3.5兆美元，著名的乾隆", hans), std::string("市值3.5兆美元，著名的乾隆"));
        QCOMPARE(convertScript("這家公司市值3.5兆美元", hans), std::string("这家公司市值3.5万亿美元"));
    }

    void textAlreadyInTheScriptIsNotTouched() {
        for (const char* text : {"什么时候发布软件，网络支持吗", "为什么这么说", "后来怎么样"})
            QCOMPARE(convertScript(text, hans), std::string(text));
        for (const char* text : {"什麼時候發布軟體，網路支援嗎", "著作權與顯著的差異", "皇后與之後"})
            QCOMPARE(convertScript(text, hant), std::string(text));
    }

    void whatIsNotChineseIsNotTouched() {
        for (const char* text : {"", "Plain English, 1.6-1.8s", "日本語のソフトウェア開発と製品発表",
                                 "한국어 문장", "\xff\xfe"}) {
            QCOMPARE(convertScript(text, hant), std::string(text));
            QCOMPARE(convertScript(text, hans), std::string(text));
        }
        QCOMPARE(convertScript("软件", Language::English), std::string("软件"));
    }

    void codeAddressesLatinAndNumbersStay() {
        QCOMPARE(
            convertScript("用`软件 --参数`写 https://example.org/软件?q=网络 的 GPT-4o 软件，涨了1,234.5%",
                          hant),
            std::string("用`软件 --参数`寫 https://example.org/软件?q=网络 的 GPT-4o 軟體，漲了1,234.5%"));
        QCOMPARE(convertScript("这个`不会结束的软件", hant), std::string("這個`不會結束的軟體"));
    }

    void eachSentenceOfAMixedTextIsJudgedAlone() {
        QCOMPARE(convertScript("這個軟體很好。这个软件很好。", hant),
                 std::string("這個軟體很好。這個軟體很好。"));
        QCOMPARE(convertScript("這個軟體很好。这个软件很好。", hans),
                 std::string("这个软件很好。这个软件很好。"));
    }

    void threadsShareTheConverters() {
        std::vector<std::thread> threads;
        std::vector<int> wrong(4, 0);
        for (std::size_t t = 0; t < wrong.size(); ++t)
            threads.emplace_back([&wrong, t] {
                for (int i = 0; i < 200; ++i) {
                    wrong[t] += convertScript("软件和数据中心", hant) == "軟體和資料中心" ? 0 : 1;
                    wrong[t] += convertScript("資料中心與晶片", hans) == "数据中心与芯片" ? 0 : 1;
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong, std::vector<int>(4, 0));
    }

    void editionsAreAlignedOverMissingAndExtraBlocks() {
        const std::vector<Block> english = {
            block(BlockKind::Title, "Cranes Learn to Share"),
            block(BlockKind::Byline, "Example Wire"),
            block(BlockKind::Paragraph, "Harbour operators on both coasts have begun to share their crane "
                                        "schedules, which nobody expected."),
            block(BlockKind::Heading, "Prices"),
            block(BlockKind::Table, ""),
            block(BlockKind::Paragraph, "An aside that the other edition leaves out, about the weather of "
                                        "that week and its consequences for everyone."),
            block(BlockKind::ListItem, "Trust: a ledger is only as honest as its members.", 1),
            block(BlockKind::ListItem, "Weather: storms ignore auctions.", 2)};
        const std::vector<Block> chinese = {
            block(BlockKind::Title, "起重機開始共享"),
            block(BlockKind::Notice, "notice"),
            block(BlockKind::Paragraph, "東西兩岸的港口營運商開始共享起重機時程,這是任何人都沒有想到的。"),
            block(BlockKind::Heading, "價格"),
            block(BlockKind::Table, ""),
            block(BlockKind::ListItem, "信任:帳本只和成員一樣誠實。", 1),
            block(BlockKind::ListItem, "天氣:暴風雨不理會拍賣。", 2)};
        QCOMPARE(pairsText(alignBlocks(english, chinese)), std::string("0=0 2=2 3=3 4=4 5=-1 6=5 7=6 "));
        QCOMPARE(pairsText(alignBlocks(chinese, english)), std::string("0=0 2=2 3=3 4=4 -1=5 5=6 6=7 "));
    }

    void aCellIsJudgedByTheTextAroundIt() {
        // 晶 and 片 belong to both scripts, the word to one.
        QCOMPARE(convertScript("晶片", hans), std::string("晶片"));
        QCOMPARE(convertScript("晶片", hans, hant), std::string("芯片"));
        QCOMPARE(convertScript("晶片", hans, hans), std::string("晶片"));
        QCOMPARE(convertScript("GPU 2025", hans, hant), std::string("GPU 2025"));
        Article article;
        article.language = hant;
        article.title = "晶片";
        article.blocks = {block(BlockKind::Paragraph, "這些晶片")};
        article.blocks[0].language = hant;
        Table table;
        table.header = {{"晶片", {}, {}}};
        table.rows = {{{"HBM", {}, {}}}};
        article.tables = {table};
        const ScriptView view = inScript(article, hans);
        QCOMPARE(view.convertedFrom, hant);
        QCOMPARE(view.article.language, hans);
        QCOMPARE(view.article.blocks[0].language, hans);
        QCOMPARE(view.article.title, std::string("芯片"));
        QCOMPARE(view.article.blocks[0].text, std::string("这些芯片"));
        QCOMPARE(view.article.tables[0].header[0].text, std::string("芯片"));
        QCOMPARE(view.article.tables[0].rows[0][0].text, std::string("HBM"));
        QCOMPARE(inScript(view.article, hans).convertedFrom, Language::Unknown);
        QCOMPARE(inScript(view.article, Language::English).convertedFrom, Language::Unknown);
    }

    void emptyEditionsAlignToNothing() {
        const std::vector<Block> one = {block(BlockKind::Paragraph, "A")};
        QVERIFY(alignBlocks({}, {}).empty());
        QCOMPARE(pairsText(alignBlocks(one, {})), std::string("0=-1 "));
        QCOMPARE(pairsText(alignBlocks({}, one)), std::string("-1=0 "));
    }

    void everyContentBlockStandsInExactlyOnePair() {
        std::vector<Block> left, right;
        for (int i = 0; i < 3000; ++i)
            left.push_back(block(i % 7 == 0 ? BlockKind::Heading : BlockKind::Paragraph,
                                 i % 3 == 0 ? "short" : "something rather longer than that"));
        for (int i = 0; i < 1200; ++i)
            right.push_back(block(i % 5 == 0 ? BlockKind::Table : BlockKind::Paragraph, "一段文字"));
        std::vector<int> seenLeft(left.size(), 0), seenRight(right.size(), 0);
        int lastLeft = -1, lastRight = -1;
        for (const BlockPair& pair : alignBlocks(left, right)) {
            if (pair.left >= 0) {
                QVERIFY(pair.left > lastLeft);
                lastLeft = pair.left;
                ++seenLeft[static_cast<std::size_t>(pair.left)];
            }
            if (pair.right >= 0) {
                QVERIFY(pair.right > lastRight);
                lastRight = pair.right;
                ++seenRight[static_cast<std::size_t>(pair.right)];
            }
        }
        QVERIFY(std::ranges::all_of(seenLeft, [](int n) { return n == 1; }));
        QVERIFY(std::ranges::all_of(seenRight, [](int n) { return n == 1; }));
    }
};

PARALLAX_TEST(ScriptTest)

} // namespace test_script
#include "test_script.moc"
