import { expect, it } from "vitest";
import { tokensOf } from "./tokens-of";

it("cuts a text where its model does", () => {
  expect(tokensOf("chain", "chain 3 a + 4 :")).toEqual(["chain", "3", "a", "+", "4", ":"]);
  expect(tokensOf("past-tense", "?go=")).toEqual(["?", "g", "o", "="]);
});
