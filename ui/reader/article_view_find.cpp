// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Words in the article: found, shown, selected.
#include "ui/reader/article_view.h"

#include <QAbstractTextDocumentLayout>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBoundaryFinder>

#include <algorithm>

#include "base/utf8.h"
#include "ui/reader/article_clipboard.h"

namespace parallax::ui {

std::optional<TextRange> ArticleView::findQuote(int item, const QString& quote) const {
    if (m_page == nullptr || quote.trimmed().isEmpty())
        return std::nullopt;
    const QString words = quote.trimmed();
    for (const bool right : {false, true}) {
        const int piece = m_page->pieceOfItem(item, right);
        if (piece < 0)
            continue;
        const Piece& where = m_page->pieces()[static_cast<std::size_t>(piece)];
        // A table's piece covers its caption only up to the cells; the cells follow directly.
        int end = where.end;
        if (const QTextTable* table = m_page->tableOfItem(item))
            end = std::max(end, table->lastPosition() + 1);
        const std::vector<TextRange> found = folded().find(words, where.begin, end, 1);
        if (!found.empty())
            return found.front();
    }
    return std::nullopt;
}

bool ArticleView::showQuote(int item, const QString& quote) {
    if (m_page == nullptr || item < 0)
        return false;
    std::optional<TextRange> range = findQuote(item, quote);
    bool exact = range.has_value();
    if (!range && !quote.trimmed().isEmpty()) {
        // Blocks may have moved in a new version: the words anywhere on the page are better than a wrong
        // block.
        const std::vector<TextRange> anywhere =
            folded().find(quote.trimmed(), 0, document()->characterCount(), 1);
        if (!anywhere.empty()) {
            range = anywhere.front();
            exact = true;
        }
    }
    if (!range) {
        int piece = m_page->pieceOfItem(item);
        if (piece < 0)
            piece = m_page->pieceOfItem(item, true);
        if (piece < 0)
            return false;
        const Piece& where = m_page->pieces()[static_cast<std::size_t>(piece)];
        range = TextRange{where.begin, where.end};
    }
    showRange(*range);
    return exact;
}

// Scrolls to the words and shows them for a moment.
void ArticleView::showRange(const TextRange& range) {
    const QTextBlock block = document()->findBlock(range.begin);
    const QRectF rect = document()->documentLayout()->blockBoundingRect(block);
    double top = rect.top();
    if (block.layout() != nullptr) {
        const QTextLine line = block.layout()->lineForTextPosition(range.begin - block.position());
        if (line.isValid())
            top += line.y();
    }
    document()->documentLayout()->hitTest(QPointF(0, top + viewport()->height()), Qt::FuzzyHit);
    verticalScrollBar()->setValue(std::max(0, static_cast<int>(top) - viewport()->height() / 3));
    QTextCursor caret(document());
    caret.setPosition(range.begin);
    setTextCursor(caret);
    m_flash = range;
    m_flashTimer.start();
    refreshSelections();
}

int ArticleView::find(const QString& words) {
    m_matches.clear();
    m_currentMatch = -1;
    if (m_page != nullptr && !words.isEmpty())
        m_matches = folded().find(words, 0, document()->characterCount());
    if (!m_matches.empty()) {
        // The first one at or below the upper edge: reading goes on from where it was.
        const int from = visibleRange().begin;
        const auto next = std::lower_bound(m_matches.begin(), m_matches.end(), from,
                                           [](const TextRange& match, int at) { return match.begin < at; });
        m_currentMatch = next == m_matches.end() ? 0 : static_cast<int>(next - m_matches.begin());
        stepMatch(0);
    }
    refreshSelections();
    return matchCount();
}

void ArticleView::stepMatch(int by) {
    if (m_matches.empty())
        return;
    const int count = matchCount();
    m_currentMatch = ((m_currentMatch + by) % count + count) % count;
    const TextRange& match = m_matches[static_cast<std::size_t>(m_currentMatch)];
    bringIntoView(match.begin);
    refreshSelections();
}

void ArticleView::bringIntoView(int position) {
    QTextCursor cursor(document());
    cursor.setPosition(position);
    setTextCursor(cursor);
    ensureCursorVisible();
    // Not at the very edge: the words around it are what a person wants to see.
    const QRect where = cursorRect(cursor);
    const int border = viewport()->height() / 5;
    if (where.top() < border || where.bottom() > viewport()->height() - border)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + where.top() - viewport()->height() / 3);
}

