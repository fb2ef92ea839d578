#!/usr/bin/env python3
"""What doccord leaves behind when it is killed, when the system refuses, and when others write as well:
the old or the new, whole; a clear error and exit code 2; and a next run that works.

    tests/faults/faults.py DOCCORD [--kills N] [--mallocs N] [--calls N]

`--kills` is how often it is killed (50), `--mallocs` how many of the allocations fail, evenly spread
(8; 0: each of them), `--calls` the same for writes and the like. Needs a C compiler for the failing calls; without one those are left out, and it
says so."""

import argparse
import hashlib
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ACCEPTED = "doccord-accepted.jsonl"
CONFIG = '{"sources": [{"id": "guide", "path": "guide.md"}, {"id": "wiki", "path": "wiki.md"}]}\n'
failures = []
counts = {}


def count(what, number=1):
    counts[what] = counts.get(what, 0) + number


def fail(message):
    failures.append(message)
    print("FAILED", message, flush=True)


def expect(holds, message):
    if not holds:
        fail(message)


def table(word, keys=range(400, 412)):
    rows = "".join(f"| {key} | Name {key} | The {word} number {key} is told here. |\n" for key in keys)
    return "# Codes\n\n| Code | Name | Meaning |\n|---|---|---|\n" + rows


class Project:
    """Two documents that differ, in a directory of their own."""

    def __init__(self, parent):
        self.path = pathlib.Path(tempfile.mkdtemp(dir=parent))
        self.write("doccord.json", CONFIG)
        self.write("guide.md", table("first"))
        self.write("wiki.md", table("second"))

    def write(self, name, text):
        (self.path / name).write_text(text)

    def variables(self, more=None):
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT", "CI", "SOURCE_DATE"))}
        return {**kept, "SOURCE_DATE_EPOCH": "1748736000", "DOCCORD_BY": "jo", **(more or {})}

    def start(self, *arguments, env=None, **rest):
        rest = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **rest}
        return subprocess.Popen([DOCCORD, *arguments], cwd=self.path, env=self.variables(env), **rest)

    def run(self, *arguments, env=None, **rest):
        rest = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **rest}
        return subprocess.run([DOCCORD, *arguments], cwd=self.path, env=self.variables(env), timeout=120, **rest)


