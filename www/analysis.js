// Compares the articles off the main thread, so that the page goes on scrolling meanwhile.
//
// There are three ways, and all give the same bytes: a worker from a script of the page's own that `worker-src` names, a worker that is
// made here of this script's own text, and slices on the main thread, one article at a time. A policy, a sandbox or a browser may forbid
// the workers, and says so late or not at all: a worker that does not answer soon is given up. Known limit: in slices, what follows the
// last article is one slice.

/** How long a new worker may take to answer, in milliseconds; one that is forbidden never does. */
const HANDSHAKE = 4000;

/** How long a worker waits for another story before it is let go, in milliseconds; what it read is forgotten then. */
const IDLE = 10_000;

/** How long slices wait for a frame at most, in milliseconds: none comes while the page is hidden. */
const PATIENCE = 250;

/** What a worker does. It gets the bindings as text, so it uses nothing else of this file. */
function serveAnalyses(makeBindings, scope) {
  let analyst;
  scope.onmessage = async ({ data: { module, story, lang } }) => {
    try {
      if (module) {
        const bindings = makeBindings();
        await bindings({ module_or_path: module });
        analyst = new bindings.Analyst();
        scope.postMessage({ started: true });
        return;
      }
      const of = analyst.begin(story, lang);
      for (let done = 1; analyst.read(); done += 1) scope.postMessage({ done, of });
      scope.postMessage({ comparison: analyst.finish() });
    } catch (error) {
      scope.postMessage({ failed: String(error?.message ?? error) });
    }
  };
}

/** Whether the page lets a worker be made here: a promise as soon as one is tried, so that a refusal is met only once. */
let ownWorkers;

let addressOfOwn;
let policy;

/** Gives the address of a worker's script as the page wants it where it requires Trusted Types; only addresses from here pass. */
function trustedAddress(address) {
  if (!globalThis.trustedTypes) return address;
  policy ??= trustedTypes.createPolicy("news-compare", { createScriptURL: (text) => text });
  return policy.createScriptURL(address);
}

function ownAddress() {
  addressOfOwn ??= URL.createObjectURL(
    new Blob([`"use strict";(${serveAnalyses})(${makeBindings},self);`], { type: "text/javascript" }),
  );
  return addressOfOwn;
}

/** Resolves after the next painting, or soon after when there is none. */
function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, PATIENCE);
  });
}

/** The analyses of one element, one at a time. */
class Analyses {
  #worker = null;
  #busy = false;
  #idle = 0;
  /** What goes on on the main thread; knows the articles of the last story. */
  #analyst = null;

  /** Gives the comparison of a story as JSON text; `workerSource` is the attribute, null without one. */
  async run({ story, lang = "" }, workerSource, signal, onProgress) {
    if (this.#busy) this.close();
    this.#busy = true;
    clearTimeout(this.#idle);
    try {
      return (await this.#inWorker(story, lang, workerSource, signal, onProgress)) ?? (await this.#inSlices(story, lang, signal, onProgress));
    } finally {
      // A later run has made itself busy after it closed this one.
      if (!signal.aborted) {
        this.#busy = false;
        this.#idle = setTimeout(() => this.close(), IDLE);
      }
    }
  }

  /** Lets everything go. */
  close() {
    clearTimeout(this.#idle);
    this.#worker?.terminate();
    this.#worker = null;
    this.#analyst = null;
    this.#busy = false;
  }

  /** Gives null when there is no worker, or when it died. */
  async #inWorker(story, lang, workerSource, signal, onProgress) {
    this.#worker ??= await this.#start(workerSource, signal);
    signal.throwIfAborted();
    const worker = this.#worker;
    if (!worker) return null;
    const comparison = await this.#ask(worker, { story, lang }, signal, (answer) => {
      if (answer.of) onProgress(answer.done, answer.of);
      return answer.comparison;
    });
    if (comparison === null) this.#dismiss(worker);
    return comparison;
  }

  #dismiss(worker) {
    worker.terminate();
    if (this.#worker === worker) this.#worker = null;
  }

  async #start(workerSource, signal) {
    if (workerSource !== null) {
      // The empty name asks for no worker at all: where a policy forbids them, trying one is an entry in the console.
      return workerSource.trim() ? this.#open(() => new URL(workerSource, document.baseURI).href, signal) : null;
    }
    if (ownWorkers && !(await ownWorkers)) return null;
    signal.throwIfAborted();
    const opened = this.#open(ownAddress, signal);
    // Being stopped tells nothing of what the page allows.
    ownWorkers ??= opened.then((worker) => worker !== null || signal.aborted, () => true);
    return opened;
  }

  /** Makes a worker and waits until it answers; null when it does not. */
  async #open(address, signal) {
    const module = await compiledModule();
    signal.throwIfAborted();
    let worker;
    try {
      worker = new Worker(trustedAddress(address()));
    } catch {
      return null;
    }
    const started = await this.#ask(worker, { module }, signal, (answer) => answer.started, HANDSHAKE);
    if (started) return worker;
    worker.terminate();
    return null;
  }

  /** Sends a message and waits until `read` finds in an answer what is wanted; null when the worker fails or takes too long. */
  #ask(worker, message, signal, read, patience = Infinity) {
    return new Promise((resolve, reject) => {
      const timer = patience < Infinity ? setTimeout(() => end(resolve, null), patience) : 0;
      const stop = () => {
        this.#dismiss(worker);
        end(reject, signal.reason);
      };
      function end(settle, value) {
        clearTimeout(timer);
        worker.onmessage = worker.onerror = worker.onmessageerror = null;
        signal.removeEventListener("abort", stop);
        settle(value);
      }
      signal.addEventListener("abort", stop);
      worker.onerror = (event) => {
        // Said here, not in the console of the page.
        event.preventDefault();
        end(resolve, null);
      };
      worker.onmessageerror = () => end(resolve, null);
      worker.onmessage = ({ data }) => {
        // Its own members alone: a page may have added some to all objects.
        const answer = { __proto__: null, ...data };
        const found = answer.failed === undefined ? read(answer) : null;
        if (found !== undefined) end(resolve, found);
      };
      try {
        worker.postMessage(message);
      } catch {
        end(resolve, null);
      }
    });
  }

  async #inSlices(story, lang, signal, onProgress) {
    await painted();
    signal.throwIfAborted();
    try {
      if (!this.#analyst) {
        const bindings = makeBindings();
        await bindings({ module_or_path: await compiledModule() });
        this.#analyst = new bindings.Analyst();
      }
      const analyst = this.#analyst;
      const of = analyst.begin(story, lang);
      for (let done = 1; analyst.read(); done += 1) {
        onProgress(done, of);
        await new Promise((resolve) => setTimeout(resolve));
        signal.throwIfAborted();
      }
      return analyst.finish();
    } catch (error) {
      // After a panic it must not be entered again.
      if (!signal.aborted) this.#analyst = null;
      throw error;
    }
  }
}
