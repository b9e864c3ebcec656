#!/usr/bin/env python3
"""Writes a table of the Han characters and words that another script writes otherwise.

usage: make-variants.py ST > to-traditional.txt
       make-variants.py TS > to-simplified.txt

The dictionaries are those of OpenCC's configurations s2t and t2s, from Debian's packages libopencc-data and opencc (opencc_dict); of
several forms the first is the one that OpenCC chooses. Left out are characters that stay the same, and words without which longest match
gives the same text, whatever the text: see is_needless.

After the header come pairs of a character and its other form; after an empty line, for each first character of words a line with it and
the rest of each word, between spaces. A slash and a form follow a character whose form in this word is not that of the pairs.
"""
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

HEADER = """\
# {}: {} of OpenCC, from Debian's libopencc-data {}.
# Copyright 2010-2022 BYVoid <byvoid.kcp@gmail.com>, https://github.com/BYVoid/OpenCC
# Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0
# Changed by make-variants.py, which says how to read it: only the first form of each, in another layout, without needless words."""
TITLES = {"ST": "From simplified to traditional Chinese", "TS": "From traditional to simplified Chinese"}
PAIRS_PER_LINE = 40


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def read(name):
    with tempfile.NamedTemporaryFile() as dump:
        output("opencc_dict", "-i", f"/usr/share/opencc/{name}.ocd2", "-o", dump.name, "-f", "ocd2", "-t", "text")
        lines = open(dump.name, encoding="utf-8").read().splitlines()
    entries = (line.split("\t") for line in lines)
    return {key: forms.split(" ")[0] for key, forms in entries}


def longest(text, at):
    ends = (end for end in range(len(text), at, -1) if text[at:end] in words and end - at < len(text))
    return next(ends, None)


# Without the word, longest match goes through its text by shorter words and single characters. That makes no difference when it comes out
# at the end of the word, with the same forms, whatever follows: when no other word begins at one of its steps and goes on after the end.
def is_needless(word):
    at, form = 0, ""
    while at < len(word):
        if at > 0 and beginnings[word[at:]] > 0:
            return False
        end = longest(word, at)
        form += words[word[at:end]] if end else characters.get(word[at], word[at])
        at = end or at + 1
    return form == words[word]


# Leaving a word out may make others needless, so this is repeated until nothing changes.
def leave_out_needless():
    count = None
    while count != len(words):
        count = len(words)
        for word in sorted(words, key=lambda word: (-len(word), word)):
            if is_needless(word):
                del words[word]
                beginnings.subtract(word[:end] for end in range(1, len(word)))


def marked(word, form):
    return "".join(
        character if characters.get(character, character) == other else f"{character}/{other}" for character, other in zip(word, form))


direction = sys.argv[1]
characters = read(direction + "Characters")
words = read(direction + "Phrases")
assert all(len(key) == len(form) for key, form in [*characters.items(), *words.items()])
beginnings = Counter(word[:end] for word in words for end in range(1, len(word)))
leave_out_needless()

sources = f"{direction}Characters and {direction}Phrases"
print(HEADER.format(TITLES[direction], sources, output("dpkg-query", "--show", "--showformat=${Version}", "libopencc-data")))
pairs = [key + form for key, form in sorted(characters.items()) if key != form]
for start in range(0, len(pairs), PAIRS_PER_LINE):
    print("".join(pairs[start:start + PAIRS_PER_LINE]))
print()
rests = defaultdict(list)
for word, form in sorted(words.items()):
    rests[marked(word[0], form[0])].append(marked(word[1:], form[1:]))
for first, others in rests.items():
    print(first, *others)
