import * as tf from "@tensorflow/tfjs-core";
import type { Figure, SearchFigures } from "../claims/figures";
import { measuresOf, type SearchMeasure } from "../claims/run";
import type { SearchSpec } from "../claims/search-of-run";
import type { Engine } from "../engine/engine";
import { type Candidate, type SearchLook, searchOnce } from "../experiments/prompt/search";
import { ranked, roundRequest, withFound } from "../experiments/prompt/search-rounds";
import { mean } from "../lib/mean";
import { countParameters } from "../model/parameters";
import type { Subject } from "../model/subject";
import { toModel } from "../training/load-base";
import { type Materials, taskOfLane } from "../training/materials";
import type { SeededBases } from "./measure-prompt";
import { meanAndDeviation } from "./run-experiment";

type Taken = Readonly<Record<SearchMeasure, number>>;

/** Searches for a prompt for each task over so many seeds, and measures what was found on fresh questions. */
export async function measureSearch(
  engine: Engine,
  { seedOf, materials }: SeededBases,
  spec: SearchSpec,
  seeds: number,
): Promise<Omit<SearchFigures, "made">> {
  const all = Array.from({ length: seeds }, (_, i) => spec.seed + i);
  const taken: Taken[] = [];
  let total = 0;
  for (const seed of all) {
    const loaded = await materials(seed);
    total = countParameters(loaded.base.config);
    const model = toModel(loaded.base.config, loaded.params);
    const subject: Subject = { ops: engine.ops, model, edits: {} };
    const trials: Taken[] = [];
    for (const task of spec.tasks) trials.push(await searchTask(subject, loaded, { ...spec, seed }, task));
    taken.push(averageOf(trials));
    tf.dispose(Object.values(model.params));
  }
  const figures = measuresOf.search.map((name) => [name, meanAndDeviation(taken.map((one) => one[name]))]);
  const measures: Readonly<Record<SearchMeasure, Figure>> = Object.fromEntries(figures);
  return { kind: "search", spec, seeds: all, seedOf, measures, total };
}

function averageOf(trials: readonly Taken[]): Taken {
  const average = (name: SearchMeasure): number => mean(trials.map((trial) => trial[name]));
  return Object.fromEntries(measuresOf.search.map((name) => [name, average(name)])) as Taken;
}

/** The search for one task, and its rivals. */
async function searchTask(
  subject: Subject,
  materials: Materials,
  spec: SearchSpec,
  ref: SearchSpec["tasks"][number],
): Promise<Taken> {
  const { task } = taskOfLane(materials, { task: ref });
  const ask = (look: SearchLook) => searchOnce(subject, task, look);
  const accuracy = async (trigger: string): Promise<number> => {
    const { fresh } = await ask({ ...around, ask: { what: "try", trigger } });
    return mean(fresh.map(({ isRight }) => (isRight ? 1 : 0)));
  };
  const { pairs, length, seed, plan, rounds } = spec;
  const around = { kind: "search", pairs, seed, ...(length !== undefined && { length }) } as const;
  let pool: readonly Candidate[] = [];
  const bests: string[] = [];
  for (let round = 0; round <= rounds; round++) {
    pool = withFound(pool, await ask(roundRequest(spec, plan, round, pool)));
    bests.push(ranked(pool)[0]!.trigger);
  }
  const count = plan.proposals + rounds * plan.perRound;
  const random = await ask({ ...around, ask: { what: "random", count } });
  return {
    human: await accuracy(task.search!.plain),
    firstGuess: await accuracy(pool[0]!.trigger),
    bestProposal: await accuracy(bests[0]!),
    searched: await accuracy(bests.at(-1)!),
    randomSearch: await accuracy(ranked(random.candidates)[0]!.trigger),
    candidates: pool.length,
  };
}
