// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words for every rule, verdict and code of a check.
#include <QTest>

#include "data/check/codes.h"
#include "tests/test_program.h"
#include "ui/common/check_sentences.h"
#include "ui/common/translation.h"

namespace test_check_sentences {

using namespace parallax;
using namespace parallax::ui;

namespace {

constexpr int rules = static_cast<int>(data::Rule::TextPrefix) + 1;

} // namespace

class TestCheckSentences final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { applyInterfaceLanguage(QStringLiteral("en")); }

    void everyRuleHasANameAndAnExplanation() {
        QStringList names;
        for (int i = 0; i < rules; ++i) {
            const auto rule = static_cast<data::Rule>(i);
            QVERIFY2(!ruleText(rule).isEmpty(), qPrintable(QString::number(i)));
            QVERIFY2(ruleExplanation(rule).endsWith(QLatin1Char('.')), qPrintable(QString::number(i)));
            names << ruleText(rule);
        }
        QCOMPARE(names.removeDuplicates(), 0);
    }

    void everyVerdictIsSaidInWords() {
        for (const auto verdict : {data::Verdict::Consistent, data::Verdict::ConsistentLoose,
                                   data::Verdict::Inconsistent, data::Verdict::CannotTell})
            for (int grade = 0; grade <= static_cast<int>(data::Grade::Words); ++grade)
                for (const auto colour :
                     {data::Colour::Green, data::Colour::Amber, data::Colour::Red, data::Colour::Grey}) {
                    data::Check check;
                    check.verdict = verdict;
                    check.grade = static_cast<data::Grade>(grade);
                    check.colour = colour;
                    QVERIFY(!verdictText(check).isEmpty());
                }
    }

    void onlyAnArithmeticMissIsNarrow() {
        data::Check check;
        check.verdict = data::Verdict::Inconsistent;
        check.colour = data::Colour::Amber;
        const auto told = [&](data::Rule rule, double stated) {
            check.rule = rule;
            check.face = 100;
            check.loose = data::Interval{99, 101};
            check.stated = data::Interval{stated, stated};
            return verdictText(check);
        };
        QCOMPARE(told(data::Rule::DeltaPercent, 102), QStringLiteral("Misses narrowly"));
        QCOMPARE(told(data::Rule::DeltaPercent, 140), QStringLiteral("Does not seem to hold"));
        QCOMPARE(told(data::Rule::SameFact, 102), QStringLiteral("Stated differently"));
        QCOMPARE(told(data::Rule::Count, 102), QStringLiteral("Another number is listed"));
        QCOMPARE(told(data::Rule::Direction, 102), QStringLiteral("Words and figures differ"));
        check.face.reset();
        QCOMPARE(told(data::Rule::Superlative, 102), QStringLiteral("Not supported by the text"));
        for (int i = 0; i < rules; ++i)
            QVERIFY(!told(static_cast<data::Rule>(i), 140).contains(QLatin1String("narrowly")));
        check.colour = data::Colour::Red;
        QCOMPARE(told(data::Rule::SameFact, 140), QStringLiteral("Does not hold"));
    }

    void everyCodeThatARuleWritesHasASentence() {
        for (const std::string_view code : data::causeCodes())
            QVERIFY2(hasCauseText(std::string(code)), code.data());
        for (const std::string_view code : data::reasonCodes())
            QVERIFY2(hasReasonText(std::string(code)), code.data());
        for (const std::string_view code : data::repairCodes())
            QVERIFY2(hasRepairText(std::string(code)), code.data());
    }

    void anUnknownCodeIsShownAndNotLost() {
        data::Check check;
        check.reason = "from-the-future";
        QVERIFY(reasonText(check).contains(QLatin1String("from-the-future")));
        check.cause = "from-the-future";
        QVERIFY(causeText(check).isEmpty());
        QVERIFY(repairText({"from-the-future", "~71%"}).contains(QLatin1String("~71%")));
    }

    void whatWouldBeWrongIsNotSaidOfWhatHolds() {
        data::Check check;
        check.reason = "tie";
        check.verdict = data::Verdict::Inconsistent;
        QVERIFY(!reasonText(check).isEmpty());
        check.verdict = data::Verdict::Consistent;
        QVERIFY(reasonText(check).isEmpty());
        check.reason = "counts-sets";
        QVERIFY(!reasonText(check).isEmpty());
    }

    void aRepairNamesWhatItReplaces() {
        QCOMPARE(repairText({"stated", "~71%"}), QStringLiteral("~71% instead of what is stated"));
        QCOMPARE(repairText({"part:2", "$8B"}), QStringLiteral("$8B as part 2"));
        // Words of the article that look like a place stay as they are.
        QCOMPARE(repairText({"end", "50%2"}), QStringLiteral("50%2 as the value after"));
    }

    void theWordsAreTranslated() {
        for (const char* const language : {"zh_TW", "zh_CN"}) {
            applyInterfaceLanguage(QLatin1String(language));
            QVERIFY(!ruleText(data::Rule::Cagr).contains(QLatin1String("growth")));
            data::Check check;
            check.cause = "off-by-one-years";
            QVERIFY(!causeText(check).contains(QLatin1String("year")));
        }
    }
};

PARALLAX_WIDGET_TEST(TestCheckSentences)

} // namespace test_check_sentences
#include "test_check_sentences.moc"
