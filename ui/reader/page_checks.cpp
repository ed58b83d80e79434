// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/page_checks.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include "data/article/script.h"
#include "ui/common/cell_checks.h"
#include "ui/common/check_mark.h"
#include "ui/common/format.h"
#include "ui/reader/folded_text.h"

namespace parallax::ui {
namespace {

class Placer {
  public:
    Placer(const Page& page, const LoadedArticle& article)
        : m_page(page)
        , m_article(article) {
        for (std::size_t i = 0; i < page.items.size(); ++i) {
            const PageItem& item = page.items[i];
            if (item.kind == ItemKind::SeeAbove || item.kind == ItemKind::Related ||
                item.kind == ItemKind::Title || item.kind == ItemKind::Subtitle)
                continue;
            if (item.block >= 0)
                m_items[false].emplace(item.block, static_cast<int>(i));
            if (item.otherBlock >= 0)
                m_items[true].emplace(item.otherBlock, static_cast<int>(i));
        }
    }

    std::optional<PageWords> place(const data::Evidence& evidence, data::EditionId edition) {
        const bool ofTranslation = m_article.translation && edition == m_article.translation->edition.id;
        if (!ofTranslation && edition != m_article.original.edition.id)
            return std::nullopt;
        const data::Article& source =
            ofTranslation ? m_article.translation->article : m_article.original.article;
        if (evidence.block < 0 || static_cast<std::size_t>(evidence.block) >= source.blocks.size())
            return std::nullopt;
        int block = evidence.block;
        const data::Block& own = source.blocks[static_cast<std::size_t>(block)];
        // The caption is shown with its table, which is the next block.
        const bool caption =
            own.kind == data::BlockKind::Caption && evidence.column < 0 &&
            static_cast<std::size_t>(block) + 1 < source.blocks.size() &&
            source.blocks[static_cast<std::size_t>(block) + 1].kind == data::BlockKind::Table;
        if (caption)
            ++block;
        // A very long block is shown in several pieces: the words are those nearest to where they stood.
        std::optional<PageWords> best;
        qsizetype bestDistance = 0;
        qsizetype before = 0;
        const auto [first, last] = m_items[ofTranslation].equal_range(block);
        for (auto found = first; found != last; ++found) {
            const PageItem& item = m_page.items[static_cast<std::size_t>(found->second)];
            if (item.kind == ItemKind::Table) {
                if (item.tableOfTranslation == ofTranslation)
                    return inTable(found->second, item, evidence, caption);
                continue;
            }
            if (!shows(item, ofTranslation))
                continue;
            const bool right = isRight(m_page, item, ofTranslation);
            const QString text = (right ? item.right : item.left).plain();
            const qsizetype hint = hintOf(evidence, own) - before;
            before += text.size();
            const auto range = find(text, evidence.quote, hint);
            if (!range)
                continue;
            const qsizetype distance = std::abs(range->begin - hint);
            if (best && distance >= bestDistance)
                continue;
            bestDistance = distance;
            best = PageWords{found->second, right, false, -1, -1, range->begin, range->end};
        }
        return best;
    }

  private:
    // Which of an item's two texts shows the edition: the right one only where both are on the page.
    static bool isRight(const Page& page, const PageItem& item, bool ofTranslation) {
        const bool both = page.mode == ReadingMode::Interleaved || page.mode == ReadingMode::SideBySide;
        return ofTranslation && both && !item.right.empty();
    }

    bool shows(const PageItem& item, bool ofTranslation) const {
        switch (m_page.mode) {
        case ReadingMode::Original:
            return !ofTranslation;
        case ReadingMode::Translation:
            // A script conversion shows the original in other characters.
            return ofTranslation == m_article.translation.has_value();
        default:
            return ofTranslation ? !item.right.empty() : !item.left.empty();
        }
    }

    // Characters of the block before the words, markup included: near enough to choose among occurrences.
    static qsizetype hintOf(const data::Evidence& evidence, const data::Block& block) {
        const std::size_t offset =
            evidence.span.begin > block.span.begin ? evidence.span.begin - block.span.begin : 0;
        return fromUtf8(std::string_view(block.text).substr(0, std::min(offset, block.text.size()))).size();
    }

    std::optional<PageWords> inTable(int index, const PageItem& item, const data::Evidence& evidence,
                                     bool caption) {
        if (item.content == nullptr)
            return std::nullopt;
        const PageTable& table = *item.content;
        const PageText* text = nullptr;
        if (caption || evidence.column < 0) {
            text = &table.caption;
        } else {
            const auto column = static_cast<std::size_t>(evidence.column);
            if (evidence.row < 0)
                text = column < table.header.size() ? &table.header[column] : nullptr;
            else if (const auto row = static_cast<std::size_t>(evidence.row); row < table.rows.size())
                text = column < table.rows[row].size() ? &table.rows[row][column] : nullptr;
        }
        if (text == nullptr || text->empty())
            return std::nullopt; // in the part of the table that the text leaves out
        PageWords words;
        words.item = index;
        words.caption = text == &table.caption;
        words.row = words.caption ? -1 : std::max(evidence.row, -1);
        words.column = words.caption ? -1 : evidence.column;
        const QString plain = text->plain();
        const auto range = find(plain, evidence.quote, 0);
        words.begin = range ? range->begin : 0;
        words.end = range ? range->end : static_cast<int>(plain.size());
        return words;
    }

