import { expect, test } from "vitest";
import { allWords } from "../i18n/test-words";
import { attributes, labelWords, things } from "../tasks/reader/things";
import { pictureOf } from "./thing-names";

test.each(["en", "zh"] as const)(
  "every thing and label has a name in %s, and no two the same",
  (language) => {
    const tokens = [...things.map(({ name }) => name), ...attributes.flatMap((one) => [...labelWords[one]])];
    const names = allWords[language].things;
    expect(Object.keys(names).sort()).toEqual(tokens.sort());
    expect(new Set(Object.values(names)).size).toBe(tokens.length);
  },
);

test("only things have pictures", () => {
  expect(["whale", "big", "4", ""].map(pictureOf)).toEqual(["🐋", null, null, null]);
});
