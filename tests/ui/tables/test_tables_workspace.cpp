// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QToolButton>

#include <nlohmann/json.hpp>

#include "tests/test_program.h"
#include "tests/ui/tables/workspace_fixture.h"
#include "ui/common/chart_panel.h"
#include "ui/common/dialogs.h"
#include "ui/common/file_ending.h"
#include "ui/tables/table_grid.h"
#include "ui/tables/table_list_panel.h"
#include "ui/tables/table_model.h"
#include "ui/tables/table_page.h"
#include "ui/tables/tables_workspace.h"

namespace test_tables_workspace {

using namespace parallax;
using namespace parallax::ui;
using parallax::ui::testing::Desk;

namespace {

class Page {
  public:
    explicit Page(const std::vector<parallax::ui::testing::SampleArticle>& articles, QSize size = {1300, 800})
        : desk(articles)
        , workspace(*desk.context, nullptr) {
        workspace.resize(size);
        workspace.show();
        (void)QTest::qWaitForWindowExposed(&workspace);
    }
    bool settle() {
        return QTest::qWaitFor([this] { return workspace.page().table() != nullptr; }, 5000);
    }
    bool open(const char* caption) {
        if (!settle())
            return false;
        auto* list = workspace.findChild<QListView*>(QStringLiteral("tableList"));
        for (int row = 0; row < list->model()->rowCount(); ++row)
            if (list->model()->index(row, 0).data().toString() == QLatin1String(caption))
                list->setCurrentIndex(list->model()->index(row, 0));
        return QTest::qWaitFor(
            [&] {
                const auto& table = workspace.page().table();
                return table && table->stored.row.caption == caption;
            },
            5000);
    }
    QStringList firstColumn() {
        QStringList names;
        const auto* model = workspace.page().grid().model();
        for (int row = 0; row < model->rowCount(); ++row)
            names.append(model->index(row, 0).data().toString());
        return names;
    }
    bool waitForFile(const QString& path) {
        return QTest::qWaitFor([&] { return QFile::exists(path) && desk.tasks->running() == 0; }, 10000);
    }
    QString file(const char* name) const { return desk.folder.filePath(QLatin1String(name)); }

    Desk desk;
    TablesWorkspace workspace;
};

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void clickHeader(QTableView& view, int column) {
    auto* header = view.horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(column) + 12, header->height() / 2));
}

} // namespace

