// The custom element <news-compare>.
//
// The build wraps this file in one function, after these names:
//   VERSION           of the program
//   STYLE             the style sheet of the screen
//   WASM_PACKED       the WebAssembly module, packed, in base64; WASM_SIZE is its size, and unpack.js unpacks it
//   makeBindings()    gives fresh bindings to JavaScript: each call has a state, and so an instance, of its own
//
// It is a guest in somebody else's page: no global name, no change outside the element, no request unless `src` asks. What the page has
// added to the prototypes of objects and arrays is no part of a story: what is handed to Rust has no prototype.

/** How often one story is started again after a panic before the plain reading is all that is shown. */
const RESTARTS = 2;

/** How far from what the reader sees an element that is to load late begins: a screen above and below. */
const NEAR = "100% 0%";

/** How long a server may take to send the story, and after how long what the page put inside is shown meanwhile, in milliseconds. */
const LONGEST_WAIT = 60_000;
const LONG_WAIT = 4_000;

/** The attributes that are properties too, with what each says without the attribute. */
const REFLECTED = { src: "", integrity: "", theme: "auto", loading: "lazy", view: "compare", headingLevel: 2, workerSrc: "" };

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
function checkText(text, place, words) {
  const at = loneSurrogate(text);
  if (at >= 0) {
    const code = text.charCodeAt(at).toString(16).toUpperCase();
    throw new StoryError(words.halfCharacter(place, code, at + 1));
  }
  return text;
}

/** Refuses an object in which any string, however deep, is no Unicode. */
function checkObject(value, place, words, above = []) {
  if (typeof value === "string") {
    checkText(value, place, words);
  } else if (typeof value === "object" && value !== null) {
    if (above.includes(value)) throw new StoryError(words.itself(place));
    const parents = [...above, value];
    for (const key of Object.keys(value)) {
      const inside = Array.isArray(value) ? `${place}[${key}]` : `${place}.${key}`;
      checkText(key, words.nameIn(place), words);
      checkObject(value[key], inside, words, parents);
    }
  }
}

/** Gives JSON text; of an array what is in it, even where an old library has given all arrays a `toJSON`. */
function textOf(value) {
  return JSON.stringify(value, function (key, given) {
    return Array.isArray(this[key]) ? this[key] : given;
  });
}

/** Gives what was set as `.data` as JSON text. */
function textOfData(data, words) {
  if (typeof data === "string") return checkText(data, words.property, words);
  if (typeof data !== "object") throw new StoryError(words.wrongType(typeof data));
  checkObject(data, "data", words);
  return textOf(data);
}

/** Loads the story that `src` names. */
async function textOfSource(source, integrity, signal, words) {
  if (source.trim() === "") throw new StoryError(words.noAddress);
  const waiting = new AbortController();
  const end = () => waiting.abort();
  signal.addEventListener("abort", end);
  const timer = setTimeout(end, LONGEST_WAIT);
  let bytes;
  try {
    const response = await fetch(new URL(source, document.baseURI), { signal: waiting.signal, integrity });
    if (!response.ok) throw new Error(words.answered(`${response.status} ${response.statusText}`.trim()));
    bytes = await response.arrayBuffer();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new StoryError(words.notLoaded(source, waiting.signal.aborted ? words.noAnswer(LONGEST_WAIT / 1000) : error.message));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new StoryError(words.notUtf8(source));
  }
}

