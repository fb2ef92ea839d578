"""What a change does: in a git repository, against a revision and against a directory."""

import json
import shutil
import sys

from support import ENTRIES, SKIPPED, Project, expect, expect_in, expect_not_in, table

if shutil.which("git") is None:
    print("skipped: there is no git here")
    sys.exit(SKIPPED)


def without(key):
    return {k: v for k, v in ENTRIES.items() if k != key}


# An old discrepancy that is nobody's fault now.
project = Project()
old = dict(ENTRIES, **{"401": ("Unauthorized", "The request has no valid credentials at all.")})
project.write("book.md", table(old))
project.repository()
project.doccord("check", "--fail-on", "note", code=1)

# Only a new layout: nothing is new.
project.git("switch", "-q", "-c", "layout")
project.write("guide.md", table(ENTRIES, 30))
project.doccord("check", "--base", "main", "--fail-on", "note")
expect_in("since main: 0 new, 0 mended, 0 altered", project.errors)
expect(project.doccord("diff", "main") == "", "a new layout was told as a change")

# A constant renamed, 404 dropped, a table reformatted: exactly two discrepancies.
project.write("wiki.md", table(dict(without("404"), **{"410": ("Vanished", ENTRIES["410"][1])})))
found = project.doccord("check", "--base", "main", "--format", "concise", code=1).splitlines()
expect(len(found) == 2, f"expected two discrepancies: {found}")
expect_in("DC101", found[0] + found[1])
expect_in("DC201", found[0] + found[1])
expect_in("`404`", found[0] + found[1])
told = project.doccord("diff", "main")
expect_in("- removed `404` in `wiki`: Not Found: The server found nothing", told)
expect_in("~ reworded `410` in `wiki`: [-Gone-]{+Vanished+}", told)
as_json = json.loads(project.doccord("diff", "main", "--format", "json"))
expect([e["change"] for e in as_json["entries"]] == ["reworded", "removed"], str(as_json))
expect(len(as_json["discrepancies"]["new"]) == 2, str(as_json))
project.commit("Rename, drop, reformat")
expect(project.doccord("diff", "main", "layout") == told, "the committed state is told otherwise")
expect_in("+ added `404` in `wiki`", project.doccord("diff", "layout", "main"))

# A removed entry that no rule minds is told all the same, in the commands for GitHub, too.
expect_in("::notice title=entry removed::`404` is removed from `wiki`",
          project.doccord("check", "--base", "main", "--format", "github", code=1))

# The state of a SARIF result.
sarif = json.loads(project.doccord("check", "--base", "main", "--format", "sarif", code=1))
states = sorted(r["baselineState"] for r in sarif["runs"][0]["results"])
expect(states.count("new") == 2 and "unchanged" in states, str(states))

# A layout that is no longer read is one discrepancy, and not an entry missing for each key.
project.git("switch", "-q", "layout")
rows = list(ENTRIES.items())
project.write("guide.md", table(dict(rows[:2])) + "\n" + "\n\n".join(
    f"{name} is what {text.lower()[:-1]} means, and has the number {key}." for key, (name, text) in rows[2:]))
degraded = project.doccord("check", "--base", "main", "--format", "concise", code=1)
expect_in("error[DC403] 2 entries were read in `guide` where 5 had been before, though the text still has "
          "all of the 3 keys that are lost", degraded)
expect_not_in("DC101", degraded)
project.write("guide.md", table(dict(rows[:2])))
gone = project.doccord("check", "--base", "main", "--format", "concise", code=1)
expect_not_in("DC403", gone)
expect(gone.count("DC101") == 2, gone)
project.git("checkout", "-q", "guide.md")

# A base that is a directory says the same, and so does a subdirectory as the place of work.
other = Project()
other.write("book.md", table(old))
expect(project.doccord("check", "--base", str(other.path), "--format", "concise", code=1)
       .splitlines() == found, "a directory gives another answer than a revision")

# Mending fails nothing, and is told.
project.git("switch", "-q", "main")
project.git("switch", "-q", "-c", "mend")
project.write("book.md", table(ENTRIES))
project.doccord("check", "--base", "main", "--fail-on", "note")
expect_in("mended", project.doccord("diff", "main"))

