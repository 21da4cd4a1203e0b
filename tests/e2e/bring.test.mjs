// Articles of the reader's own in the page: pasted, typed, dropped and chosen, compared as one goes. From file://, with the network off.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { assertAccessible, assertQuiet, embedded, happened, setUp, settled, standalone } from "./support.mjs";

const shared = setUp();

const POST = "River rises in Harrow Bend\n\nThe river rose two metres on Monday. Nine people were rescued by the fire brigade. The mayor said the dam was safe.";
const HERALD = "<h1>Flood in Harrow Bend</h1><p>Twelve people were rescued by the fire brigade on Monday.</p><p>The <a href='x'>river</a> rose two metres.</p>";
const RADIO = "The fire brigade rescued nine people in Harrow Bend on Monday.";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const texts = (page) => page.getByRole("textbox", { name: "Text", exact: true });
const headlines = (page) => page.getByRole("textbox", { name: "Headline", exact: true });

async function open(t, options = {}) {
  const { page, seen } = await shared.open(t, standalone, { offline: true, ...options });
  await happened(page, "ready");
  await button(page, "Your articles").click();
  await page.getByRole("heading", { name: "Your articles" }).waitFor();
  return { page, seen };
}

/** Pastes into a field as the clipboard does. */
async function paste(field, data) {
  await field.focus();
  await field.evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    for (const [kind, text] of Object.entries(data)) clipboardData.setData(kind, text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true });
    if (element.dispatchEvent(event)) {
      element.setRangeText(data["text/plain"] ?? "", element.selectionStart, element.selectionEnd, "end");
      element.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    }
  }, data);
}

const told = (page, text) => page.getByRole("status").filter({ hasText: text }).filter({ visible: true }).waitFor();

/** The comparison as it would be saved, by the method of the element. */
const compared = (page) => page.evaluate(() => document.querySelector("news-compare").analyze());

test("three articles are pasted and typed, compared as one goes, corrected, and edited with the correction kept", async (t) => {
  const { page, seen } = await open(t);
  await assertAccessible(page);
  await paste(texts(page).first(), { "text/plain": POST });
  assert.equal(await headlines(page).first().inputValue(), "River rises in Harrow Bend");
  assert.match(await texts(page).first().inputValue(), /^The river rose two metres/);
  await told(page, "1 article:");
  await paste(texts(page).nth(1), { "text/html": HERALD, "text/plain": "anything" });
  assert.equal(await headlines(page).nth(1).inputValue(), "Flood in Harrow Bend");
  assert.match(await texts(page).nth(1).inputValue(), /on Monday\.\n\nThe river rose two metres\.$/);
  await texts(page).nth(2).pressSequentially(RADIO);
  await page.getByRole("textbox", { name: "Outlet" }).nth(2).fill("Radio Bend");
  await told(page, "3 articles:");
  await assertAccessible(page);

  const first = await compared(page);
  assert.deepEqual(first.corpus.documents.map(({ id, outlet, title }) => [id, outlet, title]), [
    ["a1", undefined, "River rises in Harrow Bend"],
    ["a2", undefined, "Flood in Harrow Bend"],
    ["a3", "Radio Bend", undefined],
  ]);
  assert.ok(first.claims.some(({ verdict }) => verdict === "disputed"), JSON.stringify(first.claims.map((row) => row.statement)));
  await button(page, "See the comparison").click();
  await page.getByRole("heading", { name: "River rises in Harrow Bend" }).first().waitFor();
  await page.getByText("Radio Bend").first().waitFor();

  await button(page, "Correct").click();
  await page.getByRole("textbox", { name: "Note" }).first().fill("Ask the brigade.");
  await page.getByRole("button", { name: /Keep.*note/i }).first().click();
  await told(page, "Done.");
  await button(page, "Your articles").click();
  await texts(page).first().press("Control+End");
  await texts(page).first().pressSequentially(" Schools stay closed on Tuesday.");
  await page.waitForFunction(async () => {
    const { corpus } = await document.querySelector("news-compare").analyze();
    return corpus.documents[0].text.endsWith("Tuesday.");
  });
  await settled(page);
  await button(page, "Compare").click();
  await page.getByText("Schools stay closed on Tuesday.").first().waitFor();
  await button(page, "Correct").click();
  await page.getByRole("button", { name: /^Take back: Note/ }).waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Note" }).first().inputValue(), "Ask the brigade.");
  assertQuiet(seen, [standalone]);
});

