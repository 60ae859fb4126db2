import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { QuestionInput } from "../race-view/QuestionInput";
import { useLaneFinding } from "../race-view/use-lane-finding";
import { featureNames, featuresOf } from "../tasks/sentences/features";
import type { LearnedReward } from "../tasks/sentences/learned-reward";
import { headSteps } from "../training/preferences/preference-spec";
import { readTyped } from "./sentence-text";
import styles from "./TypedReward.module.css";
import { useDesk } from "./use-desk";
import { useFeatureName } from "./use-feature-name";
import type { HeadProgress } from "./use-reward-head";

const examples = { en: "the dog was happy", zh: "这只狗很开心" } as const;

export interface TypedRewardProps {
  readonly reward: LearnedReward;
  /** A scalar head, which gives its reward too; null: there is none yet. */
  readonly head: HeadProgress | null;
}

/** Any sentence typed gets its reward, and what it is the sum of. */
export function TypedReward({ reward, head }: TypedRewardProps) {
  const { t } = useTranslation("preferences");
  const id = useId();
  const { language } = useDesk();
  const nameOf = useFeatureName();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? examples[language.id];
  const { words, unknown } = readTyped(language, text);
  const names = featureNames(language);
  const parts = [...featuresOf(language, words)]
    .map((value, i) => ({ name: names[i]!, value: value * (reward.weights[names[i]!] ?? 0) }))
    .filter(({ value }) => Math.abs(value) >= 0.005);
  return (
    <div className={styles.typed}>
      <label className="field-label" htmlFor={id}>
        {t("reward.try")}
      </label>
      <QuestionInput id={id} value={text} onChange={setTyped} />
      <output className={styles.total} htmlFor={id}>
        {t("reward.value", { value: signed(reward.of(words)) })}
      </output>
      <ul aria-label={t("reward.parts")} className={styles.parts}>
        {parts.map(({ name, value }) => (
          <li key={name}>
            {nameOf(name)} {value < 0 ? "−" : "+"}
            {Math.abs(value).toFixed(2)}
          </li>
        ))}
      </ul>
      {head && <RewardByHead head={head} sentence={words.join(" ")} />}
      <p className="field-hint">
        {unknown.length > 0 ? t("reward.unknown", { words: unknown.join(" ") }) : t("reward.tryHint")}
      </p>
    </div>
  );
}

interface ByHead {
  readonly head: HeadProgress;
  readonly sentence: string;
}

/** The reward of a scalar head that is trained to its end. */
function RewardByHead({ head: { clicks, step }, sentence }: ByHead) {
  const { t } = useTranslation("preferences");
  const isDone = step >= headSteps;
  const found = useLaneFinding<"reward-head">(
    -1,
    isDone ? { kind: "reward-head", clicks, steps: headSteps, sentences: [sentence] } : null,
  );
  const value = found?.rewards[0];
  if (!isDone) return null;
  return (
    <output className={styles.byHead}>
      {t("head.value", { value: value === undefined ? "…" : signed(value) })}
    </output>
  );
}

function signed(value: number): string {
  return value.toFixed(2).replace("-", "−");
}
