import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useNumbers } from "../i18n/numbers";
import { AxisTick } from "./AxisTick";
import { ShareMarks } from "./ShareMarks";
import { type ShareCurveProps, shareLook, shareTicks } from "./share-curve";
import styles from "./share-curve.module.css";

const margin = { top: 12, right: 16, bottom: 4, left: 0 };

/** Shares answered right over a setting: a line each with its band, what was recorded behind it, the chance line. */
export function ShareCurve({ lines, axis, domain, label, chance, ideal, summary }: ShareCurveProps) {
  const numbers = useNumbers();
  const writeX = (x: number): string => (axis === "wrong" ? numbers.score(x / 100) : numbers.compact(x));
  return (
    <div aria-label={summary} className={styles.picture} role="img">
      <div className={styles.canvas}>
        <ResponsiveContainer height="100%" width="100%">
          <LineChart accessibilityLayer={false} margin={margin}>
            <CartesianGrid horizontal stroke="var(--line)" vertical={false} />
            <XAxis
              allowDataOverflow
              axisLine={{ stroke: "var(--line)" }}
              dataKey="x"
              domain={[...domain]}
              height={24}
              niceTicks="none"
              padding={{ left: 10, right: 10 }}
              tick={AxisTick}
              tickFormatter={writeX}
              tickLine={false}
              ticks={[...shareTicks(axis, domain)]}
              type="number"
            />
            <YAxis
              allowDataOverflow
              axisLine={false}
              domain={[0, 1]}
              niceTicks="none"
              tick={AxisTick}
              tickFormatter={(share: number) => numbers.score(share)}
              tickLine={false}
              ticks={[0, 0.25, 0.5, 0.75, 1]}
              type="number"
              width={48}
            />
            <ShareMarks chance={chance} ideal={ideal} lines={lines} />
            {lines.map(({ name, points }, i) => (
              <Line
                key={name}
                activeDot={false}
                data={[...points]}
                dataKey="share"
                dot={false}
                isAnimationActive={false}
                stroke={shareLook(i).color}
                strokeDasharray={shareLook(i).dash}
                strokeWidth={2.4}
                type="linear"
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <p aria-hidden className={styles.label}>
        {label}
      </p>
    </div>
  );
}
