// Times the shipped module in headless Chromium, and beside it what a user would take instead: a sentence encoder in the same browser.
//
// `cargo xtask bench analysis` runs it and sets: CHROMIUM, the browser; PARTS, the folder with the module and its bindings; CORPORA,
// the folder with the made corpora, N.json of N documents, and SENTENCES.json; ENCODER, the folder with onnxruntime-web, model.onnx
// and vocab.txt, left out when these could not be installed.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { basename, join } from "node:path";
import { chromium } from "playwright-core";

const { CHROMIUM, PARTS, CORPORA, ENCODER } = process.env;
const TYPES = { js: "text/javascript", mjs: "text/javascript", wasm: "application/wasm", json: "application/json", txt: "text/plain" };

const PAGE = `<!doctype html><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,">
<script src="/news_compare.js"></script>${ENCODER ? '<script src="/ort.wasm.min.js"></script>' : ""}`;

/** Serves the page and the files of the three folders by their names alone. */
function serve() {
  const folders = [PARTS, CORPORA, ENCODER].filter(Boolean);
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url, "http://localhost").pathname);
    const path = folders.map((folder) => join(folder, name)).find((path) => name && existsSync(path));
    response.setHeader("Content-Type", path ? (TYPES[name.split(".").pop()] ?? "application/octet-stream") : "text/html");
    response.end(path ? readFileSync(path) : PAGE);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** In the page: the best of several analyses of a corpus in an instance of its own, the first of all, and the memory it took. */
async function timeAnalysis({ name, runs }) {
  const module = await WebAssembly.compileStreaming(fetch("/news_compare.wasm"));
  const { memory } = await wasm_bindgen({ module_or_path: module });
  const story = await (await fetch(`/${name}`)).text();
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    wasm_bindgen.analyze(story);
    times.push(performance.now() - start);
  }
  return { best: Math.min(...times), first: times[0], memory: memory.buffer.byteLength };
}

/** In the page: the best time to encode all sentences by MiniLM, one by one or in batches of about the same length. */
async function timeEncoding({ runs }) {
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = "/";
  const session = await ort.InferenceSession.create("/model.onnx", { executionProviders: ["wasm"] });
  const words = new Map((await (await fetch("/vocab.txt")).text()).split("\n").map((word, at) => [word, at]));
  const pieces = (word) => {
    const found = [];
    for (let from = 0; from < word.length; ) {
      let to = word.length;
      const piece = () => (from ? "##" : "") + word.slice(from, to);
      while (to > from && !words.has(piece())) to -= 1;
      if (to === from) return [words.get("[UNK]")];
      found.push(words.get(piece()));
      from = to;
    }
    return found;
  };
  const tokens = (sentence) => {
    const plain = sentence.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
    const found = (plain.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []).flatMap(pieces).slice(0, 254);
    return [words.get("[CLS]"), ...found, words.get("[SEP]")];
  };
  const sentences = (await (await fetch("/sentences.json")).json()).map(tokens).sort((a, b) => a.length - b.length);
  const encode = (batch) => {
    const width = Math.max(...batch.map((one) => one.length));
    const fill = (value) => {
      const all = new BigInt64Array(batch.length * width);
      batch.forEach((one, row) => one.forEach((token, at) => (all[row * width + at] = BigInt(value(token)))));
      return new ort.Tensor("int64", all, [batch.length, width]);
    };
    const all = { input_ids: fill((token) => token), attention_mask: fill(() => 1), token_type_ids: fill(() => 0) };
    return session.run(Object.fromEntries(session.inputNames.map((name) => [name, all[name]])));
  };
  await encode(sentences.slice(0, 1));
  let best = { time: Infinity };
  for (let run = 0; run < runs; run += 1) {
    for (const size of [1, 8, 32]) {
      const start = performance.now();
      for (let at = 0; at < sentences.length; at += size) await encode(sentences.slice(at, at + size));
      const time = performance.now() - start;
      if (time < best.time) best = { time, size };
    }
  }
  return { ...best, sentences: sentences.length, tokens: sentences.reduce((sum, one) => sum + one.length, 0) };
}

/** The slope of a line through the logarithms. */
function exponent(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (at) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0) / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
}

const server = await serve();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = async () => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return page;
  };
  console.log(`WebAssembly in Chromium ${browser.version()}, one thread`);
  const counts = readdirSync(CORPORA).map((name) => Number(name.match(/^(\d+)\.json$/)?.[1])).filter(Boolean).sort((a, b) => a - b);
  const times = new Map();
  for (const count of counts) {
    const tab = await page();
    const { best, first, memory } = await tab.evaluate(timeAnalysis, { name: `${count}.json`, runs: count < 50 ? 10 : 5 });
    await tab.close();
    times.set(count, best);
    const line = [`${count} documents`.padStart(13), best.toFixed(1).padStart(9), "ms, the first time", first.toFixed(1).padStart(7)];
    console.log(`${line.join(" ")} ms, memory ${(memory / 1e6).toFixed(1).padStart(5)} MB`);
  }
  console.log(`  time grows with the number of documents to the power of ${exponent([...times]).toFixed(2)}`);
  if (ENCODER) {
    const { time, size, sentences, tokens } = await (await page()).evaluate(timeEncoding, { runs: 2 });
    const analysis = times.get(10);
    console.log(`The sentences of 10 documents (${sentences}, ${tokens} tokens) in the same Chromium, one thread`);
    console.log(`  only encoded by MiniLM-L6 int8, onnxruntime-web, the fastest of batches of 1, 8, 32 (${size})`.padEnd(86), `${time.toFixed(0)} ms`);
    console.log(`  compared, from JSON to JSON`.padEnd(86), `${analysis.toFixed(0)} ms`);
    console.log(`  ${(time / analysis).toFixed(0)} times as fast`);
  } else {
    console.log("The encoder to compare with is not here.");
  }
} finally {
  await browser.close();
  server.close();
}
