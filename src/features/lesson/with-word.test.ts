import { expect, it } from "vitest";
import { withWord } from "./with-word";

it("adds words until there are three, then starts a new instruction", () => {
  const pressed = ["backwards", "next", "bracketed", "keep"];
  const shown = pressed.map((_, i) => pressed.slice(0, i + 1).reduce(withWord, ""));
  expect(shown).toEqual(["backwards", "backwards next", "backwards next bracketed", "keep"]);
});

it("takes no space for a word", () => {
  expect(withWord("  backwards  next ", "plain")).toBe("backwards next plain");
});
