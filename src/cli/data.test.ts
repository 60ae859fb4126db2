import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { isOffensive } from "./offensive";

const folder = "public/data";
const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, "utf8")) as {
  file: string;
  rows: number;
  bytes: number;
  sha256: string;
  sources: string[];
}[];

test("the manifest names every data file", () => {
  const files = readdirSync(folder).filter((name) => /\.(?:tsv|txt)$/.test(name));
  expect(manifest.map((entry) => entry.file).sort()).toEqual(files.sort());
});

test.each(manifest)("$file is as the manifest says", ({ file, rows, bytes, sha256 }) => {
  const content = readFileSync(`${folder}/${file}`);
  expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
  expect(content.toString().split("\n").length - 1).toBe(rows);
  expect(statSync(`${folder}/${file}`).size).toBe(bytes);
  expect(bytes).toBeLessThan(900_000);
});

test("every source has its licence", () => {
  const licences = readFileSync(`${folder}/DATA-LICENSES.md`, "utf8");
  for (const { file, sources } of manifest) {
    expect(licences).toContain(file.startsWith("tang-") && file.endsWith(".txt") ? "tang-*.txt" : file);
    for (const source of sources) expect(licences).toContain(notices.get(source.split(" ")[1]!));
  }
});

/** A line that only the notice of the package has. */
const notices = new Map([
  ["wordnet-base", "WordNet 3.0 Copyright 2006 by Princeton University"],
  ["cmu-pronouncing-dictionary", "1993-2015 Carnegie Mellon University"],
  ["@faker-js/faker", "Faker - Copyright (c) 2022-2025"],
  ["chinese-poetry", "Copyright (c) 2016 JackeyGao"],
  ["opencc-js", "The nk2028 Project"],
  ["vader-sentiment", "Copyright 2018 Comcast"],
]);

test("the English data has no offensive line", () => {
  for (const file of ["verbs.tsv", "nouns.tsv", "phrases.txt", "sentiment.tsv", "definitions.tsv"]) {
    const lines = readFileSync(`${folder}/${file}`, "utf8").split("\n");
    expect(lines.filter(isOffensive)).toEqual([]);
  }
});

test("isOffensive knows whole words and beginnings", () => {
  expect(isOffensive("a Murderous look")).toBe(true);
  expect(isOffensive("a tit for tat")).toBe(true);
  expect(isOffensive("the title of a class in assembly")).toBe(false);
});
