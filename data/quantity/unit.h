// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "data/quantity/folded_text.h"
#include "data/quantity/quantity.h"

namespace parallax::data {

// What a figure is measured in.
struct Unit {
    Dimension dimension = Dimension::Number;
    std::string name;     // "s", "req/s", "B", "token", "%"
    Decimal factor{1, 0}; // to base units: 1e-3 for ms
    std::size_t end = 0;
    bool duration = false; // months, years: a length of time that has no fixed seconds
    bool noun = false;     // any plural noun, not one of the known units
    std::string original;  // "bp" where the factor hides it
};

enum class Nouns {
    No,
    Known, // tokens, GPUs, 家, 詞元
    Any,   // … and any plural noun with at most two adjectives: "3042 published articles"
};

// The unit at `i` (directly after a number, its blank or hyphen skipped by the caller): %, pp, s, GB, req/s,
// tokens, 家, 秒 …
std::optional<Unit> unitAt(const FoldedText& text, std::size_t i, Nouns nouns);

// A currency sign or code before a number: $, US$, HK$, RMB …
struct Currency {
    std::string code; // "USD"; "JPY|CNY" for ¥
    std::size_t end = 0;
    bool assumed = false;
    bool ambiguous = false;
    Decimal factor{1, 0}; // 0.01 for cents
};
std::optional<Currency> currencyBefore(const FoldedText& text, std::size_t i, const QuantityContext& context);

// … or after it: dollars, euros, 美元, 元, cents.
std::optional<Currency> currencyAfter(const FoldedText& text, std::size_t i, const QuantityContext& context);

// "/hr", " per 1M tokens", "每百萬詞元".
std::optional<std::pair<Per, std::size_t>> perAt(const FoldedText& text, std::size_t i);

// "stars" → "star", "companies" → "company".
std::string singular(std::string noun);

} // namespace parallax::data
