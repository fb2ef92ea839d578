"""Projects whose documents and configuration hold a few hostile texts in every field that there is."""

import html
import json

# Where texts stand, in documents and in the configuration. Ids have an alphabet of their own: run.py tries
# them apart.
FIELDS = ("title", "publisher", "path", "key", "name", "description", "section", "field label", "field value", "markup",
          "acceptance")
EACH = 6  # Texts in one project, and documents: each document has another one as its title.

SELECT = {"entry": "//array/object", "key": "member[@name='k']", "names": ["member[@name='n']"],
          "description": "member[@name='d']"}


def file_name(text):
    """The text as far as a file may be called so. A slash would be a directory."""
    name = text.replace("/", "|").replace("\0", "").encode()[:150].decode("utf-8", "ignore")
    return "p" + name if name.strip(". ") == "" or len(name) == 0 else name


def selected(texts, side):
    """Texts as keys, names and descriptions, which only hints can find."""
    said = ("is told here", "is not said there")[side]
    entries = [{"k": f"K{i}{text}", "n": f"N{i}{text}", "d": f"The text {i} {text} {said}."} for i, text in enumerate(texts)]
    return json.dumps({"entries": entries}, ensure_ascii=side == 0)


def records(texts, side):
    """Texts as labels and values of fields."""
    return json.dumps({"alarms": [{"code": 400 + i, "name": f"PUMP_{i}", "text": f"The pump number {i} does not turn.",
                                   f"L{i}{text}": f"F{side} is {text} here"} for i, text in enumerate(texts)]})


def sections(texts):
    """Texts as headings above the entries."""
    parts = ["<!doctype html><title>x</title><h1>All</h1>"]
    for i, text in enumerate(texts):
        rows = "".join(f"<tr><td>{400 + i + 10 * j}</td><td>PUMP_{i}</td><td>The pump {html.escape(text)} turns {j}.</td></tr>"
                       for j in range(2))
        parts.append(f"<h2>S{i}{html.escape(text)}</h2><table><tr><th>Code<th>Name<th>Meaning</tr>{rows}</table>")
    return "".join(parts)


def raw_markdown(texts):
    """Texts as they stand, so that markup among them is markup."""
    return "# All\n\n" + "".join(f"## {400 + i} PUMP_{i}\n\nThe pump number {i} is {text} here.\n\n" for i, text in enumerate(texts))


def raw_html(text):
    """At the end, since some of them swallow all that follows."""
    return ("<!doctype html><title>x</title><h1>All</h1><dl><dt>400 PUMP_A<dd>The pump does not turn.<dt>401 PUMP_B<dd>The pump is hot."
            f"<dt>402 PUMP_C<dd>The pump is {text} here.</dl>")


def write(directory, sources):
    (directory / "doccord.json").write_text(json.dumps({"sources": sources}))


def source(directory, number, body, texts, **more):
    """A document; the texts around it come one after the other, so that each is everything once."""
    turn = lambda step: texts[(number + step) % len(texts)]
    path = file_name(turn(2)) + f".{number}"
    (directory / path).write_bytes(body.encode("utf-8", "surrogatepass"))
    return {"id": f"s{number}", "path": path, "title": f"T{turn(0)}", "publisher": f"P{turn(1)}", **more}


def of_fields(directory, texts):
    hints = {"format": "json", "select": SELECT, "key": {"pattern": "(?s).+"}}
    write(directory, [
        source(directory, 0, selected(texts, 0), texts, **hints), source(directory, 1, selected(texts, 1), texts, **hints),
        source(directory, 2, records(texts, 0), texts, format="json"), source(directory, 3, records(texts, 1), texts, format="json"),
        source(directory, 4, sections(texts), texts, format="html"), source(directory, 5, raw_markdown(texts), texts, format="markdown")])


def of_markup(directory, texts):
    write(directory, [source(directory, i, raw_html(text), texts, format="html") for i, text in enumerate(texts)])
