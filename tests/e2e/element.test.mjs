// The interface of the element: what it reads, its attributes and properties, its methods, when it begins.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { assertQuiet, happened, host, setUp, settled, showAndStop } from "./support.mjs";
import { made } from "./made.mjs";
import { comparison, corpus } from "./story.mjs";

const file = JSON.stringify(comparison);
const hash = `sha256-${createHash("sha256").update(file).digest("base64")}`;
const away = `<div id="before" style="height: 6000px"></div>`;

const articles = `
  <h2>The  flood</h2>
  <article id="north" lang="en" cite="/2026/flood.html" data-outlet="North Post" data-author="A. Writer" datetime="2026-01-12">
    <h3>River
      rises</h3>
    <p>The river <em>rose</em> two <b>metres</b>
      on Monday.</p><script>window.hurt = true</script><style>p { color: red }</style>
    <p hidden>Share this</p><del>Nobody came.</del><nav>Home</nav>
    <div>Two people were hurt.<br>Nobody is missing.</div>
    <ul><li>200 homes lost power.</li><li>
      <p>Schools are closed.</p></li></ul>
    <template><p>Not there</p></template><!-- nor this -->
  </article>
  <article data-excerpt cite="https://example.org/b"><p>On Monday the river rose three metres.</p></article>
  <p>Read more elsewhere.</p>`;

const shared = setUp({
  "/empty": host(`<news-compare id="it" src="/story.json"></news-compare>`),
  "/bare": host(`<news-compare id="it"></news-compare>`),
  "/story.json": { body: file, type: "application/json" },
  "/articles": host(`<news-compare id="it">${articles}</news-compare>`),
  "/wrapped": host(`<news-compare id="it"><div class="story"><h2>The flood</h2><div><article datetime="2026-01-12T10:00" lang="en_GB"><p>One <s>of</s> two.</p><article><p>Inner.</p></article></article></div><article datetime="2026-01-12 10:00+0100"><p>Two.</p></article></div></news-compare>`),
  "/both": host(`<news-compare id="it"><article>One. Two.</article><script type="application/json">${file.replaceAll("<", "\\u003c")}</script></news-compare>`),
  "/wrong": host(`<news-compare id="it"><article cite="javascript:alert(1)"><p>One.</p></article></news-compare>`),
  "/intact": host(`<news-compare id="it" src="/story.json" integrity="${hash}"></news-compare>`),
  "/tampered": host(`<news-compare id="it" src="/story.json" integrity="sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="></news-compare>`),
  "/view": host(`<news-compare id="it" src="/story.json" view="order" heading-level="4"></news-compare>`),
  "/level": host(`<news-compare id="it" src="/story.json"></news-compare>
    <script>document.querySelector("#it").setAttribute("heading-level", decodeURIComponent(location.search.slice(1)))</script>`),
  "/far": host(`${away}<news-compare id="it" src="/story.json">${articles}</news-compare>`),
  "/far-eager": host(`${away}<news-compare id="it" src="/story.json" loading="eager"></news-compare>`),
  "/unseen": host(`<div id="hides" hidden><news-compare id="it" src="/story.json"></news-compare></div>`),
  "/still": host(`<news-compare id="it"></news-compare><p id="after">After it.</p>`, `<style>news-compare:not(:defined) { display: block; block-size: clamp(40rem, 92vh, 64rem) }</style>`),
});

const exported = (page) => page.evaluate(async () => JSON.parse(await document.querySelector("#it").export()));
const names = (page) => page.evaluate(() => window.events.map((event) => event.name));
const asked = (seen) => seen.requests.filter((url) => url.endsWith("/story.json")).length;

