"""What stands in examples/: each directory is checked, read and built as its README says.

Usage: examples.py DOCCORD [--update]    --update rewrites every expected.txt
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "gate"))

from support import ROOT, Project, expect, expect_in

UPDATE = "--update" in sys.argv[2:]

# The commands run in the root, as a reader of the README runs them; the website goes elsewhere.
project, elsewhere = Project(), Project()
project.path = ROOT

# What fetches its documents by itself is not for a test.
examples = sorted(p for p in (ROOT / "examples").iterdir() if p.is_dir() and not (p / "run").exists())
expect(examples, "there are no examples")
for example in examples:
    name = f"examples/{example.name}"

    for needed in ("README.md", "doccord.json") + (() if UPDATE else ("expected.txt",)):
        expect((example / needed).is_file(), f"{name} has no {needed}")

    # Each has drifts planted, so the gate fails.
    told = project.doccord("check", name, code=1) + project.errors
    if UPDATE:
        (example / "expected.txt").write_text(told, encoding="utf-8")
    expected = (example / "expected.txt").read_text(encoding="utf-8")
    expect(told == expected, f"{name}: check prints\n{told}\nwhere expected.txt has\n{expected}\n"
                             "tests/examples.py DOCCORD --update rewrites it")
    expect_in(f"build/release/doccord check {name}\n", (example / "README.md").read_text(encoding="utf-8"))

    sources = json.loads(project.doccord("extract", "--format", "json", name))["sources"]
    expect(len(sources) > 1, f"{name} has nothing to compare")
    for source in sources:
        expect(source["entries"], f"{name}: no entries in {source['id']}")

    site = elsewhere.path / example.name
    project.doccord("build", name, "-o", str(site))
    expect((site / "index.html").is_file(), f"{name}: no website was built")
