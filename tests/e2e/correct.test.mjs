// Correcting the machine in the page of its own, by keyboard and by name, from file:// with the network off.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { assertAccessible, assertQuiet, happened, setUp, settled, standalone } from "./support.mjs";

const shared = setUp();

const view = (page, name) => page.getByRole("button", { name, exact: true });

/** What the focus is on says. */
const focused = (page) => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);

/** Saves the comparison and gives it as read from the file. */
async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), view(page, "Save with corrections (JSON)").click()]);
  return JSON.parse(readFileSync(await download.path(), "utf8"));
}

for (const options of [{}, { viewport: { width: 390, height: 844 }, colorScheme: "dark" }]) {
  test(`a cell is corrected, undone, made again and taken along ${options.viewport ? "on a phone in the dark" : ""}`, async (t) => {
    const { page, seen } = await shared.open(t, standalone, { offline: true, ...options });
    await happened(page, "ready");
    await view(page, "Correct").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Correct the comparison" }).waitFor();
    await assertAccessible(page);
    const before = await saved(page);
    assert.equal(before.corrections, undefined);
    const [row] = before.claims;
    const column = row.cells.findIndex((cell) => cell.evidence.length > 0);
    const source = page.getByRole("group").filter({ has: page.getByRole("combobox", { name: "What this source does" }) }).nth(column);
    const stance = source.getByRole("combobox", { name: "What this source does" });
    const wanted = row.cells[column].stance === "contradicts" ? "supports" : "contradicts";
    const label = { contradicts: "conflicts", supports: "says so" }[wanted];

    const place = () => view(page, "Undo").evaluate((button) => button.getBoundingClientRect().top + scrollY);
    const unmoved = await place();
    await page.getByRole("textbox", { name: "Who corrects" }).fill("Ana");
    await stance.selectOption({ label });
    await source.getByRole("textbox", { name: "Why" }).fill("Read again.");
    await source.getByRole("button", { name: "Keep this judgement" }).press("Enter");
    await page.getByRole("status").filter({ hasText: "Done." }).waitFor();
    await page.getByText("What the program said first", { exact: true }).waitFor();
    assert.equal(await place(), unmoved, "what is said moves no button from under the pointer");
    await assertAccessible(page);
    const after = await saved(page);
    const cell = after.claims[0].cells[column];
    assert.deepEqual([cell.stance, cell.judged_by, cell.reasons[0].text], [wanted, "person", "Read again."]);
    assert.deepEqual(after.corrections.first, before.claims);
    assert.deepEqual(after.corrections.changes.map(({ by, change }) => [by, change]), [["Ana", "cell"]]);

    await view(page, "Undo").click();
    await settled(page);
    assert.deepEqual(await saved(page), before);
    await view(page, "Redo").click();
    await settled(page);
    assert.deepEqual(await saved(page), after);
    assert.equal(await stance.evaluate((select) => select.selectedOptions[0].label), label, "what is stored is what is shown");

    // The matrix shows what was corrected, and says whose it is.
    await view(page, "Compare").click();
    await settled(page);
    assert.match(await page.locator("[data-key^='row-']").first().textContent(), new RegExp(row.statement.slice(0, 20)));
    await page.locator(`[data-key='cell-0-${column}']`).filter({ visible: true }).first().click();
    await page.getByText("decided by a person").first().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.ok(wide, "nothing is wider than the window");
    assertQuiet(seen, [standalone]);
  });
}

test("going through a list by keyboard changes nothing, and the button does", async (t) => {
  const { page, seen } = await shared.open(t, standalone, { offline: true });
  await happened(page, "ready");
  // It begins with the claim that is open in the comparison.
  await page.locator("[data-key='row-2']").first().click();
  await view(page, "Correct").click();
  const claim = page.getByRole("combobox", { name: "Claim", exact: true });
  assert.equal(await claim.inputValue(), (await saved(page)).claims[2].id);
  await claim.selectOption({ index: 0 });
  await page.getByText("Split, merge or remove this claim").click();
  const merge = page.getByRole("combobox", { name: /merge that one into this/ });
  await merge.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("ArrowDown");
  await settled(page);
  assert.equal((await saved(page)).corrections, undefined);
  const before = (await saved(page)).claims;
  const other = await merge.inputValue();
  await view(page, "Remove this claim").press("Enter");
  await page.getByRole("status").filter({ hasText: "Done." }).waitFor();
  await settled(page);
  assert.equal(await focused(page), "Undo");
  // The focus stands on the step that can be taken next.
  for (const [step, next] of [["Undo", "Redo"], ["Redo", "Undo"], ["Undo", "Redo"]]) {
    await view(page, step).press("Enter");
    await page.waitForFunction((next) => document.activeElement?.shadowRoot?.activeElement?.textContent === next, next);
  }
  await page.getByText("Split, merge or remove this claim").click();
  await merge.selectOption(other);
  await view(page, "Merge").click();
  await page.getByRole("status").filter({ hasText: "Done." }).waitFor();
  const after = (await saved(page)).claims;
  assert.deepEqual([after.length, after.some(({ id }) => id === other)], [before.length - 1, false]);
  const verdict = page.getByRole("combobox", { name: "What it amounts to" });
  await verdict.selectOption({ index: 3 });
  assert.equal((await saved(page)).claims[0].verdict_by, undefined);
  const note = page.getByRole("textbox", { name: "Your note on it" });
  await note.fill("Ask again.");
  await view(page, "Keep this verdict").click();
  assert.equal(await note.inputValue(), "Ask again.", "keeping one field wipes no other");
  assert.equal((await saved(page)).claims[0].verdict_by, "person");
  await view(page, "Keep the note").click();
  await page.getByRole("textbox", { name: "The claim in words", exact: true }).filter({ visible: true }).first().fill("In other words.");
  await view(page, "Keep these words").click();
  assert.equal((await saved(page)).claims[0].statement_by, "person");
  await view(page, "Compare").click();
  await page.locator("[data-key='row-0']").first().click();
  await page.locator(".nc-detail .nc-why").getByText("(decided by a person)").waitFor();
  await page.locator(".nc-detail .nc-why").getByText("(worded by a person)").waitFor();
  await page.getByText("Note by a person: Ask again.").filter({ visible: true }).waitFor();
  // The verdict is one, the merged cells are others.
  await page.getByText(/with \d+ judgements? by a person/).filter({ visible: true }).waitFor();
  assertQuiet(seen, [standalone]);
});

