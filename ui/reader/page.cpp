// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/page.h"

#include <algorithm>

#include "base/utf8.h"
#include "data/article/script.h"
#include "ui/common/format.h"
#include "ui/common/sentences.h"
#include "ui/reader/page_text.h"
#include "ui/reader/page_units.h"
#include "ui/reader/reader_text.h"

namespace parallax::ui {
namespace {

using data::Block;
using data::BlockKind;
using data::Language;

// Qt lays a paragraph out in one go, and one long word in time that grows with the square of its length:
// 20,000 letters without a blank take 50 ms, 4,000 take 2 ms.
constexpr qsizetype longestParagraph = 4'000;
// Beyond this a page is shown in part until all of it is asked for, as it is beyond PageRequest::blockLimit.
constexpr qsizetype longestPage = 400'000;

class PageMaker {
  public:
    PageMaker(const LoadedArticle& article, const PageRequest& request)
        : m_article(article)
        , m_request(request)
        , m_source(translationSource(article, request.reading)) {
        m_page.mode = request.mode;
        if (m_source == TranslationSource::None)
            m_page.mode = ReadingMode::Original;
    }

    Page make() {
        addHead();
        const bool both = m_page.mode == ReadingMode::Interleaved || m_page.mode == ReadingMode::SideBySide;
        if (!both) {
            const bool other =
                m_page.mode == ReadingMode::Translation && m_source == TranslationSource::Edition;
            const data::Article& article =
                other ? m_article.translation->article : m_article.original.article;
            const std::vector<int> partners = partnersOf(other);
            for (const PageUnit& unit : unitsOf(article, m_request.blockLimit, m_page.hiddenBlocks))
                addItem(makeItem(article, unit, other, m_page.mode == ReadingMode::Original),
                        partners[static_cast<std::size_t>(unit.block)]);
        } else if (m_source == TranslationSource::Script) {
            for (const PageUnit& unit :
                 unitsOf(m_article.original.article, m_request.blockLimit, m_page.hiddenBlocks)) {
                PageItem item = makeItem(m_article.original.article, unit, false, true);
                if (unit.kind != ItemKind::Table && unit.kind != ItemKind::SeeAbove) {
                    PageItem converted = makeItem(m_article.original.article, unit, false, false);
                    if (converted.left.converted)
                        item.right = std::move(converted.left);
                }
                addItem(std::move(item), -1);
            }
        } else {
            addPairs();
        }
        if (m_page.hiddenBlocks > 0) {
            PageItem more;
            more.kind = ItemKind::More;
            more.number = m_page.hiddenBlocks;
            m_page.items.push_back(std::move(more));
        }
        return std::move(m_page);
    }

  private:
    // For each block of the edition shown, the block of the other one that says the same, or -1.
    std::vector<int> partnersOf(bool translationShown) const {
        const data::Article& shownEdition =
            translationShown ? m_article.translation->article : m_article.original.article;
        std::vector<int> partners(shownEdition.blocks.size(), -1);
        for (const data::BlockPair& pair : m_article.pairs) {
            const int mine = translationShown ? pair.right : pair.left;
            const int other = translationShown ? pair.left : pair.right;
            if (mine >= 0 && static_cast<std::size_t>(mine) < partners.size())
                partners[static_cast<std::size_t>(mine)] = other;
        }
        return partners;
    }

    void addItem(PageItem item, int partner) {
        if (item.block >= 0 && item.otherBlock < 0)
            item.otherBlock = partner;
        else if (item.otherBlock >= 0 && item.block < 0)
            item.block = partner;
        if (m_request.blockLimit > 0 && m_characters > longestPage) {
            ++m_page.hiddenBlocks;
            return;
        }
        noteConversion(item.left.converted || item.right.converted);
        const auto length = [](const PageText& text) {
            qsizetype total = 0;
            for (const Run& run : text.runs)
                total += run.text.size();
            return total;
        };
        qsizetype shownCharacters = m_characters;
        m_characters += length(item.left) + length(item.right);
        if (item.kind == ItemKind::Table ||
            (length(item.left) <= longestParagraph && length(item.right) <= longestParagraph)) {
            m_page.items.push_back(std::move(item));
            return;
        }
        std::vector<PageText> left = splitLongText(std::move(item.left), longestParagraph);
        std::vector<PageText> right = splitLongText(std::move(item.right), longestParagraph);
        for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
            if (m_request.blockLimit > 0 && shownCharacters > longestPage) {
                ++m_page.hiddenBlocks; // the rest of this one
                return;
            }
            shownCharacters += longestParagraph;
            PageItem piece = item;
            piece.left = i < left.size() ? std::move(left[i]) : PageText();
            piece.right = i < right.size() ? std::move(right[i]) : PageText();
            piece.continued = i > 0;
            m_page.items.push_back(std::move(piece));
        }
    }

