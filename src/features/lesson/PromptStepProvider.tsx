import { useCallback, useEffect, useMemo, useRef } from "react";
import { figureOf } from "../../claims/figures";
import { isMeasureOf, type Measure } from "../../claims/run";
import type { VariantScore } from "../../experiments/prompt/prompt-progress";
import { livePromptMeasure } from "./measured-live";
import { partsOf, promptOfRun, wholeOf } from "./prompt-parts";
import { type PromptStep, PromptStepContext } from "./prompt-step-context";
import { linesOf, mostSampled, runsToAsk, withFewerVotes } from "./score-lines";
import { showFigure } from "./show-figure";
import { type LiveStep, LiveStepContext, StepContext, type StepState } from "./step-context";
import { useStepGuess } from "./step-guess";
import type { StepParts } from "./step-parts";
import { useStepPrompts } from "./use-step-prompts";

/** What a step knows that asks a frozen base. */
export function PromptStepProvider({ lesson, step, figures, isAnswerShown, children }: StepParts) {
  const { figure } = step;
  if (figure.kind !== "prompt") throw new Error(`the step "${step.id}" asks nothing`);
  const { view } = figure;
  const over = view?.kind === "curve" ? view.over : undefined;
  const { claims } = lesson;
  const runs = useMemo(
    () => figure.runs.map((name) => ({ name, spec: promptOfRun(claims, name) })),
    [claims, figure],
  );
  const parts = useMemo(
    () =>
      partsOf(
        claims,
        runsToAsk(runs, over).map(({ name }) => name),
      ),
    [claims, runs, over],
  );
  const { sketch, guess, change, forget, ...kept } = useStepGuess(lesson.id, step.id);
  // Where nothing is asked, nothing is hidden.
  const isAnswered = kept.isAnswered || isAnswerShown || step.predict === undefined;
  const prompts = useStepPrompts(parts, `${lesson.id}/${step.id}`, {
    isWanted: guess !== null && !isAnswered,
    hasBench: figure.bench !== undefined,
  });
  const { progress, isOver, start, stop, reset } = prompts;
  const frame = useRef<HTMLDivElement>(null);

  // Once given, the answer stays, whatever is tried afterwards.
  const answers = guess !== null && isOver;
  useEffect(() => {
    if (answers) change({ isAnswered: true });
  }, [answers, change]);
  const startsItself = useRef(step.predict === undefined && progress.every((one) => one === undefined));
  useEffect(() => {
    if (!startsItself.current || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    startsItself.current = false;
    start();
  }, [start]);

  const scoreOf = useCallback(
    (run: string): VariantScore | null => {
      const line = over === "votes" ? linesOf(runs, over).find((one) => isOf(one.runs, run)) : undefined;
      const asked = line ? mostSampled(line.runs).name : run;
      const part = parts.findIndex((one) => one.runs.includes(asked));
      const score = progress[part]?.variants[parts[part]?.runs.indexOf(asked) ?? -1];
      if (!score || score.of === 0) return null;
      const samples = runs.find(({ name }) => name === run)?.spec.variants[0]?.decode.samples ?? 1;
      return asked === run ? score : withFewerVotes(score, samples);
    },
    [runs, parts, progress, over],
  );
  const measured = useCallback(
    (run: string, of: Measure) => {
      const score = isOver && isMeasureOf("prompt", of) ? scoreOf(run) : null;
      const info = progress.find((one) => one !== undefined)?.info;
      const value =
        score && info && isMeasureOf("prompt", of) ? livePromptMeasure(score, of, info.chance) : Number.NaN;
      return Number.isNaN(value) ? (figureOf(figures, run, of)?.mean ?? Number.NaN) : value;
    },
    [isOver, scoreOf, progress, figures],
  );
  const state: StepState = {
    lesson,
    step,
    mode: "live",
    figures,
    spec: null,
    guess,
    isAnswered,
    measured,
    attempt: () => {},
    startRun: () => {},
    lock: (locked) => {
      start();
      change({ guess: locked });
      showFigure(frame.current);
    },
    reveal: () => change({ isAnswered: true }),
    sketch,
    draw: (made) => change({ sketch: made }),
  };
  const live: LiveStep = {
    isOurs: prompts.isOurs,
    frame,
    start,
    stop,
    reset,
    again: () => {
      forget();
      reset();
    },
    setSeen: prompts.setSeen,
  };
  const [part] = parts;
  const whole = wholeOf(parts);
  if (!part || !whole) throw new Error(`the step "${step.id}" has no runs`);
  const asks: PromptStep = { ...prompts, runs, first: part.spec, whole, questions: part.spec.items, scoreOf };
  return (
    <StepContext value={state}>
      <LiveStepContext value={live}>
        <PromptStepContext value={asks}>{children}</PromptStepContext>
      </LiveStepContext>
    </StepContext>
  );
}

function isOf(runs: readonly { readonly name: string }[], run: string): boolean {
  return runs.some(({ name }) => name === run);
}
