"""A run with a cache has the same result as one without, whatever happens to documents, configuration and the cache
between the runs, and reads only what has changed."""

import json
import os
import random
import shutil
import subprocess

from support import DOCCORD, ROOT, Project, expect, expect_in

SOURCES = ["auhttp.txt", "wininet97.txt", "deno.txt", "winhttp.md", "oreilly.txt"]
ROUNDS = int(os.environ.get("DOCCORD_ROUNDS", "40"))
HINTS = [{}, {"format": "text"}, {"format": "markdown"}, {"shape": "table"}, {"shape": "text-lines"},
         {"exclude": ["404"]}, {"exclude": ["4xx", "500"]}, {"key": {"pattern": "[45].*"}}, {"key": {"prefix": "4"}},
         {"aliases": {"404": ["four-oh-four", "Not Found"]}}, {"pattern": r"(?P<key>[1-5][0-9][0-9])\W+(?P<description>.*)"},
         {"title": "Another title", "authority": True}, {"scope": ["4xx"]}, {"date": "1999"}]
SETTINGS = [{}, {"rules": {"DC301": "note"}}, {"rules": {"DC302": "off"}}, {"failOn": "error"},
            {"profile": "http-status"}]
RESULTS = (("check", "--format", "json"), ("registry", "--format", "json"), ("check", "--format", "sarif", "-q"),
           ("extract", "--format", "jsonl"))


def table(random_, html):
    """A document that was not there before."""
    rows = [(key, f"Name {key}", f"The {random_.choice(('server', 'client'))} says {key}, no more.")
            for key in sorted(random_.sample(range(400, 430), 8))]
    if html:
        return "<table><tr><th>Code<th>Name<th>Meaning</tr>\n" + "".join(
            "<tr><td>" + "<td>".join(map(str, row)) + "</tr>\n" for row in rows) + "</table>\n"
    return "| Code | Name | Meaning |\n|---|---|---|\n" + "".join(
        "| " + " | ".join(map(str, row)) + " |\n" for row in rows)


