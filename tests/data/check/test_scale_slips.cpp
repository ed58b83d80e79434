// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One figure written twice: in both scripts beside each other, in two paragraphs, in two columns of a table.
#include <QtTest>

#include "read_text.h"
#include "tests/test_program.h"

namespace test_scale_slips {

using namespace parallax::data;

namespace {

// The worst check of SCALE or SAME_FACT.
const Check* worstOf(const Checked& result) {
    const Check* worst = nullptr;
    const auto rank = [](const Check& check) {
        return check.colour == Colour::Red ? 3 : check.colour == Colour::Amber ? 2 : 1;
    };
    for (const Check& check : result.checks)
        if ((check.rule == Rule::Scale || check.rule == Rule::SameFact) &&
            (worst == nullptr || rank(check) > rank(*worst)))
            worst = &check;
    return worst;
}

// "red SCALE"; empty where there is no such check.
std::string outcomeOf(const Checked& result) {
    const Check* const check = worstOf(result);
    return check == nullptr
               ? std::string()
               : std::string(colourName(check->colour)) + ' ' + std::string(ruleName(check->rule));
}

} // namespace

class TestScaleSlips final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aFigureBesideItselfIsOneFact_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("outcome"); // colour and rule; empty: no check
        const auto row = [](const char* text, const char* outcome) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(outcome);
        };
        row("Oracle's contract is worth $38 billion（3,800億美元）.", "red SCALE");
        row("市值達到3,000億美元（約$3 trillion）。", "red SCALE");
        row("AWS於2025年投資$58B（5,800億美元）。", "red SCALE");
        row("Anthropic's revenue reached $58 billion (5,800億美元) in 2026.", "red SCALE");
        row("預算為58億美元，即$58 billion。", "red SCALE");
        row("Oracle's contract is worth $38 billion（380億美元）.", "green SAME_FACT");
        row("市值達到3,000億美元（約$300 billion）。", "green SAME_FACT");
        row("The contract is worth $38 billion（420億美元）.", "amber SAME_FACT");
        // This year and the last one.
        row("Profit was $12.4 billion ($11.0 billion).", "");
        row("Profit was $30 million ($3 million).", "");
        // Another currency, a bound, more words.
        row("The plant costs $38 billion（1.2兆台幣）.", "");
        row("The plant costs $38 billion (over 3,000億美元).", "");
        row("The plant costs $38 billion (of which 38億美元 are paid).", "");
    }
    void aFigureBesideItselfIsOneFact() {
        QFETCH(QString, text);
        QFETCH(QString, outcome);
        const Checked result = checked(text.toStdString());
        QVERIFY2(outcomeOf(result) == outcome.toStdString(), result.told().c_str());
        if (const Check* const check = worstOf(result))
            QCOMPARE(check->statement.size(), std::size_t{2});
    }

    void aDealIsToldInBothLanguages_data() {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("colour");
        const auto row = [](const char* name, const char* first, const char* second, const char* colour) {
            QTest::newRow(name) << QString::fromUtf8(first) << QString::fromUtf8(second)
                                << QString::fromUtf8(colour);
        };
        const char* const thirteen = "Microsoft has invested $13 billion in OpenAI.";
        row("a slip", thirteen, "微軟已向OpenAI投資13億美元。", "red");
        row("the same", thirteen, "微軟已向OpenAI投資130億美元。", "green");
        row("two deals of one language", "Microsoft has invested $10 billion in OpenAI.",
            "Microsoft has invested $1 billion in OpenAI.", "amber");
        row("two deals, perhaps", "Microsoft has invested $10 billion in OpenAI.",
            "微軟已向OpenAI投資10億美元。", "amber");
        row("a first part", "Microsoft has invested $10 billion in OpenAI.", "微軟最初向OpenAI投資10億美元。",
            "");
        row("other sums", thirteen, "微軟已向OpenAI投資20億美元。", "");
    }
    void aDealIsToldInBothLanguages() {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QString, colour);
        const Checked result = checked((first + "\n\n" + second + "\n").toStdString());
        const std::string outcome = outcomeOf(result);
        QVERIFY2(outcome.substr(0, outcome.find(' ')) == colour.toStdString(), result.told().c_str());
    }

    void columnsThatWriteOneAmountAreHeldTogether() {
        const Checked slip =
            checked("| 公司 | 金額 | Amount |\n|---|---|---|\n| Oracle | 580億美元 | $58B |\n"
                    "| AWS | 1,200億美元 | $1.2T |\n| Azure | 300億美元 | $30B |\n");
        QVERIFY2(slip.count(Colour::Red) == 1, slip.told().c_str());
        const Check* const check = worstOf(slip);
        QCOMPARE(check->rule, Rule::Scale);
        QCOMPARE(check->statement.front().quote, std::string("1,200億美元"));
        QCOMPARE(check->statement.back().quote, std::string("$1.2T"));
        const Checked same =
            checked("| 公司 | 金額 | Amount |\n|---|---|---|\n| Oracle | 580億美元 | $58B |\n"
                    "| AWS | 1,200億美元 | $120B |\n| Azure | 300億美元 | $30B |\n");
        QVERIFY2(same.count(Colour::Red) == 0, same.told().c_str());
        // Two measures that happen to be alike in places.
        const Checked two =
            checked("| Company | Revenue | 利潤 |\n|---|---|---|\n| Oracle | $58B | 58億美元 |\n"
                    "| AWS | $120B | 300億美元 |\n| Azure | $30B | 30億美元 |\n");
        QVERIFY2(two.count(Rule::Scale) == 0, two.told().c_str());
    }

    void aCellThatWritesItsAmountTwiceIsHeldAgainstItself() {
        const Checked slip = checked("| Company | Amount |\n|---|---|\n| Oracle | $58B（580億美元） |\n"
                                     "| AWS | $120B（120億美元） |\n");
        QVERIFY2(slip.count(Colour::Red) == 1 && slip.count(Rule::Scale) == 1, slip.told().c_str());
    }

    void whatOneArticleSaysTwiceOfOneTime_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("colour");
        const auto row = [](const char* text, const char* colour) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(colour);
        };
        row("OpenAI had 3,000 employees in 2025. OpenAI's headcount was 6,000 in 2025.", "red");
        row("OpenAI had 3,000 employees in 2025. OpenAI's headcount was 3,000 in 2025.", "green");
        row("OpenAI於2025年有3,000名員工。OpenAI的員工人數在2025年達6,000人。", "red");
        row("Oracle had revenue of $1 billion in 2025. Late in 2025 Oracle had revenue of $9 billion.",
            "amber");
        row("OpenAI had 3,000 employees in 2025. OpenAI's headcount was 6,000 in 2026.", "");
        row("OpenAI had 3,000 employees in 2025. OpenAI laid off 600 employees in 2025.", "");
        row("OpenAI had 3,000 employees in 2025. OpenAI plans to have 6,000 employees in 2025.", "");
        row("OpenAI had 3,000 employees in 2025. OpenAI had 600 employees in Europe in 2025.", "");
        row("OpenAI had 3,000 employees in 2025. According to analysts OpenAI had 6,000 employees in 2025.",
            "amber");
        row("GPT-4o costs $5 per 1M tokens. Later it says that GPT-4o costs $50 per million tokens.", "");
        row("GPT-4o costs $5 per 1M tokens.\n\nGPT-4o costs $50 per million tokens.", "red");
        row("GPT-4o costs $5 per 1M input tokens.\n\nGPT-4o costs $50 per million output tokens.", "");
        row("GPT-4o costs $5 per 1M tokens.\n\nGPT-4o costs $15 per million tokens.", "");
        row("The latency of GPT-4o is 1.5 s.\n\nThe latency of GPT-4o is 15 s.", "red");
        row("The latency of GPT-4o is 1.5 s.\n\nThe worst latency of GPT-4o is 15 s.", "");
        row("The AI market was $40 billion in 2025.\n\nThe AI market was $55 billion in 2025.", "red");
        row("The AI market was $40 billion in 2025.\n\nGartner says the AI market was $55 billion in 2025.",
            "amber");
        row("Oracle had revenue of $57.4 billion in 2025. Oracle's revenue in 2025 was $66 billion.", "red");
        row("Oracle had revenue of $57.4 billion in 2025. Oracle's adjusted revenue in 2025 was $66 billion.",
            "amber");
        row("Oracle had revenue of $57.4 billion in 2025. In Europe Oracle had revenue of $66 billion in "
            "2025.",
            "amber");
        row("Oracle had revenue of $57.4 billion in 2025. Oracle's estimated revenue in 2025 was $66 "
            "billion.",
            "amber");
        row("Oracle had revenue of $57.4 billion in 2025. Oracle's revenue in 2025 was $57 billion.",
            "green");
    }
    void whatOneArticleSaysTwiceOfOneTime() {
        QFETCH(QString, text);
        QFETCH(QString, colour);
        const Checked result = checked(text.toStdString());
        const std::string outcome = outcomeOf(result);
        QVERIFY2(outcome.substr(0, outcome.find(' ')) == colour.toStdString(), result.told().c_str());
    }
};

PARALLAX_TEST(TestScaleSlips)

} // namespace test_scale_slips
#include "test_scale_slips.moc"
