#!/usr/bin/env python3
"""Makes the Hugo project that shows what doccord's website shows of the documents that corpus.py makes: a page for
each key with what every source says of it. Hugo does not compare; its pages hold less than doccord's.

    hugo_site.py DIRECTORY --sources N --entries M [--seed S] [--texts WHICH]"""

import argparse
import json
import pathlib

import corpus

LAYOUTS = {
    "_default/baseof.html": "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{{ .Title }}</title>"
                            "</head><body>{{ block \"main\" . }}{{ end }}</body></html>",
    "_default/single.html": "{{ define \"main\" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}",
    "index.html": "{{ define \"main\" }}<h1>All</h1><ul>{{ range .Site.RegularPages }}<li>"
                  "<a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}",
}
CONFIG = {"baseURL": "https://example.org/", "title": "Error codes", "disableKinds": ["taxonomy", "term", "RSS"]}


def texts_by_key(given):
    originals = corpus.entries(given.entries, given.seed)
    found = {key: [] for key, _, _ in originals}
    for source in range(given.sources):
        for key, name, text in corpus.drifted(originals, source, given.seed, given.texts):
            found[key].append((source, name, text))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("--sources", type=int, required=True)
    parser.add_argument("--entries", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--texts", choices=tuple(corpus.DRIFT), default="copied")
    given = parser.parse_args()
    for path, text in LAYOUTS.items():
        file = given.directory / "layouts" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (given.directory / "config.json").write_text(json.dumps(CONFIG), encoding="utf-8")
    content = given.directory / "content"
    content.mkdir(exist_ok=True)
    for key, said in texts_by_key(given).items():
        rows = "".join(f"| {source} | {name} | {text} |\n" for source, name, text in said)
        page = f"{json.dumps({'title': key})}\n\n| Source | Name | Text |\n|---|---|---|\n{rows}"
        (content / f"{key}.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
