#!/usr/bin/env python3
"""Sums up what gcov says of a build:  tests/coverage.py BUILD [--files]"""

import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]


def lines_of(data):
    """(file below src/, line, runs) of one object file."""
    printed = subprocess.run(["gcov", "--json-format", "--stdout", data], capture_output=True, text=True, cwd=data.parent).stdout
    for part in printed.splitlines():
        whole = json.loads(part)
        for file in whole["files"]:
            path = pathlib.Path(whole["current_working_directory"], file["file"]).resolve()
            if path.is_relative_to(ROOT / "src"):
                for line in file["lines"]:
                    yield str(path.relative_to(ROOT / "src")), line["line_number"], line["count"]


def ranges(numbers):
    """12, 14-16"""
    found = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in found)


def main():
    runs = {}  # A header is in many objects: a line counts as run when it is in one of them.
    for data in pathlib.Path(sys.argv[1]).resolve().rglob("*.gcda"):
        for file, line, count in lines_of(data):
            runs.setdefault(file, {}).setdefault(line, 0)
            runs[file][line] += count
    folders = {}
    for file, lines in sorted(runs.items()):
        run = sum(count > 0 for count in lines.values())
        folder = folders.setdefault(file.split("/")[0], [0, 0])
        folder[0] += run
        folder[1] += len(lines)
        if "--files" in sys.argv and run < len(lines):
            print(f"{100 * run / len(lines):6.1f} %  {file}: {ranges(n for n, count in lines.items() if count == 0)}")
    for folder, (run, all_lines) in folders.items():
        print(f"{100 * run / all_lines:6.1f} %  {folder}/: {run} of {all_lines} lines")
    run, all_lines = (sum(counts) for counts in zip(*folders.values()))
    print(f"coverage: {100 * run / all_lines:.1f} % of lines: {run} of {all_lines}")


main()
