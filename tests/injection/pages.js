#!/usr/bin/env node
// Looks at every page of the sites that run.py has built, with parse5: only elements and attributes that the
// templates have, every address a page of the site, no parse errors, and the texts in them as text.
//   node tests/injection/pages.js SITES.json
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { files_below, need } = require("../site/support.js");

const parse5 = need("parse5");
const faults = new Map();  // What is wrong, and where it was seen.
let pages = 0;
let texts = 0;

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

// What the templates have; `data-` and `aria-` attributes hold text only.
const elements = new Set(("html head meta title link script body a header nav ul ol li main h1 h2 h3 h4 p span section table caption thead " +
  "tbody tr th td b i em strong small code pre svg symbol use path rect line circle g text desc figure figcaption dl dt dd div " +
  "article blockquote details summary ins del br kbd wbr footer abbr time").split(" "));
const attributes = new Set(("lang charset http-equiv content name property rel href type title src defer class id tabindex colspan rowspan " +
  "scope role dir datetime hidden viewBox preserveAspectRatio x y width height x1 y1 x2 y2 rx d cx cy r points fill stroke stroke-width " +
  "stroke-linecap stroke-linejoin open focusable").split(" "));
const known = (name) => attributes.has(name) || /^(data|aria)-[a-z]+$/.test(name);

// A text as a page shows it: what would turn others round, or is no character, is replaced.
const visible = (text) =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase()}]`)
    // eslint-disable-next-line no-control-regex
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef]/g, "\ufffd")
    .replace(/[^]/gu, (point) => ((point.codePointAt(0) & 0xfffe) === 0xfffe ? "\ufffd" : point));
const squeezed = (text) => text.replace(/[\s\u200b\ufeff]+/g, " ").trim();

function fault(where, what) {
  if (!faults.has(what)) faults.set(what, []);
  faults.get(what).push(where);
}

function* nodes_of(root) {
  const open = [root];
  while (open.length > 0) {
    const node = open.pop();
    yield node;
    if (node.childNodes) open.push(...[...node.childNodes].reverse());
    if (node.content) open.push(node.content);
  }
}

function check_address(where, directory, files, node, { name, value }) {
  if (node.nodeName === "use" ? !/^#m-[a-z-]+$/.test(value) : /^[a-z][a-z0-9+.-]*:|^\/\/|\\|[\s\0-\x1f]/i.test(value)) {
    return fault(where, `${node.nodeName} ${name}=${JSON.stringify(value)}`);
  }
  const [file] = value.split("#");
  if (file === "" || node.nodeName === "use") return undefined;
  const at = path.posix.normalize(path.posix.join(path.posix.dirname(path.relative(directory, where)), decodeURIComponent(file)));
  if (!files.has(at)) fault(where, `leads nowhere: ${value}`);
  return undefined;
}

function check_element(where, directory, files, node) {
  if (!elements.has(node.nodeName)) fault(where, `element ${node.nodeName}`);
  for (const attribute of node.attrs) {
    if (!known(attribute.name)) fault(where, `attribute ${attribute.name} of ${node.nodeName}`);
    const address = ["href", "src"].includes(attribute.name) && !path.basename(where).startsWith("404");
    if (address) check_address(where, directory, files, node, attribute);
  }
  if (node.nodeName === "script") {
    const source = node.attrs.find(({ name }) => name === "src");
    if (!source || node.childNodes.length > 0) fault(where, "a script of its own");
  }
}

// Gives all text of the page, that of attributes included.
function check_page(where, directory, files) {
  const errors = [];
  const root = parse5.parse(fs.readFileSync(where, "utf8"), { onParseError: (error) => errors.push(error) });
  for (const { code } of errors) fault(where, code);
  const text = [];
  let policies = 0;
  for (const node of nodes_of(root)) {
    if (node.nodeName === "#text") text.push(node.value);
    else if (node.nodeName === "#comment") fault(where, `comment ${node.data.slice(0, 80)}`);
    else if (!node.nodeName.startsWith("#")) {
      check_element(where, directory, files, node);
      policies += node.attrs.some(({ name, value }) => name === "content" && value === policy);
    }
  }
  if (policies !== 1) fault(where, "no policy");
  pages += 1;
  return { root, text: squeezed(text.join("")) };
}

function text_of(node) {
  return [...nodes_of(node)].map((part) => (part.nodeName === "#text" ? part.value : "")).join("");
}

function key_of(root) {
  for (const node of nodes_of(root)) {
    if (node.nodeName === "h1") return squeezed(text_of(node.childNodes.find(({ nodeName }) => nodeName === "b")));
  }
  return undefined;
}

// What the data say that a page is about must stand on it, letter for letter.
function expect_texts(where, page, wanted) {
  for (const text of wanted) {
    texts += 1;
    if (!page.includes(squeezed(visible(text)))) fault(where, `does not show ${JSON.stringify(text).slice(0, 120)}`);
  }
}

function check_records(directory, registry, seen) {
  const by_key = new Map(registry.records.map((record) => [squeezed(visible(record.key)), record]));
  for (const [file, { root, text }] of seen) {
    if (!file.startsWith("key/")) continue;
    const record = by_key.get(key_of(root));
    if (!record) {
      fault(path.join(directory, file), "is about a key that is not in the data");
      continue;
    }
    by_key.delete(key_of(root));
    expect_texts(path.join(directory, file), text, [
      ...record.names.map(({ name }) => name),
      ...record.readings.map((reading) => reading.text),
      ...Object.entries(record.fields).flatMap(([label, values]) => [label, ...values.map(({ value }) => value)]),
    ]);
  }
  for (const key of by_key.keys()) fault(directory, `no page for ${JSON.stringify(key)}`);
}

function check_site(directory, known_pages) {
  const all = files_below(directory);
  const files = new Set(all);
  const seen = new Map();
  for (const file of all.filter((name) => name.endsWith(".html"))) {
    // Pages about rules and the like are the same in every site but for the name of a file that they load.
    const bytes = fs.readFileSync(path.join(directory, file), "utf8").replace(/search-[0-9a-f]{8}/g, "");
    if (known_pages.has(bytes)) continue;
    if (/^(rules|about|404)/.test(file)) known_pages.add(bytes);
    seen.set(file, check_page(path.join(directory, file), directory, files));
  }
  const registry = JSON.parse(fs.readFileSync(path.join(directory, "data/registry.json"), "utf8"));
  check_records(directory, registry, seen);
  for (const source of registry.sources) {
    const file = `source/${source.id}/index.html`;
    expect_texts(path.join(directory, file), seen.get(file).text, [source.title, source.publisher, source.path]);
  }
  const index = all.find((name) => /^assets\/search-.*\.js$/.test(name));
  const script = fs.readFileSync(path.join(directory, index), "utf8");
  const list = script.slice(script.indexOf("["), script.lastIndexOf("]") + 1).replace(/,\s*\]$/, "]");
  JSON.parse(list);
}

function main() {
  const known_pages = new Set();
  for (const directory of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) check_site(directory, known_pages);
  for (const [what, where] of faults) console.log(`pages: ${what}: ${where[0]} and ${where.length - 1} more`);
  console.log(`injection: ${pages} pages read by parse5, ${texts} texts found in them as text`);
  process.exit(faults.size > 0 ? 1 : 0);
}

main();
