import { describe, expect, it } from "vitest";
import { hashPath } from "./hash-location";

describe("hashPath", () => {
  it.each([
    ["", "/"],
    ["#", "/"],
    ["#/", "/"],
    ["#/playground", "/playground"],
    ["#playground", "/playground"],
    ["#/methods/lora/", "/methods/lora"],
    ["#/playground?v=1&lanes=lora(rank=8)", "/playground"],
    ["#/?x=1", "/"],
  ])("%s is %s", (hash, path) => {
    expect(hashPath(hash)).toBe(path);
  });
});