void ArticleView::clearFind() {
    m_matches.clear();
    m_currentMatch = -1;
    refreshSelections();
}

ArticleView::Selected ArticleView::selected() const {
    Selected result;
    const QTextCursor cursor = textCursor();
    if (m_page == nullptr || !cursor.hasSelection())
        return result;
    int index = m_page->pieceAt(cursor.selectionStart());
    const auto& pieces = m_page->pieces();
    if (index < 0 || pieces[static_cast<std::size_t>(index)].end <= cursor.selectionStart()) {
        if (const QTextTable* table = cursor.currentTable(); table != nullptr && index >= 0) {
            // Within the cells of a table: its piece holds the caption.
        } else if (index + 1 < static_cast<int>(pieces.size()) &&
                   pieces[static_cast<std::size_t>(index + 1)].begin < cursor.selectionEnd()) {
            ++index;
        }
    }
    if (index < 0)
        return result;
    const Piece& piece = pieces[static_cast<std::size_t>(index)];
    result.item = piece.item;
    result.right = piece.right;
    // A note is anchored in one block: what reaches over its end is cut.
    int end = cursor.selectionEnd();
    if (index + 1 < static_cast<int>(pieces.size()))
        end = std::min(end, pieces[static_cast<std::size_t>(index + 1)].begin);
    const int begin = std::max(cursor.selectionStart(), piece.begin);
    QTextCursor part(document());
    part.setPosition(begin);
    part.setPosition(std::max(begin, end), QTextCursor::KeepAnchor);
    result.text = part.selectedText();
    result.text.replace(QChar::LineSeparator, QLatin1Char('\n'));
    if (const qsizetype paragraph = result.text.indexOf(QChar::ParagraphSeparator); paragraph > 0)
        result.text.truncate(paragraph);
    result.text = result.text.trimmed();
    return result;
}

QMimeData* ArticleView::createMimeDataFromSelection() const {
    if (m_page == nullptr)
        return QTextBrowser::createMimeDataFromSelection();
    const QTextCursor cursor = textCursor();
    return makeArticleMimeData(*document(), cursor.selectionStart(), cursor.selectionEnd()).release();
}

TextRange wordAt(const QString& text, int position) {
    if (text.isEmpty())
        return {0, 0};
    const auto kindOf = [&](qsizetype i) {
        const QChar c = text[i];
        if (isHan(c.unicode()) || c.isSurrogate())
            return 1;
        if (c.isLetterOrNumber() || c == QLatin1Char('_'))
            return 2;
        return c.isSpace() ? 3 : 4;
    };
    qsizetype at = std::clamp<qsizetype>(position, 0, text.size() - 1);
    if (kindOf(at) > 2 && at > 0 && kindOf(at - 1) <= 2)
        --at;
    const int kind = kindOf(at);
    qsizetype begin = at;
    qsizetype end = at + 1;
    // "GPT-4o", "1.5" and "AT&T" are words: one joining sign between letters or digits belongs to them.
    const auto joins = [&](qsizetype i) {
        return kind == 2 && i > 0 && i + 1 < text.size() && QStringView(u".-'&’").contains(text[i]) &&
               kindOf(i - 1) == 2 && kindOf(i + 1) == 2;
    };
    while (begin > 0 && (kindOf(begin - 1) == kind || joins(begin - 1)))
        --begin;
    while (end < text.size() && (kindOf(end) == kind || joins(end)))
        ++end;
    if (kind != 1)
        return {static_cast<int>(begin), static_cast<int>(end)};
    // A run of Han: words by the breaker on the run alone, so that punctuation and Latin cannot glue to it.
    const QString run = text.mid(begin, end - begin);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, run);
    finder.setPosition(at - begin + 1);
    qsizetype right = finder.isAtBoundary() ? finder.position() : finder.toNextBoundary();
    if (right < 0)
        right = run.size();
    finder.setPosition(at - begin);
    qsizetype left = finder.isAtBoundary() ? finder.position() : finder.toPreviousBoundary();
    left = std::max<qsizetype>(left, 0);
    return {static_cast<int>(begin + left), static_cast<int>(begin + right)};
}

} // namespace parallax::ui
