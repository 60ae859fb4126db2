// Finds a full Chromium for the end-to-end tests (Playwright's small headless one has no WebGPU), or installs one.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { findProgram } from "./find-program.mjs";
import { run, runTool } from "./setup.mjs";

/** Where Playwright keeps, or would keep, its own Chromium. */
function playwrightPath() {
  return createRequire(import.meta.url)("playwright").chromium.executablePath();
}

/**
 * The path of a Chromium on this machine: CHROME_PATH, else Playwright's own, else one of the system.
 * @returns {string | undefined}
 */
export const findBrowser = () =>
  findProgram({
    paths: [process.env.CHROME_PATH, playwrightPath()],
    names: [
      "chromium",
      "chromium-browser",
      "google-chrome-stable",
      "google-chrome",
      "chrome",
      "microsoft-edge",
    ],
    mac: ["Google Chrome", "Chromium", "Microsoft Edge"].map((app) => `${app}.app/Contents/MacOS/${app}`),
    windows: ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"],
  });

/**
 * As findBrowser, but installs one where there is none. Where that fails, `otherwise` gets the line that says what to do.
 * @template Else
 * @param {(line: string) => Else} otherwise
 * @returns {Promise<string | Else>}
 */
export async function findOrInstallBrowser(otherwise) {
  const missing =
    "No Chromium could be found or installed: install Chrome or Chromium, or set CHROME_PATH to yours.";
  return findBrowser() ?? (await installBrowser()) ?? otherwise(missing);
}

/** @returns {Promise<string | undefined>} */
async function installBrowser() {
  console.log("No Chromium found: installing one …");
  const isRoot = process.getuid?.() === 0;
  const withLibraries = process.platform === "linux" && isRoot ? ["--with-deps"] : [];
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "20000" };
  await runTool("playwright", ["install", "--no-shell", ...withLibraries, "chromium"], { quiet: true, env });
  if (!findBrowser() && isRoot && existsSync("/usr/bin/apt-get")) {
    await run("apt-get", ["update"], { quiet: true });
    await run("apt-get", ["install", "-y", "chromium"], { quiet: true });
  }
  return findBrowser();
}
