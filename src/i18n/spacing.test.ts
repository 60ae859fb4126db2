import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { speak, startI18n } from "./i18n";
import { spaceChinese } from "./spacing";

describe("spaceChinese", () => {
  it.each([
    ["领先的是LoRA，答对99%的题", "领先的是 LoRA，答对 99% 的题"],
    ["已经 spaced 的字", "已经 spaced 的字"],
    ["（2026-11-23，wasm）。", "（2026-11-23，wasm）。"],
  ])("%s", (text, spaced) => {
    expect(spaceChinese(text)).toBe(spaced);
  });
});

describe("Chinese texts", () => {
  beforeAll(() => startI18n("zh"));

  it("are spaced after words were filled in", () => {
    const values = { step: 1, steps: 2, method: "LoRA", score: "99%", trained: 3, total: 4 };
    expect(i18next.t("home.summary", values)).toContain("：LoRA 领先");
  });

  it("leave English alone", async () => {
    await speak("en");
    expect(i18next.t("failures.input.too-long", { detail: "中文x" })).toContain("中文x");
  });
});
