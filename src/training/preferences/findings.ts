import { mean } from "../../lib/mean";
import { createRandom } from "../../lib/random";
import type { Click } from "../../tasks/sentences/learned-reward";
import { splitSentence } from "../../tasks/sentences/sentence-language";
import type { Examined } from "../examined";
import { sampleAnswers } from "../objectives/sample-answers";
import { wordsOfAnswer } from "./preferences";

/** What a race learns from, and what it does not. */
export interface KnownPreferences {
  readonly clicks: readonly Click[];
  readonly heldOut: readonly Click[];
}

type Known = Pick<Examined, "reference" | "preferences">;

/** Null where the race has no preferences. */
export async function knownPreferences({ reference, preferences }: Known): Promise<KnownPreferences | null> {
  if (!preferences) return null;
  const { clicks, heldOut } = await preferences.from(reference);
  return { clicks, heldOut };
}

/** What the race's own reward model gives these sentences, in standard deviations above the base. */
export async function rewardsOfRace(
  { reference, preferences }: Known,
  sentences: readonly string[],
): Promise<readonly number[] | null> {
  if (!preferences) return null;
  const { rewards } = await preferences.from(reference);
  return rewards(sentences.map(splitSentence));
}

/** A scalar head that learns from clicks: trained for at least `steps`, and then asked about sentences. */
export interface AskedHead {
  readonly clicks: readonly Click[];
  readonly steps: number;
  readonly sentences: readonly string[];
}

/** After how many steps it gave these rewards; 0 is the mean over sentences of the base. */
export interface HeadRewards {
  readonly step: number;
  readonly rewards: readonly number[];
}

/** Null where there is nothing to learn from. */
export async function rewardsOfHead(
  { reference, preferences }: Known,
  { clicks, steps, sentences }: AskedHead,
): Promise<HeadRewards | null> {
  if (!preferences || clicks.length === 0) return null;
  const head = preferences.headFor(clicks);
  head.trainTo(steps);
  const { step } = head;
  const usual = await preferences.usualSentences(reference);
  const all = await head.rewards([...usual, ...sentences].map(splitSentence));
  const middle = mean(all.slice(0, usual.length));
  return { step, rewards: all.slice(usual.length).map((reward) => reward - middle) };
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
  const { rewards, gold } = await preferences.from(reference);
  const prompts = Array.from({ length: questions * Math.max(...counts) }, () => task.prompt(item.input));
  const ids = await sampleAnswers(subject, prompts, task.end, createRandom("best of n"));
  const sentences = ids.map((answer) => wordsOfAnswer(task, answer));
  const values = await rewards(sentences);
  const answers = sentences.map((words, i) => ({
    text: words.join(" "),
    reward: values[i]!,
    gold: gold?.(words) ?? null,
  }));
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
