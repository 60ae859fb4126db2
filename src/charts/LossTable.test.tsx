// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it } from "vitest";
import { startAllWords } from "../i18n/test-words";
import { emptySeries } from "../state/race-events";
import type { Curve } from "./curve";
import { LossTable } from "./LossTable";

beforeAll(() => startAllWords("en"));
afterEach(cleanup);

function curve(name: string, losses: readonly number[]): Curve {
  const series = { ...emptySeries, steps: losses.map((_, i) => i + 1), losses };
  return { name, color: "red", dash: undefined, marker: "circle", series, stoppedAt: null };
}

it("has a dash where a lane took no step any more, or its loss was not a number", () => {
  const { container } = render(
    <LossTable
      curves={[curve("sound", [4, 3, 2, 1]), curve("stopped", [4, 9, Number.NaN])]}
      kind="training"
      step={4}
    />,
  );
  const details = container.querySelector("details")!;
  details.open = true;
  fireEvent(details, new Event("toggle"));
  const rows = screen.getAllByRole("row").slice(1);
  expect(rows.map((row) => [...row.children].at(-1)?.textContent)).toEqual(["4.00", "9.00", "–", "–"]);
});
