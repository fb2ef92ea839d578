#!/usr/bin/env python3
"""Holds what measures against figures that are known, and runs it on documents that are small.

    check.py DOCCORD"""

import contextlib
import io
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import aims
import measure

EXPECTED = """\
aim                         doccord        beside                       ratio  aimed at
check                       1.000 s        codespell 4.000 s             0.25       0.5         reached
build again after a change  3.000 s        hugo 1.000 s                     3    0.0333  90.0 times as much
check, memory               116.8 MB       bytes of the documents 20.0 MB   5         4  1.2 times as much
check, growth over entries  exponent 1.00                                   1      1.05         reached
"""


def figure(program, seconds, megabytes=1.0, problem=""):
    return measure.Figure(program, [measure.Run(seconds, seconds)], megabytes, problem)


def check_aims():
    measured = [
        ("20x1000", "check", 1, [figure("doccord", 1.0), figure("codespell", 4.0)]),
        ("100x1000", "check", 20_000_000, [figure("doccord", 1.0, 116.8)]),
        ("100x1000", "build again after a change", 1, [figure("doccord", 3.0), figure("hugo", 1.0)]),
        # What was not measured is no row.
        ("markdown-256MB", "extract", 1, [figure("doccord", 1.0), figure("cmark-gfm", 0.0, problem="not done")]),
    ]
    growth = {"entries": {"check": [(size, figure("doccord", size / 10)) for size in (1, 2, 4)]}}
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        aims.print_aims(measured, growth)
    found = [" ".join(line.split()) for line in out.getvalue().splitlines()]
    wanted = [" ".join(line.split()) for line in EXPECTED.splitlines()]
    assert found == wanted, out.getvalue()


def check_run(doccord):
    done = subprocess.run([sys.executable, HERE / "run", doccord, "--corpus", "5x12", "--limit", "30"],
                          capture_output=True, text=True, check=True)
    rows = [line for line in done.stdout.splitlines() if line.split()[:1] == ["5x12"]]
    own = [line for line in rows if "  doccord" in line]
    assert own, done.stdout
    for line in own:
        assert "error" not in line and "exit code" not in line and "not done" not in line, line
    print(f"bench: {len(rows)} figures on documents of twelve entries, {len(own)} of them doccord's")


check_aims()
check_run(sys.argv[1])
