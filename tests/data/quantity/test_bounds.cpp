// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <string>
#include <vector>

#include "data/quantity/quantity.h"
#include "tests/test_program.h"

namespace test_bounds {

using namespace parallax::data;

namespace {

struct Stated {
    const char* in;
    const char* text; // of the first figure
    Bound bound = Bound::Exact;
    bool approx = false;
};

void checkFirst(const Stated& stated) {
    const std::string in = stated.in;
    const auto found = parseQuantities(in);
    QVERIFY2(!found.empty(), stated.in);
    const auto& q = found.front();
    const std::string text = in.substr(q.span.begin, q.span.end - q.span.begin);
    QVERIFY2(text == stated.text, (in + " gave " + text).c_str());
    QVERIFY2(q.bound == stated.bound, (in + " is " + std::string(boundName(q.bound))).c_str());
    QVERIFY2(q.approx == stated.approx, (in + (q.approx ? " is about" : " is not about")).c_str());
}

void checkLength(const char* in, const char* text, Bound bound) {
    const std::string all = in;
    for (const auto& q : parseQuantities(all)) {
        if (q.dimension != Dimension::Time && q.kind != QuantityKind::Duration)
            continue;
        const std::string said = all.substr(q.span.begin, q.span.end - q.span.begin);
        QVERIFY2(said == text, (all + " gave " + said).c_str());
        QVERIFY2(q.bound == bound, (all + " is " + std::string(boundName(q.bound))).c_str());
        return;
    }
    QVERIFY2(false, in);
}

} // namespace

class TestBounds : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aWordBehindAFigureBoundsIt() {
        for (const Stated& stated : std::vector<Stated>{
                 {"佔比三成不到", "三成不到", Bound::LessThan},
                 {"连四成都不到", "四成都不到", Bound::LessThan},
                 {"35%還不到的客戶", "35%還不到", Bound::LessThan},
                 {"一半不到", "一半不到", Bound::LessThan},
                 {"四分之一不到", "四分之一不到", Bound::LessThan},
                 {"兩倍不到", "兩倍不到", Bound::LessThan},
                 {"80亿美元不到", "80亿美元不到", Bound::LessThan},
                 {"五年不到就回本", "五年不到", Bound::LessThan},
                 {"六成不足", "六成不足", Bound::LessThan},
                 {"七成以內", "七成以內", Bound::AtMost},
                 {"七成以下", "七成以下", Bound::AtMost},
                 {"90億元之內", "90億元之內", Bound::AtMost},
                 {"40億美元之多", "40億美元之多", Bound::AtMost},
                 {"1500萬元封頂", "1500萬元封頂", Bound::AtMost},
                 {"七成以上", "七成以上", Bound::AtLeast},
                 {"25%及以上", "25%及以上", Bound::AtLeast},
                 {"三成往上", "三成往上", Bound::AtLeast},
                 {"每月30美元起", "每月30美元起", Bound::AtLeast},
                 {"8000元起跳", "8000元起跳", Bound::AtLeast},
                 {"三倍有餘", "三倍有餘", Bound::MoreThan},
                 {"翻倍有余", "翻倍有余", Bound::MoreThan},
                 {"60%之上", "60%之上", Bound::MoreThan},
                 {"四成多", "四成多", Bound::MoreThan},
                 {"兩年多", "兩年多", Bound::MoreThan},
                 {"四年餘", "四年餘", Bound::MoreThan},
                 {"三個多月", "三個多月", Bound::MoreThan},
                 {"五个多小时", "五个多小时", Bound::MoreThan},
                 {"四成出頭", "四成出頭", Bound::MoreThan, true},
                 {"200亿美元出头", "200亿美元出头", Bound::MoreThan, true},
                 {"二成強", "二成強", Bound::MoreThan, true},
                 {"45%左右", "45%左右", Bound::Exact, true},
                 {"四成上下", "四成上下", Bound::Exact, true},
                 {"70美元附近", "70美元附近", Bound::Exact, true},
                 {"45% or more", "45% or more", Bound::AtLeast},
                 {"$70M or better", "$70M or better", Bound::AtLeast},
                 {"45% at least", "45% at least", Bound::AtLeast},
                 {"$70 million plus", "$70 million plus", Bound::AtLeast},
                 {"$6B and counting", "$6B and counting", Bound::AtLeast},
                 {"four years or longer", "four years or longer", Bound::AtLeast},
                 {"45% at most", "45% at most", Bound::AtMost},
                 {"$70M tops", "$70M tops", Bound::AtMost},
                 {"45% max.", "45% max", Bound::AtMost},
                 {"$70 per seat or less", "$70 per seat or less", Bound::AtMost},
                 {"60 GPUs or fewer", "60 GPUs or fewer", Bound::AtMost},
                 {"45% or thereabouts", "45% or thereabouts", Bound::Exact, true},
                 {"$6B-ish", "$6B-ish", Bound::Exact, true},
             })
            checkFirst(stated);
    }

