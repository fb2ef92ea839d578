#!/usr/bin/env python3
"""Limits on the command line (`--limit NAME=N`): for each of them a document that exceeds it, which is refused with a
message that names the limit, the place and the option, and read when the option allows it; and nothing but the
command line can.

    tests/hostile/limits.py DOCCORD"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

DOCCORD = os.path.abspath(sys.argv[1])
ROWS = "".join(f"| {key} | Name {key} | The text of number {key}. |\n" for key in range(400, 412))
TABLE = "| Code | Name | Meaning |\n|---|---|---|\n" + ROWS
HTML = "<table>" + "".join(f"<tr><td>{key}<td>Name {key}<td>The text of number {key}." for key in range(400, 412)) + "</table>"
CSV = "code,name,meaning\n" + "".join(f"{key},Name {key},The text of number {key}.\n" for key in range(400, 412))
LINES = "".join(f"{key} Name {key}\n    The text of number {key}.\n\n" for key in range(400, 412))
YAML = "errors:\n" + "".join(f"- code: {key}\n  name: Name {key}\n  description: The text of number {key}.\n" for key in range(400, 412))
failures = []
tried = 0


def expect(holds, message):
    if not holds:
        failures.append(message)
        print("FAILED", message, flush=True)


def run(directory, *arguments, env=None):
    done = subprocess.run([DOCCORD, *arguments], cwd=directory, capture_output=True, timeout=120,
                          env={**{k: v for k, v in os.environ.items() if k != "CI"}, **(env or {})})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def wide(columns):
    """CSV whose key and name are followed by many more columns."""
    more = "".join(f",c{i}" for i in range(columns - 3))
    return CSV.replace("meaning", "meaning" + more).replace(".\n", "." + ",x" * (columns - 3) + "\n")


def wide_html(columns):
    return HTML + "<table><tr>" + "<td>x" * columns + "</table>"


# Name of the limit; a document; where in it the message points; a number that lets it pass.
CASES = (
    ("bytes", "big.txt", LINES + " " * (17 << 20), "big.txt: error: document of ", "32M"),
    ("bytes", "huge.txt", LINES + " " * (65 << 20), "huge.txt: error: exceeds the limit of 64 MiB a file", "128M"),
    ("depth", "deep.html", "<div>" * 700 + HTML, "deep.html:1:", "1000"),
    ("depth", "deep.md", "> " * 700 + "x\n\n" + TABLE, "deep.md:1:1: error: ", "3000"),
    ("depth", "deep.xml", "<r>" + "<e>" * 700 + "</e>" * 700 + "<entry><code>404</code><name>Not Found</name><text>Nothing.</text></entry>"
     "<entry><code>405</code><name>No Way</name><text>Not so.</text></entry></r>", "deep.xml:1:", "1000"),
    ("nodes", "many.html", HTML + "<p>x" * 600_000, "many.html:1:", "2000000"),
    ("lines", "lines.txt", LINES + "\n" * 500_001, "lines.txt: error: document of ", "800000"),
    ("attributes", "attributes.html", "<p " + " ".join(f"a{i}=1" for i in range(500)) + ">" + HTML, "attributes.html:1:", "1000"),
    ("columns", "wide.csv", wide(300), "wide.csv:1:1: error: table of 300 columns", "300"),
    ("columns", "only.html", wide_html(300).replace(HTML, ""), "only.html:1:", None),
    ("alias-nodes", "nodes.yaml", "words: &a [" + "x, " * 1000 + "x]\nuses:\n" + "- *a\n" * 200 + YAML, "nodes.yaml:", "1M"),
    ("alias-bytes", "bytes.yaml", "word: &a " + "x" * 100_000 + "\nuses:\n" + "- *a\n" * 20 + YAML, "bytes.yaml:", "16M"),
    ("tag-directives", "tags.yaml", "".join(f"%TAG !t{i}! tag:example.org,2000:{i}\n" for i in range(500)) + "---\n" + YAML,
     "tags.yaml:401:1: ", "1000"),
    ("markdown-steps", "steps.md", TABLE + "\n" + "![[]()" * 60_000, "steps.md:", None),
)


# What a larger document needs beside the limit that it exceeds first.
MORE = ("--limit", "memory=4G", "--limit", "nodes=4M")


def exceed(directory, name, document, text, place, enough):
    global tried
    tried += 1
    pathlib.Path(directory, document).write_text(text)
    for isolation in ("--no-isolate", "--isolate"):
        code, out, errors = run(directory, "extract", document, isolation)
        expect(code == 2 and errors.startswith(place), f"{document}: {isolation}: exit code {code}: {errors[:200]}")
        expect(f"; --limit {name}=N allows more" in errors, f"{document}: the option is not named: {errors[:200]}")
    if enough is None:
        return
    for isolation in ("--no-isolate", "--isolate"):
        code, out, errors = run(directory, "extract", document, isolation, *MORE, "--limit", f"{name}={enough}")
        expect(code == 0 and out.count("\n") > 1, f"{document}: --limit {name}={enough}: exit code {code}: {errors[:300]}")


def directories(directory):
    """A source that is a directory, which has limits of its own."""
    entries = pathlib.Path(directory, "entries")
    entries.mkdir()
    for key in range(400, 412):
        (entries / f"E{key}.md").write_text(f"# E{key}\n\nThe text of number {key}.\n")
    config = pathlib.Path(directory, "doccord.json")
    config.write_text('{"sources": [{"id": "all", "path": "entries"}]}\n')
    for limit in ("files=5", "directory-bytes=100"):
        name = limit.partition("=")[0]
        code, _, errors = run(directory, "extract", "--limit", limit)
        expect(code == 2 and f"; --limit {name}=N allows more" in errors, f"--limit {limit}: exit code {code}: {errors[:200]}")
    expect(run(directory, "extract", "--limit", "files=12")[0] == 0, "a directory of 12 files exceeds files=12")
    for key in ("limits", "limit", "maxBytes"):
        config.write_text('{"%s": {"depth": 5}, "sources": [{"id": "all", "path": "entries"}]}\n' % key)
        expect(run(directory, "extract")[0] == 2, f"a configuration may say `{key}`")
    config.unlink()


def extracts(directory):
    pathlib.Path(directory, "a.md").write_text(TABLE)
    lines = run(directory, "extract", "--format", "jsonl", "a.md")[1]
    pathlib.Path(directory, "a.jsonl").write_text(lines)
    expect(run(directory, "check", "--from-extracts", "a.jsonl")[0] == 0, "an extract cannot be read")
    code, _, errors = run(directory, "check", "--from-extracts", "a.jsonl", "--limit", "extract-bytes=100")
    expect(code == 2 and "; --limit extract-bytes=N allows more" in errors, f"extract-bytes: exit code {code}: {errors}")


def documents(directory):
    """What is compared with one another has a limit; what is only read has none."""
    many = pathlib.Path(directory, "many")
    many.mkdir()
    for number in range(4):
        (many / f"d{number}.md").write_text(TABLE)
    code, _, errors = run(directory, "check", "many", "--limit", "documents=3")
    expect(code == 2 and errors == f"{os.path.join('many', 'd3.md')}: error: is the first beyond the limit of 3 documents that are compared; "
           "--limit documents=N allows more\n", f"documents=3: exit code {code}: {errors[:300]}")
    expect(run(directory, "check", "many", "--limit", "documents=4")[0] == 0, "four documents exceed documents=4")
    expect(run(directory, "extract", "many", "--limit", "documents=3")[0] == 0, "documents=3 keeps extract from reading four")


def unread_table(directory):
    """A table that is too wide does not hide the others, and is told."""
    pathlib.Path(directory, "two.html").write_text(wide_html(300))
    code, out, errors = run(directory, "extract", "two.html")
    expect(code == 0 and "12 entries" in out, f"a wide table beside another: exit code {code}: {out[:100]}")
    expect(re.match(r"two\.html:1:\d+: warning: a table was not looked into: it has more than 256 columns; --limit columns=N", errors),
           f"extract does not tell of a wide table: {errors}")
    code, out, errors = run(directory, "check", "two.html")
    expect(code == 1 and "DC401" in out and "more than 256 columns" in out, f"check does not tell of a wide table: {code}: {out[:300]}")
    code, out, errors = run(directory, "check", "two.html", "--limit", "columns=300")
    expect(code == 0 and not out.strip(), f"--limit columns=300: exit code {code}: {out[:300]}")


def wrong_options(directory):
    for given in ("depth", "depth=", "depth=0", "depth=-1", "depth=1T", "depth=10001", "depth=99999999999999999999", "deep=4", "=4", ""):
        code, _, errors = run(directory, "extract", "a.md", "--limit", given)
        expect(code == 2 and "--limit" in errors, f"--limit {given!r}: exit code {code}: {errors[:200]}")
    expect(run(directory, "extract", "a.md", "--limit", "depth=2")[0] == 2, "a limit cannot be lowered")
    pathlib.Path(directory, "a.html").write_text(HTML)
    expect(run(directory, "extract", "a.html")[0] == 0, "a small page cannot be read")
    code, _, errors = run(directory, "extract", "a.html", "--limit", "memory=10K")
    expect(code == 2 and "memory for the document exceeds the limit of 10240 bytes; --limit memory=N" in errors,
           f"memory=10K: exit code {code}: {errors[:200]}")
    pathlib.Path(directory, "few.md").write_text(TABLE + "\n" + "![[]()" * 200)
    expect(run(directory, "extract", "few.md")[0] == 0, "few steps are too many")
    code, _, errors = run(directory, "extract", "few.md", "--limit", "markdown-steps=1000")
    expect(code == 2 and "exceeds the limit of 1000 steps" in errors, f"markdown-steps=1000: exit code {code}: {errors[:200]}")


def all_are_tried(directory):
    helped = " ".join(run(directory, "extract", "--help")[1].split())
    names = re.search(r"may be given several times: ([a-z, -]+?) (?:-|[A-Z])", helped)
    listed = set(names[1].replace(" ", "").split(",")) if names else set()
    known = {case[0] for case in CASES} | {"documents", "files", "directory-bytes", "extract-bytes", "memory", "seconds"}
    expect(listed == known, f"limits in the help and in this test: {sorted(listed ^ known)}")


with tempfile.TemporaryDirectory(prefix="doccord-limits-") as directory:
    for case in CASES:
        exceed(directory, *case)
        pathlib.Path(directory, case[1]).unlink()
    for step in (directories, extracts, documents, unread_table, wrong_options, all_are_tried):
        tried += 1
        step(directory)
print(f"limits: {tried} tried, {len(failures)} failures")
sys.exit(1 if failures else 0)
