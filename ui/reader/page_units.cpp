// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/page_units.h"

namespace parallax::ui {
namespace {

using data::Block;
using data::BlockKind;
using data::Language;

bool shown(BlockKind kind) {
    switch (kind) {
    case BlockKind::Title:
    case BlockKind::Byline:
    case BlockKind::TopicEntry:
    case BlockKind::ArchiveEntry:
    case BlockKind::Navigation:
        return false;
    default:
        return true;
    }
}

bool headsSomething(const std::vector<Block>& blocks, std::size_t heading) {
    for (std::size_t i = heading + 1; i < blocks.size(); ++i) {
        if (blocks[i].kind == BlockKind::Heading) {
            if (blocks[i].level <= blocks[heading].level)
                return false;
            continue;
        }
        if (shown(blocks[i].kind))
            return true;
    }
    return false;
}

ItemKind itemKind(BlockKind kind) {
    switch (kind) {
    case BlockKind::Summary:
        return ItemKind::Summary;
    case BlockKind::Notice:
        return ItemKind::Notice;
    case BlockKind::Heading:
        return ItemKind::Heading;
    case BlockKind::ListItem:
        return ItemKind::ListItem;
    case BlockKind::Table:
        return ItemKind::Table;
    case BlockKind::Takeaway:
        return ItemKind::Takeaway;
    case BlockKind::Quote:
        return ItemKind::Quote;
    case BlockKind::Code:
        return ItemKind::Code;
    case BlockKind::Question:
        return ItemKind::Question;
    case BlockKind::Answer:
        return ItemKind::Answer;
    case BlockKind::RelatedEntry:
        return ItemKind::Related;
    default:
        return ItemKind::Paragraph;
    }
}

bool overlaps(data::Span a, data::Span b) {
    return a.begin < b.end && b.begin < a.end;
}

} // namespace

std::vector<PageUnit> unitsOf(const data::Article& article, int limit, int& hidden) {
    std::vector<PageUnit> units;
    const std::vector<Block>& blocks = article.blocks;
    std::size_t nextQuestion = 0;
    std::size_t nextRelated = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        if (!shown(block.kind) || (block.kind == BlockKind::Heading && !headsSomething(blocks, i)))
            continue;
        // The caption is shown with its table.
        if (block.kind == BlockKind::Caption && i + 1 < blocks.size() &&
            blocks[i + 1].kind == BlockKind::Table)
            continue;
        if (limit > 0 && units.size() >= static_cast<std::size_t>(limit)) {
            ++hidden;
            continue;
        }
        PageUnit unit{itemKind(block.kind), static_cast<int>(i), -1, -1};
        if (block.kind == BlockKind::Answer) {
            for (std::size_t q = nextQuestion; q < article.questions.size(); ++q) {
                if (!overlaps(article.questions[q].answerSpan, block.span))
                    continue;
                unit.question = static_cast<int>(q);
                nextQuestion = q;
                if (article.questions[q].answerCut && article.questions[q].answerOfBlock >= 0)
                    unit.kind = ItemKind::SeeAbove;
                break;
            }
        } else if (block.kind == BlockKind::RelatedEntry) {
            for (std::size_t r = nextRelated; r < article.related.size(); ++r) {
                if (!overlaps(article.related[r].span, block.span))
                    continue;
                unit.related = static_cast<int>(r);
                nextRelated = r + 1; // several entries may share a line, and so a span
                break;
            }
        }
        units.push_back(unit);
    }
    return units;
}

bool needsConversion(Language language, Language reading) {
    if (!data::isChinese(reading) || language == reading)
        return false;
    // A mixed block is converted too: convertScript leaves Latin and what is already in the script alone.
    return data::isChinese(language) || language == Language::Mixed;
}

TranslationSource translationSource(const LoadedArticle& article, Language reading) {
    if (article.translation)
        return TranslationSource::Edition;
    // An English body may carry a Chinese title and summary: they are worth converting too.
    if (!data::isChinese(reading))
        return TranslationSource::None;
    if (needsConversion(article.original.article.language, reading))
        return TranslationSource::Script;
    for (const Block& block : article.original.article.blocks)
        if (data::isContent(block.kind) && data::isChinese(block.language) && block.language != reading)
            return TranslationSource::Script;
    return TranslationSource::None;
}

} // namespace parallax::ui
