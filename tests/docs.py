#!/usr/bin/env python3
"""The documentation: links lead somewhere, commands print what the pages say, and what the program can print
of itself stands there as it prints it.

    tests/docs.py DOCCORD            checks
    tests/docs.py DOCCORD --update   rewrites outputs without `...` in them, and generated parts; read the
                                     difference before committing it

A block marked `console` is run line by line, as a reader would, in a copy of these files: what stands behind `$ `
is the command, what follows is its whole output, where a line `...` stands for any lines. Without lines behind it a
command may print what it likes. It must succeed, unless the next command is `echo $?` or the block is marked
`exit=N`, which goes for its last command. A block marked `file=NAME` is written to that file first. The blocks of a
page go through one shell.

A generated part stands between `<!-- generated: NAME -->` and `<!-- end -->`; GENERATED below has the names.
"""

import difflib
import html.parser
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DOCCORD = Path(sys.argv[1]).resolve()
UPDATE = "--update" in sys.argv[2:]
ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = [*(ROOT / name for name in ("README.md", "SECURITY.md", "src/README.md", "examples/README.md")),
         *sorted(DOCS.glob("*.md"))]
SKIPPED = 77  # Of ctest: the test could not be made here.

faults = []


def fault(page, line, message):
    faults.append(f"{page.relative_to(ROOT)}:{line}: {message}")


# ---- Reading Markdown

FENCE = re.compile(r"^(`{3,}|~{3,})(.*)$")


def blocks_of(lines):
    """The fenced blocks: info string, first line and line behind the last, from 0, without the fences."""
    at = 0
    while at < len(lines):
        opened = FENCE.match(lines[at])
        at += 1
        if not opened:
            continue
        begin = at
        while at < len(lines) and lines[at].rstrip() != opened[1]:
            at += 1
        yield opened[2].strip(), begin, at
        at += 1


def prose_of(text):
    """The page without its code, line for line: what stands there is no link and no heading."""
    lines = text.split("\n")
    for _, begin, end in list(blocks_of(lines)):
        lines[begin - 1:end + 1] = [""] * len(lines[begin - 1:end + 1])
    blank = True
    for i, line in enumerate(lines):
        indented = line.startswith("    ") and blank
        blank = not line.strip() or indented
        if indented:
            lines[i] = ""
    return re.sub(r"(?s)(`+)(?!`)(.+?)(?<!`)\1(?!`)",
                  lambda code: re.sub(r"[\[\]()<>]", "", code[0]), "\n".join(lines))


def fragments_of(text):
    """What a link into the page may name: its headings as GitHub and GitLab name them, and ids."""
    found = set(re.findall(r'<a (?:id|name)="([^"]+)"', text))
    for heading in re.findall(r"^#{1,6} +(.+?) *#*$", prose_of(text), re.M):
        shown = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").replace("*", "")
        name = re.sub(r"[^\w\- ]", "", shown.lower()).replace(" ", "-")
        unique, count = name, 0
        while unique in found:
            count += 1
            unique = f"{name}-{count}"
        found.add(unique)
    return found


LINKS = re.compile(r"\]\(\s*<?([^\s)>]+)>?(?:\s+\"[^\"]*\")?\s*\)|^\[[^\]]+\]:\s*(\S+)|\b(?:src|href)=\"([^\"]+)\"", re.M)


def links_of(text):
    """Every link that leads to these files, with its line."""
    prose = prose_of(text)
    for match in LINKS.finditer(prose):
        target = match[1] or match[2] or match[3]
        if not re.match(r"[a-z][a-z0-9+.-]*:", target):
            yield target, prose.count("\n", 0, match.start()) + 1


def check_links():
    reached = set()
    for page in PAGES:
        for target, line in links_of(page.read_text(encoding="utf-8")):
            path, _, fragment = target.partition("#")
            file = (page.parent / path).resolve() if path else page
            reached.add(file)
            if ROOT not in [file, *file.parents]:
                fault(page, line, f"`{target}` leads out of these files")
            elif not file.exists():
                fault(page, line, f"`{target}` leads nowhere")
            elif fragment and (file.suffix != ".md" or fragment not in fragments_of(file.read_text(encoding="utf-8"))):
                fault(page, line, f"there is no `#{fragment}` in {file.relative_to(ROOT)}")
    for page in PAGES:
        if page.parent == DOCS and page not in reached:
            fault(page, 1, "no page leads here")


