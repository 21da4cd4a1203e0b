// What is wrong is said inside the element and told to the page, and the element goes on working.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertAccessible, happened, host, read, setUp, settled, shown } from "./support.mjs";
import { comparison, corpus } from "./story.mjs";

/** What can be read without the element. */
const inside = `<h2>Inside</h2><article id="inside"><p>The bridge closed on Monday.</p></article><article><p>The bridge closed on Tuesday.</p></article>`;
const hash = `sha256-${"A".repeat(43)}=`;

const shared = setUp({
  "/inside/missing": host(`<news-compare src="/nowhere.json">${inside}</news-compare>`),
  "/inside/altered": host(`<news-compare src="/good.json" integrity="${hash}">${inside}</news-compare>`),
  "/inside/script": host(`<news-compare><script type="application/json">{"format":</script>${inside}</news-compare>`),
  "/inside/article": host(`<news-compare>${inside}<article></article></news-compare>`),
  "/inside/viewer": host(`<news-compare>${inside}</news-compare>`).replace("/news-compare.js", "/viewer.js"),
  "/inside/forbidden": { body: host(`<news-compare src="/nowhere.json">${inside}</news-compare>`), headers: { "Content-Security-Policy": "script-src 'self'" } },
  "/viewer.js": { body: read("dist/news-compare-viewer.js"), type: "text/javascript; charset=utf-8" },
  "/good.json": { body: JSON.stringify(comparison), type: "application/json" },
  "/empty": host(`<news-compare id="it"></news-compare>`),
  "/missing": host(`<news-compare src="/nowhere.json"></news-compare>`),
  "/latin": host(`<news-compare src="/latin.json"></news-compare>`),
  "/latin.json": { body: Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]), type: "application/json" },
  "/child": host(`<news-compare><script type="application/json">{"format": "news-compare.corpus/1",</script></news-compare>`),
  "/words": host(`<news-compare><p>Our own words.</p></news-compare>`),
  "/linked": host(`<news-compare><script type="application/ld+json">{}</script></news-compare>`),
  "/nameless": host(`<news-compare src=""></news-compare>`),
  "/slow": host(`<news-compare loading="eager" src="/never.json">${inside}</news-compare>`),
  "/never.json": null,
  "/odd": host(`<news-compare><script type="application/json">[1, 2]</script></news-compare>`),
});

const withText = (text) => ({ format: "news-compare.corpus/1", title: "t", documents: [{ id: "a", text: "One." }, { id: "b", text }] });

/** What the page sets as `.data`, and what the message must say. */
const faults = {
  "text that is not JSON": ["{ no", /not JSON.*line 1/],
  "no format": [{ documents: [] }, /format/],
  "a later version": [{ ...corpus, format: "news-compare.corpus/2" }, /corpus\/2.*later version/],
  "another format": [{ ...corpus, format: "something/1" }, /something\/1/],
  "a later version of a comparison": [{ ...comparison, format: "news-compare.comparison/9" }, /comparison\/9/],
  "no documents": [{ ...corpus, documents: [] }, /no documents/],
  "an id twice": [{ ...corpus, documents: [corpus.documents[0], corpus.documents[0]] }, /same id/],
  "a bad id": [{ ...corpus, documents: [{ id: "a b", text: "One." }] }, /a b/],
  "an empty text": [withText(""), /empty/],
  "NUL in a text": [withText("a\0b"), /NUL/],
  "too many documents": [{ ...corpus, documents: Array.from({ length: 51 }, (_, index) => ({ id: `d${index}`, text: "One." })) }, /51.*50/],
  "too long a text": [withText("A word. ".repeat(25_001)), /200,?008.*200,?000/],
  "a member of another type": [withText(7), /documents\[1\]\.text/],
  "a comparison with a cell too few": [{ ...comparison, claims: [{ ...comparison.claims[0], cells: [] }] }, /0 cells for 3 documents/],
  "a number": [7, /must be an object or JSON text/],
};

