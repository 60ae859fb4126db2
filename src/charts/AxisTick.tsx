import type { BaseTickContentProps } from "recharts";

/**
 * What is written at a tick. Recharts' own text measures each of its words in the page, which has to lay itself out for
 * that, several times a chart; a number needs no line breaks.
 */
export function AxisTick({
  x,
  y,
  index,
  payload,
  textAnchor,
  verticalAnchor,
  tickFormatter,
}: BaseTickContentProps) {
  const text = tickFormatter ? tickFormatter(payload.value, index) : String(payload.value);
  return (
    <text dy={verticalAnchor === "start" ? "0.71em" : "0.355em"} textAnchor={textAnchor} x={x} y={y}>
      {text}
    </text>
  );
}
