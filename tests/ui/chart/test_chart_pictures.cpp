// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDir>
#include <QTest>

#include "tests/test_program.h"
#include "tests/ui/chart/chart_samples.h"
#include "tests/ui/shots/page_look.h"
#include "ui/common/chart_panel.h"
#include "ui/common/theme.h"
#include "ui/common/translation.h"

namespace test_chart_pictures {

using namespace parallax::ui;

// Pictures of every kind of chart in every theme, for a person to look at, and for what a program can see.
class TestChartPictures : public QObject {
    Q_OBJECT

    static bool hasText(const ChartPanel& panel, const QString& wanted) {
        const auto views = panel.findChildren<QGraphicsView*>();
        for (const QGraphicsView* view : views)
            if (const auto* plot = dynamic_cast<const ChartPlot*>(view->scene())) {
                const QVector<PlacedLabel> texts = plot->texts();
                if (std::any_of(texts.begin(), texts.end(),
                                [&](const PlacedLabel& one) { return one.text.contains(wanted); }))
                    return true;
            }
        return false;
    }

  private Q_SLOTS:
    void everyKindIsDrawnInEveryTheme_data() {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("scale");
        for (const int scale : {100, 200}) {
            const auto row = [scale](const char* name) -> QTestData& {
                return scale == 100 ? QTest::newRow(name) : QTest::addRow("%s-%d", name, scale);
            };
            row("light-en") << int(ThemeChoice::Light) << QStringLiteral("en") << scale;
            row("dark-zh_TW") << int(ThemeChoice::Dark) << QStringLiteral("zh_TW") << scale;
            row("contrast-zh_CN") << int(ThemeChoice::HighContrast) << QStringLiteral("zh_CN") << scale;
        }
    }

    void everyKindIsDrawnInEveryTheme() {
        QFETCH(int, theme);
        QFETCH(QString, language);
        QFETCH(int, scale);
        auto& application = *qobject_cast<QApplication*>(QCoreApplication::instance());
        applyInterfaceLanguage(language);
        applyTheme(application, static_cast<ThemeChoice>(theme), scale, false);
        const QString folder = QStringLiteral(PARALLAX_BINARY_DIR "/shots/");
        QDir().mkpath(folder);

        QVector<std::pair<QString, ChartData>> charts{
            {QStringLiteral("grouped"), samples::revenue(language != QLatin1String("en"))},
            {QStringLiteral("lines"), samples::years()},
            {QStringLiteral("ranges"), samples::ranges()},
            {QStringLiteral("negative"), samples::changes()},
            {QStringLiteral("long"), samples::longNames()}};
        ChartData stacked = samples::revenue();
        stacked.kind = ChartKind::StackedBars;
        charts.append({QStringLiteral("stacked"), stacked});
        ChartData lying = samples::changes();
        lying.kind = ChartKind::HorizontalBars;
        charts.append({QStringLiteral("horizontal"), lying});

        for (const auto& [name, chart] : charts) {
            ChartPanel panel;
            panel.resize(QSize(560, 380) * scale / 100);
            panel.setData(chart);
            panel.show();
            if (name == QLatin1String("lines") || name == QLatin1String("grouped"))
                panel.setCurrent(2, 1);
            const QImage image = panel.grab().toImage();
            const QString file =
                folder + QStringLiteral("chart_%1_%2.png").arg(name, QLatin1String(QTest::currentDataTag()));
            QVERIFY(image.save(file));
            QStringList problems =
                testing::clipped(&panel) + testing::overlapping(&panel) + testing::chartProblemsIn(&panel);
            QVERIFY2(problems.isEmpty(),
                     qPrintable(name + QLatin1Char('\n') + problems.join(QLatin1Char('\n'))));
            // In the language that the picture is named after: 16.8 billion dollars are 168 億.
            if (name == QLatin1String("long") || name == QLatin1String("lines"))
                QVERIFY2(hasText(panel, language == QLatin1String("en")      ? QStringLiteral("billion")
                                        : language == QLatin1String("zh_TW") ? QStringLiteral("億")
                                                                             : QStringLiteral("亿")),
                         qPrintable(name));
            // The first series' colour is really there, so something was drawn.
            const QRgb wanted = Theme::current().series[0].rgb();
            int found = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    found += image.pixel(x, y) == wanted;
            QVERIFY2(found > 100, qPrintable(name));
        }
    }
};

PARALLAX_WIDGET_TEST(TestChartPictures)

} // namespace test_chart_pictures
#include "test_chart_pictures.moc"
