// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that fail a check, where an analyst looks at tables: the sign in the cell, its working, the way to
// the check.
#include <QAction>
#include <QClipboard>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

#include "data/store/check_run.h"
#include "tests/test_program.h"
#include "tests/ui/checks/check_samples.h"
#include "tests/ui/tables/workspace_fixture.h"
#include "ui/common/cell_delegate.h"
#include "ui/common/table_clipboard.h"
#include "ui/reader/table_sheet.h"
#include "ui/tables/table_corrections.h"
#include "ui/tables/table_grid.h"
#include "ui/tables/table_list_panel.h"
#include "ui/tables/table_model.h"
#include "ui/tables/table_page.h"
#include "ui/tables/tables_workspace.h"

namespace test_table_checks {

using namespace parallax;
using namespace parallax::ui;

namespace {

constexpr const char* caption = "Spending by marketplace";

std::vector<ui::testing::SampleArticle> spending() {
    return {{"Where the money goes",
             "The Ledger",
             "2026-04",
             {samples::table(caption, {"Marketplace", "2024", "2025", "Change"},
                             {{"North", "$4.1B", "$5.1B", "+24%"},
                              {"South", "$2.2B", "$3.3B", "+90%"},
                              {"West", "$10.3B", "$11.3B", "+60%"}})},
             data::Language::English,
             {}}};
}

// The workspace on a library that was checked with the real rules.
class TableDesk {
  public:
    TableDesk()
        : desk(spending()) {
        recheck();
        workspace = std::make_unique<TablesWorkspace>(*desk.context, nullptr);
        workspace->resize(1200, 800);
        workspace->setReadingLanguage(data::Language::English);
        workspace->show();
        workspace->activateWindow();
    }
    void recheck() {
        data::Library library(desk.path);
        data::checkLibrary(library, {}, {});
    }
    bool ready() {
        return QTest::qWaitFor(
            [this] { return page().table() && page().table()->stored.row.caption == caption; }, 10000);
    }
    TablePage& page() { return workspace->page(); }
    QModelIndex cell(int row, int column) { return page().grid().model()->index(row, column); }
    bool hasSign(int row, int column) { return cell(row, column).data(TableModel::SignRole).isValid(); }
    QPoint signAt(int row, int column) {
        TableGrid& grid = page().grid();
        QStyleOptionViewItem option;
        option.rect = grid.visualRect(cell(row, column));
        option.font = grid.font();
        option.fontMetrics = QFontMetrics(grid.font());
        option.widget = &grid;
        return static_cast<CellDelegate*>(grid.itemDelegate())->signRect(option, cell(row, column)).center();
    }

    ui::testing::Desk desk;
    std::unique_ptr<TablesWorkspace> workspace;
};

} // namespace

class TestTableChecks : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { ui::testing::dress(ThemeChoice::Light, QStringLiteral("en")); }