    PageItem makeItem(const data::Article& article, const PageUnit& unit, bool other, bool asWritten) const {
        const Block& block = article.blocks[static_cast<std::size_t>(unit.block)];
        PageItem item;
        item.kind = unit.kind;
        (other ? item.otherBlock : item.block) = unit.block;
        item.level = block.level;
        item.number = block.number;
        item.tableOfTranslation = other;
        if (unit.kind == ItemKind::Table) {
            if (block.table >= 0 && static_cast<std::size_t>(block.table) < article.tables.size()) {
                item.table = block.table;
                PageRequest request = m_request;
                if (asWritten)
                    request.reading = Language::Unknown;
                item.content = std::make_shared<PageTable>(
                    makePageTable(article.tables[static_cast<std::size_t>(block.table)], block.language,
                                  request, inlineTableRows, inlineTableColumns));
                item.left.language = block.language;
                item.left.converted = item.content->caption.converted;
            }
            return item;
        }
        if (unit.kind == ItemKind::Takeaway)
            item.table = block.table;
        if (unit.kind == ItemKind::SeeAbove) {
            const data::Question& question = article.questions[static_cast<std::size_t>(unit.question)];
            item.target = question.answerOfBlock;
        }
        if (unit.kind == ItemKind::Related && unit.related >= 0) {
            const data::RelatedArticle& related = article.related[static_cast<std::size_t>(unit.related)];
            item.left = makePageText(related.title, {}, data::detectLanguage(related.title, block.language),
                                     m_request, asWritten);
            item.right =
                makePageText(related.excerpt, {}, data::detectLanguage(related.excerpt, block.language),
                             m_request, asWritten);
            item.href = fromUtf8(related.url);
            item.uncertain = related.uncertain;
            item.cut = related.excerptCut;
            return item;
        }
        item.left = makePageText(block.text, block.marks, block.language, m_request, asWritten);
        return item;
    }

    // Pairs in order; what only one side has keeps its place among its neighbours.
    void addPairs() {
        const data::Article& original = m_article.original.article;
        const data::Article& translation = m_article.translation->article;
        int ignored = 0;
        const std::vector<PageUnit> left = unitsOf(original, 0, ignored);
        const std::vector<PageUnit> right = unitsOf(translation, 0, ignored);
        std::vector<int> leftAt(original.blocks.size(), -1);
        std::vector<int> rightAt(translation.blocks.size(), -1);
        for (std::size_t i = 0; i < left.size(); ++i)
            leftAt[static_cast<std::size_t>(left[i].block)] = static_cast<int>(i);
        for (std::size_t i = 0; i < right.size(); ++i)
            rightAt[static_cast<std::size_t>(right[i].block)] = static_cast<int>(i);
        std::vector<bool> paired(left.size(), false);
        const auto unitAt = [](const std::vector<int>& at, int block) {
            return block >= 0 && static_cast<std::size_t>(block) < at.size()
                       ? at[static_cast<std::size_t>(block)]
                       : -1;
        };
        for (const data::BlockPair& pair : m_article.pairs)
            if (const int l = unitAt(leftAt, pair.left); l >= 0)
                paired[static_cast<std::size_t>(l)] = true;
        std::size_t nextLeft = 0;
        const auto flushUnpaired = [&](std::size_t until) {
            for (; nextLeft < until; ++nextLeft)
                if (!paired[nextLeft])
                    addLimited(makeItem(original, left[nextLeft], false, true));
        };
        for (const data::BlockPair& pair : m_article.pairs) {
            const int l = unitAt(leftAt, pair.left);
            const int r = unitAt(rightAt, pair.right);
            if (l < 0 && r < 0)
                continue;
            if (l >= 0)
                flushUnpaired(std::max(nextLeft, static_cast<std::size_t>(l)));
            addLimited(pairItem(l >= 0 ? &left[static_cast<std::size_t>(l)] : nullptr,
                                r >= 0 ? &right[static_cast<std::size_t>(r)] : nullptr));
        }
        flushUnpaired(left.size());
    }

