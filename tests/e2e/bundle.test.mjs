// The page that `news-compare bundle` makes: opened by double click, with and without JavaScript.
//
// NEWS_COMPARE names the native program; `cargo xtask test --only e2e` sets it and builds dist/ first.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { assertAccessible, embedded, happened, root, serve, setUp } from "./support.mjs";
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
  await page.getByRole("article").first().waitFor();
  await assertAccessible(page);
});

test("the plain story keeps out of sight while the script may come, and stands there when it does not", async (t) => {
  const out = join(folder, "folder");
  bundle(comparison, "--embed", out);
  const host = readFileSync(join(out, "page.html"), "utf8");
  const pages = {
    "missing.html": host.replace('src="news-compare.js"', 'src="nowhere.js"'),
    "altered.html": host.replace(/integrity="sha384-[^"]*"/, `integrity="sha384-${"A".repeat(64)}"`),
    "forbidden.html": readFileSync(join(folder, "made.html"), "utf8").replace(/script-src [^;]*;/, "script-src 'none';"),
  };
  for (const [name, content] of Object.entries(pages)) {
    writeFileSync(join(out, name), content);
    const { page } = await shared.open(t, pathToFileURL(join(out, name)).href, { waits: false });
    const look = () => page.evaluate(() => {
      const story = document.querySelector(".story");
      const { scrollHeight, clientHeight } = document.documentElement;
      return { seen: story.checkVisibility({ visibilityProperty: true }), height: story.parentElement.offsetHeight, scrolls: scrollHeight > clientHeight };
    });
    assert.deepEqual(await look(), { seen: false, height: 0, scrolls: false }, `${name} at first`);
    await page.getByRole("article").first().waitFor();
    assert.equal(await page.getByRole("article").count(), comparison.corpus.documents.length, name);
    assert.ok((await look()).height > 500, name);
    assert.equal(await page.locator("news-compare > script").isVisible(), false, name);
  }
});

test("nothing of the plain story is seen, and nothing moves, while the script arrives late", async (t) => {
  const out = join(folder, "late");
  bundle(comparison, "--embed", out);
  const file = (name, type) => ({ body: readFileSync(join(out, name), "utf8"), type });
  const script = file("news-compare.js", "text/javascript");
  const server = await serve({ "/page.html": file("page.html"), "/news-compare.js": script, "/story.json": file("story.json", "application/json") });
  t.after(server.close);
  const prepare = () => {
    window.moved = 0;
    window.peeked = false;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { window.moved += value; })).observe({ type: "layout-shift", buffered: true });
    const watch = () => {
      const story = document.querySelector(".story");
      if (story?.offsetHeight && story.checkVisibility({ visibilityProperty: true }) && !customElements.get("news-compare")) window.peeked = true;
      requestAnimationFrame(watch);
    };
    watch();
  };
  const context = await shared.browser.newContext({ viewport: { width: 1440, height: 900 } });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.addInitScript(prepare);
  await page.route("**/news-compare.js", async (route) => { await new Promise((resolve) => setTimeout(resolve, 1000)); await route.continue(); });
  await page.goto(`${server.origin}/page.html`);
  await page.locator(".nc-row").first().waitFor();
  assert.deepEqual(await page.evaluate(() => [window.peeked, window.moved]), [false, 0]);
  assert.equal(await page.locator(".story").isVisible(), false);
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
