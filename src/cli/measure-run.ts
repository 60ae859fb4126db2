import type { RunFigures } from "../claims/figures";
import { promptOfRuns } from "../claims/prompt-of-runs";
import { raceOfRuns } from "../claims/race-of-runs";
import type { Run } from "../claims/run";
import type { Engine } from "../engine/engine";
import { materialsFor } from "./materials-for";
import { measurePrompt } from "./measure-prompt";
import { measureRace } from "./measure-race";

/** Loads what a run needs and measures it over so many seeds. */
export async function measureRun(
  engine: Engine,
  run: Run,
  seeds: number,
  made: RunFigures["made"],
): Promise<RunFigures> {
  if (run.kind === "prompt") {
    const spec = promptOfRuns([run]);
    const { id: task, options: taskOptions } = spec.task;
    const materials = await materialsFor({ ...spec, task, taskOptions }, "");
    return { ...(await measurePrompt(engine, materials, spec, seeds)), made };
  }
  const spec = raceOfRuns([run]);
  return { ...(await measureRace(engine, await materialsFor(spec, ""), spec, seeds)), made };
}

/** What is said of a run in a line. */
export function figuresLine(figures: RunFigures): string {
  if (figures.kind === "prompt") {
    const { accuracy, low, high } = figures.measures;
    const band = `${low.mean.toFixed(3)}–${high.mean.toFixed(3)}`;
    return `accuracy ${accuracy.mean.toFixed(3)} (${band}) on ${figures.questions} questions`;
  }
  const { score, heldOutLoss } = figures.measures;
  return `score ${score.mean.toFixed(3)}, held-out loss ${heldOutLoss.mean.toFixed(3)}`;
}
