import { type KeyboardEvent, useMemo, useRef } from "react";
import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import type { Point } from "./down-sample";
import { type Box, type Named, placeNames } from "./place-names";
import { ScatterDot } from "./ScatterDot";
import type { Dot } from "./scatter";
import styles from "./scatter.module.css";

export interface ScatterMarksProps {
  readonly dots: readonly Dot[];
  readonly front: readonly Point[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** Key of the dot that is pointed at. */
  readonly active: string | null;
  readonly onActive: (key: string | null) => void;
}

/** What lies on the axes of a scatter plot: the front, trails, dots with their names. One stop of the tab key. */
export function ScatterMarks({ dots, front, xLabel, yLabel, active, onActive }: ScatterMarksProps) {
  const plot = usePlotArea();
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const shapes = useRef(new Map<string, SVGGElement>());
  const layout = useMemo(() => {
    if (!plot || !xScale || !yScale) return null;
    const at = ({ x, y }: Point): Point => ({ x: xScale(x) ?? plot.x, y: yScale(y) ?? plot.y });
    const placed = dots.map(at);
    return { plot, at, placed, names: placeNames(toName(dots, placed), roomFor(plot)) };
  }, [dots, plot, xScale, yScale]);
  const inOrder = useMemo(
    () => dots.map(({ key, x, y }) => ({ key, x, y })).sort((a, b) => a.x - b.x || a.y - b.y),
    [dots],
  );
  if (!layout) return null;
  const { at, placed, names } = layout;
  const { y: ceiling } = layout.plot;
  const bottom = ceiling + layout.plot.height;
  const right = layout.plot.x + layout.plot.width;
  const reachable = inOrder.find(({ key }) => key === active) ?? inOrder[0];
  const walk = (event: KeyboardEvent, key: string): void => {
    const way = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const from = inOrder.findIndex((dot) => dot.key === key);
    const next = inOrder[(from + way + inOrder.length) % inOrder.length];
    if (next) shapes.current.get(next.key)?.focus();
  };
  return (
    <g>
      <text x={4} y={ceiling - 16}>
        {yLabel}
      </text>
      <text textAnchor="end" x={right} y={bottom + 40}>
        {xLabel}
      </text>
      {front.length > 0 && <path className={styles.front} d={`${steps(front.map(at))}H${right}`} />}
      {dots.map((dot) => (
        <path
          key={dot.key}
          className={styles.trail}
          d={dot.trail.length > 1 ? line(dot.trail.map(at)) : ""}
          style={{ color: dot.color }}
        />
      ))}
      {/* The last lie on top. */}
      {dots
        .map((dot, i) => {
          const { x = 0, y = 0 } = placed[i] ?? {};
          const reach = dot.spread === null ? null : [dot.y + dot.spread, dot.y - dot.spread];
          const [top = y, foot = y] = reach?.map((value) => at({ x: dot.x, y: value }).y) ?? [];
          return (
            // biome-ignore lint/a11y/useSemanticElements: SVG has no button
            <g
              key={dot.key}
              ref={(shape) => {
                if (shape) shapes.current.set(dot.key, shape);
                else shapes.current.delete(dot.key);
              }}
              aria-label={[dot.name, ...dot.facts].join(", ")}
              className={styles.dot}
              data-active={dot.key === active}
              data-look={dot.look}
              role="button"
              style={{ color: dot.color }}
              tabIndex={dot.key === reachable?.key ? 0 : -1}
              onClick={() => onActive(dot.key)}
              onFocus={() => onActive(dot.key)}
              onKeyDown={(event) => walk(event, dot.key)}
              onPointerEnter={() => onActive(dot.key)}
            >
              {reach && (
                <path
                  className={styles.spread}
                  d={`M${x} ${Math.max(ceiling, top)}V${Math.min(bottom, foot)}`}
                />
              )}
              <ScatterDot look={dot.look} marker={dot.marker} x={x} y={y} />
              {names[i] && (
                <text className={styles.name} dominantBaseline="central" x={names[i].x} y={names[i].y}>
                  {dot.name}
                </text>
              )}
            </g>
          );
        })
        .reverse()}
    </g>
  );
}

/** Of dots that share a name the first says it for all; faint ones say none. */
function toName(dots: readonly Dot[], placed: readonly Point[]): readonly Named[] {
  const said = new Set<string>();
  return dots.map(({ name, look }, i) => {
    const isFirst = !said.has(name);
    said.add(name);
    return { x: 0, y: 0, ...placed[i], name: isFirst && look !== "faint" ? name : "" };
  });
}

/** Names may reach a little beyond the plot. */
function roomFor({ x, y, width, height }: Box): Box {
  return { x, y: y - 12, width: width + 12, height: height + 12 };
}

function line(points: readonly Point[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x} ${y}`).join("");
}

function steps(points: readonly Point[]): string {
  return points.map(({ x, y }, i) => (i === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join("");
}
