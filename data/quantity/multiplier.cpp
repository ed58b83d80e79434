// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/amount.h"
#include "data/quantity/bound_after.h"
#include "data/quantity/number.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

Found build(std::size_t begin, std::size_t end, Decimal value) {
    Found found{begin, end, {}, end};
    auto& q = *found.quantity;
    q.kind = QuantityKind::Multiplier;
    q.dimension = Dimension::Multiplier;
    q.unit = "x";
    q.value = value;
    q.resolution = value.lastDigit();
    q.spelled = true;
    return found;
}

constexpr auto multiplierWords = wordTable<Decimal>(
    {{U"doubled", {2, 0}},     {U"doubling", {2, 0}},    {U"doubles", {2, 0}},     {U"tripled", {3, 0}},
     {U"tripling", {3, 0}},    {U"triples", {3, 0}},     {U"trebled", {3, 0}},     {U"quadrupled", {4, 0}},
     {U"quadrupling", {4, 0}}, {U"quadruples", {4, 0}},  {U"quintupled", {5, 0}},  {U"halved", {5, -1}},
     {U"halving", {5, -1}},    {U"twofold", {2, 0}},     {U"threefold", {3, 0}},   {U"fourfold", {4, 0}},
     {U"fivefold", {5, 0}},    {U"sixfold", {6, 0}},     {U"sevenfold", {7, 0}},   {U"eightfold", {8, 0}},
     {U"ninefold", {9, 0}},    {U"tenfold", {10, 0}},    {U"twentyfold", {20, 0}}, {U"hundredfold", {100, 0}},
     {U"two-fold", {2, 0}},    {U"three-fold", {3, 0}},  {U"four-fold", {4, 0}},   {U"five-fold", {5, 0}},
     {U"ten-fold", {10, 0}},   {U"翻倍", {2, 0}},        {U"翻番", {2, 0}},        {U"倍增", {2, 0}},
     {U"加倍", {2, 0}},        {U"减半", {5, -1}},       {U"腰斩", {5, -1}},       {U"砍半", {5, -1}},
     {U"减少一半", {5, -1}},   {U"降低一半", {5, -1}},   {U"下降一半", {5, -1}},   {U"减少了一半", {5, -1}},
     {U"下降了一半", {5, -1}}, {U"降低了一半", {5, -1}}, {U"缩减一半", {5, -1}}});

// Base forms are verbs only in company: "will double", "double the price", not "double-digit".
constexpr auto bases = wordTable<Decimal>({{U"double", {2, 0}},
                                           {U"triple", {3, 0}},
                                           {U"treble", {3, 0}},
                                           {U"quadruple", {4, 0}},
                                           {U"twice", {2, 0}},
                                           {U"halve", {5, -1}}});
constexpr auto companions = wordTable<int>({{U"the", 0},
                                            {U"its", 0},
                                            {U"their", 0},
                                            {U"that", 0},
                                            {U"what", 0},
                                            {U"this", 0},
                                            {U"last", 0},
                                            {U"as", 0},
                                            {U"in", 0},
                                            {U"by", 0},
                                            {U"to", 0},
                                            {U"from", 0},
                                            {U"over", 0},
                                            {U"every", 0},
                                            {U"again", 0}});
constexpr auto auxiliaries = wordTable<int>({{U"to", 0},
                                             {U"will", 0},
                                             {U"would", 0},
                                             {U"could", 0},
                                             {U"may", 0},
                                             {U"might", 0},
                                             {U"can", 0},
                                             {U"should", 0},
                                             {U"than", 0},
                                             {U"nearly", 0},
                                             {U"almost", 0},
                                             {U"roughly", 0},
                                             {U"about", 0},
                                             {U"must", 0},
                                             {U"did", 0}});

std::optional<Found> baseFormAt(const FoldedText& text, std::size_t i) {
    const auto* base = bases.find(text, i);
    if (base == nullptr)
        return std::nullopt;
    const std::size_t end = i + base->word.size();
    if (text[end] == U'-')
        return std::nullopt;
    std::size_t before = i;
    while (before > 0 && text[before - 1] == U' ')
        --before;
    std::size_t begin = before;
    while (begin > 0 && before - begin < 8 && isLatinLetter(text[begin - 1]))
        --begin;
    const bool verb = begin < before && auxiliaries.find(text, begin) != nullptr;
    if (!verb && companions.find(text, text.skipBlanks(end)) == nullptr)
        return std::nullopt;
    return build(i, end, base->value);
}

// Where 倍 or 番 would stand: behind digits after a blank, too.
std::size_t signBehind(const FoldedText& text, const Number& number) {
    return isDigit(text[number.end - 1]) ? text.skipBlanks(number.end) : number.end;
}

