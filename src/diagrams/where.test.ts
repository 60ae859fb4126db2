import { describe, expect, it } from "vitest";
import { defaultOptions } from "../lib/options";
import { findMethod } from "../methods/index";
import { type ModelConfig, tokensHead } from "../model/config";
import { whereParts } from "./where";

const config: ModelConfig = {
  kind: "decoder",
  vocabulary: 80,
  context: 32,
  layers: 3,
  heads: 4,
  width: 64,
  tied: true,
  head: tokensHead,
};
const partsOf = (id: string) => {
  const method = findMethod(id);
  if (!method) throw new Error(id);
  return method.parts(config, defaultOptions(method.options));
};

describe("whereParts", () => {
  it("names each place once, and the blocks", () => {
    expect(whereParts(config, partsOf("lora"))).toEqual({
      places: ["query", "value"],
      layers: [0, 1, 2],
      everywhere: false,
    });
  });

  it("knows what acts outside of the blocks, and what acts everywhere", () => {
    expect(whereParts(config, partsOf("p-tuning"))).toMatchObject({ layers: [], everywhere: false });
    expect(whereParts(config, partsOf("full")).everywhere).toBe(true);
  });

  it("sees that only some blocks have a part", () => {
    const upper = partsOf("prefix-tuning").filter(({ site }) => site.startsWith("blocks.2."));
    expect(whereParts(config, upper)).toEqual({ places: ["prefix"], layers: [2], everywhere: false });
  });
});
