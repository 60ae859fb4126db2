import { mkdir, readFile, writeFile } from "node:fs/promises";
import { findBase } from "../bases/index";
import { startEngine } from "../engine/engine";
import { defaultOptions } from "../lib/options";
import { findMethod, type ListedMethod, methods } from "../methods/index";
import { findTask, type ListedTask } from "../tasks/index";
import { usualRate } from "../training/default-race";
import { loadMaterials } from "../training/materials";
import { readArguments, readInteger, runCommand, UsageError } from "./arguments";
import { nodeCheckpoints, nodeEngineFiles, repositoryPath } from "./node-files";
import { runExperiment } from "./run-experiment";

// npm run table: every method with its defaults on the three toolbox tasks, from the pretrained base and from its
// untrained twin. Fills public/runs/results-*.json and prints the table of the README. `--task` and `--method` do a part.

const usage = "npm run table [-- --task T …] [--method M …] [--seeds K] [--print]";
const base = findBase("toolbox-micro")!;
const taskIds = ["past-tense", "ing-form", "numerals"] as const;

/** One cell of the table. */
interface Cell {
  readonly task: string;
  readonly method: string;
  readonly pretrained: boolean;
  readonly trained: number;
  readonly total: number;
  readonly learningRate: number;
  readonly steps: number;
  readonly batch: number;
  readonly scores: readonly number[];
  readonly score: { readonly mean: number; readonly sd: number };
  readonly heldOutLoss: number;
  readonly probes: readonly { readonly id: string; readonly exact: number }[];
}

await runCommand(async () => {
  const { values } = readArguments(usage, {
    task: { type: "string", multiple: true },
    method: { type: "string", multiple: true },
    seeds: { type: "string" },
    print: { type: "boolean" },
  });
  const seeds = readInteger("seeds", values.seeds ?? "3", 1, 100);
  const chosen = (values.method ?? methods.map(({ id }) => id)).map(requireMethod);
  const tasks = (values.task ?? taskIds).map(requireTask);
  for (const task of values.print ? [] : tasks) await fill(task, chosen, seeds);
  console.log(format(await readAll()));
});

function requireMethod(id: string): ListedMethod {
  const method = findMethod(id);
  if (!method) throw new UsageError(`there is no method "${id}"\n${usage}`);
  return method;
}

function requireTask(id: string): ListedTask {
  const task = findTask(id);
  if (!task || !taskIds.some((known) => known === id))
    throw new UsageError(`the table has no task "${id}"\n${usage}`);
  return task;
}

async function fill(task: ListedTask, chosen: readonly ListedMethod[], seeds: number): Promise<void> {
  const engine = await startEngine("wasm", nodeEngineFiles);
  const taskId = task.id;
  const cells: Cell[] = [];
  for (const pretrained of [true, false]) {
    const materials = await loadMaterials(
      base,
      task,
      pretrained ? "pretrained" : "untrained",
      nodeCheckpoints,
      () => {},
    );
    for (const method of chosen) {
      const result = await runExperiment(engine, materials, {
        method,
        options: defaultOptions(method.options),
        learningRate: usualRate(method.id, base.id),
        batch: task.batch,
        steps: task.steps,
        firstSeed: 1,
        seeds,
      });
      const { trained, total, learningRate, batch, score, heldOutLoss, probes } = result;
      const scores = result.seeds.map((seed) => seed.score);
      const common = { task: taskId, method: method.id, pretrained, trained, total, learningRate, batch };
      cells.push({ ...common, steps: task.steps, scores, score, heldOutLoss: heldOutLoss.last, probes });
      console.error(
        `${taskId} ${method.id} ${pretrained ? "" : "untrained "}${score.mean.toFixed(3)} ± ${score.sd.toFixed(3)}`,
      );
    }
  }
  await mkdir(repositoryPath("public/runs"), { recursive: true });
  const others = (await read(taskId)).filter(({ method }) => chosen.every(({ id }) => id !== method));
  await writeFile(pathOf(taskId), `${JSON.stringify([...others, ...cells], null, 1)}\n`);
}

function pathOf(task: string): string {
  return repositoryPath(`public/runs/results-${task}.json`);
}

async function read(task: string): Promise<Cell[]> {
  return JSON.parse(await readFile(pathOf(task), "utf8").catch(() => "[]")) as Cell[];
}

async function readAll(): Promise<Cell[]> {
  return (await Promise.all(taskIds.map(read))).flat();
}

/** Markdown: a row a method, a column a task; the untrained twin in brackets. */
function format(cells: readonly Cell[]): string {
  const find = (task: string, method: string, pretrained: boolean): Cell | undefined =>
    cells.find((cell) => cell.task === task && cell.method === method && cell.pretrained === pretrained);
  const show = (cell: Cell | undefined): string =>
    cell ? `${cell.score.mean.toFixed(3)} ± ${cell.score.sd.toFixed(3)}` : "–";
  const rows = methods.map(({ id }) => {
    const some = cells.find((cell) => cell.method === id);
    const share = some
      ? `${some.trained.toLocaleString("en")} (${((100 * some.trained) / some.total).toFixed(1)} %)`
      : "–";
    const scores = taskIds.map((task) => `${show(find(task, id, true))} (${show(find(task, id, false))})`);
    return `| ${id} | ${share} | ${scores.join(" | ")} |`;
  });
  return [
    `| method | trained | ${taskIds.join(" | ")} |`,
    `|---|---|${taskIds.map(() => "---|").join("")}`,
    ...rows,
  ].join("\n");
}
