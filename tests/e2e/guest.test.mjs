// A guest in somebody else's page: several of them, moved and removed, under a strict policy, with text that attacks.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertQuiet, happened, host, read, setUp, settled, shown } from "./support.mjs";
import { comparison, corpus } from "./story.mjs";

const hostile = JSON.parse(read("tests/cases/corpora/markup.json"));
const inline = (story) => JSON.stringify(story).replaceAll("<", "\\u003c");
const child = (story) => `<script type="application/json">${inline(story)}</script>`;
const policy = (rest) => ({
  "Content-Security-Policy": `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'${rest}`,
});

const shared = setUp({
  "/two": host(`<news-compare id="one"></news-compare><p id="between"></p><news-compare id="two">${child(comparison)}</news-compare>`),
  "/empty": host(`<div id="place"></div><div id="other"></div>`),
  "/twice": host(`<news-compare></news-compare>`, `<script src="/news-compare.js"></script><script src="/news-compare.js"></script>`),
  "/early": `<!doctype html><html lang="en"><title>t</title><link rel="icon" href="data:,"><script src="/news-compare.js"></script>
    <news-compare>${child(comparison)}</news-compare></html>`,
  "/articles": host(`<news-compare><article><p>The river rose two metres.</p></article><article><p>The river rose three metres.</p></article></news-compare>`),
  "/hostile": host(`<news-compare>${child(hostile)}</news-compare>`),
  "/src": host(`<news-compare src="story.json"></news-compare>`),
  "/story.json": { body: JSON.stringify(comparison), type: "application/json" },
  "/strict": { body: host(`<news-compare></news-compare>`), headers: policy("; img-src data:; worker-src blob:") },
  "/strict-no-wasm": { body: host(`<news-compare></news-compare>`), headers: { "Content-Security-Policy": "script-src 'self'; img-src data:" } },
  "/loud": host(`<news-compare></news-compare>`, `<style>* { all: revert !important; color: red !important } button { opacity: .2; display: none }</style>`),
});

const titles = (page) => page.evaluate(() => [...document.querySelectorAll("news-compare")].map((element) => element.shadowRoot.querySelector(".nc-title")?.textContent));

describe("where the story comes from", () => {
  test("the property comes before src, src before the child, the child before the embedded story", async (t) => {
    const { page } = await shared.open(t, "/empty", { waits: false });
    await page.evaluate(({ data, text }) => {
      const element = document.createElement("news-compare");
      element.id = "it";
      element.data = data;
      element.setAttribute("src", "/story.json");
      const script = document.createElement("script");
      script.type = "application/json";
      script.textContent = text;
      element.append(script);
      document.querySelector("#place").append(element);
    }, { data: { ...corpus, title: "From the property" }, text: JSON.stringify({ ...corpus, title: "From the child" }) });
    await happened(page, "ready", 1);
    assert.deepEqual(await titles(page), ["From the property"]);
    await page.evaluate(() => { document.querySelector("#it").data = null; });
    await happened(page, "ready", 2);
    assert.deepEqual(await titles(page), [corpus.title]);
    await page.evaluate(() => document.querySelector("#it").removeAttribute("src"));
    await happened(page, "ready", 3);
    assert.deepEqual(await titles(page), ["From the child"]);
    await page.evaluate(() => { document.querySelector("#it").textContent = ""; document.querySelector("#it").data = undefined; });
    await happened(page, "ready", 4);
    assert.notEqual((await titles(page))[0], "From the child");
  });

  test("an object and its JSON text are the same, and a property set before the script runs counts", async (t) => {
    const { page } = await shared.open(t, "/empty", {
      waits: false,
      prepare: "document.addEventListener('readystatechange', () => { if (document.readyState !== 'interactive') return; const e = document.createElement('news-compare'); e.data = window.early; document.body.append(e); }, { once: true }); window.early = " + JSON.stringify(comparison),
    });
    const [early] = await happened(page, "ready");
    await page.evaluate((text) => { document.querySelector("news-compare").data = text; }, JSON.stringify(comparison));
    const [, late] = await happened(page, "ready", 2);
    assert.deepEqual(late, early);
    assert.deepEqual(early.documents, ["north", "river", "agency"]);
  });

  test("src is loaded, with that one request", async (t) => {
    const { page, seen } = await shared.open(t, "/src");
    const { origin } = shared.server;
    assert.deepEqual(await titles(page), [corpus.title]);
    assertQuiet(seen, [`${origin}/src`, `${origin}/news-compare.js`, `${origin}/story.json`]);
  });

  test("a script that runs before the element is parsed still finds the story inside it", async (t) => {
    const { page, seen } = await shared.open(t, "/early");
    assert.deepEqual(await titles(page), [corpus.title]);
    assert.deepEqual(seen.console, []);
  });

  test("a comparison is shown as it was made", async (t) => {
    const { page } = await shared.open(t, "/src");
    const statements = await page.locator(".nc-row .nc-statement > span:first-child").allTextContents();
    assert.deepEqual(statements, comparison.claims.map((claim) => claim.statement));
    await page.locator(".nc-row").first().locator("button.nc-cell").nth(1).click();
    const detail = await page.locator(".nc-detail-row").textContent();
    for (const words of ["Two people were slightly hurt, police said.", "“Two people” were hurt", "Anna Behrens", "decided by a person"]) {
      assert.ok(detail.includes(words), `${words} is in ${detail}`);
    }
  });
});

