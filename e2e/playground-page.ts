import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "playwright/test";

/** Long enough for any race of these specs on a slow machine; nothing is ever asserted about time. */
const patience = 400_000;

/** A row of the exported curves; null where nothing was taken at that step. */
export interface CurveRow {
  readonly lane: string;
  readonly step: number;
  readonly loss: number | null;
  readonly heldOutLoss: number | null;
  readonly score: number | null;
}

/** Opens a race by its link ("v=1&steps=60") and waits until it can be played. */
export async function openRace(page: Page, query = ""): Promise<void> {
  await page.goto(query === "" ? "playground/" : `playground/?${query}`);
  await expect(page.getByRole("button", { name: "Play", exact: true })).toBeEnabled({ timeout: patience });
}

/** Plays the open race and waits for its last step. */
export async function playToEnd(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await raceEnd(page);
}

/** Waits until the race has taken its last step. */
export async function raceEnd(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Run again" })).toBeEnabled({ timeout: patience });
}

/** The file that a press on this button offers. */
export async function downloaded(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The curves as the page exports them. */
export async function exportedCsv(page: Page): Promise<string> {
  const button = page.getByRole("button", { name: "Save the curves as a CSV file" });
  return (await downloaded(page, button)).bytes.toString("utf8");
}

export function parseCurves(csv: string): CurveRow[] {
  const [head, ...lines] = csv.trimEnd().split("\r\n");
  expect(head).toBe("\uFEFFlane,step,loss,held_out_loss,score");
  return lines.map((line) => {
    const fields = line.split(",");
    expect(fields).toHaveLength(5);
    const [lane = "", step, ...taken] = fields;
    const [loss = null, heldOutLoss = null, score = null] = taken.map((field) =>
      field === "" ? null : Number(field),
    );
    return { lane, step: Number(step), loss, heldOutLoss, score };
  });
}

/** The exported rows of every lane, in the order of the lanes. */
export async function readCurves(page: Page): Promise<ReadonlyMap<string, readonly CurveRow[]>> {
  const lanes = new Map<string, CurveRow[]>();
  for (const row of parseCurves(await exportedCsv(page))) {
    lanes.set(row.lane, [...(lanes.get(row.lane) ?? []), row]);
  }
  return lanes;
}

/** Held-out losses of a lane, first to last. */
export function heldOutLosses(rows: readonly CurveRow[]): number[] {
  return rows.flatMap(({ heldOutLoss }) => (heldOutLoss === null ? [] : [heldOutLoss]));
}

/** Training losses of a lane, first to last. */
export function trainingLosses(rows: readonly CurveRow[]): number[] {
  return rows.flatMap(({ loss }) => (loss === null ? [] : [loss]));
}

/** The step that the curves have reached, as their summary says it in either language. */
export async function stepShown(page: Page): Promise<number> {
  const summary = await page.getByRole("img", { name: /^(Step|第) [\d,]+/ }).getAttribute("aria-label");
  return Number(summary?.match(/[\d,]+/)?.[0].replaceAll(",", ""));
}

/** Waits until the race has got so far. */
export async function stepReached(page: Page, step: number): Promise<void> {
  await expect.poll(() => stepShown(page), { timeout: patience }).toBeGreaterThanOrEqual(step);
}

/** Chooses one of a closed list: press it, then the option. A list is named by its value and then its label. */
export async function choose(scope: Page | Locator, list: RegExp, option: string): Promise<void> {
  const page = "goto" in scope ? scope : scope.page();
  await scope.getByRole("button", { name: list }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

/** The controls of one lane, opened from the list of lanes. */
export async function openLane(page: Page, name: string): Promise<Locator> {
  await page
    .getByRole("region", { name: "Lanes" })
    .getByRole("button", { name: `${name}: change this lane` })
    .click();
  return page.getByRole("dialog", { name: `Lane: ${name}` });
}

/** Chooses where to compute, in the settings at the top. */
export async function computeOn(page: Page, backend: string): Promise<void> {
  await page.getByRole("button", { name: "Settings" }).click();
  await choose(page.getByRole("dialog", { name: "Settings" }), /Backend$/, backend);
  await page.keyboard.press("Escape");
}

/** Trains the lanes in so many workers from now on; takes effect when a race is opened. */
export async function trainIn(page: Page, workers: string): Promise<void> {
  await page.getByRole("button", { name: "Settings" }).click();
  await choose(page.getByRole("dialog", { name: "Settings" }), /Train lanes in$/, workers);
  await page.keyboard.press("Escape");
}