describe("a fault in what is given is shown and told", () => {
  for (const [name, [data, expected]] of Object.entries(faults)) {
    test(name, async (t) => {
      const { page, seen } = await shared.open(t, "/empty");
      await page.evaluate((data) => { document.querySelector("#it").data = data; }, data);
      const [{ message }] = await happened(page, "error");
      assert.match(message, expected);
      assert.ok((await shown(page)).includes(message));
      assert.equal(await page.getByRole("alert").count(), 1);
      await page.evaluate((data) => { document.querySelector("#it").data = data; }, comparison);
      await happened(page, "ready", 2);
      assert.equal(await page.locator(".nc-row").count(), comparison.claims.length, "a good story is shown after it");
      assert.deepEqual(seen.console, []);
    });
  }

  // Half characters do not survive the way from the test to the page, so these are made there.
  const halves = {
    "half a character in an object": ["const d = structuredClone(good); d.documents[1].text = 'x\\ud800y'; it.data = d", /data\.documents\[1\]\.text.*U\+D800.*position 2/],
    "half a character in JSON text": ["it.data = JSON.stringify(good).replace('river', 'riv\\udc00er')", /property `data`.*U\+DC00/],
    "half a character as an escape": ["it.data = JSON.stringify(good).replace('river', 'riv\\\\udc00er')", /surrogate/],
    "half a character in a name": ["const d = structuredClone(good); d.documents[0]['\\ud83d'] = 1; it.data = d", /A name in data\.documents\[0\]/],
    "an object that holds itself": ["const d = structuredClone(good); d.more = { d }; it.data = d", /data\.more\.d holds itself/],
    "an object deeper than anything can be read": ["let d = { ...good }; for (let i = 0; i < 200000; i += 1) d = { ...good, more: d }; it.data = d", /could not be read.*call stack/],
    "a value that JSON does not have": ["it.data = { ...good, count: 1n }", /BigInt/],
  };
  for (const [name, [script, expected]] of Object.entries(halves)) {
    test(name, async (t) => {
      const { page } = await shared.open(t, "/empty");
      await page.evaluate(([script, good]) => new Function("it", "good", script)(document.querySelector("#it"), good), [script, corpus]);
      const [{ message }] = await happened(page, "error");
      assert.match(message, expected);
      assert.ok((await shown(page)).includes(message));
    });
  }

  test("each of two stories refused for one reason is told", async (t) => {
    const { page } = await shared.open(t, "/empty");
    await page.evaluate(() => { document.querySelector("#it").data = {}; });
    await happened(page, "error");
    await page.evaluate(() => { document.querySelector("#it").data = { a: 1 }; });
    const [first, second] = await happened(page, "error", 2);
    assert.equal(first.message, second.message);
  });

  test("what is no format is refused in words", async (t) => {
    const { page } = await shared.open(t, "/empty");
    const said = await page.evaluate(() => document.querySelector("#it").export(5).catch(String));
    assert.match(said, /no format 5/);
  });

  test("while a server does not answer, what the page put inside can be read", async (t) => {
    const { page } = await shared.open(t, "/slow", { waits: false });
    await page.locator("#inside").waitFor({ state: "visible" });
    assert.match(await shown(page), /Loading/);
  });

  const pages = {
    "/missing": /nowhere\.json.*404/,
    "/latin": /latin\.json.*not UTF-8/,
    "/child": /not JSON/,
    "/odd": /object is expected/,
    "/words": /no story here.*<article>/,
    "/linked": /no story here/,
    "/nameless": /`src` is empty/,
  };
  for (const [path, expected] of Object.entries(pages)) {
    test(`page ${path}`, async (t) => {
      const { page } = await shared.open(t, path);
      const [{ message }] = await happened(page, "error");
      assert.match(message, expected);
      assert.ok((await shown(page)).includes(message));
      assert.deepEqual(await page.evaluate(() => window.events.map((event) => event.name)), ["error"]);
    });
  }
});

describe("what the page put inside can be read below the reason why a story failed", () => {
  const pages = {
    missing: /404/,
    altered: /good\.json could not be loaded/,
    script: /not JSON/,
    article: /empty/,
    viewer: /makes none/,
    forbidden: /cannot run here/,
  };
  for (const [name, expected] of Object.entries(pages)) {
    test(name, async (t) => {
      const { page } = await shared.open(t, `/inside/${name}`);
      assert.match(await page.getByRole("alert").innerText(), expected);
      const places = () => page.evaluate(() => {
        const [alert, article] = [document.querySelector("news-compare").shadowRoot.querySelector("[role=alert]"), document.querySelector("#inside")];
        return { alert: alert?.getBoundingClientRect().bottom, article: article.checkVisibility() && article.getBoundingClientRect() };
      });
      const { alert, article } = await places();
      assert.ok(article.height > 10 && article.top > alert, JSON.stringify({ alert, article }));
      const said = await page.evaluate(() => Promise.all(["analyze", "export"].map((method) => document.querySelector("news-compare")[method]().catch((error) => error.message))));
      const [{ message }] = await happened(page, "error");
      assert.deepEqual(said, [message, message], "asked for a comparison, the element gives the same reason");
      if (name === "forbidden") return;
      await page.evaluate((data) => { document.querySelector("news-compare").data = data; }, comparison);
      await happened(page, "ready");
      assert.equal((await places()).article, false, "a good story after it takes their place");
      assert.equal((await page.evaluate(() => document.querySelector("news-compare").analyze())).claims.length, comparison.claims.length);
      await page.evaluate(() => { document.querySelector("news-compare").data = "{ no"; });
      await happened(page, "error", 2);
      assert.ok((await places()).article, "and a bad one gives it back");
    });
  }

  test("without anything inside the reason is all there is", async (t) => {
    const { page } = await shared.open(t, "/child");
    const { box, alert } = await page.evaluate(() => {
      const element = document.querySelector("news-compare");
      return { box: element.offsetHeight, alert: element.shadowRoot.querySelector("[role=alert]").offsetHeight };
    });
    assert.equal(box, alert);
  });
});

