import { useTranslation } from "react-i18next";
import { Symbols, usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import { useNumbers } from "../i18n/numbers";
import styles from "./charts.module.css";
import { type Curve, curveKey, lossPoints } from "./curve";
import { nameSize, useLossPicture } from "./loss-picture";
import { placeLabels } from "./place-labels";
import { textWidth } from "./text-width";

const labelGap = 17;

/** What lies over the lines of a loss chart: where the race is, a mark and a name at each line's end, the pointer. */
export function LossOverlay() {
  const { curves, drawn, isTraining, step, steps, pointed, isNarrow, right } = useLossPicture();
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!plot || !xScale || !yScale) return null;
  const bottom = plot.y + plot.height;
  const labels = curves.flatMap((curve, i) => {
    const end = drawn[i]?.at(-1);
    const x = end && xScale(end.x);
    const y = end && yScale(end.y);
    if (!end || x === undefined || y === undefined) return [];
    if (curve.recorded && curves.some(({ name, recorded }) => !recorded && name === curve.name)) return [];
    // A line may be drawn beyond what was measured; the number beside its name never is.
    const loss = curve.tip && !isTraining ? lossPoints(curve, "heldOut").ys.at(-1) : end.y;
    const value = curve.stoppedAt !== null ? t("chart.stopped") : isNarrow ? "" : numbers.loss(loss ?? end.y);
    return [{ curve, text: `${curve.name} ${value}`, x, y: Math.max(plot.y, Math.min(bottom, y)) }];
  });
  const heights = placeLabels(
    labels.map(({ y }) => y),
    labelGap,
    plot.y + 6,
    bottom - 4,
  );
  const now = xScale(step);
  const changes = rateChanges(curves, steps);
  // Names are compared at a glance, so they are in one column: right of every line, also of one that has no name.
  const ends = drawn.map((points) => xScale(points.at(-1)?.x ?? 0) ?? 0);
  const column = Math.max(...ends, 0) + 14;
  return (
    <g>
      {now !== undefined && step > 0 && (
        <g>
          <path className={styles.lossNow} d={`M${now} ${plot.y}V${bottom}`} />
          <text className={styles.lossStep} textAnchor="middle" x={Math.max(plot.x + 20, now)} y={plot.y - 9}>
            {t("chart.atStep", { step: numbers.count(step) })}
          </text>
        </g>
      )}
      {pointed !== null && (
        <path className={styles.lossPointer} d={`M${xScale(pointed)} ${plot.y}V${bottom}`} />
      )}
      {changes.map(({ curve, step, learningRate, place }) => (
        <path
          key={`${curveKey(curve)} ${step}`}
          className={styles.lossChange}
          d={`M${xScale(step)} ${bottom - 12 * place}v-11`}
          style={{ color: curve.color }}
        >
          <title>{t("summary.rateChange", { name: curve.name, rate: learningRate, step })}</title>
        </path>
      ))}
      {labels.map(({ curve, text, x, y }, i) => (
        <g key={curveKey(curve)} style={{ color: curve.color }}>
          <path className={styles.lossLeader} d={`M${x + 5} ${y}L${column - 4} ${heights[i]}`} />
          <Symbols
            cx={x}
            cy={y}
            fill={curve.recorded ? "var(--card)" : "currentColor"}
            size={54}
            stroke={curve.recorded ? "currentColor" : "var(--card)"}
            strokeWidth={curve.recorded ? 1.5 : 1}
            type={curve.marker}
          />
          {/* A name that is longer than its room begins further left rather than ending outside. */}
          <text
            className={styles.lossName}
            dominantBaseline="central"
            x={Math.min(column, right - textWidth(text.trim(), nameSize))}
            y={heights[i]}
          >
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Every change of a rate inside the race; `place` counts those at the same step, so that they stand on each other. */
function rateChanges(curves: readonly Curve[], steps: number) {
  const all = curves.flatMap((curve) => (curve.rateChanges ?? []).map((change) => ({ curve, ...change })));
  return all
    .filter(({ step }) => step < steps)
    .map((change, i, shown) => ({
      ...change,
      place: shown.slice(0, i).filter(({ step }) => step === change.step).length,
    }));
}
