"""What is measured: corpora by name, and the commands that run on each."""

import pathlib
import re
import shutil
import subprocess
import sys

from measure import Command

HERE = pathlib.Path(__file__).resolve().parent
TASKS = ("check", "build", "extract", "registry")
# The most address space that doccord may take, so that a corpus too large for the machine ends that command only.
MOST_MEMORY = 8 << 30
# Beyond this many bytes a peer takes minutes and its figure says nothing new.
MOST_FOR_PEERS = 40_000_000
# Beyond this many, documents are read only.
MOST_TO_COMPARE = 100_000_000
# So that size alone is no reason to refuse what is measured.
LIMITS = ("bytes=1G", "nodes=1G", "lines=1G", "memory=16G", "seconds=900")

# Names of corpora: sources x entries in formats that alternate, or one file.
SOURCES = r"([1-9]\d*)x([1-9]\d*)(?:-(drifted|rewritten))?"
MARKDOWN = r"markdown-([1-9]\d*)MB"
CORPORA = ("5x60", "20x1000", "20x1000-rewritten", "100x1000", "1000x100", "5x10000", "5x50000", "markdown-256MB")
QUICK_CORPORA = ("5x60", "20x1000", "20x1000-rewritten")
SERIES = {"sources": ("10x1000", "20x1000", "50x1000", "100x1000"),
          "sources of drifted texts": ("10x1000-drifted", "20x1000-drifted", "50x1000-drifted", "100x1000-drifted"),
          "entries": ("5x1000", "5x2000", "5x5000", "5x10000"),
          "bytes": ("markdown-1MB", "markdown-2MB", "markdown-4MB", "markdown-8MB")}
QUICK_SERIES = {"sources": ("5x250", "10x250", "20x250", "40x250"),
                "sources of drifted texts": ("5x250-drifted", "10x250-drifted", "20x250-drifted", "40x250-drifted"),
                "entries": ("5x250", "5x500", "5x1000", "5x2000"),
                "bytes": ("markdown-1MB", "markdown-2MB", "markdown-4MB")}


class Corpus:
    """Documents on disk, made when first asked for by programs of their own: what they allocate is not to be in this
    process, whose memory is the least that a command it starts is told to have."""

    def __init__(self, name, directory):
        self.name = name
        self.directory = directory / name
        markdown = re.fullmatch(MARKDOWN, name)
        self.numbers = None if markdown else re.fullmatch(SOURCES, name)
        arguments = ["--markdown-bytes", str(int(markdown[1]) * 1_000_000)] if markdown else self.size_arguments()
        subprocess.run([sys.executable, HERE / "corpus.py", self.directory, *arguments], check=True)

    def size_arguments(self):
        sources, entries, texts = self.numbers.groups()
        return ["--sources", sources, "--entries", entries, *(["--texts", texts] if texts else [])]

    def files(self, extension=""):
        return sorted(str(path) for path in self.directory.glob(f"*{extension}"))

    def bytes(self, extension=""):
        return sum(pathlib.Path(path).stat().st_size for path in self.files(extension))

    def size(self, over):
        """What a series grows: its number of sources, of entries, or its bytes."""
        return self.bytes() if over == "bytes" else int(self.numbers[2 if over == "entries" else 1])

    def has_parts(self):
        """Whether there are two documents of one format, small enough for peers."""
        return len(self.files(".md")) > 1 and self.bytes() <= MOST_FOR_PEERS

    def hugo_project(self, pages=None):
        """With a page for each key, or with so many pages for as many keys."""
        arguments = self.size_arguments()
        if pages:
            arguments[arguments.index("--entries") + 1] = str(pages)
        project = self.directory.with_name(self.name + (".hugo-pages" if pages else ".hugo"))
        if not project.exists():
            project.mkdir()
            subprocess.run([sys.executable, HERE / "hugo_site.py", project, *arguments], check=True)
        return project

    def remove(self):
        shutil.rmtree(self.directory)
        shutil.rmtree(self.directory.with_name(self.name + ".again"), ignore_errors=True)
        for project in (".hugo", ".hugo-pages"):
            shutil.rmtree(self.directory.with_name(self.name + project), ignore_errors=True)


def doccord_command(doccord, task, files, site):
    good = (0, 1) if task == "check" else (0,)
    line = [doccord, task, *(part for limit in LIMITS for part in ("--limit", limit)), *files]
    if task == "build":
        return Command("doccord", [*line, "-o", str(site)], good, site, MOST_MEMORY)
    return Command("doccord", line, good, most_memory=MOST_MEMORY)


def hugo_command(name, corpus, pages=None):
    output = corpus.directory.with_name("hugo-site")
    return Command(name, ["hugo", "--quiet", "--source", str(corpus.hugo_project(pages)), "--destination", str(output)],
                   fresh=output)