// The workspace as an analyst uses it: real widgets on a real library.
class TestTablesWorkspace : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { parallax::ui::testing::dress(ThemeChoice::Light, QStringLiteral("en")); }

    void theNewestTableIsOpenAndTheListHasAll() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.settle());
        QCOMPARE(page.workspace.page().table()->stored.row.caption, std::string("Operation of two clouds"));
        QCOMPARE(page.workspace.list().model().rowCount(), 3);
        const auto& model = page.workspace.list().model();
        QCOMPARE(model.index(0).data(TableListModel::HeadingRole).toString(), QStringLiteral("April 2026"));
        QCOMPARE(model.index(1).data(TableListModel::HeadingRole).toString(), QString());
        QCOMPARE(model.index(2).data(TableListModel::HeadingRole).toString(), QStringLiteral("March 2026"));
        QAbstractItemModelTester tester(&page.workspace.list().model());
        QAbstractItemModelTester gridTester(page.workspace.page().grid().model());
        page.workspace.list().model().setGrouping(TableGrouping::Source);
        QVERIFY(QTest::qWaitFor([&] {
            return model.rowCount() == 3 && model.index(0).data(TableListModel::HeadingRole).toString() ==
                                                QLatin1String("Cloud Weekly");
        }));
    }

    void theListIsFilteredAsOneTypes() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.settle());
        auto* filter = page.workspace.findChild<QLineEdit*>(QStringLiteral("tableFilter"));
        QTest::keyClicks(filter, QStringLiteral("outlook"));
        QVERIFY(QTest::qWaitFor([&] { return page.workspace.list().model().rowCount() == 1; }));
        // The table that was open is none of them: the first that is takes its place.
        QVERIFY(QTest::qWaitFor(
            [&] { return page.workspace.page().table()->stored.row.caption == "Revenue by provider"; }));
        QTest::keyClick(filter, Qt::Key_Down);
        QTest::keyClicks(filter, QStringLiteral("zzz"));
        QVERIFY(QTest::qWaitFor([&] { return page.workspace.list().model().rowCount() == 0; }));
        QVERIFY(!page.workspace.page().isVisible());
        QTest::keyClick(filter, Qt::Key_Backspace);
        QTest::keyClick(filter, Qt::Key_Backspace);
        QTest::keyClick(filter, Qt::Key_Backspace);
        QVERIFY(QTest::qWaitFor([&] { return page.workspace.page().isVisible(); }));
    }

    void figuresSortByValueWhateverTheirUnitIsWrittenAs() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.open("Revenue by provider"));
        TableGrid& grid = page.workspace.page().grid();
        clickHeader(grid, 1);
        QCOMPARE(page.firstColumn().first(), QStringLiteral("Alpha")); // $900M before $4B
        QCOMPARE(page.firstColumn().last(), QStringLiteral("Gamma 9"));
        clickHeader(grid, 1);
        QCOMPARE(page.firstColumn().first(), QStringLiteral("beta"));
        QCOMPARE(page.firstColumn().last(), QStringLiteral("Gamma 9")); // no figure stays last
        clickHeader(grid, 1); // the third click gives the article's order back
        QCOMPARE(page.firstColumn(),
                 (QStringList{QStringLiteral("Alpha"), QStringLiteral("beta"), QStringLiteral("Ärger"),
                              QStringLiteral("Gamma 10"), QStringLiteral("Gamma 9")}));
    }

    void rowsAreFilteredAndTheChartFollows() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.open("Revenue by provider"));
        auto* filter = page.workspace.findChild<QLineEdit*>(QStringLiteral("rowFilter"));
        QTest::keyClicks(filter, QStringLiteral("today>5B"));
        const QStringList wanted{QStringLiteral("beta"), QStringLiteral("Ärger")};
        QVERIFY(QTest::qWaitFor([&] { return page.firstColumn() == wanted; }));
        QVERIFY(
            QTest::qWaitFor([&] { return page.workspace.page().chart().chartData().categories == wanted; }));
    }

    void theSelectionIsWhatIsDrawnAndABarSelectsItsCell() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.open("Revenue by provider"));
        TablePage& table = page.workspace.page();
        TableGrid& grid = table.grid();
        QCOMPARE(table.chart().chartData().categories.size(), 5);
        grid.selectionModel()->select(QItemSelection(grid.model()->index(1, 1), grid.model()->index(3, 1)),
                                      QItemSelectionModel::ClearAndSelect);
        QVERIFY(QTest::qWaitFor([&] { return table.chart().chartData().categories.size() == 3; }));
        QCOMPARE(table.chart().chartData().series.size(), 1);
        QCOMPARE(table.chart().chartData().series[0].values, (QVector<double>{15e9, 8e9, 4e9}));
        Q_EMIT table.chart().categoryActivated(2, 0);
        QCOMPARE(grid.currentIndex(), grid.model()->index(3, 1));
        QTest::qWait(80);
        QCOMPARE(table.chart().chartData().categories.size(), 3); // the click changed the cell, not the chart
    }

    void copyPutsTabsAndATableOnTheClipboard() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.open("Revenue by provider"));
        TableGrid& grid = page.workspace.page().grid();
        clickHeader(grid, 1);
        grid.selectionModel()->select(QItemSelection(grid.model()->index(0, 0), grid.model()->index(1, 1)),
                                      QItemSelectionModel::ClearAndSelect);
        grid.setFocus();
        QTest::keyClick(&grid, Qt::Key_C, Qt::ControlModifier);
        const QMimeData* mime = QApplication::clipboard()->mimeData();
        QCOMPARE(mime->text().trimmed(), QStringLiteral("Provider\tToday\nAlpha\t$900M\nGamma 10\t$4B"));
        QVERIFY(mime->html().contains(QStringLiteral("<table")));
        QVERIFY(mime->html().contains(QStringLiteral("Gamma 10")));
        grid.copy(CopiedHeader::Without);
        QCOMPARE(QApplication::clipboard()->text().trimmed(), QStringLiteral("Alpha\t$900M\nGamma 10\t$4B"));
        grid.copyMarkdown();
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("| Gamma 10")));
        // Two separate cells: what lies between them stays empty.
        grid.selectionModel()->clearSelection();
        grid.selectionModel()->select(grid.model()->index(0, 0), QItemSelectionModel::Select);
        grid.selectionModel()->select(grid.model()->index(1, 1), QItemSelectionModel::Select);
        grid.copy(CopiedHeader::Without);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Alpha\t\n\t$4B\n"));
    }

    void hiddenAndMovedColumnsAreCopiedAsSeen() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.open("Revenue by provider"));
        TableGrid& grid = page.workspace.page().grid();
        grid.setColumnHidden(1, true);
        grid.horizontalHeader()->moveSection(3, 1);
        QCOMPARE(grid.shownColumns(), (std::vector<int>{0, 3, 2}));
        const data::Table shown = grid.shownPart().make();
        QCOMPARE(shown.header.size(), 3U);
        QCOMPARE(shown.header[1].text, std::string("Change"));
        // Another table and back: the columns are as they were left.
        QVERIFY(page.open("Strategies"));
        QCOMPARE(grid.shownColumns(), (std::vector<int>{0, 1}));
        QVERIFY(page.open("Revenue by provider"));
        QCOMPARE(grid.shownColumns(), (std::vector<int>{0, 3, 2}));
    }

    void theFirstColumnStaysInSight() {
        Page page(parallax::ui::testing::samples(), {760, 600});
        QVERIFY(page.open("Revenue by provider"));
        TableGrid& grid = page.workspace.page().grid();
        auto* frozen = grid.findChild<QTableView*>(QStringLiteral("frozenColumn"));
        QVERIFY(!frozen->isVisible());
        for (int c = 0; c < 4; ++c)
            grid.setColumnWidth(c, c == 0 ? 150 : 300);
        QVERIFY(QTest::qWaitFor([&] { return grid.horizontalScrollBar()->maximum() > 120; }));
        grid.horizontalScrollBar()->setValue(120);
        QVERIFY(frozen->isVisible());
        QCOMPARE(frozen->columnWidth(0), 150);
        clickHeader(*frozen, 0);
        QCOMPARE(grid.horizontalHeader()->sortIndicatorSection(), 0);
        grid.horizontalScrollBar()->setValue(0);
        QVERIFY(!frozen->isVisible());
    }

    void enterOpensTheSentenceThatTheCellCameFrom() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.open("Revenue by provider"));
        TableGrid& grid = page.workspace.page().grid();
        QSignalSpy spy(&page.workspace, &Workspace::openPlace);
        grid.setCurrentIndex(grid.model()->index(1, 2));
        QTest::keyClick(&grid, Qt::Key_Return);
        QCOMPARE(spy.size(), 1);
        const Place place = spy.first().first().value<Place>();
        const auto& row = page.workspace.page().table()->stored.row;
        QCOMPARE(place.workspace, QStringLiteral("library"));
        QCOMPARE(place.detail[QLatin1String("article")].toInteger(), row.article);
        QCOMPARE(place.detail[QLatin1String("block")].toInt(), row.block);
        QCOMPARE(place.detail[QLatin1String("quote")].toString(), QStringLiteral("$18B (+20%)"));
    }

    void aPlaceOpensItsTable() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.open("Revenue by provider"));
        const Place place = page.workspace.place();
        const qint64 article = page.workspace.page().table()->stored.row.article;
        QVERIFY(page.open("Strategies"));
        page.workspace.goTo(place);
        QVERIFY(QTest::qWaitFor(
            [&] { return page.workspace.page().table()->stored.row.caption == "Revenue by provider"; }));
        QVERIFY(page.open("Strategies"));
        page.workspace.goTo(
            {QStringLiteral("tables"), {{QStringLiteral("article"), article}, {QStringLiteral("index"), 0}}});
        QVERIFY(QTest::qWaitFor(
            [&] { return page.workspace.page().table()->stored.row.caption == "Revenue by provider"; }));
        page.workspace.goTo({QStringLiteral("tables"), {{QStringLiteral("table"), 999}}});
        QVERIFY(QTest::qWaitFor([&] { return !page.workspace.page().isVisible(); })); // gone, and it says so
    }

    void eachFormatIsWrittenAndReadBack() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.open("Revenue by provider"));
        QAction* action = page.desk.actions->find(QStringLiteral("tables.export"));
        const auto write = [&](const char* name) {
            const QString path = page.file(name);
            dialogs::setNextPaths({path});
            action->trigger();
            return page.waitForFile(path) ? bytesOf(path) : QByteArray();
        };
        page.desk.settings->setExportByteOrderMark(true);
        QVERIFY(write("a.csv").startsWith("\xEF\xBB\xBFProvider,Today"));
        page.desk.settings->setExportByteOrderMark(false);
        const QByteArray csv = write("b.csv");
        QVERIFY(csv.startsWith("Provider,Today"));
        QVERIFY(csv.contains("Ärger,$8B"));
        const auto json = nlohmann::json::parse(write("c.json").toStdString());
        QVERIFY(json.dump().find("Overflow") != std::string::npos);
        QVERIFY(write("d.md").contains("| beta"));
        QVERIFY(write("e.xlsx").startsWith("PK"));
        QProcess unzip;
        unzip.start(QStringLiteral("unzip"),
                    {QStringLiteral("-p"), page.file("e.xlsx"), QStringLiteral("xl/sharedStrings.xml")});
        if (unzip.waitForStarted(2000) && unzip.waitForFinished())
            QVERIFY(unzip.readAllStandardOutput().contains("Gamma 10"));
        // The kind that is chosen in the dialog decides, not the name that it suggests.
        dialogs::setNextFilter(QStringLiteral("Excel workbook (*.xlsx)"));
        dialogs::setNextPaths({page.file("f.csv")});
        action->trigger();
        QVERIFY(page.waitForFile(page.file("f.xlsx")));
        QVERIFY(bytesOf(page.file("f.xlsx")).startsWith("PK"));
        QVERIFY(!QFile::exists(page.file("f.csv")));
        // A path that cannot be written becomes an issue, not a box.
        dialogs::setNextPaths({page.file("none/x.csv")});
        action->trigger();
        QVERIFY(QTest::qWaitFor([&] { return page.desk.issues->rowCount() == 1; }));
    }

    void allListedTablesGoIntoOneFile() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.settle());
        QAction* action = page.desk.actions->find(QStringLiteral("tables.exportListed"));
        const QString json = page.file("all.json");
        dialogs::setNextPaths({json});
        action->trigger();
        QVERIFY(page.waitForFile(json));
        const auto parsed = nlohmann::json::parse(bytesOf(json).toStdString());
        QCOMPARE(parsed.size(), 3U);
        const QString workbook = page.file("all.xlsx");
        dialogs::setNextPaths({workbook});
        action->trigger();
        QVERIFY(page.waitForFile(workbook));
        QProcess unzip;
        unzip.start(QStringLiteral("unzip"), {QStringLiteral("-l"), workbook});
        if (unzip.waitForStarted(2000) && unzip.waitForFinished())
            QVERIFY(unzip.readAllStandardOutput().contains("sheet3.xml"));
    }

    void aTableWithoutFiguresNeedsNoChart() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.open("Strategies"));
        QVERIFY(!page.workspace.page().chart().isVisible());
        QVERIFY(!page.desk.actions->find(QStringLiteral("tables.chart"))->isEnabled());
        QVERIFY(page.open("Revenue by provider"));
        QVERIFY(page.workspace.page().chart().isVisible());
        // Beside it the table keeps the greater part.
        page.workspace.resize(1500, 800);
        const auto* grid = page.workspace.findChild<QWidget*>(QStringLiteral("tableGrid"));
        QTRY_VERIFY2(grid->width() > page.workspace.page().chart().width() * 13 / 10,
                     qPrintable(QString::number(grid->width())));
    }

    void anEmptyLibrarySaysWhereTablesComeFrom() {
        Page page({});
        QVERIFY(QTest::qWaitFor([&] {
            auto* button = page.workspace.findChild<QPushButton*>(QStringLiteral("openLibrary"));
            return button->isVisible();
        }));
        QSignalSpy spy(&page.workspace, &Workspace::openPlace);
        QTest::mouseClick(page.workspace.findChild<QPushButton*>(QStringLiteral("openLibrary")),
                          Qt::LeftButton);
        QCOMPARE(spy.first().first().value<Place>().workspace, QStringLiteral("library"));
    }

    void whatWasChosenSurvivesARestart() {
        QJsonObject state;
        {
            Page page(parallax::ui::testing::samples());
            QVERIFY(page.open("Revenue by provider"));
            page.workspace.page().grid().setColumnHidden(3, true);
            page.workspace.page().setChartShown(false);
            state = page.workspace.saveState();
        }
        Page page(parallax::ui::testing::samples());
        page.workspace.restoreState(state);
        QVERIFY(QTest::qWaitFor([&] {
            const auto& table = page.workspace.page().table();
            return table && table->stored.row.caption == "Revenue by provider";
        }));
        QVERIFY(!page.workspace.page().chart().isVisible());
        QCOMPARE(page.workspace.page().grid().shownColumns(), (std::vector<int>{0, 1, 2}));
    }

    void hundredThousandRowsSortAndFilterOffTheWindowsThread() {
        data::Table big = parallax::ui::samples::table("Big", {"Name", "Value", "Note"}, {});
        for (int i = 0; i < 100'000; ++i)
            big.rows.push_back({{"Row " + std::to_string(i), {}, {}},
                                {std::to_string((i * 7919) % 100'003) + " ms", {}, {}},
                                {i % 2 != 0 ? "odd" : "even", {}, {}}});
        TableModel model;
        model.setTable(parallax::ui::samples::prepared(big));
        model.sort(1, Qt::AscendingOrder);
        if (model.isBusy())                  // on a busy machine the other thread may be done first
            QCOMPARE(model.sourceRow(1), 1); // still the earlier order
        model.sort(1, Qt::DescendingOrder);  // a change of mind replaces the first
        QVERIFY(QTest::qWaitFor([&] { return !model.isBusy(); }, 20000));
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.index(row - 1, 1).data(TableModel::FigureRole).toDouble() >=
                    model.index(row, 1).data(TableModel::FigureRole).toDouble());
        model.setFilter(QStringLiteral("note:odd value<10"));
        QVERIFY(QTest::qWaitFor([&] { return !model.isBusy(); }, 20000));
        QVERIFY(model.rowCount() > 0 && model.rowCount() <= 10);
        QAbstractItemModelTester tester(&model);
    }

    void anEmptyFilterHasNothingToClear() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.settle());
        auto* filter = page.workspace.findChild<QLineEdit*>(QStringLiteral("rowFilter"));
        filter->setText(QStringLiteral("zzz"));
        QTest::qWait(200);
        auto* list = page.workspace.findChild<QListView*>(QStringLiteral("tableList"));
        const auto shown = page.workspace.page().table();
        for (int row = 0; row < list->model()->rowCount() && page.workspace.page().table() == shown; ++row) {
            list->setCurrentIndex(list->model()->index(row, 0));
            QTest::qWait(100);
        }
        QVERIFY(page.workspace.page().table() != shown);
        QVERIFY(filter->text().isEmpty());
        auto* clear = filter->findChild<QToolButton*>(QStringLiteral("_q_qlineeditclearbutton"));
        if (clear == nullptr)
            for (QToolButton* button : filter->findChildren<QToolButton*>())
                if (button->x() > filter->width() / 2)
                    clear = button;
        QVERIFY(clear != nullptr);
        QTRY_VERIFY(!clear->isEnabled() || clear->property("opacity").toReal() < 0.1 || clear->isHidden());
    }

    void aPictureOfAChartHasItsTablesName() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.settle());
        auto* chart = page.workspace.page().findChild<ChartPanel*>();
        QVERIFY(!chart->chartData().title.isEmpty());
        chart->chooseExport();
        auto* dialog = chart->findChild<QFileDialog*>();
        QTRY_VERIFY(dialog != nullptr && dialog->isVisible());
        QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(),
                 fileNameFrom(chart->chartData().title, {}) + QStringLiteral(".png"));
        dialog->reject();
    }

    void everyShortcutIsItsOwn() {
        Page page(parallax::ui::testing::samples());
        QCOMPARE(page.desk.actions->shortcutConflicts(), QStringList());
    }

    void everyControlHasAName() {
        Page page(parallax::ui::testing::samples());
        QVERIFY(page.settle());
        for (const QAbstractButton* button : page.workspace.findChildren<QAbstractButton*>())
            if (button->isVisible() && button->inherits("QToolButton") &&
                !button->parent()->inherits("QLineEdit"))
                QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                         qPrintable(button->parent()->objectName()));
    }
};

PARALLAX_WIDGET_TEST(TestTablesWorkspace)

} // namespace test_tables_workspace
#include "test_tables_workspace.moc"
