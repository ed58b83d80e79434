// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/article_delegate.h"

#include <QPainter>
#include <QTextLayout>

#include "ui/common/check_mark.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/row_ground.h"
#include "ui/common/theme.h"
#include "ui/library/article_list_model.h"

namespace parallax::ui {
namespace {

QFont languageFont(const QFont& base, data::Language language) {
    QFont font = base;
    font.setFamilies(familiesFor(language));
    return font;
}

QString shortLanguage(data::Language language) {
    switch (language) {
    case data::Language::English:
        return QStringLiteral("EN");
    case data::Language::TraditionalChinese:
        return QStringLiteral("繁");
    case data::Language::SimplifiedChinese:
        return QStringLiteral("简");
    default:
        return {};
    }
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
            QColor ground = theme.amber;
            ground.setAlpha(theme.dark ? 90 : 60);
            mark.format.setBackground(ground);
            marks.push_back(mark);
        }
        QString words = listed.snippet;
        words.replace(QLatin1Char('\n'), QLatin1Char(' '));
        painter.setFont(fontFor(words, painter.font(), m_model.readingLanguage()));
        drawLines(painter, area, words, secondLines(), marks);
        painter.setFont(base);
        return;
    }
    // The title as it was written where the reading language has another, else how the article begins.
    const QString original = fromUtf8(listed.row.title).simplified();
    QString other = original != title ? original : fromUtf8(listed.row.titleEnglish).simplified();
    if (other.isEmpty() || other == title)
        other = fromUtf8(listed.row.summary).simplified();
    painter.setFont(fontFor(other, base, m_model.readingLanguage()));
    m_lines.draw(painter, area, other);
    painter.setFont(base);
}

void ArticleDelegate::paintFacts(QPainter& painter, const QRect& area, const ListedArticle& listed) const {
    const Theme& theme = Theme::current();
    const data::ArticleRow& row = listed.row;
    QStringList languages;
    for (const data::Language language : row.languages)
        if (const QString name = shortLanguage(language); !name.isEmpty())
            languages << name;
    QStringList when; // shortly, and so in each line of the list, whatever room that one has
    if (!row.archiveMonth.empty())
        when << formatMonthShortly(row.archiveMonth);
    else if (!row.published.empty())
        when << formatDay(row.published);
    if (!languages.isEmpty())
        when << languages.join(QLatin1Char(' '));
    QString tail = when.join(QStringLiteral(" · "));
    QStringList right;
    if (row.tableCount > 0)
        right << (row.tableCount == 1 ? tr("1 table") : tr("%1 tables").arg(formatCount(row.tableCount)));
    if (row.noteCount > 0)
        right << (row.noteCount == 1 ? tr("1 note") : tr("%1 notes").arg(formatCount(row.noteCount)));
    painter.setPen(theme.quietText);
    int rightEdge = area.right();
    painter.save();
    painter.setPen(Qt::NoPen);
    for (const std::int64_t tag : row.tags) {
        const auto colour = m_tags.constFind(tag);
        if (colour == m_tags.constEnd())
            continue;
        const int size = spacing(2);
        painter.setBrush(*colour);
        painter.drawEllipse(QRect(rightEdge - size, area.center().y() - size / 2, size, size));
        rightEdge -= size + spacing(1);
    }
    painter.restore();
    // Where it is narrow what is found in the article gives way, then the source's end. What fails, the month
    // and the languages always stand.
    const auto widthOf = [&](const QString& text) { return m_lines.width(text, painter.font()); };
    const int sign = painter.fontMetrics().ascent() * 3 / 4;
    const QString source = fromUtf8(row.source);
    int signs = 0;
    for (const int count : {listed.checks.amber, listed.checks.red})
        if (count > 0)
            signs += widthOf(formatCount(count)) + sign + spacing(2);
    const QString found = right.join(QStringLiteral(" · "));
    if (!source.isEmpty() && !tail.isEmpty())
        tail.prepend(QStringLiteral(" · "));
    const int tailWidth = widthOf(tail);
    if (const int width = widthOf(found);
        !found.isEmpty() &&
        widthOf(source) + tailWidth + width + spacing(3) + signs <= rightEdge - area.left()) {
        m_lines.draw(painter, QRect(rightEdge - width, area.top(), width, area.height()), found);
        rightEdge -= width + spacing(3);
    }
    // What fails stands before what is found; only that: what holds is no news.
    for (const auto& [colour, count] : {std::pair(data::Colour::Amber, listed.checks.amber),
                                        std::pair(data::Colour::Red, listed.checks.red)}) {
        if (count <= 0)
            continue;
        const QString number = formatCount(count);
        const int width = widthOf(number);
        painter.setPen(checkColour(colour, theme));
        m_lines.draw(painter, QRect(rightEdge - width, area.top(), width, area.height()), number);
        paintCheckSign(painter,
                       QRectF(rightEdge - width - sign - spacing(1) / 2.0,
                              area.top() + (area.height() - sign) / 2.0, sign, sign),
                       colour, checkColour(colour, theme));
        rightEdge -= width + sign + spacing(2);
    }
    painter.setPen(theme.quietText);
    const int sourceRoom = std::min(widthOf(source), std::max(0, rightEdge - area.left() - tailWidth));
    m_lines.draw(painter, QRect(area.left(), area.top(), sourceRoom, area.height()), source);
    m_lines.draw(
        painter,
        QRect(area.left() + sourceRoom, area.top(), rightEdge - area.left() - sourceRoom, area.height()),
        tail);
}

} // namespace parallax::ui
