import type { Figure, PromptFigures } from "../claims/figures";
import { measuresOf, type PromptMeasure } from "../claims/run";
import type { Engine } from "../engine/engine";
import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import type { Materials } from "../training/materials";
import { meanAndDeviation } from "./run-experiment";
import { type PromptResult, runPrompt } from "./run-prompt";

/** Asks a frozen base under one variant over so many seeds, and measures everything a claim may ask for. */
export async function measurePrompt(
  engine: Engine,
  materials: Materials,
  spec: PromptSpec,
  seeds: number,
): Promise<Omit<PromptFigures, "made">> {
  const all = Array.from({ length: seeds }, (_, i) => spec.seed + i);
  const results: PromptResult[] = [];
  for (const seed of all) results.push(await runPrompt(engine, materials, { ...spec, seed }));
  const taken = results.map(figuresIn);
  const [first] = results;
  return {
    kind: "prompt",
    spec,
    seeds: all,
    seedOf: "sampling",
    measures: Object.fromEntries(
      measuresOf.prompt.map((name) => [name, meanAndDeviation(taken.map((figures) => figures[name]))]),
    ) as Readonly<Record<PromptMeasure, Figure>>,
    total: first!.total,
    questions: first!.questions,
    prompt: first!.variants[0]!.prompt,
  };
}

function figuresIn({ variants, chance }: PromptResult): Readonly<Record<PromptMeasure, number>> {
  const { share, band } = variants[0]!;
  return { accuracy: share, ...band, chance };
}
