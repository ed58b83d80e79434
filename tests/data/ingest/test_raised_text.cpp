// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <string>

#include "data/ingest/document.h"
#include "data/quantity/cell.h"
#include "data/quantity/quantity.h"
#include "tests/test_program.h"

namespace test_raised_text {

using namespace parallax::data;

namespace {

struct Raising {
    const char* html; // within a paragraph or cell
    const char* text;
};

Article page(const std::string& body) {
    ParseHints hints;
    hints.name = "page.html";
    return parseDocument("<html lang=en><body><article>" + body + "</article></body></html>", hints)
        .articles.at(0);
}

std::string paragraph(const std::string& html) {
    return page("<p>" + html + "</p>").blocks.at(0).text;
}

std::string cell(const std::string& html) {
    return page("<table><tr><th>A<th>B<tr><td>x<td>" + html + "</table>").tables.at(0).rows.at(0).at(1).text;
}

std::string markdown(const std::string& text) {
    ParseHints hints;
    hints.name = "note.md";
    return parseDocument("# Title\n\n" + text + "\n", hints).articles.at(0).blocks.at(1).text;
}

// In both ways that such text comes.
const Raising running[] = {
    {"rose to $15<sup>1</sup> billion", "rose to $15[1] billion"},
    {"rose to $15 billion.<sup>12</sup> Then", "rose to $15 billion.[12] Then"},
    {"said analysts<sup>2</sup> of", "said analysts[2] of"},
    {"營收150<sup>註1</sup>億元", "營收150[註1]億元"},
    {"was 15<sup>[3]</sup> then", "was 15[3] then"},
    {"was 15<sup>*</sup> then", "was 15* then"},
    {"was 15<sup>1,2</sup> then", "was 15[1,2] then"},
    {"was 15<sup>a</sup> then", "was 15[a] then"},
    {"was $7B<sup>2</sup> then", "was $7B[2] then"},
    {"to 10<sup>9</sup> tokens", "to 10⁹ tokens"},
    {"of 2.5 × 10<sup>25</sup> FLOP", "of 2.5 × 10²⁵ FLOP"},
    {"of 10<sup>−3</sup> s", "of 10⁻³ s"},
    {"of $10<sup>3</sup> billion", "of $10[3] billion"},
    {"of 10<sup>3</sup> billion", "of 10[3] billion"},
    {"of 500 m<sup>2</sup> and", "of 500 m² and"},
    {"of 500 km<sup>2</sup>.", "of 500 km²."},
    {"CO<sub>2</sub> of", "CO₂ of"},
    {"H<sub>2</sub>SO<sub>4</sub>", "H₂SO₄"},
    {"PM<sub>2.5</sub> levels", "PM2.5 levels"},
    {"the 1<sup>st</sup> of", "the 1st of"},
    {"NVIDIA<sup>TM</sup> cards", "NVIDIA™ cards"},
    {"at 20<sup>o</sup>C it", "at 20°C it"},
    {"for $19<sup>99</sup> a month", "for $19.99 a month"},
    {"for 5<sup>1</sup>⁄<sub>2</sub> years", "for 5¹⁄₂ years"},
    {"time of 2<sup>n</sup> steps", "time of 2^n steps"},
    {"costs $5<sub>per hour of use</sub>", "costs $5 per hour of use"},
};

} // namespace

class TestRaisedText : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aRaisedNumberNeverJoinsTheFigureBeforeIt() {
        for (const Raising& raising : running) {
            QCOMPARE(QString::fromStdString(paragraph(raising.html)), QString::fromUtf8(raising.text));
            QCOMPARE(QString::fromStdString(markdown(raising.html)), QString::fromUtf8(raising.text));
        }
    }