describe("articles inside the element", () => {
  test("are read with their title, source, author, address, day, language, paragraphs and bullets, and nothing that is no text", async (t) => {
    const { page, seen } = await shared.open(t, "/articles");
    const { corpus: read } = await exported(page);
    const { origin } = shared.server;
    assert.equal(read.title, "The flood");
    assert.deepEqual(read.documents, [
      {
        id: "north", outlet: "North Post", title: "River rises", author: "A. Writer", url: `${origin}/2026/flood.html`,
        published: "2026-01-12", lang: "en",
        text: "The river rose two metres on Monday.\nTwo people were hurt.\nNobody is missing.\n- 200 homes lost power.\n- Schools are closed.",
      },
      {
        id: "article-2", url: "https://example.org/b", excerpt: true,
        text: "On Monday the river rose three metres.",
      },
    ]);
    assert.ok((await page.locator(".nc-row.nc-disputed").count()) > 0, "two metres and three are in conflict");
    assertQuiet(seen, [`${origin}/articles`, `${origin}/news-compare.js`]);
  });

  test("are what is read where JavaScript is off", async (t) => {
    const { page } = await shared.open(t, "/articles", { waits: false, javaScriptEnabled: false });
    assert.ok(await page.getByText("Schools are closed.").isVisible());
  });

  test("come after the story in a script", async (t) => {
    const { page } = await shared.open(t, "/both");
    assert.equal((await exported(page)).corpus.title, corpus.title);
  });

  test("with an address that is no web address are refused by name", async (t) => {
    const { page } = await shared.open(t, "/wrong");
    const [{ message }] = await happened(page, "error");
    assert.match(message, /document 1.*url "javascript:alert\(1\)"/);
    assert.equal(await page.locator("a[href^='javascript']").count(), 0);
  });

  test("are found in what a page wraps around them, with dates and languages as HTML writes them", async (t) => {
    const { page } = await shared.open(t, "/wrapped");
    const { corpus: read } = await exported(page);
    assert.equal(read.title, "The flood");
    assert.deepEqual(read.documents, [
      { id: "article-1", published: "2026-01-12", lang: "en-GB", text: "One two.\nInner." },
      { id: "article-2", published: "2026-01-12T10:00:00+01:00", text: "Two." },
    ]);
  });

  test("are read again when the page says that they changed", async (t) => {
    const { page } = await shared.open(t, "/articles");
    const rows = () => exported(page).then(({ corpus: { documents } }) => documents.length);
    assert.equal(await rows(), 2);
    await page.evaluate(() => {
      const third = document.createElement("article");
      third.textContent = "The river rose two metres.";
      document.querySelector("#it").append(third);
    });
    assert.equal(await rows(), 2, "nothing is watched");
    await page.evaluate(() => document.querySelector("#it").refresh());
    assert.equal(await rows(), 3);
  });
});

