// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/kept_marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "data/check/reading.h"
#include "data/store/check_json.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

// An article rewritten from end to end has no statements of before.
constexpr std::size_t mostGone = 2'000;
constexpr std::size_t mostPairs = 50'000;

using Figures = std::set<std::string>;

void addValue(const char* before, std::optional<double> value, Figures& figures) {
    if (!value || !std::isfinite(*value))
        return;
    std::array<char, 40> digits{};
    const int length = std::snprintf(digits.data(), digits.size(), "%.9g", *value == 0 ? 0.0 : *value);
    figures.insert(before + std::string(digits.data(), static_cast<std::size_t>(std::clamp(length, 0, 39))));
}

// The amounts that words state, "$10B" and "100億美元" alike; no dates.
void addAmounts(std::string_view words, Figures& figures) {
    for (const Quantity& quantity : parseQuantities(words)) {
        if (!isAmount(quantity))
            continue;
        const std::string unit = quantity.unit + ' ';
        addValue(unit.c_str(), quantity.value.toDouble(), figures);
        if (!quantity.low.isZero() || !quantity.high.isZero()) {
            addValue((unit + "from ").c_str(), quantity.low.toDouble(), figures);
            addValue((unit + "to ").c_str(), quantity.high.toDouble(), figures);
        }
    }
}

std::optional<double> middleOf(const std::optional<Interval>& interval) {
    if (!interval)
        return std::nullopt;
    const bool low = std::isfinite(interval->low);
    const bool high = std::isfinite(interval->high);
    return low && high ? interval->low / 2 + interval->high / 2 : low ? interval->low : interval->high;
}

// Where a check stands, and in which words.
struct StatementPlace {
    std::string figures;
    std::string quote;
    int block = -1, row = -1;
    std::size_t begin = 0;
};

StatementPlace placeOf(std::string_view rule, std::string_view content) {
    Check check;
    check.rule = ruleFromName(rule).value_or(Rule::SameFact);
    checkFromJson(content, check);
    StatementPlace place;
    place.figures = figuresOf(check);
    if (!check.statement.empty()) {
        const Evidence& claim = check.statement.front();
        place.quote = claim.quote;
        place.block = claim.block;
        place.row = claim.row;
        place.begin = claim.span.begin;
    }
    return place;
}

// How much of the words is other, in tenths: what stands between their common beginning and end.
int difference(const std::string& a, const std::string& b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    const std::size_t longer = std::max(a.size(), b.size());
    std::size_t prefix = 0, suffix = 0;
    while (prefix < shorter && a[prefix] == b[prefix])
        ++prefix;
    while (suffix < shorter - prefix && a[a.size() - 1 - suffix] == b[b.size() - 1 - suffix])
        ++suffix;
    return longer == 0 ? 0 : static_cast<int>((longer - prefix - suffix) * 10 / longer);
}

struct MarkedRow {
    std::int64_t id = 0;
    ArticleId article = 0, other = 0;
    std::string fingerprint;
    StatementPlace place;
};

std::vector<MarkedRow> markedRows(Library& library, const std::vector<std::int64_t>& ids) {
    std::vector<MarkedRow> rows;
    Statement row(library, "SELECT id, article_id, other_article, fingerprint, rule, content "
                           "FROM check_result AS c WHERE id = ? AND EXISTS (SELECT 1 FROM check_mark "
                           "WHERE article_id IN (c.article_id, c.other_article) AND fingerprint = "
                           "c.fingerprint)");
    for (const std::int64_t id : ids) {
        row.rewind();
        row.bind(id);
        if (row.step())
            rows.push_back({row.integer(0), row.integer(1), row.integer(2), row.text(3),
                            placeOf(row.view(4), row.view(5))});
    }
    return rows;
}

// What the analyst said of these very words goes first.
bool hasOwnMark(Library& library, const NewCheck& check) {
    Statement row(library, "SELECT 1 FROM check_mark WHERE article_id IN (?, ?) AND fingerprint = ?");
    row.bind(check.place->article).bind(check.place->otherArticle).bind(check.form->fingerprint);
    return row.step();
}

void copyMark(Library& library, const MarkedRow& from, const NewCheck& to) {
    for (const ArticleId article : {to.place->article, to.place->otherArticle})
        if (article != 0)
            Statement(library,
                      "INSERT INTO check_mark (article_id, fingerprint, mark, note, marked_by, marked_at) "
                      "SELECT ?, ?, mark, note, marked_by, marked_at FROM check_mark WHERE article_id IN "
                      "(?, ?) AND fingerprint = ? ORDER BY marked_at DESC LIMIT 1 ON CONFLICT DO NOTHING")
                .bind(article)
                .bind(to.form->fingerprint)
                .bind(from.article)
                .bind(from.other)
                .bind(from.fingerprint)
                .run();
}

} // namespace

std::string figuresOf(const Check& check) {
    Figures figures; // in no order: of two statements either may stand first
    for (const Evidence& evidence : check.statement)
        addAmounts(evidence.quote, figures);
    if (figures.empty())
        return {};
    addValue("= ", middleOf(check.stated), figures);
    addValue("= ", check.face, figures);
    addValue("= ", check.faceHigh, figures);
    constexpr std::size_t fewest = 2;
    if (figures.size() < fewest)
        return {};
    std::string text(ruleName(check.rule));
    for (const std::string& figure : figures)
        text += '|' + figure;
    return text;
}

std::vector<KeptMark> keepMarks(Library& library, std::vector<std::int64_t> gone,
                                const std::vector<NewCheck>& added) {
    std::vector<KeptMark> kept;
    std::ranges::sort(gone);
    gone.resize(std::min(gone.size(), mostGone));
    const std::vector<MarkedRow> marked = markedRows(library, gone);
    if (marked.empty())
        return kept;
    std::set<std::string> known;
    for (const MarkedRow& row : marked)
        known.insert(row.place.figures);
    // The likeliest first: what they say of the same figures in the likest words, then in the nearest place.
    using Pair = std::tuple<int, int, int, std::size_t, std::size_t, std::size_t>;
    std::vector<Pair> pairs;
    for (std::size_t n = 0; n < added.size(); ++n) {
        const StatementPlace place = placeOf(added[n].form->rule, added[n].form->content);
        if (place.figures.empty() || !known.contains(place.figures) || hasOwnMark(library, added[n]))
            continue;
        for (std::size_t m = 0; m < marked.size() && pairs.size() < mostPairs; ++m) {
            const StatementPlace& before = marked[m].place;
            if (before.figures != place.figures)
                continue;
            const std::size_t bytes =
                before.begin < place.begin ? place.begin - before.begin : before.begin - place.begin;
            pairs.emplace_back(difference(before.quote, place.quote), std::abs(before.block - place.block),
                               std::abs(before.row - place.row), bytes, m, n);
        }
    }
    std::ranges::sort(pairs);
    std::set<std::size_t> usedRows, usedChecks;
    for (const auto& [words, blocks, rows, bytes, m, n] : pairs) {
        if (usedRows.contains(m) || usedChecks.contains(n))
            continue;
        usedRows.insert(m);
        usedChecks.insert(n);
        copyMark(library, marked[m], added[n]);
        kept.push_back({marked[m].id, added[n].index});
    }
    return kept;
}

} // namespace parallax::data
