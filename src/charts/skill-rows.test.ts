import { expect, it } from "vitest";
import { skillRows } from "./skill-rows";

it("holds each lane against the base, skill by skill, in whatever order a lane was looked at", () => {
  const base = [
    { id: "reverse", exact: 0.9, loss: 0.2 },
    { id: "copy", exact: 1, loss: 0.1 },
  ];
  const lane = [
    { id: "copy", exact: 0.4, loss: 2 },
    { id: "reverse", exact: 0.3, loss: 3 },
  ];
  expect(skillRows(base, [lane, undefined], "exact")).toEqual([
    { id: "reverse", before: 0.9, now: [0.3, undefined] },
    { id: "copy", before: 1, now: [0.4, undefined] },
  ]);
  expect(skillRows(base, [lane], "loss").map(({ now }) => now)).toEqual([[3], [2]]);
});
