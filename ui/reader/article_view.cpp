// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/article_view.h"

#include <QAbstractTextDocumentLayout>
#include <QBackingStore>
#include <QMimeData>
#include <QMouseEvent>
#include <QPaintEngine>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "ui/reader/article_clipboard.h"

namespace parallax::ui {
namespace {

constexpr int firstPaintPixels = 160;
constexpr int besideRow = 8; // blocks that stand beside one, in cells of its row
constexpr int flashMilliseconds = 2400;

QColor withAlpha(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

} // namespace

ArticleView::ArticleView(QWidget* parent)
    : QTextBrowser(parent) {
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // A caret lets the keyboard select words for a note or a copy.
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    connect(this, &QTextBrowser::anchorClicked, this, &ArticleView::linkActivated);
    m_flashTimer.setSingleShot(true);
    m_flashTimer.setInterval(flashMilliseconds);
    connect(&m_flashTimer, &QTimer::timeout, this, [this] {
        m_flash.reset();
        refreshSelections();
    });
    m_scrolledTimer.setSingleShot(true);
    m_scrolledTimer.setInterval(30);
    connect(&m_scrolledTimer, &QTimer::timeout, this, [this] {
        refreshSelections();
        const int top = topItem();
        if (top != m_topItem) {
            m_topItem = top;
            Q_EMIT topItemChanged(top);
        }
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_scrolledTimer.isActive())
            m_scrolledTimer.start();
    });
}

ArticleView::~ArticleView() {
    // The page owns the document; the base class must not look at it when it is gone.
    setDocument(nullptr);
}

void ArticleView::setPage(std::shared_ptr<PageDocument> page, const PageAnchor& anchor) {
    setExtraSelections({});
    m_matches.clear();
    m_notes.clear();
    m_currentMatch = -1;
    m_flash.reset();
    m_counterpart.reset();
    m_figure = m_hoveredFigure = -1;
    m_folded.reset();
    const std::shared_ptr<PageDocument> previous = std::exchange(m_page, std::move(page));
    applyMargins();
    if (m_page) {
        QTextOption option = m_page->document()->defaultTextOption();
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_page->document()->setDefaultTextOption(option);
        m_page->fitTables(viewport()->width());
        setDocument(m_page->document());
    } else {
        setDocument(nullptr);
    }
    m_paintedTo = 0;
    setCursorWidth(0); // of this document; until the keyboard selects
    m_topItem = -1;
    scrollTo(anchor);
    m_scrolledTimer.start();
}

int ArticleView::columnWidth() const {
    if (m_page == nullptr)
        return 640;
    const int column = m_page->style().columnWidth();
    return m_page->page().mode == ReadingMode::SideBySide ? column * 17 / 10 : column;
}

void ArticleView::applyMargins() {
    // The page is as wide as the measure and stands in the middle: a wider window lays nothing out anew.
    const int least = m_page ? m_page->style().pixels * 3 / 2 : 24;
    const int free = width() - verticalScrollBar()->sizeHint().width() - columnWidth();
    const int side = std::max(least, free / 2);
    setViewportMargins(side, 0, side, 0);
}

void ArticleView::resizeEvent(QResizeEvent* event) {
    const PageAnchor before = anchor(); // the lines are still those of the old width
    const int oldWidth = event->oldSize().width();
    applyMargins();
    if (m_page)
        m_page->fitTables(viewport()->width());
    QTextBrowser::resizeEvent(event);
    if (viewport()->width() != oldWidth)
        scrollTo(before);
}

double ArticleView::itemTop(int item) const {
    int piece = m_page->pieceOfItem(item);
    if (piece < 0)
        piece = m_page->pieceOfItem(item, true);
    if (piece < 0)
        return 0;
    QTextCursor cursor(document());
    const QTextBlock block = document()->findBlock(m_page->pieces()[static_cast<std::size_t>(piece)].begin);
    return document()->documentLayout()->blockBoundingRect(block).top();
}

int ArticleView::positionAt(const QPoint& viewportPoint) const {
    const QPoint scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    return std::max(0, document()->documentLayout()->hitTest(viewportPoint + scrolled, Qt::FuzzyHit));
}

int ArticleView::topItem() const {
    if (m_page == nullptr || m_page->pieces().empty())
        return -1;
    // At the very top it is the first one, whatever has been laid out so far.
    if (verticalScrollBar()->value() == 0)
        return m_page->pieces().front().item;
    const int block = lastBlockFrom(verticalScrollBar()->value() + m_page->style().pixels);
    const int position = document()->findBlockByNumber(block).position();
    const int piece = std::max(0, m_page->pieceAt(position));
    return m_page->pieces()[static_cast<std::size_t>(piece)].item;
}

PageAnchor ArticleView::anchor() const {
    PageAnchor result;
    const int item = topItem();
    if (item < 0 || verticalScrollBar()->value() == 0)
        return result;
    const PageItem& shown = m_page->page().items[static_cast<std::size_t>(item)];
    result.block = shown.block;
    result.otherBlock = shown.otherBlock;
    result.offset = verticalScrollBar()->value() - static_cast<int>(std::lround(itemTop(item)));
    return result;
}

void ArticleView::scrollTo(const PageAnchor& anchor) {
    if (m_page == nullptr)
        return;
    int item = -1;
    if (anchor.block >= 0)
        item = m_page->itemOfBlock(anchor.block, false);
    if (item < 0 && anchor.otherBlock >= 0)
        item = m_page->itemOfBlock(anchor.otherBlock, true);
    if (item < 0) {
        verticalScrollBar()->setValue(0);
        return;
    }
    // The scroll bar's range follows the lazy layout: asking for the item's place lays out up to it.
    const int wanted = static_cast<int>(std::lround(itemTop(item))) + anchor.offset;
    document()->documentLayout()->hitTest(QPointF(0, wanted + viewport()->height()), Qt::FuzzyHit);
    verticalScrollBar()->setValue(wanted);
}

void ArticleView::scrollToItem(int item) {
    if (m_page == nullptr || item < 0)
        return;
    const int wanted = static_cast<int>(std::lround(itemTop(item))) - m_page->style().pixels;
    document()->documentLayout()->hitTest(QPointF(0, wanted + viewport()->height()), Qt::FuzzyHit);
    verticalScrollBar()->setValue(std::max(0, wanted));
}

const FoldedText& ArticleView::folded() const {
    if (!m_folded)
        m_folded.emplace(document()->toRawText());
    return *m_folded;
}

void ArticleView::setNotes(std::vector<Highlight> notes) {
    m_notes = std::move(notes);
    refreshSelections();
}

qint64 ArticleView::noteAt(int position) const {
    for (const Highlight& note : m_notes)
        if (position >= note.range.begin && position < note.range.end)
            return note.note;
    return 0;
}

// Not by hitTest: between two blocks it gives the document's end while the end has not been laid out yet.
int ArticleView::lastBlockFrom(double y) const {
    const QAbstractTextDocumentLayout& layout = *document()->documentLayout();
    const auto beginsBelow = [&](int block) {
        return layout.blockBoundingRect(document()->findBlockByNumber(block)).top() > y;
    };
    // In growing steps: asking for a block lays out everything before it.
    int low = 0, high = 1;
    for (; high < document()->blockCount() && !beginsBelow(high); high *= 2)
        low = high;
    high = std::min(high, document()->blockCount());
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        (beginsBelow(middle) ? high : low) = middle;
    }
    return low;
}