describe("attributes", () => {
  test("integrity lets through what has the hash, and nothing else", async (t) => {
    const { page, seen } = await shared.open(t, "/intact");
    assert.deepEqual(await names(page), ["ready"]);
    assert.equal(asked(seen), 1);
    const { page: tampered } = await shared.open(t, "/tampered");
    const [{ message }] = await happened(tampered, "error");
    assert.match(message, /story\.json could not be loaded/);
    assert.equal(await tampered.locator(".nc-row").count(), 0);
  });

  test("are properties too, also when set before the element is there", async (t) => {
    const { page } = await shared.open(t, "/bare", {
      waits: false,
      prepare: `document.addEventListener("readystatechange", () => {
        const early = document.querySelector("#it");
        if (early && !customElements.get("news-compare")) Object.assign(early, { theme: "dark", view: "values", data: ${file} });
      }, { once: true });`,
    });
    await happened(page, "ready");
    const seen = await page.evaluate(() => {
      const element = document.querySelector("#it");
      const before = [element.getAttribute("theme"), element.getAttribute("view"), element.hasAttribute("data")];
      const fresh = document.createElement("news-compare");
      const without = Object.fromEntries(["src", "integrity", "theme", "loading", "view", "headingLevel", "workerSrc", "lang", "data"].map((name) => [name, fresh[name]]));
      Object.assign(fresh, { src: "a", integrity: "b", theme: "light", loading: "eager", view: "order", headingLevel: 3, workerSrc: "c", lang: "es" });
      return { before, without, outer: fresh.outerHTML, level: fresh.headingLevel };
    });
    assert.deepEqual(seen.before, ["dark", "values", false]);
    assert.deepEqual(seen.without, {
      src: "", integrity: "", theme: "auto", loading: "lazy", view: "compare", headingLevel: 2, workerSrc: "", lang: "", data: null,
    });
    assert.equal(seen.outer, '<news-compare src="a" integrity="b" theme="light" loading="eager" view="order" heading-level="3" worker-src="c" lang="es"></news-compare>');
    assert.equal(seen.level, 3);
  });

  test("view and heading-level are how it begins, and change it later; the reader's own choice is told", async (t) => {
    const { page, seen } = await shared.open(t, "/view");
    await page.evaluate(() => {
      window.views = [];
      document.addEventListener("news-compare:change", (event) => window.views.push([event.target.id, event.detail]));
    });
    const levels = () => page.evaluate(() => [...new Set([...document.querySelector("#it").shadowRoot.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => heading.localName))].sort());
    await page.locator(".nc-linear").waitFor();
    assert.deepEqual(await levels(), ["h4", "h5", "h6"]);
    assert.equal(await page.locator("h4.nc-title").count(), 1);
    await page.evaluate(() => { document.querySelector("#it").headingLevel = 1; });
    await settled(page);
    assert.deepEqual(await levels(), ["h1", "h2", "h3"]);
    await page.evaluate(() => { document.querySelector("#it").view = "values"; });
    await page.locator(".nc-values").waitFor();
    await page.getByRole("button", { name: "Side by side", exact: true }).click();
    await page.locator(".nc-panes").waitFor();
    assert.deepEqual(await page.evaluate(() => window.views), [["it", { view: "values" }], ["it", { view: "compare" }]]);
    await page.evaluate((data) => { document.querySelector("#it").data = data; }, { ...comparison, corpus: { ...corpus, title: "Another" } });
    await happened(page, "ready", 2);
    assert.equal(asked(seen), 1, "no story is loaded twice");
    assert.deepEqual(seen.console, []);
  });
});

describe("a heading-level that HTML does not have", () => {
  const levels = { 300: 6, "-3": 1, 0: 1, 2.7: 2, abc: 2, "": 2, Infinity: 2, 1e21: 1, "99999999999999999999": 6 };
  for (const [given, level] of Object.entries(levels)) {
    test(`${given || "nothing"} counts as ${level}`, async (t) => {
      const { page, seen } = await shared.open(t, `/level?${encodeURIComponent(given)}`);
      assert.deepEqual(await names(page), ["ready"]);
      assert.equal(await page.locator(`h${level}.nc-title`).count(), 1);
      assert.equal(await page.evaluate(() => document.querySelector("#it").headingLevel), level);
      await page.evaluate(() => { document.querySelector("#it").headingLevel = 4; });
      await page.locator("h4.nc-title").waitFor();
      await page.evaluate((given) => { document.querySelector("#it").headingLevel = given; }, given);
      await page.locator(`h${level}.nc-title`).waitFor();
      assert.deepEqual(seen.console, []);
    });
  }
});

