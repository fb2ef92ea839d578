"""Documents that are read in parts, on several machines or one, give the same bytes as all at once."""

import json
import random
import shutil
import subprocess
from pathlib import Path

from support import DOCCORD, ROOT, Project, expect

SOURCES = ["auhttp.txt", "wininet97.txt", "deno.txt", "winhttp.md", "oreilly.txt"]


def make_project(config):
    project = Project()
    for name in ("doccord.json", "guide.md", "wiki.md", "book.md"):
        (project.path / name).unlink()
    for name in SOURCES:
        shutil.copy(ROOT / "sources" / name, project.path)
    if config:
        for name in ("doccord.json", "doccord-accepted.jsonl"):
            shutil.copy(ROOT / "sources" / name, project.path)
    return project


def tree(directory):
    return {str(path.relative_to(directory)): path.read_bytes()
            for path in sorted(directory.rglob("*")) if path.is_file()}


def all_outputs(project, *files):
    code = 0 if (project.path / "doccord.json").exists() else 1
    outputs = [project.doccord("check", "--format", form, *files, code=code)
               for form in ("text", "json", "sarif")]
    outputs.append(project.doccord("registry", "--format", "json", *files))
    shutil.rmtree(project.path / "site", ignore_errors=True)
    project.doccord("build", "-o", "site", *files)
    return outputs, tree(project.path / "site")


def split(lines, parts):
    """The lines dealt to so many files at random, each at least one."""
    random.shuffle(lines)
    return [lines[i::parts] for i in range(parts)]


def test_any_split(config):
    project = make_project(config)
    files = [] if config else SOURCES
    whole = all_outputs(project, *files)
    lines = project.doccord("extract", "--format", "jsonl", *files).splitlines(keepends=True)
    expect(len(lines) == len(SOURCES), "one line a document")
    for parts in (1, 2, 5):
        names = [f"part{i}.jsonl" for i in range(parts)]
        for name, part in zip(names, split(lines, parts)):
            project.write(name, "".join(part))
        expect(all_outputs(project, "--from-extracts", *names) == whole, f"{parts} parts differ")


def test_gnu_parallel():
    """The engine runs one process a document and joins what they print, in whatever order."""
    if shutil.which("parallel") is None:
        print("GNU parallel is not here: its test is skipped")
        return
    project = make_project(config=False)
    extracts = subprocess.run(
        ["parallel", "--will-cite", "-j2", DOCCORD, "extract", "--format", "jsonl", ":::", *SOURCES],
        cwd=project.path, capture_output=True, check=True).stdout.decode()
    project.write("all.jsonl", extracts)
    whole = project.doccord("check", "--format", "json", *SOURCES, code=1)
    joined = project.doccord("check", "--format", "json", "--from-extracts", "all.jsonl", code=1)
    expect(joined == whole, "what GNU parallel read differs")


def test_what_is_missing_is_told():
    project = make_project(config=True)
    lines = project.doccord("extract", "--format", "jsonl").splitlines(keepends=True)
    project.write("some.jsonl", "".join(line for line in lines if json.loads(line)["source"]["id"] != "deno"))
    project.doccord("check", "--from-extracts", "some.jsonl", code=2)
    expect("deno.txt: error: no extract holds `deno`, which the configuration names" in project.errors,
           project.errors)
    project.write("twice.jsonl", "".join(lines + lines[:1]))
    project.doccord("check", "--from-extracts", "twice.jsonl", code=2)
    expect("another document has the id `auhttp`, too" in project.errors, project.errors)
    project.write("cut.jsonl", lines[0] + lines[1][:1000])
    project.doccord("registry", "--from-extracts", "cut.jsonl", code=2)
    expect("cut.jsonl:2: error: is no line that `doccord extract --format jsonl` writes" in project.errors,
           project.errors)
    for command in (["check"], ["build", "-o", "site"]):
        project.doccord(*command, "--from-extracts", "some.jsonl", "--base", "main", code=2)
        expect("--base compares documents, of which --from-extracts has none" in project.errors, project.errors)
    project.doccord("check", "--from-extracts", code=2)
    expect("--from-extracts needs a FILE" in project.errors, project.errors)


random.seed(20)
for with_config in (False, True):
    test_any_split(with_config)
test_gnu_parallel()
test_what_is_missing_is_told()
