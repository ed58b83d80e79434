// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "base/error.h"
#include "data/ingest/pdf.h"
#include "tests/data/ingest/pdf_maker.h"
#include "tests/test_program.h"

namespace test_pdf {

using namespace parallax;
using namespace parallax::data;

namespace {

Document parsed(const std::string& bytes, const ParseLimits& limits = {}) {
    ParseHints hints;
    hints.name = "paper.pdf";
    Document document;
    parsePdf(bytes, hints, limits, document);
    for (const Block& block : document.articles.at(0).blocks)
        if (block.kind != BlockKind::Table && block.kind != BlockKind::ListItem &&
            block.kind != BlockKind::Takeaway)
            Q_ASSERT(document.articles[0].text.substr(block.span.begin, block.span.end - block.span.begin) ==
                     block.text);
    return document;
}

std::string joined(const Article& article, BlockKind kind) {
    std::string all;
    for (const auto& block : article.blocks)
        if (block.kind == kind)
            all += (all.empty() ? "" : "|") + block.text;
    return all;
}

QByteArray codeOf(const std::string& bytes) {
    try {
        parsed(bytes);
    } catch (const Error& error) {
        return errorName(error.code());
    }
    return "";
}

std::string row(const std::vector<Cell>& cells) {
    std::string all;
    for (const auto& cell : cells)
        all += (all.empty() ? "" : "|") + cell.text;
    return all;
}

} // namespace

class TestPdf : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void readsTitleHeadingsAndParagraphs() {
        PdfMaker pdf;
        pdf.page();
        pdf.text(72, 90, "Memory prices rise", 22);
        pdf.lines(72, 130,
                  {"Contract prices of memory rose by a third within a single quarter of the",
                   "year, and every maker of phones feels the change in what it pays for com-",
                   "ponents of the lower classes.",
                   "A new paragraph begins here because the last line was short and ended with",
                   "a full stop."});
        pdf.text(72, 230, "What happened", 15);
        pdf.lines(72, 255,
                  {"Supply of the older parts fell because whole lines were turned over to the",
                   "stacked memory that earns more for every wafer."});
        pdf.lines(72, 300, {"- One factory closed", "- Another moved", "3. Third"});
        const Article article =
            parsed(pdf.bytes("/Author (Lin Wei) /CreationDate (D:20260402093000Z)")).articles.at(0);
        QCOMPARE(article.title, std::string("Memory prices rise"));
        QCOMPARE(article.author, std::string("Lin Wei"));
        QCOMPARE(article.published.earliest, std::string("2026-04-02"));
        QCOMPARE(joined(article, BlockKind::Title), std::string("Memory prices rise"));
        QCOMPARE(joined(article, BlockKind::Heading), std::string("What happened"));
        QCOMPARE(
            joined(article, BlockKind::Paragraph),
            std::string(
                "Contract prices of memory rose by a third within a single quarter of the year, and every "
                "maker of phones feels the change in what it pays for components of the lower classes.|A "
                "new paragraph begins here because the last line was short and ended with a full "
                "stop.|Supply of the older parts fell because whole lines were turned over to the stacked "
                "memory that earns more for every wafer."));
        QCOMPARE(joined(article, BlockKind::ListItem), std::string("One factory closed|Another moved|Third"));
        QCOMPARE(article.language, Language::English);
    }

    void readsTwoColumnsOneAfterTheOther() {
        PdfMaker pdf;
        pdf.page();
        pdf.text(150, 70, "A title that goes across both columns", 18);
        std::vector<std::string> left;
        std::vector<std::string> right;
        for (int i = 0; i < 12; ++i) {
            left.push_back("left line " + std::to_string(i) + " goes on with words to");
            right.push_back("right line " + std::to_string(i) + " has its own few words");
        }
        pdf.lines(60, 110, left);
        pdf.lines(320, 110, right);
        const std::string text = joined(parsed(pdf.bytes()).articles.at(0), BlockKind::Paragraph);
        QVERIFY2(text.find("left line 11") < text.find("right line 0"), text.c_str());
        QVERIFY2(text.find("left line 3 goes on with words to left line 4") != text.npos, text.c_str());
    }

