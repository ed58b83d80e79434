// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>

#include "ui/reader/page_document.h"

namespace parallax::ui {

// Writes the items of a page into its document, one after another.
class PageWriter {
  public:
    explicit PageWriter(PageDocument& target);
    void write();

  private:
    struct Look {
        double size = 1;  // times the article's font
        double above = 0; // space above and below, in times the article's font
        double below = 0.75;
        double indent = 0;
        double right = 0;
        bool bold = false;
        bool quiet = false;
        bool code = false;
        double lineHeight = 0; // times the font; 0: the reader's own
    };

    Look lookOf(const PageItem& item) const;
    void writeItem(int index);
    void writeText(int index, bool right, const Look& look);
    void writeList(int index, bool right, const Look& look);
    void writeSideBySide(int index);
    void writeTable(int index);
    void writeSeeAbove(int index, const Look& look);
    void writeRelated(int index);
    void writeMore(int index);
    void writeLabel(const QString& words, const Look& look);
    void writeBadge(const PageText& text);
    void writeCounts(const QTextCharFormat& base, bool narrowDots); // as the line before them has

    // A new paragraph at the cursor, or the empty one that a table left behind.
    void startBlock(const QTextBlockFormat& format);
    QTextBlockFormat blockFormat(const Look& look, data::Language language) const;
    QTextCharFormat charFormat(const Look& look, data::Language language) const;
    void insertRuns(const PageText& text, const Look& look);
    // `narrowMarks`: what is not Chinese in it has its quotation marks as narrow as Latin text.
    void insertSpaced(const QString& text, const QTextCharFormat& format, bool narrowMarks);
    void insertLink(const QString& text, const QString& href, const QTextCharFormat& base);
    void decorate(DecorationKind kind, int begin, int end);
    int px(double times) const;

    PageDocument& m_target;
    const ReaderStyle& m_style;
    const Page& m_page;
    QTextCursor m_cursor;
    bool m_fresh = true; // the cursor stands in an empty block that may be used
    bool m_inCell = false;
};

} // namespace parallax::ui
