import { describe, expect, test } from "vitest";
import { chineseNumeral, romanNumeral } from "./numerals";

describe("chineseNumeral", () => {
  test.each([
    [0, "零"],
    [7, "七"],
    [10, "一十"],
    [42, "四十二"],
    [101, "一百零一"],
    [110, "一百一十"],
    [1004, "一千零四"],
    [1804, "一千八百零四"],
    [10_000, "一万"],
    [10_050, "一万零五十"],
    [60_300, "六万零三百"],
    [88_315, "八万八千三百一十五"],
    [30_061_946, "三千零六万一千九百四十六"],
  ])("%i is %s", (value, text) => expect(chineseNumeral(value)).toBe(text));

  test("different numbers have different numerals", () => {
    expect(new Set(Array.from({ length: 20_000 }, (_, value) => chineseNumeral(value))).size).toBe(20_000);
  });

  test.each([-1, 1.5, 1e8])("%d has none", (value) =>
    expect(() => chineseNumeral(value)).toThrow(RangeError),
  );
});

describe("romanNumeral", () => {
  test.each([
    [1, "I"],
    [4, "IV"],
    [419, "CDXIX"],
    [1994, "MCMXCIV"],
    [3999, "MMMCMXCIX"],
  ])("%i is %s", (value, text) => expect(romanNumeral(value)).toBe(text));

  test.each([0, 4000])("%d has none", (value) => expect(() => romanNumeral(value)).toThrow(RangeError));
});
