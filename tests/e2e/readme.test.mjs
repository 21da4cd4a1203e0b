// What the README promises to whoever embeds the element: its snippet, its policy, its example of a corpus, its properties.

import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { assertQuiet, happened, host, read, root, serve, setUp, settled } from "./support.mjs";

const readme = read("README.md");

/** The fenced block of the README that holds these words. */
function block(words) {
  const found = [...readme.matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, content]) => content).filter((content) => content.includes(words));
  assert.equal(found.length, 1, `one block of the README holds ${words}`);
  return found[0].trim();
}

const snippet = block('<script type="application/json">{');
const articles = block("<article");
const policy = block("default-src");
const example = block('"excerpt"');
const page = (content) => `<!doctype html><html lang="en"><title>t</title><link rel="icon" href="data:,">${content}</html>`;
// The icon of the test's own page.
const headers = { "Content-Security-Policy": `${policy}; img-src data:` };

const shared = setUp({
  "/snippet": { body: page(snippet), headers },
  "/articles": { body: page(`<script src="news-compare.js" defer></script>${articles}`), headers },
  "/source": { body: host(`<news-compare src="/story.json"></news-compare>`), headers: { "Content-Security-Policy": `${policy}; img-src data:; connect-src 'self'` } },
  "/framed": page(block("<iframe")),
  "/embed.html": read("www/embed.html"),
  "/embed.js": { body: read("www/embed.js"), type: "text/javascript" },
  "/story.json": { body: example, type: "application/json" },
  "/children": host(`<news-compare id="it"><article><p>The bridge closed on Monday.</p></article><article><p>The bridge closed on Tuesday.</p></article><p id="fallback">Read the articles here.</p></news-compare>`),
  "/empty": host(`<news-compare id="it"></news-compare>`),
});

const title = (page) => page.locator(".nc-title").textContent();