    void aWordThatBeginsTheNextFigureOrAnotherWordDoesNotBoundTheOneBefore() {
        for (const Stated& stated : std::vector<Stated>{
                 {"歷時三年不到十億美元", "三年"},
                 {"三成不到五成的成長", "三成"},
                 {"資金90億美元不足以支應", "90億美元"},
                 {"承諾的90億美元不到位", "90億美元"},
                 {"45%上下游客戶", "45%"},
                 {"三年多次調價", "三年"},
                 {"45% at least 3 times", "45%"},
                 {"$70M plus interest", "$70M"},
                 {"45% or more than half", "45%"},
                 {"45% max discount", "45%"},
             })
            checkFirst(stated);
    }

    void aWordBeforeAFigureBoundsIt() {
        for (const Stated& stated : std::vector<Stated>{
                 {"不止三成", "不止三成", Bound::MoreThan},
                 {"足足45%", "足足45%", Bound::AtLeast},
                 {"頂多兩成", "頂多兩成", Bound::AtMost},
                 {"充其量30%", "充其量30%", Bound::AtMost},
                 {"逼近六成", "逼近六成", Bound::LessThan, true},
                 {"shy of $6B", "shy of $6B", Bound::LessThan, true},
                 {"approaching 45%", "approaching 45%", Bound::LessThan, true},
                 {"topped $6 billion", "topped $6 billion", Bound::MoreThan},
                 {"capped at 45%", "capped at 45%", Bound::AtMost},
                 {"not exceeding $6M", "not exceeding $6M", Bound::AtMost},
                 {"in the region of $6B", "in the region of $6B", Bound::Exact, true},
             })
            checkFirst(stated);
    }

    void overALengthOfTimeIsDuringWhereSomethingGoesOn() {
        for (const char* in :
             {"Output grew 35 % over six years", "Prices fell 35 percent over six years of trading",
              "a CAGR of 35% over six years", "usage doubled over six years",
              "margins rose 4 pp over six years", "a $70 billion lease over six years",
              "$70 billion (over six years)", "spread over six years", "Demand grew steadily over six years",
              "Over six years, demand rose.", "It costs $70 per seat over six years",
              "12,000 chips delivered over six years"})
            checkLength(in, "six years", Bound::Exact);
        checkLength("rose 35% over the past nine months", "nine months", Bound::Exact);
        checkLength("Traffic rose 35% over 18 months", "18 months", Bound::Exact);
        checkLength("Load fell 12% over 48 hours", "48 hours", Bound::Exact);
        checkLength("grew 11% over five to six years", "five to six years", Bound::Exact);
    }

    void overALengthOfTimeIsMoreThanItWhereItIsAMeasure() {
        for (const char* in :
             {"racks over six years old", "She has over six years of experience", "It took over six years",
              "The $70 billion plant took over six years", "It has run for over six years",
              "Sales doubled in over six years", "chips worth $70 million that are over six years old",
              "35% of racks, over six years of service behind them", "over six years", "over six years ago"})
            checkLength(in, "over six years", Bound::MoreThan);
    }

    void overAFigureThatIsNoTimeIsMoreThanIt() {
        checkFirst({"over $6B", "over $6B", Bound::MoreThan});
        checkFirst({"Sales grew over 35%", "over 35%", Bound::MoreThan});
        checkFirst({"over 70 customers", "over 70 customers", Bound::MoreThan});
    }

    void overYearsIsThePeriod() {
        const auto found = parseQuantities("over 2025-2030");
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(found[0].kind == QuantityKind::Period);
        QVERIFY(found[0].from == "2025-01-01" && found[0].to == "2030-12-31");
    }
};

PARALLAX_TEST(TestBounds)

} // namespace test_bounds
#include "test_bounds.moc"
