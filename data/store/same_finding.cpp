// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/same_finding.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "data/article/align.h"
#include "data/store/article_store.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

// Of one finding that stands in very many places of an article, only so many are told apart by place.
constexpr std::size_t mostAlike = 64;

// Six digits: what two readings of one text share, whatever the order of their additions.
void addNumber(std::string& text, std::optional<double> value) {
    text += '|';
    if (!value)
        return;
    std::array<char, 40> digits{};
    const double shown = *value == 0 ? 0.0 : *value; // no "-0"
    const int length = std::snprintf(digits.data(), digits.size(), "%.6g", shown);
    text.append(digits.data(), static_cast<std::size_t>(std::clamp(length, 0, 39)));
}

// The middle of an interval; of an open one the end that it has, with the side that is open.
void addMiddle(std::string& text, const std::optional<Interval>& interval) {
    if (!interval)
        return addNumber(text, {});
    const bool low = std::isfinite(interval->low);
    const bool high = std::isfinite(interval->high);
    if (low && high)
        return addNumber(text, interval->low / 2 + interval->high / 2);
    addNumber(text, low ? std::optional(interval->low) : high ? std::optional(interval->high) : std::nullopt);
    text += low ? '+' : high ? '-' : '*';
}

struct Group {
    std::size_t teller = 0;
    std::vector<std::size_t> members; // the teller among them, one of each edition
    CheckMark mark = CheckMark::None;
};

bool fits(const Group& group, const EditionFinding& finding, const std::vector<EditionFinding>& findings,
          const BlocksAgree& agree) {
    if (group.mark != CheckMark::None && finding.mark != CheckMark::None && group.mark != finding.mark)
        return false;
    const auto sameEdition = [&](std::size_t member) { return findings[member].edition == finding.edition; };
    if (finding.against == 0 && std::any_of(group.members.begin(), group.members.end(), sameEdition))
        return false;
    return std::any_of(group.members.begin(), group.members.end(), [&](std::size_t member) {
        const EditionFinding& other = findings[member];
        return agree(other.edition, other.block, finding.edition, finding.block);
    });
}

// Which blocks of an article's editions stand beside one another, found out when asked for.
class AlignedBlocks {
  public:
    AlignedBlocks(Library& library, ArticleId article, std::vector<Language> editions)
        : m_library(library)
        , m_article(article)
        , m_languages(std::move(editions))
        , m_blocks(m_languages.size()) {}

    bool agree(std::size_t edition, int block, std::size_t other, int otherBlock) {
        if (block < 0 || otherBlock < 0 || edition == other)
            return block == otherBlock;
        if (edition > other) {
            std::swap(edition, other);
            std::swap(block, otherBlock);
        }
        auto [at, added] = m_pairs.try_emplace({edition, other});
        if (added)
            for (const BlockPair& pair : alignBlocks(blocksOf(edition), blocksOf(other)))
                at->second.emplace(pair.left, pair.right);
        const auto pair = at->second.find(block);
        return pair != at->second.end() && pair->second == otherBlock;
    }

  private:
    const std::vector<Block>& blocksOf(std::size_t edition) {
        auto& blocks = m_blocks[edition];
        if (!blocks)
            blocks = m_library.articles().load(m_article, m_languages[edition]).article.blocks;
        return *blocks;
    }

    Library& m_library;
    ArticleId m_article;
    std::vector<Language> m_languages;
    std::vector<std::optional<std::vector<Block>>> m_blocks;
    std::map<std::pair<std::size_t, std::size_t>, std::unordered_map<int, int>> m_pairs;
};

// The finding told by another one, and by which: the columns as they were read.
struct FindingRow {
    std::string fingerprint;
    CheckId toldBy = 0;
};

void shareMark(Library& library, ArticleId article, const std::string& from, const std::string& to) {
    Statement(library, "INSERT INTO check_mark (article_id, fingerprint, mark, note, marked_by, marked_at) "
                       "SELECT article_id, ?3, mark, note, marked_by, marked_at FROM check_mark "
                       "WHERE article_id = ?1 AND fingerprint = ?2 ON CONFLICT DO NOTHING")
        .bind(article)
        .bind(from)
        .bind(to)
        .run();
}

} // namespace

