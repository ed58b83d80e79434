// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "data/check/clause.h"
#include "data/check/repair.h"
#include "data/check/rules.h"
#include "data/check/wording.h"

// What must be true for statements to hold together, and what pulls against each other: grey, for a person.
namespace parallax::data {
namespace {

// One sentence with what it names.
struct Place {
    Evidence evidence;
    std::set<std::string> parties;
    std::set<std::string> things; // names and longer words
    int figure = -1;
    std::optional<Operand> operand, second;
};

Place placeOf(const TextView& view, const Sentence& sentence) {
    Place place;
    place.evidence = view.evidence(sentence.span);
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Token& token = view.text.tokens[i];
        if (token.name >= 0) {
            if (view.read.names->isParty(token.name))
                place.parties.insert(view.read.names->ownerAt(token.name));
            place.things.insert(view.read.names->nameAt(token.name));
        }
    }
    return place;
}

// "exclusively deployed on Azure until now", and an earlier contract with another cloud.
void checkExclusiveWithDeal(const ReadArticle& read, std::vector<Check>& out) {
    std::optional<Place> exclusive;
    forEachText(read, [&](const TextView& view) {
        if (view.text.ofOther)
            return;
        for (const Sentence& sentence : view.text.sentences) {
            if (!exclusive && view.has(sentence, Cue::Exclusive) && view.has(sentence, Cue::UntilNow)) {
                exclusive = placeOf(view, sentence);
                if (exclusive->parties.empty())
                    exclusive.reset();
                continue;
            }
            if (!exclusive || !view.has(sentence, Cue::Already) || !view.has(sentence, Cue::Deal) ||
                !view.has(sentence, Cue::Signed))
                continue;
            const Place deal = placeOf(view, sentence);
            const bool other = std::ranges::any_of(
                deal.parties, [&](const std::string& party) { return !exclusive->parties.contains(party); });
            if (!other)
                continue;
            Check check = cannotTell(Rule::Temporal, "exclusive-with-earlier-deal");
            check.statement = {exclusive->evidence, deal.evidence};
            out.push_back(std::move(check));
            exclusive.reset();
        }
    });
}

struct MarketMove {
    Evidence evidence;
    std::set<std::u32string> words;
    double multiple = 0;
    Operand base, next;
};

std::set<std::u32string> longWords(const TextView& view, const Sentence& sentence) {
    std::set<std::u32string> words;
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
        const Token& token = view.text.tokens[i];
        if (token.figure < 0 && token.mark == 0 && token.span.end - token.span.begin >= 6 &&
            token.cues.empty())
            words.insert(foldedWords(view.tokenWords(i)));
    }
    return words;
}

// A market that grows fivefold while its prices fall by a third: so much more must be sold.
void checkMarketAndPrices(const ReadArticle& read, std::vector<Check>& out) {
    std::optional<MarketMove> market;
    struct Drop {
        Evidence evidence;
        std::set<std::u32string> words;
        Operand operand;
    };
    std::vector<Drop> drops;
    forEachText(read, [&](const TextView& view) {
        if (view.quantities.empty() || view.text.ofOther)
            return;
        for (const Sentence& sentence : view.text.sentences) {
            if (!market && view.has(sentence, Cue::Revenue) && view.has(sentence, Cue::Predict))
                for (const StatedChange& change :
                     statedChanges(view.text, sentence, view.quantities, view.block.text)) {
                    const Operand base = view.operand(change.base);
                    const Operand next = view.operand(change.next);
                    const double from = readingOf(base).face;
                    if (change.relation != Relation::Change ||
                        base.quantity.dimension != Dimension::Currency || from <= 0 || change.baseYear == 0)
                        continue;
                    market = MarketMove{view.evidence(view.tokenSpan(change.first, change.last)),
                                        longWords(view, sentence), readingOf(next).face / from, base, next};
                    break;
                }
            if (!view.has(sentence, Cue::Predict) || !view.has(sentence, Cue::Price) || drops.size() >= 8)
                continue;
            for (std::size_t i = sentence.begin; i < sentence.end; ++i)
                if (view.text.tokens[i].figure >= 0 && isPercent(view.figureAt(i)) &&
                    directionNear(view.text, sentence, i, 3, 0) < 0) {
                    drops.push_back({view.evidence(sentence.span), longWords(view, sentence),
                                     view.operand(view.text.tokens[i].figure)});
                    break;
                }
        }
    });
    if (!market || market->multiple <= 1)
        return;
    for (const Drop& drop : drops) {
        const bool same = std::ranges::any_of(
            drop.words, [&](const std::u32string& word) { return market->words.contains(word); });
        if (!same)
            continue;
        const Reading fall = readingOf(drop.operand);
        const double low = std::min(std::abs(fall.faceLow), std::abs(fall.faceHigh));
        const double high = std::max(std::abs(fall.faceLow), std::abs(fall.faceHigh));
        if (high >= 100)
            continue;
        Check check = cannotTell(Rule::Implied, "implied");
        check.face = market->multiple / (1 - low / 100);
        if (high != low)
            check.faceHigh = market->multiple / (1 - high / 100);
        check.unit = "x";
        check.formula = plainNumber(market->multiple, 4) + " ÷ (1 − " + plainNumber(low / 100) +
                        ") = " + plainNumber(*check.face, 4);
        check.statement = {market->evidence, drop.evidence};
        out.push_back(std::move(check));
        return;
    }
}

