import { findBase } from "../bases/index";
import type { RunFigures } from "../claims/figures";
import { promptOfRuns } from "../claims/prompt-of-runs";
import { raceOfRuns } from "../claims/race-of-runs";
import type { PromptRun, Run } from "../claims/run";
import type { Engine } from "../engine/engine";
import type { CheckpointSource } from "../training/load-base";
import { materialsFor } from "./materials-for";
import { measurePrompt, type SeededBases } from "./measure-prompt";
import { measureRace } from "./measure-race";

/** Where the base of a seed of pretraining is, other than the shipped one. */
export type SeedSource = (seed: number) => CheckpointSource;

/** Loads what a run needs and measures it over so many seeds. `seedSource`: of bases that are only asked. */
export async function measureRun(
  engine: Engine,
  run: Run,
  seeds: number,
  made: RunFigures["made"],
  seedSource?: SeedSource,
): Promise<RunFigures> {
  if (run.kind === "prompt") {
    const bases = await basesOf(run, seedSource);
    return { ...(await measurePrompt(engine, bases, promptOfRuns([run]), seeds)), made };
  }
  const spec = raceOfRuns([run]);
  return { ...(await measureRace(engine, await materialsFor(spec, ""), spec, seeds)), made };
}

async function basesOf(run: PromptRun, seedSource: SeedSource | undefined): Promise<SeededBases> {
  const spec = promptOfRuns([run]);
  const { id: task, options: taskOptions } = spec.task;
  const ids = { ...spec, task, taskOptions };
  const shipped = await materialsFor(ids, "");
  const base = findBase(spec.base);
  if (!seedSource || base?.family !== "reader" || spec.from === "untrained")
    return { seedOf: "sampling", materials: async () => shipped };
  const materials = async (seed: number) =>
    seed === base.recipe.seed ? shipped : materialsFor(ids, "", seedSource(seed));
  return { seedOf: "pretraining", materials };
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
