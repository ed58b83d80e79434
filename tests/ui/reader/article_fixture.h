// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Articles made by hand, block by block, as a parser would hand them over.

#include <memory>
#include <string>
#include <vector>

#include "data/article/article.h"
#include "ui/reader/page.h"

namespace parallax::test {

class ArticleBuilder {
  public:
    explicit ArticleBuilder(data::Language language) { article.language = language; }

    data::Block& add(data::BlockKind kind, const std::string& text, int level = 0) {
        data::Block block;
        block.kind = kind;
        block.language = data::detectLanguage(text, article.language);
        block.span = {article.text.size(), article.text.size() + text.size()};
        block.text = text;
        block.level = level;
        article.text += text + "\n\n";
        article.blocks.push_back(std::move(block));
        return article.blocks.back();
    }

    data::Table& addTable(const std::string& caption, const std::vector<std::string>& header,
                          const std::vector<std::vector<std::string>>& rows) {
        if (!caption.empty())
            add(data::BlockKind::Caption, caption);
        data::Table table;
        table.caption = caption;
        const auto cell = [](const std::string& text) { return data::Cell{text, {}, {}}; };
        for (const std::string& text : header)
            table.header.push_back(cell(text));
        for (const auto& row : rows) {
            table.rows.emplace_back();
            for (const std::string& text : row)
                table.rows.back().push_back(cell(text));
        }
        table.alignments.assign(header.size(), data::Alignment::None);
        std::string words;
        for (const std::string& text : header)
            words += text + " | ";
        data::Block& block = add(data::BlockKind::Table, words);
        block.table = static_cast<int>(article.tables.size());
        table.span = block.span;
        article.tables.push_back(std::move(table));
        return article.tables.back();
    }

