import { defineConfig } from "playwright/test";
import { enginePort, port } from "./e2e/ports";
import { findBrowser } from "./scripts/browser.mjs";

const executablePath = findBrowser();
if (executablePath === undefined)
  throw new Error("No Chromium found: run `npm test`, which finds or installs one.");

const webgpuSpecs = /webgpu.*\.spec\.ts$/;
const firefoxSpecs = /firefox\.spec\.ts$/;
/** WebGPU on the processor, so that it runs on machines without a graphics card. */
const softwareWebgpu = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // As many as the smallest machine has cores: what is tested waits for what it sees, not for the clock.
  workers: 2,
  // A second try keeps a slow moment of a busy machine from failing everything; `npm test` names what needed one.
  retries: 1,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["line"], ["json", { outputFile: process.env.E2E_REPORT ?? ".cache/e2e.json" }]],
  use: {
    baseURL: `http://localhost:${port}/`,
    locale: "en-GB",
    viewport: { width: 1280, height: 800 },
    // What was done and what the page said: pictures of every step would make the tests take half as long again.
    // `npm run e2e -- --trace on` records them too.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    // A service worker would answer before a spec's own routes; offline.spec.ts allows it.
    serviceWorkers: "block",
    launchOptions: { executablePath },
  },
  projects: [
    { name: "chromium", testIgnore: [webgpuSpecs, firefoxSpecs] },
    // Where there is a Firefox: `npm test` finds or installs one. What drives it is said in the spec.
    ...(process.env.FIREFOX_PATH ? [{ name: "firefox", testMatch: firefoxSpecs }] : []),
    {
      name: "webgpu",
      testMatch: webgpuSpecs,
      use: { launchOptions: { executablePath, args: softwareWebgpu } },
    },
  ],
  webServer: [
    {
      command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
      url: `http://localhost:${port}/`,
      reuseExistingServer: false,
    },
    {
      // Serves the page that shows the engine without the worker; it is no part of the build.
      command: `node node_modules/vite/bin/vite.js --port ${enginePort} --strictPort`,
      url: `http://localhost:${enginePort}/e2e/engine-page/index.html`,
      reuseExistingServer: false,
    },
  ],
});
