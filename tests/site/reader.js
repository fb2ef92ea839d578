#!/usr/bin/env node
// Does what a reader does, from disk: looks for differences, compares against a base of his own,
// passes a link on, searches, and decides about discrepancies; with the mouse and with keys alone.
//   node tests/site/reader.js DOCCORD
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const { execFileSync } = require("node:child_process");
const { build_site, copy_documents, file_url, open_browser, root, scratch } = require("./support.js");

const doccord = path.resolve(process.argv[2] ?? path.join(root, "build/release/doccord"));

const shown_keys = (page) => page.locator(".matrix tbody tr:not(.group):not([hidden]) th b").allInnerTexts();
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const marked = async (page, tag) =>
  (await page.locator(`.against .comparison .inline ${tag}`).allTextContents()).map((text) =>
    text.replace(/\[only in \w+: |\]/g, ""));

async function reads_and_compares(context, site) {
  const page = await context.newPage();
  await page.goto(file_url(site, "index.html"));
  assert.strictEqual((await shown_keys(page)).length, 49);

  await page.getByLabel("Only where texts differ").check();
  const differing = await shown_keys(page);
  assert.ok(differing.includes("413") && differing.includes("403") && !differing.includes("207"));
  assert.match(page.url(), /show=diff/);
  assert.strictEqual(await page.locator("p.count").innerText(), `${differing.length} of 49 keys`);

  await page.locator(".matrix-part").getByLabel("Compare against").selectOption("winhttp");
  const row = page.locator("#k-413 td");
  assert.deepStrictEqual(await row.allInnerTexts(), ["meaning", "meaning", "own text", "the base", "own text"]);
  await page.locator("#k-413 a").click();
  await page.waitForURL(/key\/413\/index\.html\?base=winhttp/);

  assert.deepStrictEqual(await marked(page, "del"), ["cannot", "the"]);
  assert.deepStrictEqual(await marked(page, "ins"), ["is refusing to", "a", "willing or"]);
  const whole = (await page.locator(".against .comparison .inline").innerText()).replace(/\s+/g, " ");
  assert.match(whole, /larger than the server is .*willing or.* able to process\./);

  await page.locator(".texts .controls").getByRole("button", { name: "Copy link" }).click();
  await page.getByText("Link to this view copied").waitFor({ state: "attached" });
  const link = await copied(page);
  assert.match(link, /key\/413\/index\.html\?base=winhttp$/);
  const fresh = await context.newPage();
  await fresh.goto(link);
  assert.deepStrictEqual(await marked(fresh, "del"), ["cannot", "the"]);
  assert.strictEqual(await fresh.getByLabel("Compare against").inputValue(), "winhttp");

  await fresh.getByLabel("Show differences").selectOption("beside");
  assert.ok(await fresh.locator(".against .beside .two").first().isVisible());
  assert.ok(!(await fresh.locator(".against .inline").first().isVisible()));
  await fresh.getByLabel("Compare against").selectOption("auhttp");
  await fresh.getByLabel("Show differences").selectOption("");
  assert.deepStrictEqual(await marked(fresh, "del"), ["is refusing to", "a", "willing or"]);
  await fresh.goBack();
  await fresh.goBack();
  await fresh.goBack();
  assert.strictEqual(await fresh.getByLabel("Compare against").inputValue(), "winhttp");
  assert.deepStrictEqual(await marked(fresh, "del"), ["cannot", "the"]);
  await fresh.close();
  await page.close();
}

// The base goes along to the page of a document and to that of a pair.
async function compares_elsewhere(context, site) {
  const page = await context.newPage();
  await page.goto(file_url(site, "source/winhttp/index.html?base=auhttp"));
  const row = page.locator("#k-413");
  await row.locator("ins").first().waitFor();
  assert.match(await row.locator("td").nth(1).innerText(), /^meaning$/);
  const said = async (tag) => (await row.locator(tag).allTextContents()).map((text) =>
    text.replace(/\[only in \w+: |\]/g, ""));
  assert.deepStrictEqual(await said("ins"), ["cannot", "the"]);
  assert.deepStrictEqual(await said("del"), ["is refusing to", "a", "willing or"]);
  await page.getByLabel("Compare against").selectOption("deno");
  assert.match(await row.locator("td").nth(1).innerText(), /^own text$/);
  assert.strictEqual(await row.locator("ins, del").count(), 0);
  await page.getByLabel("Compare against").selectOption("winhttp");
  assert.match(await row.locator("td").nth(1).innerText(), /^the base$/);
  await page.getByLabel("Compare against").selectOption("");
  assert.match(await row.locator("td").nth(1).innerText(), /^meaning/);

  await page.goto(file_url(site, "compare/auhttp/winhttp/index.html"));
  const heading = async () => (await page.locator("h1 .side").allInnerTexts()).join(" to ");
  const first = page.locator("#meaning ~ .departures > li").filter({ hasText: "413" });
  assert.strictEqual(await heading(), "auhttp to winhttp");
  assert.match(await first.locator("del").first().innerText(), /is refusing to/);
  await page.getByLabel("Compare against").selectOption("winhttp");
  assert.strictEqual(await heading(), "winhttp to auhttp");
  assert.match(await first.locator("ins").first().innerText(), /is refusing to/);
  await page.getByLabel("Compare against").selectOption("wininet97");
  assert.strictEqual(await heading(), "auhttp to winhttp");
  assert.match((await first.locator(".held").innerText()).replace(/\s+/g, " "), /auhttp same winhttp meaning/);
  await page.goBack();
  assert.strictEqual(await heading(), "winhttp to auhttp");
  await page.close();
}

