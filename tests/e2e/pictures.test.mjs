// Six scenes of the screen beside small pictures of them, for what no other test sees: that it looks as it should.
//
// `cargo xtask pictures` takes the pictures anew; look at the difference before committing them. They are a third of the size of the
// screen, and a fault is counted where a channel differs by more than TOLERANCE of 255: edges of letters that another machine
// smooths otherwise vanish in the mean, a line that breaks elsewhere does not. The fonts are those of the Debian package
// fonts-liberation, which xtask installs; without them, or in another version of Chromium, nothing is compared, and that is said.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import { made } from "./made.mjs";
import { happened, root, setUp, settled } from "./support.mjs";
import { comparison } from "./story.mjs";

/** How much a channel may differ, of 255: between the noise of smoothing and a line of text that is there or not. */
const TOLERANCE = 40;

/** The share of pixels that may differ by more, 1 of 1,000: about two words of the screen. */
const SHARE = 0.001;

const renew = Boolean(process.env.UPDATE_PICTURES);
const folder = `${root}tests/e2e/pictures`;
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Picture</title><link rel="icon" href="data:,">
<style>body { margin: 0 } news-compare { --nc-serif: "Liberation Serif"; --nc-sans: "Liberation Sans"; --nc-height: 800px }</style>
<script src="/news-compare.js" defer></script></head><body><news-compare id="it"></news-compare></body></html>`;
const shared = setUp({ "/picture": page });

const desk = { width: 1280, height: 800 };
const openRow = (page) => page.locator(".nc-statement").first().click();
const scenes = {
  "open-row": { viewport: desk, act: openRow },
  "open-row-dark": { viewport: desk, colorScheme: "dark", act: openRow },
  "open-row-forced": { viewport: desk, colorScheme: "dark", forcedColors: "active", act: openRow },
  "phone": { viewport: { width: 390, height: 1400 }, act: openRow },
  "in-order": { viewport: { width: 820, height: 1100 }, act: (page) => page.getByRole("button", { name: "Read in order" }).click() },
  "fifty": { viewport: { width: 1920, height: 800 }, story: made(50, 400), act: openRow },
};

async function show(t, { act, story = comparison, ...options }) {
  const { page } = await shared.open(t, "/picture", options);
  await page.evaluate((story) => { document.querySelector("#it").data = story; }, story);
  await happened(page, "ready", 2);
  await act(page);
  await page.evaluate(() => document.querySelector("#it").shadowRoot.activeElement?.blur());
  await page.mouse.move(0, 0);
  // Articles of those who speak of the row open a moment later.
  await page.waitForTimeout(200);
  await settled(page);
  return page;
}

/** A screenshot at a third of its size, as PNG in base64. */
async function picture(page) {
  const whole = (await page.screenshot({ animations: "disabled", caret: "hide" })).toString("base64");
  return page.evaluate(async (whole) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${whole}`)).blob());
    const [width, height] = [Math.floor(image.width / 3), Math.floor(image.height / 3)];
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const context = canvas.getContext("2d");
    Object.assign(context, { imageSmoothingEnabled: true, imageSmoothingQuality: "high" }).drawImage(image, 0, 0, width, height);
    return canvas.toDataURL("image/png").split(",")[1];
  }, whole);
}

/** The share of pixels of two pictures that differ by more than the tolerance; all where they are of different size. */
function difference(page, one, other) {
  return page.evaluate(async ([pictures, tolerance]) => {
    const [a, b] = await Promise.all(pictures.map(async (picture) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
      const context = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height }).getContext("2d");
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height);
    }));
    if (a.width !== b.width || a.height !== b.height) return 1;
    let count = 0;
    for (let at = 0; at < a.data.length; at += 4) {
      if ([0, 1, 2].some((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > tolerance)) count += 1;
    }
    return count / (a.width * a.height);
  }, [[one, other], TOLERANCE]);
}

/** Tells whether the fonts of the pictures are there: without them a word is as wide as in the font that stands in. */
const hasFonts = (page) => page.evaluate(() => {
  const context = document.createElement("canvas").getContext("2d");
  const width = (font) => Object.assign(context, { font: `40px ${font}` }).measureText("Wimmelbild & 1,234").width;
  return ["Serif", "Sans"].every((name) => width(`"Liberation ${name}", monospace`) !== width("monospace"));
});

/** The version of Chromium that the pictures were taken with. */
const taken = () => readFileSync(`${folder}/chromium.txt`, "utf8").trim();

describe("the screen looks as in its picture", () => {
  for (const [name, scene] of Object.entries(scenes)) {
    test(name, async (t) => {
      const page = await show(t, scene);
      const version = shared.browser.version().split(".")[0];
      if (!renew && version !== taken()) return t.skip(`the pictures are of Chromium ${taken()}, and this is ${version}: another version may draw otherwise`);
      if (!(await hasFonts(page))) return t.skip("the fonts of the pictures are missing (Debian: fonts-liberation)");
      const [path, now] = [`${folder}/${name}.png`, await picture(page)];
      if (renew) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path, Buffer.from(now, "base64"));
        writeFileSync(`${folder}/chromium.txt`, `${version}\n`);
        return undefined;
      }
      assert.ok(existsSync(path), `${path} is missing: cargo xtask pictures`);
      const share = await difference(page, now, readFileSync(path).toString("base64"));
      if (share > SHARE) {
        const found = `${root}target/pictures/${name}.png`;
        mkdirSync(`${root}target/pictures`, { recursive: true });
        writeFileSync(found, Buffer.from(now, "base64"));
        assert.fail(`${(share * 100).toFixed(2)} % of ${name} differ: see ${found}, and where it is better, cargo xtask pictures`);
      }
      return undefined;
    });
  }

  test("a colour, a size or a part that is not there is a difference", async (t) => {
    const page = await show(t, scenes["open-row"]);
    const before = await picture(page);
    assert.equal(await difference(page, before, await picture(page)), 0, "the same screen gives the same picture");
    for (const rule of ["--nc-disputed: #0b5f9e", "--nc-font-size: 16.5px", "--nc-chosen: #fff"]) {
      await page.evaluate((rule) => { document.querySelector("#it").style.cssText = rule; }, rule);
      await settled(page);
      const share = await difference(page, before, await picture(page));
      assert.ok(share > SHARE, `${rule}: ${(share * 100).toFixed(3)} %`);
    }
  });
});
