// Times the shipped screen in headless Chromium, with a made story of fifty sources and two thousand claims.
//
// `cargo xtask bench ui` runs it and sets CHROMIUM, the browser. Times end when the frame with the change is painted. A machine with
// other work makes all of them longer, so that what the same page drops at rest stands beside what it drops while it scrolls.

import { launch, host, serve, settled } from "../e2e/support.mjs";
import { made } from "../e2e/made.mjs";

const [documents, claims] = [50, 2000];
const story = made(documents, claims);
const FRAME = 1000 / 60;

const browser = await launch();
const server = await serve({
  "/empty": host(`<news-compare id="it"></news-compare>`),
  "/story": host(`<news-compare id="it" src="/corpus.json"></news-compare>`),
  "/comparison.json": { body: JSON.stringify(story), type: "application/json" },
  "/corpus.json": { body: JSON.stringify(made(documents, 600).corpus), type: "application/json" },
});

async function open(viewport = { width: 1440, height: 900 }) {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("pageerror", (error) => { throw error; });
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => ({ value: entry.value, at: entry.startTime, from: entry.sources.map(({ previousRect }) => previousRect), to: entry.sources.map(({ currentRect }) => currentRect) }))))
      .observe({ type: "layout-shift", buffered: true });
    window.ready = new Promise((resolve) => document.addEventListener("news-compare:ready", () => resolve(performance.now()), { once: true }));
    /** Resolves after the next frame is painted. */
    window.painted = () => new Promise((resolve) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    }));
  });
  return page;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ms = (number) => `${number.toFixed(0)} ms`;
const lines = [];
function line(what, value, limit, holds) {
  lines.push(`${what.padEnd(52)} ${value.padStart(46)}   ${limit.padEnd(10)} ${holds ? "holds" : "MISSED"}`);
}

// First paint, and what moves after it.
{
  const page = await open();
  await page.goto(`${server.origin}/story`);
  const { shown, ready, shift } = await page.evaluate(async () => {
    const element = document.querySelector("#it");
    let shown;
    do {
      shown = await window.painted();
    } while (!element.shadowRoot.querySelector(".nc-text"));
    const ready = await window.ready;
    for (let frame = 0; frame < 4; frame += 1) await window.painted();
    return { shown, ready, shift: window.shifts.filter(({ at }) => at > shown) };
  });
  line(`panes of ${documents} articles painted, compared ${ms(ready - shown)} later`, ms(shown), "before it", shown < ready);
  const sum = shift.reduce((sum, { value }) => sum + value, 0);
  line("layout shift after the first paint", sum.toFixed(4), "0", sum === 0);
  if (sum > 0) lines.push(...shift.map((entry) => `  ${JSON.stringify(entry)}`));
  await page.context().close();
}

