// The page that `news-compare bundle` makes: opened by double click, with and without JavaScript.
//
// NEWS_COMPARE names the native program; `cargo xtask test --only e2e` sets it and builds dist/ first.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { embedded, happened, root, setUp } from "./support.mjs";
import { comparison } from "./story.mjs";

const { NEWS_COMPARE } = process.env;
const shared = setUp({});
const folder = mkdtempSync(join(tmpdir(), "news-compare-"));
const address = (name) => pathToFileURL(join(folder, name)).href;

function bundle(story, ...options) {
  const all = ["bundle", "-", "--script", `${root}dist/news-compare.js`, ...options];
  const { status, stderr } = spawnSync(NEWS_COMPARE, all, { input: JSON.stringify(story), cwd: folder });
  assert.equal(status, 0, String(stderr));
}

before(() => {
  bundle(embedded, "-o", "story.html");
  bundle(comparison, "-o", "made.html");
});
after(() => rmSync(folder, { recursive: true }));

test("the page shows its story from a disk, asks for nothing and says nothing in the console", async (t) => {
  const { page, seen } = await shared.open(t, address("story.html"));
  const { events } = await page.evaluate(() => ({ events: window.events }));
  assert.equal(events[0].name, "ready");
  assert.equal(events[0].detail.title, embedded.title);
  await page.getByRole("heading", { name: embedded.title }).first().waitFor();
  assert.deepEqual(seen.requests.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:")), [address("story.html")]);
  assert.deepEqual(seen.console, []);
});

test("without JavaScript the page is read as matrix, claims and articles", async (t) => {
  for (const name of ["story.html", "made.html"]) {
    const { page } = await shared.open(t, address(name), { javaScriptEnabled: false, waits: false });
    const story = name === "story.html" ? embedded : comparison.corpus;
    assert.equal(await page.getByRole("article").count(), story.documents.length);
    for (const [at, document] of story.documents.entries()) {
      const lines = document.text.split("\n").map((line) => line.trim().replace(/^- /, "")).filter(Boolean);
      const shown = await page.getByRole("article").nth(at).innerText();
      for (const line of lines) assert.ok(shown.includes(line.replace(/\s+/g, " ")) || shown.replace(/\s+/g, " ").includes(line.replace(/\s+/g, " ")), line);
    }
    const table = page.getByRole("table", { name: "What each source does with each claim" });
    assert.equal(await table.getByRole("columnheader").count(), story.documents.length + 1);
    assert.ok((await table.getByRole("row").count()) > 1);
    assert.equal(await page.locator("news-compare > script").isVisible(), false);
    await page.setViewportSize({ width: 360, height: 700 });
    const { width, scrolled } = await page.evaluate(() => ({ width: innerWidth, scrolled: document.documentElement.scrollWidth }));
    assert.ok(scrolled <= width, `the page is ${scrolled} wide on a phone of ${width}`);
  }
});

test("the plain page has no fault that axe finds", async (t) => {
  // axe needs scripts; the element is kept from being defined instead.
  const prepare = () => { customElements.define = () => {}; };
  const { page } = await shared.open(t, address("made.html"), { waits: false, prepare, bypassCSP: true });
  await page.addStyleTag({ content: "news-compare > * { display: revert !important } news-compare > script { display: none !important }" });
  await page.getByRole("article").first().waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
});

test("the page under its own policy runs no script of the story", async (t) => {
  const text = 'The river rose two metres. <img src=x onerror="window.hurt=1"></script><script>window.hurt=1</script>';
  const story = { format: "news-compare.corpus/1", title: text, documents: [{ id: "a", outlet: text, text }, { id: "b", text }] };
  bundle(story, "-o", "hostile.html");
  const { page, seen } = await shared.open(t, address("hostile.html"));
  assert.equal(await page.evaluate(() => window.hurt), undefined);
  assert.deepEqual(seen.console, []);
  assert.ok(readFileSync(join(folder, "hostile.html"), "utf8").includes("Content-Security-Policy"));
});

test("the viewer shows what the whole program shows, and says that it compares nothing", async (t) => {
  const options = ["bundle", "-", "--viewer", "--script", `${root}dist/news-compare-viewer.js`, "-o", "viewer.html"];
  const { status, stderr } = spawnSync(NEWS_COMPARE, options, { input: JSON.stringify(comparison), cwd: folder });
  assert.equal(status, 0, String(stderr));
  const said = (page) => page.evaluate(() => document.querySelector("news-compare").shadowRoot.textContent);
  const { page, seen } = await shared.open(t, address("viewer.html"));
  const whole = await shared.open(t, address("made.html"));
  assert.equal(await said(page), (await said(whole.page)).replace("Numbers and names", ""));
  await page.evaluate((corpus) => { document.querySelector("news-compare").data = corpus; }, comparison.corpus);
  await happened(page, "error", 1);
  assert.match(await said(page), /shows finished comparisons and makes none/);
  assert.deepEqual(seen.console, []);
});
