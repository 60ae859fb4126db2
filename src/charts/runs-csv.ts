import { writeOptions } from "../experiments/link-options";
import { writeWeights } from "../experiments/link-parts";
import { findMethod } from "../methods/index";
import type { KeptRun } from "../state/kept-run";
import { writeLink } from "../state/link";
import { findTask } from "../tasks/index";
import { writeCsv } from "./csv";

const columns = [
  "run",
  "kept_at",
  "base",
  "start",
  "task",
  "task_options",
  "batch",
  "steps",
  "seed",
  "backend",
  "lane",
  "method",
  "options",
  "learning_rate",
  "rate_changes",
  "trained",
  "kept",
  "head",
  "stopped_at",
  "base_held_out_loss",
  "base_accuracy",
  "step",
  "held_out_loss",
  "accuracy",
  "link",
] as const;

/** Kept runs with all their settings, a row a lane; `link` opens the same race again. */
export function runsCsv(runs: readonly KeptRun[]): string {
  return writeCsv([columns, ...runs.flatMap((run, i) => rowsOf(run, i + 1))]);
}

function rowsOf({ race, keptAt, backend, start, lanes }: KeptRun, number: number): readonly string[][] {
  return lanes.map((lane, i) => {
    const spec = race.lanes[i]!;
    const last = lane.evaluations.at(-1);
    return [
      String(number),
      new Date(keptAt).toISOString(),
      race.base,
      writeWeights(race.from)[0] ?? "pretrained",
      spec.task?.id ?? race.task,
      writeOptions(findTask(race.task)?.options ?? {}, spec.task?.options ?? race.taskOptions ?? {}).join(
        ";",
      ),
      ...[race.batch, race.steps, race.seed].map(String),
      backend,
      String(i + 1),
      spec.method,
      optionsText(spec.options, spec.method),
      String(spec.learningRate),
      (spec.rateChanges ?? []).map(({ step, learningRate }) => `${step}=${learningRate}`).join(";"),
      ...[lane.trained, lane.kept, lane.head].map(String),
      ...[lane.stoppedAt, start.loss, start.score, last?.step, last?.heldOutLoss, last?.score].map((value) =>
        value === null || value === undefined ? "" : String(value),
      ),
      `?${writeLink(race)}`,
    ];
  });
}

/** Every option with its value, also where it is the default. */
function optionsText(options: KeptRun["race"]["lanes"][number]["options"], method: string): string {
  const names = Object.keys(findMethod(method)?.options ?? options);
  return names
    .map((name) => [name, options[name]] as const)
    .map(([name, value]) => `${name}=${typeof value === "object" ? value.join("+") : value}`)
    .join(";");
}
