// The articles beside each other: what a reader does with panes, marks and scrolling, by role and name, mostly with the keyboard alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { made } from "./made.mjs";
import { happened, host, setUp, settled } from "./support.mjs";

const shared = setUp({ "/empty": host(`<news-compare id="it"></news-compare>`) });
const story = made(6, 150);
const names = story.corpus.documents.map(({ outlet }) => outlet);

async function open(t, data = story, options = {}) {
  const { page } = await shared.open(t, "/empty", options);
  await page.evaluate((data) => { document.querySelector("#it").data = data; }, data);
  await happened(page, "ready", 2);
  return page;
}

/** The articles open, in the order in which they stand. */
const order = (page) => page.locator(".nc-pane").evaluateAll((panes) => panes.map((pane) => pane.getAttribute("aria-label")));

const focused = (page) =>
  page.evaluate(() => {
    const element = document.querySelector("news-compare").shadowRoot.activeElement;
    return element && { key: element.dataset.key, label: element.getAttribute("aria-label"), text: element.textContent };
  });

/** How far below the top of their boxes the chosen passages stand, in pixels. */
const heights = (page) =>
  page.locator(".nc-pane").evaluateAll((panes) =>
    panes.flatMap((pane) => {
      const passage = pane.querySelector("mark.nc-chosen");
      return passage ? [Math.round(passage.getBoundingClientRect().top - pane.querySelector(".nc-text").getBoundingClientRect().top)] : [];
    }));

test("panes are moved with the keyboard and by dragging, and the focus stays on what moved", async (t) => {
  const page = await open(t);
  await page.getByRole("button", { name: names[2] }).first().click();
  assert.deepEqual(await order(page), names.slice(0, 3));

  const handle = page.getByRole("button", { name: `Move ${names[0]}:` });
  await handle.focus();
  await page.keyboard.press("ArrowRight");
  await settled(page);
  assert.deepEqual(await order(page), [names[1], names[0], names[2]]);
  assert.match((await focused(page)).label, new RegExp(`^Move ${names[0]}`));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await settled(page);
  assert.deepEqual(await order(page), [names[1], names[2], names[0]], "no further than the end");

  const from = await page.getByRole("button", { name: `Move ${names[0]}:` }).boundingBox();
  const to = await page.getByRole("region", { name: names[1], exact: true }).boundingBox();
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 60, { steps: 6 });
  assert.equal(await page.locator(".nc-pane[data-goal]").getAttribute("aria-label"), names[1], "the goal is shown");
  await page.mouse.up();
  await settled(page);
  assert.deepEqual(await order(page), [names[0], names[1], names[2]]);
  assert.equal(await page.locator(".nc-pane[data-goal]").count(), 0);
});

test("any article can be read in any pane, and the pinned one stays first", async (t) => {
  const page = await open(t);
  await page.getByRole("combobox", { name: `Read another article in place of ${names[1]}` }).selectOption({ index: 5 });
  await settled(page);
  assert.deepEqual(await order(page), [names[0], names[5]]);
  assert.equal((await focused(page)).label, `Read another article in place of ${names[5]}`);

  await page.getByRole("button", { name: `Keep ${names[5]} first` }).press("Enter");
  await settled(page);
  assert.deepEqual(await order(page), [names[5], names[0]]);
  assert.equal(await page.getByRole("button", { name: `Move ${names[5]}:` }).count(), 0, "what is pinned does not move");

  // A cell of an article that is closed opens it, and the pinned one does not make room.
  const cell = page.locator(".nc-row td:nth-child(4):not(.nc-omits) button").first();
  await cell.click();
  await settled(page);
  assert.deepEqual(await order(page), [names[5], names[2]]);
  await page.getByRole("button", { name: `Close ${names[5]}` }).press("Enter");
  await settled(page);
  assert.ok((await focused(page)).text.includes(names[5]), "the focus is on what opens it again");
  assert.deepEqual(await order(page), [names[2]]);
});

