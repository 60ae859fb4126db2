import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Curve } from "../../charts/curve";
import { Card } from "../../components/Card";
import { type Appearance, laneAppearances, strokeDash } from "../../components/method-appearance";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import { Badge } from "../../race-view/Badge";
import { Curves } from "../../race-view/Curves";
import { type Drive, Transport } from "../../race-view/Transport";
import { useCalmRace } from "../../race-view/use-calm-race";
import { useRace } from "../../race-view/use-race";
import { useRaceDrive } from "../../race-view/use-race-drive";
import type { Series } from "../../state/race-events";
import type { Race } from "../../state/race-shape";
import type { RaceSpec } from "../../training/race-spec";
import { HomeNote } from "./HomeNote";
import styles from "./home.module.css";
import { type LiveStatus, useLiveRace } from "./live-race";
import { type RecordedRun, seriesUntil, tipAt } from "./recorded-run";
import { type Replay, useReplay } from "./replay";
import { leader } from "./summary";

const redrawMs = 250;

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

  const drive = driveOf(live, run && replay, useRaceDrive());
  const labels = { play: t("home.play"), pause: t("home.pause"), again: t("home.again") };
  return (
    <Card
      className={styles.race}
      hideTitle
      title={t("home.figure", { count: spec.lanes.length })}
      aside={
        <>
          <Transport drive={drive} labels={labels} />
          <span className={styles.axis}>{t("home.axis")}</span>
          {(hasLive || run) && (
            <Badge isLive={hasLive}>{t(hasLive ? "home.badge.live" : "home.badge.recorded")}</Badge>
          )}
        </>
      }
    >
      <Curves
        curves={curves}
        kind="heldOut"
        live={hasLive ? live : null}
        origin={spec}
        scale="log"
        size="tall"
        start={run?.lanes[0]?.evaluations[0]?.heldOutLoss ?? null}
        step={step}
        steps={spec.steps}
        summary={summary}
      >
        <p className={styles.summary}>{summary}</p>
      </Curves>
      <HomeNote hasLive={hasLive} live={live} run={run} />
    </Card>
  );
}

/** Whatever moves: the live race once it is there, until then the recording. */
function driveOf(live: LiveStatus, replay: Replay | null, { play, pause }: Drive): Drive {
  if (live === "ready") return { phase: "paused", play, pause };
  if (live === "running" || live === "paused" || live === "done") return { phase: live, play, pause };
  if (!replay) return { phase: "closed", play, pause };
  return { phase: replay.moving ? "running" : "done", play: replay.toggle, pause: replay.toggle };
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
