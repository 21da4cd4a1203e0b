// The other ways into a page: embed.html in an iframe, and the playground, whose lines are pasted.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertQuiet, happened, host, read, serve, setUp, settled } from "./support.mjs";
import { comparison, corpus } from "./story.mjs";

const files = {
  "/embed.html": read("www/embed.html"),
  "/embed.js": { body: read("www/embed.js"), type: "text/javascript" },
  "/playground.html": read("www/playground.html"),
};
const story = { body: JSON.stringify(comparison), type: "application/json", headers: { "Access-Control-Allow-Origin": "*" } };

/** A page with one or more frames, which notes what they tell it. */
const around = (...frames) => `<!doctype html><html lang="en"><title>Host page</title><link rel="icon" href="data:,">
  <script>window.told = []; addEventListener("message", ({ source, data }) => window.told.push([[...document.querySelectorAll("iframe")].findIndex(({ contentWindow }) => contentWindow === source), data]));</script>
  ${frames.join("\n")}</html>`;
const frame = (hash, sandbox = "") => `<iframe src="/embed.html${hash}" width="1200" height="300"${sandbox}></iframe>`;

const shared = setUp({
  ...files,
  "/story.json": story,
  "/one": around(frame("#src=story.json&theme=dark&lang=es&view=values&heading-level=5&worker-src=/evil.js&onload=alert(1)")),
  "/sandboxed": around(frame("#src=story.json", ' sandbox="allow-scripts"')),
  "/posted": around(frame(""), frame("")),
  "/hostile": around(frame("#lang=x%22onload=1&theme=evil&src=javascript:alert(1)")),
});
const inside = async (page, index = 0) => {
  const handle = await page.locator("iframe").nth(index).elementHandle();
  return handle.contentFrame();
};
const told = (page, type) => page.evaluate((type) => window.told.filter(([, data]) => data?.type === type), type);
const pastHeight = (page, height) => page.waitForFunction((height) => window.told.some(([, data]) => data?.type === "embed-size" && data.height > height), height);

describe("embed.html", () => {
  for (const path of ["/one", "/sandboxed"]) {
    test(`shows the story that the address names, tells its height, and is quiet (${path})`, async (t) => {
      const { page, seen } = await shared.open(t, path, { waits: false });
      const frame = await inside(page);
      await frame.locator(".nc-row").first().waitFor();
      assert.equal(await frame.locator(".nc-row").count(), comparison.claims.length);
      await pastHeight(page, 600);
      const sizes = await told(page, "embed-size");
      for (const [, message] of sizes) {
        assert.deepEqual(Object.keys(message).sort(), ["height", "sentinel", "type"]);
        assert.equal(message.sentinel, "amp");
        assert.ok(Number.isInteger(message.height));
      }
      await page.evaluate((height) => { document.querySelector("iframe").height = height; }, sizes.at(-1)[1].height);
      await page.waitForTimeout(300);
      assert.deepEqual((await told(page, "embed-size")).slice(sizes.length), [], "a frame of that height is at rest");
      const [scrolls, fits] = await frame.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
      assert.ok(scrolls <= fits, `${scrolls} of ${fits}`);
      const { origin } = shared.server;
      assertQuiet({ ...seen, requests: [...new Set(seen.requests.map((url) => url.split("#")[0]))] }, [path, "/embed.html", "/embed.js", "/news-compare.js", "/story.json"].map((path) => origin + path));
    });
  }

  test("takes theme and language from the address, and nothing else", async (t) => {
    const { page } = await shared.open(t, "/one", { waits: false });
    const frame = await inside(page);
    await frame.locator(".nc-row").first().waitFor();
    const attributes = await frame.locator("news-compare").evaluate((element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])));
    assert.deepEqual(attributes, { theme: "dark", lang: "es", src: `${shared.server.origin}/story.json` });
    await page.evaluate(() => { document.querySelector("iframe").src = "/embed.html#src=story.json&theme=light&lang=en"; });
    await frame.locator("news-compare[theme=light][lang=en]").waitFor();
  });

  test("refuses what is no web address, what lies elsewhere, and words that are no language", async (t) => {
    const other = await serve({ "/story.json": story });
    t.after(() => other.close());
    const { page, seen } = await shared.open(t, "/hostile", { waits: false });
    const frame = await inside(page);
    await frame.getByRole("alert").waitFor();
    assert.equal(await frame.locator("news-compare").count(), 0);
    assert.equal(await frame.evaluate(() => document.documentElement.lang), "en");
    await page.evaluate((source) => { document.querySelector("iframe").src = `/embed.html#src=${encodeURIComponent(source)}`; }, `${other.origin}/story.json`);
    await frame.getByText(`does not show stories from ${other.origin}`).waitFor();
    assert.deepEqual(other.asked, []);
    assert.deepEqual(seen.console, []);
    // The newsroom that owns the page may name further origins in it.
    const named = await serve({ ...files, "/embed.html": read("www/embed.html").replace('name="news-compare-sources" content=""', `name="news-compare-sources" content="${other.origin}"`).replace("connect-src 'self'", `connect-src 'self' ${other.origin}`) });
    t.after(() => named.close());
    const { page: allowed } = await shared.open(t, `${named.origin}/embed.html#src=${other.origin}/story.json`);
    assert.equal(await allowed.locator(".nc-row").count(), comparison.claims.length);
  });

  test("shows what the page around posts, with theme and language, and hears nobody else", async (t) => {
    const { page, seen } = await shared.open(t, "/posted", { waits: false });
    await page.waitForFunction(() => window.told.filter(([, data]) => data?.type === "embed-ready").length === 2);
    const [first, second] = [await inside(page, 0), await inside(page, 1)];
    const post = (message) => page.evaluate((message) => frames[0].postMessage(message, "*"), message);
    // From the frame beside it, and from itself.
    await second.evaluate((data) => parent.frames[0].postMessage({ type: "news-compare", data }, "*"), corpus);
    await first.evaluate((data) => postMessage({ type: "news-compare", data }, "*"), corpus);
    for (const message of [null, 7, "text", { data: corpus }, { type: "other", data: corpus }, { type: "news-compare", data: 7, theme: {}, lang: "<b>" }, { type: "news-compare", src: "/story.json", view: "values" }]) await post(message);
    await page.waitForTimeout(300);
    assert.equal(await first.locator("news-compare").count(), 0);
    await post({ type: "news-compare", data: corpus, theme: "dark", lang: "es", view: "values" });
    await first.locator(".nc-row").first().waitFor();
    assert.deepEqual(await first.locator("news-compare").evaluate((element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort()), ["lang=es", "theme=dark"]);
    await post({ type: "news-compare", theme: "light" });
    await first.locator("news-compare[theme=light]").waitFor();
    await post({ type: "news-compare", data: JSON.stringify(comparison) });
    await first.waitForFunction((rows) => document.querySelector("news-compare").shadowRoot.querySelectorAll(".nc-row").length === rows, comparison.claims.length);
    assert.equal(await second.locator("news-compare").count(), 0);
    assert.deepEqual(seen.console, []);
  });
});

