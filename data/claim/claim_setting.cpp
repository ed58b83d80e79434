// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_setting.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_correction.h"
#include "data/claim/claim_figure.h"
#include "data/claim/claim_heading.h"
#include "data/claim/claim_lists.h"
#include "data/claim/claim_pointer.h"
#include "data/claim/claim_turns.h"
#include "data/claim/claim_unread.h"

namespace parallax::data {
namespace {

constexpr std::size_t longestRead = 400;    // bytes of a heading or a lead
constexpr std::size_t shortNote = 60;       // bytes of a note below a table
constexpr std::size_t shortNeighbour = 160; // bytes of a paragraph beside another that is read whole
constexpr int deepest = 6;                  // levels of headings

// "With a provisioned deployment", "During the outage", 使用快取時.
bool opensWithCircumstance(std::string_view text) {
    const std::string small = lowerAscii(trim(text.substr(0, longestRead)));
    const TurnAt opening = turnAtBegin(small, Turn::OpensCircumstance);
    return opening && (!isAsciiLetter(small.front()) || small.substr(opening.size).starts_with(' '));
}

// 升級前, 尖峰時段, 預留部署下.
bool endsInCircumstance(std::string_view text) {
    text = trim(text);
    for (const std::string_view mark : {":", "：", "。"})
        if (text.ends_with(mark))
            text = trim(text.substr(0, text.size() - mark.size()));
    for (const std::string_view pointer : {"如下", "以下"}) // 官方標價如下：
        if (text.ends_with(pointer))
            return false;
    return static_cast<bool>(turnAtEnd(text, Turn::EndsCircumstance));
}

std::vector<std::string> listedIn(const ClaimSentence& sentence) {
    std::vector<std::string> found;
    for (const ClaimWordAt& one : sentence.words.words)
        if (one.word == ClaimWord::Special && isWithin(one.span, sentence.span))
            addUnread(found, {std::string(sentence.said(one.span))});
    const std::string_view said = sentence.said(sentence.span);
    for (const Mention& mention : mentionsOf(said, claimLists().plain))
        if (static_cast<std::size_t>(mention.sense.measure) == circumstanceWord)
            addUnread(found,
                      {std::string(said.substr(mention.span.begin, mention.span.end - mention.span.begin))});
    return found;
}

std::vector<std::string> allUnread(const ClaimSentence& sentence) {
    return unreadWords(sentence.text, sentence.span, sentence.words, sentence.figures, {});
}

enum class SettingOf { Heading, Lead };

ClaimSetting settingBy(std::string_view words, const Names& names, std::string_view day, SettingOf of) {
    const std::string_view read = utf8Prefix(words, longestRead);
    const ClaimWords found = claimWordsIn(read, names);
    const std::vector<Quantity> figures = parseQuantities(read, {});
    const ClaimSentence sentence{read, {0, read.size()}, figures, found};
    ClaimSetting setting;
    setting.terms = termsIn(read, found, sentence.span);
    setting.unread = circumstancesIn(sentence);
    if (endsInCircumstance(read))
        setting.unread = allUnread(sentence);
    for (const Quantity& one : figures) // "Prices in 2023": of another time, for all that is known
        if (one.kind == QuantityKind::Period)
            addUnread(setting.unread, {std::string(sentence.said(one.span))});
    setting.around = aroundIn(sentence, AroundPlace::Before, day);
    if (of == SettingOf::Heading)
        addUnread(setting.around.ofPrices, unreadOfHeading(sentence));
    // "AWS, Azure and OpenAI compared": of all of them.
    if (setting.around.clouds.size() > 1)
        setting.around.clouds.clear();
    return setting;
}

void addTo(ClaimSetting& to, const ClaimSetting& from) {
    if (to.terms.empty())
        to.terms = from.terms;
    addUnread(to.unread, from.unread);
    addAround(to.around, from.around);
}

// Months since the year 0 of "2026-04-15"; 0 where there is none.
int monthsOf(std::string_view day) {
    int numbers[2] = {};
    for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U}) {
        if (at >= day.size() || day[at] < '0' || day[at] > '9')
            return 0;
        numbers[at > 3] = numbers[at > 3] * 10 + (day[at] - '0');
    }
    return numbers[0] * 12 + numbers[1];
}

