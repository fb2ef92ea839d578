#!/usr/bin/env python3
"""Puts every text of vectors.py into every field of documents and configuration, and looks at every page and every
report with parsers that are not ours: parse5 (pages.js), Python's, and what the runner of GitHub's workflows does.

    tests/injection/run.py DOCCORD [PART...]

A part is six texts; without any all are tried. Prints what got through, and what was tried. Without node or parse5 the pages are left out, and it says so."""

import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import checks
import projects
import vectors

DOCCORD = os.path.abspath(sys.argv[1])
VARIABLES = {**{k: v for k, v in os.environ.items() if not k.startswith(("GIT", "CI", "SOURCE_DATE"))},
             "SOURCE_DATE_EPOCH": "1748736000", "DOCCORD_BY": "jo"}


class Project:
    def __init__(self, parent, name, make, texts):
        self.path = pathlib.Path(parent, name)
        self.path.mkdir()
        self.texts = texts
        self.faults = []
        self.outputs = 0
        make(self.path, texts)

    def run(self, *arguments, codes=(0, 1), **more):
        done = subprocess.run([DOCCORD, *arguments], cwd=self.path, capture_output=True,
                              env={**VARIABLES, **more.pop("env", {})}, timeout=60, **more)
        if done.returncode not in codes:
            self.fault(arguments, f"exit code {done.returncode}: {done.stderr[:400].decode(errors='replace')}")
        return done

    def fault(self, where, what):
        self.faults.append(f"{self.path.name} ({self.texts[0]!r}...): {' '.join(map(str, where))[:120]}: {what}")

    def look(self, where, data, check, *more, **options):
        """Runs a check, whose parser may itself be what finds fault."""
        self.outputs += 1
        try:
            faults = check(data, *more, **options)
        except Exception as error:
            faults = [f"{type(error).__name__}: {error}"]
        for fault in faults:
            self.fault(where, fault)

    def printed(self, *arguments, **options):
        """What a person or a log sees: nothing that a terminal or a runner acts on, but for colours and links."""
        done = self.run(*arguments, **options)
        for data in (done.stdout, done.stderr):
            self.look(arguments, data, checks.terminal_faults, coloured=True)
            self.look(arguments, data.decode(errors="replace"), checks.command_faults, ours="github" in arguments)
        return done


def files(project):
    """Every format in a file."""
    formats = [argument for name in checks.FILES for argument in ("--format", f"{name}=out.{name}")]
    project.run("check", *formats, "--max-findings", "0", "-qq", env={"GITHUB_STEP_SUMMARY": str(project.path / "summary.md")})
    for name in checks.FILES:
        data = (project.path / f"out.{name}").read_bytes()
        project.look((name,), data, lambda data: checks.report_faults(name, data))
    project.look(("summary",), (project.path / "summary.md").read_bytes(), lambda data: checks.report_faults("markdown", data))


def reports(project):
    """Every format in a file, and what is printed."""
    files(project)
    project.printed("check", "--detail", "full", "--color", "always", "--hyperlinks", "always", "-v")
    project.printed("check", "--format", "github", "--detail", "brief")
    project.printed("extract", "--explain", "--color", "always")
    project.printed("extract")
    project.printed("registry")
    for command in (("extract", "--format", "json"), ("registry", "--format", "json"), ("config", "show")):
        data = project.run(*command).stdout
        project.look(command, data, checks.json_terminal_faults)
        project.look(command, data.decode(), checks.json_faults)
        project.look(command, data.decode(), checks.command_faults)


def accept(project):
    """The texts as reasons of acceptances, each of its own."""
    found = json.loads((project.path / "out.json").read_text())["discrepancies"]
    for number, text in enumerate(project.texts):
        ids = [each["id"] for each in found[number::len(project.texts)]]
        if ids:
            project.printed("accept", *ids, f"--reason=R{text}\n", "--by", f"B{text}", "--ref", f"F{text}", codes=(0, 2))
    lines = (project.path / "doccord-accepted.jsonl")
    if lines.exists():
        project.look(("accepted",), lines.read_text(), lambda text: [f for line in text.split("\n") if line for f in checks.json_faults(line)])
    project.printed("accepted", "list", codes=(0, 1, 2))
    project.printed("check", "--show-accepted", "--color", "always")