TextRange ArticleView::visibleRange(int more) const {
    const double top = verticalScrollBar()->value();
    const QTextBlock first = document()->findBlockByNumber(std::max(0, lastBlockFrom(top) - more));
    const QTextBlock last =
        document()->findBlockByNumber(lastBlockFrom(top + viewport()->height()) + more + 1);
    return {first.position(), last.isValid() ? last.position() : document()->characterCount()};
}

void ArticleView::refreshSelections() {
    if (m_page == nullptr)
        return;
    // Only what can be seen: ten thousand selections would slow every repaint.
    const TextRange seen = visibleRange();
    const Theme& theme = m_page->style().theme;
    QList<QTextEdit::ExtraSelection> selections;
    const auto add = [&](const TextRange& range, const QColor& background, const QColor& text = {}) {
        if (range.end < seen.begin - 2000 || range.begin > seen.end + 2000)
            return;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(std::min(range.begin, document()->characterCount() - 1));
        selection.cursor.setPosition(std::min(range.end, document()->characterCount() - 1),
                                     QTextCursor::KeepAnchor);
        selection.format.setBackground(background);
        if (text.isValid())
            selection.format.setForeground(text);
        selections.push_back(selection);
    };
    for (const Highlight& note : m_notes)
        add(note.range, withAlpha(note.colour, theme.dark ? 90 : 80));
    if (m_counterpart)
        add(*m_counterpart, withAlpha(theme.accent, 36));
    for (std::size_t i = 0; i < m_matches.size(); ++i) {
        if (static_cast<int>(i) == m_currentMatch)
            add(m_matches[i], theme.accent, theme.ground);
        else
            add(m_matches[i], withAlpha(theme.accent, 60));
    }
    for (const int figure : {m_hoveredFigure, m_figure})
        if (const FigureMark* mark = markOf(figure)) {
            for (const auto& [begin, end] : mark->operands)
                add({begin, end}, withAlpha(theme.accent, 48));
            if (figure == m_figure)
                add({mark->begin, mark->end}, withAlpha(theme.accent, 80));
        }
    if (m_flash)
        add(*m_flash, withAlpha(theme.amber, 110));
    setExtraSelections(selections);
}

