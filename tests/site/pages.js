#!/usr/bin/env node
// Every kind of page, of the five documents and of hostile ones: valid, accessible in both themes and
// at both widths with and without the script, no error, no foreign request, every link resolves.
//   node tests/site/pages.js DOCCORD
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const { execFileSync } = require("node:child_process");
const { build_site, copy_documents, earlier_documents, file_url, files_below, need, open_browser, root, scratch } = require("./support.js");
const { broken_links } = require("./links.js");
const { write_hostile_documents } = require("./hostile.js");

const doccord = path.resolve(process.argv[2] ?? path.join(root, "build/release/doccord"));
const { HtmlValidate } = need("html-validate");
const axe_source = fs.readFileSync(path.join(path.dirname(require.resolve(
  path.join(root, "tests/tools/node_modules/axe-core/package.json"))), "axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 700 };
const every_look = [[wide, ["light", "dark"]], [narrow, ["light", "dark"]]];
const two_looks = [[wide, ["light"]], [narrow, ["dark"]]];
const one_look = [[narrow, ["dark"]]];  // Enough for what the others show as well.

// One page of each kind is enough for a look; all of them are valid and linked.
const kinds_of_five = [
  "index.html", "matrix/index.html", "key/413/index.html", "key/207/index.html",
  "compare/auhttp/winhttp/index.html", "compare/deno/oreilly/index.html", "source/winhttp/index.html",
  "discrepancies/index.html", "changes/index.html", "discrepancies/006e37fdc0a948f1/index.html", "similarity/index.html", "lineage/index.html", "rules/index.html",
  "rules/DC301/index.html", "about/index.html", "404.html",
];

function none(faults) {
  assert.ok(faults.length === 0, `${faults.length} faults:\n${faults.join("\n")}`);
}

function one_of_each_kind(directory) {
  const kinds = new Map();
  for (const file of files_below(directory)) {
    if (file.endsWith(".html")) kinds.set(file.split("/")[0], file);
  }
  return [...kinds.values()];
}

async function check_validity(directory) {
  const validate = new HtmlValidate({
    extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y", "html-validate:standard"],
    rules: {
      // A page from disk cannot check hashes, and no other host is asked for anything.
      "require-sri": ["error", { target: "crossorigin" }],
      // Pages are written for readers; how their source is laid out is nobody's concern.
      "no-trailing-whitespace": "off",
      // Slugs of keys may begin with a digit and hold dots.
      "valid-id": ["error", { relaxed: true }],
      // Titles hold the title of the site and the key, however long those are.
      "long-title": "off",
    },
  });
  const faults = [];
  for (const file of files_below(directory).filter((name) => name.endsWith(".html"))) {
    const report = await validate.validateFile(path.join(directory, file));
    for (const { messages } of report.results) {
      for (const { line, message, ruleId } of messages) faults.push(`${file}:${line}: ${message} (${ruleId})`);
    }
  }
  none(faults);
}

// Collects what a page must never do.
function watch(page, faults) {
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`${page.url()}: a dialog says ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) faults.push(`${page.url()}: asks for ${request.url()}`);
  });
}

async function accessibility_faults(page, label) {
  await page.evaluate(axe_source);
  const violations = await page.evaluate(async (wanted) => {
    const found = await globalThis.axe.run(document, { runOnly: wanted, resultTypes: ["violations"], preload: false });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  }, tags);
  return violations.map((violation) => `${label}: ${violation}`);
}

const too_wide = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

async function look_at(browser, directory, pages, looks, name, faults) {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`));
  });
  const page = await context.newPage();
  watch(page, faults);
  for (const file of pages) {
    for (const [size, schemes] of looks) {
      await page.setViewportSize(size);
      await page.goto(file_url(directory, file));
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        const label = `${name} ${file} ${size.width} ${colorScheme}`;
        faults.push(...(await accessibility_faults(page, label)));
      }
      if (await too_wide(page)) faults.push(`${name} ${file}: wider than ${size.width}`);
    }
  }
  await context.close();
}

