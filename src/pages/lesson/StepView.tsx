import { type ReactNode, useEffect, useRef } from "react";
import type { LessonFigures } from "../../claims/claim";
import type { Lesson, LessonStep } from "../../lessons/lesson";
import { useLessonRace } from "./lesson-race";
import { RaceFigure } from "./RaceFigure";
import { type StepFigureState, StepProvider } from "./StepProvider";
import { useStep } from "./step-context";

export interface StepViewProps {
  readonly lesson: Lesson;
  readonly step: LessonStep;
  readonly title: string;
  readonly figures: LessonFigures | null;
  readonly children: ReactNode;
}

/** One step on the screen: words on the left, the figure on the right. */
export function StepView({ lesson, step, title, figures, children }: StepViewProps) {
  return (
    <StepProvider figures={figures} lesson={lesson} step={step}>
      {(figure) => (
        <article className="lesson-step">
          <div className="lesson-words">
            <h1>{title}</h1>
            {children}
          </div>
          <div ref={figure.frame} className="lesson-side">
            <StepFigure state={figure} />
          </div>
        </article>
      )}
    </StepProvider>
  );
}

function StepFigure({ state }: { readonly state: StepFigureState }) {
  const { step, spec, figures } = useStep();
  const { figure } = step;
  useAutoStart(state);
  if (figure.kind === "own") return <figure.Figure figures={figures} />;
  if (!spec) return null;
  return (
    <RaceFigure
      isOurs={state.isOurs}
      panes={figure.panes ?? []}
      spec={spec}
      onReset={state.reset}
      onSeen={state.setSeen}
      onStart={state.start}
    />
  );
}

/** A figure with nothing to guess runs by itself, once, unless the reader wants stillness. */
function useAutoStart({ isOurs, start }: StepFigureState): void {
  const { step } = useStep();
  const done = useRef(false);
  const phase = useLessonRace((race) => race.phase);
  const at = useLessonRace((race) => race.step);
  useEffect(() => {
    if (done.current || step.predict || !isOurs || phase !== "paused") return;
    done.current = true;
    if (at === 0 && !matchMedia("(prefers-reduced-motion: reduce)").matches) start();
  }, [step, isOurs, phase, at, start]);
}
