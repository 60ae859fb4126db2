import type { LaneSpec } from "../training/race-spec";
import type { Evaluation, LaneState, RaceInfo, TrainerEvent } from "../worker/api";
import { applyLoop, emptyLoop, type LoopProgress, type Phase, withStep } from "./loop-progress";

/** What one lane has shown so far. Steps and losses are of one length; evaluations come in the order of their steps. */
export interface Series {
  readonly steps: readonly number[];
  readonly losses: readonly number[];
  /** What the lane's objective reports beside the loss, at the same steps; left out where it reports nothing. */
  readonly objective?: Readonly<Record<string, readonly number[]>>;
  readonly evaluations: readonly Evaluation[];
}

/** A lane of the open race; `state` and `spec` are null until the worker has made it. */
export interface LaneRun {
  /** What the curve was made with; the draft's lane may hold another rate for the next start. */
  readonly spec: LaneSpec | null;
  readonly state: LaneState | null;
  readonly series: Series;
  /** Its variables were loaded from a file: what it shows is not a result of this race. */
  readonly isLoaded?: boolean;
}

/** The part of a race that events from the worker change. */
export interface Progress extends LoopProgress {
  readonly info: RaceInfo | null;
  /** In the order of the draft's lanes. */
  readonly lanes: readonly LaneRun[];
}

export const emptySeries: Series = { steps: [], losses: [], evaluations: [] };

/** Nothing known yet of so many lanes. */
export function emptyProgress(lanes: number, phase: Phase): Progress {
  return {
    ...emptyLoop(phase),
    info: null,
    lanes: Array.from({ length: lanes }, () => ({ spec: null, state: null, series: emptySeries })),
  };
}

/** The start of a race that has just been opened or reset. */
export function openedProgress(info: RaceInfo): Progress {
  return {
    ...emptyProgress(0, "paused"),
    info,
    lanes: info.lanes.map((state, i) => ({ spec: info.spec.lanes[i] ?? null, state, series: emptySeries })),
    backend: info.backend,
  };
}

/** Progress after a batch of events, in order. Pure; unchanged lanes keep their identity. */
export function applyEvents(progress: Progress, events: readonly TrainerEvent[]): Progress {
  return events.reduce(applyEvent, progress);
}

function applyEvent(progress: Progress, event: TrainerEvent): Progress {
  switch (event.kind) {
    case "losses":
      return changeLane(progress, event.lane, (lane) => ({
        ...lane,
        series: addLosses(lane.series, event),
      }));
    case "evaluation":
      return withStep(
        changeLane(progress, event.lane, (lane) => withEvaluation(lane, event.evaluation)),
        event.evaluation.step,
      );
    case "lane":
      return changeLane(progress, event.lane, (lane) => ({ ...lane, state: event.state }));
    case "scored":
    case "flow-losses":
    case "gallery":
      // These are of prompts and pictures, which have their own stores.
      return progress;
    case "backend": {
      const lanes = progress.lanes.map((lane) => ({ ...lane, series: upTo(lane.series, event.resumedAt) }));
      return applyLoop({ ...progress, lanes }, event);
    }
    default:
      return applyLoop(progress, event);
  }
}

/** Progress with one lane changed; unchanged where there is no such lane. */
export function changeLane(progress: Progress, index: number, change: (lane: LaneRun) => LaneRun): Progress {
  if (!progress.lanes[index]) return progress;
  return { ...progress, lanes: progress.lanes.map((lane, i) => (i === index ? change(lane) : lane)) };
}

function addLosses(
  before: Series,
  { steps, losses, series }: Extract<TrainerEvent, { kind: "losses" }>,
): Series {
  return {
    ...before,
    steps: before.steps.concat(steps),
    losses: before.losses.concat(losses),
    ...(series && {
      objective: eachOf(series, (values, name) => (before.objective?.[name] ?? []).concat(values)),
    }),
  };
}

function eachOf<T, U>(
  values: Readonly<Record<string, T>>,
  change: (value: T, name: string) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]));
}

/** What had been shown up to the snapshot from which training continues. */
function upTo(series: Series, step: number): Series {
  const kept = series.steps.filter((shown) => shown <= step).length;
  return {
    steps: series.steps.slice(0, kept),
    losses: series.losses.slice(0, kept),
    ...(series.objective && { objective: eachOf(series.objective, (values) => values.slice(0, kept)) }),
    evaluations: series.evaluations.filter((evaluation) => evaluation.step <= step),
  };
}

/** The lane with another evaluation. */
function withEvaluation(lane: LaneRun, evaluation: Evaluation): LaneRun {
  return { ...lane, series: addEvaluation(lane.series, evaluation) };
}

/** The lane with an adapter loaded from a file. */
export function withAdapter(lane: LaneRun, evaluation: Evaluation): LaneRun {
  return { ...withEvaluation(lane, evaluation), isLoaded: true };
}

/** Adds an evaluation in the order of steps. Examples and probes stay where the new evaluation of that step has none. */
function addEvaluation(series: Series, evaluation: Evaluation): Series {
  const { evaluations } = series;
  const former = evaluations.find(({ step }) => step === evaluation.step);
  const merged: Evaluation = {
    ...evaluation,
    examples: evaluation.examples.length > 0 ? evaluation.examples : (former?.examples ?? []),
    probes: evaluation.probes.length > 0 ? evaluation.probes : (former?.probes ?? []),
  };
  const others = former ? evaluations.filter(({ step }) => step !== evaluation.step) : evaluations;
  const before = others.filter(({ step }) => step < evaluation.step);
  const after = others.filter(({ step }) => step > evaluation.step);
  return { ...series, evaluations: [...before, merged, ...after] };
}
