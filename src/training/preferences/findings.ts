import { mean } from "../../lib/mean";
import { createRandom } from "../../lib/random";
import type { Click } from "../../tasks/sentences/learned-reward";
import type { Examined } from "../examined";
import { sampleAnswers } from "../objectives/sample-answers";
import { type Scale, wordsOfAnswer } from "./preferences";

/** What a race learns from, and how its rewards are scaled. */
export interface KnownPreferences {
  readonly clicks: readonly Click[];
  readonly heldOut: readonly Click[];
  readonly rewardScale: Scale;
}

/** Null where the race has no preferences. */
export async function knownPreferences({
  reference,
  preferences,
}: Pick<Examined, "reference" | "preferences">): Promise<KnownPreferences | null> {
  if (!preferences) return null;
  const { clicks, heldOut, rewardScale } = await preferences.from(reference);
  return { clicks, heldOut, rewardScale };
}

/** Best-of-n sampling: of n answers the one with the highest reward is given. Nothing is trained. */
export interface BestOf {
  readonly n: number;
  /** Means over the answers given, as the series of a policy. */
  readonly reward: number;
  readonly gold: number | null;
  readonly variety: number;
  /** log n − (n − 1) / n nats (Stiennon et al. 2020, appendix G.3). */
  readonly kl: number;
  readonly answers: readonly string[];
}

const questions = 64;

/** What a lane gives by best-of-n, for each n. The answers for a smaller n are among those for a larger one. */
export async function bestOf(
  { subject, reference, preferences, task, heldOut }: Examined,
  counts: readonly number[],
): Promise<readonly BestOf[] | null> {
  const [item] = heldOut;
  if (!item || !preferences) return null;
  const { reward, gold } = await preferences.from(reference);
  const prompts = Array.from({ length: questions * Math.max(...counts) }, () => task.prompt(item.input));
  const ids = await sampleAnswers(subject, prompts, task.end, createRandom("best of n"));
  const answers = ids.map((answer) => {
    const words = wordsOfAnswer(task, answer);
    return { text: words.join(" "), reward: reward(words), gold: gold?.(words) ?? null };
  });
  return counts.map((n) => {
    const given = Array.from({ length: questions }, (_, question) =>
      answers
        .slice(question * Math.max(...counts))
        .slice(0, n)
        .reduce((best, one) => (one.reward > best.reward ? one : best)),
    );
    const golds = given.map((one) => one.gold).filter((one) => one !== null);
    return {
      n,
      reward: mean(given.map((one) => one.reward)),
      gold: golds.length > 0 ? mean(golds) : null,
      variety: new Set(given.map(({ text }) => text)).size / questions,
      kl: Math.log(n) - (n - 1) / n,
      answers: given.slice(0, 12).map(({ text }) => text),
    };
  });
}