describe("methods", () => {
  test("load settles when the story is on the screen, refresh asks for it again, analyze gives it as an object", async (t) => {
    const { page, seen } = await shared.open(t, "/far", { waits: false });
    await page.evaluate(() => customElements.whenDefined("news-compare"));
    assert.equal(await page.evaluate(() => document.querySelector("#it").load().then(() => document.querySelector("#it").shadowRoot.querySelectorAll(".nc-row").length)), comparison.claims.length);
    assert.equal(asked(seen), 1);
    await page.evaluate(() => document.querySelector("#it").refresh());
    assert.equal(asked(seen), 2);
    const given = await page.evaluate(() => document.querySelector("#it").analyze());
    assert.equal(given.format, "news-compare.comparison/1");
    assert.deepEqual(given.claims.map(({ statement, cells }) => [statement, cells.map(({ judged_by }) => judged_by)]), comparison.claims.map(({ statement, cells }) => [statement, cells.map(({ judged_by }) => judged_by)]));
    const { claims, format } = await page.evaluate((data) => {
      const element = document.querySelector("#it");
      element.data = data;
      return element.analyze();
    }, corpus);
    assert.equal(format, "news-compare.comparison/1");
    assert.ok(claims.length > 0 && claims.every(({ cells }) => cells.every(({ judged_by }) => judged_by === "rule")));
  });

  test("analyze takes up again what the reader stopped", async (t) => {
    const { page } = await shared.open(t, "/bare");
    await showAndStop(page, made(50, 600).corpus);
    assert.match(await page.evaluate(() => document.querySelector("#it").export().catch((error) => error.message)), /no comparison/);
    assert.equal((await page.evaluate(() => document.querySelector("#it").analyze())).corpus.documents.length, 50);
  });
});

describe("when it begins", () => {
  test("far away it waits, with what is inside to read, and begins before it is in sight", async (t) => {
    const { page, seen } = await shared.open(t, "/far", { waits: false });
    await page.evaluate(() => customElements.whenDefined("news-compare"));
    await page.waitForTimeout(500);
    assert.deepEqual(await names(page), []);
    assert.equal(asked(seen), 0);
    assert.ok(await page.getByText("Schools are closed.").isVisible());
    const height = () => page.locator("#it").evaluate((element) => element.getBoundingClientRect().height);
    const before = await height();
    await page.evaluate(() => document.querySelector("#it article p").append(" On and on.".repeat(2000)));
    assert.equal(await height(), before, "what is long scrolls");
    await page.emulateMedia({ media: "print" });
    assert.ok((await height()) > 2 * before, "on paper all of it stands there");
    await page.emulateMedia({ media: null });
    await page.evaluate(() => scrollTo(0, document.querySelector("#it").offsetTop - innerHeight * 1.5));
    await happened(page, "ready");
    assert.equal(await height(), before, "nothing below it moves");
    assert.ok(!(await page.getByText("Schools are closed.").first().isVisible()));
    assert.deepEqual(seen.console, []);
  });

  test("eager does not wait, and one that waits does not any longer when it becomes so", async (t) => {
    const eager = await shared.open(t, "/far-eager");
    assert.deepEqual(await names(eager.page), ["ready"]);
    const { page } = await shared.open(t, "/far", { waits: false });
    await page.evaluate(() => customElements.whenDefined("news-compare"));
    await page.evaluate(() => { document.querySelector("#it").loading = "eager"; });
    await happened(page, "ready");
  });

  test("hidden it asks for nothing and makes nothing, until it is shown", async (t) => {
    const { page, seen } = await shared.open(t, "/unseen", { waits: false });
    await page.evaluate(() => customElements.whenDefined("news-compare"));
    await page.waitForTimeout(500);
    assert.equal(asked(seen), 0);
    assert.equal(await page.locator(".nc").count(), 0);
    await page.evaluate(() => { document.querySelector("#hides").hidden = false; });
    await happened(page, "ready");
    assert.equal(asked(seen), 1);
    await page.evaluate(() => { document.querySelector("#it").hidden = true; });
    assert.equal(await page.locator("#it").evaluate((element) => element.getBoundingClientRect().height), 0, "its own attribute hides it as well");
  });

  test("nothing around it moves while it loads", async (t) => {
    const { page } = await shared.open(t, "/still", {
      prepare: `window.shifts = []; new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value, sources }) => [value, sources.map(({ node }) => node?.id ?? node?.nodeName).join()]))).observe({ type: "layout-shift", buffered: true });`,
    });
    await settled(page);
    const outside = await page.evaluate(() => window.shifts.filter(([, nodes]) => /after|NEWS-COMPARE|it/.test(nodes)));
    assert.deepEqual(outside, []);
  });
});
