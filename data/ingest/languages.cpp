// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/languages.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace parallax::data {
namespace {

std::string tableWords(const Table& table) {
    std::string words;
    const auto add = [&](const Cell& cell) {
        words += cell.text;
        words.push_back(' ');
    };
    for (const Cell& cell : table.header)
        add(cell);
    for (const auto& row : table.rows) {
        for (const Cell& cell : row)
            add(cell);
        if (words.size() > 4000)
            break;
    }
    return words;
}

const Table* tableOf(const Article& article, const Block& block) {
    return block.kind == BlockKind::Table && block.table >= 0
               ? &article.tables[static_cast<std::size_t>(block.table)]
               : nullptr;
}

// The languages in which things are written, by weight.
class Majority {
  public:
    void add(Language language, std::size_t weight) {
        if (language != Language::Unknown)
            m_weights[static_cast<std::size_t>(language)] += weight;
    }
    Language winner() const {
        const auto most = std::ranges::max_element(m_weights);
        return *most == 0 ? Language::Unknown : static_cast<Language>(most - m_weights.begin());
    }
    std::size_t of(Language language) const { return m_weights[static_cast<std::size_t>(language)]; }
    std::size_t all() const {
        std::size_t sum = 0;
        for (const std::size_t weight : m_weights)
            sum += weight;
        return sum;
    }

  private:
    std::array<std::size_t, 6> m_weights{};
};

// The Chinese script of what decides it by its own characters; Unknown where nothing does, or both alike.
class ScriptVote {
  public:
    void add(const JudgedLanguage& judged, std::size_t bytes) {
        if (judged.scriptOpen)
            return;
        m_traditional += judged.language == Language::TraditionalChinese ? bytes : 0;
        m_simplified += judged.language == Language::SimplifiedChinese ? bytes : 0;
    }
    Language winner() const {
        return m_traditional > m_simplified   ? Language::TraditionalChinese
               : m_simplified > m_traditional ? Language::SimplifiedChinese
                                              : Language::Unknown;
    }

  private:
    std::size_t m_traditional = 0;
    std::size_t m_simplified = 0;
};

// Of several opinions, the first that is one.
Language firstScript(std::initializer_list<Language> opinions) {
    for (const Language language : opinions)
        if (isChinese(language))
            return language;
    return Language::Unknown;
}

// What is left to say of an article whose characters all belong to both scripts: corner brackets are
// Traditional punctuation.
Language scriptOfPunctuation(const Article& article) {
    const bool corners = article.title.find("「") != std::string::npos ||
                         std::ranges::any_of(article.blocks, [](const Block& block) {
                             return block.text.find("「") != std::string::npos;
                         });
    return corners ? Language::TraditionalChinese : Language::SimplifiedChinese;
}

void placeTitle(Article& article, const JudgedLanguage& judged, Language script) {
    const auto place = [&](std::string& title) {
        if (title.empty())
            title = article.title;
    };
    switch (judged.scriptOpen ? script : judged.language) {
    case Language::English:
        place(article.titleEnglish);
        break;
    case Language::TraditionalChinese:
        place(article.titleTraditional);
        break;
    case Language::SimplifiedChinese:
        place(article.titleSimplified);
        break;
    default:
        break;
    }
}

} // namespace

Language languageOfPage(std::string_view tag) noexcept {
    tag = trim(tag);
    for (const std::string_view plain : {"zh", "ZH", "Zh", "zho", "chi", "cmn", "中文"})
        if (tag == plain)
            return Language::Unknown;
    return languageFromTag(tag);
}