void ArticleView::hover(int position) {
    std::optional<TextRange> counterpart;
    const int index = position < 0 ? -1 : m_page->pieceAt(position);
    if (index >= 0) {
        const Piece& piece = m_page->pieces()[static_cast<std::size_t>(index)];
        if (position >= piece.begin && position <= piece.end) {
            const int other = m_page->pieceOfItem(piece.item, !piece.right);
            const ItemKind kind = m_page->page().items[static_cast<std::size_t>(piece.item)].kind;
            if (other >= 0 && kind != ItemKind::Related) {
                const Piece& partner = m_page->pieces()[static_cast<std::size_t>(other)];
                counterpart = TextRange{partner.begin, partner.end};
            }
        }
    }
    if (counterpart == m_counterpart)
        return;
    m_counterpart = counterpart;
    refreshSelections();
}

void ArticleView::mouseMoveEvent(QMouseEvent* event) {
    QTextBrowser::mouseMoveEvent(event);
    if (m_page != nullptr && event->buttons() == Qt::NoButton)
        hover(cursorForPosition(event->position().toPoint()).position());
    hoverFigure(event->position().toPoint());
}

void ArticleView::leaveEvent(QEvent* event) {
    QTextBrowser::leaveEvent(event);
    if (m_page != nullptr)
        hover(-1);
    hoverFigure({-1, -1});
}

void ArticleView::mouseReleaseEvent(QMouseEvent* event) {
    QTextBrowser::mouseReleaseEvent(event);
    if (m_page == nullptr || textCursor().hasSelection() || event->button() != Qt::LeftButton)
        return;
    if (const int figure = figureAt(event->position().toPoint()); figure >= 0) {
        Q_EMIT figureActivated(figure, event->globalPosition().toPoint());
        return;
    }
    if (const qint64 note = noteAt(cursorForPosition(event->position().toPoint()).position()))
        Q_EMIT noteActivated(note);
}

void ArticleView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_page == nullptr || event->button() != Qt::LeftButton) {
        QTextBrowser::mouseDoubleClickEvent(event);
        return;
    }
    QTextCursor cursor = cursorForPosition(event->position().toPoint());
    const QTextBlock block = cursor.block();
    const TextRange word = wordAt(block.text(), cursor.position() - block.position());
    cursor.setPosition(block.position() + word.begin);
    cursor.setPosition(block.position() + word.end, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    event->accept();
}

void ArticleView::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        event->modifiers() == Qt::NoModifier) {
        if (const FigureMark* mark = markOf(m_figure)) {
            Q_EMIT figureActivated(m_figure, globalPlaceOf(*mark));
            return;
        }
    }
    // Up and down scroll as in every reader; with Shift they select.
    if (!event->modifiers().testFlag(Qt::ShiftModifier) &&
        !event->modifiers().testFlag(Qt::ControlModifier)) {
        QScrollBar* bar = verticalScrollBar();
        const int line = m_page ? m_page->style().pixels * 5 / 2 : 40;
        switch (event->key()) {
        case Qt::Key_Up:
            bar->setValue(bar->value() - line);
            return;
        case Qt::Key_Down:
            bar->setValue(bar->value() + line);
            return;
        case Qt::Key_Home:
            bar->setValue(0);
            return;
        case Qt::Key_End:
            document()->documentLayout()->documentSize();
            bar->setValue(bar->maximum());
            return;
        default:
            break;
        }
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        setCursorWidth(1);
    QTextBrowser::keyPressEvent(event);
}

QVariant ArticleView::loadResource(int, const QUrl&) {
    // An article never makes the program fetch or read anything.
    return {};
}

void ArticleView::paintEvent(QPaintEvent* event) {
    const QRegion region = partToPaint(event->region());
    if (m_page != nullptr) {
        QPainter painter(viewport());
        painter.setClipRegion(region);
        painter.translate(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
        const TextRange seen = visibleRange(besideRow);
        m_page->paintDecorations(painter, seen.begin - 1, seen.end + 1);
    }
    QPaintEvent part(region);
    QTextBrowser::paintEvent(&part);
}

QRegion ArticleView::partToPaint(const QRegion& asked) {
    const QRect all = viewport()->rect();
    if (m_paintedTo >= all.height())
        return asked;
    // A picture that somebody takes of the view (QWidget::grab) is not the window's, and is made whole.
    QBackingStore* store = viewport()->backingStore();
    const QPainter probe(viewport());
    if (store == nullptr || probe.paintEngine()->paintDevice() != store->paintDevice())
        return asked;
    m_paintedTo += std::max(firstPaintPixels, all.height() / 4);
    viewport()->update(0, m_paintedTo, all.width(), all.height() - m_paintedTo);
    return asked & QRect(0, 0, all.width(), m_paintedTo);
}

} // namespace parallax::ui
