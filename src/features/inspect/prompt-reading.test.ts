import { describe, expect, it } from "vitest";
import { countReadings, readVector } from "./prompt-reading";

const vector = (...cosines: number[]) => ({
  norm: 1,
  nearest: cosines.map((cosine, i) => ({ token: String(i), cosine })),
});

describe("readVector", () => {
  it("takes what has hardly turned for the word itself", () => {
    expect(readVector(vector(0.9995, 0.4), 0.5)).toBe("same");
  });

  it("calls a word near only where it is nearer than words usually are to each other", () => {
    expect(readVector(vector(0.7), 0.5)).toBe("near");
    expect(readVector(vector(0.5), 0.5)).toBe("none");
    expect(readVector(vector(), 0.5)).toBe("none");
  });
});

describe("countReadings", () => {
  it("counts every vector once", () => {
    const words = [vector(1), vector(0.6), vector(0.2), vector(0.1)];
    expect(countReadings({ words, usualCosine: 0.5, usualNorm: 1 })).toEqual({ same: 1, near: 1, none: 2 });
  });
});
