// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The look: tokens, contrast, fonts, icons.
#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include "tests/test_program.h"
#include "ui/common/fitting_bar.h"
#include "ui/common/flow_row.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/rescale.h"
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

    void whatIsRescaledThereAndBackIsTheSame() {
        for (int plain = 0; plain < 600; ++plain)
            for (int from = 100; from <= 200; from += 10)
                for (int to = 100; to <= 200; to += 10)
                    QCOMPARE(rescaled(plain * from / 100, from, to), plain * to / 100);
    }

    void anOpenWindowGrowsAndShrinksWithTheScale() {
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        column->setContentsMargins(spacing(3), 0, spacing(3), 0);
        column->setSpacing(spacing(2));
        auto* row = new QSplitter(&window);
        auto* list = new QListWidget(row);
        list->setMinimumWidth(spacing(20));
        auto* table = new QTableWidget(2, 3, row);
        table->verticalHeader()->setDefaultSectionSize(rowHeight());
        table->horizontalHeader()->resizeSection(1, 90);
        auto* note = new QLabel(&window);
        note->setContentsMargins(spacing(4), 0, 0, 0);
        column->addWidget(note);
        column->addSpacing(spacing(5));
        column->addWidget(row, 1);
        row->setStretchFactor(1, 1);
        window.resize(600, 300);
        window.show();
        row->setSizes({160, 416});
        const auto facts = [&] {
            return QList<int>{window.width(),
                              window.height(),
                              column->contentsMargins().left(),
                              column->spacing(),
                              column->itemAt(1)->spacerItem()->sizeHint().height(),
                              list->width(),
                              list->minimumWidth(),
                              table->verticalHeader()->defaultSectionSize(),
                              table->horizontalHeader()->sectionSize(1),
                              note->contentsMargins().left()};
        };
        const QList<int> before = facts();
        QCOMPARE(before, QList<int>({600, 300, 12, 8, 20, before[5], 80, 28, 90, 16}));
        QVERIFY(std::abs(before[5] - 160) < 3);
        applyTheme(*qApp, ThemeChoice::Light, 120, false);
        const QList<int> larger = facts();
        for (qsizetype i = 0; i < before.size(); ++i)
            QVERIFY2(std::abs(larger[i] - before[i] * 1.2) < 3,
                     qPrintable(QStringLiteral("%1: %2 of %3").arg(i).arg(larger[i]).arg(before[i])));
        // Larger than the screen has room for, and back to what it was.
        applyTheme(*qApp, ThemeChoice::Light, 200, false);
        QVERIFY(window.width() <= window.screen()->availableGeometry().width());
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        QCOMPARE(facts(), before);
        // What somebody sized anew stays sized so.
        applyTheme(*qApp, ThemeChoice::Light, 150, false);
        window.resize(450, 300);
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        QCOMPARE(window.size(), QSize(300, 200));
    }

    void aPaneThatHadNoRoomForMoreGetsItsOwnBack() {
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        QSplitter window;
        auto* list = new QListWidget(&window);
        auto* page = new QWidget(&window);
        page->setMinimumWidth(spacing(80));
        window.setStretchFactor(1, 1);
        window.setChildrenCollapsible(false);
        window.resize(680, 300);
        window.show();
        window.setSizes({340, 330});
        QCoreApplication::processEvents();
        const int before = list->width();
        QVERIFY(before > 300);
        applyTheme(*qApp, ThemeChoice::Light, 200, false);
        QCoreApplication::processEvents();
        QVERIFY(list->width() < 2 * before - 50); // the screen has no room for twice as much
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        QCoreApplication::processEvents();
        QVERIFY2(std::abs(list->width() - before) <= 2,
                 qPrintable(QStringLiteral("%1 of %2").arg(list->width()).arg(before)));
    }

    void aRowTakesNoSecondLineWhereItFits() {
        QWidget window;
        auto* row = new FlowRow(&window);
        for (int i = 0; i < 3; ++i)
            row->addWidget(new QPushButton(QStringLiteral("Button"), &window));
        const QSize wanted = row->sizeHint();
        QCOMPARE(row->heightForWidth(wanted.width()), wanted.height());
        QVERIFY(row->heightForWidth(wanted.width() - 1) > wanted.height());
    }

    void theArrowOfSortingCoversNoLetter() {
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        QTableWidget table(1, 1);
        table.resize(300, 100);
        QHeaderView* header = table.horizontalHeader();
        header->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
        header->resizeSection(0, 140);
        header->setSortIndicatorShown(true);
        header->setSortIndicator(0, Qt::AscendingOrder);
        const auto picture = [&](const QString& text) {
            table.setHorizontalHeaderLabels({text});
            return header->grab(QRect(0, 0, 138, header->sizeHint().height())).toImage();
        };
        const QImage bare = picture(QStringLiteral(" "));
        const QImage worded = picture(QStringLiteral("Stated CAGR"));
        const auto inked = [](const QImage& image, int x) {
            for (int y = 2; y < image.height() - 3; ++y)
                if (image.pixel(x, y) != image.pixel(4, y))
                    return true;
            return false;
        };
        int arrow = 10;
        while (arrow < bare.width() && !inked(bare, arrow))
            ++arrow;
        QVERIFY(arrow < bare.width() - 2);
        for (int x = arrow - 1; x < bare.width() - 1; ++x)
            for (int y = 2; y < bare.height() - 3; ++y)
                QCOMPARE(worded.pixel(x, y), bare.pixel(x, y));
    }

    void aBarGivesWayWhereItIsTooNarrow() {
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        QWidget window; // whose layout would not let it be narrower
        window.resize(1000, 100);
        QWidget bar(&window);
        auto* row = new QHBoxLayout(&bar);
        QList<QToolButton*> choices;
        for (const char* name : {"Original", "Translation", "Side by side"}) {
            auto* button = new QToolButton(&bar);
            button->setText(QString::fromLatin1(name));
            button->setCheckable(true);
            button->setAutoExclusive(true);
            row->addWidget(button);
            choices << button;
        }
        auto* fitting = new FittingBar(&bar, row);
        fitting->addChoices(choices);
        row->addStretch(1);
        QList<QToolButton*> verbs;
        QStringList done;
        for (const char* name : {"Compare", "Copy", "Export"}) {
            auto* button = new QToolButton(&bar);
            button->setText(QString::fromLatin1(name));
            button->setIcon(icon(QStringLiteral("copy")));
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
            connect(button, &QToolButton::clicked, &bar, [&done, button] { done << button->text(); });
            row->addWidget(button);
            fitting->addVerb(button);
            verbs << button;
        }
        fitting->arrange();
        bar.resize(900, 40);
        window.show();
        auto* more = bar.findChild<QToolButton*>(QStringLiteral("moreButton"));
        auto* box = bar.findChild<QComboBox*>(QStringLiteral("choiceBox"));
        QVERIFY(more->isHidden() && box->isHidden());
        QCOMPARE(verbs[0]->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
        verbs[1]->setFocus();
        int hiddenBefore = 0;
        for (int width = 900; width >= 220; width -= 20) {
            bar.resize(width, 40);
            QCoreApplication::processEvents();
            QVERIFY2(row->minimumSize().width() <= width, qPrintable(QString::number(width)));
            int hidden = 0;
            for (const QToolButton* verb : verbs)
                hidden += verb->isHidden() ? 1 : 0;
            QVERIFY(hidden >= hiddenBefore);
            QCOMPARE(more->isHidden(), hidden == 0);
            hiddenBefore = hidden;
        }
        QVERIFY(hiddenBefore > 0);
        QVERIFY(!box->isHidden() && choices[0]->isHidden());
        box->setCurrentIndex(2);
        Q_EMIT box->activated(2);
        QVERIFY(choices[2]->isChecked());
        choices[1]->click();
        QCOMPARE(box->currentText(), QStringLiteral("Translation"));
        Q_EMIT more->menu()->aboutToShow();
        QCOMPARE(more->menu()->actions().size(), hiddenBefore);
        more->menu()->actions().constLast()->trigger();
        QCOMPARE(done, QStringList{QStringLiteral("Export")});
        // Larger letters need more room, and get it.
        bar.resize(500, 40);
        applyTheme(*qApp, ThemeChoice::Light, 200, false);
        QCoreApplication::processEvents();
        QVERIFY(row->minimumSize().width() <= bar.width());
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        QCoreApplication::processEvents();
        bar.resize(900, 40);
        QVERIFY(more->isHidden() && box->isHidden() && !verbs[2]->isHidden());
        QCOMPARE(verbs[2]->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    }

    void simplifiedWordsKeepTheirFaceInATraditionalInterface() {
        const QString words = QStringLiteral("青岚云分业务收入，示例");
        QLabel label(words);
        QApplication::setFont(interfaceFont(QStringLiteral("en"), 100));
        (void)label.grab(); // the face goes by what is painted
        QCOMPARE(label.font().families(), familiesFor(data::Language::SimplifiedChinese));
        QApplication::setFont(interfaceFont(QStringLiteral("zh_TW"), 100));
        (void)label.grab();
        QCOMPARE(label.font().families(), familiesFor(data::Language::SimplifiedChinese));
        QApplication::setFont(interfaceFont(QStringLiteral("en"), 100));
    }

    void anUnknownIconIsNull() {
        QVERIFY(icon({}).isNull());
        QVERIFY(icon(QStringLiteral("no-such-icon")).isNull());
    }
};

PARALLAX_WIDGET_TEST(TestTheme)

} // namespace test_theme
#include "test_theme.moc"
