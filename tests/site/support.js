// What the browser tests share: the programs that others wrote, a browser, and sites to look at.
"use strict";

const { execFileSync } = require("node:child_process");
const { createRequire } = require("node:module");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const root = path.resolve(__dirname, "../..");
const tool = createRequire(path.join(root, "tests/tools/package.json"));
const skipped = 77;
const oldest_node = 20;

if (Number(process.versions.node.split(".")[0]) < oldest_node) {
  console.log(`skipped: the programs of tests/tools need node ${oldest_node}, and this is ${process.version}`);
  process.exit(skipped);
}

// The module of tests/tools, or the end of the test: it is skipped where npm could not install it.
function need(name) {
  try {
    return tool(name);
  } catch {
    console.log(`skipped: ${name} is missing; ci/setup --test-tools installs it`);
    process.exit(skipped);
  }
}

function find_chromium() {
  const found = [process.env.CHROMIUM, "/usr/bin/chromium"].find((at) => at && fs.existsSync(at));
  if (found) return found;
  console.log("skipped: chromium is missing; ci/setup installs it");
  process.exit(skipped);
}

function scratch(name) {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), `doccord-${name}-`));
  process.on("exit", () => fs.rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function open_browser() {
  const { chromium } = need("playwright-core");
  return chromium.launch({
    executablePath: find_chromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}

function build_site(doccord, documents, directory, ...options) {
  execFileSync(doccord, ["build", documents, "-o", directory, ...options], { cwd: root, stdio: "pipe" });
  return directory;
}

// The five documents as they were before anything about them was accepted.
function copy_documents(directory) {
  fs.mkdirSync(directory);
  for (const name of fs.readdirSync(path.join(root, "sources"))) {
    if (name === "doccord-accepted.jsonl") continue;
    fs.copyFileSync(path.join(root, "sources", name), path.join(directory, name));
  }
}

// The five documents at another time: a text, an entry and the decisions were not the same.
function earlier_documents(base) {
  const directory = path.join(base, "earlier");
  copy_documents(directory);
  const change = (name, pattern, to) => {
    const file = path.join(directory, name);
    const text = fs.readFileSync(file, "utf8");
    if (!pattern.test(text)) throw new Error(`nothing in ${name} is like ${pattern}`);
    fs.writeFileSync(file, text.replace(pattern, to));
  };
  change("winhttp.md", /but cannot fulfill it/, "but will not fulfill it");
  change("wininet97.txt", /^HTTP_STATUS_BAD_GATEWAY.*\r?\n/m, "");
  return directory;
}

function files_below(directory) {
  return fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

const file_url = (directory, page) => `file://${path.resolve(directory)}/${page}`;

module.exports = { root, need, scratch, open_browser, build_site, copy_documents, earlier_documents, files_below, file_url };
