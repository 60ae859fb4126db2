import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { figureOf, type LessonFigures } from "../../claims/figures";
import { isMeasureOf, type Measure } from "../../claims/run";
import type { Lesson } from "../../lessons/lesson";
import { useRace, useRaceStore } from "../../race-view/use-race";
import type { Race } from "../../state/race-shape";
import type { RaceSpec } from "../../training/race-spec";
import { liveMeasure } from "./measured-live";
import { laneOfRun, raceOfStep } from "./race-of";
import { showFigure } from "./show-figure";
import { type LiveStep, LiveStepContext, StepContext, type StepState } from "./step-context";
import { useStepGuess } from "./step-guess";
import type { StepParts } from "./step-parts";
import { applyTry } from "./try-set";
import { useAutoStart } from "./use-auto-start";
import { useStepRace } from "./use-step-race";

/** What a step with a race knows, or one with a figure that runs nothing. */
export function RaceStepProvider({ lesson, step, figures, isAnswerShown, children }: StepParts) {
  const store = useRaceStore();
  const own = useMemo(
    () => (step.figure.kind === "race" ? raceOfStep(lesson.claims, step.figure.runs) : null),
    [lesson, step],
  );
  const [spec, setSpec] = useState(own);
  const { sketch, guess, change, forget, ...kept } = useStepGuess(lesson.id, step.id);
  // Where nothing is asked, nothing is hidden.
  const isAnswered = kept.isAnswered || isAnswerShown || step.predict === undefined;
  const { isOurs, isOver, start, stop, setSeen } = useStepRace(spec, {
    isFresh: guess === null && !isAnswered,
    isWanted: guess !== null && !isAnswered,
  });
  const isDone = useRace((race) => race.phase === "done");
  const frame = useRef<HTMLDivElement>(null);

  // Once given, the answer stays, whatever is tried afterwards.
  const answers = guess !== null && (spec === null || isOver);
  useEffect(() => {
    if (answers) change({ isAnswered: true });
  }, [answers, change]);

  const measured = useCallback(
    (run: string, of: Measure) =>
      measureOf(store.getState(), lesson, figures, isOurs && isDone ? spec : null, run, of),
    [store, lesson, figures, spec, isOurs, isDone],
  );
  const run = useCallback(
    (asked: RaceSpec | null) => {
      setSpec(asked);
      start(asked);
      showFigure(frame.current);
    },
    [start],
  );
  const reset = (): void => {
    stop();
    setSpec(own);
    if (spec && spec === own) void store.getState().reset();
  };
  useAutoStart(step.predict === undefined && isOurs, () => start(spec));
  const state: StepState = {
    lesson,
    step,
    mode: "live",
    figures,
    spec,
    guess,
    isAnswered,
    measured,
    attempt: (set) => spec && own && run(applyTry(spec, own, set)),
    startRun: (name) => run(raceOfStep(lesson.claims, [name])),
    lock: (locked) => {
      run(spec);
      change({ guess: locked });
    },
    reveal: () => change({ isAnswered: true }),
    sketch,
    draw: (made) => change({ sketch: made }),
  };
  const live: LiveStep = {
    isOurs,
    frame,
    start: () => start(spec),
    stop,
    reset,
    again: () => {
      forget();
      reset();
    },
    setSeen,
  };
  return (
    <StepContext value={state}>
      <LiveStepContext value={live}>{children}</LiveStepContext>
    </StepContext>
  );
}

/** Of the live race where the run is one of its lanes, else as it was recorded; NaN where it is not known. */
function measureOf(
  race: Race,
  lesson: Lesson,
  figures: LessonFigures | null,
  live: RaceSpec | null,
  run: string,
  of: Measure,
): number {
  const { lanes, info } = race;
  const spec = lesson.claims.runs[run];
  const lane = live && spec ? laneOfRun(live, spec) : -1;
  const seen = lanes[lane];
  const value = seen && info && isMeasureOf("race", of) ? liveMeasure(seen, of, info) : Number.NaN;
  return Number.isNaN(value) ? (figureOf(figures, run, of)?.mean ?? Number.NaN) : value;
}
