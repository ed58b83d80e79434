// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_turns.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/resource.h"

namespace parallax::data {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Turn::Count)> turnNames{
    "sellers",
    "cost_kinds",
    "cost_nouns",
    "cost_aims",
    "cost_had",
    "payer_links",
    "pays",
    "cost_terms",
    "no_denial",
    "denied",
    "other_shares",
    "past",
    "past_or_participle",
    "auxiliaries",
    "present",
    "now",
    "alike",
    "of_model",
    "undercut",
    "opens_circumstance",
    "ends_circumstance",
    "opens_clause",
    "places",
    "contrasts",
    "exceptions",
    "of_itself",
    "hosted",
    "same_model",
    "users",
    "lengths",
    "length_compared",
    "payers",
    "other_currencies",
    "untrue",
    "drafts",
    "resale",
    "points_back",
    "comparatives",
    "not_tokens",
    "sums",
    "count_leads",
    "windows",
    "joins",
    "payers_of",
    "output_words",
    "side_sums",
    "of_sides",
    "price_verbs",
    "cost_payers",
    "sets_price",
    "asks_behind",
    "counted_costs",
    "counted_output",
    "counted_input",
    "asks_of",
    "cases",
    "windows_of",
    "releases",
    "sets_apart",
    "corrects",
    "takes_back",
    "amends",
    "restates",
    "heads_prices",
    "heads_others",
    "heads_dates",
    "heads_ends",
    "strict_bounds",
    "times_of_prices",
    "whose_prices",
    "speaks_against",
    "narrows",
    "up_to",
    "points_with",
    "side_links",
    "the_model",
    "other_models",
    "sold_as",
    "lasts",
    "no_change",
    "tells_of_model",
    "narrows_so",
    "sold_apart",
    "keeps_price",
    "looks_alone",
    "counted_for",
    "of_it",
    "work_of",
    "input_nouns",
    "output_nouns",
    "special_sides",
    "cell_words",
    "of_buyers",
    "matters",
    "seller_verbs",
    "variant_words",
    "families",
    "between_prices",
    "small_models",
    "amount_links",
    "measures",
    "parts_of",
};

using TurnForms = std::array<std::vector<std::string_view>, static_cast<std::size_t>(Turn::Count)>;

// What stands before the first separator, which is taken off with it.
std::string_view takeField(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view field = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return field;
}

TurnForms readTurns() {
    TurnForms read;
    for (std::string_view text = resource("lexicon/turns.tsv"); !text.empty();) {
        std::string_view line = takeField(text, '\n');
        const auto name = std::ranges::find(turnNames, takeField(line, '\t'));
        if (name == turnNames.end())
            continue;
        std::vector<std::string_view>& forms = read[static_cast<std::size_t>(name - turnNames.begin())];
        while (!line.empty()) {
            std::string_view fields = takeField(line, '\t');
            while (!fields.empty())
                if (const std::string_view form = takeField(fields, ';'); !form.empty())
                    forms.push_back(form);
        }
    }
    return read;
}

// Whether the form that stands there is no part of a longer word. "*n't" may be the end of one.
bool isWhole(std::string_view small, std::size_t at, std::string_view form, bool endsAWord) {
    const std::size_t end = at + form.size();
    return (endsAWord || at == 0 || !isAsciiLetter(form.front()) || !isAsciiLetter(small[at - 1])) &&
           (end >= small.size() || !isAsciiLetter(form.back()) || !isAsciiLetter(small[end]));
}

// What is looked for of a form, and whether it may end a word.
struct Looked {
    std::string_view form;
    bool endsAWord = false;
};
Looked looked(std::string_view form) {
    const bool star = form.starts_with('*');
    return {form.substr(star ? 1 : 0), star};
}

} // namespace

const std::vector<std::string_view>& formsOf(Turn turn) {
    static const TurnForms read = readTurns();
    return read[static_cast<std::size_t>(turn)];
}

TurnAt turnIn(std::string_view small, Turn turn) {
    TurnAt first;
    for (const std::string_view one : formsOf(turn)) {
        const auto [form, endsAWord] = looked(one);
        for (std::size_t at = small.find(form); at < first.at; at = small.find(form, at + 1))
            if (isWhole(small, at, form, endsAWord))
                first = {at, form.size()};
    }
    return first;
}

TurnAt turnAtBegin(std::string_view small, Turn turn) {
    TurnAt longest;
    for (const std::string_view form : formsOf(turn))
        if (form.size() > longest.size && small.starts_with(form) && isWhole(small, 0, form, false))
            longest = {0, form.size()};
    return longest;
}

TurnAt turnAtEnd(std::string_view small, Turn turn) {
    TurnAt longest;
    for (const std::string_view form : formsOf(turn))
        if (form.size() > longest.size && small.ends_with(form) &&
            isWhole(small, small.size() - form.size(), form, false))
            longest = {small.size() - form.size(), form.size()};
    return longest;
}

bool isTurn(std::string_view small, Turn turn) {
    return std::ranges::find(formsOf(turn), small) != formsOf(turn).end();
}

} // namespace parallax::data
