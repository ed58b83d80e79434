// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/page_writer.h"

#include <QTextTable>

#include <cmath>

#include "base/utf8.h"
#include "ui/common/check_mark.h"
#include "ui/common/format.h"
#include "ui/common/sentences.h"
#include "ui/reader/reader_text.h"

namespace parallax::ui {
namespace {

bool isLatinUnit(QChar c) {
    return c.unicode() < 0x250 && c.isLetterOrNumber();
}

// Han on one side, a Latin letter or digit on the other.
bool isScriptBorder(QChar a, QChar b) {
    return (isHan(a.unicode()) && isLatinUnit(b)) || (isLatinUnit(a) && isHan(b.unicode()));
}

} // namespace

PageWriter::PageWriter(PageDocument& target)
    : m_target(target)
    , m_style(target.m_style)
    , m_page(*target.m_page)
    , m_cursor(target.m_document.get()) {}

int PageWriter::px(double times) const {
    return static_cast<int>(std::lround(times * m_style.pixels));
}

void PageWriter::write() {
    m_cursor.beginEditBlock();
    for (std::size_t i = 0; i < m_page.items.size(); ++i)
        writeItem(static_cast<int>(i));
    m_cursor.endEditBlock();
}

PageWriter::Look PageWriter::lookOf(const PageItem& item) const {
    Look look;
    switch (item.kind) {
    case ItemKind::Title:
        return {1.5, 0, 0.35, 0, 0, true, false, false, 1.35};
    case ItemKind::Subtitle:
        return {1.0, 0, 0.5, 0, 0, false, true, false, 1.5};
    case ItemKind::Provenance:
        return {0.8125, 0, 1.5, 0, 0, false, true, false, 1.6};
    case ItemKind::Sentence:
        return {0.875, 0, 1.25, 0, 0, false, true, false, 1.6};
    case ItemKind::Summary:
        look.above = 1.6;
        look.below = 1.9;
        look.indent = look.right = 1;
        break;
    case ItemKind::Notice:
        return {0.8125, 0, 1.5, 0, 0, false, true, false, 1.6};
    case ItemKind::Heading:
        if (item.level <= 2)
            return {1.25, 2.0, 0.6, 0, 0, true, false, false, 1.4};
        return {1.0, 1.5, 0.4, 0, 0, true, false, false, 1.6};
    case ItemKind::ListItem:
        look.below = 0.5;
        look.indent = 1.75 * std::max(1, std::min(item.level, 6));
        break;
    case ItemKind::Quote:
        look.above = 0.9;
        look.below = 1.1;
        look.indent = 1.25;
        look.right = 1;
        break;
    case ItemKind::Code:
        look.size = 0.8125;
        look.code = true;
        look.above = 1.2;
        look.below = 1.4;
        look.indent = look.right = 0.75;
        look.lineHeight = 1.5;
        break;
    case ItemKind::Takeaway:
        look.size = 0.9375;
        look.above = 1.9;
        look.below = 1.9;
        look.indent = look.right = 1;
        break;
    case ItemKind::Question:
        return {1.0, 1.1, 0.3, 0, 0, true, false, false, 0};
    case ItemKind::Answer:
        return look;
    default:
        break;
    }
    if (item.continued)
        look.above = 0;
    return look;
}

QTextBlockFormat PageWriter::blockFormat(const Look& look, data::Language language) const {
    QTextBlockFormat format;
    format.setTopMargin(px(look.above));
    format.setBottomMargin(px(look.below));
    format.setLeftMargin(px(look.indent));
    format.setRightMargin(px(look.right));
    // Chinese has no ascenders to keep lines apart: 1.75 where Latin has 1.6.
    const double own = (m_style.lineHeightPercent + (data::isChinese(language) ? 15 : 0)) / 100.0;
    const double height = look.lineHeight > 0 ? look.lineHeight : own;
    // Fixed, because a proportional height goes by the CJK font's own generous one (1.45 em).
    format.setLineHeight(std::round(height * look.size * m_style.pixels), QTextBlockFormat::FixedHeight);
    return format;
}

QTextCharFormat PageWriter::charFormat(const Look& look, data::Language language) const {
    QTextCharFormat format;
    QStringList families = m_style.familiesOf(language);
    if (look.code)
        families.prepend(QStringLiteral("DejaVu Sans Mono"));
    format.setFontFamilies(families);
    format.setProperty(QTextFormat::FontPixelSize, px(look.size));
    format.setFontWeight(look.bold ? QFont::Bold : QFont::Normal);
    // HarfBuzz exchanges Noto CJK's digits in Latin text for glyphs that no character maps to, and a PDF made
    // with them can neither be searched for a figure nor give it to the clipboard (Qt 6.4.2; tested with
    // pdftotext).
    if (m_style.paper)
        format.setFontStyleStrategy(QFont::PreferNoShaping);
    format.setForeground(look.quiet ? m_style.theme.quietText : m_style.theme.text);
    return format;
}

void PageWriter::startBlock(const QTextBlockFormat& format) {
    if (m_fresh) {
        m_cursor.setBlockFormat(format);
        m_fresh = false;
        return;
    }
    m_cursor.insertBlock(format, QTextCharFormat());
}

void PageWriter::insertSpaced(const QString& text, const QTextCharFormat& format) {
    if (!m_style.spaceBetweenScripts) {
        m_cursor.insertText(text, format);
        return;
    }
    QTextCharFormat spaced = format;
    spaced.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    spaced.setFontLetterSpacing(0.14 * format.intProperty(QTextFormat::FontPixelSize));
    qsizetype from = 0;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (!isScriptBorder(text[i], text[i + 1]))
            continue;
        if (i > from)
            m_cursor.insertText(text.mid(from, i - from), format);
        m_cursor.insertText(text.mid(i, 1), spaced);
        from = i + 1;
    }
    m_cursor.insertText(from == 0 ? text : text.mid(from), format);
}

