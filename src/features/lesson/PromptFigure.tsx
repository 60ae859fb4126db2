import { useTranslation } from "react-i18next";
import { type ShareBar, ShareBars } from "../../charts/ShareBars";
import { promptFigures } from "../../claims/figures";
import { Card } from "../../components/Card";
import styles from "./lesson-figure.module.css";
import { seedCount } from "./measured-text";
import { useStep } from "./step-context";
import { useRunNames } from "./use-run-names";

export interface PromptFigureProps {
  /** Names of runs of the lesson that ask a frozen base. */
  readonly runs: readonly string[];
}

/** The recorded results of a step that asks a frozen base under some variants of the prompt. */
export function PromptFigure({ runs }: PromptFigureProps) {
  const { t } = useTranslation("lessons");
  return (
    <Card className={styles.figure} hideTitle title={t("prompt.title")}>
      <PromptResults runs={runs} />
    </Card>
  );
}

/** The same without a frame. What answers a guess is not shown before it is made. */
export function PromptResults({ runs }: PromptFigureProps) {
  const { t } = useTranslation("lessons");
  const { figures, isAnswered } = useStep();
  const nameOf = useRunNames(runs);
  const recorded = runs.map((run) => promptFigures(figures, run));
  const first = recorded.find((one) => one !== undefined);
  if (!first) return null;
  const bars = recorded.map((one, i): ShareBar => {
    const name = nameOf(runs[i]!);
    if (!one) return { name, value: null };
    const { accuracy, low, high } = one.measures;
    const value = { share: accuracy.mean, low: low.mean, high: high.mean };
    return { name, detail: one.prompt, value: isAnswered ? value : null };
  });
  return (
    <>
      <ShareBars bars={bars} caption={t("prompt.title")} chance={first.measures.chance.mean} />
      <p className="soft">
        {t("prompt.note", { count: first.questions, seeds: seedCount(recorded) })}{" "}
        {!isAnswered && t("prompt.hidden")}
      </p>
    </>
  );
}
