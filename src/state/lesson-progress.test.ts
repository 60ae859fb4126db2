import { beforeEach, describe, expect, it } from "vitest";
import { parseProgress, useProgress } from "./lesson-progress";

describe("parseProgress", () => {
  it("takes what was stored", () => {
    const stored = { lora: { seen: ["cut"], steps: 7, last: "cut" } };
    expect(parseProgress(JSON.stringify(stored))).toEqual(stored);
  });

  it.each([null, "", "[1]", "nonsense", '{"lora":{"seen":3}}'])("begins anew with %s", (stored) => {
    expect(parseProgress(stored)).toEqual({});
  });
});

describe("visit", () => {
  beforeEach(() => useProgress.setState({ progress: {} }));

  it("counts a step once and remembers the last", () => {
    const { visit } = useProgress.getState();
    visit("lora", "cut", 7);
    visit("lora", "zero", 7);
    visit("lora", "cut", 7);
    expect(useProgress.getState().progress).toEqual({
      lora: { seen: ["cut", "zero"], steps: 7, last: "cut" },
    });
  });
});
