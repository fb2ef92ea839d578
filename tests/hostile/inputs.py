"""Documents that hurt: what is known to cost the parsers below us gigabytes or minutes, what is no text,
what is broken, and small good documents with random bytes changed. All made here, the same each time."""

import random

GOOD = {
    "md": "# Alarms\n\n| Code | Name | Meaning |\n|---|---|---|\n| 10 | Pump stopped | The pump does not turn. |\n"
          "| 11 | Pump hot | The *pump* is `too` hot, see [12](#a). |\n| 12 | Pump dry | No water &amp; no oil. |\n",
    "html": "<!doctype html><title>x</title><h1>Alarms</h1><dl><dt>10 Pump stopped<dd>The pump does not turn.</dd>"
            "<dt>11 Pump hot<dd>The pump is <b>too</b> hot.<dt>12 Pump dry<dd>No water &amp; no oil.</dl>\n",
    "txt": "Alarms\n\nPUMP_STOPPED (10)\n   The pump does not turn.\nPUMP_HOT (11)\n   The pump is too hot.\n"
           "PUMP_DRY (12)\n   No water and no oil.\n",
    "xml": "<?xml version='1.0'?><alarms><alarm code='10' name='PUMP_STOPPED'>The pump does not turn.</alarm>"
           "<alarm code='11' name='PUMP_HOT'>The pump is too hot.</alarm></alarms>\n",
    "csv": "code,name,meaning\n10,Pump stopped,The pump does not turn.\n11,Pump hot,\"The pump, it is too hot.\"\n",
    "json": '{"alarms": [{"code": 10, "name": "PUMP_STOPPED", "text": "The pump does not turn."},\n'
            ' {"code": 11, "name": "PUMP_HOT", "text": "The pump is \\u0074oo hot."}]}\n',
    "yaml": "# Alarms\nalarms:\n  - &a\n    code: 10\n    name: PUMP_STOPPED\n    text: 'The pump does not turn.'\n"
            "  - {code: 11, name: PUMP_HOT, text: \"The pump is \\u0074oo hot.\"}\n  - <<: *a\n    code: 12\n    text: |\n      No water\n"
            "      and no oil.\n",
    "h": "/* Alarms. */\n#define PUMP_STOPPED 10 /* The pump does not turn. */\n#define PUMP_HOT 11 /* The pump is hot. */\n"
         "enum more { PUMP_DRY = 12, /**< No water. */ PUMP_WET = 13 };\n",
}

N = 20000


