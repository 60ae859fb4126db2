import type { Engine } from "../engine/engine";
import { mean as meanOf } from "../lib/mean";
import type { AnyOptions } from "../lib/options";
import type { ListedMethod } from "../methods/index";
import { countParameters } from "../model/parameters";
import type { Materials } from "../training/materials";
import { Race } from "../training/race";
import type { ObjectiveSpec } from "../training/race-spec";
import { backendText } from "./backend-text";

/** One method on one task, over some seeds. */
export interface ExperimentSpec {
  readonly method: ListedMethod;
  readonly options: AnyOptions;
  /** Cross-entropy where left out. */
  readonly objective?: ObjectiveSpec;
  readonly learningRate: number;
  readonly batch: number;
  readonly steps: number;
  readonly firstSeed: number;
  readonly seeds: number;
}

/**
 * What `npm run experiment --json` prints. Losses in nats a token (`heldOutLoss` first and last: means over the seeds),
 * scores 0 to 1, times in milliseconds; `probes` are of the first seed.
 */
export interface ExperimentResult {
  readonly base: string;
  readonly pretrained: boolean;
  readonly task: string;
  readonly method: string;
  readonly options: AnyOptions;
  /** Left out for cross-entropy. */
  readonly objective?: ObjectiveSpec;
  readonly learningRate: number;
  readonly batch: number;
  readonly trained: number;
  readonly kept: number;
  readonly head: number;
  readonly total: number;
  readonly score: { readonly mean: number; readonly sd: number };
  readonly heldOutLoss: { readonly first: number; readonly last: number };
  readonly probes: readonly { readonly id: string; readonly loss: number; readonly exact: number }[];
  readonly seeds: readonly SeedResult[];
  readonly msPerStep: number;
  /** The TensorFlow.js operation because of which steps are computed each time, not replayed; null if they are replayed. */
  readonly unrecorded: string | null;
  readonly backend: string;
}

interface SeedResult {
  readonly seed: number;
  readonly score: number;
  /** Steps at which the held-out loss was taken; `loss` and `heldOutLoss` belong to them. */
  readonly steps: readonly number[];
  /** Loss on the batch of that step. */
  readonly loss: readonly number[];
  readonly heldOutLoss: readonly number[];
  /** Loss on every batch, from step 1. */
  readonly trainingLoss: readonly number[];
  /** Series of the objective on held-out data, from before the first step on. */
  readonly series?: { readonly steps: readonly number[]; readonly values: Series };
  /** Series that the objective reports at every step, from step 1. */
  readonly trainingSeries?: Series;
  /** After which step the lane ended early, and why. */
  readonly stopped?: { readonly step: number; readonly reason: string };
}

type Series = Readonly<Record<string, readonly number[]>>;

/** How often the held-out loss is measured, about; the first and the last time on all items. */
const heldOutPoints = 10;

/** Trains over the seeds and measures on all held-out items. */
export async function runExperiment(
  engine: Engine,
  materials: Materials,
  spec: ExperimentSpec,
): Promise<ExperimentResult> {
  const { method, options, objective, learningRate, batch, steps, firstSeed, seeds } = spec;
  const items = materials.task.items("heldOut").length;
  const results: SeedResult[] = [];
  const starts: number[] = [];
  let counts = { trained: 0, kept: 0, head: 0 };
  let probes: ExperimentResult["probes"] = [];
  let unrecorded: string | null = null;
  let elapsed = 0;
  for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
    const race = new Race(engine, materials, {
      base: materials.base.id,
      from: materials.from,
      task: materials.taskInfo.id,
      lanes: [{ method: method.id, options, learningRate, ...(objective && { objective }) }],
      batch,
      steps,
      seed,
    });
    counts = race.counts(0);
    const every = Math.max(1, Math.ceil(steps / heldOutPoints));
    const first = await race.evaluate(0, false, items);
    const evaluated: number[] = [];
    const heldOutLoss: number[] = [];
    const series = [first.series ?? {}];
    while (!race.finished) {
      const began = performance.now();
      await race.advance();
      elapsed += performance.now() - began;
      if (race.step % every === 0 && race.step < steps) {
        const now = await race.evaluate(0, false);
        evaluated.push(race.step);
        heldOutLoss.push(now.heldOutLoss);
        series.push(now.series ?? {});
      }
    }
    const [losses] = await race.readLosses();
    const trainingLoss = losses?.losses ?? [];
    const last = await race.evaluate(0, seed === firstSeed, items);
    if (seed === firstSeed) probes = last.probes;
    evaluated.push(steps);
    heldOutLoss.push(last.heldOutLoss);
    series.push(last.series ?? {});
    const stopped = race.stopped(0);
    unrecorded = race.session(0).unrecorded;
    starts.push(first.heldOutLoss);
    results.push({
      seed,
      score: last.score,
      steps: evaluated,
      // A lane that stopped has no loss from there on.
      loss: evaluated.map((step) => trainingLoss[step - 1] ?? Number.NaN),
      heldOutLoss,
      trainingLoss,
      ...(last.series && { series: { steps: [0, ...evaluated], values: transposed(series) } }),
      ...(losses?.series && { trainingSeries: losses.series }),
      ...(stopped && { stopped }),
    });
    race.dispose();
  }
  return {
    base: materials.base.id,
    pretrained: materials.card !== null,
    task: materials.taskInfo.id,
    method: method.id,
    options,
    ...(objective && { objective }),
    learningRate,
    batch,
    ...counts,
    total: countParameters(materials.base.config),
    score: meanAndDeviation(results.map(({ score }) => score)),
    heldOutLoss: { first: meanOf(starts), last: meanOf(results.map((one) => one.heldOutLoss.at(-1)!)) },
    probes,
    seeds: results,
    msPerStep: elapsed / (steps * seeds),
    unrecorded,
    backend: backendText(engine),
  };
}

/** Mean and sample standard deviation (0 for one value). */
export function meanAndDeviation(values: readonly number[]): { mean: number; sd: number } {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 };
}

/** Values by name at each point -> one list of values for each name. */
function transposed(points: readonly Readonly<Record<string, number>>[]): Series {
  const names = Object.keys(points[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, points.map((point) => point[name] ?? Number.NaN)]));
}