test("headline, byline and day of a pasted text go into their fields, and a text that is there twice counts once", async (t) => {
  const { page, seen } = await open(t);
  const field = (name, at = 0) => page.getByRole("textbox", { name, exact: true }).nth(at).inputValue();
  // Two short notes may say the same by chance.
  const body = `${POST.split("\n\n")[1]} The county opened a shelter in the high school on Monday night. About forty people slept there, most of them from the lower town.`;
  await paste(texts(page).first(), { "text/plain": `River rises in Harrow Bend\nBy Jane Doe\nJanuary 12, 2026\n\n${body}` });
  const more = page.getByText("Author, link, language").first();
  await more.click();
  assert.deepEqual(
    [await field("Headline"), await field("Author"), await field("Date"), await field("Text")],
    ["River rises in Harrow Bend", "Jane Doe", "2026-01-12", body],
  );
  await paste(texts(page).nth(1), { "text/html": `<h1>Flood</h1><p>By Ann Lee | 2026-01-13</p><p>${RADIO}</p><p>It rained.</p>` });
  assert.deepEqual([await field("Headline", 1), await field("Date", 1)], ["Flood", "2026-01-13"]);
  assert.match(await field("Text", 1), /^The fire brigade/);
  await paste(texts(page).nth(2), { "text/plain": body });
  await told(page, "3 articles:");
  await told(page, "3 sources, 2 independent.");
  await button(page, "See the comparison").click();
  const bar = await page.locator(".nc-bar").textContent();
  await button(page, "Your articles").click();
  const status = await page.locator(".nc-own-status").textContent();
  for (const verdict of ["agreed", "told by one source"]) {
    const count = (text) => text.match(new RegExp(`(\\d+) ${verdict}`))?.[1] ?? "0";
    assert.equal(count(status), count(bar), `${verdict}: ${status} – ${bar}`);
  }
  assertQuiet({ ...seen, requests: seen.requests.map((url) => url.split("#")[0]) }, [standalone]);
});

test("the claims keep their room beside many articles of one's own", async (t) => {
  const { page, seen } = await open(t, { viewport: { width: 1440, height: 900 } });
  for (let at = 0; at < 15; at += 1) await texts(page).nth(at).fill(`${RADIO} The river rose by ${at + 2} metres at the bridge.`);
  await told(page, "15 articles:");
  await button(page, "See the comparison").click();
  const claim = page.locator(".nc-statement").first();
  await claim.waitFor();
  await settled(page);
  const { width } = await claim.boundingBox();
  assert.ok(width > 150, `the claims have ${width} pixels`);
  assertQuiet(seen, [standalone]);
});

test("articles in a language that is not analysed are said to be so, where they are typed and in the comparison", async (t) => {
  const { page, seen } = await open(t);
  await texts(page).first().fill("El río creció dos metros el lunes. Nueve personas fueron rescatadas por los bomberos durante la noche.");
  await texts(page).nth(1).fill("Los bomberos rescataron a doce personas el lunes. El alcalde dijo que la presa era segura y que nadie resultó herido.");
  await told(page, "do not seem to be in English");
  await assertAccessible(page);
  await button(page, "See the comparison").click();
  await page.getByRole("note").filter({ hasText: "Source A and Source B do not seem to be in English" }).waitFor();
  assertQuiet(seen, [standalone]);
});

