// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it } from "vitest";
import { nothingScored, type VariantScore } from "../experiments/prompt/prompt-progress";
import { startAllWords } from "../i18n/test-words";
import { wilsonBand } from "../lib/wilson";
import { ExamplesTable } from "./ExamplesTable";
import { VariantScores } from "./VariantScores";

const scores = [1, 0, 1, 1, 0.5];
const score: VariantScore = {
  ...nothingScored,
  right: 3.5,
  of: 5,
  band: wilsonBand(3.5, 5),
  scores,
  examples: [
    {
      input: "whale",
      expected: "big",
      answer: "small",
      samples: ["small"],
      texts: [{ prompt: "ant small whale", written: "small" }],
      score: 0,
    },
  ],
};
const variants = [
  {
    key: "gold",
    name: "gold",
    detail: "ant small whale",
    score,
    recorded: { share: 0.9, low: 0.85, high: 0.95 },
  },
  { key: "none", name: "none", score: null },
];

beforeAll(() => startAllWords("en"));
afterEach(cleanup);

it("shows what was answered so far, each question as a stripe, and what waits", () => {
  const { container } = render(
    <VariantScores isRunning caption="Scores" chance={0.5} questions={10} variants={variants} />,
  );
  const [gold, none] = screen.getAllByRole("listitem");
  expect(gold?.textContent).toContain("70%");
  expect(gold?.textContent).toContain("4 of 5 right");
  expect(none?.textContent).toContain("?");
  const [stripes] = screen.getAllByRole("img");
  expect(stripes?.getAttribute("aria-label")).toBe("3 right, 2 wrong");
  expect(stripes?.getAttribute("viewBox")).toBe("0 0 10 10");
  const drawn = [...(stripes?.querySelectorAll("path") ?? [])].map((path) => path.getAttribute("d"));
  expect(drawn.map((path) => path?.match(/M\d+/g))).toEqual([
    ["M0", "M2", "M3"],
    ["M1", "M4"],
  ]);
  expect(container.querySelector("[aria-live]")?.textContent).toBe("gold: 4 of 5 right.");
});

it("writes questions token by token, things as pictures with names", () => {
  render(<ExamplesTable task="thing-label" variants={variants} />);
  expect(screen.getAllByRole("img", { name: /ant|whale/ }).map(({ textContent }) => textContent)).toEqual([
    "🐜",
    "🐋",
  ]);
  expect(screen.getByRole("row", { name: /small/ }).textContent).toContain("✕small wrong");
});
