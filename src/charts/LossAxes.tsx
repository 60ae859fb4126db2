import { memo } from "react";
import { useTranslation } from "react-i18next";
import { CartesianGrid, LineChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useNumbers } from "../i18n/numbers";
import { AxisTick } from "./AxisTick";
import { type Domain, type Scale, ticks } from "./axis";
import { LossLines } from "./LossLines";
import { LossOverlay } from "./LossOverlay";

const axisHeight = 26;

export interface LossAxesProps {
  readonly domain: Domain;
  readonly scale: Scale;
  readonly steps: number;
  readonly isNarrow: boolean;
  /** Room for names, in pixels. */
  readonly right: number;
  /** Width of the loss axis in pixels. */
  readonly axis: number;
  readonly onResize: (width: number) => void;
}

/** Grid and axes of a loss chart, with its layers inside. Drawn anew only when an axis changes; the layers look after themselves. */
export const LossAxes = memo(function LossAxes(props: LossAxesProps) {
  const { domain, scale, steps, isNarrow, right, axis, onResize } = props;
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const margin = { top: 26, right, bottom: 4, left: 0 };
  return (
    <ResponsiveContainer height="100%" width="100%" onResize={onResize}>
      <LineChart accessibilityLayer={false} margin={margin}>
        <CartesianGrid horizontal stroke="var(--line)" vertical={false} />
        <XAxis
          allowDataOverflow
          axisLine={{ stroke: "var(--line)" }}
          dataKey="x"
          domain={[0, steps]}
          height={axisHeight}
          interval={0}
          niceTicks="none"
          tick={AxisTick}
          tickFormatter={(value: number) =>
            value === steps ? t("chart.steps", { value: numbers.count(value) }) : numbers.count(value)
          }
          tickLine={false}
          ticks={stepTicks(steps, isNarrow)}
          type="number"
        />
        <YAxis
          allowDataOverflow
          axisLine={false}
          domain={[...domain]}
          interval={0}
          niceTicks="none"
          scale={scale}
          tick={AxisTick}
          tickFormatter={(value: number) => String(value)}
          tickLine={false}
          ticks={[...ticks(domain, scale, 4)]}
          type="number"
          width={axis}
        />
        <LossLines />
        <LossOverlay />
      </LineChart>
    </ResponsiveContainer>
  );
});

/** The step axis ends with the last step, whatever number that is. */
function stepTicks(steps: number, isNarrow: boolean): number[] {
  const round = ticks([0, steps], "linear", isNarrow ? 2 : 4);
  return [...round.filter((tick) => tick <= steps * (isNarrow ? 0.6 : 0.86)), steps];
}
