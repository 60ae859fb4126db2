import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Curve } from "../../charts/curve";
import type { RaceFigures } from "../../claims/figures";
import { Card } from "../../components/Card";
import type { Pane } from "../../lessons/lesson";
import { Badge } from "../../race-view/Badge";
import { Curves } from "../../race-view/Curves";
import { StageCover } from "../../race-view/StageCover";
import { Transport } from "../../race-view/Transport";
import { curvesOf } from "../../race-view/use-lane-styles";
import { useRace } from "../../race-view/use-race";
import { useSummary } from "../../race-view/use-summary";
import { useThrottled } from "../../race-view/use-throttled";
import { writeLink } from "../../state/link";
import { emptySeries, type Series } from "../../state/race-events";
import { tasks } from "../../tasks/index";
import type { RaceSpec } from "../../training/race-spec";
import { guessedLosses, guessShares } from "./guess";
import { LanesPane } from "./LanesPane";
import styles from "./lesson-figure.module.css";
import { PaneOf } from "./Panes";
import { SeedNote } from "./SeedNote";
import { useLiveStep, useStep } from "./step-context";
import { type LessonLane, useLessonLanes } from "./use-lesson-lanes";
import { useSeen } from "./use-seen";

const redrawMs = 250;

export interface RaceFigureProps {
  readonly spec: RaceSpec;
  readonly panes: readonly Pane[];
  /** Draws the training loss of each live lane beside its held-out loss. */
  readonly withTraining: boolean;
}

/** The live race of a step: transport, curves, lanes and what the step wants to show beneath. */
export function RaceFigure({ spec, panes, withTraining }: RaceFigureProps) {
  const { isOurs, start: begin, setSeen } = useLiveStep();
  const { t } = useTranslation("lessons");
  const { figures, step, sketch, guess, isAnswered } = useStep();
  const frame = useRef<HTMLDivElement>(null);
  // A cell that is pressed far below the curves trains on: the race rests where no part of the figure is seen.
  const whole = useRef<HTMLDivElement>(null);
  const at = useRace((race) => race.step);
  const lanes = useThrottled(useLessonLanes(spec, isOurs, figures), redrawMs);
  const liveStep = useThrottled(isOurs ? at : 0, redrawMs);
  const hasLive = liveStep > 0;
  // What was recorded is the answer: it is not drawn while the run has yet to tell.
  const hidesRecorded = !isAnswered;
  const start = lanes[0]?.recorded?.curve[0]?.heldOutLoss ?? null;
  // Whoever asked for the answer made no guess.
  const guessed = isAnswered && !guess ? null : guessedLosses(step.predict, guess ?? sketch, figures);
  const curves = useMemo(
    () => [
      ...(guessed ? [guessCurve(t("predict.yours"), guessed, spec.steps)] : []),
      ...(hidesRecorded ? [] : lanes.flatMap(recordedCurve)),
      ...(hasLive
        ? curvesOf(
            lanes.map(({ laneStyle }) => laneStyle),
            lanes.map(({ run }) => run),
          )
        : []),
      ...(hasLive && withTraining
        ? lanes.flatMap((lane) => trainingCurve(t("figure.training", { name: lane.laneStyle.name }), lane))
        : []),
    ],
    [lanes, guessed, hidesRecorded, hasLive, withTraining, spec.steps, t],
  );
  const phase = useRace((race) => race.phase);
  const shownStep = hasLive || (isOurs && phase === "running") ? liveStep : spec.steps;
  const summary = useSummary(curves, "heldOut", shownStep, spec.steps);
  useSeen(whole, setSeen);
  return (
    <Card className={styles.figure} hideTitle title={t("figure.title")} aside={<FigureTransport />}>
      <div ref={whole}>
        <Curves
          cover={isOurs && <StageCover hidesLoading onAgain={begin} />}
          curves={curves}
          frame={frame}
          kind="heldOut"
          live={isOurs ? phase : null}
          origin={spec}
          scale="log"
          size="low"
          start={start}
          step={hidesRecorded ? liveStep : shownStep}
          steps={spec.steps}
          summary={summary}
        >
          <p className={`${styles.axis} soft`}>
            {t("figure.axis")} <SeedNote runs={lanes.map(({ recorded }) => recorded)} />
          </p>
        </Curves>
        <LanesPane hidesRecorded={hidesRecorded} lanes={lanes} seed={spec.seed} />
        {panes.map((pane) => (
          <PaneOf key={pane} hidesRecorded={hidesRecorded} lanes={lanes} pane={pane} spec={spec} />
        ))}
        {tasks.some(({ id }) => id === spec.task) && (
          <p className={styles.take}>
            <Link href={`/playground?${writeLink(spec)}`}>{t("figure.take")}</Link>
          </p>
        )}
      </div>
    </Card>
  );
}

function FigureTransport() {
  const { t } = useTranslation("lessons");
  const { spec } = useStep();
  const { isOurs, start, stop, reset } = useLiveStep();
  const phase = useRace((race) => race.phase);
  const backend = useRace((race) => race.backend);
  const isOnItsWay = useRace((race) => isOurs && race.phase === "paused" && race.step > 0);
  const runs = isOurs && phase === "running";
  const opens = !isOurs || phase === "loading" || phase === "idle";
  const hasFailed = isOurs && phase === "failed";
  return (
    <>
      <Transport
        drive={{ phase: runs ? "running" : "paused", play: start, pause: stop, reset }}
        labels={{ play: isOnItsWay ? t("figure.goOn") : t("figure.train", { steps: spec?.steps ?? 0 }) }}
      />
      <Badge isLive={!opens && !hasFailed}>
        {hasFailed
          ? t("figure.stopped")
          : opens || !backend
            ? t("figure.opening")
            : t("figure.live", { backend: backend.name })}
      </Badge>
    </>
  );
}

function recordedCurve({ laneStyle, recorded }: LessonLane): Curve[] {
  if (!recorded) return [];
  const { name, color, dash, marker } = laneStyle;
  return [{ name, color, dash, marker, series: seriesOf(recorded.curve), stoppedAt: null, recorded: true }];
}

function guessCurve(name: string, losses: readonly number[], steps: number): Curve {
  const points = guessShares.map((share, i) => ({
    step: share * steps,
    heldOutLoss: losses[i] ?? Number.NaN,
    score: Number.NaN,
  }));
  const series = seriesOf(points);
  return { name, color: "var(--soft)", dash: "1 6", marker: "circle", series, stoppedAt: null };
}

/** The training loss as a dotted line, drawn where held-out losses are. */
function trainingCurve(name: string, { laneStyle, run }: LessonLane): Curve[] {
  const { steps = [], losses = [] } = run?.series ?? {};
  if (steps.length === 0) return [];
  const points = steps.map((step, i) => ({ step, heldOutLoss: losses[i]!, score: Number.NaN }));
  return [
    {
      name,
      color: laneStyle.color,
      dash: "2 5",
      marker: "diamond",
      series: seriesOf(points),
      stoppedAt: null,
    },
  ];
}

/** A series of which only evaluations are known. */
function seriesOf(points: RaceFigures["curve"]): Series {
  const evaluations = points.map((point) => ({ ...point, examples: [], probes: [] }));
  return { ...emptySeries, evaluations };
}