describe("the README", () => {
  test("its snippet works under its policy, and asks for the script alone", async (t) => {
    const { page, seen } = await shared.open(t, "/snippet");
    const [detail] = await happened(page, "ready");
    assert.equal(detail.title, "The flood");
    assert.deepEqual(detail.documents, ["north", "river"]);
    assert.ok((await page.locator(".nc-row.nc-disputed, .nc-row .nc-contradicts").count()) > 0, "two metres and three are in conflict");
    assertQuiet(seen, [`${shared.server.origin}/snippet`, `${shared.server.origin}/news-compare.js`]);
  });

  test("its snippet, alone in a file beside the script, opens by double click", async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "news-compare-"));
    t.after(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "empty.html"), snippet);
    copyFileSync(`${root}dist/news-compare.js`, join(folder, "news-compare.js"));
    const address = (name) => pathToFileURL(join(folder, name)).href;
    const { page, seen } = await shared.open(t, address("empty.html"));
    assert.equal(await title(page), "The flood");
    assertQuiet(seen, [address("empty.html"), address("news-compare.js")]);
  });

  test("its articles as children work under its policy", async (t) => {
    const { page, seen } = await shared.open(t, "/articles");
    assert.equal(await title(page), "The bridge");
    assert.ok((await page.locator(".nc-row.nc-disputed").count()) > 0, "the day is in conflict");
    assertQuiet(seen, [`${shared.server.origin}/articles`, `${shared.server.origin}/news-compare.js`]);
  });

  test("its example of a corpus is one, and src needs connect-src and nothing else", async (t) => {
    const { page, seen } = await shared.open(t, "/source");
    assert.equal(await title(page), JSON.parse(example).title);
    assertQuiet(seen, ["/source", "/news-compare.js", "/story.json"].map((path) => shared.server.origin + path));
  });

  test("it lists every custom property of the style sheet, and none that is not there", async () => {
    const [, top] = read("src/ui/style.css").match(/:host \{(.*?)\n\}/s);
    const defined = [...top.matchAll(/^\s*(--nc-[\w-]+):/gm)].map(([, name]) => name);
    const listed = [...readme.matchAll(/^\| `(--nc-[\w-]+)`/gm)].map(([, name]) => name);
    assert.ok(defined.length > 10, `${defined}`);
    assert.deepEqual(listed.toSorted(), defined.toSorted());
  });

  test("it lists every part, and none that is not there", async (t) => {
    const listed = [...readme.match(/^\| `::part\(…\)`.*?\n\n/ms)[0].matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    const { page } = await shared.open(t, "/empty");
    await page.locator(".nc-statement").first().click();
    await page.locator(".nc-detail").waitFor();
    const parts = await page.evaluate(() => [...new Set([...document.querySelector("#it").shadowRoot.querySelectorAll("[part]")].map((element) => element.getAttribute("part")))]);
    assert.deepEqual(listed.toSorted(), parts.toSorted());
    assert.equal(listed.length, 5);
  });

  test("its example of a look holds inside", async (t) => {
    const { page } = await shared.open(t, "/empty", { colorScheme: "light" });
    await page.addStyleTag({ content: block("::part(masthead)") });
    await settled(page);
    const seen = await page.locator("news-compare").evaluate((element) => {
      const inside = (selector) => getComputedStyle(element.shadowRoot.querySelector(selector));
      return [inside(".nc").backgroundColor, inside(".nc-masthead").borderBlockEndStyle, inside(".nc-mode").borderRadius, inside(".nc-app").height];
    });
    assert.deepEqual(seen, ["rgb(244, 241, 234)", "double", "0px", "704px"]);
  });

  test("its lines for an iframe show the story beside them, at the height that it tells", async (t) => {
    const { page, seen } = await shared.open(t, "/framed", { waits: false });
    const frame = await (await page.locator("iframe").elementHandle()).contentFrame();
    await frame.locator(".nc-row, .nc-statement").first().waitFor();
    await settled(page);
    const [outer, inner] = [await page.locator("iframe").evaluate(({ clientHeight }) => clientHeight), await frame.evaluate(() => document.body.scrollHeight)];
    assert.ok(Math.abs(outer - inner) <= 1, `${outer} and ${inner}`);
    assert.deepEqual(seen.console, []);
  });

  const sandboxes = [...readme.matchAll(/sandbox="([^"]+)"/g)].map(([, tokens]) => tokens);
  test("it prescribes two kinds of sandbox", () => assert.equal(sandboxes.length, 2));
  for (const tokens of sandboxes) {
    test(`in a frame with sandbox="${tokens}" the reader saves the comparison and follows the link to an article`, async (t) => {
      const headers = { "Access-Control-Allow-Origin": "*" };
      const other = await serve({
        "/embed.html": read("www/embed.html"),
        "/embed.js": { body: read("www/embed.js"), type: "text/javascript" },
        "/story.json": { body: example, type: "application/json", headers },
      });
      t.after(() => other.close());
      const around = await serve({ "/": page(`<iframe sandbox="${tokens}" src="${other.origin}/embed.html#src=story.json" width="1200" height="800"></iframe>`) });
      t.after(() => around.close());
      const { page: host, seen } = await shared.open(t, `${around.origin}/`, { waits: false });
      await host.context().route("https://example.org/**", (route) => route.fulfill({ body: "the article" }));
      const frame = host.frameLocator("iframe");
      await frame.getByRole("button", { name: "Save", exact: true }).click();
      const [download] = await Promise.all([host.waitForEvent("download"), frame.getByRole("button", { name: "Save as table (CSV)" }).click()]);
      assert.match(readFileSync(await download.path(), "utf8"), /river rose/);
      await host.keyboard.press("Escape");
      const [article] = await Promise.all([host.waitForEvent("popup"), frame.locator("a.nc-link").first().click()]);
      await article.getByText("the article").waitFor();
      assert.deepEqual(seen.console, []);
    });
  }

  test("a custom property set by the page holds inside", async (t) => {
    const { page } = await shared.open(t, "/empty");
    await page.addStyleTag({ content: "news-compare { --nc-paper: rgb(1, 2, 3); --nc-height: 700px }" });
    await settled(page);
    const { paper, height } = await page.locator(".nc-app").evaluate((app) => ({
      paper: getComputedStyle(app.parentElement).backgroundColor,
      height: app.getBoundingClientRect().height,
    }));
    assert.deepEqual({ paper, height }, { paper: "rgb(1, 2, 3)", height: 700 });
  });

  test("other children of the element are shown where JavaScript is off, and only there", async (t) => {
    const off = await shared.open(t, "/children", { waits: false, javaScriptEnabled: false });
    assert.ok(await off.page.locator("#fallback").isVisible());
    const on = await shared.open(t, "/children");
    assert.ok(!(await on.page.locator("#fallback").isVisible()));
  });

  test("select tells row and document, each only where one is chosen", async (t) => {
    const { page } = await shared.open(t, "/empty");
    await page.locator("button.nc-cell").first().click();
    const [cell] = await happened(page, "select");
    assert.ok(cell.row && cell.document, JSON.stringify(cell));
    await page.keyboard.press("Escape");
    const [, closed] = await happened(page, "select", 2);
    assert.deepEqual([closed.row, closed.document], [undefined, undefined]);
  });
});
