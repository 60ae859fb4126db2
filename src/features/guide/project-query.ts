import type { Architecture } from "../../counting/architecture";
import { findArchitecture } from "../../counting/architectures";
import { readConfig } from "../../counting/read-config";
import type { LinkIssue } from "../../experiments/link-parts";
import { type GpuId, gpus } from "./gpus";
import { kinds, limits, type NumberName, type Project, usual } from "./project";

/** Longer than any link written here. */
const longest = 20_000;
const numbers = Object.keys(limits) as readonly NumberName[];

/** Reads the query of a link from anyone; what it does not know is left as usual, and `projectIssues` names it. */
export function readProject(query: string): Project {
  const fields = new URLSearchParams(query.slice(0, longest));
  const read = Object.fromEntries(
    numbers.map((name) => [name, readNumber(name, fields.get(name)) ?? usual[name]]),
  ) as Readonly<Record<NumberName, number>>;
  return {
    ...usual,
    ...read,
    model: findArchitecture(fields.get("model") ?? "")?.id ?? usual.model,
    own: readOwn(fields.get("config"), fields.get("model")),
    gpu: gpuIds.find((id) => id === fields.get("gpu")) ?? usual.gpu,
    kind: kinds.find((kind) => kind === fields.get("kind")) ?? usual.kind,
    mayCostMore: fields.get("cost") === "more",
    checkpointing: fields.get("checkpointing") !== "no",
  };
}

/** What a query says that is left as usual, and why. */
export function projectIssues(query: string): readonly LinkIssue[] {
  const issues: LinkIssue[] = [];
  const note = (name: string, value: string, reason: LinkIssue["reason"], limit = ""): void => {
    issues.push({ part: cut(`${name}=${value}`), reason, limit });
  };
  if (query.length > longest) note(query, "", "too-long", String(longest));
  const fields = new URLSearchParams(query.slice(0, longest));
  const hasConfig = fields.has("config");
  for (const [name, value] of fields) {
    const choices = choicesOf(name);
    const number = numbers.find((one) => one === name);
    if (choices) {
      if (!choices.includes(value)) note(name, value, "not-a-choice", choices.join(", "));
    } else if (number) {
      if (readNumber(number, value) === null) note(name, value, "out-of-range", limits[number].join("–"));
    } else if (name === "model") {
      if (!hasConfig && !findArchitecture(value)) note(name, value, "unknown");
    } else if (name === "config") {
      if (!readOwn(value, null)) note(name, value, "malformed");
    } else note(name, value, "unknown");
  }
  return issues;
}

function choicesOf(name: string): readonly string[] | undefined {
  const all: Readonly<Record<string, readonly string[]>> = {
    gpu: gpuIds,
    kind: kinds,
    cost: ["more"],
    checkpointing: ["no"],
  };
  return Object.hasOwn(all, name) ? all[name] : undefined;
}

const mostShown = 48;

function cut(part: string): string {
  return part.length > mostShown ? `${part.slice(0, mostShown)}…` : part;
}

/** The query of a project: "model=gpt2&gpu=t4&examples=500"; empty where all is as usual. */
export function writeProject(project: Project): string {
  const { model, own, gpu, kind, mayCostMore, checkpointing } = project;
  const fields: (readonly [string, string | number])[] = [];
  if (own || model !== usual.model) fields.push(["model", own?.id ?? model]);
  if (own) fields.push(["config", JSON.stringify(own.config)]);
  if (gpu !== usual.gpu) fields.push(["gpu", gpu]);
  if (kind !== usual.kind) fields.push(["kind", kind]);
  for (const name of numbers) {
    const isUnused = name === "gigabytes" && gpu !== "other";
    if (!isUnused && project[name] !== usual[name]) fields.push([name, project[name]]);
  }
  if (mayCostMore) fields.push(["cost", "more"]);
  if (!checkpointing) fields.push(["checkpointing", "no"]);
  return new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString();
}

const gpuIds: readonly GpuId[] = [...gpus.map(({ id }) => id), "other"];

function readNumber(name: NumberName, text: string | null): number | null {
  const [least, most] = limits[name];
  const number = text === null || text === "" ? Number.NaN : Number(text);
  return Number.isInteger(number) && number >= least && number <= most ? number : null;
}

function readOwn(config: string | null, name: string | null): Architecture | null {
  if (config === null) return null;
  try {
    return readConfig(config, name ?? undefined);
  } catch {
    return null;
  }
}
