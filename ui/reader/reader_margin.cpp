// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/reader_margin.h"

#include <QGuiApplication>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/theme.h"

namespace parallax::ui {
namespace {

using Kind = ReaderMargin::RowKind;

Kind kindOf(const QModelIndex& index) {
    return static_cast<Kind>(index.data(ReaderMargin::KindRole).toInt());
}

// Rows as high as their words need, at most four lines.
class MarginDelegate final : public QStyledItemDelegate {
  public:
    explicit MarginDelegate(QListWidget& list)
        : QStyledItemDelegate(&list)
        , m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const int width = m_list.viewport()->width();
        return {width, contentHeight(option.font, index, width) + paddingOf(index)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = Theme::current();
        const Kind kind = kindOf(index);
        painter->save();
        const bool selected = option.state.testFlag(QStyle::State_Selected) && m_list.hasFocus();
        if (selected)
            painter->fillRect(option.rect, theme.selection);
        else if (kind != Kind::Section && kind != Kind::Sentence &&
                 option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.sunken);
        const bool current = index.data(ReaderMargin::CurrentRole).toBool();
        if (current)
            painter->fillRect(QRect(option.rect.left(), option.rect.top() + 2, 2, option.rect.height() - 4),
                              theme.accent);
        QRect area = option.rect.adjusted(leftOf(index), 0, -spacing(3), 0);
        painter->setFont(fontOf(option.font, index));
        const QString detail = index.data(ReaderMargin::DetailRole).toString();
        if (kind == Kind::Section) {
            painter->setPen(theme.quietText);
            painter->drawText(area.adjusted(0, 0, 0, -spacing(1)), Qt::AlignLeft | Qt::AlignBottom,
                              index.data().toString());
        } else if (kind == Kind::Topic) {
            painter->setPen(theme.quietText);
            const int countWidth = painter->fontMetrics().horizontalAdvance(detail);
            painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, detail);
            painter->setPen(theme.text);
            area.setRight(area.right() - countWidth - spacing(2));
            painter->drawText(
                area, Qt::AlignLeft | Qt::AlignVCenter,
                painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
        } else {
            if (const QVariant colour = index.data(ReaderMargin::ColourRole); colour.isValid()) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(colour.value<QColor>());
                painter->drawRect(QRect(option.rect.left() + spacing(3), area.top() + spacing(1), 3,
                                        area.height() - spacing(2)));
            }
            painter->setPen(current ? theme.accent : (kind == Kind::Sentence ? theme.quietText : theme.text));
            area.adjust(0, paddingOf(index) / 2, 0, 0);
            const QRect words = wordsRect(painter->fontMetrics(), index.data().toString(), area.width());
            painter->drawText(QRect(area.topLeft(), QSize(area.width(), words.height())), Qt::TextWordWrap,
                              index.data().toString());
            if (!detail.isEmpty()) {
                painter->setPen(theme.quietText);
                painter->drawText(area.left(), area.top() + words.height(), area.width(),
                                  painter->fontMetrics().height(), Qt::AlignLeft,
                                  painter->fontMetrics().elidedText(detail, Qt::ElideRight, area.width()));
            }
        }
        painter->restore();
    }

  private:
    static int paddingOf(const QModelIndex& index) {
        return kindOf(index) == Kind::Topic ? spacing(2) : spacing(2);
    }

    static int leftOf(const QModelIndex& index) {
        const Kind kind = kindOf(index);
        if (kind == Kind::Heading)
            return spacing(3) + std::max(0, index.data(ReaderMargin::LevelRole).toInt()) * spacing(3);
        return kind == Kind::Note ? spacing(3) + spacing(3) : spacing(3);
    }

    static QFont fontOf(QFont font, const QModelIndex& index) {
        if (kindOf(index) == Kind::Section)
            font.setBold(true);
        return fontFor(index.data().toString(), font);
    }

