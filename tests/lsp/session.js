#!/usr/bin/env node
// `doccord lsp` as an editor uses it, through the client library that editors are built upon.
//   node tests/lsp/session.js DOCCORD
"use strict";

const assert = require("node:assert");
const fs = require("node:fs");
const path = require("node:path");
const { spawn } = require("node:child_process");
const { pathToFileURL } = require("node:url");
const { copy_documents, need, root, scratch } = require("../site/support.js");

const rpc = need("vscode-jsonrpc/node");
const lsp = need("vscode-languageserver-protocol");
const doccord = path.resolve(process.argv[2] ?? path.join(root, "build/release/doccord"));
const patience = 20000;

// An editor: what it was told last of each file, and what it was shown.
class Editor {
  constructor(directory) {
    this.directory = directory;
    this.diagnostics = new Map();
    this.shown = [];
    this.waiting = [];
    this.versions = new Map();
    this.server = spawn(doccord, ["lsp"], { stdio: ["pipe", "pipe", "inherit"], cwd: "/" });
    this.ended = new Promise((resolve) => this.server.on("exit", (code) => resolve(code)));
    process.on("exit", () => this.server.kill());
    this.connection = rpc.createMessageConnection(
      new rpc.StreamMessageReader(this.server.stdout),
      new rpc.StreamMessageWriter(this.server.stdin),
    );
    this.connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => {
      this.diagnostics.set(params.uri, params);
      this.look();
    });
    this.connection.onNotification(lsp.ShowMessageNotification.type, (params) => {
      this.shown.push(params);
      this.look();
    });
    this.connection.onRequest(lsp.RegistrationRequest.type, (params) => {
      this.watched = params.registrations[0].registerOptions.watchers.map((each) => each.globPattern);
      this.look();
    });
    this.connection.listen();
  }

  look() {
    this.waiting = this.waiting.filter((each) => !each.holds() || each.resolve());
  }

  // Until something is so.
  until(what, holds) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`in vain: ${what}`)), patience);
      this.waiting.push({ holds, resolve: () => (clearTimeout(timer), resolve(), false) });
      this.look();
    });
  }

  uri(name) {
    return pathToFileURL(path.join(this.directory, name)).href;
  }
  text(name) {
    return fs.readFileSync(path.join(this.directory, name), "utf8");
  }
  found(name) {
    return this.diagnostics.get(this.uri(name))?.diagnostics ?? [];
  }
  request(type, params) {
    return this.connection.sendRequest(type, params);
  }

  start() {
    return this.request(lsp.InitializeRequest.type, {
      processId: process.pid,
      rootUri: pathToFileURL(this.directory).href,
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    }).then((answer) => (this.connection.sendNotification(lsp.InitializedNotification.type, {}), answer));
  }
  open(name) {
    this.versions.set(name, 1);
    const textDocument = { uri: this.uri(name), languageId: "plaintext", version: 1, text: this.text(name) };
    return this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument });
  }
  change(name, text) {
    const version = this.versions.get(name) + 1;
    this.versions.set(name, version);
    return this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri(name), version },
      contentChanges: [{ text }],
    });
  }
  close(name) {
    const textDocument = { uri: this.uri(name) };
    return this.connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument });
  }
  // The place of a text in a document, with how many UTF-16 units behind its start.
  at(name, text, more = 0) {
    const before = this.text(name).slice(0, this.text(name).indexOf(text) + more);
    const lines = before.split("\n");
    return { textDocument: { uri: this.uri(name) }, position: { line: lines.length - 1, character: lines.at(-1).length } };
  }
}

// What stands in a range of a text.
function in_range(text, range) {
  const lines = text.split("\n");
  assert.strictEqual(range.start.line, range.end.line);
  return lines[range.start.line].slice(range.start.character, range.end.character);
}

const about = (diagnostics, words) => diagnostics.filter((each) => each.message.includes(words));

const has = (editor, id) => editor.found("winhttp.md").some((each) => each.data?.id === id);

async function sees_discrepancies(editor) {
  for (const name of ["auhttp.txt", "wininet97.txt", "deno.txt", "winhttp.md", "oreilly.txt"]) editor.open(name);
  await editor.until("diagnostics of all documents", () => editor.diagnostics.size === 5);
  const [meaning] = about(editor.found("winhttp.md"), "`cannot` where `auhttp`");
  assert.strictEqual(meaning.code, "DC301");
  assert.strictEqual(meaning.source, "doccord");
  assert.strictEqual(meaning.severity, lsp.DiagnosticSeverity.Warning);
  assert.strictEqual(in_range(editor.text("winhttp.md"), meaning.range), "cannot");
  const other = meaning.relatedInformation[0];
  assert.strictEqual(other.location.uri, editor.uri("auhttp.txt"));
  assert.strictEqual(in_range(editor.text("auhttp.txt"), other.location.range), "is refusing to");
  const all = [...editor.diagnostics.values()].flatMap((each) => each.diagnostics);
  assert.ok(all.length > 50, `${all.length} diagnostics`);
}

