// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/text_lines.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

#include "ui/common/fonts.h"

namespace parallax::ui {
namespace {

constexpr double widest = 1e6;

// Laid out in one line; its glyphs are in `layout`. The dots are those of the `whole` text that it begins.
QTextLine laidOut(QTextLayout& layout, const QString& whole) {
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> dots = narrowSeparators(whole);
    dots.removeIf(
        [&](const QTextLayout::FormatRange& dot) { return dot.start + dot.length > layout.text().size(); });
    layout.setFormats(dots);
    layout.setCacheEnabled(true); // glyphRuns() would shape anew
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(widest);
    layout.endLayout();
    return line;
}

TextLine shapedLine(const QString& text, const QFont& font, const QString& whole) {
    QTextLayout layout(text, font);
    const QTextLine line = laidOut(layout, whole);
    return {layout.glyphRuns(), static_cast<int>(std::ceil(line.naturalTextWidth())), line.height()};
}

// As much of a text as has room before an ellipsis, which is shaped with it: alone it would be a Chinese one.
TextLine cut(const QTextLayout& layout, const QTextLine& line, const QFont& font, int room,
             const QString& whole) {
    const QString dots(QChar(0x2026));
    const int dotsWidth = QFontMetrics(font).horizontalAdvance(dots);
    int end = line.xToCursor(std::max(0, room - dotsWidth), QTextLine::CursorBetweenCharacters);
    for (;; end = layout.previousCursorPosition(end)) {
        TextLine result = shapedLine(layout.text().left(end) + dots, font, whole);
        if (result.width <= room)
            return result;
        if (end <= 0)
            return {{}, 0, line.height()};
    }
}

TextLine shaped(const QString& text, const QFont& font, int room) {
    // No glyph that is of use is narrower than 2 pixels: what a long text has beyond is not shaped.
    const qsizetype most = std::max(room, 0) / 2 + 2;
    QTextLayout layout(room < TextLines::everything && text.size() > most ? text.left(most) : text, font);
    const QTextLine line = laidOut(layout, text);
    if (line.naturalTextWidth() <= room && layout.text().size() == text.size())
        return {layout.glyphRuns(), static_cast<int>(std::ceil(line.naturalTextWidth())), line.height()};
    if (text.isRightToLeft())
        return shapedLine(QFontMetrics(font).elidedText(text, Qt::ElideRight, room), font, text);
    return cut(layout, line, font, room, text);
}

} // namespace

const TextLine& TextLines::line(const QString& text, const QFont& font, int room) {
    const Key key{text, font, room};
    if (const TextLine* known = m_lines.object(key))
        return *known;
    auto* made = new TextLine(shaped(text, font, room));
    m_lines.insert(key, made); // takes it
    return *made;
}

void TextLines::draw(QPainter& painter, const QRect& area, const QString& text) {
    if (area.width() <= 0 || text.isEmpty())
        return;
    const TextLine& one = line(text, painter.font(), area.width());
    const QPointF place(area.left(), area.top() + std::round((area.height() - one.height) / 2));
    for (const QGlyphRun& glyphs : one.glyphs)
        painter.drawGlyphRun(place, glyphs);
}

} // namespace parallax::ui