    void offersATableFromAlignedColumns() {
        PdfMaker pdf;
        pdf.page();
        pdf.lines(72, 100, {"Some words that stand above the table and end with a full stop."});
        const std::vector<std::vector<std::string>> cells{{"Maker", "Share", "Change"},
                                                          {"Alpha", "40%", "+2"},
                                                          {"Beta and sons", "35%", "-1"},
                                                          {"Gamma", "25%", "-1"}};
        double y = 150;
        for (const auto& line : cells) {
            pdf.text(72, y, line[0]);
            pdf.text(250, y, line[1]);
            pdf.text(400, y, line[2]);
            y += 16;
        }
        pdf.lines(72, y + 30, {"Some words that stand below the table and end with a full stop."});
        const Article article = parsed(pdf.bytes()).articles.at(0);
        QCOMPARE(article.tables.size(), size_t(1));
        const Table& table = article.tables[0];
        QVERIFY(table.reconstructed);
        QCOMPARE(row(table.header), std::string("Maker|Share|Change"));
        QCOMPARE(table.rows.size(), size_t(3));
        QCOMPARE(row(table.rows.at(1)), std::string("Beta and sons|35%|-1"));
        const Span cell = table.rows.at(1).at(1).span;
        QCOMPARE(article.text.substr(cell.begin, cell.end - cell.begin), std::string("35%"));
        QCOMPARE(article.blocks.size(), size_t(3));
    }

    void leavesOutWhatEveryPageRepeats() {
        PdfMaker pdf;
        for (int i = 1; i <= 4; ++i) {
            pdf.page();
            pdf.text(72, 40, "The Quarterly, issue 7");
            pdf.lines(72, 120, {"Page body number " + std::to_string(i) + " with a sentence of its own."});
            pdf.text(290, 815, std::to_string(i));
        }
        const Article article = parsed(pdf.bytes()).articles.at(0);
        QCOMPARE(article.text.find("Quarterly"), std::string::npos);
        QCOMPARE(article.blocks.size(), size_t(4));
        QVERIFY(article.text.ends_with("of its own."));
    }

    void joinsAParagraphOverAPageEnd() {
        PdfMaker pdf;
        pdf.page();
        pdf.lines(72, 700, {"The sentence begins on one page and it does not end there but goes on"});
        pdf.page();
        pdf.lines(72, 100, {"to the next page."});
        QCOMPARE(
            joined(parsed(pdf.bytes()).articles.at(0), BlockKind::Paragraph),
            std::string(
                "The sentence begins on one page and it does not end there but goes on to the next page."));
    }

    void readsNoMorePagesThanTheLimit() {
        PdfMaker pdf;
        for (int i = 0; i < 5; ++i) {
            pdf.page();
            pdf.text(72, 100, "Words " + std::to_string(i) + ".");
        }
        ParseLimits limits;
        limits.pages = 2;
        const Document document = parsed(pdf.bytes(), limits);
        QCOMPARE(document.issues.at(0).code, std::string("pages-limit"));
        QCOMPARE(document.articles.at(0).text.find("Words 2"), std::string::npos);
    }

    void saysWhyAFileCannotBeRead() {
        PdfMaker pdf;
        pdf.page();
        QCOMPARE(codeOf(pdf.bytes()), QByteArray("DocumentEmpty"));
        pdf.text(72, 100, "Secret words.");
        QCOMPARE(codeOf(pdf.bytes("", true)), QByteArray("DocumentEncrypted"));
        QCOMPARE(codeOf("%PDF-1.7\nnothing else"), QByteArray("DocumentMalformed"));
    }

    void survivesDamage() {
        PdfMaker pdf;
        pdf.page();
        pdf.lines(72, 100, {"Words that stand in a file", "which is going to be damaged."});
        const std::string whole = pdf.bytes();
        for (std::size_t cut = 0; cut < whole.size(); cut += 7)
            codeOf(whole.substr(0, cut)); // throws an Error or gives what is left; it must come back
        for (std::size_t at = 9; at < whole.size(); at += 5) {
            std::string flipped = whole;
            flipped[at] = static_cast<char>(flipped[at] ^ 0x11);
            codeOf(flipped);
        }
    }

    void knowsItself() {
        QVERIFY(looksLikePdf("%PDF-1.4"));
        QVERIFY(looksLikePdf(std::string(500, ' ') + "%PDF-1.4"));
        QVERIFY(!looksLikePdf("about %PDF files"));
    }
};

PARALLAX_TEST(TestPdf)

} // namespace test_pdf
#include "test_pdf.moc"
