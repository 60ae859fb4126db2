import { type CSSProperties, memo } from "react";
import { useTranslation } from "react-i18next";
import { Symbols } from "recharts";
import type { Scale } from "../../charts/axis";
import { ParameterBar } from "../../charts/ParameterBar";
import { Button } from "../../components/Button";
import { Popover } from "../../components/Popover";
import { useNumbers } from "../../i18n/numbers";
import { useWords } from "../../i18n/words";
import type { Count } from "../../methods/method";
import { laneSettings } from "../../race-view/lane-names";
import type { LaneStyle } from "../../race-view/use-lane-styles";
import { useRace, useRaceStore } from "../../race-view/use-race";
import { replaceLane } from "../../state/draft";
import type { StopReason } from "../../training/objectives/objective";
import { limits, rateAt, withRate } from "../../training/race-spec";
import { LaneSettings } from "./LaneSettings";
import styles from "./lanes.module.css";

export interface LaneRowProps {
  readonly lane: number;
  readonly laneStyle: LaneStyle;
  readonly count: Count;
  readonly total: number;
  readonly most: number;
  readonly scale: Scale;
  /** Whether its settings are open; tells which lane is to be open from now on. */
  readonly isOpen: boolean;
  readonly onOpenChange: (lane: number | null) => void;
}

/** One lane in the list. */
export const LaneRow = memo(function LaneRow({
  lane,
  laneStyle,
  count,
  total,
  most,
  scale,
  isOpen,
  onOpenChange,
}: LaneRowProps) {
  const { t } = useTranslation("playground");
  const words = useWords();
  const hasTwin = useRace(
    ({ draft }) => draft.lanes.filter(({ method }) => method === laneStyle.spec.method).length > 1,
  );
  return (
    <li className={styles.lane} style={{ "--lane": laneStyle.color } as CSSProperties}>
      <svg aria-hidden className={styles.mark} height={14} viewBox="0 0 30 14" width={30}>
        <path d="M0 7H30" stroke="currentColor" strokeDasharray={laneStyle.dash} strokeWidth={2.5} />
        <Symbols cx={15} cy={7} fill="currentColor" size={60} type={laneStyle.marker} />
      </svg>
      <div className={styles.name}>
        <Popover
          isOpen={isOpen}
          placement="left top"
          title={t("lane.title", { name: laneStyle.name })}
          trigger={
            <Button
              className={styles.nameButton}
              label={t("lane.change", { name: laneStyle.name })}
              variant="quiet"
            >
              {hasTwin ? laneStyle.name : words.method(laneStyle.spec.method).name}
            </Button>
          }
          onOpenChange={(open) => onOpenChange(open ? lane : null)}
        >
          <LaneSettings lane={lane} />
        </Popover>
        <span className={styles.settings}>{laneSettings(laneStyle.spec, words, t("rate.short"))}</span>
      </div>
      <LaneScore lane={lane} />
      <div className={styles.bar}>
        <ParameterBar kept={count.kept} most={most} scale={scale} trained={count.trained} />
      </div>
      <LaneCounts count={count} lane={lane} total={total} />
    </li>
  );
});

/** What changes while it trains stands apart, so that name, settings and bar are not drawn anew at every evaluation. */
function LaneScore({ lane }: { readonly lane: number }) {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const score = useRace((race) => race.lanes[lane]?.series.evaluations.at(-1)?.score);
  const hasStopped = useRace((race) => (race.lanes[lane]?.state?.stoppedAt ?? null) !== null);
  return (
    <span className={styles.score}>
      <span className="visually-hidden">{t("lane.score")} </span>
      {hasStopped ? "✕" : score === undefined ? "–" : numbers.score(score)}
    </span>
  );
}

function LaneCounts({ lane, count, total }: Pick<LaneRowProps, "lane" | "count" | "total">) {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const state = useRace((race) => race.lanes[lane]?.state);
  const head = useRace((race) => race.lanes[lane]?.state?.head ?? 0);
  const { stoppedAt = null, stopReason = null } = state ?? {};
  if (stoppedAt !== null && stopReason !== null)
    return <Stopped lane={lane} reason={stopReason} step={stoppedAt} />;
  return (
    <p className={styles.counts}>
      <span>
        {t("lane.trained", { value: numbers.count(count.trained) })}
        {count.kept !== count.trained && ` · ${t("lane.kept", { value: numbers.count(count.kept) })}`}
        {head > 0 && ` · ${t("lane.head", { value: numbers.count(head) })}`}
      </span>
      <span>{numbers.share(count.trained / total)}</span>
    </p>
  );
}

interface StoppedProps {
  readonly lane: number;
  readonly reason: StopReason;
  readonly step: number;
}

/** A lane that ended early: when and why, and the way out. */
function Stopped({ lane, reason, step }: StoppedProps) {
  const store = useRaceStore();
  const { t } = useTranslation(["playground", "app"]);
  const spec = useRace((race) => race.lanes[lane]?.spec);
  if (!spec) return null;
  // The step that failed was made with the rate of the step before it.
  const rate = Number((rateAt(spec, step - 1) / 10).toPrecision(3));
  const lower = Math.max(limits.learningRate.min, rate);
  const retry = (): void => {
    const { draft, configure, reset } = store.getState();
    configure(replaceLane(draft, lane, withRate(spec, 0, lower)));
    // Where the draft says so already, nothing was opened anew.
    if (store.getState().draft === draft) void reset();
  };
  return (
    <p className={`${styles.counts} ${styles.stopped}`} role="alert">
      <span>{t(`app:stopped.${reason}`, { step })}</span>
      <button className={styles.linkButton} type="button" onClick={retry}>
        {t("lane.lower", { rate: lower })}
      </button>
    </p>
  );
}
