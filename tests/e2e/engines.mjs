// Three browser engines behind one way to open a page and ask it something: Chromium, Firefox and WebKitGTK.
//
// Firefox is driven by Marionette and WebKit by WebDriver, both of which they bring along, in a few lines each: the npm drivers are eighty
// packages. Known limits: no input but `click()` from a script, and what a page writes to its console is told by the page itself.
//
// FIREFOX and WEBKIT_DRIVER name the programs; `cargo xtask test --only e2e` finds or installs them.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { launch } from "./support.mjs";

/** How long a browser may take to start, and a question to be answered, in milliseconds. */
const PATIENCE = 180_000;

const MINI_BROWSERS = [
  "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
  "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
];

/** A question as a script for a driver that calls back; `ask` is text, so that it brings nothing along. */
const script = (ask) => `const done = arguments[arguments.length - 1];
  Promise.resolve().then(() => (${ask})(...[...arguments].slice(0, -1))).then((value) => done({ value }), (error) => done({ error: String(error) }));`;

function answerOf({ value, error }) {
  if (error) throw new Error(error);
  return value;
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** Tries until it works. */
async function eventually(attempt) {
  for (const begun = Date.now(); ; await sleep(100)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() - begun > PATIENCE) throw error;
    }
  }
}

/** Starts a program and gives what ends it again. */
function start(program, args, env = {}) {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: "ignore" });
  const ended = once(child, "exit").catch(() => {});
  return async () => {
    child.kill();
    await Promise.race([ended, sleep(3000)]);
    child.kill("SIGKILL");
  };
}

async function startChromium() {
  const browser = await launch();
  const page = await (await browser.newContext()).newPage();
  return {
    open: (address) => page.goto(address),
    evaluate: (ask, ...given) => page.evaluate(([ask, given]) => new Function(`return (${ask})`)()(...given), [String(ask), given]),
    close: () => browser.close(),
  };
}

/** Marionette: a list in JSON after its length, over a socket. */
async function startFirefox() {
  const profile = mkdtempSync(join(tmpdir(), "news-compare-firefox-"));
  const port = await freePort();
  const settings = {
    "marionette.port": port,
    "security.fileuri.strict_origin_policy": true,
    "browser.shell.checkDefaultBrowser": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "app.update.enabled": false,
  };
  writeFileSync(join(profile, "user.js"), Object.entries(settings).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(""));
  const stop = start(process.env.FIREFOX, ["--headless", "--marionette", "--no-remote", "--profile", profile], { HOME: profile });
  const socket = await eventually(async () => {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    return socket;
  });
  const waiting = new Map();
  let received = Buffer.alloc(0);
  socket.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (let colon = received.indexOf(":"); colon > 0; colon = received.indexOf(":")) {
      const length = Number(received.subarray(0, colon));
      if (received.length < colon + 1 + length) return;
      const message = JSON.parse(received.subarray(colon + 1, colon + 1 + length));
      received = received.subarray(colon + 1 + length);
      // The first message is a greeting.
      if (Array.isArray(message)) waiting.get(message[1])?.(message);
    }
  });
  let count = 0;
  const command = (name, given = {}) =>
    new Promise((resolve, reject) => {
      const id = (count += 1);
      const text = JSON.stringify([0, id, name, given]);
      waiting.set(id, ([, , error, result]) => (error ? reject(new Error(`${name}: ${error.message}`)) : resolve(result)));
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  await command("WebDriver:NewSession", { capabilities: { alwaysMatch: {} } });
  await command("WebDriver:SetTimeouts", { script: PATIENCE, pageLoad: PATIENCE });
  return {
    open: (address) => command("WebDriver:Navigate", { url: address }),
    evaluate: async (ask, ...given) => answerOf((await command("WebDriver:ExecuteAsyncScript", { script: script(ask), args: given })).value),
    async close() {
      socket.destroy();
      await stop();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function startWebKit() {
  const port = await freePort();
  const display = process.env.DISPLAY ? null : `:${90 + (process.pid % 100)}`;
  const stopDisplay = display ? start("Xvfb", [display, "-screen", "0", "1440x900x24", "-nolisten", "tcp"]) : () => {};
  const home = mkdtempSync(join(tmpdir(), "news-compare-webkit-"));
  if (display) await eventually(() => { if (!existsSync(`/tmp/.X11-unix/X${display.slice(1)}`)) throw new Error("Xvfb does not start"); });
  const stop = start(process.env.WEBKIT_DRIVER, [`--port=${port}`], { HOME: home, LIBGL_ALWAYS_SOFTWARE: "1", ...(display && { DISPLAY: display }) });
  const command = async (method, path, given) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: given && JSON.stringify(given) });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  await eventually(() => command("GET", "/status"));
  const binary = MINI_BROWSERS.find((path) => existsSync(path));
  const options = { "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
  const { sessionId } = await command("POST", "/session", { capabilities: { alwaysMatch: options } });
  const at = `/session/${sessionId}`;
  await command("POST", `${at}/timeouts`, { script: PATIENCE, pageLoad: PATIENCE });
  return {
    open: (address) => command("POST", `${at}/url`, { url: address }),
    evaluate: async (ask, ...given) => answerOf(await command("POST", `${at}/execute/async`, { script: script(ask), args: given })),
    async close() {
      await command("DELETE", at).catch(() => {});
      await stop();
      await stopDisplay();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The engines by name: how to start each, or what it lacks here. */
export const engines = {
  chromium: { start: startChromium },
  firefox: { start: startFirefox, lacks: process.env.FIREFOX ? "" : "Firefox" },
  webkit: { start: startWebKit, lacks: process.env.WEBKIT_DRIVER ? "" : "WebKitGTK and its driver" },
};
