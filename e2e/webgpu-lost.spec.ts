import type { Page } from "playwright/test";
import { computeOn, openRace, raceEnd, stepReached } from "./playground-page";
import { expect, hydrated, test } from "./test";

const press = (page: Page, button: string): Promise<void> =>
  page.getByRole("button", { name: button, exact: true }).click();

/** What the learner does when the GPU goes, and what must come of it. */
const acts: Readonly<Record<string, (page: Page, lose: () => Promise<void>) => Promise<void>>> = {
  "at rest": (_, lose) => lose(),
  "as a step is taken": async (page, lose) => {
    await lose();
    await press(page, "Step");
    await stepReached(page, 3);
  },
  "as a question is asked": async (page, lose) => {
    await page.getByRole("textbox", { name: "Ask your own" }).fill("blorp");
    await lose();
    await press(page, "Ask all");
    await expect(
      page
        .getByRole("row", { name: /^blorp/ })
        .getByRole("cell")
        .nth(2),
    ).toContainText("%");
  },
  "in a run": async (page, lose) => {
    await press(page, "Play");
    await stepReached(page, 3);
    await lose();
    await raceEnd(page);
  },
};

for (const [when, act] of Object.entries(acts))
  test(`a GPU that is lost ${when} fails nothing: the race goes on elsewhere, and the page says so`, async ({
    playwright,
    launchOptions,
    baseURL,
  }) => {
    // A browser for this alone: after three crashes Chromium gives the GPU up.
    const browser = await playwright.chromium.launch(launchOptions);
    const page = await browser.newPage({ baseURL: baseURL!, locale: "en-GB" });
    await page.goto("about/");
    await hydrated(page);
    await computeOn(page, "WebGPU");
    await openRace(page, "v=1&base=toolbox-nano&lanes=lora&steps=40");
    await expect(page.getByText(/^WebGPU, /)).toBeVisible();
    for (let step = 1; step <= 2; step++) {
      await press(page, "Step");
      await stepReached(page, step);
    }
    const chromium = await browser.newBrowserCDPSession();
    await act(page, async () => void (await chromium.send("Browser.crashGpuProcess")));
    await expect(
      page.getByText(/The GPU or a worker was lost; the race continued from step [1-9]/),
    ).toBeVisible();
    await expect(page.getByText(/^WebAssembly, /)).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await browser.close();
  });