/** Waits until the page is parsed, for a script that runs before the element's children are there. */
function pageParsed() {
  if (document.readyState !== "loading") return undefined;
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

/** What the element says by itself, before and instead of Rust; one table for each language, as in src/ui/words.rs. */
const WORDS = {
  en: {
    loading: "Loading the articles …",
    halfCharacter: (place, code, at) => `${place} is not well-formed text: half a character (U+${code}) stands alone at position ${at}.`,
    nameIn: (place) => `A name in ${place}`,
    itself: (place) => `${place} holds itself; a story is plain data.`,
    property: "The property `data`",
    wrongType: (type) => `The property \`data\` must be an object or JSON text, not a ${type}.`,
    scriptText: "The text of the <script> inside <news-compare>",
    answered: (status) => `the server answered ${status}`,
    notLoaded: (source, why) => `The story at ${source} could not be loaded: ${why}`,
    noAnswer: (seconds) => `there was no whole answer within ${seconds} seconds`,
    noAddress: "The attribute `src` is empty: it names no story.",
    noStory: "There is no story here: <news-compare> holds neither an <article> nor a <script type=\"application/json\">, and has neither `src` nor `data`.",
    notUtf8: (source) => `The story at ${source} is not UTF-8 text.`,
    notRead: (why) => `The story could not be read: ${why}`,
    cannotRun: (why) => `News Compare cannot run here: ${why}`,
    failed: (why) => `The comparison failed: ${why}`,
  },
  es: {
    loading: "Cargando los artículos…",
    halfCharacter: (place, code, at) => `${place} no es un texto bien formado: hay medio carácter suelto (U+${code}) en la posición ${at}.`,
    nameIn: (place) => `Un nombre en ${place}`,
    itself: (place) => `${place} se contiene a sí mismo; una historia son datos simples.`,
    property: "La propiedad `data`",
    wrongType: (type) => `La propiedad \`data\` debe ser un objeto o texto JSON, no ${type}.`,
    scriptText: "El texto del <script> dentro de <news-compare>",
    answered: (status) => `el servidor respondió ${status}`,
    notLoaded: (source, why) => `No se ha podido cargar la historia de ${source}: ${why}`,
    noAnswer: (seconds) => `no llegó una respuesta completa en ${seconds} segundos`,
    noAddress: "El atributo `src` está vacío: no nombra ninguna historia.",
    noStory: "Aquí no hay ninguna historia: <news-compare> no contiene ningún <article> ni <script type=\"application/json\">, y no tiene ni `src` ni `data`.",
    notUtf8: (source) => `La historia de ${source} no es texto UTF-8.`,
    notRead: (why) => `No se ha podido leer la historia: ${why}`,
    cannotRun: (why) => `News Compare no puede funcionar aquí: ${why}`,
    failed: (why) => `La comparación ha fallado: ${why}`,
  },
};

/** The language of an element as the page gives it: its own `lang`, else that of the nearest element around it, shadow roots and all. */
function languageOf(element) {
  for (let node = element; node; node = node.getRootNode().host) {
    const named = node.closest("[lang]");
    if (named) return named.getAttribute("lang");
  }
  return "";
}

/** The words for a language; English where there is no table. */
function wordsFor(lang) {
  const [language] = lang.trim().toLowerCase().split(/[-_]/);
  return Object.hasOwn(WORDS, language) ? WORDS[language] : WORDS.en;
}

class NewsCompare extends HTMLElement {
  static observedAttributes = ["src", "integrity", "lang", "loading", "view", "heading-level"];

  #data = null;
  /** The story on the screen, as it was given to Rust; and that of the page, if the reader has opened another one there. */
  #given = null;
  #paged = null;
  /** The `<div>` that Yew owns; thrown away together with its instance. */
  #root = null;
  #screen = null;
  #restarts = 0;
  #analyses = new Analyses();
  /** Ends the analysis that is under way; and the same, where the story before stays on the screen meanwhile. */
  #comparing = null;
  #following = null;
  /** Ends whatever is still under way for an older story. */
  #running = null;
  #scheduled = false;
  /** Settles when the story that was given last is on the screen, or is given up. */
  #shown = Promise.resolve();
  /** Sees an element come near that is to load late; and whether it did. */
  #observer = null;
  #near = false;
  /** Whether the reader has stopped the comparison. */
  #stopped = false;
  /** Shows what the page put inside, where a story was refused. */
  #inside = null;
  /** Why there is no story on the screen, in the words shown there; null where there is one. */
  #failure = null;
  /** The bindings of the instance that owns the screen. */
  #bindings = null;

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
    // A page may have set a property before this class was there.
    for (const property of ["data", ...Object.keys(REFLECTED)]) {
      if (!Object.hasOwn(this, property)) continue;
      const early = this[property];
      delete this[property];
      this[property] = early;
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

  attributeChangedCallback(name) {
    if (name === "lang") this.#speak();
    else if (name === "loading") this.#wait();
    else if (name === "view" || name === "heading-level") this.#screen?.arrange(this.view, this.headingLevel);
    else if (this.#data === null && (name === "src" || this.hasAttribute("src"))) this.#refresh();
  }

  get #lang() {
    return languageOf(this);
  }

  get #words() {
    return wordsFor(this.#lang);
  }

  /** Goes on in the language that the page gives now. */
  #speak() {
    if (this.#given) this.#given.lang = this.#lang;
    this.#screen?.speak(this.#lang);
  }

  #adoptStyle() {
    this.shadowRoot.adoptedStyleSheets = [sheetFor(this.ownerDocument)];
  }

  /** Shows the story that is given now; several changes in a row count as one. */
  #refresh() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#shown = Promise.resolve().then(() => {
      this.#scheduled = false;
      if (!this.isConnected || this.#wait()) return undefined;
      this.#running?.abort();
      this.#running = new AbortController();
      return this.#load(this.#running.signal);
    });
  }

  /** Holds an element that is to load late until it is near what the reader sees; tells whether it is held. */
  #wait() {
    const waits = this.isConnected && this.loading !== "eager" && !this.#near && !this.#root;
    if (waits && !this.#observer) {
      // What the page put inside can be read meanwhile, searched and printed.
      const place = this.#make("div");
      place.className = "nc-place";
      place.append(this.#make("slot"));
      this.shadowRoot.replaceChildren(place);
      this.#observer = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.#approach(), { rootMargin: NEAR });
      this.#observer.observe(this);
    } else if (!waits && this.#observer) {
      this.#approach();
    }
    return waits;
  }

  /** Goes on with an element that was held. */
  #approach() {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#near = true;
    this.#refresh();
  }

  /** Loads the story now, whatever `loading` says; settles when it is on the screen or given up. */
  load() {
    if (this.#observer) this.#approach();
    return this.#shown;
  }

  /** Reads the story again from where it comes from, after a change that the element cannot see: of its children, or behind `src`. */
  refresh() {
    this.#refresh();
    return this.load();
  }

  /** Gives the comparison on the screen as an object; takes one up again that the reader has stopped. */
  async analyze() {
    await this.load();
    if (this.#stopped) await this.#resume();
    return JSON.parse(await this.export());
  }

  /**
   * Gives the comparison on the screen as text: `json`, `annotations`, `schema`, `csv`, `csv-bom` or `markdown`.
   * Waits for the one that is under way; fails where there is none, with the reason that the element shows.
   */
  async export(format = "json") {
    await this.load();
    if (this.#failure !== null) throw new Error(this.#failure);
    const comparison = this.#given?.comparison ?? this.#given?.story;
    if (typeof format !== "string") throw new TypeError(`There is no format ${String(format)}.`);
    if (!this.#screen || this.#stopped || comparison === undefined) throw new Error("There is no comparison on the screen.");
    return this.#bindings.exportAs(comparison, format, this.#lang);
  }

  async #load(signal) {
    this.#restarts = 0;
    if (!this.#root) this.#say(this.#words.loading).classList.add("nc-place");
    const given = { __proto__: null };
    const slow = setTimeout(() => signal.aborted || this.#root || this.#showInside(), LONG_WAIT);
    try {
      given.story = await this.#story(signal);
    } catch (error) {
      if (signal.aborted) return;
      given.error = error instanceof StoryError ? error.message : this.#words.notRead(error.message);
    } finally {
      clearTimeout(slow);
    }
    Object.assign(given, { lang: this.#lang, view: this.view, level: this.headingLevel, elsewhere: true, desk: this.hasAttribute("desk") });
    this.#paged = given;
    if (!signal.aborted) await this.#show(given, signal);
  }

  /** Shows a story that the reader has opened on the page, or that of articles that are typed there. */
  async #open({ story, origin, follows }) {
    const given = { __proto__: null, ...this.#paged, lang: this.#lang };
    if (story !== undefined) Object.assign(given, { story, opened: origin, error: undefined, comparison: undefined });
    const screen = this.#screen;
    if (!follows || this.#stopped || screen.awaits()) {
      await this.#show(given, this.#running.signal);
      return;
    }
    this.#comparing?.abort();
    const { signal } = (this.#comparing = this.#following = new AbortController());
    screen.follow(0, 0);
    try {
      const onProgress = (done, of) => signal.aborted || screen.follow(done, of);
      given.comparison = await this.#analyses.run(given, this.getAttribute("worker-src"), signal, onProgress);
      if (signal.aborted) return;
      screen.show((this.#given = given));
      this.#heed();
    } catch (error) {
      if (!signal.aborted) screen.unfollow(this.#words.failed(error.message));
    }
  }

  /** Gives the story as JSON text; undefined for the one that is embedded. */
  async #story(signal) {
    if (this.#data !== null) return textOfData(this.#data, this.#words);
    if (this.hasAttribute("src")) {
      return textOfSource(this.getAttribute("src"), this.getAttribute("integrity") ?? "", signal, this.#words);
    }
    await pageParsed();
    const child = this.querySelector(':scope > script[type="application/json"]');
    if (child) return checkText(child.textContent, this.#words.scriptText, this.#words);
    const corpus = corpusOf(this);
    // What an element holds that is no story was meant to be one: the embedded story would stand in a page for it.
    if (!corpus && holdsAnything(this)) throw new StoryError(this.#words.noStory);
    return corpus && textOf(corpus);
  }

  async #show(given, signal) {
    this.#given = given;
    const before = this.#failure;
    this.#failure = null;
    try {
      if (this.#screen) {
        this.#screen.show(given);
        this.#heed();
        // The screen tells what changes on it; that the next story is refused for the same reason is told here.
        if (before !== null && this.#failure === before) this.#dispatch("error", { message: before });
        await this.#compare(given);
        return;
      }
      this.#bindings = makeBindings();
      const bindings = this.#bindings;
      await bindings({ module_or_path: await compiledModule() });
      if (signal.aborted) return;
      const root = this.ownerDocument.createElement("div");
      this.shadowRoot.replaceChildren(root);
      this.#root = root;
      this.#screen = bindings.mount(root, given, {
        onEvent: (name, detail) => {
          if (this.#root !== root) return;
          if (name === "stop") this.#stop();
          else if (name === "open") this.#open(detail);
          else if (name === "resume") this.#resume();
          else this.#dispatch(name, detail);
        },
        // A new task, because the panic is still under way when this is called.
        onPanic: (message) => setTimeout(() => this.#recover(root, message)),
      });
      this.#heed();
      await this.#compare(given);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) {
        // A panic is told by `onPanic` as well, and first; running out of memory is not.
        const root = this.#root;
        setTimeout(() => this.#recover(root, error.message));
      } else if (!signal.aborted) {
        this.#fallBack(this.#words.cannotRun(error.message));
      }
    }
  }

  /** Takes note of why a story was refused, if it was; then, and only then, what the page put inside can be read below the reason. */
  #heed() {
    this.#failure = this.#screen.refused() ?? null;
    this.#inside?.remove();
    // A story that the reader opened has nothing to do with what the page put inside.
    if (this.#failure !== null && this.#given.opened === undefined) this.#showInside();
  }

  /** Shows what the page put inside, below what the element says. */
  #showInside() {
    this.#inside = this.#make("slot");
    this.shadowRoot.append(this.#inside);
  }

  /** Has the story on the screen compared, if it is not; an analysis of another story ends. */
  async #compare(given) {
    this.#comparing?.abort();
    const comparing = new AbortController();
    this.#comparing = comparing;
    this.#stopped = false;
    const screen = this.#screen;
    try {
      if (!given.comparison && screen.awaits()) {
        const onProgress = (done, of) => {
          if (!comparing.signal.aborted && this.#screen === screen) screen.progress(done, of);
        };
        given.comparison = await this.#analyses.run(given, this.getAttribute("worker-src"), comparing.signal, onProgress);
        if (!comparing.signal.aborted) screen.complete(given.comparison);
      }
    } catch (error) {
      if (!comparing.signal.aborted) this.#fallBack(this.#words.failed(error.message));
    }
  }

  /** Compares after all. */
  #resume() {
    this.#screen.progress(0, 0);
    return this.#compare(this.#given);
  }

  /** Ends the analysis that is under way; the articles stay. */
  #stop() {
    this.#comparing?.abort();
    if (this.#comparing === this.#following) {
      this.#screen?.unfollow();
      return;
    }
    this.#stopped = true;
    this.#screen?.stopped();
  }

  /** Starts afresh after a panic in the instance that owned `root`. */
  #recover(root, message) {
    if (!root || this.#root !== root) return;
    this.#abandon();
    if (this.#restarts >= RESTARTS) {
      this.#fallBack(this.#words.failed(message));
      return;
    }
    this.#restarts += 1;
    this.#show(this.#given, this.#running.signal);
  }

  /** Drops an instance that must not be entered again, not even to free what it holds. */
  #abandon() {
    this.#comparing?.abort();
    this.#screen?.__destroy_into_raw();
    this.#screen = null;
    this.#bindings = null;
    this.#root?.remove();
    this.#root = null;
  }

  #clear() {
    this.#running?.abort();
    this.#running = null;
    this.#comparing?.abort();
    this.#analyses.close();
    this.#observer?.disconnect();
    this.#observer = null;
    this.#near = false;
    this.#screen?.destroy();
    this.#screen = null;
    this.#root = null;
    this.#failure = null;
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
    screen.lang = this.#words === WORDS.en ? "en" : this.#lang;
    screen.append(box);
    this.shadowRoot.replaceChildren(screen);
    return box;
  }

  /** Shows the message and, as far as the story can be read at all, the articles as plain text; else what the page put inside. */
  #fallBack(message) {
    this.#abandon();
    this.#failure = message;
    const box = this.#say(message, "alert");
    try {
      const story = JSON.parse(this.#given.story);
      const corpus = Object.hasOwn(story, "corpus") ? story.corpus : story;
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
      this.#showInside();
    }
    this.#dispatch("error", { message });
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(`news-compare:${name}`, { bubbles: true, composed: true, detail }));
  }
}

for (const [property, absent] of Object.entries(REFLECTED)) {
  const attribute = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  Object.defineProperty(NewsCompare.prototype, property, {
    __proto__: null,
    get() {
      const text = this.getAttribute(attribute);
      if (typeof absent !== "number") return text ?? absent;
      // What is no number counts as left out, and a level that HTML does not have as the nearest that it has.
      const level = Number.parseInt(text, 10);
      return Number.isNaN(level) ? absent : Math.min(Math.max(level, 1), 6);
    },
    set(value) {
      this.setAttribute(attribute, value);
    },
    enumerable: true,
    configurable: true,
  });
}

customElements.define("news-compare", NewsCompare);