std::string findingOf(const Check& check) {
    std::string text(ruleName(check.rule));
    for (const std::string_view word :
         {verdictName(check.verdict), colourName(check.colour), std::string_view(check.unit),
          std::string_view(check.cause), std::string_view(check.reason)}) {
        text += '|';
        text += word;
    }
    addMiddle(text, check.stated);
    addNumber(text, check.face);
    addNumber(text, check.faceHigh);
    if (!check.statement.empty() && check.statement.front().table >= 0) {
        const Evidence& claim = check.statement.front();
        text += "|cell " + std::to_string(claim.row) + ' ' + std::to_string(claim.column);
    }
    return text;
}

std::vector<std::size_t> tellOnce(const std::vector<EditionFinding>& findings, const BlocksAgree& agree) {
    std::vector<std::size_t> order(findings.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return findings[a].edition < findings[b].edition; });
    std::vector<std::size_t> tellers(findings.size());
    std::map<std::pair<std::string, ArticleId>, std::vector<Group>> groups;
    for (const std::size_t i : order) {
        const EditionFinding& finding = findings[i];
        tellers[i] = i;
        if (finding.finding.empty())
            continue;
        std::vector<Group>& alike = groups[{finding.finding, finding.against}];
        const auto found = std::find_if(alike.begin(), alike.end(), [&](const Group& group) {
            return fits(group, finding, findings, agree);
        });
        if (found != alike.end()) {
            tellers[i] = found->teller;
            found->members.push_back(i);
            if (found->mark == CheckMark::None)
                found->mark = finding.mark;
        } else if (alike.size() < mostAlike) {
            alike.push_back({i, {i}, finding.mark});
        }
    }
    return tellers;
}

void tellFindingsOnce(Library& library, ArticleId article) {
    std::vector<Language> languages;
    std::vector<EditionId> editions;
    {
        // One that was imported anew has checks of words that are no longer there.
        Statement row(library, "SELECT edition.id, edition.language FROM edition JOIN edition_check ON "
                               "edition_check.edition_id = edition.id AND edition_check.version = "
                               "edition.version WHERE edition.article_id = ? ORDER BY edition.id");
        row.bind(article);
        while (row.step()) {
            editions.push_back(row.integer(0));
            languages.push_back(static_cast<Language>(row.number(1)));
        }
    }
    std::vector<EditionFinding> findings;
    std::vector<FindingRow> rows;
    {
        // Alone, an edition can only repeat what it has against other articles.
        Statement row(library, "SELECT id, finding, block, mark, fingerprint, same_as, "
                               "iif(fact_group IS NULL, 0, other_article) FROM check_result "
                               "WHERE edition_id = ?1 AND (?2 > 1 OR fact_group IS NOT NULL) "
                               "ORDER BY ordinal, id");
        for (std::size_t i = 0; i < editions.size(); ++i) {
            row.rewind();
            row.bind(editions[i]).bind(editions.size());
            while (row.step()) {
                const int mark = std::clamp(row.number(3), 0, static_cast<int>(CheckMark::Corrected));
                findings.push_back({row.integer(0), i, row.text(1), row.number(2),
                                    static_cast<CheckMark>(mark), row.integer(6)});
                rows.push_back({row.text(4), row.integer(5)});
            }
        }
    }
    AlignedBlocks blocks(library, article, languages);
    const auto tellers =
        tellOnce(findings, [&blocks](std::size_t edition, int block, std::size_t other, int otherBlock) {
            return blocks.agree(edition, block, other, otherBlock);
        });
    Statement write(library, "UPDATE check_result SET same_as = ? WHERE id = ?");
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const CheckId teller = tellers[i] == i ? 0 : findings[tellers[i]].id;
        if (teller == rows[i].toldBy)
            continue;
        if (teller == 0)
            write.bindNull();
        else
            write.bind(teller);
        write.bind(findings[i].id).run();
    }
    // First what the others have comes to the one that tells, then what that one has goes to the others.
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (tellers[i] != i && findings[i].mark != CheckMark::None)
            shareMark(library, article, rows[i].fingerprint, rows[tellers[i]].fingerprint);
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (tellers[i] != i)
            shareMark(library, article, rows[tellers[i]].fingerprint, rows[i].fingerprint);
}

} // namespace parallax::data
