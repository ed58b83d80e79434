// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/check/facts.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "data/check/clause.h"

namespace parallax::data {

MeasureKind kindOfMeasure(int measure) {
    if (measure < 0)
        return MeasureKind::None;
    const std::string& name = measures()[static_cast<std::size_t>(measure)].name;
    for (const std::string_view deal : {"investment", "contract"})
        if (name == deal)
            return MeasureKind::Deal;
    for (const std::string_view level :
         {"revenue", "profit", "capital expenditure", "market", "market share", "valuation", "return"})
        if (name == level)
            return MeasureKind::Level;
    return MeasureKind::None;
}

std::string measureName(int measure, std::string_view narrowing) {
    std::string name = narrowing.empty() ? std::string() : toUtf8(foldedWords(narrowing)) + ' ';
    return name + measures()[static_cast<std::size_t>(measure)].name;
}

void nameDeal(Fact& fact, int measure, std::vector<std::string> parties) {
    std::ranges::sort(parties);
    const auto [first, last] = std::ranges::unique(parties);
    parties.erase(first, last);
    fact.deal = true;
    fact.date = std::move(fact.period);
    fact.period.clear();
    fact.subject = parties.front();
    fact.measure = measures()[static_cast<std::size_t>(measure)].name;
    fact.parties = parties;
    for (std::size_t i = 1; i < parties.size(); ++i)
        fact.measure += (i == 1 ? " with " : " and ") + toUtf8(foldedWords(parties[i]));
}

std::string periodOf(const Quantity& quantity) {
    if (!quantity.period.empty())
        return quantity.period;
    if (quantity.kind != QuantityKind::Period || quantity.from.size() < 10)
        return {};
    switch (quantity.granularity) {
    case Granularity::Day:
    case Granularity::Month:
        return quantity.from.substr(0, 7);
    case Granularity::Year:
    case Granularity::FiscalYear:
        return quantity.from.substr(0, 4);
    case Granularity::Quarter:
    case Granularity::Half:
        return quantity.from.substr(0, 7) + '/' + quantity.to.substr(0, 7);
    default:
        return {};
    }
}

void addDetail(Fact& fact, const Quantity& quantity) {
    const bool length = quantity.kind == QuantityKind::Duration && quantity.unit == "year";
    const bool size = quantity.dimension == Dimension::Power && quantity.kind == QuantityKind::Scalar;
    constexpr std::size_t mostDetails = 8;
    if ((length || size) && fact.details.size() < mostDetails)
        fact.details.emplace_back(quantity.unit, quantity.value.toDouble());
}

bool periodsAgree(const std::string& a, const std::string& b) {
    return a.starts_with(b) || b.starts_with(a);
}

std::vector<Fact> factsOf(const ReadArticle& article) {
    std::vector<Fact> facts;
    forEachText(article, [&](const TextView& view) {
        if (view.quantities.empty())
            return;
        factsOfText(view, facts);
        plainFactsOfText(view, facts);
    });
    for (std::size_t i = 0; i < article.tables.size(); ++i)
        factsOfTable(article, static_cast<int>(i), facts);
    std::ranges::stable_sort(facts, {}, [](const Fact& fact) { return fact.evidence.span.begin; });
    return facts;
}

} // namespace parallax::data
