#!/usr/bin/env python3
"""Runs doccord on documents that hurt (inputs.py), each within 5 s and 512 MB, which the system enforces.

    tests/hostile/run.py DOCCORD [NAME...]

Allowed is an exit code of 0, 1 or 2, with a message that names the document when it is 2. Prints what did
not keep to that, and the counts."""

import concurrent.futures
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import inputs

DOCCORD = os.path.abspath(sys.argv[1])
SECONDS = 5
BYTES = 512 << 20
# Beside each input stands a good document, so that all steps run on what was read.
GOOD = "good.md"


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(directory, *arguments):
    started = time.monotonic()
    try:
        done = subprocess.run([DOCCORD, *arguments], cwd=directory, capture_output=True, timeout=8 * SECONDS,
                              preexec_fn=limited)
        return done.returncode, done.stderr.decode("utf-8", "replace"), time.monotonic() - started
    except subprocess.TimeoutExpired:
        return "timeout", "", time.monotonic() - started


def attack(item):
    name, texts = item
    failures = []
    with tempfile.TemporaryDirectory(prefix="doccord-hostile-") as directory:
        documents = [f"in-{i}-{name}" for i in range(len(texts))]
        for document, data in zip(documents, texts):
            pathlib.Path(directory, document).write_bytes(data)
        pathlib.Path(directory, GOOD).write_text(inputs.GOOD["md"])
        commands = [["check", "-q", "--format", "json", *documents, GOOD]]
        if len(documents) == 1:  # Several have so many keys that the system takes long to make the files of their pages.
            commands.append(["build", *documents, GOOD, "-o", "site"])
        for arguments in commands:
            code, errors, seconds = run(directory, *arguments)
            named = code != 2 or any(document in errors for document in documents)
            if code not in (0, 1, 2) or not named:
                failures.append(f"{name} ({sum(map(len, texts))} bytes): {arguments[0]}: {code} after {seconds:.1f} s: {errors[:300]}")
            if code == 2:
                break  # It was refused; building would say the same.
    return name, code, failures


def main():
    wanted = sys.argv[2:]
    items = [item for item in inputs.all_inputs() if not wanted or item[0] in wanted]
    refused = 0
    failures = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for _, code, found in pool.map(attack, items):
            refused += code == 2
            failures += found
    for failure in failures:
        print("FAILED", failure)
    print(f"hostile documents: {len(items)} tried, {refused} refused with a message, {len(items) - refused} read, "
          f"{len(failures)} failures")
    sys.exit(1 if failures else 0)


main()
