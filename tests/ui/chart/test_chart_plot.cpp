// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBarSeries>
#include <QChart>
#include <QFontMetricsF>
#include <QPainter>
#include <QTest>
#include <QXYSeries>

#include <random>

#include "tests/test_program.h"
#include "tests/ui/chart/chart_look.h"
#include "tests/ui/chart/chart_samples.h"
#include "ui/common/chart_plot.h"
#include "ui/common/chart_style.h"

namespace test_chart_plot {

using namespace parallax::ui;

class TestChartPlot : public QObject {
    Q_OBJECT

    static ChartData randomChart(std::mt19937& random) {
        std::uniform_int_distribution<int> categories(1, 24);
        std::uniform_int_distribution<int> series(1, 5);
        std::uniform_real_distribution<double> value(-1, 3);
        ChartData chart;
        chart.unit = QStringLiteral("$");
        const int count = categories(random);
        for (int c = 0; c < count; ++c)
            chart.categories.append(QStringLiteral("Category %1 of a rather long name").arg(c));
        const int lines = series(random);
        for (int s = 0; s < lines; ++s) {
            ChartSeries one{QStringLiteral("Series %1").arg(s), {}, {}, {}, {}};
            for (int c = 0; c < count; ++c)
                one.values.append(random() % 7 == 0 ? samples::gap : value(random) * 1e9);
            chart.series.append(one);
        }
        chart.kind = static_cast<ChartKind>(random() % 4);
        return chart;
    }

  private Q_SLOTS:
    void noTwoLabelsOverlapAndNoneLeavesThePicture() {
        std::mt19937 random(11);
        int labels = 0;
        for (int i = 0; i < 200; ++i) {
            ChartPlot plot;
            const QSizeF size(200 + double(random() % 900), 150 + double(random() % 500));
            plot.setSize(size);
            plot.setContent(randomChart(random), {});
            labels += static_cast<int>(plot.valueLabels().size());
            const QStringList problems = parallax::ui::testing::chartProblems(plot);
            QVERIFY2(problems.isEmpty(), qPrintable(QStringLiteral("chart %1 of %2×%3: %4")
                                                        .arg(i)
                                                        .arg(size.width())
                                                        .arg(size.height())
                                                        .arg(problems.join(QStringLiteral("; ")))));
        }
        QVERIFY(labels > 500);
    }

    void aBarBelowZeroHasItsValueWhereNamesStandAtItsEnd() {
        ChartData chart;
        chart.unit = QStringLiteral("%");
        chart.kind = ChartKind::HorizontalBars;
        chart.categories = {
            QStringLiteral("Median Latency (500 tokens)"), QStringLiteral("Throughput (req/s, 8x H100)"),
            QStringLiteral("Cost per 1M tokens (GPT-4o)"), QStringLiteral("Availability SLA")};
        chart.series = {
            {QStringLiteral("Delta"), {13, -6, 0, 0.05}, {6, -8, 0, 0.05}, {20, -4, 0, 0.05}, {}}};
        ChartPlot plot;
        for (const double width : {300.0, 350.0, 500.0, 900.0}) {
            plot.setSize({width, 500});
            plot.setContent(chart, {});
            QCOMPARE(plot.valueLabels().size(), 4);
        }
    }

    void theNumbersOfALowAxisStandApart() {
        for (double height = 60; height < 260; height += 5) {
            ChartPlot plot;
            plot.setSize({400, height});
            plot.setContent(samples::revenue(), {});
            const QStringList problems = parallax::ui::testing::chartProblems(plot);
            QVERIFY2(problems.isEmpty(),
                     qPrintable(QStringLiteral("%1: ").arg(height) + problems.join(QStringLiteral("; "))));
        }
    }

    void noValueOfALineLiesUponALineOrAPoint() {
        ChartPlot plot;
        plot.setSize({560, 300});
        plot.setContent(samples::years(), {});
        QVERIFY(plot.valueLabels().size() >= 6); // at least each company's highest and lowest
        for (const PlacedLabel& label : plot.valueLabels()) {
            const QRectF ink = label.rect.adjusted(0, 3, 0, -3);
            for (const int s : plot.geometry().series())
                for (int c = plot.geometry().first(); c < plot.geometry().last(); ++c) {
                    const QPointF from = plot.geometry().point(c, s);
                    const QPointF to = plot.geometry().point(c + 1, s);
                    if (!std::isfinite(from.y()) || !std::isfinite(to.y()))
                        continue; // a gap
                    for (double share = 0; share <= 1; share += 0.02)
                        QVERIFY2(!ink.contains(from + share * (to - from)), qPrintable(label.text));
                }
        }
    }

