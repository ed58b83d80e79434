// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/check/check_article.h"
#include "data/claim/claim_around.h"
#include "data/claim/claim_sentence.h"

namespace parallax::data {

// Under which circumstances the figures of a block are said, by the headings over it and by the words that
// lead to its list: "With a provisioned deployment", "Batch API", 升級前.
struct ClaimSetting {
    std::string terms;               // of prices: "Batch API"; empty of plain ones
    std::vector<std::string> unread; // words that state a circumstance, at most mostUnread
    ClaimAround around;              // what else they say of the figures

    bool empty() const { return terms.empty() && unread.empty() && around.empty(); }
};

// Those of all blocks of an article, read once; linear in its headings and leads, and in the paragraphs right
// before and behind its tables and lists ("Prices as of June 2024.").
class ClaimSettings {
  public:
    // `day` is the article's, ISO.
    ClaimSettings(const ReadArticle& article, std::string_view day);

    const ClaimSetting& of(int block) const;
    const ClaimAround& beside(int block) const;

  private:
    void readBeside(const ReadArticle& article, std::string_view day);
    void takeBack(const std::vector<Block>& blocks);

    std::vector<ClaimSetting> m_settings; // the first is that of nothing
    std::vector<std::size_t> m_ofBlock;   // in m_settings
    std::vector<ClaimAround> m_besides;   // likewise
    std::vector<std::size_t> m_besideOf;  // in m_besides
};

// The words of a sentence that state a circumstance for the figures of the next one, too: those of a list of
// such words (provisioned, negotiated, 冷啟動) and, where it opens with one ("With …", "During …"), all that
// are not understood.
std::vector<std::string> circumstancesIn(const ClaimSentence& sentence);

} // namespace parallax::data
