// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include "tests/test_program.h"
#include "tests/ui/tables/workspace_fixture.h"
#include "ui/common/chart_panel.h"
#include "ui/common/dialogs.h"
#include "ui/projections/projection_model.h"
#include "ui/projections/projections_workspace.h"

namespace test_projections {

using namespace parallax;
using namespace parallax::ui;
using parallax::ui::testing::Desk;

namespace {

data::MarketFigure figure(const char* subject, const char* now, double current, const char* later,
                          double projected, const char* stated, data::TableId table = 1) {
    data::MarketFigure made;
    made.table = table;
    made.article = table;
    made.edition = table;
    made.block = 4;
    made.measure = "Revenue " + std::to_string(table);
    made.subject = subject;
    made.currentHeader = "Today";
    made.projectedHeader = "Outlook";
    made.currentText = now;
    made.projectedText = later;
    made.current = current;
    made.projected = projected;
    made.change = 100 * (projected / current - 1);
    made.unit = "$";
    made.statedChange = stated;
    made.source = table == 1 ? "The Ledger" : "Cloud Weekly";
    made.archiveMonth = "2026-04";
    made.language = data::Language::English;
    made.articleTitle = "An article";
    return made;
}

std::vector<data::MarketFigure> figures() {
    return {figure("Alpha", "$15B", 15e9, "$18B", 18e9, "+20%"),
            figure("Beta", "$8B", 8e9, "$14B", 14e9, "+75%"), figure("Gamma", "$4B", 4e9, "$5B", 5e9, "+60%"),
            figure("Delta", "$2B", 2e9, "$3B", 3e9, ""), figure("One", "$1B", 1e9, "$3B", 3e9, "+200%", 2)};
}

QString cell(const ProjectionModel& model, int row, int column) {
    QString text = model.index(row, column).data().toString();
    return text.replace(QChar(0xA0), QLatin1Char(' '));
}

} // namespace

class TestProjections : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { parallax::ui::testing::dress(ThemeChoice::Light, QStringLiteral("en")); }

