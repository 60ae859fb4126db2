import { expect, test } from "vitest";
import { smallNumber } from "./small-number";

test("small numbers are written with a power of ten, others as they are", () => {
  expect(smallNumber(0)).toBe("0");
  expect(smallNumber(0.1234)).toBe("0.12");
  expect(smallNumber(3.14e-8)).toBe("3.1\u00a0×\u00a010⁻⁸");
  expect(smallNumber(9.99e-4)).toBe("1.0\u00a0×\u00a010⁻³");
  expect(smallNumber(1e-10)).toBe("1.0\u00a0×\u00a010⁻¹⁰");
});
