// axe, and the widths and colours people have.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { made } from "./made.mjs";
import { assertAccessible, happened, host, setUp, settled } from "./support.mjs";
import { comparison, corpus } from "./story.mjs";

const empty = host(`<news-compare id="it"></news-compare>`);
const shared = setUp({ "/empty": empty, "/right-to-left": empty.replace("<html ", `<html dir="rtl" `) });
const set = (page, data) => page.evaluate((data) => { document.querySelector("#it").data = data; }, data);

/** What can be on the screen, and how to get there. */
const scenes = {
  "the embedded story": async () => {},
  "the embedded story with a row open": async (page) => {
    await page.locator(".nc-statement").first().click();
    await page.locator(".nc-detail-row").waitFor();
  },
  "every stance, with a row open": async (page) => {
    await set(page, comparison);
    await happened(page, "ready", 2);
    await page.locator(".nc-statement").nth(1).click();
    await page.locator(".nc-detail-row").waitFor();
  },
  "every stance, read in order": async (page) => {
    await set(page, comparison);
    await happened(page, "ready", 2);
    await page.getByRole("button", { name: "Read in order" }).click();
    await page.getByRole("article").first().waitFor();
  },
  "numbers and names": async (page) => {
    await set(page, comparison);
    await happened(page, "ready", 2);
    await page.getByRole("button", { name: "Numbers and names" }).click();
    await page.getByRole("heading", { name: "Numbers" }).waitFor();
  },
  "the keys": async (page) => {
    await page.getByRole("button", { name: "Keys" }).click();
    await page.getByRole("dialog").waitFor();
  },
  "four of six articles, with words that claims share": async (page) => {
    const story = made(6, 60);
    const claim = story.claims.find(({ verdict, cells }) => verdict !== "single-source" && cells[0].evidence.length > 0);
    story.claims.unshift({ ...claim, id: "twin" });
    await set(page, story);
    await happened(page, "ready", 2);
    for (const letter of [2, 3]) await page.locator(".nc-letter-button").nth(letter).dispatchEvent("click");
    const tab = page.locator(".nc-tab").nth(1);
    if (await tab.isVisible()) await tab.click();
    await page.locator(".nc-pane mark[aria-description*='share']:visible").first().click();
    await page.getByRole("group", { name: "Claims that share these words" }).waitFor();
  },
  "an article from right to left": async (page) => {
    const text = "قال مسؤولون إن خمسة أشخاص على الأقل لقوا حتفهم في الزلزال الذي ضرب الإقليم يوم الثلاثاء.";
    await set(page, { ...corpus, documents: [corpus.documents[0], { id: "ar", outlet: "الجريدة", lang: "ar", text }] });
    await happened(page, "ready", 2);
  },
  "an error": async (page) => {
    await set(page, { format: "news-compare.corpus/1", documents: [] });
    await happened(page, "error");
  },
  "one document": async (page) => {
    await set(page, { ...corpus, documents: corpus.documents.slice(0, 1) });
    await happened(page, "ready", 2);
  },
};

/** The widths of a wall, a desk, a tablet and a phone; and colours that the reader's system dictates. */
const readers = [
  { width: 1920, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
  { width: 1280, colorScheme: "light", forcedColors: "active" },
  { width: 1280, colorScheme: "dark", forcedColors: "active" },
  { width: 768, colorScheme: "light" },
  { width: 320, colorScheme: "light" },
  { width: 320, colorScheme: "dark" },
];

for (const { width, ...colors } of readers) {
  describe(`${width} px, ${colors.forcedColors ? "forced " : ""}${colors.colorScheme}`, () => {
    for (const [name, goTo] of Object.entries(scenes)) {
      test(name, async (t) => {
        const { page } = await shared.open(t, "/empty", { ...colors, viewport: { width, height: 800 } });
        await goTo(page);
        await settled(page);
        await assertAccessible(page);
        const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: document.documentElement.clientWidth }));
        assert.ok(wide <= room, `the page is ${wide} px wide in ${room} px`);
      });
    }
  });
}

for (const colorScheme of ["light", "dark"]) {
  test(`in forced ${colorScheme} colours marked words are read like those around, and parts of coverage differ in form`, async (t) => {
    const { page } = await shared.open(t, "/empty", { colorScheme, forcedColors: "active" });
    await set(page, comparison);
    await happened(page, "ready", 2);
    const colors = await page.locator(".nc-text p:has(.nc-mark)").evaluateAll((lines) =>
      lines.flatMap((line) => [...line.querySelectorAll(".nc-mark")].map((mark) => [getComputedStyle(mark).color, getComputedStyle(line).color])));
    assert.ok(colors.length > 2);
    for (const [mark, around] of colors) assert.equal(mark, around);
    const heights = await page.locator(".nc-sources li:last-child rect").evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().height));
    const [untold, alone, shared_] = heights;
    assert.ok(alone < shared_ && shared_ === untold, `${heights}`);
    const lines = await page.locator(".nc-part").evaluateAll((parts) => parts.map((part) => getComputedStyle(part).borderBlockStartStyle));
    assert.equal(new Set(lines).size, 4, `${lines}`);
  });
}

test("in a page from right to left the tool is read in its own direction and each article in its own", async (t) => {
  const { page } = await shared.open(t, "/right-to-left");
  await scenes["an article from right to left"](page);
  const direction = (selector, at = 0) => page.locator(selector).nth(at).evaluate((one) => getComputedStyle(one).direction);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), "rtl");
  assert.equal(await direction(".nc-summary"), "ltr");
  assert.equal(await direction(".nc-coverage-words"), "ltr");
  assert.equal(await direction(".nc-text"), "ltr");
  assert.equal(await direction(".nc-text", 1), "rtl");
  const [left, right] = await Promise.all([0, 1].map((at) => page.locator(".nc-pane").nth(at).boundingBox()));
  assert.ok(left.x < right.x, "the first article stands first");
  const [strip, text] = await Promise.all([".nc-strip", ".nc-text"].map((part) => page.locator(".nc-pane").nth(1).locator(part).boundingBox()));
  assert.ok(strip.x > text.x, "the strip stands where the lines begin");
});

test("on a phone the articles are a tab away and the chosen claim stays with them", async (t) => {
  const { page } = await shared.open(t, "/empty", { viewport: { width: 320, height: 700 }, hasTouch: true });
  await set(page, comparison);
  await happened(page, "ready", 2);
  assert.equal(await page.locator(".nc-pane:visible").count(), 0);
  await page.locator(".nc-statement").first().tap();
  await page.locator(".nc-detail-row").waitFor();
  await page.locator(".nc-tab", { hasText: "River Daily" }).tap();
  await settled(page);
  assert.equal(await page.locator(".nc-pane:visible").count(), 1);
  assert.ok(await page.locator(".nc-pane:visible").getByText("Two people were slightly hurt, police said.").isVisible());
  const claim = page.locator(".nc-card");
  assert.ok((await claim.textContent()).includes("Nobody was hurt."));
  // Coming from a claim, the tab of the article is in sight.
  await page.locator(".nc-tab").first().tap();
  const out = () => page.locator(".nc-tab[aria-pressed=true]").evaluate((tab) => Math.ceil(tab.getBoundingClientRect().right - innerWidth));
  await page.getByRole("button", { name: /^Show in/ }).filter({ visible: true }).last().tap();
  await settled(page);
  assert.ok((await out()) <= 0, `the tab lies ${await out()} px outside`);
});
