import { mean } from "../../lib/mean";
import type { Annotator } from "./annotator";
import type { Rollout } from "./rollout";

/**
 * What is reported of sampled answers: their mean reward and divergence from the reference, how many of them differ from
 * each other (a share), and how much a simulated reader really likes them, where there is one.
 */
export function policySeries(
  { answers, rewards, kls }: Pick<Rollout, "answers" | "rewards" | "kls">,
  annotator: Annotator,
): Readonly<Record<"reward" | "kl" | "variety", number> & { gold?: number }> {
  const golds = answers.map((answer) => annotator.gold(answer)).filter((gold) => gold !== null);
  return {
    reward: mean(rewards),
    kl: mean(kls),
    variety: new Set(answers.map((answer) => answer.join(" "))).size / Math.max(1, answers.length),
    ...(golds.length > 0 && { gold: mean(golds) }),
  };
}
