#!/usr/bin/env node
// What pages may weigh, and how fast many keys are filtered and searched.
//   node tests/site/budgets.js DOCCORD
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const zlib = require("node:zlib");
const { build_site, file_url, files_below, open_browser, root, scratch } = require("./support.js");

const doccord = path.resolve(process.argv[2] ?? path.join(root, "build/release/doccord"));
const kilobytes = 1024;

function weight(directory, pattern) {
  const files = files_below(directory).filter((file) => pattern.test(file));
  assert.ok(files.length > 0, `nothing is like ${pattern}`);
  const sizes = files.map((file) => zlib.gzipSync(fs.readFileSync(path.join(directory, file))).length);
  return sizes.reduce((sum, size) => sum + size, 0);
}

function check_weights(directory) {
  const budgets = [[/^index\.html$/, 60], [/^assets\/site-.*\.js$/, 15], [/^assets\/style-.*\.css$/, 10]];
  for (const [pattern, most] of budgets) {
    const bytes = weight(directory, pattern);
    console.log(`${pattern}: ${bytes} bytes of at most ${most * kilobytes}`);
    assert.ok(bytes <= most * kilobytes, `${pattern} weighs ${bytes} bytes`);
  }
}

// Two documents of many keys that differ here and there, in texts as long as they usually are.
function write_many(directory, count) {
  const words = ("server request response client resource header field method entity range cache proxy gateway " +
    "token timeout connection transfer version format language expected accepted").split(" ");
  for (let document = 0; document < 2; ++document) {
    let text = "# Codes\n\n| Code | Name | Description |\n|---|---|---|\n";
    let seed = 7;
    const next = () => words[(seed = (seed * 1103515245 + 12345) % 2147483648) % words.length];
    for (let i = 0; i < count; ++i) {
      const verb = i % 70 === 0 && document === 1 ? "must" : "can";
      const rest = Array.from({ length: 15 }, next).join(" ");
      text += `| ${10000 + i} | CODE_${i} | The part ${i} of the machine ${verb} be replaced when ${rest}. |\n`;
    }
    fs.writeFileSync(path.join(directory, `document${document}.md`), text);
  }
  return directory;
}

// How long the page's script takes for each of the texts, as they are typed; the shortest of several
// times, as what else the machine does is nobody's fault.
const time_typing = (page, selector, texts) =>
  page.evaluate(async ([where, typed]) => {
    const input = document.querySelector(where);
    const measured = {};
    for (const text of [...typed, ...typed, ...typed]) {
      input.value = text;
      const begin = performance.now();
      input.dispatchEvent(new Event("input"));
      measured[text] = Math.min(measured[text] ?? Infinity, performance.now() - begin);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
    return Object.values(measured);
  }, [selector, texts]);

function check_times(what, times) {
  console.log(`${what}: ${times.map((time) => time.toFixed(1)).join(", ")} ms`);
  assert.ok(Math.max(...times) < 50, `${what} takes too long`);
}

// Makes the search index twice as long, which costs less than a site with as many keys.
function double_index(directory) {
  const index = files_below(directory).find((file) => /^assets\/search-.*\.js$/.test(file));
  const lines = fs.readFileSync(path.join(directory, index), "utf8").split("\n");
  const records = lines.filter((line) => line.startsWith("[\""));
  fs.writeFileSync(path.join(directory, index), [lines[0], ...records, ...records, "]);"].join("\n"));
}

async function check_speed(directory, count) {
  double_index(directory);
  const browser = await open_browser();
  const page = await browser.newPage();
  page.setDefaultTimeout(120000);  // Such a page takes long to load where much else is going on.
  await page.goto(file_url(directory, "matrix/index.html"));
  check_times(`filtering ${count} keys`, await time_typing(page, ".controls input[type=search]",
    ["1", "12", "code_49", "nothing", ""]));
  const shown = page.locator(".matrix tbody tr:not(.group):not([hidden])");
  assert.strictEqual(await shown.count(), 100);
  await page.getByRole("button", { name: "Show more" }).click();
  assert.strictEqual(await shown.count(), 200);
  // Rows that were not shown when the base was chosen tell of it when they are.
  await page.getByLabel("Compare against").selectOption("document0");
  await page.locator(".controls").getByLabel("Filter").fill("14998");
  assert.deepStrictEqual(await shown.locator("td").allInnerTexts(), ["the base", "same"]);

  const search = page.getByRole("searchbox", { name: "Search" });
  await search.fill("part 4321");
  await page.getByText("2 found").waitFor();
  check_times(`searching ${2 * count} keys`, await time_typing(page, ".search input",
    ["m", "ma", "mac", "machine", "machine 77", "server gateway", "code 99", "nothing like it"]));
  await browser.close();
}

async function main() {
  const base = scratch("budgets");
  check_weights(build_site(doccord, "sources", path.join(base, "five")));
  const documents = path.join(base, "many");
  fs.mkdirSync(documents);
  const many = 5000;
  await check_speed(build_site(doccord, write_many(documents, many), path.join(base, "site")), many);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
