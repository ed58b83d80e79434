// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a page holds beside its running text: two columns, tables, references, related articles.
#include "ui/reader/page_writer.h"

#include <QTextTable>

#include <algorithm>

#include "ui/common/check_mark.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/sentences.h"
#include "ui/reader/reader_text.h"

namespace parallax::ui {

// Each pair is a table of its own with one row: both sides begin at the same height, and Qt lays such tables
// out one after another while one long table would be laid out whole.
void PageWriter::writeSideBySide(int index) {
    const PageItem& item = m_page.items[static_cast<std::size_t>(index)];
    Look look = lookOf(item);
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(0);
    format.setCellSpacing(0);
    // A table swallows the space that the byline above the first pair would leave.
    const bool first = index == 0 || (m_page.items[static_cast<std::size_t>(index) - 1].block < 0 &&
                                      m_page.items[static_cast<std::size_t>(index) - 1].otherBlock < 0);
    format.setTopMargin(px(first ? std::max(look.above, 1.2) : look.above));
    format.setBottomMargin(px(look.below));
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(
        {QTextLength(QTextLength::PercentageLength, 50), QTextLength(QTextLength::PercentageLength, 50)});
    look.above = look.below = 0;
    if (item.kind == ItemKind::Summary || item.kind == ItemKind::Takeaway)
        look.indent = look.right = 0;
    QTextTable* table = m_cursor.insertTable(1, 2, format);
    for (int column = 0; column < 2; ++column) {
        QTextTableCell cell = table->cellAt(0, column);
        QTextTableCellFormat padding;
        padding.setLeftPadding(column == 0 ? 0 : px(1.25));
        padding.setRightPadding(column == 0 ? px(1.25) : 0);
        cell.setFormat(padding);
        m_cursor = cell.firstCursorPosition();
        m_fresh = true;
        const bool right = column == 1;
        if ((right ? item.right : item.left).empty())
            continue;
        item.kind == ItemKind::ListItem ? writeList(index, right, look) : writeText(index, right, look);
    }
    m_cursor.movePosition(QTextCursor::End);
    m_fresh = true;
}

void PageWriter::writeTable(int index) {
    const PageItem& item = m_page.items[static_cast<std::size_t>(index)];
    if (item.content == nullptr)
        return;
    const PageTable& content = *item.content;
    Look caption{0.9375, 1.2, 0.5, 0, 0, true, false, false, 1.5};
    Look tools{0.75, 0, 0.2, 0, 0, false, true, false, 1.6};
    const int begin = m_fresh ? m_cursor.position() : m_cursor.position() + 1;
    startBlock(blockFormat(caption, content.caption.language));
    insertRuns(content.caption.empty() ? PageText() : content.caption, caption);
    const QTextCharFormat quiet = charFormat(tools, data::Language::English);
    if (!content.caption.empty())
        m_cursor.insertText(QStringLiteral("   "), quiet);
    insertLink(ReaderText::tr("open in Tables"), QStringLiteral("parallax:table/%1").arg(index), quiet);
    insertSpaced(QStringLiteral(" · "), quiet, interfaceIsLatin());
    insertLink(ReaderText::tr("chart"), QStringLiteral("parallax:chart/%1").arg(index), quiet);
    if (content.reconstructed) {
        insertSpaced(QStringLiteral(" · "), quiet, interfaceIsLatin());
        m_cursor.insertText(ReaderText::tr("reconstructed from word positions"), quiet);
    }

    const bool header = std::any_of(content.header.begin(), content.header.end(),
                                    [](const PageText& cell) { return !cell.plain().trimmed().isEmpty(); });
    const int columns = static_cast<int>(content.header.size());
    const int rows = static_cast<int>(content.rows.size()) + (header ? 1 : 0);
    if (rows > 0 && columns > 0) {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(px(0.375));
        format.setCellSpacing(0);
        format.setHeaderRowCount(header ? 1 : 0);
        // A takeaway stands in a box of its own: Qt gives the first block after a table no space above it.
        const std::size_t following = static_cast<std::size_t>(index) + 1;
        const bool boxFollows =
            following < m_page.items.size() && m_page.items[following].kind == ItemKind::Takeaway;
        format.setBottomMargin(px(boxFollows ? 1.5 : 1.1));
        format.setTopMargin(px(0.3));
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        QTextTable* table = m_cursor.insertTable(rows, columns, format);
        Look cellLook{0.8125, 0, 0, 0, 0, false, false, false, 1.45};
        ColumnWishes wishes(static_cast<std::size_t>(columns));
        for (int row = 0; row < rows; ++row) {
            const bool isHeader = header && row == 0;
            const std::vector<PageText>& cells =
                isHeader ? content.header : content.rows[static_cast<std::size_t>(row - (header ? 1 : 0))];
            for (int column = 0; column < columns; ++column) {
                const PageText& words = cells[static_cast<std::size_t>(column)];
                m_cursor = table->cellAt(row, column).firstCursorPosition();
                // Text of the outer columns stands flush with the column of the article.
                QTextTableCellFormat edge;
                if (column == 0)
                    edge.setLeftPadding(0);
                if (column == columns - 1)
                    edge.setRightPadding(0);
                table->cellAt(row, column).setFormat(edge);
                Look look = cellLook;
                look.bold = isHeader;
                look.quiet = isHeader;
                QTextBlockFormat block = blockFormat(look, words.language);
                switch (content.alignments[static_cast<std::size_t>(column)]) {
                case data::Alignment::Right:
                    block.setAlignment(Qt::AlignRight);
                    break;
                case data::Alignment::Center:
                    block.setAlignment(Qt::AlignHCenter);
                    break;
                default:
                    break;
                }
                m_cursor.setBlockFormat(block);
                insertRuns(words, look);
                wishes.add(static_cast<std::size_t>(column), words.plain(),
                           charFormat(look, words.language).font(), 2 * px(0.375));
            }
        }
        m_target.m_tables.emplace_back(index, table);
        m_target.m_fitted.push_back({table, std::move(wishes), {}});
        m_target.m_decorations.push_back(
            {DecorationKind::TableRules, table->firstPosition(), table->lastPosition(), table});
        m_cursor.movePosition(QTextCursor::End);
        m_fresh = true;
    }
    if (content.preview()) {
        tools.below = 1.2;
        startBlock(blockFormat(tools, data::Language::English));
        m_cursor.insertText(ReaderText::tr("%1 of %2 rows, %3 of %4 columns are shown here.")
                                    .arg(formatCount(static_cast<qint64>(content.rows.size())),
                                         formatCount(static_cast<qint64>(content.allRows)),
                                         formatCount(static_cast<qint64>(content.header.size())),
                                         formatCount(static_cast<qint64>(content.allColumns))) +
                                QLatin1Char(' '),
                            quiet);
        insertLink(ReaderText::tr("Show the whole table"), QStringLiteral("parallax:grid/%1").arg(index),
                   quiet);
    }
    m_target.m_pieces.push_back({index, false, begin, m_cursor.position()});
}

void PageWriter::writeSeeAbove(int index, const Look& look) {
    const PageItem& item = m_page.items[static_cast<std::size_t>(index)];
    Look quiet = look;
    quiet.quiet = true;
    quiet.size = 0.9375;
    startBlock(blockFormat(quiet, item.left.language));
    const int begin = m_cursor.position();
    // The first words suffice to know the passage again; the answer is a cut copy of it.
    QString words = item.left.plain().left(90).trimmed();
    if (const qsizetype space = words.lastIndexOf(QLatin1Char(' ')); space > 60)
        words.truncate(space); // not within a Latin word
    while (!words.isEmpty() && (words.back().isHighSurrogate() || words.back() == QChar(0x2026) ||
                                words.back() == QLatin1Char('.')))
        words.chop(1);
    insertSpaced(words + QStringLiteral("… "), charFormat(quiet, item.left.language),
                 !data::isChinese(item.left.language));
    m_target.m_pieces.push_back({index, false, begin, m_cursor.position()});
    insertLink(ReaderText::tr("Read on above ↑"), QStringLiteral("parallax:block/%1").arg(item.target),
               charFormat(quiet, data::Language::Unknown));
}

void PageWriter::writeRelated(int index) {
    const PageItem& item = m_page.items[static_cast<std::size_t>(index)];
    Look title{0.9375, 0.5, 0.1, 0, 0, false, false, false, 1.5};
    Look excerpt{0.8125, 0, 0.6, 0, 0, false, true, false, 1.55};
    startBlock(blockFormat(title, item.left.language));
    const int begin = m_cursor.position();
    const QString words = item.left.plain();
    QTextCharFormat format = charFormat(title, item.left.language);
    insertLink(words, item.href.isEmpty() ? QStringLiteral("parallax:find/%1").arg(index) : item.href,
               format);
    if (item.uncertain) {
        Look quiet = title;
        quiet.size = 0.75;
        quiet.quiet = true;
        m_cursor.insertText(QStringLiteral("  ") + ReaderText::tr("title guessed"),
                            charFormat(quiet, data::Language::Unknown));
    }
    const int end = m_cursor.position();
    m_target.m_pieces.push_back({index, false, begin, end});
    if (item.right.empty())
        return;
    startBlock(blockFormat(excerpt, item.right.language));
    const int second = m_cursor.position();
    insertRuns(item.right, excerpt);
    if (item.cut)
        m_cursor.insertText(QStringLiteral("…"), charFormat(excerpt, item.right.language));
    m_target.m_pieces.push_back({index, true, second, m_cursor.position()});
}

void PageWriter::writeMore(int index) {
    const PageItem& item = m_page.items[static_cast<std::size_t>(index)];
    Look look{0.875, 1.5, 1.5, 0, 0, false, true, false, 1.6};
    startBlock(blockFormat(look, data::Language::English));
    const int begin = m_cursor.position();
    const QTextCharFormat format = charFormat(look, data::Language::Unknown);
    m_cursor.insertText(ReaderText::tr("This article is very long; %1 more blocks are not shown yet.")
                                .arg(formatCount(item.number)) +
                            QLatin1Char(' '),
                        format);
    insertLink(ReaderText::tr("Show all"), QStringLiteral("parallax:all"), format);
    m_target.m_pieces.push_back({index, false, begin, m_cursor.position()});
}

} // namespace parallax::ui
