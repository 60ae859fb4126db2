import { useTranslation } from "react-i18next";
import { useNumbers } from "../i18n/numbers";
import { sizeOf } from "../lib/shape";
import type { Part } from "../methods/method";
import styles from "./diagrams.module.css";
import { type DrawnSite, wordsAt } from "./site-parts";

const tabHeight = 10;
const radius = 7;

/** One place of the diagram: its box, filled by what trains there, and what a method sets beside it. */
export function SiteShape({ site, hatch }: { readonly site: DrawnSite; readonly hatch: string }) {
  const { place, frozen, moved, added } = site;
  return frozen > 0 || (place.always && added.length === 0) ? (
    <>
      <Box moved={moved} site={site} />
      {added.length > 0 && <Tab hatch={hatch} parts={added} place={place} />}
    </>
  ) : (
    <Slot hatch={hatch} parts={added} site={site} />
  );
}

/** A matrix, a norm or a table of the base. A sliver stays visible however small the share that trains. */
function Box({ site, moved }: { readonly site: DrawnSite; readonly moved: number }) {
  const { t } = useTranslation("playground");
  const { x, y, width, height, words, parameters } = site.place;
  const matrix = Object.values(parameters).find((shape) => shape.length === 2);
  const size = matrix && width > 120 ? ` ${matrix.join("×")}` : "";
  return (
    <>
      <rect
        className={styles.box}
        data-shared={site.frozen === 0}
        height={height}
        rx={radius}
        width={width}
        x={x}
        y={y}
      />
      {moved > 0 && (
        <rect
          className={styles.fill}
          height={height}
          rx={moved < 1 ? 2 : radius}
          width={Math.max(5, width * moved)}
          x={x}
          y={y}
        />
      )}
      <text className={moved > 0.6 ? styles.onFill : ""} x={x + width * wordsAt(moved)} y={y + height / 2}>
        {t(`diagram.sites.${words}`)}
        <tspan className={styles.size}>{size}</tspan>
      </text>
    </>
  );
}

/** What a method sets beside a frozen matrix. */
function Tab({
  parts,
  place,
  hatch,
}: {
  readonly parts: readonly Part[];
  readonly place: DrawnSite["place"];
  readonly hatch: string;
}) {
  const numbers = useNumbers();
  const y = place.y + place.height + 3;
  const count = numbers.count(parts.reduce((sum, { shape }) => sum + sizeOf(shape), 0));
  const inset = place.width * 0.42;
  return (
    <>
      <Filled
        hatch={hatch}
        height={tabHeight}
        parts={parts}
        radius={4}
        width={place.width - inset - 4}
        x={place.x + 2}
        y={y}
      />
      <text className={styles.count} textAnchor="end" x={place.x + place.width - 2} y={y + tabHeight / 2}>
        +{count}
      </text>
    </>
  );
}

/** Something new in a place where the base has nothing. */
function Slot({
  site,
  parts,
  hatch,
}: {
  readonly site: DrawnSite;
  readonly parts: readonly Part[];
  readonly hatch: string;
}) {
  const { t } = useTranslation("playground");
  const numbers = useNumbers();
  const { x, y, width, height, words } = site.place;
  const solid = parts.some((part) => part.trained && part.kept);
  const trained = parts.filter((part) => part.trained).reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  // A head that is added stands in place of the one that shares the token table.
  const name = words === "head" ? "classifier" : words;
  return (
    <>
      <Filled hatch={hatch} height={height} parts={parts} radius={radius} width={width} x={x} y={y} />
      <text className={solid ? styles.onFill : styles.onHatch} x={x + width / 2} y={y + height / 2}>
        {t(`diagram.sites.${name}`)} {trained > 0 && `+${numbers.count(trained)}`}
      </text>
    </>
  );
}

interface FilledProps {
  readonly parts: readonly Part[];
  readonly hatch: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

/** Filled: trained and kept. Hatched: trained, then thrown away. Only outlined in colour: made by something that trains. */
function Filled({ parts, hatch, radius: rx, ...box }: FilledProps) {
  const kept = parts.some((part) => part.trained && part.kept);
  const trained = parts.some((part) => part.trained);
  return (
    <rect {...box} className={styles.part} fill={kept ? "var(--lane)" : trained ? hatch : "none"} rx={rx} />
  );
}