    void aNumberRaisedInACellIsANotes() {
        QCOMPARE(cell("15<sup>1</sup>"), std::string("15[1]"));
        QCOMPARE(cell("10<sup>1</sup>"), std::string("10[1]"));
        QCOMPARE(cell("10<sup>3</sup>"), std::string("10[3]"));
        QCOMPARE(cell("10<sup>12</sup>"), std::string("10¹²"));
        QCOMPARE(cell("1.5 × 10<sup>3</sup>"), std::string("1.5 × 10³"));
        QCOMPARE(cell("18<sup><a href='#fn2'>[2]</a></sup>"), std::string("18[2]"));
        QCOMPARE(cell("18<a href='#fn2'><sup>2</sup></a>"), std::string("18[2]"));
        QCOMPARE(cell("18<a href='#fn2'>2</a>"), std::string("18[2]"));
        QCOMPARE(cell("<a href='#row2'>2</a>"), std::string("2"));
        ParseHints hints;
        hints.name = "note.md";
        const Article article =
            parseDocument("# T\n\n| A | B |\n|---|---|\n| x | 15<sup>1</sup> |\n", hints).articles.at(0);
        QCOMPARE(article.tables.at(0).rows.at(0).at(1).text, std::string("15[1]"));
    }

    void aNoteAtTheFootKeepsItsNumber() {
        QCOMPARE(paragraph("<sup>1</sup>Excluding leases"), std::string("[1] Excluding leases"));
        QCOMPARE(paragraph("<sup>1</sup> Excluding leases"), std::string("[1] Excluding leases"));
    }

    void aNotesLinkStays() {
        const Block block =
            page("<p>Sales rose<sup><a href='https://a.example/n'>4</a></sup> fast</p>").blocks.at(0);
        QCOMPARE(block.text, std::string("Sales rose[4] fast"));
        QCOMPARE(block.marks.size(), std::size_t(1));
        QCOMPARE(block.marks.at(0).span, (Span{10, 13}));
    }

    void smallPrintIsReadAsText() {
        const std::string words = "these are the words of a long remark in small print, <b>with</b> marks";
        QCOMPARE(paragraph("Prices<sup>" + words + "</sup>end"),
                 std::string("Prices these are the words of a long remark in small print, with marks end"));
        std::string nested;
        for (int i = 0; i < 200; ++i)
            nested += "<sup>";
        QCOMPARE(paragraph("a" + nested + "1"), std::string("a [1]"));
    }

    void titlesAreReadAlike() {
        const Article article =
            page("<h1>Use of 10<sup>9</sup> tokens<sup>1</sup></h1><p>A text of some words, "
                 "which is long enough.</p>");
        QCOMPARE(article.title, std::string("Use of 10⁹ tokens[1]"));
        QCOMPARE(article.blocks.at(0).kind, BlockKind::Title);
    }

    void figuresAreReadAcrossNotesAndPowers() {
        const auto only = [](const std::string& text, double value, const char* words) {
            const auto found = parseQuantities(text);
            QVERIFY2(found.size() == 1, text.c_str());
            QCOMPARE(found[0].value.toDouble(), value);
            const std::string said =
                text.substr(found[0].span.begin, found[0].span.end - found[0].span.begin);
            QVERIFY2(said == words, (text + " gave " + said).c_str());
        };
        only("rose to $15[1] billion", 15e9, "$15[1] billion");
        only("rose to $15 billion[1].", 15e9, "$15 billion");
        only("15[12]", 15, "15");
        only("15[1][2]", 15, "15");
        only("營收150[註1]億元", 150e8, "150[註1]億元");
        only("to 10⁹ tokens", 1e9, "10⁹ tokens");
        only("about 10⁻³ of it", 1e-3, "about 10⁻³");
        for (const char* text : {"15[1]", "$15[1]", "15%[2]", "15*"})
            QCOMPARE(readCell(text).kind, CellKind::Figures);
        QCOMPARE(parseQuantities("[5] to [1, 2]").size(), std::size_t(3)); // no notes: they hang on nothing
    }
};

PARALLAX_TEST(TestRaisedText)

} // namespace test_raised_text
#include "test_raised_text.moc"
