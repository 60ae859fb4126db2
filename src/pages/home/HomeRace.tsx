import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Curve } from "../../charts/curve";
import { LossTable } from "../../charts/LossTable";
import { Card } from "../../components/Card";
import { type Appearance, laneAppearances, strokeDash } from "../../components/method-appearance";
import { VisuallyHidden } from "../../components/VisuallyHidden";
import { recordedOn } from "../../i18n/backend-words";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { useRace } from "../../state/race";
import type { Series } from "../../state/race-events";
import type { Race } from "../../state/race-shape";
import type { RaceSpec } from "../../training/race-spec";
import { useCalmRace } from "../playground/use-calm-race";
import { HomeTransport } from "./HomeTransport";
import { type LiveStatus, useLiveRace } from "./live-race";
import { type RecordedRun, seriesUntil } from "./recorded-run";
import { useReplay } from "./replay";
import { leader } from "./summary";
import { useCalmText } from "./use-calm-text";

const LossChart = lazy(() =>
  import("../../charts/LossChart").then((chart) => ({ default: chart.LossChart })),
);

const redrawMs = 250;
const speakMs = 10_000;

export interface HomeRaceProps {
  readonly spec: RaceSpec;
  /** null where there is no recording: the live race alone is shown. */
  readonly run: RecordedRun | null;
}

/** A race that moves at once: recorded first, then computed here. */
export function HomeRace({ spec, run }: HomeRaceProps) {
  const { t } = useTranslation();
  const words = useWords();
  const numbers = useNumbers();
  const [still] = useState(() => matchMedia("(prefers-reduced-motion: reduce)").matches);
  const live = useLiveRace(spec, !still);
  const hasLive = live === "running" || live === "paused" || live === "done";
  const replay = useReplay(spec.steps, still || run === null, hasLive);
  const [lanes, liveStep] = useCalmRace(selectRuns, redrawMs);
  const total = useRace((race) => race.info?.total);
  const backend = useRace((race) => race.backend);

  const names = useMemo(() => spec.lanes.map(({ method }) => words.method(method).short), [spec, words]);
  const recorded = useMemo(
    () => run?.lanes.map((lane) => seriesUntil(lane, replay.step)) ?? [],
    [run, replay.step],
  );
  const current = useMemo(
    () => (hasLive ? lanes.map((lane) => lane.series) : recorded),
    [hasLive, lanes, recorded],
  );
  const curves = useMemo(() => {
    const looks = laneAppearances(spec.lanes.map(({ method }) => method));
    const draw = (series: readonly Series[], isRecorded: boolean) =>
      series.map((one, i) => toCurve(names[i] ?? "", looks[i], one, isRecorded));
    return hasLive ? [...draw(recorded, true), ...draw(current, false)] : draw(recorded, true);
  }, [spec, names, recorded, current, hasLive]);

  const step = hasLive ? liveStep : Math.round(replay.step);
  const ahead = leader(current, step);
  const place = {
    step: numbers.count(step),
    steps: numbers.count(spec.steps),
    total: numbers.count((hasLive ? total : run?.total) ?? total ?? 0),
  };
  const trained = ahead && (hasLive ? lanes[ahead.lane]?.state?.trained : run?.lanes[ahead.lane]?.trained);
  const summary = ahead
    ? t("home.summary", {
        ...place,
        method: names[ahead.lane],
        score: numbers.score(ahead.score),
        trained: numbers.count(trained ?? 0),
      })
    : t("home.summaryStart", place);
  // A recording is not news: only the live race is read out.
  const spoken = useCalmText(hasLive ? summary : "", speakMs);

  return (
    <Card
      className="home-race"
      hideTitle
      title={t("home.figure", { count: spec.lanes.length })}
      aside={
        <>
          <HomeTransport live={live} replay={replay} />
          <span className="home-axis">{t("home.axis")}</span>
          <span className={`badge ${hasLive ? "badge-live" : ""}`}>
            {t(`home.badge.${badge(live, hasLive)}`)}
          </span>
        </>
      }
    >
      <div className="home-chart">
        <Suspense>
          <LossChart
            curves={curves}
            kind="heldOut"
            origin={spec}
            scale="log"
            start={run?.lanes[0]?.evaluations[0]?.heldOutLoss ?? null}
            step={step}
            steps={spec.steps}
            summary={summary}
          />
        </Suspense>
      </div>
      <p className="home-summary">{summary}</p>
      <VisuallyHidden as="div">
        <p aria-live="polite">{spoken}</p>
      </VisuallyHidden>
      {/* The tip of a recorded line lies between two evaluations: it is drawn, but it is no measurement. */}
      <LossTable curves={curves} kind="heldOut" step={hasLive ? liveStep : Math.floor(replay.step)} />
      <p className="home-note">
        <span>
          {run
            ? t("home.recordedNote", { backend: recordedOn(run.made.backend, t), date: run.made.date })
            : t("home.missing")}
        </span>
        <span>
          {hasLive && backend
            ? t("home.liveNote", { backend: t(`backend.names.${backend.name}`) })
            : t(`home.${pendingNote(live)}`)}
        </span>
      </p>
    </Card>
  );
}

function selectRuns({ lanes, step }: Race) {
  return [lanes, step] as const;
}

function toCurve(name: string, look: Appearance | undefined, series: Series, recorded: boolean): Curve {
  return {
    name,
    color: look?.color ?? "var(--ink)",
    dash: look && strokeDash(look),
    marker: look?.marker ?? "circle",
    series,
    stoppedAt: null,
    recorded,
  };
}

function badge(live: LiveStatus, hasLive: boolean): "live" | "recorded" {
  return hasLive && live !== "failed" ? "live" : "recorded";
}

function pendingNote(live: LiveStatus): "livePending" | "liveReady" | "liveFailed" | "ownRace" {
  if (live === "elsewhere") return "ownRace";
  if (live === "failed") return "liveFailed";
  return live === "ready" ? "liveReady" : "livePending";
}
