// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The analysis as a script sees it: quantities, tables, checks and what is exported of them.
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "data/store/correction_store.h"
#include "data/store/library.h"
#include "data/store/transaction.h"
#include "tests/app/program.h"
#include "tests/test_program.h"

namespace test_analysis_cli {

using namespace Qt::StringLiterals;
using namespace parallax;
using parallax::test::Answer;
using parallax::test::Program;

namespace {

const QByteArray page =
    "# Pumps for data halls\n\n"
    "Orders for pumps rise from $10 billion in 2024 to $80 billion by 2027 (CAGR ~40%).\n\n"
    "Sales by maker:\n\n"
    "| Maker | Sales 2024 | Sales 2025 | Change |\n|---|---|---|---|\n"
    "| Northwind | $40M | $50M | +25% |\n| Southfan | $20M | $30M | +190% |\n";

} // namespace

class TestAnalysisCli : public QObject {
    Q_OBJECT

    Program m_program;

    QString path(const QString& name) const { return m_program.path(name); }
    QByteArray contents(const QString& name) const { return m_program.contents(name); }
    Answer run(const QStringList& arguments, const QByteArray& input = {}) const {
        return m_program.run(arguments, input);
    }

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_program.isValid());
        QVERIFY(m_program.write(u"pumps.md"_s, page));
        QCOMPARE(run({u"import"_s, path(u"pumps.md"_s)}).status, 0);
    }

    void quantitiesAnswerEachLineWithOneArray() {
        const Answer answer = run({u"quantities"_s, u"-"_s, u"--json"_s},
                                  "It costs $1.5 billion, up 20%.\n"
                                  "{\"in\": \"約5800億元\", \"context\": \"\", \"lang\": \"zh-Hant\"}\n"
                                  "nothing to read here\n"
                                  "\n");
        QCOMPARE(answer.status, 0);
        const QList<QByteArray> lines = answer.out.split('\n');
        QCOMPARE(lines.size(), 5); // four answers and the end
        const QJsonArray first = QJsonDocument::fromJson(lines[0]).array();
        QCOMPARE(first.size(), 2);
        QCOMPARE(first[0].toObject()[u"text"_s].toString(), u"$1.5 billion"_s);
        // Places count code points, so that a script can cut the line.
        QCOMPARE(first[0].toObject()[u"start"_s].toInt(), 9);
        QCOMPARE(first[0].toObject()[u"end"_s].toInt(), 21);
        QCOMPARE(first[0].toObject()[u"dim"_s].toString(), u"currency"_s);
        const QJsonArray second = QJsonDocument::fromJson(lines[1]).array();
        QCOMPARE(second.size(), 1);
        QCOMPARE(second[0].toObject()[u"start"_s].toInt(), 0);
        QVERIFY(second[0].toObject()[u"approx"_s].toBool());
        QVERIFY(QJsonDocument::fromJson(lines[2]).array().isEmpty());
        QCOMPARE(lines[3], QByteArray("[]"));
        // A text as an argument is the same as a line.
        QCOMPARE(run({u"quantities"_s, u"It costs $1.5 billion, up 20%."_s, u"--json"_s}).out.trimmed(),
                 lines[0].trimmed());
    }

    void tablesCarryCellsRolesAndUnits() {
        const Answer answer = run({u"tables"_s, u"1"_s, u"--json"_s});
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.json().array().size(), 1);
        const QJsonObject table = answer.json().array()[0].toObject();
        QCOMPARE(table[u"header"_s].toArray().size(), 4);
        QCOMPARE(table[u"rows"_s].toArray()[1].toArray()[2].toString(), u"$30M"_s);
        const QJsonArray columns = table[u"columns"_s].toArray();
        QCOMPARE(columns[0].toObject()[u"role"_s].toString(), u"label"_s);
        QCOMPARE(columns[3].toObject()[u"role"_s].toString(), u"change"_s);
        QCOMPARE(columns[3].toObject()[u"base"_s].toInt(), 1);
        QCOMPARE(columns[3].toObject()[u"new"_s].toInt(), 2);
        const QJsonObject cell = table[u"cells"_s].toArray()[0].toArray()[1].toObject();
        QCOMPARE(cell[u"kind"_s].toString(), u"figure"_s);
        QCOMPARE(cell[u"quantities"_s].toArray()[0].toObject()[u"text"_s].toString(), u"$40M"_s);
        QCOMPARE(run({u"tables"_s, u"4711"_s, u"--json"_s}).status, 1);
    }

    void casesAreAnsweredLineByLine() {
        const Answer answer = run({u"check"_s, u"--case"_s, u"-"_s, u"--json"_s},
                                  "{\"rule\": \"DELTA_PCT\", \"in\": {\"base\": \"$40M\", \"new\": \"$50M\", "
                                  "\"stated\": \"+25%\"}}\n"
                                  "{\"rule\": \"DELTA_PCT\", \"in\": {\"base\": \"$20M\", \"new\": \"$30M\", "
                                  "\"stated\": \"+90%\"}}\n"
                                  "{\"rule\": \"NONSENSE\", \"in\": {}}\n"
                                  "no JSON at all\n");
        QCOMPARE(answer.status, 0);
        const QList<QByteArray> lines = answer.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        const QJsonObject holds = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(holds[u"verdict"_s].toString(), u"consistent"_s);
        QCOMPARE(holds[u"colour"_s].toString(), u"green"_s);
        QCOMPARE(holds[u"computed"_s].toObject()[u"face"_s].toDouble(), 25.0);
        const QJsonObject fails = QJsonDocument::fromJson(lines[1]).object();
        QCOMPARE(fails[u"verdict"_s].toString(), u"inconsistent"_s);
        QCOMPARE(fails[u"colour"_s].toString(), u"red"_s);
        QVERIFY(!fails[u"repairs"_s].toArray().isEmpty());
        // A line that cannot be answered says so in its place, and the rest is answered.
        QVERIFY(QJsonDocument::fromJson(lines[2]).object().contains(u"error"_s));
        QVERIFY(QJsonDocument::fromJson(lines[3]).object().contains(u"error"_s));
        QCOMPARE(run({u"check"_s, u"--case"_s, path(u"missing.jsonl"_s)}).status, 1);
    }

    void checksAreExportedAsOneTable() {
        const Answer answer = run({u"export"_s, u"--checks"_s, u"--to"_s, path(u"checks.csv"_s)});
        QCOMPARE(answer.status, 0);
        const QByteArray csv = contents(u"checks.csv"_s);
        QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
        const QList<QByteArray> lines = csv.trimmed().split('\n');
        for (const char* column : {"Verdict", "Stated", "Recomputed", "Formula", "Would hold with", "Where"})
            QVERIFY2(lines[0].contains(column), lines[0]);
        // The worst first: the growth rate in the text and the change in the table.
        QVERIFY2(csv.contains("Table 1, row 2, column 4"), csv);
        QVERIFY2(csv.contains("inconsistent"), csv);
        QVERIFY2(lines[1].contains("Does not hold"), lines[1]);
        QVERIFY(csv.contains("Holds"));
        QVERIFY2(answer.err.contains(QByteArray::number(lines.size() - 1) + " checks written"), answer.err);

        QCOMPARE(run({u"export"_s, u"1"_s, u"--checks"_s, u"--colour"_s, u"red"_s, u"--format"_s, u"json"_s,
                      u"--to"_s, path(u"red"_s)})
                     .status,
                 0);
        const QJsonArray red = QJsonDocument::fromJson(contents(u"red.json"_s)).array();
        QCOMPARE(red.size(), 2);
        for (const auto& one : red)
            QCOMPARE(one.toObject()[u"colour"_s].toString(), u"red"_s);
        // The same objects as `check --json` prints.
        QVERIFY(run({u"check"_s, u"1"_s, u"--json"_s}).json().array().contains(red[0]));

        QCOMPARE(run({u"export"_s, u"--checks"_s, u"--rule"_s, u"cagr"_s, u"--to"_s, path(u"rates.xlsx"_s)})
                     .status,
                 0);
        QVERIFY(contents(u"rates.xlsx"_s).startsWith("PK"));
        QCOMPARE(run({u"export"_s, u"--checks"_s, u"--lang"_s, u"zh-Hant"_s, u"--no-bom"_s, u"--to"_s,
                      path(u"none.csv"_s)})
                     .status,
                 0);
        QCOMPARE(contents(u"none.csv"_s).trimmed().count('\n'), 0);
        QVERIFY(contents(u"none.csv"_s).startsWith("Outcome"));
    }

    void exportTellsWrongUsageFromWhatIsNotThere() {
        QCOMPARE(run({u"export"_s, u"--checks"_s, u"--to"_s, path(u"checks.doc"_s)}).status, 2);
        QCOMPARE(run({u"export"_s, u"--checks"_s, u"--tables"_s, u"--to"_s, path(u"a.csv"_s)}).status, 2);
        QCOMPARE(run({u"export"_s, u"--colour"_s, u"red"_s, u"--to"_s, path(u"a"_s)}).status, 2);
        QCOMPARE(run({u"export"_s, u"--checks"_s, u"--rule"_s, u"x"_s, u"--to"_s, path(u"a.csv"_s)}).status,
                 2);
        QCOMPARE(run({u"export"_s, u"4711"_s, u"--checks"_s, u"--to"_s, path(u"a.csv"_s)}).status, 1);
        QVERIFY(!QFile::exists(path(u"a.csv"_s)));
        QCOMPARE(run({u"export"_s, u"--checks"_s, u"--to"_s, path(u"no such folder/checks.csv"_s)}).status,
                 1);
    }

    void tablesAreExportedAsThePageOrTheAnalystHasThem() {
        {
            data::Library library(path(u"library.sqlite3"_s).toStdString());
            data::NewCorrection correction;
            correction.table = library.tables().ofArticle(1).front().row.id;
            correction.kind = data::CorrectionKind::Cell;
            correction.row = 1;
            correction.column = 3;
            correction.after = "+50%";
            correction.by = "Ada";
            correction.why = "recomputed";
            data::Transaction transaction(library);
            library.corrections().add(correction);
            transaction.commit();
        }
        const auto exported = [&](const QString& folder, const QStringList& more) {
            const QStringList command{u"export"_s, u"--tables"_s, u"--format"_s,
                                      u"json"_s,   u"--to"_s,     path(folder)};
            if (run(command + more).status != 0)
                return QByteArray();
            const QDir made(path(folder));
            const QStringList files = made.entryList(QDir::Files);
            return files.size() == 1 ? contents(folder + u'/' + files.front()) : QByteArray();
        };
        const QByteArray page = exported(u"page"_s, {});
        QVERIFY2(page.contains("+190%") && !page.contains("+50%"), page);
        const QByteArray corrected = exported(u"corrected"_s, {u"--corrected"_s});
        QVERIFY2(corrected.contains("+50%") && !corrected.contains("+190%"), corrected);
        // The same through one language, and in the article as a whole.
        QVERIFY(exported(u"english"_s, {u"--corrected"_s, u"--lang"_s, u"en"_s}).contains("+50%"));
        QCOMPARE(run({u"export"_s, u"--corrected"_s, u"--format"_s, u"md"_s, u"--to"_s, path(u"articles"_s)})
                     .status,
                 0);
        const QStringList files = QDir(path(u"articles"_s)).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QVERIFY(contents(u"articles/"_s + files.front()).contains("+50%"));
        // What is corrected is checked as corrected.
        QCOMPARE(run({u"export"_s, u"--checks"_s, u"--colour"_s, u"red"_s, u"--to"_s, path(u"left.json"_s)})
                     .status,
                 0);
        QCOMPARE(QJsonDocument::fromJson(contents(u"left.json"_s)).array().size(), 1);
        const QJsonObject cell = run({u"tables"_s, u"1"_s, u"--json"_s})
                                     .json()
                                     .array()[0]
                                     .toObject()[u"cells"_s]
                                     .toArray()[1]
                                     .toArray()[3]
                                     .toObject();
        QVERIFY(cell[u"corrected"_s].toBool());
        QCOMPARE(cell[u"words"_s].toString(), u"+50%"_s);
    }
};

PARALLAX_LOOP_TEST(TestAnalysisCli)

} // namespace test_analysis_cli
#include "test_analysis_cli.moc"
