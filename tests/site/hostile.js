// Documents that try to break out of the pages that show them.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const keys = [
  "../x", "a/b", "CON", "%2e", "%2e%2e%2f", "<b>k</b>", "\"quoted\"", "'single'", "{{title}}", "{{{x}}}",
  "&amp;", "</script><script>alert(1)</script>", "long".repeat(60), "\u202edekcab", "k?q=1#f", ".", "..",
  "con", "nul.txt", "-dash", "ключ", "鍵", "e\u0301", "a b",
];

const text_of = (key, turn) =>
  [
    `</script><img src=x onerror="document.title='broken'"> for ${key}`,
    `\u202eright to left\u202c and \u2066isolates\u2069, {{x}} and {{{y}}}`,
    `"double" 'single' \`back\` & &lt; <!-- comment --> ]]> ${"unbroken".repeat(40)}`,
    `javascript:alert(1) data:text/html,<script>alert(${turn})</script>`,
  ].join(" ");

const escaped = (text) =>
  text.replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[mark]);

const xml_of = (entries) =>
  `<all>\n${entries
    .map(({ key, name, text }) =>
      `<e><k>${escaped(key)}</k><n>${escaped(name)}</n><d>${escaped(text)}</d></e>\n`)
    .join("")}</all>\n`;

// Two documents that share most texts, and one of its own; their titles are hostile as well.
function write_hostile_documents(directory) {
  const entries = (text) =>
    keys.map((key, place) => ({ key, name: `NAME_<i>${place}</i>_"x"`, text: text(key, place) }));
  const documents = {
    first: entries((key) => text_of(key, 1)),
    second: entries((key, place) => text_of(key, 1) + (place % 3 ? "" : " not")),
    third: entries((key, place) => `Nothing like them, number ${place} <svg/onload=alert(2)>`).slice(4),
  };
  const sources = Object.entries(documents).map(([name, all]) => {
    fs.writeFileSync(path.join(directory, `${name}.xml`), xml_of(all));
    return {
      id: name === "first" ? "merged" : name,
      path: `${name}.xml`,
      title: `</title><img src=x onerror=alert(3)> ${name}`,
      publisher: '"><script>alert(4)</script>',
      select: { entry: "//e", key: "k", names: ["n"], description: "d" },
      key: { pattern: "(?s).+" },
    };
  });
  fs.writeFileSync(path.join(directory, "doccord.json"), JSON.stringify({ sources }));
  return directory;
}

module.exports = { write_hostile_documents };
