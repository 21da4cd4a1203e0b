// The main job, as a reader does it: over http and in the one file opened by double click.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertQuiet, embedded, happened, setUp, settled, shown, standalone } from "./support.mjs";
import { comparison } from "./story.mjs";

const shared = setUp();
const doors = {
  "over http": { path: "/", requests: () => [`${shared.server.origin}/`, `${shared.server.origin}/news-compare.js`] },
  "as one file": { path: standalone, requests: () => [standalone] },
};

/** The first row in which at least two sources speak. */
async function sharedRow(page) {
  const rows = page.locator(".nc-row");
  for (let index = 0; index < (await rows.count()); index += 1) {
    if ((await rows.nth(index).locator("td:not(.nc-omits):not(.nc-unjudged)").count()) >= 2) return rows.nth(index);
  }
  assert.fail("no row in which two sources speak");
}

/** Gives the texts of the chosen marks that can be seen in a pane. */
function visibleMarks(page, pane) {
  return page.locator(".nc-pane").nth(pane).evaluate((pane) => {
    const box = pane.querySelector(".nc-scroll").getBoundingClientRect();
    return [...pane.querySelectorAll("mark[aria-pressed=true]")]
      .filter((mark) => {
        const { top, bottom, height } = mark.getBoundingClientRect();
        return height > 0 && bottom > box.top && top < box.bottom;
      })
      .map((mark) => mark.textContent);
  });
}

for (const [door, { path, requests }] of Object.entries(doors)) {
  describe(door, () => {
    test("the embedded story is shown with its matrix, and nothing is asked for or complained of", async (t) => {
      const { page, seen } = await shared.open(t, path);
      const [{ documents, claims }] = await happened(page, "ready");
      assert.deepEqual(documents, embedded.documents.map((document) => document.id));
      assert.ok(claims > 0);
      await page.getByRole("heading", { name: embedded.title }).waitFor();
      for (const name of ["Source A", "Source B"]) {
        await page.getByRole("region", { name: `Text of ${name}` }).waitFor();
      }
      const matrix = page.getByRole("table");
      // One row for each claim and one for the heads.
      assert.equal(await matrix.getByRole("row").count(), claims + 1);
      assert.equal(await matrix.locator("button.nc-cell").count(), claims * documents.length);
      for (const { text } of embedded.documents) {
        const words = text.split(/\s+/).slice(-8).join(" ");
        assert.ok((await shown(page)).replace(/\s+/g, " ").includes(words), `the end of the article is there: ${words}`);
      }
      assertQuiet(seen, requests());
    });

    test("a click on a cell marks the evidence in both articles, and a click on marked text finds its row", async (t) => {
      const { page, seen } = await shared.open(t, path);
      const row = await sharedRow(page);
      const statement = await row.locator(".nc-statement > span").first().textContent();
      await row.locator("button.nc-cell").nth(1).click();
      await happened(page, "select");
      assert.equal(await row.locator(".nc-statement").getAttribute("aria-expanded"), "true");
      for (const pane of [0, 1]) {
        await page.waitForFunction(
          (pane) => document.querySelector("news-compare").shadowRoot.querySelectorAll(".nc-pane")[pane].querySelector("mark[aria-pressed=true]"),
          pane,
        );
        await settled(page);
        const marks = await visibleMarks(page, pane);
        assert.ok(marks.length > 0, `evidence of ${statement} is in sight in pane ${pane}`);
        const detail = (await page.locator(".nc-detail-row").textContent()).replace(/\s+/g, " ");
        assert.ok(marks.some((mark) => detail.includes(mark.trim().replace(/\s+/g, " "))), `the detail quotes one of ${marks}`);
      }
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !document.querySelector("news-compare").shadowRoot.querySelector("mark[aria-pressed=true]"));

      const mark = page.locator(".nc-pane").nth(1).locator("mark").first();
      await mark.click();
      const offered = page.getByRole("group", { name: "Claims that share these words" });
      if (await offered.count()) await offered.getByRole("button").first().click();
      await page.locator(".nc-detail-row").waitFor();
      const quoted = (await page.locator(".nc-detail-row blockquote").allTextContents()).join(" ");
      assert.ok(quoted.includes((await mark.textContent()).trim()), `the row quotes ${await mark.textContent()}`);
      assertQuiet(seen, requests());
    });

    test("everything can be done with the keyboard", async (t) => {
      const { page, seen } = await shared.open(t, path);
      const focused = () =>
        page.evaluate(() => {
          const element = document.querySelector("news-compare").shadowRoot.activeElement;
          return element && { key: element.dataset.key, label: element.getAttribute("aria-label"), tag: element.localName };
        });
      const reached = [];
      for (let presses = 0; presses < 60 && (await focused())?.key !== "row-0"; presses += 1) {
        await page.keyboard.press("Tab");
        reached.push(await focused());
      }
      const row = await page.locator(".nc-statement").first().getAttribute("data-key");
      for (let presses = 0; presses < 60 && (await focused())?.key !== row; presses += 1) await page.keyboard.press("Tab");
      assert.equal((await focused()).key, row, `the first claim is reached by Tab; on the way: ${JSON.stringify(reached)}`);
      assert.ok(reached.some((element) => element?.label === "Text of Source A"), "so is each article, to be scrolled");

      await page.keyboard.press("ArrowRight");
      assert.match((await focused()).key, /^cell-/);
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowDown");
      assert.notEqual((await focused()).key, row);
      await page.keyboard.press("ArrowUp");
      assert.equal((await focused()).key, row);

      await page.keyboard.press("Enter");
      await page.locator(".nc-detail-row").waitFor();
      await page.keyboard.press("Tab");
      assert.notEqual((await focused()).key, row, "what is inside the detail comes next");
      await page.keyboard.press("Escape");
      await page.locator(".nc-detail-row").waitFor({ state: "detached" });
      await settled(page);
      assert.equal((await focused()).key, row, "focus returns to where the row was opened");
      assertQuiet(seen, requests());
    });
  });
}