    PageItem pairItem(const PageUnit* left, const PageUnit* right) const {
        if (left == nullptr) {
            PageItem item = makeItem(m_article.translation->article, *right, true, false);
            if (item.kind != ItemKind::Table && item.kind != ItemKind::Related) {
                item.right = std::move(item.left);
                item.left = PageText();
            }
            return item;
        }
        PageItem item = makeItem(m_article.original.article, *left, false, true);
        if (right == nullptr)
            return item;
        item.otherBlock = right->block;
        // A table is shown once: figures do not differ between languages. A link to the text above suffices
        // once.
        if (left->kind == ItemKind::Table || left->kind == ItemKind::SeeAbove ||
            left->kind == ItemKind::Related)
            return item;
        PageItem other = makeItem(m_article.translation->article, *right, true, false);
        item.right = std::move(other.left);
        return item;
    }

    void addLimited(PageItem item) {
        if (m_request.blockLimit > 0 &&
            m_page.items.size() >= static_cast<std::size_t>(m_request.blockLimit)) {
            ++m_page.hiddenBlocks;
            return;
        }
        addItem(std::move(item), -1);
    }

    void noteConversion(bool converted) {
        if (converted)
            m_page.conversion = m_request.reading == Language::TraditionalChinese ? QStringLiteral("s2twp")
                                                                                  : QStringLiteral("tw2sp");
    }

    void addHead() {
        const data::StoredArticle& main =
            m_page.mode == ReadingMode::Translation && m_source == TranslationSource::Edition
                ? *m_article.translation
                : m_article.original;
        // In the reading language whatever the mode, as in the list; as it was written beneath.
        PageItem title;
        title.kind = ItemKind::Title;
        const data::ArticleRow& row = m_article.original.row;
        const std::string words = data::titleIn(row, m_request.reading);
        title.left = makePageText(words, {}, data::detectLanguage(words, m_request.reading), m_request, true);
        const std::string* const titles[] = {&row.title, &row.titleEnglish, &row.titleTraditional,
                                             &row.titleSimplified};
        noteConversion(std::ranges::none_of(
            titles, [&](const std::string* title) { return words == withoutTurns(*title); }));
        title.block = titleBlock(m_article.original.article);
        if (m_article.translation)
            title.otherBlock = titleBlock(m_article.translation->article);
        m_page.items.push_back(std::move(title));
        addSubtitle(words, withoutTurns(main.article.title));

        PageItem provenance;
        provenance.kind = ItemKind::Provenance;
        provenance.left = ownText(provenanceLine());
        m_page.items.push_back(std::move(provenance));

        const bool wantsOther = m_request.mode != ReadingMode::Original;
        if (wantsOther && m_source == TranslationSource::None) {
            PageItem sentence;
            sentence.kind = ItemKind::Sentence;
            sentence.left = ownText(ReaderText::tr(
                "No other language of this article is in the library yet. It is shown as it was "
                "written; import its page in another language to read both."));
            m_page.items.push_back(std::move(sentence));
        }
    }

    static int titleBlock(const data::Article& article) {
        for (std::size_t i = 0; i < article.blocks.size(); ++i)
            if (article.blocks[i].kind == BlockKind::Title)
                return static_cast<int>(i);
        return -1;
    }

    // Beneath the title: as it was written where that differs, else the title in the other language.
    void addSubtitle(const std::string& shownTitle, const std::string& written) {
        const data::ArticleRow& row = m_article.original.row;
        const bool chinese = data::isChinese(data::detectLanguage(shownTitle, m_request.reading));
        static const std::string none;
        // The other column's own, so that both are in one script.
        const std::string& beside = m_article.translation ? m_article.translation->article.title : none;
        for (const std::string* candidate : {&written, &beside, &row.title, &row.titleEnglish,
                                             &row.titleTraditional, &row.titleSimplified}) {
            const std::string other = withoutTurns(*candidate);
            if (other.empty() || other == shownTitle)
                continue;
            const Language language = data::detectLanguage(other);
            // The same title in the other Chinese script would only repeat itself.
            if (chinese && data::isChinese(language))
                continue;
            PageItem subtitle;
            subtitle.kind = ItemKind::Subtitle;
            subtitle.left = makePageText(other, {}, language, m_request, true);
            m_page.items.push_back(std::move(subtitle));
            return;
        }
    }

