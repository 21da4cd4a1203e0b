// The custom element <news-compare>.
//
// The build wraps this file in one function, after these names:
//   VERSION           of the program
//   STYLE             the style sheet of the screen
//   WASM_GZIP_BASE64  the WebAssembly module
//   makeBindings()    gives fresh bindings to JavaScript: each call has a state, and so an instance, of its own
//
// It is a guest in somebody else's page: no global name, no change outside the element, no request unless `src` asks.

/** How often one story is started again after a panic before the plain reading is all that is shown. */
const RESTARTS = 2;

/** A half of a surrogate pair without its other half: no Unicode text, and WebAssembly would get U+FFFD in its place. */
const LONE_SURROGATE = /\p{Surrogate}/u;

let compiled;

/** Unpacks and compiles the module, once for all elements of the page. */
function compiledModule() {
  compiled ??= (async () => {
    const bytes = Uint8Array.from(atob(WASM_GZIP_BASE64), (character) => character.charCodeAt(0));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return WebAssembly.compile(await new Response(unpacked).arrayBuffer());
  })();
  return compiled;
}

const sheets = new WeakMap();

/** Gives the style sheet for a document; constructed sheets cannot cross into another one. */
function sheetFor(document) {
  let sheet = sheets.get(document);
  if (!sheet) {
    const { CSSStyleSheet } = document.defaultView ?? window;
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    sheets.set(document, sheet);
  }
  return sheet;
}

/** Why there is no story: the message is for the reader. */
class StoryError extends Error {}

/** Refuses text that is no Unicode; `place` says where it was given. */
function checkText(text, place) {
  const at = text.search(LONE_SURROGATE);
  if (at >= 0) {
    const code = text.charCodeAt(at).toString(16).toUpperCase();
    throw new StoryError(`${place} is not well-formed text: half a character (U+${code}) stands alone at position ${at + 1}.`);
  }
  return text;
}

/** Refuses an object in which any string, however deep, is no Unicode. */
function checkObject(value, place, above = []) {
  if (typeof value === "string") {
    checkText(value, place);
  } else if (typeof value === "object" && value !== null) {
    if (above.includes(value)) throw new StoryError(`${place} holds itself; a story is plain data.`);
    const parents = [...above, value];
    for (const key of Object.keys(value)) {
      const inside = Array.isArray(value) ? `${place}[${key}]` : `${place}.${key}`;
      checkText(key, `A name in ${place}`);
      checkObject(value[key], inside, parents);
    }
  }
}

/** Gives what was set as `.data` as JSON text. */
function textOfData(data) {
  if (typeof data === "string") return checkText(data, "The property `data`");
  if (typeof data !== "object") {
    throw new StoryError(`The property \`data\` must be an object or JSON text, not a ${typeof data}.`);
  }
  checkObject(data, "data");
  return JSON.stringify(data);
}

