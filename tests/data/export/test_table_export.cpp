// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "data/export/export.h"
#include "data/export/plain_figure.h"
#include "tests/test_program.h"

namespace test_table_export {

using namespace parallax;
using namespace parallax::data;

namespace {

Table makeTable(const std::vector<std::vector<std::string>>& lines, const std::string& caption = {}) {
    const auto cells = [](const std::vector<std::string>& texts) {
        std::vector<Cell> out;
        for (const auto& text : texts)
            out.push_back({text, {}, {}});
        return out;
    };
    Table table;
    table.caption = caption;
    table.header = cells(lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i)
        table.rows.push_back(cells(lines[i]));
    table.alignments.resize(table.header.size(), Alignment::None);
    return table;
}

std::string readAll(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

template <typename Function>
ErrorCode codeOf(const Function& function) {
    try {
        function();
    } catch (const parallax::Error& error) {
        return error.code();
    }
    return ErrorCode::Usage;
}

} // namespace

class TestTableExport : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void csvFollowsRfc4180() {
        const Table table = makeTable({{"a", "b,c"}, {"say \"x\"", "two\nlines"}, {"", "數據"}});
        QCOMPARE(exportTable(table, TableFormat::Csv, {.byteOrderMark = false}),
                 std::string("a,\"b,c\"\r\n\"say \"\"x\"\"\",\"two\nlines\"\r\n,數據\r\n"));
        QVERIFY(exportTable(table, TableFormat::Csv)
                    .starts_with("\xEF\xBB\xBF"
                                 "a,"));
        QVERIFY(!exportTable(table, TableFormat::Csv, {.byteOrderMark = false, .header = false})
                     .starts_with("a,"));
    }

    void noCellRunsAsAFormula_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<bool>("guarded");
        // "+6-20%" is a range, and Excel's answer to it is 5.8.
        for (const char* cell : {"+6-20%", "=1+1", "@SUM(A1)", "+1+cmd|' /C calc'!A0", "-2+3", "-A1", "\t=1",
                                 "＝1+1", "＋1", "-4-8%", "+SUM(1)"})
            QTest::newRow(cell) << QString::fromUtf8(cell) << true;
        for (const char* cell : {"-4%", "+20%", "-$5.2", "-1,234", "4", "a=b", "−4%", "- item"})
            QTest::newRow(cell) << QString::fromUtf8(cell) << (cell[0] == '-' && cell[1] == ' ');
    }
    void noCellRunsAsAFormula() {
        QFETCH(QString, cell);
        QFETCH(bool, guarded);
        const Table table = makeTable({{cell.toStdString()}});
        const QString csv =
            QString::fromStdString(exportTable(table, TableFormat::Csv, {.byteOrderMark = false}));
        QCOMPARE(csv.startsWith(QLatin1String("'")) || csv.startsWith(QLatin1String("\"'")), guarded);
        QCOMPARE(exportTable(table, TableFormat::Tsv).starts_with("'"), guarded);
        const TableExportOptions asWritten{.byteOrderMark = false, .formulaGuard = false};
        QVERIFY(!exportTable(table, TableFormat::Csv, asWritten).starts_with("'"));
        QVERIFY(!exportTable(table, TableFormat::Tsv, asWritten).starts_with("'"));
    }

    void tsvKeepsItsColumns() {
        QCOMPARE(exportTable(makeTable({{"a", "b"}, {"x\ty", "p\nq"}}), TableFormat::Tsv),
                 std::string("a\tb\nx y\tp q\n"));
    }

    void markdownIsReadAsWritten() {
        Table table = makeTable({{"Cloud", "現況"}, {"a|b", "*x*"}, {"two\nlines", "\\"}}, "Caption");
        table.alignments = {Alignment::Left, Alignment::Right};
        QCOMPARE(exportTable(table, TableFormat::Markdown), std::string("Caption\n"
                                                                        "| Cloud        | 現況  |\n"
                                                                        "| :----------- | ----: |\n"
                                                                        "| a\\|b         | \\*x\\* |\n"
                                                                        "| two<br>lines | \\\\    |\n"));
    }

    void jsonHoldsTexts() {
        const std::string json = exportTable(makeTable({{"a"}, {"\xFF\"數"}}, "c"), TableFormat::Json);
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
        QCOMPARE(document[QLatin1String("caption")].toString(), QStringLiteral("c"));
        QCOMPARE(document[QLatin1String("header")].toArray(), QJsonArray{QStringLiteral("a")});
        QCOMPARE(document[QLatin1String("rows")].toArray().at(0).toArray().at(0).toString(),
                 QString::fromUtf8("\uFFFD\"數"));
    }

    void htmlEscapesAndHasAHead() {
        const std::string html =
            exportTable(makeTable({{"<b>"}, {"雲端運算與數據中心 & more"}}, "\"c\""), TableFormat::Html);
        QVERIFY(html.find("<thead>\n<tr><th>&lt;b&gt;</th></tr>\n</thead>") != std::string::npos);
        QVERIFY(html.find("雲端運算與數據中心 &amp; more") != std::string::npos);
        QVERIFY(html.find("<caption>&quot;c&quot;</caption>") != std::string::npos);
        QVERIFY(html.find("lang=\"zh-Hant\"") != std::string::npos);
        QVERIFY(html.find("<script") == std::string::npos);
    }

