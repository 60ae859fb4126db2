import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright/test";

/** What axe calls serious or critical on the page as it stands, or on a part of it; `rules`: by these rules alone. */
export async function findings(page: Page, part = "html", rules: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page }).include(part);
  // There are no frames: the results need no page of their own to be put together.
  axe.setLegacyMode();
  axe.options({ resultTypes: ["violations"] });
  if (rules.length > 0) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
    );
}
