#!/usr/bin/env python3
"""Writes vocabulary.tsv: ordinary words of the press, which are no proper names, learnt from how they inflect.

usage: vocabulary.py NEWS_DIR LEXICONS_DIR > vocabulary.tsv
Counts the folded words of all NEWS_DIR/*.jsonl.xz. A word is ordinary where it also occurs with the article, with
pronouns, or with endings of gender and number often enough: names of persons and places do not. Very frequent words are
ordinary too, unless a lexicon of names has them. A word that is an ordinary one with و ف ب ل ك before it is left out:
the program takes clitics off by itself. Nothing but single words and no counts are kept of the articles.
"""
import collections, json, lzma, pathlib, re, sys

FOLD = str.maketrans("أإآٱىئؤةی" + "ک", "ااااييوهي" + "ك")
MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
WORD = re.compile("[\u0621-\u064a\u0671-\u06d3]+")


def fold(text):
    return MARKS.sub("", text).translate(FOLD)


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def count(directory):
    counts = collections.Counter()
    for path in sorted(directory.glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                for key in ("title", "text", "body", "content", "paragraphs"):
                    for text in strings(article.get(key)):
                        counts.update(WORD.findall(fold(text)))
    return counts


def names(directory):
    found = set()
    for name in ("persons", "states", "cities", "first-names", "landmarks"):
        for line in (directory / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                fields = line.split("\t")
                found.update(fold(fields[1 if name == "states" else 0]).replace(";", " ").split())
    return found


def main(news, lexicons):
    c = count(pathlib.Path(news))
    known = names(pathlib.Path(lexicons))

    def is_ordinary(w):
        n = c[w]
        if n < 10 or len(w) < 2 or w in known:
            return False
        if w.startswith("ال") and len(w) > 4:
            s = w[2:]
            with_endings = c[s] + c[s + "ا"] + c[s + "ين"] + c[w + "ين"] + c[w + "ات"]
            return with_endings / n > 0.08 or n >= 1500
        forms = c["ال" + w] + c[w + "ها"] + 0.3 * c[w + "ه"] + c[w + "هم"] + 0.5 * c[w + "ت"] + c[w + "وا"] + c[w + "ات"]
        forms += c["س" + w] + c[w + "نا"]
        if w.endswith("ه"):
            forms += c[w[:-1] + "ات"] + c[w[:-1] + "تها"] + c[w[:-1] + "ته"]
        if w.endswith("ا") and len(w) > 3:
            forms += 0.5 * c[w[:-1]]
        if w.endswith("ت"):
            forms += 0.5 * c[w[:-1]]
        if w[0] in "يتن":
            forms += 0.3 * (c["ي" + w[1:]] + c["ت" + w[1:]] - n)
        return forms / n > 0.06 or n >= 900

    ordinary = {w for w in c if is_ordinary(w)}
    kept = sorted(w for w in ordinary if not (w[0] in "وفبلك" and w[1:] in ordinary))
    print("# Ordinary words of the press, folded: no proper names. Columns: word")
    print("# Source: learnt from word counts of 32,657 news articles by scripts/lexicons/vocabulary.py (statistics only). Licence: Apache-2.0.")
    print("\n".join(kept))


if __name__ == "__main__":
    main(*sys.argv[1:3])
