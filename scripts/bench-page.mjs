// Where the benchmark runs: a dev server of its own, a browser, and in it the worker that trains.
import { chromium } from "playwright";
import { createServer } from "vite";
import { findOrInstallBrowser } from "./browser.mjs";
import { root, stop } from "./setup.mjs";

/** @typedef {import("../e2e/engine-page/bench-worker").Bench} Bench */
/**
 * Calls a function of the worker; what goes in and comes out is plain data.
 * @typedef {<Name extends keyof Bench>(name: Name, ...parameters: Parameters<Bench[Name]>) => Promise<Awaited<ReturnType<Bench[Name]>>>} Ask
 */

/** First the graphics card; where there is none, WebGPU on the processor. */
const WEBGPU_FLAGS = [
  ["--enable-unsafe-webgpu", "--enable-features=Vulkan", "--ignore-gpu-blocklist"],
  ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"],
];
const WORKER_STARTS_MS = 120_000;

/**
 * Opens the page of the engine, if `needsWebGpu` in a browser that has an adapter where there is one.
 * @param {boolean} needsWebGpu
 * @returns {Promise<{ ask: Ask, another: () => Promise<Ask>, close: () => Promise<void> }>} the worker that trains, and
 * another one beside it
 */
export async function openBench(needsWebGpu) {
  const executablePath = await findOrInstallBrowser(stop);
  const server = await createServer({
    root,
    logLevel: "error",
    server: { host: "localhost", port: 0, hmr: false, watch: null },
    // A cache of its own: other servers of this project prepare other dependencies.
    cacheDir: `${root}/.cache/vite-bench`,
    optimizeDeps: { include: ["@jax-js/jax"] },
  });
  await server.listen();
  const url = `${server.resolvedUrls?.local[0]}e2e/engine-page/index.html`;
  const open = async (/** @type {string[]} */ args) => {
    const browser = await chromium.launch({ executablePath, args });
    return { browser, ask: await openWorker(browser, url) };
  };
  const [first, second] = WEBGPU_FLAGS;
  let { browser, ask } = await open((needsWebGpu && first) || []);
  if (needsWebGpu && second && !(await ask("hasWebGpu"))) {
    await browser.close();
    ({ browser, ask } = await open(second));
  }
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { ask, another: () => openWorker(browser, url), close };
}

/**
 * @param {import("playwright").Browser} browser
 * @param {string} url
 * @returns {Promise<Ask>}
 */
async function openWorker(browser, url) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(url);
  await page.waitForFunction(() => "enginePage" in window);
  const [worker] = await Promise.all([
    page.waitForEvent("worker"),
    page.evaluate(() => window.enginePage.startBench()),
  ]);
  const end = Date.now() + WORKER_STARTS_MS;
  while (!(await worker.evaluate(() => "bench" in globalThis))) {
    if (Date.now() > end) stop("The worker of the benchmark did not start: the lines above say why.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return (name, ...parameters) => worker.evaluate(callBench, { name, parameters });
}

/**
 * Runs in the worker.
 * @param {{ name: string, parameters: readonly unknown[] }} call
 */
function callBench({ name, parameters }) {
  return Reflect.apply(Reflect.get(globalThis.bench, name), null, parameters);
}
