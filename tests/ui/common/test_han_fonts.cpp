// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese in an English interface has the shapes of its own script, and English dots beside it are narrow.
#include <QApplication>
#include <QComboBox>
#include <QFontMetrics>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include "tests/test_program.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/text_lines.h"
#include "ui/common/theme.h"

namespace test_han_fonts {

using namespace parallax;
using namespace parallax::ui;

namespace {

QString faceOf(const QFont& font) {
    return font.families().value(0);
}

const QString traditional = QStringLiteral("Noto Sans CJK TC");
const QString simplified = QStringLiteral("Noto Sans CJK SC");

} // namespace

class TestHanFonts final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        applyTheme(*qApp, ThemeChoice::Light, 100, false);
        QVERIFY(interfaceIsLatin());
    }

    void menusShowChineseInItsOwnFace() {
        QMenu menu;
        QAction* english = menu.addAction(QStringLiteral("Save"));
        QAction* hant = menu.addAction(QStringLiteral("繁體中文"));
        QAction* hans = menu.addAction(QStringLiteral("Words"));
        hans->setText(QStringLiteral("简体中文"));
        QCOMPARE(faceOf(hant->font()), traditional);
        QCOMPARE(faceOf(hans->font()), simplified);
        QVERIFY(faceOf(english->font()) != traditional);
        hans->setText(QStringLiteral("Words"));
        QCOMPARE(hans->font().families(), menu.font().families());
    }

    void boxesAndTheirListsToo() {
        QComboBox box;
        box.addItems({QStringLiteral("English"), QStringLiteral("繁體中文"), QStringLiteral("简体中文")});
        box.show();
        box.grab();
        QCOMPARE(box.font().families(), latinFamilies());
        box.setCurrentIndex(2);
        box.grab();
        QCOMPARE(faceOf(box.font()), simplified);
        box.setCurrentIndex(0);
        box.grab();
        QCOMPARE(box.font().families(), latinFamilies());
        box.showPopup();
        QCOMPARE(faceOf(box.itemData(1, Qt::FontRole).value<QFont>()), traditional);
        QCOMPARE(faceOf(box.itemData(2, Qt::FontRole).value<QFont>()), simplified);
        QVERIFY(!box.itemData(0, Qt::FontRole).isValid());
        box.hidePopup();
    }

    void buttonsAndLabelsToo() {
        QPushButton button(QStringLiteral("繁"));
        button.grab();
        QCOMPARE(faceOf(button.font()), traditional);
        QLabel label(QStringLiteral("英伟达 · Apr 2026"));
        label.grab();
        QCOMPARE(faceOf(label.font()), simplified);
        // What somebody chose stays.
        QLabel chosen(QStringLiteral("雲端"));
        QFont mono = chosen.font();
        mono.setFamilies({QStringLiteral("DejaVu Sans Mono")});
        chosen.setFont(mono);
        chosen.grab();
        QCOMPARE(chosen.font().families(), mono.families());
    }

    void dotsBesideChineseAreNarrow() {
        QFont font = interfaceFont(QStringLiteral("zh_TW"), 100);
        TextLines lines;
        const auto width = [&](const QString& text) { return lines.width(text, font); };
        const QString facts = QStringLiteral("輝達 · 雲端");
        const int wide = QFontMetrics(font).horizontalAdvance(facts);
        QVERIFY2(width(facts) <= wide - font.pixelSize() / 4, qPrintable(QString::number(width(facts))));
        // Within a name it is Chinese.
        QVERIFY(width(QStringLiteral("馬克·吐溫")) - width(QStringLiteral("馬克吐溫")) >
                font.pixelSize() / 2);
    }

    void labelsHaveNarrowDotsBesideChinese() {
        QLabel label;
        setTextWithNarrowDots(label, QStringLiteral("輝達 <b> · 雲端"));
        label.grab();
        const int narrow = label.sizeHint().width();
        QCOMPARE(faceOf(label.font()), traditional);
        label.setTextFormat(Qt::PlainText);
        label.setText(QStringLiteral("輝達 <b> · 雲端"));
        label.grab();
        QVERIFY2(narrow <= label.sizeHint().width() - 3,
                 qPrintable(QStringLiteral("%1, %2").arg(narrow).arg(label.sizeHint().width())));
        setTextWithNarrowDots(label, QStringLiteral("Wire · April 2026"));
        QCOMPARE(label.text(), QStringLiteral("Wire · April 2026"));
    }

    void namesDoNotTurnWhatFollows() {
        QCOMPARE(nameFromUtf8("gpj\u202Eexe"), QStringLiteral("gpjexe"));
        QCOMPARE(nameFromUtf8("雲\u2067端"), QStringLiteral("雲端"));
    }
};

PARALLAX_WIDGET_TEST(TestHanFonts)

} // namespace test_han_fonts
#include "test_han_fonts.moc"
