import { findBase } from "../../bases/index";
import { findTask } from "../../tasks/index";
import { readOptionList, writeOptions } from "../link-options";
import {
  type LinkIssue,
  type LinkParts,
  linkVersion,
  readNumber,
  readParts,
  readWeights,
  writeWeights,
} from "../link-parts";
import { defaultPrompt } from "./default-prompt";
import { type PromptSpec, type PromptVariant, promptLimits } from "./prompt-spec";
import { readVariant, writeVariant } from "./variant-text";

const known: ReadonlySet<string> = new Set([
  "v",
  "kind",
  "task",
  "options",
  "base",
  "pretrained",
  "step",
  "variant",
  "items",
  "seed",
]);
const lists: ReadonlySet<string> = new Set(["variant"]);

/** The experiment as a query, "v=1&kind=prompt&variant=trigger=A&variant=demonstrations=2": only what differs from the default one. */
export function writePromptLink(spec: PromptSpec): string {
  const usual = defaultPrompt(findTask(spec.task.id));
  const parts: string[] = [];
  if (spec.task.id !== defaultPrompt().task.id) parts.push(`task=${spec.task.id}`);
  const options = writeOptions(findTask(spec.task.id)?.options ?? {}, spec.task.options ?? {});
  if (options.length > 0) parts.push(`options=${encode(options.join(";"))}`);
  if (spec.base !== usual.base) parts.push(`base=${spec.base}`);
  parts.push(...writeWeights(spec.from));
  for (const variant of spec.variants) parts.push(`variant=${encode(writeVariant(variant))}`);
  for (const name of ["items", "seed"] as const) {
    if (spec[name] !== usual[name]) parts.push(`${name}=${spec[name]}`);
  }
  return [`v=${linkVersion}`, "kind=prompt", ...parts].join("&");
}

/** Reads such a query, which may come from anyone: every part that is right is kept, every other is reported. */
export function readPromptLink(query: string): {
  readonly spec: PromptSpec;
  readonly issues: readonly LinkIssue[];
} {
  const parts = readParts(query, known, lists);
  const { fields, report, issues } = parts;
  const taskId = fields.get("task")?.[0];
  const task = taskId === undefined ? undefined : findTask(taskId);
  if (taskId !== undefined && !task) report(`task=${taskId}`, "unknown");
  let spec = defaultPrompt(task);

  const baseId = fields.get("base")?.[0];
  const base = baseId === undefined ? undefined : findBase(baseId);
  if (baseId !== undefined && !base) report(`base=${baseId}`, "unknown");
  if (base && base.family !== findTask(spec.task.id)?.family)
    report(`base=${base.id}`, "misfit", spec.task.id);
  else if (base) spec = { ...spec, base: base.id };

  const specs = findTask(spec.task.id)?.options ?? {};
  const options = readOptionList(specs, fields.get("options")?.[0] ?? "", "options", report);
  if (Object.keys(options).length > 0) spec = { ...spec, task: { ...spec.task, options } };

  spec = { ...spec, from: readWeights(parts, spec.base), variants: readVariants(parts, spec) };
  for (const name of ["items", "seed"] as const) {
    const text = fields.get(name)?.[0];
    if (text === undefined) continue;
    const value = readNumber(text, "whole", promptLimits[name], `${name}=${text}`, report);
    if (value !== undefined) spec = { ...spec, [name]: value };
  }
  return { spec, issues };
}

function readVariants(
  { fields, report }: LinkParts,
  { base, variants: usual }: PromptSpec,
): readonly PromptVariant[] {
  const texts = fields.get("variant") ?? [];
  const { max } = promptLimits.variants;
  for (const text of texts.slice(max)) report(`variant=${text}`, "too-many-variants", String(max));
  const variants = texts.slice(0, max).map((text) => readVariant(text, base, report));
  return variants.length > 0 ? variants : usual;
}

/** Characters that mean something in a variant but nothing in a link stay readable. */
function encode(text: string): string {
  // A lone surrogate cannot be encoded.
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\ufffd"))
    .replaceAll("%3D", "=")
    .replaceAll("%3B", ";");
}
