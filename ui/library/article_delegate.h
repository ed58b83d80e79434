// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStyledItemDelegate>

#include "data/store/article_store.h"
#include "ui/common/text_lines.h"

namespace parallax::ui {

class ArticleListModel;
struct ListedArticle;

// A row of the article list: title in the reading language, the original or the words found beneath, where
// and when, and signs only for what is there. All rows of one list are equally high.
class ArticleDelegate final : public QStyledItemDelegate {
    Q_OBJECT
  public:
    ArticleDelegate(const ArticleListModel& model, QObject* parent);

    void setCompact(bool compact) { m_compact = compact; }
    void setTagColours(QHash<qint64, QColor> colours) { m_tags = std::move(colours); }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

  private:
    int secondLines() const; // under the title: 0 compact, 1, or 2 for the words found
    void paintSecond(QPainter& painter, const QRect& area, const ListedArticle& listed,
                     const QString& title) const;
    void paintFacts(QPainter& painter, const QRect& area, const ListedArticle& listed) const;

    const ArticleListModel& m_model;
    QHash<qint64, QColor> m_tags;
    bool m_compact = false;
    mutable TextLines m_lines;
};

} // namespace parallax::ui
