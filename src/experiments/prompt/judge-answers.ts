import { mean } from "../../lib/mean";
import { wilsonBand } from "../../lib/wilson";
import type { LoadedTask } from "../../tasks/task";
import type { PromptExample, VariantScore } from "./prompt-progress";
import type { Decoding } from "./prompt-spec";
import type { Question } from "./questions";
import { vote } from "./vote";
import type { WrittenAnswer } from "./write-answers";

/** Questions of each variant that are told in words. */
const mostExamples = 8;

/** A question that was answered. */
export interface Answered {
  readonly example: PromptExample;
  /** The scores if only the first 1, 2, 3 … samples vote; empty where they do not. */
  readonly scoresByVotes: readonly number[];
  readonly tokens: number;
}

/** The answer that counts, and its score. */
export function judgeAnswers(
  task: LoadedTask,
  { item, expected }: Question,
  written: readonly WrittenAnswer[],
  { vote: votes }: Decoding,
): Answered {
  const samples = written.map(({ answer }) => answer);
  const wanted = { ...item, answer: expected };
  const scoreOf = (answer: string): number => task.score(answer, wanted);
  const scoresByVotes = votes ? samples.map((_, i) => scoreOf(vote(samples.slice(0, i + 1)))) : [];
  const answer = votes ? vote(samples) : samples[0]!;
  const score = votes ? scoreOf(answer) : mean(samples.map(scoreOf));
  const { input } = item;
  const example = { input, expected, answer, samples, texts: written[0]!.texts, score };
  return { example, scoresByVotes, tokens: written.reduce((sum, { tokens }) => sum + tokens, 0) };
}

/** The score with more questions answered. */
export function withAnswers(former: VariantScore, more: readonly Answered[]): VariantScore {
  const scores = [...former.scores, ...more.map(({ example }) => example.score)];
  const right = former.right + more.reduce((sum, { example }) => sum + example.score, 0);
  const ofVotes = more[0]?.scoresByVotes ?? [];
  return {
    right,
    of: scores.length,
    band: wilsonBand(right, scores.length),
    scores,
    rightByVotes: ofVotes.map((_, i) =>
      more.reduce((sum, { scoresByVotes }) => sum + scoresByVotes[i]!, former.rightByVotes[i] ?? 0),
    ),
    tokens: former.tokens + more.reduce((sum, { tokens }) => sum + tokens, 0),
    examples: [...former.examples, ...more.map(({ example }) => example)].slice(0, mostExamples),
  };
}
