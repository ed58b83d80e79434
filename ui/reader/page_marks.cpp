// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The marks at checked figures and at claims to be tested. A mark is painted and never written: what is
// copied, found and quoted stays the article's own words. The room for its sign is letter spacing behind the
// last character.
#include "ui/reader/page_document.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "ui/common/check_mark.h"
#include "ui/common/claim_mark.h"

namespace parallax::ui {
namespace {

// In times the size of the text that the figure stands in.
constexpr double signSize = 0.62;
constexpr double signGap = 0.14;

int pixelsAt(const QTextDocument& document, int position) {
    QTextCursor cursor(const_cast<QTextDocument*>(&document));
    cursor.setPosition(position);
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
    const int pixels = cursor.charFormat().intProperty(QTextFormat::FontPixelSize);
    return pixels > 0 ? pixels : 16;
}

} // namespace

std::optional<std::pair<int, int>> PageDocument::rangeOf(const PageWords& words, bool* rightAligned) const {
    int start = -1;
    if (words.column >= 0) {
        const QTextTable* table = tableOfItem(words.item);
        if (table == nullptr)
            return std::nullopt;
        const int row = words.row + table->format().headerRowCount();
        if (row < 0 || row >= table->rows() || words.column >= table->columns())
            return std::nullopt;
        const QTextCursor cell = table->cellAt(row, words.column).firstCursorPosition();
        start = cell.position();
        if (rightAligned != nullptr)
            *rightAligned = cell.blockFormat().alignment().testFlag(Qt::AlignRight);
    } else {
        const int piece = pieceOfItem(words.item, words.right);
        if (piece < 0)
            return std::nullopt;
        start = m_pieces[static_cast<std::size_t>(piece)].begin;
    }
    const int last = m_document->characterCount() - 1;
    const int begin = std::min(start + words.begin, last);
    const int end = std::min(start + words.end, last);
    return begin < end ? std::optional(std::pair(begin, end)) : std::nullopt;
}

void PageDocument::placeMarks() {
    if (m_checks == nullptr)
        return;
    QTextCursor cursor(m_document.get());
    for (std::size_t i = 0; i < m_checks->figures.size(); ++i) {
        const CheckedFigure& figure = m_checks->figures[i];
        FigureMark mark;
        const auto range = rangeOf(figure.words, &mark.signBefore);
        if (!range)
            continue;
        std::tie(mark.begin, mark.end) = *range;
        mark.figure = i;
        for (const PageWords& operand : figure.operands)
            if (const auto place = rangeOf(operand))
                mark.operands.push_back(*place);
        // Before the first figure of a right-aligned cell there is room; before the second of "$1.25 / $10"
        // it is that of the blank there.
        if (!mark.signBefore || figure.words.begin > 0) {
            const int last = mark.signBefore ? mark.begin - 1 : mark.end - 1;
            const int pixels = pixelsAt(*m_document, last);
            cursor.setPosition(last);
            cursor.setPosition(last + 1, QTextCursor::KeepAnchor);
            QTextCharFormat room;
            room.setFontLetterSpacingType(QFont::AbsoluteSpacing);
            room.setFontLetterSpacing((signSize + 2 * signGap) * pixels);
            cursor.mergeCharFormat(room);
        }
        m_marks.push_back(std::move(mark));
    }
    std::stable_sort(m_marks.begin(), m_marks.end(),
                     [](const FigureMark& a, const FigureMark& b) { return a.begin < b.begin; });
}

PageDocument::MarkShape PageDocument::shapeOf(const FigureMark& mark) const {
    MarkShape shape;
    const QTextBlock block = m_document->findBlock(mark.begin);
    const QPointF origin = m_document->documentLayout()->blockBoundingRect(block).topLeft();
    const QTextLayout* layout = block.layout();
    if (layout == nullptr)
        return shape;
    const int begin = mark.begin - block.position();
    const int end = std::min(mark.end - block.position(), block.length() - 1);
    const double em = pixelsAt(*m_document, mark.begin);
    const double room = mark.signBefore ? 0 : (signSize + 2 * signGap) * em;
    for (int i = 0; i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        const int from = std::max(begin, line.textStart());
        const int to = std::min(end, line.textStart() + line.textLength());
        if (from >= to)
            continue;
        const double left = line.cursorToX(from);
        const double right = line.cursorToX(to) - (to == end ? room : 0);
        const double baseline = origin.y() + line.y() + line.ascent();
        shape.lines.push_back(
            {QRectF(origin + QPointF(left, line.y()), QSizeF(right - left, line.height())), baseline});
        const bool first = from == begin;
        if (mark.signBefore ? first : to == end) {
            const double side = signSize * em;
            // Its middle at half the height of the figures.
            const double top = baseline - 0.36 * em - side / 2;
            const double x = mark.signBefore ? left - side - signGap * 1.5 * em : right + signGap * em;
            shape.sign = QRectF(origin.x() + x, top, side, side);
        }
    }
    return shape;
}

bool PageDocument::MarkShape::contains(const QPointF& point) const {
    // Between words and sign there is no gap to fall through.
    if (sign.adjusted(-4, -4, 4, 4).contains(point))
        return true;
    return std::any_of(lines.begin(), lines.end(),
                       [&](const Line& line) { return line.words.adjusted(-1, -2, 1, 4).contains(point); });
}

void PageDocument::paintMarks(QPainter& painter, int from, int to) const {
    if (m_checks == nullptr)
        return;
    const Theme& theme = m_style.theme;
    for (const FigureMark& mark : m_marks) {
        if (mark.end < from || mark.begin > to)
            continue;
        const CheckedFigure& figure = m_checks->figures[mark.figure];
        const MarkShape shape = shapeOf(mark);
        const bool claim = figure.checks.empty();
        const QColor ink = claim            ? claimColour(figure.verdict, theme)
                           : figure.settled ? theme.quietText
                                            : checkColour(figure.colour, theme);
        // The line differs as the sign does: whole for red, broken for amber, dotted for what does not fail.
        const bool quiet =
            figure.settled || figure.colour == data::Colour::Green || figure.colour == data::Colour::Grey;
        QPen pen(ink, quiet ? 1 : 2);
        pen.setCapStyle(Qt::FlatCap);
        if (quiet)
            pen.setDashPattern({1.5, 2.5});
        else if (figure.colour == data::Colour::Amber)
            pen.setDashPattern({3, 1.5});
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(pen);
        const double em = shape.sign.height() / signSize;
        for (const MarkShape::Line& line : shape.lines) {
            const double y = std::round(line.baseline + 0.2 * em);
            painter.drawLine(QPointF(line.words.left(), y), QPointF(line.words.right(), y));
        }
        if (!shape.sign.isEmpty() && claim)
            paintClaimSign(painter, shape.sign, ink);
        else if (!shape.sign.isEmpty())
            paintCheckSign(painter, shape.sign, figure.colour, ink);
    }
}

} // namespace parallax::ui