    data::Article article;
};

inline data::Article englishArticle() {
    using enum data::BlockKind;
    ArticleBuilder b(data::Language::English);
    b.article.title = "Rented accelerators get cheaper while contracts get longer";
    b.article.titleEnglish = b.article.title;
    b.article.titleTraditional = "租用加速器愈來愈便宜，合約卻愈簽愈長";
    b.article.source = "Ledger of Compute";
    b.article.archive = "March 2026";
    b.article.archiveMonth = "2026-03";
    b.article.slug = "rented-accelerators";
    b.article.topics = {{"NVIDIA", 61}, {"AWS", 44}, {"Pricing", -1}};
    b.add(Title, b.article.title);
    b.add(Byline, "Ledger of Compute March 2026");
    b.article.summary = "Hourly prices fell by 18 % within two quarters. Buyers used the fall to sign longer "
                        "contracts, which leaves less capacity for everyone else.";
    b.add(Summary, b.article.summary);
    b.add(Notice, "This page is available in several languages.");
    b.add(Paragraph,
          "The hourly price of an H100 at the four largest clouds fell from $4.10 to $3.36 between "
          "August and January. Reserved contracts of three years went from 12% of new business to 31%.");
    b.add(Heading, "What the price lists say", 2);
    data::Block& linked = b.add(
        Paragraph, "Three of four providers publish on-demand prices; the fourth quotes on request. The "
                   "figures below are list prices in the cheapest region, before discounts.");
    linked.marks.push_back({data::MarkKind::Strong, {0, 24}, {}});
    linked.marks.push_back({data::MarkKind::Link, {33, 49}, "https://example.org/prices"});
    b.addTable("List price per GPU hour", {"Provider", "August 2025", "January 2026", "Change"},
               {{"Azure", "$4.25", "$3.50", "-18%"},
                {"AWS", "$4.10", "$3.30", "-20%"},
                {"GCP", "$4.05", "$3.38", "-17%"},
                {"Oracle", "$3.20", "$2.95", "-8%"}});
    data::Block& takeaway = b.add(Takeaway, "Every provider cut its price, and the cheapest cut least: the "
                                            "spread between dear and cheap narrowed from $1.05 to $0.55.");
    takeaway.table = 0;
    b.article.takeaways.push_back({takeaway.text, takeaway.span, 0});
    b.add(Heading, "Risks", 2);
    b.add(ListItem, "Lock-in: A three-year contract outlives the chip it pays for.", 1).number = 1;
    b.add(ListItem, "Resale: Sublets appear on the spot market and pull prices down further.", 1).number = 2;
    b.add(ListItem, "Export rules may move demand between regions within weeks.", 1).number = 3;
    b.add(Quote, "We would rather own the queue than the machine.");
    b.add(Code, "price = list * (1 - discount)\nhours = 24 * 365 * years");
    b.add(Heading, "Questions", 2);
    b.add(Question, "Why did prices fall?");
    data::Block& answer =
        b.add(Answer, "The hourly price of an H100 at the four largest clouds fell from $4.10…");
    b.article.questions.push_back({"Why did prices fall?", answer.text, {}, answer.span, true, 4});
    b.add(Question, "Will they fall further?");
    data::Block& second = b.add(Answer, "Probably by 10% to 15% until the end of 2026, if supply holds.");
    b.article.questions.push_back({"Will they fall further?", second.text, {}, second.span, false, -1});
    b.add(Heading, "Further reading", 2);
    data::Block& related = b.add(RelatedEntry, "數據中心的電力合約A utility signs for 400 MW");
    b.article.related.push_back(
        {"數據中心的電力合約", "A utility signs for 400 MW", {}, related.span, true, true});
    b.add(Heading, "Related topics", 2);
    b.add(TopicEntry, "NVIDIA61 related articles");
    return b.article;
}

inline data::Article traditionalArticle() {
    using enum data::BlockKind;
    ArticleBuilder b(data::Language::TraditionalChinese);
    b.article.title = "租用加速器愈來愈便宜，合約卻愈簽愈長";
    b.article.titleEnglish = "Rented accelerators get cheaper while contracts get longer";
    b.article.titleTraditional = b.article.title;
    b.article.source = "Ledger of Compute";
    b.article.archive = "March 2026";
    b.article.archiveMonth = "2026-03";
    b.article.slug = "rented-accelerators";
    b.article.topics = {{"NVIDIA", 61}, {"AWS", 44}, {"Pricing", -1}};
    b.add(Title, b.article.title);
    b.article.summary = "每小時價格在兩季內下跌 18%。買方趁勢簽下更長的合約，留給其他人的算力因此變少。";
    b.add(Summary, b.article.summary);
    b.add(Paragraph, "四大雲端服務商的H100每小時價格，從8月的4.10美元降到1月的3.36美元。"
                     "三年期保留合約佔新業務的比重，從12%升到31%。");
    b.add(Heading, "價目表怎麼說", 2);
    b.add(Paragraph, "四家之中有三家公布隨選價格,第四家須洽詢。下表是最便宜區域未打折的牌價。");
    b.addTable("每GPU小時牌價", {"供應商", "2025年8月", "2026年1月", "變化"},
               {{"Azure", "$4.25", "$3.50", "-18%"},
                {"AWS", "$4.10", "$3.30", "-20%"},
                {"GCP", "$4.05", "$3.38", "-17%"},
                {"Oracle", "$3.20", "$2.95", "-8%"}});
    data::Block& takeaway =
        b.add(Takeaway, "每一家都降價,而最便宜的一家降得最少:貴與便宜的差距從1.05美元縮到0.55美元。");
    takeaway.table = 0;
    b.article.takeaways.push_back({takeaway.text, takeaway.span, 0});
    b.add(Heading, "風險", 2);
    b.add(ListItem, "綁定：三年合約比它付費的晶片活得更久。", 1).number = 1;
    b.add(ListItem, "轉售：轉租的算力流入現貨市場，把價格壓得更低。", 1).number = 2;
    b.add(ListItem, "出口規定可能在幾週內把需求移到別的區域。", 1).number = 3;
    b.add(Quote, "我們寧可擁有佇列，也不要擁有機器。");
    return b.article;
}

inline data::StoredArticle stored(data::Article article, data::ArticleId id, data::EditionId edition) {
    data::StoredArticle result;
    result.row.id = id;
    result.row.title = article.title;
    result.row.titleEnglish = article.titleEnglish;
    result.row.titleTraditional = article.titleTraditional;
    result.row.titleSimplified = article.titleSimplified;
    result.row.source = article.source;
    result.row.archiveMonth = article.archiveMonth;
    result.row.importedAt = "2026-11-23T08:30:00Z";
    result.edition.id = edition;
    result.edition.language = article.language;
    result.edition.title = article.title;
    result.editions = {result.edition};
    result.article = std::move(article);
    return result;
}

// English with a Traditional Chinese edition.
inline std::shared_ptr<ui::LoadedArticle> bilingual() {
    auto loaded = std::make_shared<ui::LoadedArticle>();
    loaded->original = stored(englishArticle(), 1, 10);
    loaded->translation = stored(traditionalArticle(), 1, 11);
    loaded->original.editions.push_back(loaded->translation->edition);
    loaded->pairs = data::alignBlocks(loaded->original.article.blocks, loaded->translation->article.blocks);
    return loaded;
}

// Traditional Chinese alone.
inline std::shared_ptr<ui::LoadedArticle> traditionalOnly() {
    auto loaded = std::make_shared<ui::LoadedArticle>();
    loaded->original = stored(traditionalArticle(), 2, 20);
    return loaded;
}

} // namespace parallax::test
