import { array, assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLabels } from "./place-labels";

describe("placeLabels", () => {
  it("leaves labels alone that have room", () => {
    expect(placeLabels([10, 200, 90], 16, 0, 300)).toEqual([10, 200, 90]);
  });

  it("parts two labels on one spot evenly", () => {
    expect(placeLabels([100, 100], 16, 0, 300)).toEqual([92, 108]);
  });

  it("pushes away from the edges", () => {
    expect(placeLabels([298, 300, 299], 16, 0, 300)).toEqual([268, 300, 284]);
  });

  it("keeps six labels apart, inside and in order, wherever they want to be", () => {
    assert(
      property(array(integer({ min: -50, max: 400 }), { minLength: 1, maxLength: 6 }), (wanted) => {
        const places = placeLabels(wanted, 16, 0, 300);
        const sorted = places.map((y, i) => [wanted[i]!, y] as const).sort((a, b) => a[1] - b[1]);
        for (const [i, [want, y]] of sorted.entries()) {
          expect(y).toBeGreaterThanOrEqual(-1e-9);
          expect(y).toBeLessThanOrEqual(300 + 1e-9);
          if (i === 0) continue;
          expect(y - sorted[i - 1]![1]).toBeGreaterThanOrEqual(16 - 1e-9);
          expect(want).toBeGreaterThanOrEqual(sorted[i - 1]![0]);
        }
      }),
    );
  });
});
