"""The gate on ourselves: every discrepancy of the five documents is accepted, with a reason."""

import json

from support import ROOT, DOCCORD, Project, expect

project = Project()
project.path = ROOT
project.doccord("accepted", "check", "--in", "sources")
project.doccord("check", "--fail-on", "note", "sources")
lines = [json.loads(line) for line in (ROOT / "sources/doccord-accepted.jsonl").read_text().splitlines()]
for line in lines[1:]:
    expect(len(line["reason"]) > 30, f"hardly a reason: {line}")
