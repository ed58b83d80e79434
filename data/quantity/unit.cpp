// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/unit.h"

#include "data/quantity/noun.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

struct Known {
    Dimension dimension;
    std::string_view name;
    Decimal factor{1, 0};
    bool duration = false;
    std::string_view original = {};
};

constexpr Known seconds(int power) {
    return {Dimension::Time, "s", {1, power}};
}
constexpr Known span(std::string_view name) {
    return {Dimension::Time, name, {1, 0}, true};
}
constexpr Known prefixed(Dimension dimension, std::string_view name, int power) {
    return {dimension, name, {1, power}};
}
constexpr Known count(std::string_view name) {
    return {Dimension::Count, name};
}
constexpr Known percent{Dimension::Ratio, "%"};
constexpr Known point{Dimension::PercentagePoint, "pp"};
constexpr Known basisPoint{Dimension::PercentagePoint, "pp", {1, -2}, false, "bp"};

// Matched whatever their case.
constexpr auto unitWords = wordTable<Known>({
    {U"%", percent},
    {U"percent", percent},
    {U"per cent", percent},
    {U"pct", percent},
    {U"%-points", point},
    {U"% points", point},
    {U"percentage points", point},
    {U"percentage point", point},
    {U"percentage-point", point},
    {U"percentage-points", point},
    {U"pp", point},
    {U"pps", point},
    {U"ppt", point},
    {U"ppts", point},
    {U"pts", point},
    {U"p.p.", point},
    {U"p.p", point},
    {U"basis points", basisPoint},
    {U"basis point", basisPoint},
    {U"basis-point", basisPoint},
    {U"bps", basisPoint},
    {U"bp", basisPoint},
    {U"sec", seconds(0)},
    {U"secs", seconds(0)},
    {U"second", seconds(0)},
    {U"seconds", seconds(0)},
    {U"msec", seconds(-3)},
    {U"millisecond", seconds(-3)},
    {U"milliseconds", seconds(-3)},
    {U"microsecond", seconds(-6)},
    {U"microseconds", seconds(-6)},
    {U"nanosecond", seconds(-9)},
    {U"nanoseconds", seconds(-9)},
    {U"min", {Dimension::Time, "s", {60, 0}}},
    {U"mins", {Dimension::Time, "s", {60, 0}}},
    {U"minute", {Dimension::Time, "s", {60, 0}}},
    {U"minutes", {Dimension::Time, "s", {60, 0}}},
    {U"hr", {Dimension::Time, "s", {3600, 0}}},
    {U"hrs", {Dimension::Time, "s", {3600, 0}}},
    {U"hour", {Dimension::Time, "s", {3600, 0}}},
    {U"hours", {Dimension::Time, "s", {3600, 0}}},
    {U"day", span("day")},
    {U"days", span("day")},
    {U"week", span("week")},
    {U"weeks", span("week")},
    {U"month", span("month")},
    {U"months", span("month")},
    {U"quarter", span("quarter")},
    {U"quarters", span("quarter")},
    {U"year", span("year")},
    {U"years", span("year")},
    {U"decade", {Dimension::Time, "year", {10, 0}, true}},
    {U"decades", {Dimension::Time, "year", {10, 0}, true}},
    {U"byte", prefixed(Dimension::Data, "B", 0)},
    {U"bytes", prefixed(Dimension::Data, "B", 0)},
    {U"kilobytes", prefixed(Dimension::Data, "B", 3)},
    {U"megabytes", prefixed(Dimension::Data, "B", 6)},
    {U"gigabyte", prefixed(Dimension::Data, "B", 9)},
    {U"gigabytes", prefixed(Dimension::Data, "B", 9)},
    {U"terabyte", prefixed(Dimension::Data, "B", 12)},
    {U"terabytes", prefixed(Dimension::Data, "B", 12)},
    {U"petabytes", prefixed(Dimension::Data, "B", 15)},
    {U"exabytes", prefixed(Dimension::Data, "B", 18)},
    {U"watt", prefixed(Dimension::Power, "W", 0)},
    {U"watts", prefixed(Dimension::Power, "W", 0)},
    {U"kilowatt", prefixed(Dimension::Power, "W", 3)},
    {U"kilowatts", prefixed(Dimension::Power, "W", 3)},
    {U"megawatt", prefixed(Dimension::Power, "W", 6)},
    {U"megawatts", prefixed(Dimension::Power, "W", 6)},
    {U"gigawatt", prefixed(Dimension::Power, "W", 9)},
    {U"gigawatts", prefixed(Dimension::Power, "W", 9)},
    {U"terawatt", prefixed(Dimension::Power, "W", 12)},
    {U"terawatts", prefixed(Dimension::Power, "W", 12)},
    {U"kilowatt-hours", prefixed(Dimension::Energy, "Wh", 3)},
    {U"megawatt-hours", prefixed(Dimension::Energy, "Wh", 6)},
    {U"gigawatt-hours", prefixed(Dimension::Energy, "Wh", 9)},
    {U"terawatt-hours", prefixed(Dimension::Energy, "Wh", 12)},
    {U"kwh", prefixed(Dimension::Energy, "Wh", 3)},
    {U"twh", prefixed(Dimension::Energy, "Wh", 12)},
    {U"nm", prefixed(Dimension::Length, "m", -9)},
    {U"nanometer", prefixed(Dimension::Length, "m", -9)},
    {U"nanometers", prefixed(Dimension::Length, "m", -9)},
    {U"nanometre", prefixed(Dimension::Length, "m", -9)},
    {U"nanometres", prefixed(Dimension::Length, "m", -9)},
    {U"km", prefixed(Dimension::Length, "m", 3)},
    {U"kilometers", prefixed(Dimension::Length, "m", 3)},
    {U"kilometres", prefixed(Dimension::Length, "m", 3)},
    {U"meters", prefixed(Dimension::Length, "m", 0)},
    {U"metres", prefixed(Dimension::Length, "m", 0)},
    {U"khz", prefixed(Dimension::Frequency, "Hz", 3)},
    {U"ghz", prefixed(Dimension::Frequency, "Hz", 9)},
    {U"gigahertz", prefixed(Dimension::Frequency, "Hz", 9)},
    {U"megahertz", prefixed(Dimension::Frequency, "Hz", 6)},
    {U"flops", prefixed(Dimension::Rate, "FLOP/s", 0)},
    {U"gflops", prefixed(Dimension::Rate, "FLOP/s", 9)},
    {U"tflops", prefixed(Dimension::Rate, "FLOP/s", 12)},
    {U"tflop/s", prefixed(Dimension::Rate, "FLOP/s", 12)},
    {U"teraflops", prefixed(Dimension::Rate, "FLOP/s", 12)},
    {U"pflops", prefixed(Dimension::Rate, "FLOP/s", 15)},
    {U"pflop/s", prefixed(Dimension::Rate, "FLOP/s", 15)},
    {U"petaflops", prefixed(Dimension::Rate, "FLOP/s", 15)},
    {U"eflops", prefixed(Dimension::Rate, "FLOP/s", 18)},
    {U"eflop/s", prefixed(Dimension::Rate, "FLOP/s", 18)},
    {U"exaflops", prefixed(Dimension::Rate, "FLOP/s", 18)},
    {U"tops", prefixed(Dimension::Rate, "op/s", 12)},
    {U"flop", count("FLOP")},
    {U"qps", prefixed(Dimension::Rate, "query/s", 0)},
    {U"rps", prefixed(Dimension::Rate, "req/s", 0)},
    {U"tps", prefixed(Dimension::Rate, "token/s", 0)},
    {U"kbps", prefixed(Dimension::Rate, "bit/s", 3)},
    {U"mbps", prefixed(Dimension::Rate, "bit/s", 6)},
    {U"gbps", prefixed(Dimension::Rate, "bit/s", 9)},
    {U"tbps", prefixed(Dimension::Rate, "bit/s", 12)},
    {U"req", count("req")},
    {U"reqs", count("req")},
    {U"request", count("req")},
    {U"requests", count("req")},
    {U"tok", count("token")},
    {U"toks", count("token")},
    {U"token", count("token")},
    {U"tokens", count("token")},
    {U"gpu", count("GPU")},
    {U"gpus", count("GPU")},
    {U"tpu", count("TPU")},
    {U"tpus", count("TPU")},
    {U"cpu", count("CPU")},
    {U"cpus", count("CPU")},
    {U"people", count("person")},
    {U"person", count("person")},
    {U"persons", count("person")},
    {U"kg", {Dimension::Count, "kg"}},
    // Han units; 年, 月 and 周 have rules of their own below.
    {U"毫秒", seconds(-3)},
    {U"微秒", seconds(-6)},
    {U"纳秒", seconds(-9)},
    {U"奈秒", seconds(-9)},
    {U"秒", seconds(0)},
    {U"秒钟", seconds(0)},
    {U"分钟", {Dimension::Time, "s", {60, 0}}},
    {U"小时", {Dimension::Time, "s", {3600, 0}}},
    {U"个小时", {Dimension::Time, "s", {3600, 0}}},
    {U"个月", span("month")},
    {U"个季度", span("quarter")},
    {U"季", span("quarter")},
    {U"周", span("week")},
    {U"个周", span("week")},
    {U"个星期", span("week")},
    {U"星期", span("week")},
    {U"天", span("day")},
    {U"年", span("year")},
    {U"太瓦时", prefixed(Dimension::Energy, "Wh", 12)},
    {U"吉瓦时", prefixed(Dimension::Energy, "Wh", 9)},
    {U"兆瓦时", prefixed(Dimension::Energy, "Wh", 6)},
    {U"千瓦时", prefixed(Dimension::Energy, "Wh", 3)},
    {U"瓦时", prefixed(Dimension::Energy, "Wh", 0)},
    {U"度电", prefixed(Dimension::Energy, "Wh", 3)},
    {U"太瓦", prefixed(Dimension::Power, "W", 12)},
    {U"吉瓦", prefixed(Dimension::Power, "W", 9)},
    {U"兆瓦", prefixed(Dimension::Power, "W", 6)},
    {U"千瓦", prefixed(Dimension::Power, "W", 3)},
    {U"瓦", prefixed(Dimension::Power, "W", 0)},
    {U"纳米", prefixed(Dimension::Length, "m", -9)},
    {U"奈米", prefixed(Dimension::Length, "m", -9)},
    {U"毫米", prefixed(Dimension::Length, "m", -3)},
    {U"公分", prefixed(Dimension::Length, "m", -2)},
    {U"公里", prefixed(Dimension::Length, "m", 3)},
    {U"公尺", prefixed(Dimension::Length, "m", 0)},
    {U"兆赫", prefixed(Dimension::Frequency, "Hz", 6)},
    {U"吉赫", prefixed(Dimension::Frequency, "Hz", 9)},
    {U"赫兹", prefixed(Dimension::Frequency, "Hz", 0)},
    {U"字节", prefixed(Dimension::Data, "B", 0)},
    {U"兆字节", prefixed(Dimension::Data, "B", 6)},
    {U"位元组", prefixed(Dimension::Data, "B", 0)},
    {U"个百分点", point},
    {U"百分点", point},
    {U"个基点", basisPoint},
    {U"基点", basisPoint},
});

