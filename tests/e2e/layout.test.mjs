// What is seen at once on the screens that people have: a low laptop, a phone, a page zoomed to 400 %, names of any length.

import assert from "node:assert/strict";
import { test } from "node:test";
import { made } from "./made.mjs";
import { embedded, happened, host, setUp, settled, standalone } from "./support.mjs";
import { comparison } from "./story.mjs";

const LAPTOP = { width: 1366, height: 650 };
const PHONE = { width: 390, height: 844 };
const shared = setUp({ "/empty": host(`<news-compare id="it"></news-compare>`) });

/** Opens a page with this story, its first claim open. */
async function open(t, story, viewport) {
  const { page } = await shared.open(t, "/empty", { viewport });
  await page.evaluate((story) => { document.querySelector("#it").data = story; }, story);
  await happened(page, "ready", 2);
  await openClaim(page);
  return page;
}

async function openClaim(page) {
  await page.locator(".nc-statement").first().click();
  await page.locator(".nc-detail").waitFor();
  await settled(page);
}

test("on a low laptop the quotations of an opened claim have room, with four sources too", async (t) => {
  const { page } = await shared.open(t, standalone, { viewport: LAPTOP, locale: "en-US" });
  await page.getByRole("button", { name: "Stories", exact: true }).click();
  await page.getByRole("button", { name: /Open “Tea/ }).click();
  await page.getByRole("heading", { name: /Tea and broken hips/ }).first().waitFor();
  await page.locator(".nc-statement").first().waitFor();
  await openClaim(page);
  const box = await page.locator(".nc-table-box").boundingBox();
  assert.ok(box.height >= 300, `the claims are ${box.height} high`);
  // What stands in the way of the first quotation is not the line of buttons at the end.
  const quote = await page.locator(".nc-quote").first().boundingBox();
  const end = await page.locator(".nc-detail .nc-actions").boundingBox();
  assert.ok(quote.y + quote.height <= end.y, "the first quotation is in sight with all that belongs to it");
  // The letters that choose articles stand in one line with the steps: names are read right above and in the heads.
  const [picker, steps] = await Promise.all([".nc-picker", ".nc-steps"].map((part) => page.locator(part).boundingBox()));
  assert.ok(picker.y < steps.y + steps.height && steps.y < picker.y + picker.height, "letters and steps share a line");
  assert.equal(await page.getByRole("button", { name: "Daily Lantern", pressed: true }).count(), 1, "a letter is still called by its name");
});

test("with eight sources and a low screen the names beside the letters give way, and are still said", async (t) => {
  const page = await open(t, made(8, 60), LAPTOP);
  assert.ok((await page.locator(".nc-picker").boundingBox()).height < 40);
  assert.equal(await page.locator(".nc-picker").getByRole("button", { name: /Grünhafen Morning Chronicle/ }).count(), 1);
  await page.setViewportSize({ width: 1366, height: 1000 });
  assert.ok((await page.locator(".nc-picker .nc-name").first().boundingBox()).width > 50, "where there is room they are seen");
});

