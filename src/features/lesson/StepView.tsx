import type { ReactNode } from "react";
import { BasicsFigure } from "./BasicsFigure";
import styles from "./lesson.module.css";
import { PreferenceFigure } from "./PreferenceFigure";
import { PromptFigure } from "./PromptFigure";
import { usePromptStep } from "./prompt-step-context";
import { RaceFigure } from "./RaceFigure";
import { useLiveStep, useStep } from "./step-context";

export interface StepViewProps {
  readonly id: string;
  readonly title: string;
  readonly children?: ReactNode;
}

/** A <Step> of the text where the learner is at it: words on the left, the figure on the right. */
export function StepView({ id, title, children }: StepViewProps) {
  const { step } = useStep();
  const { frame } = useLiveStep();
  if (id !== step.id) return null;
  return (
    <article className={styles.step}>
      <div className={styles.words} data-part="words">
        <h1>{title}</h1>
        {children}
      </div>
      <div ref={frame} className={styles.side}>
        <StepFigure />
      </div>
    </article>
  );
}

function StepFigure() {
  const { step, spec, figures } = useStep();
  const asked = usePromptStep();
  const { figure } = step;
  switch (figure.kind) {
    case "basics":
      return <BasicsFigure figure={figure} key={step.id} />;
    case "own":
      return <figure.Figure figures={figures} />;
    case "preferences":
      return <PreferenceFigure figure={figure} key={step.id} />;
    case "prompt":
      return asked && <PromptFigure asked={asked} figure={figure} />;
    case "race":
      return (
        spec && (
          <RaceFigure panes={figure.panes ?? []} spec={spec} withTraining={figure.withTraining ?? false} />
        )
      );
    default:
      return figure satisfies never;
  }
}