test("choosing a claim brings its passages to one height, and scrolling by hand moves one article alone", async (t) => {
  const page = await open(t);
  await page.getByRole("button", { name: names[2] }).first().click();
  const places = new Set();
  for (let step = 0; step < 6; step += 1) {
    await page.getByRole("button", { name: "Next difference" }).press("Enter");
    await settled(page);
    const found = await heights(page);
    // Boxes scroll by whole pixels, lines do not.
    assert.ok(Math.max(...found) - Math.min(...found) <= 2, `passages at ${found}`);
    if (found.length > 1) places.add(await page.locator(".nc-open .nc-statement").textContent());
  }
  assert.ok(places.size > 1, "several of these claims are told by more than one open article");

  const scrolls = () => page.locator(".nc-text").evaluateAll((texts) => texts.map((text) => text.scrollTop));
  const before = await scrolls();
  await page.locator(".nc-text").first().hover();
  await page.mouse.wheel(0, before[0] > 300 ? -250 : 250);
  await page.waitForFunction(([first]) => document.querySelector("news-compare").shadowRoot.querySelector(".nc-text").scrollTop !== first, before);
  await settled(page);
  assert.deepEqual((await scrolls()).slice(1), before.slice(1));
});

test("on a screen of 1,920 the other side of a conflict opens in a third pane, with both passages at one height", async (t) => {
  const disputed = story.claims.find(({ verdict, cells }) => verdict === "disputed" && cells.some(({ stance }) => stance === "omits"));
  const [says, denies, silent] = ["supports", "contradicts", "omits"].map((told) => disputed.cells.findIndex(({ stance }) => stance === told));
  for (const [width, expected] of [[1920, [names[says], names[silent], names[denies]]], [1440, [names[says], names[silent]]]]) {
    const page = await open(t, story, { viewport: { width, height: 900 } });
    for (const [at, wanted] of [says, silent].entries()) {
      const now = (await order(page))[at];
      if (now !== names[wanted]) await page.getByRole("combobox", { name: `Read another article in place of ${now}` }).selectOption(String(wanted));
      await settled(page);
    }
    await page.locator(".nc-statement").filter({ hasText: disputed.statement }).press("Enter");
    await page.locator(".nc-detail-row").waitFor();
    // Twice as long as articles wait for the row that opens them.
    await page.waitForTimeout(100);
    await settled(page);
    assert.deepEqual(await order(page), expected);
    const found = await heights(page);
    assert.ok(Math.max(...found) - Math.min(...found) <= 2, `passages at ${found}`);
  }
});

test("the way out of a row longer than its box stays in sight", async (t) => {
  const page = await open(t, story, { viewport: { width: 1280, height: 560 } });
  await page.locator(".nc-statement").first().press("Enter");
  const [box, detail, close] = await Promise.all([".nc-table-box", ".nc-detail", ".nc-detail .nc-actions > button:last-of-type"].map((part) => page.locator(part).boundingBox()));
  assert.ok(detail.y + detail.height > box.y + box.height, "the row is longer than the box");
  assert.ok(close.y > box.y && close.y + close.height <= box.y + box.height + 1, "the button lies in it");
});

test("articles that scroll together follow by the passages they share, not by pixels", async (t) => {
  const page = await open(t);
  await page.getByRole("checkbox", { name: "Scroll together" }).check();
  const box = page.getByRole("region", { name: `Text of ${names[0]}` });
  await box.hover();
  for (let turn = 0; turn < 4; turn += 1) {
    await page.mouse.wheel(0, 170);
    await page.waitForTimeout(120);
  }
  await settled(page);
  // For each passage that both tell and that is in sight of the first: how far apart the two stand.
  const apart = await page.evaluate(() => {
    const screen = document.querySelector("news-compare").shadowRoot;
    const [a, b] = screen.querySelectorAll(".nc-text");
    const place = (box, mark) => mark.getBoundingClientRect().top - box.getBoundingClientRect().top;
    const line = a.clientHeight * 0.3;
    const statement = (mark) => mark.getAttribute("aria-description");
    const theirs = new Map([...b.querySelectorAll("mark")].map((mark) => [statement(mark), mark]));
    const shared = [...a.querySelectorAll("mark:not(.nc-single)")].filter((mark) => theirs.has(statement(mark)));
    const nearest = shared.sort((x, y) => Math.abs(place(a, x) - line) - Math.abs(place(a, y) - line))[0];
    return { a: place(a, nearest), b: place(b, theirs.get(statement(nearest))), line, scrolls: [a.scrollTop, b.scrollTop] };
  });
  assert.ok(apart.scrolls[1] > 0, "the other follows");
  assert.notEqual(apart.scrolls[0], apart.scrolls[1]);
  // The two may differ by as much as the passage is away from the line, stretched, no more.
  assert.ok(Math.abs(apart.a - apart.b) <= Math.abs(apart.a - apart.line) * 2 + 4, JSON.stringify(apart));
});

