import type { Engine } from "../engine/engine";
import { mean } from "../lib/mean";
import { defaultOptions } from "../lib/options";
import type { ListedMethod } from "../methods/index";
import type { Materials } from "../training/materials";
import { Race } from "../training/race";

/** The rates that may be tried, a factor of about √10 apart. */
const rates = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1] as const;

/** How many held-out items are used at the end. */
const items = 256;

/** One rate of one method on one base. */
export interface SweepRow {
  readonly method: string;
  readonly learningRate: number;
  /** Last held-out loss by task, mean over the seeds, nats a token. */
  readonly heldOutLoss: Readonly<Record<string, number>>;
  readonly score: Readonly<Record<string, number>>;
  /** Mean of the logarithms of the losses over the tasks: what the best rate is chosen by. */
  readonly meanLogLoss: number;
}

/**
 * Walks from the method's own starting rate downhill until the best rate has a worse one on either side (or is the
 * last of the range). Every rate tried is a row, the lowest first.
 */
export async function sweepMethod(
  engine: Engine,
  all: readonly Materials[],
  method: ListedMethod,
  steps: number,
  seeds: number,
  report: (row: SweepRow) => void,
): Promise<SweepRow[]> {
  const tried = new Map<number, SweepRow>();
  const at = async (index: number): Promise<number> => {
    const learningRate = rates[index];
    if (learningRate === undefined) return Number.POSITIVE_INFINITY;
    const row = tried.get(index) ?? (await sweepRow(engine, all, method, learningRate, steps, seeds));
    if (!tried.has(index)) report(row);
    tried.set(index, row);
    return row.meanLogLoss;
  };
  let best = Math.max(0, rates.indexOf(method.learningRate as (typeof rates)[number]));
  for (;;) {
    const [here, below, above] = [await at(best), await at(best - 1), await at(best + 1)];
    if (here <= below && here <= above) break;
    best += below < above ? -1 : 1;
  }
  return [...tried].sort(([a], [b]) => a - b).map(([, row]) => row);
}

/** The rate of a method with the lowest mean log loss. */
export function bestRate(rows: readonly SweepRow[], method: string): number {
  const own = rows.filter((row) => row.method === method);
  return own.reduce((a, b) => (b.meanLogLoss < a.meanLogLoss ? b : a)).learningRate;
}

async function sweepRow(
  engine: Engine,
  all: readonly Materials[],
  method: ListedMethod,
  learningRate: number,
  steps: number,
  seeds: number,
): Promise<SweepRow> {
  const heldOutLoss: Record<string, number> = {};
  const score: Record<string, number> = {};
  for (const materials of all) {
    const ends = [];
    for (let seed = 1; seed <= seeds; seed++) {
      ends.push(await endOfRun(engine, materials, method, learningRate, steps, seed));
    }
    heldOutLoss[materials.taskInfo.id] = round(mean(ends.map((end) => end.heldOutLoss)));
    score[materials.taskInfo.id] = round(mean(ends.map((end) => end.score)));
  }
  // A loss that is NaN counts as very bad; one that is rounded to 0 as very good.
  const logs = Object.values(heldOutLoss).map((loss) =>
    Math.log(Number.isFinite(loss) ? Math.max(loss, 1e-5) : 1e9),
  );
  return { method: method.id, learningRate, heldOutLoss, score, meanLogLoss: round(mean(logs)) };
}

/** Held-out loss and score after all steps. */
async function endOfRun(
  engine: Engine,
  materials: Materials,
  method: ListedMethod,
  learningRate: number,
  steps: number,
  seed: number,
): Promise<{ heldOutLoss: number; score: number }> {
  const { base, taskInfo } = materials;
  const lane = { method: method.id, options: defaultOptions(method.options), learningRate };
  const race = new Race(engine, materials, {
    base: base.id,
    from: "pretrained",
    task: taskInfo.id,
    lanes: [lane],
    batch: taskInfo.batch,
    steps,
    seed,
  });
  while (!race.finished) await race.advance();
  await race.readLosses();
  // Tasks whose answers are generated take long to score: their loss alone is what counts here.
  const { heldOutLoss, score } = await race.evaluate(0, false, taskInfo.exact ? items : 32);
  race.dispose();
  return { heldOutLoss, score };
}

function round(value: number): number {
  return Number(value.toFixed(5));
}