    static QRect wordsRect(const QFontMetrics& metrics, const QString& words, int width) {
        QRect rect = metrics.boundingRect(QRect(0, 0, std::max(width, 40), 10'000), Qt::TextWordWrap, words);
        rect.setHeight(std::min(rect.height(), 4 * metrics.lineSpacing()));
        return rect;
    }

    int contentHeight(const QFont& base, const QModelIndex& index, int width) const {
        const QFontMetrics metrics(fontOf(base, index));
        switch (kindOf(index)) {
        case Kind::Section:
            return metrics.height() + (index.row() == 0 ? spacing(1) : spacing(5));
        case Kind::Topic:
            return metrics.height();
        default:
            break;
        }
        int height = wordsRect(metrics, index.data().toString(), width - leftOf(index) - spacing(3)).height();
        if (!index.data(ReaderMargin::DetailRole).toString().isEmpty())
            height += metrics.height();
        return height;
    }

    QListWidget& m_list;
};

} // namespace

ReaderMargin::ReaderMargin(QWidget* parent)
    : QListWidget(parent) {
    setItemDelegate(new MarginDelegate(*this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setResizeMode(QListView::Adjust);
    // A book has a thousand headings, and each is wrapped to learn its height: a few at a time.
    setLayoutMode(QListView::Batched);
    setBatchSize(40);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    connect(this, &QListWidget::itemClicked, this, &ReaderMargin::activate);
    connect(this, &QListWidget::itemActivated, this, [this](QListWidgetItem* row) {
        // A click was served above; this is the Enter key.
        if (!QGuiApplication::mouseButtons().testFlag(Qt::LeftButton))
            activate(row);
    });
    fill();
}

void ReaderMargin::resizeEvent(QResizeEvent* event) {
    QListWidget::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void ReaderMargin::changeEvent(QEvent* event) {
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

void ReaderMargin::setArticle(std::shared_ptr<const LoadedArticle> article, data::Language reading) {
    m_article = std::move(article);
    m_reading = reading;
}

void ReaderMargin::setPage(const PageDocument* page) {
    m_headings.clear();
    m_levels.clear();
    if (page != nullptr) {
        int least = 6;
        for (const PageItem& item : page->page().items)
            if (item.kind == ItemKind::Heading)
                least = std::min(least, item.level);
        for (std::size_t i = 0; i < page->page().items.size(); ++i) {
            const PageItem& item = page->page().items[i];
            if (item.kind != ItemKind::Heading || item.continued)
                continue;
            const PageText& words = item.left.empty() ? item.right : item.left;
            m_headings.emplace_back(static_cast<int>(i), words.plain().simplified().left(200));
            m_levels.push_back(item.level - least);
        }
    }
    fill();
}

QListWidgetItem* ReaderMargin::addRow(RowKind kind, const QString& text) {
    auto* row = new QListWidgetItem(text, this);
    row->setData(KindRole, static_cast<int>(kind));
    if (kind == RowKind::Section || kind == RowKind::Sentence)
        row->setFlags(Qt::NoItemFlags | (kind == RowKind::Section ? Qt::ItemIsEnabled : Qt::NoItemFlags));
    return row;
}

void ReaderMargin::fill() {
    const int scroll = verticalScrollBar()->value();
    clear();
    setAccessibleName(tr("Contents, notes, topics and related articles"));
    if (!m_headings.empty()) {
        addRow(RowKind::Section, tr("Contents"));
        for (std::size_t i = 0; i < m_headings.size(); ++i) {
            QListWidgetItem* row = addRow(RowKind::Heading, m_headings[i].second);
            row->setData(ValueRole, m_headings[i].first);
            row->setData(LevelRole, m_levels[i]);
        }
    }
    if (m_article == nullptr)
        return;
    addRow(RowKind::Section, tr("Notes"));
    if (m_article->notes.empty())
        addRow(RowKind::Sentence, tr("Select words and press N to write a note."));
    for (const data::Note& note : m_article->notes) {
        const QString text = fromUtf8(note.text).simplified();
        const QString quote = fromUtf8(note.quote).simplified();
        QListWidgetItem* row = addRow(RowKind::Note, (text.isEmpty() ? quote : text).left(400));
        row->setData(ValueRole, QVariant::fromValue<qlonglong>(note.id));
        row->setData(ColourRole, QColor(fromUtf8(note.colour)));
        if (!text.isEmpty() && !quote.isEmpty())
            row->setData(DetailRole, QStringLiteral("“%1”").arg(quote.left(200)));
        row->setToolTip(quote);
    }
    const data::Article& article = m_article->original.article;
    if (!article.topics.empty()) {
        addRow(RowKind::Section, tr("Topics"));
        for (const data::Topic& topic : article.topics) {
            QListWidgetItem* row = addRow(RowKind::Topic, nameFromUtf8(topic.name));
            row->setData(ValueRole, fromUtf8(topic.name));
            if (topic.count >= 0) {
                row->setData(DetailRole, formatCount(topic.count));
                row->setToolTip(tr("The page counts %1 related articles.").arg(formatCount(topic.count)));
            }
        }
    }
    if (!m_article->related.empty()) {
        addRow(RowKind::Section, tr("Related in this library"));
        for (const data::ArticleRow& related : m_article->related) {
            QListWidgetItem* row = addRow(RowKind::Related, fromUtf8(data::titleIn(related, m_reading)));
            row->setData(ValueRole, QVariant::fromValue<qlonglong>(related.id));
            QStringList detail;
            if (!related.source.empty())
                detail << nameFromUtf8(related.source);
            if (!related.archiveMonth.empty())
                detail << formatMonth(related.archiveMonth);
            row->setData(DetailRole, detail.join(QStringLiteral(" · ")));
        }
    }
    verticalScrollBar()->setValue(scroll);
}

void ReaderMargin::setCurrentItem(int pageItem) {
    QListWidgetItem* lit = nullptr;
    for (int i = 0; i < count(); ++i) {
        QListWidgetItem* row = item(i);
        if (static_cast<RowKind>(row->data(KindRole).toInt()) != RowKind::Heading)
            continue;
        if (row->data(ValueRole).toInt() <= pageItem)
            lit = row;
    }
    for (int i = 0; i < count(); ++i)
        if (item(i)->data(CurrentRole).toBool() != (item(i) == lit))
            item(i)->setData(CurrentRole, item(i) == lit);
}

void ReaderMargin::activate(QListWidgetItem* row) {
    const QVariant value = row->data(ValueRole);
    switch (static_cast<RowKind>(row->data(KindRole).toInt())) {
    case RowKind::Heading:
        Q_EMIT headingActivated(value.toInt());
        break;
    case RowKind::Note:
        Q_EMIT noteActivated(value.toLongLong());
        break;
    case RowKind::Topic:
        Q_EMIT topicActivated(value.toString());
        break;
    case RowKind::Related:
        Q_EMIT relatedActivated(value.toLongLong());
        break;
    case RowKind::Section:
    case RowKind::Sentence:
        break;
    }
}

} // namespace parallax::ui
