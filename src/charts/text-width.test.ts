import { expect, it } from "vitest";
import { textWidth } from "./text-width";

it("is about what a browser measures for semibold Inter of 12 px", () => {
  expect(textWidth("P-Tuning v2", 12)).toBeGreaterThan(60);
  expect(textWidth("P-Tuning v2", 12)).toBeLessThan(85);
  expect(textWidth("全参数微调", 12)).toBe(60);
  expect(textWidth("", 12)).toBe(0);
});