test("what is looked for is found with and without its accents", async (t) => {
  const { page, seen } = await open(t);
  await texts(page).first().fill("The mayor of Mérida resigned on Monday. Nine people were rescued by the fire brigade.");
  await texts(page).nth(1).fill(RADIO);
  await told(page, "2 articles:");
  await button(page, "See the comparison").click();
  for (const words of ["merida", "MÉRIDA", "Me\u0301rida"]) {
    await page.locator(".nc-find").fill(words);
    await settled(page);
    const found = await page.locator(".nc-statement").allTextContents();
    assert.ok(found.length > 0 && found.every((statement) => statement.includes("Mérida")), `${words}: ${found}`);
  }
  assertQuiet(seen, [standalone]);
});

test("leaving with articles that are nowhere else is asked about first", async (t) => {
  const { page } = await open(t);
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  await page.reload();
  await happened(page, "ready");
  assert.deepEqual(asked, []);
  await button(page, "Your articles").click();
  await texts(page).first().click();
  await texts(page).first().pressSequentially(RADIO);
  await told(page, "1 article:");
  await page.reload();
  assert.deepEqual(asked, ["beforeunload"]);
});

test("an article is moved and removed by keyboard, and every step is undone and made again", async (t) => {
  const { page, seen } = await open(t, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  for (const [at, text] of ["One river rose.", "Two bridges fell.", "Three roads closed."].entries()) await texts(page).nth(at).fill(text);
  const all = () => texts(page).evaluateAll((areas) => areas.map((area) => area.value.split(" ")[0]));
  await button(page, "Move up article 3").focus();
  await page.keyboard.press("Enter");
  await settled(page);
  assert.deepEqual(await all(), ["One", "Three", "Two", ""]);
  // The focus stays on the button of the article that was moved, also when it is the first and goes no further.
  const focused = () => page.evaluate(() => document.querySelector("news-compare").shadowRoot.activeElement?.ariaLabel ?? document.querySelector("news-compare").shadowRoot.activeElement?.textContent);
  await told(page, "Article moved to place 2.");
  for (let time = 0; time < 2; time += 1) {
    await page.keyboard.press("Enter");
    await settled(page);
    assert.deepEqual(await all(), ["Three", "One", "Two", ""]);
    assert.equal(await focused(), "Move up article 1");
  }
  await told(page, "Article moved to place 1.");
  await button(page, "Remove article 1").press("Enter");
  await told(page, "removed. Undo brings it back.");
  assert.deepEqual(await all(), ["One", "Two", ""]);
  await page.keyboard.press("Enter");
  await settled(page);
  assert.deepEqual(await all(), ["Three", "One", "Two", ""]);
  await told(page, "Undone: 3 articles.");
  await button(page, "Remove all").press("Enter");
  await told(page, "No article has a text yet.");
  await told(page, "All articles removed. Undo brings them back.");
  assert.deepEqual(await all(), [""]);
  assert.equal(await focused(), "Undo");
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press("Enter");
    await settled(page);
  }
  assert.ok(await button(page, "Undo").isDisabled());
  assert.equal(await focused(), "Redo");
  assert.deepEqual(await all(), [""]);
  for (let step = 0; step < 4; step += 1) await button(page, "Redo").click();
  assert.deepEqual(await all(), ["One", "Three", "Two", ""]);
  await assertAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
  assert.ok(wide, "nothing is wider than the window");
  assertQuiet(seen, [standalone]);
});

test("what is wrong in a field is said beside it, and the comparison goes on without it", async (t) => {
  const { page, seen } = await open(t);
  await texts(page).first().fill(RADIO);
  const date = page.getByRole("textbox", { name: "Date" });
  await date.fill("Monday");
  assert.equal(await date.getAttribute("aria-invalid"), "true");
  await page.getByText("Not a date: write it as 2026-01-31.").waitFor();
  await page.getByText("Author, link, language").click();
  await page.getByRole("textbox", { name: "Link" }).fill("javascript:alert(1)");
  await page.getByText("Not a link").waitFor();
  await assertAccessible(page);
  await told(page, "1 article:");
  await date.fill("2026-01-12");
  assert.equal(await date.getAttribute("aria-invalid"), null);
  await page.waitForFunction(async () => (await document.querySelector("news-compare").analyze()).corpus.documents[0].published === "2026-01-12");
  assert.equal((await compared(page)).corpus.documents[0].url, undefined);
  assertQuiet(seen, [standalone]);
});