// Choosing rows, and scrolling.
{
  const page = await open();
  await page.goto(`${server.origin}/empty`);
  await page.evaluate(() => window.ready);
  const loaded = await page.evaluate(async () => {
    const data = await (await fetch("/comparison.json")).text();
    const element = document.querySelector("#it");
    const done = new Promise((resolve) => document.addEventListener("news-compare:ready", resolve, { once: true }));
    const begun = performance.now();
    element.data = data;
    await done;
    return (await window.painted()) - begun;
  });
  const nodes = await page.evaluate(() => document.querySelector("#it").shadowRoot.querySelectorAll("*").length);
  lines.push(`${`${documents} sources, ${claims} claims on the screen`.padEnd(52)} ${ms(loaded).padStart(46)}   ${nodes} elements`);

  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  /** Milliseconds that the page's thread has worked so far, whatever else the machine did meanwhile. */
  const worked = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
  };
  // Each choice somewhere else in the matrix, and none open before it.
  async function choose(selector, at) {
    await page.evaluate(async ([selector, at]) => {
      const { shadowRoot } = document.querySelector("#it");
      shadowRoot.querySelector(".nc-statement[aria-expanded=true]")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
      const scroll = shadowRoot.querySelector(".nc-table-box");
      scroll.scrollTop = at * 700;
      for (let frame = 0; frame < 4; frame += 1) await window.painted();
      const box = scroll.getBoundingClientRect();
      const seen = [...shadowRoot.querySelectorAll(selector)].filter((one) => {
        const { top, bottom, left, right, height } = one.getBoundingClientRect();
        return height > 0 && top > box.top + 40 && bottom < box.bottom && right < box.right && left >= box.left;
      });
      window.target = seen[at % seen.length];
      await window.painted();
    }, [selector, at]);
    const before = await worked();
    const time = await page.evaluate(async () => {
      const begun = performance.now();
      window.target.click();
      return (await window.painted()) - begun;
    });
    return { time, work: (await worked()) - before };
  }
  async function chooseMany(what, selector, step) {
    const times = [];
    for (let run = 0; run < 21; run += 1) times.push(await choose(selector, run * step + 1));
    const [time, work] = ["time", "work"].map((name) => median(times.map((one) => one[name])));
    line(`${what}, median of 21`, `${ms(time)} (worst ${ms(Math.max(...times.map((one) => one.time)))}), work ${ms(work)}`, "≤ 50 ms", time <= 50);
  }
  await chooseMany("choosing a row", ".nc-statement", 3);
  await chooseMany("choosing a cell, which may open its article", ".nc-cell", 5);

  await page.evaluate(() => document.querySelector("#it").shadowRoot.querySelector(".nc-statement[aria-expanded=true]")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })));
  await page.evaluate(() => { document.querySelector("#it").shadowRoot.querySelector(".nc-table-box").scrollTop = 0; });
  await settled(page);
  /** The share of frames that did not come while something went on. */
  async function dropped(during) {
    await page.evaluate(() => {
      window.frames_ = [];
      window.counting = true;
      const count = (time) => { window.frames_.push(time); if (window.counting) requestAnimationFrame(count); };
      requestAnimationFrame(count);
    });
    const before = await worked();
    await during();
    const work = (await worked()) - before;
    const times = await page.evaluate(() => { window.counting = false; return window.frames_; });
    const gaps = times.slice(1).map((time, at) => time - times[at]);
    const lost = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME) - 1), 0);
    return { share: lost / (lost + gaps.length), worst: Math.max(...gaps), frames: gaps.length, work: work / (lost + gaps.length) };
  }
  const box = await page.locator(".nc-table-box").boundingBox();
  const gesture = (more) => session.send("Input.synthesizeScrollGesture", { x: box.x + box.width / 2, y: box.y + box.height / 2, gestureSourceType: "mouse", speed: 1200, ...more });
  const rest = await dropped(() => page.waitForTimeout(3000));
  const percent = ({ share, worst, work }) => `${(share * 100).toFixed(1)} % (worst ${ms(worst)}), work ${work.toFixed(1)} ms a frame`;
  const down = await dropped(() => gesture({ yDistance: -4000 }));
  line(`scrolling down, frames dropped (at rest ${(rest.share * 100).toFixed(1)} %)`, percent(down), "< 5 %", down.share < 0.05);
  const up = await dropped(() => gesture({ yDistance: 3000 }));
  line("scrolling up, frames dropped", percent(up), "< 5 %", up.share < 0.05);
  const across = await dropped(() => gesture({ xDistance: -1200 }));
  line("scrolling sideways, frames dropped", percent(across), "< 5 %", across.share < 0.05);
  const reached = await page.evaluate(() => document.querySelector("#it").shadowRoot.querySelector(".nc-table-box").scrollTop);
  if (reached < 500) lines.push(`  the matrix was not scrolled: ${reached}`);
  if (process.env.PROFILE) {
    await session.send("Profiler.enable");
    await session.send("Profiler.start");
    for (let run = 0; run < 10; run += 1) await choose(".nc-statement", run * 3 + 1);
    const { profile } = await session.send("Profiler.stop");
    const self = new Map();
    const byId = new Map(profile.nodes.map((node) => [node.id, node]));
    profile.samples.forEach((id, at) => {
      const { functionName, url } = byId.get(id).callFrame;
      const name = `${functionName || "(anonymous)"} ${url.split("/").pop()}`;
      self.set(name, (self.get(name) ?? 0) + profile.timeDeltas[at] / 1000);
    });
    lines.push(...[...self].sort((a, b) => b[1] - a[1]).slice(0, 25).map(([name, time]) => `  ${ms(time / 10).padStart(8)} ${name}`));
  }
  await page.context().close();
}

await browser.close();
await server.close();
console.log(lines.join("\n"));
