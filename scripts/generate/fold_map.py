#!/usr/bin/env python3
# SPDX-FileCopyrightText: Parallax contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes resources/lexicon/fold.txt, the map behind parallax::data::fold().

Needs libopencc1.1 with libopencc-data (the dictionaries are Apache-2.0) and Python's own Unicode tables.
Run by hand when either changes; raise tokenizerVersion in data/article/fold.h when the result does.
    scripts/generate/fold_map.py > resources/lexicon/fold.txt
"""
import ctypes
import ctypes.util
import unicodedata

NOTHING = 0x00AD  # SOFT HYPHEN stands for whatever a comparison skips

opencc = ctypes.CDLL(ctypes.util.find_library("opencc"))
opencc.opencc_open.restype = ctypes.c_void_p
opencc.opencc_open.argtypes = [ctypes.c_char_p]
opencc.opencc_convert_utf8.restype = ctypes.c_void_p
opencc.opencc_convert_utf8.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
opencc.opencc_convert_utf8_free.argtypes = [ctypes.c_void_p]


class Converter:
    def __init__(self, config):
        self.handle = opencc.opencc_open(config.encode())
        if self.handle in (None, ctypes.c_void_p(-1).value):
            raise SystemExit(f"OpenCC has no {config}")

    def __call__(self, character):
        data = character.encode()
        result = opencc.opencc_convert_utf8(self.handle, data, len(data))
        text = ctypes.string_at(result).decode()
        opencc.opencc_convert_utf8_free(result)
        return text if len(text) == 1 else character


def is_han(c):
    return 0x4E00 <= c <= 0x9FFF or 0x3400 <= c <= 0x4DBF or 0xF900 <= c <= 0xFAFF or 0x20000 <= c <= 0x323AF \
        or c in (0x3005, 0x3007)


def han_map():
    """Traditional to Simplified, then the regional variants of one character that do not meet there."""
    to_simplified, to_taiwan, to_hongkong = Converter("t2s.json"), Converter("t2tw.json"), Converter("t2hk.json")
    from_taiwan = Converter("tw2t.json")
    han = [chr(c) for c in range(0x3400, 0x323B0) if is_han(c)]
    simple = {c: to_simplified(c) for c in han}
    parent = {}

    def find(c):
        while parent.get(c, c) != c:
            c = parent[c]
        return c

    for c in han:
        for variant in (to_taiwan(c), to_hongkong(c), from_taiwan(c)):
            a, b = find(simple[c]), find(simple.get(variant, variant))
            if a != b:
                # the form that Simplified Chinese uses stays: the one that TSCharacters maps something onto
                parent[b] = a
    for a, b in ("只衹", "妆粧"):  # variants that only people's use joins
        parent[find(b)] = find(a)
    result = {}
    for c in han:
        # some values of TSCharacters are keys themselves: go on until nothing changes
        target, seen = c, set()
        while target not in seen:
            seen.add(target)
            target = find(simple.get(target, target))
        if target != c:
            result[ord(c)] = ord(target)
    return result


def marks():
    ranges = [(0x0300, 0x036F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F),  # accents
              (0xFE00, 0xFE0F), (0xE0100, 0xE01EF),            # variation selectors
              (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069), (0xFEFF, 0xFEFF)]
    return {c: NOTHING for first, last in ranges for c in range(first, last + 1)}


def punctuation():
    result = {}
    for c in [0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]:
        result[c] = 0x20
    for c in [*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D, 0xFE31, 0xFE32]:
        result[c] = ord("-")
    for c in [0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x02BC, 0x0060, 0x00B4, 0xFF07]:
        result[c] = ord("'")
    for c in [0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x00AB, 0x00BB, 0x300C, 0x300D, 0x300E, 0x300F, 0x301D,
              0x301E, 0x301F, 0xFE41, 0xFE42, 0xFE43, 0xFE44, 0xFF02, 0xFF62, 0xFF63]:
        result[c] = ord('"')
    return result


KEPT = {"<wide>", "<narrow>", "<small>", "<vertical>", "<font>", "<noBreak>", "<compat>"}


def width():
    """Compatibility forms of exactly one other character: full and half width, Kangxi radicals, letter styles,
    lowered digits (CO₂ is CO2). Raised digits stay what they are and part words: 10⁹ is not 109."""
    result = {}
    for c in range(0x80, 0x30000):
        parts = unicodedata.decomposition(chr(c)).split()
        if not parts:
            continue
        if parts[0].startswith("<"):
            lowered = parts[0] == "<sub>" and 0x2080 <= c <= 0x2089
            if parts[0] not in KEPT and not lowered:
                continue
            parts = parts[1:]
        if len(parts) == 1:
            result[c] = int(parts[0], 16)
    return result


def accents():
    """Latin and Greek letters without their accents. (Kana and Cyrillic are told apart by theirs.)"""
    result = {}
    for c in [*range(0xC0, 0x400), *range(0x1E00, 0x2000)]:
        base = unicodedata.normalize("NFD", chr(c))
        if len(base) > 1 and all(unicodedata.category(m) == "Mn" for m in base[1:]):
            name = unicodedata.name(base[0], "")
            if name.startswith(("LATIN", "GREEK")):
                result[c] = ord(base[0])
    return result


def case():
    result = {}
    for c in range(0x30000):
        folded = chr(c).casefold()
        if len(folded) != 1:
            folded = chr(c).lower()
        if len(folded) == 1 and ord(folded) != c:
            result[c] = ord(folded)
    result[0x130] = ord("i")  # capital I with a dot: its own lower case is two characters
    return result


def classes():
    """Ranges of what belongs to a word: w letters, d digits, c characters of scripts written without blanks."""
    runs, previous = [], None
    for c in range(0x40000):
        category = unicodedata.category(chr(c))
        kana = 0x3041 <= c <= 0x309A or 0x309D <= c <= 0x309F or 0x30A1 <= c <= 0x30FA or 0x30FC <= c <= 0x30FF \
            or 0x31F0 <= c <= 0x31FF or 0xFF66 <= c <= 0xFF9F
        hangul = 0xAC00 <= c <= 0xD7A3 or 0x1100 <= c <= 0x11FF or 0x3130 <= c <= 0x318F
        if is_han(c) or kana or hangul:
            kind = "c"
        elif category == "Nd":
            kind = "d"
        elif category[0] == "L" or category in ("Nl", "Mc", "Mn"):
            kind = "w"
        else:
            kind = None
        if kind != previous:
            if previous:
                runs[-1][2] = c - 1
            if kind:
                runs.append([kind, c, c])
            previous = kind
    return runs


def main():
    sections = {"punctuation": punctuation(), "nothing": marks(), "width": width(), "accents": accents(),
                "case": case(), "han": han_map()}

    def step(c):
        for section in sections.values():
            if c in section:
                return section[c]
        return c

    final = {}
    for section in sections.values():
        for c in section:
            target, seen = c, set()
            while target not in seen:  # a fold of a fold is itself
                seen.add(target)
                target = step(target)
            if target != c:
                final[c] = target

    print("# The fold map of parallax::data::fold(), written by scripts/generate/fold_map.py. Do not edit by hand.")
    print("# The han section is from OpenCC's TSCharacters, TWVariants and HKVariants (Apache-2.0, https://github.com/BYVoid/OpenCC),")
    print(f"# the rest from the Unicode Character Database {unicodedata.unidata_version}.")
    print("# Two characters: the first becomes the second. Hex: first-last=target, or first-last for a class.")
    done = set()
    for name, section in sections.items():
        print(f"[{name}]")
        plain, hexed = [], []
        for c in sorted(section):
            if c in done or c not in final:
                continue
            done.add(c)
            target = final[c]
            printable = all(unicodedata.category(chr(x))[0] == "L" and x > 0x20 for x in (c, target))
            if printable:
                plain.append(chr(c) + chr(target))
            elif hexed and hexed[-1][1] == c - 1 and hexed[-1][2] == target:
                hexed[-1][1] = c
            else:
                hexed.append([c, c, target])
        words = [f"{a:04X}-{b:04X}={t:04X}" if a != b else f"{a:04X}={t:04X}" for a, b, t in hexed] + plain
        for i in range(0, len(words), 24):
            print(" ".join(words[i:i + 24]))
    for kind, title in (("w", "letters"), ("d", "digits"), ("c", "unspaced")):
        print(f"[{title}]")
        words = [f"{a:04X}-{b:04X}" for k, a, b in classes() if k == kind]
        for i in range(0, len(words), 16):
            print(" ".join(words[i:i + 16]))


main()
