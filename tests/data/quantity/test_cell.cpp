// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <string>
#include <vector>

#include "data/quantity/cell.h"
#include "tests/test_program.h"

namespace test_cell {

using namespace parallax::data;

namespace {

std::string part(const std::string& cell, const Span& span) {
    return cell.substr(span.begin, span.end - span.begin);
}

} // namespace

class TestCell : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aRemarkInParenthesesIsANoteAndNoRemainder() {
        const std::string cell = "$6.40 (list price, no rebate)";
        const auto reading = readCell(cell);
        QVERIFY(reading.complete());
        QCOMPARE(reading.quantities.size(), std::size_t{1});
        QCOMPARE(part(cell, reading.note), std::string("list price, no rebate"));
        QVERIFY(reading.remainder.empty());
    }

    void aFigureInParenthesesIsASecondFigureAndNoNote() {
        const auto reading = readCell("$21B (+40%)");
        QVERIFY(reading.complete());
        QVERIFY(!reading.hasNote());
        QCOMPARE(reading.quantities.size(), std::size_t{2});
        QVERIFY(reading.quantities[1].role == Role::Change);
    }

    void whatNothingWasMadeOfIsTheRemainder() {
        const std::string cell = "1700億 at list rates of";
        const auto reading = readCell(cell);
        QVERIFY(reading.kind == CellKind::Partial);
        QVERIFY(!reading.complete());
        QCOMPARE(reading.remainder.size(), std::size_t{1});
        QCOMPARE(part(cell, reading.remainder[0]), std::string("at list rates of"));
    }

    void aCellWithoutAFigureIsMissing() {
        for (const char* cell : {"", "  ", "—", "-", "N/A", "TBD", "未披露", "undisclosed", "n/a (private)"})
            QVERIFY2(readCell(cell).missing(), cell);
        QVERIFY(!readCell("0").missing());
    }

    void namesJoinedByPlusAreAListOfNames() {
        const std::string cell = "Nimbus + Halden + Qinglan";
        const auto reading = readCell(cell);
        QVERIFY(reading.kind == CellKind::Entities);
        QCOMPARE(reading.entities.size(), std::size_t{3});
        QCOMPARE(part(cell, reading.entities[2]), std::string("Qinglan"));
        QVERIFY(reading.quantities.empty());
    }

    void aSentenceWithAPlusIsNoListOfNames() {
        QVERIFY(readCell("Gains from Nimbus + Halden").kind == CellKind::Text);
        QVERIFY(readCell("Bank of Harland, Nimbus").kind == CellKind::Entities);
    }

    void aHedgeBehindAFigureIsNoRemainder() {
        const auto reading = readCell("$3B est.");
        QVERIFY(reading.complete());
        QVERIFY(reading.quantities[0].hedge == Hedge::Estimated);
        QVERIFY(readCell("$3B (est.)").quantities[0].hedge == Hedge::Estimated);
    }

    void aNumberThatIsNoGroupIsLeftAndNotHalved() {
        const auto reading = readCell("1,23");
        QVERIFY(reading.quantities.empty());
        QVERIFY(!reading.complete());
        QCOMPARE(reading.remainder.size(), std::size_t{1});
    }

    void wordsAreText() {
        const auto reading = readCell("Ended (Nimbus and Halden)");
        QVERIFY(reading.kind == CellKind::Text);
        QVERIFY(reading.hasNote());
    }

    void theHedgeBeforeAFigureIsNoRemainder() {
        const auto reading = readCell("reportedly $3B");
        QVERIFY(reading.complete());
        QVERIFY(reading.quantities[0].hedge == Hedge::Reported);
    }
};

PARALLAX_TEST(TestCell)

} // namespace test_cell
#include "test_cell.moc"
