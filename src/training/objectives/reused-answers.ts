// PPO (Schulman et al. 2017): several steps on the same answers, of min(ρ A, clip(ρ, 1 − ε, 1 + ε) A) with ρ = π / π_old.
import type { Example } from "../../tasks/task";
import type { Remembered } from "./objective";

/** Answers that further steps learn from. */
export interface ReusedAnswers {
  readonly examples: readonly Example[];
  /** The advantage of each answer. */
  readonly advantages: readonly number[];
  /** log π_old of every row of the stacked examples: under the policy that wrote them. */
  readonly logProbs: readonly number[];
  /** What was reported when they were written. */
  readonly series: Readonly<Record<string, number>>;
  /** Steps that were taken on them. */
  readonly uses: number;
}

/**
 * What a token's log-probability is multiplied by, so that the gradient is that of the clipped objective: ρ A, and 0 once
 * ρ has passed the clip in the direction of A. `clip` 0: never.
 */
export function clippedWeight(advantage: number, ratio: number, clip: number): number {
  const isClipped = clip > 0 && (advantage > 0 ? ratio > 1 + clip : ratio < 1 - clip);
  return isClipped ? 0 : ratio * advantage;
}

/** As plain data, for a snapshot. */
export function rememberAnswers(answers: ReusedAnswers | null): Remembered {
  if (!answers) return {};
  const { examples, advantages, logProbs, series, uses } = answers;
  const all = (name: keyof Example & ("tokens" | "targets" | "weights")): readonly number[] =>
    examples.flatMap((example) => Array.from(example[name]));
  return {
    "reused.tokens": all("tokens"),
    "reused.targets": all("targets"),
    "reused.weights": all("weights"),
    "reused.advantages": advantages,
    "reused.logProbs": logProbs,
    "reused.uses": uses,
    ...Object.fromEntries(Object.entries(series).map(([name, value]) => [`${seriesPrefix}${name}`, value])),
  };
}

/** Null where none were remembered. */
export function recallAnswers(remembered: Remembered): ReusedAnswers | null {
  const uses = remembered["reused.uses"];
  if (typeof uses !== "number") return null;
  const list = (name: string): readonly number[] => {
    const value = remembered[`reused.${name}`];
    return typeof value === "object" ? value : [];
  };
  const advantages = list("advantages");
  const [tokens, targets, weights] = [list("tokens"), list("targets"), list("weights")];
  const context = tokens.length / advantages.length;
  const examples = advantages.map((_, i): Example => {
    const part = (values: readonly number[]) => values.slice(i * context, (i + 1) * context);
    return {
      tokens: Int32Array.from(part(tokens)),
      targets: Int32Array.from(part(targets)),
      weights: Float32Array.from(part(weights)),
    };
  });
  return {
    examples,
    advantages,
    logProbs: list("logProbs"),
    series: numbersAfter(seriesPrefix, remembered),
    uses,
  };
}

const seriesPrefix = "reused.series.";

function numbersAfter(prefix: string, remembered: Remembered): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(remembered).flatMap(([name, value]) =>
      name.startsWith(prefix) && typeof value === "number" ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}
