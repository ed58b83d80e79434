// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegion>
#include <QTextBrowser>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

#include "ui/reader/folded_text.h"
#include "ui/reader/page_document.h"

namespace parallax::ui {

// A place in the page that outlives a change of mode, script or font size.
struct PageAnchor {
    int block = -1;      // of the original
    int otherBlock = -1; // of the translation
    int offset = 0;      // pixels of the item above the upper edge
};

struct Highlight {
    TextRange range;
    QColor colour;
    qint64 note = 0;
};

// The page itself: text that is read, selected, searched and copied. Knows documents, not the library.
class ArticleView final : public QTextBrowser {
    Q_OBJECT
  public:
    explicit ArticleView(QWidget* parent = nullptr);
    ~ArticleView() override;

    void setPage(std::shared_ptr<PageDocument> page, const PageAnchor& anchor);
    const PageDocument* page() const { return m_page.get(); }

    PageAnchor anchor() const;
    void scrollTo(const PageAnchor& anchor);
    // Scrolls to the words of a quotation near a block and shows them for a moment. False when the words are
    // not on the page: then the block itself is shown.
    bool showQuote(int item, const QString& quote);
    bool showCell(int item, int row, int column); // as it is shown; row -1 is the header. False: not there
    void scrollToItem(int item);
    int topItem() const; // the item at the upper edge

    // Find in article: folded, so that either script finds the other.
    int find(const QString& words);
    int matchCount() const { return static_cast<int>(m_matches.size()); }
    int currentMatch() const { return m_currentMatch; }
    void stepMatch(int by);
    void clearFind();

    void setNotes(std::vector<Highlight> notes);
    std::optional<TextRange> findQuote(int item, const QString& quote) const;
    qint64 noteAt(int position) const; // 0: none

    // Checked figures, by their index in PageChecks::figures.
    int figureAt(const QPoint& viewportPoint) const; // -1: none
    int currentFigure() const { return m_figure; }   // that the keyboard is at; -1: none
    void stepFigure(int by);
    void showFigure(int figure);
    void setFigureToolTips(std::function<QString(int)> toolTip) { m_figureToolTip = std::move(toolTip); }

    // What of the selection lies in which item: the first piece that it touches.
    struct Selected {
        int item = -1;
        bool right = false;
        QString text;
    };
    Selected selected() const;

    int columnWidth() const;

  Q_SIGNALS:
    void linkActivated(const QUrl& url);
    void topItemChanged(int item);
    void noteActivated(qint64 note);
    void figureActivated(int figure, const QPoint& globalPosition);
    void figureShown(int figure); // the keyboard went there

  protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    QMimeData* createMimeDataFromSelection() const override;
    QVariant loadResource(int type, const QUrl& name) override;

  private:
    void applyMargins();
    void refreshSelections();
    void hover(int position);
    void showRange(const TextRange& range);
    void bringIntoView(int position);
    void hoverFigure(const QPoint& viewportPoint);
    const FigureMark* markOf(int figure) const;
    QPoint globalPlaceOf(const FigureMark& mark) const;
    // The nearest character. cursorForPosition would lay out more of a long page than the point needs.
    int positionAt(const QPoint& viewportPoint) const;
    int lastBlockFrom(double y) const;          // the number of the last one that begins at `y` or above
    TextRange visibleRange(int more = 0) const; // whole blocks, and so many more at both ends
    const FoldedText& folded() const;
    double itemTop(int item) const;
    // The first picture of a page rasterises each glyph of it, which takes longer than a frame for a page of
    // Han: so a page that was just set comes in parts, from the top.
    QRegion partToPaint(const QRegion& asked);

    std::shared_ptr<PageDocument> m_page;
    mutable std::optional<FoldedText> m_folded;
    std::vector<TextRange> m_matches;
    int m_currentMatch = -1;
    std::vector<Highlight> m_notes;
    std::optional<TextRange> m_flash;
    std::optional<TextRange> m_counterpart;
    QTimer m_flashTimer;
    QTimer m_scrolledTimer;
    int m_topItem = -1;
    int m_paintedTo = 0; // pixels of the viewport that the page has been painted into since it was set
    int m_figure = -1;
    int m_hoveredFigure = -1;
    std::function<QString(int)> m_figureToolTip;
};

// The word around `position` of a block's text: a run of Latin, or what the word breaker makes of a run of
// Han.
TextRange wordAt(const QString& text, int position);

} // namespace parallax::ui