const PAGE = `<!doctype html><html lang="es-MX"><head><meta charset="windows-1252"><title>x</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"El r\u00edo crece","publisher":{"name":"La Voz"},"author":[{"name":"Ana"},{"name":"Luis"}],"datePublished":"2026-01-12T10:00:00+0100"}</script>
<link rel="canonical" href="https://example.org/rio"></head><body><nav><p>Portada</p></nav><article><h1>El r\u00edo</h1>
<p>El r\u00edo creci\u00f3 dos metros el lunes, seg\u00fan el ayuntamiento de Harrow Bend, que cerr\u00f3 tres puentes.</p>
<p>Nueve personas fueron rescatadas por los bomberos durante la noche y nadie result\u00f3 herido, dijo el alcalde.</p>
<aside><p>Publicidad</p></aside></article></body></html>`;

const file = (name, body, mimeType = "text/plain") => ({ name, mimeType, buffer: Buffer.isBuffer(body) ? body : Buffer.from(body) });

test("files of every kind are read, and each that is not is named with the reason", async (t) => {
  const { page, seen } = await open(t);
  const corpus = { format: "news-compare.corpus/1", documents: [{ id: "x", outlet: "Wire", text: RADIO }, { id: "y", text: POST }] };
  await page.locator("input[type=file]").filter({ visible: true }).setInputFiles([
    file("note.txt", POST),
    file("page.html", Buffer.from(PAGE, "latin1"), "text/html"),
    file("report.md", `# Flood *report*\n\nThe **river** rose.\n`),
    file("story.json", JSON.stringify(corpus)),
    file("old.txt", Buffer.from("Nadie result\u00f3 herido.", "latin1")),
    file("thin.html", "<!doctype html><title>Thin</title><body><div>Only a few words.</div>", "text/html"),
    file("broken.json", '{"format": "news-compare.corpus/1", "documents": [{"id": 3}]}'),
    file("picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe])),
    file("empty.txt", " "),
  ]);
  const list = page.getByRole("status").filter({ hasText: "note.txt" });
  await list.waitFor();
  const lines = await list.getByRole("listitem").allTextContents();
  assert.deepEqual(lines.map((line) => line.split(": ")[0]), [
    "note.txt", "page.html", "report.md", "story.json", "old.txt", "thin.html", "broken.json", "picture.png", "empty.txt",
  ]);
  for (const [at, said] of [/1 article added/, /1 article added/, /1 article added/, /2 articles added/, /not UTF-8/, /little text/, /documents\[0\]/, /not read/, /not read/].entries()) {
    assert.match(lines[at], said);
  }
  await told(page, "7 articles:");
  const { corpus: made } = await compared(page);
  const [, saved, markdown, , , old] = made.documents;
  assert.deepEqual([saved.outlet, saved.title, saved.author, saved.published, saved.url, saved.lang],
    ["La Voz", "El r\u00edo crece", "Ana, Luis", "2026-01-12T10:00:00+01:00", "https://example.org/rio", "es-MX"]);
  assert.match(saved.text, /^El r\u00edo creci\u00f3 dos metros[^]*\n\nNueve personas[^]*alcalde\.$/);
  assert.deepEqual([markdown.title, markdown.text], ["Flood report", "The river rose."]);
  assert.equal(old.text, "Nadie result\u00f3 herido.");
  assert.deepEqual(made.documents.slice(3, 5).map(({ id, outlet }) => [id, outlet]), [["x", "Wire"], ["y", undefined]]);
  await assertAccessible(page);
  assertQuiet(seen, [standalone]);
});

test("files are dropped, more than fifty articles are refused, and a saved comparison opens as it stands", async (t) => {
  const { page, seen } = await open(t);
  const drop = (files) =>
    page.getByRole("heading", { name: "Your articles" }).evaluate((heading, files) => {
      const dataTransfer = new DataTransfer();
      for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
      const section = heading.closest("section");
      for (const kind of ["dragenter", "dragover", "drop"]) {
        section.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true, composed: true }));
      }
    }, files);
  await drop(Array.from({ length: 51 }, (_, at) => [`${at}.txt`, `Report ${at} says the river rose.`]));
  await told(page, "50 articles is the limit");
  await told(page, "50 articles:");
  assert.equal(await texts(page).count(), 50);

  const comparison = await page.evaluate(async () => document.querySelector("news-compare").export());
  await drop([["made.json", comparison.replace(/"statement":\s*"[^"]*"/, '"statement": "Said by an editor."')]]);
  await page.getByText("Said by an editor.").first().waitFor();
  await button(page, "Stories").click();
  await page.getByRole("button", { name: /^Open “Report|^Open “/ }).nth(1).waitFor();
  await page.getByRole("button", { name: `Open “${embedded.title}”` }).click();
  await page.getByRole("heading", { name: embedded.title }).first().waitFor();
  // The articles are still there, and so is their story.
  await button(page, "Your articles").click();
  assert.equal(await texts(page).count(), 50);
  await button(page, "Begin with the articles that are open").click();
  assert.equal(await texts(page).count(), embedded.documents.length + 1);
  await told(page, `${embedded.documents.length} articles:`);
  assertQuiet(seen, [standalone]);
});

test("articles and corrections are kept on the device only while that is wanted, with what is kept, and deleted", async (t) => {
  const { page, seen } = await open(t);
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  const databases = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  /** What the database holds, read by hand. */
  const kept = () =>
    page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open("news-compare");
          opening.onerror = reject;
          opening.onsuccess = () => {
            const all = opening.result.transaction("kept").objectStore("kept").getAll();
            all.onsuccess = () => resolve(all.result);
          };
        }),
    );
  await texts(page).first().fill(RADIO);
  await told(page, "1 article:");
  await told(page, "Nothing is kept");
  assert.deepEqual(await kept(), []);
  await page.getByRole("checkbox", { name: "Keep on this device" }).check();
  await told(page, "Kept in this browser: 1 article and what you corrected, 1 kB.");
  await assertAccessible(page);
  await button(page, "Correct").click();
  await page.getByRole("textbox", { name: "Note" }).first().fill("Ask the brigade.");
  await page.getByRole("button", { name: /Keep.*note/i }).first().click();
  await told(page, "Done.");
  for (const until = Date.now() + 10_000; !(await kept())[0].includes("Ask the brigade."); await settled(page)) assert.ok(Date.now() < until);

  await page.reload();
  // The address knows that they were on the screen.
  await page.getByRole("textbox", { name: "Note" }).filter({ visible: true }).first().waitFor();
  await page.goto("about:blank");
  await page.goto(standalone);
  await happened(page, "ready");
  // Without it the story of the page is what it shows; the articles wait.
  await page.getByRole("heading", { name: embedded.title }).first().waitFor();
  await button(page, "Your articles").click();
  assert.equal(await texts(page).first().inputValue(), RADIO);
  await button(page, "See the comparison").click();
  await page.getByText(RADIO).filter({ visible: true }).first().waitFor();
  await button(page, "Correct").click();
  await page.getByRole("button", { name: /^Take back: Note/ }).waitFor();
  await button(page, "Your articles").click();
  await button(page, "Delete what is kept").click();
  await told(page, "Nothing is kept");
  await settled(page);
  assert.deepEqual(await kept(), []);
  assert.deepEqual(asked, []);
  assert.deepEqual(await databases(), ["news-compare"]);
  await page.reload();
  await happened(page, "ready");
  await button(page, "Your articles").click();
  assert.equal(await texts(page).first().inputValue(), "");
  assertQuiet({ ...seen, requests: seen.requests.map((url) => url.split("#")[0]) }, Array(4).fill(standalone));
});