test("verdicts filter the claims, order and search change what is listed", async (t) => {
  const { page } = await shared.open(t, "/");
  const statements = () => page.locator(".nc-row .nc-statement > span:first-child").allTextContents();
  const all = await statements();

  const part = page.locator(".nc-bar button:not([disabled])").first();
  const count = Number(await part.locator("b").textContent());
  await part.click();
  await settled(page);
  assert.equal((await statements()).length, count);
  await part.click();
  await settled(page);
  assert.deepEqual(await statements(), all);

  await page.getByLabel("Order of the claims").selectOption({ index: 2 });
  await settled(page);
  assert.deepEqual((await statements()).sort(), [...all].sort(), "another order of the same claims");

  await page.getByRole("searchbox").fill("minute");
  await settled(page);
  const found = await statements();
  assert.ok(found.length > 0 && found.length < all.length, `${found.length} of ${all.length}`);
  await page.getByRole("searchbox").fill("no such words anywhere");
  await settled(page);
  assert.equal((await statements()).length, 0);
  await page.getByRole("button", { name: "Clear filters" }).first().click();
  await settled(page);
  assert.equal((await statements()).length, all.length);
});

test("claims are chosen by what a source leaves out or tells alone, and by voice; the number of a confidence comes when asked for", async (t) => {
  const { page } = await shared.open(t, "/");
  await page.evaluate((data) => { document.querySelector("news-compare").data = data; }, comparison);
  await happened(page, "ready", 2);
  const statements = () => page.locator(".nc-row .nc-statement > span:first-child").allTextContents();
  const choose = async (name, option) => {
    await page.getByLabel(name).selectOption({ label: option });
    await settled(page);
  };
  await choose("Claims by source", "What The Northern Post leaves out");
  assert.deepEqual(await statements(), ["1,200 sandbags were filled."]);
  await choose("Claims by source", "Only in Source C");
  assert.deepEqual(await statements(), ["1,200 sandbags were filled."]);
  await choose("Claims by source", "All sources");
  await choose("Claims by voice", "Attributed to others");
  assert.deepEqual(await statements(), ["Nobody was hurt."]);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await settled(page);
  assert.equal((await statements()).length, comparison.claims.length);
  assert.equal(await page.getByLabel("Claims by voice").inputValue(), "");

  const ours = await page.getByRole("list", { name: "What each source tells" }).getByRole("listitem").allTextContents();
  assert.ok(ours[2].includes("Source C") && ours[2].includes("2 shared, 1 alone, 1 not told"), `${ours}`);

  await page.goto(`${shared.server.origin}/`);
  await happened(page, "ready");
  await page.locator(".nc-statement").first().click();
  const sure = page.locator(".nc-detail .nc-sure").first();
  const number = sure.getByText("%");
  assert.equal(await number.isVisible(), false);
  await sure.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.equal(await number.isVisible(), true);
});

test("on a phone a claim that is opened at the lower edge comes into sight with its detail, below the tabs", async (t) => {
  for (const reducedMotion of ["reduce", "no-preference"]) {
    const { page } = await shared.open(t, "/", { viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion });
    const place = async () => {
      let last;
      // Scrolling may take a while.
      for (let still = 0; still < 5; ) {
        const now = await page.evaluate(() => {
          const root = document.querySelector("news-compare").shadowRoot;
          const of = (selector) => root.querySelector(selector).getBoundingClientRect();
          return { top: of(".nc-row.nc-open").top, bottom: of(".nc-detail-row").bottom, tabs: of(".nc-tabs").bottom };
        });
        still = JSON.stringify(now) === JSON.stringify(last) ? still + 1 : 0;
        last = now;
        await page.waitForTimeout(50);
      }
      return last;
    };
    for (const row of [4, 6, 1, 7]) {
      const statement = page.locator(`[data-key='row-${row}']`);
      await statement.evaluate((button) => scrollBy({ top: button.getBoundingClientRect().top - innerHeight + 60, behavior: "instant" }));
      await settled(page);
      await statement.tap();
      await page.locator(".nc-detail-row").waitFor();
      const { top, bottom, tabs } = await place();
      assert.ok(top >= tabs - 1, `row ${row} begins at ${top}, the tabs end at ${tabs}`);
      assert.ok(bottom <= 845 || top < tabs + 20, `row ${row} goes from ${top} to ${bottom}`);
    }
  }
});
