import { describe, expect, it } from "vitest";
import { defaultView, type MapView, mostCompared, readMapQuery, writeMapQuery } from "./map-query";

const lists = {
  bases: ["toolbox-micro", "tang-micro"],
  methods: ["full", "adapter", "prefix-tuning", "p-tuning", "lora", "dora", "vera", "ia3"],
};
const usual = defaultView(lists);

describe("a query", () => {
  it("is empty where all is as usual", () => {
    expect(writeMapQuery(usual, lists)).toBe("");
    expect(readMapQuery("", lists)).toEqual(usual);
  });

  it("brings everything back", () => {
    const view: MapView = {
      base: "tang-micro",
      wanted: { mergeable: true, noOp: false },
      compare: ["lora", "dora"],
      soft: { depth: "input", encoder: "lstm", base: "trained" },
    };
    const query = writeMapQuery(view, lists);
    expect(query).toBe("base=tang-micro&mergeable=yes&noOp=no&compare=lora,dora&soft=input-lstm-trained");
    expect(readMapQuery(query, lists)).toEqual(view);
  });

  it("can say that nothing is compared", () => {
    expect(readMapQuery(writeMapQuery({ ...usual, compare: [] }, lists), lists).compare).toEqual([]);
  });

  it("takes what is right in it and leaves out the rest", () => {
    const read = readMapQuery("compare=lora,telepathy,lora,%3Cb%3E&mergeable=perhaps&base=gpt&soft=x", lists);
    expect(read).toEqual({ ...usual, compare: ["lora"] });
  });

  it("compares no more than there is room for", () => {
    expect(readMapQuery(`compare=${lists.methods.join()}`, lists).compare).toHaveLength(mostCompared);
  });
});