    void theUnitOfALyingAxisHasALineOfItsOwnWhereItWouldLieUponANumber() {
        ChartPlot plot;
        ChartData chart = samples::longNames();
        chart.kind = ChartKind::HorizontalBars;
        chart.unit = QStringLiteral("US dollars at the prices of 2015");
        plot.setSize({560, 380});
        plot.setContent(chart, {});
        QCOMPARE(parallax::ui::testing::chartProblems(plot), QStringList());
        const QVector<PlacedLabel> texts = plot.texts();
        const auto unit = std::find_if(texts.begin(), texts.end(), [](const PlacedLabel& one) {
            return one.text.contains(QStringLiteral("US dollars"));
        });
        QVERIFY(unit != texts.end());
        QVERIFY(!unit->text.contains(QRegularExpression(QStringLiteral("^\\d"))));
    }

    void namesThatHaveNoRoomBeneathLieBesideTheirBars() { // but years may be left out in between
        ChartPlot plot;
        plot.setSize({260, 420});
        ChartData chart = samples::longNames();
        for (QString& name : chart.categories)
            name.truncate(9);
        plot.setContent(chart, {});
        QCOMPARE(plot.effectiveKind(), ChartKind::HorizontalBars);
        for (int c = 0; c < chart.categories.size(); ++c)
            chart.categories[c] = QString::number(2015 + c);
        plot.setContent(chart, {});
        QCOMPARE(plot.effectiveKind(), ChartKind::GroupedBars);
    }

    void everyBarOfAFewHasItsLabel() { // beside a bar that is nearly as high, too
        ChartData chart = samples::revenue();
        chart.series[0].values = {0.9e9, 15e9, 8e9, 4e9};
        chart.series[1].values = {1.2e9, 18e9, 14e9, 5e9};
        chart.series[1].notes = {QStringLiteral("+33.3%"), QStringLiteral("+20.0%"), QStringLiteral("+75.0%"),
                                 QStringLiteral("+25.0%")};
        for (const double width : {420.0, 520.0, 620.0, 900.0}) {
            ChartPlot plot;
            plot.setSize({width, 560});
            plot.setContent(chart, {});
            QCOMPARE(plot.effectiveKind(), ChartKind::GroupedBars);
            QVERIFY2(plot.valueLabels().size() == 8, qPrintable(QString::number(width)));
            // And each note is there, beneath its number where it has no room beside it.
            for (const QString& note : std::as_const(chart.series[1].notes))
                QVERIFY2(
                    std::ranges::any_of(plot.valueLabels(),
                                        [&](const PlacedLabel& label) { return label.text.endsWith(note); }),
                    qPrintable(QStringLiteral("%1: %2").arg(width).arg(note)));
            QCOMPARE(parallax::ui::testing::chartProblems(plot), QStringList());
        }
    }

    void ourBarsStandWhereQtChartsDrawsThem() {
        for (const ChartKind kind :
             {ChartKind::GroupedBars, ChartKind::StackedBars, ChartKind::HorizontalBars}) {
            ChartPlot plot;
            plot.setSize({600, 400});
            ChartData chart = samples::changes();
            chart.kind = kind;
            plot.setContent(chart, {});
            const QImage image = [&] {
                QImage made(600, 400, QImage::Format_RGB32);
                made.fill(Qt::white);
                QPainter painter(&made);
                plot.render(&painter);
                return made;
            }();
            for (int c = 0; c < chart.categories.size(); ++c) {
                const QRectF bar = plot.geometry().bar(c, 0); // the first series has no hatch
                if (bar.width() < 6 || bar.height() < 6)
                    continue;
                // Away from the middle, where a stack writes its value.
                const QPoint inside = (bar.topLeft() + QPointF(3, 3)).toPoint();
                QCOMPARE(QColor(image.pixel(inside)).name(), Theme::current().series[0].name());
            }
        }
    }

    void aHatchStaysWithinItsBar() { // without clipping, which SVG would lose
        const QRectF bar(40, 30, 37, 52);
        for (int series = 1; series < 6; ++series) {
            QImage image(120, 120, QImage::Format_RGB32);
            image.fill(Qt::black);
            QPainter painter(&image);
            paintHatch(painter, bar, seriesLook(Theme::light(), series), Qt::white);
            painter.end();
            int inside = 0;
            for (int y = 0; y < 120; ++y)
                for (int x = 0; x < 120; ++x) {
                    const bool painted = image.pixel(x, y) != QColor(Qt::black).rgb();
                    inside += painted;
                    if (painted)
                        QVERIFY(bar.adjusted(-2, -2, 2, 2).contains(x, y));
                }
            QVERIFY(inside > 20);
        }
    }

    void aBarWithoutAValueIsNoBar() {
        ChartPlot plot;
        plot.setSize({600, 400});
        plot.setContent(samples::changes(), {});
        QVERIFY(plot.geometry().bar(3, 0).isEmpty());
        QCOMPARE(plot.geometry().seriesAt(3, plot.geometry().slot(3).center()), 1);
    }

