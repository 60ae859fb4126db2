// Finds a Firefox, the second browser of the end-to-end tests, or installs one.
import { existsSync } from "node:fs";
import {
  Browser,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId,
} from "@puppeteer/browsers";
import { findProgram } from "./find-program.mjs";
import { root, run } from "./setup.mjs";

const cacheDir = `${root}/.cache/browsers`;

const find = (/** @type {readonly string[]} */ installed = []) =>
  findProgram({
    paths: [process.env.FIREFOX_PATH, ...installed],
    names: ["firefox", "firefox-esr"],
    mac: ["Firefox.app/Contents/MacOS/firefox"],
    windows: ["Mozilla Firefox/firefox.exe"],
  });

/**
 * The path of a Firefox on this machine: FIREFOX_PATH, else one of the system, else one that is installed now.
 * @returns {Promise<string | undefined>} undefined where there is none, and none can be installed
 */
export async function findOrInstallFirefox() {
  const own = (await getInstalledBrowsers({ cacheDir })).map(({ executablePath }) => executablePath);
  return find(own) ?? (await installFirefox());
}

async function installFirefox() {
  // Debian's packages bring the libraries that Mozilla's archive expects to be there.
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await run("apt-get", ["update"], { quiet: true });
    await run("apt-get", ["install", "-y", "firefox-esr"], { quiet: true });
    const found = find();
    if (found) return found;
  }
  try {
    const platform = detectBrowserPlatform();
    if (!platform) return undefined;
    const buildId = await resolveBuildId(Browser.FIREFOX, platform, "stable");
    return find([(await install({ browser: Browser.FIREFOX, buildId, cacheDir })).executablePath]);
  } catch {
    return undefined;
  }
}
