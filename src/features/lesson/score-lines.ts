import { findBase } from "../../bases/index";
import type { VariantScore } from "../../experiments/prompt/prompt-progress";
import type { PromptSpec } from "../../experiments/prompt/prompt-spec";
import type { ScoreView } from "../../lessons/lesson";
import { wilsonBand } from "../../lib/wilson";

type Over = Extract<ScoreView, { kind: "curve" }>["over"];

/** A run of one variant, by its name. */
export interface NamedRun {
  readonly name: string;
  readonly spec: PromptSpec;
}

/** Runs that agree in all but the setting on the axis. */
export interface RunLine {
  /** The experiment of the line without that setting, to name the line by. */
  readonly spec: PromptSpec;
  readonly runs: readonly NamedRun[];
}

/** The lines of a curve, in the order in which their first runs are named. */
export function linesOf(runs: readonly NamedRun[], over: Over): readonly RunLine[] {
  const lines = new Map<string, RunLine>();
  for (const run of runs) {
    const spec = withoutSetting(run.spec, over);
    const key = JSON.stringify(spec);
    lines.set(key, { spec, runs: [...(lines.get(key)?.runs ?? []), run] });
  }
  return [...lines.values()];
}

function withoutSetting(spec: PromptSpec, over: Over): PromptSpec {
  const variants = spec.variants.map((variant) => {
    const { demonstrations, decode } = variant;
    // Of greedy answers there is only one.
    const oneSample = decode.temperature > 0 ? { ...decode, samples: 1, vote: false } : decode;
    switch (over) {
      case "wrong":
        return { ...variant, demonstrations: { ...demonstrations, wrong: 0 } };
      case "length":
        return { ...variant, length: 0 };
      case "votes":
        return { ...variant, decode: oneSample };
      case "tokens":
        return { ...variant, length: 0, decode: oneSample };
      case "snapshot":
        return variant;
      default:
        return over satisfies never;
    }
  });
  return { ...spec, ...(over === "snapshot" && { from: "pretrained" }), variants };
}

/** Where a run is on the axis; `tokens`: what it writes for a question. */
export function placeOn(over: Over, { base, from, variants: [variant] }: PromptSpec, tokens: number): number {
  switch (over) {
    case "wrong":
      return variant?.demonstrations.wrong ?? 0;
    case "length":
      return variant?.length ?? 0;
    case "votes":
      return variant?.decode.samples ?? 1;
    case "tokens":
      return tokens;
    case "snapshot":
      if (from === "untrained") return 0;
      return from === "pretrained" ? (findBase(base)?.recipe.steps ?? 0) : from.step;
    default:
      return over satisfies never;
  }
}

/**
 * The runs that must be asked: of runs that differ only in how many answers vote, the one with most answers knows what
 * fewer would have said. Without `over` all of them.
 */
export function runsToAsk(runs: readonly NamedRun[], over: Over | undefined): readonly NamedRun[] {
  if (over !== "votes") return runs;
  return linesOf(runs, over).map((line) => mostSampled(line.runs));
}

/** The run of these with the most answers to a question. */
export function mostSampled(runs: readonly NamedRun[]): NamedRun {
  const samples = ({ spec }: NamedRun): number => spec.variants[0]?.decode.samples ?? 1;
  return runs.reduce((most, run) => (samples(run) > samples(most) ? run : most));
}

/** The score if only the first so many answers to each question had voted; as it is where it was not counted. */
export function withFewerVotes(score: VariantScore, votes: number): VariantScore {
  const { of, rightByVotes, tokens } = score;
  const right = rightByVotes[votes - 1];
  if (right === undefined || votes === rightByVotes.length) return score;
  const share = votes / rightByVotes.length;
  return { ...score, right, band: wilsonBand(right, of), scores: [], tokens: tokens * share, examples: [] };
}
