import { expect, test } from "vitest";
import { findBase } from "../../bases/index";
import { methods } from "../../methods/index";
import { defaultLane } from "../../training/default-race";
import { exportOffers } from "./export-offers";

const base = findBase("toolbox-tiny")!;

test("every method can be exported in some way, or says why not", () => {
  const offers = Object.fromEntries(methods.map(({ id }) => [id, exportOffers(defaultLane(id), base)]));
  const free = (contents: "adapter" | "base-and-adapter" | "merged"): string[] =>
    Object.keys(offers).filter((id) => offers[id]![contents] === null);
  const withClass = [
    "prefix-tuning",
    "prompt-tuning",
    "p-tuning",
    "p-tuning-v2",
    "lora",
    "ia3",
    "layer-norm",
    "dora",
    "vera",
    "adalora",
  ];
  expect(free("adapter").sort()).toEqual([...withClass].sort());
  expect(free("base-and-adapter").sort()).toEqual([...withClass].sort());
  expect(free("merged").sort()).toEqual(
    methods
      .filter(({ mergeable }) => mergeable)
      .map(({ id }) => id)
      .sort(),
  );
  expect(offers.adapter).toEqual({
    adapter: "no-class",
    "base-and-adapter": "no-class",
    merged: "not-mergeable",
  });
});

test("options count: some layers only are refused, a trained base asks for the folder with the base", () => {
  const half = {
    ...defaultLane("p-tuning-v2"),
    options: { ...defaultLane("p-tuning-v2").options, depth: "one" },
  };
  expect(exportOffers(half, findBase("toolbox-micro")!)).toMatchObject({
    adapter: "some-layers",
    "base-and-adapter": "some-layers",
  });
  const whole = {
    ...defaultLane("p-tuning"),
    options: { ...defaultLane("p-tuning").options, freezeBase: false },
  };
  expect(exportOffers(whole, base)).toMatchObject({ adapter: "base-trained", "base-and-adapter": null });
});
