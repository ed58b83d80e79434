// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tables/table_list_delegate.h"

#include <QPainter>

#include "ui/common/fonts.h"
#include "ui/common/theme.h"
#include "ui/tables/table_list_model.h"

namespace parallax::ui {

static int headingHeight(const QFontMetrics& metrics) {
    return metrics.height() + spacing(3);
}

QSize TableListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QFontMetrics metrics(option.font);
    const bool sameArticle =
        static_cast<const TableListModel*>(index.model())->grouping() == TableGrouping::Article;
    int height = metrics.height() * (sameArticle ? 2 : 3) + spacing(4);
    if (!index.data(TableListModel::HeadingRole).toString().isEmpty())
        height += headingHeight(metrics);
    return {metrics.averageCharWidth() * 24, height};
}

void TableListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    const Theme& theme = Theme::current();
    const QFontMetrics metrics(option.font);
    QRect rect = option.rect;
    painter->save();
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    const int side = spacing(3);

    const QString heading = index.data(TableListModel::HeadingRole).toString();
    if (!heading.isEmpty()) {
        const QRect band(rect.left(), rect.top(), rect.width(), headingHeight(metrics));
        painter->fillRect(band, theme.ground);
        painter->setFont(strong);
        painter->setPen(theme.quietText);
        painter->drawText(band.adjusted(side, spacing(1), -side, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(strong).elidedText(heading, Qt::ElideRight, band.width() - 2 * side));
        rect.setTop(band.bottom() + 1);
    }
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(rect, theme.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(rect, theme.sunken);
    if (selected)
        painter->fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), theme.accent);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(theme.accent);
        painter->drawRect(rect.adjusted(0, 0, -1, -1));
    }
    painter->setPen(theme.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());

    int y = rect.top() + spacing(2);
    const auto line = [&](const QString& text, const QFont& font, const QColor& colour) {
        painter->setFont(fontFor(text, font));
        painter->setPen(colour);
        m_lines.draw(*painter, QRect(rect.left() + side, y, rect.width() - 2 * side, metrics.height()), text);
        y += metrics.height();
    };
    line(index.data().toString(), strong, theme.text);
    if (static_cast<const TableListModel*>(index.model())->grouping() != TableGrouping::Article)
        line(index.data(TableListModel::ArticleRole).toString(), option.font, theme.text);
    line(index.data(TableListModel::DetailRole).toString(), option.font, theme.quietText);
    painter->restore();
}

} // namespace parallax::ui
