import { findBase } from "../bases/index";
import { defaultPrompt } from "../experiments/prompt/default-prompt";
import { type PromptSpec, type PromptVariant, promptLimits } from "../experiments/prompt/prompt-spec";
import { readVariant } from "../experiments/prompt/variant-text";
import { findTask } from "../tasks/index";
import type { BaseWeights } from "../training/race-spec";
import { readInteger, UsageError } from "./arguments";

/** What the command line says of a prompt experiment. */
export interface PromptArguments {
  readonly base?: string | undefined;
  readonly task?: string | undefined;
  readonly variant?: readonly string[] | undefined;
  readonly items?: string | undefined;
  readonly seed?: string | undefined;
  readonly from?: string | undefined;
}

/** The experiment that the command line describes. Throws UsageError, ended with the usage. */
export function readPromptArguments(
  { base: baseId, task: taskId, variant: texts, items, seed, from }: PromptArguments,
  usage: string,
): PromptSpec {
  const task = findTask(taskId ?? "");
  if (!task) throw new UsageError(`${taskId ? `there is no task "${taskId}"` : "which --task?"}\n${usage}`);
  const usual = defaultPrompt(task);
  const base = baseId === undefined ? usual.base : findBase(baseId)?.id;
  if (!base) throw new UsageError(`there is no base "${baseId}"\n${usage}`);
  const variants = texts?.map((text) => requireVariant(text, base)) ?? usual.variants;
  if (variants.length > promptLimits.variants.max)
    throw new UsageError(`at most ${promptLimits.variants.max} variants can be compared`);
  const { items: wanted, seed: seeds } = promptLimits;
  return {
    base,
    from: readFrom(from),
    task: { id: task.id },
    variants,
    items: readInteger("items", items ?? String(usual.items), wanted.min, wanted.max),
    seed: readInteger("seed", seed ?? String(usual.seed), seeds.min, seeds.max),
  };
}

/** Weights by name: "untrained", "pretrained" (also where nothing is said), or the step of a snapshot. */
export function readFrom(text = "pretrained"): BaseWeights {
  if (text === "pretrained" || text === "untrained") return text;
  return { step: readInteger("from", text, 0, 1_000_000) };
}

function requireVariant(text: string, base: string): PromptVariant {
  return readVariant(text, base, (part, reason, limit) => {
    throw new UsageError(`--variant "${text}": ${part}: ${reason.replaceAll("-", " ")} (${limit ?? ""})`);
  });
}
