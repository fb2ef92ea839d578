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

// Three documents of many keys that differ here and there.
function write_many(directory, count) {
  for (let document = 0; document < 3; ++document) {
    let text = "# Codes\n\n| Code | Name | Description |\n|---|---|---|\n";
    for (let i = 0; i < count; ++i) {
      const differs = i % 7 === 0 && document === 2;
      text += `| ${10000 + i} | CODE_${i} | The part ${i} of the machine ${differs ? "must" : "can"} be replaced. |\n`;
    }
    fs.writeFileSync(path.join(directory, `document${document}.md`), text);
  }
  return directory;
}

async function check_speed(directory, count) {
  const browser = await open_browser();
  const page = await browser.newPage();
  await page.goto(file_url(directory, "matrix/index.html"));
  const times = await page.evaluate(async () => {
    const input = document.querySelector(".controls input[type=search]");
    const measured = {};
    // Twice, as what else the machine does is nobody's fault.
    for (const text of ["1", "12", "code_49", "nothing", "", "1", "12", "code_49", "nothing", ""]) {
      input.value = text;
      const begin = performance.now();
      input.dispatchEvent(new Event("input"));
      measured[text] = Math.min(measured[text] ?? Infinity, performance.now() - begin);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
    return Object.values(measured);
  });
  console.log(`filtering ${count} keys: ${times.map((time) => time.toFixed(1)).join(", ")} ms`);
  assert.ok(Math.max(...times) < 50);

  const search = page.getByRole("searchbox", { name: "Search" });
  await search.fill("part 4321");
  await page.getByText("1 found").waitFor();
  const took = await page.evaluate(() => {
    const begin = performance.now();
    const input = document.querySelector(".search input");
    input.value = "machine 77";
    input.dispatchEvent(new Event("input"));
    return performance.now() - begin;
  });
  console.log(`searching ${count} keys: ${took.toFixed(1)} ms`);
  assert.ok(took < 100);
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
