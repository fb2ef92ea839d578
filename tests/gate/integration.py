"""The scripts that other people's CI runs: the GitHub Action, the GitLab template, the hooks."""

import json
import re
import shutil
import sys
from pathlib import Path

from support import DOCCORD, ENTRIES, ROOT, SKIPPED, Project, expect, expect_in, expect_not_in, table

if shutil.which("git") is None:
    print("skipped: there is no git here")
    sys.exit(SKIPPED)

ADDS = dict(ENTRIES, **{"404": ("Missing Page", ENTRIES["404"][1])})
OLD = dict(ENTRIES, **{"401": ("Unauthorized", "The request has no valid credentials at all.")})

# What a change does to the documents, and whether it may pass.
CHANGES = {
    "adds": ("wiki.md", table(ADDS), 1),
    "mends": ("book.md", table(ENTRIES), 0),
    "formats": ("guide.md", table(ENTRIES, 30), 0),
}


def project_with_base():
    """A clone of a project that has one old discrepancy, with its origin beside it."""
    project = Project()
    project.write("book.md", table(OLD))
    project.repository()
    project.git("clone", "-q", "--bare", ".", ".git/origin")
    project.git("remote", "add", "origin", str(project.path / ".git" / "origin"))
    return project


def on_path(project):
    """doccord as the hooks and the template find it."""
    folder = project.path / ".git" / "bin"
    folder.mkdir(exist_ok=True)
    if not (folder / "doccord").exists():
        (folder / "doccord").symlink_to(DOCCORD)
    return {"PATH": f"{folder}:/usr/local/bin:/usr/bin:/bin"}


def github(name):
    document, text, code = CHANGES[name]
    project = project_with_base()
    project.git("switch", "-q", "-c", name)
    project.write(document, text)
    project.commit(name)
    output, summary = project.path / ".git" / "output", project.path / ".git" / "summary"
    environment = {"INPUT_DOCCORD": DOCCORD, "INPUT_BASE": "auto", "GITHUB_BASE_REF": "main",
                   "INPUT_SARIF": "out.sarif", "INPUT_FAIL_ON": "note", "INPUT_CONFIG": "",
                   "INPUT_ARGS": "-q --max-findings 5", "GITHUB_OUTPUT": str(output),
                   "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ACTIONS": "true"}
    printed = project.run(str(ROOT / "ci/github/check"), code=code, env=environment)
    expect((("::warning " in printed) or ("::notice " in printed)) == (code == 1), printed)
    results = json.loads(project.read("out.sarif"))["runs"][0]["results"]
    new = [r for r in results if r["baselineState"] == "new"]
    expect(bool(new) == (code == 1), f"{name}: {results}")
    outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
    expect(set(outputs) == {"errors", "warnings", "notes", "accepted", "sarif-file"}, str(outputs))
    expect(all(outputs[k].isdigit() for k in outputs if k != "sarif-file"), str(outputs))
    expect_in("Since ", summary.read_text())


def github_without_base():
    project = project_with_base()
    project.run(str(ROOT / "ci/github/check"), code=1,
                env={"INPUT_DOCCORD": DOCCORD, "INPUT_BASE": "auto", "INPUT_CONFIG": "."})
    project.run(str(ROOT / "ci/github/check"), code=2,
                env={"INPUT_DOCCORD": DOCCORD, "INPUT_CONFIG": "nowhere"})


def action_is_whole():
    """Every input is handed to the script, and every output comes from it."""
    action = (ROOT / "ci/github/action.yml").read_text()
    script = (ROOT / "ci/github/check").read_text()
    inputs = re.search(r"^inputs:\n(.*?)^outputs:", action, re.S | re.M).group(1)
    for name in re.findall(r"^  ([a-z-]+):$", inputs, re.M):
        variable = "INPUT_" + name.upper().replace("-", "_")
        expect_in(f"{variable}: ${{{{ inputs.{name} }}}}", action)
        expect_in(variable, script)
    for name in re.findall(r"steps\.check\.outputs\.([a-z-]+)", action):
        expect_in(f"{name}=", script)
    for line in action.splitlines():
        expect(not ("run:" in line and "${{" in line), f"text of a workflow in a script: {line}")


def gitlab(name):
    document, text, code = CHANGES[name]
    template = (ROOT / "ci/gitlab/check.yml").read_text()
    block = template.split("  script:\n    - |\n")[1].split("\n  artifacts:")[0]
    script = "\n".join(line[6:] for line in block.splitlines())
    project = project_with_base()
    base = project.git("rev-parse", "HEAD").strip()
    project.git("switch", "-q", "-c", name)
    project.write(document, text)
    project.commit(name)
    project.run("sh", "-e", "-c", script, code=code,
                env={**on_path(project), "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
                     "DOCCORD_CONFIG_INPUT": ".", "DOCCORD_FAIL_ON_INPUT": "note"})
    for report in re.findall(r"^      (?:codequality|junit): (\S+)$", template, re.M):
        expect((project.path / report).exists(), f"{report} was not written")


def hooks():
    text = (ROOT / ".pre-commit-hooks.yaml").read_text()
    found = dict(zip(re.findall(r"^- id: (\S+)$", text, re.M), re.findall(r"^  entry: (.+)$", text, re.M)))
    expect(list(found) == ["doccord", "doccord-accepted"], str(found))
    project = project_with_base()
    project.run(*found["doccord"].split(), code=1, env=on_path(project))
    project.doccord("accept", "--all", "--reason", "as designed")
    project.run(*found["doccord"].split(), env=on_path(project))
    project.run(*found["doccord-accepted"].split(), env=on_path(project))
    project.write("doccord-accepted.jsonl", project.read("doccord-accepted.jsonl") + "=======\n")
    project.run(*found["doccord-accepted"].split(), code=2, env=on_path(project))


def workflows():
    """init writes what runs the gate, and never over what is there."""
    project = Project()
    project.git("init", "-q")
    printed = project.doccord("init", "--workflow", "github")
    expect_in("kept doccord.json", printed)
    workflow = project.read(".github/workflows/doccord.yml")
    inputs = re.findall(r"^          ([a-z-]+): ", workflow, re.M)
    action = (ROOT / "ci/github/action.yml").read_text()
    for name in inputs:
        expect(name == "fetch-depth" or f"\n  {name}:\n" in action, f"the action takes no {name}")
    project.doccord("init", "--workflow", "github", code=2)
    expect_in("is there already", project.errors)
    project.doccord("init", "--workflow", "gitlab")
    template = project.read(".gitlab/doccord.yml")
    block = template.split("  script:\n    - |\n")[1].split("\n  artifacts:")[0]
    script = "\n".join(line[6:] for line in block.splitlines())
    place = re.search(r'^    DOCCORD_PROJECT: "(.*)"$', template, re.M).group(1)
    (project.path / ".git").mkdir(exist_ok=True)
    project.run("sh", "-e", "-c", script, env={**on_path(project), "DOCCORD_PROJECT": place})
    expect((project.path / "gl-code-quality-report.json").exists(), "no report was written")


workflows()
for each in CHANGES:
    github(each)
    gitlab(each)
github_without_base()
action_is_whole()
hooks()
