// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGraphicsView>
#include <QImage>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QXmlStreamReader>

#include "tests/test_program.h"
#include "tests/ui/chart/chart_samples.h"
#include "ui/common/chart_legend.h"
#include "ui/common/chart_panel.h"
#include "ui/common/chart_plot.h"
#include "ui/common/fonts.h"
#include "ui/common/theme.h"

namespace test_chart_panel {

using namespace parallax::ui;

// The panel as a person uses it: mouse, keys, legend, export.
class TestChartPanel : public QObject {
    Q_OBJECT

    static QGraphicsView* view(const ChartPanel& panel) { return panel.findChild<QGraphicsView*>(); }
    static const ChartGeometry& geometry(const ChartPanel& panel) {
        return static_cast<ChartPlot*>(view(panel)->scene())->geometry();
    }
    static void show(ChartPanel& panel, const ChartData& chart) {
        panel.resize(640, 420);
        panel.setData(chart);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
    }

  private Q_SLOTS:
    void initTestCase() {
        auto& application = *qobject_cast<QApplication*>(QCoreApplication::instance());
        application.setFont(interfaceFont(QStringLiteral("en"), 100));
        applyTheme(application, ThemeChoice::Light, 100, false);
    }
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aClickOnABarTellsWhich() {
        ChartPanel panel;
        show(panel, samples::revenue());
        QSignalSpy spy(&panel, &ChartPanel::categoryActivated);
        for (const auto& [category, series] : {std::pair(1, 0), std::pair(1, 1), std::pair(3, 1)}) {
            QTest::mouseClick(view(panel)->viewport(), Qt::LeftButton, {},
                              geometry(panel).bar(category, series).center().toPoint());
            QCOMPARE(spy.last(), (QList<QVariant>{category, series}));
        }
        QTest::mouseClick(view(panel)->viewport(), Qt::LeftButton, {}, QPoint(2, 2)); // beside the plot
        QCOMPARE(spy.size(), 3);
    }

    void theMouseMovesTheCrosshairAndLeavingHidesIt() {
        ChartPanel panel;
        show(panel, samples::revenue());
        QTest::mouseMove(view(panel)->viewport(), geometry(panel).slot(2).center().toPoint());
        QCOMPARE(panel.currentCategory(), 2);
        QVERIFY(panel.findChild<QGraphicsView*>()->accessibleDescription().contains(QStringLiteral("GCP")));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view(panel), &leave);
        QCOMPARE(panel.currentCategory(), -1);
    }

    void arrowKeysReachEveryValueAndEnterOpensIt() {
        ChartPanel panel;
        show(panel, samples::revenue());
        QSignalSpy spy(&panel, &ChartPanel::categoryActivated);
        auto* target = view(panel);
        target->setFocus();
        QTest::keyClick(target, Qt::Key_Right);
        QCOMPARE(panel.currentCategory(), 0);
        QTest::keyClick(target, Qt::Key_Right);
        QTest::keyClick(target, Qt::Key_Down);
        QCOMPARE(panel.currentCategory(), 1);
        QCOMPARE(panel.currentSeries(), 1);
        QVERIFY(target->accessibleDescription().contains(QStringLiteral("AWS")));
        QVERIFY(target->accessibleDescription().contains(QStringLiteral("$14")));
        QTest::keyClick(target, Qt::Key_Return);
        QCOMPARE(spy.last(), (QList<QVariant>{1, 1}));
        QTest::keyClick(target, Qt::Key_End);
        QCOMPARE(panel.currentCategory(), 3);
        QTest::keyClick(target, Qt::Key_Right); // the end is the end
        QCOMPARE(panel.currentCategory(), 3);
        QTest::keyClick(target, Qt::Key_Home);
        QCOMPARE(panel.currentCategory(), 0);
        QTest::keyClick(target, Qt::Key_Escape);
        QCOMPARE(panel.currentCategory(), -1);
    }

