#!/usr/bin/env python3
# SPDX-FileCopyrightText: Parallax contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes engine/inference/unicode_table.cpp and unicode_case_table.cpp: what tokenizers tell code points apart by.

Asks ICU (libicuuc.so.72, Unicode 15) for general categories. Run by hand when a newer Unicode is wanted.
    scripts/generate/unicode_table.py > engine/inference/unicode_table.cpp
    scripts/generate/unicode_table.py case > engine/inference/unicode_case_table.cpp
"""
import ctypes
import sys

ICU = "72"
icu = ctypes.CDLL(f"libicuuc.so.{ICU}")
category = getattr(icu, f"u_charType_{ICU}")
white = getattr(icu, f"u_isUWhiteSpace_{ICU}")

# ICU's category numbers: Lu Ll Lt Lm Lo 1-5, Mn Me Mc 6-8, Nd Nl No 9-11, Pd Ps Pe Pc Po 19-23, Sm Sc Sk So 24-27,
# Pi Pf 28-29.
CLASSES = {"Letter": range(1, 6), "Mark": range(6, 9), "Number": range(9, 12),
           "Punctuation": [*range(19, 24), 28, 29], "Symbol": range(24, 28)}
CASE = sys.argv[1:] == ["case"]
OF = {number: name for name, numbers in CLASSES.items() for number in numbers}


def class_of(c):
    if CASE:
        return {1: "Upper", 2: "Lower", 3: "Upper"}.get(category(c), "None")
    return "Space" if white(c) else OF.get(category(c), "Other")


starts = []
last = None
for c in range(0x110000):
    now = class_of(c)
    if now != last:
        starts.append((c, now))
        last = now

LETTER = {"Other": "O", "Letter": "L", "Mark": "M", "Number": "N", "Punctuation": "P", "Symbol": "S", "Space": "Z"}
if CASE:
    LETTER = {"None": "N", "Upper": "U", "Lower": "L"}
TYPE = "LetterCase" if CASE else "CharClass"
NAME = "case" if CASE else "class"
print(f"""// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Written by scripts/generate/unicode_table.py from Unicode 15; not edited by hand.
#include "engine/inference/unicode.h"

namespace parallax::inference {{
namespace {{
""")
for name, letter in LETTER.items():
    print(f"constexpr auto {letter} = {TYPE}::{name};")
print(f"""
}} // namespace

// clang-format off
const {TYPE.replace("Char", "").replace("Letter", "")}Range {NAME}Ranges[] = {{""")
line = ""
for start, name in starts:
    entry = f"{{0x{start:X}, {LETTER[name]}}},"
    if len(line) + len(entry) > 106:
        print("    " + line.rstrip())
        line = ""
    line += entry + " " if len(line) + len(entry) < 105 else entry
print("    " + line.rstrip())
print(f"""}};
// clang-format on
const std::size_t {NAME}RangeCount = {len(starts)};

}} // namespace parallax::inference""")
