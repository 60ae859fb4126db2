import { describe, expect, it } from "vitest";
import { dragTo, shiftOf } from "./order-drag";

/** Rows 40 high, 10 apart. */
const rows = [0, 50, 100, 150].map((top) => ({ top, height: 40 }));

describe("dragTo", () => {
  it("passes a row when its edge passes the middle", () => {
    expect(dragTo(rows, 1, 29).to).toBe(1);
    expect(dragTo(rows, 1, 31).to).toBe(2);
    expect(dragTo(rows, 1, 81).to).toBe(3);
    expect(dragTo(rows, 1, -29).to).toBe(1);
    expect(dragTo(rows, 1, -31).to).toBe(0);
  });

  it("stays within the list", () => {
    expect(dragTo(rows, 1, 1000)).toEqual({ from: 1, to: 3, by: 100 });
    expect(dragTo(rows, 1, -1000)).toEqual({ from: 1, to: 0, by: -50 });
  });
});

describe("shiftOf", () => {
  const shifts = (from: number, by: number) => rows.map((_, i) => shiftOf(i, rows, dragTo(rows, from, by)));

  it("makes room where the row would go", () => {
    expect(shifts(0, 90)).toEqual([90, -50, -50, 0]);
    expect(shifts(3, -60)).toEqual([0, 0, 50, -60]);
    expect(shifts(2, 3)).toEqual([0, 0, 3, 0]);
  });
});
