import { useTranslation } from "react-i18next";
import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { smallNumber } from "../lib/small-number";
import { type Domain, type Scale, ticks } from "./axis";
import styles from "./charts.module.css";

/** On the log scale so many powers of ten below the largest value are shown. */
const powers = 5;
/** Curves with more points than this are lines alone. */
const dotted = 12;

export interface Spectrum {
  readonly name: string;
  readonly color: string;
  readonly dash: string | undefined;
  /** The largest first. */
  readonly values: readonly number[];
}

export interface SpectrumChartProps {
  readonly spectra: readonly Spectrum[];
  readonly scale: Scale;
  /** Where a line is drawn: so many values a rank lets through. */
  readonly cut: number | null;
  /** How many values there could be. */
  readonly most: number;
  /** Says what there is to see, for those who do not see it. */
  readonly summary: string;
}

/** Singular values by their order, a curve a lane. */
export function SpectrumChart({ spectra, scale, cut, most, summary }: SpectrumChartProps) {
  const { t } = useTranslation("inspect");
  const domain = domainOf(spectra, scale);
  return (
    <div role="img" aria-label={summary} className={styles.spectrumChart}>
      <ResponsiveContainer height="100%" width="100%">
        <LineChart accessibilityLayer={false} margin={{ top: 22, right: 14, bottom: 18, left: 0 }}>
          <CartesianGrid horizontal stroke="var(--line)" vertical={false} />
          <XAxis
            axisLine={{ stroke: "var(--line)" }}
            dataKey="x"
            domain={[1, most]}
            label={{ value: t("weight.order"), position: "insideBottom", offset: -12 }}
            niceTicks="none"
            tickLine={false}
            ticks={[1, ...ticks([1, most], "linear", 4).filter((tick) => tick > 1)]}
            type="number"
          />
          <YAxis
            allowDataOverflow
            axisLine={false}
            domain={[...domain]}
            niceTicks="none"
            scale={scale}
            tickFormatter={smallNumber}
            tickLine={false}
            ticks={[...ticks(domain, scale, 4)]}
            type="number"
            width={70}
          />
          {cut !== null && (
            <ReferenceLine
              label={{ value: `r = ${cut}`, position: "top" }}
              stroke="var(--edge)"
              strokeDasharray="2 4"
              x={cut}
            />
          )}
          {spectra.map(({ name, color, dash, values }) => (
            <Line
              key={name}
              data={points(values, domain)}
              dataKey="y"
              dot={values.length <= dotted ? { fill: color, r: 3.5, stroke: "none" } : false}
              isAnimationActive={false}
              stroke={color}
              strokeDasharray={dash ?? "none"}
              strokeLinecap="round"
              strokeWidth={2.5}
              type="linear"
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

function points(values: readonly number[], [low]: Domain): { readonly x: number; readonly y: number }[] {
  return values.flatMap((y, i) => (y >= low ? [{ x: i + 1, y }] : []));
}

function domainOf(spectra: readonly Spectrum[], scale: Scale): Domain {
  const largest = Math.max(1e-6, ...spectra.flatMap(({ values }) => values.slice(0, 1)));
  if (scale === "linear") return [0, 1.05 * largest];
  // On a scale of powers it takes more for the uppermost dot to stand clear of the edge.
  const high = 1.5 * largest;
  const smallest = Math.min(high / 10, ...spectra.flatMap(({ values }) => values.slice(-1)));
  return [Math.max(smallest, high / 10 ** powers), high];
}
