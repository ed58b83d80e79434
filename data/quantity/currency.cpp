// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quantity/number.h"
#include "data/quantity/taiwan_dollar.h"
#include "data/quantity/unit.h"
#include "data/quantity/word_table.h"

namespace parallax::data {
namespace {

struct Sign {
    std::string_view code;
    bool assumed = false;
    bool yen = false; // ¥: JPY or CNY
};

constexpr auto signs = wordTable<Sign>(
    {{U"$", {"USD", true}}, {U"us$", {"USD"}},   {U"us $", {"USD"}}, {U"u.s. $", {"USD"}},
     {U"usd$", {"USD"}},    {U"usd $", {"USD"}}, {U"hk$", {"HKD"}},  {U"nt$", {"TWD"}},
     {U"a$", {"AUD"}},      {U"au$", {"AUD"}},   {U"c$", {"CAD"}},   {U"ca$", {"CAD"}},
     {U"s$", {"SGD"}},      {U"nz$", {"NZD"}},   {U"r$", {"BRL"}},   {U"mx$", {"MXN"}},
     {U"€", {"EUR"}},       {U"£", {"GBP"}},     {U"₩", {"KRW"}},    {U"₹", {"INR"}},
     {U"₽", {"RUB"}},       {U"₫", {"VND"}},     {U"฿", {"THB"}},    {U"¥", {"JPY|CNY", false, true}},
     {U"rs", {"INR"}},      {U"rs.", {"INR"}},   {U"cn¥", {"CNY"}},  {U"rmb¥", {"CNY"}},
     {U"jp¥", {"JPY"}}});

// Written in capitals before or after a figure.
constexpr auto codes = wordTable<std::string_view>(
    {{U"usd", "USD"}, {U"rmb", "CNY"}, {U"cny", "CNY"}, {U"eur", "EUR"}, {U"gbp", "GBP"}, {U"jpy", "JPY"},
     {U"hkd", "HKD"}, {U"twd", "TWD"}, {U"ntd", "TWD"}, {U"krw", "KRW"}, {U"inr", "INR"}, {U"chf", "CHF"},
     {U"sgd", "SGD"}, {U"aud", "AUD"}, {U"cad", "CAD"}, {U"nzd", "NZD"}, {U"sek", "SEK"}, {U"nok", "NOK"},
     {U"dkk", "DKK"}, {U"brl", "BRL"}, {U"aed", "AED"}, {U"sar", "SAR"}, {U"ils", "ILS"}, {U"thb", "THB"}});

struct Word {
    std::string_view code;
    bool assumed = false;
    int power = 0; // -2 for cents
    bool yen = false;
};

// Behind a figure; the Han ones stand before it as well (新台幣300億元, 美元3億).
constexpr auto currencyWords = wordTable<Word>({{U"dollars", {"USD", true}},
                                                {U"dollar", {"USD", true}},
                                                {U"us dollars", {"USD"}},
                                                {U"us dollar", {"USD"}},
                                                {U"u.s. dollars", {"USD"}},
                                                {U"american dollars", {"USD"}},
                                                {U"hong kong dollars", {"HKD"}},
                                                {U"taiwan dollars", {"TWD"}},
                                                {U"new taiwan dollars", {"TWD"}},
                                                {U"australian dollars", {"AUD"}},
                                                {U"canadian dollars", {"CAD"}},
                                                {U"singapore dollars", {"SGD"}},
                                                {U"euros", {"EUR"}},
                                                {U"euro", {"EUR"}},
                                                {U"yuan", {"CNY"}},
                                                {U"renminbi", {"CNY"}},
                                                {U"yen", {"JPY"}},
                                                {U"won", {"KRW"}},
                                                {U"pounds", {"GBP"}},
                                                {U"pounds sterling", {"GBP"}},
                                                {U"rupees", {"INR"}},
                                                {U"swiss francs", {"CHF"}},
                                                {U"francs", {"CHF"}},
                                                {U"cents", {"USD", true, -2}},
                                                {U"cent", {"USD", true, -2}},
                                                {U"pence", {"GBP", false, -2}},
                                                {U"美元", {"USD"}},
                                                {U"美金", {"USD"}},
                                                {U"美分", {"USD", false, -2}},
                                                {U"人民币", {"CNY"}},
                                                {U"元人民币", {"CNY"}},
                                                {U"新台币", {"TWD"}},
                                                {U"台币", {"TWD"}},
                                                {U"元台币", {"TWD"}},
                                                {U"元新台币", {"TWD"}},
                                                {U"港元", {"HKD"}},
                                                {U"港币", {"HKD"}},
                                                {U"元港币", {"HKD"}},
                                                {U"日元", {"JPY"}},
                                                {U"日圆", {"JPY"}},
                                                {U"日币", {"JPY"}},
                                                {U"円", {"JPY"}},
                                                {U"欧元", {"EUR"}},
                                                {U"英镑", {"GBP"}},
                                                {U"韩元", {"KRW"}},
                                                {U"韩圆", {"KRW"}},
                                                {U"韩币", {"KRW"}},
                                                {U"韩圜", {"KRW"}},
                                                {U"韩国圜", {"KRW"}},
                                                {U"원", {"KRW"}},
                                                {U"澳元", {"AUD"}},
                                                {U"澳币", {"AUD"}},
                                                {U"加元", {"CAD"}},
                                                {U"加币", {"CAD"}},
                                                {U"新加坡元", {"SGD"}},
                                                {U"新加坡币", {"SGD"}},
                                                {U"新币", {"SGD"}},
                                                {U"瑞士法郎", {"CHF"}},
                                                {U"瑞郎", {"CHF"}},
                                                {U"卢比", {"INR"}},
                                                {U"印度卢比", {"INR"}},
                                                {U"卢布", {"RUB"}},
                                                {U"泰铢", {"THB"}},
                                                {U"元", {"CNY", true}},
                                                {U"圆", {"CNY", true}},
                                                {U"块钱", {"CNY", true}},
                                                {U"角", {"CNY", true, -1}},
                                                {U"毛钱", {"CNY", true, -1}},
                                                {U"分钱", {"CNY", true, -2}}});

bool mayBeSign(char32_t c) {
    return c == U'$' || (c >= 0xA3 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20BF) || c == 0xE3F;
}

// 元 of the document's own country; ¥ of its language.
std::string ownYuan(const QuantityContext& context) {
    return context.taiwanese ? "TWD" : "CNY";
}

} // namespace

bool speaksOfTaiwanDollars(std::string_view text) {
    for (const std::string_view word : {"台幣", "臺幣", "NT$"}) // 新台幣, too
        if (text.find(word) != std::string_view::npos)
            return true;
    return false;
}

std::optional<Currency> currencyBefore(const FoldedText& text, std::size_t i,
                                       const QuantityContext& context) {
    const char32_t c = text[i];
    if (mayBeSign(c) || isLatinLetter(c)) {
        const auto* sign = signs.find(text, i);
        if (sign != nullptr && sign->value.code == "INR" && c == U'R' && text[i + 1] != U's')
            sign = nullptr; // RS 232
        if (sign != nullptr) {
            Currency currency{std::string(sign->value.code),
                              text.skipBlanks(i + sign->word.size()),
                              sign->value.assumed,
                              sign->value.yen,
                              {1, 0}};
            if (sign->value.yen && context.language == Language::SimplifiedChinese) {
                currency.code = "CNY";
                currency.ambiguous = false;
                currency.assumed = true;
            }
            return currency;
        }
        if (isUpper(c)) {
            // "USD 15", "USD15", "RMB 2 billion"; a code ends at a blank or a digit.
            std::size_t end = i;
            while (isUpper(text[end]) && end - i < 4)
                ++end;
            const std::size_t after = text.skipBlanks(end);
            const bool figure = isDigit(text[after]) ||
                                ((text[after] == U'-' || text[after] == U'~') && isDigit(text[after + 1]));
            if (end - i == 3 && figure)
                if (const auto* code = codes.findPrefix(text, i))
                    return Currency{std::string(code->value), after, false, false, {1, 0}};
        }
        return std::nullopt;
    }
    if (c < 0x4E00)
        return std::nullopt;
    const auto* word = currencyWords.find(text, i);
    if (word == nullptr || word->value.assumed || word->value.power != 0 || word->word[0] == U'元')
        return std::nullopt;
    const std::size_t after = text.skipBlanks(i + word->word.size());
    if (!isDigit(text[after]) && !isChineseNumeral(text[after]))
        return std::nullopt;
    return Currency{std::string(word->value.code), after, false, false, {1, 0}};
}

std::optional<Currency> currencyAfter(const FoldedText& text, std::size_t i, const QuantityContext& context) {
    const auto* word = currencyWords.find(text, i);
    if (word == nullptr) {
        if (isUpper(text[i]))
            if (const auto* code = codes.find(text, i))
                return Currency{std::string(code->value), i + code->word.size(), false, false, {1, 0}};
        return std::nullopt;
    }
    Currency currency{std::string(word->value.code),
                      i + word->word.size(),
                      word->value.assumed,
                      false,
                      {1, word->value.power}};
    if (currency.code == "CNY" && currency.assumed)
        currency.code = ownYuan(context);
    return currency;
}

} // namespace parallax::data
