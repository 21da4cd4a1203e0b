/** The custom element `<news-compare>`; importing this module defines it where there is a page. */

import type { Comparison, Corpus, ExportFormat } from "./formats.js";

export type * from "./formats.js";

/** How a comparison is read: side by side, in order, or its numbers and names. */
export type View = "compare" | "order" | "values";

/** The attributes, in HTML. */
export interface NewsCompareAttributes {
  /** The address of a corpus or comparison; the only request the element makes. */
  src?: string;
  /** What the file at `src` must hash to. */
  integrity?: string;
  /** Fixed colours; else the reader's setting. */
  theme?: "auto" | "light" | "dark";
  /** The language of what the tool says: `en` or `es`. */
  lang?: string;
  view?: View;
  /** `eager` starts before the element comes near what the reader sees. */
  loading?: "lazy" | "eager";
  /** The level of the title among the headings of the page, 1 to 6. */
  "heading-level"?: number | `${number}`;
  /** The address of a worker's script; empty for no worker. */
  "worker-src"?: string;
}

/** The events, all bubbling and composed, by name with their detail. */
export interface NewsCompareEvents {
  /** A story is on the screen. */
  "news-compare:ready": { title: string; documents: string[]; claims: number };
  /** A row or a document was chosen, or none. */
  "news-compare:select": { row?: string; document?: string };
  /** It is read in another way. */
  "news-compare:change": { view: View };
  /** What is wrong, in the words that the element shows too. */
  "news-compare:error": { message: string };
}

/** The element. */
export interface NewsCompareElement extends HTMLElement {
  /** The story, as object or JSON text; null for none. */
  get data(): Corpus | Comparison | string | null;
  set data(story: Corpus | Comparison | string | null | undefined);
  src: string;
  integrity: string;
  theme: string;
  view: string;
  loading: string;
  headingLevel: number;
  workerSrc: string;
  /** Loads the story now, whatever `loading` says; settles when it is on the screen or given up. */
  load(): Promise<void>;
  /** Reads the story again from where it comes from. */
  refresh(): Promise<void>;
  /** Gives the comparison on the screen; rejected with the message of `news-compare:error` where the story failed. */
  analyze(): Promise<Comparison>;
  /** Gives the comparison on the screen as text; rejected likewise. */
  export(format?: ExportFormat): Promise<string>;
}

declare global {
  interface HTMLElementTagNameMap {
    "news-compare": NewsCompareElement;
  }
  interface HTMLElementEventMap extends NewsCompareEventMap {}
  interface DocumentEventMap extends NewsCompareEventMap {}
  interface WindowEventMap extends NewsCompareEventMap {}
}

/** The events with their details, as `addEventListener` knows them. */
export type NewsCompareEventMap = {
  [Name in keyof NewsCompareEvents]: CustomEvent<NewsCompareEvents[Name]>;
};
