// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Checks made by hand on articles made by hand, as the rules would hand them over.

#include <string>
#include <vector>

#include "data/store/check_store.h"
#include "tests/ui/reader/article_fixture.h"

namespace parallax::test {

// Where `quote` stands in the article: the first cell that is it, else the first block that holds it.
inline data::Evidence evidenceOf(const data::Article& article, const std::string& quote) {
    data::Evidence evidence;
    evidence.quote = quote;
    for (std::size_t b = 0; b < article.blocks.size(); ++b) {
        const data::Block& block = article.blocks[b];
        if (block.kind == data::BlockKind::Table && block.table >= 0) {
            const data::Table& table = article.tables[static_cast<std::size_t>(block.table)];
            for (std::size_t r = 0; r < table.rows.size(); ++r)
                for (std::size_t c = 0; c < table.rows[r].size(); ++c)
                    if (table.rows[r][c].text == quote) {
                        evidence.block = static_cast<int>(b);
                        evidence.table = block.table;
                        evidence.row = static_cast<int>(r);
                        evidence.column = static_cast<int>(c);
                        return evidence;
                    }
            continue;
        }
        if (const std::size_t at = block.text.find(quote); at != std::string::npos) {
            evidence.block = static_cast<int>(b);
            evidence.span = {block.span.begin + at, block.span.begin + at + quote.size()};
            return evidence;
        }
    }
    return evidence;
}

inline data::Check checkOf(const data::Article& article, data::Rule rule, data::Colour colour,
                           const std::vector<std::string>& quotes) {
    data::Check check;
    check.rule = rule;
    check.colour = colour;
    check.verdict = colour == data::Colour::Green  ? data::Verdict::Consistent
                    : colour == data::Colour::Grey ? data::Verdict::CannotTell
                                                   : data::Verdict::Inconsistent;
    check.grade = colour == data::Colour::Green ? data::Grade::RoundingOnly : data::Grade::None;
    for (const std::string& quote : quotes) {
        check.statement.push_back(evidenceOf(article, quote));
        check.fingerprint += quote + "|";
    }
    check.fingerprint += data::ruleName(rule);
    return check;
}

// A growth rate that its own figures do not give.
inline data::Check failedRate(const data::Article& article, const std::vector<std::string>& quotes) {
    data::Check check = checkOf(article, data::Rule::Cagr, data::Colour::Red, quotes);
    check.face = 58.74;
    check.strict = data::Interval{56.1, 61.6};
    check.loose = data::Interval{52.4, 66.2};
    check.stated = data::Interval{38, 42};
    check.unit = "%";
    check.formula = "100 × ((48 ÷ 12)^(1/3) − 1) = 58.74 %";
    check.power = 2.75;
    check.cause = "off-by-one-years";
    check.repairs = {{"stated", "~59%"}, {"end-year", "2028"}};
    return check;
}

inline data::Article growthArticle() {
    using enum data::BlockKind;
    ArticleBuilder b(data::Language::English);
    b.article.title = "Hosted models outgrow the clouds that host them";
    b.article.titleEnglish = b.article.title;
    b.article.source = "Ledger of Compute";
    b.article.archiveMonth = "2026-05";
    b.article.slug = "hosted-models";
    b.add(Title, b.article.title);
    b.add(Paragraph,
          "Revenue of hosted models rises from $12 billion in 2024 to $48 billion by 2027 (CAGR ~40%). "
          "Some 60% of it goes through three marketplaces.");
    b.addTable("Spending by marketplace", {"Marketplace", "2024", "2025", "Change"},
               {{"North", "$4.0B", "$5.0B", "+25%"},
                {"South", "$2.0B", "$3.0B", "+40%"},
                {"West", "$1.0B", "$1.1B", "+10%"}});
    b.add(Paragraph, "The largest buyer, North, says it spent $5 billion & more <last> year.");
    return b.article;
}

// One red, two amber, one grey, one green.
inline std::vector<data::Check> growthChecks(const data::Article& article) {
    std::vector<data::Check> checks;
    checks.push_back(failedRate(article, {"~40%", "$12 billion", "$48 billion", "2024", "2027"}));
    data::Check change =
        checkOf(article, data::Rule::DeltaPercent, data::Colour::Amber, {"+40%", "$2.0B", "$3.0B"});
    change.face = 50;
    change.strict = data::Interval{43.9, 56.4};
    change.loose = change.strict;
    change.stated = data::Interval{39.5, 40.5};
    change.unit = "%";
    change.power = 6.25;
    change.formula = "100 × (3.0 ÷ 2.0 − 1) = 50 %";
    checks.push_back(change);
    checks.push_back(checkOf(article, data::Rule::Superlative, data::Colour::Amber, {"largest buyer"}));
    checks.push_back(checkOf(article, data::Rule::ShareOf, data::Colour::Grey, {"60%"}));
    data::Check holds =
        checkOf(article, data::Rule::DeltaPercent, data::Colour::Green, {"+25%", "$4.0B", "$5.0B"});
    holds.face = 25;
    holds.strict = data::Interval{22.2, 27.8};
    holds.stated = data::Interval{24.5, 25.5};
    holds.unit = "%";
    holds.power = 2.8;
    checks.push_back(holds);
    return checks;
}

inline data::StoredCheck storedCheck(data::Check check, data::CheckId id, data::ArticleId article,
                                     data::EditionId edition) {
    data::StoredCheck result;
    result.id = id;
    result.article = article;
    result.edition = edition;
    result.articleTitle = "An article";
    result.check = std::move(check);
    return result;
}

} // namespace parallax::test
