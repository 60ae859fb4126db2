import { expect, it } from "vitest";
import { readWhole } from "./whole-number";

it.each([
  ["2000", 2000],
  [" 2,000 ", 2000],
  ["2 000", 2000],
  ["２０００", 2000],
  ["２，０００", 2000],
  ["0", 0],
])("reads %s as %d", (text, number) => {
  expect(readWhole(text)).toBe(number);
});

it.each(["", "many", "1.5", "-3", "1e3", "12345678901234567890"])("reads nothing in %j", (text) => {
  expect(readWhole(text)).toBeNull();
});
