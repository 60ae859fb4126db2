import { findBase } from "../bases/index";
import { kindIds } from "../experiments/kind-ids";
import { cutSetting, readOption, readOptionList, writeOptions } from "../experiments/link-options";
import {
  kindOf,
  type LinkIssue,
  linkVersion,
  type Report,
  readNumber,
  readParts,
  readWeights,
  writeWeights,
} from "../experiments/link-parts";
import { defaultOptions, type OptionSpecs } from "../lib/options";
import { findMethod, type ListedMethod } from "../methods/index";
import { findTask } from "../tasks/index";
import { defaultLane, defaultLanes, defaultRace, usualRate } from "../training/default-race";
import { objectiveIds } from "../training/objectives/ids";
import { objectiveOptions } from "../training/objectives/option-specs";
import {
  type LaneSpec,
  limits,
  type ObjectiveSpec,
  type RaceSpec,
  type RateChange,
} from "../training/race-spec";
import { chooseBase, fits } from "./draft";
import { LaneTaskReader, writeLaneTask } from "./lane-task-text";

const mostChanges = limits.rateChanges.max;

/** What a link says: a race that can be opened as it is, and the parts that had to be ignored. */
export interface LinkReading {
  readonly spec: RaceSpec;
  readonly issues: readonly LinkIssue[];
}

/** The race as a query, "v=1&task=numerals&lanes=full,lora(rank=8;lr=0.02;lr@40=0.01)": only what differs from the default race. */
export function writeLink(spec: RaceSpec): string {
  const usual = defaultRace(findTask(spec.task));
  const parts: string[] = [];
  if (spec.task !== defaultRace().task) parts.push(`task=${spec.task}`);
  const options = writeOptions(findTask(spec.task)?.options ?? {}, spec.taskOptions ?? {});
  if (options.length > 0) parts.push(`options=${options.join(";")}`);
  if (spec.base !== usual.base) parts.push(`base=${spec.base}`);
  parts.push(...writeWeights(spec.from));
  const lanes = spec.lanes.map((lane) => writeLane(lane, spec.base)).join(",");
  const usualLanes = defaultLanes(spec.base).map((lane) => writeLane(lane, spec.base));
  if (lanes !== usualLanes.join(",")) parts.push(`lanes=${lanes}`);
  for (const name of ["batch", "steps", "seed"] as const) {
    if (spec[name] !== usual[name]) parts.push(`${name}=${spec[name]}`);
  }
  return [`v=${linkVersion}`, ...parts].join("&");
}

/**
 * Reads a query that may come from anyone: every part that is right is kept, every other is reported. A link to another
 * kind of experiment gives the default race.
 */
export function readLink(query: string): LinkReading {
  const kind = kindOf(query);
  if (kind !== "race") {
    const { report, issues } = readParts("", known);
    report(`kind=${kind}`, kindIds.some((one) => one === kind) ? "other-kind" : "unknown");
    return { spec: defaultRace(), issues };
  }
  const parts = readParts(query, known);
  const { report, issues } = parts;
  const fields = new Map([...parts.fields].map(([name, [value]]) => [name, value]));

  const taskId = fields.get("task");
  const task = taskId === undefined ? undefined : findTask(taskId);
  if (taskId !== undefined && !task) report(`task=${taskId}`, "unknown");
  let spec = defaultRace(task);

  const baseId = fields.get("base");
  const base = baseId === undefined ? undefined : findBase(baseId);
  if (baseId !== undefined && !base) report(`base=${baseId}`, "unknown");
  if (base && task && !fits(base, task)) report(`base=${base.id}`, "misfit", task.id);
  else if (base) spec = chooseBase(spec, base.id).draft;

  spec = { ...spec, from: readWeights(parts, spec.base) };

  const options = readOptionList(
    findTask(spec.task)?.options ?? {},
    fields.get("options") ?? "",
    "options",
    report,
  );
  if (Object.keys(options).length > 0) spec = { ...spec, taskOptions: options };

  const lanes = fields.get("lanes");
  if (lanes !== undefined) spec = { ...spec, lanes: readLanes(lanes, spec.base, report) };

  for (const name of ["batch", "steps", "seed"] as const) {
    const text = fields.get(name);
    if (text === undefined) continue;
    const value = readNumber(text, "whole", limits[name], `${name}=${text}`, report);
    if (value !== undefined) spec = { ...spec, [name]: value };
  }
  return { spec, issues };
}

