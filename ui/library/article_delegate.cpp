// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/article_delegate.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

#include "ui/common/check_mark.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/row_ground.h"
#include "ui/common/theme.h"
#include "ui/library/article_facts.h"
#include "ui/library/article_list_model.h"

namespace parallax::ui {
namespace {

QFont languageFont(const QFont& base, data::Language language) {
    QFont font = base;
    font.setFamilies(familiesFor(language));
    return font;
}

// A grid for tables, a leaf with lines for notes: in the ink of the text beside it.
void paintFoundSign(QPainter& painter, const QRect& area, FactKind kind, const QColor& ink) {
    const QRectF rect = QRectF(area).adjusted(0.5, 1.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(ink, std::max(1, area.height() / 10)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
    const auto across = [&](double share, double from, double to) {
        const double y = std::round(rect.top() + share * rect.height());
        painter.drawLine(QPointF(rect.left() + from * rect.width(), y),
                         QPointF(rect.left() + to * rect.width(), y));
    };
    if (kind == FactKind::Tables) {
        across(1.0 / 3, 0, 1);
        across(2.0 / 3, 0, 1);
        const double x = std::round(rect.left() + rect.width() * 0.4);
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    } else {
        across(1.0 / 3, 0.25, 0.75);
        across(2.0 / 3, 0.25, 0.6);
    }
    painter.restore();
}

// Like drawText with elision, but words found stay marked.
void drawLines(QPainter& painter, const QRect& area, const QString& text, int lines,
               const QList<QTextLayout::FormatRange>& marks) {
    QTextLayout layout(text, painter.font());
    QTextOption option;
    option.setWrapMode(lines > 1 ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setFormats(marks);
    const double height = painter.fontMetrics().lineSpacing();
    layout.beginLayout();
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(area.width());
        line.setPosition(QPointF(0, i * height));
    }
    layout.endLayout();
    painter.save();
    painter.setClipRect(area);
    layout.draw(&painter, area.topLeft());
    painter.restore();
}

} // namespace

ArticleDelegate::ArticleDelegate(const ArticleListModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model) {}

int ArticleDelegate::secondLines() const {
    if (m_model.isSearch())
        return m_compact ? 1 : 2;
    return m_compact ? 0 : 1;
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    // By the CJK font's height: rows with and without Chinese are equally high.
    const QFontMetrics metrics(languageFont(option.font, data::Language::TraditionalChinese));
    const int lines = 2 + secondLines();
    return {spacing(40), lines * metrics.lineSpacing() + spacing(m_compact ? 2 : 4)};
}

void ArticleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const Theme& theme = Theme::current();
    painter->save();
    paintRowGround(*painter, option, RowBar::None);
    const ListedArticle* listed = m_model.at(index.row());
    const QFont base = languageFont(option.font, data::Language::TraditionalChinese);
    const int line = QFontMetrics(base).lineSpacing();
    QRect area = option.rect.adjusted(spacing(6), spacing(m_compact ? 1 : 2), -spacing(3),
                                      -spacing(m_compact ? 1 : 2));
    if (listed == nullptr) {
        // On its way from the library: the shape of a row. Asking for the title orders it.
        (void)index.data(Qt::DisplayRole);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.sunken);
        painter->drawRect(QRect(area.left(), area.top() + line / 4, area.width() * 3 / 4, line / 2));
        painter->drawRect(QRect(area.left(), area.bottom() - line * 3 / 4, area.width() / 3, line / 2));
        painter->restore();
        return;
    }
    const data::ArticleRow& row = listed->row;
    const bool leaving = m_model.isLeaving(row.id);
    if (leaving)
        painter->setOpacity(0.45);
    painter->setRenderHint(QPainter::Antialiasing);
    if (row.unread) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.accent);
        const int size = spacing(2);
        painter->drawEllipse(
            QRect(option.rect.left() + spacing(2), area.top() + (line - size) / 2, size, size));
    }
    QRect titleArea(area.left(), area.top(), area.width(), line);
    if (row.starred) {
        const int size = line * 3 / 4;
        const QRect star(titleArea.right() - size, titleArea.top() + (line - size) / 2, size, size);
        icon(QStringLiteral("star_filled")).paint(painter, star, Qt::AlignCenter, QIcon::Normal, QIcon::On);
        titleArea.setRight(star.left() - spacing(1));
    }
    const QString title = fromUtf8(data::titleIn(row, m_model.readingLanguage())).simplified();
    const data::Language reading = m_model.readingLanguage();
    QFont titleFont = fontFor(title, option.font, reading);
    titleFont.setBold(row.unread);
    titleFont.setStrikeOut(leaving);
    painter->setFont(titleFont);
    painter->setPen(theme.text);
    m_lines.draw(*painter, titleArea, title);
    painter->setFont(base);
    QRect next(area.left(), area.top() + line, area.width(), line * secondLines());
    if (secondLines() > 0)
        paintSecond(*painter, next, *listed, title);
    painter->setFont(option.font);
    paintFacts(*painter, QRect(area.left(), next.bottom() + 1, area.width(), line), *listed);
    painter->restore();
}