def html():
    yield "deep-div", "<div>" * N
    yield "deeper-div", "<div>" * 10 * N
    yield "deep-list", "<ul><li>" * 2 * N
    yield "wide-and-deep", "<b>" * 400 + "<i>1</i> " * 2 * N
    yield "wide-in-deep-list", "<ul><li>" * 250 + "<i>1</i> " * 2 * N
    yield "spans-paragraphs", "<span>" * 2 * N + "</p>" * 2 * N
    for n in (500, 2000, 4000):
        yield f"formatting-{n}", "".join(f"<b {i}>" for i in range(n)) + "".join(
            f"<i {i}>" for i in range(n)) + "x</b>" * n
    yield "svg", "<svg>" * 10 * N
    yield "tables", "<table><tr><td>" * 5 * N
    yield "framesets", "<frameset>" * 10 * N
    yield "attributes", "<a " + " ".join(f"a{i}=1" for i in range(2 * N)) + ">x</a>"
    yield "entity-at-end", '<Div b.r="ZZ&gt'
    yield "entity-numbers", "<dl><dt>&#4294967361;<dd>&#xD800;&#0;&#x110000;" * 10
    yield "less-thans", "<" * 50 * N
    yield "ampersands", "&" * 50 * N
    yield "comments", "<!--" * 10 * N
    yield "scripts", "<script>" * N
    yield "unclosed-script", "<script>" + "x" * 10 * N
    yield "unclosed-attribute", '<a href="' + "x" * 10 * N
    yield "columns", "<table><tr>" + "<td>10" * 5 * N + "</table>"
    yield "colspan", "<table><tr><th>Code<th>Text<tr><td colspan=1000000000>10<td rowspan=99999999>x</table>" * 100
    yield "rowspans", "<table>" + "<tr><td rowspan=60000>10<td rowspan=60000>x" * 3000 + "</table>"
    yield "definition-lists", "<dl><dt>10<dd>" * 5000
    yield "nested-definitions", "<dl><dt>10 A<dd>" * 300 + "x"
    yield "terms-alone", "<dl>" + "<dt>10" * 5 * N + "</dl>"
    yield "headings", "".join(f"<h{i % 6 + 1}>{i} Name</h{i % 6 + 1}>" for i in range(N // 2))
    yield "anchors", '<a href="#x">10</a>' * 2 * N
    yield "keys-in-all-columns", "<table>" + "".join(
        "<tr>" + "".join(f"<td>{row} v{column}" for column in range(250)) for row in range(10, 250)) + "</table>"
    yield "templates", "<template><select><option>10" * N
    yield "math", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>" * 500


def markdown():
    yield "wide-table", "|x" * 2000 + "|\n" + "|-" * 2000 + "|\n" + "a\n" * 10000
    yield "pipes", "|" * 5 * N + "\n" + "|-" * 5 * N + "\n"
    yield "escaped-pipes", "|\\|" * 2 * N + "\n" + "|-" * 2 * N + "\n"
    yield "nested-items", "- " * N + "x" + "\n" * N
    yield "quotes-items", "> " + "- " * N + "x\n" + ">\n" * N
    yield "wide-in-quotes", "> " * 400 + "*a* `b`\n" * 2 * N
    yield "quote-emphasis", ">" * 2 * N + "a*" * 2 * N
    yield "images", "![[]()" * 2 * N
    yield "autolinks", "www.a_" * N
    yield "autolink-brackets", "http://a" + ")" * 5 * N
    yield "autolink-short", ":a@b.c"
    yield "references", "[a]: " + "u" * 5 * N + "\n\n" + "[a] " * N
    yield "open-brackets", "[" * 5 * N
    yield "brackets", "[" * N + "a" + "]" * N
    yield "bracket-pairs", "[a](" * 2 * N
    yield "stars", "*a " * 2 * N
    yield "stars-and-lines", "*_" * 2 * N + "a" + "_*" * 2 * N
    yield "strong", "a**b" + "c* " * 2 * N
    yield "backticks", "".join("e" + "`" * i for i in range(900))
    yield "nested-quotes", "> " * 5 * N + "a"
    yield "html-openers", "<!--" * 5 * N
    yield "html-tags", "<a x" * 2 * N
    yield "footnotes", "".join(f"[^{i}]: x [^{i + 1}]\n\n" for i in range(N // 2)) + "[^0]"
    yield "same-footnote", "[^a]: x\n\n" + "[^a] " * N
    yield "tildes", "~~a" * 2 * N
    yield "entities", "&amp;" * 5 * N
    yield "hard-breaks", "a  \n" * 2 * N
    yield "setext", "a\n" * N + "===\n"
    yield "fences", "```\n" * N
    yield "indents", " " * 5 * N + "a"
    yield "tabs", "\t" * 5 * N + "a"
    yield "front-matter", "---\n" + "a: b\n" * N
    yield "macros", "{{a(" * 2 * N
    yield "macros-nested", "{{" * 2 * N + "}}" * 2 * N
    yield "raw-html", "<dl>\n\n<dt>**10**\n\n<dd>x\n\n" * 500
    yield "definitions", "10\n: x\n\n" * N
    yield "task-items", "- [ ] 10 x\n" * N
    yield "headings", "".join(f"## {i} Name\n\nText of it.\n\n" for i in range(N // 40))
    yield "equal-headings", "## 10 Name\n\nText of it.\n\n" * (N // 2)
    yield "names", "# 100 Codes\n\n" + "".join(f"Constant: `NAME_{i}`\n\nText {i}.\n\n" for i in range(4 * N))
    yield "escapes", "\\" * 10 * N
    yield "same-long-word", "".join(f"## {i} A{i}\n\nThe {i} {'x' * 10 * N} is hot.\n\n" for i in range(1, 6))
    yield "links-deep", "[" * 1000 + "10](a)" * 1000


def text():
    yield "one-line", "x" * 500 * N
    yield "numbers", "10 " * 50 * N
    yield "number-lines", "10 a\n" * 5 * N
    yield "counting", "".join(f"{i} Name of it. The text of it.\n" for i in range(N // 40))
    yield "deep-directives", "".join(" " * i + f".. a:: B{i}\n" for i in range(N // 10))
    yield "empty-directives", "".join(f".. data:: A{i}\n" for i in range(N))
    yield "arguments", ".. data:: A\n" + "".join(f"   A{i}\n" for i in range(N)) + "\n" + "   Text.\n" * N
    yield "roles", ".. data:: A\n\n   :a:`b *c\n\n.. data:: B\n\n   " + " :a:`b ``c *d" * N
    yield "labels-above-a-text", "".join(f"A{i}::\n" for i in range(N // 16)) + "\tText.\n" * (N // 16)
    yield "blocks", "A::\n" + "".join("+\n" + "=" * (4 + i) + f"\nA{i}::\n" for i in range(N // 50)) + "x\n" * N
    yield "labels-within", "".join(f"A{i}::\n B{i};;\n  C{i}:::\n   text\n" for i in range(N // 40))
    yield "macros", "A::\n" + " a:b[ <<c *d" * N + "\nB:: x\n"
    yield "lines", "\n" * 100 * N
    yield "colons", "a: " * 5 * N
    yield "equals", "A: = 10\n" * 2 * N
    yield "rules", "-" * 10 * N + "\n" + "=" * 10 * N
    yield "table-rules", ("--- " * 200 + "\n") * 500
    yield "plus-grid", "+---+---+\n| 10 | x |\n" * N
    yield "brackets", "(" * 5 * N + "10" + ")" * 5 * N
    yield "indents", "".join(" " * (i % 300) + f"{i} x\n" for i in range(N // 40))
    yield "page-furniture", ("RFC 1 x\n\f\n" + "10 A\n   x\n") * 3000
    yield "combining", "10 a" + "\u0301" * 5 * N
    yield "bidi", "\u202e10\u202c x\u2066" * N
    yield "zero-width", "1\u200b0 x\n" * N
    yield "wide", "10 \U0001F469\u200D\U0001F4BB x\n" * N
    yield "sentences", "The number 10 is a number. " * N
    yield "words-of-one-letter", "a " * 10 * N
    yield "carriage-returns", "10 A\r" * 2 * N
    yield "long-words", ("10 " + "x" * 10000 + "\n") * 100


def xml():
    yield "deep", "<?xml version='1.0'?>" + "<a>" * 5 * N + "</a>" * 5 * N
    yield "wide-and-deep", "<?xml version='1.0'?>" + "<a>" * 500 + "<b>1</b>" * 5 * N + "</a>" * 500
    yield "laughs", "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'lol'>" + "".join(
        f"<!ENTITY a{i} '{'&a' + str(i - 1) + ';' if i else '&a;'}'>" * 1 for i in range(20)) + "]><l>&a19;</l>"
    yield "external", "<?xml version='1.0'?><!DOCTYPE l SYSTEM 'file:///etc/passwd' [<!ENTITY x SYSTEM " \
        "'file:///etc/passwd'>]><r><e code='10'>&x;</e><e code='11'>&x;</e></r>"
    yield "attributes", "<?xml version='1.0'?><r><e " + " ".join(f"a{i}='1'" for i in range(2 * N)) + "/></r>"
    yield "same-attributes", "<?xml version='1.0'?><r><e c='10' c='11'>x</e><e c='12' c='13'>y</e></r>"
    yield "two-roots", "<?xml version='1.0'?><a/><b/>"
    yield "cdata", "<?xml version='1.0'?><r>" + "<e code='10'><![CDATA[" + "x]" * 2 * N + "]]></e></r>"
    yield "unclosed-cdata", "<?xml version='1.0'?><r><![CDATA[" + "x" * 5 * N
    yield "instructions", "<?xml version='1.0'?>" + "<?a b?>" * 2 * N + "<r/>"
    yield "comments", "<?xml version='1.0'?><r>" + "<!-- -->" * 2 * N + "</r>"
    yield "references", "<?xml version='1.0'?><r><e code='10'>&#0;&#xD800;&#x110000;&nope;</e><e code='11'>x</e></r>"
    yield "records", "<?xml version='1.0'?><r>" + "<e code='10'><n>x</n></e>" * N + "</r>"
    yield "many-names", "<?xml version='1.0'?><r>" + "".join(f"<e{i} c='10'>x</e{i}>" for i in range(N)) + "</r>"
    yield "encoding", "<?xml version='1.0' encoding='Shift_JIS'?><r><e code='10'>x</e><e code='11'>y</e></r>"
    yield "unclosed", "<?xml version='1.0'?><r" + " a" * N
    yield "mismatched", "<?xml version='1.0'?><r><a><b></a></b></r>"


def csv():
    yield "columns", "code," + "," * 5 * N + "\n10" + ",x" * 5 * N + "\n"
    yield "quotes", '"' * 10 * N
    yield "open-quote", 'code,text\n10,"' + "x\n" * 5 * N
    yield "rows", "code,text\n" + "10,x\n" * 5 * N
    yield "counting", "code,name,text\n" + "".join(f"{i},N{i},The text {i}.\n" for i in range(N // 40))
    yield "uneven", "code,text\n10\n11,x,y,z\n,,,,\n12,x\n"
    yield "separators", ";" * N + "\n" + "\t" * N + "\n"
    yield "formulas", "code,text\n10,=cmd|'/c calc'!A1\n11,@SUM(1+1)\n12,+1\n"


def json():
    yield "deep-arrays", "[" * 50 * N
    yield "deep-closed", "[" * 5 * N + "]" * 5 * N
    yield "deep-objects", '{"a":' * 5 * N
    yield "wide-and-deep", "[" * 500 + "1," * 5 * N + "1" + "]" * 500
    yield "wide-in-deep-objects", '{"a":' * 500 + "[" + "1," * 5 * N + "1]" + "}" * 500
    yield "numbers", "[" + "1e999999999," * N + "1]"
    yield "long-number", "[" + "9" * 10 * N + "]"
    yield "same-keys", "{" + ",".join('"10": "x"' for _ in range(N)) + "}"
    yield "surrogates", '[{"code": 10, "text": "\\ud800"}, {"code": 11, "text": "\\udc00\\ud800"}]'
    yield "nul", '[{"code": 10, "text": "a\\u0000b"}, {"code": 11, "text": "x"}]'
    yield "records", "[" + ",".join('{"code": 10, "text": "x"}' for _ in range(N)) + "]"
    yield "many-members", "[" + ",".join("{" + ",".join(f'"m{j}": {j}' for j in range(300)) + "}" for _ in range(100)) + "]"
    yield "open-text", '["' + "x" * 5 * N
    yield "trailing", '[{"code": 10}] and more'
    yield "not-json", "{code: 10}"


def yaml():
    yield "deep-flow", "[" * 50 * N
    yield "deep-closed", "{a: [" * 2 * N + "]}" * 2 * N
    yield "deep-block", "- " * 5 * N
    yield "deep-keys", "? " * 5 * N
    yield "deep-indents", "".join(" " * i + "a:\n" for i in range(2000))
    yield "wide-and-deep", "[" * 500 + "1," * 5 * N + "]" * 500
    yield "wide-in-a-key", "{? [" + "[" * 400 + "1," * 20 * N + "]" * 400 + "]: 1}"
    yield "laughs", "a0: &a0 [lol]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 20))
    yield "quadratic-laughs", "a: &a " + "x" * 5 * N + "\nb:\n" + "- *a\n" * 5 * N
    yield "merged-laughs", "a: &a {" + ", ".join(f"k{i}: x" for i in range(1000)) + "}\n" + "".join(
        f"b{i}: {{<<: [{', '.join(['*a'] * 50)}]}}\n" for i in range(1000))
    yield "alias-in-itself", "a: &a\n  b: *a\n"
    yield "anchors", "".join(f"- &a{i} x\n" for i in range(5 * N))
    yield "aliases", "- &a\n" + "- *a\n" * 4 * N
    yield "no-anchor", "10: *a\n11: x\n"
    yield "tag-directives", "".join(f"%TAG !t{i}! tag:x\n" for i in range(5 * N)) + "---\n10: a\n11: b\n"
    yield "other-directives", "%FOO bar\n" * 5 * N + "---\n10: a\n11: b\n"
    yield "documents", "---\n10: a\n" * 2 * N
    yield "comments", "10: a # " + "x" * 5 * N + "\n" + "#\n" * 5 * N + "11: b\n"
    yield "long-key", "x" * 5 * N + ": 10\n"
    yield "long-keys", ("x" * 1000 + "\n") * 1000
    yield "colons", "a: " * 5 * N
    yield "same-keys", "10: x\n" * N
    yield "records", "- {code: 10, text: x}\n" * N
    yield "counting", "".join(f"- code: {i}\n  name: N{i}\n  text: The text {i}.\n" for i in range(N // 40))
    yield "blocks", "".join(f"{i}: |\n   The text\n   {i}.\n" for i in range(N // 40))
    yield "block-lines", "10: |\n" + "  x\n" * 5 * N
    yield "block-blanks", "10: >+\n" + "\n" * 50 * N
    yield "block-indents", "10: |\n" + "".join(" " * (i % 300) + "x\n" for i in range(N // 4))
    yield "open-quote", "10: '" + "x\n " * 5 * N
    yield "escapes", '10: "' + "\\x41" * 5 * N + '"\n11: b\n'
    yield "plain-lines", "10: x\n" + "  x\n" * 5 * N
    yield "tabs", "10:\t" * 2 * N
    yield "other-line-ends", "10: a\u0085" * N + "11: b\u2028" * N
    yield "marks", "\ufeff10: a\n\ufeff11: b\n"
    yield "nul", '- {code: 10, text: "a\\0b"}\n- {code: 11, text: "\\x00"}\n'
    yield "surrogates", '10: "\\ud83d\\ude00"\n11: x\n'


def source():
    yield "open-comment", "#define A 10 /* " + "x " * 5 * N
    yield "open-string", '#define A "' + "x" * 5 * N
    yield "defines", "".join(f"#define A{i} {i} /* The text {i}. */\n" for i in range(N // 40))
    yield "same-define", "#define A 10 /* x */\n" * N
    yield "braces", "enum {" * 2 * N
    yield "enum", "enum a {" + "A = 10, " * 2 * N + "};"
    yield "continued", "#define A \\\n" * 2 * N + "10"
    yield "stars", "/" + "*" * 10 * N + "/\n#define A 10"
    yield "slashes", "/" * 10 * N + "\n#define A 10\n"
    yield "quotes", "'\"" * 5 * N
    yield "raw", 'const char* a = R"(' + "x" * 5 * N


def rows(entries):
    return "# Alarms\n\n| Code | Name | Meaning |\n|---|---|---|\n" + "".join(
        f"| {key} | {name} | {text} |\n" for key, name, text in entries)


def words(number):
    """Eight words of which no two numbers have many in common."""
    random_ = random.Random(number)
    return " ".join("".join(random_.choice("bdfgklmnprst") + random_.choice("aeiou") for _ in range(3)) for _ in range(8))


def together():
    """Name, extension and the texts of documents that hurt when they are compared."""
    n = N // 2
    texts = [words(i) for i in range(n)]
    yield "swapped-keys", "md", [rows((i, f"N{i}", text) for i, text in enumerate(texts)),
                                 rows((i, f"N{i ^ 1}", texts[i ^ 1]) for i in range(n))]
    yield "slipped-keys", "md", [rows((i, f"N{i}", text) for i, text in enumerate(texts)),
                                 rows((i, f"N{i - 1}", texts[i - 1]) for i in range(n))]
    yield "keys-of-both", "md", [rows((f"E{i}-{i % 10}", f"N{i}", text) for i, text in enumerate(texts)),
                                 rows((f"E{i}-{(i + 1) % 10}", f"N{i}", text) for i, text in enumerate(texts))]
    for name, extension, text_ in (
            ("lists-below-headings", "html", "".join(f"<h2>T{i}</h2><dl><dt>{i} A<dd>x</dl>" for i in range(10, n))),
            ("tables-below-headings", "md", "".join(
                f"## T{i}\n\n| Code | Name |\n|---|---|\n| {i} | N{i} |\n| {i + 1} | M{i} |\n\n" for i in range(10, n))),
            ("lists-of-two", "md", "".join(f"## T{i}\n\n- `A{i}` ({i}): x\n- `B{i}` ({i + 1}): y\n\n" for i in range(10, n))),
            ("sections-of-options", "txt", "".join(
                f"SECTION {i}\n\n  --aa=X   The text {i}.\n  --bb=Y   The text.\n\n" for i in range(n))),
            ("sections-of-two", "txt", "".join(
                f"SECTION {i}\n\n10 A{i}\n   The {i}.\n\n11 B{i}\n   It.\n\n" for i in range(n)))):
        yield name, extension, [text_, text_]


MAKERS = {"html": html, "md": markdown, "txt": text, "xml": xml, "csv": csv, "json": json, "yaml": yaml, "h": source}

# No text at all, or not ours to read; for every format.
NO_TEXT = {
    "empty": b"", "blank": b" \n\t\r\n", "nul": b"10 a\0b\n11 c\n", "utf-16-le": "10 a\n11 b\n".encode("utf-16"),
    "utf-16-be": b"\xfe\xff\x001\x000", "utf-32": "10 a\n".encode("utf-32"), "latin-1": b"10 caf\xe9\n11 x\n",
    "overlong": b"10 \xc0\xaf\n", "surrogate": b"10 \xed\xa0\x80\n", "beyond": b"10 \xf4\x90\x80\x80\n",
    "cut": b"10 a\n11 \xe2\x82", "continuations": b"\x80" * 5000, "mark-alone": b"\xef\xbb\xbf",
    "marks": b"\xef\xbb\xbf" * 1000 + b"10 a", "elf": b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40,
    "controls": bytes(range(1, 32)) * 200, "escapes": b"\x1b]0;x\x07\x1b[2J10 a\n\x1b[31m11 b\n" * 50,
}


def mutated(text, random_):
    """A few bytes changed, taken out, doubled or swapped for something that means something somewhere."""
    special = [b"<", b">", b"&", b'"', b"'", b"|", b"`", b"\\", b"\n", b"\r", b"\0", b"\xff", b"{{", b"-->", b"]]>", b"/*",
               b"\xe2\x80\xae", b"(", b"10", b"99999999999999999999", b"0x", b"\t", b"<dl>", b"</table>", b"# ", b"---\n"]
    data = bytearray(text.encode())
    for _ in range(random_.randint(1, 8)):
        at = random_.randrange(len(data))
        what = random_.randrange(4)
        if what == 0:
            data[at:at + random_.randint(1, 20)] = b""
        elif what == 1:
            data[at:at] = random_.choice(special) * random_.choice([1, 1, 1, 2, 50])
        elif what == 2:
            end = min(len(data), at + random_.randint(1, 60))
            data[at:at] = data[at:end]
        else:
            data[at] = random_.randrange(256)
        if not data:
            data = bytearray(b"x")
    return bytes(data)


def all_inputs(mutations=45):
    """Name (with the extension that tells the format) and the bytes of each document, one after the other."""
    for name, data in one_by_one(mutations):
        yield name, [data]
    for name, extension, texts in together():
        yield f"{name}.{extension}", [text_.encode() for text_ in texts]


def one_by_one(mutations=45):
    for extension, maker in MAKERS.items():
        for name, text_ in maker():
            yield f"{name}.{extension}", text_.encode("utf-8", "surrogatepass")
        for name, data in NO_TEXT.items():
            yield f"{name}.{extension}", data
        random_ = random.Random(extension)
        for i in range(mutations):
            yield f"mutated-{i}.{extension}", mutated(GOOD[extension], random_)
