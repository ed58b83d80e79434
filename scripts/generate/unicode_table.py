#!/usr/bin/env python3
# SPDX-FileCopyrightText: Parallax contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes engine/inference/unicode_table.cpp: the classes of code points that tokenizers split by.

Asks ICU (libicuuc.so.72, Unicode 15) for general categories. Run by hand when a newer Unicode is wanted.
    scripts/generate/unicode_table.py > engine/inference/unicode_table.cpp
"""
import ctypes

ICU = "72"
icu = ctypes.CDLL(f"libicuuc.so.{ICU}")
category = getattr(icu, f"u_charType_{ICU}")
white = getattr(icu, f"u_isUWhiteSpace_{ICU}")

# ICU's category numbers: Lu Ll Lt Lm Lo 1-5, Mn Me Mc 6-8, Nd Nl No 9-11, Pd Ps Pe Pc Po 19-23, Sm Sc Sk So 24-27,
# Pi Pf 28-29.
CLASSES = {"Letter": range(1, 6), "Mark": range(6, 9), "Number": range(9, 12),
           "Punctuation": [*range(19, 24), 28, 29], "Symbol": range(24, 28)}
OF = {number: name for name, numbers in CLASSES.items() for number in numbers}


def class_of(c):
    return "Space" if white(c) else OF.get(category(c), "Other")


starts = []
last = None
for c in range(0x110000):
    now = class_of(c)
    if now != last:
        starts.append((c, now))
        last = now

LETTER = {"Other": "O", "Letter": "L", "Mark": "M", "Number": "N", "Punctuation": "P", "Symbol": "S", "Space": "Z"}
print("""// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Written by scripts/generate/unicode_table.py from Unicode 15; not edited by hand.
#include "engine/inference/unicode.h"

namespace parallax::inference {
namespace {

constexpr auto O = CharClass::Other;
constexpr auto L = CharClass::Letter;
constexpr auto M = CharClass::Mark;
constexpr auto N = CharClass::Number;
constexpr auto P = CharClass::Punctuation;
constexpr auto S = CharClass::Symbol;
constexpr auto Z = CharClass::Space;

} // namespace

// clang-format off
const ClassRange classRanges[] = {""")
line = ""
for start, name in starts:
    entry = f"{{0x{start:X}, {LETTER[name]}}},"
    if len(line) + len(entry) > 106:
        print("    " + line)
        line = ""
    line += entry + " " if len(line) + len(entry) < 105 else entry
print("    " + line.rstrip())
print(f"""}};
// clang-format on
const std::size_t classRangeCount = {len(starts)};

}} // namespace parallax::inference""")