// "20% of OpenAI's revenue, up from 15%", and a row that gains from its revenue share.
void checkShareOfRevenue(const ReadArticle& read, std::vector<Check>& out) {
    std::optional<Place> share;
    forEachText(read, [&](const TextView& view) {
        if (view.quantities.empty() || share || view.text.ofOther)
            return;
        for (const Sentence& sentence : view.text.sentences)
            for (const StatedChange& change :
                 statedChanges(view.text, sentence, view.quantities, view.block.text)) {
                const Operand base = view.operand(change.base);
                const Operand next = view.operand(change.next);
                if (!isPercent(base.quantity) || !isPercent(next.quantity) ||
                    !view.has(sentence, Cue::Revenue))
                    continue;
                share.emplace();
                share->evidence = view.evidence(view.tokenSpan(change.first, change.last));
                share->operand = base;
                share->second = next;
                return;
            }
    });
    if (!share)
        return;
    const auto points = add(share->second->quantity.value, share->operand->quantity.value.negated());
    if (!points || points->isZero())
        return;
    Operand difference = *share->second;
    difference.quantity.value = *points;
    difference.quantity.dimension = Dimension::PercentagePoint;
    difference.quantity.unit = "pp";
    // Both ends may be half a unit off.
    difference.quantity.resolution =
        add(share->second->quantity.resolution, share->operand->quantity.resolution)
            .value_or(share->second->quantity.resolution);
    for (std::size_t t = 0; t < read.tables.size(); ++t) {
        const TableWords table(read, static_cast<int>(t));
        for (std::size_t row = 0; row < std::min<std::size_t>(table.table().cells.size(), 64); ++row)
            for (std::size_t c = 0; c < table.table().columns.size(); ++c) {
                const std::string_view words = wordsOf(read.article->tables[t], table.table(), row, c);
                const auto change = table.changeOf(static_cast<int>(row));
                const bool speaks =
                    std::ranges::any_of(mentionsOf(words, wordIndex()), [](const Mention& mention) {
                        return mention.sense.measure >= 0 &&
                               measures()[static_cast<std::size_t>(mention.sense.measure)].name ==
                                   "revenue share";
                    });
                if (!speaks || !change)
                    continue;
                Operand gain{*change->second, {}};
                const auto amount = add(change->second->value, change->first->value.negated());
                if (!amount || amount->digits <= 0)
                    continue;
                gain.quantity.value = *amount;
                gain.quantity.resolution = add(change->second->resolution, change->first->resolution)
                                               .value_or(change->second->resolution);
                Check check = checkImpliedWhole(gain, difference);
                const int rowIndex = static_cast<int>(row);
                check.statement = {share->evidence, table.cell(rowIndex, static_cast<int>(c)),
                                   table.cell(rowIndex, table.baseColumn()),
                                   table.cell(rowIndex, table.nextColumn())};
                out.push_back(std::move(check));
                return;
            }
    }
}

// Requests in flight, of a table that has latency and throughput: L = λ × W.
void checkInFlight(const ReadArticle& read, std::vector<Check>& out) {
    int latency = -1;
    int throughput = -1;
    for (std::size_t m = 0; m < measures().size(); ++m) {
        if (measures()[m].name == "latency")
            latency = static_cast<int>(m);
        if (measures()[m].name == "throughput")
            throughput = static_cast<int>(m);
    }
    for (std::size_t t = 0; t < read.tables.size(); ++t) {
        const TableWords table(read, static_cast<int>(t));
        const int wait = table.rowOf(latency);
        const int rate = table.rowOf(throughput);
        const int column = table.baseColumn();
        if (wait < 0 || rate < 0 || column < 0)
            continue;
        const auto c = static_cast<std::size_t>(column);
        const Quantity* const seconds = levelOf(table.table(), static_cast<std::size_t>(wait), c);
        const Quantity* const requests = levelOf(table.table(), static_cast<std::size_t>(rate), c);
        if (seconds == nullptr || requests == nullptr || seconds->dimension != Dimension::Time ||
            requests->unit != "req/s")
            continue;
        Check check = cannotTell(Rule::Implied, "implied");
        check.face = faceOfQuantity(*seconds) * faceOfQuantity(*requests);
        check.formula = plainNumber(faceOfQuantity(*requests)) + " × " +
                        plainNumber(faceOfQuantity(*seconds)) + " = " + plainNumber(*check.face);
        check.statement = {table.cell(wait, column), table.cell(rate, column), table.cell(rate, 0),
                           table.cell(wait, 0)};
        out.push_back(std::move(check));
    }
}

