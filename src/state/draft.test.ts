import { expect, it } from "vitest";
import { bases } from "../bases/index";
import { methods } from "../methods/index";
import { defaultRace, usualRate } from "../training/default-race";
import { chooseBase, chooseTask } from "./draft";

const [from, to] = ["toolbox-micro", "toolbox-tiny"] as const;
const lender = methods.find(({ lendsRate }) => lendsRate)!;

/** The rate a LoRA lane has after a change of base. */
function rateAfter(learningRate: number): number | undefined {
  const draft = defaultRace();
  const lanes = draft.lanes
    .filter(({ method }) => method === "lora")
    .map((lane) => ({ ...lane, learningRate }));
  return chooseBase({ ...draft, base: from, lanes }, to).draft.lanes[0]?.learningRate;
}

it("another base has another rate for a method at its own, and for one that was borrowed", () => {
  expect(bases.map(({ id }) => id)).toEqual(expect.arrayContaining([from, to]));
  expect(usualRate("lora", from)).not.toBe(usualRate("lora", to));
  expect(rateAfter(usualRate("lora", from))).toBe(usualRate("lora", to));
  expect(usualRate(lender.id, from)).not.toBe(usualRate(lender.id, to));
  expect(rateAfter(usualRate(lender.id, from))).toBe(usualRate(lender.id, to));
});

it("a rate set by hand stays, also where it is the own rate of a method that lends none", () => {
  const borrowed = usualRate("bitfit", from);
  expect([usualRate("lora", from), usualRate(lender.id, from)]).not.toContain(borrowed);
  expect(rateAfter(borrowed)).toBe(borrowed);
  expect(rateAfter(0.0123)).toBe(0.0123);
});

it("another task leaves the options of the former one behind", () => {
  const draft = { ...defaultRace(), taskOptions: { shots: 3 } };
  expect(chooseTask(draft, "numerals").draft).not.toHaveProperty("taskOptions");
});
