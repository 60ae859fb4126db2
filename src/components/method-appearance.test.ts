import { describe, expect, it } from "vitest";
import { laneAppearances, methodAppearance, strokeDash } from "./method-appearance";

describe("methodAppearance", () => {
  it("gives each of the five methods its own colour, dash and marker", () => {
    const looks = ["full", "adapter", "prefix-tuning", "p-tuning", "lora"].map((id) => methodAppearance(id));
    expect(new Set(looks.map((look) => look.color)).size).toBe(5);
    expect(new Set(looks.map((look) => look.dash.join())).size).toBe(5);
    expect(new Set(looks.map((look) => look.marker)).size).toBe(5);
  });

  it("gives an unknown method a look that is always the same and not one of the five", () => {
    expect(methodAppearance("bitfit")).toEqual(methodAppearance("bitfit"));
    const known = ["full", "adapter", "prefix-tuning", "p-tuning", "lora"].map(
      (id) => methodAppearance(id).color,
    );
    expect(known).not.toContain(methodAppearance("bitfit").color);
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