describe("as a guest", () => {
  test("two on a page keep apart", async (t) => {
    const { page, seen } = await shared.open(t, "/two");
    await happened(page, "ready", 2);
    assert.equal(new Set(await titles(page)).size, 2);
    await page.locator("#two .nc-row .nc-statement").first().click();
    await settled(page);
    assert.equal(await page.locator("#two .nc-detail-row").count(), 1);
    assert.equal(await page.locator("#one .nc-detail-row").count(), 0);
    const targets = await page.evaluate(() => window.events.filter((event) => event.name === "select").map((event) => event.target));
    assert.deepEqual(targets, ["two"]);
    assert.deepEqual(seen.console, []);
  });

  test("one that is moved keeps what it shows; one that is removed leaves nothing and can come back", async (t) => {
    const { page, seen } = await shared.open(t, "/two");
    await happened(page, "ready", 2);
    await page.locator("#two .nc-row .nc-statement").first().click();
    await page.evaluate(() => document.querySelector("#between").before(document.querySelector("#two")));
    await settled(page);
    assert.equal(await page.locator("#two .nc-detail-row").count(), 1, "the open row is still open");
    await page.locator("#two .nc-row .nc-statement").nth(1).click();
    await settled(page);
    assert.equal(await page.locator("#two .nc-row.nc-open").count(), 1, "and it still works");

    await page.evaluate(() => { window.kept = document.querySelector("#two"); window.kept.remove(); });
    await settled(page);
    assert.equal(await page.evaluate(() => window.kept.shadowRoot.innerHTML), "");
    await page.evaluate(() => document.body.append(window.kept));
    await happened(page, "ready", 3);
    assert.equal(await page.locator("#two .nc-row").count(), comparison.claims.length);
    assert.equal(await page.locator("#one .nc-detail-row").count(), 0);
    assert.deepEqual(seen.console, []);
  });

  test("one that is put in and taken out at once does not start, and twenty do not disturb each other", async (t) => {
    const { page, seen } = await shared.open(t, "/empty", { waits: false });
    await page.evaluate(() => {
      const element = document.createElement("news-compare");
      document.body.append(element);
      element.remove();
    });
    await page.evaluate((data) => {
      for (let index = 0; index < 20; index += 1) {
        const element = document.createElement("news-compare");
        element.data = data;
        element.loading = "eager";
        document.querySelector("#place").append(element);
      }
    }, comparison);
    assert.equal((await happened(page, "ready", 20)).length, 20);
    assert.equal(await page.locator(".nc-row").count(), 20 * comparison.claims.length);
    await page.evaluate(() => document.querySelector("#place").replaceChildren());
    await settled(page);
    assert.equal((await happened(page, "ready", 20)).length, 20);
    assert.deepEqual(seen.console, []);
  });

  test("the script included three times does nothing twice and leaves no global name", async (t) => {
    const { page, seen } = await shared.open(t, "/twice", { prepare: "window.before = Object.getOwnPropertyNames(window)" });
    await settled(page);
    assert.equal((await happened(page, "ready")).length, 1);
    const added = await page.evaluate(() => Object.getOwnPropertyNames(window).filter((name) => !window.before.includes(name)));
    assert.deepEqual(added.filter((name) => !["before", "events"].includes(name)), []);
    assert.deepEqual(seen.console, []);
  });

  test("nothing outside the element is changed", async (t) => {
    const { page } = await shared.open(t, "/empty", { waits: false });
    const look = () => page.evaluate(() => [document.documentElement.outerHTML, location.href, history.length, document.cookie, localStorage.length, sessionStorage.length, document.adoptedStyleSheets.length]);
    const before = await look();
    await page.evaluate(() => document.querySelector("#place").append(document.createElement("news-compare")));
    await happened(page, "ready");
    await page.locator(".nc-statement").first().click();
    await settled(page);
    await page.evaluate(() => document.querySelector("news-compare").remove());
    await settled(page);
    assert.deepEqual(await look(), before);
  });

  test("what Yew notes on nodes has a name of our own, so that a host page made with Yew does not take it for its notes", async (t) => {
    const { page } = await shared.open(t, "/");
    await page.locator(".nc-statement").first().click();
    const notes = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("news-compare");
      const nodes = [document, window, document.querySelector("news-compare"), shadowRoot, ...shadowRoot.querySelectorAll("*")];
      return [...new Set(nodes.flatMap((node) => Object.keys(node).filter((name) => name.startsWith("__"))))].sort();
    });
    assert.ok(notes.length > 0 && notes.every((name) => name.startsWith("__nc_")), `${notes}`);
  });

  test("a page that shouts its own style does not reach inside", async (t) => {
    const { page } = await shared.open(t, "/loud");
    const style = await page.locator(".nc-cell").first().evaluate((element) => {
      const { opacity, color, display } = getComputedStyle(element);
      return { opacity, red: color === "rgb(255, 0, 0)", display };
    });
    assert.equal(style.opacity, "1");
    assert.equal(style.red, false);
    assert.notEqual(style.display, "none");
  });

  test("a strict policy is enough", async (t) => {
    const { page, seen } = await shared.open(t, "/strict");
    await page.locator(".nc-statement").first().click();
    await page.locator(".nc-detail-row").waitFor();
    const style = await page.locator(".nc-pane").first().evaluate((element) => getComputedStyle(element).display);
    assert.notEqual(style, "block", "the style sheet is in force");
    assertQuiet(seen, [`${shared.server.origin}/strict`, `${shared.server.origin}/news-compare.js`]);
  });

  test("a policy that forbids WebAssembly is named, and the articles can be read", async (t) => {
    const { page } = await shared.open(t, "/strict-no-wasm");
    const [{ message }] = await happened(page, "error");
    assert.match(message, /cannot run here/);
    assert.match(message, /WebAssembly/i);
    assert.ok((await shown(page)).includes(message));
    await page.evaluate((data) => { document.querySelector("news-compare").data = data; }, corpus);
    await happened(page, "error", 2);
    assert.ok((await shown(page)).includes("1,200 sandbags were filled"));
  });

  test("light and dark by attribute and by preference", async (t) => {
    const paper = (page) => page.locator(".nc-app").evaluate((element) => getComputedStyle(element.parentElement).backgroundColor);
    const { page } = await shared.open(t, "/", { colorScheme: "light" });
    const light = await paper(page);
    await page.evaluate(() => document.querySelector("news-compare").setAttribute("theme", "dark"));
    const dark = await paper(page);
    assert.notEqual(dark, light);
    await page.evaluate(() => document.querySelector("news-compare").setAttribute("theme", "auto"));
    assert.equal(await paper(page), light);
    await page.emulateMedia({ colorScheme: "dark" });
    assert.equal(await paper(page), dark);
    await page.evaluate(() => document.querySelector("news-compare").setAttribute("theme", "light"));
    assert.equal(await paper(page), light);
  });
});

