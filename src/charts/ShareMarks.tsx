import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import { type ShareCurveProps, type SharePoint, shareLook } from "./share-curve";
import styles from "./share-curve.module.css";

/** More points than this are a line without dots. */
const mostDots = 12;

type At = (x: number, share: number) => string;

/** What the lines are drawn over: their dots and bands, what was recorded, the ideal reader, the chance line. */
export function ShareMarks({ lines, chance, ideal }: Pick<ShareCurveProps, "lines" | "chance" | "ideal">) {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!plot || !xScale || !yScale) return null;
  const at: At = (x, share) => `${xScale(x) ?? 0} ${yScale(share) ?? 0}`;
  const height = yScale(chance) ?? 0;
  return (
    <g>
      {lines.map(({ name, points, recorded }, i) => (
        <g key={name} style={{ color: shareLook(i).color }}>
          <path className={styles.recordedBand} d={bandPath(recorded, at)} />
          <path className={styles.recorded} d={linePath(recorded, at)} />
          {recorded.map(({ x, share }, point) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two points may be at one place
            <circle key={point} className={styles.recordedDot} cx={xScale(x)} cy={yScale(share)} r={3} />
          ))}
          <path className={styles.band} d={bandPath(points, at)} />
          {points.length <= mostDots &&
            points.map(({ x, share }, point) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two points may be at one place
              <circle key={point} cx={xScale(x)} cy={yScale(share)} fill="currentColor" r={4} />
            ))}
          {points.length === 1 && <path className={styles.whisker} d={whiskerPath(points, at)} />}
        </g>
      ))}
      {ideal && <path className={styles.ideal} d={linePath(ideal, at)} />}
      <path className={styles.chance} d={`M${plot.x} ${height}h${plot.width}`} />
    </g>
  );
}

function linePath(points: readonly { readonly x: number; readonly share: number }[], at: At): string {
  return points.map(({ x, share }, i) => `${i === 0 ? "M" : "L"}${at(x, share)}`).join("");
}

function bandPath(points: readonly SharePoint[], at: At): string {
  if (points.length < 2) return "";
  const above = points.map(({ x, high }) => at(x, high));
  const below = points.map(({ x, low }) => at(x, low)).reverse();
  return `M${[...above, ...below].join("L")}Z`;
}

function whiskerPath(points: readonly SharePoint[], at: At): string {
  return points.map(({ x, low, high }) => `M${at(x, low)}L${at(x, high)}`).join("");
}