def tree(directory):
    """Digests by path; what is on its way to its place has a name of its own and is left out."""
    files = (p for p in pathlib.Path(directory).rglob("*") if p.is_file() and p.name != ".doccord-new")
    return {str(p.relative_to(directory)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


ACCEPT = ("accept", "--all", "--reason", "as agreed")


class Outcomes:
    """The site and the acceptance file as whole runs leave them: before (old) and after (new)."""

    def __init__(self, parent):
        self.project = Project(parent)
        run = self.project.run
        expect(run("build", "-o", "site").returncode == 0, "build does not work at all")
        self.old_site = tree(self.project.path / "site")
        self.project.write("wiki.md", table("third", range(402, 416)))
        expect(run("build", "-o", "new").returncode == 0, "build does not work at all")
        self.new_site = tree(self.project.path / "new")
        shutil.rmtree(self.project.path / "new")
        shutil.copytree(self.project.path / "site", self.project.path / "kept")
        expect(run(*ACCEPT).returncode == 0, "accept does not work at all")
        self.accepted = (self.project.path / ACCEPTED).read_bytes()
        self.reset()
        found = json.loads(run("check", "--format", "json", "--fail-on", "never").stdout)["discrepancies"]
        expect(run("accept", found[0]["id"], "--reason", "long ago").returncode == 0, "accept of one does not work")
        self.one = (self.project.path / ACCEPTED).read_bytes()
        expect(run(*ACCEPT).returncode == 0, "accept of the rest does not work")
        self.rest = (self.project.path / ACCEPTED).read_bytes()
        self.reset()
        self.checked = run(*COMMANDS["check"]).stdout

    def reset(self):
        shutil.rmtree(self.project.path / "cache", ignore_errors=True)
        shutil.rmtree(self.project.path / "site", ignore_errors=True)
        shutil.copytree(self.project.path / "kept", self.project.path / "site")
        for path in self.project.path.glob(ACCEPTED + "*"):
            path.unlink()

    def check_site(self, what, again=True):
        """Each file old or new; then a run makes it the new site."""
        site = self.project.path / "site"
        marker = ".doccord-site"
        for path, digest in tree(site).items():
            whole = digest in (self.old_site.get(path), self.new_site.get(path))
            expect(whole or path == marker, f"{what}: {path} is neither old nor new")
        if not again:
            return
        done = self.project.run("build", "-o", "site")
        expect(done.returncode == 0, f"{what}: the next build fails: {done.stderr.decode()[:300]}")
        expect(tree(site) == self.new_site, f"{what}: the next build leaves another site")
        expect(not list(site.rglob(".doccord-new")), f"{what}: a temporary file stays in the site")

    def one_accepted(self):
        (self.project.path / ACCEPTED).write_bytes(self.one)

    def check_rest(self, what, done):
        """An earlier decision is never lost."""
        there = (self.project.path / ACCEPTED).read_bytes()
        expect(there in (self.one, self.rest), f"{what}: the acceptance file is neither old nor new")
        expect(done.returncode != 0 or there == self.rest, f"{what}: exit code 0, but not accepted")

    def check_cached(self, what, done):
        """A cache that could not be used costs a warning, and one that was cut off is used by nobody."""
        expect(done.returncode != 0 or done.stdout == self.checked, f"{what}: exit code 0, but another result")
        again = self.project.run(*COMMANDS["check with a cache"])
        expect(again.returncode == 0 and again.stdout == self.checked, f"{what}: the next check has another result")

    def check_accepted(self, what):
        path = self.project.path / ACCEPTED
        there = path.read_bytes() if path.exists() else b""
        expect(there in (b"", self.accepted), f"{what}: the acceptance file is neither old nor new")
        done = self.project.run(*ACCEPT)
        expect(done.returncode == 0 or there == self.accepted,
               f"{what}: the next accept fails: {done.stderr.decode()[:300]}")
        expect(path.exists() and path.read_bytes() == self.accepted,
               f"{what}: the next accept leaves something else")


def kill_loop(outcomes, kills):
    random_ = random.Random(1)
    commands = {"build": ("build", "-o", "site"), "accept": ACCEPT}
    lengths = {}
    for name, command in commands.items():
        outcomes.reset()
        started = time.monotonic()
        outcomes.project.run(*command)
        lengths[name] = time.monotonic() - started
    for turn in range(kills):
        name = ("build", "accept")[turn % 2]
        outcomes.reset()
        process = outcomes.project.start(*commands[name])
        time.sleep(random_.uniform(0, 1.1) * lengths[name])
        process.kill()
        process.wait()
        count("kills")
        check = outcomes.check_site if name == "build" else outcomes.check_accepted
        check(f"kill {turn} of {name}")


def concurrent(outcomes):
    for command, check in ((("build", "-o", "site"), outcomes.check_site), (ACCEPT, outcomes.check_accepted)):
        outcomes.reset()
        processes = [outcomes.project.start(*command, stderr=subprocess.PIPE) for _ in range(16)]
        for process in processes:
            errors = process.communicate()[1].decode()
            count("concurrent runs")
            expect(process.returncode == 0 or command == ACCEPT and process.returncode == 2,
                   f"16 at once: {command[0]}: exit code {process.returncode}: {errors[:300]}")
        if command[0] == "build":
            expect(tree(outcomes.project.path / "site") == outcomes.new_site, "16 at once: another site")
        check(f"16 at once: {command[0]}")


def refused(done, what, names=()):
    errors = (done.stderr or b"").decode("utf-8", "replace")
    count("faults")
    expect(done.returncode == 2, f"{what}: exit code {done.returncode}, expected 2: {errors[:300]}")
    expect("error: " in errors and all(name in errors for name in names),
           f"{what}: the message does not say it: {errors[:300]}")


def small_files():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600))


def full_disk(outcomes):
    outcomes.reset()
    run = outcomes.project.run
    refused(run("build", "-o", "site", preexec_fn=small_files), "files of 600 bytes at most: build", ["site/"])
    outcomes.check_site("files of 600 bytes at most: build")
    refused(run(*ACCEPT, preexec_fn=small_files), "files of 600 bytes at most: accept", [ACCEPTED])
    outcomes.check_accepted("files of 600 bytes at most: accept")
    disk = outcomes.project.path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True)
    if mounted.returncode != 0:
        print("skipped: a full disk: nothing can be mounted here")
        return
    try:
        refused(run("build", "-o", "disk/site"), "full disk: build", ["No space left"])
    finally:
        subprocess.run(["umount", disk], check=True)


def full_output(outcomes):
    for command in (("check",), ("check", "--format", "json"), ("extract",), ("registry",), ("explain", "--all")):
        with open("/dev/full", "wb") as full:
            done = outcomes.project.run(*command, stdout=full)
        refused(done, f"/dev/full: {command}", ["standard output"])


