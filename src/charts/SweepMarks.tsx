import { Symbols, usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import styles from "./scatter.module.css";
import type { SweepChartProps } from "./swept-curve";

/** What lies on the lines of a sweep: the mark of each method's own rate, and the rate that is asked about. */
export function SweepMarks({ curves, rate, xLabel, yLabel }: Omit<SweepChartProps, "summary">) {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!plot || !xScale || !yScale) return null;
  const bottom = plot.y + plot.height;
  const asked = xScale(rate);
  return (
    <g>
      <text x={4} y={plot.y - 14}>
        {yLabel}
      </text>
      <text textAnchor="end" x={plot.x + plot.width} y={bottom + 40}>
        {xLabel}
      </text>
      {asked !== undefined && <path className={styles.sweepAsked} d={`M${asked} ${plot.y}V${bottom}`} />}
      {curves.map(({ name, color, marker, losses, best }) => {
        const own = losses.find((one) => one.rate === best);
        const x = own && xScale(own.rate);
        const y = own && yScale(own.loss);
        if (x === undefined || y === undefined) return null;
        return (
          <Symbols
            key={name}
            cx={x}
            cy={y}
            fill={color}
            size={110}
            stroke="var(--card)"
            strokeWidth={1.5}
            type={marker}
          />
        );
      })}
    </g>
  );
}
