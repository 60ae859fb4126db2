import { useTranslation } from "react-i18next";
import { useLaneFinding } from "../race-view/use-lane-finding";
import { useRace } from "../race-view/use-race";
import { dpoBeta } from "../state/preference-race";
import type { SampledAnswer } from "../training/sampled-answers";
import { klOf, policyTerm } from "./objective-term";
import styles from "./TermOfToken.module.css";
import { textOf } from "./use-sentences";

export interface TermOfTokenProps {
  readonly answers: readonly SampledAnswer[];
  readonly pressed: { readonly sentence: number; readonly token: number } | null;
  readonly objective: "policy-gradient" | "dpo";
  readonly beta: number;
}

/** What the token that was pressed brings to the objective, with every number. */
export function TermOfToken({ answers, pressed, objective, beta }: TermOfTokenProps) {
  const { t } = useTranslation("preferences");
  const rewards = useStandardisedRewards(answers);
  const answer = pressed ? answers[pressed.sentence] : undefined;
  const token = pressed ? answer?.tokens[pressed.token] : undefined;
  if (!pressed || !answer || !token) return <p className="small soft">{t("term.prompt")}</p>;
  const term = rewards && policyTerm(answers, rewards, pressed, beta);
  const ratio = token.logProb - token.before;
  const rows: readonly (readonly [string, number])[] =
    objective === "dpo"
      ? [
          [t("term.probability"), token.logProb],
          [t("term.before"), token.before],
          [t("term.ratio"), ratio],
          [t("term.share"), dpoBeta * ratio],
          [t("term.implicit"), dpoBeta * klOf(answer)],
        ]
      : [
          [t("term.probability"), token.logProb],
          [t("term.before"), token.before],
          ...(term
            ? ([
                [t("term.reward"), term.reward],
                [t("term.kl"), term.kl],
                [t("term.return"), term.return],
                [t("term.baseline"), term.baseline],
                [t("term.advantage"), term.advantage],
                [t("term.term"), term.term],
              ] as const)
            : []),
        ];
  return (
    <section aria-label={t("term.title", { token: token.text })} aria-live="polite">
      <h3>{t("term.title", { token: token.text })}</h3>
      <dl className={styles.term}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value.toFixed(2).replace("-", "−")}</dd>
          </div>
        ))}
      </dl>
      <p className="small soft">
        {objective === "dpo" ? t("term.dpo") : term && t(term.advantage > 0 ? "term.up" : "term.down")}
      </p>
    </section>
  );
}

/** What the reward model of the race gives these sentences, on the scale that training uses; null until it is known. */
function useStandardisedRewards(answers: readonly SampledAnswer[]): readonly number[] | null {
  const preferences = useRace((race) => race.draft.preferences);
  const sentences = answers.map(textOf);
  return useLaneFinding<"rewards">(
    -1,
    { kind: "rewards", sentences },
    { about: JSON.stringify(preferences) },
  );
}
