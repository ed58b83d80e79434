// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What blocks mean beyond their tags.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/ingest/html_blocks.h"

namespace parallax::data {
namespace {

bool beginsWithAny(const std::string& text, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return text.starts_with(beginning); });
}

bool isRelatedHeading(std::string_view heading) {
    const std::string text = lowerAscii(heading);
    return text.size() < 80 &&
           beginsWithAny(text,
                         {"related", "further reading", "more from", "read more", "read next", "recommended",
                          "you may also", "see also", "延伸閱讀", "延伸阅读", "相關文章", "相关文章",
                          "相關閱讀", "相关阅读", "推薦閱讀", "推荐阅读", "更多來自", "更多来自"});
}

bool isFaqHeading(std::string_view heading) {
    const std::string text = lowerAscii(heading);
    return text == "faq" || text == "faqs" || text == "q&a" ||
           beginsWithAny(text, {"frequently asked questions", "common questions", "常見問題", "常见问题"});
}

// The takeaway's label with its colon, as sites write it; the rest is its text.
std::size_t takeawayLabel(std::string_view text) {
    static constexpr std::array<std::string_view, 14> labels{
        "data takeaway", "key takeaway", "takeaway", "資料要點", "数据要点", "數據要點", "資料解讀",
        "数据解读",      "數據解讀",     "資料啟示", "數據啟示", "数据启示", "數據洞察", "数据洞察"};
    const std::string low = lowerAscii(text.substr(0, 64));
    for (const auto label : labels) {
        if (!low.starts_with(label))
            continue;
        std::size_t at = label.size();
        while (at < text.size() && (text[at] == ' ' || text[at] == '*'))
            ++at;
        if (text.substr(at, 1) == ":")
            ++at;
        else if (text.substr(at, 3) == "：")
            at += 3;
        else
            continue;
        while (at < text.size() && (text[at] == ' ' || text[at] == '\n'))
            ++at;
        return at < text.size() ? at : 0;
    }
    return 0;
}

void cutFront(Block& block, std::size_t bytes) {
    block.text.erase(0, bytes);
    for (auto& mark : block.marks) {
        mark.span.begin = mark.span.begin > bytes ? mark.span.begin - bytes : 0;
        mark.span.end = mark.span.end > bytes ? mark.span.end - bytes : 0;
    }
    std::erase_if(block.marks, [](const Mark& mark) { return mark.span.begin >= mark.span.end; });
}

bool coversWhole(const Block& block, MarkKind kind) {
    return std::any_of(block.marks.begin(), block.marks.end(), [&](const Mark& mark) {
        return mark.kind == kind && mark.span.begin == 0 && mark.span.end + 1 >= block.text.size();
    });
}

bool endsSentence(std::string_view text) {
    for (const std::string_view end : {".", "!", "?", "。", "！", "？", "…"})
        if (text.ends_with(end))
            return true;
    return false;
}

// A short line of its own right above a table that has no caption.
bool isCaptionLine(const Block& block) {
    if (block.kind != BlockKind::Paragraph || codePointCount(block.text) > 120 ||
        block.text.find('\n') != block.text.npos)
        return false;
    const std::string text = lowerAscii(block.text);
    return coversWhole(block, MarkKind::Strong) || coversWhole(block, MarkKind::Emphasis) ||
           text.ends_with(':') || text.ends_with("：") ||
           beginsWithAny(text, {"table ", "表 ", "表1", "表2", "表格"}) || !endsSentence(text);
}

bool isCellOfAnother(const Block& above, const Block& table, const std::vector<Span>& tablesAsText) {
    return std::ranges::any_of(tablesAsText, [&](const Span& span) {
        return above.span.begin >= span.begin && above.span.end <= span.end && table.span.begin >= span.end;
    });
}

void findCaptions(Article& article, const std::vector<Span>& tablesAsText) {
    for (std::size_t i = 1; i < article.blocks.size(); ++i) {
        Block& table = article.blocks[i];
        Block& above = article.blocks[i - 1];
        if (table.kind != BlockKind::Table || table.table < 0)
            continue;
        Table& content = article.tables[static_cast<std::size_t>(table.table)];
        if (!content.caption.empty() || !isCaptionLine(above) || isCellOfAnother(above, table, tablesAsText))
            continue;
        above.kind = BlockKind::Caption;
        above.table = table.table;
        content.caption = above.text;
        if (content.caption.ends_with(':'))
            content.caption.pop_back();
        else if (content.caption.ends_with("："))
            content.caption.resize(content.caption.size() - 3);
        content.captionSpan = above.span;
    }
}

