import type { LessonClaims } from "../../claims/claim";
import { promptOfRuns } from "../../claims/prompt-of-runs";
import { type PromptSpec, promptLimits } from "../../experiments/prompt/prompt-spec";
import { modelKey } from "../../training/race-spec";

/** Runs that are asked together, as the variants of one experiment. */
export interface PromptPart {
  readonly spec: PromptSpec;
  /** Their names, in the order of the variants. */
  readonly runs: readonly string[];
}

/** The experiment of a run by its name. Throws where the lesson has no such run, or it trains something. */
export function promptOfRun({ lesson, runs }: LessonClaims, name: string): PromptSpec {
  const run = runs[name];
  if (run?.kind !== "prompt") throw new Error(`${lesson} asks no run "${name}"`);
  return promptOfRuns([run]);
}

/**
 * All parts as one experiment, for the lab; where they differ in base or snapshot, each variant names its own. Parts that
 * ask another task or other questions than the first are left out, and variants for which there is no room.
 */
export function wholeOf(parts: readonly PromptPart[]): PromptSpec | undefined {
  const specs = parts.map(({ spec }) => spec);
  const [first] = specs;
  if (!first) return undefined;
  const asks = ({ task, items, seed }: PromptSpec): string => JSON.stringify([task, items, seed]);
  const alike = specs.filter((spec) => asks(spec) === asks(first));
  const isOneModel = new Set(alike.map(modelKey)).size === 1;
  const variants = alike.flatMap(({ base, from, variants }) =>
    variants.map((variant) => (isOneModel ? variant : { ...variant, model: { base, from } })),
  );
  return { ...first, variants: variants.slice(0, promptLimits.variants.max) };
}

/**
 * The experiments that ask these runs, to be run one after the other: those of one base, snapshot, task and number of
 * questions together, as far as one experiment has room for them.
 */
export function partsOf(claims: LessonClaims, names: readonly string[]): readonly PromptPart[] {
  const alike = new Map<string, PromptPart[]>();
  for (const name of names) {
    const spec = promptOfRun(claims, name);
    const key = JSON.stringify({ ...spec, variants: [] });
    const parts = alike.get(key) ?? [];
    const last = parts.at(-1);
    if (last && last.runs.length < promptLimits.variants.max)
      parts[parts.length - 1] = {
        spec: { ...last.spec, variants: [...last.spec.variants, ...spec.variants] },
        runs: [...last.runs, name],
      };
    else parts.push({ spec, runs: [name] });
    alike.set(key, parts);
  }
  return [...alike.values()].flat();
}
