// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>

#include "data/check/check.h"

namespace parallax::data {

// One line of `parallax check --case -`: {"rule", "in"}, answered by {"verdict", "colour", "computed",
// "repairs"}. An operand that holds no figure gives cannot_tell; a line that is no such object, a rule that
// is not known and an input that lacks a key give {"error", "args"}. Never throws on a line, however it
// looks.
//
// Keys of "in" by rule: DELTA_PCT, DELTA_RANGE, DELTA_ABS {base, new, stated}; DELTA_PP {base, new,
// stated_pp}; CAGR {start, end, years | start_year and end_year, stated}; VAGUE_MULTIPLIER {word, ratio |
// base and new}; SUM_TOTAL, SHARE_SUM {parts, stated}; SHARE_OF {part, whole, stated}; PART_WHOLE {part,
// whole}; SAME_FACT, SCALE {a, b}; UNIT_LABEL {label, cell}; DOMAIN {value, measure}; DIRECTION {word, base
// and new | change, measure}; SUPERLATIVE {values, claimed, word}; COUNT {text, stated, listed}; RETURN
// {cost, return_pct, value}; IMPLIED {gain, points | whole, part}; LOGIC {word, listed}; TEMPORAL {first,
// second}; PRICE_VOLUME {multiple | base and new, drop, volume}; TEXT_PREFIX {text, of}.
nlohmann::ordered_json answerCase(std::string_view line);

// {"face", "strict", "loose", "stated_strict"}; an infinite end is null. Empty where nothing was computed.
nlohmann::ordered_json computedJson(const Check& check);
// [{"change": what, "to": text}]
nlohmann::ordered_json repairsJson(const Check& check);

} // namespace parallax::data