const known: ReadonlySet<string> = new Set([
  "v",
  "kind",
  "task",
  "options",
  "base",
  "pretrained",
  "step",
  "lanes",
  "batch",
  "steps",
  "seed",
]);

/** A rate is written where it is not the method's own on this base. */
function writeLane(lane: LaneSpec, base: string): string {
  const method = findMethod(lane.method);
  if (!method) return lane.method;
  const settings = [...writeOptions(method.options, lane.options)];
  if (lane.learningRate !== usualRate(lane.method, base)) settings.push(`lr=${lane.learningRate}`);
  for (const { step, learningRate } of lane.rateChanges ?? []) settings.push(`lr@${step}=${learningRate}`);
  settings.push(...writeObjective(lane.objective), ...writeLaneTask(lane.task));
  return settings.length === 0 ? lane.method : `${lane.method}(${settings.join(";")})`;
}

/** "objective=dpo", "objective.beta=0.2"; nothing for cross-entropy, the default. */
function writeObjective(objective: ObjectiveSpec | undefined): readonly string[] {
  if (!objective || objective.id === "cross-entropy") return [];
  const options = writeOptions(objectiveOptions[objective.id], objective.options);
  return [`objective=${objective.id}`, ...options.map((option) => `objective.${option}`)];
}

function readLanes(text: string, base: string, report: Report): readonly LaneSpec[] {
  const lanes: LaneSpec[] = [];
  // The last bracket may be missing: programs that detect links in text often drop it.
  for (const piece of text.match(/[^,()]+(\([^(),]*\)?)?|[,()]/g) ?? []) {
    if (piece === ",") continue;
    const [, id = "", settings = ""] = /^([^()]+)(?:\(([^()]*)\)?)?$/.exec(piece) ?? [];
    const method = findMethod(id);
    if (!method) report(piece, id === "" ? "malformed" : "unknown");
    else if (lanes.length >= limits.lanes.max) report(piece, "too-many", String(limits.lanes.max));
    else lanes.push(readLane(method, settings, base, report));
  }
  if (lanes.length > 0) return lanes;
  if (text === "") report("lanes=", "empty");
  return defaultLanes(base);
}

function readLane(method: ListedMethod, settings: string, base: string, report: Report): LaneSpec {
  let { options, learningRate } = defaultLane(method.id, base);
  const rateChanges: RateChange[] = [];
  let objective: ObjectiveSpec | undefined;
  const task = new LaneTaskReader(base, report);
  for (const setting of settings.split(";").filter(Boolean)) {
    const part = `${method.id}(${setting})`;
    const [name, value] = cutSetting(setting) ?? [];
    if (name === undefined || value === undefined) report(part, "malformed");
    else if (name === "objective") {
      const id = objectiveIds.find((one) => one === value);
      if (!id) report(part, "not-a-choice", objectiveIds.join(", "));
      else objective = { id, options: defaultOptions(objectiveOptions[id]) };
    } else if (name.startsWith("objective.")) {
      const option = name.slice("objective.".length);
      const specs: OptionSpecs = objective ? objectiveOptions[objective.id] : {};
      const read = readOption(specs, option, value, part, report);
      if (objective && read !== undefined)
        objective = { ...objective, options: { ...objective.options, [option]: read } };
    } else if (task.isMeant(name)) task.read(name, value, part);
    else if (name === "lr") {
      learningRate = readNumber(value, "real", limits.learningRate, part, report) ?? learningRate;
    } else if (name.startsWith("lr@")) {
      const step = readNumber(name.slice(3), "whole", limits.steps, part, report);
      const rate = step && readNumber(value, "real", limits.learningRate, part, report);
      if (!step || !rate) continue;
      if (step <= (rateChanges.at(-1)?.step ?? 0)) report(part, "out-of-order");
      else if (rateChanges.length >= mostChanges) report(part, "too-many-changes", String(mostChanges));
      else rateChanges.push({ step, learningRate: rate });
    } else {
      const read = readOption(method.options, name, value, part, report);
      if (read !== undefined) options = { ...options, [name]: read };
    }
  }
  return {
    method: method.id,
    options,
    learningRate,
    ...(rateChanges.length > 0 && { rateChanges }),
    ...(objective && objective.id !== "cross-entropy" && { objective }),
    ...(task.found && { task: task.found }),
  };
}
