import * as z from "zod/mini";
import { findBase } from "../bases/index";
import { type AnyOptions, defaultOptions, OptionError, parseOptions } from "../lib/options";
import { findMethod, type ListedMethod } from "../methods/index";
import { findTask } from "../tasks/index";
import { defaultLane, defaultLanes, defaultRace, usualRate } from "../training/default-race";
import { type LaneSpec, limits, type RaceSpec, type RateChange } from "../training/race-spec";
import { chooseBase, fits } from "./draft";

const version = 1;
/** Holds the largest race, also when a messenger encoded it. */
const longest = 20_000;
const shownLength = 48;
const mostChanges = limits.rateChanges.max;

/** A part of a link that was left out, and why; `limit` is what would have been right. */
export interface LinkIssue {
  readonly part: string;
  readonly reason:
    | OptionError["problem"]
    | "malformed"
    | "misfit"
    | "too-many"
    | "too-many-changes"
    | "out-of-order"
    | "too-long"
    | "newer"
    | "twice";
  readonly limit: string;
}

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
  if (spec.from === "untrained") parts.push("pretrained=no");
  if (typeof spec.from === "object") parts.push(`step=${spec.from.step}`);
  const lanes = spec.lanes.map((lane) => writeLane(lane, spec.base)).join(",");
  const usualLanes = defaultLanes(spec.base).map((lane) => writeLane(lane, spec.base));
  if (lanes !== usualLanes.join(",")) parts.push(`lanes=${lanes}`);
  for (const name of ["batch", "steps", "seed"] as const) {
    if (spec[name] !== usual[name]) parts.push(`${name}=${spec[name]}`);
  }
  return [`v=${version}`, ...parts].join("&");
}

/** Reads a query that may come from anyone: every part that is right is kept, every other is reported. */
export function readLink(query: string): LinkReading {
  const issues: LinkIssue[] = [];
  const report = (part: string, reason: LinkIssue["reason"], limit = ""): void => {
    issues.push({ part: part.length > shownLength ? `${part.slice(0, shownLength)}…` : part, reason, limit });
  };
  if (query.length > longest) {
    report(query, "too-long", String(longest));
    return { spec: defaultRace(), issues };
  }
  const fields = readFields(query, report);
  const asked = fields.get("v");
  if (asked !== undefined && asked !== String(version)) {
    report(
      `v=${asked}`,
      /^\d+$/.test(asked) && Number(asked) > version ? "newer" : "unknown",
      String(version),
    );
  }

  const taskId = fields.get("task");
  const task = taskId === undefined ? undefined : findTask(taskId);
  if (taskId !== undefined && !task) report(`task=${taskId}`, "unknown");
  let spec = defaultRace(task);

  const baseId = fields.get("base");
  const base = baseId === undefined ? undefined : findBase(baseId);
  if (baseId !== undefined && !base) report(`base=${baseId}`, "unknown");
  if (base && task && !fits(base, task)) report(`base=${base.id}`, "misfit", task.id);
  else if (base) spec = chooseBase(spec, base.id).draft;

  const pretrained = fields.get("pretrained");
  if (pretrained === "no") spec = { ...spec, from: "untrained" };
  else if (pretrained === "yes") spec = { ...spec, from: "pretrained" };
  else if (pretrained !== undefined) report(`pretrained=${pretrained}`, "not-a-choice", "yes, no");
  const snapshot = fields.get("step");
  if (snapshot !== undefined) {
    const snapshots = findBase(spec.base)?.snapshots ?? [];
    const step = snapshots.find((one) => String(one) === snapshot);
    if (step === undefined) report(`step=${snapshot}`, "not-a-choice", snapshots.join(", ") || "–");
    else spec = { ...spec, from: { step } };
  }

  const lanes = fields.get("lanes");
  if (lanes !== undefined) spec = { ...spec, lanes: readLanes(lanes, spec.base, report) };

  for (const name of ["batch", "steps", "seed"] as const) {
    const text = fields.get(name);
    if (text === undefined) continue;
    const value = readNumber(name, text, `${name}=${text}`, report);
    if (value !== undefined) spec = { ...spec, [name]: value };
  }
  return { spec, issues };
}

type Report = (part: string, reason: LinkIssue["reason"], limit?: string) => void;
interface Range {
  readonly min: number;
  readonly max: number;
}
const known: ReadonlySet<string> = new Set([
  "v",
  "task",
  "base",
  "pretrained",
  "step",
  "lanes",
  "batch",
  "steps",
  "seed",
]);

const written = (form: RegExp) => z.pipe(z.string().check(z.regex(form)), z.transform(Number));
const wholeNumber = ({ min, max }: Range) =>
  z.pipe(written(/^-?\d+$/), z.int().check(z.minimum(min), z.maximum(max)));
const realNumber = ({ min, max }: Range) =>
  z.pipe(written(/^-?[\d.]+(e[+-]?\d+)?$/i), z.number().check(z.minimum(min), z.maximum(max)));

/** Made once: schemas are slow to make and quick to use. */
const numbers = {
  batch: wholeNumber(limits.batch),
  steps: wholeNumber(limits.steps),
  seed: wholeNumber(limits.seed),
  learningRate: realNumber(limits.learningRate),
};

function readNumber(
  name: keyof typeof numbers,
  text: string,
  part: string,
  report: Report,
): number | undefined {
  const { min, max } = limits[name];
  const parsed = numbers[name].safeParse(text);
  if (parsed.success) return parsed.data;
  const code = parsed.error.issues[0]?.code;
  const outside = code === "too_small" || code === "too_big";
  report(part, outside ? "out-of-range" : "not-a-number", `${min}–${max}`);
  return undefined;
}

function readFields(query: string, report: Report): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const piece of query.split("&").filter(Boolean)) {
    const cut = piece.indexOf("=");
    const name = cut < 0 ? piece : piece.slice(0, cut);
    const value = cut < 0 ? undefined : decode(piece.slice(cut + 1));
    if (!known.has(name)) report(piece, "unknown", [...known].join(", "));
    else if (value === undefined) report(piece, "malformed");
    else if (fields.has(name)) report(piece, "twice");
    else fields.set(name, value);
  }
  return fields;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

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
      learningRate = readNumber("learningRate", value, part, report) ?? learningRate;
    } else if (name.startsWith("lr@")) {
      const step = readNumber("steps", name.slice(3), part, report);
      const rate = step && readNumber("learningRate", value, part, report);
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