describe("the playground", () => {
  const pasted = (lines) => `<!doctype html><html lang="en"><title>t</title><link rel="icon" href="data:,">${lines}</html>`;

  test("data, attributes and look change the element, and what is copied does the same in another page", async (t) => {
    const { page, seen } = await shared.open(t, "/playground.html", { permissions: ["clipboard-read", "clipboard-write"] });
    assert.ok((await page.locator("news-compare .nc-row").count()) > 0);
    const fields = await page.locator("#look input").evaluateAll((inputs) => inputs.map((input) => input.getBoundingClientRect().toJSON()));
    const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    assert.ok(fields.every((a, at) => fields.slice(at + 1).every((b) => apart(a, b))), "no field lies over another");
    await page.getByRole("textbox", { name: "Story" }).fill("{ no");
    await page.getByText("Not JSON").waitFor();
    await page.getByRole("textbox", { name: "Story" }).fill(JSON.stringify({ ...corpus, title: "</script><b>Given here</b>" }));
    await page.locator("news-compare .nc-title", { hasText: "Given here" }).waitFor();
    assert.equal(await page.getByRole("alert").textContent(), "");
    await page.getByLabel("theme").selectOption("dark");
    await page.getByLabel("view").selectOption("order");
    await page.getByLabel("heading-level").selectOption("3");
    await page.getByLabel("--nc-agreed").fill("#ff00ff");
    await page.getByLabel("--nc-height").fill("40rem");
    await page.locator("news-compare h3.nc-title").waitFor();
    assert.equal(await page.locator("news-compare").getAttribute("theme"), "dark");
    const colour = (page) => page.locator("news-compare").evaluate((element) => getComputedStyle(element).getPropertyValue("--nc-agreed").trim());
    assert.equal(await colour(page), "#ff00ff");
    await page.getByRole("button", { name: "Copy" }).first().click();
    await page.getByText("Copied.").waitFor();
    const lines = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(await page.locator("#events").textContent(), /news-compare:ready.*/);
    assert.deepEqual(seen.console, []);

    const elsewhere = await serve({ "/pasted": pasted(lines) });
    t.after(() => elsewhere.close());
    const { page: other, seen: there } = await shared.open(t, `${elsewhere.origin}/pasted`);
    assert.equal(await other.locator("h3.nc-title").textContent(), "</script><b>Given here</b>");
    assert.equal(await other.evaluate(() => document.querySelectorAll("b").length), 0);
    assert.equal(await other.locator("news-compare").getAttribute("theme"), "dark");
    assert.equal(await colour(other), "#ff00ff");
    await other.locator(".nc-linear").waitFor();
    assert.deepEqual(there.console, []);
  });

  test("the lines for an iframe show the story beside them, at the height that it tells", async (t) => {
    const { page } = await shared.open(t, "/playground.html", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByLabel("lang").selectOption("es");
    await page.getByRole("button", { name: "Copy" }).nth(1).click();
    await page.getByText("Copied.").waitFor();
    const lines = await page.evaluate(() => navigator.clipboard.readText());
    const elsewhere = await serve({ ...files, "/pasted": pasted(lines), "/story.json": story });
    t.after(() => elsewhere.close());
    const { page: other, seen } = await shared.open(t, `${elsewhere.origin}/pasted`, { waits: false });
    const frame = await inside(other);
    await frame.locator(".nc-row").first().waitFor();
    assert.equal(await frame.locator("news-compare").getAttribute("lang"), "es");
    await settled(other);
    const [outer, inner] = [await other.locator("iframe").evaluate(({ clientHeight }) => clientHeight), await frame.evaluate(() => document.body.scrollHeight)];
    assert.ok(Math.abs(outer - inner) <= 1, `${outer} and ${inner}`);
    assert.deepEqual(seen.console, []);
  });
});
