// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/unit.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "data/quantity/number.h"
#include "data/quantity/scale.h"

namespace parallax::data {
namespace {

struct Known {
    Dimension dimension;
    const char* name;
    Decimal factor;
    bool duration = false;
};

Decimal tenTo(int power) {
    return {1, power};
}

// Units written in Latin letters. Those of one or two letters are matched with their case (m is not M).
const std::unordered_map<std::string, Known>& latinUnits() {
    static const auto table = [] {
        std::unordered_map<std::string, Known> t;
        const auto put = [&](std::initializer_list<const char*> spellings, Dimension dimension,
                             const char* name, Decimal factor, bool duration = false) {
            for (const char* spelling : spellings)
                t.emplace(spelling, Known{dimension, name, factor, duration});
        };
        put({"s", "sec", "secs", "second", "seconds"}, Dimension::Time, "s", tenTo(0));
        put({"ms", "msec", "millisecond", "milliseconds"}, Dimension::Time, "s", tenTo(-3));
        put({"\u00b5s", "us", "microsecond", "microseconds"}, Dimension::Time, "s", tenTo(-6));
        put({"ns", "nanosecond", "nanoseconds"}, Dimension::Time, "s", tenTo(-9));
        put({"min", "mins", "minute", "minutes"}, Dimension::Time, "s", {60, 0});
        put({"h", "hr", "hrs", "hour", "hours"}, Dimension::Time, "s", {3600, 0});
        put({"day", "days"}, Dimension::Time, "day", tenTo(0), true);
        put({"week", "weeks"}, Dimension::Time, "week", tenTo(0), true);
        put({"month", "months"}, Dimension::Time, "month", tenTo(0), true);
        put({"quarter", "quarters"}, Dimension::Time, "quarter", tenTo(0), true);
        put({"year", "years"}, Dimension::Time, "year", tenTo(0), true);
        put({"B", "bytes", "byte"}, Dimension::Data, "B", tenTo(0));
        put({"KB", "kB"}, Dimension::Data, "B", tenTo(3));
        put({"MB", "megabytes"}, Dimension::Data, "B", tenTo(6));
        put({"GB", "gigabytes"}, Dimension::Data, "B", tenTo(9));
        put({"TB", "terabytes"}, Dimension::Data, "B", tenTo(12));
        put({"PB", "petabytes"}, Dimension::Data, "B", tenTo(15));
        put({"EB", "exabytes"}, Dimension::Data, "B", tenTo(18));
        put({"KiB"}, Dimension::Data, "B", {1024, 0});
        put({"MiB"}, Dimension::Data, "B", {1048576, 0});
        put({"GiB"}, Dimension::Data, "B", {1073741824, 0});
        put({"TiB"}, Dimension::Data, "B", {1099511627776, 0});
        put({"W", "watt", "watts"}, Dimension::Power, "W", tenTo(0));
        put({"kW", "KW", "kilowatt", "kilowatts"}, Dimension::Power, "W", tenTo(3));
        put({"MW", "megawatt", "megawatts"}, Dimension::Power, "W", tenTo(6));
        put({"GW", "gigawatt", "gigawatts"}, Dimension::Power, "W", tenTo(9));
        put({"TW", "terawatt", "terawatts"}, Dimension::Power, "W", tenTo(12));
        put({"Wh"}, Dimension::Energy, "Wh", tenTo(0));
        put({"kWh", "KWh"}, Dimension::Energy, "Wh", tenTo(3));
        put({"MWh"}, Dimension::Energy, "Wh", tenTo(6));
        put({"GWh"}, Dimension::Energy, "Wh", tenTo(9));
        put({"TWh"}, Dimension::Energy, "Wh", tenTo(12));
        put({"nm", "nanometer", "nanometers"}, Dimension::Length, "m", tenTo(-9));
        put({"\u00b5m"}, Dimension::Length, "m", tenTo(-6));
        put({"mm"}, Dimension::Length, "m", tenTo(-3));
        put({"cm"}, Dimension::Length, "m", tenTo(-2));
        put({"km", "kilometers", "kilometres"}, Dimension::Length, "m", tenTo(3));
        put({"Hz"}, Dimension::Frequency, "Hz", tenTo(0));
        put({"kHz"}, Dimension::Frequency, "Hz", tenTo(3));
        put({"MHz"}, Dimension::Frequency, "Hz", tenTo(6));
        put({"GHz"}, Dimension::Frequency, "Hz", tenTo(9));
        put({"FLOPS", "FLOP/s"}, Dimension::Rate, "FLOP/s", tenTo(0));
        put({"TFLOPS", "TFLOP/s", "teraflops"}, Dimension::Rate, "FLOP/s", tenTo(12));
        put({"PFLOPS", "PFLOP/s", "petaflops"}, Dimension::Rate, "FLOP/s", tenTo(15));
        put({"EFLOPS", "EFLOP/s", "exaflops"}, Dimension::Rate, "FLOP/s", tenTo(18));
        put({"QPS", "qps"}, Dimension::Rate, "query/s", tenTo(0));
        put({"RPS", "rps"}, Dimension::Rate, "req/s", tenTo(0));
        put({"Gbps", "Gb/s"}, Dimension::Rate, "bit/s", tenTo(9));
        put({"Tbps", "Tb/s"}, Dimension::Rate, "bit/s", tenTo(12));
        put({"Mbps", "Mb/s"}, Dimension::Rate, "bit/s", tenTo(6));
        put({"req", "reqs", "request", "requests"}, Dimension::Count, "req", tenTo(0));
        put({"tok", "token", "tokens"}, Dimension::Count, "token", tenTo(0));
        put({"GPU", "GPUs"}, Dimension::Count, "GPU", tenTo(0));
        put({"people", "person", "persons"}, Dimension::Count, "person", tenTo(0));
        return t;
    }();
    return table;
}

struct ChineseUnit {
    std::u32string_view word;
    Known known;
};

const std::vector<ChineseUnit>& chineseUnits() {
    // Longest first where one begins another.
    static const std::vector<ChineseUnit> table{
        {U"毫秒", {Dimension::Time, "s", tenTo(-3)}},
        {U"微秒", {Dimension::Time, "s", tenTo(-6)}},
        {U"秒", {Dimension::Time, "s", tenTo(0)}},
        {U"分钟", {Dimension::Time, "s", {60, 0}}},
        {U"小时", {Dimension::Time, "s", {3600, 0}}},
        {U"个小时", {Dimension::Time, "s", {3600, 0}}},
        {U"个月", {Dimension::Time, "month", tenTo(0), true}},
        {U"月", {Dimension::Time, "month", tenTo(0), true}},
        {U"个季度", {Dimension::Time, "quarter", tenTo(0), true}},
        {U"周", {Dimension::Time, "week", tenTo(0), true}},
        {U"天", {Dimension::Time, "day", tenTo(0), true}},
        {U"年", {Dimension::Time, "year", tenTo(0), true}},
        {U"吉瓦时", {Dimension::Energy, "Wh", tenTo(9)}},
        {U"千瓦时", {Dimension::Energy, "Wh", tenTo(3)}},
        {U"太瓦", {Dimension::Power, "W", tenTo(12)}},
        {U"吉瓦", {Dimension::Power, "W", tenTo(9)}},
        {U"兆瓦", {Dimension::Power, "W", tenTo(6)}},
        {U"千瓦", {Dimension::Power, "W", tenTo(3)}},
        {U"瓦", {Dimension::Power, "W", tenTo(0)}},
        {U"纳米", {Dimension::Length, "m", tenTo(-9)}},
        {U"奈米", {Dimension::Length, "m", tenTo(-9)}},
        {U"公里", {Dimension::Length, "m", tenTo(3)}},
        {U"字节", {Dimension::Data, "B", tenTo(0)}},
        {U"位元组", {Dimension::Data, "B", tenTo(0)}},
    };
    return table;
}

// Measure words; what they count may follow (500個詞元).
constexpr std::u32string_view classifiers =
    U"个家台座人颗片张款项名位枚辆艘部套间所只条户种处笔块次份株架员组区";

// Words that end in s and are no plural nouns, or are no things one counts.
const std::unordered_set<std::string>& notNouns() {
    static const std::unordered_set<std::string> words{
        "is",      "was",      "has",     "as",      "its",        "this",    "us",     "plus",   "less",
        "times",   "points",   "percent", "does",    "across",     "versus",  "vs",     "thus",   "yes",
        "always",  "perhaps",  "towards", "besides", "afterwards", "gains",   "rises",  "falls",  "grows",
        "drops",   "remains",  "means",   "says",    "adds",       "makes",   "takes",  "shows",  "costs",
        "uses",    "needs",    "gets",    "goes",    "comes",      "becomes", "offers", "bis",    "bps",
        "series",  "business", "access",  "process", "analysis",   "aws",     "basis",  "others", "previous",
        "various", "serious",  "loss",    "class"};
    return words;
}

// Words after which no noun of the number follows.
const std::unordered_set<std::string>& notAdjectives() {
    static const std::unordered_set<std::string> words{
        "of",       "in",     "and",    "to",    "for",     "the",    "a",       "an",      "by",   "with",
        "on",       "at",     "or",     "from",  "per",     "but",    "as",      "than",    "that", "which",
        "while",    "when",   "then",   "is",    "was",     "are",    "were",    "be",      "will", "has",
        "had",      "have",   "its",    "their", "his",     "her",    "our",     "up",      "down", "over",
        "under",    "after",  "before", "since", "until",   "during", "between", "against", "into", "through",
        "compared", "versus", "vs",     "if",    "because", "so",     "also",    "only",    "this", "these",
        "those",    "each",   "every",  "both",  "more",    "less",   "x",       "times"};
    return words;
}

std::string wordAt(const FoldedText& text, std::size_t i, std::size_t& end) {
    end = i;
    std::string word;
    while (isLatinLetter(text[end]) && end - i < 40) {
        const char32_t c = text[end];
        if (c < 0x80)
            word += static_cast<char>(c);
        else if (c == 0xB5)
            word += "\u00b5";
        else
            word += '?';
        ++end;
    }
    return word;
}

std::string lowered(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

const Known* latinUnit(const std::string& word) {
    const auto& table = latinUnits();
    if (const auto found = table.find(word); found != table.end())
        return &found->second;
    if (word.size() >= 3) {
        if (const auto found = table.find(lowered(word)); found != table.end())
            return &found->second;
    }
    return nullptr;
}

bool isPerSecond(const FoldedText& text, std::size_t i, std::size_t& end) {
    std::size_t at = i;
    if (text[at] == U'/')
        at = text.skipBlanks(at + 1);
    else if (text.isWordAt(text.skipBlanks(at), U"per"))
        at = text.skipBlanks(text.skipBlanks(at) + 3);
    else
        return false;
    for (const auto word : {std::u32string_view(U"seconds"), std::u32string_view(U"second"),
                            std::u32string_view(U"sec"), std::u32string_view(U"s")}) {
        if (text.isWordAt(at, word)) {
            end = at + word.size();
            return true;
        }
    }
    return false;
}

Unit makeUnit(const Known& known, std::size_t end) {
    return {known.dimension, known.name, known.factor, end, known.duration, {}};
}

bool isLowerWord(const FoldedText& text, std::size_t i, std::size_t end) {
    for (std::size_t k = i; k < end; ++k)
        if (isUpper(text[k]))
            return false;
    return end > i;
}

// Any plural noun, with at most one adjective before it: "3042 published articles".
std::optional<Unit> pluralNoun(const FoldedText& text, std::size_t i) {
    std::size_t at = i;
    for (int words = 0; words < 2; ++words) {
        std::size_t end = at;
        const std::string word = wordAt(text, at, end);
        if (word.size() < 3 || !isLowerWord(text, at, end) || isDigit(text[end]))
            return std::nullopt;
        if (notNouns().contains(word) || (words == 0 && notAdjectives().contains(word)))
            return std::nullopt;
        const bool plural =
            word.back() == 's' && word[word.size() - 2] != 's' && word[word.size() - 2] != 'u';
        if (plural)
            return Unit{Dimension::Count, singular(word), {1, 0}, end, false, {}};
        if (text[end] != U' ' && text[end] != U'-')
            return std::nullopt;
        at = end + 1;
    }
    return std::nullopt;
}

std::optional<Unit> percentAt(const FoldedText& text, std::size_t i) {
    if (text[i] == U'%')
        return Unit{Dimension::Ratio, "%", {1, 0}, i + 1, false, {}};
    for (const auto word :
         {std::u32string_view(U"percentage points"), std::u32string_view(U"percentage point"),
          std::u32string_view(U"pp"), std::u32string_view(U"ppts"), std::u32string_view(U"ppt")})
        if (text.isWordAt(i, word))
            return Unit{Dimension::PercentagePoint, "pp", {1, 0}, i + word.size(), false, {}};
    for (const auto word : {std::u32string_view(U"basis points"), std::u32string_view(U"basis point"),
                            std::u32string_view(U"bps"), std::u32string_view(U"bp")})
        if (text.isWordAt(i, word))
            return Unit{Dimension::PercentagePoint, "pp", {1, -2}, i + word.size(), false, "bp"};
    for (const auto word :
         {std::u32string_view(U"percent"), std::u32string_view(U"per cent"), std::u32string_view(U"pct")})
        if (text.isWordAt(i, word))
            return Unit{Dimension::Ratio, "%", {1, 0}, i + word.size(), false, {}};
    for (const auto word : {std::u32string_view(U"个百分点"), std::u32string_view(U"百分点")})
        if (text.startsWith(i, word))
            return Unit{Dimension::PercentagePoint, "pp", {1, 0}, i + word.size(), false, {}};
    if (text.startsWith(i, U"个基点") || text.startsWith(i, U"基点"))
        return Unit{Dimension::PercentagePoint, "pp", {1, -2}, i + (text[i] == U'个' ? 3U : 2U), false, "bp"};
    return std::nullopt;
}

std::optional<Unit> chineseUnitAt(const FoldedText& text, std::size_t i) {
    if (text[i] < 0x2E80)
        return std::nullopt;
    for (const auto& [word, known] : chineseUnits())
        if (text.startsWith(i, word))
            return makeUnit(known, i + word.size());
    for (const auto word : {std::u32string_view(U"个词元"), std::u32string_view(U"词元")})
        if (text.startsWith(i, word)) // what is counted is named as written, with its English name
            return Unit{Dimension::Count,
                        text.original(i + word.size() - 2, i + word.size()) + " (token)",
                        {1, 0},
                        i + word.size(),
                        false,
                        {}};
    if (classifiers.find(text[i]) != std::u32string_view::npos)
        return Unit{Dimension::Count, text.original(i, i + 1), {1, 0}, i + 1, false, {}};
    return std::nullopt;
}

} // namespace

std::string singular(std::string noun) {
    if (noun.size() > 4 && noun.ends_with("ies"))
        return noun.replace(noun.size() - 3, 3, "y");
    for (const char* ending : {"sses", "ches", "shes", "xes"})
        if (noun.ends_with(ending))
            return noun.substr(0, noun.size() - 2);
    if (noun.ends_with("s"))
        noun.pop_back();
    return noun;
}

std::optional<Unit> unitAt(const FoldedText& text, std::size_t i, bool nouns) {
    if (auto percent = percentAt(text, i))
        return percent;
    if (auto chinese = chineseUnitAt(text, i))
        return chinese;
    std::size_t end = i;
    const std::string word = wordAt(text, i, end);
    if (word.empty())
        return std::nullopt;
    // FLOP/s, Gb/s: a unit with the slash in its name.
    if (text[end] == U'/' && text[end + 1] == U's' && !isLatinLetter(text[end + 2])) {
        if (const Known* known = latinUnit(word + "/s"))
            return makeUnit(*known, end + 2);
    }
    if (isDigit(text[end]))
        return std::nullopt; // 3D4: a name
    const Known* known = latinUnit(word);
    std::size_t perEnd = end;
    if (isPerSecond(text, end, perEnd)) {
        if (known != nullptr && known->dimension != Dimension::Time)
            return Unit{Dimension::Rate, std::string(known->name) + "/s", known->factor, perEnd, false, {}};
        if (nouns && known == nullptr && isLowerWord(text, i, end))
            return Unit{Dimension::Rate, singular(word) + "/s", {1, 0}, perEnd, false, {}};
    }
    if (known != nullptr)
        return makeUnit(*known, end);
    return nouns ? pluralNoun(text, i) : std::nullopt;
}

std::optional<Currency> currencyBefore(const FoldedText& text, std::size_t i) {
    struct Sign {
        std::u32string_view word;
        const char* code;
        bool assumed = false, ambiguous = false;
    };
    static constexpr std::array<Sign, 14> signs{{{U"hk$", "HKD"},
                                                 {U"nt$", "TWD"},
                                                 {U"us$", "USD"},
                                                 {U"c$", "CAD"},
                                                 {U"ca$", "CAD"},
                                                 {U"a$", "AUD"},
                                                 {U"au$", "AUD"},
                                                 {U"s$", "SGD"},
                                                 {U"$", "USD", true},
                                                 {U"€", "EUR"},
                                                 {U"£", "GBP"},
                                                 {U"₩", "KRW"},
                                                 {U"₹", "INR"},
                                                 {U"¥", "JPY|CNY", false, true}}};
    for (const auto& sign : signs)
        if (text.startsWith(i, sign.word))
            return Currency{
                sign.code, text.skipBlanks(i + sign.word.size()), sign.assumed, sign.ambiguous, {1, 0}};
    static constexpr std::array<std::pair<std::u32string_view, const char*>, 14> codes{{{U"rmb", "CNY"},
                                                                                        {U"cny", "CNY"},
                                                                                        {U"usd", "USD"},
                                                                                        {U"eur", "EUR"},
                                                                                        {U"gbp", "GBP"},
                                                                                        {U"jpy", "JPY"},
                                                                                        {U"hkd", "HKD"},
                                                                                        {U"twd", "TWD"},
                                                                                        {U"ntd", "TWD"},
                                                                                        {U"krw", "KRW"},
                                                                                        {U"inr", "INR"},
                                                                                        {U"chf", "CHF"},
                                                                                        {U"sgd", "SGD"},
                                                                                        {U"aud", "AUD"}}};
    for (const auto& [word, code] : codes) {
        const std::size_t after = text.skipBlanks(i + word.size());
        if (isUpper(text[i]) && text.startsWith(i, word) && !isLatinLetter(text[i + word.size()]) &&
            isDigit(text[after]))
            return Currency{code, after, false, false, {1, 0}};
    }
    for (const auto& [word, code] : {std::pair<std::u32string_view, const char*>{U"人民币", "CNY"},
                                     {U"新台币", "TWD"},
                                     {U"台币", "TWD"},
                                     {U"港币", "HKD"},
                                     {U"美金", "USD"}})
        if (text.startsWith(i, word) &&
            (isDigit(text[text.skipBlanks(i + word.size())]) || isChineseNumeral(text[i + word.size()])))
            return Currency{code, text.skipBlanks(i + word.size()), false, false, {1, 0}};
    return std::nullopt;
}

std::optional<Currency> currencyAfter(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    static constexpr std::array<std::pair<std::u32string_view, const char*>, 30> words{
        {{U"u.s. dollars", "USD"}, {U"us dollars", "USD"}, {U"dollars", "USD"}, {U"dollar", "USD"},
         {U"euros", "EUR"},        {U"euro", "EUR"},       {U"yuan", "CNY"},    {U"renminbi", "CNY"},
         {U"yen", "JPY"},          {U"won", "KRW"},        {U"pounds", "GBP"},  {U"rupees", "INR"},
         {U"usd", "USD"},          {U"eur", "EUR"},        {U"gbp", "GBP"},     {U"rmb", "CNY"},
         {U"cny", "CNY"},          {U"美元", "USD"},       {U"美金", "USD"},    {U"人民币", "CNY"},
         {U"新台币", "TWD"},       {U"台币", "TWD"},       {U"港元", "HKD"},    {U"港币", "HKD"},
         {U"日元", "JPY"},         {U"日圆", "JPY"},       {U"欧元", "EUR"},    {U"英镑", "GBP"},
         {U"韩元", "KRW"},         {U"韩圆", "KRW"}}};
    for (const auto& [word, code] : words) {
        const bool latin = word.front() < 0x80;
        if (latin ? text.isWordAt(i, word) : text.startsWith(i, word)) {
            std::size_t end = i + word.size();
            return Currency{
                code, end, code == std::string_view("USD") && word.starts_with(U"dollar"), false, {1, 0}};
        }
    }
    for (const auto word :
         {std::u32string_view(U"cents"), std::u32string_view(U"cent"), std::u32string_view(U"美分")})
        if (word.front() < 0x80 ? text.isWordAt(i, word) : text.startsWith(i, word))
            return Currency{"USD", i + word.size(), true, false, {1, -2}};
    if (text[i] == U'元' || text[i] == U'圆') {
        // Without a country: the document's own.
        const bool taiwan = context.taiwanese;
        return Currency{taiwan ? "TWD" : "CNY", i + 1, true, false, {1, 0}};
    }
    return std::nullopt;
}

std::optional<std::pair<Per, std::size_t>> perAt(const FoldedText& text, std::size_t i) {
    std::size_t at = text.skipBlanks(i);
    if (text[i] == U'/')
        at = i + 1;
    else if (text.isWordAt(at, U"per"))
        at = text.skipBlanks(at + 3);
    else if (text[at] == U'每')
        at = at + 1;
    else if ((text.isWordAt(at, U"a") || text.isWordAt(at, U"an")) && at > i)
        at = text.skipBlanks(at + (text.isWordAt(at, U"an") ? 2 : 1));
    else
        return std::nullopt;
    Per per;
    if (isDigit(text[at]) || isChineseNumeral(text[at]) ||
        (isLatinLetter(text[at]) && mayBeginNumberWord(text, at))) {
        if (const auto number = numberAt(text, at); number && !number->range && !number->fraction) {
            per.value = number->value;
            at = text.skipBlanks(number->end);
        } else if (const auto scale = scaleAt(text, at, ScaleStyle::Word)) {
            per.value = {1, scale->power};
            at = text.skipBlanks(scale->end);
        }
    } else if (const auto scale = scaleAt(text, at, ScaleStyle::Word)) {
        per.value = {1, scale->power};
        at = text.skipBlanks(scale->end);
    }
    static constexpr std::array<std::pair<std::u32string_view, const char*>, 26> units{
        {{U"hours", "hour"},      {U"hour", "hour"},    {U"hrs", "hour"},      {U"hr", "hour"},
         {U"h", "hour"},          {U"tokens", "token"}, {U"token", "token"},   {U"years", "year"},
         {U"year", "year"},       {U"yr", "year"},      {U"months", "month"},  {U"month", "month"},
         {U"mo", "month"},        {U"day", "day"},      {U"seat", "seat"},     {U"user", "user"},
         {U"request", "request"}, {U"share", "share"},  {U"minute", "minute"}, {U"week", "week"},
         {U"gpu", "GPU"},         {U"kwh", "kWh"},      {U"mwh", "MWh"},       {U"second", "second"},
         {U"gb", "GB"},           {U"w", "W"}}};
    for (const auto& [word, name] : units)
        if (text.isWordAt(at, word))
            return std::pair{Per{per.value, name}, at + word.size()};
    static constexpr std::array<std::pair<std::u32string_view, const char*>, 6> chinese{{{U"个词元", "token"},
                                                                                         {U"词元", "token"},
                                                                                         {U"小时", "hour"},
                                                                                         {U"年", "year"},
                                                                                         {U"月", "month"},
                                                                                         {U"股", "share"}}};
    for (const auto& [word, name] : chinese)
        if (text.startsWith(at, word))
            return std::pair{Per{per.value, name}, at + word.size()};
    return std::nullopt;
}

} // namespace parallax::data
