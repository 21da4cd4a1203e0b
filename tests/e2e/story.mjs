// A comparison made by hand, with every stance, so that what the screen shows does not hang on what the analysis finds.

import { read } from "./support.mjs";

export const corpus = JSON.parse(read("tests/cases/corpora/flood.json"));

function evidence({ text }, exact) {
  const at = text.indexOf(exact);
  if (at < 0) throw new Error(`not in the text: ${exact}`);
  const points = (string) => [...string];
  const start = points(text.slice(0, at)).length;
  return {
    start,
    end: start + points(exact).length,
    exact,
    prefix: points(text.slice(0, at)).slice(-32).join(""),
    suffix: points(text.slice(at + exact.length)).slice(0, 32).join(""),
  };
}

function cell(column, stance, quote, reason, more = {}) {
  const document = corpus.documents[column];
  return {
    document: document.id,
    stance,
    voice: quote ? "own" : null,
    speaker: null,
    confidence: 0.9,
    judged_by: "person",
    reasons: reason ? [{ rule: "by-hand", text: reason }] : [],
    evidence: quote ? [evidence(document, quote)] : [],
    nearest: null,
    ...more,
  };
}

const claims = [
  {
    statement: "Nobody was hurt.",
    verdict: "disputed",
    division: 1,
    cells: [
      cell(0, "supports", "Mayor Anna Behrens said that nobody was hurt.", "It reports that nobody was hurt.", { voice: "attributed", speaker: "Anna Behrens" }),
      cell(1, "contradicts", "Two people were slightly hurt, police said.", "“Two people” were hurt where the statement says “nobody”."),
      cell(2, "supports", "No one was injured.", "“No one was injured” says the same."),
    ],
  },
  {
    statement: "340 houses were flooded in Verden.",
    verdict: "qualified",
    division: 0.6,
    cells: [
      cell(0, "supports", "flooded 340 houses in Verden", "It gives the number."),
      cell(1, "partly", "At least 300 houses were flooded in Verden", "“At least 300” is less exact than 340."),
      cell(2, "omits", null, null, {
        nearest: { ...evidence(corpus.documents[2], "Verden was flooded on Monday."), why: "It says nothing of houses." },
      }),
    ],
  },
  {
    statement: "The dam at Langwedel held.",
    verdict: "qualified",
    division: 0.5,
    cells: [
      cell(0, "supports", "The dam at Langwedel held.", "The same words."),
      cell(1, "hedges", "The dam at Langwedel may have been damaged", "“May have been” leaves it open."),
      cell(2, "supports", "the dam held", "The same words."),
    ],
  },
  {
    statement: "1,200 sandbags were filled.",
    verdict: "single-source",
    division: 0,
    cells: [cell(0, "omits"), cell(1, "unjudged"), cell(2, "supports", "1,200 sandbags were filled", "The same words.")],
  },
];

/** `news-compare.comparison/1` of three accounts of a flood. */
export const comparison = {
  format: "news-compare.comparison/1",
  corpus,
  generator: { name: "by hand", version: "1" },
  claims: claims.map((claim, index) => ({ id: `c${index + 1}`, ...claim })),
};
