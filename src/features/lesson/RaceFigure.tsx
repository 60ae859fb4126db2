import { Pause, Play, RotateCcw } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Curve } from "../../charts/curve";
import { LossTable } from "../../charts/LossTable";
import type { RaceFigures } from "../../claims/figures";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { part } from "../../components/part";
import { useWords } from "../../i18n/words";
import type { Pane } from "../../lessons/lesson";
import { imported } from "../../lib/imported";
import { failureText } from "../../race-view/failure-text";
import { curvesOf } from "../../race-view/use-lanes";
import { useRace } from "../../race-view/use-race";
import { useSummary } from "../../race-view/use-summary";
import { writeLink } from "../../state/link";
import { emptySeries, type Series } from "../../state/race-events";
import type { RaceSpec } from "../../training/race-spec";
import { guessedLosses, guessShares } from "./guess";
import { LanesPane } from "./LanesPane";
import { PaneOf } from "./Panes";
import { useLiveStep, useStep } from "./step-context";
import { type LessonLane, useLessonLanes } from "./use-lesson-lanes";
import { useThrottled } from "./use-throttled";
import "./lesson-figure.css";

const LossChart = part(() =>
  imported(() => import("../../charts/LossChart")).then((chart) => chart.LossChart),
);
const redrawMs = 250;

export interface RaceFigureProps {
  readonly spec: RaceSpec;
  readonly panes: readonly Pane[];
}

/** The live race of a step: transport, curves, lanes and what the step wants to show beneath. */
export function RaceFigure({ spec, panes }: RaceFigureProps) {
  const { isOurs, start: begin, setSeen } = useLiveStep();
  const { t } = useTranslation(["lessons", "playground", "app"]);
  const { figures, step, sketch, guess, isAnswered } = useStep();
  const frame = useRef<HTMLDivElement>(null);
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
      ...(guessed ? [guessCurve(t("lessons:predict.yours"), guessed, spec.steps)] : []),
      ...(hidesRecorded ? [] : lanes.flatMap(recordedCurve)),
      ...(hasLive
        ? curvesOf(
            lanes.map(({ look }) => look),
            lanes.map(({ run }) => run),
          )
        : []),
    ],
    [lanes, guessed, hidesRecorded, hasLive, spec.steps, t],
  );
  const runs = useRace((race) => isOurs && race.phase === "running");
  const shownStep = hasLive || runs ? liveStep : spec.steps;
  const summary = useSummary(curves, "heldOut", shownStep, spec.steps);
  useSeen(frame, setSeen);
  return (
    <Card className="lesson-figure" hideTitle title={t("lessons:figure.title")} aside={<FigureTransport />}>
      <div ref={frame} className="lesson-chart">
        <LossChart
          curves={curves}
          kind="heldOut"
          origin={spec}
          scale="log"
          start={start}
          step={hidesRecorded ? liveStep : shownStep}
          steps={spec.steps}
          summary={summary}
        />
        {isOurs && <FigureFailure onAgain={begin} />}
      </div>
      <p className="lesson-axis soft">{t("lessons:figure.axis")}</p>
      <LossTable curves={curves} kind="heldOut" step={shownStep} />
      <LanesPane hidesRecorded={hidesRecorded} lanes={lanes} />
      {panes.map((pane) => (
        <PaneOf key={pane} hidesRecorded={hidesRecorded} lanes={lanes} pane={pane} spec={spec} />
      ))}
      <p className="lesson-take">
        <Link href={`/playground?${writeLink(spec)}`}>{t("lessons:figure.take")}</Link>
      </p>
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
  return (
    <>
      <Button
        className="transport-play"
        icon={runs ? <Pause aria-hidden size={15} /> : <Play aria-hidden size={15} />}
        variant="primary"
        onPress={runs ? stop : start}
      >
        {runs
          ? t("figure.pause")
          : isOnItsWay
            ? t("figure.goOn")
            : t("figure.train", { steps: spec?.steps ?? 0 })}
      </Button>
      <Button icon={<RotateCcw aria-hidden size={15} />} onPress={reset}>
        {t("figure.reset")}
      </Button>
      <span className={`badge ${opens ? "" : "badge-live"}`}>
        {opens || !backend ? t("figure.opening") : t("figure.live", { backend: backend.name })}
      </span>
    </>
  );
}

function FigureFailure({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation(["playground", "app"]);
  const words = useWords();
  const phase = useRace((race) => race.phase);
  const failure = useRace((race) => race.failure);
  if (phase !== "failed" || !failure) return null;
  return (
    <div className="lesson-failure" role="alert">
      <p>{failureText(failure, t, words)}</p>
      <Button onPress={onAgain}>{t("stage.again")}</Button>
    </div>
  );
}

function useSeen(frame: React.RefObject<HTMLElement | null>, onSeen: (seen: boolean) => void): void {
  useEffect(() => {
    if (!frame.current) return;
    let inView = true;
    const tell = (): void => onSeen(inView && !document.hidden);
    const observer = new IntersectionObserver((entries) => {
      inView = entries.at(-1)?.isIntersecting ?? true;
      tell();
    });
    observer.observe(frame.current);
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => {
      observer.disconnect();
      document.removeEventListener("visibilitychange", tell);
    };
  }, [frame, onSeen]);
}

function recordedCurve({ look, recorded }: LessonLane): Curve[] {
  if (!recorded) return [];
  const { name, color, dash, marker } = look;
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

/** A series of which only evaluations are known. */
function seriesOf(points: RaceFigures["curve"]): Series {
  const evaluations = points.map((point) => ({ ...point, examples: [], probes: [] }));
  return { ...emptySeries, evaluations };
}
