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
  // In the page a box to tick is pressed by its words as well.
  const { page } = await shared.open(t, standalone, { viewport: PHONE, locale: "en-US" });
  const smallInView = () => page.evaluate(() => {
    const parts = [...document.querySelector("news-compare").shadowRoot.querySelectorAll("button, a, select, summary, textarea, input:not(label input)")];
    const sizes = parts.filter((part) => part.checkVisibility()).map((part) => [part.getAttribute("aria-label") ?? part.textContent, part.getBoundingClientRect()]);
    return sizes.filter(([, { width, height }]) => width > 1 && Math.min(width, height) < 24).map(([name, { width, height }]) => `${name} ${width} × ${height}`);
  });
  for (const name of ["Your articles", "Correct", "Take it along", "Worksheet", "Stories", "Guides", "Lesson", "Begin"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await settled(page);
    assert.deepEqual(await smallInView(), [], name);
  }
});

test("a title and a note without a gap stay inside the page", async (t) => {
  const story = structuredClone(comparison);
  story.corpus.title = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(5);
  story.corpus.note = "https://example.org/".padEnd(300, "x");
  for (const viewport of [PHONE, LAPTOP]) {
    const page = await open(t, story, viewport);
    const { width } = await page.locator(".nc-title").boundingBox();
    const { wide, over } = await page.evaluate(() => {
      const title = document.querySelector("#it").shadowRoot.querySelector(".nc-title");
      return { wide: document.documentElement.scrollWidth - innerWidth, over: title.scrollWidth - title.clientWidth };
    });
    assert.ok(wide <= 0 && over <= 0 && width < viewport.width, `${wide} and ${over} px hidden`);
  }
});

test("names, headlines and addresses of any length make no view wider than a phone of 320 px", async (t) => {
  const { page } = await shared.open(t, standalone, { viewport: { width: 320, height: 640 }, locale: "en-US" });
  const press = async (name) => {
    await page.getByRole("button", { name, exact: true }).click();
    await settled(page);
  };
  await press("Your articles");
  const texts = ["Two people were hurt on Monday.", "Three people were hurt on Monday."];
  for (const [at, text] of texts.entries()) {
    await page.getByRole("textbox", { name: "Text" }).nth(at).fill(`${text} The levee broke at https://example.org/${"a".repeat(90)}.`);
    await page.getByRole("textbox", { name: "Outlet" }).nth(at).fill(`Donaudampfschifffahrtsgesellschaftskapitänszeitung ${at}`);
    await page.getByRole("textbox", { name: "Headline", exact: true }).nth(at).fill(`Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz ${at}`);
  }
  await page.getByRole("status").filter({ hasText: "2 articles:" }).waitFor();
  await press("See the comparison");
  await page.locator(".nc-row").first().waitFor();
  const views = ["Side by side", "Read in order", "Numbers and names", "Correct", "Take it along", "Worksheet", "Stories"];
  for (const name of [...views, "Guides", "How this was worked out", "Lesson", "Begin", "Reveal", "Show", "Compare answers"]) {
    await press(name);
    // What is cut off counts as well as what scrolls.
    const { wide, cut } = await page.evaluate(() => {
      const parts = [...document.querySelector("news-compare").shadowRoot.querySelectorAll(".nc-name, .nc-claimed, .nc-statement, h2, h3, h4, p, legend, summary")];
      const seen = parts.filter((part) => part.checkVisibility() && !part.closest(".nc-tabs, thead, .nc-hidden, .nc-letter-button"));
      return { wide: document.documentElement.scrollWidth, cut: seen.filter((part) => part.getBoundingClientRect().right > innerWidth).map((part) => part.textContent) };
    });
    assert.deepEqual({ wide, cut }, { wide: 320, cut: [] }, name);
  }
});

test("on a phone the ways to read take one line, and the search says whole what it is for", async (t) => {
  const page = await open(t, comparison, PHONE);
  assert.ok((await page.locator(".nc-modes").boundingBox()).height < 45);
  const { room, words } = await page.locator(".nc-find").evaluate((find) => {
    const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(find);
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = font;
    return { room: find.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd), words: pen.measureText(find.placeholder).width };
  });
  assert.ok(words <= room, `${words} px of words in ${room}`);
});

test("all claims begin at one edge, whatever the line before them", async (t) => {
  for (const viewport of [PHONE, LAPTOP]) {
    const page = await open(t, comparison, viewport);
    const edges = await page.locator(".nc-statement").evaluateAll((statements) => statements.map((statement) => {
      const words = document.createRange();
      words.selectNodeContents(statement);
      return words.getBoundingClientRect().left;
    }));
    assert.ok(edges.length === 4 && edges.every((edge) => Math.abs(edge - edges[0]) < 0.5), edges.join());
  }
});

