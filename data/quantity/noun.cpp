// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/noun.h"

#include "data/quantity/characters.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

// What is counted with 個 or with no measure word at all. The name keeps the characters as written.
constexpr auto counted = wordTable<std::string_view>({{U"词元", "token"},
                                                      {U"参数", "parameter"},
                                                      {U"叁数", "parameter"}, // 參 folds to a numeral
                                                      {U"周活跃用户", "user"},
                                                      {U"月活跃用户", "user"},
                                                      {U"日活跃用户", "user"},
                                                      {U"用户", "user"},
                                                      {U"使用者", "user"},
                                                      {U"活跃用户", "user"},
                                                      {U"客户", "customer"},
                                                      {U"员工", "employee"},
                                                      {U"开发者", "developer"},
                                                      {U"国家", "country"},
                                                      {U"模型", "model"},
                                                      {U"芯片", "chip"},
                                                      {U"晶片", "chip"}});

// Words that end in s and are no plural nouns, or are no things one counts.
constexpr auto notNouns =
    wordTable<int>({{U"is", 0},      {U"was", 0},      {U"has", 0},        {U"as", 0},       {U"its", 0},
                    {U"this", 0},    {U"us", 0},       {U"plus", 0},       {U"less", 0},     {U"times", 0},
                    {U"points", 0},  {U"percent", 0},  {U"does", 0},       {U"across", 0},   {U"versus", 0},
                    {U"vs", 0},      {U"thus", 0},     {U"yes", 0},        {U"always", 0},   {U"perhaps", 0},
                    {U"towards", 0}, {U"besides", 0},  {U"afterwards", 0}, {U"gains", 0},    {U"rises", 0},
                    {U"falls", 0},   {U"grows", 0},    {U"drops", 0},      {U"remains", 0},  {U"means", 0},
                    {U"says", 0},    {U"adds", 0},     {U"makes", 0},      {U"takes", 0},    {U"shows", 0},
                    {U"costs", 0},   {U"uses", 0},     {U"needs", 0},      {U"gets", 0},     {U"goes", 0},
                    {U"comes", 0},   {U"becomes", 0},  {U"offers", 0},     {U"bis", 0},      {U"bps", 0},
                    {U"series", 0},  {U"business", 0}, {U"access", 0},     {U"process", 0},  {U"analysis", 0},
                    {U"aws", 0},     {U"basis", 0},    {U"others", 0},     {U"previous", 0}, {U"various", 0},
                    {U"serious", 0}, {U"loss", 0},     {U"class", 0},      {U"includes", 0}, {U"runs", 0},
                    {U"works", 0},   {U"plans", 0},    {U"keeps", 0},      {U"equals", 0},   {U"stays", 0},
                    {U"sits", 0}});

// … though they may stand before one: business users.
constexpr auto attributive =
    wordTable<int>({{U"business", 0}, {U"access", 0}, {U"process", 0}, {U"analysis", 0}, {U"class", 0}});

// Words after which no noun of the number follows.
constexpr auto notAdjectives = wordTable<int>(
    {{U"of", 0},      {U"in", 0},      {U"and", 0},      {U"to", 0},     {U"for", 0},     {U"the", 0},
     {U"a", 0},       {U"an", 0},      {U"by", 0},       {U"with", 0},   {U"on", 0},      {U"at", 0},
     {U"or", 0},      {U"from", 0},    {U"per", 0},      {U"but", 0},    {U"as", 0},      {U"than", 0},
     {U"that", 0},    {U"which", 0},   {U"while", 0},    {U"when", 0},   {U"then", 0},    {U"is", 0},
     {U"was", 0},     {U"are", 0},     {U"were", 0},     {U"be", 0},     {U"will", 0},    {U"has", 0},
     {U"had", 0},     {U"have", 0},    {U"its", 0},      {U"their", 0},  {U"his", 0},     {U"her", 0},
     {U"our", 0},     {U"up", 0},      {U"down", 0},     {U"over", 0},   {U"under", 0},   {U"after", 0},
     {U"before", 0},  {U"since", 0},   {U"until", 0},    {U"during", 0}, {U"between", 0}, {U"against", 0},
     {U"into", 0},    {U"through", 0}, {U"compared", 0}, {U"versus", 0}, {U"vs", 0},      {U"if", 0},
     {U"because", 0}, {U"so", 0},      {U"also", 0},     {U"only", 0},   {U"this", 0},    {U"these", 0},
     {U"those", 0},   {U"each", 0},    {U"every", 0},    {U"both", 0},   {U"more", 0},    {U"less", 0},
     {U"x", 0},       {U"times", 0},   {U"not", 0},      {U"where", 0},  {U"about", 0},   {U"it", 0},
     {U"we", 0},      {U"they", 0},    {U"can", 0},      {U"could", 0},  {U"would", 0},   {U"may", 0},
     {U"ago", 0},     {U"later", 0},   {U"off", 0},      {U"out", 0},    {U"plus", 0},    {U"minus", 0}});

