// npm test: installs what is missing, runs every stage whatever the others say, and ends with one line of counts.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { findOrInstallBrowser } from "./browser.mjs";
import { freePorts } from "./free-ports.mjs";
import { root, runTool, setUp } from "./setup.mjs";

/** @typedef {{ passed: number, failed: number }} Counts */

const UNIT_REPORT = ".cache/unit.json";
const E2E_REPORT = ".cache/e2e.json";

await setUp();
mkdirSync(`${root}/.cache`, { recursive: true });
for (const report of [UNIT_REPORT, E2E_REPORT]) rmSync(`${root}/${report}`, { force: true });

// Installed while other stages run; imported only now, as it needs what was just installed.
const firefox = import("./firefox.mjs").then(({ findOrInstallFirefox }) => findOrInstallFirefox());

const total = { passed: 0, failed: 0 };
await stage("types", async () => one((await runTool("tsc", ["-b"])).code === 0));
await stage("lint", async () => one((await runTool("biome", ["check", "."])).code === 0));
await stage("unit", unit);
await stage("build", async () => one((await runTool("vite", ["build", "--logLevel", "warn"])).code === 0));
await stage("e2e", endToEnd);

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * @param {string} name
 * @param {() => Promise<Counts>} work
 */
async function stage(name, work) {
  console.log(`\n── ${name} ──`);
  const start = performance.now();
  const { passed, failed } = await work();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name}: ${passed} passed, ${failed} failed in ${seconds} s`);
}

async function unit() {
  const { code } = await runTool("vitest", [
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${UNIT_REPORT}`,
  ]);
  const report = read(UNIT_REPORT);
  // A file that cannot even be loaded has no tests to fail: it counts as one.
  const broken = report?.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === "failed" && file.assertionResults.length === 0,
  );
  return honest(code, report?.numPassedTests ?? 0, report ? report.numFailedTests + broken.length : 0);
}

async function endToEnd() {
  const browser = await findOrInstallBrowser((line) => void console.error(line));
  if (browser === undefined) return one(false);
  const [port, enginePort] = await freePorts(2);
  const { code } = await runTool("playwright", ["test"], {
    env: {
      CHROME_PATH: browser,
      E2E_PORT: String(port),
      E2E_ENGINE_PORT: String(enginePort),
      FIREFOX_PATH: (await firefox) ?? "",
      E2E_REPORT,
    },
  });
  const stats = read(E2E_REPORT)?.stats;
  if (!(await firefox)) console.log("No Firefox could be found or installed: what runs in it was skipped.");
  if (stats?.flaky) console.log(`Passed at the second try only: ${stats.flaky} (named above as flaky)`);
  return honest(code, (stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0);
}

/**
 * Counts as reported, but a tool that ended badly never counts as free of failures.
 * @param {number} code
 * @param {number} passed
 * @param {number} failed
 * @returns {Counts}
 */
function honest(code, passed, failed) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/**
 * A stage that is one check.
 * @param {boolean} good
 * @returns {Counts}
 */
function one(good) {
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {string} report */
function read(report) {
  try {
    return JSON.parse(readFileSync(`${root}/${report}`, "utf8"));
  } catch {
    return undefined;
  }
}