// Matched with their case: m is not M.
struct CasedUnit {
    std::u32string_view word;
    Known known;
};
constexpr CasedUnit cased[] = {
    {U"s", seconds(0)},
    {U"ms", seconds(-3)},
    {U"\u00b5s", seconds(-6)},
    {U"us", seconds(-6)},
    {U"ns", seconds(-9)},
    {U"h", {Dimension::Time, "s", {3600, 0}}},
    {U"B", prefixed(Dimension::Data, "B", 0)},
    {U"KB", prefixed(Dimension::Data, "B", 3)},
    {U"kB", prefixed(Dimension::Data, "B", 3)},
    {U"MB", prefixed(Dimension::Data, "B", 6)},
    {U"GB", prefixed(Dimension::Data, "B", 9)},
    {U"TB", prefixed(Dimension::Data, "B", 12)},
    {U"PB", prefixed(Dimension::Data, "B", 15)},
    {U"EB", prefixed(Dimension::Data, "B", 18)},
    {U"KiB", {Dimension::Data, "B", {1024, 0}}},
    {U"MiB", {Dimension::Data, "B", {1048576, 0}}},
    {U"GiB", {Dimension::Data, "B", {1073741824, 0}}},
    {U"TiB", {Dimension::Data, "B", {1099511627776, 0}}},
    {U"W", prefixed(Dimension::Power, "W", 0)},
    {U"kW", prefixed(Dimension::Power, "W", 3)},
    {U"KW", prefixed(Dimension::Power, "W", 3)},
    {U"MW", prefixed(Dimension::Power, "W", 6)},
    {U"GW", prefixed(Dimension::Power, "W", 9)},
    {U"TW", prefixed(Dimension::Power, "W", 12)},
    {U"Wh", prefixed(Dimension::Energy, "Wh", 0)},
    {U"MWh", prefixed(Dimension::Energy, "Wh", 6)},
    {U"GWh", prefixed(Dimension::Energy, "Wh", 9)},
    {U"mm", prefixed(Dimension::Length, "m", -3)},
    {U"cm", prefixed(Dimension::Length, "m", -2)},
    {U"Hz", prefixed(Dimension::Frequency, "Hz", 0)},
    {U"MHz", prefixed(Dimension::Frequency, "Hz", 6)},
    {U"Mb/s", prefixed(Dimension::Rate, "bit/s", 6)},
    {U"Gb/s", prefixed(Dimension::Rate, "bit/s", 9)},
    {U"Tb/s", prefixed(Dimension::Rate, "bit/s", 12)},
    {U"FLOPs", count("FLOP")}, // FLOPS is the rate
    {U"FLOP/s", prefixed(Dimension::Rate, "FLOP/s", 0)},
    {U"t/s", prefixed(Dimension::Rate, "token/s", 0)},
};

