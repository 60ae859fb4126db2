// What `npm start` and `npm test` do first. Nothing but Node itself is needed to run this file.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Entry points of the installed tools: run with Node itself, so that no shell and no PATH is in the way. */
export const tools = {
  vite: "node_modules/vite/bin/vite.js",
  vitest: "node_modules/vitest/vitest.mjs",
  tsc: "node_modules/typescript/bin/tsc",
  biome: "node_modules/@biomejs/biome/bin/biome",
  playwright: "node_modules/playwright/cli.js",
};

/**
 * Ends the process with one line that says what to do.
 * @param {string} line
 * @returns {never}
 */
export function stop(line) {
  console.error(`\n${line}`);
  process.exit(1);
}

/**
 * Runs a command in the project folder and shows what it prints; if `quiet`, keeps that to itself.
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {{ shell?: boolean, quiet?: boolean, env?: Record<string, string> }} [options]
 * @returns {Promise<{ code: number, output: string }>} its exit code, and what it printed if quiet
 */
export function run(command, parameters, { shell = false, quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const stream = quiet ? "pipe" : "inherit";
    const child = spawn(command, parameters, {
      cwd: root,
      env: { ...process.env, ...env },
      shell,
      stdio: ["ignore", stream, stream],
    });
    let output = "";
    for (const printed of [child.stdout, child.stderr]) {
      printed?.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.on("error", (error) => resolve({ code: 127, output: output + error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs one of the installed tools.
 * @param {keyof typeof tools} tool
 * @param {readonly string[]} parameters
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options]
 */
export const runTool = (tool, parameters, options) =>
  run(process.execPath, [tools[tool], ...parameters], options);

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits) {
    stop(
      `Node 20.19+ or 22.12+ is needed, and this is ${process.versions.node}: install it from https://nodejs.org (or run "nvm install").`,
    );
  }
}

/** Whether node_modules holds exactly what package-lock.json asks for (parts for other platforms aside). */
function isInstalled() {
  try {
    const read = (/** @type {string} */ path) => JSON.parse(readFileSync(`${root}/${path}`, "utf8")).packages;
    const wanted = read("package-lock.json");
    const found = read("node_modules/.package-lock.json");
    return Object.keys(wanted).every(
      (path) => path === "" || wanted[path].optional || found[path]?.version === wanted[path].version,
    );
  } catch {
    return false;
  }
}

async function install() {
  if (isInstalled()) return;
  console.log("Installing what is missing (npm ci) …");
  const patience = ["--fetch-retries=3", "--fetch-retry-mintimeout=2000"];
  const parameters = ["ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error", ...patience];
  const npm = process.env.npm_execpath;
  const { code, output } = npm?.endsWith("js")
    ? await run(process.execPath, [npm, ...parameters], { quiet: true })
    : await run("npm", parameters, { quiet: true, shell: process.platform === "win32" });
  if (code === 0) return;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|TIMEOUT|TIMEDOUT/.test(output)) {
    console.error(output);
    stop(
      "npm could not fetch the dependencies: there is no network, or it answers too slowly. Connect, or set your proxy in npm, and run this again.",
    );
  }
  console.error(output);
  stop(`npm ci failed with code ${code}: the lines above say why. Mend that and run this again.`);
}

/** Checks the version of Node and installs the dependencies where they are missing or old. */
export async function setUp() {
  checkNode();
  await install();
}