void PageWriter::insertRuns(const PageText& text, const Look& look) {
    const QTextCharFormat base = charFormat(look, text.language);
    for (const Run& run : text.runs) {
        QTextCharFormat format = base;
        if (run.strong)
            format.setFontWeight(QFont::Bold);
        if (run.emphasis) {
            // Slanted Han is unreadable; Chinese emphasises by weight.
            if (data::isChinese(text.language))
                format.setFontWeight(QFont::Bold);
            else
                format.setFontItalic(true);
        }
        if (run.strike)
            format.setFontStrikeOut(true);
        if (run.code && !look.code) {
            QStringList families = m_style.familiesOf(text.language);
            families.prepend(QStringLiteral("DejaVu Sans Mono"));
            format.setFontFamilies(families);
            format.setProperty(QTextFormat::FontPixelSize, px(look.size * 0.875));
            format.setBackground(m_style.theme.sunken);
        }
        if (!run.href.isEmpty()) {
            format.setAnchor(true);
            format.setAnchorHref(run.href);
            format.setForeground(m_style.theme.accent);
            format.setFontUnderline(true);
        }
        // LF within a block is a line break, not a new paragraph.
        QString words = run.text;
        words.replace(QLatin1Char('\n'), QChar::LineSeparator);
        insertSpaced(words, format);
    }
}

void PageWriter::insertLink(const QString& text, const QString& href, const QTextCharFormat& base) {
    QTextCharFormat format = base;
    format.setAnchor(true);
    format.setAnchorHref(href);
    format.setForeground(m_style.theme.accent);
    m_cursor.insertText(text, format);
}

void PageWriter::decorate(DecorationKind kind, int begin, int end) {
    m_target.m_decorations.push_back({kind, begin, end, nullptr});
}

void PageWriter::writeBadge(const PageText& text) {
    if (!text.converted)
        return;
    Look look;
    look.size = 0.75;
    look.quiet = true;
    QTextCharFormat format = charFormat(look, data::Language::English);
    m_cursor.insertText(QStringLiteral("  ") + ReaderText::tr("converted (%1)").arg(m_page.conversion),
                        format);
}

void PageWriter::writeLabel(const QString& words, const Look& look) {
    Look label = look;
    label.size = 0.75;
    label.bold = true;
    label.quiet = true;
    label.below = 0.1;
    label.lineHeight = 1.8;
    startBlock(blockFormat(label, data::Language::English));
    m_cursor.insertText(words, charFormat(label, data::Language::Unknown));
}

// "· ✕1 △5 ✓45", each in its colour; a link to all of them.
void PageWriter::writeCounts(const QTextCharFormat& base) {
    if (m_target.m_checks == nullptr)
        return;
    const data::CheckCounts& counts = m_target.m_checks->counts;
    QString before = QStringLiteral(" · ");
    for (const auto& [colour, count] :
         {std::pair(data::Colour::Red, counts.red), std::pair(data::Colour::Amber, counts.amber),
          std::pair(data::Colour::Green, counts.green)}) {
        if (count <= 0)
            continue;
        m_cursor.insertText(before, base);
        before = QStringLiteral(" ");
        QTextCharFormat format = base;
        format.setAnchor(true);
        format.setAnchorHref(QStringLiteral("parallax:checks"));
        format.setForeground(checkColour(colour, m_style.theme));
        format.setToolTip(countsDescription(counts));
        m_cursor.insertText(checkSign(colour) + formatCount(count), format);
    }
}

void PageWriter::writeText(int index, bool right, const Look& look) {
    const PageItem& item = m_page.items[static_cast<std::size_t>(index)];
    const PageText& text = right ? item.right : item.left;
    startBlock(blockFormat(look, text.language));
    const int begin = m_cursor.position();
    insertRuns(text, look);
    m_target.m_pieces.push_back({index, right, begin, m_cursor.position()});
}