class Changing:
    """A project in which something changes each round."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.project = Project()
        self.path = self.project.path
        for path in self.path.glob("*"):
            path.unlink()
        self.files = list(SOURCES)
        for name in SOURCES:
            shutil.copy(ROOT / "sources" / name, self.path)
        (self.path / "codes").mkdir()
        for key in (404, 405, 500):
            self.project.write(f"codes/{key}.md", f"# Name {key}\n\nThe text of {key} is short.\n")
        self.files.append("codes")
        self.hints = {}
        self.settings = {}
        self.earlier = []
        self.configure()

    def configure(self):
        sources = [{"path": name, "id": name.split(".")[0], **self.hints.get(name, {})} for name in self.files]
        self.project.write("doccord.json", json.dumps({"sources": sources, **self.settings}))

    def a_file(self):
        name = self.random.choice(self.files)
        if name != "codes":
            return self.path / name
        return self.random.choice(sorted((self.path / "codes").iterdir()))

    def edit(self):
        """A stretch of bytes is taken out, doubled, or another word put for one; or the file is as it was earlier."""
        path = self.a_file()
        before = path.read_bytes()
        words = before.split(b" ")
        at = self.random.randrange(len(words))
        lines = before.splitlines(keepends=True)
        line = self.random.randrange(len(lines))
        after = self.random.choice((
            lambda: b" ".join(words[:at] + [b"another"] + words[at + 1:]),
            lambda: b" ".join(words[:at] + words[at + 1:]),
            lambda: b"".join(lines[:line] + lines[line + 1:]),
            lambda: b"".join(lines[:line] + [lines[line]] * 2 + lines[line + 1:]),
            lambda: b"\xef\xbb\xbf" + before.removeprefix(b"\xef\xbb\xbf"),
            lambda: before.replace(b"\r\n", b"\n") if b"\r\n" in before else before.replace(b"\n", b"\r\n")))()
        self.earlier.append((path, before))
        path.write_bytes(after)

    def revert(self):
        if self.earlier:
            path, before = self.earlier.pop(self.random.randrange(len(self.earlier)))
            if path.exists():
                path.write_bytes(before)

    def add(self):
        html = self.random.random() < 0.5
        name = f"made{self.random.randrange(4)}.{'html' if html else 'md'}"
        if any(each.split(".")[0] == name.split(".")[0] for each in self.files):
            return self.edit()
        self.project.write(name, table(self.random, html))
        self.files.insert(self.random.randrange(len(self.files) + 1), name)
        return self.configure()

    def remove(self):
        if len(self.files) > 3:
            name = self.files.pop(self.random.randrange(len(self.files)))
            self.hints.pop(name, None)
            self.configure()
            if "made" in name:
                (self.path / name).unlink()

    def rename(self):
        """To an ending that tells nothing, or to one that tells something else."""
        place = self.random.randrange(len(self.files))
        name = self.files[place]
        if name == "codes":
            first = sorted((self.path / "codes").iterdir())[0]
            first.rename(first.with_name(f"{self.random.randrange(400, 420)}.md"))
            return
        new = name.split(".")[0] + self.random.choice((".txt", ".md", ".html", ".dat"))
        (self.path / name).rename(self.path / new)
        self.files[place] = new
        self.hints[new] = self.hints.pop(name, {})
        self.configure()

    def change_hints(self):
        self.hints[self.random.choice(self.files)] = self.random.choice(HINTS)
        self.configure()

    def change_settings(self):
        self.settings = self.random.choice(SETTINGS)
        self.random.shuffle(self.files)
        self.configure()

    def damage(self):
        """Whoever can write to the cache does; a checksum is not right by accident."""
        entries = sorted((self.path / "cache").glob("*.reading"))
        if not entries:
            return
        path, other = self.random.choice(entries), self.random.choice(entries)
        held = path.read_bytes()
        at = self.random.randrange(len(held))
        path.write_bytes(self.random.choice((
            b"", held[:at], held + b"\0", held[:at] + bytes([held[at] ^ 1 << self.random.randrange(8)]) + held[at + 1:],
            other.read_bytes(), os.urandom(200))))

    def change(self):
        for _ in range(self.random.choice((1, 1, 1, 2, 5))):
            self.random.choice((self.edit, self.edit, self.edit, self.edit, self.revert, self.add, self.remove,
                                self.rename, self.change_hints, self.change_hints, self.change_settings,
                                self.damage))()

    def result(self, *arguments):
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("CI", "GITHUB_", "DOCCORD_"))}
        done = subprocess.run([DOCCORD, *arguments], cwd=self.path, capture_output=True,
                              env={**environment, "SOURCE_DATE_EPOCH": "1748736000"})
        return done.returncode, done.stdout, done.stderr

    def site(self, *arguments):
        shutil.rmtree(self.path / "site", ignore_errors=True)
        result = self.result("build", "-o", "site", *arguments)
        files = sorted(path for path in (self.path / "site").rglob("*") if path.is_file())
        return result, [(str(path), path.read_bytes()) for path in files]


def test_random_changes():
    states = Changing(8)
    codes = set()
    for turn in range(ROUNDS):
        states.change()
        jobs = ("--jobs", str(states.random.randrange(1, 4)))
        for arguments in RESULTS:
            clean = states.result(*arguments, "--no-cache")
            codes.add(clean[0])
            for again in range(2):
                expect(states.result(*arguments, *jobs, "--cache", "cache") == clean,
                       f"round {turn}, {arguments}, time {again}: not as without a cache")
        if turn % 4 == 0:
            expect(states.site("--cache", "cache") == states.site("--no-cache"), f"round {turn}: another site")
    expect(ROUNDS < 40 or codes >= {0, 1, 2}, f"all kinds of results take part, not only {codes}")


def entries(project, directory="cache"):
    return {path.name for path in (project.path / directory).glob("*.reading")}


def test_only_what_changed_is_read():
    project = Project()
    check = ("check", "--format", "json", "--cache", "cache")
    project.doccord(*check)
    first = entries(project)
    expect(len(first) == 3, "one for each document")
    project.write("wiki.md", project.read("wiki.md").replace("credentials", "papers"))
    project.doccord(*check, code=1)
    second = entries(project)
    expect(second > first and len(second) == 4, "one more for the one that changed")
    project.doccord("registry", "--cache", "cache")
    project.doccord("build", "-o", "site", env={"DOCCORD_CACHE": "cache"})
    expect(entries(project) == second, "other commands have nothing to read")
    project.repository()
    project.write("book.md", project.read("book.md").replace("Gone", "Lost"))
    project.doccord("check", "--base", "main", "--cache", "cache", code=1)
    expect(len(entries(project)) == 5, "what --base reads is known from before")


def test_what_is_asked_for():
    project = Project()
    project.doccord("check", env={"DOCCORD_CACHE": ""})
    project.doccord("check", "--no-cache", env={"DOCCORD_CACHE": "cache"})
    expect(not (project.path / "cache").exists(), "no cache unless one is asked for")
    project.doccord("check", "--cache", "here", env={"DOCCORD_CACHE": "cache"})
    expect(entries(project, "here") and not (project.path / "cache").exists(), "the command line counts")


def test_no_use_of_a_cache_costs_a_warning():
    project = Project()
    clean = project.doccord("check", "--format", "json")
    (project.path / "open").mkdir(mode=0o755)
    (project.path / "open").chmod(0o755)
    project.write("file", "")
    (project.path / "full").mkdir(mode=0o700)
    for name, why in (("open", "is open to others (mode 755)"), ("file", "Not a directory"),
                      ("file/below", "Not a directory"), ("/proc/none", "No such file")):
        expect(project.doccord("check", "--format", "json", "--cache", name) == clean, f"{name}: another result")
        expect_in(f"doccord: warning: no use of the cache: {name} ", project.errors)
        expect_in(why, project.errors)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4k,mode=700", "tmpfs", project.path / "full"],
                             capture_output=True)
    if mounted.returncode == 0:
        try:
            project.write("full/taken", "x" * 4096)
            expect(project.doccord("check", "--format", "json", "--cache", "full") == clean, "full: another result")
            expect_in("No space left on device", project.errors)
        finally:
            subprocess.run(["umount", project.path / "full"], check=True)


def start(project, *arguments):
    return subprocess.Popen([DOCCORD, "check", "--format", "json", "--cache", "cache", *arguments], cwd=project.path,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_sixteen_at_once():
    states = Changing(16)
    clean = states.result("check", "--format", "json")
    for _ in range(4):
        shutil.rmtree(states.path / "cache", ignore_errors=True)
        for process in [start(states.project) for _ in range(16)]:
            out, errors = process.communicate()
            expect((process.returncode, out, errors) == clean, f"16 at once: {process.returncode} {errors[:500]}")
        left = [path.name for path in (states.path / "cache").iterdir() if path.name.endswith(".new")]
        expect(not left, f"16 at once: {left} stay")


def test_killed_while_it_writes():
    states = Changing(9)
    clean = states.result("check", "--format", "json")
    for turn in range(30):
        if turn % 3 == 0:
            shutil.rmtree(states.path / "cache", ignore_errors=True)
        process = start(states.project)
        try:
            process.communicate(timeout=states.random.uniform(0, 0.1))
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        expect(states.result("check", "--format", "json", "--cache", "cache") == clean, "killed: another result")


test_random_changes()
test_only_what_changed_is_read()
test_what_is_asked_for()
test_no_use_of_a_cache_costs_a_warning()
test_sixteen_at_once()
test_killed_while_it_writes()