CODE_PAGES = [ROOT / name for name in ("CONTRIBUTING.md", "README.md", "src/README.md", "tests/README.md")]
CODE_FILE = re.compile(r"`((?:[\w.-]+/)*[\w-]+\.(?:cpp|h|def|js|py|tsv|cmake))`")


def check_files():
    """Whether the files of the code that pages for developers name are there, below whatever folder."""
    there = [file.relative_to(ROOT).as_posix() for folder in ("ci", "cmake", "include", "src", "site", "tests")
             for file in (ROOT / folder).rglob("*") if "node_modules" not in file.parts]
    for page in CODE_PAGES:
        text = page.read_text(encoding="utf-8")
        for match in CODE_FILE.finditer(text):
            if not any(f"/{file}".endswith(f"/{match[1]}") for file in there):
                fault(page, text.count("\n", 0, match.start()) + 1, f"there is no file `{match[1]}`")


class PageLinks(html.parser.HTMLParser):
    """What a page of the site links to, and the ids that it has."""

    def __init__(self, page):
        super().__init__()
        self.targets, self.ids = [], set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.ids.add(values.get("id"))
        self.targets += [values[name] for name in ("href", "src") if name in values]


def check_site():
    """Makes the site, where there is pandoc, and follows its links."""
    if shutil.which("pandoc") is None:
        return 0
    with tempfile.TemporaryDirectory(prefix="doccord-docs-") as directory:
        done = subprocess.run([DOCS / "build", directory], capture_output=True, text=True)
        if done.returncode != 0:
            faults.append(f"docs/build: {done.stderr}")
            return 0
        pages = {page: PageLinks(page) for page in sorted(Path(directory).resolve().rglob("*.html"))
                 if page.parent.name != "example"}
        for page, links in pages.items():
            for target in links.targets:
                path, _, fragment = target.partition("#")
                if re.match(r"[a-z][a-z0-9+.-]*:", target):
                    continue
                file = (page.parent / path).resolve() if path else page
                if not file.is_file() or fragment and fragment not in pages[file].ids:
                    faults.append(f"docs/build: in {page.name}, `{target}` leads nowhere")
        return len(pages)


# ---- Commands

