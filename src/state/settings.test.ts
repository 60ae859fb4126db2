import { describe, expect, it } from "vitest";
import { parseSettings } from "./settings";

describe("parseSettings", () => {
  it("takes the first language of the browser that the page speaks", () => {
    expect(parseSettings(null, ["fr-FR", "zh-TW", "en"])).toEqual({
      language: "zh",
      theme: "system",
      backend: null,
      workers: null,
    });
    expect(parseSettings(null, ["de"]).language).toBe("en");
  });

  it("reads what was stored", () => {
    const stored = JSON.stringify({ language: "en", theme: "dark", backend: "cpu", workers: 2 });
    expect(parseSettings(stored, ["zh"])).toEqual({
      language: "en",
      theme: "dark",
      backend: "cpu",
      workers: 2,
    });
  });

  it("keeps the good fields beside a spoilt one", () => {
    const stored = JSON.stringify({ language: "xx", theme: "dark", backend: 7, workers: 0, more: true });
    expect(parseSettings(stored, ["zh-CN"])).toEqual({
      language: "zh",
      theme: "dark",
      backend: null,
      workers: null,
    });
  });

  it.each(["", "{", "null", "[]", "7", '"dark"'])("survives %s", (stored) => {
    expect(parseSettings(stored, ["en"])).toEqual({
      language: "en",
      theme: "system",
      backend: null,
      workers: null,
    });
  });
});
