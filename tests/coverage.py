#!/usr/bin/env python3
"""Sums up what clang counted:  tests/coverage.py BUILD [--files]

Lines by folder of src/ and in all, and the branches of the modules that tests/every_branch.txt names; --files
prints which lines and which of these branches are not run."""

import fnmatch
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src"
PROGRAMS = ["doccord", "tests/doccord_tests", "tests/fuzz/fuzz_replay"]


def counted(build):
    """What llvm-cov says of each file of src/, by its path there."""
    profile = build / "coverage.profdata"
    raw = list((build / "profiles").glob("*.profraw"))
    subprocess.run(["llvm-profdata", "merge", "-sparse", *raw, "-o", profile], check=True)
    first, *others = [build / program for program in PROGRAMS]
    objects = [f"-object={other}" for other in others]
    printed = subprocess.run(["llvm-cov", "export", "-skip-expansions", "-skip-functions", f"-instr-profile={profile}", first, *objects],
                             capture_output=True, check=True).stdout
    for file in json.loads(printed)["data"][0]["files"]:
        path = pathlib.Path(file["filename"]).resolve()
        if path.is_relative_to(SOURCES):
            yield str(path.relative_to(SOURCES)), file


def lines_of(file):
    """How often each line runs that has code: as often as the most frequent of what begins on it or reaches into it."""
    lines = {}
    reaching = None  # The count of what is open at the beginning of a line; None where there is no code.
    segments = {}
    for line, _, count, has_count, is_entry, is_gap in file["segments"]:
        segments.setdefault(line, []).append((count if has_count else None, is_entry and not is_gap))
    last = max(segments, default=0)
    for line in range(min(segments, default=1), last + 1):
        here = segments.get(line, [])
        entries = [count for count, is_entry in here if is_entry and count is not None]
        counts = entries + ([reaching] if reaching is not None else [])
        if counts:
            lines[line] = max(counts)
        if here:
            reaching = here[-1][0]
    return lines


def branches_of(file):
    """(line, column): how often a condition held and how often not. One in a template stands there once for each of its uses."""
    branches = {}
    for line, column, _, _, held, failed, *_ in file["branches"]:
        before = branches.get((line, column), (0, 0))
        branches[line, column] = (before[0] + held, before[1] + failed)
    return branches


def ranges(numbers):
    """12, 14-16"""
    found = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in found)


def named_modules():
    lines = (ROOT / "tests/every_branch.txt").read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def percent(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "none"


def main():
    details = "--files" in sys.argv
    patterns = named_modules()
    used = set()
    folders, branches = {}, [0, 0]
    for path, file in sorted(counted(pathlib.Path(sys.argv[1]).resolve())):
        lines = lines_of(file)
        run = sum(count > 0 for count in lines.values())
        folder = folders.setdefault(path.split("/")[0], [0, 0])
        folder[0] += run
        folder[1] += len(lines)
        if details and run < len(lines):
            print(f"{100 * run / len(lines):6.1f} %  {path}: {ranges(n for n, count in lines.items() if count == 0)}")
        matching = [pattern for pattern in patterns if fnmatch.fnmatch(path, pattern)]
        used.update(matching)
        if matching:
            for (line, column), sides in sorted(branches_of(file).items()):
                branches[0] += sum(count > 0 for count in sides)
                branches[1] += 2
                if details and 0 in sides:
                    never = "never run" if sides == (0, 0) else "never true" if sides[0] == 0 else "never false"
                    print(f"  branch  {path}:{line}:{column}: {never}")
    for pattern in patterns:
        if pattern not in used:
            sys.exit(f"tests/every_branch.txt: error: {pattern} names no file of src/")
    for folder, (run, all_lines) in folders.items():
        print(f"{100 * run / all_lines:6.1f} %  {folder}/: {run} of {all_lines} lines")
    run, all_lines = (sum(counts) for counts in zip(*folders.values()))
    print(f"coverage: {percent(run, all_lines)} of lines ({run} of {all_lines}), {percent(*branches)} of branches of the modules "
          f"of tests/every_branch.txt ({branches[0]} of {branches[1]})")


main()