// Of many texts the page compares each with the commonest only; the script compares any two of them.
async function compares_many_texts(context, base) {
  const directory = path.join(base, "many");
  fs.mkdirSync(directory);
  const numbers = ["one", "two", "three", "four", "five", "six"];
  numbers.concat("one").forEach((number, place) => {
    const rest = [1, 2, 3, 4].map((key) => `| 10${key} | Name ${key} | The text of key ${key} is the same in all of them. |\n`);
    fs.writeFileSync(path.join(directory, `d${place}.md`), "# Codes\n\n| Code | Name | Description |\n|---|---|---|\n" +
      `| 100 | Start | The client waits for ${number} seconds before it sends the request again. |\n${rest.join("")}`);
  });
  const page = await context.newPage();
  await page.goto(file_url(build_site(doccord, directory, path.join(base, "many-site")), "key/100/index.html"));
  assert.strictEqual(await page.locator(".families .comparison").count(), 5);
  await page.getByLabel("Compare against").selectOption("d2");
  assert.deepStrictEqual(await marked(page, "del"), ["three", "three", "three", "three", "three"]);
  assert.deepStrictEqual(await marked(page, "ins"), ["one", "two", "four", "five", "six"]);
  await page.getByLabel("Show differences").selectOption("beside");
  const beside = page.locator(".against .comparison").nth(1).locator(".two .quote");
  assert.match(await beside.nth(0).innerText(), /waits for [^]*three[^]* seconds/);
  assert.match(await beside.nth(1).innerText(), /waits for [^]*two[^]* seconds/);
  await page.close();
}

async function filters_and_sorts(context, site) {
  const page = await context.newPage();
  await page.goto(file_url(site, "matrix/index.html?state=alone"));
  assert.ok((await shown_keys(page)).includes("207"));
  assert.strictEqual(await page.locator(".matrix-part").getByLabel("State").inputValue(), "alone");
  await page.getByRole("button", { name: "Reset" }).click();
  await page.getByLabel("Filter").fill("no such key");
  await page.getByRole("button", { name: "Show all keys" }).click();
  assert.strictEqual((await shown_keys(page)).length, 49);
  await page.getByLabel("Sort by").selectOption("-key");
  assert.strictEqual((await shown_keys(page))[0], "505");
  assert.strictEqual(await page.locator("thead th").first().getAttribute("aria-sort"), "descending");
  await page.getByLabel("Sort by").selectOption("");
  assert.strictEqual((await shown_keys(page))[0], "100");
  await page.getByLabel("Class").selectOption("5xx");
  assert.strictEqual((await shown_keys(page)).length, 6);
  await page.getByText("Columns").click();
  await page.locator(".columns").getByLabel("deno").uncheck();
  assert.deepStrictEqual(await page.locator("thead th:not([hidden])").allInnerTexts(),
    ["Key", "auhttp", "wininet97", "winhttp", "oreilly"]);
  await page.reload();
  assert.strictEqual((await page.locator("thead th:not([hidden])").count()), 5);
  assert.strictEqual((await shown_keys(page)).length, 6);
  await page.close();
}

async function searches(context, site) {
  const page = await context.newPage();
  await page.goto(file_url(site, "rules/DC301/index.html"));
  const search = page.getByRole("searchbox", { name: "Search" });
  for (const [words, key] of [["teapot", "418"], ["207", "207"], ["retry-after header", "413"]]) {
    await search.fill(words);
    await page.locator(".results li").first().waitFor();
    assert.ok((await page.locator(".results li b").allInnerTexts()).includes(key), `${words}: ${key}`);
  }
  await search.fill("nothing of that kind");
  await page.getByText("Nothing found").waitFor();
  await search.fill("teapot");
  await search.press("Enter");
  await page.waitForURL(/key\/418\/index\.html/);
  await page.close();
}

// The lines that triage gives are a file that doccord takes, and that accepts what was picked.
function check_acceptances(directory, lines, ids) {
  const file = path.join(directory, "doccord-accepted.jsonl");
  fs.writeFileSync(file, `{"version":1}\n${lines}`);
  execFileSync(doccord, ["accepted", "check", "--in", directory], { stdio: "pipe" });
  execFileSync(doccord, ["accepted", "fmt", "--in", directory], { stdio: "pipe" });
  assert.strictEqual(fs.readFileSync(file, "utf8"), `{"version":1}\n${lines}`);
  const output = execFileSync(doccord, ["check", "--format", "json", "--fail-on", "never", directory],
    { encoding: "utf8", maxBuffer: 1 << 26 });
  const accepted = JSON.parse(output).discrepancies.filter((each) => each.accepted);
  assert.deepStrictEqual(accepted.map((each) => each.id).sort(), [...ids].sort());
  assert.ok(accepted.every((each) => each.accepted.reason === "it's known – see “erratum”"));
}