test("words selected in an article become a claim, and a stance without words is refused in words", async (t) => {
  const { page, seen } = await shared.open(t, standalone, { offline: true });
  await happened(page, "ready");
  await view(page, "Correct").click();
  await page.getByText("Add a claim that was not found").click();
  const article = page.getByRole("textbox", { name: /The article/ }).filter({ visible: true }).last();
  const words = await article.evaluate((field) => {
    const start = field.value.search(/\S/);
    field.setSelectionRange(start, start + 40);
    return field.value.slice(start, start + 40).trim();
  });
  await page.getByRole("button", { name: "Add the claim" }).click();
  await page.getByRole("status").filter({ hasText: "Done." }).waitFor();
  const added = (await saved(page)).claims.at(-1);
  assert.deepEqual([added.id, added.statement, added.cells[0].evidence[0].exact], ["p1", words, words]);
  assert.ok(added.cells.slice(1).every(({ stance }) => stance === "unjudged"));

  const claim = page.getByRole("combobox", { name: "Claim", exact: true });
  await claim.selectOption("p1");
  const second = page.getByRole("group").filter({ has: page.getByRole("combobox", { name: "What this source does" }) }).nth(1);
  await second.getByRole("combobox", { name: "What this source does" }).selectOption({ label: "says so" });
  await second.getByRole("button", { name: "Keep this judgement" }).click();
  // Why is said beside what was pressed, and belongs to it.
  const why = second.getByRole("alert");
  await why.filter({ hasText: "Words of the article that show it are needed" }).waitFor();
  const keep = second.getByRole("button", { name: "Keep this judgement" });
  assert.equal(await keep.getAttribute("aria-describedby"), await why.getAttribute("id"));
  const [a, b] = [await keep.boundingBox(), await why.boundingBox()];
  assert.ok(Math.abs(b.y - a.y - a.height) < 60, `${a.y} ${b.y}`);
  await assertAccessible(page);
  await claim.selectOption({ index: 0 });
  await settled(page);
  assert.equal(await page.getByRole("alert").filter({ visible: true }).count(), 0);
  await claim.selectOption("p1");
  const statement = page.getByRole("textbox", { name: "The claim in words" }).filter({ visible: true }).first();
  await statement.fill(" ");
  await page.getByRole("button", { name: "Keep these words" }).filter({ visible: true }).click();
  await page.getByRole("alert").filter({ visible: true }).waitFor();
  assert.equal(await statement.getAttribute("aria-invalid"), "true");
  await page.getByRole("button", { name: /^Take back: Added/ }).click();
  await settled(page);
  assert.equal((await saved(page)).corrections, undefined);
  assertQuiet(seen, [standalone]);
});

test("what is begun and not kept is still there after a look at another claim, view or story", async (t) => {
  const { page, seen } = await shared.open(t, standalone, { offline: true });
  await happened(page, "ready");
  await page.locator("[data-key='row-1']").first().click();
  await view(page, "Correct").click();
  const shown = (locator) => locator.filter({ visible: true });
  const note = shown(page.getByRole("textbox", { name: "Your note on it" }));
  const why = shown(page.getByRole("textbox", { name: "Why" })).first();
  const stance = shown(page.getByRole("combobox", { name: "What this source does" })).first();
  const claim = shown(page.getByRole("combobox", { name: "Claim", exact: true }));
  const begun = await claim.inputValue();
  const other = (await stance.inputValue()) === "2" ? "3" : "2";
  await note.fill("Ask the ministry.");
  await why.fill("It says so below.");
  await stance.selectOption(other);
  const isThere = async () => {
    assert.equal(await claim.inputValue(), begun);
    assert.deepEqual([await note.inputValue(), await why.inputValue(), await stance.inputValue()], ["Ask the ministry.", "It says so below.", other]);
  };
  await claim.selectOption({ index: 4 });
  assert.equal(await note.inputValue(), "", "each claim has its own");
  await claim.selectOption(begun);
  await isThere();
  await view(page, "Compare").click();
  await view(page, "Correct").click();
  await isThere();
  await view(page, "Stories").click();
  await page.locator(".nc-story").nth(1).getByRole("button").click();
  await happened(page, "ready", 2);
  await view(page, "Correct").click();
  assert.equal(await note.inputValue(), "");
  await view(page, "Stories").click();
  await page.locator(".nc-story").nth(0).getByRole("button").click();
  await happened(page, "ready", 3);
  await view(page, "Correct").click();
  await isThere();
  // Another claim that is opened in the comparison is the one that is wanted.
  await view(page, "Compare").click();
  await page.locator("[data-key='row-3']").first().click();
  await view(page, "Correct").click();
  assert.equal(await claim.inputValue(), "c4");
  await claim.selectOption(begun);
  await isThere();
  await shown(page.getByRole("button", { name: "Keep the note" })).click();
  await page.getByRole("status").filter({ hasText: "Done." }).waitFor();
  const row = (await saved(page)).claims.find(({ id }) => id === begun);
  assert.equal(row.note, "Ask the ministry.");
  assertQuiet(seen, [standalone]);
});
