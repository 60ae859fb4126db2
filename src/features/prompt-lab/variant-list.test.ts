import { expect, test } from "vitest";
import { plainVariant } from "../../experiments/prompt/default-prompt";
import { duplicated, removed, renamed } from "./variant-list";

const named = { ...plainVariant, name: "plain" };

test("a copy comes right behind, without the name, and not as a fifth", () => {
  expect(duplicated([named, plainVariant], 0)).toEqual([named, plainVariant, plainVariant]);
  expect(duplicated(Array(4).fill(named), 0)).toHaveLength(4);
});

test("the last one stays", () => {
  expect(removed([named, plainVariant], 0)).toEqual([plainVariant]);
  expect(removed([named], 0)).toEqual([named]);
});

test("an empty name is none", () => {
  expect(renamed(named, " ")).toEqual(plainVariant);
  expect(renamed(plainVariant, "mine")).toEqual({ ...plainVariant, name: "mine" });
});