class Shell:
    """A reader at a shell, beside a fresh copy of these files with a built doccord in it."""

    def __init__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="doccord-docs-")
        self.clone = self.directory = Path(self.temporary.name).resolve() / "doccord"
        shutil.copytree(ROOT, self.clone, symlinks=True, ignore=lambda folder, names: [
            name for name in names
            if name == "node_modules" or (Path(folder) == ROOT and name in (".git", "build"))])
        program = self.clone / "build/release/doccord"
        program.parent.mkdir(parents=True)
        program.symlink_to(DOCCORD)
        kept = ("PATH", "HOME", "TMPDIR", "LSAN_OPTIONS", "ASAN_OPTIONS", "UBSAN_OPTIONS")
        self.variables = {name: os.environ[name] for name in kept if name in os.environ}
        self.variables.update({
            "PATH": f"{program.parent}:{self.variables.get('PATH', '/usr/bin:/bin')}",
            "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1748736000",  # 2025-06-01
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
            **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
               for what, value in (("NAME", "Jo"), ("EMAIL", "jo@example.org"))}})
        self.status = 0

    def write(self, name, lines):
        file = self.clone / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def run(self, command):
        """Its output, as on a terminal: standard output and standard error in one."""
        place = Path(self.temporary.name) / "place"
        script = f'set_status() {{ return {self.status}; }}\nset_status\n{command}\nstatus=$?\npwd >"{place}"\nexit $status'
        done = subprocess.run(["bash", "-c", script], cwd=self.directory, env=self.variables, timeout=300,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if place.exists():
            self.directory = Path(place.read_text().strip())
        self.status = done.returncode
        return done.stdout.decode("utf-8", "replace").split("\n")[:-1]


def commands_of(lines, begin, end):
    """The commands of a block: text, its line, and the lines of its output, from 0."""
    at = begin
    while at < end:
        if not lines[at].startswith("$ "):
            yield None, at, at, at
            return
        first = at
        command = lines[at][2:]
        at += 1
        while command.endswith("\\") and at < end:
            command = command[:-1] + lines[at].removeprefix("> ").strip()
            at += 1
        output = at
        while at < end and not lines[at].startswith("$ "):
            at += 1
        yield command, first, output, at


def matches(shown, printed):
    parts = ["(?:.*\n)*" if line.strip() == "..." else re.escape(line.rstrip()) + " *\n" for line in shown]
    return re.fullmatch("".join(parts), "".join(line + "\n" for line in printed)) is not None


def run_page(page):
    lines = page.read_text(encoding="utf-8").split("\n")
    shell = None
    replaced = []
    count = 0
    for info, begin, end in blocks_of(lines):
        words = info.split()
        if not [word for word in words if word == "console" or word.startswith("file=")]:
            continue
        shell = shell or Shell()
        for name in [word[5:] for word in words if word.startswith("file=")]:
            shell.write(name, lines[begin:end])
        if words[0] != "console":
            continue
        last = int(next((word[5:] for word in words if word.startswith("exit=")), 0))
        commands = list(commands_of(lines, begin, end))
        for i, (command, first, output, behind) in enumerate(commands):
            if command is None:
                fault(page, first + 1, "expected a command behind `$ `")
                break
            count += 1
            printed = shell.run(command)
            following = commands[i + 1][0] if i + 1 < len(commands) else None
            expected = last if following is None else 0
            if shell.status != expected and following != "echo $?":
                fault(page, first + 1, f"`{command}` ended with {shell.status}, expected {expected}:\n"
                      + "\n".join(printed))
            shown = lines[output:behind]
            if not shown or matches(shown, printed):
                continue
            if UPDATE and "..." not in [line.strip() for line in shown]:
                replaced.append((output, behind, [line.rstrip() for line in printed]))
            else:
                fault(page, first + 1, f"`{command}` prints something else:\n" + "\n".join(
                    difflib.unified_diff(shown, printed, "page", "program", lineterm="", n=1)))
    for begin, end, printed in reversed(replaced):
        lines[begin:end] = printed
    if replaced:
        page.write_text("\n".join(lines), encoding="utf-8")
    return count


# ---- What the program says of itself

def printed_by(*arguments):
    return subprocess.run([DOCCORD, *arguments], check=True, capture_output=True, cwd=ROOT).stdout.decode()


def rules_table():
    rules = json.loads(printed_by("explain", "--format", "json"))["rules"]
    rows = [f"| [{rule['code']}](#{rule['code'].lower()}-{rule['name']}) | `{rule['name']}` | {rule['level']} | "
            f"{rule['summary']} |\n" for rule in rules]
    return "| rule | name | level | says |\n|---|---|---|---|\n" + "".join(rows)


GENERATED = {
    "doccord config keys": lambda: printed_by("config", "keys"),
    "doccord explain": rules_table,
    "doccord explain --all": lambda: re.sub(r"^#", "##", printed_by("explain", "--all"), flags=re.M),
}
PART = re.compile(r"(<!-- generated: (.+?) -->\n)(.*?)(<!-- end -->)", re.S)


def check_generated(page):
    text = page.read_text(encoding="utf-8")
    names = []

    def renewed(match):
        names.append(match[2])
        return f"{match[1]}\n{GENERATED[match[2]]().strip()}\n\n{match[4]}"

    now = PART.sub(renewed, text)
    if now != text and UPDATE:
        page.write_text(now, encoding="utf-8")
    elif now != text:
        fault(page, 1, "the program prints something else by now; `tests/docs.py DOCCORD --update` takes it over:\n"
              + "\n".join(difflib.unified_diff(text.split("\n"), now.split("\n"), "page", "program", lineterm="", n=1)))
    return names


def check_names(page, what, names):
    """Whether a page that lists something lists all of it."""
    text = (DOCS / page).read_text(encoding="utf-8")
    for name in names:
        if f"`{name}`" not in text:
            fault(DOCS / page, 1, f"the {what} `{name}` is not on the page")


def check_lists():
    source = json.loads(printed_by("schema", "config"))
    enums = {}

    def walk(value, name=""):
        if isinstance(value, dict):
            if "enum" in value:
                enums[name] = value["enum"]
            for key, each in value.items():
                walk(each, key)
        elif isinstance(value, list):
            for each in value:
                walk(each, name)

    walk(source)
    check_names("formats.md", "format", enums["format"])
    check_names("formats.md", "shape", enums["shape"])
    reports = re.findall(r"REPORT\((\w+)\)", (ROOT / "src/report/reports.def").read_text().partition("\n")[2])
    check_names("ci.md", "format", reports)


def constants_in(*files):
    """Names and values of what is a `constexpr std::size_t` outside of functions, as far as it is made of numbers."""
    found = {}
    for file in files:
        for name, value in re.findall(r"^(?:inline )?constexpr std::size_t (k\w+) = ([^;]+);",
                                      file.read_text(encoding="utf-8"), re.M):
            value = re.sub(r"std::size_t\{(\d+)\}", r"\1", value).replace("'", "").replace("/", "//")
            value = re.sub(r"k\w+", lambda other: str(found.get(other[0], {0}).copy().pop()), value)
            if re.fullmatch(r"[\d <>*+/]+", value):
                found.setdefault(name, set()).add(eval(value))
    return found


def check_limits():
    """Whether limits.md has every limit of reading, and each of its limits as it is in the code."""
    page = DOCS / "limits.md"
    text = page.read_text(encoding="utf-8")
    rows = {row.split("|")[-2].strip(" `"): row for row in re.findall(r"^\|.*`k\w+` \|$", text, re.M)}
    everywhere = constants_in(*sorted((ROOT / "src").rglob("*.h")), *sorted((ROOT / "src").rglob("*.cpp")))
    limits = re.findall(r'^LIMIT\(\w+, "([a-z-]+)", ([^,]+),', (ROOT / "src/base/limits.def").read_text(), re.M)
    named = {row.split("|")[-2].strip(" `"): row for row in re.findall(r"^\|.*`[a-z-]+` \|$", text, re.M)}
    for name, number in limits:
        value = eval(re.sub(r"std::size_t\{(\d+)\}", r"\1", number).replace("'", ""))
        if not re.search(rf"(?<!\d){value}(?!\d)", named.get(name, "||").split("|")[2]):
            fault(page, 1, f"the limit {name} of {value} is not on the page")
    for name, row in rows.items():
        line = text.count("\n", 0, text.index(row)) + 1
        values = everywhere.get(name, set())
        if len(values) != 1:
            fault(page, line, f"expected one constant {name} in src/, found {sorted(values)}")
        elif not re.search(rf"(?<!\d){values.copy().pop()}(?!\d)", row.split("|")[2]):
            fault(page, line, f"{name} is {values.copy().pop()}")


def check_accuracy():
    """Whether the figures of comparison.md are those in the heads of the labelled sets."""
    page = DOCS / "comparison.md"
    heads = " ".join(line.lstrip("# ").strip() for file in sorted((ROOT / "tests/unit/compare").glob("*.tsv"))
                     for line in file.read_text(encoding="utf-8").split("\n") if line.startswith("#"))
    text = page.read_text(encoding="utf-8")
    for match in re.finditer(r"\b\d+\s+of\s+\d+\b", text):
        if " ".join(match[0].split()) not in heads:
            fault(page, text.count("\n", 0, match.start()) + 1, f"no labelled set says `{match[0]}`")


if shutil.which("bash") is None or shutil.which("git") is None:
    print("skipped: there is no bash or no git here")
    sys.exit(SKIPPED)

generated = [name for page in PAGES for name in check_generated(page)]
if sorted(generated) != sorted(GENERATED):
    faults.append(f"generated parts: expected one of each of {sorted(GENERATED)}, not {sorted(generated)}")
ran = sum(run_page(page) for page in PAGES)
check_links()
check_files()
site = check_site()
check_lists()
check_limits()
check_accuracy()
if faults:
    sys.exit("\n\n".join(faults))
print(f"{len(PAGES)} pages, {ran} commands, {len(generated)} generated parts, {site} pages of the site: all as they say")
