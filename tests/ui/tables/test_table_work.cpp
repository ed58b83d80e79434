// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include "tests/test_program.h"
#include "tests/ui/tables/workspace_fixture.h"
#include "ui/common/dialogs.h"
#include "ui/tables/compare_page.h"
#include "ui/tables/pivot_page.h"
#include "ui/tables/summary_dialog.h"
#include "ui/tables/table_corrections.h"
#include "ui/tables/table_grid.h"
#include "ui/tables/table_list_panel.h"
#include "ui/tables/table_model.h"
#include "ui/tables/table_page.h"
#include "ui/tables/tables_workspace.h"

namespace test_table_work {

using namespace parallax;
using namespace parallax::ui;

namespace {

using parallax::ui::testing::SampleArticle;

class Page {
  public:
    explicit Page(const std::vector<SampleArticle>& articles)
        : desk(articles)
        , workspace(*desk.context, nullptr) {
        workspace.resize(1200, 800);
        workspace.setReadingLanguage(data::Language::English);
        workspace.show();
    }
    bool open(const char* caption) {
        if (!QTest::qWaitFor([this] { return table() != nullptr; }, 10000))
            return false;
        auto* list = workspace.findChild<QListView*>(QStringLiteral("tableList"));
        for (int row = 0; row < list->model()->rowCount(); ++row)
            if (list->model()->index(row, 0).data().toString() == QLatin1String(caption))
                list->setCurrentIndex(list->model()->index(row, 0));
        return QTest::qWaitFor([&] { return table() && table()->stored.row.caption == caption; }, 10000);
    }
    const PreparedTablePtr& table() { return workspace.page().table(); }
    QString text(int row, int column) {
        const auto* model = workspace.page().grid().model();
        return model->index(row, column).data().toString();
    }
    // Waits until the table was read again and cell (row, column) says `words`.
    bool says(int row, int column, const QString& words) {
        return QTest::qWaitFor([&] { return text(row, column) == words; }, 10000);
    }
    template <typename Dialog = QDialog>
    Dialog* dialog(const char* name) {
        Dialog* found = nullptr;
        const bool there = QTest::qWaitFor(
            [&] {
                found = workspace.findChild<Dialog*>(QString::fromLatin1(name));
                return found != nullptr && found->isVisible();
            },
            5000);
        return there ? found : nullptr;
    }
    void correct(int row, int column, const QString& words, const QString& why) {
        workspace.page().corrections().correctCell(row, column);
        QDialog* asked = dialog("correctionDialog");
        QVERIFY(asked);
        asked->findChild<QLineEdit*>(QStringLiteral("words"))->setText(words);
        asked->findChild<QLineEdit*>(QStringLiteral("reason"))->setText(why);
        QTest::mouseClick(asked->findChild<QPushButton*>(QStringLiteral("accept")), Qt::LeftButton);
    }

    parallax::ui::testing::Desk desk;
    TablesWorkspace workspace;
};

std::vector<SampleArticle> twoArticlesOnPrices() {
    const auto prices = [](const char* caption,
                           std::initializer_list<std::initializer_list<const char*>> rows) {
        return samples::table(caption, {"Provider", "Price per 1M tokens"}, rows);
    };
    return {{"Prices in March",
             "The Ledger",
             "2026-03",
             {prices("Price list, March", {{"Northgate Cloud", "$3.00"}, {"Helio Compute", "$2.00"}})},
             data::Language::English,
             {}},
            {"Prices in June",
             "The Ledger",
             "2026-06",
             {prices("Price list, June", {{"Northgate Cloud", "$2.40"}, {"Helio Compute", "$2.10"}})},
             data::Language::English,
             {}},
            {"Prices in June, told elsewhere",
             "Cloud Weekly",
             "2026-06",
             {prices("List prices, June", {{"Northgate Cloud", "$2.90"}, {"Helio Compute", "$2.10"}})},
             data::Language::English,
             {}}};
}

} // namespace

// What an analyst does to a table: correct it, compute from it, summarise it, compare it with others.
class TestTableWork : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { parallax::ui::testing::dress(ThemeChoice::Light, QStringLiteral("en")); }