# A discrepancy that was there may be mended in part, and may not get worse.
def book(text):
    return table(dict(ENTRIES, **{"401": ("Unauthorized", text)}))


project.git("switch", "-q", "main", "-f")
project.git("switch", "-q", "-c", "worse")
project.write("book.md", book("The request never lacks valid credentials at present."))
project.commit("Differ in two places")
project.write("book.md", book("The request lacks valid credentials at present."))
project.doccord("check", "--base", "worse", "--fail-on", "note")
expect_in("0 new, 0 mended, 1 altered", project.errors)
project.write("book.md", book("The request never lacks valid credentials, nobody knows why."))
worse = project.doccord("check", "--base", "worse", "--format", "concise", code=1)
expect_in("nobody knows why", worse)
project.git("switch", "-q", "main", "-f")

# What is no revision is exit code 2, never a pass.
project.doccord("check", "--base", "nowhere", code=2)
expect_in("`nowhere` is neither a directory nor a revision", project.errors)
project.doccord("check", "--base=--output=x", code=2)
project.git("switch", "-q", "main", "-f")

# Acceptances that a change brings along are counted, and refused when asked for.
project.git("switch", "-q", "-c", "accept", "-f")
project.write("guide.md", table(without("500")))
project.doccord("accept", "--all", "--rule", "DC101", "--reason", "the guide ends at 499")
project.doccord("check", "--base", "main")
expect_in("1 acceptance added", project.errors)
project.doccord("check", "--base", "main", "--no-new-acceptances", code=1)
expect_in("is new since main", project.errors)
project.doccord("check", "--no-new-acceptances", code=2)
project.commit("Accept one")

# Two branches that accept different discrepancies merge without conflict, into a valid file.
project.git("switch", "-q", "main")
for name, key in (("one", "401"), ("two", "403"), ("three", "410")):
    project.git("switch", "-q", "-c", name, "main")
    project.write(f"{'guide' if name != 'two' else 'wiki'}.md" if name != "three" else "book.md",
                  table({k: v for k, v in (old if name == "three" else ENTRIES).items()
                         if k != key}))
    project.doccord("accept", "--all", "--rule", "missing-entry", "--reason", f"{key} is left out")
    project.commit(f"Leave out {key}")
project.git("switch", "-q", "one")
for name in ("two", "three"):
    project.git("merge", "-q", "--no-edit", name)
project.doccord("accepted", "fmt")
project.doccord("check", "--fail-on", "error")
listed = project.doccord("accepted", "list").splitlines()
expect(len(listed) == 3 and all("active" in line for line in listed), "\n".join(listed))

# Merge markers are told as such.
project.write("doccord-accepted.jsonl", "<<<<<<< HEAD\n" + project.read("doccord-accepted.jsonl"))
project.doccord("check", code=2)
expect_in("doccord-accepted.jsonl:1: error: holds a merge conflict", project.errors)

# The documents in a subdirectory, looked at from both places, and from within a hook of git.
nested = Project()
for name in ("doccord.json", "guide.md", "wiki.md", "book.md"):
    nested.write(f"docs/{name}", nested.read(name))
    (nested.path / name).unlink()
nested.repository()
nested.write("docs/wiki.md", table(without("403")))
expect_in("DC101", nested.doccord("check", "--base", "main", "--format", "concise", "docs", code=1))
expect_in("DC101", nested.doccord("check", "docs", "--base", "HEAD", code=1,
                                  env={"GIT_DIR": ".git", "GIT_INDEX_FILE": ".git/index"}))
nested.path = nested.path / "docs"
expect_in("- removed `403` in `wiki`", nested.doccord("diff", "main"))
told = json.loads(nested.doccord("check", "--base", "main", "--format", "gitlab", code=1))
expect(told[0]["location"]["path"] == "docs/wiki.md", str(told))
expect(nested.git("status", "--porcelain").split() == ["M", "docs/wiki.md"], "the repository changed")

# A change that brings doccord in is compared by the configuration that it brings.
young = Project()
config = young.read("doccord.json")
(young.path / "doccord.json").unlink()
young.repository()
young.write("doccord.json", config)
young.write("guide.md", table(without("403")))
expect_in("DC101", young.doccord("check", "--base", "main", code=1))