    static std::optional<TextRange> find(const QString& text, const std::string& quote, qsizetype hint) {
        const QString words = fromUtf8(quote);
        if (words.trimmed().isEmpty())
            return std::nullopt;
        const FoldedText folded(text);
        std::vector<TextRange> found = folded.find(words, 0, static_cast<int>(text.size()), 200);
        for (const data::Language script :
             {data::Language::TraditionalChinese, data::Language::SimplifiedChinese}) {
            if (!found.empty())
                break;
            // Words that differ by more than their characters: 兆元 and 万亿元.
            const std::string converted = data::convertScript(quote, script,
                                                              script == data::Language::TraditionalChinese
                                                                  ? data::Language::SimplifiedChinese
                                                                  : data::Language::TraditionalChinese);
            if (converted != quote)
                found = folded.find(fromUtf8(converted), 0, static_cast<int>(text.size()), 200);
        }
        if (found.empty())
            return std::nullopt;
        return *std::min_element(found.begin(), found.end(), [hint](const TextRange& a, const TextRange& b) {
            return std::abs(a.begin - hint) < std::abs(b.begin - hint);
        });
    }

    const Page& m_page;
    const LoadedArticle& m_article;
    std::map<bool, std::multimap<int, int>> m_items; // by block of the original, of the translation
};

data::Evidence evidenceOf(const data::ClaimEvidence& claim) {
    data::Evidence evidence;
    evidence.span = {claim.begin, claim.end};
    evidence.quote = claim.quote;
    evidence.block = claim.block;
    evidence.table = claim.table;
    evidence.row = claim.row;
    evidence.column = claim.column;
    return evidence;
}

auto orderOf(const PageWords& words) {
    return std::tuple(words.item, words.right, !words.caption, words.row, words.column, words.begin,
                      words.end);
}

void count(data::CheckCounts& counts, const data::StoredCheck& check) {
    if (isSettled(check.mark)) {
        ++counts.settled;
        return;
    }
    switch (check.check.colour) {
    case data::Colour::Green:
        ++counts.green;
        break;
    case data::Colour::Amber:
        ++counts.amber;
        break;
    case data::Colour::Red:
        ++counts.red;
        break;
    case data::Colour::Grey:
        ++counts.grey;
        break;
    }
}

} // namespace

PageChecks placeChecks(const Page& page, const LoadedArticle& article, ShownChecks shown) {
    PageChecks result;
    Placer placer(page, article);
    const bool translationRead = page.mode == ReadingMode::Translation && article.translation;
    const data::EditionId read =
        translationRead ? article.translation->edition.id : article.original.edition.id;
    for (std::size_t i = 0; i < article.checks.size(); ++i) {
        const data::StoredCheck& check = article.checks[i];
        if (check.edition == read)
            count(result.counts, check);
        if (check.check.statement.empty() || (shown == ShownChecks::Failed && !isFailed(check.check.colour)))
            continue;
        // The claim stands first; of a check across articles the one that stands here.
        const auto& statement = check.check.statement;
        const auto claim = std::find_if(statement.begin(), statement.end(),
                                        [](const data::Evidence& one) { return one.article == 0; });
        if (claim == statement.end())
            continue;
        const auto words = placer.place(*claim, check.edition);
        if (!words)
            continue;
        CheckedFigure figure;
        figure.words = *words;
        figure.checks.push_back(i);
        for (const data::Evidence& operand : statement) {
            if (&operand == &*claim || operand.article != 0)
                continue;
            if (const auto place = placer.place(operand, check.edition))
                figure.operands.push_back(*place);
        }
        result.figures.push_back(std::move(figure));
    }
    for (std::size_t i = 0; i < article.claims.size(); ++i) {
        const data::ClaimEvidence& evidence = article.claims[i].claim.evidence;
        // Of somebody whom nobody can ask there is nothing to test.
        if (shown == ShownChecks::Failed && article.claims[i].claim.subject.providers.empty())
            continue;
        const auto words = placer.place(evidenceOf(evidence), evidence.edition);
        if (!words)
            continue;
        CheckedFigure figure;
        figure.words = *words;
        figure.claims.push_back(i);
        figure.verdict = article.claims[i].judgement.verdict;
        result.figures.push_back(std::move(figure));
    }
    std::stable_sort(
        result.figures.begin(), result.figures.end(),
        [](const CheckedFigure& a, const CheckedFigure& b) { return orderOf(a.words) < orderOf(b.words); });
    // One figure may fail several checks: one mark with all of them behind it.
    std::vector<CheckedFigure> merged;
    for (CheckedFigure& figure : result.figures) {
        if (!merged.empty() && merged.back().words == figure.words) {
            merged.back().checks.insert(merged.back().checks.end(), figure.checks.begin(),
                                        figure.checks.end());
            merged.back().operands.insert(merged.back().operands.end(), figure.operands.begin(),
                                          figure.operands.end());
            if (merged.back().claims.empty())
                merged.back().verdict = figure.verdict;
            merged.back().claims.insert(merged.back().claims.end(), figure.claims.begin(),
                                        figure.claims.end());
        } else {
            merged.push_back(std::move(figure));
        }
    }
    for (CheckedFigure& figure : merged) {
        if (figure.checks.empty())
            continue;
        std::stable_sort(figure.checks.begin(), figure.checks.end(), [&](std::size_t a, std::size_t b) {
            return severity(article.checks[a]) > severity(article.checks[b]);
        });
        const data::StoredCheck& worst = article.checks[figure.checks.front()];
        figure.colour = worst.check.colour;
        figure.settled = isSettled(worst.mark);
    }
    result.figures = std::move(merged);
    return result;
}

} // namespace parallax::ui
