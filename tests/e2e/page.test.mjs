// What only the page of its own has: the strip of views and what they show. From file://, with the network off.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { made } from "./made.mjs";
import { assertAccessible, assertQuiet, happened, read, setUp, settled, standalone } from "./support.mjs";

const shared = setUp();

/** Opens the page without a network. */
const offline = (t, options = {}) => shared.open(t, standalone, { offline: true, ...options });

/** What the focus is on says. */
const focused = (page) => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent);

/** Fails when axe finds anything. */
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
  await story.getByRole("button", { name: /open/i }).press("Enter");
  const told = await happened(page, "ready", 2);
  assert.equal(await focused(page), "Compare", "the focus is where the story is");
  assert.match(told[1].title, /Tea and broken hips/);
  await page.getByRole("heading", { name: /Tea and broken hips/ }).first().waitFor();
  await page.getByRole("button", { name: "Stories", exact: true }).click();
  await page.getByRole("button", { name: `Open “${title}”` }).click();
  await happened(page, "ready", 3);
  await settled(page);
  assertQuiet(seen, [standalone]);
});

/** Opens the invented story of the flood and the view of lessons. */
async function openLesson(page) {
  await page.getByRole("button", { name: "Stories", exact: true }).click();
  await page.getByRole("button", { name: /Open “Flood/ }).click();
  await happened(page, "ready", 2);
  await page.getByRole("button", { name: "Lesson", exact: true }).click();
  await page.getByRole("heading", { name: /A lesson with/ }).waitFor();
}

test("in forced colours the step that is open is underlined, and no other", async (t) => {
  const { page } = await offline(t, { forcedColors: "active" });
  await openLesson(page);
  const lines = await page.locator(".nc-lesson .nc-step").evaluateAll((steps) => {
    document.body.style.background = "Canvas";
    const ground = getComputedStyle(document.body).backgroundColor;
    return steps.map((step) => getComputedStyle(step).borderBlockEndColor !== ground);
  });
  assert.deepEqual(lines, [true, false, false, false]);
});

/** Answers as a student does, by keyboard, and gives the file that is saved and the code. */
async function answersOf(t, name) {
  const { page, seen } = await offline(t, { viewport: { width: 390, height: 844 } });
  await openLesson(page);
  await page.getByRole("radio", { name: /student’s computer/ }).check();
  await page.getByRole("button", { name: "Begin" }).press("Enter");
  await settled(page);
  assert.equal(await focused(page), "Predict");
  for (let claim = 1; claim <= 6; claim += 1) {
    await page.getByText(`Claim ${claim} of 6`).waitFor();
    await settled(page);
    if (claim === 6) assert.equal(await focused(page), "Predict", "the button that can no longer be pressed gives the focus away");
    for (const group of await page.getByRole("group").filter({ has: page.getByRole("radio") }).all()) {
      const radios = group.getByRole("radio");
      if (claim === 1) {
        await radios.nth(1).check();
        continue;
      }
      await radios.first().focus();
      await page.keyboard.press("Space");
      for (let step = 0; step < claim % 5; step += 1) await page.keyboard.press("ArrowDown");
      assert.equal(await radios.nth(claim % 5).isChecked(), true);
    }
    if (claim === 3) await assertAccessible(page);
    // What the signs mean is at hand, open at first.
    assert.equal(await page.getByText("The source says the same.").isVisible(), claim === 1);
    const articles = await page.getByRole("heading", { name: "The articles" }).boundingBox();
    const handing = await page.getByRole("region", { name: "Hand over the answers" }).boundingBox();
    assert.equal(handing.y < articles.y, claim === 6, "answers are handed over behind the last claim");
    // The articles are scrolled through before the next claim comes.
    for (let press = 0; claim < 5 && (await page.getByText(`Claim ${claim} of 6`).count()) > 0; press += 1) {
      assert.ok(press < 20, `${press} presses`);
      await page.keyboard.press("PageDown");
      await settled(page);
    }
    if (claim === 5) await page.getByRole("button", { name: "Next claim" }).press("Enter");
  }
  await page.getByText("18 of 18 answered").waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  assert.ok(wide, "nothing is wider than the phone");
  await page.getByRole("textbox", { name: /your name/i }).fill(name);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as a file" }).click()]);
  assert.equal(download.suggestedFilename(), `${name}.answers.json`);
  const file = JSON.parse(readFileSync(await download.path(), "utf8"));
  await page.getByRole("button", { name: "Show as a code" }).click();
  const code = await page.getByRole("textbox", { name: /the code/i }).inputValue();
  assertQuiet(seen, [standalone]);
  return { file, code };
}