/** Loads the story that `src` names. */
async function textOfSource(source, signal) {
  let bytes;
  try {
    const response = await fetch(new URL(source, document.baseURI), { signal });
    if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
    bytes = await response.arrayBuffer();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new StoryError(`The story at ${source} could not be loaded: ${error.message}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new StoryError(`The story at ${source} is not UTF-8 text.`);
  }
}

/** Waits until the page is parsed, for a script that runs before the element's children are there. */
function pageParsed() {
  if (document.readyState !== "loading") return undefined;
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

class NewsCompare extends HTMLElement {
  static observedAttributes = ["src"];

  #data = null;
  /** The story on the screen, as it was given to Rust. */
  #given = null;
  /** The `<div>` that Yew owns; thrown away together with its instance. */
  #root = null;
  #screen = null;
  #restarts = 0;
  /** Ends whatever is still under way for an older story. */
  #running = null;
  #scheduled = false;

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
    this.#adoptStyle();
  }

  /** The story: `news-compare.corpus/1` or `news-compare.comparison/1`, as object or JSON text; null for none. */
  get data() {
    return this.#data;
  }

  set data(value) {
    this.#data = value ?? null;
    this.#refresh();
  }

  connectedCallback() {
    // A page may have set the property before this class was there.
    if (Object.hasOwn(this, "data")) {
      const early = this.data;
      delete this.data;
      this.data = early;
    }
    // Moving an element takes it out and puts it in again: what it shows stays.
    if (!this.#running) this.#refresh();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.#clear();
    });
  }

  adoptedCallback() {
    this.#adoptStyle();
  }

  attributeChangedCallback() {
    if (this.#data === null) this.#refresh();
  }

  #adoptStyle() {
    this.shadowRoot.adoptedStyleSheets = [sheetFor(this.ownerDocument)];
  }

  /** Shows the story that is given now; several changes in a row count as one. */
  #refresh() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (!this.isConnected) return;
      this.#running?.abort();
      this.#running = new AbortController();
      this.#load(this.#running.signal);
    });
  }

  async #load(signal) {
    this.#restarts = 0;
    if (!this.#root) this.#say("Loading the articles …");
    let given;
    try {
      given = { story: await this.#story(signal) };
    } catch (error) {
      if (signal.aborted) return;
      given = { error: error.message };
      if (!(error instanceof StoryError)) given.error = `The story could not be read: ${error.message}`;
    }
    if (!signal.aborted) await this.#show(given, signal);
  }

  /** Gives the story as JSON text; undefined for the one that is embedded. */
  async #story(signal) {
    if (this.#data !== null) return textOfData(this.#data);
    if (this.hasAttribute("src")) return textOfSource(this.getAttribute("src"), signal);
    await pageParsed();
    const child = this.querySelector(':scope > script[type="application/json"]');
    return child ? checkText(child.textContent, "The text of the <script> inside <news-compare>") : undefined;
  }

  async #show(given, signal) {
    this.#given = given;
    try {
      if (this.#screen) {
        this.#screen.show(given);
        return;
      }
      const bindings = makeBindings();
      await bindings({ module_or_path: await compiledModule() });
      if (signal.aborted) return;
      const root = this.ownerDocument.createElement("div");
      this.shadowRoot.replaceChildren(root);
      this.#root = root;
      this.#screen = bindings.mount(root, given, {
        onEvent: (name, detail) => {
          if (this.#root === root) this.#dispatch(name, detail);
        },
        // A new task, because the panic is still under way when this is called.
        onPanic: (message) => setTimeout(() => this.#recover(root, message)),
      });
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) {
        // A panic is told by `onPanic` as well, and first; running out of memory is not.
        const root = this.#root;
        setTimeout(() => this.#recover(root, error.message));
      } else if (!signal.aborted) {
        this.#fallBack(`News Compare cannot run here: ${error.message}`);
      }
    }
  }

  /** Starts afresh after a panic in the instance that owned `root`. */
  #recover(root, message) {
    if (!root || this.#root !== root) return;
    this.#abandon();
    if (this.#restarts >= RESTARTS) {
      this.#fallBack(`The comparison failed: ${message}`);
      return;
    }
    this.#restarts += 1;
    this.#show(this.#given, this.#running.signal);
  }

  /** Drops an instance that must not be entered again, not even to free what it holds. */
  #abandon() {
    this.#screen?.__destroy_into_raw();
    this.#screen = null;
    this.#root?.remove();
    this.#root = null;
  }

  #clear() {
    this.#running?.abort();
    this.#running = null;
    this.#screen?.destroy();
    this.#screen = null;
    this.#root = null;
    this.shadowRoot.replaceChildren();
  }

  /** Makes an element with a text. */
  #make(name, text = "") {
    const element = this.ownerDocument.createElement(name);
    element.textContent = text;
    return element;
  }

  /** Shows a line of text in place of the screen; gives the box it is in. */
  #say(message, role = "status") {
    const line = this.#make("p", message);
    line.setAttribute("role", role);
    const box = this.#make("div");
    box.className = "nc-plain";
    box.append(line);
    const screen = this.#make("div");
    screen.className = "nc";
    screen.append(box);
    this.shadowRoot.replaceChildren(screen);
    return box;
  }

  /** Shows the message and, as far as the story can be read at all, the articles as plain text. */
  #fallBack(message) {
    this.#abandon();
    const box = this.#say(message, "alert");
    try {
      const story = JSON.parse(this.#given.story);
      const corpus = story.corpus ?? story;
      if (corpus.title) box.append(this.#make("h2", corpus.title));
      for (const { outlet, title, text, lang = "en" } of corpus.documents) {
        const article = this.#make("article");
        article.lang = lang;
        article.dir = "auto";
        const heading = [outlet, title].filter(Boolean).join(": ");
        if (heading) article.append(this.#make("h3", heading));
        article.append(...text.split(/\s*\n\s*/).filter(Boolean).map((paragraph) => this.#make("p", paragraph)));
        box.append(article);
      }
    } catch {
      // There is no story to read: the message is all there is to say.
    }
    this.#dispatch("error", { message });
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(`news-compare:${name}`, { bubbles: true, composed: true, detail }));
  }
}

customElements.define("news-compare", NewsCompare);