test("markup in an article, a title or an outlet stays text", async (t) => {
  const { page, seen } = await shared.open(t, "/hostile");
  for (let index = 0; index < (await page.locator(".nc-statement").count()); index += 1) {
    await page.locator(".nc-statement").nth(index).click();
  }
  await settled(page);
  const text = await shown(page);
  for (const words of ["<script>window.hurt = 3</script>", '<img src=x onerror="window.hurt=4">', "<b>Bold</b> News", "<!-- a comment -->", "<svg onload=window.hurt=6>"]) {
    assert.ok(text.includes(words), `${words} is shown`);
  }
  const made = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("news-compare");
    return { hurt: window.hurt, elements: shadowRoot.querySelectorAll("script, img, iframe, template, b b, [onload], [onerror], a[href^=javascript]").length };
  });
  assert.deepEqual(made, { hurt: undefined, elements: 0 });
  assertQuiet(seen, [`${shared.server.origin}/hostile`, `${shared.server.origin}/news-compare.js`]);
});

describe("what the page has added to all objects and arrays", () => {
  const additions = {
    "members of what the element hands in": () => Object.assign(Object.prototype, { error: "boo", story: "{}", comparison: "{}", corpus: { x: 1 }, opened: "x", lang: "zz", value: 1, failed: "boo", of: 7 }),
    "members of the formats": () => Object.assign(Object.prototype, { format: "x", documents: [], claims: [], title: "x" }),
    "functions": () => { Object.prototype.extend = function () {}; Array.prototype.last = function () {}; },
    "toJSON, as an old library does": () => { Array.prototype.toJSON = function () { return `[${this.map((value) => JSON.stringify(value)).join()}]`; }; },
  };
  for (const [name, prepare] of Object.entries(additions)) {
    test(`${name}: is no part of a story`, async (t) => {
      const { page, seen } = await shared.open(t, "/articles", { prepare });
      const told = () => page.evaluate(() => window.events.map((event) => event.name).join());
      const texts = () => page.evaluate(() => document.querySelector("news-compare").analyze().then(({ corpus: { documents } }) => documents.map(({ text }) => text).join(" ")));
      assert.equal(await told(), "ready");
      assert.equal(await texts(), "The river rose two metres. The river rose three metres.");
      await page.evaluate((text) => { document.querySelector("news-compare").data = JSON.parse(text); }, JSON.stringify(corpus));
      await page.waitForFunction(() => window.events.length === 2);
      assert.equal(await told(), "ready,ready");
      assert.equal(await texts(), corpus.documents.map(({ text }) => text).join(" "));
      assert.deepEqual(seen.console, []);
    });
  }
});
