// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `parallax check`: what the library states, recomputed, for people and for programs.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "tests/app/program.h"
#include "tests/test_program.h"

namespace test_check {

using namespace Qt::StringLiterals;
using parallax::test::Answer;
using parallax::test::Program;

namespace {

const QByteArray page =
    "# Coolers for racks\n\n"
    "The market for rack coolers is projected to grow from $10 billion in 2024 to $80 billion "
    "by 2027 (CAGR ~40%).\n\n"
    "| Maker | Sales 2024 | Sales 2025 | Change |\n|---|---|---|---|\n"
    "| Northwind | $40M | $50M | +25% |\n| Southfan | $20M | $30M | +50% |\n";

QJsonObject ofRule(const QJsonArray& checks, const QString& rule) {
    for (const auto& value : checks)
        if (value.toObject()[u"rule"_s].toString() == rule)
            return value.toObject();
    return {};
}

} // namespace

class TestCheck : public QObject {
    Q_OBJECT

    Program m_program;

    QString path(const QString& name) const { return m_program.path(name); }
    void write(const QString& name, const QByteArray& bytes) { QVERIFY(m_program.write(name, bytes)); }
    Answer run(const QStringList& arguments) const { return m_program.run(arguments); }

    QJsonObject doctorLine(const QString& subject) {
        for (const auto& value : run({u"doctor"_s, u"--json"_s}).json().array())
            if (value.toObject()[u"subject"_s].toString() == subject)
                return value.toObject();
        return {};
    }

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_program.isValid());
        write(u"coolers.md"_s, page);
        QCOMPARE(run({u"import"_s, path(u"coolers.md"_s)}).status, 0);
    }

    void doctorSaysWhatWaits() {
        QVERIFY(doctorLine(u"Checks"_s)[u"text"_s].toString().startsWith(u"1 edition waits"_s));
        QCOMPARE(run({u"check"_s, u"1"_s}).status, 0);
        QCOMPARE(doctorLine(u"Checks"_s)[u"text"_s].toString(), u"all editions are checked"_s);
    }

    void jsonHasTheDocumentedShape() {
        const Answer answer = run({u"check"_s, u"1"_s, u"--json"_s});
        QCOMPARE(answer.status, 0);
        const QJsonObject check = ofRule(answer.json().array(), u"CAGR"_s);
        QCOMPARE(check[u"verdict"_s].toString(), u"inconsistent"_s);
        QCOMPARE(check[u"colour"_s].toString(), u"red"_s);
        QVERIFY(check[u"statement"_s].toArray().at(0).toObject()[u"quote"_s].toString().contains(
            u"$80 billion"_s));
        const QJsonObject computed = check[u"computed"_s].toObject();
        QCOMPARE(computed[u"face"_s].toDouble(), 100.0);
        QCOMPARE(computed[u"strict"_s].toArray().size(), 2);
        QCOMPARE(computed[u"loose"_s].toArray().size(), 2);
        QVERIFY(check.contains(u"stated"_s) && !check[u"formula"_s].toString().isEmpty());
        bool rate = false, year = false;
        for (const auto& repair : check[u"repairs"_s].toArray()) {
            rate = rate || repair.toObject()[u"to"_s].toString().contains(u"100%"_s);
            year = year || repair.toObject()[u"change"_s].toString() == u"end-year"_s;
        }
        QVERIFY(rate && year);
        QCOMPARE(ofRule(answer.json().array(), u"DELTA_PCT"_s)[u"colour"_s].toString(), u"green"_s);
    }

    void theReportShowsTheWorstAndCountsWhatHolds() {
        const Answer answer = run({u"check"_s});
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.out.contains("Does not hold: Compound annual growth"), answer.out);
        QVERIFY2(answer.out.contains("It would hold with "), answer.out);
        QVERIFY2(answer.out.contains("1 red"), answer.out);
        QVERIFY2(!answer.out.contains("Change in percent"), answer.out);
        QVERIFY(run({u"check"_s, u"--all"_s}).out.contains("Change in percent"));
        QVERIFY(!run({u"check"_s, u"--all"_s, u"--colour"_s, u"red"_s}).out.contains("Change in percent"));
        QVERIFY(run({u"check"_s, u"--rule"_s, u"cagr"_s, u"--all"_s}).out.contains("Compound"));
    }

    void aDamagedCheckIsNamed() {
        Program own;
        QVERIFY(own.write(u"coolers.md"_s, page));
        QCOMPARE(own.run({u"import"_s, u"coolers.md"_s}).status, 0);
        QCOMPARE(own.run({u"check"_s, u"1"_s}).status, 0);
        const QByteArray warning = "What was checked in article 1 is damaged";
        QVERIFY(!own.run({u"check"_s, u"1"_s}).err.contains(warning));
        QByteArray broken = own.contents(u"library.sqlite3"_s);
        const auto formula = broken.indexOf("\"formula\":\"");
        QVERIFY(formula > 0);
        broken[formula + 11] = '9';
        QVERIFY(own.write(u"library.sqlite3"_s, broken));
        for (const QStringList& arguments :
             {QStringList{u"check"_s, u"1"_s, u"--all"_s}, {u"check"_s, u"--all"_s}}) {
            const Answer answer = own.run(arguments);
            QVERIFY2(answer.err.count(warning) == 1, answer.err.constData());
        }
        int damaged = 0;
        for (const auto& check : own.run({u"check"_s, u"1"_s, u"--json"_s}).json().array())
            damaged += check.toObject()[u"damaged"_s].toBool() ? 1 : 0;
        QCOMPARE(damaged, 1);
        const QStringList out{u"export"_s, u"--checks"_s, u"--to"_s, u"checks.json"_s};
        const Answer answer = own.run(out);
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.count(warning) == 1, answer.err.constData());
        QCOMPARE(own.contents(u"checks.json"_s).count("\"damaged\":true"), 1);
        QCOMPARE(
            own.run(out + QStringList{u"--json"_s}).json().object()[u"damaged_checks"_s].toArray().size(), 1);
    }

    void aFileIsCheckedWithoutALibrary() {
        const Answer answer = run({u"check"_s, path(u"coolers.md"_s), u"--json"_s});
        QCOMPARE(answer.status, 0);
        QCOMPARE(ofRule(answer.json().array(), u"CAGR"_s)[u"colour"_s].toString(), u"red"_s);
        QVERIFY(!answer.json().array().at(0).toObject().contains(u"id"_s));
        QCOMPARE(run({u"check"_s, path(u"missing.md"_s)}).status, 1);
    }

    void aMarkIsSetAndSurvivesANewImport() {
        const QString id = QString::number(
            ofRule(run({u"check"_s, u"1"_s, u"--json"_s}).json().array(), u"CAGR"_s)[u"id"_s].toInt());
        QCOMPARE(run({u"check"_s, u"--mark"_s, id, u"accepted"_s, u"--note"_s, u"fiscal years"_s, u"--by"_s,
                      u"Ada"_s})
                     .status,
                 0);
        write(u"coolers.md"_s, page + "\nA paragraph more.\n");
        QCOMPARE(run({u"import"_s, path(u"coolers.md"_s)}).status, 0);
        const QJsonObject check = ofRule(run({u"check"_s, u"1"_s, u"--json"_s}).json().array(), u"CAGR"_s);
        const QJsonObject mark = check[u"mark"_s].toObject();
        QCOMPARE(mark[u"mark"_s].toString(), u"accepted"_s);
        QCOMPARE(mark[u"note"_s].toString(), u"fiscal years"_s);
        QCOMPARE(mark[u"by"_s].toString(), u"Ada"_s);
        QVERIFY(run({u"check"_s}).out.contains("1 settled"));
    }

    void wrongUsageIsToldFromWhatIsNotThere() {
        QCOMPARE(run({u"check"_s, u"--colour"_s, u"blue"_s}).status, 2);
        QCOMPARE(run({u"check"_s, u"--rule"_s, u"nonsense"_s}).status, 2);
        QCOMPARE(run({u"check"_s, u"--note"_s, u"x"_s}).status, 2);
        QCOMPARE(run({u"check"_s, u"--mark"_s, u"1"_s, u"fine"_s}).status, 2);
        const Answer answer = run({u"check"_s, u"--mark"_s, u"99999"_s, u"accepted"_s});
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.err.contains("Check 99999 is not in the library"), answer.err);
        QCOMPARE(run({u"check"_s, u"4711"_s}).status, 1);
    }

    void theOverviewWithoutADisplayNamesWhatDoesNotHold() {
        const Answer answer = run({});
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.out.contains("Checks: "), answer.out);
    }
};

PARALLAX_LOOP_TEST(TestCheck)

} // namespace test_check
#include "test_check.moc"
