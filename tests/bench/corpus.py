#!/usr/bin/env python3
"""Makes documents that describe the same keyed things, for measuring; the same bytes for the same seed.

    corpus.py DIRECTORY --sources N --entries M [--formats LIST|all] [--seed S] [--texts WHICH]
    corpus.py DIRECTORY --markdown-bytes SIZE [--seed S]

Most sources say the same of a key; a few per cent of the entries have drifted as texts do that are copied and
revised. With --texts drifted a fifth of them have, so that the number of different texts grows with that of the
sources, and with --texts rewritten no two sources share a text. --markdown-bytes makes one Markdown file of that
size, with a heading for each entry."""

import argparse
import json
import pathlib
import random

# In the order in which sources take them; the others are for the steps that read them.
ALTERNATING = ("markdown", "html", "text", "xml")
ALL_FORMATS = ALTERNATING + ("csv", "json", "source")
EXTENSIONS = {"markdown": "md", "html": "html", "text": "txt", "xml": "xml", "csv": "csv", "json": "json",
              "source": "h"}

# Share of the entries of a source that have drifted in each way.
DRIFT = {
    "copied": (("missing", 0.01), ("misspelt", 0.01), ("reworded", 0.015), ("negated", 0.005), ("renamed", 0.005)),
    "drifted": (("missing", 0.02), ("misspelt", 0.05), ("reworded", 0.09), ("negated", 0.01), ("renamed", 0.01),
                ("rewritten", 0.02))}
DRIFT["rewritten"] = DRIFT["copied"]

SUBJECTS = """server client gateway broker scheduler cache session channel worker parser listener driver
    controller replica leader follower router resolver monitor installer""".split()
NOUNS = """request response header message packet buffer cursor record table index token certificate lease
    snapshot partition volume stream socket signature checksum directory journal queue transaction schema template
    timeout quota policy permission account address handle pipeline counter offset segment manifest""".split()
VERBS = """accept reject process store forward decode encode verify compress allocate release open close
    refresh rename validate deliver schedule replicate restore""".split()
STATES = """invalid missing expired truncated locked unknown duplicated unreachable incomplete corrupt
    oversized pending disabled obsolete unsupported exhausted""".split()
SHAPES = ("The {s} cannot {v} the {n} because the {m} is {a}.",
          "The {n} that the {s} received is {a}, and the {m} was left as it was.",
          "The {s} could not {v} the {n} within the time that the {m} allows.",
          "The {n} must be sent again after the {s} has had time to {v} the {m}.",
          "Indicates that the {s} tried to {v} a {n} whose {m} is {a}.",
          "The {m} of the {n} is {a}; the {s} will {v} it once more.")
ENDINGS = ("", "", " No further {m} is needed.", " The {s} keeps the {n} until the {m} is {a}.",
           " See the {m} of the {n} for details.")


class Dice:
    """Random numbers from random() alone, the one method whose sequence Python promises to keep."""

    def __init__(self, *seed):
        self.random = random.Random("/".join(map(str, seed))).random

    def pick(self, items):
        return items[int(self.random() * len(items))]


def sentence(dice):
    words = {"s": dice.pick(SUBJECTS), "n": dice.pick(NOUNS), "m": dice.pick(NOUNS), "v": dice.pick(VERBS),
             "a": dice.pick(STATES)}
    return (dice.pick(SHAPES) + dice.pick(ENDINGS)).format(**words)


def entries(count, seed):
    """(key, name, text) of what all sources were copied from."""
    dice = Dice(seed, "entries")
    # Above what any profile knows, so that its names take no part; of one length, as numbers of errors are.
    first = 10 ** len(str(count * 2))
    found = []
    for i in range(count):
        # The place makes the name the only one of its kind, as constants are.
        name = f"{dice.pick(NOUNS)}_{dice.pick(STATES)}_{dice.pick(VERBS)}_{i}".upper()
        found.append((str(first + i), name, sentence(dice) + " " + sentence(dice)))
    return found


def misspelt(text, dice):
    words = text.split(" ")
    long = [i for i, word in enumerate(words) if len(word) > 5 and word.isalpha()]
    if long:
        i = dice.pick(long)
        at = 1 + int(dice.random() * (len(words[i]) - 3))
        words[i] = words[i][:at] + words[i][at + 1] + words[i][at] + words[i][at + 2:]
    return " ".join(words)


def reworded(text, dice):
    words = text.split(" ")
    known = [i for i, word in enumerate(words) if word in NOUNS or word in VERBS or word in STATES]
    if known:
        i = dice.pick(known)
        words[i] = dice.pick(next(kind for kind in (NOUNS, VERBS, STATES) if words[i] in kind))
    return " ".join(words)


