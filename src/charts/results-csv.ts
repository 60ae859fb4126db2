import type { LaneResult } from "../state/lane-result";
import { type BaseWeights, weightsName } from "../training/race-spec";
import { writeCsv } from "./csv";

const columns = [
  "base",
  "pretrained",
  "task",
  "method",
  "options",
  "learning_rate",
  "rate_changes",
  "seed",
  "batch",
  "steps",
  "trained",
  "kept",
  "head",
  "step",
  "score",
  "held_out_loss",
  "base_score",
  "lost_right_answers",
  "lost_nats",
  "stopped_at",
] as const;

/** Kept runs as plain RFC 4180, a row a run; options are "rank=4;targets=attention.query+attention.value". */
export function resultsCsv(runs: readonly LaneResult[]): string {
  return writeCsv([columns, ...runs.map(rowOf)]);
}

function rowOf({ lane, lost, stoppedAt, ...run }: LaneResult): readonly string[] {
  const options = Object.entries(lane.options).map(([name, value]) => `${name}=${write(value)}`);
  const changes = lane.rateChanges.map(({ step, learningRate }) => `${step}=${learningRate}`);
  return [
    run.base,
    writeWeights(run.from),
    run.task,
    lane.method,
    options.join(";"),
    String(lane.learningRate),
    changes.join(";"),
    ...[run.seed, run.batch, run.steps, run.trained, run.kept, run.head].map(String),
    ...[run.step, run.score, run.heldOutLoss, run.baseScore].map(String),
    ...[lost?.exact, lost?.loss, stoppedAt].map((value) =>
      value === undefined || value === null ? "" : String(value),
    ),
  ];
}

function write(value: LaneResult["lane"]["options"][string]): string {
  return typeof value === "object" ? value.join("+") : String(value);
}

/** true and false as in files made before bases had snapshots; a snapshot by its step. */
function writeWeights(from: BaseWeights): string {
  return typeof from === "object" ? weightsName(from) : String(from === "pretrained");
}
