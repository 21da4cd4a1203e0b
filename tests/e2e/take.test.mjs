// Taking the open story along: the page with it inside, a link that holds it, files. From file:// and from a server that is asked for nothing more.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { deflateRawSync } from "node:zlib";
import { assertAccessible, assertQuiet, embedded, happened, read, setUp, settled, standalone } from "./support.mjs";

const shared = setUp({ "/page": read("dist/news-compare.html") });

const button = (page, name) => page.getByRole("button", { name, exact: true });
const told = (page, text) => page.getByRole("status").filter({ hasText: text }).filter({ visible: true }).first().waitFor();
const exported = (page) => page.evaluate(async () => JSON.parse(await document.querySelector("news-compare").export()));

/** Presses a button that saves a file; gives its name and content. */
async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8"), keep: (path) => download.saveAs(path) };
}

const ARTICLES = [
  "The river rose two metres on Monday in Harrow Bend. Nine people were rescued by the fire brigade.",
  "The river rose two metres on Monday in Harrow Bend. Twelve people were rescued by the fire brigade. <b>Schools</b> stay closed </script>.",
];

/** Brings two articles, and corrects the first claim. */
async function bringAndCorrect(page) {
  await button(page, "Your articles").click();
  const texts = page.getByRole("textbox", { name: "Text", exact: true });
  for (const [at, text] of ARTICLES.entries()) await texts.nth(at).fill(text);
  await told(page, "2 articles:");
  await button(page, "Correct").click();
  await page.getByRole("textbox", { name: "Note" }).first().fill("Ask the brigade.");
  await page.getByRole("button", { name: /Keep.*note/i }).first().click();
  await told(page, "Done.");
}

test("the page is downloaded with story and corrections, opens the same by double click, and can be read without JavaScript", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "news-compare-"));
  t.after(() => rm(folder, { recursive: true }));
  const { page, seen } = await shared.open(t, standalone, { offline: true });
  await happened(page, "ready");
  await bringAndCorrect(page);
  await button(page, "Take it along").click();
  await page.getByRole("heading", { name: "Take it along" }).waitFor();
  await assertAccessible(page);
  const first = await saved(page, "Download this page");
  assert.equal(first.name, "news-compare.html");
  const path = join(folder, "story with spaces.html");
  await first.keep(path);
  const comparison = JSON.parse((await saved(page, "Save with corrections (JSON)")).text);
  assert.equal(comparison.corrections.changes.length, 1);
  assertQuiet(seen, [standalone]);

  const address = pathToFileURL(path).href;
  const again = await shared.open(t, address, { offline: true });
  await happened(again.page, "ready");
  assert.deepEqual(await exported(again.page), comparison);
  await button(again.page, "Correct").click();
  await again.page.getByRole("button", { name: /^Take back: Note/ }).waitFor();
  await button(again.page, "Take it along").click();
  assert.equal((await saved(again.page, "Download this page")).text, first.text);
  assertQuiet(again.seen, [address]);

  const plain = await shared.open(t, address, { offline: true, javaScriptEnabled: false, waits: false });
  const text = await plain.page.locator("main").innerText();
  for (const { statement } of comparison.claims) assert.ok(text.includes(statement), statement);
  for (const article of ARTICLES) assert.ok(text.includes(article), article);
});

test("three articles are pasted, compared, corrected, undone, downloaded, opened again: the same", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "news-compare-"));
  t.after(() => rm(folder, { recursive: true }));
  const { page, seen } = await shared.open(t, standalone, { offline: true });
  await happened(page, "ready");
  await button(page, "Your articles").click();
  for (const [at, text] of [...ARTICLES, "Nine people were rescued, the brigade said."].entries()) {
    const field = page.getByRole("textbox", { name: "Text", exact: true }).nth(at);
    await field.focus();
    await field.evaluate((element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
    }, text);
  }
  await told(page, "3 articles:");
  await button(page, "See the comparison").click();
  await page.locator(".nc-row").first().waitFor();
  await button(page, "Correct").click();
  const source = page.getByRole("group").filter({ has: page.getByRole("combobox", { name: "What this source does" }) }).first();
  const stance = source.getByRole("combobox", { name: "What this source does" });
  await stance.selectOption({ label: "hedges" });
  await source.getByRole("button", { name: "Keep this judgement" }).press("Enter");
  await told(page, "Done.");
  const corrected = JSON.parse((await saved(page, "Save with corrections (JSON)")).text);
  assert.equal(corrected.claims[0].cells[0].stance, "hedges");
  await button(page, "Undo").click();
  await settled(page);
  const undone = JSON.parse((await saved(page, "Save with corrections (JSON)")).text);
  assert.notEqual(undone.claims[0].cells[0].stance, "hedges");
  await button(page, "Redo").click();
  await settled(page);
  await button(page, "Take it along").click();
  const path = join(folder, "three.html");
  await (await saved(page, "Download this page")).keep(path);
  const again = await shared.open(t, pathToFileURL(path).href, { offline: true });
  await happened(again.page, "ready");
  assert.deepEqual(await exported(again.page), corrected);
  assertQuiet(seen, [standalone]);
  assertQuiet(again.seen, [pathToFileURL(path).href]);
});

