"""What reports may not hold, found with parsers that are not ours: those of Python's library, and what the runner
of GitHub's workflows does, written anew from its source."""

import csv
import io
import json
import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

FILES = ["text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "rdjson", "junit", "checkstyle", "markdown", "html", "csv"]
JSON = ("json", "sarif", "gitlab", "rdjson")

COLOUR = re.compile(r"\x1b\[[0-9;]+m")
LINK = re.compile(r"\x1b\]8;;(?:file://[A-Za-z0-9%/._~-]*)?\x1b\\")
# Marks that show nothing or move others about, and no letter needs; number signs of Arabic are seen.
SEEN = {0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
BLANK = {0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0}
OUR_COMMAND = re.compile(r"::(error|warning|notice) [^\r\n]*?title=[A-Za-z0-9/ -]+::")


def moves_a_terminal(c):
    return c != "\n" and (unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co") and ord(c) not in SEEN
                          or ord(c) in BLANK)


def terminal_faults(data, coloured):
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return [f"no UTF-8: {error}"]
    if coloured:
        text = LINK.sub("", COLOUR.sub("", text))
    return [f"U+{ord(c):04X}" for c in sorted({c for c in text if moves_a_terminal(c)})]


def json_terminal_faults(data):
    """Of JSON, whose texts programs read letter for letter: no controls and nothing that turns text round."""
    text = data.decode()
    return [f"U+{ord(c):04X}" for c in sorted(set(text)) if c != "\n" and (unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs")
            or 0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069)]


def commands_in(text):
    """Lines that the runner obeys: TryParseV2 and TryParse of its ActionCommand.cs, for any name of a command."""
    found = []
    for line in re.split(r"\r\n|\r|\n", text):
        start = line.lstrip(" \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
                            "\u2028\u2029\u202f\u205f\u3000")
        first = start.startswith("::") and "::" in start[2:]
        if first or ("##[" in line and "]" in line[line.index("##["):]):
            found.append(line)
    return found


def command_faults(text, ours=False):
    return [f"a runner obeys {line[:200]!r}" for line in commands_in(text)
            if not (ours and OUR_COMMAND.match(line))]


def json_faults(text):
    whole = json.dumps(json.loads(text), ensure_ascii=False)
    # A half of a pair is no text; other readers refuse it.
    return ["half of a surrogate pair"] if re.search("[\ud800-\udfff]", whole) else []


def sarif_faults(text):
    faults = []
    for run in json.loads(text)["runs"]:
        for result in run["results"]:
            for place in result.get("locations", []):
                uri = place["physicalLocation"]["artifactLocation"]["uri"]
                if not re.fullmatch(r"(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+", uri) or ".." in uri.split("/") or uri[0] == "/":
                    faults.append(f"address {uri!r}")
    return faults


class Elements(HTMLParser):
    """Elements and attributes of the report that is one file."""

    ALLOWED = {"html": {"lang"}, "meta": {"charset", "http-equiv", "content", "name"}, "article": {"class"}, "p": {"class"}}
    BARE = set("head title style body main h1 h2 pre code ins del footer".split())

    def __init__(self):
        super().__init__()
        self.faults = []

    def handle_starttag(self, tag, attrs):
        if tag not in self.BARE and tag not in self.ALLOWED or {name for name, _ in attrs} - self.ALLOWED.get(tag, set()):
            self.faults.append(f"<{tag} {attrs}>")

    def handle_comment(self, data):
        self.faults.append(f"comment {data[:80]!r}")


def html_faults(text):
    parser = Elements()
    parser.feed(text)
    return parser.faults


def markdown_faults(text):
    """Whatever means something to a reader of Markdown is ours, and ours holds none of these in a row of a table."""
    faults = []
    for c in "<>[]!*_~@#$\\^":
        ours = {"<": r"</?(?:code|details|summary|br|sub|b)>", ">": r"</?(?:code|details|summary|br|sub|b)>", "#": r"&#\d+;|^#+ ", "*": r"\*\*[^*&]*\*\*"}
        rest = re.sub(ours[c], "", text, flags=re.M) if c in ours else text
        if c in rest:
            at = rest.index(c)
            faults.append(f"{c!r} in {rest[max(0, at - 60):at + 20]!r}")
    return faults


def csv_faults(text, columns):
    faults = []
    for row in csv.reader(io.StringIO(text, newline=""), strict=True):
        if len(row) != columns:
            faults.append(f"{len(row)} columns: {row[:3]!r}")
        for cell in row:
            number = re.fullmatch(r"[+-]?\d+(?:\.\d+)?", cell)
            if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") and not number:
                faults.append(f"a formula: {cell[:80]!r}")
    return faults


def report_faults(name, data):
    """`name` is a format of `check`, `data` its bytes."""
    text = data.decode()
    faults = command_faults(text, ours=name == "github")
    if name in JSON:
        faults += json_faults(text) + json_terminal_faults(data)
    elif name == "jsonl":
        faults += json_terminal_faults(data) + [fault for line in text.split("\n") if line for fault in json_faults(line)]
    else:
        faults += terminal_faults(data, coloured=False)
    if name == "csv":
        faults += csv_faults(text, columns=11)
    if name in ("junit", "checkstyle"):
        ElementTree.fromstring(text)
    checks = {"sarif": sarif_faults, "html": html_faults, "markdown": markdown_faults}
    return faults + (checks[name](text) if name in checks else [])
