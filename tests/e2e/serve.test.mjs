// `cargo xtask serve`: the demo on a port of this machine, built again and reloaded when a source file changes.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { happened, root, setUp } from "./support.mjs";

/** A file that is watched and is part of nothing. */
const watched = `${root}www/made-by-a-test.css`;
/** The first build may have to compile every dependency. */
const FIRST_BUILD = 600_000;

const shared = setUp();
const lines = [];
let server;
let address;

before(async () => {
  server = spawn("cargo", ["xtask", "serve", "--port", "0"], { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
  for await (const line of createInterface({ input: server.stdout })) {
    lines.push(line);
    address = line.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
    if (address) break;
  }
  assert.ok(address, `serve says where it is: ${lines.join("\n")}`);
}, { timeout: FIRST_BUILD });

after(() => {
  server?.kill();
  if (existsSync(watched)) rmSync(watched);
});

test("the demo is served, and reloads itself when a file changes", { timeout: 120_000 }, async (t) => {
  const { page, seen } = await shared.open(t, `${address}/`);
  assert.ok((await page.locator(".nc-row").count()) > 0);
  assert.deepEqual(seen.console, []);
  const reloaded = page.waitForEvent("load", { timeout: 100_000 });
  writeFileSync(watched, "a {}");
  await reloaded;
  await happened(page, "ready");
  assert.ok((await page.locator(".nc-row").count()) > 0);
});

test("a port in use is an error of one line that names it", () => {
  const port = new URL(address).port;
  const { status, stderr } = spawnSync("cargo", ["xtask", "serve", "--port", port], { cwd: root, encoding: "utf8" });
  assert.notEqual(status, 0);
  assert.equal(stderr.trim().split("\n").length, 1, stderr);
  assert.ok(stderr.includes(port) && stderr.includes("--port"), stderr);
});