    void aCorrectedCellIsShownMarkedExplainedAndTakenBack() {
        Page page(parallax::ui::testing::samples());
        page.desk.settings->setAnalyst(QStringLiteral("Ada"));
        QVERIFY(page.open("Revenue by provider"));
        QCOMPARE(page.text(1, 1), QStringLiteral("$15B"));
        page.correct(1, 1, QStringLiteral("$16B"), QStringLiteral("annual report"));
        QVERIFY(page.says(1, 1, QStringLiteral("$16B")));
        const QModelIndex cell = page.workspace.page().grid().model()->index(1, 1);
        QVERIFY(cell.data(TableModel::CornerRole).isValid());
        QCOMPARE(cell.data(TableModel::FigureRole).toDouble(), 16e9);
        const QString told = cell.data(Qt::ToolTipRole).toString();
        for (const char* part : {"$15B", "Ada", "annual report"})
            QVERIFY2(told.contains(QLatin1String(part)), qPrintable(told));
        // It outlives the window.
        {
            data::Library library(page.desk.path);
            const auto stored = library.tables().load(page.table()->stored.row.id);
            QCOMPARE(data::CorrectionStore(library).corrected(stored).rows[1][1].text, std::string("$16B"));
        }
        page.workspace.page().corrections().undoLast();
        QVERIFY(page.says(1, 1, QStringLiteral("$15B")));
        // The log has it, and brings it back.
        page.workspace.page().corrections().showLog();
        QDialog* log = page.dialog("correctionLog");
        QVERIFY(log);
        QCOMPARE(log->findChild<QTableWidget*>(QStringLiteral("corrections"))->rowCount(), 1);
        QTest::mouseClick(log->findChild<QPushButton*>(QStringLiteral("undo")), Qt::LeftButton);
        QVERIFY(page.says(1, 1, QStringLiteral("$16B")));
    }

