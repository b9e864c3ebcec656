#!/usr/bin/env python3
"""Writes transliterations.txt: how deunicode transliterates the characters for which AnyAscii and our rules say something else.

usage: make-transliterations.py DEUNICODE ANYASCII > transliterations.txt

Both files have a line for each character: its code point in hex, a tab, and its transliteration; a character without one has no line.
DEUNICODE is what deunicode_char of deunicode 1.6.2 (BSD 3-Clause) gives, ANYASCII what Transliterate of AnyAscii 0.3.3 (ISC) gives.
The rules here are those of Transliteration.cs. Each line of the table is a text and the code points that become it, in hex.
"""
import re
import sys
import unicodedata
from collections import defaultdict

HANGUL = range(0xAC00, 0xD7A4)
LEFT_OUT = [HANGUL, range(0xD800, 0xF900)]
COVERED = [range(0x80, 0x10000), range(0x1F000, 0x1FB00)]


def read(path):
    texts = {}
    for line in open(path, encoding="latin-1"):
        code, _, text = line.rstrip("\n").partition("\t")
        if re.fullmatch("[0-9a-f]+", code):
            texts[int(code, 16)] = text
    return texts


def slug(text):
    return re.sub("[^a-z0-9]+", "-", text.lower())


def by_rule(code, text):
    if code in range(0x4E00, 0xA000) or code in range(0xF900, 0xFB00) or text.startswith(":") and len(text) > 1:
        return slug(text).strip("-") + "-"
    return slug(text)


def ranges(codes):
    first = last = None
    for code in [*codes, None]:
        if last is not None and code == last + 1:
            last = code
            continue
        if first is not None:
            yield f"{first:x}" if first == last else f"{first:x}-{last:x}"
        first = last = code


deunicode, anyascii = read(sys.argv[1]), read(sys.argv[2])
table = defaultdict(list)
for code in (code for part in COVERED for code in part):
    if any(code in part for part in LEFT_OUT) or unicodedata.category(chr(code)) == "Cn":
        continue
    wanted = slug(deunicode[code]) if code in deunicode else "-"
    if wanted != by_rule(code, anyascii.get(code, "")):
        table[wanted].append(code)
for text, codes in sorted(table.items()):
    print(text, *ranges(codes))