describe("odd but good stories are shown", () => {
  const stories = {
    "one document": { ...corpus, documents: corpus.documents.slice(0, 1) },
    "a right-to-left text beside a left-to-right one": {
      ...corpus,
      documents: [corpus.documents[0], { id: "he", lang: "he", text: "השר התפטר ביום שישי לאחר 14 חודשים בתפקיד." }],
    },
    "a language that is not analysed": { ...corpus, documents: [corpus.documents[0], { id: "es", lang: "es", text: "El río subió dos metros." }] },
    "words without end": { ...corpus, documents: [corpus.documents[0], { id: "b", text: `The river rose ${"x".repeat(199_000)} metres.` }] },
    "control and direction characters": { ...corpus, documents: [corpus.documents[0], { id: "b", text: "The \u202eriver\u202c rose \u2067two\u2069 \u200b\u0001\u001b[31m metres." }] },
    "names that JavaScript gives to its own": {
      ...JSON.parse('{"__proto__": {"hurt": 1}, "constructor": {"prototype": {"hurt": 1}}, "toString": 7}'),
      ...corpus,
      documents: [corpus.documents[0], { id: "__proto__", text: "The river rose.", outlet: "constructor" }, { id: "toString", text: "The river fell." }],
    },
    "fifty documents": {
      ...corpus,
      documents: Array.from({ length: 50 }, (_, index) => ({ id: `d${index}`, text: `The river rose ${index} metres on Monday.` })),
    },
  };
  for (const [name, story] of Object.entries(stories)) {
    test(name, async (t) => {
      const { page, seen } = await shared.open(t, "/empty");
      await page.evaluate((data) => { document.querySelector("#it").data = data; }, JSON.stringify(story));
      const [, { documents }] = await happened(page, "ready", 2);
      assert.equal(documents.length, story.documents.length);
      const text = (await shown(page)).replace(/\s+/g, " ");
      for (const document of story.documents.slice(0, 2)) {
        assert.ok(text.includes(document.text.split("\n")[0].replace(/\s+/g, " ")), document.text);
      }
      assert.equal(await page.evaluate(() => ({}).hurt), undefined);
      assert.deepEqual(seen.console, []);
    });
  }
});

describe("after a panic", () => {
  /** Makes Yew panic the next time it puts a node into the shadow root, by breaking what it calls; for `times` times. */
  const breakInsertion = (page, times) =>
    page.evaluate((times) => {
      const insert = Node.prototype.insertBefore;
      window.broken = 0;
      Node.prototype.insertBefore = function (...nodes) {
        if (this.getRootNode() !== document && window.broken < times) {
          window.broken += 1;
          throw new Error("broken by the test");
        }
        return insert.apply(this, nodes);
      };
    }, times);

  test("the element starts afresh with the story it was given, and its neighbour never notices", async (t) => {
    const { page } = await shared.open(t, "/empty");
    await page.evaluate(() => { const second = document.createElement("news-compare"); second.id = "second"; document.body.append(second); });
    await happened(page, "ready", 2);
    await breakInsertion(page, 1);
    await page.evaluate((data) => { document.querySelector("#it").data = data; }, comparison);
    await page.waitForFunction(() => window.broken === 1);
    await page.waitForFunction((rows) => document.querySelector("#it").shadowRoot.querySelectorAll(".nc-row").length === rows, comparison.claims.length);
    await page.locator("#it .nc-statement").first().click();
    await page.locator("#it .nc-detail-row").waitFor();
    await page.locator("#second .nc-statement").first().click();
    await page.locator("#second .nc-detail-row").waitFor();
    assert.deepEqual(await page.evaluate(() => window.events.filter((event) => event.name === "error")), []);
  });

  test("when it goes on failing, the message and the articles are shown, and another story starts it again", async (t) => {
    const { page } = await shared.open(t, "/empty");
    await breakInsertion(page, 3);
    await page.evaluate((data) => { document.querySelector("#it").data = data; }, corpus);
    const [{ message }] = await happened(page, "error");
    assert.match(message, /comparison failed/);
    assert.equal(await page.evaluate(() => window.broken), 3);
    const text = await shown(page);
    assert.ok(text.includes(message) && text.includes("1,200 sandbags were filled"));
    assert.equal(await page.locator("article").count(), corpus.documents.length);
    await assertAccessible(page);
    await page.evaluate((data) => { document.querySelector("#it").data = data; }, comparison);
    await happened(page, "ready", 2);
    assert.equal(await page.locator(".nc-row").count(), comparison.claims.length);
    await settled(page);
  });
});
