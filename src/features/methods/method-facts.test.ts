import { describe, expect, it } from "vitest";
import json from "../../../public/runs/method-facts.json";
import { allWords } from "../../i18n/test-words";
import { methods } from "../../methods/index";
import { parseMethodFacts } from "./method-facts";

describe("the probed facts", () => {
  const table = parseMethodFacts(json);

  it.each(methods.map(({ id }) => id))("know %s on both kinds of base", (id) => {
    expect(Object.keys(table[id] ?? {}).sort()).toEqual(["decoder", "encoder"]);
  });

  it.each(["en", "zh"] as const)(
    "find a reason in words, %s, wherever a method cannot be merged, and only there",
    (language) => {
      const stays = Object.keys(table).filter((id) => table[id]?.decoder?.mergeable === false);
      const explained = Object.entries(allWords[language].methods).filter(
        ([, words]) => "notMergeable" in words,
      );
      expect(explained.map(([id]) => id).sort()).toEqual(stays.sort());
    },
  );

  it("are refused where they are none", () => {
    expect(() => parseMethodFacts([table])).toThrow();
    expect(() =>
      parseMethodFacts({ lora: { decoder: { ...table.lora?.decoder, noOpAtStart: "yes" } } }),
    ).toThrow();
  });
});
