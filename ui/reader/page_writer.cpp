// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/page_writer.h"

#include <QTextTable>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "ui/common/check_mark.h"
#include "ui/common/fonts.h"
#include "ui/common/format.h"
#include "ui/common/sentences.h"
#include "ui/reader/reader_text.h"

namespace parallax::ui {
namespace {

// With the name of OpenCC's conversion, which says how regional words were treated.
QString conversionLabel(const Page& page) {
    return page.conversion == QLatin1String("s2twp") ? ReaderText::tr("converted from Simplified (s2twp)")
                                                     : ReaderText::tr("converted from Traditional (tw2sp)");
}

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

void PageWriter::insertSpaced(const QString& text, const QTextCharFormat& format, bool narrowMarks) {
    const bool latin = narrowMarks && std::any_of(text.begin(), text.end(), isNarrowInLatin);
    if (!m_style.spaceBetweenScripts && !latin) {
        m_cursor.insertText(text, format);
        return;
    }
    QTextCharFormat inLatin = format;
    if (latin)
        inLatin.setFontFamilies(latinFamilies());
    const auto insert = [&](qsizetype from, qsizetype to, bool spaced) {
        if (from >= to)
            return;
        QTextCharFormat piece = latin && !isBeyondLatin(text[from]) ? inLatin : format;
        if (spaced) {
            piece.setFontLetterSpacingType(QFont::AbsoluteSpacing);
            piece.setFontLetterSpacing(0.14 * format.intProperty(QTextFormat::FontPixelSize));
        }
        m_cursor.insertText(text.mid(from, to - from), piece);
    };
    qsizetype from = 0;
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (m_style.spaceBetweenScripts && isScriptBorder(text[i], text[i + 1])) {
            insert(from, i, false);
            insert(i, i + 1, true);
            from = i + 1;
        } else if (latin && isBeyondLatin(text[i]) != isBeyondLatin(text[i + 1])) {
            insert(from, i + 1, false);
            from = i + 1;
        }
    }
    insert(from, text.size(), false);
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
        insertSpaced(words, format, !data::isChinese(text.language) && !run.code && !look.code);
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
    m_cursor.insertText(QStringLiteral("  ") + conversionLabel(m_page), format);
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
void PageWriter::writeCounts(const QTextCharFormat& base, bool narrowDots) {
    if (m_target.m_checks == nullptr)
        return;
    const data::CheckCounts& counts = m_target.m_checks->counts;
    QTextCharFormat between = base;
    if (narrowDots) // it is as wide as a character in the faces for Chinese
        between.setFontFamilies(latinFamilies());
    QString before = QStringLiteral(" · ");
    for (const auto& [colour, count] :
         {std::pair(data::Colour::Red, counts.red), std::pair(data::Colour::Amber, counts.amber),
          std::pair(data::Colour::Green, counts.green)}) {
        if (count <= 0)
            continue;
        m_cursor.insertText(before, between);
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
            insertSpaced(QStringLiteral(" · "), format, !data::isChinese(item.left.language));
            format.setForeground(m_style.theme.accent);
            m_cursor.insertText(conversionLabel(m_page), format);
        }
        if (item.kind == ItemKind::Provenance)
            writeCounts(charFormat(look, data::Language::English), !data::isChinese(item.left.language));
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

} // namespace parallax::ui
