// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The ending of a file that is saved: of the kind that was chosen.
#include <QTest>

#include "tests/test_program.h"
#include "ui/common/dialogs.h"
#include "ui/common/file_ending.h"

namespace test_file_ending {

using namespace parallax::ui;

namespace {

const QString csv = QStringLiteral("CSV (*.csv)");
const QString xlsx = QStringLiteral("Excel workbook (*.xlsx)");
const QString all = csv + QStringLiteral(";;") + xlsx + QStringLiteral(";;Markdown (*.md);;JSON (*.json)");

} // namespace

class TestFileEnding final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theChosenKindDecides() {
        QCOMPARE(withChosenEnding(QStringLiteral("/a/Prices.csv"), all, xlsx),
                 QStringLiteral("/a/Prices.xlsx"));
        QCOMPARE(withChosenEnding(QStringLiteral("/a/Prices"), all, xlsx), QStringLiteral("/a/Prices.xlsx"));
        QCOMPARE(withChosenEnding(QStringLiteral("/a/Prices.CSV"), all, csv),
                 QStringLiteral("/a/Prices.CSV"));
    }

    void aTypedEndingCountsWhereNoKindWasChosen() {
        QCOMPARE(withChosenEnding(QStringLiteral("/a/Prices.md"), all, csv), QStringLiteral("/a/Prices.md"));
        QCOMPARE(withChosenEnding(QStringLiteral("/a/Prices.tsv"), all, csv),
                 QStringLiteral("/a/Prices.tsv"));
        QCOMPARE(withChosenEnding(QStringLiteral("/a/Prices"), all, csv), QStringLiteral("/a/Prices.csv"));
    }

    void aDotInANameIsNoEnding() {
        QCOMPARE(withChosenEnding(QStringLiteral("/a/Prices v1.5"), all, csv),
                 QStringLiteral("/a/Prices v1.5.csv"));
    }

    void allFilesAndNoFileStayAsTheyAre() {
        const QString any = QStringLiteral("All files (*)");
        QCOMPARE(withChosenEnding(QStringLiteral("/a/copy"), any, any), QStringLiteral("/a/copy"));
        QCOMPARE(withChosenEnding(QString(), all, xlsx), QString());
        QCOMPARE(withChosenEnding(QStringLiteral("/a/text"), QString(), QString()),
                 QStringLiteral("/a/text"));
    }

    void theDialogAnswersWithIt() {
        dialogs::setNextPaths({QStringLiteral("/a/Prices.csv")});
        dialogs::setNextFilter(xlsx);
        QCOMPARE(dialogs::saveFile(nullptr, {}, {}, all), QStringLiteral("/a/Prices.xlsx"));
    }
};

PARALLAX_LOOP_TEST(TestFileEnding)

} // namespace test_file_ending
#include "test_file_ending.moc"
