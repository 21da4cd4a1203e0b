// Fifty sources and two thousand claims: only what is in sight is on the page, and nothing is lost for it; and who speaks is in sight.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, happened, host, setUp, settled } from "./support.mjs";
import { made } from "./made.mjs";

const [documents, claims] = [50, 2000];
const story = made(documents, claims);
const shared = setUp({
  "/large": host(`<news-compare id="it" src="/large.json"></news-compare>`),
  "/large.json": { body: JSON.stringify(story), type: "application/json" },
});

const matrix = (page) => page.getByRole("region", { name: "Matrix of claims and sources" });
const scrollTo = async (page, top) => {
  await matrix(page).evaluate((box, top) => { box.scrollTop = top; }, top);
  await settled(page);
  await settled(page);
};
/** The places of the sources that do something with a claim. */
const speakers = (claim) => story.claims[claim].cells.flatMap(({ stance }, at) => (stance === "omits" ? [] : [at]));
const statements = (page) => page.locator(".nc-row .nc-statement > span:first-child").allTextContents();

/** Fails where the box shows anything but rows. */
async function assertFilled(page) {
  const { first, last, top, bottom } = await matrix(page).evaluate((box) => {
    const rects = [...box.querySelectorAll(".nc-row, .nc-detail-row")].map((row) => row.getBoundingClientRect());
    const frame = box.getBoundingClientRect();
    const seen = rects.filter((rect) => rect.bottom > frame.top && rect.top < frame.bottom);
    return { first: seen[0].top, last: seen.at(-1).bottom, top: frame.top + box.querySelector("thead").getBoundingClientRect().height, bottom: frame.bottom };
  });
  assert.ok(first <= top + 1 && last >= bottom - 1, `rows from ${first} to ${last} in a box from ${top} to ${bottom}`);
}

test("few rows are on the page, and assistive technology hears of all", async (t) => {
  const { page } = await shared.open(t, "/large");
  const table = page.getByRole("table");
  assert.equal(await table.getAttribute("aria-rowcount"), String(claims + 1));
  assert.equal(await table.getAttribute("aria-colcount"), String(documents + 1));
  assert.equal(await page.getByRole("columnheader").count(), documents + 1);
  const rows = await page.locator(".nc-row").count();
  assert.ok(rows > 5 && rows < 60, `${rows} rows`);
  await assertAccessible(page, { include: "#it" });
});

test("wherever it is scrolled to, the rows in sight are there, with their place among all", async (t) => {
  const { page } = await shared.open(t, "/large");
  for (const top of [3000, 60_000, 61_000, 20_000, 1e9, 0]) {
    await scrollTo(page, top);
    await assertFilled(page);
    for (const row of await page.locator(".nc-row").all()) {
      const place = Number(await row.getAttribute("aria-rowindex")) - 2;
      assert.equal(await row.locator(".nc-statement > span").first().textContent(), story.claims[place].statement);
    }
  }
});

test("the ends of row and column and the next screenful are a key away, however far", async (t) => {
  const { page } = await shared.open(t, "/large");
  const focused = () => page.evaluate(() => document.querySelector("#it").shadowRoot.activeElement?.dataset.key);
  const press = async (key) => {
    await page.keyboard.press(key);
    await settled(page);
    await settled(page);
    // On a busy machine the rows that focus goes to are drawn later than that.
    await page.waitForFunction(() => document.querySelector("#it").shadowRoot.activeElement);
  };
  await page.locator(".nc-statement").first().focus();
  await press("Control+End");
  assert.equal(await focused(), `row-${claims - 1}`);
  await assertFilled(page);
  await press("End");
  assert.equal(await focused(), `cell-${claims - 1}-${speakers(claims - 1).at(-1)}`);
  await press("PageUp");
  const [, before] = (await focused()).split("-").map(Number);
  assert.ok(before < claims - 3 && before > claims - 60, `a screenful up is row ${before}`);
  await press("Home");
  assert.equal(await focused(), `row-${before}`);
  await press("PageDown");
  assert.ok(Number((await focused()).split("-")[1]) > before + 2);
  const there = await focused();
  await scrollTo(page, 0);
  assert.equal(await focused(), there, "what has the focus keeps it, however far it is scrolled away");
  await press("Control+Home");
  assert.equal(await focused(), "row-0");
  await assertFilled(page);
});

test("the arrow keys go on beyond what was drawn, and an open row stays where it is opened", async (t) => {
  const { page } = await shared.open(t, "/large");
  await page.locator(".nc-statement").first().focus();
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press("ArrowDown");
    await settled(page);
  }
  const focused = () => page.evaluate(() => document.querySelector("#it").shadowRoot.activeElement?.textContent);
  assert.ok((await focused()).startsWith(story.claims[60].statement), await focused());
  await page.keyboard.press("Enter");
  await page.locator(".nc-detail-row").waitFor();
  assert.equal(await page.getByRole("table").getAttribute("aria-rowcount"), String(claims + 2));
  await scrollTo(page, 90_000);
  await assertFilled(page);
  await page.keyboard.press("Escape");
  await settled(page);
  assert.ok((await focused()).startsWith(story.claims[60].statement), "focus is still on the row, though it was far out of sight");
});

