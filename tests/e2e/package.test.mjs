// The JavaScript package as those use it who install it: in Node, without a bundler, with Vite and React, and with TypeScript.
//
// It lies in target/package/node_modules/news-compare as npm would put it there; React and its types are those of this repository.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { assertQuiet, embedded, happened, root, serve, setUp, shown } from "./support.mjs";

const project = `${root}target/package`;
const installed = `${project}/node_modules/news-compare`;

/** Makes a project in which the package is installed. */
function install() {
  rmSync(project, { recursive: true, force: true });
  mkdirSync(`${project}/node_modules/@types`, { recursive: true });
  cpSync(`${root}dist/npm`, installed, { recursive: true });
  for (const name of ["react", "react-dom", "scheduler", "csstype", "@types/react"]) {
    if (existsSync(`${root}node_modules/${name}`)) symlinkSync(`${root}node_modules/${name}`, `${project}/node_modules/${name}`, "junction");
  }
  writeFileSync(`${project}/package.json`, JSON.stringify({ private: true, type: "module" }));
}

before(install);

const manifest = () => JSON.parse(readFileSync(`${installed}/package.json`, "utf8"));
const elementManifest = () => JSON.parse(readFileSync(`${installed}/custom-elements.json`, "utf8")).modules[0].declarations[0];