    void knowsPlainFigures_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("format");
        const auto row = [](const char* cell, double value, const char* format) {
            QTest::newRow(cell) << QString::fromUtf8(cell) << value << QString::fromUtf8(format);
        };
        row("120", 120, "General");
        row("4,160", 4160, "#,##0");
        row("1,234,567.80", 1234567.8, "#,##0.00");
        row("99.95%", 0.9995, "0.00%");
        row("+20%", 0.2, "+0%;-0%");
        row("-4%", -0.04, "0%");
        row("$5.00", 5, "\"$\"0.00");
        row("$15B", 15e9, "\"$\"0,,,\"B\"");
        row("-$1.2M", -1.2e6, "\"$\"0.0,,\"M\"");
        row("70B params", 7e10, "0,,,\"B params\"");
        row("1.5s", 1.5, "0.0\"s\"");
        row("450 req/s", 450, "0\" req/s\"");
        row("12個月", 12, "0\"個月\"");
    }
    void knowsPlainFigures() {
        QFETCH(QString, cell);
        const auto figure = plainFigure(cell.toStdString());
        QVERIFY(figure.has_value());
        QTEST(figure->value, "value");
        QTEST(QString::fromStdString(figure->format), "format");
    }

    void leavesTheRestAsText_data() {
        QTest::addColumn<QString>("cell");
        for (const char* cell :
             {"", "N/A", "1.6-1.8s", "$18B (+20%)", "007", "1234567890123456", "4.78萬億 (約)", "H100",
              "1,23", "50% of 3", "3%x", "=1", "(5)", "5 \"x\"", "+", "$"})
            QTest::newRow(cell) << QString::fromUtf8(cell);
    }
    void leavesTheRestAsText() {
        QFETCH(QString, cell);
        QVERIFY(!plainFigure(cell.toStdString()).has_value());
    }

    void writesAWorkbook() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("t.xlsx")).toStdString();
        const std::string longName(60, 'x');
        exportWorkbook({makeTable({{"名稱", "值"}, {"a", "$15B"}, {"=1+1", "\xFF"}}, "市場 [2026]: a/b"),
                        makeTable({{"x"}}, "市場 [2026]: A/B"), makeTable({{"x"}}, longName),
                        makeTable({{"x"}}, longName), makeTable({{"x"}}, "History"), makeTable({{"x"}}, "'"),
                        Table{}},
                       path);
        QVERIFY(readAll(path).starts_with("PK"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
        exportWorkbook({}, path); // replaced, and still a workbook that opens
        QVERIFY(readAll(path).starts_with("PK"));
    }

    void aFolderThatIsMissingIsSaid() {
        QCOMPARE(codeOf([] { exportWorkbook({}, "/nonexistent/folder/t.xlsx"); }), ErrorCode::FileUnwritable);
        QCOMPARE(codeOf([] { writeFileAtomically("/nonexistent/folder/t", "x"); }),
                 ErrorCode::FileUnwritable);
        QTemporaryDir folder;
        QCOMPARE(codeOf([&] { writeFileAtomically(folder.path().toStdString(), "x"); }),
                 ErrorCode::FileUnwritable);
    }

    void writesThroughLinksAndKeepsPermissions() {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("a")).toStdString();
        const std::filesystem::path link = folder.filePath(QStringLiteral("b")).toStdString();
        writeFileAtomically(file, "old");
        ::chmod(file.c_str(), 0640);
        std::filesystem::create_symlink(file, link);
        writeFileAtomically(link, std::string("new\0x", 5));
        QVERIFY(std::filesystem::is_symlink(link));
        QCOMPARE(readAll(file), std::string("new\0x", 5));
        struct stat info {};
        ::stat(file.c_str(), &info);
        QCOMPARE(info.st_mode & 0777U, 0640U);
    }

    // A limit on file size stands in for a full disk: both end a write before its end.
    void aFullDiskKeepsTheOldFile() {
        QTemporaryDir folder;
        const std::filesystem::path text = folder.filePath(QStringLiteral("a.csv")).toStdString();
        const std::filesystem::path book = folder.filePath(QStringLiteral("a.xlsx")).toStdString();
        writeFileAtomically(text, "old");
        writeFileAtomically(book, "old");
        const pid_t child = ::fork();
        if (child == 0) {
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{4096, 4096};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            Table table = makeTable({{"x"}});
            for (int i = 0; i < 5000; ++i)
                table.rows.push_back({Cell{"row " + std::to_string(i * 7919) + " text", {}, {}}});
            const ErrorCode first = codeOf([&] { writeFileAtomically(text, std::string(100'000, 'x')); });
            const ErrorCode second = codeOf([&] { exportWorkbook({table}, book); });
            const bool said = first == ErrorCode::DiskFull &&
                              (second == ErrorCode::DiskFull || second == ErrorCode::ExportFailed);
            ::_exit(said ? 0 : 1 + static_cast<int>(second));
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
        QCOMPARE(readAll(text), std::string("old"));
        QCOMPARE(readAll(book), std::string("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    }
};

PARALLAX_TEST(TestTableExport)

} // namespace test_table_export
#include "test_table_export.moc"