def read_only(outcomes):
    if os.geteuid() == 0:
        become = {"user": 65534, "group": 65534}
        for path in [*outcomes.project.path.parents][:1] + [outcomes.project.path]:
            path.chmod(0o755)
    else:
        become = {}
        outcomes.project.path.chmod(0o555)
    try:
        for command in (("build", "-o", "fresh"), ACCEPT):
            refused(outcomes.project.run(*command, **become), f"read-only directory: {command[0]}")
    finally:
        outcomes.project.path.chmod(0o755)


def signals(outcomes):
    read, write = os.pipe()
    os.close(read)
    # As in `doccord explain --all | head -1`: whoever reads it has gone.
    done = outcomes.project.run("explain", "--all", stdout=write, restore_signals=True)
    expect(done.returncode == -signal.SIGPIPE and not done.stderr, f"closed pipe: {done.returncode}: {done.stderr[:200]}")
    done = outcomes.project.run("explain", "--all", stdout=write, preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN))
    os.close(write)
    refused(done, "closed pipe, SIGPIPE ignored", ["standard output"])
    count("faults")
    random_ = random.Random(2)
    for turn in range(40):
        outcomes.reset()
        command = ("build", "-o", "site") if turn % 2 else ACCEPT
        number = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[turn % 3]
        process = outcomes.project.start(*command)
        time.sleep(random_.uniform(0, 0.1))
        process.send_signal(number)
        check_ended_by(outcomes, process.wait(), number, f"{command[0]}: {number.name} {turn}", (0, -number))


def exports(outcomes):
    """What git checks out for --base is gone, however doccord ends."""
    if not shutil.which("git"):
        print("skipped: exports: no git here")
        return
    project = Project(outcomes.project.path.parent)
    for number in range(200):
        (project.path / f"other-{number}").write_text("x" * 1000)
    git = ["git", "-C", project.path, "-c", "user.name=jo", "-c", "user.email=jo@localhost"]
    for command in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "all")):
        subprocess.run([*git, *command], check=True, env=project.variables())
    scratch = project.path / "scratch"
    scratch.mkdir()
    command = ("check", "-q", "--fail-on", "never", "--base", "HEAD")
    started = time.monotonic()
    expect(project.run(*command, env={"TMPDIR": str(scratch)}).returncode == 0, "check --base does not work at all")
    length = time.monotonic() - started
    expect(not list(scratch.iterdir()), "check --base leaves its checkout")
    random_ = random.Random(3)
    for turn in range(40):
        number = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL)[turn % 4]
        process = project.start(*command, env={"TMPDIR": str(scratch)})
        time.sleep(random_.uniform(0, 1.1) * length)
        process.send_signal(number)
        count("signals" if number != signal.SIGKILL else "kills")
        count("faults")
        what = f"check --base: {number.name} {turn}"
        code = process.wait()
        expect(code in (0, -number), f"{what}: exit code {code}")
        # Its remover outlives it, and waits for git.
        deadline = time.monotonic() + 20
        while list(scratch.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.01)
        expect(not list(scratch.iterdir()), f"{what}: the checkout stays")


def litter(directory):
    """What is there for a while only, while a file or a site is being written."""
    return [str(path) for path in directory.rglob("*") if path.name == ".doccord-new" or path.name.endswith(("-new", ".lock"))]


def check_ended_by(outcomes, code, number, what, codes):
    count("faults")
    count("signals")
    expect(code in codes, f"{what}: exit code {code}")
    left = litter(outcomes.project.path)
    expect(not left, f"{what}: left {left}")
    check = outcomes.check_site if what.startswith("build") else outcomes.check_accepted if what.startswith("accept") else None
    if check:
        check(what)


def nth_signals(outcomes, preloaded, calls):
    """SIGINT and SIGTERM just before each call that changes a file."""
    log = outcomes.project.path / "calls"
    commands = {"build": ("build", "-o", "site"), "accept": ACCEPT,
                "check": ("check", "-q", "--fail-on", "never", "--format", "json=report.json")}
    for name, command in commands.items():
        for kind in ("write", "open", "rename", "fsync"):
            env = {"LD_PRELOAD": str(preloaded), "DOCCORD_FAULT": kind, "DOCCORD_FAULT_LOG": str(log)}
            outcomes.reset()
            outcomes.project.run(*command, env={**env, "DOCCORD_FAULT_AT": "0"})
            for place in chosen(int(log.read_text()), calls):
                number = (signal.SIGINT, signal.SIGTERM)[place % 2]
                outcomes.reset()
                done = outcomes.project.run(*command, env={**env, "DOCCORD_FAULT_AT": str(place), "DOCCORD_FAULT_SIGNAL": str(int(number))})
                what = f"{name}: {number.name} before {kind} {place}"
                check_ended_by(outcomes, done.returncode, number, what, (-number,))
                report = outcomes.project.path / "report.json"
                expect(not report.exists() or json.loads(report.read_text()), f"{what}: half a report")