// "The price before October 2024": a heading, whoever takes it for a date line.
bool isHeadOfPrices(const Block& block) {
    return block.kind == BlockKind::Byline && block.text.size() <= longestRead &&
           turnIn(lowerAscii(block.text), Turn::HeadsPrices);
}

// "June 2024" alone, long before the article: it heads what follows, whoever takes it for a date line.
bool isOldDateLine(const Block& block, std::string_view day) {
    const std::string_view text = trim(block.text);
    if (block.kind != BlockKind::Byline || text.empty() || text.size() > longestRead)
        return false;
    const std::vector<Quantity> figures = parseQuantities(text, {});
    return figures.size() == 1 && figures[0].kind == QuantityKind::Period &&
           figures[0].span.end - figures[0].span.begin == text.size() && monthsOf(figures[0].to) > 0 &&
           monthsOf(figures[0].to) + 1 < monthsOf(day);
}

// "With a provisioned deployment:", before a list.
bool leadsOn(const Block& block) {
    const std::string_view text = trim(block.text);
    return block.kind == BlockKind::Paragraph && text.size() <= longestRead &&
           (text.ends_with(':') || text.ends_with("：")) && text.find(". ") == text.npos;
}

std::string_view captionOf(const ReadArticle& read, int table) {
    return table >= 0 && static_cast<std::size_t>(table) < read.tables.size()
               ? trim(read.tables[static_cast<std::size_t>(table)].caption)
               : std::string_view();
}

} // namespace

std::vector<std::string> circumstancesIn(const ClaimSentence& sentence) {
    std::vector<std::string> found;
    if (opensWithCircumstance(sentence.said(sentence.span)))
        found = allUnread(sentence);
    return found.empty() ? listedIn(sentence) : found;
}

ClaimSettings::ClaimSettings(const ReadArticle& read, std::string_view day)
    : m_settings(1)
    , m_ofBlock(read.article->blocks.size())
    , m_besides(1)
    , m_besideOf(m_ofBlock.size()) {
    const Article& article = *read.article;
    const Names& names = *read.names;
    bool led = false;                               // the paragraph before leads on to this one
    std::array<ClaimSetting, deepest + 1> headings; // by level
    std::size_t section = 0, current = 0;           // in m_settings: of the headings alone, with the lead
    const auto known = [&](ClaimSetting setting) {
        if (setting.empty())
            return std::size_t{0};
        m_settings.push_back(std::move(setting));
        return m_settings.size() - 1;
    };
    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
        const Block& block = article.blocks[i];
        if (block.kind == BlockKind::Heading || isOldDateLine(block, day) || isHeadOfPrices(block)) {
            const auto level = static_cast<std::size_t>(
                block.kind == BlockKind::Heading ? std::clamp(block.level, 1, deepest) : 2);
            headings[level] = settingBy(block.text, names, day, SettingOf::Heading);
            std::fill(headings.begin() + static_cast<std::ptrdiff_t>(level) + 1, headings.end(),
                      ClaimSetting{});
            ClaimSetting all;
            for (std::size_t one = level; one > 0; --one)
                addTo(all, headings[one]);
            section = current = known(std::move(all));
        } else if (leadsOn(block)) {
            ClaimSetting all = settingBy(block.text, names, day, SettingOf::Lead);
            addTo(all, m_settings[section]);
            current = known(std::move(all));
        } else if (block.kind != BlockKind::ListItem && block.kind != BlockKind::Table &&
                   block.kind != BlockKind::Caption && !led) {
            current = section;
        }
        led = leadsOn(block);
        m_ofBlock[i] = current;
    }
    readBeside(read, day);
}

