import { expect, test } from "vitest";
import { methods } from "../../methods/index";
import { branches, groupsOf } from "./map-groups";

test("every method stands on the map, and only once", () => {
  const placed = branches.flatMap((branch) => groupsOf(branch, methods).flatMap((group) => group.methods));
  expect([...placed].sort()).toEqual(methods.map(({ id }) => id).sort());
});

test("a method that nobody placed stands in the last group of its box", () => {
  const [last] = groupsOf("specification", [{ id: "telepathy", family: "specification" }]);
  expect(last).toEqual({ id: "drawn", methods: ["telepathy"] });
});

test("what is in none of the three boxes stands outside", () => {
  const outside = groupsOf("outside", [
    { id: "ia3", family: "full" },
    { id: "full", family: "full" },
  ]);
  expect(outside.map(({ id }) => id)).toEqual(["everything", "rescaling"]);
});
