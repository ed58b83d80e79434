// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/during.h"

#include <algorithm>

#include "data/quantity/cues.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

// Behind the length: what it is the age, the distance or the extent of.
constexpr auto measured = wordTable<int>({{U"old", 0},
                                          {U"ago", 0},
                                          {U"later", 0},
                                          {U"earlier", 0},
                                          {U"long", 0},
                                          {U"away", 0},
                                          {U"behind", 0},
                                          {U"ahead", 0},
                                          {U"late", 0},
                                          {U"early", 0},
                                          {U"older", 0},
                                          {U"younger", 0},
                                          {U"longer", 0},
                                          {U"shorter", 0},
                                          {U"overdue", 0},
                                          {U"apart", 0},
                                          {U"in length", 0}});

// Before "over": what takes a measure, so that the length is one.
constexpr auto takers = wordTable<int>(
    {{U"for", 0},    {U"by", 0},       {U"in", 0},       {U"of", 0},       {U"after", 0},   {U"with", 0},
     {U"within", 0}, {U"at", 0},       {U"to", 0},       {U"from", 0},     {U"than", 0},    {U"took", 0},
     {U"take", 0},   {U"takes", 0},    {U"taken", 0},    {U"taking", 0},   {U"lasted", 0},  {U"lasts", 0},
     {U"last", 0},   {U"lasting", 0},  {U"is", 0},       {U"are", 0},      {U"was", 0},     {U"were", 0},
     {U"be", 0},     {U"been", 0},     {U"being", 0},    {U"has", 0},      {U"have", 0},    {U"had", 0},
     {U"having", 0}, {U"just", 0},     {U"well", 0},     {U"now", 0},      {U"already", 0}, {U"and", 0},
     {U"or", 0},     {U"but", 0},      {U"requires", 0}, {U"required", 0}, {U"needs", 0},   {U"needed", 0},
     {U"waited", 0}, {U"waiting", 0},  {U"wait", 0},     {U"spans", 0},    {U"span", 0},    {U"spanning", 0},
     {U"little", 0}, {U"bit", 0},      {U"slightly", 0}, {U"not", 0},      {U"every", 0},   {U"remains", 0},
     {U"still", 0},  {U"averages", 0}, {U"exceeds", 0},  {U"since", 0},    {U"reached", 0}});

// … and what goes on for a time, a figure beside it or not.
constexpr auto goesOn = wordTable<int>(
    {{U"spread", 0},    {U"paid", 0},         {U"payable", 0},     {U"averaged", 0},  {U"average", 0},
     {U"averaging", 0}, {U"amortized", 0},    {U"amortised", 0},   {U"delivered", 0}, {U"deployed", 0},
     {U"change", 0},    {U"changed", 0},      {U"changes", 0},     {U"vest", 0},      {U"vesting", 0},
     {U"evenly", 0},    {U"gradually", 0},    {U"steadily", 0},    {U"committed", 0}, {U"spent", 0},
     {U"spending", 0},  {U"invested", 0},     {U"investment", 0},  {U"measured", 0},  {U"compounded", 0},
     {U"phased", 0},    {U"installments", 0}, {U"instalments", 0}, {U"built", 0},     {U"rolled out", 0},
     {U"returns", 0},   {U"cumulative", 0},   {U"cumulatively", 0}});

template <typename Table>
bool isWhole(const Table& table, const FoldedText& text, std::size_t begin, std::size_t end) {
    const auto* word = table.find(text, begin);
    return word != nullptr && word->word.size() == end - begin;
}

bool isClauseEnd(char32_t c) {
    constexpr std::u32string_view ends = U".,;:!?()\"\n|";
    return ends.find(c) != std::u32string_view::npos || c >= 0x3000;
}

// Nothing but a few words of one clause from `begin` to `end`.
bool isOneClause(const FoldedText& text, std::size_t begin, std::size_t end) {
    constexpr std::size_t longest = 60;
    if (end < begin || end - begin > longest)
        return false;
    for (std::size_t k = begin; k < end; ++k)
        if (isClauseEnd(text[k]))
            return false;
    return true;
}

// Changes and amounts go on for a time; dates and times do not.
bool goesOnFor(const Quantity& q) {
    return q.kind != QuantityKind::Period && q.kind != QuantityKind::Deadline &&
           q.kind != QuantityKind::Duration && q.dimension != Dimension::Time;
}

bool isChange(const Quantity& q) {
    return q.dimension == Dimension::Ratio || q.dimension == Dimension::PercentagePoint ||
           q.kind == QuantityKind::Multiplier;
}

bool isTimeSpan(const Quantity& q) {
    return q.kind == QuantityKind::Duration ||
           (q.dimension == Dimension::Time && compare(q.value, Decimal{3600, 0}) >= 0);
}

} // namespace

bool saysDuring(const FoldedText& text, std::size_t i, const Found& length, const Found* before) {
    if (!isTimeSpan(*length.quantity))
        return false;
    const std::size_t behind = text.skipBlanks(length.end);
    if (measured.find(text, behind) != nullptr)
        return false;
    std::size_t end = i;
    while (end > 0 && isBlank(text[end - 1]))
        --end;
    const bool bracket = end > 0 && text[end - 1] == U'('; // $38 billion (over seven years)
    std::size_t last = bracket ? end - 1 : end;
    while (last > 0 && isBlank(text[last - 1]))
        --last;
    const bool follows = before != nullptr && goesOnFor(*before->quantity) &&
                         isOneClause(text, std::max(before->end, before->resume), last);
    // "of experience", "of data"; but "grew 40 % over three months of trading"
    if (text.isWordAt(behind, U"of") && !(follows && isChange(*before->quantity)))
        return false;
    if (last == 0 || isClauseEnd(text[last - 1])) // Over seven years, revenue doubled.
        return !bracket && text[behind] == U',';
    std::size_t word = last;
    while (word > 0 && last - word < 16 && isLatinLetter(text[word - 1]))
        --word;
    if (word == last)
        return follows;
    if (isWhole(takers, text, word, last))
        return false;
    if (follows || isWhole(goesOn, text, word, last))
        return true;
    switch (cueOfWord(text, word, last).value_or(FigureCue::Filler)) {
    case FigureCue::Up:
    case FigureCue::Down:
    case FigureCue::Growth:
    case FigureCue::Cagr:
        return true;
    default:
        return false;
    }
}

} // namespace parallax::data
