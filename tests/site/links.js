// Follows every link of a site on disk, without a browser: our pages write attributes in one way.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { files_below } = require("./support.js");

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const unescaped = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name]);

const values_of = (html, name) =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value]) => unescaped(value));

// What is wrong with the links of all pages, as lines; an address with a scheme leads elsewhere.
function broken_links(directory) {
  const files = new Set(files_below(directory));
  const pages = [...files].filter((file) => file.endsWith(".html"));
  const ids = new Map();
  for (const page of pages) {
    const html = fs.readFileSync(path.join(directory, page), "utf8");
    ids.set(page, { html, names: values_of(html, "id") });
  }
  const faults = [];
  for (const [page, { html, names }] of ids) {
    if (new Set(names).size !== names.length) faults.push(`${page}: an id stands twice`);
    for (const address of [...values_of(html, "href"), ...values_of(html, "src")]) {
      const [file, fragment] = address.split("#");
      if (/^[a-z+.-]+:|^\//i.test(address)) {
        faults.push(`${page}: ${address} leads out of the site`);
        continue;
      }
      const target = file === "" ? page : path.posix.join(path.posix.dirname(page), decodeURI(file));
      if (!files.has(target)) faults.push(`${page}: ${address} leads nowhere`);
      else if (fragment && !ids.get(target)?.names.includes(decodeURIComponent(fragment))) {
        faults.push(`${page}: ${address} has no such fragment`);
      }
    }
  }
  return faults;
}

module.exports = { broken_links };
