// The other ways to read the same comparison: in order under headings, as a table of values, and on paper.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { comparison } from "./story.mjs";
import { assertAccessible, happened, host, setUp, settled } from "./support.mjs";

const shared = setUp({ "/empty": host(`<news-compare id="it"></news-compare>`) });

async function open(t, options) {
  const { page } = await shared.open(t, "/empty", options);
  await page.evaluate((data) => { document.querySelector("#it").data = data; }, comparison);
  await happened(page, "ready", 2);
  return page;
}

test("claims are read in order under headings, by keyboard, and lead back to the articles", async (t) => {
  const page = await open(t);
  await page.getByRole("button", { name: "Read in order" }).press("Enter");
  await page.getByRole("region", { name: "Read in order" }).waitFor();
  const claims = page.getByRole("heading", { level: 3 });
  assert.equal(await claims.count(), comparison.claims.length);
  assert.match(await claims.first().textContent(), /^Disputed Nobody was hurt\.$/);
  const sources = page.getByRole("article").first().getByRole("heading", { level: 4 });
  assert.deepEqual(
    (await sources.allTextContents()).map((text) => text.replace(/\s+/g, " ").trim()),
    ["The Northern Post says so attributed to Anna Behrens", "River Daily conflicts in its own voice", "Source C says so in its own voice"],
  );
  await page.locator(".nc-bar").getByRole("button", { name: /disputed/ }).press("Enter");
  await settled(page);
  assert.equal(await claims.count(), 1, "the filters hold here too");

  await page.getByRole("button", { name: "Read it beside the articles" }).press("Enter");
  await page.locator(".nc-detail-row").waitFor();
  await settled(page);
  const key = await page.evaluate(() => document.querySelector("news-compare").shadowRoot.activeElement.dataset.key);
  assert.equal(key, "row-0");
});

test("the comparison is saved as files from a dialog, as the interface gives them, and the focus returns", async (t) => {
  const page = await open(t);
  const button = page.getByRole("button", { name: "Save", exact: true });
  const formats = { "Save as table (CSV)": ["csv-bom", ".csv"], "Save as text (Markdown)": ["markdown", ".md"], "Save as data (JSON)": ["json", ".json"] };
  for (const [name, [format, ending]] of Object.entries(formats)) {
    await button.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Save this comparison" });
    await dialog.waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name }).click()]);
    assert.ok(download.suggestedFilename().endsWith(ending), download.suggestedFilename());
    const text = readFileSync(await download.path(), "utf8");
    assert.equal(text, await page.evaluate((format) => document.querySelector("#it").export(format), format));
    assert.equal(await dialog.count(), 0, "it closes");
  }
  await button.press("Enter");
  await assertAccessible(page, { include: "news-compare" });
  await page.keyboard.press("n");
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.querySelector("#it").shadowRoot.activeElement.textContent), "Save");
  assert.equal(await page.locator(".nc-detail-row").count(), 0, "keys pressed in the dialog are none of the screen behind");
});

test("numbers for the same thing stand in a table, and lead to their claim", async (t) => {
  const page = await open(t);
  await page.getByRole("button", { name: "Numbers and names" }).press("Enter");
  const numbers = page.getByRole("table", { name: "Numbers" });
  const row = numbers.getByRole("row").filter({ hasText: "340 houses were flooded in Verden." });
  const cells = (await row.getByRole("cell").allTextContents()).map((text) => text.replace(/\s+/g, " ").trim());
  assert.deepEqual(cells, ["some more exact than others", "A340 houses", "BAt least 300 houses", "C–not given"]);
  // A filter that hides them all says that it does, and how to see them again.
  await page.locator(".nc-bar").getByRole("button", { name: /by one source/ }).press("Enter");
  await page.getByText("None of the claims shown has a number, date or name").waitFor();
  await page.locator(".nc-values").getByText("1 of 4 claims shown.").waitFor();
  await page.locator(".nc-values").getByRole("button", { name: "Clear filters" }).press("Enter");
  await row.getByRole("button").press("Enter");
  await page.locator(".nc-detail-row").waitFor();
  assert.match(await page.locator(".nc-open").textContent(), /340 houses/);
});

for (const name of ["Side by side", "Read in order", "Numbers and names"]) {
  test(`on paper “${name}” shows everything, without boxes that scroll and with links spelled out`, async (t) => {
    const page = await open(t);
    await page.getByRole("button", { name }).click();
    await page.emulateMedia({ media: "print" });
    await settled(page);
    const seen = await page.evaluate(() => {
      const screen = document.querySelector("news-compare").shadowRoot;
      const visible = (element) => element.checkVisibility() && element.getClientRects().length > 0;
      const boxes = [...screen.querySelectorAll(".nc-scroll")].filter(visible);
      return {
        cut: boxes.filter((box) => box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY !== "visible").length,
        controls: [...screen.querySelectorAll(".nc-action, .nc-tool, .nc-mode, .nc-tools > *, .nc-stepper, .nc-swap")].filter(visible).length,
        sticky: [...screen.querySelectorAll("*")].filter((element) => visible(element) && getComputedStyle(element).position === "sticky").length,
        links: [...screen.querySelectorAll(".nc-link")].filter(visible).map((link) => getComputedStyle(link, "::after").content),
      };
    });
    assert.equal(seen.cut, 0);
    assert.equal(seen.controls, 0);
    assert.equal(seen.sticky, 0);
    if (name === "Side by side") assert.ok(seen.links.length > 0 && seen.links.every((content) => content.includes("http")), JSON.stringify(seen.links));
  });
}