constexpr auto irregular = wordTable<std::string_view>(
    {{U"staff", "staff"}, {U"children", "child"}, {U"women", "woman"}, {U"men", "man"}});

constexpr std::size_t longestWord = 40;

// The end of the Latin word at `i`; `plain` says that it has no capital and no letter beyond ASCII.
std::size_t wordEnd(const FoldedText& text, std::size_t i, bool& plain) {
    std::size_t end = i;
    plain = true;
    for (; isLatinLetter(text[end]) && end - i < longestWord; ++end)
        plain = plain && text[end] >= U'a' && text[end] <= U'z';
    return end;
}

std::string asciiWord(const FoldedText& text, std::size_t begin, std::size_t end) {
    std::string word;
    for (std::size_t k = begin; k < end; ++k)
        word += static_cast<char>(text[k]);
    return word;
}

Unit counting(std::string name, std::size_t end) {
    return {Dimension::Count, std::move(name), {1, 0}, end, false, false, {}};
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

std::size_t modelNameEnd(const FoldedText& text, std::size_t i) {
    if (!isUpper(text[i]))
        return 0;
    bool digit = false;
    std::size_t end = i;
    for (; end - i < longestWord &&
           (isLatinLetter(text[end]) || isDigit(text[end]) || (text[end] == U'-' && isDigit(text[end + 1])));
         ++end)
        digit = digit || isDigit(text[end]);
    return digit ? end : 0;
}

std::optional<Unit> chineseNounAt(const FoldedText& text, std::size_t i) {
    if (text[i] < 0x2E80)
        return std::nullopt;
    const bool each = text[i] == U'个';
    const std::size_t noun = each ? i + 1 : i;
    if (const auto* known = counted.find(text, noun)) {
        const std::size_t end = noun + known->word.size();
        return counting(text.original(noun, end) + " (" + std::string(known->value) + ")", end);
    }
    if (!characterOf(text[i]).classifier || (text[i] == U'位' && text[i + 1] == U'数')) // 三位數
        return std::nullopt;
    // 10萬顆GPU, 10萬張H100, 500個token
    const std::size_t name = text.skipBlanks(i + 1);
    if (isLatinLetter(text[name])) {
        static constexpr auto latin = wordTable<std::string_view>(
            {{U"gpu", "GPU"}, {U"tpu", "TPU"}, {U"cpu", "CPU"}, {U"token", "token"}, {U"tokens", "token"}});
        if (const auto* known = latin.find(text, name))
            return counting(std::string(known->value), name + known->word.size());
        if (const std::size_t end = modelNameEnd(text, name))
            return counting(text.original(name, end), end);
    }
    return counting(text.original(i, i + 1), i + 1);
}

std::optional<Unit> namedDevicesAt(const FoldedText& text, std::size_t i) {
    static constexpr auto devices = wordTable<std::string_view>({{U"gpus", "GPU"},
                                                                 {U"tpus", "TPU"},
                                                                 {U"cpus", "CPU"},
                                                                 {U"chips", "chip"},
                                                                 {U"accelerators", "accelerator"},
                                                                 {U"servers", "server"},
                                                                 {U"racks", "rack"}});
    constexpr int most = 3; // names before it
    std::size_t at = i;
    for (int names = 0; names <= most; ++names) {
        if (const auto* known = devices.find(text, at))
            return counting(std::string(known->value), at + known->word.size());
        if (!isUpper(text[at]))
            return std::nullopt;
        std::size_t end = at;
        while (end - at < longestWord && (isLatinLetter(text[end]) || isDigit(text[end])))
            ++end;
        if (text[end] != U' ')
            return std::nullopt;
        at = end + 1;
    }
    return std::nullopt;
}

std::optional<Unit> pluralNounAt(const FoldedText& text, std::size_t i) {
    if (const auto* known = irregular.find(text, i))
        return counting(std::string(known->value), i + known->word.size());
    std::size_t at = i;
    for (int words = 0; words < 3; ++words) {
        if (words == 0 && text[at] == U'A' && text[at + 1] == U'I' && text[at + 2] == U' ')
            at += 3; // AI chips
        bool plain = false;
        const std::size_t end = wordEnd(text, at, plain);
        if (end - at < 3 || !plain || isDigit(text[end]) || isLatinLetter(text[end]))
            return std::nullopt;
        if (notAdjectives.find(text, at) != nullptr ||
            (notNouns.find(text, at) != nullptr && attributive.find(text, at) == nullptr))
            return std::nullopt;
        if (text[end - 1] == U's' && text[end - 2] != U's' && text[end - 2] != U'u' &&
            text[end - 2] != U'i') {
            auto unit = counting(singular(asciiWord(text, at, end)), end);
            unit.noun = true;
            return unit;
        }
        if (text[end] != U' ' && text[end] != U'-')
            return std::nullopt;
        at = end + 1;
    }
    return std::nullopt;
}

} // namespace parallax::data
