// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checks/check_list_delegate.h"

#include <QPainter>

#include <algorithm>

#include "ui/checks/check_list_model.h"
#include "ui/common/check_figures.h"
#include "ui/common/check_mark.h"
#include "ui/common/check_sentences.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/row_ground.h"
#include "ui/common/theme.h"

namespace parallax::ui {
namespace {

// The claim, then what it is made from: "~50% · $20 billion · $100 billion".
QString operandsOf(const data::Check& check) {
    QStringList words;
    for (std::size_t i = 1; i < std::min<std::size_t>(check.statement.size(), 6); ++i)
        words << fromUtf8(check.statement[i].quote).simplified().left(80);
    return words.join(QStringLiteral(" · "));
}

// The computed value stands at the right of every row in a column of its own.
QString resultOf(const data::Check& check) {
    if (check.face)
        return figureText(*check.face, check.unit);
    if (check.strict)
        return intervalText(*check.strict, check.unit);
    return {};
}

} // namespace

CheckListDelegate::CheckListDelegate(const CheckListModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model) {}

QSize CheckListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    // By the CJK font's height: rows with and without Chinese are equally high.
    QFont font = option.font;
    font.setFamilies(familiesFor(data::Language::TraditionalChinese));
    return {spacing(60), 2 * QFontMetrics(font).lineSpacing() + spacing(3)};
}

void CheckListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    const Theme& theme = Theme::current();
    painter->save();
    const QRect row = option.rect;
    paintRowGround(*painter, option, RowBar::Selected);
    QFont font = option.font;
    font.setFamilies(familiesFor(data::Language::TraditionalChinese));
    const QFontMetrics metrics(font);
    const int line = metrics.lineSpacing();
    const QRect area = row.adjusted(spacing(8), spacing(3) / 2, -spacing(3), -spacing(3) / 2);
    const data::StoredCheck* stored = m_model.at(index.row());
    if (stored == nullptr) {
        // On its way from the library: the shape of a row. Asking for the words orders it.
        (void)index.data(Qt::DisplayRole);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.sunken);
        painter->drawRect(QRect(area.left(), area.top() + line / 4, area.width() / 2, line / 2));
        painter->drawRect(QRect(area.left(), area.bottom() - line * 3 / 4, area.width() / 3, line / 2));
        painter->restore();
        return;
    }
    const data::Check& check = stored->check;
    const bool settled = isSettled(stored->mark);
    const int sign = spacing(3);
    paintCheckSign(*painter, QRectF(row.left() + spacing(3), area.top() + (line - sign) / 2.0, sign, sign),
                   check.colour, checkColour(*stored, theme));

    const auto write = [&](const QRect& where, const QString& text, const QFont& as, const QColor& ink,
                           Qt::Alignment side) {
        painter->setFont(fontFor(text, as)); // which has the narrow dots of English
        painter->setPen(ink);
        QRect room = where;
        const int left = std::max(0, where.width() - m_lines.width(text, painter->font()));
        if (side != Qt::AlignLeft)
            room.setLeft(where.left() + (side == Qt::AlignRight ? left : left / 2));
        m_lines.draw(*painter, room, text);
    };
    QFont strong = font;
    strong.setWeight(QFont::DemiBold);
    QRect first(area.left(), area.top(), area.width(), line);
    const QString result = resultOf(check);
    if (!result.isEmpty()) {
        const QFont figures = tabularFont(strong);
        const int width = std::min(m_lines.width(result, fontFor(result, figures)), area.width() / 2);
        const QRect box(first.right() - width + 1, first.top(), width, line);
        write(box, result, figures, settled ? theme.quietText : checkColour(check.colour, theme),
              Qt::AlignRight);
        first.setRight(box.left() - spacing(3));
    }
    const QString claim = statedText(check);
    const int claimWidth = std::min(m_lines.width(claim, fontFor(claim, strong)), first.width());
    write(QRect(first.left(), first.top(), claimWidth, line), claim, strong,
          settled ? theme.quietText : theme.text, Qt::AlignLeft);
    first.setLeft(first.left() + claimWidth + spacing(3));
    if (first.width() > spacing(10))
        write(first, operandsOf(check), font, theme.quietText, Qt::AlignLeft);

    QRect second(area.left(), area.top() + line, area.width(), line);
    if (stored->mark != data::CheckMark::None) {
        const QString mark = markText(stored->mark);
        const int width = m_lines.width(mark, fontFor(mark, font)) + spacing(3);
        const QRect badge(second.right() - width + 1, second.top() + 1, width, line - 2);
        painter->setPen(theme.line);
        painter->setBrush(Qt::NoBrush);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        write(badge, mark, font, theme.quietText, Qt::AlignHCenter);
        second.setRight(badge.left() - spacing(2));
    }
    // At the right, where they stay in sight when a long title is cut.
    if (const QString editions = editionNames(*stored); !editions.isEmpty()) {
        const int width = std::min(m_lines.width(editions, fontFor(editions, font)), second.width() / 2);
        const QRect box(second.right() - width + 1, second.top(), width, line);
        write(box, editions, font, theme.quietText, Qt::AlignRight);
        second.setRight(box.left() - spacing(3));
    }
    QStringList parts{ruleText(check.rule), nameFromUtf8(stored->articleTitle).simplified()};
    if (!stored->source.empty())
        parts << nameFromUtf8(stored->source);
    if (!stored->archiveMonth.empty())
        parts << formatMonth(stored->archiveMonth);
    write(second, parts.join(QStringLiteral(" · ")), font, theme.quietText, Qt::AlignLeft);
    painter->restore();
}

} // namespace parallax::ui