test("a name of any length stays in its quotation, beside its letter", async (t) => {
  const long = "Donaudampfschifffahrtsgesellschaftskapitänszeitung für die nördlichen Landkreise";
  const story = structuredClone(comparison);
  for (const document of story.corpus.documents) document.outlet = `${long} ${document.id}`;
  for (const viewport of [PHONE, LAPTOP]) {
    const page = await open(t, story, viewport);
    const { scrollWidth, clientWidth } = await page.locator(".nc-detail").evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} in ${clientWidth}`);
    const [badge, name] = await Promise.all([".nc-badge", ".nc-name"].map((part) => page.locator(`.nc-quote figcaption ${part}`).first().boundingBox()));
    assert.ok(name.x > badge.x && name.y < badge.y + badge.height, "letter and name share a line");
  }
});

test("on a phone the letter of a source stands nearer to its own sign than to its neighbour's", async (t) => {
  const page = await open(t, made(20, 100), PHONE);
  const gaps = await page.locator(".nc-open").evaluate((row) => {
    const cells = [...row.querySelectorAll(".nc-cell")].filter((cell) => cell.getBoundingClientRect().width > 0);
    return cells.map((cell) => {
      const { paddingInlineEnd, paddingInlineStart, columnGap } = getComputedStyle(cell);
      return { inside: parseFloat(columnGap), around: parseFloat(paddingInlineEnd) + parseFloat(paddingInlineStart) };
    });
  });
  assert.ok(gaps.length > 2 && gaps.every(({ inside, around }) => around > 2 * inside), JSON.stringify(gaps));
});

test("whatever is pressed is 24 pixels wide and high at least, in every width", async (t) => {
  for (const viewport of [PHONE, { width: 1440, height: 900 }]) {
    const page = await open(t, { ...comparison, claims: comparison.claims.map((claim) => ({ ...claim, cells: claim.cells.map((cell) => ({ ...cell, judged_by: "rule" })) })) }, viewport);
    const small = await page.evaluate(() => {
      const parts = [...document.querySelector("#it").shadowRoot.querySelectorAll("button, a, select, summary, input:not(label input)")];
      const sizes = parts.map((part) => [part.className || part.localName, part.getBoundingClientRect()]);
      return sizes.filter(([, { width, height }]) => width > 1 && Math.min(width, height) < 24).map(([name, { width, height }]) => `${name} ${width} × ${height}`);
    });
    assert.deepEqual(small, []);
  }
});

test("zoomed to 400 % nothing stands still in front of the quotations", async (t) => {
  const page = await open(t, comparison, { width: 360, height: 225 });
  const still = await page.evaluate(() => {
    const parts = document.querySelector("#it").shadowRoot.querySelectorAll(".nc-app *");
    const stands = (part) => {
      const { position, insetBlockStart, insetBlockEnd } = getComputedStyle(part);
      return position === "sticky" && (insetBlockStart !== "auto" || insetBlockEnd !== "auto") && part.getBoundingClientRect().width > 1;
    };
    return [...parts].filter(stands).map((part) => part.className);
  });
  assert.deepEqual(still, []);
});

test("with four to eight sources no window is so wide that the claims scroll sideways", async (t) => {
  const { page } = await shared.open(t, "/empty");
  const claims = () => page.locator(".nc-table-box").evaluate((box) => {
    const cell = box.querySelector(".nc-cell").getBoundingClientRect();
    return { over: box.scrollWidth - box.clientWidth, cell: cell.width, isTable: box.querySelector("thead").clientWidth > 1 };
  });
  for (const [at, sources] of [4, 6, 8].entries()) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.evaluate((story) => { document.querySelector("#it").data = story; }, made(sources, 40));
    await happened(page, "ready", at + 2);
    // With a third article the claims have less room.
    for (const articles of [2, 3]) {
      if (articles === 3) await page.locator(".nc-letter-button[aria-pressed=false]").first().click();
      for (const width of [1440, 1366, 1300, 1280, 1200, 1120, 1080, 820, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        const { over, cell, isTable } = await claims();
        const where = `${sources} sources, ${articles} articles, ${width} px`;
        assert.ok(over <= 0, `${where}: ${over} px hidden`);
        assert.ok(cell >= 24, `${where}: a cell is ${cell} px wide`);
        if (width === 390) assert.ok(!isTable, `${where}: a list`);
        else if (sources < 6 || width === 820 || width > 1280) assert.ok(isTable, `${where}: a table`);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  }
});

test("on a phone and zoomed to 400 % the views of the page take two lines, in English and in Spanish", async (t) => {
  for (const locale of ["en-US", "es-ES"]) {
    const { page } = await shared.open(t, standalone, { viewport: PHONE, locale });
    for (const width of [PHONE.width, 360, 320]) {
      await page.setViewportSize({ ...PHONE, width });
      const { height } = await page.locator(".nc-views").boundingBox();
      assert.ok(height < 90, `${locale}, ${width} px: ${height}`);
    }
  }
});

test("on a phone every view begins at one edge", async (t) => {
  const { page } = await shared.open(t, standalone, { viewport: PHONE, locale: "en-US" });
  for (const name of ["Your articles", "Correct", "Take it along", "Lesson", "Worksheet", "Stories", "Guides"]) {
    await page.getByRole("button", { name, exact: true }).click();
    const left = await page.evaluate(() => {
      const words = [...document.querySelector("news-compare").shadowRoot.querySelectorAll(".nc-step, .nc-desk h2")];
      return Math.min(...words.filter((part) => part.checkVisibility()).map((part) => part.getBoundingClientRect().left));
    });
    assert.equal(left, 16, name);
  }
});

test("on a phone the first claim is in the first screen, with what its sources do, below the bars of the browser too", async (t) => {
  const { page } = await shared.open(t, standalone, { viewport: PHONE, locale: "en-US" });
  const end = async (page) => {
    const { y, height } = await page.locator(".nc-row").first().boundingBox();
    return y + height;
  };
  assert.ok((await end(page)) <= 664, `it ends at ${await end(page)}`);
  // Its cells have words, so that the signs need none before them; in a row of signs alone they do.
  const legend = async (page) => (await page.locator(".nc-legend").boundingBox()).y;
  assert.ok((await legend(page)) > (await end(page)));
  const { page: many } = await shared.open(t, "/empty", { viewport: PHONE });
  const { text } = embedded.documents[1];
  const documents = Array.from({ length: 20 }, (_, at) => ({ id: `d${at}`, outlet: `The Daily Observer of Town ${at}`, text }));
  await many.evaluate((story) => { document.querySelector("#it").data = story; }, { format: "news-compare.corpus/1", title: "The flood", documents });
  await happened(many, "ready", 2);
  assert.match(await many.locator(".nc-independent").innerText(), /^20 sources, 1 independent\.$/, "who prints one text is a press away");
  await many.getByText("What each source tells").click();
  assert.ok(await many.getByText(/print nearly the same text/).isVisible());
  await many.getByText("What each source tells").click();
  const { y } = await many.locator(".nc-row").first().boundingBox();
  assert.ok((await legend(many)) < y && y <= 600, `it begins at ${y}`);
});

test("buttons have the height of buttons, and a box to tick stands level with its words", async (t) => {
  const { page } = await shared.open(t, standalone, { locale: "en-US" });
  await openClaim(page);
  await page.getByRole("button", { name: "Correct", exact: true }).click();
  const leave = page.getByRole("button", { name: "Leave these words out" }).first();
  const heights = [await leave.boundingBox(), await page.getByRole("button", { name: "Keep the note" }).boundingBox()].map(({ height }) => height);
  assert.equal(heights[0], heights[1]);
  await page.getByRole("button", { name: "Worksheet", exact: true }).click();
  const choice = page.locator(".nc-print-choices .nc-choice").first();
  const [box, words] = await choice.evaluate((choice) => {
    const middle = ({ top, bottom }) => (top + bottom) / 2;
    const range = document.createRange();
    range.selectNodeContents(choice.lastElementChild ?? choice);
    return [middle(choice.querySelector("input").getBoundingClientRect()), middle(range.getClientRects()[0])];
  });
  assert.ok(Math.abs(box - words) < 2, `${box} beside ${words}`);
});

test("on a projector of 1,280 by 720 claim, hands and signs are in sight at once", async (t) => {
  const { page } = await shared.open(t, standalone, { viewport: { width: 1280, height: 720 }, locale: "en-US" });
  for (const title of ["Flood", "Tea"]) {
    await page.getByRole("button", { name: "Stories", exact: true }).click();
    await page.getByRole("button", { name: new RegExp(`Open “${title}`) }).click();
    await page.getByRole("button", { name: "Lesson", exact: true }).click();
    await page.getByRole("heading", { name: new RegExp(`A lesson with “${title}`) }).waitFor();
    await page.getByRole("button", { name: "Begin" }).click();
    const [signs, foot] = await Promise.all([".nc-sign-list", ".nc-lesson-foot"].map((part) => page.locator(`${part}:visible`).boundingBox()));
    assert.ok(signs.y + signs.height <= foot.y, `${title}: ${signs.y + signs.height} below ${foot.y}`);
  }
});

test("on a projector of 1,280 by 720 all three sources of a claim are in sight when it is revealed", async (t) => {
  const { page } = await shared.open(t, standalone, { viewport: { width: 1280, height: 720 }, locale: "en-US" });
  await page.getByRole("button", { name: "Stories", exact: true }).click();
  await page.getByRole("button", { name: /Open “Flood/ }).click();
  await page.getByRole("heading", { name: /Flood at Harrow Bend/ }).first().waitFor();
  await page.getByRole("button", { name: "Lesson", exact: true }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  for (const field of await page.getByRole("spinbutton").all()) await field.fill("5");
  await page.getByRole("button", { name: "Reveal", exact: true }).click();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const last = await page.locator(".nc-wall-source").last().boundingBox();
  const foot = await page.locator(".nc-lesson-foot").boundingBox();
  assert.ok(last.y + last.height <= foot.y, `${last.y + last.height} below ${foot.y}`);
  const size = await page.locator(".nc-wall-source blockquote").first().evaluate((quote) => parseFloat(getComputedStyle(quote).fontSize));
  assert.ok(size >= 22, `large enough for the last row: ${size}`);
});

test("a lesson zoomed to 400 % hides no words: no bar before them, and names beside the signs", async (t) => {
  const { page } = await shared.open(t, standalone, { viewport: { width: 320, height: 256 }, locale: "en-US" });
  await page.getByRole("button", { name: "Stories", exact: true }).click();
  await page.getByRole("button", { name: /Open “Flood/ }).click();
  await page.getByRole("button", { name: "Lesson", exact: true }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByText("Claim 1 of").waitFor();
  assert.equal(await page.locator(".nc-lesson-foot").evaluate((foot) => getComputedStyle(foot).position), "static");
  const { name, scrolled } = await page.locator(".nc-table-scroll").evaluate((box) => {
    box.scrollLeft = 1000;
    return { name: box.querySelector("tbody th").getBoundingClientRect().left, scrolled: box.scrollLeft };
  });
  assert.ok(scrolled > 50 && name >= 0, `after ${scrolled} px the name is at ${name}`);
});

test("a claim opens with a capital in every way to read it, and keeps its own letters in the page", async (t) => {
  const story = structuredClone(comparison);
  story.claims[0].statement = "nobody was hurt.";
  const page = await open(t, story, LAPTOP);
  const statement = page.locator(".nc-statement > span").first();
  assert.equal(await statement.textContent(), "nobody was hurt.");
  assert.match(await page.locator(".nc-statement").first().innerText(), /^Nobody was hurt\./);
  await page.getByRole("button", { name: "Read in order" }).click();
  const claimed = page.locator(".nc-claim .nc-claimed").first();
  assert.equal(await claimed.innerText(), "Nobody was hurt.");
  assert.equal(await claimed.evaluate((words) => getComputedStyle(words).fontWeight), "600");
});