const CasedUnit* casedAt(const FoldedText& text, std::size_t i) {
    // None has six letters.
    if (isLatinLetter(text[i + 3]) && isLatinLetter(text[i + 1]) && isLatinLetter(text[i + 2]) &&
        isLatinLetter(text[i + 4]) && isLatinLetter(text[i + 5]))
        return nullptr;
    const CasedUnit* best = nullptr;
    for (const auto& unit : cased) {
        if (unit.word[0] != text[i] || (best != nullptr && best->word.size() >= unit.word.size()))
            continue;
        std::size_t k = 1;
        while (k < unit.word.size() && text[i + k] == unit.word[k])
            ++k;
        if (k == unit.word.size() && !isLatinLetter(text[i + k]) && !isDigit(text[i + k]))
            best = &unit;
    }
    return best;
}

// "/s", "/sec", " per second", "/秒" at `i`: where it ends, else 0.
std::size_t perSecondEnd(const FoldedText& text, std::size_t i) {
    std::size_t at = text.skipBlanks(i);
    if (text[at] == U'/')
        at = text.skipBlanks(at + 1);
    else if (at > i && text.isWordAt(at, U"per"))
        at = text.skipBlanks(at + 3);
    else if (text[at] == U'每')
        ++at;
    else
        return 0;
    static constexpr auto names =
        wordTable<int>({{U"s", 0}, {U"sec", 0}, {U"second", 0}, {U"seconds", 0}, {U"秒", 0}});
    const auto* second = names.find(text, at);
    return second == nullptr ? 0 : at + second->word.size();
}

