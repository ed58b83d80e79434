// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "data/check/rules.h"
#include "tests/test_program.h"

namespace test_rules {

using namespace parallax::data;

namespace {

Operand figure(const char* text) {
    QuantityContext context;
    context.cell = true;
    const auto quantities = parseQuantities(text, context);
    return quantities.empty() ? Operand{} : operandOf(quantities.front(), text);
}

QString repairOf(const Check& check, const char* what) {
    for (const Repair& repair : check.repairs)
        if (repair.what == what)
            return QString::fromStdString(repair.text);
    return {};
}

} // namespace

class TestRules : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void namesThereAndBack() {
        for (int i = 0; i <= static_cast<int>(Rule::TextPrefix); ++i) {
            const auto rule = static_cast<Rule>(i);
            QVERIFY(!ruleName(rule).empty());
            QCOMPARE(ruleFromName(ruleName(rule)), rule);
        }
        QCOMPARE(verdictFromName("consistent(loose)"), Verdict::ConsistentLoose);
        QCOMPARE(colourFromName("amber"), Colour::Amber);
        QCOMPARE(gradeFromName("rounding_only"), Grade::RoundingOnly);
        QVERIFY(!ruleFromName("NOTHING"));
    }

    void theCauseOfAWrongChangeIsNamed_data() {
        QTest::addColumn<QString>("stated");
        QTest::addColumn<QString>("cause");
        QTest::newRow("sign") << "-36%"
                              << "sign";
        QTest::newRow("ratio") << "+136%"
                               << "ratio-for-change";
        QTest::newRow("wrong base") << "+26.5%"
                                    << "wrong-base";
        QTest::newRow("times ten") << "+360%"
                                   << "times-ten";
        QTest::newRow("a tenth") << "+3.6%"
                                 << "times-ten";
        QTest::newRow("none") << "+91%"
                              << "";
    }
    void theCauseOfAWrongChangeIsNamed() {
        QFETCH(QString, stated);
        QFETCH(QString, cause);
        const Check check =
            checkDeltaPercent(figure("$25.0B"), figure("$34.0B"), figure(stated.toUtf8().constData()));
        QCOMPARE(check.colour, Colour::Red);
        QCOMPARE(QString::fromStdString(check.cause), cause);
        QVERIFY(!check.formula.empty());
    }

    void aRateOverTheWrongYearsSaysSo() {
        const Check check = checkCagr(figure("$10.0B"), figure("$40.0B"), {2024, 2028, 4}, figure("32%"));
        QCOMPARE(check.colour, Colour::Red);
        QCOMPARE(QString::fromStdString(check.cause), QStringLiteral("off-by-one-years"));
        QCOMPARE(repairOf(check, "end-year"), QStringLiteral("2029"));
        QCOMPARE(repairOf(check, "start-year"), QStringLiteral("2023"));
        const Check simple = checkCagr(figure("$10.0B"), figure("$40.0B"), {0, 0, 4}, figure("75%"));
        QCOMPARE(QString::fromStdString(simple.cause), QStringLiteral("simple-growth"));
    }

    void repairsKeepTheStyleOfTheOriginal() {
        Check check = checkDeltaPercent(figure("150億美元"), figure("195億美元"), figure("約60%"));
        QCOMPARE(repairOf(check, "stated"), QString::fromUtf8("約30%"));
        QCOMPARE(repairOf(check, "end"), QString::fromUtf8("240億美元"));
        check = checkDeltaPercent(figure("12,500"), figure("10,000"), figure("+20%"));
        QCOMPARE(repairOf(check, "stated"), QStringLiteral("-20%"));
        QCOMPARE(repairOf(check, "end"), QStringLiteral("15,000"));
        check = checkSum({figure("$1.2 billion"), figure("$0.9 billion")}, figure("$3.4 billion"));
        QCOMPARE(repairOf(check, "stated"), QStringLiteral("$2.1 billion"));
        check = checkDeltaRange(figure("400"), figure("340-380"), figure("+5-15%"));
        QCOMPARE(QString::fromStdString(check.cause), QStringLiteral("sign"));
        QCOMPARE(repairOf(check, "stated"), QStringLiteral("-15% to -5%"));
    }

    void redNeedsAGapOfTwoPercentOfTheValue() {
        // The sum is 100 to the digit; 101.9 is away by less than 2 %, 102.2 by more.
        const std::vector<Operand> parts{figure("60.00"), figure("40.00")};
        QCOMPARE(checkSum(parts, figure("101.90")).colour, Colour::Amber);
        QCOMPARE(checkSum(parts, figure("101.90")).verdict, Verdict::Inconsistent);
        QCOMPARE(checkSum(parts, figure("102.20")).colour, Colour::Red);
    }

