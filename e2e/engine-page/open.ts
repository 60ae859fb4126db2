import type { Page } from "playwright/test";
import { enginePort } from "../ports";
import type { EnginePage } from "./main";

declare global {
  interface Window {
    readonly enginePage: EnginePage;
  }
}

/** Opens the page that shows the engine outside the worker of the app. */
export async function openEnginePage(page: Page): Promise<void> {
  await page.goto(`http://localhost:${enginePort}/e2e/engine-page/index.html`);
  await page.waitForFunction(() => "enginePage" in window);
}
