// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/claim/claim_around.h"
#include "data/claim/claim_label.h"
#include "data/claim/claim_setting.h"
#include "data/measure/claim.h"

namespace parallax::data {

inline constexpr std::size_t mostTableRows = 5000; // more is data, not statements
inline constexpr std::size_t mostTableColumns = 64;

// What stands about a table and speaks of its figures: the headings over it, its rows without a figure, the
// paragraphs right above and below it, and its footnotes by their marks. Read once for all its cells.
class BesideTable {
  public:
    // `block` is the table's, -1 where it has none.
    BesideTable(const ReadArticle& article, int table, int block, const ClaimSettings& settings);

    // Those over the table, the nearest first, each of a section that holds the one before.
    std::span<const Label> headings() const { return m_headings; }
    // The nearest heading that names a model or somebody, if it is one alone: "GPT-4o prices".
    const Label* namingHeading() const;
    // What stands right above or below the table and says for how many tokens its prices are.
    const Label& above() const { return m_above; }
    const Label& below() const { return m_below; }
    // What all of it says of a claim, and what the footnote does whose mark `text` bears.
    void leaveOn(Claim& claim, bool sellerNamed) const;
    void addNotes(Claim& claim, std::string_view text, UnreadBeside beside) const;

  private:
    void readHeadings(const std::vector<Block>& blocks);
    void readRemarks(const Table& source, const TypedTable& table);
    void addRemark(std::string_view text, std::string_view day);
    void readNotes(const std::vector<Block>& blocks);

    const ReadArticle& m_article;
    int m_block;
    const ClaimSetting& m_setting;
    ClaimAround m_around;
    std::vector<std::pair<std::string_view, Label>> m_notes; // by their marks
    std::vector<Label> m_headings;
    Label m_above, m_below;
};

} // namespace parallax::data