    void theLegendHidesSeriesAndKeepsTheLast() {
        ChartPanel panel;
        show(panel, samples::revenue());
        const auto keys = panel.findChildren<ChartLegendButton*>();
        QCOMPARE(keys.size(), 2);
        QCOMPARE(keys[0]->accessibleName(), QStringLiteral("Current"));
        QTest::mouseClick(keys[0], Qt::LeftButton);
        QVERIFY(panel.isSeriesHidden(0));
        QVERIFY(geometry(panel).bar(0, 0).isEmpty());
        QTest::mouseClick(panel.findChildren<ChartLegendButton*>()[1], Qt::LeftButton);
        QVERIFY(!panel.isSeriesHidden(1));
        // New figures of the same series: what was hidden stays hidden.
        ChartData changed = samples::revenue();
        changed.series[0].values[0] = 1e9;
        panel.setData(changed);
        QVERIFY(panel.isSeriesHidden(0));
        panel.setSeriesHidden(0, false);
        QVERIFY(!geometry(panel).bar(0, 0).isEmpty());
    }

    void aDragZoomsInAndTheWayBackIsKept() {
        ChartPanel panel;
        show(panel, samples::years());
        auto* target = view(panel)->viewport();
        const auto at = [&](int category) {
            return QPointF(geometry(panel).categoryCentre(category), geometry(panel).plot().center().y())
                .toPoint();
        };
        QTest::mousePress(target, Qt::LeftButton, {}, at(2));
        QTest::mouseMove(target, at(8));
        QTest::mouseRelease(target, Qt::LeftButton, {}, at(8));
        QCOMPARE(panel.firstVisible(), 2);
        QCOMPARE(panel.lastVisible(), 8);
        panel.zoomTo(4, 6);
        QCOMPARE(panel.firstVisible(), 4);
        panel.zoomBack();
        QCOMPARE(panel.firstVisible(), 2);
        panel.zoomTo(3, 5);
        panel.zoomReset();
        QCOMPARE(panel.firstVisible(), 0);
        QCOMPARE(panel.lastVisible(), 11);
        panel.zoomBack(); // nothing to go back to
        QCOMPARE(panel.lastVisible(), 11);
        panel.zoomTo(3, 5);
        panel.setData(samples::revenue()); // other data has other categories
        QCOMPARE(panel.firstVisible(), 0);
        QCOMPARE(panel.lastVisible(), 3);
    }

    void theSummarySaysWhatTheChartShows() {
        ChartPanel panel;
        show(panel, samples::revenue());
        QString summary = panel.summary();
        summary.replace(QChar(0xA0), QLatin1Char(' '));
        QVERIFY2(summary.contains(QStringLiteral("$18 billion (Azure, Projected)")), qPrintable(summary));
        QVERIFY2(summary.contains(QStringLiteral("$2 billion (Others (Oracle, etc.), Current)")),
                 qPrintable(summary));
        QCOMPARE(panel.accessibleDescription(), panel.summary());
        panel.setData(samples::changes());
        QVERIFY(panel.summary().contains(QStringLiteral("One value is missing")));
    }