void findTakeaways(Article& article) {
    int table = -1; // the last one above, in the same section
    for (auto& block : article.blocks) {
        if (block.kind == BlockKind::Heading)
            table = -1;
        if (block.kind == BlockKind::Table)
            table = block.table;
        if (block.kind != BlockKind::Paragraph && block.kind != BlockKind::Quote)
            continue;
        const std::size_t label = takeawayLabel(block.text);
        if (label == 0)
            continue;
        cutFront(block, label);
        block.kind = BlockKind::Takeaway;
        block.table = table;
        article.takeaways.push_back({block.text, block.span, table});
    }
}

void findQuestions(Article& article) {
    int faqLevel = 0; // of the section's heading; 0 outside of one
    Question* open = nullptr;
    for (auto& block : article.blocks) {
        if (block.kind == BlockKind::Heading) {
            open = nullptr;
            if (faqLevel > 0 && block.level > faqLevel) {
                block.kind = BlockKind::Question;
                article.questions.push_back({block.text, {}, block.span, {}, false, -1});
                open = &article.questions.back();
            } else {
                faqLevel = isFaqHeading(block.text) ? block.level : 0;
            }
            continue;
        }
        if (faqLevel == 0)
            continue;
        const bool asks = (block.text.ends_with('?') || block.text.ends_with("？")) &&
                          coversWhole(block, MarkKind::Strong) && block.kind == BlockKind::Paragraph;
        if (asks) {
            block.kind = BlockKind::Question;
            article.questions.push_back({block.text, {}, block.span, {}, false, -1});
            open = &article.questions.back();
        } else if (open && block.kind == BlockKind::Paragraph) {
            block.kind = BlockKind::Answer;
            if (open->answer.empty())
                open->answerSpan = block.span;
            else
                open->answer += '\n';
            open->answer += block.text;
            open->answerSpan.end = std::max(open->answerSpan.end, block.span.end);
        }
    }
    std::erase_if(article.questions, [](const Question& question) { return question.answer.empty(); });
}

void makeRelated(Block& block, Article& article) {
    const auto link = std::find_if(block.marks.begin(), block.marks.end(),
                                   [](const Mark& mark) { return mark.kind == MarkKind::Link; });
    RelatedArticle related;
    related.title =
        trim(std::string_view(block.text).substr(link->span.begin, link->span.end - link->span.begin));
    related.excerpt = trim(std::string_view(block.text).substr(link->span.end));
    related.url = link->href;
    related.span = block.span;
    block.kind = BlockKind::RelatedEntry;
    article.related.push_back(std::move(related));
}

void findRelated(Article& article) {
    const auto beginsWithLink = [](const Block& block) {
        return std::any_of(block.marks.begin(), block.marks.end(), [](const Mark& mark) {
            return mark.kind == MarkKind::Link && mark.span.begin == 0;
        });
    };
    int level = 0;
    for (auto& block : article.blocks) {
        if (block.kind == BlockKind::Heading) {
            if (isRelatedHeading(block.text))
                level = block.level;
            else if (level == 0 || block.level <= level || !beginsWithLink(block))
                level = 0;
            else
                makeRelated(block, article);
        } else if (level > 0 && (block.kind == BlockKind::ListItem || block.kind == BlockKind::Paragraph) &&
                   beginsWithLink(block)) {
            makeRelated(block, article);
        }
    }
    // Links alone at the very end, in a list, lead to other articles too.
    std::size_t end = article.blocks.size();
    while (end > 0 && article.blocks[end - 1].kind == BlockKind::ListItem &&
           coversWhole(article.blocks[end - 1], MarkKind::Link))
        --end;
    if (end > 0 && article.blocks.size() - end >= 3)
        for (std::size_t i = end; i < article.blocks.size(); ++i)
            makeRelated(article.blocks[i], article);
}

} // namespace

void interpretBlocks(Article& article, const std::vector<Span>& tablesAsText) {
    const std::string title = collapseBlanks(article.title);
    if (!title.empty())
        for (auto& block : article.blocks)
            if (block.kind == BlockKind::Heading && collapseBlanks(block.text) == title) {
                block.kind = BlockKind::Title;
                break;
            }
    findCaptions(article, tablesAsText);
    findTakeaways(article);
    findQuestions(article);
    findRelated(article);
}

} // namespace parallax::data
