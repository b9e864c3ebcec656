#!/usr/bin/env python3
"""Writes readings.txt: for every pinyin syllable a line with the Han characters that are read so; behind a bar those that are more
often read otherwise.

usage: make-readings.py < Unihan_Readings.txt > readings.txt

Unihan_Readings.txt is in Debian's package unicode-data (bzcat /usr/share/unicode/Unihan_Readings.txt.bz2).
Every reading that a common dictionary gives counts, because a name may use any of them. Tones are left out, ü is written v.
"""
import re
import sys
import unicodedata
from collections import defaultdict

BLOCK = range(0x4E00, 0xA000)
FIELDS = {
    "kMandarin": lambda value: value.split(),
    "kHanyuPinlu": lambda value: [reading.split("(")[0] for reading in value.split()],
    "kTGHZ2013": lambda value: [reading for entry in value.split() for reading in entry.split(":")[1].split(",")],
    "kXHC1983": lambda value: [reading for entry in value.split() for reading in entry.split(":")[1].split(",")],
}


def plain(reading):
    letters = ""
    for letter in unicodedata.normalize("NFD", reading.lower()):
        if letter == "\u0308":
            letters = letters[:-1] + "v"
        elif not unicodedata.combining(letter):
            letters += letter
    return re.sub("[^a-z]", "", letters)


syllables = defaultdict(set)
usual = {}
for line in sys.stdin:
    parts = line.rstrip("\n").split("\t")
    if len(parts) != 3 or parts[1] not in FIELDS or int(parts[0][2:], 16) not in BLOCK:
        continue
    if parts[1] == "kMandarin":
        usual[chr(int(parts[0][2:], 16))] = plain(parts[2].split()[0])
    for reading in FIELDS[parts[1]](parts[2]):
        if plain(reading):
            syllables[plain(reading)].add(chr(int(parts[0][2:], 16)))
for syllable in sorted(syllables):
    others = {character for character in syllables[syllable] if usual.get(character, syllable) != syllable}
    print(syllable + "".join(sorted(syllables[syllable] - others)) + ("|" + "".join(sorted(others)) if others else ""))
