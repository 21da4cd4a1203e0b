// The example of a news page, www/examples/: two elements and a frame under a strict policy, in a page that stays as it was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, assertQuiet, happened, read, setUp, settled } from "./support.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'self'; style-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types news-compare";
const typed = (path, type) => ({ body: read(path), type });
const file = read("dist/examples/news-page.html");
const shared = setUp({
  "/examples/news-page.html": { body: file, headers: { "Content-Security-Policy": POLICY } },
  "/examples/news-page.css": typed("dist/examples/news-page.css", "text/css"),
  "/examples/news-page.js": typed("dist/examples/news-page.js", "text/javascript"),
  "/examples/quay-street-vote.json": typed("dist/examples/quay-street-vote.json", "application/json"),
  "/examples/tea-study.json": typed("dist/examples/tea-study.json", "application/json"),
  "/embed.html": read("dist/embed.html"),
  "/embed.js": typed("dist/embed.js", "text/javascript"),
});
const story = (name) => JSON.parse(read(`corpora/${name}.json`));
const PAGE = "/examples/news-page.html";

/** Shows every part of the page, so that nothing waits to come near. */
async function throughAll(page) {
  for (const place of ["#compare", "#flood", "#frame", "footer"]) await page.locator(place).scrollIntoViewIfNeeded();
}

test("the page of the example names the policy that it is served under", () => {
  const [, meta] = file.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/);
  assert.equal(meta, POLICY);
});

for (const options of [{}, { viewport: { width: 390, height: 844 }, colorScheme: "dark" }]) {
  test(`two elements and a frame stand in it, and it stays as it was ${options.viewport ? "on a phone in the dark" : ""}`, async (t) => {
    const { page, seen } = await shared.open(t, PAGE, {
      ...options,
      waits: false,
      prepare: () => {
        window.before = new Set(Object.getOwnPropertyNames(window));
        document.addEventListener("DOMContentLoaded", () => {
          window.markup = document.documentElement.outerHTML;
        });
      },
    });
    await throughAll(page);
    const told = await happened(page, "ready", 2);
    assert.deepEqual(told.map(({ title }) => title).sort(), ["Flood at Harrow Bend (invented)", story("quay-street-vote").title].sort());
    for (const index of [0, 1]) {
      const element = page.locator("news-compare").nth(index);
      const { claims, corpus } = await element.evaluate((element) => element.analyze());
      assert.ok(claims.length > 10);
      const { documents } = story(["quay-street-vote", "harrow-bend-flood"][index]);
      assert.deepEqual(corpus.documents.map(({ outlet, title, published }) => [outlet, title, published]), documents.map(({ outlet, title, published }) => [outlet, title, published]));
      const words = (text) => text.split(/\s+/).join(" ").trim();
      assert.deepEqual(corpus.documents.map(({ text }) => words(text)), documents.map(({ text }) => words(text)));
    }
    const frame = await (await page.locator("iframe").elementHandle()).contentFrame();
    await frame.getByText(story("tea-study").title).filter({ visible: true }).first().waitFor();
    await page.waitForFunction(() => Number.parseInt(document.querySelector("iframe").style.blockSize, 10) > 300);
    await settled(page);

    const after = await page.evaluate(() => {
      document.querySelector("iframe").removeAttribute("style");
      const added = Object.getOwnPropertyNames(window).filter((name) => !window.before.has(name) && !["before", "markup", "events", "0"].includes(name)); // the frame is "0"
      return { markup: document.documentElement.outerHTML === window.markup, added, hash: location.hash, kept: localStorage.length };
    });
    assert.deepEqual(after, { markup: true, added: [], hash: "", kept: 0 });
    // Two comparisons on a page have parts of the same names; each stands under the heading of its story.
    await assertAccessible(page, { without: ["landmark-unique"] });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the window");
    const { origin } = shared.server;
    const requests = [...new Set(seen.requests.map((url) => url.split("#")[0]))];
    const expected = [PAGE, "/examples/news-page.css", "/news-compare.js", "/examples/news-page.js", "/examples/quay-street-vote.json", "/examples/tea-study.json", "/embed.html", "/embed.js"];
    assertQuiet({ ...seen, requests: requests.sort() }, expected.map((path) => origin + path).sort());
  });
}

test("without JavaScript the articles inside are there to read", async (t) => {
  const { page } = await shared.open(t, PAGE, { waits: false, javaScriptEnabled: false });
  const text = await page.locator("main").innerText();
  for (const document of story("harrow-bend-flood").documents) {
    assert.ok(text.includes(document.title), document.title);
    for (const paragraph of document.text.split("\n").filter(Boolean)) assert.ok(text.includes(paragraph.trim()), paragraph);
  }
  assert.equal(await page.getByRole("link", { name: "The three reports as data" }).count(), 1);
});
