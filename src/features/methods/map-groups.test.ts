import { expect, test } from "vitest";
import { methods } from "../../methods/index";
import { boxes, groupsOf, inMapOrder, outsideOf } from "./map-groups";

test("every method stands on the map, and only once", () => {
  expect(inMapOrder(methods)).toHaveLength(methods.length);
  const placed = boxes.flatMap((box) => groupsOf(box, methods).flatMap((group) => group.methods));
  expect([...placed, ...outsideOf(methods)].sort()).toEqual(methods.map(({ id }) => id).sort());
});

test("a method that nobody placed stands in the last group of its box", () => {
  const [last] = groupsOf("specification", [{ id: "telepathy", family: "specification" }]);
  expect(last).toEqual({ id: "drawn", methods: ["telepathy"] });
});

test("what is in none of the three boxes stands outside", () => {
  expect(outsideOf([{ id: "full", family: "full" }])).toEqual(["full"]);
  expect(outsideOf([{ id: "lora", family: "reparameterization" }])).toEqual([]);
});
