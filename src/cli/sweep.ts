import { readFile, writeFile } from "node:fs/promises";
import { bases, findBase } from "../bases/index";
import { startEngine } from "../engine/engine";
import { type AnyOptions, defaultOptions } from "../lib/options";
import { findMethod, methods } from "../methods/index";
import { tasks } from "../tasks/index";
import { loadMaterials } from "../training/materials";
import { readArguments, readInteger, runCommand, UsageError } from "./arguments";
import { nodeCheckpoints, nodeEngineFiles, repositoryPath } from "./node-files";
import { bestRate, type SweepRow, sweepMethod } from "./sweep-method";

// npm run sweep: the learning rate of methods on bases, over all tasks the base can be asked (in reach, near
// and new). Writes public/runs/sweep.json, and the best of each to src/training/learning-rates.json.

const usage = `npm run sweep -- [--base B …] [--method M …] [--steps N] [--seeds K]
Bases: ${bases.map(({ id }) => id).join(", ")}
Methods: ${methods.map(({ id }) => id).join(", ")}`;

/** The sweep of one base as shipped in public/runs/sweep.json. */
interface BaseSweep {
  readonly base: string;
  readonly steps: number;
  readonly seeds: number;
  readonly options: Readonly<Record<string, AnyOptions>>;
  readonly rows: readonly SweepRow[];
  /** The best rate of each method. */
  readonly best: Readonly<Record<string, number>>;
}

const path = repositoryPath("public/runs/sweep.json");
const ratesPath = repositoryPath("src/training/learning-rates.json");

await runCommand(async () => {
  const { values } = readArguments(usage, {
    base: { type: "string", multiple: true },
    method: { type: "string", multiple: true },
    steps: { type: "string" },
    seeds: { type: "string" },
  });
  const steps = readInteger("steps", values.steps ?? "120", 1, 5000);
  const seeds = readInteger("seeds", values.seeds ?? "1", 1, 100);
  const engine = await startEngine("wasm", nodeEngineFiles);
  for (const baseId of values.base ?? bases.map(({ id }) => id)) {
    const base = findBase(baseId);
    if (!base) throw new UsageError(`there is no base "${baseId}"\n${usage}`);
    const fitting = tasks.filter(({ family }) => family === base.family);
    const all = await Promise.all(
      fitting.map((task) => loadMaterials(base, task, "pretrained", nodeCheckpoints, () => {})),
    );
    for (const methodId of values.method ?? methods.map(({ id }) => id)) {
      const method = findMethod(methodId);
      if (!method) throw new UsageError(`there is no method "${methodId}"\n${usage}`);
      const report = (row: SweepRow): void => console.log(baseId, formatRow(row));
      const rows = await sweepMethod(engine, all, method, steps, seeds, report);
      await keep({
        base: baseId,
        steps,
        seeds,
        options: { [methodId]: defaultOptions(method.options) },
        rows,
      });
    }
  }
});

/** Puts the rows of one method in place; those of other methods and bases stay. */
async function keep(fresh: Omit<BaseSweep, "best">): Promise<void> {
  const { sweeps } = JSON.parse(await readFile(path, "utf8")) as { sweeps: readonly BaseSweep[] };
  const old = sweeps.find(({ base }) => base === fresh.base);
  const isComparable = !old || (old.steps === fresh.steps && old.seeds === fresh.seeds);
  if (!isComparable) {
    throw new UsageError(
      `${fresh.base} was swept with --steps ${old.steps} --seeds ${old.seeds}: take the same`,
    );
  }
  const swept = new Set(fresh.rows.map(({ method }) => method));
  const rows = [...(old?.rows.filter(({ method }) => !swept.has(method)) ?? []), ...fresh.rows];
  const best = Object.fromEntries(rows.map(({ method }) => [method, bestRate(rows, method)]));
  const whole = { ...fresh, options: { ...old?.options, ...fresh.options }, rows, best };
  const others = sweeps.filter(({ base }) => base !== fresh.base);
  await writeFile(path, `${JSON.stringify({ sweeps: [...others, whole] })}\n`);
  await writeFile(ratesPath, ratesText([...others, whole]));
}

/** The best rates by base and method, in the order of the lists. */
function ratesText(sweeps: readonly BaseSweep[]): string {
  const rates = bases.map(({ id }) => {
    const { best = {} } = sweeps.find(({ base }) => base === id) ?? {};
    const swept = methods.filter((method) => Object.hasOwn(best, method.id));
    return [id, Object.fromEntries(swept.map((method) => [method.id, best[method.id]]))] as const;
  });
  return `${JSON.stringify(Object.fromEntries(rates), null, 2)}\n`;
}

function formatRow({ method, learningRate, heldOutLoss, score }: SweepRow): string {
  const shown = Object.keys(heldOutLoss).map((id) => `${id} ${heldOutLoss[id]} (${score[id]})`);
  return `${method.padEnd(14)} ${String(learningRate).padEnd(7)} ${shown.join("  ")}`;
}
