// What the script unpacks is the module that was packed, and 50 articles fit into the memory that is promised.
//
// PARTS names the folder with the module and its bindings, CORPORA that with the made corpora; `cargo xtask test --only parity` sets both.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const { PARTS, CORPORA } = process.env;
const module = readFileSync(join(PARTS, "news_compare.wasm"));

/** What 50 articles of 800 words may take, of WebAssembly's linear memory. */
const MEMORY = 64e6;

test("the packed module is unpacked byte for byte", () => {
  const script = readFileSync("dist/news-compare.js", "utf8");
  const packed = Buffer.from(script.match(/const WASM_PACKED = "([^"]+)"/)[1], "base64");
  const size = Number(script.match(/const WASM_SIZE = (\d+);/)[1]);
  const unpack = new Function(`${readFileSync("www/unpack.js", "utf8")}\nreturn unpack;`)();
  assert.ok(module.equals(unpack(packed, size)));
});

test("fifty articles of 800 words fit into 64 MB", (t) => {
  const bindings = new Function(`${readFileSync(join(PARTS, "news_compare.js"), "utf8")}\nreturn wasm_bindgen;`)();
  const { memory } = bindings.initSync({ module });
  const story = readFileSync(join(CORPORA, "50.json"), "utf8");
  assert.equal(JSON.parse(bindings.analyze(story)).corpus.documents.length, 50);
  t.diagnostic(`${(memory.buffer.byteLength / 1e6).toFixed(1)} MB`);
  assert.ok(memory.buffer.byteLength < MEMORY, `${memory.buffer.byteLength} bytes`);
});