test("forty answer files come in at once, three of them broken, and the class is held against the key and itself", async (t) => {
  const { file, code } = await answersOf(t, "Ana");
  const signs = ["supports", "partly", "hedges", "contradicts", "omits"];
  const made = (at) => ({
    ...file,
    student: `Student ${at}`,
    mark: `00${String(at).padStart(2, "0")}`,
    answers: file.answers.map(({ row, cells }, place) => ({
      row,
      cells: Object.fromEntries(Object.keys(cells).map((id, column) => [id, signs[(at * (place + 1) + column) % (place + 2) % 5]])),
    })),
  });
  const files = Array.from({ length: 38 }, (_, at) => JSON.stringify(made(at)));
  files.push(files[3].slice(0, 120), JSON.stringify({ ...made(50), story: { title: "Another", fingerprint: "00000000" } }));
  files[5] = JSON.stringify({ ...made(5), answers: [{ row: "c1", cells: { a: "true" } }] });

  const { page, seen } = await offline(t, { viewport: { width: 1024, height: 768 } });
  await openLesson(page);
  await assertAccessible(page);
  await page.getByRole("radio", { name: /own computer/ }).check();
  await page.getByRole("checkbox", { name: /hide the names/i }).check();
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByText("No answers have come yet.").waitFor();
  const begun = Date.now();
  await page.locator("input[type=file]").setInputFiles(
    files.map((text, at) => ({ name: `answers-${at}.json`, mimeType: "application/json", buffer: Buffer.from(text) })),
  );
  await page.getByText("Answers of 37 students came; 3 files or codes left out.").waitFor();
  assert.ok(Date.now() - begun < 3000, "forty files are read without a pause");
  const out = page.getByRole("listitem").filter({ hasText: /answers-\d+\.json/ });
  assert.deepEqual((await out.allTextContents()).map((text) => text.split(":")[0]), ["answers-5.json", "answers-38.json", "answers-39.json"]);
  await page.getByText("answers-39.json: These are answers to another story, “Another”.").waitFor();
  // Codes count beside files, and a student who comes by both ways counts once.
  await page.getByText("Type or paste codes").click();
  await page.getByRole("textbox", { name: /codes/i }).fill(`Ana: ${code}\n`);
  await page.getByRole("button", { name: "Take them in" }).click();
  await page.getByText("Answers of 38 students came").waitFor();
  await assertAccessible(page);

  // A clicker leads on: hidden, shown, the next one.
  await page.keyboard.press("PageDown");
  await page.getByText("What does each source do with it?").waitFor();
  const pictures = page.getByRole("img", { name: /^The class: / });
  assert.equal(await pictures.count(), 3);
  assert.equal(await page.getByText("still hidden").count(), 3);
  await page.keyboard.press("PageDown");
  await page.getByText("still hidden").first().waitFor({ state: "detached" });
  assert.ok((await page.locator(".nc-lesson blockquote").count()) >= 2);
  // The key of an invented story is made by people.
  const claim = await page.locator(".nc-wall-claim").textContent();
  const { claims } = JSON.parse(read("tests/gold/harrow-bend-flood.gold.json"));
  assert.ok(claims.some(({ statement }) => claim.includes(statement)), claim);
  const said = await page.locator(".nc-lesson").textContent();
  for (const { outlet } of JSON.parse(read("corpora/harrow-bend-flood.json")).documents) {
    assert.ok(!said.includes(outlet), `${outlet} is hidden`);
  }
  await assertAccessible(page);
  // What is too long for the wall is scrolled through before the next claim comes.
  const end = page.getByRole("heading", { name: "With the key" });
  let presses = 0;
  for (; (await end.count()) === 0 && presses < 40; presses += 1) {
    await page.keyboard.press("PageDown");
    await settled(page);
  }
  assert.ok(presses >= 11, `${presses} presses`);
  const answered = 38 * 18;
  await page.getByText(new RegExp(`of ${answered} answers`)).waitFor();
  assert.equal(await page.getByRole("heading", { name: "Where the class is most divided" }).count(), 1);
  await page.getByRole("button", { name: "Show all 18 cells" }).click();
  assert.equal(await pictures.count(), 18);
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement?.matches(".nc-divided:nth-child(9)")), true);
  // The picture holds what the files say: each cell has 38 answers.
  for (const picture of await pictures.all()) {
    const counts = (await picture.getAttribute("aria-label")).match(/\d+/g).map(Number);
    assert.equal(counts.reduce((sum, count) => sum + count, 0), 38);
  }
  await page.getByRole("heading", { name: "Five questions to talk about" }).waitFor();
  await page.getByText("Show the list").click();
  assert.equal(await page.getByRole("table").last().getByRole("row").count(), 39);
  await assertAccessible(page);
  assertQuiet(seen, [standalone]);
});

