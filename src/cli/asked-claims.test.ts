import { expect, it } from "vitest";
import { lessonClaims } from "../claims/index";
import { parseLessonFigures } from "../claims/lesson-figures";
import { startEngine } from "../engine/engine";
import { measureRun } from "./measure-run";
import { nodeEngineFiles } from "./node-files";

// Figures in files can be out of date without anybody noticing. These are cheap enough to be measured again each time.

const files = import.meta.glob<unknown>("../../public/runs/claims/*.json", {
  eager: true,
  import: "default",
});
/** One run of each lesson about prompts, chosen to need a different part of what asks. */
const chosen = {
  "in-context": "random",
  "larger-models": "lettersTiny",
  "chain-of-thought": "wrongFollowed",
  "step-by-step": "thinkStepSampled",
  "self-consistency": "nine",
  "least-to-most": "split7",
} as const;

it.each(Object.entries(chosen))("%s: %s comes out as it is kept, on 200 questions", async (lesson, name) => {
  const run = lessonClaims.find((claims) => claims.lesson === lesson)?.runs[name];
  const kept = parseLessonFigures(files[`../../public/runs/claims/${lesson}.json`]).runs[name];
  if (!run || kept?.kind !== "prompt") throw new Error("it is not kept");
  const engine = await startEngine("wasm", nodeEngineFiles);
  const again = await measureRun(engine, run, 1, kept.made);
  if (again.kind !== "prompt") throw new Error("it was measured as something else");
  expect(again.questions).toBe(200);
  expect(again.accuracies[0]).toBeCloseTo(kept.accuracies[0]!, 5);
});
