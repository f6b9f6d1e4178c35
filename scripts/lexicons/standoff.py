#!/usr/bin/env python3
"""Names marked in sentences of raw news, as a list without the text.

Reads two columns, word and label (B-PERS, I-PERS, O …), an empty line between sentences, from standard input: what
`marsad analyze --format conll-ner` prints for an article of the news, corrected by hand. Writes .standoff lines
(see StandoffNames.swift): a hash of the words, their number, and the places of the names.

    scripts/lexicons/standoff.py < corrected.conll >> Sources/ArabicTraining/Annotated/news.standoff
"""
import sys


def fnv1a(data: bytes) -> int:
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % (1 << 64)
    return value


def line(words, labels):
    names, first = [], None
    for at, label in enumerate([*labels, "O"]):
        if first is not None and label != "I-" + labels[first][2:]:
            names.append(f"{first}+{at - first}={labels[first][2:]}")
            first = None
        if label[0] != "O" and first is None and at < len(labels):
            first = at
    return f"{fnv1a(' '.join(words).encode()):016x}\t{len(words)}\t{' '.join(names) or '-'}"


def main():
    words, labels = [], []
    for number, row in enumerate([*sys.stdin, "\n"], 1):
        columns = row.split()
        if not columns:
            if words:
                print(line(words, labels))
            words, labels = [], []
        elif len(columns) == 2 and (columns[1] == "O" or columns[1][:2] in ("B-", "I-")):
            words.append(columns[0])
            labels.append(columns[1])
        else:
            sys.exit(f"standoff.py: line {number}: expected a word and its label")


if __name__ == "__main__":
    main()
