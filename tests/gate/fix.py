"""What `fix` proposes for the five documents applies with git and patch, mends what it says, and is
nothing the second time."""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from support import DOCCORD, ROOT, expect, expect_in

FIVE = ["auhttp.txt", "wininet97.txt", "deno.txt", "winhttp.md", "oreilly.txt"]
EVERYTHING = ["--names-from", "deno", "--wording-of", "auhttp", "--add-missing-from", "auhttp"]


class Copies:
    """The five documents without the decisions about them."""

    def __init__(self):
        self.directory = tempfile.TemporaryDirectory(prefix="doccord-test-")
        self.path = Path(self.directory.name)
        for name in FIVE + ["doccord.json"]:
            shutil.copy(ROOT / "sources" / name, self.path / name)

    def run(self, *command, stdin=b""):
        return subprocess.run(command, cwd=self.path, input=stdin, capture_output=True)

    def fix(self, *options, code=0):
        done = self.run(DOCCORD, "fix", *options)
        self.errors = done.stderr.decode()
        expect(done.returncode == code,
               f"fix {options}: exit code {done.returncode}, expected {code}\n{self.errors}")
        return done.stdout

    def digest(self):
        return {name: hashlib.sha256((self.path / name).read_bytes()).hexdigest() for name in FIVE}

    def texts(self):
        return "\n".join((self.path / name).read_text(encoding="utf-8") for name in FIVE)

    def check(self):
        done = self.run(DOCCORD, "check", "--format", "concise", "--max-findings", "0")
        return done.stdout.decode().splitlines()


def apply_with_git(copies, diff):
    copies.run("git", "init", "-q")
    return copies.run("git", "apply", "-", stdin=diff)


def apply_with_patch(copies, diff):
    return copies.run("patch", "-s", "-p1", stdin=diff)


for options, code in ([], 0), (EVERYTHING, 1):
    results = []
    for apply in apply_with_git, apply_with_patch:
        copies = Copies()
        before = copies.digest()
        found = copies.check()
        diff = copies.fix(*options, code=code)
        expect(copies.digest() == before, "fix changed a document without being told to")
        expect(copies.fix(*options, code=code) == diff, "fix printed another diff the second time")
        applied = apply(copies, diff)
        expect(applied.returncode == 0, f"{apply.__name__}: {applied.stderr.decode()}")
        expect(copies.digest() != before, f"{apply.__name__} changed nothing")
        expect(copies.fix(*options, code=code) == b"", "fix proposes what was mended")
        expect(len(copies.check()) < len(found), "there is not less to find than before")
        results.append(copies.digest())

    # The same by itself.
    copies = Copies()
    expect_in("mended ", copies.fix("--write", *options, code=code).decode())
    results.append(copies.digest())
    expect(results[0] == results[1] == results[2], "git, patch and --write gave different documents")
    expect(copies.fix("--write", *options, code=code) == b"", "--write mends what was mended")

    texts = copies.texts()
    for slip in "evaluted", "the the ", "theContent-Range", "processing ,", "headrs", "\nWW-Auth":
        expect(slip not in texts, f"{slip!r} was not mended")

# Line ends stay as they are, a byte order mark too.
copies = Copies()
page = copies.path / "wininet97.txt"
page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
lines = page.read_bytes().count(b"\r\n")
copies.fix("--write", "--add-missing-from", "auhttp", "--only", "DC101,DC304", code=1)
after = page.read_bytes()
expect(after.startswith(b"\xef\xbb\xbf") and b"\xef\xbb\xbf" not in after[3:], "the mark moved")
expect(after.count(b"\n") == after.count(b"\r\n") > lines, "line ends changed")
expect(b"evaluated to false" in after and b"HTTP_STATUS_CONTINUE 100" in after, "not mended")

# What was accepted, as everything in sources/ was, is left alone.
copies = Copies()
shutil.copy(ROOT / "sources" / "doccord-accepted.jsonl", copies.path)
before = copies.digest()
expect(copies.fix(*EVERYTHING) == b"", "fix proposes to change what was accepted")
