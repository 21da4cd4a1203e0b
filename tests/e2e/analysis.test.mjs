// The analysis stays off the main thread: in a worker made here, in one of the page's own, or in slices; with progress, stop and
// replacement, and under policies that forbid some of it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertQuiet, embedded, happened, host, setUp, settled, showAndStop, shown, standalone } from "./support.mjs";
import { made } from "./made.mjs";
import { corpus } from "./story.mjs";

/** Long enough that something can be done before it is compared. */
const long = made(50, 600).corpus;

const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'; img-src data:";
const under = (policy, content = "<news-compare></news-compare>") => ({ body: host(content), headers: { "Content-Security-Policy": policy } });
const TRUSTED = "; require-trusted-types-for 'script'; trusted-types news-compare";
const inFrame = `<!doctype html><title>Host page</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="/framed" width="900" height="600"></iframe>`;

const shared = setUp({
  "/empty": host(`<news-compare id="it"></news-compare>`),
  "/own": host(`<news-compare id="it" worker-src="/news-compare.js"></news-compare>`),
  "/none": host(`<news-compare id="it" worker-src=""></news-compare>`),
  "/gone": host(`<news-compare id="it" worker-src="/nowhere.js"></news-compare>`),
  "/strict": under(`${strict}; worker-src blob:`),
  "/strict-own": under(`${strict}; worker-src 'self'`, `<news-compare worker-src="/news-compare.js"></news-compare>`),
  "/strict-none": under(`${strict}; worker-src 'none'`, `<news-compare worker-src=""></news-compare>`),
  "/strict-refused": under(`${strict}; worker-src 'none'`, "<news-compare></news-compare>".repeat(3)),
  "/trusted": under(`${strict}; worker-src blob:${TRUSTED}`),
  "/trusted-own": under(`${strict}; worker-src 'self'${TRUSTED}`, `<news-compare worker-src="/news-compare.js"></news-compare>`),
  "/frame": inFrame,
  "/framed": host(`<news-compare></news-compare>`),
});

/** Notes every worker that is made, and what it answers. */
const watchWorkers = `
  window.workers = [];
  window.Worker = class extends Worker {
    constructor(address) {
      super(address);
      this.note = { address: String(address), answers: [], terminated: false };
      window.workers.push(this.note);
      this.addEventListener("message", ({ data }) => this.note.answers.push(Object.keys(data)[0]));
    }
    terminate() { this.note.terminated = true; super.terminate(); }
  };`;
const workers = (page) => page.evaluate(() => window.workers);
const give = (page, story) => page.evaluate((story) => { document.querySelector("#it").data = story; }, story);
const names = (page) => page.evaluate(() => window.events.map((event) => event.name));

describe("three ways", () => {
  test("a worker made here, one of the page's own and slices give the same bytes", async (t) => {
    const results = {};
    for (const path of ["/empty", "/own", "/none"]) {
      const { page, seen } = await shared.open(t, path, { prepare: watchWorkers });
      results[path] = [];
      for (const story of [null, corpus, made(12, 80).corpus]) {
        await give(page, story);
        results[path].push(await page.evaluate(() => document.querySelector("#it").export("json")));
      }
      const made_ = await workers(page);
      assert.deepEqual(made_.map(({ address }) => address.replace(/^blob:.*/, "blob").replace(shared.server.origin, "")), { "/empty": ["blob"], "/own": ["/news-compare.js"], "/none": [] }[path]);
      for (const { answers } of made_) assert.equal(answers.filter((answer) => answer === "comparison").length, 4);
      assert.deepEqual(seen.console, []);
    }
    assert.ok(results["/empty"].every((text) => JSON.parse(text).claims.length > 0));
    assert.deepEqual(JSON.parse(results["/empty"][0]).corpus.documents, embedded.documents);
    assert.deepEqual(results["/own"], results["/empty"]);
    assert.deepEqual(results["/none"], results["/empty"]);
  });

  test("a worker that is not there, that dies, or that never answers is done without", async (t) => {
    const { page } = await shared.open(t, "/gone");
    assert.deepEqual(await names(page), ["ready"]);
    const faults = {
      "dies at work": "class extends Worker { postMessage(m) { if (m.module) super.postMessage(m); else queueMicrotask(() => { this.terminate(); this.onerror?.(new Event('error', { cancelable: true })); }); } }",
      "never answers": "class { postMessage() {} terminate() {} }",
      "cannot be made": "class { constructor() { throw new DOMException('no', 'SecurityError'); } }",
      "cannot take the module": "class extends Worker { postMessage() { throw new DOMException('no', 'DataCloneError'); } }",
    };
    for (const [name, worker] of Object.entries(faults)) {
      const { page, seen } = await shared.open(t, "/empty", { prepare: `window.Worker = ${worker}` });
      assert.deepEqual(await names(page), ["ready"], name);
      await give(page, corpus);
      await happened(page, "ready", 2);
      assert.ok((await page.locator(".nc-row").count()) > 0, name);
      assert.deepEqual(seen.console, [], name);
    }
  });
});

