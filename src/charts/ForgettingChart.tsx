import { useTranslation } from "react-i18next";
import { useNumbers } from "../i18n/numbers";
import type { ForgettingMeasure } from "../state/forgetting";
import type { ProbeResult } from "../worker/api";
import { barShare } from "./bar-share";
import styles from "./charts.module.css";
import { Meter } from "./Meter";
import { skillRows } from "./skill-rows";
import { TableTwin } from "./TableTwin";

export interface ForgettingLane {
  readonly name: string;
  readonly color: string;
  readonly probes: readonly ProbeResult[];
}

export interface ForgettingChartProps {
  /** What the base could before, the mark every bar is held against. */
  readonly base: readonly ProbeResult[];
  readonly lanes: readonly ForgettingLane[];
  readonly measure: ForgettingMeasure;
  /** The skill in words. */
  readonly nameOf: (probe: string) => string;
}

/** What each lane still knows of the skills the base had: a bar a lane, a mark where the base stood. */
export function ForgettingChart({ base, lanes, measure, nameOf }: ForgettingChartProps) {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const rows = skillRows(
    base,
    lanes.map(({ probes }) => probes),
    measure,
  );
  const write = (value: number | undefined): string =>
    value === undefined ? "–" : measure === "exact" ? numbers.score(value) : numbers.loss(value);
  const all = [...base, ...lanes.flatMap(({ probes }) => probes)].map((probe) => probe[measure]);
  const most = measure === "exact" ? 1 : Math.max(1, ...all.filter(Number.isFinite));
  const shareOf = (value: number): number => barShare(value, most, "linear");
  return (
    <div className={styles.forgetting}>
      {rows.map(({ id, before, now }) => (
        <div key={id} aria-hidden className={styles.forgettingProbe}>
          <span>{nameOf(id)}</span>
          <div className={styles.forgettingBars}>
            {lanes.map(({ name, color }, lane) => (
              <div
                key={name}
                className={styles.forgettingRow}
                style={{ "--lane": color } as React.CSSProperties}
              >
                <Meter mark={shareOf(before)} share={shareOf(now[lane] ?? 0)} />
                <span>{write(now[lane])}</span>
              </div>
            ))}
          </div>
        </div>
      ))}
      <TableTwin
        caption={t(measure === "exact" ? "forgot.tableExact" : "forgot.tableLoss")}
        columns={[t("forgot.skill"), t("forgot.base"), ...lanes.map(({ name }) => name)]}
        rows={rows.map(({ id, before, now }) => [nameOf(id), write(before), ...now.map(write)])}
      />
    </div>
  );
}
