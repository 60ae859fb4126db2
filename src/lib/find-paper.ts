import { instructionPapers } from "./instruction-papers";
import { lessonPapers } from "./lesson-papers";
import { type Paper, papers } from "./papers";
import { promptingPapers } from "./prompting-papers";

/** Every source there is: only pages that show them load them all. */
export const allPapers = {
  ...papers,
  ...lessonPapers,
  ...promptingPapers,
  ...instructionPapers,
} as const satisfies Readonly<Record<string, Paper>>;

/** The source that a text cites by this key. Throws where there is none. */
export function findPaper(key: string): Paper {
  const paper = new Map<string, Paper>(Object.entries(allPapers)).get(key);
  if (!paper) throw new Error(`no source is called "${key}"`);
  return paper;
}
