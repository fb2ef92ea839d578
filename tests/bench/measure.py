"""Runs commands and takes their time and memory."""

import contextlib
import dataclasses
import os
import pathlib
import resource
import shutil
import signal
import statistics
import subprocess
import tempfile
import threading
import time
from typing import Callable

GNU_TIME = "/usr/bin/time"


@dataclasses.dataclass
class Command:
    """A whole command line. `fresh` is a directory that must not be there when it starts; `before` is called before
    each run and not timed."""
    program: str  # As the tables call it.
    line: list
    good: tuple = (0,)  # Exit codes by which it did its job.
    fresh: pathlib.Path = None
    most_memory: int = 0  # Bytes of address space; 0: as the system has it.
    before: Callable = None


@dataclasses.dataclass
class Run:
    seconds: float = 0.0
    cpu: float = 0.0        # Seconds of all processors; other work on the machine disturbs it less.
    megabytes: float = 0.0  # 10^6 bytes, at the peak.
    problem: str = ""       # Why there is no figure.


@dataclasses.dataclass
class Figure:
    """What all runs of one command came to."""
    program: str
    runs: list
    megabytes: float = 0.0
    problem: str = ""

    @property
    def median(self):
        return statistics.median(run.seconds for run in self.runs)

    @property
    def cpu(self):
        return statistics.median(run.cpu for run in self.runs)


def last_words(path):
    """The last line that the program wrote to standard error, cut to fit a table."""
    lines = path.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1].split("error: ")[-1][:80] if lines else ""


def start(command, line, out, err):
    """A process group of its own, so that all of it can be ended."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    # Set here for the moment of starting and not in the child, because Python starts programs faster that way.
    if command.most_memory:
        resource.setrlimit(resource.RLIMIT_AS, (command.most_memory, before[1]))
    try:
        return subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def wait(process, limit):
    """The exit code and what was used; no exit code when it came to no end within the limit."""
    late = threading.Event()

    def end():
        late.set()
        with contextlib.suppress(ProcessLookupError):  # It has just ended by itself.
            os.killpg(process.pid, signal.SIGKILL)

    timer = threading.Timer(limit, end)
    timer.start()
    try:
        _, status, used = os.wait4(process.pid, 0)
    except KeyboardInterrupt:  # The terminal does not reach into its process group.
        end()
        raise
    finally:
        timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return None if late.is_set() else process.returncode, used


def run_once(command, limit, with_memory):
    """One run. Output goes to files, as programs may do less for /dev/null.

    The system counts the memory of who starts a process as the process's own until it has become another program, so
    a small Python is the least that would be told; GNU time in between is smaller."""
    if command.fresh:
        shutil.rmtree(command.fresh, ignore_errors=True)
    if command.before:
        command.before()
    with tempfile.TemporaryDirectory(dir=scratch()) as directory:
        base = pathlib.Path(directory)
        line = command.line
        if with_memory and os.access(GNU_TIME, os.X_OK):
            line = [GNU_TIME, "-q", "-f", "%M", "-o", str(base / "memory"), *line]
        with open(base / "out", "wb") as out, open(base / "err", "wb") as err:
            started = time.perf_counter()
            process = start(command, line, out, err)
            code, used = wait(process, limit)
            run = Run(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6)
        if code is None:
            run.problem = f"not done after {limit:.0f} s"
        elif code not in command.good:
            run.problem = f"exit code {code}: {last_words(base / 'err')}"
        elif line is not command.line:
            run.megabytes = int((base / "memory").read_text().split()[-1]) * 1024 / 1e6
        return run


def scratch():
    """Where files cost little: the disk is not what is measured."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def measure(commands, rounds, limit, enough):
    """Runs the commands in turn, so that what else the machine does hits all alike. A first run of each fills the
    caches and gives the memory; it counts as the only one where it took longer than `enough` seconds."""
    figures = []
    for command in commands:
        run = run_once(command, limit, with_memory=True)
        slow = [run] if run.seconds > enough and not run.problem else []
        figures.append(Figure(command.program, slow, run.megabytes, run.problem))
    for _ in range(rounds):
        for command, figure in zip(commands, figures):
            if figure.problem or (figure.runs and figure.runs[0].seconds > enough):
                continue
            run = run_once(command, limit, with_memory=False)
            figure.problem = run.problem
            figure.runs.append(run)
    for command in commands:
        if command.fresh:
            shutil.rmtree(command.fresh, ignore_errors=True)
    return figures