    void aPartThatExplainsTheDifferenceIsNamed() {
        const std::vector<Operand> parts{figure("$21.0B"), figure("$13.0B"), figure("$6.5B")};
        Check check = checkSum(parts, figure("$27.5B"));
        QCOMPARE(QString::fromStdString(check.cause), QStringLiteral("part-left-out"));
        QCOMPARE(QString::fromStdString(check.reasonArgs.at(0)), QStringLiteral("$13.0B"));
        check = checkSum({figure("$21.0B"), figure("$130.0B"), figure("$6.5B")}, figure("$40.5B"));
        QCOMPARE(QString::fromStdString(check.cause), QStringLiteral("times-ten"));
        QCOMPARE(repairOf(check, "part:2"), QStringLiteral("$13.0B"));
    }

    void pointsWrittenAsPercentAreAMatterOfTheLabel() {
        const Check check = checkChange(figure("15.0%"), figure("21.0%"), figure("+6.0%"));
        QCOMPARE(check.rule, Rule::UnitLabel);
        QCOMPARE(check.colour, Colour::Amber);
        QCOMPARE(repairOf(check, "unit"), QStringLiteral("+6 pp"));
        QCOMPARE(checkChange(figure("15.0%"), figure("21.0%"), figure("+40%")).rule, Rule::DeltaPercent);
        QCOMPARE(checkChange(figure("15.0%"), figure("21.0%"), figure("+75%")).colour, Colour::Red);
    }

    void powerIsHalfTheWidthOfWhatWasComputed() {
        const Check weak = checkDeltaPercent(figure("$2B"), figure("$3B"), figure("+50%"));
        const Check strong = checkDeltaPercent(figure("$2.00B"), figure("$3.00B"), figure("+50%"));
        QCOMPARE(weak.grade, Grade::Exact);
        QVERIFY(weak.power > 60 && strong.power < 1);
    }

    void manyDecimalsCountForFourDigits() {
        const Reading read = readingOf(figure("12.345678"));
        QCOMPARE(read.resolution, 0.01);
        QCOMPARE(readingOf(figure("12.345")).resolution, 0.001);
    }

    void domainsAreKnownByWordsInThreeLanguages() {
        QCOMPARE(domainOf("Availability SLA"), Domain::Share);
        QCOMPARE(domainOf("市佔率"), Domain::Share);
        QCOMPARE(domainOf("Share price"), Domain::Positive);
        QCOMPARE(domainOf("投資回報率"), Domain::Change);
        QCOMPARE(domainOf("降幅"), Domain::Drop);
        QCOMPARE(domainOf("员工人数"), Domain::Count);
        QCOMPARE(domainOf("Customers per seller"), Domain::Positive);
        QCOMPARE(domainOf("Strategy"), Domain::Open);
    }

    void wordsOfMultiplesAreKnownInThreeLanguages() {
        const auto multiple = [](const char* words) {
            const auto found = vagueMultipleOf(words);
            return found ? found->multiple : 0.0;
        };
        QCOMPARE(multiple("nearly doubling its output"), 2.0);
        QCOMPARE(multiple("a 12-fold rise"), 12.0);
        QCOMPARE(multiple("cut by half"), 0.5);
        QCOMPARE(multiple("翻了兩番"), 4.0);
        QCOMPARE(multiple("增至五倍"), 5.0);
        QCOMPARE(multiple("增長了五倍"), 0.0); // six times to some, five to others
        QCOMPARE(multiple("steady"), 0.0);
        QCOMPARE(vagueMultipleOf("不到三倍")->manner, Manner::LessThan);
    }

    void aFigureThatIsMissingOrAnotherMeasureCannotBeTold() {
        const Operand none;
        Operand date;
        date.quantity.kind = QuantityKind::Period;
        QCOMPARE(checkDeltaPercent(date, figure("3"), figure("5%")).verdict, Verdict::CannotTell);
        QCOMPARE(checkSum({}, figure("3")).verdict, Verdict::CannotTell);
        QCOMPARE(checkSameFact(figure("$3B"), figure("3 GW")).verdict, Verdict::CannotTell);
        QCOMPARE(checkShareOf(figure("$3B"), none, figure("5%")).verdict, Verdict::CannotTell);
        QCOMPARE(checkCagr(figure("-3"), figure("3"), {0, 0, 3}, figure("5%")).verdict, Verdict::CannotTell);
    }
};

PARALLAX_TEST(TestRules)

} // namespace test_rules
#include "test_rules.moc"