// 翻一番 is twice, 翻兩番 four times, 翻了一倍 twice; 翻三倍 is said of three and of four times.
std::optional<Found> turnedAt(const FoldedText& text, std::size_t i) {
    std::size_t at = text.skipBlanks(text[i + 1] == U'了' ? i + 2 : i + 1);
    const bool nearly = text[at] == U'近';
    at = text.skipBlanks(at + (nearly ? 1 : 0));
    std::optional<Found> found;
    if (text[at] == U'番') {
        found = build(i, at + 1, {2, 0});
    } else {
        const auto number = numberAt(text, at);
        if (!number || number->range || number->value.exponent != 0 || number->value.digits < 1 ||
            number->value.digits > 20)
            return std::nullopt;
        const std::size_t sign = signBehind(text, *number);
        if (text[sign] == U'番') {
            found = build(i, sign + 1, {std::int64_t{1} << number->value.digits, 0});
        } else if (text[sign] == U'倍') {
            const auto times = number->value.digits;
            found = build(i, sign + 1, {times == 1 ? 2 : times, 0});
            if (times > 1) {
                found->quantity->alternatives.push_back({{times + 1, 0}, "increase-by"});
                found->quantity->ambiguous = true;
            }
        }
    }
    if (found && nearly) {
        found->quantity->bound = Bound::LessThan;
        found->quantity->approx = true;
    }
    return found;
}

// To: what it came to; By: what was added.
enum class Growth { By, To };
constexpr auto growth = wordTable<Growth>(
    {{U"增长", Growth::By},   {U"增加", Growth::By},   {U"成长", Growth::By},   {U"提高", Growth::By},
     {U"上涨", Growth::By},   {U"上升", Growth::By},   {U"提升", Growth::By},   {U"扩大", Growth::By},
     {U"激增", Growth::By},   {U"暴增", Growth::By},   {U"大增", Growth::By},   {U"增", Growth::By},
     {U"涨", Growth::By},     {U"增长到", Growth::To}, {U"增长至", Growth::To}, {U"增长为", Growth::To},
     {U"增加到", Growth::To}, {U"增加至", Growth::To}, {U"增加为", Growth::To}, {U"成长到", Growth::To},
     {U"成长至", Growth::To}, {U"成长为", Growth::To}, {U"提高到", Growth::To}, {U"提高至", Growth::To},
     {U"上涨到", Growth::To}, {U"上涨至", Growth::To}, {U"上升到", Growth::To}, {U"上升至", Growth::To},
     {U"提升到", Growth::To}, {U"提升至", Growth::To}, {U"扩大到", Growth::To}, {U"扩大至", Growth::To},
     {U"激增至", Growth::To}, {U"增至", Growth::To},   {U"增到", Growth::To},   {U"升至", Growth::To},
     {U"升到", Growth::To},   {U"涨到", Growth::To},   {U"涨至", Growth::To},   {U"扩大为", Growth::To}});

// 增長了三倍: strictly four times as much, often meant as three. 增長到三倍 is three times, 增加一倍 twice.
std::optional<Found> grownAt(const FoldedText& text, std::size_t i) {
    const auto* verb = growth.find(text, i);
    if (verb == nullptr)
        return std::nullopt;
    std::size_t at = i + verb->word.size();
    if (text[at] == U'了')
        ++at;
    at = text.skipBlanks(at);
    const bool nearly = text[at] == U'近' || text.startsWith(at, U"将近");
    const bool over = text[at] == U'逾' || text[at] == U'超';
    const bool two = text.startsWith(at, U"将近") || text.startsWith(at, U"超过");
    at = text.skipBlanks(at + (two ? 2 : (nearly || over ? 1 : 0)));
    const auto number = numberAt(text, at);
    const std::size_t sign = number ? signBehind(text, *number) : 0;
    if (!number || number->range || number->fraction || text[sign] != U'倍')
        return std::nullopt;
    auto found = build(i, sign + 1, number->value);
    auto& q = *found.quantity;
    q.bound = nearly ? Bound::LessThan : (over ? Bound::MoreThan : number->bound);
    q.approx = nearly || number->approx;
    if (verb->value == Growth::By) {
        q.value = add(number->value, Decimal{1, 0}).value_or(number->value);
        if (compare(number->value, Decimal{1, 0}) > 0) {
            q.alternatives.push_back({number->value, "increase-to"});
            q.ambiguous = true;
        }
    }
    return found;
}

std::optional<Found> timesAt(const FoldedText& text, std::size_t i) {
    if (const auto* word = multiplierWords.find(text, i))
        return build(i, i + word->word.size(), word->value);
    if (isLatinLetter(text[i]))
        return baseFormAt(text, i);
    if (text[i] == U'翻')
        return turnedAt(text, i);
    return text[i] >= 0x4E00 ? grownAt(text, i) : std::nullopt;
}

} // namespace

std::optional<Found> multiplierAt(const FoldedText& text, std::size_t i) {
    auto found = timesAt(text, i);
    if (found) {
        takeBoundAfter(text, *found, {});
        found->resume = found->end;
    }
    return found;
}

} // namespace parallax::data
