import { expect, it } from "vitest";
import en from "../../i18n/en/glossary.json";
import { glossaryGroups } from "./glossary-groups";

it("lists every term that is explained, once", () => {
  expect(Object.values(glossaryGroups).flat().sort()).toEqual(Object.keys(en.terms).sort());
  expect(Object.keys(glossaryGroups)).toEqual(Object.keys(en.groups));
});