test("hands are counted at the projector, and are still there after a look at another view", async (t) => {
  const { page, seen } = await offline(t, { viewport: { width: 1024, height: 768 }, colorScheme: "dark" });
  await openLesson(page);
  await page.getByRole("combobox", { name: "Timer" }).selectOption("1");
  await page.getByRole("button", { name: "Begin" }).click();
  const fields = page.getByRole("spinbutton");
  assert.equal(await fields.count(), 15);
  await fields.first().fill("21");
  await page.getByRole("button", { name: /^One more for/ }).nth(1).click();
  await assertAccessible(page);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByText("0:59").waitFor();
  await page.getByRole("button", { name: "Stories", exact: true }).click();
  await page.keyboard.press("PageDown");
  await page.getByRole("button", { name: "Lesson", exact: true }).click();
  assert.equal(await fields.first().inputValue(), "21");
  // Another story has a lesson of its own, and this one is found as it was left.
  await page.getByRole("button", { name: "Stories", exact: true }).click();
  await page.getByRole("button", { name: /Open “Tea/ }).click();
  await happened(page, "ready", 3);
  await page.getByRole("heading", { name: /A lesson with “Tea/ }).waitFor();
  await page.getByRole("button", { name: "Stories", exact: true }).click();
  await page.getByRole("button", { name: /Open “Flood/ }).click();
  await happened(page, "ready", 4);
  assert.equal(await fields.first().inputValue(), "21");
  const fits = await page.evaluate(() => {
    const { bottom } = document.querySelector("news-compare").shadowRoot.querySelector(".nc-hands").getBoundingClientRect();
    return bottom <= innerHeight;
  });
  assert.ok(fits, "claim and votes are on the wall without scrolling");
  await page.getByRole("button", { name: "Reveal", exact: true }).click();
  await page.getByRole("img", { name: "The class: 21 says so, 1 in part" }).waitFor();
  assertQuiet(seen, [standalone]);
});

