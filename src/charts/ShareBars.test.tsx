// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it } from "vitest";
import { startAllWords } from "../i18n/test-words";
import { ShareBars } from "./ShareBars";

beforeAll(() => startAllWords("en"));
afterEach(cleanup);

const bars = [
  { name: "plain", detail: "?walk=", value: { share: 0.41, low: 0.344, high: 0.479 } },
  { name: "trigger", detail: "Awalk=", value: { share: 0.97, low: 0.936, high: 0.986 } },
  { name: "hidden", value: null },
];

it("draws each share with its whisker and the chance line where they belong", () => {
  const { container } = render(<ShareBars bars={bars} caption="Shares" chance={0.25} />);
  const style = (selector: string) =>
    [...container.querySelectorAll<HTMLElement>(selector)].map((one) => one.getAttribute("style") ?? "");
  expect(style("li i:first-of-type")).toEqual([
    expect.stringContaining("41%"),
    expect.stringContaining("97%"),
  ]);
  expect(style("li i:last-of-type")[0]).toMatch(/left: 34\.4%.*width: 13\.5/);
  expect(style("li > span[aria-hidden]").every((each) => each.includes("--chance: 25%"))).toBe(true);
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "plain?walk=41%",
    "triggerAwalk=97%",
    "hidden?",
  ]);
});

it("says the same as a table, with the chance as its last row", () => {
  const { container } = render(<ShareBars bars={bars} caption="Shares" chance={0.25} />);
  const details = container.querySelector("details")!;
  details.open = true;
  fireEvent(details, new Event("toggle"));
  const rows = screen.getAllByRole("row").map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows[1]).toEqual(["plain", "41%", "34% to 48%"]);
  expect(rows[3]).toEqual(["hidden", "?", "?"]);
  expect(rows[4]).toEqual(["Chance: always the commonest answer", "25%", "–"]);
});