test("on paper no claim is torn from what it amounts to and from the first who says so", async (t) => {
  const page = await open(t, comparison, LAPTOP);
  await page.getByRole("button", { name: "Read in order" }).click();
  await page.emulateMedia({ media: "print" });
  const [heading, lead, said] = await page.locator(".nc-claim").first().evaluate((claim) =>
    [...claim.children].slice(0, 3).map((part) => [getComputedStyle(part).breakInside, getComputedStyle(part).breakAfter]));
  assert.deepEqual([heading, lead, said[0]], [["avoid", "avoid"], ["avoid", "avoid"], "avoid"]);
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
    // Nothing of it scrolls, in any claim.
    for (let claim = 1; claim <= 6; claim += 1) {
      await page.getByText(`Claim ${claim} of 6`).waitFor();
      const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      assert.ok(over <= 0, `${title}, claim ${claim}: ${over} px hidden`);
      if (claim < 6) await page.keyboard.press("PageDown");
    }
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
  // What has the focus comes out from behind the name, also on the way back.
  const fields = await page.getByRole("spinbutton").all();
  for (const field of [...fields.slice(0, 5), ...fields.slice(0, 5).reverse()]) {
    await field.focus();
    const { left, end } = await field.evaluate((field) => ({
      left: field.getBoundingClientRect().left,
      end: field.closest("tr").querySelector("th").getBoundingClientRect().right,
    }));
    assert.ok(left >= end, `a field at ${left} behind a name that ends at ${end}`);
  }
});

test("Page Down and Page Up go through a lesson zoomed to 400 % before they leave the claim", async (t) => {
  const { page } = await shared.open(t, standalone, { viewport: { width: 320, height: 256 }, locale: "en-US" });
  await page.getByRole("button", { name: "Stories", exact: true }).click();
  await page.getByRole("button", { name: /Open “Flood/ }).click();
  await page.getByRole("button", { name: "Lesson", exact: true }).click();
  await page.getByRole("button", { name: "Begin" }).click();
  const at = async (key) => {
    if (key) await page.keyboard.press(key);
    await settled(page);
    const told = await page.locator(".nc-wall-at").textContent();
    return { claim: Number(told.match(/\d/)[0]), ...(await page.evaluate(() => ({ top: scrollY, left: document.documentElement.scrollHeight - innerHeight - scrollY }))) };
  };
  const seen = [await at()];
  while (seen.at(-1).claim === 1 && seen.length < 20) seen.push(await at("PageDown"));
  const [last, next] = seen.slice(-2);
  assert.ok(seen.length > 4 && last.left < 12, `left after ${seen.length} looks with ${last.left} px unseen`);
  // The next one begins at its top.
  const frame = await page.locator(".nc-lesson").boundingBox();
  assert.ok(next.claim === 2 && frame.y >= -1, `claim ${next.claim} begins at ${frame.y}`);
  const down = await at("PageDown");
  const up = await at("PageUp");
  assert.deepEqual([down.claim, down.top > next.top, up.claim, up.top <= next.top], [2, true, 2, true]);
  assert.equal((await at("PageUp")).claim, 1);
  // What is at the end is read by the same key.
  await page.getByRole("spinbutton").first().fill("5");
  await page.getByRole("button", { name: "Compare answers" }).click();
  await page.getByRole("heading", { name: "With the key" }).waitFor();
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press("PageDown");
  assert.ok((await page.evaluate(() => scrollY)) > before);
});

test("a button that cannot be pressed keeps its words under the pointer", async (t) => {
  const { page } = await shared.open(t, standalone, { locale: "en-US" });
  await page.getByRole("button", { name: "Your articles", exact: true }).click();
  const see = page.getByRole("button", { name: "See the comparison" });
  const look = () => see.evaluate((button) => {
    const { color, backgroundColor } = getComputedStyle(button);
    return [color, backgroundColor];
  });
  const before = await look();
  await see.hover({ force: true });
  assert.deepEqual(await look(), before);
});

test("a claim opens with a capital in every way to read it, and keeps its own letters in the page", async (t) => {
  const story = structuredClone(comparison);
  story.claims[0].statement = "nobody was hurt.";
  const page = await open(t, story, LAPTOP);
  const statement = page.locator(".nc-statement > span").first();
  assert.equal(await statement.textContent(), "nobody was hurt.");
  assert.match(await page.locator(".nc-statement").first().innerText(), /^Nobody was hurt\./);
  // Above the article on a phone too.
  await page.setViewportSize(PHONE);
  await page.locator(".nc-tab").nth(1).click();
  assert.match(await page.locator(".nc-card p").innerText(), /^Nobody was hurt\./);
  await page.setViewportSize(LAPTOP);
  await page.getByRole("button", { name: "Read in order" }).click();
  const claimed = page.locator(".nc-claim .nc-claimed").first();
  assert.equal(await claimed.innerText(), "Nobody was hurt.");
  assert.equal(await claimed.evaluate((words) => getComputedStyle(words).fontWeight), "600");
});