test("a link holds the story, and brings it to another page with its corrections", async (t) => {
  const { page, seen } = await shared.open(t, "/page");
  await happened(page, "ready");
  const plain = await exported(page);
  await button(page, "Take it along").click();
  const make = async () => {
    await button(page, "Make a link").click();
    await told(page, "characters.");
    await assertAccessible(page);
    return page.getByRole("textbox", { name: "The link" }).inputValue();
  };
  const link = await make();
  assert.ok(link.startsWith(`${shared.server.origin}/page#nc1=`) && link.length < 20_000, `${link.length} characters`);
  await bringAndCorrect(page);
  await button(page, "Take it along").click();
  const corrected = await make();
  assert.notEqual(corrected, link);
  const comparison = JSON.parse((await saved(page, "Save with corrections (JSON)")).text);

  const there = await shared.open(t, link.slice(shared.server.origin.length));
  await happened(there.page, "ready");
  await there.page.getByRole("heading", { name: embedded.title }).first().waitFor();
  assert.deepEqual(await exported(there.page), plain);
  // The same page, its address changed by hand.
  await there.page.goto(corrected);
  await there.page.getByText("Nine people were rescued").first().waitFor();
  assert.deepEqual(await exported(there.page), comparison);
  assertQuiet(there.seen, [`${shared.server.origin}/page`]);
  assertQuiet(seen, [`${shared.server.origin}/page`]);
});

test("a link that is cut, not ours or too large is said, and the story stays", async (t) => {
  const packed = (text) => deflateRawSync(text, { level: 9 }).toString("base64url");
  const cases = [
    [packed(JSON.stringify(embedded)).slice(0, 400), /cut or changed/],
    ["%%%", /cut or changed/],
    [packed('{"format": "news-compare.corpus/1", "documents": []}'), /no documents/],
    [packed(" ".repeat(9_000_000)), /larger than 8 megabytes/],
  ];
  for (const [text, said] of cases) {
    const { page, seen } = await shared.open(t, `/page#nc1=${text}`);
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.textContent(), said);
    await page.getByRole("heading", { name: embedded.title }).first().waitFor();
    await assertAccessible(page);
    assert.deepEqual(seen.console, []);
  }
  // What belongs to somebody else is let alone.
  const { page } = await shared.open(t, "/page#chapter-2");
  await happened(page, "ready");
  assert.equal(await page.getByRole("alert").count(), 0);
  assert.match(page.url(), /#chapter-2$/);
});

test("every other format is saved under the name of the story, on a phone in the dark", async (t) => {
  const { page, seen } = await shared.open(t, standalone, { offline: true, viewport: { width: 320, height: 700 }, colorScheme: "dark" });
  await happened(page, "ready");
  await button(page, "Take it along").click();
  await settled(page);
  await assertAccessible(page);
  const name = /^[\p{L}\d-]+\./u;
  for (const [label, ending, holds] of [
    ["Save the articles (JSON)", "articles.json", '"news-compare.corpus/1"'],
    ["Save as table (CSV)", "csv", "\ufeff"],
    ["Save as text (Markdown)", "md", "# "],
    ["Save as web annotations (JSON-LD)", "annotations.jsonld", "http://www.w3.org/ns/anno.jsonld"],
    ["Save for search engines (schema.org)", "schema.jsonld", "NewsArticle"],
  ]) {
    const file = await saved(page, label);
    assert.match(file.name, name);
    assert.ok(file.name.endsWith(`.${ending}`) && file.text.includes(holds), `${label}: ${file.name}`);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  assert.ok(wide, "nothing is wider than the window");
  assertQuiet(seen, [standalone]);
});
