// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTextDocument>
#include <QTextTable>

#include <memory>
#include <vector>

#include "ui/reader/page.h"
#include "ui/reader/page_checks.h"
#include "ui/reader/reader_style.h"
#include "ui/reader/table_widths.h"

class QPainter;

namespace parallax::ui {

// Where one side of an item stands in the document: positions [begin, end) of its words, markers left out.
struct Piece {
    int item = -1;
    bool right = false;
    int begin = 0;
    int end = 0;
};

// What is painted beneath the text: QTextDocument knows neither rounded cards nor bars.
enum class DecorationKind { Card, TakeawayBar, CodeBox, QuoteBar, TableRules, Rule, TranslationBar };
struct Decoration {
    DecorationKind kind = DecorationKind::Card;
    int begin = 0;
    int end = 0;
    QTextTable* table = nullptr; // TableRules: lives in the document
};

// A checked figure in the document: its words, and those that it is made from, as positions [begin, end).
struct FigureMark {
    int begin = 0;
    int end = 0;
    std::size_t figure = 0;  // in PageChecks::figures
    bool signBefore = false; // in a cell whose figures stand at the right: the digits stay in line
    std::vector<std::pair<int, int>> operands;
};

// A page as a text document. Built with a cursor and never through markup, so that nothing in an article can
// become structure, and every word keeps its block; built before any layout exists, which makes it cheap, and
// on any thread.
class PageDocument {
  public:
    PageDocument(std::shared_ptr<const Page> page, const ReaderStyle& style,
                 std::shared_ptr<const PageChecks> checks = nullptr);
    ~PageDocument();

    QTextDocument* document() const { return m_document.get(); }
    const Page& page() const { return *m_page; }
    const std::vector<Piece>& pieces() const { return m_pieces; } // in order of position
    const ReaderStyle& style() const { return m_style; }

    // The piece at or before a position; -1 before the first.
    int pieceAt(int position) const;
    int pieceOfItem(int item, bool right = false) const; // -1 when the item has no such side
    // The item that shows a block of the original (or of the translation), else the nearest one before it.
    int itemOfBlock(int block, bool ofTranslation) const;
    QTextTable* tableOfItem(int item) const;

    // Shares `width` among the columns of each table so that no word is broken. Before each layout to
    // another.
    void fitTables(double width);

    // Paints what lies beneath the text and touches positions [from, to).
    void paintDecorations(QPainter& painter, int from, int to) const;

    const std::shared_ptr<const PageChecks>& checks() const { return m_checks; } // null: none
    const std::vector<FigureMark>& marks() const { return m_marks; }             // in order of position
    // Where a mark's words and its sign are painted, in document coordinates; lays out what is needed.
    struct MarkShape {
        struct Line {
            QRectF words;
            double baseline = 0;
        };
        std::vector<Line> lines;
        QRectF sign;
        bool contains(const QPointF& point) const;
    };
    MarkShape shapeOf(const FigureMark& mark) const;

    // To the GUI thread, from the thread that built it.
    void moveTo(QThread* thread);

  private:
    friend class PageWriter;

    void placeMarks();
    std::optional<std::pair<int, int>> rangeOf(const PageWords& words, bool* rightAligned = nullptr) const;
    void paintMarks(QPainter& painter, int from, int to) const;

    std::shared_ptr<const Page> m_page;
    ReaderStyle m_style;
    std::unique_ptr<QTextDocument> m_document;
    std::vector<Piece> m_pieces;
    std::vector<Decoration> m_decorations;
    std::vector<std::pair<int, QTextTable*>> m_tables; // by item
    struct FittedTable {
        QTextTable* table = nullptr;
        ColumnWishes wishes;
        FittedColumns now;
    };
    std::vector<FittedTable> m_fitted;
    double m_fittedTo = 0;
    std::shared_ptr<const PageChecks> m_checks;
    std::vector<FigureMark> m_marks;
};

} // namespace parallax::ui
