import { useId, useState } from "react";
import { CartesianGrid, ResponsiveContainer, ScatterChart, XAxis, YAxis } from "recharts";
import { AxisTick } from "./AxisTick";
import type { Point } from "./down-sample";
import { ScatterMarks } from "./ScatterMarks";
import type { Dot, ScatterAxis } from "./scatter";
import styles from "./scatter.module.css";

/** Right: half of the last number at the axis. */
const margin = { top: 30, right: 24, bottom: 0, left: 0 };
const axisWidth = 50;
const axisHeight = 46;

export interface ScatterPlotProps {
  /** The first are named first. */
  readonly dots: readonly Dot[];
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  /** Corners of a line that rises in steps, from left to right. */
  readonly front?: readonly Point[];
  /** Says what there is to see, for those who do not see it. */
  readonly summary: string;
  /** Stands where a dot's facts will, until one is pointed at. */
  readonly hint: string;
  /** Lies over the plot while there is nothing to see. */
  readonly empty?: string | undefined;
}

/** Dots on two axes. Pointing at one, or walking through them with the arrow keys, tells its facts below. */
export function ScatterPlot({ dots, x, y, front = [], summary, hint, empty }: ScatterPlotProps) {
  const [active, setActive] = useState<string | null>(null);
  const told = dots.find(({ key }) => key === active);
  const id = useId();
  return (
    <div className={styles.scatter}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div aria-describedby={id} aria-label={summary} className={styles.picture} role="group">
        <div className={styles.canvas}>
          <ResponsiveContainer height="100%" width="100%">
            <ScatterChart accessibilityLayer={false} margin={margin}>
              <CartesianGrid horizontal stroke="var(--line)" vertical={false} />
              <XAxis
                allowDataOverflow
                axisLine={{ stroke: "var(--line)" }}
                dataKey="x"
                domain={[...x.domain]}
                height={axisHeight}
                interval={0}
                niceTicks="none"
                scale={x.scale}
                tick={AxisTick}
                tickFormatter={x.format}
                tickLine={false}
                ticks={[...x.ticks]}
                type="number"
              />
              <YAxis
                allowDataOverflow
                axisLine={false}
                dataKey="y"
                domain={[...y.domain]}
                interval={0}
                niceTicks="none"
                scale={y.scale}
                tick={AxisTick}
                tickFormatter={y.format}
                tickLine={false}
                ticks={[...y.ticks]}
                type="number"
                width={axisWidth}
              />
              <ScatterMarks
                active={active}
                dots={dots}
                front={front}
                xLabel={x.label}
                yLabel={y.label}
                onActive={setActive}
              />
            </ScatterChart>
          </ResponsiveContainer>
        </div>
        {empty !== undefined && <p className={styles.empty}>{empty}</p>}
      </div>
      <div className={styles.readout} id={id}>
        {told ? (
          <>
            <b style={{ color: told.color }}>{told.name}</b>
            {told.facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </>
        ) : (
          <span className="soft">{hint}</span>
        )}
      </div>
    </div>
  );
}
