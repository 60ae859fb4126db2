import type { Engine } from "../engine/engine";
import { mean as meanOf } from "../lib/mean";
import type { AnyOptions } from "../lib/options";
import type { ListedMethod } from "../methods/index";
import { countParameters } from "../model/parameters";
import type { Materials } from "../training/materials";
import { Race } from "../training/race";
import { backendText } from "./backend-text";

/** One method on one task, over some seeds. */
export interface ExperimentSpec {
  readonly method: ListedMethod;
  readonly options: AnyOptions;
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
}

/** Held-out losses along the way are taken about this often; the one before the start and the last are over all items. */
const heldOutPoints = 10;

/** Trains over the seeds and measures on all held-out items. */
export async function runExperiment(
  engine: Engine,
  materials: Materials,
  spec: ExperimentSpec,
): Promise<ExperimentResult> {
  const { method, options, learningRate, batch, steps, firstSeed, seeds } = spec;
  const items = materials.task.items("heldOut").length;
  const results: SeedResult[] = [];
  const starts: number[] = [];
  let counts = { trained: 0, kept: 0, head: 0 };
  let probes: ExperimentResult["probes"] = [];
  let elapsed = 0;
  for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
    const race = new Race(engine, materials, {
      base: materials.base.id,
      from: materials.from,
      task: materials.taskInfo.id,
      lanes: [{ method: method.id, options, learningRate }],
      batch,
      steps,
      seed,
    });
    counts = race.counts(0);
    const every = Math.max(1, Math.ceil(steps / heldOutPoints));
    const first = await race.evaluate(0, false, items);
    const evaluated: number[] = [];
    const heldOutLoss: number[] = [];
    while (!race.finished) {
      const began = performance.now();
      race.advance();
      elapsed += performance.now() - began;
      if (race.step % every === 0 && race.step < steps) {
        evaluated.push(race.step);
        heldOutLoss.push((await race.evaluate(0, false)).heldOutLoss);
      }
    }
    const [losses] = await race.readLosses();
    const trainingLoss = losses?.losses ?? [];
    const last = await race.evaluate(0, seed === firstSeed, items);
    if (seed === firstSeed) probes = last.probes;
    evaluated.push(steps);
    heldOutLoss.push(last.heldOutLoss);
    starts.push(first.heldOutLoss);
    results.push({
      seed,
      score: last.score,
      steps: evaluated,
      // A lane that stopped (its loss was no number) has no loss from there on.
      loss: evaluated.map((step) => trainingLoss[step - 1] ?? Number.NaN),
      heldOutLoss,
      trainingLoss,
    });
    race.dispose();
  }
  return {
    base: materials.base.id,
    pretrained: materials.card !== null,
    task: materials.taskInfo.id,
    method: method.id,
    options,
    learningRate,
    batch,
    ...counts,
    total: countParameters(materials.base.config),
    score: meanAndDeviation(results.map(({ score }) => score)),
    heldOutLoss: { first: meanOf(starts), last: meanOf(results.map((one) => one.heldOutLoss.at(-1)!)) },
    probes,
    seeds: results,
    msPerStep: elapsed / (steps * seeds),
    backend: backendText(engine),
  };
}

/** Mean and sample standard deviation (0 for one value). */
export function meanAndDeviation(values: readonly number[]): { mean: number; sd: number } {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 };
}

/** The result as a small table for people. */
export function formatResult(result: ExperimentResult): string {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const options = Object.entries(result.options)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join("+") : value}`)
    .join(" ");
  const rows = [
    ["base", `${result.base}${result.pretrained ? "" : " (untrained twin)"}, ${result.total} parameters`],
    ["task", result.task],
    ["method", `${result.method} ${options}`.trim()],
    ["learning rate", String(result.learningRate)],
    ["trained", `${result.trained} (${percent(result.trained / result.total)})`],
    ["kept", String(result.kept)],
    ...(result.head > 0 ? [["new head", String(result.head)]] : []),
    [
      "held-out score",
      `${result.score.mean.toFixed(3)} ± ${result.score.sd.toFixed(3)} (${result.seeds.length} seeds)`,
    ],
    ["held-out loss", `${result.heldOutLoss.first.toFixed(4)} -> ${result.heldOutLoss.last.toFixed(4)}`],
    ["what it knew", result.probes.map(({ id, exact }) => `${id} ${exact.toFixed(2)}`).join(", ")],
    ["time", `${result.msPerStep.toFixed(1)} ms a step, ${result.backend}`],
  ];
  return rows.map(([name, value]) => `${name!.padEnd(16)}${value}`).join("\n");
}