async function triages(context, site, directory) {
  const page = await context.newPage();
  await page.goto(file_url(site, "discrepancies/index.html"));
  await page.getByLabel("Level").selectOption("warning");
  await page.locator(".controls").getByLabel("Rule").selectOption("DC301");
  const findings = page.locator("article.finding:visible");
  const ids = [];
  for (let i = 0; i < 3; ++i) {
    await findings.nth(i).getByLabel("Pick").check();
    ids.push((await findings.nth(i).getAttribute("id")).slice(2));
  }
  const bar = page.locator(".triage");
  assert.strictEqual(await bar.locator(".told").innerText(), "3 picked; say why they may stand");
  assert.ok(await bar.getByRole("button", { name: "Copy lines" }).isDisabled());
  await bar.getByLabel("Reason").fill("it's known – see “erratum”");
  await bar.getByRole("button", { name: "Copy lines" }).click();
  await page.getByText("Lines copied").waitFor({ state: "attached" });
  check_acceptances(directory, await copied(page), ids);
  await bar.getByRole("button", { name: "Copy command" }).click();
  await page.getByText("Command copied").waitFor({ state: "attached" });
  assert.strictEqual(await copied(page),
    `doccord accept ${ids.join(" ")} --reason 'it'\\''s known – see “erratum”'`);
  await page.close();
}

// The element that has the focus is on the screen and nothing covers it.
async function check_focus_is_seen(page) {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height / 2);
    return at !== null && (element.contains(at) || at.contains(element));
  });
  assert.ok(seen, `the focus is hidden: ${await page.evaluate(() => document.activeElement.outerHTML.slice(0, 120))}`);
}

async function uses_keys_alone(context, site) {
  const page = await context.newPage();
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  await page.goto(file_url(site, "index.html"));
  await press("Tab");
  assert.strictEqual(await page.evaluate(() => document.activeElement.textContent), "Skip to content");
  await press("Enter", "/");
  await page.keyboard.type("teapot");
  await page.locator(".results li").first().waitFor();
  await press("ArrowDown");
  await check_focus_is_seen(page);
  await press("Enter");
  await page.waitForURL(/key\/418/);

  await page.goto(file_url(site, "matrix/index.html"));
  await press("j", "j", "j");
  await check_focus_is_seen(page);
  const third = await page.evaluate(() => document.activeElement.querySelector("b").textContent);
  await press("k", "j");
  assert.strictEqual(await page.evaluate(() => document.activeElement.querySelector("b").textContent), third);
  for (let i = 0; i < 30; ++i) {
    await press("j");
    await check_focus_is_seen(page);
  }

  await press("?");
  await page.getByRole("dialog").waitFor();
  await page.getByLabel("Use these keys").focus();
  await press("Space", "Escape", "/");
  assert.notStrictEqual(await page.evaluate(() => document.activeElement.type), "search");
  await page.reload();
  await press("?");
  assert.ok(!(await page.getByRole("dialog").isVisible()));
  await page.evaluate(() => localStorage.clear());

  await page.goto(file_url(site, "discrepancies/index.html"));
  await press("j", "j");
  await check_focus_is_seen(page);
  for (let i = 0; i < 40; ++i) {
    await press("Tab");
    await check_focus_is_seen(page);
  }
  await page.close();
}

async function chooses_a_theme_and_prints(context, site) {
  const page = await context.newPage();
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(file_url(site, "index.html"));
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByLabel("Theme").selectOption("dark");
  const dark = await paper();
  assert.notStrictEqual(dark, light);
  await page.goto(file_url(site, "key/413/index.html"));
  assert.strictEqual(await paper(), dark);
  await page.emulateMedia({ media: "print" });
  assert.strictEqual(await paper(), "rgb(255, 255, 255)");
  assert.strictEqual(await page.locator("button:visible, input:visible, select:visible").count(), 0);
  await page.emulateMedia({ media: "screen" });
  await page.getByLabel("Theme").selectOption("");
  assert.strictEqual(await paper(), light);
  await page.close();
}

async function main() {
  const base = scratch("reader");
  const accepting = path.join(base, "accepting");
  copy_documents(accepting);
  const site = build_site(doccord, accepting, path.join(base, "site"));
  const browser = await open_browser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  context.setDefaultTimeout(10000);
  await reads_and_compares(context, site);
  await compares_elsewhere(context, site);
  await compares_many_texts(context, base);
  await filters_and_sorts(context, site);
  await searches(context, site);
  await triages(context, site, accepting);
  await uses_keys_alone(context, site);
  await chooses_a_theme_and_prints(context, site);
  await browser.close();
  console.log("a reader finds what there is");
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
