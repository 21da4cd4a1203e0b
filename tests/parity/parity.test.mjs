// The shipped module and the native program give the same bytes for the same story, and the same words for the same fault.
//
// NEWS_COMPARE names the native program, PARTS the folder with the module and its bindings; `cargo xtask test --only parity`
// sets both.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";

const { NEWS_COMPARE, PARTS } = process.env;
const bindings = new Function(`${readFileSync(join(PARTS, "news_compare.js"), "utf8")}\nreturn wasm_bindgen;`)();
bindings.initSync({ module: readFileSync(join(PARTS, "news_compare.wasm")) });

/** Runs the native program on a story given on standard input. */
function native(story) {
  const { status, stdout, stderr } = spawnSync(NEWS_COMPARE, ["analyze", "-"], { input: story, maxBuffer: 1 << 30 });
  return { status, stdout, message: stderr.toString() };
}

/** Cuts long output to the first difference, which is all that helps. */
function assertSameBytes(actual, expected) {
  if (actual.equals(expected)) return;
  let at = 0;
  while (actual[at] === expected[at]) at += 1;
  const around = (bytes) => bytes.subarray(Math.max(0, at - 200), at + 100).toString();
  assert.fail(`byte ${at} differs\nmodule: ${around(actual)}\nnative: ${around(expected)}`);
}

function stories(folder, ending) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

const labelled = "../shared/gold";
if (!existsSync(labelled)) console.log(`${labelled} is not here: its stories are skipped`);
const files = [
  ...stories("corpora", ".json"),
  ...stories("tests/cases/corpora", ".json"),
  ...(existsSync(labelled) ? stories(labelled, ".corpus.json") : []),
];

describe("the same story gives the same bytes", () => {
  for (const file of files) {
    test(file, () => {
      const story = readFileSync(file, "utf8");
      const { status, stdout, message } = native(story);
      assert.equal(status, 0, message);
      const comparison = bindings.analyze(story);
      assert.equal(JSON.parse(comparison).format, "news-compare.comparison/1");
      assertSameBytes(Buffer.from(`${comparison}\n`), stdout);
    });
  }
});

describe("the same comparison is exported as the same bytes", () => {
  const formats = ["json", "annotations", "schema", "csv", "csv-bom", "markdown"];
  for (const file of files) {
    test(file, () => {
      const comparison = native(readFileSync(file, "utf8")).stdout.toString();
      for (const format of formats) {
        for (const language of ["en", "es"]) {
          const all = ["export", format, "-", "--language", language];
          const { status, stdout, stderr } = spawnSync(NEWS_COMPARE, all, { input: comparison, maxBuffer: 1 << 30 });
          assert.equal(status, 0, stderr.toString());
          const text = bindings.exportAs(comparison, format, language);
          assertSameBytes(Buffer.from(text.endsWith("\n") ? text : `${text}\n`), stdout);
        }
      }
    });
  }

  test("a format that there is not, and what is no comparison, are refused", () => {
    assert.throws(() => bindings.exportAs("{}", "claimreview", "en"), /there is no format "claimreview"/);
    assert.throws(() => bindings.exportAs("{}", "csv", "en"), /member "format" is missing/);
  });
});

const document = (id, text) => ({ id, text });
const corpus = (...documents) => JSON.stringify({ format: "news-compare.corpus/1", documents });
const faults = {
  "not JSON": "{",
  "nothing": "",
  "another format": JSON.stringify({ format: "news-compare.corpus/2", documents: [] }),
  "no documents": corpus(),
  "the same id twice": corpus(document("a", "One."), document("a", "Two.")),
  "an empty text": corpus(document("a", "One."), document("b", "")),
  "half a character": `{"format": "news-compare.corpus/1", "documents": [{"id": "a", "text": "x\\ud800"}]}`,
  "too many documents": corpus(...Array.from({ length: 51 }, (_, index) => document(`d${index}`, "One."))),
  "too long a text": corpus(document("a", "One more. ".repeat(20_001))),
};

describe("the same fault gives the same words", () => {
  for (const [name, story] of Object.entries(faults)) {
    test(name, () => {
      const { status, message } = native(story);
      assert.equal(status, 2);
      assert.throws(() => bindings.analyze(story), (error) => {
        assert.ok(message.includes(error.message), `module: ${error.message}\nnative: ${message}`);
        return true;
      });
    });
  }
});
