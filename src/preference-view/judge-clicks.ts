import { type Click, countRight, learnReward } from "../tasks/sentences/learned-reward";
import { type SentenceLanguage, splitSentence } from "../tasks/sentences/sentence-language";

/** More than this many clicks are not judged one by one: it would take seconds. */
const mostJudged = 48;
/** A click that the others predict with more than this taught nothing. */
const sure = 0.9;

/** Of clicks each predicted from all others: how many came out right, and which taught nothing, or went against them. */
export interface JudgedClicks {
  readonly count: number;
  readonly right: number;
  readonly known: readonly Click[];
  readonly against: readonly Click[];
}

/** Leaves each of the last clicks out in turn and predicts it from the others. */
export function judgeClicks(language: SentenceLanguage, clicks: readonly Click[]): JudgedClicks {
  const judged = clicks.slice(-mostJudged).map((click) => {
    const reward = learnReward(
      language,
      clicks.filter((other) => other !== click),
    );
    const margin = reward.of(splitSentence(click.better)) - reward.of(splitSentence(click.worse));
    return { click, right: countRight(reward, [click]), probability: 1 / (1 + Math.exp(-margin)) };
  });
  return {
    count: judged.length,
    right: judged.reduce((sum, { right }) => sum + right, 0),
    known: judged.filter(({ probability }) => probability > sure).map(({ click }) => click),
    against: judged.filter(({ probability }) => probability < 0.5).map(({ click }) => click),
  };
}
