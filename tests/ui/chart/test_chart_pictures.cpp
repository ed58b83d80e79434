// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDir>
#include <QTest>
#include <QTranslator>

#include "tests/test_program.h"
#include "tests/ui/chart/chart_samples.h"
#include "ui/common/chart_panel.h"
#include "ui/common/fonts.h"
#include "ui/common/theme.h"

namespace test_chart_pictures {

using namespace parallax::ui;

// Pictures of every kind of chart in every theme, for a person to look at, and for what a program can see.
class TestChartPictures : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyKindIsDrawnInEveryTheme_data() {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QString>("language");
        QTest::newRow("light-en") << int(ThemeChoice::Light) << QStringLiteral("en");
        QTest::newRow("dark-zh_TW") << int(ThemeChoice::Dark) << QStringLiteral("zh_TW");
        QTest::newRow("contrast-zh_CN") << int(ThemeChoice::HighContrast) << QStringLiteral("zh_CN");
    }

    void everyKindIsDrawnInEveryTheme() {
        QFETCH(int, theme);
        QFETCH(QString, language);
        auto& application = *qobject_cast<QApplication*>(QCoreApplication::instance());
        QLocale::setDefault(QLocale(language));
        application.setFont(interfaceFont(language, 100));
        applyTheme(application, static_cast<ThemeChoice>(theme), 100, false);
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
            panel.resize(560, 380);
            panel.setData(chart);
            panel.show();
            if (name == QLatin1String("lines") || name == QLatin1String("grouped"))
                panel.setCurrent(2, 1);
            const QImage image = panel.grab().toImage();
            const QString file =
                folder + QStringLiteral("chart_%1_%2.png").arg(name, QLatin1String(QTest::currentDataTag()));
            QVERIFY(image.save(file));
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
