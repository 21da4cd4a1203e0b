/** The JSON formats, version 1. All positions count Unicode code points of a document's `text`. */

/** What is compared: `news-compare.corpus/1`. */
export interface Corpus {
  format: "news-compare.corpus/1";
  title?: string;
  /** A line shown under the title. */
  note?: string;
  /** 2 to 50 of them make a comparison. */
  documents: Document[];
}

/** One article. */
export interface Document {
  /** Unique; 1 to 64 of `A-Z a-z 0-9 _ -`. */
  id: string;
  outlet?: string;
  title?: string;
  author?: string;
  /** http or https. */
  url?: string;
  /** RFC 3339 date or date-time. */
  published?: string;
  /** BCP 47; English when absent. */
  lang?: string;
  /** Tells that the text is cut, so that nothing may be called omitted. */
  excerpt?: boolean;
  /** Paragraphs on lines of their own; "- " opens a bullet. */
  text: string;
}

/** What a document does with a claim. */
export type Stance = "supports" | "partly" | "hedges" | "contradicts" | "omits" | "unjudged";

/** What a row amounts to. */
export type Verdict = "agreed" | "qualified" | "disputed" | "single-source";

/** A comparison: `news-compare.comparison/1`. */
export interface Comparison {
  format: "news-compare.comparison/1";
  /** The corpus, whole, so that the file stands alone. */
  corpus: Corpus;
  generator: { name: string; version: string };
  /** Who answers for it, where somebody does. */
  review?: Review;
  /** What people changed in this tool, so that it can be carried over to another analysis; left out where nothing was. */
  corrections?: unknown;
  /** The rows, the most divided first. */
  claims: Row[];
}

/** Who prepared and reviewed a comparison, and what was corrected. */
export interface Review {
  prepared_by?: string;
  reviewed_by?: string;
  date?: string;
  correction?: string;
}

/** One claim. */
export interface Row {
  id: string;
  /** Words taken from one of the documents. */
  statement: string;
  verdict: Verdict;
  /** 0 to 1. */
  division: number;
  /** Whoever chose the verdict, where it does not follow from the cells. */
  verdict_by?: "rule" | "model" | "person";
  /** Whoever worded the claim, where its words are of no document. */
  statement_by?: "rule" | "model" | "person";
  /** An editor's remark. */
  note?: string;
  /** One for each document, in the order of the corpus. */
  cells: Cell[];
}

/** What one document does with one claim. */
export interface Cell {
  document: string;
  stance: Stance;
  /** Whose words it gives; null where it says nothing. */
  voice: "own" | "attributed" | null;
  speaker: string | null;
  /** 0 to 1: of the cells given 0.8, about 80 % are right on the labelled sets. */
  confidence: number;
  judged_by: "rule" | "model" | "person";
  reasons: Reason[];
  /** Empty only for `omits` and `unjudged`. */
  evidence: Evidence[];
  /** For `omits`, the closest sentence and why it does not count. */
  nearest: (Evidence & { rule: string; why: string; cues?: Cue[] }) | null;
}

/** Why a cell says what it says. */
export interface Reason {
  rule: string;
  text: string;
  /** The words that show it. */
  cues?: Cue[];
}

/** Words of a document that a reason rests on. */
export interface Cue {
  document: string;
  start: number;
  end: number;
  exact: string;
}

/** Words of a document, with up to 32 code points on each side. */
export interface Evidence {
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}

/** What a comparison can be written as. */
export type ExportFormat = "json" | "annotations" | "schema" | "csv" | "csv-bom" | "markdown";
