import type { Engine } from "../engine/engine";
import { type AnyOptions, defaultOptions } from "../lib/options";
import type { Method } from "../methods/method";
import type { Materials } from "../training/materials";
import { runExperiment } from "./run-experiment";

/** The rates tried for every method: half a decade apart. */
export const sweptRates = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1] as const;

interface SweepRow {
  readonly method: string;
  readonly learningRate: number;
  /** Last held-out loss by task, mean over the seeds, nats a token. */
  readonly heldOutLoss: Readonly<Record<string, number>>;
  readonly score: Readonly<Record<string, number>>;
  /** Mean of the logarithms of the losses over the tasks: what the best rate is chosen by. */
  readonly meanLogLoss: number;
}

/** The sweep as shipped in public/runs/sweep.json. */
export interface Sweep {
  readonly base: string;
  readonly steps: number;
  readonly seeds: number;
  readonly options: Readonly<Record<string, AnyOptions>>;
  readonly rows: readonly SweepRow[];
  /** The best rate of each method. */
  readonly best: Readonly<Record<string, number>>;
}

/** Tries every rate on every method and task; the best is the one with the lowest mean log held-out loss. */
export async function sweep(
  engine: Engine,
  all: readonly Materials[],
  methods: readonly Method[],
  steps: number,
  seeds: number,
  report: (line: string) => void,
): Promise<Sweep> {
  const rows: SweepRow[] = [];
  for (const method of methods) {
    for (const learningRate of sweptRates) {
      const row = await sweepRow(engine, all, method, learningRate, steps, seeds);
      rows.push(row);
      report(formatRow(row));
    }
  }
  const best = Object.fromEntries(
    methods.map(({ id }) => {
      const own = rows.filter((row) => row.method === id);
      return [id, own.reduce((a, b) => (b.meanLogLoss < a.meanLogLoss ? b : a)).learningRate];
    }),
  );
  const options = Object.fromEntries(methods.map(({ id, options: specs }) => [id, defaultOptions(specs)]));
  return { base: all[0]!.base.id, steps, seeds, options, rows, best };
}

async function sweepRow(
  engine: Engine,
  all: readonly Materials[],
  method: Method,
  learningRate: number,
  steps: number,
  seeds: number,
): Promise<SweepRow> {
  const heldOutLoss: Record<string, number> = {};
  const score: Record<string, number> = {};
  for (const materials of all) {
    const result = await runExperiment(engine, materials, {
      method,
      options: defaultOptions(method.options),
      learningRate,
      batch: materials.taskInfo.batch,
      steps,
      firstSeed: 1,
      seeds,
    });
    const last = result.seeds.map((seed) => seed.heldOutLoss.at(-1)!);
    heldOutLoss[materials.taskInfo.id] = round(last.reduce((a, b) => a + b, 0) / last.length);
    score[materials.taskInfo.id] = round(result.score.mean);
  }
  const logs = Object.values(heldOutLoss).map((loss) => Math.log(Number.isFinite(loss) ? loss : 1e9));
  const meanLogLoss = round(logs.reduce((a, b) => a + b, 0) / logs.length);
  return { method: method.id, learningRate, heldOutLoss, score, meanLogLoss };
}

export function formatSweep({ rows, best }: Sweep): string {
  const marked = rows.map(
    (row) => `${formatRow(row)}${best[row.method] === row.learningRate ? "  <- best" : ""}`,
  );
  return marked.join("\n");
}

function formatRow({ method, learningRate, heldOutLoss, score }: SweepRow): string {
  const tasks = Object.keys(heldOutLoss).map((id) => `${id} ${heldOutLoss[id]} (${score[id]})`);
  return `${method.padEnd(14)} ${String(learningRate).padEnd(7)} ${tasks.join("  ")}`;
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
