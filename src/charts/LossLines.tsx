import { useId } from "react";
import { Curve as CurveShape, usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import { type Curve, curveKey } from "./curve";
import { useLossPicture } from "./loss-picture";

/**
 * A line a lane. Recharts' shape on Recharts' scales, but no `<Line>`: with one, every new point would lay out the
 * whole chart anew, axes and all, four times a second on a phone that trains besides.
 */
export function LossLines() {
  const { curves, drawn, isTraining } = useLossPicture();
  const clip = useId();
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!plot || !xScale || !yScale) return null;
  return (
    <g>
      <clipPath id={clip}>
        <rect height={plot.height} width={plot.width} x={plot.x} y={plot.y} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {curves.map((curve, i) => (
          <CurveShape
            key={curveKey(curve)}
            fill="none"
            points={(drawn[i] ?? []).map(({ x, y }) => ({ x: xScale(x) ?? 0, y: yScale(y) ?? 0 }))}
            stroke={curve.color}
            strokeDasharray={curve.dash ?? "none"}
            strokeLinecap="round"
            strokeLinejoin="round"
            strokeWidth={widthOf(curve, isTraining)}
            type="linear"
          />
        ))}
      </g>
    </g>
  );
}

function widthOf({ recorded }: Curve, isTraining: boolean): number {
  if (recorded) return 1.2;
  return isTraining ? 1.7 : 2.5;
}
