import { memo, type PointerEvent, useMemo, useRef, useState } from "react";
import { type Domain, fitDomain, lossDomain, type Scale } from "./axis";
import styles from "./charts.module.css";
import { type Curve, type LossKind, lossPoints, nearestStep } from "./curve";
import { downSample } from "./down-sample";
import { LossAxes } from "./LossAxes";
import { LossReadout } from "./LossReadout";
import { type LossPicture, LossPictureContext, nameSize } from "./loss-picture";
import { textWidth } from "./text-width";

const pointLimit = 300;
/** Insights this width names stand without their values, and the axis is thin. */
const narrowWidth = 520;
/** A guess until the width is known. */
const wideWidth = 800;
/** Pixels: width of the loss axis, room for names right of the lines at least, and what they need beside their letters. */
const wide = { axis: 46, names: 138, beside: 66 };
const narrow = { axis: 42, names: 74, beside: 22 };
/** Share of the steps after which the loss axis is fitted to the curves. */
const fitFrom = 0.1;
/** Share of the picture that long names may take. */
const mostForNames = 0.34;

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
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(() => Math.min(innerWidth, wideWidth));
  const isNarrow = width < narrowWidth;
  const { axis, names, beside } = isNarrow ? narrow : wide;
  const longest = Math.max(0, ...curves.map(({ name }) => textWidth(name, nameSize)));
  const right = Math.round(Math.max(names, Math.min(longest + beside, width * mostForNames)));
  const [pointer, setPointer] = useState<number | null>(null);
  const sampled = useMemo(
    () =>
      curves.map((curve) => {
        const { xs, ys } = lossPoints(curve, kind);
        const points = downSample(xs, ys, pointLimit);
        return curve.tip && kind === "heldOut" ? [...points, curve.tip] : points;
      }),
    [curves, kind],
  );
  const values = sampled.flatMap((points) => points.map(({ y }) => y));
  // Some methods disturb the base before they help: their curves begin higher.
  const beginning = Math.max(start ?? 4, ...sampled.map((points) => points[0]?.y ?? 0));
  // From the first steps alone one cannot tell how far the curves will fall.
  const isTelling = sampled.some((points) => (points.at(-1)?.x ?? 0) >= steps * fitFrom);
  const domain = useGrowingDomain(values, beginning, scale, kind, origin, isTelling);
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
    const share = (event.clientX - box.left - axis) / (box.width - axis - right);
    setPointer(share >= 0 && share <= 1 ? Math.round(share * steps) : null);
  };
  const pointed =
    pointer === null
      ? null
      : nearestStep(
          curves.map((curve) => lossPoints(curve, kind)),
          pointer,
        );
  const picture: LossPicture = {
    curves,
    drawn,
    isTraining: kind === "training",
    step,
    steps,
    isNarrow,
    right: width,
    pointed,
  };
  return (
    <div
      ref={frame}
      className={styles.lossChart}
      onPointerLeave={() => setPointer(null)}
      onPointerMove={point}
    >
      <div role="img" aria-label={summary} className={styles.lossChartPicture}>
        <LossPictureContext value={picture}>
          <LossAxes
            axis={axis}
            domain={domain}
            isNarrow={isNarrow}
            right={right}
            scale={scale}
            steps={steps}
            onResize={setWidth}
          />
        </LossPictureContext>
      </div>
      {pointed !== null && (
        <LossReadout
          curves={curves}
          kind={kind}
          left={axis}
          right={right}
          share={pointed / steps}
          step={pointed}
        />
      )}
    </div>
  );
});

function useGrowingDomain(
  values: readonly number[],
  start: number,
  scale: Scale,
  kind: LossKind,
  origin: object | null,
  isTelling: boolean,
): Domain {
  const kept = useRef<{ readonly origin: object | null; readonly key: string; readonly domain: Domain }>(
    null,
  );
  const fitted = isTelling ? " fitted" : "";
  const key = `${scale} ${kind}${fitted}`;
  const former = kept.current?.key === key && kept.current.origin === origin ? kept.current.domain : null;
  const wide = lossDomain(values, start, scale);
  const [low, high] = isTelling ? fitDomain(wide, [...values, start], scale) : wide;
  const grown: Domain = former ? [Math.min(former[0], low), Math.max(former[1], high)] : [low, high];
  const domain = former && former[0] === grown[0] && former[1] === grown[1] ? former : grown;
  kept.current = { origin, key, domain };
  return domain;
}