def negated(text, dice):
    for positive, negative in ((" is ", " is not "), (" must ", " must not "), (" cannot ", " can ")):
        if positive in text:
            return text.replace(positive, negative, 1)
    return "Never: " + text


def rewritten(_, dice):
    return sentence(dice) + " " + sentence(dice)


CHANGES = {"misspelt": misspelt, "reworded": reworded, "negated": negated, "rewritten": rewritten}


def drifted(originals, source, seed, texts):
    """What one source makes of the originals."""
    dice = Dice(seed, "source", source)
    own = []
    for key, name, text in originals:
        if texts == "rewritten":
            text = rewritten(text, dice)
        at, way = dice.random(), None
        for way_there, share in DRIFT[texts]:
            at -= share
            if at < 0:
                way = way_there
                break
        if way == "missing":
            continue
        if way == "renamed":
            name += "_" + dice.pick(STATES).upper()
        elif way:
            text = CHANGES[way](text, dice)
        own.append((key, name, text))
    return own


def markdown(title, own):
    rows = "".join(f"| `{name}` | {key} | {text} |\n" for key, name, text in own)
    return f"# {title}\n\nThe codes and what they mean.\n\n| Constant | Value | Description |\n|---|---|---|\n{rows}"


def html(title, own):
    rows = "".join(f"<dt><code>{key} {name}</code></dt>\n<dd><p>{text}</p></dd>\n" for key, name, text in own)
    return ("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            f"<title>{title}</title>\n</head>\n<body>\n<h1>{title}</h1>\n<dl>\n{rows}</dl>\n</body>\n</html>\n")


def text(title, own):
    return f"{title}\n\nConstant Value Description\n" + "".join(f"{name} {key} {text}\n" for key, name, text in own)


def xml(title, own):
    # Without indentation, so that 50000 entries stay below the 16 MiB that doccord reads of a document.
    rows = "".join(f"<error><code>{key}</code><name>{name}</name><description>{text}</description></error>\n"
                   for key, name, text in own)
    return f"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<errors title=\"{title}\">\n{rows}</errors>\n"


def csv(title, own):
    return "code,name,description\n" + "".join(f"{key},{name},\"{text}\"\n" for key, name, text in own)


def json_text(title, own):
    rows = [{"code": int(key), "name": name, "description": text} for key, name, text in own]
    return json.dumps(rows, indent=1) + "\n"


def source_code(title, own):
    rows = "".join(f"#define {name} {key}  // {text}\n" for key, name, text in own)
    return f"// {title}\n#pragma once\n\n{rows}"


WRITERS = {"markdown": markdown, "html": html, "text": text, "xml": xml, "csv": csv, "json": json_text,
           "source": source_code}


def write_sources(directory, sources, count, formats=ALTERNATING, seed=1, texts="copied"):
    originals = entries(count, seed)
    for source in range(sources):
        format_name = formats[source % len(formats)]
        own = drifted(originals, source, seed, texts)
        path = directory / f"{source:04}.{EXTENSIONS[format_name]}"
        path.write_text(WRITERS[format_name](f"Error codes, document {source}", own), encoding="utf-8")


def write_markdown(path, size, seed=1):
    """One document of `size` bytes, give or take an entry. No two entries have a name or text in common."""
    block = 20000  # Entries that are made once and told apart by the round; making all anew takes minutes.
    originals = entries(min(block, size // 100 + 1), seed)
    written = 0
    with open(path, "w", encoding="utf-8") as file:
        written += file.write("# Error codes\n\n")
        rounds = 0
        while written < size:
            for key, name, text in originals:
                heading = f"## {int(key) + rounds * block} {name}_{rounds}"
                written += file.write(f"{heading}\n\nIn release {rounds}: {text}\n\n")
                if written >= size:
                    break
            rounds += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("--sources", type=int, default=5)
    parser.add_argument("--entries", type=int, default=60)
    parser.add_argument("--formats", default=",".join(ALTERNATING), help="separated by commas, or `all`")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--texts", choices=tuple(DRIFT), default="copied", help="how alike the sources' texts are")
    parser.add_argument("--markdown-bytes", type=int, help="one Markdown file of this size instead")
    given = parser.parse_args()
    given.directory.mkdir(parents=True, exist_ok=True)
    if given.markdown_bytes:
        write_markdown(given.directory / "large.md", given.markdown_bytes, given.seed)
        return
    formats = ALL_FORMATS if given.formats == "all" else given.formats.split(",")
    write_sources(given.directory, given.sources, given.entries, formats, given.seed, given.texts)


if __name__ == "__main__":
    main()
