// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/article/article.h"
#include "data/check/text.h"
#include "data/claim/claim_sentence.h"

namespace parallax::data {

// Under which circumstances the figures of a block are said, by the headings over it and by the words that
// lead to its list: "With a provisioned deployment", "Batch API", 升級前.
struct ClaimSetting {
    std::string terms;               // of prices: "Batch API"; empty of plain ones
    std::vector<std::string> unread; // words that state a circumstance, at most mostUnread
};

// Those of all blocks of an article, read once; linear in its headings and leads.
class ClaimSettings {
  public:
    ClaimSettings(const Article& article, const Names& names);

    const ClaimSetting& of(int block) const;

  private:
    std::vector<ClaimSetting> m_settings; // the first is that of nothing
    std::vector<std::size_t> m_ofBlock;   // in m_settings
};

// The words of a sentence that state a circumstance for the figures of the next one, too: those of a list of
// such words (provisioned, negotiated, 冷啟動) and, where it opens with one ("With …", "During …"), all that
// are not understood.
std::vector<std::string> circumstancesIn(const ClaimSentence& sentence);

} // namespace parallax::data
