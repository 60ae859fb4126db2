// npm run lighthouse [-- <place> …]: builds the page, asks Lighthouse about places of it as on a phone and as on a
// desktop, prints the scores and fails below the limits. The whole reports lie in .cache/lighthouse. Speed on a phone is
// told but not held: Lighthouse makes the processor four times slower, and the page trains transformers on it meanwhile.
import { mkdirSync, writeFileSync } from "node:fs";
import lighthouse, { desktopConfig } from "lighthouse";
import { chromium } from "playwright";
import { findOrInstallBrowser } from "./browser.mjs";
import { freePorts } from "./free-ports.mjs";
import { better, flaws, limits, passes, scoresOf } from "./lighthouse-scores.mjs";
import { serveCompressed } from "./serve-compressed.mjs";
import { root, runTool, stop } from "./setup.mjs";

const usual = ["./", "lessons/lora/", "playground/"];
/** Whatever else the machine does makes a page look slower, never faster: a place may try again. */
const tries = 3;
const folder = `${root}/.cache/lighthouse`;

/** --once: no second try, for a quick look. */
const [once, ...given] =
  process.argv[2] === "--once" ? [true, ...process.argv.slice(3)] : [false, ...process.argv.slice(2)];
const places = given.length > 0 ? given : usual;
const { code } = await runTool("vite", ["build", "--logLevel", "warn"]);
if (code !== 0) stop("The build failed: the lines above say where.");
const browserPath = await findOrInstallBrowser(stop);
const site = await serveCompressed(`${root}/dist`);
mkdirSync(folder, { recursive: true });

let good = true;
for (const place of places) {
  for (const form of /** @type {const} */ (["phone", "desktop"])) good = (await judge(place, form)) && good;
}
site.close();
process.exitCode = good ? 0 : 1;

/**
 * Prints the best scores of a place, and what stands in the way of better ones.
 * @param {string} place
 * @param {"phone" | "desktop"} form
 */
async function judge(place, form) {
  /** @type {import("lighthouse").Result | undefined} */
  let best;
  for (let i = 0; i < (once ? 1 : tries) && (best === undefined || !passes(best)); i++) {
    const result = await ask(place, form);
    best = best ? better(best, result) : result;
  }
  if (best === undefined) return false;
  const name = `${place.replaceAll(/\W+/g, " ").trim().replaceAll(" ", "-") || "home"}-${form}.json`;
  writeFileSync(`${folder}/${name}`, JSON.stringify(best));
  const scores = Object.entries(scoresOf(best)).map(([category, score]) => `${category} ${score}`);
  console.log(`${passes(best) ? "ok " : "low"}  ${place}, ${form}: ${scores.join(", ")}`);
  for (const line of flaws(best)) console.log(`       ${line}`);
  return passes(best);
}

/**
 * One run, in a browser of its own: nothing is cached.
 * @param {string} place
 * @param {"phone" | "desktop"} form
 */
async function ask(place, form) {
  const [port = 0] = await freePorts(1);
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: [`--remote-debugging-port=${port}`],
  });
  try {
    /** @type {import("lighthouse").Flags} */
    const flags = { port, logLevel: "error", onlyCategories: Object.keys(limits) };
    const run = await lighthouse(site.url + place, flags, form === "desktop" ? desktopConfig : undefined);
    if (!run) throw new Error(`Lighthouse said nothing of ${place}`);
    return run.lhr;
  } finally {
    await browser.close();
  }
}
