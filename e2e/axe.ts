import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright/test";

/** What axe calls serious or critical on the page as it stands, or on a part of it. */
export async function findings(page: Page, part = "html"): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
    );
}