    // Source · month · languages · when it was imported · as written or converted.
    QString provenanceLine() const {
        const data::StoredArticle& main = m_article.original;
        QStringList parts;
        if (!main.article.source.empty())
            parts << nameFromUtf8(main.article.source);
        if (!main.article.author.empty())
            parts << nameFromUtf8(main.article.author);
        if (!main.article.published.earliest.empty() &&
            main.article.published.earliest == main.article.published.latest)
            parts << formatDay(main.article.published.earliest);
        else if (!main.article.archiveMonth.empty())
            parts << formatMonth(main.article.archiveMonth);
        QStringList languages;
        for (const data::EditionRow& edition : main.editions)
            if (edition.language != Language::Unknown)
                languages << languageName(edition.language);
        if (!languages.isEmpty())
            parts << languages.join(QStringLiteral(", "));
        if (!main.row.importedAt.empty())
            parts << ReaderText::tr("imported %1").arg(formatDay(main.row.importedAt));
        return parts.join(QStringLiteral(" · "));
    }

    const LoadedArticle& m_article;
    const PageRequest& m_request;
    TranslationSource m_source;
    qsizetype m_characters = 0;
    Page m_page;
};

} // namespace

Page makePage(const LoadedArticle& article, const PageRequest& request) {
    return PageMaker(article, request).make();
}

PageTable makePageTable(const data::Table& table, Language language, const PageRequest& request,
                        std::size_t rows, std::size_t columns) {
    const bool asWritten = request.reading == Language::Unknown;
    // The cells of one table may be in several languages; the table's own serves short cells without a sign.
    const auto cellText = [&](const data::Cell& cell) {
        const Language own = data::detectLanguage(cell.text, language);
        return makePageText(cell.text, cell.marks, own == Language::Unknown ? language : own, request,
                            asWritten);
    };
    PageTable result;
    result.caption =
        makePageText(table.caption, {}, data::detectLanguage(table.caption, language), request, asWritten);
    result.reconstructed = table.reconstructed;
    result.allRows = table.rows.size();
    result.allColumns = table.header.size();
    for (const auto& row : table.rows)
        result.allColumns = std::max(result.allColumns, row.size());
    // A few rows more than the limit are shown whole: a preview that hides two rows is a nuisance.
    const std::size_t shownRows =
        result.allRows <= rows + 5 ? result.allRows : std::min<std::size_t>(rows, 12);
    const std::size_t shownColumns = result.allColumns <= columns + 1 ? result.allColumns : columns;
    for (std::size_t c = 0; c < shownColumns; ++c)
        result.header.push_back(c < table.header.size() ? cellText(table.header[c]) : PageText());
    for (std::size_t r = 0; r < shownRows; ++r) {
        std::vector<PageText> cells;
        for (std::size_t c = 0; c < shownColumns; ++c)
            cells.push_back(c < table.rows[r].size() ? cellText(table.rows[r][c]) : PageText());
        result.rows.push_back(std::move(cells));
    }
    for (std::size_t c = 0; c < shownColumns; ++c) {
        data::Alignment alignment = c < table.alignments.size() ? table.alignments[c] : data::Alignment::None;
        if (alignment == data::Alignment::None) {
            int figures = 0;
            int filled = 0;
            for (const auto& row : result.rows) {
                const QString words = row[c].plain().trimmed();
                if (words.isEmpty())
                    continue;
                ++filled;
                figures += looksNumeric(words) ? 1 : 0;
            }
            // The first column holds labels even where they are years.
            if (c > 0 && filled > 0 && figures * 3 >= filled * 2)
                alignment = data::Alignment::Right;
        }
        result.alignments.push_back(alignment);
    }
    return result;
}

} // namespace parallax::ui
