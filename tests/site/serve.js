#!/usr/bin/env node
// `doccord serve`: a page in a browser follows the document, and nobody else is answered.
//   node tests/site/serve.js DOCCORD
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const { spawn } = require("node:child_process");
const { open_browser, root, scratch } = require("./support.js");

const doccord = path.resolve(process.argv[2] ?? path.join(root, "build/release/doccord"));

// The server and the address that it prints.
function start(directory) {
  const server = spawn(doccord, ["serve", directory, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  process.on("exit", () => server.kill());
  return new Promise((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (bytes) => {
      said += bytes;
      const address = said.match(/http:\S+/);
      if (address) resolve({ server, address: address[0] });
    });
    server.on("exit", (code) => reject(new Error(`doccord serve ended with ${code}`)));
  });
}

const status_for = (address, host) =>
  new Promise((resolve, reject) => {
    const request = http.get(address, { headers: host ? { Host: host } : {} }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on("error", reject);
  });

const write_documents = (directory, text) => {
  fs.writeFileSync(path.join(directory, "old.md"), "# Codes\n\n- 10 Red: Stop here.\n- 20 Green: Go on.\n- 30 Blue: Wait.\n");
  fs.writeFileSync(path.join(directory, "new.md"), `# Codes\n\n- 10 Red: ${text}\n- 20 Green: Go on.\n- 30 Blue: Wait.\n`);
};

async function main() {
  const directory = scratch("serve");
  write_documents(directory, "Stop here.");
  const { server, address } = await start(directory);
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  assert.strictEqual(await status_for(address), 200);
  assert.strictEqual(await status_for(`${address}no/such/page`), 404);
  assert.strictEqual(await status_for(address, "example.org"), 403);

  const browser = await open_browser();
  const page = await browser.newPage();
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(`${address}key/10/index.html`);
  assert.match(await page.locator("main").innerText(), /Stop here\./);
  await page.waitForTimeout(300);
  write_documents(directory, "Stop at once.");
  await page.getByText("Stop at once.").first().waitFor({ timeout: 10000 });
  await page.getByRole("searchbox", { name: "Search" }).fill("at once");
  await page.locator(".results li").first().waitFor();
  assert.deepStrictEqual(faults, []);
  await browser.close();
  server.removeAllListeners("exit");
  server.kill();
  console.log("the preview follows its documents");
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