    void theFiguresStandInATableOnDemand() {
        ChartPanel panel;
        show(panel, samples::revenue());
        auto* table = panel.findChild<QTableView*>(QStringLiteral("chartTable"));
        QVERIFY(table != nullptr && !table->isVisible());
        panel.setShownAsTable(true);
        QVERIFY(table->isVisible() && !view(panel)->isVisible());
        QAbstractItemModelTester tester(table->model());
        const ChartData& chart = panel.chartData();
        QCOMPARE(table->model()->rowCount(), chart.categories.size());
        QCOMPARE(table->model()->columnCount(), chart.series.size());
        QCOMPARE(table->model()->headerData(1, Qt::Vertical).toString(), chart.categories[1]);
        QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), chart.series[0].name);
        QString first = table->model()->index(0, 0).data().toString();
        first.replace(QChar(0xA0), QLatin1Char(' '));
        QCOMPARE(first, QStringLiteral("$15 billion"));
        panel.setSeriesHidden(0, true);
        QCOMPARE(table->model()->columnCount(), chart.series.size() - 1);
        QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), chart.series[1].name);
        table->setFocus();
        QTest::keySequence(table, QKeySequence::Copy);
        const QString copied = QApplication::clipboard()->text();
        QVERIFY(copied.contains(chart.categories[1] + QLatin1Char('\t') +
                                table->model()->index(1, 0).data().toString()));
        panel.setShownAsTable(false);
        QVERIFY(!table->isVisible() && view(panel)->isVisible());
    }

    void nothingToDrawIsSaidInWords() {
        ChartPanel panel;
        panel.setEmptyText(QStringLiteral("Nothing here"));
        show(panel, {});
        QVERIFY(!view(panel)->isVisible());
        QVERIFY(!panel.summary().isEmpty());
    }

    void everyButtonHasAName() {
        ChartPanel panel;
        show(panel, samples::years());
        const auto buttons = panel.findChildren<QAbstractButton*>();
        QVERIFY(buttons.size() >= 6);
        for (const QAbstractButton* button : buttons)
            QVERIFY(!button->accessibleName().isEmpty());
    }

    void pngHasTwiceThePixels() {
        QTemporaryDir folder;
        ChartPanel panel;
        show(panel, samples::revenue());
        const QString path = folder.filePath(QStringLiteral("chart.png"));
        panel.exportTo(path);
        const QImage image(path);
        QVERIFY(image.width() >= 2 * 640);
        QCOMPARE(QColor(image.pixel(2, 2)), QColor(Qt::white)); // paper, whatever the theme
    }

    void svgNamesItsFontsAndHoldsItsTexts() {
        QTemporaryDir folder;
        ChartPanel panel;
        show(panel, samples::revenue(true));
        panel.setFont(interfaceFont(QStringLiteral("zh_TW"), 100));
        const QString path = folder.filePath(QStringLiteral("chart.svg"));
        panel.exportTo(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader reader(&file);
        QString texts;
        int fonts = 0;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement() && reader.attributes().hasAttribute(QLatin1String("font-family"))) {
                ++fonts;
                const auto families = reader.attributes().value(QLatin1String("font-family"));
                QVERIFY2(families.contains(QLatin1String("Noto Sans CJK TC")),
                         qPrintable(families.toString()));
                QVERIFY(families.endsWith(QLatin1String("sans-serif")));
            }
            if (reader.isCharacters())
                texts += reader.text();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(fonts > 5);
        QVERIFY(texts.contains(QStringLiteral("雲端業者的人工智慧營收")));
        QVERIFY(texts.contains(QStringLiteral("+75%")));
    }

    void pdfIsOnePageWithEmbeddedFonts() {
        QTemporaryDir folder;
        ChartPanel panel;
        show(panel, samples::revenue(true));
        const QString path = folder.filePath(QStringLiteral("chart.PDF"));
        panel.exportTo(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.contains("/Count 1"));
        QVERIFY(bytes.contains("/FontFile2") || bytes.contains("/FontFile3"));
        QVERIFY(bytes.contains("NotoSansCJK") || bytes.contains("Noto#20Sans"));
    }

    void aFileThatCannotBeWrittenIsAnErrorAndLeavesTheOldOne() {
        QTemporaryDir folder;
        ChartPanel panel;
        show(panel, samples::revenue());
        QVERIFY_EXCEPTION_THROWN(panel.exportTo(folder.filePath(QStringLiteral("none/chart.png"))),
                                 parallax::Error);
        QVERIFY_EXCEPTION_THROWN(panel.exportTo(folder.filePath(QStringLiteral("chart.bmp"))),
                                 parallax::Error);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("chart.bmp"))));
    }

    void theImageGoesToTheClipboard() {
        ChartPanel panel;
        show(panel, samples::revenue());
        panel.copyImage();
        QVERIFY(QApplication::clipboard()->image().width() >= 1280);
    }
};

PARALLAX_WIDGET_TEST(TestChartPanel)

} // namespace test_chart_panel
#include "test_chart_panel.moc"
