// Pictures of the shipped widget, for looking at, and the one in the README. `cargo xtask screenshots` runs this.
//
// Usage: CHROMIUM=… node tests/e2e/screenshots.mjs FOLDER

import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch, root, serve, settled, standalone } from "./support.mjs";
import { comparison } from "./story.mjs";

/** The picture in the README is loaded by everybody who looks at the project. */
const README_LIMIT = 150_000;

const [folder] = process.argv.slice(2);
const viewports = { wide: [1440, 900], tablet: [820, 1100], phone: [390, 844] };

const browser = await launch();
const server = await serve();

async function open(address, viewport, colorScheme, deviceScaleFactor = 1) {
  const [width, height] = viewport;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, deviceScaleFactor, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(address);
  await page.locator(".nc-row").first().waitFor();
  return page;
}

async function openFirstRow(page) {
  await page.locator(".nc-statement").first().click();
  await page.locator(".nc-detail-row").waitFor();
  await page.evaluate(() => document.querySelector("news-compare").shadowRoot.activeElement?.blur());
  await page.mouse.move(0, 0);
  await settled(page);
}

async function setStory(page, story) {
  await page.evaluate((story) => { document.querySelector("news-compare").data = story; }, story);
  await page.getByRole("heading", { name: story.corpus.title }).waitFor();
  await settled(page);
}

const written = [];
async function shoot(page, name) {
  const path = join(folder, `${name}.png`);
  await settled(page);
  await page.screenshot({ path });
  written.push(path);
}

mkdirSync(folder, { recursive: true });
for (const [name, viewport] of Object.entries(viewports)) {
  for (const colors of ["light", "dark"]) {
    const page = await open(`${server.origin}/`, viewport, colors);
    await shoot(page, `${name}-${colors}`);
    await openFirstRow(page);
    await shoot(page, `${name}-${colors}-open`);
    await setStory(page, comparison);
    await openFirstRow(page);
    await shoot(page, `${name}-${colors}-every-stance`);
    for (const way of ["Read in order", "Numbers and names"]) {
      await page.getByRole("button", { name: way }).click();
      await shoot(page, `${name}-${colors}-${way.toLowerCase().replaceAll(" ", "-")}`);
    }
    await page.context().close();
  }
}
const phone = await open(`${server.origin}/`, viewports.phone, "light");
await openFirstRow(phone);
await phone.locator(".nc-tab").nth(1).click();
await shoot(phone, "phone-light-article");
await setStory(phone, comparison);
await phone.evaluate(() => { document.querySelector("news-compare").data = { format: "news-compare.corpus/1", documents: [] }; });
await phone.getByRole("alert").waitFor();
await shoot(phone, "phone-light-error");
const file = await open(standalone, viewports.wide, "light");
await shoot(file, "file-light");

// WebP at the same look is a third of PNG; Playwright cannot write it, the browser can.
const page = await open(`${server.origin}/`, [1400, 820], "light", 1.25);
await openFirstRow(page);
const session = await page.context().newCDPSession(page);
const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 72 });
const picture = join(root, "docs/screenshot.webp");
mkdirSync(join(root, "docs"), { recursive: true });
writeFileSync(picture, Buffer.from(data, "base64"));
written.push(picture);

await browser.close();
await server.close();
console.log(written.join("\n"));
const { size } = statSync(picture);
if (size > README_LIMIT) throw new Error(`docs/screenshot.webp has ${size} bytes; the limit is ${README_LIMIT}`);