test("a claim that marked words lead to is brought into sight from anywhere", async (t) => {
  const { page } = await shared.open(t, "/large");
  await scrollTo(page, 50_000);
  const mark = page.locator(".nc-pane mark").first();
  const words = (await mark.textContent()).trim();
  await mark.click();
  await page.locator(".nc-detail-row").waitFor();
  await settled(page);
  const open = page.locator(".nc-open .nc-statement");
  assert.ok(await open.evaluate((one) => {
    const box = one.closest(".nc-table-box").getBoundingClientRect();
    const { top, bottom } = one.getBoundingClientRect();
    return top >= box.top && bottom <= box.bottom;
  }), "the row is in sight");
  assert.ok((await page.locator(".nc-detail-row").textContent()).includes(words));
  await assertFilled(page);
});

/** Opens a page with nine sources, whose columns all have room. */
async function openNine(t) {
  const { page } = await shared.open(t, "/large", { viewport: { width: 820, height: 900 } });
  const nine = made(9, 60);
  await page.evaluate((nine) => { document.querySelector("#it").data = nine; }, nine);
  await happened(page, "ready", 2);
  return { page, nine };
}

for (const width of [1440, 1280, 820, 390]) {
  test(`at ${width} px every source that speaks of a claim is in sight in its row, and a few are named`, async (t) => {
    const { page } = await shared.open(t, "/large", { viewport: { width, height: 1600 } });
    const { rows, aside } = await matrix(page).evaluate((box) => {
      const frame = box.getBoundingClientRect();
      const cell = (cell) => {
        const { left, right, width } = cell.getBoundingClientRect();
        const shown = width > 0 ? getComputedStyle(cell, "::before").content.slice(1, -1) : "";
        return { key: cell.dataset.key, shown, inside: width > 0 && left >= frame.left && right <= frame.right + 1 };
      };
      const rows = [...box.querySelectorAll(".nc-row")].slice(0, 12);
      return { rows: rows.map((row) => [...row.querySelectorAll(".nc-cell")].map(cell)), aside: box.scrollWidth - box.clientWidth };
    });
    assert.ok(aside <= 1, `nothing to scroll to sideways: ${aside}`);
    rows.forEach((cells, claim) => {
      const seen = cells.filter(({ inside }) => inside);
      assert.deepEqual(seen.map(({ key }) => key), speakers(claim).map((source) => `cell-${claim}-${source}`));
      for (const [at, source] of speakers(claim).entries()) {
        assert.equal(seen[at].shown.includes(story.corpus.documents[source].outlet), seen.length <= 3, seen[at].shown);
      }
    });
    assert.ok(rows.some((cells) => cells.filter(({ inside }) => inside).length <= 3), "some row names its sources");
  });
}

test("the arrow keys go from one source that speaks to the next, and down to a claim where it is silent", async (t) => {
  const { page } = await shared.open(t, "/large");
  const focused = () => page.evaluate(() => document.querySelector("#it").shadowRoot.activeElement?.dataset.key);
  await page.locator(".nc-statement").first().focus();
  for (const source of speakers(0)) {
    await page.keyboard.press("ArrowRight");
    assert.equal(await focused(), `cell-0-${source}`);
  }
  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), `cell-0-${speakers(0).at(-1)}`, "there is none after the last");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), `cell-0-${speakers(0)[0]}`);
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), speakers(1).includes(speakers(0)[0]) ? `cell-1-${speakers(0)[0]}` : "row-1");
});

test("where all columns have room they are a table, with a cell for those that are silent too", async (t) => {
  const { page } = await openNine(t);
  assert.ok((await page.locator("thead").boundingBox()).width > 200);
  const cells = await page.locator(".nc-row").first().locator("td").evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top));
  assert.equal(cells.length, 9);
  assert.equal(new Set(cells).size, 1, `they stand in one line: ${cells}`);
  await page.setViewportSize({ width: 600, height: 900 });
  await settled(page);
  assert.ok((await page.locator("thead").boundingBox()).width < 2, "without room they are a list");
});

test("the head of a column widens it to words and to the whole name", async (t) => {
  const { page, nine } = await openNine(t);
  const { outlet } = nine.corpus.documents[2];
  // Made outlets come more than once.
  await matrix(page).getByRole("button", { name: outlet, exact: true, expanded: false }).first().click();
  const opened = page.locator(".nc-col-button[aria-expanded=true]");
  assert.equal(await opened.locator(".nc-name").textContent(), outlet);
  assert.ok(await opened.locator(".nc-name").evaluate((name) => name.scrollWidth <= name.clientWidth + 1 && getComputedStyle(name).textOverflow !== "ellipsis"));
  assert.equal(await page.locator(".nc-row").first().locator("td").nth(2).locator(".nc-word").count(), 1);
  await opened.press("Enter");
  assert.equal(await page.locator(".nc-col-button[aria-expanded=true]").count(), 0);
});