void ArticleDelegate::paintSecond(QPainter& painter, const QRect& area, const ListedArticle& listed,
                                  const QString& title) const {
    const Theme& theme = Theme::current();
    painter.setPen(theme.quietText);
    const QFont base = painter.font();
    if (!listed.snippet.isEmpty()) {
        QList<QTextLayout::FormatRange> marks;
        for (const auto& [begin, end] : listed.highlights) {
            QTextLayout::FormatRange mark;
            mark.start = begin;
            mark.length = end - begin;
            mark.format.setForeground(theme.text);
            mark.format.setBackground(theme.found);
            marks.push_back(mark);
        }
        QString words = listed.snippet;
        words.replace(QLatin1Char('\n'), QLatin1Char(' '));
        for (QChar& c : words) // each by one, since the marks count them
            if (turnsDirection(c.unicode()))
                c = QChar(0x2060);
        painter.setFont(fontFor(words, painter.font(), m_model.readingLanguage()));
        drawLines(painter, area, words, secondLines(), marks);
        painter.setFont(base);
        return;
    }
    // The title as it was written where the reading language has another, else how the article begins.
    const QString original = nameFromUtf8(listed.row.title).simplified();
    QString other = original != title ? original : nameFromUtf8(listed.row.titleEnglish).simplified();
    if (other.isEmpty() || other == title)
        other = nameFromUtf8(listed.row.summary).simplified();
    painter.setFont(fontFor(other, base, m_model.readingLanguage()));
    m_lines.draw(painter, area, other);
    painter.setFont(base);
}

void ArticleDelegate::paintFacts(QPainter& painter, const QRect& area, const ListedArticle& listed) const {
    const Theme& theme = Theme::current();
    std::vector<QColor> tags;
    for (const std::int64_t tag : listed.row.tags)
        if (const auto colour = m_tags.constFind(tag); colour != m_tags.constEnd())
            tags.push_back(*colour);
    const QFont base = painter.font();
    const int sign = painter.fontMetrics().ascent() * 3 / 4;
    // The interface's own, in which an English one has narrow dots; only the source may be in any script.
    const QString source = nameFromUtf8(listed.row.source);
    const auto fontOf = [&](const QString& text) {
        return text == source ? fontFor(text, base, m_model.readingLanguage()) : base;
    };
    for (const PlacedFact& fact : layFacts(
             listed, area, tags, [&](const QString& text) { return m_lines.width(text, fontOf(text)); },
             sign)) {
        QColor ink = theme.quietText;
        switch (fact.kind) {
        case FactKind::Tag:
            painter.setPen(Qt::NoPen);
            painter.setBrush(fact.colour);
            painter.drawEllipse(fact.sign);
            break;
        case FactKind::Red:
        case FactKind::Amber: {
            const data::Colour colour = fact.kind == FactKind::Red ? data::Colour::Red : data::Colour::Amber;
            ink = checkColour(colour, theme);
            paintCheckSign(painter, QRectF(fact.sign), colour, ink);
            break;
        }
        case FactKind::Tables:
        case FactKind::Notes:
            paintFoundSign(painter, fact.sign, fact.kind, ink);
            break;
        case FactKind::Source:
        case FactKind::When:
            break;
        }
        painter.setPen(ink);
        painter.setFont(fontOf(fact.text));
        m_lines.draw(painter, fact.words, fact.text);
    }
}

} // namespace parallax::ui
