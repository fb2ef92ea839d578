"""What doccord aims at: at most so much of what others take for a part of the same, in one run on one machine."""

import dataclasses

import tables


@dataclasses.dataclass
class Aim:
    """`own` and `yardstick` are sums of figures, each named by corpus and task, and of another program by its name
    besides."""
    what: str
    own: list
    beside: str  # The yardstick, in words.
    yardstick: list
    most: float
    memory: bool = False  # Of peak memory, and not of time.


@dataclasses.dataclass
class GrowthAim:
    over: str
    task: str
    most: float


FEW = "5x60"
PARTS = [(FEW, "extract Markdown", "pandoc"), (FEW, "extract HTML", "pandoc"),
         (FEW, "check 2 documents", "git --word-diff"), (FEW, "build", "hugo")]
MANY = "100x1000"
LARGE = "markdown-256MB"
AIMS = (
    Aim("five documents, check and build", [(FEW, "check"), (FEW, "build")], "pandoc, git and hugo in turn", PARTS, 1 / 25),
    Aim("extract, 1 thread", [(MANY, "extract", "doccord, 1 thread")], "bare parsers", [(MANY, "extract", "bare parsers")],
        1.2),
    Aim("extract", [(MANY, "extract")], "bare parsers", [(MANY, "extract", "bare parsers")], 0.7),
    Aim("check", [("20x1000", "check")], "codespell", [("20x1000", "check", "codespell")], 1 / 2),
    Aim("check of 2 documents that differ", [("20x1000-rewritten", "check 2 documents")], "git --word-diff",
        [("20x1000-rewritten", "check 2 documents", "git --word-diff")], 1 / 2),
    Aim("build", [("5x10000", "build")], "hugo, as many pages", [("5x10000", "build", "hugo, as many pages")], 1 / 7),
    Aim("build, memory", [("5x10000", "build")], "hugo, as many pages", [("5x10000", "build", "hugo, as many pages")],
        1 / 4, memory=True),
    Aim("one large file", [(LARGE, "extract")], "cmark-gfm", [(LARGE, "extract", "cmark-gfm")], 0.7),
    Aim("one large file, memory", [(LARGE, "extract")], "cmark-gfm", [(LARGE, "extract", "cmark-gfm")], 0.4, memory=True),
    Aim("build again after a change", [(MANY, "build again after a change")], "hugo",
        [(MANY, "build again after a change", "hugo")], 1 / 30),
)
GROWTH = (GrowthAim("entries", "check", 1.05), GrowthAim("sources", "check", 1.05),
          GrowthAim("sources of drifted texts", "check", 1.05))
# Megabytes a megabyte of documents, beside what a program has that does nothing.
MEMORY_CORPUS, MOST_MEMORY, MEMORY_OF_NOTHING = MANY, 4, 16.8


def figures_by_name(measured):
    found = {}
    for corpus, task, _, figures in measured:
        for figure in figures:
            if not figure.problem:
                found[(corpus, task, figure.program)] = figure
                if figure is figures[0]:
                    found[(corpus, task)] = figure
    return found


def summed(found, names, memory):
    """Nothing when one of them was not measured."""
    if any(name not in found for name in names):
        return None
    return sum(found[name].megabytes if memory else found[name].median for name in names)


def row(what, own, beside, yardstick, ratio, most):
    verdict = "reached" if ratio <= most else f"{ratio / most:.1f} times as much"
    return (what, own, f"{beside} {yardstick}".strip(), f"{ratio:.3g}", f"{most:.3g}", verdict)


def rows(measured, growth):
    found = figures_by_name(measured)
    for aim in AIMS:
        own, yardstick = (summed(found, names, aim.memory) for names in (aim.own, aim.yardstick))
        if own is None or yardstick is None:
            continue
        unit = "MB" if aim.memory else "s"
        yield row(aim.what, f"{own:.3f} {unit}", aim.beside, f"{yardstick:.3f} {unit}", own / yardstick, aim.most)
    memory = next(((size, figures[0]) for corpus, task, size, figures in measured
                   if (corpus, task) == (MEMORY_CORPUS, "check") and not figures[0].problem), None)
    if memory:
        size, figure = memory
        ratio = max(0.0, figure.megabytes - MEMORY_OF_NOTHING) / (size / 1e6)
        yield row("check, memory", f"{figure.megabytes:.1f} MB", "bytes of the documents", f"{size / 1e6:.1f} MB", ratio,
                  MOST_MEMORY)
    for aim in GROWTH:
        _, exponent = tables.exponents(growth.get(aim.over, {}).get(aim.task, []))
        if exponent is not None:
            yield row(f"{aim.task}, growth over {aim.over}", f"exponent {exponent:.2f}", "", "", exponent, aim.most)


def print_aims(measured, growth):
    """Those of whose figures all were measured."""
    found = list(rows(measured, growth))
    if found:
        lines = [("aim", "doccord", "beside", "ratio", "aimed at", ""), *found]
        print("\n".join(tables.aligned(lines)))
