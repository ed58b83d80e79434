// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that are shaped once look as QPainter draws them.
#include <QApplication>
#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QRawFont>
#include <QTest>

#include <algorithm>
#include <vector>

#include "tests/test_program.h"
#include "ui/common/fonts.h"
#include "ui/common/text_lines.h"

namespace test_text_lines {

using namespace parallax;
using namespace parallax::ui;

namespace {

constexpr int height = 30;

template <typename Paint>
QImage painted(const QFont& font, int width, const Paint& paint) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(font);
    paint(painter, QRect(0, 0, width, height));
    return image;
}

QImage byQt(const QString& text, const QFont& font, int width) {
    return painted(font, width, [&](QPainter& painter, const QRect& area) {
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, text);
    });
}

// The longest beginnings that have room with an ellipsis: by a fraction of a pixel it may be the shorter one.
std::vector<QString> cutTo(const QString& text, const QFont& font, int width) {
    if (QFontMetrics(font).horizontalAdvance(text) <= width)
        return {text};
    std::vector<QString> fitting;
    for (qsizetype length = text.size(); length-- > 0 && fitting.size() < 3;)
        if (const QString one = text.left(length) + QChar(0x2026);
            QFontMetrics(font).horizontalAdvance(one) <= width)
            fitting.push_back(one);
    return fitting;
}

QImage byUs(const QString& text, const QFont& font, int width) {
    TextLines lines;
    return painted(font, width,
                   [&](QPainter& painter, const QRect& area) { lines.draw(painter, area, text); });
}

} // namespace

class TestTextLines final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theDotsStayNarrowWhereTheChineseIsCutAway() {
        const QFont before = QApplication::font();
        QApplication::setFont(interfaceFont(QStringLiteral("en"), 100));
        const QString text = QStringLiteral("Compound growth · 2026 · 青岚云画像");
        QFont font = before;
        font.setFamilies(familiesFor(data::Language::TraditionalChinese));
        TextLines lines;
        const auto hasLatinFace = [&](int room) {
            const auto& glyphs = lines.line(text, font, room).glyphs;
            return std::any_of(glyphs.begin(), glyphs.end(), [](const QGlyphRun& run) {
                return run.rawFont().familyName() == latinFamilies().first();
            });
        };
        const int whole = lines.width(text, font);
        QVERIFY(hasLatinFace(TextLines::everything));
        QVERIFY(hasLatinFace(whole * 3 / 5)); // "Compound growth · 20…"
        QApplication::setFont(before);
    }

    void looksAsQPainterDrawsIt_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("Latin") << QStringLiteral("Cloud prices fell by 12.5 % in 2026, again: fi fl AV To");
        QTest::newRow("Traditional") << QStringLiteral("雲端與人工智慧市場的價格,2026 年又下降了");
        QTest::newRow("Simplified") << QStringLiteral("云与人工智能市场的价格,2026 年又下降了");
        QTest::newRow("mixed") << QStringLiteral("AWS 與 Azure 的 p99 延遲 — 1.5 s / 1.8 s");
        QTest::newRow("long") << QStringLiteral("i.l|").repeated(500);
        QTest::newRow("one letter") << QStringLiteral("W");
    }
    void looksAsQPainterDrawsIt() {
        QFETCH(QString, text);
        for (const bool bold : {false, true}) {
            QFont font = fontFor(text, interfaceFont(QStringLiteral("en"), 100));
            font.setBold(bold);
            for (const int width : {40, 97, 150, 233, 600}) {
                const auto fitting = cutTo(text, font, width);
                QVERIFY2(std::any_of(fitting.begin(), fitting.end(),
                                     [&, ours = byUs(text, font, width)](const QString& one) {
                                         return byQt(one, font, width) == ours;
                                     }),
                         qPrintable(QStringLiteral("%1 pixels, bold %2").arg(width).arg(bold)));
            }
        }
    }

    void aLineIsAsWideAsQtSays() {
        TextLines lines;
        const QFont font = interfaceFont(QStringLiteral("zh-Hant"), 150);
        for (const char* text : {"12 tables", "2026-05 · 繁 简 EN", "", " "}) {
            const QString words = QString::fromUtf8(text);
            QVERIFY(std::abs(lines.width(words, font) - QFontMetrics(font).horizontalAdvance(words)) <= 1);
        }
    }

    void whatIsCutHasRoom() {
        TextLines lines;
        const QFont font = interfaceFont(QStringLiteral("en"), 100);
        for (int room = 0; room < 200; ++room) {
            const TextLine& line =
                lines.line(QStringLiteral("Capacity, prices and 資料中心 latency, all in one"), font, room);
            double end = 0;
            for (const QGlyphRun& run : line.glyphs)
                end = std::max(end, run.boundingRect().right());
            QVERIFY(room < QFontMetrics(font).horizontalAdvance(QChar(0x2026)) || end <= room + 1);
        }
    }

    void anotherFontIsAnotherLine() {
        TextLines lines;
        QFont font = interfaceFont(QStringLiteral("en"), 100);
        const int small = lines.width(QStringLiteral("prices"), font);
        font.setPixelSize(40);
        QVERIFY(lines.width(QStringLiteral("prices"), font) > small);
    }
};

PARALLAX_WIDGET_TEST(TestTextLines)

} // namespace test_text_lines
#include "test_text_lines.moc"
