import { type ChildProcess, spawn } from "node:child_process";
import { type Browser, launch, type Page } from "puppeteer-core";
import { freePorts } from "../scripts/free-ports.mjs";
import { expect, test } from "./test";

/**
 * What matters most, in a second engine. Firefox is driven by Puppeteer: Playwright's own Firefox is a patched one that
 * many machines cannot fetch, and the one of a system does not yet answer all that Playwright asks over WebDriver BiDi.
 */
const executablePath = process.env.FIREFOX_PATH ?? "";
test.describe.configure({ mode: "serial" });

let browser: Browser;
let page: Page;
let server: ChildProcess;
let address: string;
/** What the page has thrown. */
const errors: string[] = [];

/** What has this role and name, once it is there and can be used. */
const byRole = (role: string, name: string) =>
  page.locator(`::-p-aria([name="${name}"][role="${role}"])`).setTimeout(120_000);

const open = async (path: string): Promise<void> => {
  await page.goto(`${address}${path}`);
  await page.waitForFunction(() => document.documentElement.dataset.hydrated !== undefined);
};

const heading = () => page.$eval("h1", (element) => element.textContent);

const run = async (): Promise<void> => {
  await byRole("button", "Play").click();
  await byRole("button", "Run again").wait();
};

test.beforeAll(async () => {
  // A server of its own: it is stopped to cut the network.
  const [port] = await freePorts(1);
  address = `http://localhost:${port}/`;
  const preview = ["node_modules/vite/bin/vite.js", "preview", "--port", String(port), "--strictPort"];
  server = spawn(process.execPath, preview, { stdio: "ignore" });
  browser = await launch({ browser: "firefox", executablePath, headless: true });
  page = await browser.newPage();
  page.on("pageerror", (error) => errors.push(String(error)));
  await expect(async () => void (await fetch(address))).toPass({ timeout: 30_000 });
});
test.afterAll(async () => {
  await browser.close();
  server.kill();
});
test.afterEach(() => expect(errors).toEqual([]));

test("a lesson answers a guess in Firefox", async () => {
  await open("lessons/lora/zero/");
  expect(await heading()).toBe("Why does B start at zero?");
  // By keyboard: the circle that is drawn is not the input.
  const guess = await byRole("radio", "It never learns anything").waitHandle();
  await guess.press(" ");
  await byRole("button", "Lock in and run").click();
  await byRole("button", "Pause").click();
  await page.locator("::-p-text(Locked in. The run will show.)").wait();
});

test("a race is trained on wasm in Firefox, from a link that holds all of it", async () => {
  await open("playground/?v=1&base=toolbox-tiny&lanes=lora,bitfit&steps=5&seed=3");
  await run();
  expect(await page.$eval("main", (main) => main.textContent)).toMatch(/WebAssembly/);
});

test("what was visited works in Firefox without a network", async () => {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const here = location.href.split("?")[0] ?? "";
    while (!(await caches.match(here))) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  server.kill();
  await expect(async () => expect(await fetch(address).catch(() => null)).toBeNull()).toPass();
  await open("playground/?v=1&base=toolbox-tiny&lanes=lora,bitfit&steps=5&seed=3");
  await run();
});
