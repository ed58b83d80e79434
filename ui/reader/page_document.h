// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTextDocument>
#include <QTextTable>

#include <memory>
#include <vector>

#include "ui/reader/page.h"
#include "ui/reader/reader_style.h"

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

// A page as a text document. Built with a cursor and never through markup, so that nothing in an article can
// become structure, and every word keeps its block; built before any layout exists, which makes it cheap, and
// on any thread.
class PageDocument {
  public:
    PageDocument(std::shared_ptr<const Page> page, const ReaderStyle& style);
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

    // Paints what lies beneath the text and touches positions [from, to).
    void paintDecorations(QPainter& painter, int from, int to) const;

    // To the GUI thread, from the thread that built it.
    void moveTo(QThread* thread);

  private:
    friend class PageWriter;

    std::shared_ptr<const Page> m_page;
    ReaderStyle m_style;
    std::unique_ptr<QTextDocument> m_document;
    std::vector<Piece> m_pieces;
    std::vector<Decoration> m_decorations;
    std::vector<std::pair<int, QTextTable*>> m_tables; // by item
};

} // namespace parallax::ui
