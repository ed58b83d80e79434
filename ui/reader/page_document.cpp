// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/page_document.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>
#include <utility>

#include "ui/reader/page_writer.h"

namespace parallax::ui {
namespace {

// The blocks of [begin, end) as one rectangle in document coordinates, as wide as the page lets them be.
// (blockBoundingRect leaves the block's own margins out of its left edge.)
QRectF blocksRect(const QTextDocument& document, int begin, int end) {
    QAbstractTextDocumentLayout* layout = document.documentLayout();
    const double width = document.pageSize().width();
    QRectF all;
    for (QTextBlock block = document.findBlock(begin);
         block.isValid() && block.position() < std::max(end, begin + 1); block = block.next()) {
        const QTextBlockFormat format = block.blockFormat();
        const QRectF rect = layout->blockBoundingRect(block);
        const double left = rect.left() + format.leftMargin();
        all = all.united(QRectF(left, rect.top(), width - format.rightMargin() - left, rect.height()));
    }
    return all;
}

// Of the size that the text was written in.
void scaleText(const QTextTable& table, double times) {
    constexpr int written = QTextFormat::UserProperty + 7;
    QTextCursor cursor(table.document());
    for (QTextBlock block = table.document()->findBlock(table.firstPosition());
         block.isValid() && block.position() <= table.lastPosition(); block = block.next()) {
        struct Part {
            int from, to, pixels;
        };
        std::vector<Part> parts; // changing them merges fragments
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment part = it.fragment();
            const QTextCharFormat format = part.charFormat();
            const int pixels = format.hasProperty(written) ? format.intProperty(written)
                                                           : format.intProperty(QTextFormat::FontPixelSize);
            parts.push_back({part.position(), part.position() + part.length(), pixels});
        }
        for (const Part& part : parts) {
            if (part.pixels <= 0)
                continue;
            QTextCharFormat changed;
            changed.setProperty(written, part.pixels);
            changed.setProperty(QTextFormat::FontPixelSize, static_cast<int>(part.pixels * times));
            cursor.setPosition(part.from);
            cursor.setPosition(part.to, QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(changed);
        }
    }
}

QColor mixed(const QColor& over, const QColor& ground, double share) {
    const auto mix = [share](int a, int b) { return static_cast<int>(a * share + b * (1 - share)); };
    return {mix(over.red(), ground.red()), mix(over.green(), ground.green()),
            mix(over.blue(), ground.blue())};
}

} // namespace

PageDocument::PageDocument(std::shared_ptr<const Page> page, const ReaderStyle& style,
                           std::shared_ptr<const PageChecks> checks)
    : m_page(std::move(page))
    , m_style(style)
    , m_document(std::make_unique<QTextDocument>())
    , m_checks(std::move(checks)) {
    m_document->setUndoRedoEnabled(false);
    m_document->setDocumentMargin(0);
    if (!m_style.paper) {
        // Air above the title and below the last line; paper has its own margins.
        QTextFrameFormat root = m_document->rootFrame()->frameFormat();
        root.setTopMargin(m_style.pixels * 2);
        root.setBottomMargin(m_style.pixels * 5);
        m_document->rootFrame()->setFrameFormat(root);
    }
    PageWriter(*this).write();
    placeMarks();
}

PageDocument::~PageDocument() = default;

void PageDocument::moveTo(QThread* thread) {
    m_document->moveToThread(thread);
}

int PageDocument::pieceAt(int position) const {
    const auto after = std::upper_bound(m_pieces.begin(), m_pieces.end(), position,
                                        [](int at, const Piece& piece) { return at < piece.begin; });
    return static_cast<int>(after - m_pieces.begin()) - 1;
}

int PageDocument::pieceOfItem(int item, bool right) const {
    auto found = std::lower_bound(m_pieces.begin(), m_pieces.end(), item,
                                  [](const Piece& piece, int wanted) { return piece.item < wanted; });
    for (; found != m_pieces.end() && found->item == item; ++found)
        if (found->right == right)
            return static_cast<int>(found - m_pieces.begin());
    return -1;
}

int PageDocument::itemOfBlock(int block, bool ofTranslation) const {
    int best = -1;
    int bestBlock = -1;
    for (std::size_t i = 0; i < m_page->items.size(); ++i) {
        const PageItem& item = m_page->items[i];
        const int own = ofTranslation ? item.otherBlock : item.block;
        if (own == block)
            return static_cast<int>(i);
        if (own >= 0 && own < block && own > bestBlock) {
            bestBlock = own;
            best = static_cast<int>(i);
        }
    }
    // A caption or byline is shown with what follows it: the next block stands nearer than the one before.
    if (best >= 0 && static_cast<std::size_t>(best) + 1 < m_page->items.size()) {
        const PageItem& next = m_page->items[static_cast<std::size_t>(best) + 1];
        if ((ofTranslation ? next.otherBlock : next.block) == block + 1)
            return best + 1;
    }
    return best;
}

QTextTable* PageDocument::tableOfItem(int item) const {
    for (const auto& [owner, table] : m_tables)
        if (owner == item)
            return table;
    return nullptr;
}

void PageDocument::fitTables(double width) {
    if (std::exchange(m_fittedTo, width) == width || m_fitted.empty())
        return;
    QTextCursor edit(m_document.get());
    edit.beginEditBlock(); // laid out once
    for (FittedTable& one : m_fitted) {
        FittedColumns fitted = fitColumns(one.wishes, width);
        if (fitted.widths != one.now.widths) {
            QTextTableFormat format = one.table->format();
            QList<QTextLength> lengths;
            for (const double column : fitted.widths)
                lengths.append(QTextLength(QTextLength::FixedLength, column));
            format.setColumnWidthConstraints(lengths);
            one.table->setFormat(format);
        }
        if (fitted.textScale != one.now.textScale)
            scaleText(*one.table, fitted.textScale);
        one.now = std::move(fitted);
    }
    edit.endEditBlock();
}

void PageDocument::paintDecorations(QPainter& painter, int from, int to) const {
    const Theme& theme = m_style.theme;
    const double em = m_style.pixels;
    QAbstractTextDocumentLayout* layout = m_document->documentLayout();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Decoration& decoration : m_decorations) {
        if (decoration.end < from || decoration.begin > to)
            continue;
        if (decoration.kind == DecorationKind::TableRules) {
            painter.setRenderHint(QPainter::Antialiasing, false);
            const QTextTable* table = decoration.table;
            const QRectF frame = layout->frameBoundingRect(decoration.table);
            for (int row = 0; row < table->rows(); ++row) {
                double top = 0;
                for (int column = 0; column < table->columns(); ++column) {
                    const QRectF cell =
                        layout->blockBoundingRect(table->cellAt(row, column).firstCursorPosition().block());
                    top = column == 0 ? cell.top() : std::min(top, cell.top());
                }
                top -= table->format().cellPadding();
                const bool header = row == table->format().headerRowCount();
                painter.setPen(QPen(header ? theme.quietText : theme.line, 1));
                const int y = qRound(top);
                painter.drawLine(qRound(frame.left()), y, qRound(frame.right()), y);
            }
            painter.setPen(QPen(theme.line, 1));
            const double bottom = frame.bottom() - table->format().bottomMargin();
            painter.drawLine(qRound(frame.left()), qRound(bottom), qRound(frame.right()), qRound(bottom));
            painter.setRenderHint(QPainter::Antialiasing);
            continue;
        }
        const QRectF blocks = blocksRect(*m_document, decoration.begin, decoration.end);
        switch (decoration.kind) {
        case DecorationKind::Card: {
            const QRectF card = blocks.adjusted(-em, -0.7 * em, em, 0.7 * em);
            painter.setPen(QPen(theme.line, 1));
            painter.setBrush(theme.ground);
            painter.drawRoundedRect(QRectF(card.toAlignedRect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
            break;
        }
        case DecorationKind::TakeawayBar: {
            const QRectF box = blocks.adjusted(-em, -0.5 * em, em, 0.5 * em);
            painter.setPen(theme.highContrast ? QPen(theme.line, 1) : QPen(Qt::NoPen));
            painter.setBrush(theme.sunken);
            painter.drawRoundedRect(box, 4, 4);
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.quietText);
            painter.drawRect(QRectF(box.left(), box.top(), 3, box.height()));
            break;
        }
        case DecorationKind::CodeBox:
            painter.setPen(theme.highContrast ? QPen(theme.line, 1) : QPen(Qt::NoPen));
            painter.setBrush(theme.sunken);
            painter.drawRoundedRect(blocks.adjusted(-0.75 * em, -0.5 * em, 0.75 * em, 0.5 * em), 4, 4);
            break;
        case DecorationKind::QuoteBar:
            painter.setPen(Qt::NoPen);
            painter.setBrush(mixed(theme.quietText, theme.raised, 0.5));
            painter.drawRect(QRectF(blocks.left() - em, blocks.top(), 3, blocks.height()));
            break;
        case DecorationKind::TranslationBar:
            painter.setPen(Qt::NoPen);
            painter.setBrush(mixed(theme.quietText, theme.raised, 0.35));
            painter.drawRect(QRectF(blocks.left() - 0.8 * em, blocks.top(), 2, blocks.height()));
            break;
        case DecorationKind::Rule: {
            painter.setPen(QPen(theme.line, 1));
            const double y = qRound(blocks.top() - 1.1 * em) + 0.5;
            painter.drawLine(QPointF(blocks.left(), y), QPointF(m_document->pageSize().width(), y));
            break;
        }
        case DecorationKind::TableRules:
            break;
        }
    }
    paintMarks(painter, from, to);
    painter.restore();
}

} // namespace parallax::ui