// 3年 is a duration; 2020年代, 三年級, 10周年, 8億週活躍用戶 are none.
bool isDurationHere(const FoldedText& text, std::u32string_view word, std::size_t end) {
    const char32_t next = text[end];
    if (word == U"年")
        return next != U'代' && next != U'级' && next != U'報' && next != U'报' && next != U'生' &&
               next != U'头';
    if (word == U"周")
        return next != U'活' && next != U'年' && next != U'边' && next != U'刊' && next != U'报';
    if (word == U"季")
        return next != U'度' && next != U'节' && next != U'报' && next != U'后';
    if (word == U"天")
        return next != U'然' && next != U'才' && next != U'下';
    return true;
}

Unit make(const Known& known, std::size_t end) {
    return {known.dimension, std::string(known.name),    known.factor, end, known.duration,
            false,           std::string(known.original)};
}

std::optional<Unit> knownAt(const FoldedText& text, std::size_t i) {
    const char32_t c = text[i];
    if (c < 0x80 ? !isLatinLetter(c) && c != U'%' : !isLatinLetter(c) && c < 0x2E80)
        return std::nullopt;
    if (isLatinLetter(c))
        if (const auto* unit = casedAt(text, i))
            return make(unit->known, i + unit->word.size());
    const auto* word = unitWords.find(text, i);
    if (word == nullptr || (word->value.duration && !isDurationHere(text, word->word, i + word->word.size())))
        return std::nullopt;
    return make(word->value, i + word->word.size());
}

} // namespace

std::optional<Unit> unitAt(const FoldedText& text, std::size_t i, Nouns nouns) {
    auto unit = knownAt(text, i);
    if (!unit && nouns != Nouns::No) {
        unit = chineseNounAt(text, i);
        if (!unit && nouns == Nouns::Any)
            unit = pluralNounAt(text, i);
    }
    if (!unit)
        return std::nullopt;
    const bool rates = unit->dimension == Dimension::Count || unit->dimension == Dimension::Data;
    if (const std::size_t end = rates ? perSecondEnd(text, unit->end) : 0) {
        unit->dimension = Dimension::Rate;
        if (const std::size_t bracket = unit->name.find(" ("); bracket != std::string::npos) // 詞元 (token)
            unit->name = unit->name.substr(bracket + 2, unit->name.size() - bracket - 3);
        unit->name += "/s";
        unit->end = end;
        unit->noun = false;
    }
    return unit;
}

} // namespace parallax::data