test("a long name fills no more than three lines of its head, and is named in full", async (t) => {
  const { page, nine } = await openNine(t);
  const long = structuredClone(nine);
  const outlet = "The Evening Intelligencer and General Advertiser of the Lower Valley";
  long.corpus.documents[2].outlet = outlet;
  await page.evaluate((long) => { document.querySelector("#it").data = long; }, long);
  await happened(page, "ready", 3);
  const head = matrix(page).getByRole("button", { name: outlet, exact: true });
  const before = (await head.boundingBox()).height;
  await head.click();
  const { height, width } = await head.boundingBox();
  const line = await head.locator(".nc-name").evaluate((name) => Number.parseFloat(getComputedStyle(name).lineHeight));
  // The letter stands above the name.
  assert.ok(width > 80 && height <= before + 3 * line, `${height} px high, ${before} without the name, with lines of ${line} px`);
  assert.match(await head.getAttribute("title"), new RegExp(`^${outlet}: `));
});

test("a button leads the keyboard past the claims, and is in sight while it has the focus", async (t) => {
  const { page } = await shared.open(t, "/large");
  const skip = page.getByRole("button", { name: "Skip the claims" });
  const high = async () => (await skip.boundingBox()).height;
  assert.ok((await high()) < 2);
  await page.getByRole("searchbox").focus();
  await page.keyboard.press("Tab");
  assert.ok((await high()) > 24, "it is the next stop");
  await assertAccessible(page, { include: "#it" });
  await page.keyboard.press("Enter");
  await settled(page);
  assert.equal(await page.getByRole("list", { name: "Signs" }).evaluate((list) => list.getRootNode().activeElement === list), true);
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => Boolean(document.querySelector("#it").shadowRoot.querySelector(".nc-matrix :focus")));
  assert.equal(inside, false, "nothing of the matrix comes after it");
});

test("all of it is printed", async (t) => {
  const { page } = await shared.open(t, "/large");
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await settled(page);
  assert.equal(await page.locator(".nc-row").count(), claims);
  // Two articles are open, and the paper says which are not.
  const closed = page.locator(".nc-printed");
  assert.equal(await closed.isVisible(), false);
  await page.emulateMedia({ media: "print" });
  const said = await closed.textContent();
  assert.ok(await closed.isVisible());
  assert.match(said, /^Closed on the screen, and not printed: /);
  const names = story.corpus.documents.map(({ outlet }) => outlet);
  assert.ok(names.slice(2).every((name) => said.includes(name)), said);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await settled(page);
  assert.ok((await page.locator(".nc-row").count()) < 60);
  assert.deepEqual((await statements(page)).slice(0, 5), story.claims.slice(0, 5).map(({ statement }) => statement));
});

test("on paper many sources are a list of those that speak, by name, each with what it does, and the verdict in words", async (t) => {
  const { page } = await openNine(t);
  await page.emulateMedia({ media: "print" });
  for (const documents of [9, 50]) {
    if (documents === 50) {
      await page.evaluate((many) => { document.querySelector("#it").data = many; }, made(50, 40));
      await happened(page, "ready", 3);
    }
    await settled(page);
    const { heads, verdict, cells, over } = await matrix(page).evaluate((box) => {
      const row = box.querySelector(".nc-row");
      const seen = [...row.querySelectorAll(".nc-cell")].filter((cell) => cell.checkVisibility());
      return {
        heads: box.querySelector("thead").checkVisibility(),
        verdict: row.querySelector(".nc-statement .nc-hidden").getBoundingClientRect().width,
        cells: seen.map((cell) => [getComputedStyle(cell, "::before").content, cell.getAttribute("aria-label"), getComputedStyle(cell, "::before").color]),
        over: box.scrollWidth - box.clientWidth,
      };
    });
    assert.equal(heads, false);
    assert.ok(verdict > 20, `the verdict is ${verdict} px wide`);
    assert.ok(over <= 0, `${over} px are cut off`);
    assert.ok(cells.length > 1 && cells.length < 9, JSON.stringify(cells));
    for (const [said, label, colour] of cells) {
      const [, stance, name] = /^\S+ (.+?), (.+)$/.exec(label);
      assert.equal(said, JSON.stringify(`${name}: ${stance}`));
      assert.equal(colour, "rgb(0, 0, 0)");
    }
  }
});

for (const width of [390, 820]) {
  test(`at ${width} px too, few rows are on the page and those in sight are there`, async (t) => {
    const { page } = await shared.open(t, "/large", { viewport: { width, height: 800 } });
    assert.ok((await page.locator(".nc-row").count()) < 80);
    await page.locator(".nc-table").scrollIntoViewIfNeeded();
    const scrolls = await matrix(page).evaluate((box) => box.scrollHeight > box.clientHeight + 1);
    if (scrolls) await scrollTo(page, 40_000);
    else await page.evaluate(() => window.scrollTo(0, 40_000));
    await settled(page);
    await settled(page);
    const seen = await page.evaluate(() => [...document.querySelector("#it").shadowRoot.querySelectorAll(".nc-row")].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    }).length);
    assert.ok(seen >= 5, `${seen} rows in sight`);
  });
}
