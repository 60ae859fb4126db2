import { memo, type PointerEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useNumbers } from "../i18n/numbers";
import { type Domain, growDomain, type Scale, ticks } from "./axis";
import { type Curve, curveKey, type LossKind, lossPoints } from "./curve";
import { downSample } from "./down-sample";
import { LossOverlay } from "./LossOverlay";
import { LossReadout } from "./LossReadout";
import "./charts.css";

const pointLimit = 300;
/** Below this width names stand without their values, and the axis is thin. */
const narrowWidth = 520;
const wide = { margin: { top: 26, right: 138, bottom: 4, left: 0 }, axis: 46 };
const narrow = { margin: { top: 26, right: 74, bottom: 4, left: 0 }, axis: 34 };
const axisHeight = 26;

export interface LossChartProps {
  readonly curves: readonly Curve[];
  readonly kind: LossKind;
  readonly scale: Scale;
  /** Steps of the whole race: the width of the picture. */
  readonly steps: number;
  /** Where the race is now. */
  readonly step: number;
  /** Held-out loss of the base, where every curve begins; null while not known. */
  readonly start: number | null;
  /** Axes begin anew when this is another object. */
  readonly origin: object | null;
  /** Says what there is to see, for those who do not see it. */
  readonly summary: string;
}

/** Loss against steps, a line a lane, names at the line ends. */
export const LossChart = memo(function LossChart(props: LossChartProps) {
  const { curves, kind, scale, steps, step, start, origin, summary } = props;
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const frame = useRef<HTMLDivElement>(null);
  const [isNarrow, setNarrow] = useState(() => innerWidth < narrowWidth);
  const { margin, axis } = isNarrow ? narrow : wide;
  const [pointed, setPointed] = useState<number | null>(null);
  const sampled = useMemo(
    () =>
      curves.map((curve) => {
        const { xs, ys } = lossPoints(curve, kind);
        return downSample(xs, ys, pointLimit);
      }),
    [curves, kind],
  );
  const values = sampled.flatMap((points) => points.map(({ y }) => y));
  // Some methods disturb the base before they help: their curves begin higher.
  const beginning = Math.max(start ?? 4, ...sampled.map((points) => points[0]?.y ?? 0));
  const domain = useGrowingDomain(values, beginning, scale, kind, origin);
  const drawn = useMemo(
    () =>
      sampled.map((points) =>
        scale === "log" ? points.map(({ x, y }) => ({ x, y: Math.max(y, domain[0]) })) : points,
      ),
    [sampled, scale, domain],
  );

  const point = (event: PointerEvent): void => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const share = (event.clientX - box.left - axis) / (box.width - axis - margin.right);
    setPointed(share >= 0 && share <= 1 ? Math.round(share * steps) : null);
  };
  return (
    <div ref={frame} className="loss-chart" onPointerLeave={() => setPointed(null)} onPointerMove={point}>
      <div role="img" aria-label={summary} className="loss-chart-picture">
        <ResponsiveContainer height="100%" width="100%" onResize={(width) => setNarrow(width < narrowWidth)}>
          <LineChart accessibilityLayer={false} margin={margin}>
            <CartesianGrid horizontal stroke="var(--line)" vertical={false} />
            <XAxis
              allowDataOverflow
              axisLine={{ stroke: "var(--line)" }}
              dataKey="x"
              domain={[0, steps]}
              height={axisHeight}
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
              scale={scale}
              tickFormatter={(value: number) => String(value)}
              tickLine={false}
              ticks={[...ticks(domain, scale, 4)]}
              type="number"
              width={axis}
            />
            {curves.map((curve, i) => (
              <Line
                key={curveKey(curve)}
                activeDot={false}
                data={drawn[i] ?? []}
                dataKey="y"
                dot={false}
                isAnimationActive={false}
                stroke={curve.color}
                strokeDasharray={curve.dash ?? "none"}
                strokeLinecap="round"
                strokeLinejoin="round"
                strokeWidth={curve.recorded ? 1.2 : kind === "training" ? 1.7 : 2.5}
                type="linear"
              />
            ))}
            <LossOverlay
              curves={curves}
              ends={drawn.map((points) => points.at(-1))}
              isNarrow={isNarrow}
              pointed={pointed}
              step={step}
              steps={steps}
            />
          </LineChart>
        </ResponsiveContainer>
      </div>
      {pointed !== null && (
        <LossReadout
          curves={curves}
          kind={kind}
          left={axis}
          right={margin.right}
          share={pointed / steps}
          step={pointed}
        />
      )}
    </div>
  );
});

/** The step axis ends with the last step, whatever number that is. */
function stepTicks(steps: number, isNarrow: boolean): number[] {
  const round = ticks([0, steps], "linear", isNarrow ? 2 : 4);
  return [...round.filter((tick) => tick <= steps * (isNarrow ? 0.6 : 0.86)), steps];
}

function useGrowingDomain(
  values: readonly number[],
  start: number,
  scale: Scale,
  kind: LossKind,
  origin: object | null,
): Domain {
  const kept = useRef<{ readonly origin: object | null; readonly key: string; readonly domain: Domain }>(
    null,
  );
  const key = `${scale} ${kind}`;
  const former = kept.current?.key === key && kept.current.origin === origin ? kept.current.domain : null;
  const grown = growDomain(former, values, start, scale);
  const domain = former && former[0] === grown[0] && former[1] === grown[1] ? former : grown;
  kept.current = { origin, key, domain };
  return domain;
}
