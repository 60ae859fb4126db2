import { describe, expect, it } from "vitest";
import { allWords } from "../../i18n/test-words";
import { parseOptions } from "../../lib/options";
import { findMethod } from "../../methods/index";
import {
  presetIds,
  presetOf,
  presets,
  readSoftPrompt,
  type SoftPrompt,
  softPromptAnswer,
  switches,
  writeSoftPrompt,
} from "./soft-prompts";

const all = switches.depth.flatMap((depth) =>
  switches.encoder.flatMap((encoder) => switches.base.map((base): SoftPrompt => ({ depth, encoder, base }))),
);

describe("softPromptAnswer", () => {
  it("tells the families apart by depth, not by the MLP", () => {
    const ids = (soft: SoftPrompt) => softPromptAnswer(soft).methods.map(({ id }) => id);
    expect(ids(presets["prompt-tuning"])).toEqual(["prompt-tuning"]);
    expect(ids(presets["p-tuning-frozen"])).toEqual(["p-tuning"]);
    expect(ids(presets["p-tuning-trained"])).toEqual(["p-tuning"]);
    expect(ids(presets["p-tuning-v2"])[0]).toBe("p-tuning-v2");
    expect(ids(presets["prefix-tuning"])[0]).toBe("prefix-tuning");
    for (const soft of all.filter(({ depth }) => depth === "layers"))
      expect(ids(soft)).not.toContain("p-tuning");
  });

  it("gives options that its methods take", () => {
    for (const { id, options } of all.flatMap((soft) => softPromptAnswer(soft).methods)) {
      const method = findMethod(id);
      if (method) expect(parseOptions(method.options, options)).toMatchObject(options);
    }
  });

  it("uses every word there is", () => {
    const used = new Set(all.map((soft) => softPromptAnswer(soft).verdict));
    expect([...used].sort()).toEqual(Object.keys(allWords.en.map.soft.verdicts).sort());
  });
});

describe("links", () => {
  it("bring back all switches, and nothing from nonsense", () => {
    for (const soft of all) expect(readSoftPrompt(writeSoftPrompt(soft))).toEqual(soft);
    expect(readSoftPrompt("deep-none-frozen")).toBeUndefined();
  });
});

describe("presetOf", () => {
  it("names the switches of the papers, and only those", () => {
    for (const id of presetIds) expect(presetOf(presets[id])).toBe(id);
    expect(presetOf({ depth: "layers", encoder: "lstm", base: "trained" })).toBeNull();
  });
});
