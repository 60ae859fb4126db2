import type { Figure, PromptFigures } from "../claims/figures";
import { measuresOf, type PromptMeasure } from "../claims/run";
import type { Engine } from "../engine/engine";
import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import type { Materials } from "../training/materials";
import { meanAndDeviation } from "./run-experiment";
import { type PromptResult, runPrompt } from "./run-prompt";

/** The base of each seed: the shipped one for all of them, or each its own where they are seeds of pretraining. */
export interface SeededBases {
  readonly seedOf: "sampling" | "pretraining";
  materials(seed: number): Promise<Materials>;
}

/** Asks a frozen base under one variant over so many seeds, and measures everything a claim may ask for. */
export async function measurePrompt(
  engine: Engine,
  { seedOf, materials }: SeededBases,
  spec: PromptSpec,
  seeds: number,
): Promise<Omit<PromptFigures, "made">> {
  const all = Array.from({ length: seeds }, (_, i) => spec.seed + i);
  const results: PromptResult[] = [];
  for (const seed of all) results.push(await runPrompt(engine, await materials(seed), { ...spec, seed }));
  const taken = results.map(figuresIn);
  const [first] = results;
  return {
    kind: "prompt",
    spec,
    seeds: all,
    seedOf,
    measures: Object.fromEntries(
      measuresOf.prompt.map((name) => [name, meanAndDeviation(taken.map((figures) => figures[name]))]),
    ) as Readonly<Record<PromptMeasure, Figure>>,
    total: first!.total,
    questions: first!.questions,
    accuracies: taken.map(({ accuracy }) => accuracy),
    prompt: first!.variants[0]!.prompt,
  };
}

function figuresIn({ variants, chance }: PromptResult): Readonly<Record<PromptMeasure, number>> {
  const { share, band, tokens, of } = variants[0]!;
  return { accuracy: share, ...band, chance, tokens: tokens / of };
}
