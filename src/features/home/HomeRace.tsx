import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Curve } from "../../charts/curve";
import { LossTable } from "../../charts/LossTable";
import { Card } from "../../components/Card";
import { type Appearance, laneAppearances, strokeDash } from "../../components/method-appearance";
import { part } from "../../components/part";
import { VisuallyHidden } from "../../components/VisuallyHidden";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { imported } from "../../lib/imported";
import { useCalmRace } from "../../race-view/use-calm-race";
import { useRace } from "../../race-view/use-race";
import type { Series } from "../../state/race-events";
import type { Race } from "../../state/race-shape";
import type { RaceSpec } from "../../training/race-spec";
import { HomeNote } from "./HomeNote";
import { HomeTransport } from "./HomeTransport";
import { useLiveRace } from "./live-race";
import { type RecordedRun, seriesUntil, tipAt } from "./recorded-run";
import { useReplay } from "./replay";
import { leader } from "./summary";
import { useCalmText } from "./use-calm-text";

const LossChart = part(() =>
  imported(() => import("../../charts/LossChart")).then((chart) => chart.LossChart),
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
  const replay = useReplay(spec.steps, still || run === null, hasLive || live === "ready");
  /** The tip of a recorded line moves between two steps: nothing was measured there. */
  const recordedStep = run ? Math.floor(replay.step) : 0;
  const [lanes, liveStep] = useCalmRace(selectRuns, redrawMs);
  const liveTotal = useRace((race) => race.info?.total);

  const names = useMemo(() => spec.lanes.map(({ method }) => words.method(method).short), [spec, words]);
  const recorded = useMemo(
    () => run?.lanes.map((lane) => seriesUntil(lane, recordedStep)) ?? [],
    [run, recordedStep],
  );
  const current = useMemo(
    () => (hasLive ? lanes.map((lane) => lane.series) : recorded),
    [hasLive, lanes, recorded],
  );
  const curves = useMemo(() => {
    const looks = laneAppearances(spec.lanes.map(({ method }) => method));
    const draw = (series: readonly Series[], isRecorded: boolean) =>
      series.map((one, i) => toCurve(names[i] ?? "", looks[i], one, isRecorded));
    const past = draw(recorded, true).map((curve, i) => {
      const lane = run?.lanes[i];
      return lane ? { ...curve, tip: tipAt(lane, replay.step) } : curve;
    });
    return hasLive ? [...past, ...draw(current, false)] : past;
  }, [spec, names, run, replay.step, recorded, current, hasLive]);

  const step = hasLive ? liveStep : recordedStep;
  const ahead = leader(current, step);
  const total = hasLive ? liveTotal : run?.total;
  const place = { step: numbers.count(step), steps: numbers.count(spec.steps) };
  const trained = ahead && (hasLive ? lanes[ahead.lane]?.state?.trained : run?.lanes[ahead.lane]?.trained);
  const summary =
    total === undefined
      ? t("home.alone.summaryStart", place)
      : ahead
        ? t("home.summary", {
            ...place,
            method: names[ahead.lane],
            score: numbers.score(ahead.score),
            trained: numbers.count(trained ?? 0),
            total: numbers.count(total),
          })
        : t("home.summaryStart", { ...place, total: numbers.count(total) });
  // A recording is not news: only the live race is read out.
  const spoken = useCalmText(hasLive ? summary : "", speakMs);

  return (
    <Card
      className="home-race"
      hideTitle
      title={t("home.figure", { count: spec.lanes.length })}
      aside={
        <>
          <HomeTransport live={live} replay={run && replay} />
          <span className="home-axis">{t("home.axis")}</span>
          {(hasLive || run) && (
            <span className={`badge ${hasLive ? "badge-live" : ""}`}>
              {t(hasLive ? "home.badge.live" : "home.badge.recorded")}
            </span>
          )}
        </>
      }
    >
      <div className="home-chart">
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
      </div>
      <p className="home-summary">{summary}</p>
      <VisuallyHidden as="div">
        <p aria-live="polite">{spoken}</p>
      </VisuallyHidden>
      <LossTable curves={curves} kind="heldOut" step={step} />
      <HomeNote hasLive={hasLive} live={live} run={run} />
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