test("words of several claims offer them, Escape goes back to the words, and a choice leads to its claim", async (t) => {
  const data = structuredClone(story);
  const claim = structuredClone(data.claims[0]);
  data.claims.unshift({ ...claim, id: "twin", statement: "Another claim of the same words." });
  const page = await open(t, data);
  const speaks = claim.cells.findIndex(({ evidence }) => evidence.length > 0);
  await page.locator(".nc-cell").nth(speaks).click();
  await page.keyboard.press("Escape");
  const mark = page.getByRole("region", { name: `Text of ${names[speaks]}` }).getByRole("button", { name: claim.cells[speaks].evidence[0].exact });
  await mark.focus();
  const { key } = await focused(page);
  await page.keyboard.press("Enter");
  const group = page.getByRole("group", { name: "Claims that share these words" });
  await group.waitFor();
  assert.match((await focused(page)).text, /Another claim of the same words\./, "the focus is on the first of them");
  await page.keyboard.press("Escape");
  await group.waitFor({ state: "detached" });
  assert.equal((await focused(page)).key, key);

  await page.keyboard.press("Space");
  await group.waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".nc-detail-row").waitFor();
  await settled(page);
  assert.equal(await group.count(), 0);
  assert.match((await focused(page)).key, /^row-/, "the focus is on the claim");
  assert.ok((await focused(page)).text.startsWith(claim.statement));
  await page.keyboard.press("Escape");
  await settled(page);
  assert.equal((await focused(page)).key, key, "and back on the words");

  await mark.click();
  await group.waitFor();
  await page.getByRole("searchbox").click();
  await group.waitFor({ state: "detached" });
  assert.equal(await page.locator(".nc-detail-row").count(), 0, "nothing was chosen");
});

test("words of two claims have a line for each, below each other, and the sign of the stronger in its own colour", async (t) => {
  const data = structuredClone(story);
  const claim = data.claims.find(({ verdict }) => verdict === "disputed");
  const speaks = claim.cells.findIndex(({ evidence }) => evidence.length > 0);
  data.claims.push({ ...structuredClone(claim), id: "twin", statement: "The same again." });
  data.claims.push({ ...structuredClone(claim), id: "other", statement: "Something else.", verdict: "agreed" });
  const page = await open(t, data);
  await page.locator(".nc-cell").nth(speaks).click();
  const mark = page.locator("mark.nc-disputed").filter({ has: page.locator(".nc-under .nc-under") }).first();
  const { styles, offsets, sign, own } = await mark.evaluate((mark) => {
    const lines = [mark, ...mark.querySelector(".nc-first").querySelectorAll(".nc-under")].map((line) => getComputedStyle(line));
    return {
      styles: lines.map((line) => line.textDecorationStyle).sort(),
      offsets: lines.map((line) => line.textUnderlineOffset),
      sign: getComputedStyle(mark.querySelector(".nc-glyph")).color,
      own: getComputedStyle(mark).getPropertyValue("--nc-c"),
    };
  });
  assert.deepEqual(styles, ["solid", "wavy", "wavy"]);
  assert.equal(new Set(offsets).size, 3);
  assert.equal(own.trim(), "#b5390a");
  assert.equal(sign, "rgb(181, 57, 10)");
});

