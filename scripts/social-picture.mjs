// Draws public/social.png (1200 × 630), what a shared link shows: the curves of the recorded race of Home, as they are.
import { readFileSync } from "node:fs";
import { chromium } from "playwright";
import { createServer } from "vite";
import { findOrInstallBrowser } from "./browser.mjs";
import { root, stop } from "./setup.mjs";

/** @typedef {{ steps: number, lanes: { method: string }[] }} Spec */
/** @typedef {{ step: number, heldOutLoss: number }} Evaluation */
/** @typedef {{ spec: Spec, lanes: { evaluations: Evaluation[] }[] }} Run */

const frame = { left: 56, right: 980, top: 236, bottom: 584 };
const lineHeight = 34;

const read = (/** @type {string} */ path) => readFileSync(`${root}/${path}`, "utf8");
/** @type {Run} */
const run = JSON.parse(read("public/runs/home-race.json"));
const words = JSON.parse(read("src/i18n/en/methods.json"));
const font = readFileSync(
  `${root}/node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2`,
).toString("base64");

// Vite reads the TypeScript that says how a method looks.
const vite = await createServer({ root, logLevel: "error", server: { middlewareMode: true, ws: false } });
const { laneAppearances, strokeDash } = await vite.ssrLoadModule("/src/components/method-appearance.ts");
const looks = laneAppearances(run.spec.lanes.map(({ method }) => method));
await vite.close();

const losses = run.lanes.flatMap(({ evaluations }) => evaluations.map(({ heldOutLoss }) => heldOutLoss));
const [low, high] = [Math.min(...losses), Math.max(...losses)].map(Math.log);
const x = (/** @type {number} */ step) => frame.left + (step / run.spec.steps) * (frame.right - frame.left);
const y = (/** @type {number} */ loss) =>
  frame.bottom - ((Math.log(loss) - Number(low)) / (Number(high) - Number(low))) * (frame.bottom - frame.top);

const lanes = run.lanes.map(({ evaluations }, i) => ({
  name: words[run.spec.lanes[i]?.method ?? ""].short,
  color: looks[i].color,
  dash: strokeDash(looks[i]),
  path: evaluations.map(({ step, heldOutLoss }) => `${x(step)},${y(heldOutLoss)}`).join(" "),
  end: y(evaluations.at(-1)?.heldOutLoss ?? 1),
}));
// The names stand in the order of the ends, one below the other.
const named = [...lanes].sort((a, b) => a.end - b.end);
const lowest = frame.bottom - (named.length - 1) * lineHeight;

const html = `<!doctype html><html lang="en" data-theme="light"><style>
@font-face { font-family: "Inter Variable"; font-weight: 100 900; src: url(data:font/woff2;base64,${font}); }
${read("src/app/theme.css").replaceAll(/@font-face\s*\{[^}]*\}/g, "")}
body { margin: 0; width: 1200px; height: 630px; background: var(--paper); color: var(--ink); font-family: var(--sans); }
h1, p { position: absolute; left: 56px; margin: 0; }
h1 { top: 44px; font-size: 60px; font-weight: 640; letter-spacing: -0.02em; }
.zh { top: 128px; font: 500 32px "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: var(--soft); }
.name { top: 52px; left: auto; right: 56px; font-size: 24px; font-weight: 620; }
.note { top: 186px; font-size: 23px; color: var(--soft); }
.axis { top: 250px; left: auto; right: ${1200 - frame.right}px; font-size: 19px; color: var(--soft); }
svg { position: absolute; inset: 0; }
text { font: 600 24px var(--sans); }
</style>
<h1>See fine-tuning happen</h1>
<p class="name">Tuning Playground</p>
<p class="zh">亲眼看微调怎样发生</p>
<p class="note">${lanes.length} methods, one tiny language model, trained live in your browser</p>
<p class="axis">Loss on questions kept out of training; lower is better</p>
<svg width="1200" height="630" fill="none" stroke-width="4" stroke-linejoin="round">
${lanes.map(({ path, color, dash }) => `<polyline points="${path}" style="stroke:${color}" stroke-dasharray="${dash}"/>`).join("\n")}
${named
  .map(({ name, color, end }, i) => {
    const at = lowest + i * lineHeight;
    return `<path d="M${frame.right + 4} ${end} L${frame.right + 22} ${at}" style="stroke:${color}" stroke-width="1.5"/>
<text x="${frame.right + 30}" y="${at + 8}" style="fill:${color}">${name}</text>`;
  })
  .join("\n")}
</svg></html>`;

const executablePath = await findOrInstallBrowser(stop);
const browser = await chromium.launch({ executablePath });
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(html);
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: `${root}/public/social.png` });
await browser.close();
console.log("public/social.png is drawn.");
