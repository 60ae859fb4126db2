import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { LessonFigures } from "../../claims/claim";
import { useLanguage } from "../../i18n/use-language";
import type { Lesson, LessonStep } from "../../lessons/lesson";
import { RecordedPicture } from "./RecordedPicture";
import { raceOfStep } from "./race-of";
import { StepContext, type StepState } from "./step-context";
import { wordComponents } from "./word-components";
import "./plain-lesson.css";

export interface PlainLessonProps {
  readonly lesson: Lesson;
  readonly figures: LessonFigures | null;
}

/** A whole lesson on one page, with recorded pictures: for paper, and for readers without scripts. */
export function PlainLesson({ lesson, figures }: PlainLessonProps) {
  const { t } = useTranslation("lessons");
  const Words = lesson.words[useLanguage()];
  const components = useMemo(
    () => ({
      Step: ({ id, title, children }: { id: string; title: string; children?: ReactNode }) => {
        const step = lesson.steps.find((one) => one.id === id);
        if (!step) throw new Error(`${lesson.id} has no step "${id}"`);
        return (
          <PlainStep figures={figures} lesson={lesson} step={step} title={title}>
            {children}
          </PlainStep>
        );
      },
      ...wordComponents,
    }),
    [lesson, figures],
  );
  return (
    <div className="plain-lesson">
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
  const { t } = useTranslation("lessons");
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
    measured: (run, of) => figures?.runs[run]?.measures[of].mean ?? Number.NaN,
    attempt: () => {},
    lock: () => {},
    reveal: () => {},
    sketch: null,
    draw: () => {},
  };
  return (
    <StepContext value={state}>
      <article className="plain-step">
        <h2>{title}</h2>
        {children}
        {spec ? <RecordedPicture spec={spec} /> : <p className="soft">{t("plain.live")}</p>}
      </article>
    </StepContext>
  );
}
