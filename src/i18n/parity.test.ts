import { describe, expect, it } from "vitest";
import { allWords } from "./test-words";

/** Every text of a namespace by its path: "home.badge.live" -> "live". */
function flatten(node: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "string") found.set(`${path}${key}`, value);
    else for (const [inner, text] of flatten(value, `${path}${key}.`)) found.set(inner, text);
  }
  return found;
}

const variables = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? ""))].sort();

/** i18next's plural forms: English has one and other, Chinese only other. */
const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, "");

const namespaces = Object.keys(allWords.en) as (keyof typeof allWords.en)[];

describe.each(namespaces)("words of %s", (namespace) => {
  const english = flatten(allWords.en[namespace]);
  const chinese = flatten(allWords.zh[namespace]);

  it("exist in both languages", () => {
    const keys = (texts: Map<string, string>) => [...new Set([...texts.keys()].map(withoutPlural))].sort();
    expect(keys(chinese)).toEqual(keys(english));
  });

  it("are never empty", () => {
    const empty = [...english, ...chinese].filter(([, text]) => text.trim() === "").map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it("take the same variables", () => {
    for (const [key, text] of chinese) {
      const twin = english.get(key);
      if (twin !== undefined) expect([key, variables(text)]).toEqual([key, variables(twin)]);
    }
  });

  it("use Chinese punctuation between Chinese characters", () => {
    const wrong = [...chinese].filter(([, text]) =>
      /[\u4e00-\u9fff][,;:!?]|[\u4e00-\u9fff]\.(?!\w)/.test(text),
    );
    expect(wrong).toEqual([]);
  });
});
