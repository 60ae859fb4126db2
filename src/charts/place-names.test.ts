import { expect, it } from "vitest";
import { placeNames } from "./place-names";

const room = { x: 0, y: 0, width: 200, height: 100 };

it("puts a name beside its dot, on the other side where the right end is near", () => {
  const [left, right] = placeNames(
    [
      { x: 20, y: 50, name: "LoRA" },
      { x: 190, y: 20, name: "full" },
    ],
    room,
  );
  expect(left?.x).toBeGreaterThan(20);
  expect(right!.x + 28).toBeLessThan(190);
});

it("never puts names on each other or on dots: the later ones go without", () => {
  const crowd = Array.from({ length: 12 }, (_, i) => ({ x: 100 + i, y: 50, name: "prefix-tuning" }));
  const placed = placeNames(crowd, room).filter((place) => place !== null);
  expect(placed.length).toBeGreaterThan(0);
  expect(placed.length).toBeLessThan(5);
});

it("gives no name to a dot outside", () => {
  expect(placeNames([{ x: 400, y: 50, name: "lost" }], room)).toEqual([null]);
});