test("a worksheet prints on A4 and Letter, the key on a sheet of its own, and nothing of the screen around it", async (t) => {
  const { page, seen } = await offline(t);
  await openLesson(page);
  await page.getByRole("button", { name: "Worksheet", exact: true }).click();
  // What a class is handed has no answers.
  assert.equal(await page.getByRole("heading", { name: "Key, for the teacher" }).count(), 0);
  await page.getByRole("checkbox", { name: "The key with quotations" }).check();
  await page.getByRole("heading", { name: "Key, for the teacher" }).waitFor();
  await assertAccessible(page);
  await page.getByRole("checkbox", { name: /hide the names/i }).check();
  await settled(page);
  const printed = await page.locator(".nc-worksheet").textContent();
  for (const { outlet } of JSON.parse(read("corpora/harrow-bend-flood.json")).documents) {
    assert.ok(!printed.includes(outlet), `${outlet} is hidden`);
  }
  assert.ok(!/Channel 8|interviewed by the Courier/.test(printed), "nor do their short names stand there");
  await page.emulateMedia({ media: "print" });
  for (const name of ["Print", "Lesson", "Compare"]) {
    assert.equal(await page.getByRole("button", { name, exact: true }).count(), 0, `${name} is not printed`);
  }
  for (const format of ["A4", "Letter"]) {
    const pdf = (await page.pdf({ format })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g).length;
    assert.ok(pages >= 3 && pages <= 6, `${format}: ${pages} pages`);
  }
  // Each article on a sheet of its own, for groups that read one each.
  const pages = async () => (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g).length;
  const together = await pages();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("checkbox", { name: "Each article on a sheet of its own" }).check();
  await settled(page);
  await page.emulateMedia({ media: "print" });
  assert.ok((await pages()) > together);
  assertQuiet(seen, [standalone]);
});