test("the word of a mark is shown while it has the pointer or the focus", async (t) => {
  const page = await open(t);
  const mark = page.locator(".nc-pane").first().locator("mark.nc-disputed").first();
  await mark.focus();
  const hint = page.locator(".nc-pane").first().locator(".nc-hint");
  await hint.waitFor();
  assert.match(await hint.textContent(), /^disputed /);
  await page.getByRole("searchbox").focus();
  await hint.waitFor({ state: "detached" });
  await mark.hover();
  await hint.waitFor();
});

test("differences are stepped through by letters, but not while typing, and the keys are listed", async (t) => {
  const page = await open(t);
  const statements = page.locator(".nc-row .nc-statement");
  await statements.first().focus();
  await page.keyboard.press("n");
  await page.locator(".nc-open").waitFor();
  const first = await page.locator(".nc-open .nc-statement").textContent();
  await page.keyboard.press("n");
  await settled(page);
  assert.notEqual(await page.locator(".nc-open .nc-statement").textContent(), first);
  await page.keyboard.press("p");
  await settled(page);
  assert.equal(await page.locator(".nc-open .nc-statement").textContent(), first);
  assert.match(await page.locator(".nc-stepper").textContent(), /^Difference 1 of \d+$/);

  // The focus goes with the claim, wherever it was, and back to it when its detail goes.
  await page.locator(".nc-text").first().focus();
  await page.keyboard.press("n");
  await settled(page);
  const { key } = await focused(page);
  assert.equal(key, await page.locator(".nc-open .nc-statement").getAttribute("data-key"));
  await page.locator(".nc-detail .nc-actions").getByRole("button", { name: "Close" }).press("Enter");
  await page.locator(".nc-open").waitFor({ state: "detached" });
  assert.equal((await focused(page)).key, key);

  await page.getByRole("button", { name: "Read in order" }).click();
  await page.keyboard.press("/");
  await page.getByRole("searchbox").waitFor();
  await settled(page);
  await page.keyboard.type("pn?");
  assert.equal(await page.getByRole("searchbox").inputValue(), "pn?");
  assert.equal(await page.getByRole("dialog").count(), 0);
  await page.getByRole("searchbox").fill("");

  const button = page.getByRole("button", { name: "Keys" });
  await button.focus();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await dialog.waitFor();
  assert.ok((await dialog.textContent()).includes("Next difference"));
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assert.equal((await focused(page)).key, "keys");
  await page.keyboard.press("Enter");
  await dialog.waitFor();
  await page.getByRole("button", { name: "Close", exact: true }).press("Enter");
  await dialog.waitFor({ state: "hidden" });
});

test("the strip at the edge leads to the place that it pictures", async (t) => {
  const page = await open(t);
  const pane = page.locator(".nc-pane").first();
  const strip = pane.getByRole("img", { name: /^Passages of this article: / });
  const { x, y, height } = await strip.boundingBox();
  await page.mouse.click(x + 1, y + height - 2);
  await page.waitForFunction(() => {
    const text = document.querySelector("news-compare").shadowRoot.querySelector(".nc-text");
    return text.scrollTop > (text.scrollHeight - text.clientHeight) * 0.8;
  });
});

test("an article in Arabic runs from right to left beside one in English", async (t) => {
  const text = "قال مسؤولون إن خمسة أشخاص على الأقل لقوا حتفهم في الزلزال الذي ضرب الإقليم يوم الثلاثاء.";
  const data = { ...story.corpus, documents: [story.corpus.documents[0], { id: "ar", outlet: "الجريدة", lang: "ar", text }] };
  const page = await open(t, data);
  const sides = await page.locator(".nc-pane").evaluateAll((panes) =>
    panes.map((pane) => {
      const [strip, text] = [".nc-strip", ".nc-text"].map((part) => pane.querySelector(part).getBoundingClientRect());
      return [getComputedStyle(pane.querySelector(".nc-text")).direction, strip.left < text.left ? "left" : "right"];
    }));
  assert.deepEqual(sides, [["ltr", "left"], ["rtl", "right"]]);
  assert.ok(await page.getByText("(ar) is in a language that is not analysed yet").isVisible());
});
