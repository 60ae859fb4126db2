// Finds a full Chromium for the end-to-end tests (Playwright's small headless one has no WebGPU), or installs one.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { run, runTool } from "./setup.mjs";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "microsoft-edge",
];

/** Where Playwright keeps, or would keep, its own Chromium. */
function playwrightPath() {
  return createRequire(import.meta.url)("playwright").chromium.executablePath();
}

function places() {
  const { CHROME_PATH, PATH = "", LOCALAPPDATA, PROGRAMFILES } = process.env;
  const programFiles32 = process.env["PROGRAMFILES(X86)"];
  const found = [CHROME_PATH, playwrightPath()];
  if (process.platform === "darwin") {
    for (const app of ["Google Chrome", "Chromium", "Microsoft Edge"]) {
      found.push(`/Applications/${app}.app/Contents/MacOS/${app}`);
    }
  } else if (process.platform === "win32") {
    for (const folder of [PROGRAMFILES, programFiles32, LOCALAPPDATA]) {
      if (!folder) continue;
      found.push(join(folder, "Google/Chrome/Application/chrome.exe"));
      found.push(join(folder, "Microsoft/Edge/Application/msedge.exe"));
    }
  } else {
    for (const name of NAMES) for (const folder of PATH.split(delimiter)) found.push(join(folder, name));
  }
  return found.filter((path) => path !== undefined);
}

/**
 * Whether the program starts: a stub or one with missing libraries does not.
 * On Windows `--version` opens a window, so being there has to be enough.
 * @param {string} path
 */
function works(path) {
  if (!existsSync(path)) return false;
  return process.platform === "win32" || spawnSync(path, ["--version"], { timeout: 30_000 }).status === 0;
}

/**
 * The path of a Chromium on this machine: CHROME_PATH, else Playwright's own, else one of the system.
 * @returns {string | undefined}
 */
export function findBrowser() {
  return places().find(works);
}

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
