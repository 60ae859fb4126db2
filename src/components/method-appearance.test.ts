import { describe, expect, it } from "vitest";
import { laneAppearances, methodAppearance, strokeDash } from "./method-appearance";

const groups = [
  ["full", "adapter", "prefix-tuning", "p-tuning", "lora"],
  ["full", "head", "bitfit", "layer-norm", "random-subset", "lora"],
  ["adapter", "adapter-bias", "compacter", "lora"],
  ["prompt-tuning", "p-tuning", "p-tuning-v2", "prefix-tuning", "llama-adapter", "lora"],
  ["full", "lora", "dora", "adalora", "vera", "ia3"],
];

describe("methodAppearance", () => {
  it.each(groups)("tells apart by colour what is raced together: %s, %s, …", (...ids) => {
    expect(new Set(ids.map((id) => methodAppearance(id).color)).size).toBe(ids.length);
  });

  it("gives no two methods the same colour and the same cue", () => {
    const ids = [...new Set(groups.flat())];
    const looks = ids.map((id) => methodAppearance(id));
    expect(ids).toHaveLength(18);
    expect(new Set(looks.map(({ color, marker, dash }) => `${color} ${marker} ${dash}`)).size).toBe(18);
  });

  it("gives an unknown method a look that is always the same and not that of full tuning", () => {
    expect(methodAppearance("telepathy")).toEqual(methodAppearance("telepathy"));
    expect(methodAppearance("telepathy").color).not.toBe(methodAppearance("full").color);
  });
});

describe("laneAppearances", () => {
  it("keeps the colour of a method and changes the second cue for its second lane", () => {
    const [first, other, second] = laneAppearances(["lora", "full", "lora"]);
    expect(second?.color).toBe(first?.color);
    expect(second?.dash).not.toEqual(first?.dash);
    expect(second?.marker).not.toBe(first?.marker);
    expect(other).toEqual(methodAppearance("full"));
  });

  it("tells six lanes of one method apart", () => {
    const looks = laneAppearances(Array.from({ length: 6 }, () => "lora"));
    expect(new Set(looks.map(strokeDash)).size).toBe(6);
  });
});
