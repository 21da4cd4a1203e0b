// What only the page of its own has: the strip of views and what they show. From file://, with the network off.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { assertQuiet, happened, setUp, settled, standalone } from "./support.mjs";

const shared = setUp();

/** Opens the page without a network. */
const offline = (t, options = {}) => shared.open(t, standalone, { offline: true, ...options });

/** Fails when axe finds anything. */
async function assertAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(", ")}`), []);
}

test("an invented story is chosen with its questions at hand, and the first one is found again as it was left", async (t) => {
  const { page, seen } = await offline(t);
  const [{ title }] = await happened(page, "ready");
  await page.getByRole("searchbox", { name: /find/i }).fill("trade");
  await page.getByRole("button", { name: "Stories", exact: true }).click();
  await page.getByRole("heading", { name: "Choose a story" }).waitFor();
  assert.equal(await page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) }).count(), 6);
  await assertAccessible(page);
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  assert.equal(await page.getByRole("searchbox", { name: /find/i }).inputValue(), "trade");

  await page.getByRole("button", { name: "Stories", exact: true }).focus();
  await page.keyboard.press("Enter");
  const story = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /tea/i }) });
  await story.getByText("Five questions").click();
  assert.equal(await story.locator("ol li").count(), 5);
  await story.getByRole("button", { name: /open/i }).click();
  const told = await happened(page, "ready", 2);
  assert.match(told[1].title, /Tea and broken hips/);
  await page.getByRole("heading", { name: /Tea and broken hips/ }).first().waitFor();
  await page.getByRole("button", { name: "Stories", exact: true }).click();
  await page.getByRole("button", { name: `Open “${title}”` }).click();
  await happened(page, "ready", 3);
  await settled(page);
  assertQuiet(seen, [standalone]);
});
