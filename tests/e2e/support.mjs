// What every end-to-end test needs: Chromium, a server for made pages, and an eye on what a page asks for and complains of.
//
// CHROMIUM names the browser; `cargo xtask test --only e2e` sets it and builds dist/ first.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath, pathToFileURL } from "node:url";
import { after, before } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../", import.meta.url));
export const read = (path) => readFileSync(`${root}${path}`, "utf8");
export const standalone = pathToFileURL(`${root}dist/news-compare.html`).href;
export const embedded = JSON.parse(read("corpora/mexico-us-call.json"));

/** How long anything on the page may take before a test gives up. */
const PATIENCE = 30_000;

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** Serves the demo, the script, and pages made by a test: a path with its HTML, or with `{ body, type, headers, status }`; null for no answer. */
export async function serve(pages = {}) {
  const all = {
    "/": read("index.html"),
    "/news-compare.js": { body: read("dist/news-compare.js"), type: "text/javascript; charset=utf-8" },
    ...pages,
  };
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(new URL(request.url, "http://localhost").pathname);
    const found = all[new URL(request.url, "http://localhost").pathname];
    if (found === null) return;
    const { body, type = "text/html; charset=utf-8", headers = {}, status = 200 } =
      typeof found === "string" ? { body: found } : (found ?? { body: "not found", status: 404 });
    response.writeHead(status, { "Content-Type": type, ...headers }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  return { origin: `http://127.0.0.1:${server.address().port}`, asked, close };
}

/** A page with the script and this content. */
export const host = (content, head = "") => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Host page</title><link rel="icon" href="data:,">${head}
<script src="/news-compare.js" defer></script></head><body><main><h1>Host page</h1>${content}</main></body></html>`;

/** Sets up one browser and one server for the tests of a file. */
export function setUp(pages) {
  const shared = {};
  before(async () => {
    shared.browser = await launch();
    shared.server = await serve(pages);
  });
  after(async () => {
    await shared.browser?.close();
    await shared.server?.close();
  });

  /** Opens a page in a fresh profile and waits for the first `ready` or `error` of an element, if there is one. */
  shared.open = async (t, path, { waits = true, prepare, ...options } = {}) => {
    const context = await shared.browser.newContext({ reducedMotion: "reduce", viewport: { width: 1440, height: 900 }, ...options });
    t.after(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const seen = { console: [], requests: [] };
    page.on("console", (message) => seen.console.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => seen.console.push(`uncaught: ${error.message}`));
    page.on("request", (request) => seen.requests.push(request.url()));
    await page.addInitScript(() => {
      window.events = [];
      for (const name of ["ready", "select", "error"]) {
        document.addEventListener(`news-compare:${name}`, (event) => {
          window.events.push({ name, detail: event.detail, target: event.target.id });
        });
      }
    });
    if (prepare) await page.addInitScript(prepare);
    await page.goto(path.startsWith("/") ? shared.server.origin + path : path);
    if (waits) await happened(page, ["ready", "error"]);
    return { page, seen };
  };
  return shared;
}

/** Waits until the page heard `count` events of these names, and until the last is painted; gives their details. */
export async function happened(page, names, count = 1) {
  const list = [names].flat();
  await page.waitForFunction(
    ([list, count]) => window.events.filter((event) => list.includes(event.name)).length >= count,
    [list, count],
  );
  await settled(page);
  return page.evaluate((list) => window.events.filter((event) => list.includes(event.name)).map((event) => event.detail), list);
}

/** Waits for two frames: what was set is rendered and painted. */
export const settled = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** Gives the element `#it` a story and stops the comparison as soon as there is a button for it, as a reader would. */
export async function showAndStop(page, story) {
  await page.evaluate((story) => {
    const element = document.querySelector("#it");
    element.data = story;
    const press = () => {
      const button = element.shadowRoot.querySelector(".nc-progress button");
      if (button) button.click();
      else setTimeout(press);
    };
    press();
  }, story);
  await page.getByText("The comparison was stopped.").waitFor();
}

/** The text that the element with this selector shows. */
export const shown = (page, selector = "news-compare") =>
  page.evaluate((selector) => document.querySelector(selector).shadowRoot.textContent, selector);

/** Fails when the page wrote to the console or asked for anything but what is expected; data: and blob: ask nobody. */
export function assertQuiet({ console, requests }, expected) {
  assert.deepEqual(console, []);
  assert.deepEqual(requests.filter((url) => !/^(data|blob):/.test(url)), expected);
}

/** Fails when axe finds a fault in the page, or in the part of it that `include` selects. */
export async function assertAccessible(page, { include, without = [] } = {}) {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).disableRules(without);
  if (include) axe.include(include);
  // In a page without frames one run inside it finds the same, in a fifth of the time: the other way carries out all that is right as well.
  if (page.frames().length === 1) axe.setLegacyMode();
  const { violations } = await axe.analyze();
  assert.deepEqual(violations.map(({ id, nodes: [node, ...more] }) => `${id}: ${node.html} – ${node.failureSummary} (and ${more.length} more)`), []);
}
