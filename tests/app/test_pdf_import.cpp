// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QFontDatabase>
#include <QPainter>
#include <QPdfWriter>
#include <QtTest>

#include "data/ingest/document.h"
#include "tests/test_program.h"

namespace test_pdf_import {

using namespace parallax;
using namespace parallax::data;

// PDFs as programs write them: fonts embedded in part, letters as glyph numbers.
class TestPdfImport : public QObject {
    Q_OBJECT

    static Document printed(const QString& family, const QString& title, const QStringList& lines) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        {
            QPdfWriter writer(&buffer);
            writer.setResolution(72);
            writer.setPageSize(QPageSize(QPageSize::A4));
            QPainter painter(&writer);
            QFont font(family);
            font.setPixelSize(22);
            painter.setFont(font);
            painter.drawText(20, 40, title);
            font.setPixelSize(11);
            painter.setFont(font);
            int y = 90;
            for (const QString& line : lines) {
                painter.drawText(20, y, line);
                y += 15;
            }
        }
        ParseHints hints;
        hints.name = "printed.pdf";
        return parseDocument({bytes.constData(), static_cast<std::size_t>(bytes.size())}, hints);
    }

  private Q_SLOTS:
    void readsEnglish() {
        const Document document =
            printed(QStringLiteral("DejaVu Sans"), QStringLiteral("Memory prices rise"),
                    {QStringLiteral("Contract prices of memory rose by a third within a single"),
                     QStringLiteral("quarter, the makers say.")});
        const Article& article = document.articles.at(0);
        QCOMPARE(document.format, Format::Pdf);
        QCOMPARE(article.title, std::string("Memory prices rise"));
        QCOMPARE(article.blocks.size(), size_t(2));
        QCOMPARE(article.blocks[1].text,
                 std::string("Contract prices of memory rose by a third within a single "
                             "quarter, the makers say."));
        QCOMPARE(article.language, Language::English);
    }

    void readsChineseWithoutBlanksAtLineEnds() {
        const QString family = QStringLiteral("Noto Sans CJK TC");
        if (!QFontDatabase::families().contains(family))
            QSKIP("the font Noto Sans CJK TC is not installed");
        const Document document =
            printed(family, QStringLiteral("記憶體價格上漲"),
                    {QStringLiteral("記憶體的價格在一季之內上漲了三分之一,供應商表示還會"),
                     QStringLiteral("再漲。")});
        const Article& article = document.articles.at(0);
        QCOMPARE(article.title, std::string("記憶體價格上漲"));
        QCOMPARE(article.blocks.at(1).text,
                 std::string("記憶體的價格在一季之內上漲了三分之一,供應商表示還會再漲。"));
        QCOMPARE(article.language, Language::TraditionalChinese);
    }
};

PARALLAX_WIDGET_TEST(TestPdfImport)

} // namespace test_pdf_import
#include "test_pdf_import.moc"
