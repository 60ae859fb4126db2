import { findBase } from "../bases/index";
import { kinds } from "../experiments/index";
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
import { type AnyOptions, defaultOptions, OptionError, parseOptions } from "../lib/options";
import { findMethod, type ListedMethod } from "../methods/index";
import { findTask } from "../tasks/index";
import { defaultLane, defaultLanes, defaultRace, usualRate } from "../training/default-race";
import { type LaneSpec, limits, type RaceSpec, type RateChange } from "../training/race-spec";
import { chooseBase, fits } from "./draft";

const mostChanges = limits.rateChanges.max;

/** What a link says: a race that can be opened as it is, and what had to be ignored on the way. */
export interface LinkReading {
  readonly spec: RaceSpec;
  readonly issues: readonly LinkIssue[];
}

/** The race as a query, "v=1&task=numerals&lanes=full,lora(rank=8;lr=0.02;lr@40=0.01)": only what differs from the default race. */
export function writeLink(spec: RaceSpec): string {
  const usual = defaultRace(findTask(spec.task));
  const parts: string[] = [];
  if (spec.task !== defaultRace().task) parts.push(`task=${spec.task}`);
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
 * Reads a query that may come from anyone: every part that is right is kept, every other is reported. Of an experiment of
 * another kind nothing is kept: the default race stands in for it.
 */
export function readLink(query: string): LinkReading {
  const kind = kindOf(query);
  if (kind !== "race") {
    const { report, issues } = readParts("", known);
    report(`kind=${kind}`, kinds.some((one) => one.kind === kind) ? "other-kind" : "unknown");
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
  const usual: AnyOptions = defaultOptions(method.options);
  const settings = Object.entries(lane.options)
    .map(([name, value]) => [name, writeOption(value)] as const)
    .filter(([name, value]) => value !== writeOption(usual[name] ?? ""))
    .map(([name, value]) => `${name}=${value}`);
  if (lane.learningRate !== usualRate(lane.method, base)) settings.push(`lr=${lane.learningRate}`);
  for (const { step, learningRate } of lane.rateChanges ?? []) settings.push(`lr@${step}=${learningRate}`);
  return settings.length === 0 ? lane.method : `${lane.method}(${settings.join(";")})`;
}

function writeOption(value: AnyOptions[string]): string {
  return typeof value === "object" ? value.join("+") : String(value);
}

function readLanes(text: string, base: string, report: Report): readonly LaneSpec[] {
  const lanes: LaneSpec[] = [];
  // Programs that find links in running text often drop a last bracket: it may be missing.
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
  for (const setting of settings.split(";").filter(Boolean)) {
    const cut = setting.indexOf("=");
    const name = setting.slice(0, Math.max(cut, 0));
    const value = setting.slice(cut + 1);
    const part = `${method.id}(${setting})`;
    if (cut < 1) report(part, "malformed");
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
      try {
        const parsed: AnyOptions = parseOptions(method.options, { [name]: value });
        options = { ...options, [name]: parsed[name]! };
      } catch (error) {
        if (!(error instanceof OptionError)) throw error;
        report(part, error.problem, error.limit);
      }
    }
  }
  return { method: method.id, options, learningRate, ...(rateChanges.length > 0 && { rateChanges }) };
}
