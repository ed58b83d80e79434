#!/usr/bin/env python3
# SPDX-FileCopyrightText: Parallax contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes engine/inference/unicode_mapping_table.cpp: capitals of small letters and the other way about."""
import sys
import unicodedata


def runs(change):
    found = []  # first, last, step, delta
    for c in range(0x110000):
        if 0xD800 <= c < 0xE000:
            continue
        other = change(chr(c))
        if len(other) != 1 or other == chr(c):
            continue
        delta = ord(other) - c
        if found:
            first, last, step, known = found[-1]
            if known == delta and c - last in (1, 2) and (step == c - last or first == last):
                found[-1] = (first, c, c - last, delta)
                continue
        found.append((c, c, 1, delta))
    return found


def longer(change):
    return [(c, change(chr(c))) for c in range(0x110000)
            if not 0xD800 <= c < 0xE000 and len(change(chr(c))) > 1]


def table(kind, name, entries):
    out = [f"const {kind} {name}[] = {{"]
    line = "   "
    for entry in entries:
        if len(line) + len(entry) > 105:
            out.append(line)
            line = "   "
        line += " " + entry + ","
    return out + [line, "};", f"const std::size_t {name}Count = std::size({name});", ""]


def main():
    out = ["// SPDX-FileCopyrightText: Parallax contributors", "// SPDX-License-Identifier: GPL-3.0-or-later",
           f"// Written by scripts/generate/case_mapping.py from Unicode {unicodedata.unidata_version}; not edited by hand.",
           "#include <iterator>", "", '#include "engine/inference/unicode.h"', "", "namespace parallax::inference {", "",
           "// clang-format off"]
    for name, change in (("upperRuns", str.upper), ("lowerRuns", str.lower)):
        out += table("CaseRun", name, [f"{{{a:#x}, {b:#x}, {s}, {d}}}" for a, b, s, d in runs(change)])
    out += table("LongCapital", "longCapitals",
                 ['{%#x, U"%s"}' % (c, "".join("\\U%08X" % ord(x) if ord(x) > 0x9F else x for x in to))
                  for c, to in longer(str.upper)])
    out += ["// clang-format on", "", "} // namespace parallax::inference", ""]
    sys.stdout.write("\n".join(out))


main()