test("what cannot be compared is kept too, and what another version kept is not touched", async (t) => {
  const { page } = await open(t);
  await texts(page).first().fill(RADIO);
  await page.getByRole("textbox", { name: "Date" }).fill("23 Nov");
  await texts(page).nth(1).fill("x".repeat(200_001));
  await page.getByRole("checkbox", { name: "Keep on this device" }).check();
  await told(page, "Kept in this browser: 2 articles");
  await page.reload();
  await happened(page, "ready");
  await button(page, "Your articles").click();
  assert.equal(await page.getByRole("textbox", { name: "Date" }).first().inputValue(), "23 Nov");
  assert.equal((await texts(page).nth(1).inputValue()).length, 200_001);

  /** Writes to the database and reads it, by hand. */
  const store = (text) =>
    page.evaluate(
      (text) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open("news-compare");
          opening.onerror = reject;
          opening.onsuccess = () => {
            const kept = opening.result.transaction("kept", "readwrite").objectStore("kept");
            const request = text === null ? kept.get("articles") : kept.put(text, "articles");
            request.onsuccess = () => resolve(request.result);
          };
        }),
      text,
    );
  const foreign = '{"format":"news-compare.kept/2"}';
  await store(foreign);
  await page.reload();
  await happened(page, "ready");
  await button(page, "Your articles").click();
  await told(page, "this version cannot read");
  await texts(page).first().fill(RADIO);
  await told(page, "1 article:");
  await page.waitForTimeout(1200);
  assert.equal(await store(null), foreign);
  await button(page, "Delete what is kept").click();
  await told(page, "Nothing is kept");
});

