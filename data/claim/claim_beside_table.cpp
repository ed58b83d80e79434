// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_beside_table.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "base/utf8.h"
#include "data/claim/claim.h"
#include "data/claim/claim_price.h"
#include "data/claim/claim_unread.h"

namespace parallax::data {
namespace {

// The mark of a footnote that a header, a label or a cell bears.
std::string_view markIn(std::string_view text) {
    static constexpr auto marks = std::to_array<std::string_view>(
        {"*",   "†",   "‡",   "§",   "¹",   "²",   "³",   "⁴",   "⁵",   "⁶",   "[1]",
         "[2]", "[3]", "[4]", "[a]", "[b]", "[c]", "(a)", "(b)", "(c)", "(1)", "(2)",
         "(3)", "註",  "注1", "注2", "注3", "⁽",   "①",   "②",   "③",   "※"});
    for (const std::string_view mark : marks)
        if (text.find(mark) != text.npos)
            return mark;
    return {};
}

} // namespace

BesideTable::BesideTable(const ReadArticle& article, int table, int block, const ClaimSettings& settings)
    : m_article(article)
    , m_block(block)
    , m_setting(settings.of(block))
    , m_around(m_setting.around) {
    addAround(m_around, settings.beside(block));
    const std::vector<Block>& blocks = article.article->blocks;
    readHeadings(blocks);
    readRemarks(article.article->tables[static_cast<std::size_t>(table)],
                article.tables[static_cast<std::size_t>(table)]);
    readNotes(blocks);
}

void BesideTable::leaveOn(Claim& claim, bool sellerNamed) const {
    addUnread(claim.unread, m_setting.unread);
    leaveAround(claim, m_around, sellerNamed);
    if (claim.kind == ClaimKind::Price && claim.terms.empty())
        claim.terms = m_setting.terms;
}

void BesideTable::readHeadings(const std::vector<Block>& blocks) {
    constexpr std::size_t most = 3;
    int level = std::numeric_limits<int>::max();
    for (int i = m_block - 1; i >= 0 && m_headings.size() < most; --i) {
        const Block& block = blocks[static_cast<std::size_t>(i)];
        if (block.kind != BlockKind::Heading || block.level >= level)
            continue;
        level = block.level;
        m_headings.push_back(labelOf(block.text, m_article));
    }
}

// Rows without a figure: "All prices after a 20% volume discount".
void BesideTable::readRemarks(const Table& source, const TypedTable& table) {
    const std::string day = claimDay(m_article);
    const std::size_t rows = std::min(table.cells.size(), mostTableRows);
    for (std::size_t row = 0; row < rows; ++row) {
        if (std::ranges::any_of(table.cells[row], [](const TypedCell& cell) { return cell.figure; }))
            continue;
        if (row < table.rowLabels.size())
            addRemark(table.rowLabels[row], day);
        for (std::size_t column = 0; column < std::min(table.cells[row].size(), mostTableColumns); ++column)
            addRemark(wordsOf(source, table, row, column), day);
    }
}

void BesideTable::addRemark(std::string_view text, std::string_view day) {
    if (!text.empty() && text.size() <= longestLabel)
        addAround(m_around, aroundIn(text, *m_article.names, AroundPlace::Before, day));
}

void BesideTable::readNotes(const std::vector<Block>& blocks) {
    if (m_block > 0)
        if (const Block& before = blocks[static_cast<std::size_t>(m_block - 1)];
            before.kind == BlockKind::Paragraph && before.text.size() <= longestLabel &&
            tokensPricedBy(before.text))
            m_above = labelOf(trim(before.text), m_article);
    constexpr int most = 8; // blocks
    for (int i = m_block + 1; m_block >= 0 && i < static_cast<int>(blocks.size()) && i <= m_block + most;
         ++i) {
        const Block& block = blocks[static_cast<std::size_t>(i)];
        if (block.kind == BlockKind::Heading || block.kind == BlockKind::Table)
            break;
        const std::string_view text = trim(block.text);
        // "Prices in dollars per million tokens."
        if (i == m_block + 1 && block.kind != BlockKind::ListItem && tokensPricedBy(text))
            m_below = labelOf(text, m_article);
        if (block.kind == BlockKind::ListItem && i == m_block + 1) // "* Batch" is an item of Markdown
            m_notes.emplace_back("*", labelOf(text, m_article));
        else if (const std::string_view mark = markIn(text); !mark.empty() && text.starts_with(mark))
            m_notes.emplace_back(mark, labelOf(text.substr(mark.size()), m_article));
    }
}

void BesideTable::addNotes(Claim& claim, std::string_view text, UnreadBeside beside) const {
    const std::string_view mark = markIn(text);
    if (mark.empty())
        return;
    const auto note = std::ranges::find(m_notes, mark, &std::pair<std::string_view, Label>::first);
    addUnread(claim.unread,
              note == m_notes.end() ? std::vector{std::string(mark)} : unreadOf(note->second, beside));
    if (note != m_notes.end())
        leaveAround(claim,
                    aroundIn(note->second.text, *m_article.names, AroundPlace::Before, claimDay(m_article)),
                    true);
}

const Label* BesideTable::namingHeading() const {
    for (const Label& one : m_headings) {
        const std::vector<ModelAt>& models = one.words.models;
        const std::vector<NameAt>& names = one.words.names;
        if (models.empty() && names.empty())
            continue;
        return models.size() <= 1 && names.size() <= 1 ? &one : nullptr;
    }
    return nullptr;
}

} // namespace parallax::data
