"""What the tests of the gate share: a project made on the spot, git in it, and doccord run on it."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

DOCCORD = str(Path(sys.argv[1]).resolve())
ROOT = Path(__file__).resolve().parents[2]
SKIPPED = 77  # Of ctest: the test could not be made here.

CONFIG = '{"sources": [{"id": "guide", "path": "guide.md"}, {"id": "wiki", "path": "wiki.md"}, ' \
         '{"id": "book", "path": "book.md"}]}\n'

ENTRIES = {
    "401": ("Unauthorized", "The request lacks valid credentials."),
    "403": ("Forbidden", "The server refuses to fulfil the request."),
    "404": ("Not Found", "The server found nothing at that address."),
    "410": ("Gone", "The resource is gone and will not come back."),
    "500": ("Server Error", "The server met a condition that it did not expect."),
}


def table(entries, width=0):
    """A document: one entry a row. `width` changes its layout and nothing else."""
    rows = [("Code", "Name", "Description")] + [(key, *rest) for key, rest in entries.items()]
    lines = ["| " + " | ".join(cell.ljust(width) for cell in row) + " |" for row in rows]
    lines.insert(1, "| --- | --- | --- |")
    return "# Codes\n\n" + "\n".join(lines) + "\n"


class Project:
    """A directory with three documents that agree."""

    def __init__(self):
        self.directory = tempfile.TemporaryDirectory(prefix="doccord-test-")
        self.path = Path(self.directory.name).resolve()
        self.write("doccord.json", CONFIG)
        for name in ("guide", "wiki", "book"):
            self.write(name + ".md", table(ENTRIES))

    def write(self, name, text):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name):
        return (self.path / name).read_text(encoding="utf-8")

    def run(self, *command, code=0, env=None):
        """Runs a command here and gives its standard output; its exit code must be `code`."""
        variables = {k: v for k, v in os.environ.items()
                     if not k.startswith(("GIT_", "GITHUB_", "CI", "SOURCE_DATE"))}
        variables.update({"SOURCE_DATE_EPOCH": "1748736000", "GIT_CONFIG_GLOBAL": "/dev/null",
                          "GIT_CONFIG_SYSTEM": "/dev/null", "DOCCORD_BY": "jo@example.org"})
        variables.update(env or {})
        done = subprocess.run(command, cwd=self.path, capture_output=True, env=variables)
        self.errors = done.stderr.decode()
        if done.returncode != code:
            sys.exit(f"{' '.join(map(str, command))}: exit code {done.returncode}, expected {code}\n"
                     f"{done.stdout.decode()}{self.errors}")
        return done.stdout.decode()

    def doccord(self, *arguments, code=0, env=None):
        return self.run(DOCCORD, *arguments, code=code, env=env)

    def git(self, *arguments, code=0):
        return self.run("git", "-c", "user.name=Jo", "-c", "user.email=jo@example.org", *arguments,
                        code=code)

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def repository(self):
        self.git("init", "-q", "-b", "main")
        self.write(".gitattributes", "doccord-accepted.jsonl merge=union text eol=lf\n")
        self.commit("Begin")
        return self


def expect(condition, message):
    if not condition:
        sys.exit(message)


def expect_in(part, text):
    expect(part in text, f"expected {part!r} in:\n{text}")


def expect_not_in(part, text):
    expect(part not in text, f"did not expect {part!r} in:\n{text}")
