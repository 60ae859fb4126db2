import { describe, expect, it } from "vitest";
import { languages } from "../i18n/languages";
import { addressOf, placeOf } from "./address";

describe("placeOf", () => {
  it.each([
    ["/", "/", "/", "en"],
    ["/zh/", "/", "/", "zh"],
    ["/lessons/lora/merge/", "/", "/lessons/lora/merge", "en"],
    ["/zh/lessons/lora", "/", "/lessons/lora", "zh"],
    ["/tuning/zh/playground/index.html", "/tuning/", "/playground", "zh"],
    ["/zh/zh/", "/zh/", "/", "zh"],
    ["/zhong/", "/", "/zhong", "en"],
    ["/en/", "/", "/en", "en"],
    ["/nowhere/%3Cb%3E/%E0%A4%A/", "/", "/nowhere/<b>/%E0%A4%A", "en"],
  ])("%s below %s is %s in %s", (pathname, root, path, language) => {
    expect(placeOf(pathname, root)).toEqual({ path, language });
  });
});

describe("addressOf", () => {
  it.each([
    ["/", "en", "./"],
    ["/", "zh", "zh/"],
    ["/lessons/lora", "zh", "zh/lessons/lora/"],
    ["/playground?v=1&base=x", "en", "playground/?v=1&base=x"],
    ["/?x=1", "en", "./?x=1"],
    ["/nowhere/<b>", "en", "nowhere/%3Cb%3E/"],
  ] as const)("%s in %s is %s", (to, language, address) => {
    expect(addressOf(to, language)).toBe(address);
  });

  it("is undone by placeOf below any root", () => {
    for (const root of ["/", "/tuning/", "/a/b/"])
      for (const { id: language } of languages)
        for (const path of ["/", "/speed", "/lessons/lora/zero", "/methods/p-tuning-v2"]) {
          const { pathname } = new URL(addressOf(path, language), `https://example.org${root}`);
          expect(placeOf(pathname, root)).toEqual({ path, language });
        }
  });
});
