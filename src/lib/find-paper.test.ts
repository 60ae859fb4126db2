import { describe, expect, it } from "vitest";
import { allPapers, findPaper } from "./find-paper";
import { type Paper, papers } from "./papers";

const listed: readonly (readonly [string, Paper])[] = Object.entries(allPapers);

describe("papers", () => {
  it.each(listed)("%s has the year that its number on arXiv says", (_, { year, url = "" }) => {
    const [, digits] = /^https:\/\/arxiv\.org\/abs\/(\d\d)\d\d\.\d{5}$/.exec(url) ?? [];
    if (url.includes("arxiv")) expect(2000 + Number(digits)).toBe(year);
  });

  it("are listed once each", () => {
    const titles = listed.map(([, { title }]) => title);
    const addresses = listed.flatMap(([, { url }]) => url ?? []);
    expect(new Set(titles).size).toBe(titles.length);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("are found by their keys, and by nothing else", () => {
    expect(findPaper("lora")).toBe(papers.lora);
    expect(() => findPaper("lorax")).toThrow("lorax");
    expect(() => findPaper("constructor")).toThrow("constructor");
  });
});