Language decideLanguages(Article& article, Language neighbours) {
    std::vector<JudgedLanguage> judged;
    judged.reserve(article.blocks.size());
    ScriptVote vote;
    for (const Block& block : article.blocks) {
        std::string cells;
        if (const Table* table = tableOf(article, block)) {
            for (const Cell& cell : table->header)
                cells += cell.text + ' ';
            if (trim(cells).empty())
                cells = tableWords(*table);
        }
        const std::string_view words = cells.empty() ? std::string_view(block.text) : cells;
        judged.push_back(judgeLanguage(words, article.pageLanguage));
        vote.add(judged.back(), words.size());
    }
    const JudgedLanguage title = judgeLanguage(article.title, article.pageLanguage);
    vote.add(title, article.title.size());
    const Language decided = firstScript({vote.winner(), article.pageLanguage});
    Language script = firstScript({decided, neighbours});
    if (script == Language::Unknown)
        script = scriptOfPunctuation(article);

    Majority whole;
    Majority tables; // they decide where nothing else is there
    for (std::size_t i = 0; i < judged.size(); ++i) {
        Block& block = article.blocks[i];
        block.language = judged[i].scriptOpen ? script : judged[i].language;
        whole.add(block.language, block.text.size());
        tables.add(block.language, block.kind == BlockKind::Table ? 1 : 0);
    }
    const Language most = whole.winner();
    if (whole.all() == 0)
        article.language = tables.winner();
    else
        article.language = whole.of(most) * 10 >= whole.all() * 6 ? most : Language::Mixed;
    placeTitle(article, title, script);
    return decided;
}

void findLanguages(Article& article) {
    const auto isInBody = [](const Block& block) {
        return isContent(block.kind) && block.kind != BlockKind::Title && block.kind != BlockKind::Summary;
    };
    std::vector<JudgedLanguage> judged;
    judged.reserve(article.blocks.size());
    ScriptVote bodyVote;
    ScriptVote pageVote;
    ScriptVote othersVote; // titles of other articles, which may be in any language
    for (const Block& block : article.blocks) {
        if (block.kind == BlockKind::Code) {
            judged.push_back({});
            continue;
        }
        const Table* table = tableOf(article, block);
        const std::string cells = table ? tableWords(*table) : std::string();
        const std::string_view words = table ? std::string_view(cells) : block.text;
        judged.push_back(judgeLanguage(words));
        const bool others = block.kind == BlockKind::RelatedEntry || block.kind == BlockKind::TopicEntry ||
                            block.kind == BlockKind::ArchiveEntry || block.kind == BlockKind::Navigation;
        (isInBody(block) ? bodyVote : others ? othersVote : pageVote).add(judged.back(), words.size());
    }
    Language rest = firstScript({article.pageLanguage, article.language, othersVote.winner()});
    if (rest == Language::Unknown)
        rest = scriptOfPunctuation(article);
    const Language bodyScript = firstScript({bodyVote.winner(), pageVote.winner(), rest});
    const Language pageScript = firstScript({pageVote.winner(), bodyVote.winner(), rest});

    Majority body;
    Majority page;
    for (std::size_t i = 0; i < judged.size(); ++i) {
        Block& block = article.blocks[i];
        if (block.kind == BlockKind::Code)
            continue;
        block.language = judged[i].language;
        if (judged[i].scriptOpen)
            block.language = isInBody(block) ? bodyScript : pageScript;
        switch (block.kind) {
        case BlockKind::Paragraph:
        case BlockKind::ListItem:
        case BlockKind::Quote:
        case BlockKind::Takeaway:
        case BlockKind::Table:
            body.add(block.language, block.text.size() + 1);
            break;
        case BlockKind::Title:
            page.add(block.language, block.text.size());
            break;
        case BlockKind::Summary:
            page.add(block.language, 2 * block.text.size());
            break;
        default:
            break;
        }
    }
    const Language given = article.language;
    article.language = body.winner();
    if (article.language == Language::Unknown)
        article.language = given != Language::Unknown ? given : page.winner();
    if (article.pageLanguage == Language::Unknown)
        article.pageLanguage = page.winner() != Language::Unknown ? page.winner() : article.language;
    // Short blocks are judged once more with what their surroundings speak.
    for (Block& block : article.blocks) {
        if (block.kind == BlockKind::Code || block.kind == BlockKind::Table || block.text.size() > 200 ||
            block.language == Language::Mixed)
            continue;
        const bool inBody = isInBody(block);
        const JudgedLanguage again =
            judgeLanguage(block.text, inBody ? article.language : article.pageLanguage);
        block.language = !again.scriptOpen ? again.language : inBody ? bodyScript : pageScript;
    }
    if (!article.title.empty())
        placeTitle(article, judgeLanguage(article.title, article.pageLanguage), pageScript);
}

} // namespace parallax::data
