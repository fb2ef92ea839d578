#!/usr/bin/env python3
"""The same bytes whatever the machine is like: language, time zone, umask, home, threads, working directory.

    tests/hostile/surroundings.py DOCCORD"""

import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile

DOCCORD = os.path.abspath(sys.argv[1])
SOURCES = pathlib.Path(__file__).resolve().parents[2] / "sources"

# Languages that sort, fold and write numbers differently; those that are not installed count as "C".
SURROUNDINGS = {
    "as it is": {}, "C": {"LC_ALL": "C"}, "Turkish": {"LC_ALL": "tr_TR.UTF-8"}, "German": {"LC_ALL": "de_DE.UTF-8"},
    "Estonian": {"LC_ALL": "et_EE.UTF-8"}, "Latin-1": {"LC_ALL": "de_DE.ISO-8859-1"}, "Apia": {"TZ": "Pacific/Apia"},
    "no home": {"HOME": None, "USER": None, "LOGNAME": None}, "no terminal": {"TERM": None, "COLUMNS": None},
    "narrow umask": {"UMASK": "077"}, "wide umask": {"UMASK": "000"}, "one thread": {"JOBS": "1"}, "eight threads": {"JOBS": "8"},
}


def digest(directory, changes):
    """Of all that check and build make."""
    variables = {**os.environ, "SOURCE_DATE_EPOCH": "1748736000", "DOCCORD_BY": "jo", "TZ": "UTC", "JOBS": "2", "UMASK": "022", **changes}
    variables = {name: value for name, value in variables.items() if value is not None}
    jobs = ["--jobs", variables.pop("JOBS")]
    mask = int(variables.pop("UMASK"), 8)
    whole = hashlib.sha256()
    for arguments in (["check", "--fail-on", "never"], ["check", "--format", "json", "--fail-on", "never"], ["build", "-o", "site"]):
        done = subprocess.run([DOCCORD, *arguments, *jobs, str(SOURCES)], cwd=directory, capture_output=True, env=variables, umask=mask)
        if done.returncode != 0:
            sys.exit(f"{arguments}: exit code {done.returncode}: {done.stderr.decode()}")
        whole.update(done.stdout)
    site = pathlib.Path(directory, "site")
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        whole.update(str(path.relative_to(site)).encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()


def main():
    digests = {}
    for name, changes in SURROUNDINGS.items():
        with tempfile.TemporaryDirectory(prefix="doccord-around-") as directory:
            digests[name] = digest(directory, changes)
    different = [name for name, found in digests.items() if found != digests["as it is"]]
    for name in different:
        print(f"FAILED {name}: other bytes")
    print(f"surroundings: {len(digests)} tried, {len(different)} failures")
    sys.exit(1 if different else 0)


main()
