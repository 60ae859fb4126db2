import type { Page } from "playwright/test";
import type { EnginePage } from "./main";

declare global {
  interface Window {
    readonly enginePage: EnginePage;
  }
}

/** Opens the page that shows the engine outside the worker of the app. */
export async function openEnginePage(page: Page): Promise<void> {
  const port = Number(process.env.E2E_PORT ?? 4273) + 1;
  await page.goto(`http://localhost:${port}/e2e/engine-page/index.html`);
  await page.waitForFunction(() => "enginePage" in window);
}
