// The comparison without the element: in a page, in a worker and in Node, with the same bytes as everywhere else.
//
// The build puts the import of module.js before this: compiledModule(), loneSurrogate() and makeBindings().

let bindings;

/** Starts the module, once for all calls. */
async function started() {
  bindings ??= (async () => {
    const made = makeBindings();
    await made({ module_or_path: await compiledModule() });
    return made;
  })();
  return bindings;
}

/** After a panic the memory of the module means nothing any more: the next call starts it afresh. */
async function called(work) {
  const made = await started();
  try {
    return work(made);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) bindings = undefined;
    throw error;
  }
}

/** Gives a story as JSON text; what is no story, or no Unicode text, is refused before the module would take it for another. */
function asText(story, name) {
  const text = typeof story === "string" ? story : JSON.stringify(story);
  if (text === undefined) throw new TypeError(`The ${name} must be an object or JSON text, not ${typeof story}.`);
  const at = loneSurrogate(text);
  if (at >= 0) throw new TypeError(`The ${name} is not well-formed text: half a character stands alone at position ${at + 1}.`);
  return text;
}

/** Gives an option that must be text. */
function named(value, name) {
  if (typeof value !== "string") throw new TypeError(`The ${name} must be text, not ${value === null ? "null" : typeof value}.`);
  return value;
}

/** Compares the articles of a corpus; `lang` is the language of the reasons, English or Spanish. */
export function analyze(corpus, { lang = "en", onProgress = () => {} } = {}) {
  return called((made) => {
    const analyst = new made.Analyst();
    const of = analyst.begin(asText(corpus, "corpus"), named(lang, "language"));
    for (let done = 1; analyst.read(); done += 1) onProgress(done, of);
    return JSON.parse(analyst.finish());
  });
}

/** Writes a comparison as `json`, `annotations`, `schema`, `csv`, `csv-bom` or `markdown`. */
export function exportAs(comparison, format, { lang = "en" } = {}) {
  return called((made) => made.exportAs(asText(comparison, "comparison"), named(format, "format"), named(lang, "language")));
}
