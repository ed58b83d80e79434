// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The look: tokens, contrast, fonts, icons.
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QTest>

#include "tests/test_program.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/style_sheet.h"
#include "ui/common/theme.h"

namespace test_theme {

using namespace parallax;
using namespace parallax::ui;

namespace {

int inkOf(const QIcon& icon, int side, qreal ratio) {
    const QImage image = icon.pixmap({side, side}, ratio).toImage();
    int ink = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            ink += qAlpha(image.pixel(x, y)) > 128;
    return ink;
}

} // namespace

class TestTheme final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void contrastIsComputedAsTheStandardSays() {
        QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
        // #767676 on white is the well-known grey that just passes AA.
        QVERIFY(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
        QVERIFY(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
    }

    void textAndMarksStandOutInEveryTheme() {
        const auto atLeast = [](const QColor& colour, const QColor& ground, double ratio) {
            QVERIFY2(contrastRatio(colour, ground) >= ratio,
                     qPrintable(QStringLiteral("%1 on %2: %3")
                                    .arg(colour.name(), ground.name())
                                    .arg(contrastRatio(colour, ground))));
        };
        for (const Theme& theme : {Theme::light(), Theme::darkTheme(), Theme::highContrastTheme()}) {
            for (const QColor& ground : {theme.ground, theme.raised, theme.sunken})
                for (const QColor& text : {theme.text, theme.quietText, theme.accent, theme.consistent,
                                           theme.amber, theme.red, theme.unknown})
                    atLeast(text, ground, 4.5);
            for (const QColor& text : {theme.text, theme.quietText, theme.accent})
                atLeast(text, theme.selection, 4.5);
            atLeast(theme.text, theme.found, 4.5);
            // Seen at a glance: another colour, not only another grey.
            for (const QColor& ground : {theme.ground, theme.raised})
                QVERIFY(contrastRatio(theme.found, ground) >= 1.3);
            QVERIFY(theme.found.saturation() >= 120);
            for (const QColor& mark : theme.series)
                for (const QColor& ground : {theme.ground, theme.raised})
                    atLeast(mark, ground, 3.0);
        }
    }

    void theStyleSheetLeavesNoTokenUnfilled() {
        for (const Theme& theme : {Theme::light(), Theme::darkTheme(), Theme::highContrastTheme()}) {
            const QString sheet = styleSheet(theme);
            QVERIFY(!sheet.contains(QLatin1Char('@')));
            QVERIFY(!sheet.contains(QLatin1String(": ;")));
            QVERIFY(!sheet.contains(QLatin1String("  ;")));
        }
    }

    void aChangeOfThemeReachesWidgetsThatAreShown() {
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        QLabel label(QStringLiteral("text"));
        label.resize(100, 40);
        label.show();
        QVERIFY(QTest::qWaitForWindowExposed(&label));
        QCOMPARE(label.palette().color(QPalette::WindowText), Theme::light().text);
        applyTheme(*qApp, ThemeChoice::Dark, 100, false);
        QVERIFY(Theme::current().dark);
        QCOMPARE(label.palette().color(QPalette::WindowText), Theme::darkTheme().text);
        QCOMPARE(label.grab().toImage().pixelColor(99, 0), Theme::darkTheme().ground);
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        QCOMPARE(label.grab().toImage().pixelColor(99, 0), Theme::light().ground);
    }

    void scaleAndDensityChangeFontsSpacesAndRows() {
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        QCOMPARE(spacing(2), 8);
        QCOMPARE(rowHeight(), 28);
        QCOMPARE(QApplication::font().pixelSize(), 13);
        applyTheme(*qApp, ThemeChoice::Light, 150, true);
        QCOMPARE(spacing(2), 12);
        QCOMPARE(rowHeight(), 36);
        QCOMPARE(QApplication::font().pixelSize(), 19);
        applyTheme(*qApp, ThemeChoice::Light, 5000, false); // a damaged settings file
        QCOMPARE(rowHeight(), 56);
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
    }

    void everyScriptGetsItsOwnGlyphs() {
        if (chineseFontMissing())
            QSKIP("no Chinese font is installed");
        QCOMPARE(familiesFor(data::Language::TraditionalChinese).first(), QStringLiteral("Noto Sans CJK TC"));
        QCOMPARE(familiesFor(data::Language::SimplifiedChinese).first(), QStringLiteral("Noto Sans CJK SC"));
        const QFont base = interfaceFont(QStringLiteral("en"), 100);
        QCOMPARE(fontFor(QStringLiteral("青岚云画像：收入"), base).families().first(),
                 QStringLiteral("Noto Sans CJK SC"));
        QCOMPARE(
            fontFor(QStringLiteral("青嵐雲"), interfaceFont(QStringLiteral("zh_CN"), 100)).families().first(),
            QStringLiteral("Noto Sans CJK TC"));
        QCOMPARE(fontFor(QStringLiteral("Azure 2025"), base), base);
        QCOMPARE(fontFor(QStringLiteral("“晶片”"), base).families().first(), // Chinese marks are wide
                 QStringLiteral("Noto Sans CJK TC"));
        QCOMPARE(fontFor(QStringLiteral("晶片"), base, data::Language::SimplifiedChinese).families().first(),
                 QStringLiteral("Noto Sans CJK SC"));
        // 骨 is drawn differently in the two scripts' fonts: the pictures differ, in any order of use.
        const auto picture = [](data::Language language) {
            QLabel label(QStringLiteral("骨直門"));
            label.setFont(articleFont(language, 40));
            label.setStyleSheet(QStringLiteral("font: 40px %1").arg(cssFamiliesFor(language)));
            return label.grab().toImage();
        };
        const QImage traditional = picture(data::Language::TraditionalChinese);
        const QImage simplified = picture(data::Language::SimplifiedChinese);
        QVERIFY(traditional != simplified);
        QCOMPARE(picture(data::Language::TraditionalChinese), traditional);
    }

    void theDotBetweenFactsIsNarrowInEnglish() {
        if (chineseFontMissing())
            QSKIP("no Chinese font is installed");
        const auto width = [](const QFont& font) {
            return QFontMetricsF(font).horizontalAdvance(QChar(0xB7)) / font.pixelSize();
        };
        QVERIFY(width(interfaceFont(QStringLiteral("en"), 100)) < 0.7);
        QVERIFY(width(interfaceFont(QStringLiteral("zh_TW"), 100)) > 0.9);
        QVERIFY(width(fontFor(QStringLiteral("Wire · May"), interfaceFont(QStringLiteral("zh_TW"), 100))) <
                0.7);
    }

    void englishQuotationMarksAreNarrow() {
        if (chineseFontMissing())
            QSKIP("no Chinese font is installed");
        const QString english = QStringLiteral("OpenAI’s “frontier” models");
        const QFont base = interfaceFont(QStringLiteral("en"), 200);
        const QFont font = fontFor(english, base, data::Language::TraditionalChinese);
        const QFontMetricsF metrics(font);
        for (const char16_t mark : {u'‘', u'’', u'“', u'”'})
            QVERIFY(metrics.horizontalAdvance(QChar(mark)) < 0.6 * font.pixelSize());
        // The letters are those of the other faces, so that a line with such a mark looks like its
        // neighbours.
        QCOMPARE(metrics.horizontalAdvance(QStringLiteral("frontier models")),
                 QFontMetricsF(base).horizontalAdvance(QStringLiteral("frontier models")));
        QVERIFY(
            cssFamiliesFor(data::Language::English, english).startsWith(QLatin1String("'Noto Sans CJK KR'")));
        QVERIFY(cssFamiliesFor(data::Language::SimplifiedChinese, QStringLiteral("“芯片”"))
                    .startsWith(QLatin1String("'Noto Sans CJK SC'")));
    }

    void everyIconIsDrawnOnTheGridInTheColourOfTheText() {
        const QDir folder(QStringLiteral(":/icons"));
        const QStringList files = folder.entryList({QStringLiteral("*.svg")});
        QVERIFY(files.size() >= 40);
        for (const QString& name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY2(text.contains("viewBox=\"0 0 20 20\""), qPrintable(name));
            QVERIFY2(text.contains("stroke-width=\"1.5\""), qPrintable(name));
            // A style sheet's url() cannot take a colour.
            if (!name.startsWith(QLatin1String("chevron")) && !name.startsWith(QLatin1String("tick")))
                QVERIFY2(text.contains("currentColor"), qPrintable(name));
            QVERIFY2(inkOf(icon(name.chopped(4)), 20, 1.0) > 1, qPrintable(name));
        }
    }

    void iconsAreSharpAtEveryScaleAndFollowTheTheme() {
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        const QIcon search = icon(QStringLiteral("search"));
        QCOMPARE(search.pixmap({20, 20}, 2.0).toImage().size(), QSize(40, 40));
        QVERIFY(inkOf(search, 20, 2.0) > 2 * inkOf(search, 20, 1.0));
        const auto strongest = [&search] {
            const QImage image = search.pixmap({20, 20}, 1.0).toImage();
            QColor found;
            int most = 0;
            for (int y = 0; y < 20; ++y)
                for (int x = 0; x < 20; ++x)
                    if (qAlpha(image.pixel(x, y)) > most) {
                        most = qAlpha(image.pixel(x, y));
                        found = image.pixelColor(x, y);
                    }
            return found;
        };
        QVERIFY(strongest().lightness() < 80);
        applyTheme(*qApp, ThemeChoice::Dark, 100, false);
        QVERIFY(strongest().lightness() > 180);
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
    }

    void anUnknownIconIsNull() {
        QVERIFY(icon({}).isNull());
        QVERIFY(icon(QStringLiteral("no-such-icon")).isNull());
    }
};

PARALLAX_WIDGET_TEST(TestTheme)

} // namespace test_theme
#include "test_theme.moc"