test("two windows keep what both hold, and what one deletes the other does not keep again", async (t) => {
  const { page: first } = await open(t);
  const second = await first.context().newPage();
  await second.goto(standalone);
  await button(second, "Your articles").click();
  for (const [page, text] of [[first, POST], [second, RADIO]]) {
    await texts(page).first().fill(text);
    await page.getByRole("checkbox", { name: "Keep on this device" }).check();
    await told(page, "Kept in this browser");
  }
  // Whoever comes back to a window finds there what the other has kept meanwhile, before a word is typed.
  const comes = (page) => page.evaluate(() => dispatchEvent(new Event("focus")));
  const have = async (page, wanted) => {
    for (const until = Date.now() + 10_000; ; await page.waitForTimeout(200)) {
      const all = await texts(page).evaluateAll((fields) => fields.map(({ value }) => value).filter((value) => value).sort());
      if (String(all) === String([...wanted].sort())) return;
      assert.ok(Date.now() < until, `${all} for ${wanted}`);
      await comes(page);
    }
  };
  await have(second, [POST, RADIO]);
  await have(first, [POST, RADIO]);
  // Each changes another article, and corrects what it sees.
  const change = async (page, text, to) => {
    const all = await texts(page).evaluateAll((fields) => fields.map(({ value }) => value));
    await texts(page).nth(all.indexOf(text)).fill(to);
  };
  const both = [`${POST} It rained.`, `${RADIO} It snowed.`];
  await change(first, POST, both[0]);
  await change(second, RADIO, both[1]);
  await have(first, both);
  await have(second, both);
  for (const [page, text] of [[first, "Ask the mayor."], [second, "Ask the brigade."]]) {
    await button(page, "Correct").click();
    await page.getByRole("textbox", { name: "Note" }).filter({ visible: true }).first().fill(text);
    await page.getByRole("combobox", { name: "Claim", exact: true }).waitFor();
    await page.getByRole("button", { name: "Keep the note" }).click();
    await told(page, "Done.");
    await page.waitForTimeout(1500);
  }
  const third = await first.context().newPage();
  await third.goto(standalone);
  await button(third, "Your articles").click();
  await have(third, both);
  await button(third, "See the comparison").click();
  await button(third, "Correct").click();
  await third.getByRole("button", { name: /^Take back: Note/ }).nth(1).waitFor();

  await button(third, "Your articles").click();
  await button(third, "Delete what is kept").click();
  await told(third, "Nothing is kept");
  await button(second, "Your articles").click();
  await texts(second).first().fill(HERALD);
  await told(second, "Nothing is kept");
  const again = await first.context().newPage();
  await again.goto(standalone);
  await button(again, "Your articles").click();
  await told(again, "Nothing is kept");
  await have(again, []);
});
