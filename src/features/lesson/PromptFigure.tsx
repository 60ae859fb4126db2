import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Card } from "../../components/Card";
import { writePromptLink } from "../../experiments/prompt/prompt-link";
import type { StepFigure } from "../../lessons/lesson";
import { ExamplesTable } from "../../prompt-view/ExamplesTable";
import { PromptCover } from "../../prompt-view/PromptCover";
import styles from "./lesson-figure.module.css";
import { PromptCurve } from "./PromptCurve";
import { PromptFigureTransport } from "./PromptFigureTransport";
import { PromptScores } from "./PromptScores";
import type { PromptStep } from "./prompt-step-context";
import { StepBench } from "./StepBench";
import { useLiveStep } from "./step-context";
import { useRunNames } from "./use-run-names";
import { useSeen } from "./use-seen";

export interface PromptFigureProps {
  readonly figure: Extract<StepFigure, { kind: "prompt" }>;
  readonly asked: PromptStep;
}

/** The live figure of a step that asks a frozen base: a bench, scores or a curve with their transport, and the first questions. */
export function PromptFigure({ figure, asked }: PromptFigureProps) {
  const { t } = useTranslation(["lessons", "prompt"]);
  const { setSeen } = useLiveStep();
  const frame = useRef<HTMLDivElement>(null);
  useSeen(frame, setSeen);
  const nameOf = useRunNames(figure.runs);
  const variants = asked.runs.map(({ name }) => ({
    key: name,
    name: nameOf(name),
    score: asked.scoreOf(name),
  }));
  const { view } = figure;
  return (
    <div ref={frame} className={styles.promptStep}>
      {figure.bench && <StepBench asked={asked} bench={figure.bench} />}
      <Card
        aside={<PromptFigureTransport asked={asked} />}
        className={styles.figure}
        hideTitle
        title={t("lessons:prompt.title")}
      >
        <div className={styles.prompt}>
          {view?.kind === "curve" ? (
            <PromptCurve asked={asked} view={view} />
          ) : (
            <PromptScores asked={asked} runs={figure.runs} />
          )}
          {asked.isOurs && <PromptCover onAgain={asked.start} />}
        </div>
        <details className={styles.more}>
          <summary>{t("prompt:examples.title")}</summary>
          <ExamplesTable task={asked.first.task.id} variants={variants} />
        </details>
        <p className={styles.take}>
          <Link href={`/prompt-lab?${writePromptLink(asked.whole)}`}>{t("lessons:prompt.take")}</Link>
        </p>
      </Card>
    </div>
  );
}