test("the page speaks the language of the browser, and another at the press of a button", async (t) => {
  const { page, seen } = await offline(t, { locale: "es-MX" });
  await happened(page, "ready");
  await page.getByRole("button", { name: "Clase", exact: true }).click();
  await assertAccessible(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "es-MX");
  const english = page.getByRole("button", { name: "English", exact: true });
  assert.equal(await english.getAttribute("lang"), "en");
  await english.press("Enter");
  await page.getByRole("button", { name: "Lesson", exact: true }).waitFor();
  await page.getByRole("heading", { name: /A lesson with/ }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  await page.getByRole("button", { name: "Español", exact: true }).press("Enter");
  await page.getByRole("button", { name: "Clase", exact: true }).waitFor();
  assertQuiet(seen, [standalone]);
});

test("the guides are read in the page in its language, and what was worked out is explained by the open story", async (t) => {
  const { page, seen } = await offline(t, { viewport: { width: 390, height: 844 } });
  await openLesson(page);
  await page.getByRole("button", { name: "Read the teacher’s page" }).click();
  await page.getByRole("heading", { name: "A lesson with News Compare" }).waitFor();
  await assertAccessible(page);
  for (const [button, heading] of [["For the reader", "How to read a comparison"], ["For the newsroom", "News Compare in the newsroom"]]) {
    await page.getByRole("button", { name: button }).click();
    await page.getByRole("heading", { name: heading }).waitFor();
  }
  await assertAccessible(page);
  await page.getByRole("button", { name: "How this was worked out" }).click();
  await page.getByText(/The examples are from “Flood at Harrow Bend/).waitFor();
  assert.ok((await page.locator(".nc-example").count()) > 5);
  const rules = await page.locator(".nc-rule h4, .nc-rules dt").allTextContents();
  const names = rules.map((rule) => rule.split(" · ")[0]);
  assert.deepEqual(names, [...new Set(names)], "rules of one name stand together");
  assert.deepEqual(rules.filter((rule) => / 1 times /.test(rule)), []);
  await assertAccessible(page);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the phone");
  await page.evaluate(() => {
    document.documentElement.lang = "es";
    document.querySelector("news-compare").lang = "es";
  });
  await page.getByRole("heading", { name: "Cómo se ha calculado" }).waitFor();
  await page.getByRole("button", { name: "Para el profesorado" }).click();
  await page.getByRole("heading", { name: "Una clase con News Compare" }).waitFor();
  await page.getByRole("button", { name: "historias para la clase" }).click();
  await page.getByRole("heading", { name: "Elegir una historia" }).waitFor();
  await assertAccessible(page);
  assertQuiet(seen, [standalone]);
});

test("forty students and sixty claims are taken in, led through and compared without a pause", async (t) => {
  const story = made(4, 60);
  const { page, seen } = await offline(t, { viewport: { width: 1024, height: 768 } });
  await page.evaluate((story) => Object.assign(document.querySelector("news-compare"), { data: story }), story);
  await happened(page, "ready", 2);
  await page.getByRole("button", { name: "Lesson", exact: true }).click();
  // The fingerprint is asked of the page itself, by a student's answer.
  await page.getByRole("combobox", { name: "How many claims" }).selectOption("60");
  await page.getByRole("radio", { name: /student’s computer/ }).check();
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("radio").first().check();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as a file" }).click()]);
  const { format, story: of } = JSON.parse(readFileSync(await download.path(), "utf8"));
  const signs = ["supports", "partly", "hedges", "contradicts", "omits"];
  const files = Array.from({ length: 40 }, (_, at) => ({
    name: `${at}.json`,
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify({
      format, story: of, student: `S${at}`, mark: `00${String(at).padStart(2, "0")}`, saved: 1,
      answers: story.claims.map(({ id, cells }, row) => ({
        row: id,
        cells: Object.fromEntries(cells.map(({ document }, column) => [document, signs[(at * 7 + row * 3 + column) % 5]])),
      })),
    })),
  }));
  await page.getByRole("button", { name: "Prepare", exact: true }).click();
  await page.getByRole("radio", { name: /own computer/ }).check();
  await page.getByRole("button", { name: "Begin" }).click();
  await page.locator("input[type=file]").setInputFiles(files);
  await page.getByText("Answers of 40 students came.").waitFor();
  /** How long the page is busy with a press, until it is painted. */
  const pause = (key) => page.evaluate(async (key) => {
    const begun = performance.now();
    window.dispatchEvent(new KeyboardEvent("keydown", { key }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - begun;
  }, key);
  const pauses = [];
  for (let press = 0; press < 20; press += 1) pauses.push(await pause("PageDown"));
  pauses.sort((a, b) => a - b);
  assert.ok(pauses[10] < 200, `a press takes ${pauses[10].toFixed(0)} ms`);
  await page.getByRole("button", { name: "Compare answers", exact: true }).click();
  await page.getByText(/of 9,600 answers/).waitFor();
  await page.getByRole("button", { name: "Show all 240 cells" }).click();
  assert.equal(await page.getByRole("img", { name: /^The class: / }).count(), 240);
  const [table] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the results as table (CSV)" }).click()]);
  const lines = readFileSync(await table.path(), "utf8").trim().split("\r\n");
  assert.equal(lines.length, 241);
  assert.equal(lines.slice(1).reduce((sum, line) => sum + Number(line.split(",").at(-1)), 0), 9600);
  assertQuiet(seen, [standalone]);
});

test("loading the page again shows the same view, story, claim and way to read", async (t) => {
  const { page } = await offline(t);
  const button = (name) => page.getByRole("button", { name, exact: true });
  const again = async () => {
    await page.reload();
    await happened(page, "ready");
  };
  const current = () => page.locator(".nc-view[aria-current]").textContent();
  const opened = page.locator(".nc-statement[aria-expanded=true]");
  assert.equal(page.url(), standalone, "the address is left alone");
  await page.locator("[data-key='row-2']").click();
  await opened.waitFor();
  await again();
  await opened.waitFor();
  assert.equal(await opened.getAttribute("data-key"), "row-2");
  // It is opened once: closed, it stays so, and so the next time.
  await opened.click();
  await again();
  await settled(page);
  assert.equal(await opened.count(), 0);
  assert.equal(page.url(), standalone);

  await openLesson(page);
  await again();
  await page.getByRole("heading", { name: /A lesson with “Flood/ }).waitFor();
  assert.equal(await current(), "Lesson");
  await button("Correct").click();
  await again();
  await page.getByRole("heading", { name: "Correct the comparison" }).waitFor();
  await button("Compare").click();
  await page.locator("[data-key='row-3']").click();
  await again();
  await opened.waitFor();
  assert.equal(await opened.getAttribute("data-key"), "row-3");
  await page.getByRole("heading", { name: /Flood/ }).first().waitFor();
  await button("Read in order").click();
  await again();
  await page.locator(".nc-linear").waitFor();
  // Whoever leaves and comes back finds the place.
  await page.goto("about:blank");
  await page.goBack();
  await page.locator(".nc-linear").waitFor();
  await page.getByRole("heading", { name: /Flood/ }).first().waitFor();
});

test("Back and Forward go from view to view and from story to story, each with its title, and so does an address that is typed", async (t) => {
  const { page, seen } = await offline(t);
  const [{ title }] = await happened(page, "ready");
  const button = (name) => page.getByRole("button", { name, exact: true });
  const opened = page.locator(".nc-statement[aria-expanded=true]");
  /** Waits until view and story are those of the title. */
  const at = (view, story) =>
    page.waitForFunction(
      ([view, story]) => {
        const current = document.querySelector("news-compare").shadowRoot.querySelector(".nc-view[aria-current]").textContent;
        return current === view && document.title.startsWith([...(view === "Compare" ? [] : [view]), story].join(" · "));
      },
      [view, story],
    );
  assert.equal(await page.title(), `${title} · News Compare`);
  await page.locator("[data-key='row-1']").click();
  await opened.waitFor();
  await button("Guides").click();
  await at("Guides", "News Compare");
  await button("Stories").click();
  await page.getByRole("button", { name: /Open “Flood/ }).click();
  await at("Compare", "Flood");
  const length = await page.evaluate(() => history.length);
  await page.locator("[data-key='row-2']").click();
  await button("Numbers and names").click();
  await button("Side by side").click();
  await settled(page);
  assert.equal(await page.evaluate(() => history.length), length, "a claim and a way to read are no steps");
  await button("Lesson").click();
  await at("Lesson", "Flood");

  await page.goBack();
  await at("Compare", "Flood");
  assert.equal(await opened.getAttribute("data-key"), "row-2");
  await page.goBack();
  await at("Stories", "News Compare");
  await page.goBack();
  await at("Guides", "News Compare");
  await page.goBack();
  await at("Compare", title);
  await opened.waitFor();
  assert.equal(await opened.getAttribute("data-key"), "row-1");
  assert.equal(new URL(page.url()).hash, "#claim=c2");
  for (let steps = 0; steps < 4; steps += 1) await page.goForward();
  await at("Lesson", "Flood");
  assert.equal(await page.evaluate(() => history.length), length + 1);

  const typed = (hash) => page.evaluate((hash) => void (location.hash = hash), hash);
  await typed("#story=1&claim=c2");
  await at("Compare", "Tea");
  await opened.waitFor();
  assert.equal(await opened.getAttribute("data-key"), "row-1");
  await typed("#story=1&claim=c4");
  await page.locator("[data-key='row-3'][aria-expanded=true]").waitFor();
  await typed("#view=guides&story=1");
  await at("Guides", "News Compare");
  await typed("");
  await at("Compare", title);
  assertQuiet({ ...seen, requests: seen.requests.map((url) => url.split("#")[0]) }, [standalone]);
});

test("the language that the reader has picked is spoken when the page is loaded again", async (t) => {
  const { page } = await offline(t, { locale: "es-MX" });
  const button = (name) => page.getByRole("button", { name, exact: true });
  await button("English").click();
  await button("Guides").click();
  await page.reload();
  await button("Guides").waitFor();
  await happened(page, "ready");
  await settled(page);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  await button("Español").click();
  // A step back to where another language was spoken changes none.
  await page.goBack();
  await page.locator(".nc-view[aria-current]").filter({ hasText: "Comparar" }).waitFor();
  await page.reload();
  await button("Guías").waitFor();
});
