"""Keeps the figures of runs, one line of JSON a run, and prints how each went."""

import datetime
import json
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
PATH = HERE / "history.jsonl"
ROOT = HERE.parent.parent
MOST_COLUMNS = 6


def commit():
    """The revision that is checked out, with a + when what doccord is made of is not as it is there."""
    git = ["git", "-C", str(ROOT)]
    name = subprocess.check_output([*git, "rev-parse", "--short=10", "HEAD"], text=True).strip()
    changed = subprocess.run([*git, "diff", "--quiet", "HEAD", "--", "src", "site", "profiles", "CMakeLists.txt"])
    return name + ("+" if changed.returncode else "")


def processor():
    """Figures of unlike processors are not to be held against one another."""
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return "unknown"
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "unknown")


def record(figures):
    """`figures`: {"seconds": {name: number}, "cpu": ..., "megabytes": ..., "exponents": ..., "steps": ...}."""
    now = datetime.datetime.now(datetime.timezone.utc)
    line = {"date": now.strftime("%Y-%m-%dT%H:%MZ"), "commit": commit(), "cores": os.cpu_count(),
            "processor": processor(), "load": round(os.getloadavg()[0], 1), **figures}
    with open(PATH, "a", encoding="utf-8") as file:
        file.write(json.dumps(line, separators=(",", ":")) + "\n")


def shown(runs, kind, name):
    values = [run.get(kind, {}).get(name) for run in runs]
    cells = ["-" if value is None else f"{value:.4g}" for value in values]
    known = [value for value in values if value]
    return [*cells, f"{known[-1] / known[0]:.2f}" if len(known) > 1 else ""]


def print_history():
    """A line for each figure: its values in the last runs, oldest first, and the last one over the first."""
    if not PATH.exists():
        print("no run is recorded yet: tests/bench/run --record")
        return
    runs = [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()][-MOST_COLUMNS:]
    for run in runs:
        print(f"{run['commit']}  {run['date']}  {run['cores']} cores, {run['processor']}, load {run['load']}")
    for kind in ("seconds", "cpu", "megabytes", "exponents", "steps"):
        names = dict.fromkeys(name for run in runs for name in run.get(kind, {}))
        if not names:
            continue
        rows = [[kind, *(run["commit"] for run in runs), "last/first"]]
        rows += [[name, *shown(runs, kind, name)] for name in names]
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        print()
        for first, *rest in rows:
            cells = [cell.rjust(width) for cell, width in zip(rest, widths[1:])]
            print("  ".join([first.ljust(widths[0]), *cells]).rstrip())
