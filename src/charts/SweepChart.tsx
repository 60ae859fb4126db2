import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { lossDomain, ticks } from "./axis";
import { SweepMarks } from "./SweepMarks";
import styles from "./scatter.module.css";
import type { SweepChartProps } from "./swept-curve";

const margin = { top: 26, right: 14, bottom: 0, left: 0 };
const axisWidth = 44;
const axisHeight = 46;

/** Held-out loss over the learning rate, a line a method, each with a mark at its own best. Both axes are logarithmic. */
export function SweepChart({ curves, rate, xLabel, yLabel, summary }: SweepChartProps) {
  const rates = [rate, ...curves.flatMap(({ losses }) => losses.map((one) => one.rate))];
  const losses = curves.flatMap((curve) => curve.losses.map(({ loss }) => loss));
  const x = [Math.min(...rates) / 1.3, Math.max(...rates) * 1.3] as const;
  const y = lossDomain(losses, Math.max(...losses), "log");
  return (
    <div aria-label={summary} className={`${styles.picture} ${styles.sweepPicture}`} role="img">
      <div className={styles.canvas}>
        <ResponsiveContainer height="100%" width="100%">
          <LineChart accessibilityLayer={false} margin={margin}>
            <CartesianGrid horizontal stroke="var(--line)" vertical={false} />
            <XAxis
              allowDataOverflow
              axisLine={{ stroke: "var(--line)" }}
              dataKey="rate"
              domain={[...x]}
              height={axisHeight}
              niceTicks="none"
              scale="log"
              tickLine={false}
              ticks={[...ticks(x, "log", 4)]}
              type="number"
            />
            <YAxis
              allowDataOverflow
              axisLine={false}
              domain={[...y]}
              niceTicks="none"
              scale="log"
              tickLine={false}
              ticks={[...ticks(y, "log", 4)]}
              type="number"
              width={axisWidth}
            />
            {curves.map((curve) => (
              <Line
                key={curve.name}
                activeDot={false}
                data={[...curve.losses]}
                dataKey="loss"
                dot={false}
                isAnimationActive={false}
                stroke={curve.color}
                strokeDasharray={curve.dash ?? "none"}
                strokeLinecap="round"
                strokeWidth={2}
                type="linear"
              />
            ))}
            <SweepMarks curves={curves} rate={rate} xLabel={xLabel} yLabel={yLabel} />
          </LineChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}
