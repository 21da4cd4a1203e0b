/** The comparison without the element: in a page, in a worker and in Node. */

import type { Comparison, Corpus, ExportFormat } from "./formats.js";

export type * from "./formats.js";

/**
 * Compares the articles of a corpus; gives an error that says what is wrong and where.
 * `lang` is the language of the reasons; `onProgress` is told how many articles of how many are read.
 */
export function analyze(
  corpus: Corpus | string,
  options?: { lang?: "en" | "es" | (string & {}); onProgress?: (done: number, of: number) => void },
): Promise<Comparison>;

/** Writes a comparison in another format; the same bytes as the element and the command line give. */
export function exportAs(
  comparison: Comparison | string,
  format: ExportFormat,
  options?: { lang?: "en" | "es" | (string & {}) },
): Promise<string>;