// Prices that are to fall, beside a table that has them equal today; demand up and pricing power down.
void checkPriceTensions(const ReadArticle& read, std::vector<Check>& out) {
    std::optional<Evidence> falling;
    std::vector<Evidence> easing;
    struct Move {
        Evidence evidence;
        std::set<std::string> things;
    };
    std::vector<Move> demand;
    std::vector<Move> power;
    constexpr std::size_t most = 16;
    const auto thingsOf = [](const TextView& view, const Sentence& sentence) {
        std::set<std::string> things;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i)
            if (view.text.tokens[i].name >= 0)
                things.insert(view.read.names->nameAt(view.text.tokens[i].name));
        return things;
    };
    forEachText(read, [&](const TextView& view) {
        if (view.text.ofOther)
            return;
        for (const Sentence& sentence : view.text.sentences) {
            const auto& tokens = view.text.tokens;
            for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
                const std::size_t end = std::min(sentence.end, i + 5);
                const auto follows = [&](Cue cue) {
                    for (std::size_t k = i + 1; k < end; ++k)
                        if (tokens[k].cues.has(cue) && tokens[k].mark == 0)
                            return true;
                    return false;
                };
                if (tokens[i].cues.has(Cue::Price) && tokens[i].figure < 0 && follows(Cue::Predict) &&
                    follows(Cue::Fall) && !falling)
                    falling = view.evidence(sentence.span);
                const bool down = tokens[i].cues.has(Cue::Fall) && tokens[i].figure < 0;
                if (down && i + 1 < sentence.end && tokens[i + 1].cues.has(Cue::Price) && easing.size() < 2)
                    easing.push_back(view.evidence(sentence.span));
                if (tokens[i].cues.has(Cue::Volume) && follows(Cue::Rise) && demand.size() < most)
                    demand.push_back({view.evidence(sentence.span), thingsOf(view, sentence)});
                if (tokens[i].cues.has(Cue::Price) && follows(Cue::Fall) && !follows(Cue::Rise) &&
                    power.size() < most)
                    power.push_back({view.evidence(sentence.span), thingsOf(view, sentence)});
            }
        }
    });
    const auto pull = [&](const Move& up, const Move& down) {
        return up.evidence.span != down.evidence.span &&
               std::ranges::any_of(up.things,
                                   [&](const std::string& thing) { return down.things.contains(thing); });
    };
    for (const Move& up : demand) {
        const auto down = std::ranges::find_if(power, [&](const Move& move) { return pull(up, move); });
        if (down == power.end())
            continue;
        Check check = cannotTell(Rule::Direction, "pulls-both-ways");
        check.statement = {up.evidence, down->evidence};
        out.push_back(std::move(check));
        break;
    }
    if (!falling)
        return;
    for (std::size_t t = 0; t < read.tables.size(); ++t) {
        const TableWords table(read, static_cast<int>(t));
        for (std::size_t m = 0; m < measures().size(); ++m) {
            if (measures()[m].name != "price" && measures()[m].name != "cost")
                continue;
            const int row = table.rowOf(static_cast<int>(m));
            const auto change = table.changeOf(row);
            if (!change || faceOfQuantity(*change->first) != faceOfQuantity(*change->second))
                continue;
            Check check = cannotTell(Rule::Direction, "other-date");
            check.statement = {*falling};
            check.statement.insert(check.statement.end(), easing.begin(), easing.end());
            check.statement.push_back(
                table.cell(row, table.changeColumn() >= 0 ? table.changeColumn() : table.nextColumn()));
            out.push_back(std::move(check));
            return;
        }
    }
}

} // namespace

void checkTensions(const ReadArticle& article, std::vector<Check>& out) {
    checkExclusiveWithDeal(article, out);
    checkMarketAndPrices(article, out);
    checkShareOfRevenue(article, out);
    checkInFlight(article, out);
    checkPriceTensions(article, out);
}

} // namespace parallax::data