void PageWriter::writeList(int index, bool right, const Look& look) {
    const PageItem& item = m_page.items[static_cast<std::size_t>(index)];
    const PageText& text = right ? item.right : item.left;
    QTextBlockFormat format = blockFormat(look, text.language);
    if (!item.continued) {
        format.setTextIndent(-px(1.75));
        format.setTabPositions({QTextOption::Tab(px(1.75), QTextOption::LeftTab)});
    }
    startBlock(format);
    if (!item.continued) {
        Look marker = look;
        marker.quiet = true;
        const QString sign =
            item.number > 0 ? QString::number(item.number) + QLatin1Char('.') : QStringLiteral("•");
        m_cursor.insertText(sign + QLatin1Char('\t'), charFormat(marker, text.language));
    }
    const int begin = m_cursor.position();
    insertRuns(text, look);
    m_target.m_pieces.push_back({index, right, begin, m_cursor.position()});
}

void PageWriter::writeItem(int index) {
    const PageItem& item = m_page.items[static_cast<std::size_t>(index)];
    switch (item.kind) {
    case ItemKind::Table:
        writeTable(index);
        return;
    case ItemKind::Related:
        writeRelated(index);
        return;
    case ItemKind::More:
        writeMore(index);
        return;
    case ItemKind::SeeAbove:
        writeSeeAbove(index, lookOf(item));
        return;
    default:
        break;
    }
    const bool hasRight = !item.right.empty();
    if (m_page.mode == ReadingMode::SideBySide && (hasRight || item.block >= 0 || item.otherBlock >= 0) &&
        item.kind != ItemKind::Title) {
        writeSideBySide(index);
        return;
    }
    Look look = lookOf(item);
    const int before = m_fresh ? m_cursor.position() : m_cursor.position() + 1;
    if (!item.continued) {
        if (item.kind == ItemKind::Summary) {
            writeLabel(ReaderText::tr("Summary"), look);
            look.above = 0;
        } else if (item.kind == ItemKind::Takeaway) {
            writeLabel(ReaderText::tr("Takeaway"), look);
            look.above = 0;
            if (item.table >= 0) {
                Look quiet = look;
                quiet.size = 0.75;
                quiet.quiet = true;
                m_cursor.insertText(QStringLiteral("  "), charFormat(quiet, data::Language::English));
                insertLink(ReaderText::tr("↑ its table"), QStringLiteral("parallax:table-of/%1").arg(index),
                           charFormat(quiet, data::Language::English));
            }
        }
    }
    const bool list = item.kind == ItemKind::ListItem;
    const bool boxed = item.kind == ItemKind::Summary || item.kind == ItemKind::Takeaway;
    const double below = look.below;
    if (hasRight && boxed && !item.left.empty())
        look.below = 0.5;
    if (!item.left.empty()) {
        list ? writeList(index, false, look) : writeText(index, false, look);
        if (item.kind == ItemKind::Provenance && !m_page.conversion.isEmpty()) {
            QTextCharFormat format = charFormat(look, data::Language::English);
            m_cursor.insertText(QStringLiteral(" · "), format);
            format.setForeground(m_style.theme.accent);
            m_cursor.insertText(ReaderText::tr("converted (%1)").arg(m_page.conversion), format);
        }
        if (item.kind == ItemKind::Provenance)
            writeCounts(charFormat(look, data::Language::English));
    }
    const int leftEnd = m_cursor.position();
    if (hasRight) {
        Look other = look;
        other.above = item.left.empty() ? look.above : 0;
        other.below = below;
        other.indent = look.indent + (boxed ? 0 : 0.8);
        if (item.left.empty())
            list ? writeList(index, true, other) : writeText(index, true, other);
        else
            writeText(index, true, other);
        if (item.kind != ItemKind::Takeaway && item.kind != ItemKind::Summary)
            decorate(DecorationKind::TranslationBar, m_target.m_pieces.back().begin, m_cursor.position());
    }
    switch (item.kind) {
    case ItemKind::Summary:
        decorate(DecorationKind::Card, before, m_cursor.position());
        break;
    case ItemKind::Takeaway:
        decorate(DecorationKind::TakeawayBar, before, m_cursor.position());
        break;
    case ItemKind::Code:
        decorate(DecorationKind::CodeBox, before, leftEnd);
        break;
    case ItemKind::Quote:
        decorate(DecorationKind::QuoteBar, before, leftEnd);
        break;
    default:
        break;
    }
}

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
    m_cursor.insertText(QStringLiteral(" · "), quiet);
    insertLink(ReaderText::tr("chart"), QStringLiteral("parallax:chart/%1").arg(index), quiet);
    if (content.reconstructed) {
        m_cursor.insertText(QStringLiteral(" · "), quiet);
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
            }
        }
        m_target.m_tables.emplace_back(index, table);
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
    insertSpaced(words + QStringLiteral("… "), charFormat(quiet, item.left.language));
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