// Before and behind what may hold claims: whole paragraphs, where they are short; of a longer one the
// sentence next to it.
void ClaimSettings::readBeside(const ReadArticle& read, std::string_view day) {
    const std::vector<Block>& blocks = read.article->blocks;
    std::vector<const ReadText*> texts(blocks.size());
    for (const ReadText& one : read.texts)
        if (one.block >= 0 && static_cast<std::size_t>(one.block) < texts.size())
            texts[static_cast<std::size_t>(one.block)] = &one;
    const auto speaks = [&](std::size_t at) {
        const BlockKind kind = blocks[at].kind;
        return texts[at] != nullptr &&
               (kind == BlockKind::Paragraph || kind == BlockKind::Quote || kind == BlockKind::Takeaway);
    };
    // What is said of a table or a list is of all of it, pointing or not.
    const auto sentencesOf = [&](std::size_t at, AroundPlace place, bool listed, ClaimAround& out) {
        if (!speaks(at))
            return;
        const Block& block = blocks[at];
        const std::vector<Sentence>& sentences = texts[at]->sentences;
        const bool before = place == AroundPlace::Before;
        const bool all = block.text.size() <= (listed ? longestRead : shortNeighbour);
        if (block.text.size() <= shortNote) // "Azure OpenAI, Sweden.": of what stands before as well
            place = AroundPlace::Before;
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            const Span span = sentences[i].span;
            const bool next = before ? i + 1 == sentences.size() : i == 0;
            if (!(all || next) || span.end - span.begin > longestRead)
                continue;
            const std::string_view said =
                std::string_view(block.text).substr(span.begin, span.end - span.begin);
            if (listed)
                addAround(out, aroundIn(said, *read.names, place, day));
            const bool lead = listed && before && next && leadsOn(block);
            addAround(out, pointedIn(said, *read.names,
                                     lead     ? PointerPlace::Lead
                                     : before ? PointerPlace::Before
                                              : PointerPlace::Behind,
                                     day));
        }
    };
    for (std::size_t i = 0; i < blocks.size();) {
        const BlockKind kind = blocks[i].kind;
        std::size_t end = i + 1;
        if (kind == BlockKind::ListItem)
            while (end < blocks.size() && blocks[end].kind == BlockKind::ListItem)
                ++end;
        const bool listed = kind == BlockKind::Table || kind == BlockKind::ListItem;
        if (listed || speaks(i)) {
            ClaimAround around;
            std::size_t before = i;
            const bool captioned = before > 0 && blocks[before - 1].kind == BlockKind::Caption;
            // A table's caption stands before it, and no other paragraph but one that points.
            const bool led = kind == BlockKind::Table && !captionOf(read, blocks[i].table).empty();
            if (captioned)
                --before;
            if (before > 0)
                sentencesOf(before - 1, AroundPlace::Before, listed && !led, around);
            if (end < blocks.size())
                sentencesOf(end, AroundPlace::Behind, listed, around);
            if (!around.empty()) {
                m_besides.push_back(std::move(around));
                std::fill(m_besideOf.begin() + static_cast<std::ptrdiff_t>(i),
                          m_besideOf.begin() + static_cast<std::ptrdiff_t>(end), m_besides.size() - 1);
            }
        }
        i = end;
    }
    takeBack(blocks);
}

// "Correction: …" takes back what it is of, which it need not say: any figure before it.
void ClaimSettings::takeBack(const std::vector<Block>& blocks) {
    std::string word; // of the last
    std::vector<bool> added(m_besides.size());
    std::size_t alone = 0; // in m_besides: of blocks that nothing else is beside
    for (std::size_t i = blocks.size(); i-- > 0;) {
        if (!word.empty()) {
            std::size_t& at = m_besideOf[i];
            if (at == 0) {
                if (alone == 0) {
                    m_besides.emplace_back();
                    addUnread(m_besides.back().any, {word});
                    alone = m_besides.size() - 1;
                }
                at = alone;
            } else if (at < added.size() && !added[at]) {
                addUnread(m_besides[at].any, {word});
                added[at] = true;
            }
        }
        if (word.empty() && blocks[i].kind != BlockKind::Table)
            word = correctionAt(blocks[i].text);
    }
}

const ClaimAround& ClaimSettings::beside(int block) const {
    const bool inside = block >= 0 && static_cast<std::size_t>(block) < m_besideOf.size();
    return m_besides[inside ? m_besideOf[static_cast<std::size_t>(block)] : 0];
}

const ClaimSetting& ClaimSettings::of(int block) const {
    const bool inside = block >= 0 && static_cast<std::size_t>(block) < m_ofBlock.size();
    return m_settings[inside ? m_ofBlock[static_cast<std::size_t>(block)] : 0];
}

} // namespace parallax::data