    void aCellWhoseFigureFailsWearsItsSignAndTellsTheWorking() {
        TableDesk window;
        QVERIFY(window.ready());
        QVERIFY(!window.hasSign(0, 3));
        QVERIFY(window.hasSign(1, 3));
        QCOMPARE(window.cell(1, 3).data(TableModel::SignRole).value<CellSign>().colour, data::Colour::Red);
        QVERIFY(window.hasSign(2, 3));
        const QString told = window.cell(1, 3).data(Qt::ToolTipRole).toString();
        QVERIFY2(told.contains(QLatin1String("50")), qPrintable(told));
        const QString spoken = window.cell(1, 3).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(QLatin1String("Does not hold")), qPrintable(spoken));
        auto* counts = window.workspace->findChild<QToolButton*>(QStringLiteral("failedFigures"));
        QVERIFY(counts->isVisible());
        QVERIFY2(counts->text().endsWith(QLatin1Char('2')), qPrintable(counts->text()));
        QSignalSpy places(window.workspace.get(), &Workspace::openPlace);
        QTest::mouseClick(counts, Qt::LeftButton);
        QCOMPARE(places.size(), 1);
        QCOMPARE(places[0][0].value<Place>().workspace, QStringLiteral("checks"));
        QVERIFY(places[0][0].value<Place>().detail.contains(QLatin1String("article")));
    }

    void oneClickOnTheSignOpensTheCheckAndElsewhereSelects() {
        TableDesk window;
        QVERIFY(window.ready());
        QSignalSpy places(window.workspace.get(), &Workspace::openPlace);
        TableGrid& grid = window.page().grid();
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, grid.visualRect(window.cell(1, 1)).center());
        QCOMPARE(places.size(), 0);
        QCOMPARE(grid.currentIndex(), window.cell(1, 1));
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, window.signAt(1, 3));
        QCOMPARE(places.size(), 1);
        QCOMPARE(places[0][0].value<Place>().workspace, QStringLiteral("checks"));
        QVERIFY(places[0][0].value<Place>().detail[QLatin1String("check")].toInteger() > 0);
    }

    void theKeyboardGoesFromOneFailedFigureToTheNext() {
        TableDesk window;
        QVERIFY(window.ready());
        TablePage& page = window.page();
        page.grid().setFocus();
        page.stepCheck(1);
        QCOMPARE(page.grid().currentIndex(), window.cell(1, 3));
        page.stepCheck(1);
        QCOMPARE(page.grid().currentIndex(), window.cell(2, 3));
        page.stepCheck(1);
        QCOMPARE(page.grid().currentIndex(), window.cell(1, 3));
        page.stepCheck(-1);
        QCOMPARE(page.grid().currentIndex(), window.cell(2, 3));
        QSignalSpy places(window.workspace.get(), &Workspace::openPlace);
        window.desk.actions->find(QStringLiteral("tables.openCheck"))->trigger();
        QCOMPARE(places.size(), 1);
        // Sorted, the signs go with their rows.
        page.grid().sortByColumn(1, Qt::AscendingOrder);
        QVERIFY(window.hasSign(0, 3));
        QVERIFY(!window.hasSign(1, 3));
        page.stepCheck(1);
        QCOMPARE(page.grid().currentIndex().row(), 0);
    }

    void whatIsMarkedOrCorrectedLosesItsColour() {
        TableDesk window;
        QVERIFY(window.ready());
        {
            data::Library library(window.desk.path);
            data::CheckFilter red;
            red.colour = data::Colour::Red;
            const auto checks = library.checks().list(red, 0, 10);
            QCOMPARE(checks.size(), std::size_t(2));
            for (const data::StoredCheck& check : checks)
                if (check.check.statement.front().row == 2) {
                    data::Transaction transaction(library);
                    library.checks().mark(check.id, data::CheckMark::Accepted, "fiscal years", "Ada");
                    transaction.commit();
                }
        }
        Q_EMIT window.desk.library->changed();
        QVERIFY(QTest::qWaitFor(
            [&] { return window.cell(2, 3).data(TableModel::SignRole).value<CellSign>().settled; }, 10000));
        auto* counts = window.workspace->findChild<QToolButton*>(QStringLiteral("failedFigures"));
        QVERIFY2(counts->text().endsWith(QLatin1Char('1')), qPrintable(counts->text()));
        // The wrong change is put right; the next run over the library finds nothing amiss in its row.
        data::NewCorrection correction;
        correction.table = window.page().table()->stored.row.id;
        correction.kind = data::CorrectionKind::Cell;
        correction.row = 1;
        correction.column = 3;
        correction.after = "+50%";
        correction.by = "Ada";
        {
            data::Library library(window.desk.path);
            data::Transaction transaction(library);
            data::CorrectionStore(library).add(correction);
            transaction.commit();
        }
        window.recheck();
        Q_EMIT window.desk.library->changed();
        QVERIFY(QTest::qWaitFor([&] { return !window.hasSign(1, 3); }, 10000));
        QVERIFY(!counts->isVisible());
    }

    void theReadersSheetCopiesAsTheTablesPageDoes() {
        data::Table table;
        for (const char* name : {"Name", "Value", "Note"})
            table.header.push_back({name, {}, {}});
        for (const char* value : {"=1+1", "two", "three"})
            table.rows.push_back({{"row", {}, {}}, {value, {}, {}}, {"note", {}, {}}});
        TableSheet sheet;
        sheet.setTable(table, nullptr);
        sheet.show();
        auto* view = sheet.findChild<QTableView*>();
        view->selectionModel()->select(QItemSelection(view->model()->index(0, 0), view->model()->index(1, 1)),
                                       QItemSelectionModel::ClearAndSelect);
        sheet.copySelection();
        // A spreadsheet must not run what an article says.
        const QMimeData* copied = QApplication::clipboard()->mimeData();
        QCOMPARE(copied->text(), copiedTable(
                                     [&] {
                                         data::Table part = table;
                                         part.header.pop_back();
                                         part.rows.pop_back();
                                         for (auto& row : part.rows)
                                             row.pop_back();
                                         return part;
                                     }(),
                                     true)
                                     .text);
        QVERIFY2(copied->text().contains(QStringLiteral("'=1+1")), qPrintable(copied->text()));
        QVERIFY(copied->html().contains(QStringLiteral("<table")));
        // A large one comes from another thread.
        table.rows.assign(4000, table.rows.back());
        sheet.setTable(table, nullptr);
        view->selectAll();
        sheet.copySelection();
        QTRY_COMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), 4001);
        QApplication::clipboard()->clear();
    }

    void theReadersSheetShowsTheSigns() {
        const data::Article article = test::growthArticle();
        std::vector<data::StoredCheck> checks;
        for (data::Check& check : test::growthChecks(article))
            checks.push_back(test::storedCheck(check, static_cast<data::CheckId>(checks.size() + 1), 7, 9));
        TableSheet sheet;
        sheet.resize(900, 500);
        sheet.setTable(article.tables[0], std::make_shared<const CellChecks>(checks, 9, 0));
        sheet.show();
        auto* view = sheet.findChild<QTableView*>();
        const QModelIndex failed = view->model()->index(1, 3);
        QVERIFY(failed.data(PlainTableModel::SignRole).isValid());
        QVERIFY(!view->model()->index(0, 3).data(PlainTableModel::SignRole).isValid()); // it holds
        QVERIFY(failed.data(Qt::ToolTipRole).toString().contains(QLatin1String("50")));
        QSignalSpy places(&sheet, &TableSheet::openPlace);
        Q_EMIT view->activated(failed); // Enter: the working, or where its figures stand
        auto* menu = sheet.findChild<QMenu*>(QStringLiteral("figureMenu"));
        QVERIFY(menu != nullptr);
        QVERIFY(!menu->actions().isEmpty());
        menu->actions().first()->trigger();
        QCOMPARE(places.size(), 1);
        QCOMPARE(places[0][0].value<Place>().detail[QLatin1String("check")].toInteger(), 2);
        menu->close();
        sheet.setChecks(nullptr);
        QVERIFY(!failed.data(PlainTableModel::SignRole).isValid());
    }
};

PARALLAX_WIDGET_TEST(TestTableChecks)

} // namespace test_table_checks
#include "test_table_checks.moc"