def site(project):
    project.printed("build", "-o", "site")
    at = project.path / "site"
    sources = json.loads((at / "data/registry.json").read_text())["sources"]
    csv_text = (at / "data/matrix.csv").read_bytes().decode()
    project.look(("matrix.csv",), csv_text, checks.csv_faults, 2 + len(sources))
    for name in ("discrepancies.json", "registry.json", "build-info.json"):
        project.look((name,), (at / "data" / name).read_text(), checks.json_faults)
    project.look(("sarif",), (at / "data/discrepancies.sarif").read_text(), checks.sarif_faults)
    for name in ("atom.xml", "sitemap.xml"):
        project.look((name,), (at / name).read_text(), lambda text: (ElementTree.fromstring(text), [])[1])


def arrived(project):
    """The texts must be in what was read, or nothing was tried."""
    registry = json.dumps(json.loads((project.path / "site/data/registry.json").read_text()), ensure_ascii=False)
    for number in range(len(project.texts)):
        for mark in (f'"K{number}', f'"N{number}', f"The text {number} ", f'"L{number}', '"F0 is '):
            if mark not in registry:
                project.fault(("arrived",), f"nothing begins with {mark}")


def of_fields(parent, number, texts):
    project = Project(parent, f"fields-{number}", projects.of_fields, texts)
    reports(project)
    accept(project)
    site(project)
    arrived(project)
    return project


def of_markup(parent, number, texts):
    project = Project(parent, f"markup-{number}", projects.of_markup, texts)
    files(project)
    site(project)
    return project


def wrong(parent, number, texts):
    """The texts where they are refused, so that messages hold them: ids, keys and values of the configuration, arguments."""
    project = Project(parent, f"wrong-{number}", lambda *_: None, texts)
    for text in texts:
        config = {f"K{text}": 1, "failOn": text, "rules": {text: "note"}, "profile": f"x{text}", "sources": [
            {"id": text, "path": "x.md", "format": text, "date": text, "shape": text, "select": {"entry": text}, "key": {"pattern": f"({text}"},
             "pattern": f"{text}(", "exclude": [f"/{text}["], "scope": [text], f"q{text}": ""}]}
        (project.path / "doccord.json").write_text(json.dumps(config))
        project.printed("config", "check", codes=(2,))
        argument = text.replace("\0", "")
        project.printed("check", "--", f"./{argument}", argument, codes=(2,))
    argument = texts[number % len(texts)].replace("\0", "")
    project.printed("explain", "--", argument, codes=(2,))
    project.printed("check", "--fail-on", f"x{argument}", codes=(2,))
    return project


def pages(parent, done):
    """Whether the pages were looked at; parse5 says what is in them."""
    directories = [str(project.path / "site") for project in done if (project.path / "site").exists()]
    listed = pathlib.Path(parent, "sites.json")
    listed.write_text(json.dumps(directories))
    try:
        ended = subprocess.run(["node", HERE / "pages.js", listed], capture_output=True, text=True)
    except FileNotFoundError:
        return "skipped: pages: no node here", []
    last = (ended.stdout.strip().splitlines() or [""])[-1]
    if ended.returncode == 77:
        return last, []
    faults = ended.stdout.strip().splitlines()[:-1] + ([ended.stderr] if ended.returncode else [])
    return last, faults


def main():
    texts = vectors.all_vectors()
    parts = [texts[at:at + projects.EACH] for at in range(0, len(texts), projects.EACH)]
    parts[-1] = texts[-projects.EACH:]  # Documents need as many.
    chosen = [int(number) for number in sys.argv[2:]] or range(len(parts))
    with tempfile.TemporaryDirectory(prefix="doccord-injection-") as parent:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            jobs = [pool.submit(kind, parent, number, parts[number]) for number in chosen
                    for kind in (of_fields, of_markup, wrong)]
            done = [job.result() for job in jobs]
        said, faults = pages(parent, done)
    faults = [fault for project in done for fault in project.faults] + faults
    for fault in faults[:100]:
        print("FAILED", fault)
    print(said)
    print(f"injection: {len(texts)} texts in {len(projects.FIELDS)} fields and in wrong configurations and arguments: "
          f"{sum(project.outputs for project in done)} outputs looked at, {len(faults)} failures")
    sys.exit(1 if faults else 0)


main()