// What is typed counts before it is saved, wherever it changes a finding; closing takes it back.
async function follows_typing(editor) {
  const name = "auhttp.txt";
  const text = editor.text(name);
  // With a character of two UTF-16 units in it.
  const changed = text.replace("The request can be continued.", "The request, 𝄞, cannot be continued.");
  assert.notStrictEqual(changed, text);
  const at_100 = () => about(editor.found(name), "at `100`").filter((each) => each.code === "DC301");
  assert.strictEqual(at_100().length, 0);
  editor.change(name, changed);
  await editor.until("a change of meaning comes", () => at_100().length === 1);
  assert.strictEqual(in_range(changed, at_100()[0].range), ", 𝄞, cannot");
  assert.strictEqual(editor.diagnostics.get(editor.uri(name)).version, 2);
  editor.change(name, text);
  await editor.until("it goes", () => at_100().length === 0);
  editor.change(name, changed);
  await editor.until("it is back", () => at_100().length === 1);
  editor.close(name);
  await editor.until("the file on disk counts", () => at_100().length === 0);
  editor.open(name);
}

async function shows_the_others(editor) {
  const hover = await editor.request(lsp.HoverRequest.type, editor.at("auhttp.txt", "HTTP_STATUS_NOT_FOUND", 3));
  assert.strictEqual(hover.contents.kind, "markdown");
  assert.match(hover.contents.value, /^### `404`\n/);
  assert.match(hover.contents.value, /\*\*Deno: enumeration of HTTP status codes\*\*: `NOT_FOUND`/);
  assert.ok(!hover.contents.value.includes("auHTTP"));
  assert.strictEqual(await editor.request(lsp.HoverRequest.type, editor.at("auhttp.txt", "auHTTP component")), null);

  const there = editor.at("auhttp.txt", "HTTP_STATUS_NOT_FOUND", 3);
  const places = await editor.request(lsp.DefinitionRequest.type, there);
  assert.deepStrictEqual(
    places.map((each) => path.basename(each.uri)),
    ["wininet97.txt", "deno.txt", "winhttp.md", "oreilly.txt"],
  );
  const deno = editor.text("deno.txt").split("\n").slice(places[1].range.start.line, places[1].range.end.line + 1);
  assert.ok(deno.join("\n").includes("NOT_FOUND: = 404"));
  const all = await editor.request(lsp.ReferencesRequest.type, { ...there, context: { includeDeclaration: true } });
  assert.strictEqual(all.length, 5);
}

const actions_at = (editor, { textDocument, position }, diagnostics = []) =>
  editor.request(lsp.CodeActionRequest.type, {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics },
  });

async function takes_a_wording(editor) {
  const name = "auhttp.txt";
  const there = editor.at(name, "The server understood the request, but is refusing", 40);
  const actions = await actions_at(editor, there);
  const action = actions.find((each) => each.title === "Use the wording of `winhttp`");
  const [edit] = action.edit.changes[editor.uri(name)];
  assert.match(edit.newText, /but cannot fulfill it\.$/);
  const lines = editor.text(name).split("\n");
  const line = lines[edit.range.start.line];
  lines[edit.range.start.line] =
    line.slice(0, edit.range.start.character) + edit.newText + line.slice(edit.range.end.character);
  const at_403 = () => about(editor.found("winhttp.md"), "`cannot` where").filter((each) => each.message.includes("`403`"));
  assert.strictEqual(at_403().length, 1);
  editor.change(name, lines.join("\n"));
  await editor.until("403 is mended", () => !at_403().some((each) => each.message.includes("`auhttp`")));
  editor.change(name, editor.text(name));
  await editor.until("403 is back", () => at_403().some((each) => each.message.includes("`auhttp`")));
}

