import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../../i18n/numbers";
import { useCalmRace } from "../../race-view/use-calm-race";
import { useLaneStyles } from "../../race-view/use-lane-styles";
import type { Race } from "../../state/race-shape";
import styles from "./inspect.module.css";
import type { TrapPair } from "./traps";
import { useStops } from "./use-stops";

const redrawMs = 400;

/** Held-out loss of the sound lane and the trapped one, at the start and now, below that of the base. */
export function TrapLosses({ pair }: { readonly pair: TrapPair }) {
  const { t } = useTranslation("inspect");
  const numbers = useNumbers();
  const laneStyles = useLaneStyles();
  const stops = useStops();
  const [base, ...runs] = useCalmRace(selectLosses, redrawMs);
  const write = (loss: number | undefined): string => (loss === undefined ? "–" : numbers.loss(loss));
  const rows = [pair.sound, pair.trapped].flatMap((lane) => {
    const laneStyle = laneStyles[lane];
    return laneStyle ? [{ lane, laneStyle, losses: runs[lane]?.split(" ").map(Number) ?? [] }] : [];
  });
  return (
    <dl className={styles.trapLosses}>
      <div>
        <dt>{t("traps.base")}</dt>
        <dd>{base === undefined ? "–" : write(Number(base))}</dd>
      </div>
      {rows.map(({ lane, laneStyle, losses }) => (
        <div key={lane} style={{ "--lane": laneStyle.color } as CSSProperties}>
          <dt>
            <span className={styles.mergeName}>{laneStyle.name}</span>
          </dt>
          <dd>
            {write(losses[0])} → {(stops[lane] ?? null) === null ? write(losses[1]) : "✕"}
            {(stops[lane] ?? null) !== null && (
              <small className="soft"> {t("stoppedShort", { step: numbers.count(stops[lane] ?? 0) })}</small>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The base's loss, then "first last" of each lane: as texts, so that what is the same is seen to be the same. */
function selectLosses({ info, lanes }: Race): readonly (string | undefined)[] {
  return [
    info ? String(info.base.heldOutLoss) : undefined,
    ...lanes.map(({ series: { evaluations } }) => {
      const [first, last] = [evaluations[0], evaluations.at(-1)];
      return first && last ? `${first.heldOutLoss} ${last.heldOutLoss}` : undefined;
    }),
  ];
}
