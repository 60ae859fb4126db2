import { readdirSync, readFileSync } from "node:fs";

/** The ids of all lessons. */
export const lessonIds = readdirSync("src/lessons", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Titles of the steps of a lesson, as they stand in the text. */
export function stepTitles(id: string, language: "en" | "zh"): string[] {
  const text = readFileSync(`src/lessons/${id}/${language}.mdx`, "utf8");
  return [...text.matchAll(/<Step id="[^"]+" title="([^"]+)"/g)].map(([, title]) => title!);
}