    void aRoundedFigureStandsForAnInterval_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const auto row = [](const char* text, double value, double low, double high) {
            QTest::newRow(text) << QByteArray(text) << value << low << high;
        };
        row("$15B", 15e9, 14.5e9, 15.5e9);
        row("$1.5B", 1.5e9, 1.45e9, 1.55e9);
        row("about 12,500 units", 12500, 12499.5, 12500.5);
        row("0.05%", 0.05, 0.045, 0.055);
        row("0", 0, -0.5, 0.5);
        row("-5%", -5, -5.5, -4.5);
        row("５億", 5e8, 5e8, 5e8); // full-width digits: taken as exact
        row("", 7, 7, 7);
        row("$18B (+20%)", 18e9, 17.5e9, 18.5e9);
    }
    void aRoundedFigureStandsForAnInterval() {
        QFETCH(QByteArray, text);
        QFETCH(double, value);
        QFETCH(double, low);
        QFETCH(double, high);
        const WrittenInterval interval = writtenInterval(text.toStdString(), value);
        QVERIFY(std::abs(interval.low - low) <= 1e-6 * std::max(1.0, std::abs(low)));
        QVERIFY(std::abs(interval.high - high) <= 1e-6 * std::max(1.0, std::abs(high)));
    }

    void onlyAChangeBeyondRoundingIsMarked() {
        QCOMPARE(compareChange(figure("a", "$15B", 15e9, "$18B", 18e9, "+20%")).agreement, Agreement::Agrees);
        QCOMPARE(compareChange(figure("a", "$15B", 15e9, "$18B", 18e9, "+27%")).agreement, Agreement::Agrees);
        QCOMPARE(compareChange(figure("a", "$15B", 15e9, "$18B", 18e9, "+35%")).agreement,
                 Agreement::Differs);
        QCOMPARE(compareChange(figure("a", "$15.0B", 15e9, "$18.0B", 18e9, "+27%")).agreement,
                 Agreement::Differs);
        QCOMPARE(compareChange(figure("a", "$4B", 4e9, "$3B", 3e9, "-25%")).agreement, Agreement::Agrees);
        QCOMPARE(compareChange(figure("a", "$4B", 4e9, "$3B", 3e9, "+25%")).agreement, Agreement::Differs);
        QCOMPARE(compareChange(figure("a", "$15B", 15e9, "$18B", 18e9, "")).agreement, Agreement::Unknown);
        QCOMPARE(compareChange(figure("a", "$15B", 15e9, "$18B", 18e9, "a lot")).agreement,
                 Agreement::Unknown);
        QCOMPARE(compareChange(figure("a", "$0B", 0, "$18B", 18e9, "+20%")).agreement, Agreement::Unknown);
        QCOMPARE(compareChange(figure("a", "$15B", 15e9, "$18B", 18e9, "+10-20%")).agreement,
                 Agreement::Agrees);
    }

    void aRangeAllowsWhatItsEndsAllow() {
        const auto agreement = [](const char* stated) {
            return compareChange(figure("a", "$5-7B", 6e9, "$10-14B", 12e9, stated)).agreement;
        };
        QCOMPARE(agreement("+180%"), Agreement::Agrees); // from 5 to 14
        QCOMPARE(agreement("+45%"), Agreement::Agrees);  // from 7 to 10
        QCOMPARE(agreement("+10%"), Agreement::Differs);
        QCOMPARE(agreement("+250%"), Agreement::Differs);
    }

    void sharesChangeByPoints() {
        const auto share = [](const char* stated) {
            data::MarketFigure made = figure("a", "30%", 30, "35%", 35, stated);
            made.unit = "%";
            made.change = 5;
            return made;
        };
        QCOMPARE(compareChange(share("+5pp")).agreement, Agreement::Agrees);
        QCOMPARE(compareChange(share("+8pp")).agreement, Agreement::Differs);
        QCOMPARE(compareChange(share("+5%")).agreement, Agreement::Agrees);  // points, not called so
        QCOMPARE(compareChange(share("+17%")).agreement, Agreement::Agrees); // or relative
        QCOMPARE(compareChange(share("+30%")).agreement, Agreement::Differs);
        QCOMPARE(compareChange(figure("a", "$15B", 15e9, "$18B", 18e9, "+20pp")).agreement,
                 Agreement::Unknown);
        ProjectionModel model;
        model.setFigures({share("+5pp")});
        QCOMPARE(cell(model, 1, ProjectionModel::Change), QStringLiteral("+5.0 pp"));
    }

    void figuresStandInGroupsWithATotal() {
        ProjectionModel model;
        QAbstractItemModelTester tester(&model);
        model.setFigures(figures());
        QCOMPARE(model.groupCount(), 2);
        QCOMPARE(model.rowCount(), 1 + 4 + 1 + 1 + 1);
        QCOMPARE(model.kind(0), ProjectionModel::RowKind::Heading);
        QCOMPARE(model.kind(5), ProjectionModel::RowKind::Total);
        QCOMPARE(cell(model, 1, ProjectionModel::Current), QStringLiteral("$15 billion"));
        QCOMPARE(cell(model, 1, ProjectionModel::Change), QStringLiteral("+20.0%"));
        QCOMPARE(cell(model, 5, ProjectionModel::Current), QStringLiteral("$29 billion"));
        QCOMPARE(cell(model, 5, ProjectionModel::Projected), QStringLiteral("$40 billion"));
        QCOMPARE(cell(model, 5, ProjectionModel::Change), QStringLiteral("+37.9%"));
        QCOMPARE(cell(model, 3, ProjectionModel::Stated), QStringLiteral("△ +60%")); // 4 to 5 is 13 to 57 %
        QVERIFY(!cell(model, 1, ProjectionModel::Stated).contains(QStringLiteral("△")));
        QVERIFY(!model.index(3, ProjectionModel::Stated).data(Qt::ToolTipRole).toString().isEmpty());
    }

    void whatCannotBeAddedHasNoTotal() {
        ProjectionModel model;
        auto mixed = figures();
        mixed[1].unit = "€";
        model.setFigures(mixed);
        QCOMPARE(model.rowCount(), 1 + 4 + 1 + 1);
        auto shares = figures();
        for (auto& one : shares)
            one.unit = "%";
        model.setFigures(shares);
        QCOMPARE(model.rowCount(), 1 + 4 + 1 + 1);
        auto own = figures();
        own[3].subject = "Total";
        model.setFigures(own);
        QCOMPARE(model.rowCount(), 1 + 4 + 1 + 1);
    }

    void bareCountsAndOtherPeriodsAreNotAddedUp() {
        ProjectionModel model;
        auto wafers = figures();
        for (auto& one : wafers)
            one.unit.clear();
        model.setFigures(wafers);
        QCOMPARE(model.rowCount(), 1 + 4 + 1 + 1);
        auto markets = figures();
        for (auto& one : markets)
            one.projectedText += " (2030)";
        model.setFigures(markets); // all end in one year
        QCOMPARE(model.kind(5), ProjectionModel::RowKind::Total);
        markets[2].projectedText = "$5B (2028)";
        model.setFigures(markets);
        QCOMPARE(model.rowCount(), 1 + 4 + 1 + 1);
        auto prices = figures();
        for (auto& one : prices)
            one.unit = "$/GPU-hour";
        model.setFigures(prices);
        QCOMPARE(model.rowCount(), 1 + 4 + 1 + 1);
    }

    void whatRoundsToNothingHasNoSign() {
        QCOMPARE(changeText(-0.0012), QStringLiteral("0.0%"));
        QCOMPARE(changeText(0.04), QStringLiteral("0.0%"));
        QCOMPARE(changeText(-0.06), QString(QChar(0x2212)) + QStringLiteral("0.1%"));
        ProjectionModel model;
        model.setFigures({figure("Alpha", "$500.043B", 500.043e9, "$500.037B", 500.037e9, "")});
        QCOMPARE(model.asTable().rows[0][5].text, std::string("0.0%"));
    }

    void sortingStaysWithinGroups() {
        ProjectionModel model;
        QAbstractItemModelTester tester(&model);
        model.setFigures(figures());
        model.sort(ProjectionModel::Change, Qt::DescendingOrder);
        QCOMPARE(cell(model, 1, 0), QStringLiteral("Beta"));
        QCOMPARE(cell(model, 4, 0), QStringLiteral("Alpha"));
        QCOMPARE(cell(model, 7, 0), QStringLiteral("One"));
        model.sort(ProjectionModel::Subject, Qt::AscendingOrder);
        QCOMPARE(cell(model, 3, 0), QStringLiteral("Delta"));
        QCOMPARE(model.chart(0).categories[2], QStringLiteral("Delta"));
    }

    void anArticleInSeveralLanguagesCountsOnce() {
        auto both = figures();
        auto chinese = figure("甲", "$15B", 15e9, "$18B", 18e9, "+20%", 3);
        chinese.article = 1;
        chinese.language = data::Language::TraditionalChinese;
        both.push_back(chinese);
        ProjectionModel model;
        model.setFigures(both);
        QCOMPARE(model.groupCount(), 2);
        QCOMPARE(cell(model, 1, 0), QStringLiteral("Alpha"));
        model.setFilter(
            {{}, {}, {}, data::Language::SimplifiedChinese}); // the other script is nearer than English
        QCOMPARE(model.groupCount(), 2);
        QCOMPARE(cell(model, 3, 0), QStringLiteral("甲"));
    }

    void theChartSetsCurrentBesideProjected() {
        ProjectionModel model;
        model.setFigures(figures());
        const ChartData chart = model.chart(0);
        QCOMPARE(chart.series.size(), 2);
        QCOMPARE(chart.series[0].values, (QVector<double>{15e9, 8e9, 4e9, 2e9}));
        QCOMPARE(chart.series[1].notes[1], QStringLiteral("+75.0%"));
        QVERIFY(model.chart(9).series.isEmpty());
    }

    void theWorkspaceReadsFiltersAndLeadsToTheSource() {
        auto articles = parallax::ui::testing::samples();
        Desk desk(articles);
        ProjectionsWorkspace workspace(*desk.context, nullptr);
        workspace.resize(1300, 800);
        workspace.show();
        QVERIFY(QTest::qWaitFor([&] { return workspace.model().groupCount() == 1; }, 5000));
        QVERIFY(workspace.view().isVisible());
        QCOMPARE(workspace.model().firstOf(0).measure, std::string("Revenue by provider"));
        QCOMPARE(workspace.chart().chartData().categories.first(), QStringLiteral("Alpha"));
        QSignalSpy spy(&workspace, &Workspace::openPlace);
        workspace.view().setCurrentIndex(workspace.model().index(2, ProjectionModel::Projected));
        QTest::keyClick(&workspace.view(), Qt::Key_Return);
        QCOMPARE(spy.size(), 1);
        const Place place = spy.first().first().value<Place>();
        QCOMPARE(place.workspace, QStringLiteral("library"));
        QCOMPARE(place.detail[QLatin1String("quote")].toString(), QStringLiteral("$18B (+20%)"));
        desk.actions->find(QStringLiteral("projections.openTable"))->trigger();
        QCOMPARE(spy.last().first().value<Place>().workspace, QStringLiteral("tables"));

        auto* filter = workspace.findChild<QLineEdit*>(QStringLiteral("figureFilter"));
        QTest::keyClicks(filter, QStringLiteral("beta"));
        QVERIFY(QTest::qWaitFor([&] { return workspace.model().rowCount() == 2; }));
        QTest::keyClicks(filter, QStringLiteral("zzz"));
        QVERIFY(QTest::qWaitFor([&] { return workspace.model().rowCount() == 0; }));
        filter->clear();
        QVERIFY(QTest::qWaitFor([&] { return workspace.model().rowCount() > 3; }));

        workspace.view().selectRow(1);
        QTest::keyClick(&workspace.view(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("Alpha")));
        QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("beta")));
        const QString path = desk.folder.filePath(QStringLiteral("figures.csv"));
        dialogs::setNextPaths({path});
        desk.actions->find(QStringLiteral("projections.export"))->trigger();
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(path); }));
        QCOMPARE(desk.actions->shortcutConflicts(), QStringList());
    }

    void aLibraryWithoutFiguresLeadsToTables() {
        Desk desk({});
        ProjectionsWorkspace workspace(*desk.context, nullptr);
        workspace.resize(900, 600);
        workspace.show();
        auto* button = workspace.findChild<QPushButton*>(QStringLiteral("openTables"));
        QVERIFY(QTest::qWaitFor([&] { return button->isVisible(); }, 5000));
        QSignalSpy spy(&workspace, &Workspace::openPlace);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(spy.first().first().value<Place>().workspace, QStringLiteral("tables"));
    }
};

PARALLAX_WIDGET_TEST(TestProjections)

} // namespace test_projections
#include "test_projections.moc"