def library(parent):
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    made = pathlib.Path(parent) / "fail_nth.so"
    if compiler and subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-fno-builtin", "-o", made,
                                    HERE / "fail_nth.c", "-ldl"]).returncode == 0:
        return made
    return None


def chosen(total, most):
    """All of 1 to `total`, or so many evenly spread ones."""
    if most == 0 or total <= most:
        return range(1, total + 1)
    return sorted({1 + turn * (total - 1) // max(1, most - 1) for turn in range(most)})


CHECK = ("check", "--format", "json", "--fail-on", "never")
COMMANDS = {"check": CHECK, "check with a cache": (*CHECK, "--cache", "cache"), "build": ("build", "-o", "site"),
            "accept": ACCEPT, "accept more": ACCEPT}


def expect_told(done, what, kind):
    """It worked all the same, or a message and exit code 2."""
    errors = done.stderr.decode("utf-8", "replace")
    # The JSON library's destructor allocates; where that fails nobody can catch it.
    if kind == "malloc" and done.returncode == -signal.SIGABRT and "bad_alloc" in errors:
        count("ended by the runtime")
        done.returncode = 2
        errors = "error: " + errors
    # What is written to standard error, or synchronised as a courtesy, may fail unseen.
    expect(done.returncode in (0, 2), f"{what}: exit code {done.returncode}: {errors[:200]}")
    expect(done.returncode == 0 or "error: " in errors or kind == "write", f"{what}: no message: {errors[:200]}")


def expect_whole(outcomes, name, done, what, again):
    """What is on the disk afterwards: the old or the new, and the new where it said that all went well."""
    if name == "build":
        whole = tree(outcomes.project.path / "site") == outcomes.new_site
        expect(done.returncode != 0 or whole, f"{what}: exit code 0, but not the whole site")
        outcomes.check_site(what, again)
    elif name == "check with a cache":
        outcomes.check_cached(what, done)
    elif name == "accept more":
        outcomes.check_rest(what, done)
    elif name == "accept":
        there = outcomes.project.path / ACCEPTED
        expect(done.returncode != 0 or there.exists() and there.read_bytes() == outcomes.accepted,
               f"{what}: exit code 0, but not accepted")
        outcomes.check_accepted(what)


def nth_calls(outcomes, preloaded, mallocs, calls):
    log = outcomes.project.path / "calls"

    def run(name, env):
        outcomes.reset()
        if name == "accept more":
            outcomes.one_accepted()
        return outcomes.project.run(*COMMANDS[name], env=env)

    for name in COMMANDS:
        for kind in ("write", "open", "rename", "fsync", "read", "look", "malloc"):
            env = {"LD_PRELOAD": str(preloaded), "DOCCORD_FAULT": kind, "DOCCORD_FAULT_LOG": str(log)}
            expect(run(name, {**env, "DOCCORD_FAULT_AT": "0"}).returncode == 0, f"{name}: does not work with the library that counts")
            total = int(log.read_text())
            for place in chosen(total, mallocs if kind == "malloc" else calls):
                done = run(name, {**env, "DOCCORD_FAULT_AT": str(place)})
                what = f"{name}: {kind} {place} of {total} fails"
                count("faults")
                count(f"{kind}s that failed")
                expect_told(done, what, kind)
                expect_whole(outcomes, name, done, what, again=place % 8 == 1)


def main():
    global DOCCORD
    parser = argparse.ArgumentParser()
    parser.add_argument("doccord")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--mallocs", type=int, default=8)
    parser.add_argument("--calls", type=int, default=8)
    options = parser.parse_args()
    DOCCORD = os.path.abspath(options.doccord)
    with tempfile.TemporaryDirectory(prefix="doccord-faults-") as parent:
        outcomes = Outcomes(parent)
        for step in (full_output, full_disk, read_only, signals, exports, concurrent):
            step(outcomes)
        kill_loop(outcomes, options.kills)
        preloaded = library(parent)
        if preloaded:
            nth_calls(outcomes, preloaded, options.mallocs, options.calls)
            nth_signals(outcomes, preloaded, options.calls)
        else:
            print("skipped: failing calls: no C compiler here")
    print("faults by kind: " + ", ".join(f"{number} {what}" for what, number in counts.items() if what.endswith("that failed")))
    print(f"faults: {counts.get('kills', 0)} kills, {counts.get('faults', 0)} faults injected, {counts.get('signals', 0)} of them signals, "
          f"{counts.get('concurrent runs', 0)} concurrent runs, {len(failures)} failures "
          f"({counts.get('ended by the runtime', 0)} allocations whose failure ended the program uncaught)")
    sys.exit(1 if failures else 0)


main()
