// axe, and the widths people have.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { made } from "./made.mjs";
import { happened, host, setUp, settled } from "./support.mjs";
import { comparison, corpus } from "./story.mjs";

const shared = setUp({ "/empty": host(`<news-compare id="it"></news-compare>`) });
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

for (const width of [1440, 768, 320]) {
  for (const colorScheme of ["light", "dark"]) {
    describe(`${width} px, ${colorScheme}`, () => {
      for (const [name, goTo] of Object.entries(scenes)) {
        test(name, async (t) => {
          const { page } = await shared.open(t, "/empty", { colorScheme, viewport: { width, height: 800 } });
          await goTo(page);
          await settled(page);
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.map(({ id, nodes: [node, ...more] }) => `${id}: ${node.html} – ${node.failureSummary} (and ${more.length} more)`);
          assert.deepEqual(found, []);
          const { wide, room } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, room: document.documentElement.clientWidth }));
          assert.ok(wide <= room, `the page is ${wide} px wide in ${room} px`);
        });
      }
    });
  }
}

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
});
