import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { figureOf, type LessonFigures } from "../../claims/figures";
import { useLanguage } from "../../i18n/use-language";
import type { Lesson, LessonStep, StepFigure } from "../../lessons/lesson";
import type { RaceSpec } from "../../training/race-spec";
import { PlainPrompt } from "./PlainPrompt";
import styles from "./plain-lesson.module.css";
import { RecordedPicture } from "./RecordedPicture";
import { raceOfStep } from "./race-of";
import { StepContext, type StepState } from "./step-context";
import { wordComponents } from "./word-components";

export interface PlainLessonProps {
  readonly lesson: Lesson;
  readonly figures: LessonFigures | null;
  /** The only step to show; all of them where none is named. */
  readonly only?: string;
}

/** A whole lesson or one step of it, with recorded pictures: for paper, and for readers without scripts. */
export function PlainLesson({ lesson, figures, only }: PlainLessonProps) {
  const { t } = useTranslation("lessons");
  const Words = lesson.words[useLanguage()];
  const components = useMemo(
    () => ({
      Step: ({ id, title, children }: { id: string; title: string; children?: ReactNode }) => {
        const step = lesson.steps.find((one) => one.id === id);
        if (!step) throw new Error(`${lesson.id} has no step "${id}"`);
        if (only !== undefined && id !== only) return null;
        return (
          <PlainStep figures={figures} lesson={lesson} step={step} title={title}>
            {children}
          </PlainStep>
        );
      },
      ...wordComponents,
    }),
    [lesson, figures, only],
  );
  return (
    <div className={styles.lesson}>
      <p className="soft">{t("plain.note")}</p>
      <Words components={components} />
    </div>
  );
}

function PlainStep({
  lesson,
  step,
  figures,
  title,
  children,
}: PlainLessonProps & { readonly step: LessonStep; readonly title: string; readonly children: ReactNode }) {
  const spec = useMemo(
    () => (step.figure.kind === "race" ? raceOfStep(lesson.claims, step.figure.runs) : null),
    [lesson, step],
  );
  const state: StepState = {
    lesson,
    step,
    mode: "plain",
    figures,
    spec,
    guess: null,
    isAnswered: true,
    measured: (run, of) => figureOf(figures, run, of)?.mean ?? Number.NaN,
    attempt: () => {},
    startRun: () => {},
    lock: () => {},
    reveal: () => {},
    sketch: null,
    draw: () => {},
  };
  return (
    <StepContext value={state}>
      <article className={styles.step}>
        <h2>{title}</h2>
        {children}
        <PlainFigure figure={step.figure} spec={spec} />
      </article>
    </StepContext>
  );
}

/** The figure of a step as it was recorded; one that only works live is spoken of. */
function PlainFigure({ figure, spec }: { readonly figure: StepFigure; readonly spec: RaceSpec | null }) {
  const { t } = useTranslation("lessons");
  if (figure.kind === "prompt") return <PlainPrompt runs={figure.runs} />;
  return spec ? <RecordedPicture spec={spec} /> : <p className="soft">{t("plain.live")}</p>;
}
