import { writeFile } from "node:fs/promises";
import { bases } from "../bases/index";
import { type Engine, startEngine } from "../engine/engine";
import { kinds } from "../experiments/index";
import { type AnyOptions, parseOptions } from "../lib/options";
import { findMethod, type ListedMethod, methods } from "../methods/index";
import { tasks } from "../tasks/index";
import { usualRate } from "../training/default-race";
import type { Materials } from "../training/materials";
import { objectiveIds } from "../training/objectives/ids";
import { objectives } from "../training/objectives/index";
import type { ObjectiveSpec } from "../training/race-spec";
import { peekArgument, readArguments, readInteger, readPairs, runCommand, UsageError } from "./arguments";
import { formatResult } from "./format-experiment";
import { materialsFor } from "./materials-for";
import { nodeEngineFiles } from "./node-files";
import { readFrom } from "./prompt-arguments";
import { promptCommand } from "./prompt-command";
import { type ExperimentResult, runExperiment } from "./run-experiment";

const usage = `npm run experiment -- --base B --task T --method M [--option k=v …] [--learning-rate R] [--batch N]
  [--objective O] [--objective-option k=v …] [--steps N] [--seed S] [--seeds K] [--from STEP|untrained] [--json]
  [--out FILE]
npm run experiment -- --kind prompt: asks a frozen base instead
Bases: ${bases.map(({ id }) => id).join(", ")}
Tasks: ${tasks.map(({ id }) => id).join(", ")}
Methods: ${methods.map(({ id }) => id).join(", ")}
Objectives: ${objectiveIds.join(", ")}`;

await runCommand(() => {
  const kind = peekArgument("kind") ?? "race";
  if (kind === "prompt") return promptCommand();
  if (kind === "race") return raceCommand();
  throw new UsageError(`there is no kind "${kind}": ${kinds.map((one) => one.kind).join(", ")}`);
});

async function raceCommand(): Promise<void> {
  const { values } = readArguments(usage, {
    kind: { type: "string" },
    base: { type: "string" },
    task: { type: "string", multiple: true },
    method: { type: "string", multiple: true },
    option: { type: "string", multiple: true },
    objective: { type: "string" },
    "objective-option": { type: "string", multiple: true },
    "learning-rate": { type: "string" },
    batch: { type: "string" },
    steps: { type: "string" },
    seed: { type: "string" },
    seeds: { type: "string" },
    from: { type: "string" },
    untrained: { type: "boolean" },
    json: { type: "boolean" },
    out: { type: "string" },
  });
  const engine = await startEngine("wasm", nodeEngineFiles);
  const seeds = readInteger("seeds", values.seeds ?? "1", 1, 100);
  if (!values.base || values.task?.length !== 1 || values.method?.length !== 1) throw new UsageError(usage);
  const method = requireMethod(values.method[0]!);
  const materials = await materialsFor(
    {
      base: values.base,
      task: values.task[0]!,
      from: readFrom(values.untrained ? "untrained" : values.from),
    },
    usage,
  );
  const options: AnyOptions = parseOptions(method.options, readPairs("option", values.option));
  const result = await measure(engine, materials, method, options);
  if (values.out) await writeFile(values.out, `${JSON.stringify(result)}\n`);
  console.log(values.json ? JSON.stringify(result) : formatResult(result));

  function measure(
    on: Engine,
    from: Materials,
    chosen: ListedMethod,
    chosenOptions: AnyOptions,
  ): Promise<ExperimentResult> {
    const rate = values["learning-rate"]
      ? Number(values["learning-rate"])
      : usualRate(chosen.id, from.base.id);
    if (!(rate > 0 && rate <= 1)) throw new UsageError("--learning-rate takes a number above 0, at most 1");
    return runExperiment(on, from, {
      method: chosen,
      options: chosenOptions,
      ...(values.objective && {
        objective: requireObjective(
          values.objective,
          readPairs("objective-option", values["objective-option"]),
        ),
      }),
      learningRate: rate,
      batch: readInteger("batch", values.batch ?? String(from.taskInfo.batch), 1, 128),
      steps: readInteger("steps", values.steps ?? String(from.taskInfo.steps), 1, 5000),
      firstSeed: readInteger("seed", values.seed ?? "1", 0, 999_999),
      seeds,
    });
  }
}

function requireObjective(asked: string, options: Readonly<Record<string, string>>): ObjectiveSpec {
  const id = objectiveIds.find((known) => known === asked);
  if (!id) throw new UsageError(`there is no objective "${asked}"\n${usage}`);
  return { id, options: parseOptions(objectives[id].options, options) };
}

function requireMethod(id: string): ListedMethod {
  const method = findMethod(id);
  if (!method) throw new UsageError(`there is no method "${id}"\n${usage}`);
  return method;
}
