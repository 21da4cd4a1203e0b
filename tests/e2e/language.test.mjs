// The language of the screen: the element's own `lang`, else that of the page around it, else English.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertAccessible, assertQuiet, host, setUp, settled, shown } from "./support.mjs";
import { comparison } from "./story.mjs";

const story = `<script type="application/json">${JSON.stringify(comparison).replaceAll("<", "\\u003c")}</script>`;
const spanishPage = (content) => host(content).replace('<html lang="en">', '<html lang="es">');

const shared = setUp({
  "/own": host(`<news-compare id="it" lang="es">${story}</news-compare>`),
  "/around": spanishPage(`<news-compare id="it">${story}</news-compare>`),
  "/nearest": spanishPage(`<section lang="fr"><news-compare id="it">${story}</news-compare></section>`),
  "/faults": host(`<news-compare id="it" lang="es" src="/missing.json"></news-compare>`),
  "/empty-corpus": host(`<news-compare id="it" lang="es"><script type="application/json">{"format": "news-compare.corpus/1", "documents": []}</script></news-compare>`),
  "/shadow": host(`<div id="outer" lang="es-MX"></div><script>
    document.getElementById("outer").attachShadow({ mode: "open" }).innerHTML = "<p><news-compare></news-compare></p>";
  </script>`),
});

const summary = (page) => page.locator(".nc-summary").textContent();

describe("the language of the screen", () => {
  test("is that of the element, and says who judged", async (t) => {
    const { page, seen } = await shared.open(t, "/own");
    assert.equal(await summary(page), "Tres artículos, 4 afirmaciones. Todas las valoraciones son de una persona; nada sale de este dispositivo.");
    await page.getByRole("button", { name: /en disputa/ }).first().click();
    await page.getByRole("button", { name: "lo contradice", exact: false }).first().click();
    await settled(page);
    const text = await shown(page);
    for (const words of ["En disputa", "decidido por una persona", "atribuido a Anna Behrens", "Copiar como cita", "Quitar los filtros"]) {
      assert.ok(text.includes(words), `${words}: ${text}`);
    }
    await assertAccessible(page, { include: "news-compare" });
    assertQuiet(seen, [`${shared.server.origin}/own`, `${shared.server.origin}/news-compare.js`]);
  });

  test("is that of the page where the element has none, and English for one that is not spoken", async (t) => {
    const around = await shared.open(t, "/around");
    assert.match(await summary(around.page), /^Tres artículos/);
    const nearest = await shared.open(t, "/nearest");
    assert.match(await summary(nearest.page), /^Three articles/);
    assert.equal(await nearest.page.locator("news-compare .nc").getAttribute("lang"), "en");
  });

  test("is looked for outside a shadow root too", async (t) => {
    const { page } = await shared.open(t, "/shadow");
    assert.match(await summary(page), /^Dos artículos/);
    assert.equal(await page.locator("news-compare .nc").getAttribute("lang"), "es-MX");
  });

  test("follows the attribute, and what is open stays open", async (t) => {
    const { page, seen } = await shared.open(t, "/own");
    await page.locator(".nc-statement").first().click();
    await page.locator("#it").evaluate((element) => element.setAttribute("lang", "en"));
    await page.getByText("Disputed", { exact: true }).waitFor();
    assert.match(await summary(page), /^Three articles, 4 claims\. Every judgement is a person’s/);
    assert.equal(await page.locator(".nc-statement[aria-expanded=true]").count(), 1);
    assert.deepEqual((await page.evaluate(() => window.events)).map(({ name }) => name), ["ready", "select"]);
    assert.deepEqual(seen.console, []);
  });

  test("is that of what the element says by itself", async (t) => {
    const { page } = await shared.open(t, "/faults");
    const [{ detail }] = await page.evaluate(() => window.events);
    assert.equal(detail.message, "No se ha podido cargar la historia de /missing.json: el servidor respondió 404 Not Found");
    const text = await shown(page);
    assert.ok(text.includes("Estos artículos no se pueden comparar.") && text.includes(detail.message), text);
    const { page: refused } = await shared.open(t, "/empty-corpus");
    const [{ detail: fault }] = await refused.evaluate(() => window.events);
    assert.equal(fault.message, "no hay ningún documento; hacen falta de 1 a 50");
    assert.ok((await shown(refused)).includes(fault.message));
  });

  test("has every message of the element in each language, with the same gaps", async (t) => {
    const { page } = await shared.open(t, "/own");
    const tables = await page.evaluate(async () => {
      const source = await (await fetch("/news-compare.js")).text();
      const [, table] = source.match(/const WORDS = (\{.*?\n\s*\});/s);
      const words = new Function(`return ${table}`)();
      return Object.entries(words).map(([language, entries]) => [
        language,
        Object.entries(entries).map(([name, entry]) => [name, typeof entry === "string" ? entry : entry("<1>", "<2>", "<3>")]),
      ]);
    });
    assert.deepEqual(tables.map(([language]) => language), ["en", "es"]);
    const [english, spanish] = tables.map(([, entries]) => entries);
    assert.deepEqual(spanish.map(([name]) => name), english.map(([name]) => name));
    const gaps = (text) => [...text.matchAll(/<\d>/g)].map(([gap]) => gap).toSorted();
    for (const [index, [name, text]] of english.entries()) {
      assert.deepEqual(gaps(spanish[index][1]), gaps(text), name);
      assert.notEqual(spanish[index][1], text, name);
    }
  });
});
