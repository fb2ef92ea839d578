"""The life of a discrepancy: appears, fails, is accepted, passes, moves, changes, is mended."""

import json

from support import ENTRIES, Project, expect, expect_in, expect_not_in, table

ACCEPTED = "doccord-accepted.jsonl"

project = Project()
project.doccord("check")

# It appears, and fails the gate.
other = dict(ENTRIES, **{"403": ("Forbidden", "The server cannot fulfil the request.")})
project.write("wiki.md", table(other))
found = project.doccord("check", "--format", "concise", code=1)
expect_in("DC301", found)
identity = found.split("[id ")[1].split("]")[0]

# Nobody accepts without a reason, or what there is not.
project.doccord("accept", identity[:8], code=2)
project.doccord("accept", identity[:8], "--reason", " ", code=2)
project.doccord("accept", "ffffffff", "--reason", "as designed", code=2)
expect(not (project.path / ACCEPTED).exists(), "a refused acceptance was written")

# It is accepted, with a reason, and passes.
project.doccord("accept", identity[:8], "--reason", "erratum 1234", "--until", "2025-12-31")
line = json.loads(project.read(ACCEPTED).splitlines()[1])
expect(line["id"] == identity and line["by"] == "jo@example.org" and line["on"] == "2025-06-01",
       f"not what was accepted: {line}")
expect(sorted(p.name for p in project.path.iterdir() if p.suffix == ".lock") == [], "a lock stays")
project.doccord("check")
expect_in("1 accepted", project.errors)
expect_in("erratum 1234", project.doccord("check", "--show-accepted"))
expect_in("active", project.doccord("accepted", "list"))

# The line moves, the layout changes, the file is renamed: it still passes.
project.write("wiki.md", "Some words first.\n\n" + table(other, 20))
project.doccord("check")
(project.path / "wiki.md").rename(project.path / "errors.md")
project.write("doccord.json", project.read("doccord.json").replace("wiki.md", "errors.md"))
project.doccord("check")

# Its last day passes: it is back, and so is the note that it was accepted.
late = project.doccord("check", "--today", "2026-01-01", code=1)
expect_in("DC903", late)
expect_in("erratum 1234", late)

# The text changes: it comes back and says what was accepted.
again = dict(ENTRIES, **{"403": ("Forbidden", "The server cannot ever fulfil the request.")})
project.write("errors.md", table(again))
back = project.doccord("check", code=1)
expect_in("DC902", back)
expect_in("accepted: on 2025-06-01 by jo@example.org when it said `The server cannot fulfil the "
          "request.`", back)
expect_in("{+ever+}", project.doccord("accepted", "refresh", identity[:8]))
project.doccord("check")

# It is mended: the acceptance is stale and fails the gate until it is pruned.
project.write("errors.md", table(ENTRIES))
expect_in("DC901", project.doccord("check", code=1))
project.doccord("check", "--allow-stale")
expect_in(identity, project.doccord("accepted", "prune"))
project.doccord("check")
expect_not_in(identity, project.read(ACCEPTED))

# Pruning never adds, and has nothing to say twice.
project.write("errors.md", table(other))
before = project.read(ACCEPTED)
expect(project.doccord("accepted", "prune") == "", "pruned what was not there")
expect(project.read(ACCEPTED) == before, "pruning changed the file")

# Two runs at once: neither undoes the other.
import subprocess
from support import DOCCORD
project.write("book.md", table(dict(ENTRIES, **{"500": ("Server Error", "Never retry the request."),
                                                "404": ("Missing", "Nothing is there.")})))
ids = [line.split("[id ")[1][:16] for line in
       project.doccord("check", "--format", "concise", code=1).splitlines()]
expect(len(ids) >= 3, f"expected several discrepancies, not {ids}")
runs = [subprocess.Popen([DOCCORD, "accept", each, "--reason", "as designed", "--by", "jo"],
                         cwd=project.path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for each in ids]
expect(all(run.wait() == 0 for run in runs), "an acceptance failed")
kept = {json.loads(line)["id"] for line in project.read(ACCEPTED).splitlines()[1:]}
expect(kept == set(ids), f"accepted {ids}, kept {kept}")
project.doccord("accepted", "check")
project.doccord("check")

# A file out of order is told, and put in order.
lines = project.read(ACCEPTED).splitlines(keepends=True)
project.write(ACCEPTED, "".join([lines[0]] + lines[:0:-1]))
project.doccord("accepted", "check", code=1)
project.doccord("accepted", "fmt", "--check", code=1)
project.doccord("accepted", "fmt")
expect(project.read(ACCEPTED) == "".join(lines), "not the order that was")
