import type { Engine } from "../engine/engine";
import type { PromptInfo, VariantScore } from "../experiments/prompt/prompt-progress";
import { PromptRunning, promptStart } from "../experiments/prompt/prompt-running";
import type { PromptSpec } from "../experiments/prompt/prompt-spec";
import { writeVariant } from "../experiments/prompt/variant-text";
import type { Materials } from "../training/materials";
import { weightsName } from "../training/race-spec";
import { backendText } from "./backend-text";

/** What `npm run experiment -- --kind prompt --json` prints: shares 0 to 1, `band` at 95 %. */
export interface PromptResult {
  readonly kind: "prompt";
  readonly spec: PromptSpec;
  /** Questions asked under each variant. */
  readonly questions: number;
  readonly chance: number;
  /** Parameters of the base. */
  readonly total: number;
  /** In the order of the spec, each with its first question written out. */
  readonly variants: readonly (VariantScore & { readonly share: number; readonly prompt: string })[];
  readonly milliseconds: number;
  readonly backend: string;
}

/** Asks every question under every variant. */
export async function runPrompt(
  engine: Engine,
  materials: Materials,
  spec: PromptSpec,
): Promise<PromptResult> {
  const running = new PromptRunning(engine, materials, promptStart(spec), () => {});
  try {
    const info: PromptInfo = await running.info();
    const began = performance.now();
    while (!running.isFinished) await running.advance();
    return {
      kind: "prompt",
      spec,
      questions: info.questions,
      chance: info.chance,
      total: info.total,
      variants: running.saved.scores.map((score, i) => ({
        ...score,
        share: score.right / score.of,
        prompt: info.prompts[i]!,
      })),
      milliseconds: Math.round(performance.now() - began),
      backend: backendText(engine),
    };
  } finally {
    running.dispose();
  }
}

/** The result as a table for people. */
export function formatPrompt({ spec, questions, chance, variants, ...made }: PromptResult): string {
  const fewer =
    questions < spec.items ? ` (of ${spec.items} wanted; no others leave room for an answer)` : "";
  const head = [
    ["base", `${spec.base}, ${weightsName(spec.from)}`],
    ["task", spec.task.id],
    ["questions", `${questions}${fewer}`],
    ["time", `${(made.milliseconds / 1000).toFixed(1)} s, ${made.backend}`],
  ].map(([name, value]) => `${name!.padEnd(12)}${value}`);
  const rows = variants.map(({ right, of, share, band, prompt }, i) => {
    const { name, ...settings } = spec.variants[i]!;
    const asked = name ?? (writeVariant(settings) || "plain");
    const shown = `${share.toFixed(3)}  ${band.low.toFixed(3)}–${band.high.toFixed(3)}`;
    return [asked, `${Number(right.toFixed(1))} of ${of}`, shown, prompt];
  });
  const table = [["variant", "right", "share  95 % band", "first prompt"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => [...row[column]!].length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [...head, "", ...lines, "", `chance ${chance.toFixed(3)}: always the commonest answer`].join("\n");
}
