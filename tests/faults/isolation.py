#!/usr/bin/env python3
"""Documents that are read in processes of their own (`--isolate`): the same bytes as without, and a parser
that crashes, hangs or takes all memory costs its document only.

    tests/faults/isolation.py DOCCORD [--all]

The first is shown on the five documents, on examples/ and on every twentieth of the hostile documents
(`--all`: on each of them). For the second, bad_parser.c is preloaded, which needs a C compiler; without one
that is left out, and it says so."""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tests" / "hostile"))
import inputs

failures = []
counts = {"compared": 0, "faults": 0}


def expect(holds, message):
    if not holds:
        failures.append(message)
        print("FAILED", message, flush=True)


def run(directory, *arguments, env=None):
    kept = {k: v for k, v in os.environ.items() if k not in ("CI", "LD_PRELOAD")}
    done = subprocess.run([DOCCORD, *arguments], cwd=directory, capture_output=True, timeout=500,
                          env={**kept, "SOURCE_DATE_EPOCH": "1748736000", **(env or {})})
    return done.returncode, done.stdout, done.stderr


def compare(directory, *arguments):
    counts["compared"] += 1
    alone = run(directory, *arguments, "--no-isolate")
    for jobs in ("1", "3"):
        expect(run(directory, *arguments, "--isolate", "--jobs", jobs) == alone,
               f"{directory}: {' '.join(arguments)}: --isolate --jobs {jobs} makes a difference")


COMMANDS = (["check", "--format", "json", "--show-accepted"], ["extract", "--format", "json"],
            ["extract", "--format", "jsonl"], ["extract", "--explain"], ["registry", "--format", "json"])


def same_bytes(parent, step):
    for directory in (ROOT / "sources", *sorted(p for p in (ROOT / "examples").iterdir() if p.is_dir())):
        for command in COMMANDS:
            compare(directory, *command)
    hostile = pathlib.Path(parent, "hostile")
    hostile.mkdir()
    names = []
    for name, data in list(inputs.one_by_one())[::step]:
        names.append("in-" + name)
        (hostile / names[-1]).write_bytes(data)
    (hostile / "good.md").write_text(inputs.GOOD["md"])
    # Several at once, among them some that cannot be read: the order of the errors counts, too.
    for first in range(0, len(names), 5):
        compare(hostile, "extract", "--format", "json", "good.md", *names[first:first + 5])
    sites = [tree(parent, option) for option in ("--isolate", "--no-isolate")]
    expect(sites[0] == sites[1] and len(sites[0]) > 50, "build: --isolate makes another site")


def tree(parent, option):
    site = pathlib.Path(parent, "site" + option)
    expect(run(parent, "build", str(ROOT / "sources"), "-o", str(site), option)[0] == 0, f"build {option} fails")
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def library(parent):
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    made = pathlib.Path(parent) / "bad_parser.so"
    if compiler and subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-fno-builtin", "-o", made,
                                    HERE / "bad_parser.c", "-ldl"]).returncode == 0:
        return made
    return None


# The word that makes a parser fail, and what is said of the document.
FAULTS = {"CRASHES": "its reader was ended by signal 11", "ABORTS": "its reader was ended by signal 6",
          "HOARDS": "MiB of memory", "EXITS": "its reader ended with exit code 3",
          "BABBLES": "its reader", "LOOPS": "s of CPU time"}


def document(format, text):
    if format == "html":
        rows = "".join(f"<tr><td>{key}</td><td>Name {key}</td><td>{text} {key}.</td></tr>" for key in range(400, 410))
        return f"<table><tr><th>Code</th><th>Name</th><th>Meaning</th></tr>{rows}</table>\n"
    rows = "".join(f"| {key} | Name {key} | {text} {key}. |\n" for key in range(400, 410))
    return "| Code | Name | Meaning |\n|---|---|---|\n" + rows


def one_fault(parent, preloaded, word, format):
    what = f"{word} in {format}"
    directory = pathlib.Path(parent, what.replace(" ", "-"))
    directory.mkdir()
    for name in ("a", "b", "y", "z"):
        (directory / f"{name}.{format}").write_text(document(format, "The text of number"))
    (directory / f"bad.{format}").write_text(document(format, f"The PARSER-{word} in number"))
    good = [f"{name}.{format}" for name in "abyz"]
    expected = run(directory, "extract", "--format", "json", *good)[1]
    code, out, errors = run(directory, "extract", "--format", "json", "--isolate", "--jobs", "2", "--limit",
                            "seconds=2", *good, f"bad.{format}", env={"LD_PRELOAD": str(preloaded)})
    counts["faults"] += 1
    lines = [line for line in errors.decode().splitlines() if line.startswith("bad.")]
    expect(code == 2, f"{what}: exit code {code}: {errors[:300]}")
    expect(out == expected, f"{what}: the other documents are not read as they are alone")
    expect(len(lines) == 1 and FAULTS[word] in lines[0], f"{what}: what happened is not told: {errors[:300]}")
    expect(b"core" not in b" ".join(os.fsencode(p.name) for p in directory.iterdir()), f"{what}: left a core file")


def no_reader_left(parent, preloaded):
    """When the program is killed while a reader hangs, the reader goes with it."""
    path = pathlib.Path(parent, "hangs.md")
    path.write_text(document("md", "The PARSER-LOOPS in number"))
    process = subprocess.Popen([DOCCORD, "extract", "--isolate", path], env={**os.environ, "LD_PRELOAD": str(preloaded)})
    children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children")
    deadline = time.monotonic() + 10
    while not (readers := children.read_text().split()) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 10
    while (alive := [p for p in readers if running(p)]) and time.monotonic() < deadline:
        time.sleep(0.01)
    counts["faults"] += 1
    expect(readers and not alive, f"killed: readers {readers} were started, {alive} live on")


def running(process):
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def by_default_in_ci(parent, preloaded):
    path = pathlib.Path(parent, "crashes.md")
    path.write_text(document("md", "The PARSER-CRASHES in number"))
    for value, isolated in (("true", True), ("1", True), ("", False), ("0", False), ("false", False)):
        code, _, _ = run(parent, "extract", str(path), env={"LD_PRELOAD": str(preloaded), "CI": value})
        counts["faults"] += 1
        expect(code == (2 if isolated else -11), f"CI={value}: exit code {code}")
    code, _, _ = run(parent, "extract", "--no-isolate", str(path), env={"LD_PRELOAD": str(preloaded), "CI": "1"})
    expect(code == -11, f"CI=1 --no-isolate: exit code {code}")


def main():
    global DOCCORD
    parser = argparse.ArgumentParser()
    parser.add_argument("doccord")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    DOCCORD = os.path.abspath(options.doccord)
    with tempfile.TemporaryDirectory(prefix="doccord-isolation-") as parent:
        same_bytes(parent, 1 if options.all else 20)
        preloaded = library(parent)
        if preloaded:
            for word in FAULTS:
                for format in ("md", "html"):
                    one_fault(parent, preloaded, word, format)
            no_reader_left(parent, preloaded)
            by_default_in_ci(parent, preloaded)
        else:
            print("skipped: parsers with faults: no C compiler here")
    print(f"isolation: {counts['compared']} runs compared with and without it, {counts['faults']} faults of parsers, "
          f"{len(failures)} failures")
    sys.exit(1 if failures else 0)


main()
