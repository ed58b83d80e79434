// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_setting.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "data/claim/ascii.h"
#include "data/claim/claim_figure.h"
#include "data/claim/claim_lists.h"
#include "data/claim/claim_turns.h"
#include "data/claim/claim_unread.h"

namespace parallax::data {
namespace {

constexpr std::size_t longestRead = 400; // bytes of a heading or a lead
constexpr int deepest = 6;               // levels of headings

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

ClaimSetting settingBy(std::string_view words, const Names& names) {
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
    return setting;
}

void addTo(ClaimSetting& to, const ClaimSetting& from) {
    if (to.terms.empty())
        to.terms = from.terms;
    addUnread(to.unread, from.unread);
}

// "With a provisioned deployment:", before a list.
bool leadsOn(const Block& block) {
    const std::string_view text = trim(block.text);
    return block.kind == BlockKind::Paragraph && text.size() <= longestRead &&
           (text.ends_with(':') || text.ends_with("：")) && text.find(". ") == text.npos;
}

} // namespace

std::vector<std::string> circumstancesIn(const ClaimSentence& sentence) {
    std::vector<std::string> found;
    if (opensWithCircumstance(sentence.said(sentence.span)))
        found = allUnread(sentence);
    return found.empty() ? listedIn(sentence) : found;
}

ClaimSettings::ClaimSettings(const Article& article, const Names& names)
    : m_settings(1)
    , m_ofBlock(article.blocks.size()) {
    std::array<ClaimSetting, deepest + 1> headings; // by level
    std::size_t section = 0, current = 0;           // in m_settings: of the headings alone, with the lead
    const auto known = [&](ClaimSetting setting) {
        if (setting.terms.empty() && setting.unread.empty())
            return std::size_t{0};
        m_settings.push_back(std::move(setting));
        return m_settings.size() - 1;
    };
    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
        const Block& block = article.blocks[i];
        if (block.kind == BlockKind::Heading) {
            const auto level = static_cast<std::size_t>(std::clamp(block.level, 1, deepest));
            headings[level] = settingBy(block.text, names);
            std::fill(headings.begin() + static_cast<std::ptrdiff_t>(level) + 1, headings.end(),
                      ClaimSetting{});
            ClaimSetting all;
            for (std::size_t one = level; one > 0; --one)
                addTo(all, headings[one]);
            section = current = known(std::move(all));
        } else if (leadsOn(block)) {
            ClaimSetting all = settingBy(block.text, names);
            addTo(all, m_settings[section]);
            current = known(std::move(all));
        } else if (block.kind != BlockKind::ListItem && block.kind != BlockKind::Table &&
                   block.kind != BlockKind::Caption) {
            current = section;
        }
        m_ofBlock[i] = current;
    }
}

const ClaimSetting& ClaimSettings::of(int block) const {
    const bool inside = block >= 0 && static_cast<std::size_t>(block) < m_ofBlock.size();
    return m_settings[inside ? m_ofBlock[static_cast<std::size_t>(block)] : 0];
}

} // namespace parallax::data
