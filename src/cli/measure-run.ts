import { allBases, bases } from "../bases/index";
import type { RunFigures } from "../claims/figures";
import { policyOfRuns } from "../claims/policy-of-runs";
import { promptOfRuns } from "../claims/prompt-of-runs";
import { raceOfRuns } from "../claims/race-of-runs";
import type { Run } from "../claims/run";
import { searchOfRun } from "../claims/search-of-run";
import type { Engine } from "../engine/engine";
import { findTask } from "../tasks/index";
import type { CheckpointSource } from "../training/load-base";
import type { Materials } from "../training/materials";
import { materialsFor } from "./materials-for";
import { measurePictureRun } from "./measure-pictures";
import { measurePolicy } from "./measure-policy";
import { measurePrompt } from "./measure-prompt";
import { measureRace } from "./measure-race";
import { measureSearch } from "./measure-search";

/** Where the base of a seed of pretraining is, other than the shipped one. */
export type SeedSource = (seed: number) => CheckpointSource;

/** Loads what a run needs and measures it over so many seeds. `seedSource`: of the bases of lessons. */
export async function measureRun(
  engine: Engine,
  run: Run,
  seeds: number,
  made: RunFigures["made"],
  seedSource?: SeedSource,
): Promise<RunFigures> {
  if (run.kind === "prompt") {
    const spec = promptOfRuns([run]);
    const { id: task, options: taskOptions } = spec.task;
    const { isPretrained, materials } = bySeed({ ...spec, task, taskOptions }, seedSource);
    const seedOf = isPretrained ? "pretraining" : "sampling";
    return { ...(await measurePrompt(engine, { seedOf, materials }, spec, seeds)), made };
  }
  if (run.kind === "search") {
    const spec = searchOfRun(run);
    const lanes = spec.tasks.map((task) => ({ task }));
    const { isPretrained, materials } = bySeed({ ...spec, task: run.task, lanes }, seedSource);
    const seedOf = isPretrained ? "pretraining" : "sampling";
    return { ...(await measureSearch(engine, { seedOf, materials }, spec, seeds)), made };
  }
  if (run.kind === "policy") {
    const spec = policyOfRuns([run]);
    return { ...(await measurePolicy(engine, await materialsFor(spec, ""), spec, seeds)), made };
  }
  if (run.kind === "picture") return { ...(await measurePictureRun(engine, run, seeds)), made };
  const spec = raceOfRuns([run]);
  const { isPretrained, materials } = bySeed(spec, seedSource);
  const seeded = { materials, ...(isPretrained && { seedOf: "pretraining" as const }) };
  return { ...(await measureRace(engine, seeded, spec, seeds)), made };
}

/** What a run is measured on with each seed. Bases of lessons are pretrained anew for each, where there is a source of them. */
function bySeed(wanted: Parameters<typeof materialsFor>[0], seedSource: SeedSource | undefined) {
  const base = allBases.find(({ id }) => id === wanted.base);
  const isPretrained =
    seedSource !== undefined && base !== undefined && !bases.includes(base) && wanted.from !== "untrained";
  const load = (seed: number): Promise<Materials> => {
    const source = isPretrained && seed !== base.recipe.seed ? seedSource(seed) : undefined;
    return materialsFor({ ...wanted, seed }, "", source);
  };
  let shared: Promise<Materials> | undefined;
  const materials = (seed: number): Promise<Materials> => {
    if (isPretrained || findTask(wanted.task)?.seeded) return load(seed);
    shared ??= load(seed);
    return shared;
  };
  return { isPretrained, materials };
}

/** What is said of a run in a line. */
export function figuresLine(figures: RunFigures): string {
  if (figures.kind === "prompt") {
    const { accuracy, low, high } = figures.measures;
    const band = `${low.mean.toFixed(3)}–${high.mean.toFixed(3)}`;
    return `accuracy ${accuracy.mean.toFixed(3)} (${band}) on ${figures.questions} questions`;
  }
  if (figures.kind === "search") {
    const { human, firstGuess, bestProposal, searched, randomSearch } = figures.measures;
    const text = Object.entries({ human, firstGuess, bestProposal, searched, randomSearch });
    return text.map(([name, { mean }]) => `${name} ${mean.toFixed(3)}`).join(", ");
  }
  if (figures.kind === "policy") {
    const parts = Object.entries(figures.measures).map(
      ([name, { mean, sd }]) => `${name} ${mean.toFixed(2)} ± ${sd.toFixed(2)}`,
    );
    return parts.join(", ");
  }
  if (figures.kind === "picture") {
    const { match, attributes, iou, place, style, both, known } = figures.measures;
    const text = Object.entries({ match, attributes, place, iou, style, both, known });
    return text.map(([name, { mean, sd }]) => `${name} ${mean.toFixed(2)} ± ${sd.toFixed(2)}`).join(", ");
  }
  const { score, heldOutLoss } = figures.measures;
  return `score ${score.mean.toFixed(3)}, held-out loss ${heldOutLoss.mean.toFixed(3)}`;
}