// What only appears when somebody uses the page.
async function look_at_what_opens(browser, directory, faults) {
  const page = await browser.newPage({ viewport: wide, colorScheme: "dark" });
  watch(page, faults);
  const look = async (label) => faults.push(...(await accessibility_faults(page, label)));
  await page.goto(file_url(directory, "matrix/index.html?base=winhttp&show=diff"));
  await page.getByText("Columns").click();
  await look("matrix against a base");
  await page.goto(file_url(directory, "key/413/index.html?base=winhttp&diff=beside"));
  await page.getByRole("searchbox", { name: "Search" }).fill("retry");
  await page.locator(".results li").first().waitFor();
  await look("search results, texts side by side");
  await page.getByRole("button", { name: "Keyboard" }).click();
  await page.getByRole("dialog").waitFor();
  await look("help");
  await page.goto(file_url(directory, "source/winhttp/index.html?base=auhttp"));
  await page.locator("#k-413 ins").first().waitFor();
  await look("document against a base");
  await page.goto(file_url(directory, "compare/auhttp/winhttp/index.html?base=wininet97"));
  await look("pair against a third text");
  await page.goto(file_url(directory, "discrepancies/index.html?rule=DC301"));
  await page.locator("article.finding:visible").first().getByLabel("Pick").check();
  await look("picked, without a reason");
  await page.locator(".triage").getByLabel("Reason").fill("known");
  await page.getByText("What goes into").click();
  await look("picked, with lines");
  await page.close();
}

// The same pages with a script that does nothing: what a reader without JavaScript has.
function without_script(directory, target) {
  fs.cpSync(directory, target, { recursive: true });
  for (const file of files_below(target)) {
    if (/^assets\/(site|search)-.*\.js$/.test(file)) fs.writeFileSync(path.join(target, file), "");
  }
  return target;
}

async function check_without_javascript(browser, directory) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(file_url(directory, "index.html"));
  assert.strictEqual(await page.locator(".matrix tbody tr:not(.group)").count(), 49);
  assert.strictEqual(await page.locator("button, input, select").count(), 0);
  await page.locator('.matrix a[href="key/413/index.html"]').click();
  const text = await page.locator(".families").innerText();
  assert.match(text, /The server is refusing to process a request/);
  assert.match(text, /The server cannot process the request/);
  await context.close();
}

// What hostile documents say is shown as it stands, also by the script.
async function check_hostile(browser, directory, faults) {
  const page = await browser.newPage();
  watch(page, faults);
  await page.goto(file_url(directory, "matrix/index.html?base=source:merged"));
  const cells = await page.locator(".matrix tbody tr:not(.group) td:nth-child(2)").allInnerTexts();
  assert.ok(cells.length > 20 && cells.every((text) => text === "the base"));
  const search = page.getByRole("searchbox", { name: "Search" });
  for (const words of ["<script>", "onerror", "{{x}}", "U+202E"]) {
    await search.fill(words);
    await page.locator(".results .told").filter({ hasText: /found/ }).waitFor();
  }
  await search.fill("../x");
  await page.locator(".results li a").first().click();
  await page.waitForURL(/key\/x-[0-9a-f]{8}\/index\.html/);
  assert.match(await page.locator("h1").innerText(), /^\.\.\/x/);
  await page.goto(file_url(directory, "discrepancies/index.html"));
  const pick = page.getByLabel("Pick").first();
  await pick.check();
  await page.locator(".triage").getByLabel("Reason").fill("</pre><img src=x onerror=alert(5)>");
  await page.getByText("What goes into").click();
  assert.match(await page.locator(".triage pre").innerText(), /"reason":"<\/pre><img src=x onerror=alert\(5\)>"/);
  assert.notStrictEqual(await page.title(), "broken");
  await page.close();
}

function check_well_formed(directory) {
  for (const file of ["atom.xml", "sitemap.xml"]) {
    execFileSync("xmllint", ["--noout", path.join(directory, file)], { stdio: "pipe" });
  }
  for (const file of ["data/registry.json", "data/discrepancies.json"]) {
    JSON.parse(fs.readFileSync(path.join(directory, file), "utf8"));
  }
}

async function main() {
  const base = scratch("pages");
  const five = build_site(doccord, "sources", path.join(base, "five"), "--base", earlier_documents(base));
  const documents = path.join(base, "documents");
  fs.mkdirSync(documents);
  const hostile = build_site(doccord, write_hostile_documents(documents), path.join(base, "hostile"));
  for (const directory of [five, hostile]) {
    none(broken_links(directory));
    await check_validity(directory);
    check_well_formed(directory);
  }
  const browser = await open_browser();
  const faults = [];
  const sites = [
    [five, kinds_of_five, every_look, "five"],
    [hostile, one_of_each_kind(hostile), two_looks, "hostile"],
    [without_script(five, path.join(base, "still")), kinds_of_five, one_look, "without script"],
  ];
  await Promise.all(sites.map((site) => look_at(browser, ...site, faults)));
  await check_without_javascript(browser, five);
  await check_hostile(browser, hostile, faults);
  const unaccepted = path.join(base, "unaccepted");
  copy_documents(unaccepted);
  await look_at_what_opens(browser, build_site(doccord, unaccepted, path.join(base, "open")), faults);
  await browser.close();
  none(faults);
  console.log(`${files_below(five).length + files_below(hostile).length} files looked at`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
