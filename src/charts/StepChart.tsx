import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { type Domain, ticks } from "./axis";
import styles from "./step-chart.module.css";

/** A line of a chart; its points in the order of x. Name and look are given. */
export interface StepLine {
  readonly name: string;
  /** A CSS colour: "var(--hue-blue)". */
  readonly color: string;
  /** Lengths for stroke-dasharray; undefined: a solid line. */
  readonly dash?: string;
  /** Points are marked, where there are few. */
  readonly hasDots?: boolean;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface StepChartProps {
  readonly lines: readonly StepLine[];
  /** The whole of the x axis, also where no line is yet. */
  readonly x: Domain;
  readonly xLabel: string;
  readonly yLabel: string;
  /** What is to be seen, in words. Shown in place of the chart where nothing is to be seen yet. */
  readonly summary: string;
}

const margin = { top: 8, right: 14, bottom: 4, left: 0 };
const axisWidth = 44;
const axisHeight = 26;

/** Some values over steps, or over anything that grows: a line each, the y axis fitted to them and to 0. */
export function StepChart({ lines, x, xLabel, yLabel, summary }: StepChartProps) {
  const values = lines.flatMap(({ points }) => points.map(({ y }) => y)).filter(Number.isFinite);
  const isEmpty = lines.every(({ points, hasDots }) => points.length < (hasDots ? 1 : 2));
  const y: Domain = [Math.min(0, ...values), Math.max(1, ...values)];
  return (
    <figure aria-label={summary} className={styles.figure} role="img">
      <figcaption className={styles.label}>{yLabel}</figcaption>
      <div className={styles.canvas}>
        {isEmpty ? (
          <p className={styles.empty}>{summary}</p>
        ) : (
          <ResponsiveContainer height="100%" width="100%">
            <LineChart accessibilityLayer={false} margin={margin}>
              <CartesianGrid horizontal stroke="var(--line)" vertical={false} />
              <XAxis
                allowDataOverflow
                axisLine={{ stroke: "var(--line)" }}
                dataKey="x"
                domain={[...x]}
                height={axisHeight}
                niceTicks="none"
                tickLine={false}
                ticks={[...ticks(x, "linear", 5)]}
                type="number"
              />
              <YAxis
                allowDataOverflow
                axisLine={false}
                domain={[...y]}
                niceTicks="none"
                tickLine={false}
                ticks={[...ticks(y, "linear", 4)]}
                type="number"
                width={axisWidth}
              />
              {lines.map(({ name, color, dash, hasDots, points }) => (
                <Line
                  key={name}
                  activeDot={false}
                  data={[...points]}
                  dataKey="y"
                  dot={
                    hasDots ? { fill: color, r: 3, stroke: "var(--card)", strokeDasharray: "none" } : false
                  }
                  isAnimationActive={false}
                  stroke={color}
                  strokeDasharray={dash ?? "none"}
                  strokeLinecap="round"
                  strokeWidth={2}
                  type="linear"
                />
              ))}
            </LineChart>
          </ResponsiveContainer>
        )}
      </div>
      <p aria-hidden className={styles.under}>
        {xLabel}
      </p>
    </figure>
  );
}