    void aHiddenSeriesLeavesTheAxisToTheOthers() {
        ChartPlot plot;
        plot.setSize({600, 400});
        ChartData chart = samples::revenue();
        chart.series[1].values = {900e9, 1, 1, 1};
        plot.setContent(chart, {});
        QVERIFY(plot.geometry().scale().maximum >= 900e9);
        plot.setHidden({1});
        QVERIFY(plot.geometry().scale().maximum < 30e9);
        QCOMPARE(plot.geometry().series(), QVector<int>{0});
        const auto bars = plot.chart().series();
        QCOMPARE(bars.size(), 1);
        QCOMPARE(qobject_cast<QBarSeries*>(bars.first())->count(), 1);
    }

    void linesHaveAGapWhereThereIsNoValue() {
        ChartPlot plot;
        plot.setSize({600, 400});
        plot.setContent(samples::years(), {});
        QCOMPARE(plot.chart().series().size(), 4); // the second company's line is in two pieces
    }

    void barsLieDownWhenTheirNamesAreTooLongToStandBeneath() {
        ChartPlot plot;
        plot.setSize({560, 400});
        plot.setContent(samples::longNames(), {});
        QCOMPARE(plot.effectiveKind(), ChartKind::HorizontalBars);
        plot.setContent(samples::revenue(), {});
        QCOMPARE(plot.effectiveKind(), ChartKind::GroupedBars);
    }

    void textIsWrappedWithoutLosingWords() {
        const QFontMetricsF metrics(QGuiApplication::font());
        const QString latin = QStringLiteral("one two three four five six");
        const QString han = QStringLiteral("台積電先進封裝與測試事業群");
        QCOMPARE(wrapText(latin, metrics.horizontalAdvance(latin) * 0.6, metrics, 3).join(QLatin1Char(' ')),
                 latin);
        QCOMPARE(wrapText(han, metrics.horizontalAdvance(han) * 0.6, metrics, 3).join(QString()), han);
        QVERIFY(wrapText(latin, metrics.horizontalAdvance(latin) * 0.2, metrics, 2)
                    .last()
                    .contains(QChar(0x2026)));
        QCOMPARE(wrapText(QString(), 100, metrics, 3), QStringList{QString()});
    }

    void oddDataIsDrawnOrLeftOutButNeverFatal() {
        constexpr double infinite = std::numeric_limits<double>::infinity();
        QVector<ChartData> odd(7);
        odd[1].categories = {QStringLiteral("a"), QStringLiteral("b")}; // no series
        odd[2].series = {{QStringLiteral("s"), {1, 2}, {}, {}, {}}};    // no categories
        odd[3] = samples::revenue();
        odd[3].series[0].values = {1}; // too short
        odd[4] = samples::revenue();
        odd[4].series[0].values = {infinite, -infinite, samples::gap, 1e308};
        odd[5] = samples::ranges();
        odd[5].series[0].low = {5};
        odd[5].series[0].high.clear();
        odd[6].categories = {QString()};
        odd[6].series = {{QString(), {0}, {}, {}, {}}};
        for (ChartData chart : odd)
            for (int kind = 0; kind < 4; ++kind) {
                chart.kind = static_cast<ChartKind>(kind);
                for (const QSizeF size : {QSizeF(500, 300), QSizeF(40, 30), QSizeF(1, 1)}) {
                    ChartPlot plot;
                    plot.setContent(chart, {});
                    plot.setSize(size);
                    plot.setPointer(0, 0);
                    QImage image(64, 64, QImage::Format_RGB32);
                    QPainter painter(&image);
                    plot.render(&painter);
                }
            }
    }

    void hundredThousandPointsAreThinnedToWhatTheScreenShows() {
        ChartData chart;
        chart.kind = ChartKind::Lines;
        ChartSeries series{QStringLiteral("s"), {}, {}, {}, {}};
        for (int i = 0; i < 100'000; ++i) {
            chart.categories.append(QString::number(i));
            series.values.append(i == 54'321 ? 1000 : i % 10);
        }
        chart.series = {series};
        ChartPlot plot;
        plot.setSize({800, 400});
        plot.setContent(chart, {});
        const auto* line = qobject_cast<QXYSeries*>(plot.chart().series().first());
        QVERIFY(line->count() < 8000);
        const auto points = line->points();
        QVERIFY(std::any_of(points.begin(), points.end(),
                            [](QPointF p) { return p.y() == 1000; })); // the peak stays
    }
};

PARALLAX_WIDGET_TEST(TestChartPlot)

} // namespace test_chart_plot
#include "test_chart_plot.moc"