def count_pages(command):
    """How many pages doccord builds."""
    shutil.rmtree(command.fresh, ignore_errors=True)
    subprocess.run(command.line, stdout=subprocess.DEVNULL, check=True)
    return sum(1 for _ in command.fresh.rglob("*.html"))


def whole_corpus(doccord, bare_parsers, corpus, task, with_peers):
    """The commands for one task on all documents: doccord's first, the peers' behind it. `bare_parsers` is the program
    of that name, or nothing."""
    site = corpus.directory.with_name("site")
    commands = [doccord_command(doccord, task, corpus.files(), site)]
    if with_peers and task == "extract" and not corpus.numbers:
        commands.append(Command("cmark-gfm", ["cmark-gfm", "-e", "table", *corpus.files()]))
    if not with_peers or corpus.bytes() > MOST_FOR_PEERS:
        return commands
    if task == "extract" and bare_parsers:
        commands += [doccord_command(doccord, task, ["--jobs", "1", *corpus.files()], None),
                     Command("bare parsers", [bare_parsers, *corpus.files()])]
        commands[-2].program = "doccord, 1 thread"
    if task == "check":
        commands.append(Command("codespell", ["codespell", *corpus.files()], good=(0, 65)))
    if task == "build" and corpus.numbers and shutil.which("hugo"):
        commands += [hugo_command("hugo", corpus),
                     hugo_command("hugo, as many pages", corpus, count_pages(commands[0]))]
    return commands


def parts_of_corpus(doccord, corpus):
    """Tasks on the documents of one format, where peers read only that, and on two documents, where peers compare
    only those: (task, bytes, commands)."""
    def extracted(extension):
        return doccord_command(doccord, "extract", corpus.files(extension), None)

    pandoc = ["pandoc", "-t", "json", "-f"]
    first, second = corpus.files(".md")[:2]
    return [
        ("check 2 documents", sum(pathlib.Path(path).stat().st_size for path in (first, second)), [
            doccord_command(doccord, "check", [first, second], None),
            Command("git --word-diff", ["git", "--no-pager", "diff", "--no-index", "--word-diff", first, second],
                    (0, 1))]),
        ("extract Markdown", corpus.bytes(".md"), [
            extracted(".md"),
            Command("cmark-gfm", ["cmark-gfm", "-e", "table", *corpus.files(".md")]),
            Command("pandoc", [*pandoc, "gfm", *corpus.files(".md")])]),
        ("extract HTML", corpus.bytes(".html"), [
            extracted(".html"),
            Command("tidy", ["tidy", "-e", "-q", *corpus.files(".html")], (0, 1)),
            Command("xmllint", ["xmllint", "--html", "--noout", *corpus.files(".html")]),
            Command("pandoc", [*pandoc, "html", *corpus.files(".html")])]),
        ("extract XML", corpus.bytes(".xml"), [
            extracted(".xml"), Command("xmllint", ["xmllint", "--noout", *corpus.files(".xml")])]),
    ]


class Edit:
    """Changes a word in the middle of a document, each time to another one."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.text = self.path.read_text(encoding="utf-8")
        self.times = 0

    def __call__(self):
        self.times += 1
        middle = len(self.text) // 2
        changed = self.text[middle:].replace(" the ", f" the {self.times}th ", 1)
        self.path.write_text(self.text[:middle] + changed, encoding="utf-8")


def again_after_a_change(doccord, corpus):
    """Commands that were run before, and are run again when a word of one document has changed: with a cache, without,
    and the peer that keeps what it made: (task, commands)."""
    kept = corpus.directory.with_name(corpus.name + ".again")
    cache = ["--cache", str(kept / "cache")]
    edit = Edit(corpus.files()[0])
    groups = []
    for task in ("check", "build"):
        clean = doccord_command(doccord, task, corpus.files(), kept / "clean")
        clean.program = "doccord, clean"
        warm = doccord_command(doccord, task, [*cache, *corpus.files()], kept / "site")
        warm.fresh = None
        clean.before = warm.before = edit
        subprocess.run(warm.line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        groups.append((f"{task} again after a change", [warm, clean]))
    if shutil.which("hugo"):
        project = corpus.hugo_project()
        line = ["hugo", "--quiet", "--source", str(project), "--destination", str(kept / "hugo")]
        subprocess.run(line, check=True)
        page = sorted(project.glob("content/**/*.md"), key=lambda path: path.stat().st_size)[-1]
        groups[-1][1].append(Command("hugo", line, before=Edit(page)))
    return groups


def installed_only(commands, missing):
    """Leaves out peers that are not there, and adds them to `missing`."""
    there = [command for command in commands if shutil.which(command.line[0])]
    missing.update(command.line[0] for command in commands if command not in there)
    return there