    void whatIsExportedIsAsCorrected() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.open("Revenue by provider"));
        page.correct(1, 1, QStringLiteral("$16B"), QStringLiteral("annual report"));
        QVERIFY(page.says(1, 1, QStringLiteral("$16B")));
        for (const char* action : {"tables.export", "tables.exportListed"}) {
            const QString path = page.desk.folder.filePath(QLatin1String(action) + QLatin1String(".json"));
            dialogs::setNextPaths({path});
            page.desk.actions->find(QLatin1String(action))->trigger();
            QTRY_VERIFY(QFile::exists(path));
            QTRY_COMPARE(page.desk.tasks->running(), 0);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray words = file.readAll();
            QVERIFY2(words.contains("$16B") && !words.contains("$15B"), words.constData());
        }
    }

    void theDialogSaysHowTheNewWordsAreReadAndRefusesTheOldOnes() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.open("Revenue by provider"));
        page.workspace.page().corrections().correctCell(1, 1);
        QDialog* asked = page.dialog("correctionDialog");
        QVERIFY(asked);
        auto* accept = asked->findChild<QPushButton*>(QStringLiteral("accept"));
        QVERIFY(!accept->isEnabled());
        asked->findChild<QLineEdit*>(QStringLiteral("words"))->setText(QStringLiteral("1.5億美元"));
        QVERIFY(accept->isEnabled());
        bool told = false;
        for (const QLabel* label : asked->findChildren<QLabel*>())
            told = told || label->text().contains(QLatin1String("150,000,000"));
        QVERIFY(told);
        asked->reject();
    }

    void aCorrectedRoleChangesWhatTheTableMeans() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.open("Revenue by provider"));
        page.workspace.page().corrections().setRole(1, data::ColumnRole::Share);
        QVERIFY(QTest::qWaitFor(
            [&] { return page.table()->typed.columns[1].role == data::ColumnRole::Share; }, 10000));
        QVERIFY(page.table()->typed.columns[1].roleCorrected);
    }

    void aComputedColumnStandsBesideThePagesOwnAndIsKept() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.open("Revenue by provider"));
        const int own = page.table()->columnCount;
        page.workspace.page().compute(data::Computation::Change);
        QDialog* asked = page.dialog("computeDialog");
        QVERIFY(asked);
        auto* base = asked->findChild<QComboBox*>(QStringLiteral("base"));
        auto* next = asked->findChild<QComboBox*>(QStringLiteral("next"));
        base->setCurrentIndex(base->findData(1));
        next->setCurrentIndex(next->findData(2));
        QTest::mouseClick(asked->findChild<QPushButton*>(QStringLiteral("accept")), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return page.table()->columnCount == own + 1; }, 10000));
        QVERIFY2(page.text(1, own).contains(QLatin1String("+20")), qPrintable(page.text(1, own)));
        QCOMPARE(page.text(4, own), QString()); // "n/a" has no change
        QVERIFY(
            !page.workspace.page().grid().model()->index(4, own).data(Qt::ToolTipRole).toString().isEmpty());
        QAbstractItemModelTester tester(page.workspace.page().grid().model());
        // Copied and exported like any other column.
        QCOMPARE(page.workspace.page().grid().shownPart().make().header.size(),
                 static_cast<std::size_t>(own + 1));
        const QJsonObject state = page.workspace.saveState();
        Page other(parallax::ui::testing::samples());
        other.workspace.restoreState(state);
        QVERIFY(other.open("Revenue by provider"));
        QVERIFY(QTest::qWaitFor([&] { return other.table()->columnCount == own + 1; }, 10000));
    }

    void onlyColumnsOfFiguresAreComputedWith() {
        Page page({{"Milestones",
                    "The Ledger",
                    "2026-04",
                    {samples::table("Sites", {"Site", "Opened", "2024", "2025", "Remark"},
                                    {{"North", "2021-03-01", "$10B", "$12B", "leased"},
                                     {"South", "2022-07-15", "$4B", "$5B", "owned"},
                                     {"West", "2023-11-30", "$2B", "$3B", "owned"}}),
                     samples::table("Openings", {"Site", "Opened"},
                                    {{"North", "2021-03-01"}, {"South", "2022-07-15"}}),
                     samples::table("Sizes", {"Site", "Size"}, {{"North", "$4B"}, {"South", "$5B"}})},
                    data::Language::English,
                    {}}});
        const auto ask = [&](const char* table) {
            if (page.open(table))
                page.workspace.page().compute(data::Computation::Cagr);
            return page.dialog("computeDialog");
        };
        const auto says = [](const QDialog* dialog, const QString& words) {
            for (const QLabel* label : dialog->findChildren<QLabel*>())
                if (label->text().contains(words))
                    return true;
            return false;
        };
        QDialog* asked = ask("Sites");
        QVERIFY(asked);
        for (const char* name : {"base", "next"}) {
            auto* box = asked->findChild<QComboBox*>(QLatin1String(name));
            QCOMPARE(box->count(), 2);
            QCOMPARE(box->itemText(0), QStringLiteral("2024"));
            QCOMPARE(box->itemText(1), QStringLiteral("2025"));
        }
        auto* accept = asked->findChild<QPushButton*>(QStringLiteral("accept"));
        QVERIFY(accept->isEnabled());
        auto* base = asked->findChild<QComboBox*>(QStringLiteral("base"));
        base->setCurrentIndex(1);
        QVERIFY(!accept->isEnabled());
        QVERIFY(says(asked, QStringLiteral("two different columns")));
        delete asked;
        asked = ask("Openings");
        QCOMPARE(asked->findChild<QComboBox*>(QStringLiteral("base"))->count(), 0);
        QVERIFY(says(asked, QStringLiteral("No column of this table has figures to compute with")));
        QVERIFY(!asked->findChild<QPushButton*>(QStringLiteral("accept"))->isEnabled());
        delete asked;
        asked = ask("Sizes");
        QVERIFY(asked);
        QVERIFY(says(asked, QStringLiteral("this table has one")));
        QVERIFY(!asked->findChild<QPushButton*>(QStringLiteral("accept"))->isEnabled());
    }

    void aLargePivotIsMadeBesideTheWindowAndFormsOnlyWhatIsSeen() {
        data::Table table = samples::table("Ledger", {"Entry", "Party", "Month", "Amount"}, {});
        for (int i = 0; i < 6000; ++i) {
            std::vector<data::Cell> cells;
            for (const std::string& words :
                 {"Entry " + std::to_string(i), "Party " + std::to_string(i % 2500),
                  "Month " + std::to_string(i % 230), "$" + std::to_string(1 + i % 9) + "M"})
                cells.push_back({words, {}, {}});
            table.rows.push_back(std::move(cells));
        }
        Page page({{"Ledger", "The Ledger", "2026-04", {table}, data::Language::English, {}}});
        QVERIFY(page.open("Ledger"));
        page.workspace.page().showSummary(true);
        auto* summary = page.dialog<SummaryDialog>("summaryDialog");
        QVERIFY(summary);
        auto* pivot = summary->findChild<PivotPage*>();
        const auto choose = [&](const char* name, int column) {
            auto* box = summary->findChild<QComboBox*>(QLatin1String(name));
            box->setCurrentIndex(box->findData(column));
        };
        choose("by", 1);
        choose("across", 2);
        const auto ready = [&] { return pivot->model().columnCount() > 200; };
        QVERIFY(!ready()); // the window was not kept waiting
        QVERIFY(QTest::qWaitFor(ready, 30000));
        QAbstractItemModelTester tester(const_cast<PivotModel*>(&pivot->model()));
        const ShownPivot& shown = *pivot->model().pivot();
        QVERIFY(shown.pivot.cut);
        QCOMPARE(pivot->model().rowCount(), 2002); // 2,000, the rest, and all
        QCOMPARE(pivot->model().columnCount(), 202);
        QCOMPARE(shown.text(2001, 201), figureText(*shown.pivot.total.value, "USD"));
        QCOMPARE(shown.rowName(2001), QStringLiteral("All"));
        // The one that is stopped shows nothing and says so; the next choice reckons again.
        choose("aggregate", static_cast<int>(data::Aggregate::Mean));
        summary->findChild<QPushButton*>(QStringLiteral("cancel"))->click();
        QCOMPARE(pivot->model().rowCount(), 0);
        QTest::qWait(300);
        QCOMPARE(pivot->model().rowCount(), 0);
        choose("across", -1);
        QVERIFY(QTest::qWaitFor([&] { return pivot->model().columnCount() == 1; }, 30000));
    }

    void columnsAreDescribedAndGroupedWithAWayBackToTheRows() {
        Page page({{"Deals",
                    "The Ledger",
                    "2026-04",
                    {samples::table("Deals by kind", {"Deal", "Kind", "Amount"},
                                    {{"A", "compute", "$10B"},
                                     {"B", "equity", "$4B"},
                                     {"C", "compute", "$20B"},
                                     {"D", "equity", "n/a"}})},
                    data::Language::English,
                    {}}});
        QVERIFY(page.open("Deals by kind"));
        page.workspace.page().showSummary(true);
        auto* summary = page.dialog<SummaryDialog>("summaryDialog");
        QVERIFY(summary);
        auto* described = summary->findChild<QTableWidget*>(QStringLiteral("description"));
        QCOMPARE(described->columnCount(), 1);
        QCOMPARE(described->item(0, 0)->text(), QStringLiteral("3"));
        QCOMPARE(described->item(5, 0)->text(), QStringLiteral("$4B"));
        QCOMPARE(described->item(12, 0)->text(), QStringLiteral("$34B"));
        auto* by = summary->findChild<QComboBox*>(QStringLiteral("by"));
        by->setCurrentIndex(by->findData(1));
        auto* pivot = summary->findChild<QTableView*>(QStringLiteral("pivot"));
        const auto& groups = *pivot->model();
        QCOMPARE(groups.rowCount(), 3); // two kinds and all
        QCOMPARE(groups.index(0, 0).data().toString(), QStringLiteral("$30B"));
        QCOMPARE(groups.index(1, 0).data().toString(), QStringLiteral("$4B"));
        QCOMPARE(groups.index(2, 0).data().toString(), QStringLiteral("$34B"));
        Q_EMIT pivot->activated(groups.index(0, 0));
        std::vector<int> rows, columns;
        page.workspace.page().grid().selectedRowsAndColumns(rows, columns);
        QCOMPARE(rows, (std::vector<int>{0, 2}));
    }

    void tablesOfOtherArticlesStandSideBySideOverTime() {
        Page page(twoArticlesOnPrices());
        QVERIFY(page.open("Price list, March"));
        Q_EMIT page.workspace.page().compareRequested();
        CompareModel& model = page.workspace.comparison().model();
        QVERIFY(QTest::qWaitFor([&] { return model.rowCount() == 2; }, 20000));
        QAbstractItemModelTester tester(&model);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("March 2026"));
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Northgate Cloud"));
        QVERIFY(model.index(0, 2).data(CompareModel::DiffersRole).toBool());
        const QString differing = model.index(0, 2).data().toString();
        QVERIFY2(differing.contains(QStringLiteral("≠")), qPrintable(differing));
        QVERIFY(!model.index(1, 2).data(CompareModel::DiffersRole).toBool());
        QVERIFY(model.index(1, 2).data().toString().contains(QLatin1String("+5")));
        QVERIFY(page.workspace.place().detail[QLatin1String("compare")].toBool());
        model.setOnlyDifferences(true);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.table().rows.size(), std::size_t(1));
        QVERIFY(!model.chart().series.isEmpty());
        Q_EMIT page.workspace.comparison().closed();
        QVERIFY(page.workspace.page().isVisible());
    }

    void aTableOfWordsSaysThatThereIsNothingToCompare() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.open("Strategies"));
        Q_EMIT page.workspace.page().compareRequested();
        QVERIFY(QTest::qWaitFor([&] { return page.desk.tasks->running() == 0; }, 20000));
        QTest::qWait(50);
        QCOMPARE(page.workspace.comparison().model().rowCount(), 0);
    }

    void theListShowsEachTableOnceInTheLanguageThatIsRead() {
        const auto edition = [](const char* title, const char* caption, data::Language language) {
            return SampleArticle{title,     "The Ledger",
                                 "2026-04", {samples::table(caption, {"A", "B"}, {{"x", "1"}, {"y", "2"}})},
                                 language,  "one-article"};
        };
        Page page({edition("Prices", "Price list", data::Language::English),
                   edition("價格", "價目表", data::Language::TraditionalChinese)});
        QVERIFY(page.open("Price list"));
        QVERIFY(QTest::qWaitFor([&] { return page.workspace.list().model().rowCount() == 1; }));
        page.workspace.setReadingLanguage(data::Language::TraditionalChinese);
        QVERIFY(QTest::qWaitFor(
            [&] { return page.table()->stored.row.language == data::Language::TraditionalChinese; }, 10000));
        QCOMPARE(page.workspace.list().model().rowCount(), 1);
    }
};

PARALLAX_WIDGET_TEST(TestTableWork)

} // namespace test_table_work
#include "test_table_work.moc"