describe("while it is under way", () => {
  test("the articles are there first, the bar goes forward, and the page stays quick", async (t) => {
    const { page } = await shared.open(t, "/empty", { prepare: watchWorkers });
    const seen = await page.evaluate(async (story) => {
      const element = document.querySelector("#it");
      const ready = new Promise((resolve) => element.addEventListener("news-compare:ready", resolve, { once: true }));
      element.data = story;
      const values = [];
      let [rows, texts, over] = [null, 0, false];
      ready.then(() => { over = true; });
      while (!over) {
        await new Promise(requestAnimationFrame);
        const bar = element.shadowRoot.querySelector("progress");
        if (bar?.hasAttribute("value")) {
          values.push([bar.value, bar.max]);
          texts = element.shadowRoot.querySelectorAll(".nc-text").length;
          rows = element.shadowRoot.querySelectorAll(".nc-row").length;
        }
      }
      return { values, texts, rows };
    }, long);
    assert.ok(seen.values.length > 1, "several frames were painted meanwhile");
    assert.ok(seen.texts > 0, "the articles are shown");
    assert.equal(seen.rows, 0);
    // Of fifty articles, and at last full.
    const shares = seen.values.map(([value, max]) => value / max);
    assert.ok(shares.every((share, index) => share >= (shares[index - 1] ?? 0)), `${seen.values}`);
    assert.ok(seen.values.some(([value, max]) => max === 50 && value < 50), `${seen.values}`);
  });

  for (const path of ["/empty", "/none"]) {
    test(`the reader stops it and takes it up again (${path})`, async (t) => {
      const { page, seen } = await shared.open(t, path, { prepare: watchWorkers });
      await showAndStop(page, long);
      await page.waitForTimeout(1500);
      assert.deepEqual(await names(page), ["ready"], "the first story only");
      if (path === "/empty") assert.deepEqual((await workers(page)).map(({ terminated }) => terminated), [true]);
      assert.ok((await shown(page)).includes(long.documents[0].text.slice(0, 40)), "the articles stay");
      await page.getByRole("button", { name: "Compare them" }).click();
      const [, { documents }] = await happened(page, "ready", 2);
      assert.equal(documents.length, 50);
      assert.deepEqual(seen.console, []);
    });

    test(`a newer story takes its place (${path})`, async (t) => {
      const { page } = await shared.open(t, path);
      await give(page, long);
      await page.locator(".nc-progress").waitFor();
      await give(page, corpus);
      await happened(page, "ready", 2);
      await page.waitForTimeout(1500);
      const ready = await happened(page, "ready", 2);
      assert.deepEqual(ready.slice(1).map(({ title }) => title), [corpus.title]);
    });
  }

  test("an element that is taken away lets its worker go", async (t) => {
    const { page } = await shared.open(t, "/empty", { prepare: watchWorkers });
    await give(page, long);
    await page.locator(".nc-progress").waitFor();
    await page.evaluate(() => document.querySelector("#it").remove());
    await settled(page);
    assert.deepEqual((await workers(page)).map(({ terminated }) => terminated), [true]);
  });
});

describe("policies", () => {
  for (const [path, expected] of Object.entries({
    "/strict": 1,
    "/strict-own": 1,
    "/strict-none": 0,
    "/trusted": 1,
    "/trusted-own": 1,
  })) {
    test(`${path}: quiet, and in ${expected} worker`, async (t) => {
      const { page, seen } = await shared.open(t, path, { prepare: watchWorkers });
      assert.ok((await page.locator(".nc-row").count()) > 0);
      const started = (await workers(page)).filter(({ answers }) => answers.includes("comparison"));
      assert.equal(started.length, expected);
      const { origin } = shared.server;
      assertQuiet({ ...seen, requests: [...new Set(seen.requests)] }, [`${origin}${path}`, `${origin}/news-compare.js`]);
    });
  }

  test("where workers are refused, all elements compare, and the refusal is met once", async (t) => {
    const { page, seen } = await shared.open(t, "/strict-refused");
    await happened(page, "ready", 3);
    assert.equal(seen.console.length, 1, seen.console.join("\n"));
    assert.match(seen.console[0], /worker-src 'none'/);
  });

  test("in a sandboxed frame", async (t) => {
    const { page, seen } = await shared.open(t, "/frame", { waits: false, prepare: watchWorkers });
    const frame = page.frameLocator("iframe");
    await frame.locator(".nc-row").first().waitFor();
    const inside = page.frames().find((frame) => frame.url().endsWith("/framed"));
    const answers = await inside.evaluate(() => window.workers.map(({ answers }) => answers.at(-1)));
    assert.deepEqual(answers, ["comparison"]);
    assert.deepEqual(seen.console, []);
  });

  test("in a file opened by double click", async (t) => {
    const { page, seen } = await shared.open(t, standalone, { prepare: watchWorkers });
    assert.deepEqual((await workers(page)).map(({ answers }) => answers.at(-1)), ["comparison"]);
    assertQuiet(seen, [standalone]);
  });
});