async function accepts(editor) {
  const [meaning] = about(editor.found("winhttp.md"), "`cannot` where `auhttp`");
  const there = { textDocument: { uri: editor.uri("winhttp.md") }, position: meaning.range.start };
  const actions = await actions_at(editor, there, [meaning]);
  const { command, diagnostics } = actions.find((each) => each.command && each.title.includes("`cannot`"));
  assert.strictEqual(command.command, "doccord.accept");
  assert.deepStrictEqual(diagnostics, [meaning]);
  const execute = (given) =>
    editor.request(lsp.ExecuteCommandRequest.type, { command: command.command, arguments: [given] });
  await assert.rejects(execute(command.arguments[0]), /why it may stand is missing/);
  await assert.rejects(execute({ id: "0000000000000000", reason: "none" }), /no discrepancy has an id/);
  const said = await execute({ ...command.arguments[0], reason: "the later text is meant" });
  assert.match(said, new RegExp(`^accepted ${meaning.data.id} DC301: `));
  const lines = editor.text("doccord-accepted.jsonl").trim().split("\n");
  assert.strictEqual(lines.length, 2);
  assert.strictEqual(JSON.parse(lines[1]).reason, "the later text is meant");
  await editor.until("it is accepted", () => !has(editor, meaning.data.id));
  return meaning.data.id;
}

// A configuration with a fault in it is told where it stands, and what was found before is gone.
async function tells_of_bad_configurations(editor) {
  const name = "doccord.json";
  const text = editor.text(name);
  editor.open(name);
  editor.change(name, text.replace('"publisher": "Deno"', '"publischer": "Deno"'));
  await editor.until("the fault is shown", () => editor.shown.length === 1 && editor.found(name).length === 1);
  assert.strictEqual(editor.shown[0].type, lsp.MessageType.Error);
  assert.match(editor.shown[0].message, /doccord\.json:5:\d+: error: .*publischer/);
  assert.strictEqual(editor.found(name)[0].range.start.line, 4);
  await editor.until("nothing else is", () => editor.found("winhttp.md").length === 0);
  editor.change(name, text);
  await editor.until("all is well again", () => editor.found(name).length === 0 && editor.found("winhttp.md").length > 0);
}

// What other programs do is seen when the editor tells that files changed.
async function follows_the_disk(editor, id) {
  await editor.until("files are watched", () => editor.watched);
  assert.ok(editor.watched.includes("**/doccord-accepted.jsonl") && editor.watched.includes("**/deno.txt"));
  fs.rmSync(path.join(editor.directory, "doccord-accepted.jsonl"));
  editor.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: editor.uri("doccord-accepted.jsonl"), type: lsp.FileChangeType.Deleted }],
  });
  await editor.until("it is open again", () => has(editor, id));
}

async function keeps_to_the_protocol(editor) {
  const fails_with = (promise, code) => assert.rejects(promise, (error) => error.code === code);
  await fails_with(editor.request("textDocument/rename", {}), rpc.ErrorCodes.MethodNotFound);
  await fails_with(editor.request("textDocument/hover", {}), rpc.ErrorCodes.InvalidParams);
  await fails_with(editor.request("initialize", {}), rpc.ErrorCodes.InvalidRequest);
  editor.connection.sendNotification("$/cancelRequest", { id: 1 });
  editor.connection.sendNotification("textDocument/didChange", { no: "text" });
  const unknown = { textDocument: { uri: "untitled:one" }, position: { line: 0, character: 0 } };
  assert.strictEqual(await editor.request(lsp.HoverRequest.type, unknown), null);
  await editor.request(lsp.ShutdownRequest.type);
  await fails_with(editor.request("textDocument/hover", unknown), rpc.ErrorCodes.InvalidRequest);
  editor.connection.sendNotification(lsp.ExitNotification.type);
  assert.strictEqual(await editor.ended, 0);
}

// Messages as they are, without the library, which would not send such.
async function survives_bad_messages() {
  const server = spawn(doccord, ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => server.on("exit", (code) => resolve(code)));
  let said = "";
  server.stdout.on("data", (bytes) => (said += bytes));
  const bodies = ["{nonsense", "[]", "7", '{"id":{},"method":"x"}', '{"jsonrpc":"2.0","id":1,"method":"shutdown"}',
    '{"jsonrpc":"2.0","method":"exit"}'];
  for (const body of bodies) server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  assert.strictEqual(await ended, 1);
  const codes = [...said.matchAll(/"code":(-\d+)/g)].map((match) => Number(match[1]));
  assert.deepStrictEqual(codes, [-32700, -32600, -32600, -32600, -32002]);
}

async function main() {
  const directory = path.join(scratch("lsp"), "the documents");
  copy_documents(directory);
  const editor = new Editor(directory);
  const { capabilities } = await editor.start();
  assert.strictEqual(capabilities.positionEncoding, "utf-16");
  await sees_discrepancies(editor);
  await follows_typing(editor);
  await shows_the_others(editor);
  await takes_a_wording(editor);
  const accepted = await accepts(editor);
  await tells_of_bad_configurations(editor);
  await follows_the_disk(editor, accepted);
  await keeps_to_the_protocol(editor);
  await survives_bad_messages();
  console.log("an editor sees, hears and decides");
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
