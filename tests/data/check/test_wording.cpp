// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What words say of a table, of a list, of time: superlatives, counts, directions, exclusivity, deadlines.
#include <QtTest>

#include "read_text.h"
#include "tests/test_program.h"

namespace test_wording {

using namespace parallax::data;

namespace {

const char* const growth = "Orders by vendor:\n"
                           "| Vendor | 2025 orders | 2026 orders | Change |\n"
                           "|---|---|---|---|\n"
                           "| Alder Works | $20.0B | $26.0B | +30% |\n"
                           "| Birch Systems | $10.0B | $18.5B | +85% |\n"
                           "| Cedar Labs | $6.0B | $7.2B | +20% |\n"
                           "| Others | $4.0B | $5.0B | +25% |\n\n";

const char* const move = "Moving from one host to the other:\n"
                         "| Metric | Aurora (current) | Borealis (offered) | Change |\n"
                         "|---|---|---|---|\n"
                         "| Median latency | 2.0 s | 2.4 s | +20% |\n"
                         "| Throughput (req/s) | 100 | 90 | -10% |\n"
                         "| Price per 1M tokens | $4.00 | $4.00 | 0% |\n"
                         "| Availability | 99.5% | 99.9% | +0.4 pp |\n\n";

const char* const partners = "Labs and their hosts:\n"
                             "| Lab | Terms | Hosts | Way |\n"
                             "|---|---|---|---|\n"
                             "| Cohere | Open | AWS, Azure, Oracle | Multi-cloud |\n"
                             "| Anthropic | Open | AWS, Google, Azure | Multi-cloud |\n"
                             "| Mistral AI | %1 | %2 | Single-cloud |\n\n";

std::string takeaway(const char* table, const char* words) {
    return std::string(table) + "Data Takeaway: " + words + "\n";
}

std::string labs(const char* terms, const char* hosts) {
    return QString::fromUtf8(partners).arg(QString::fromUtf8(terms), QString::fromUtf8(hosts)).toStdString();
}

} // namespace

class TestWording final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void wordsAreHeldAgainstTheTableAbove_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char* name, const std::string& page, const char* rule,
                            const char* verdict) {
            QTest::newRow(name) << QString::fromStdString(page) << QString::fromUtf8(rule)
                                << QString::fromUtf8(verdict);
        };
        row("biggest winner", takeaway(growth, "Birch Systems is the biggest winner of the year."),
            "SUPERLATIVE", "consistent");
        row("not the biggest winner", takeaway(growth, "Cedar Labs is the biggest winner of the year."),
            "SUPERLATIVE", "inconsistent");
        row("leads", takeaway(growth, "Alder Works still leads by some way."), "SUPERLATIVE", "consistent");
        row("does not lead", takeaway(growth, "Cedar Labs leads by some way."), "SUPERLATIVE",
            "inconsistent");
        row("grows fastest", takeaway(growth, "Birch Systems grows fastest, from a small base."),
            "SUPERLATIVE", "consistent");
        row("does not grow fastest", takeaway(growth, "Alder Works grew fastest."), "SUPERLATIVE",
            "inconsistent");
        row("smallest base", takeaway(growth, "Cedar Labs starts from the smallest base."), "SUPERLATIVE",
            "consistent");
        row("nearly doubling", takeaway(growth, "Birch Systems did well, nearly doubling its orders."),
            "VAGUE_MULTIPLIER", "consistent");
        row("no doubling", takeaway(growth, "Cedar Labs did well, more than doubling its orders."),
            "VAGUE_MULTIPLIER", "inconsistent");
        row("market grows", takeaway(growth, "The overall market expands."), "SUM_TOTAL", "consistent");
        row("market shrinks", takeaway(growth, "The overall market shrinks."), "SUM_TOTAL", "inconsistent");
        row("degradation", takeaway(move, "Expect a performance degradation on Borealis."), "DIRECTION",
            "consistent");
        row("no improvement", takeaway(move, "Expect a performance improvement on Borealis."), "DIRECTION",
            "inconsistent");
        row("better uptime", takeaway(move, "Borealis could improve uptime."), "DIRECTION", "consistent");
        row("price the same", takeaway(move, "The price remains identical."), "SAME_FACT", "consistent");
        row("throughput not the same", takeaway(move, "Throughput remains unchanged."), "SAME_FACT",
            "inconsistent");
        row("exclusive with two", labs("Exclusive", "AWS, Google"), "LOGIC", "inconsistent");
        row("exclusive with one", labs("Exclusive", "AWS"), "LOGIC", "consistent");
        row("three-way tie",
            takeaway(labs("Open", "AWS").c_str(), "Cohere is the most diversified lab of all."),
            "SUPERLATIVE", "inconsistent");
        row("hant leads",
            "各家訂單：\n| 廠商 | 訂單占比 |\n|---|---|\n| 松木科技 | 42% |\n| 柏樹系統 | 33% |\n| 其他 | "
            "25% |\n\n資料要點：松木科技排名第一。\n",
            "SUPERLATIVE", "consistent");
        row("hans does not lead",
            "各家订单：\n| 厂商 | 订单占比 |\n|---|---|\n| 松木科技 | 42% |\n| 柏树系统 | 33% |\n| 其他 | "
            "25% |\n\n数据要点：柏树系统排名第一。\n",
            "SUPERLATIVE", "inconsistent");
    }
    void wordsAreHeldAgainstTheTableAbove() {
        QFETCH(QString, page);
        QFETCH(QString, rule);
        QFETCH(QString, verdict);
        const Checked result = checked(page.toStdString());
        const auto wanted = *ruleFromName(rule.toStdString());
        const bool found = std::ranges::any_of(result.checks, [&](const Check& check) {
            return check.rule == wanted && QString::fromUtf8(verdictName(check.verdict).data()) == verdict;
        });
        QVERIFY2(found, result.told().c_str());
        for (const Check& check : result.checks)
            if (check.rule == wanted && wanted != Rule::VagueMultiplier)
                QVERIFY2(check.colour != Colour::Red, "words are never red");
        if (verdict == QLatin1String("consistent"))
            QVERIFY2(result.count(Colour::Red) + result.count(Colour::Amber) == 0, result.told().c_str());
    }

    void aCountBindsToItsOwnNoun_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("verdict"); // empty: no check at all
        int number = 0;
        const auto row = [&](const char* text, const char* verdict) {
            QTest::newRow(qPrintable(QString::number(++number)))
                << QString::fromUtf8(text) << QString::fromUtf8(verdict);
        };
        row("Three firms bid: Oracle, Microsoft and Amazon.", "consistent");
        row("Four firms bid: Oracle, Microsoft and Amazon.", "inconsistent");
        row("It needs two sets of papers (SOC2, HIPAA, GDPR) for each site.", "consistent");
        row("A claim has four parts: two amounts, a span and a rate.", "consistent");
        row("Three things matter, such as price, such as speed.", "");
        row("兩家業者參與：甲骨文與微軟。", "consistent");
        row("三家业者参与：甲骨文与微软。", "inconsistent");
        row("公司有三座資料中心：台北、台中、台南和高雄。", "inconsistent"); // 資料 holds no 料, 中心 no 中
        row("公司提出三項措施：降價、擴產、裁員、併購。", "inconsistent");
        row("公司提出三項措施：降價、擴產、裁員、併購等。", "");
        row("已向兩家實驗室——OpenAI與Anthropic——提供資金。", "consistent");
        row("We expect two outcomes:\n\n1. Prices fall.\n\n2. Margins shrink.\n", "consistent");
        row("We expect three outcomes:\n\n1. Prices fall.\n\n2. Margins shrink.\n", "inconsistent");
        row("The site has three parts: a hall of 40 MW, a hall of 60 MW and more.", "");
    }
    void aCountBindsToItsOwnNoun() {
        QFETCH(QString, text);
        QFETCH(QString, verdict);
        const Checked result = checked(text.toStdString());
        const Check* const count = result.find(Rule::Count);
        if (verdict.isEmpty()) {
            QVERIFY2(!count, result.told().c_str());
            return;
        }
        QVERIFY2(count, result.told().c_str());
        QCOMPARE(QString::fromUtf8(verdictName(count->verdict).data()), verdict);
        QVERIFY(count->colour != Colour::Red);
    }

    void deadlinesComeAfterThePageAndImmediateIsSoon_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("colour");
        QTest::newRow("after") << QStringLiteral("Prices will fall by end of 2027.")
                               << QStringLiteral("green");
        QTest::newRow("before") << QStringLiteral("Prices will fall by end of 2024.")
                                << QStringLiteral("amber");
        QTest::newRow("immediate but far")
            << QStringLiteral("We expect two immediate effects:\n\n1. Prices will fall by 2029.\n\n2. "
                              "Margins will shrink.\n")
            << QStringLiteral("amber");
        QTest::newRow("immediate and near")
            << QStringLiteral("We expect two immediate effects:\n\n1. Prices will fall by June 2026.\n\n2. "
                              "Margins will shrink.\n")
            << QStringLiteral("green");
        QTest::newRow("a part later than the whole")
            << QStringLiteral("By Q3 2026, all vendors will publish prices. Oracle will publish its own "
                              "within 12 months.")
            << QStringLiteral("grey");
        QTest::newRow("hans before") << QString::fromUtf8("2024 年底前，价格将下降。")
                                     << QStringLiteral("amber");
    }
    void deadlinesComeAfterThePageAndImmediateIsSoon() {
        QFETCH(QString, text);
        QFETCH(QString, colour);
        const Checked result = checked(text.toStdString());
        const bool found = std::ranges::any_of(result.checks, [&](const Check& check) {
            return check.rule == Rule::Temporal && colourName(check.colour) == colour.toStdString();
        });
        QVERIFY2(found, result.told().c_str());
        if (colour == QLatin1String("green"))
            QVERIFY2(result.count(Colour::Amber) == 0, result.told().c_str());
    }

    void ordinaryWordsAccuseNobody_data() {
        QTest::addColumn<QString>("page");
        int number = 0;
        for (const char* const words : {
                 "Most vendors grew. Its largest customer left.",
                 "Cedar Labs is the second largest seller of cables.",
                 "If Cedar Labs were the biggest winner, prices would fall.",
                 "Cedar Labs is not the biggest winner.",
                 "Alder Works and Birch Systems have the largest halls.",
                 "Cedar Labs has the tallest building in town.",
                 "Cedar Labs fell behind the fastest of its rivals.",
                 "One of the largest is Cedar Labs.",
             })
            QTest::newRow(qPrintable(QString::number(++number)))
                << QString::fromStdString(takeaway(growth, words));
    }
    void ordinaryWordsAccuseNobody() {
        QFETCH(QString, page);
        const Checked result = checked(page.toStdString());
        QVERIFY2(result.count(Colour::Amber) == 0, result.told().c_str());
        QVERIFY2(result.count(Colour::Red) == 0, result.told().c_str());
    }
};

PARALLAX_TEST(TestWording)

} // namespace test_wording
#include "test_wording.moc"
