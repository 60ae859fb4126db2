import { assert, integer, property } from "fast-check";
import { expect, it } from "vitest";
import { wilsonBand } from "./wilson";

// Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("%d of %d: as published", (right, of, low, high) => {
  const band = wilsonBand(right, of);
  expect(band.low).toBeCloseTo(low, 4);
  expect(band.high).toBeCloseTo(high, 4);
});

it("says nothing where nothing was tried", () => {
  expect(wilsonBand(0, 0)).toEqual({ low: 0, high: 1 });
});

it("holds the share, is within 0 and 1, and the same seen from the other side", () => {
  assert(
    property(integer({ min: 1, max: 5000 }), integer({ min: 0, max: 5000 }), (of, some) => {
      const right = Math.min(some, of);
      const { low, high } = wilsonBand(right, of);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(right / of);
      expect(high).toBeGreaterThanOrEqual(right / of);
      expect(wilsonBand(of - right, of).high).toBeCloseTo(1 - low, 12);
    }),
  );
});