describe("the package in Node", () => {
  test("every file that it promises is there, and the version is that of the script", () => {
    const { exports, version } = manifest();
    for (const target of Object.values(exports).flatMap((given) => (typeof given === "string" ? [given] : Object.values(given)))) {
      assert.ok(existsSync(`${installed}/${target}`), target);
    }
    assert.ok(readFileSync(`${installed}/news-compare.js`, "utf8").startsWith(`/*! News Compare ${version} `));
  });

  test("it gives the bytes of the command line, in the language asked for, and tells how far it is", async () => {
    const { analyze, exportAs } = await import(pathToFileURL(`${installed}/analyze.js`));
    const told = [];
    const comparison = await analyze(embedded, { onProgress: (done, of) => told.push([done, of]) });
    const { stdout } = spawnSync(process.env.NEWS_COMPARE, ["analyze", "corpora/mexico-us-call.json"], { cwd: root, maxBuffer: 1 << 28 });
    assert.deepEqual(comparison, JSON.parse(stdout));
    assert.deepEqual(told, [[1, 2], [2, 2]]);
    const spanish = await analyze(JSON.stringify(embedded), { lang: "es" });
    assert.notDeepEqual(spanish.claims[0].cells[0].reasons, comparison.claims[0].cells[0].reasons);
    assert.match(await exportAs(comparison, "markdown"), /^# /);
    assert.match(await exportAs(comparison, "csv"), /^row,statement,/);
  });

  test("what is wrong is told, and the next call works", async () => {
    const { analyze, exportAs } = await import(pathToFileURL(`${installed}/analyze.js`));
    await assert.rejects(analyze({ format: "news-compare.corpus/1", documents: [{ id: "a b", text: "x" }] }), /id/);
    await assert.rejects(analyze("{"), /JSON/);
    const comparison = await analyze(embedded);
    await assert.rejects(exportAs(comparison, "pdf"), /pdf/);
    // What the bindings would take for another story, or write beyond the memory.
    await assert.rejects(analyze(undefined), /corpus must be .* not undefined/);
    await assert.rejects(analyze('{"format":"news-compare.corpus/1","documents":[{"id":"a","text":"Two \ud800 died."}]}'), /half a character/);
    await assert.rejects(analyze(embedded, { lang: 5 }), /language must be text, not number/);
    await assert.rejects(exportAs(comparison), /format must be text, not undefined/);
    assert.equal((await analyze(embedded)).corpus.title, embedded.title);
  });

  test("a server may import the element, which then does nothing", async () => {
    for (const name of ["element.js", "news-compare.js", "news-compare-viewer.js"]) {
      assert.deepEqual(Object.keys(await import(pathToFileURL(`${installed}/${name}`))), [], name);
    }
  });
});

describe("the package in a page", () => {
  const files = Object.fromEntries(
    ["element.js", "module.js", "analyze.js"].map((name) => [`/npm/${name}`, () => ({ body: readFileSync(`${root}dist/npm/${name}`, "utf8"), type: "text/javascript" })]),
  );
  const shared = setUp({
    ...Object.fromEntries(Object.entries(files).map(([path, give]) => [path, give()])),
    "/plain": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plain</title><link rel="icon" href="data:,">
<script type="module" src="/npm/element.js"></script></head><body><news-compare></news-compare></body></html>`,
  });

  test("without a bundler", async (t) => {
    const { page, seen } = await shared.open(t, "/plain");
    assert.match(await shown(page), /Sheinbaum/);
    const { origin } = shared.server;
    assertQuiet(seen, [`${origin}/plain`, `${origin}/npm/element.js`, `${origin}/npm/module.js`]);
  });

  test("the attributes that the manifest and the types name are those that the element knows", async (t) => {
    const { page } = await shared.open(t, "/plain");
    const observed = await page.evaluate(() => customElements.get("news-compare").observedAttributes);
    const { attributes, members, events } = elementManifest();
    const named = attributes.map(({ name }) => name);
    for (const name of observed) assert.ok(named.includes(name), name);
    const types = readFileSync(`${installed}/index.d.ts`, "utf8");
    for (const name of named) assert.match(types, new RegExp(`["\\s]${name}"?\\?:`), name);
    for (const { name } of events) assert.ok(types.includes(`"${name}"`), name);
    const has = await page.evaluate((names) => names.filter((name) => !(name in document.querySelector("news-compare"))), members.map(({ name }) => name));
    assert.deepEqual(has, []);
  });

  test("with Vite and React 19, minified", async (t) => {
    writeFileSync(`${project}/index.html`, `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>App</title><link rel="icon" href="data:,"></head>
<body><div id="app"></div><script type="module" src="./main.js"></script></body></html>`);
    writeFileSync(`${project}/main.js`, `import "news-compare";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
const story = ${JSON.stringify(embedded)};
function App() {
  const [ready, setReady] = useState("");
  return createElement("main", null,
    createElement("p", { id: "told" }, ready),
    createElement("news-compare", { data: story, lang: "es", "onnews-compare:ready": (event) => setReady(event.detail.title) }));
}
createRoot(document.querySelector("#app")).render(createElement(App));
`);
    await build({ root: project, logLevel: "error", build: { outDir: "dist", chunkSizeWarningLimit: 2000 } });
    const assets = readdirSync(`${project}/dist/assets`);
    const server = await serve({
      "/": readFileSync(`${project}/dist/index.html`, "utf8"),
      ...Object.fromEntries(assets.map((name) => [`/assets/${name}`, { body: readFileSync(`${project}/dist/assets/${name}`, "utf8"), type: "text/javascript" }])),
    });
    t.after(server.close);
    const { page, seen } = await shared.open(t, `${server.origin}/`);
    await happened(page, "ready");
    await page.waitForFunction((title) => document.querySelector("#told").textContent === title, embedded.title);
    assert.deepEqual(seen.console, []);
    assert.ok(seen.requests.some((url) => url.startsWith("blob:")), "the analysis runs in a worker made of the minified bindings");
  });

  test("TypeScript takes what is right and refuses what is not", async () => {
    const { analyze } = await import(pathToFileURL(`${installed}/analyze.js`));
    // Members that the types do not know are errors in a literal.
    writeFileSync(`${project}/right.tsx`, `import "news-compare";
import type { Comparison, NewsCompareElement } from "news-compare";
import type {} from "news-compare/react";
import { analyze, exportAs } from "news-compare/analyze";
export const made: Comparison = ${JSON.stringify(await analyze(embedded))};
const element: NewsCompareElement = document.createElement("news-compare");
element.data = made;
element.headingLevel = 3;
element.addEventListener("news-compare:ready", (event) => console.log(event.detail.claims + 1));
window.addEventListener("news-compare:error", (event) => console.log(event.detail.message, made.claims[0]?.note));
export const csv: Promise<string> = analyze(made.corpus, { lang: "es" }).then((it) => exportAs(it, "csv"));
export const shown = <news-compare data={made} theme="dark" heading-level={3} />;
`);
    writeFileSync(`${project}/wrong.tsx`, `import type { Cell } from "news-compare";
import type {} from "news-compare/react";
import { exportAs } from "news-compare/analyze";
export const stance: Cell["stance"] = "agrees";
export const text = exportAs("{}", "pdf");
export const shown = <news-compare theme="pink" />;
`);
    writeFileSync(`${project}/tsconfig.json`, JSON.stringify({
      compilerOptions: { strict: true, noEmit: true, module: "nodenext", target: "es2022", jsx: "react-jsx", lib: ["es2022", "dom"], types: [], skipLibCheck: false },
      files: ["right.tsx", "wrong.tsx"],
    }));
    const { stdout } = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "-p", project, "--pretty", "false"], { encoding: "utf8" });
    const faults = stdout.split("\n").filter((line) => line.includes("error TS"));
    assert.deepEqual(faults.map((line) => line.match(/(\w+)\.tsx\((\d+),/)?.slice(1).join(":") ?? line), ["wrong:4", "wrong:5", "wrong:6"], stdout);
  });
});
